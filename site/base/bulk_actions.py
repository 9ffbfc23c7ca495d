"""What is asked to be done to several things at once names none that the asker may not be told of.

Wagtail 7.4 lists, with their titles, all whose numbers stand in the address and which may not be
touched: whoever works in the admin could read the title of every closed page and every file. What
is not to be named is now as if it were not there. Delete :func:`apply` when Wagtail's bulk actions
ask its policies what they may list.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import wraps
from typing import Any

from django.http import Http404
from wagtail.admin.views.bulk_action import BulkAction
from wagtail.documents.permissions import permission_policy as documents
from wagtail.images.permissions import permission_policy as images
from wagtail.models import Page

from . import access
from .picking import pickable_of


def _may_be_told_of(user: Any, model: type, records: Iterable[Any]) -> set[int]:
    keys = [record.pk for record in records]
    if model is Page:
        known = access.listed(Page.objects.filter(pk__in=keys), user)
    else:
        policy = next((each for each in (images, documents) if each.model is model), None)
        if policy is not None:
            known = policy.instances_user_has_any_permission_for(user, ["change", "choose"])
        elif pickable := pickable_of(model):
            known = pickable.known(model._default_manager.all(), user)
        else:
            return set(keys)
    return set(known.filter(pk__in=keys).values_list("pk", flat=True))


def _naming_what_may_be_named(original):
    @wraps(original)
    def get_actionable_objects(self: BulkAction) -> Any:
        objects, others = original(self)
        refused = others["items_with_no_access"]
        known = _may_be_told_of(self.request.user, self.model, refused) if refused else set()
        if not objects and refused and not known:
            raise Http404
        named = [record for record in refused if record.pk in known]
        return objects, {**others, "items_with_no_access": named}

    return get_actionable_objects


def apply() -> None:
    BulkAction.get_actionable_objects = _naming_what_may_be_named(BulkAction.get_actionable_objects)
