"""Where everything begins: the lists of the API, for programs that follow links."""

from __future__ import annotations

from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext_noop as _
from ninja import Query, Router, Schema
from pydantic import Field

from base.addresses import absolute

from .parameters import Language

LISTS = ("practices", "networks", "cities", "meetings", "products", "news", "themes", "tags")
router = Router(tags=["search"])


class Index(Schema):
    search: str = Field(description=_("The search of everything."))
    suggest: str = Field(description=_("Suggestions for what is being typed."))
    lists: dict[str, str] = Field(description=_("The address of each list by its name."))
    openapi: str = Field(description=_("This API, described for programs (OpenAPI 3.1)."))


@router.get(
    "/",
    response=Index,
    url_name="index",
    operation_id="index",
    summary=_("See what there is"),
    description=_("The addresses of all lists."),
)
def index(request: HttpRequest, asked: Query[Language]) -> dict[str, object]:
    return {
        "search": absolute(reverse("api:search")),
        "suggest": absolute(reverse("api:suggest")),
        "lists": {name: absolute(reverse(f"api:{name}_list")) for name in LISTS},
        "openapi": absolute(reverse("api:openapi")),
    }
