"""What a browser would send: the fields of a form as the page shows them."""

from __future__ import annotations

from typing import Any

from bs4 import BeautifulSoup
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse


def values_of(response: HttpResponse, form_selector: str = "form[method=post i]") -> dict[str, Any]:
    """The successful controls of the largest form on the page, as lists of values."""
    soup = BeautifulSoup(response.content, "html.parser")
    forms = soup.select(form_selector)
    form = max(forms, key=lambda each: len(each.select("input, select, textarea")))
    values: dict[str, list[str]] = {}
    for control in form.select("input, select, textarea"):
        name = control.get("name")
        if not name or control.has_attr("disabled") or control.find_parent("template"):
            continue
        values.setdefault(name, []).extend(_values(control))
    return {name: given for name, given in values.items() if given}


def _values(control: Any) -> list[str]:
    if control.name == "textarea":
        # HTML drops one line break after the opening tag.
        return [control.text.removeprefix("\n")]
    if control.name == "select":
        options = control.select("option[selected]")
        if not options and not control.has_attr("multiple"):
            options = control.select("option")[:1]
        return [option.get("value", option.text) for option in options]
    if control.get("type") in ("checkbox", "radio"):
        return [control.get("value", "on")] if control.has_attr("checked") else []
    if control.get("type") in ("submit", "button", "file"):
        return []
    return [control.get("value", "")]


def edit_page(client: Client, page: Any, action: str = "", **changes: Any) -> HttpResponse:
    """Open the page's form, change fields, and press a button (``action-publish``…)."""
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    data = values_of(client.get(address), "form#w-editor-form, form[data-edit-form]")
    data.update(changes)
    if action:
        data[action] = "true"
    return client.post(address, data)


def text_of(response: HttpResponse) -> str:
    """The words of a page, for assertions about what is said."""
    soup = BeautifulSoup(response.content, "html.parser")
    return " ".join(soup.get_text(" ").split())
