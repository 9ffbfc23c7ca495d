"""Suggestions for programs: what somebody who has typed a few letters may mean."""

from __future__ import annotations

from typing import Any, Literal

from django.http import HttpRequest
from django.utils.translation import gettext_noop as _
from ninja import Query, Router, Schema
from pydantic import Field

from base.addresses import absolute
from base.languages import active_language

from ..models import DocumentType
from ..suggestions import suggest as suggestions_of
from .parameters import Language, Words

MOST = 20
router = Router(tags=["search"])


class Asked(Language):
    q: Words = Field("", description=_("What has been typed so far."))
    limit: int = Field(8, ge=1, le=MOST, description=_("How many suggestions at most."))


class Suggestion(Schema):
    text: str = Field(description=_("What to show."))
    kind: Literal["tag", "theme", "city", "title", "search"] = Field(
        description=_("What it is: a tag, theme or city, a title, or what others searched for.")
    )
    type: Literal[("", *DocumentType.values)] = Field(  # type: ignore[valid-type]
        description=_(
            "What kind of record a title or city leads to, by the names that searches use; "
            "empty for the rest."
        )
    )
    url: str = Field(description=_("The page for people that it leads to."))
    note: str = Field(description=_("The synonym that was typed for it; empty if none was."))


class Suggestions(Schema):
    query: str = Field(description=_("What had been typed."))
    suggestions: list[Suggestion] = Field(description=_("The likeliest first; perhaps none."))


@router.get(
    "/suggest/",
    response=Suggestions,
    url_name="suggest",
    operation_id="suggest",
    summary=_("Suggest"),
    description=_("What somebody may mean who has typed the beginning of a word, in one language."),
)
def suggest(request: HttpRequest, asked: Query[Asked]) -> dict[str, Any]:
    return {"query": asked.q, "suggestions": _suggestions(request, asked)}


@router.get(
    "/suggest/browser/",
    response=list[Any],
    url_name="suggest_browser",
    operation_id="suggest_to_browsers",
    summary=_("Suggest to browsers"),
    description=_("The same as browsers want it: words, suggestions, notes, addresses."),
)
def suggest_to_browsers(request: HttpRequest, asked: Query[Asked]) -> list[Any]:
    """OpenSearch Suggestions 1.1, named in ``opensearch.xml``."""
    found = _suggestions(request, asked)
    return [
        asked.q,
        [each["text"] for each in found],
        [each["note"] for each in found],
        [each["url"] for each in found],
    ]


def _suggestions(request: HttpRequest, asked: Any) -> list[dict[str, Any]]:
    found = suggestions_of(asked.q, request.user, active_language(), limit=asked.limit)
    return [
        {
            "text": each.text,
            "kind": each.kind,
            "type": each.type,
            "url": absolute(each.url),
            "note": each.note,
        }
        for each in found
    ]
