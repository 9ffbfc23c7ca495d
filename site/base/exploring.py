"""The admin's trees, lists, searches and choosers name a closed page only to who may change it.

Wagtail 7.4 lists to whoever may add one page every page beside it, and in its choosers every page
there is; the title of what is closed is part of it. Its policy decides what is listed, so the
policy is told; for choosers there is a hook. wagtail-localize 1.14.5 shows its report of every
translation to everybody; it is for those who translate. Delete :func:`apply` when the policy has
a hook too, and the report a right.
"""

from __future__ import annotations

from functools import wraps
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from wagtail import hooks
from wagtail.api.v2.router import WagtailAPIRouter
from wagtail.documents import permissions as documents
from wagtail.documents.api.admin.views import DocumentsAdminAPIViewSet
from wagtail.images import permissions as images
from wagtail.images.api.admin.views import ImagesAdminAPIViewSet
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permission_policies.collections import CollectionOwnershipPermissionPolicy
from wagtail.permission_policies.pages import PagePermissionPolicy
from wagtail_localize.models import Translation
from wagtail_localize.views.report import TranslationsReportView

from . import access


def _without_what_is_closed(original):
    @wraps(original)
    def explorable_instances(self: PagePermissionPolicy, user: Any) -> QuerySet:
        return access.listed(original(self, user), user)

    return explorable_instances


@hooks.register("construct_page_chooser_queryset")
def choose_from_what_is_listed(pages: QuerySet, request: HttpRequest) -> QuerySet:
    return access.listed(pages, request.user)


class _OfOnesOwn:
    """The files one may choose or change; Wagtail's own views list every one there is."""

    request: HttpRequest
    policy: CollectionOwnershipPermissionPolicy

    def get_queryset(self) -> QuerySet:
        theirs = self.policy.instances_user_has_any_permission_for(
            self.request.user, ["change", "choose"]
        )
        return super().get_queryset().filter(pk__in=theirs.values("pk"))  # type: ignore[misc]


class _Images(_OfOnesOwn, ImagesAdminAPIViewSet):
    policy = images.permission_policy


class _Documents(_OfOnesOwn, DocumentsAdminAPIViewSet):
    policy = documents.permission_policy


@hooks.register("construct_admin_api", order=100)
def tell_of_ones_own_files(router: WagtailAPIRouter) -> None:
    router.register_endpoint("images", _Images)
    router.register_endpoint("documents", _Documents)


def apply() -> None:
    PagePermissionPolicy.explorable_instances = _without_what_is_closed(
        PagePermissionPolicy.explorable_instances
    )
    TranslationsReportView.permission_policy = ModelPermissionPolicy(Translation)
    TranslationsReportView.any_permission_required = ["submit"]
