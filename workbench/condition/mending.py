"""Whose to mend it is what an examination found, and where that is done."""

from __future__ import annotations

from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q, QuerySet
from django.urls import reverse
from wagtail.models import Page
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permissions import page_permission_policy

from ..models import OnPageOrRecord
from ..translation.bilingual import form_of
from .pieces import registers

EDITING = ["add", "change", "publish", "bulk_delete", "lock", "unlock"]


def editable_pages(user: Any) -> QuerySet[Page]:
    return page_permission_policy.instances_user_has_permission_for(user, "change")


def mendable_by(user: Any) -> Q:
    """What stands on pages somebody may edit, or in registers they may change."""
    changeable = [
        model
        for model in registers()
        if ModelPermissionPolicy(model).user_has_permission(user, "change")
    ]
    kinds = ContentType.objects.get_for_models(*changeable).values()
    return Q(page__in=editable_pages(user).values("pk")) | Q(record_type__in=list(kinds))


def form_of_page(page: Page) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def form_to_mend(found: OnPageOrRecord) -> str | None:
    """Where what was found is mended; nowhere if the record has been deleted in the meantime."""
    if found.page_id:
        return form_of_page(found.page)
    return form_of(found.record) if found.record else None
