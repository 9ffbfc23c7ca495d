"""A product as its page shows it, and what it shares with a meeting's; facts are the original's."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from base import access, sections, structured_data
from base.languages import active_language
from base.listing import entries
from base.models.records import Who
from base.pictures import WIDE, credit_line, picture
from practices.models import PracticeIndexPage
from registers.cards import person_card
from registers.models import Person

from .cards import networks_by_path
from .models import MeetingPage, ProductIndexPage, ProductPage, ProductState
from .models.product_state import ProductStage

if TYPE_CHECKING:
    from django.http import HttpRequest

    from base.models import BasePage

Fact = dict[str, Any]


def shared(page: BasePage, request: HttpRequest) -> dict[str, Any]:
    """What the pages of meetings and products show above and below their own facts."""
    facts = page.original
    network = networks_by_path(request).get(facts.path[: -facts.steplen])
    return {
        "network": network,
        "net": network.net if network else "",
        "cover": picture(facts.cover, WIDE),
        "cover_credit": credit_line(facts.cover),
        "tags": _tags(facts, sections.address_of(PracticeIndexPage)),
    }


def _tags(facts: BasePage, list_url: str) -> list[dict[str, Any]]:
    """The page's tags, each leading to the practices that bear it."""
    tags = [row.tag for row in facts.tagged_items.select_related("tag")]
    return [
        {"label": tag.label, "url": f"{list_url}?tag={tag.slug}", "lang": tag.label_language}
        for tag in sorted(tags, key=lambda tag: tag.sort_key)
    ]


def present_product(page: ProductPage, request: HttpRequest) -> dict[str, Any]:
    """The context of ``exchange/product_page.html``."""
    facts = page.original
    state = ProductState.objects.filter(translation_key=facts.translation_key).first()
    documents, authors = _files(facts, request), _authors(facts)
    meetings = MeetingPage.objects.originals().visible_to(request.user)
    return {
        **shared(page, request),
        "state": state,
        "is_final": bool(state and state.stage == ProductStage.FINAL),
        "is_withdrawn": bool(state and state.stage == ProductStage.WITHDRAWN),
        "facts": _product_facts(facts, state),
        "documents": documents,
        "licence_code": _only({row["licence_code"] for row in documents}),
        "authors": authors,
        "schema_authors": [{"@type": "Person", "name": author["name"]} for author in authors],
        "schema_files": [
            {
                "@type": "MediaObject",
                "name": row["title"],
                "contentUrl": structured_data.absolute(row["url"]),
            }
            for row in documents
        ],
        "source_meetings": entries(
            meetings.filter(pk__in=[each.pk for each in facts.meetings.all()]).order_by("start"),
            request,
        ),
        "practices": list(facts.practices.all()),
    }


def _only(values: set[str]) -> str:
    """The one value that all share, else nothing."""
    return values.pop() if len(values) == 1 else ""


def _product_facts(facts: ProductPage, state: ProductState | None) -> list[Fact]:
    unknown = _("no data")
    index = sections.address_of(ProductIndexPage)
    box: list[Fact] = [
        {"icon": "book-open-text", "term": _("Type"), "value": facts.get_type_display() or unknown,
         "url": f"{index}?type={facts.type}" if index and facts.type else ""},
        {"icon": "target", "term": _("Who it is for"),
         "value": facts.get_level_display() or unknown,
         "url": f"{index}?level={facts.level}" if index and facts.level else ""},
        {"icon": "milestone", "term": _("Stage"),
         "value": state.get_stage_display() if state else unknown},
        {"icon": "git-commit-horizontal", "term": _("Version"), "value": facts.version or unknown},
    ]  # fmt: skip
    if facts.public_from:
        box.append({"icon": "calendar", "term": _("Public since"),
                    "value": date_format(facts.public_from, "j E Y")})  # fmt: skip
    return box


def _authors(facts: ProductPage) -> list[dict[str, Any]]:
    """Those of the authors who agreed to be shown."""
    keys = [person.pk for person in facts.authors.all()]
    public = Person.objects.public().filter(pk__in=keys)
    return [person_card(person) for person in public.select_related("city", "photo")]


def _files(facts: ProductPage, request: HttpRequest) -> list[dict[str, Any]]:
    """The files the product's readers may have: a public product's are public."""
    result = []
    allowed = {Who.PUBLIC}
    if request.user.is_authenticated:
        allowed.add(getattr(facts.audience_record, "who", Who.PUBLIC))
    documents = [row.document for row in facts.files.select_related("document")]
    audiences = access.collection_audiences({each.collection_id for each in documents})
    for document in documents:
        if audiences[document.collection_id] not in allowed:
            continue
        foreign = document.label_language != active_language()
        result.append(
            {
                "url": document.url,
                "title": document.label,
                "lang": document.label_language if foreign else "",
                "format": PurePosixPath(document.file.name).suffix.lstrip(".").upper(),
                "size": document.file_size,
                "language": document.get_language_display(),
                "licence": document.get_licence_display(),
                "licence_code": document.licence,
                "date": document.issued_on,
                "version": document.version,
                "untagged": document.is_untagged_pdf,
            }
        )
    return result
