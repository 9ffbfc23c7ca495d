"""Two editors at once: a form loaded before somebody else saved never overwrites silently.

Wagtail 7.4 refuses only what it saves by itself in such a case; a pressed button would win. Here
the editor sees what differs and decides; either way both versions stay in the history.
"""

from __future__ import annotations

import hashlib
import json
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.forms import model_to_dict
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from modelcluster.models import ClusterableModel
from wagtail.admin import messages
from wagtail.models import Page, PageSubscription, Revision

from .models import BasePage

# Of a form: what it was loaded from, and what it has saved by itself since.
LOADED, LOADED_AT, OWN = "loaded_revision_id", "loaded_revision_created_at", "overwrite_revision_id"
# Pressed where both versions are shown.
LEAVE = "leave_saved"
_NOT_SENT_AGAIN = {LOADED, LOADED_AT, OWN, "csrfmiddlewaretoken"}


def is_stale(request: HttpRequest, latest: Revision | None) -> bool:
    """Whether somebody else has saved since the form was loaded; see Wagtail's own ``EditView``."""
    if latest is None:
        return False
    if own := request.POST.get(OWN):
        return own != str(latest.pk)
    loaded = request.POST.get(LOADED)
    if not loaded:
        return False
    is_older = request.POST.get(LOADED_AT, "") != latest.created_at.isoformat()
    return loaded != str(latest.pk) or is_older


def show_both_versions(request: HttpRequest, page: Page) -> HttpResponse | None:
    """The answer to a stale save: what theirs and this one say, and the choice between them."""
    if request.method == "POST" and LEAVE in request.POST:
        messages.success(
            request, _("The saved version has been kept. What you wrote was not saved.")
        )
        return redirect("wagtailadmin_pages:edit", page.pk)
    latest = page.get_latest_revision()
    if request.method != "POST" or not request.accepts("text/html"):
        return None
    if not isinstance(page, BasePage) or not is_stale(request, latest):
        return None
    theirs = latest.as_object()
    own = latest.user_id == request.user.pk
    title = (
        _("You have saved this page elsewhere") if own else _("Somebody else has saved this page")
    )
    return TemplateResponse(
        request,
        "base/admin/stale.html",
        {
            "page": page,
            "who": latest.user,
            "own": own,
            "when": latest.created_at,
            "comparison": _differences(request, theirs, latest.as_object()),
            "sent": [
                (name, value)
                for name, values in request.POST.lists()
                if name not in _NOT_SENT_AGAIN
                for value in values
            ],
            "latest": latest,
            "latest_at": latest.created_at.isoformat(),
            "header_title": title,
            "page_title": title,
            "page_subtitle": page.get_admin_display_title(),
            "header_icon": "warning",
        },
    )


def _differences(request: HttpRequest, theirs: BasePage, mine: BasePage) -> list[Any]:
    """Field by field what this form would change in what somebody else has saved."""
    handler = type(mine).get_edit_handler()
    subscription, _created = PageSubscription.objects.get_or_create(
        page=theirs, user=request.user, defaults={"comment_notifications": False}
    )
    form = handler.get_form_class()(
        request.POST,
        request.FILES,
        instance=mine,
        subscription=subscription,
        parent_page=theirs.get_parent(),
        for_user=request.user,
    )
    form.defer_required_fields()
    if form.is_valid():
        mine = form.save(commit=False)
    comparisons = handler.get_bound_panel(instance=theirs, request=request, form=None)
    compared = [compare(theirs, mine) for compare in comparisons.get_comparison()]
    return [each for each in compared if each.has_changed()]


# --- Records of registers, which have no versions ---------------------------------------------

SEEN = "seen_record"


def mark_of(record: models.Model) -> str:
    """By which a form says what it showed of a record, its rows included."""
    if isinstance(record, ClusterableModel):
        data = record.to_json()
    else:
        data = json.dumps(model_to_dict(record), cls=DjangoJSONEncoder, default=str)
    return hashlib.sha256(data.encode()).hexdigest()[:32]


def say_what_stands_there(form: Any, now: models.Model) -> str:
    """What somebody else saved in the fields of a form, beside what was typed, which is kept."""
    stands = model_to_dict(now, fields=list(form.fields))
    typed = form.cleaned_data
    different = [
        _("%(field)s: “%(value)s”") % {"field": form.fields[name].label or name, "value": value}
        for name, value in stands.items()
        if name in typed and str(typed[name] or "") != str(value or "")
        and not hasattr(typed[name], "pk")
    ]  # fmt: skip
    said = _(
        "Somebody else has saved this record in the meantime. Nothing of yours "
        "has been saved or lost: save again to keep your version."
    )
    if different:
        said += " " + _("Their version has: %(fields)s.") % {"fields": "; ".join(different)}
    return said
