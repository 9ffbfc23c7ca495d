"""What the admin's own addresses are asked about by number is not named where it is closed.

Wagtail 7.4 and wagtail-localize 1.14.5 name any page in its list, in the window that chooses pages,
in the messages of its workflow and on the pages that submit it for translation, and tell of any
picture how it stands in a text. A report names the page of each type that was written last.
Delete a part of :func:`apply` when its view asks for the right to the very thing.
"""

from __future__ import annotations

from functools import wraps
from typing import Any

from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from wagtail.admin.views.chooser import BrowseView, ChosenMultipleView
from wagtail.admin.views.pages.listing import ExplorableIndexView
from wagtail.admin.views.pages.workflow import (
    CollectWorkflowActionData,
    ConfirmWorkflowCancellation,
    PreviewRevisionForTask,
    WorkflowAction,
)
from wagtail.admin.views.reports.page_types_usage import PageTypesUsageReportView
from wagtail.images import get_image_model
from wagtail.images.permissions import permission_policy as image_policy
from wagtail.images.views.chooser import ImageSelectFormatView
from wagtail.models import Page
from wagtail_localize.models import TranslationSource
from wagtail_localize.views.submit_translations import SubmitPageTranslationView
from wagtail_localize.views.update_translations import UpdateTranslationsView

from . import access
from .languages import original_locale_id


def _of_a_page_one_may_be_told_of(view: Any) -> Any:
    @wraps(view)
    def get(self: Any, request: HttpRequest, parent_page_id: int | None = None) -> HttpResponse:
        if parent_page_id is not None:
            get_object_or_404(access.listed(Page.objects.all(), request.user), pk=parent_page_id)
        return view(self, request, parent_page_id)

    return get


def _of_pages_one_may_be_told_of(view: Any) -> Any:
    @wraps(view)
    def get(self: Any, request: HttpRequest) -> HttpResponse:
        asked = [number for number in request.GET.getlist("id") if number.isdecimal()]
        listed = access.listed(Page.objects.filter(pk__in=asked), request.user)
        request.GET = request.GET.copy()
        request.GET.setlist("id", [str(pk) for pk in listed.values_list("pk", flat=True)])
        return view(self, request)

    return get


def _of_a_picture_one_may_choose(view: Any) -> Any:
    @wraps(view)
    def dispatch(self: Any, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        theirs = image_policy.instances_user_has_any_permission_for(
            request.user, ["change", "choose"]
        )
        chosen = get_image_model().objects.filter(pk__in=theirs.values("pk"))
        get_object_or_404(chosen, pk=kwargs["image_id"])
        return view(self, request, *args, **kwargs)

    return dispatch


def _of_a_page_of_a_workflow(view: Any) -> Any:
    @wraps(view)
    def get_object(self: Any) -> Page:
        page = view(self)
        get_object_or_404(access.listed(Page.objects.all(), self.request.user), pk=page.pk)
        return page

    return get_object


def _of_types_whose_last_page_one_may_be_told_of(view: Any) -> Any:
    @wraps(view)
    def decorate(self: Any, page_types: Any) -> Any:
        page_types = view(self, page_types)
        keys = [item.last_edited_page_id for item in page_types if item.last_edited_page]
        listed = access.listed(Page.objects.filter(pk__in=keys), self.request.user)
        named = set(listed.values_list("pk", flat=True))
        for item in page_types:
            if item.last_edited_page_id not in named:
                item.last_edited_page = None
        return page_types

    return decorate


def _translatable(user: Any) -> Any:
    """The originals a translator may be shown."""
    originals = Page.objects.filter(locale_id=original_locale_id(), alias_of__isnull=True)
    return access.visible(originals, user)


def _translatable_page(self: Any) -> Page:
    pages = _translatable(self.request.user).filter(depth__gt=1)
    return get_object_or_404(pages, pk=self.kwargs["page_id"]).specific


def _without_what_is_hidden_below(view: Any) -> Any:
    @wraps(view)
    def get_form(self: Any) -> Form:
        form = view(self)
        user, below = self.request.user, self.object.get_descendants()
        hidden = below.exclude(pk__in=access.visible(below, user).values("pk"))
        form.fields["include_subtree"].disabled = not user.is_superuser and hidden.exists()
        return form

    return get_form


def _update_of_what_one_may_translate(view: Any) -> Any:
    @wraps(view)
    def get_object(self: Any) -> TranslationSource:
        source = view(self)
        pages = Page.objects.filter(translation_key=source.object_id)
        shown = _translatable(self.request.user).filter(pk__in=pages.values("pk"))
        if pages.exists() and not shown.exists():
            raise Http404
        return source

    return get_object


def apply() -> None:
    BrowseView.get = _of_a_page_one_may_be_told_of(BrowseView.get)
    ExplorableIndexView.get = _of_a_page_one_may_be_told_of(ExplorableIndexView.get)
    ChosenMultipleView.get = _of_pages_one_may_be_told_of(ChosenMultipleView.get)
    ImageSelectFormatView.dispatch = _of_a_picture_one_may_choose(ImageSelectFormatView.dispatch)
    for view in (WorkflowAction, CollectWorkflowActionData, ConfirmWorkflowCancellation,
                 PreviewRevisionForTask):  # fmt: skip
        view.get_object = _of_a_page_of_a_workflow(view.get_object)
    PageTypesUsageReportView.decorate_paginated_queryset = (
        _of_types_whose_last_page_one_may_be_told_of(
            PageTypesUsageReportView.decorate_paginated_queryset
        )
    )
    SubmitPageTranslationView.get_object = _translatable_page
    SubmitPageTranslationView.get_form = _without_what_is_hidden_below(
        SubmitPageTranslationView.get_form
    )
    UpdateTranslationsView.get_object = _update_of_what_one_may_translate(
        UpdateTranslationsView.get_object
    )
