"""The page of the open data for people, the files, and their description for programs."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponseBase, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.http import require_safe

from base.addresses import absolute
from base.frame import set_language_addresses
from base.models.files import Licence
from base.problems import language_of

from .fields import FIELDS, Field
from .serving import LICENCE, LICENCE_ADDRESS, MEDIA_TYPES, answer, withheld
from .storing import CSV, FILES, JSON_LINES, Edition, current


@require_safe
def open_data(request: HttpRequest) -> HttpResponseBase:
    """What the data are, how large, how old, under which licence, and what each field says."""
    set_language_addresses(request, "open_data")
    edition = current()
    context: dict[str, Any] = {
        "edition": edition,
        "licence": Licence(LICENCE).label,
        "licence_url": LICENCE_ADDRESS,
        "package_url": reverse("open_data_package"),
        "fields": [_told(field) for field in FIELDS],
    }
    if edition is not None:
        context |= {
            "records": len(edition.records) - len(withheld(edition)),
            "files": [
                {"name": name, "size": edition.sizes[name], "format": label,
                 "url": reverse("open_data_file", args=[name])}
                for name, label in ((JSON_LINES, "JSON Lines"), (CSV, "CSV"))
            ],
        }  # fmt: skip
    return render(request, "search/open_data.html", context)


def _told(field: Field) -> dict[str, Any]:
    return {
        "name": field.name,
        "type": _types()[field.type],
        "description": field.told,
        "values": field.vocabulary.choices if field.vocabulary is not None else [],
    }


def _types() -> dict[str, str]:
    """The types of the Data Package standard in words."""
    return {
        "string": _("text"),
        "integer": _("whole number"),
        "number": _("number"),
        "date": _("date"),
        "datetime": _("date and time"),
        "array": _("list"),
    }


@require_safe
def file(request: HttpRequest, name: str) -> HttpResponseBase:
    edition = current()
    if edition is None or name not in FILES:
        raise Http404
    return answer(request, edition, name)


@require_safe
def package(request: HttpRequest) -> JsonResponse:
    """The same for programs: a Data Package (https://datapackage.org) with the data dictionary."""
    edition = current()
    with override(language_of(request)):
        told = _package(edition)
    response = JsonResponse(told, json_dumps_params={"ensure_ascii": False, "indent": 2})
    response["Cache-Control"] = "public, no-cache"
    response["Access-Control-Allow-Origin"] = "*"
    return response


def _package(edition: Edition | None) -> dict[str, Any]:
    return {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "empirie-practices",
        "title": _("Good practices of Polish cities"),
        "homepage": absolute(reverse("open_data")),
        "licenses": [
            {"name": "CC-BY-4.0", "title": str(Licence(LICENCE).label), "path": LICENCE_ADDRESS}
        ],
        "contributors": [{"title": _("Association of Polish Cities"), "roles": ["publisher"]}],
        **({"created": edition.made_at.isoformat()} if edition is not None else {}),
        "resources": [_resource(name, edition) for name in FILES] if edition is not None else [],
    }


def _resource(name: str, edition: Edition) -> dict[str, Any]:
    return {
        "name": f"practices-{name.rpartition('.')[2]}",
        "path": absolute(reverse("open_data_file", args=[name])),
        "format": name.rpartition(".")[2],
        "mediatype": MEDIA_TYPES[name].partition(";")[0],
        "encoding": "utf-8",
        "schema": {
            "primaryKey": ["id"],
            "fields": [
                {
                    "name": field.name,
                    # A cell of a table holds a list as text.
                    "type": "string" if field.type == "array" and name == CSV else field.type,
                    "description": field.told,
                    **(
                        {"categories": [
                            {"value": value, "label": str(label)}
                            for value, label in field.vocabulary.choices
                        ]}
                        if field.vocabulary is not None and field.type != "array"
                        else {}
                    ),
                }
                for field in FIELDS
            ],
        },
    }  # fmt: skip
