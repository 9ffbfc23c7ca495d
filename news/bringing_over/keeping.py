"""An article taken apart, kept until its editor has said what only a person knows; then a draft."""

from __future__ import annotations

import re
import uuid
from datetime import timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.utils import timezone
from django.utils.dateparse import parse_date, parse_datetime
from django.utils.translation import gettext as _
from wagtail.images.fields import WagtailImageField
from wagtail.log_actions import log

from base.models import CustomImage
from base.text import fold
from exchange.models import MeetingPage
from networks.models import NetworkPage

from ..models import BroughtArticle, BroughtImage, NewsCategory, NewsIndexPage, NewsPage, NewsType
from .reading import Picture, Source
from .structure import Article, take_apart

# An article nobody has finished is forgotten then.
KEPT = timedelta(days=7)

_EXTENSIONS = {"image/jpeg": "jpg", "image/jpg": "jpg", "image/png": "png", "image/webp": "webp",
               "image/avif": "avif"}  # fmt: skip
# Words, without diacritics, that tell what an article is about, most telling first.
_CATEGORIES = [
    ("nabor", NewsCategory.CALLS),
    ("rekrutacj", NewsCategory.CALLS),
    ("spotkani", NewsCategory.MEETINGS),
    ("wizyt", NewsCategory.MEETINGS),
    ("warsztat", NewsCategory.MEETINGS),
    ("prakty", NewsCategory.PRACTICES),
    ("rekomendacj", NewsCategory.PRODUCTS),
    ("siec", NewsCategory.NETWORKS),
    ("sieci", NewsCategory.NETWORKS),
    ("program", NewsCategory.PROGRAMME),
]
_REPORTS = re.compile(r"\b(?:relacj|po spotkaniu|za nami|sprawozdani)")


def keep(source: Source, user: Any, meeting: MeetingPage | None = None) -> BroughtArticle:
    """Take a document apart and keep what was found; what cannot be kept is said.

    ``meeting`` is the one it is the report of.
    """
    found = take_apart(source)
    article = BroughtArticle(
        created_by=user, proposed=_proposed(source, found, meeting), dropped=found.dropped
    )
    article.save()
    kept = {}
    for image in found.images:
        picture = source.pictures[image.number]
        try:
            _check(picture)
        except ValidationError as error:
            why = " ".join(error.messages)
            article.dropped.append(_("An image in the document: %(why)s") % {"why": why})
            continue
        record = BroughtImage(
            article=article,
            number=image.number,
            content_type=picture.content_type,
            alt=image.alt,
            caption=image.caption,
            author=image.author,
        )
        record.file.save(_file_name(picture), ContentFile(picture.data))
        kept[image.number] = record.pk
    article.blocks = [
        [kind, kept[value] if kind == "image" else value]
        for kind, value in found.blocks
        if kind != "image" or value in kept
    ]
    article.save()
    return article


def _file_name(picture: Picture) -> str:
    return f"{uuid.uuid4().hex}.{_EXTENSIONS[picture.content_type]}"


def _check(picture: Picture) -> None:
    """Raises ``ValidationError`` for what could not be uploaded as a picture either."""
    if picture.content_type not in _EXTENSIONS:
        raise ValidationError(
            _("browsers do not show images of the type %(kind)s.") % {"kind": picture.content_type}
        )
    uploaded = SimpleUploadedFile(_file_name(picture), picture.data, picture.content_type)
    WagtailImageField().clean(uploaded)


def _proposed(source: Source, found: Article, meeting: MeetingPage | None) -> dict[str, str | int]:
    said = fold(f"{found.title} {found.lead}")
    category = next((code for word, code in _CATEGORIES if word in said), "")
    date = moment_of(source.date)
    proposed: dict[str, str | int] = {
        "title": found.title,
        "lead": found.lead,
        "date": date.isoformat() if date else "",
        "category": str(category),
        "type": str(NewsType.REPORT if _REPORTS.search(said) else NewsType.ARTICLE),
        "author_name": source.author[:200],
    }
    if meeting is not None:
        proposed |= {
            "meeting": meeting.pk,
            "category": str(NewsCategory.MEETINGS),
            "type": str(NewsType.REPORT),
        }
    return proposed


def moment_of(written: str) -> Any:
    try:
        moment = parse_datetime(written)
        if moment is None and (day := parse_date(written[:10])):
            moment = parse_datetime(f"{day.isoformat()}T12:00:00")
    except ValueError:
        return None
    if moment is not None and timezone.is_naive(moment):
        moment = timezone.make_aware(moment)
    return moment


def forget_old() -> None:
    """Forget what nobody has finished in a week."""
    for article in BroughtArticle.objects.filter(created_at__lt=timezone.now() - KEPT):
        forget(article)


def forget(article: BroughtArticle) -> None:
    for image in article.images.all():
        image.file.delete(save=False)
    article.delete()


@transaction.atomic
def make_draft(
    article: BroughtArticle,
    fields: dict[str, Any],
    pictures: dict[int, CustomImage],
    cover: CustomImage | None,
    user: Any,
) -> NewsPage:
    """The draft, in Polish, below the list of news; ``pictures`` by the number of their record."""
    index = NewsIndexPage.objects.originals().get()
    captions = dict(article.images.values_list("pk", "caption"))
    body = []
    for kind, value in article.blocks:
        if kind == "image":
            if value in pictures:
                caption = captions[value]
                body.append(("image", {"image": pictures[value], "caption": caption}))
        else:
            body.append((kind, value))
    networks, meeting = list(fields.pop("networks")), fields["meeting"]
    page = NewsPage(**fields, owner=user, live=False, cover=cover)
    if meeting is not None:
        networks += [each for each in _of(meeting) if each not in networks]
    known = page.body.stream_block.child_blocks
    page.body = [(kind, known[kind].normalize(value)) for kind, value in body]
    page.networks.set(networks)
    index.add_child(instance=page)
    revision = page.save_revision(user=user)
    log(page, "wagtail.create", user=user, revision=revision, content_changed=True)
    forget(article)
    return page


def _of(meeting: Any) -> list[Any]:
    """The network a meeting is of, an original as the meeting is."""
    return list(NetworkPage.objects.originals().ancestor_of(meeting))
