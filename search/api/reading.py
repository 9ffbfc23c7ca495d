"""The document of the API as a page for people, in either language, without a script."""

from __future__ import annotations

import json
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from base.addresses import absolute
from base.frame import set_language_addresses
from base.languages import active_language

from .document import document

_REF = "#/components/schemas/"
# What one may try at once, by operation.
EXAMPLES = {
    "search": "?q=retencja&type=practice&page_size=2",
    "suggest": "?q=reten",
    "list_practices": "?theme=climate&size=20k_50k&page_size=2",
    "list_cities": "?voivodeship=08&page_size=2",
    "list_meetings": "?page_size=2",
    "list_tags": "?q=energ",
    "index": "",
    "list_themes": "",
    "list_networks": "?page_size=2",
    "list_products": "?page_size=2",
    "list_news": "?page_size=2",
}


@require_safe
def api_page(request: HttpRequest) -> HttpResponse:
    set_language_addresses(request, "api_page")
    told = document(active_language())
    groups = _groups(told)
    return render(
        request,
        "search/api.html",
        {
            "info": told["info"],
            "limit": settings.API_REQUESTS_A_MINUTE,
            "root": absolute(reverse("api:index")),
            "openapi_url": reverse("api:openapi"),
            "contents": [
                {"id": "begin", "title": _("How to begin")},
                *groups,
                {"id": "shapes", "title": _("What answers contain")},
            ],
            "groups": groups,
            "schemas": _schemas(told),
        },
    )


def _groups(told: dict[str, Any]) -> list[dict[str, Any]]:
    """The operations below the kinds of records they are about."""
    groups = {
        tag["name"]: {"id": f"about-{tag['name']}", "title": tag["description"], "operations": []}
        for tag in told["tags"]
    }
    for path, methods in told["paths"].items():
        for operation in methods.values():
            groups[operation["tags"][0]]["operations"].append(_operation(path, operation, told))
    return [group for group in groups.values() if group["operations"]]


def _operation(path: str, operation: dict[str, Any], told: dict[str, Any]) -> dict[str, Any]:
    answer = operation["responses"]["200"]["content"]["application/json"]["schema"]
    query = EXAMPLES.get(operation["operationId"])
    return {
        "id": operation["operationId"].replace("_", "-"),
        "summary": operation["summary"],
        "description": operation["description"],
        "path": path,
        "parameters": [_parameter(each, told) for each in operation["parameters"]],
        "answer": _type(answer),
        "try_url": f"{path}{query}" if query is not None else "",
    }


def _parameter(parameter: dict[str, Any], told: dict[str, Any]) -> dict[str, Any]:
    schema = parameter["schema"]
    return {
        "name": parameter["name"],
        "required": parameter.get("required", False),
        "in_path": parameter["in"] == "path",
        "description": parameter.get("description", ""),
        "type": _type(schema),
        "values": _values(schema),
        "default": json.dumps(schema["default"]) if schema.get("default") else "",
    }


def _values(schema: dict[str, Any]) -> list[str]:
    """The values of a closed vocabulary, wherever in the schema they stand."""
    if "enum" in schema:
        return schema["enum"]
    inner = [schema.get("items", {}), *schema.get("anyOf", [])]
    return [value for each in inner for value in (_values(each) if each else [])]


def _type(schema: dict[str, Any]) -> dict[str, Any]:
    """What a value is, in words, and the schema it leads to if it has one of its own."""
    if "$ref" in schema:
        name = schema["$ref"].removeprefix(_REF)
        return {"label": name, "ref": name}
    if schema.get("type") == "array":
        inner = _type(schema.get("items", {}))
        what = inner["label"]
        return {**inner, "label": _("list of: %(what)s") % {"what": what} if what else _("list")}
    options = [each for each in schema.get("anyOf", []) if each.get("type") != "null"]
    if options:
        return _type(options[0])
    words = {
        "string": _("text"),
        "integer": _("whole number"),
        "number": _("number"),
        "boolean": _("yes or no"),
        "object": _("names and values"),
    }
    dated = {
        "date": _("date"),
        "date-time": _("date and time"),
        "time": _("hour"),
        "uuid": _("identifier"),
    }
    label = dated.get(schema.get("format", "")) or words.get(schema.get("type", ""), "")
    return {"label": label, "ref": ""}


def _schemas(told: dict[str, Any]) -> list[dict[str, Any]]:
    """The shapes of answers, each field with its type and what it says."""
    return [
        {
            "name": name,
            "fields": [
                {
                    "name": field,
                    "type": _type(schema),
                    "description": schema.get("description", ""),
                    "nullable": any(each.get("type") == "null" for each in schema.get("anyOf", [])),
                }
                for field, schema in described["properties"].items()
            ],
        }
        for name, described in sorted(told["components"]["schemas"].items())
        if "properties" in described
    ]
