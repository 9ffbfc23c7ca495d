"""The state of pictures and documents: what describes them, what uses them, what is in a PDF."""

from __future__ import annotations

from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, Exists, Model, OuterRef, Q, QuerySet
from django.db.models.functions import Cast
from django.utils import timezone
from pypdf import PdfReader
from pypdf.errors import PyPdfError
from wagtail.models import ReferenceIndex

from base.models import CustomDocument, CustomImage

# A tag of ISO 32000: the logical structure that screen readers follow.
_MARKS, _MARKED = "/MarkInfo", "/Marked"


def examine(document: CustomDocument) -> None:
    """Note of a PDF whether it has tags and a title; what cannot be read has neither."""
    has_tags = has_title = False
    try:
        with document.file.open("rb") as file:
            reader = PdfReader(file)
            root = reader.trailer["/Root"]
            marks = root.get(_MARKS, {}).get_object() if _MARKS in root else {}
            has_tags = bool(marks.get(_MARKED)) and "/StructTreeRoot" in root
            has_title = bool(reader.metadata and (reader.metadata.title or "").strip())
    except (OSError, PyPdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        pass
    CustomDocument.objects.filter(pk=document.pk).update(
        pdf_has_tags=has_tags, pdf_has_title=has_title, examined_at=timezone.now()
    )


def without_alternative_text(images: QuerySet[CustomImage]) -> QuerySet[CustomImage]:
    """Pictures that say something and are not described in one of the languages."""
    return images.filter(is_decorative=False).filter(Q(alt_pl="") | Q(alt_en=""))


def without_credit(images: QuerySet[CustomImage]) -> QuerySet[CustomImage]:
    return images.filter(author="")


def with_barriers(documents: QuerySet[CustomDocument]) -> QuerySet[CustomDocument]:
    """PDFs without tags or without a title, of those that were looked into."""
    return documents.filter(examined_at__isnull=False, file__iendswith=".pdf").filter(
        Q(pdf_has_tags=False) | Q(pdf_has_title=False)
    )


def unused(records: QuerySet) -> QuerySet:
    """Pictures or documents that no page, no draft and no register refers to."""
    model: type[Model] = records.model
    uses = ReferenceIndex.objects.filter(
        to_content_type=ContentType.objects.get_for_model(model),
        to_object_id=Cast(OuterRef("pk"), CharField()),
    )
    return records.exclude(Exists(uses))
