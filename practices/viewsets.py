"""The list of practices in the admin: what is stale, incomplete or untranslated, at a glance."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from urllib.parse import urlencode

from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.forms import CheckboxSelectMultiple, RadioSelect
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django_filters import (
    CharFilter,
    ChoiceFilter,
    ModelMultipleChoiceFilter,
    MultipleChoiceFilter,
)
from wagtail.admin.ui.tables import Column
from wagtail.admin.widgets import Button

from base.columns import DayColumn, a_few
from base.finding import containing
from base.page_listing import OriginalsFilterSet, OriginalsIndexView, OriginalsListing
from base.relations import ids_by_page
from networks.models import NetworkPage
from networks.viewsets import networks_by_tree
from registers.models import City, Theme

from .admin_import.forms import may_import
from .lacking import LACKS, lacking
from .models import PracticePage, PracticeState, PracticeTag
from .models.vocabularies import RecordLevel, Stage, Verification

SOON = timedelta(days=30)
# What Wagtail's own script adds when it asks for the rows of a list.
WAGTAIL_FRAGMENT = "_w_filter_fragment"


def _states(**wanted: Any) -> QuerySet:
    return PracticeState.objects.filter(**wanted).values("translation_key")


def _with_default(pages: QuerySet, name: str, value: list[str], default: str) -> QuerySet:
    """Those in one of the states; a practice nobody decided on yet has no row."""
    if not value:
        return pages
    wanted = Q(**{f"{name}__in": value})
    return pages.filter(wanted | Q(**{name: None}) if default in value else wanted)


class PracticeFilterSet(OriginalsFilterSet):
    city = CharFilter(label=_("City"), method="by_city")
    theme = ModelMultipleChoiceFilter(
        label=_("Theme"),
        queryset=lambda request: Theme.objects.all(),
        method="by_theme",
        widget=CheckboxSelectMultiple,
    )
    network = ModelMultipleChoiceFilter(
        label=_("Network"),
        queryset=lambda request: networks_by_tree(request.user),
        method="by_network",
        widget=CheckboxSelectMultiple,
    )
    level = MultipleChoiceFilter(
        label=_("Record level"),
        choices=RecordLevel,
        method="by_level",
        widget=CheckboxSelectMultiple,
    )
    verification = MultipleChoiceFilter(
        label=_("Verification"),
        choices=Verification,
        method="by_verification",
        widget=CheckboxSelectMultiple,
    )
    stage = MultipleChoiceFilter(label=_("Stage"), choices=Stage, widget=CheckboxSelectMultiple)
    review = ChoiceFilter(
        label=_("Review"),
        choices=[
            ("late", _("overdue")),
            ("soon", _("due within 30 days")),
            ("never", _("never confirmed")),
        ],
        empty_label=_("All"),
        method="by_review",
        widget=RadioSelect,
    )

    lacks = MultipleChoiceFilter(
        label=_("Missing"),
        choices=[(code, label) for code, (label, _condition) in LACKS.items()],
        method="by_lack",
        widget=CheckboxSelectMultiple,
    )

    class Meta(OriginalsFilterSet.Meta):
        model = PracticePage

    def by_lack(self, pages: QuerySet, name: str, value: list[str]) -> QuerySet:
        """Those that lack everything chosen."""
        for what in value:
            pages = lacking(pages, what)
        return pages

    def by_city(self, pages: QuerySet, name: str, value: str) -> QuerySet:
        cities = containing(City.objects.all(), value, "name_pl", "name_en").order_by()
        return pages.filter(city__in=cities.values("pk"))

    def by_theme(self, pages: QuerySet, name: str, value: list[Theme]) -> QuerySet:
        if not value:
            return pages
        rows = PracticeTag.objects.filter(Q(tag__theme__in=value) | Q(tag__theme__parent__in=value))
        return pages.filter(pk__in=rows.values("content_object"))

    def by_network(self, pages: QuerySet, name: str, value: list[NetworkPage]) -> QuerySet:
        if not value:
            return pages
        through = PracticePage.networks.through.objects.filter(networkpage__in=value)
        return pages.filter(pk__in=through.values("practicepage"))

    def by_level(self, pages: QuerySet, name: str, value: list[str]) -> QuerySet:
        return _with_default(pages, "state_level", value, RecordLevel.FULL)

    def by_verification(self, pages: QuerySet, name: str, value: list[str]) -> QuerySet:
        return _with_default(pages, "state_verification", value, Verification.SUBMITTED)

    def by_review(self, pages: QuerySet, name: str, value: str) -> QuerySet:
        today = timezone.localdate()
        if value == "late":
            return pages.filter(translation_key__in=_states(due_on__lt=today))
        if value == "soon":
            soon = _states(due_on__gte=today, due_on__lte=today + SOON)
            return pages.filter(translation_key__in=soon)
        return pages.exclude(translation_key__in=_states(confirmed_on__isnull=False))


class PracticeIndexView(OriginalsIndexView):
    searched = ("title", "city__name_pl")
    related = ("city",)

    @cached_property
    def header_more_buttons(self) -> list[Button]:
        template = Button(
            _("Template for many practices (XLSX)"), reverse("import_template"), icon_name="table"
        )
        buttons = [*super().header_more_buttons, template]
        if may_import(self.request.user):
            url = reverse("practice_imports:index")
            buttons.append(Button(_("Import practices"), url, icon_name="upload"))
        return buttons

    def get_base_queryset(self) -> QuerySet:
        states = PracticeState.objects.filter(translation_key=OuterRef("translation_key"))
        return (
            super()
            .get_base_queryset()
            .annotate(
                state_level=Subquery(states.values("level")),
                state_verification=Subquery(states.values("verification")),
                state_due_on=Subquery(states.values("due_on")),
            )
        )

    def describe(self, pages: list[PracticePage]) -> None:
        networks = ids_by_page(PracticePage, "networks", pages)
        names = {
            network.pk: network.short_name or network.title
            for network in NetworkPage.objects.filter(
                pk__in={n for ids in networks.values() for n in ids}
            )
        }
        cities = City.objects.in_bulk({page.city_id for page in pages if page.city_id})
        for page in pages:
            page.network_names = a_few(  # type: ignore[attr-defined]
                [names[pk] for pk in networks[page.pk] if pk in names]
            )
            page.city_name = cities[page.city_id].label if page.city_id else ""  # type: ignore[attr-defined]


def _level(page: Any) -> str:
    return str(RecordLevel(page.state_level or RecordLevel.FULL).label)


class ReviewColumn(DayColumn):
    """When the city is to confirm the record again; leads to where that is said."""

    cell_template_name = "practices/admin/review_cell.html"

    def get_cell_context_data(self, instance: Any, parent_context: Any) -> dict[str, Any]:
        context = super().get_cell_context_data(instance, parent_context)
        due = instance.state_due_on
        context["late"] = due is not None and due < timezone.localdate()
        request = parent_context["request"]
        if instance.permissions_for_user(request.user).can_publish():
            state = reverse("practice_state", args=[instance.pk])
            context["address"] = f"{state}?{urlencode({'next': _this_list(request)})}"
        return context


def _this_list(request: HttpRequest) -> str:
    """The list with its filters, also where only its rows were asked for."""
    filters = request.GET.copy()
    filters.pop(WAGTAIL_FRAGMENT, None)
    listed = reverse("practice_pages:index")
    return f"{listed}?{filters.urlencode()}" if filters else listed


class PracticeListing(OriginalsListing):
    name = "practice_pages"
    model = PracticePage
    index_view_class = PracticeIndexView
    filterset_class = PracticeFilterSet
    icon = "clipboard-list"
    menu_label = _("Practices")
    menu_order = 110
    own_columns = [
        Column("city", label=_("City"), accessor="city_name", sort_key="city__sort_key"),
        Column("networks", label=_("Networks"), accessor="network_names"),
        Column("level", label=_("Record level"), accessor=_level, sort_key="state_level"),
        ReviewColumn(
            "review", label=_("Review due"), accessor="state_due_on", sort_key="state_due_on"
        ),
    ]
