"""The board of translations in the admin, and the ways from it to the desk."""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.forms import CheckboxSelectMultiple
from django.http import Http404, HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.text import capfirst, slugify
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST
from django_filters import ModelMultipleChoiceFilter, MultipleChoiceFilter
from wagtail.admin import messages
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.reports import ReportView
from wagtail.models import Locale, Page
from wagtail.permissions import page_permission_policy
from wagtail_localize.machine_translators import get_machine_translator
from wagtail_localize.models import Translation
from wagtail_localize.views.edit_translation import apply_machine_translation

from base import access
from base.columns import DayColumn, a_few
from base.languages import TRANSLATION_LANGUAGE, original_locale_id
from base.models import BasePage
from base.refusals import Refusal
from networks.models import NetworkPage
from search.models import SearchDocument

from . import board, po
from .bilingual import fields_in_english, form_of, gaps, without_english
from .board import TO_DO, Stage
from .machine import sending
from .segments import bring_up_to_date, changes

MAY_TRANSLATE = "wagtail_localize.submit_translation"


def may_translate(user: Any) -> bool:
    return user.has_perm(MAY_TRANSLATE)


def _of_networks() -> QuerySet[NetworkPage]:
    return NetworkPage.objects.originals().order_by("path")


def _types() -> QuerySet[ContentType]:
    models = [model for model in apps.get_models() if issubclass(model, BasePage)]
    found = ContentType.objects.get_for_models(*models).values()
    return ContentType.objects.filter(pk__in=[each.pk for each in found])


class BoardFilterSet(WagtailFilterSet):
    stage = MultipleChoiceFilter(
        label=_("What needs doing"),
        choices=[(stage.value, stage.label) for stage in TO_DO],
        widget=CheckboxSelectMultiple,
    )
    type = ModelMultipleChoiceFilter(
        label=_("Type"),
        queryset=lambda request: _types(),
        field_name="content_type",
        widget=CheckboxSelectMultiple,
    )
    network = ModelMultipleChoiceFilter(
        label=_("Network"),
        queryset=lambda request: access.visible(_of_networks(), request.user),
        method="by_network",
        widget=CheckboxSelectMultiple,
    )

    class Meta:
        model = Page
        fields: list[str] = []

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.filters["type"].field.label_from_instance = lambda each: capfirst(
            str(each.model_class()._meta.verbose_name_plural)
        )

    def _add_locale_filter(self) -> None:
        """Originals only; their language is Polish."""

    def by_network(self, pages: QuerySet, name: str, value: list[NetworkPage]) -> QuerySet:
        if not value:
            return pages
        slugs = [network.slug for network in value]
        about = SearchDocument.objects.filter(networks__overlap=slugs, page__isnull=False)
        return pages.filter(pk__in=about.values("page"))


class ActionColumn(Column):
    """The way to the right editor: one click, which may have to make the English draft first."""

    cell_template_name = "workbench/translation/action_cell.html"

    def get_value(self, instance: Any) -> str:
        return ""

    def get_cell_context_data(self, instance: Any, parent_context: Any) -> dict[str, Any]:
        context = super().get_cell_context_data(instance, parent_context)
        request = parent_context["request"]
        return {**context, "page": instance, "csrf_token": get_token(request), "Stage": Stage}


def _type_of(page: Page) -> str:
    return capfirst(str(page.specific_class._meta.verbose_name))


class BoardView(ReportView):
    """What is to be translated, what readers ask for first; the numbers above lead into it."""

    page_title = _("Translations")
    header_icon = "wagtail-localize-language"
    index_url_name = "workbench_translations"
    index_results_url_name = "workbench_translations_list"
    template_name = "workbench/translation/board.html"
    results_template_name = "workbench/translation/board_results.html"
    filterset_class = BoardFilterSet
    default_ordering = ["-demand", "changed"]
    is_searchable = True
    search_fields = ["title"]
    search_backend_name = None
    columns = [
        TitleColumn("title", label=_("Title"), sort_key="title", get_url=lambda page: page.address),
        Column("type", label=_("Type"), accessor=_type_of),
        Column("networks_named", label=_("Networks")),
        Column("stage", label=_("To do"), accessor=lambda page: Stage(page.stage).label),
        Column("demand", label=_("Asked for"), sort_key="demand"),
        DayColumn("changed", label=_("Polish changed"), sort_key="changed"),
        ActionColumn("action", label=_("English version")),
    ]
    list_export = ["title", "type_said", "networks_named", "stage_said", "demand", "changed"]
    export_headings: dict[str, Any] = {
        "title": _("Title"), "type_said": _("Type"), "networks_named": _("Networks"),
        "stage_said": _("To do"), "demand": _("Asked for"), "changed": _("Polish changed"),
    }  # fmt: skip

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not may_translate(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    @cached_property
    def all_pages(self) -> QuerySet[Page]:
        return board.originals_for(self.request.user)

    def get_base_queryset(self) -> QuerySet[Page]:
        return self.all_pages.exclude(stage=Stage.DONE).select_related("content_type")

    def get_filename(self) -> str:
        return "tlumaczenia"

    def decorate_paginated_queryset(self, object_list: Any) -> Any:
        """The networks of what is shown, where its Polish is, and in a file words, not codes."""
        pages = list(object_list)
        shown = [page.pk for page in pages]
        may_change = page_permission_policy.instances_user_has_permission_for
        theirs = may_change(self.request.user, "change").filter(pk__in=shown)
        editable = set(theirs.values_list("pk", flat=True))
        documents = SearchDocument.objects.filter(page__in=shown)
        slugs = dict(documents.values_list("page", "networks"))
        titles = {each.slug: each.short_name or each.title for each in _of_networks()}
        for page in pages:
            names = [titles.get(slug, slug) for slug in slugs.get(page.pk, [])]
            page.networks_named = a_few(names)
            page.type_said, page.stage_said = _type_of(page), Stage(page.stage).label
            page.address = (
                reverse("wagtailadmin_pages:edit", args=[page.pk])
                if page.pk in editable
                else page.get_url(self.request)
            )
        return pages

    def get_table(self, object_list: Any) -> Any:
        return super().get_table(self.decorate_paginated_queryset(object_list))

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        if self.results_only or self.is_export:
            return context
        return {**context, "stages": list(Stage), "rows": self._rows(),
                "gaps": gaps(self.request.user)}  # fmt: skip

    def _rows(self) -> list[dict[str, Any]]:
        """Types of pages and how many of each are at each stage, with the list of each number."""
        pages = self.all_pages
        if self.filters and self.filters.is_valid():
            chosen = self.filters.form.cleaned_data["network"]
            pages = self.filters.by_network(pages, "network", chosen)
        rows = []
        for pk, by_stage in board.numbers(pages):
            model = ContentType.objects.get_for_id(pk).model_class()
            if not any(number for stage, number in by_stage.items() if stage != Stage.DONE):
                continue
            cells = [
                {
                    "number": by_stage.get(stage, 0),
                    "address": f"{self.index_url}?{self._kept(type=pk, stage=stage)}"
                    if stage != Stage.DONE
                    else "",
                    "stage": stage,
                }
                for stage in Stage
            ]
            rows.append({"label": capfirst(str(model._meta.verbose_name_plural)), "cells": cells})
        return rows

    def _kept(self, **chosen: Any) -> str:
        query = self.request.GET.copy()
        for name in ("p", "q", "ordering", "type", "stage"):
            query.pop(name, None)
        for name, value in chosen.items():
            query[name] = str(value)
        return query.urlencode()


class WithoutEnglishView(ReportView):
    """The records of one register that lack English in one field, each leading to its form."""

    index_url_name = "workbench_without_english"
    header_icon = "list-ul"
    paginate_by = 100

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not may_translate(request.user):
            raise PermissionDenied
        pairs = {
            (model._meta.app_label, model._meta.model_name, english): (model, polish)
            for model, names in fields_in_english().items()
            for polish, english in names
        }
        wanted = (kwargs["app_label"], kwargs["model_name"], kwargs["field"])
        if wanted not in pairs:
            raise Http404
        self.model_shown, self.polish = pairs[wanted]
        self.english = kwargs["field"]
        return super().dispatch(request, *args, **kwargs)

    def get_page_title(self) -> str:
        return capfirst(str(self.model_shown._meta.verbose_name_plural))

    def get_page_subtitle(self) -> str:
        field = self.model_shown._meta.get_field(self.english)
        return _("missing: %(field)s") % {"field": field.verbose_name}

    def get_index_url(self) -> str:
        return self.request.path

    def get_index_results_url(self) -> str:
        return self.request.path

    @cached_property
    def columns(self) -> list[Column]:
        return [
            TitleColumn("record", label=_("Record"), accessor=str, get_url=form_of),
            Column("words", label=_("In Polish"), accessor=lambda each: getattr(each, self.polish)),
        ]

    def get_base_queryset(self) -> QuerySet:
        found = without_english(self.request.user, self.model_shown, self.polish, self.english)
        return found.order_by("pk")


# --- From the board to the desk -------------------------------------------------------------


@require_POST
def translate(request: HttpRequest, page_id: int) -> HttpResponse:
    """Go to the desk: with an English draft, made where there is none, and the Polish of today."""
    original = _original(request, page_id)
    locale = Locale.objects.get(language_code=TRANSLATION_LANGUAGE)
    translation = bring_up_to_date(original, locale)
    if translation is None:
        messages.info(
            request,
            _("This English page was written as a page and is changed as one, here in its form."),
        )
        return redirect("wagtailadmin_pages:edit", original.english.pk)
    if original.english is None:
        translation.save_target(user=request.user, publish=False)
    english = type(original).objects.get(pk=original.pk).english
    return redirect("wagtailadmin_pages:edit", english.pk)


def show_changes(request: HttpRequest, page_id: int) -> HttpResponse:
    """What of a page's Polish has no English, beside what stood there before."""
    original = _original(request, page_id)
    return TemplateResponse(
        request,
        "workbench/translation/changes.html",
        {"page": original, "changes": changes(original)},
    )


def _original(request: HttpRequest, page_id: int) -> BasePage:
    if not may_translate(request.user):
        raise PermissionDenied
    originals = access.visible(
        Page.objects.filter(locale_id=original_locale_id(), alias_of__isnull=True), request.user
    )
    page = get_object_or_404(originals, pk=page_id).specific
    if not isinstance(page, BasePage):
        raise Http404
    return page


# --- On the desk ----------------------------------------------------------------------------


def _translation(request: HttpRequest, translation_id: int) -> tuple[Translation, BasePage]:
    """A translation whose English page this person may edit."""
    found = Translation.objects.select_related("source", "target_locale")
    translation = get_object_or_404(found, pk=translation_id, enabled=True)
    page = translation.get_target_instance()
    if not isinstance(page, BasePage) or not page.permissions_for_user(request.user).can_edit():
        raise PermissionDenied
    return translation, page


def download_po(request: HttpRequest, translation_id: int) -> HttpResponse:
    translation, page = _translation(request, translation_id)
    response = HttpResponse(po.export(translation), content_type="text/x-gettext-translation")
    name = slugify(page.original.slug)[:80]
    response["Content-Disposition"] = f'attachment; filename="{name}-en.po"'
    return response


@require_POST
def upload_po(request: HttpRequest, translation_id: int) -> HttpResponse:
    translation, page = _translation(request, translation_id)
    file = request.FILES.get("file")
    if file is None:
        raise Refusal(_("Choose a PO file first."))
    read = po.read(file.read(po.LARGEST + 1), translation)
    messages.success(request, " ".join(po.take_in(read, translation, request.user)))
    return redirect("wagtailadmin_pages:edit", page.pk)


@require_POST
def translate_by_machine(request: HttpRequest, translation_id: int) -> HttpResponse:
    """Let the machine fill what nobody has translated; its texts wait to be confirmed."""
    translation, page = _translation(request, translation_id)
    translator = get_machine_translator()
    if translator is None:
        raise Http404
    with sending(page.original):
        done = apply_machine_translation(translation.pk, request.user, translator)
    if done:
        messages.success(
            request,
            _("%(name)s has translated the rest. Read and confirm each marked text.")
            % {"name": translator.display_name},
        )
    else:
        messages.warning(request, _("There is nothing left to translate."))
    return redirect("wagtailadmin_pages:edit", page.pk)
