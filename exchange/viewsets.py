"""The lists of meetings and products in the admin."""

from __future__ import annotations

from typing import Any

from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.forms import CheckboxSelectMultiple, RadioSelect
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django_filters import (
    CharFilter,
    ChoiceFilter,
    ModelMultipleChoiceFilter,
    MultipleChoiceFilter,
)
from wagtail.admin.ui.tables import Column

from base.columns import DayColumn
from base.finding import containing
from base.models import Audience
from base.models.records import Who
from base.page_listing import OriginalsFilterSet, OriginalsIndexView, OriginalsListing
from networks.models import NetworkPage
from networks.viewsets import networks_by_tree
from registers.models import City, Theme

from .models import MeetingPage, MeetingTag, ProductPage, ProductState, ProductTag
from .models.meeting import MeetingKind, MeetingMode
from .models.product import ProductType
from .models.product_state import ProductStage


def _below(pages: QuerySet, networks: list[NetworkPage]) -> QuerySet:
    wanted = Q(pk__in=[])
    for network in networks:
        wanted |= Q(path__startswith=network.path, depth=network.depth + 1)
    return pages.filter(wanted) if networks else pages


class OfNetworkFilterSet(OriginalsFilterSet):
    """Filters of what stands below networks and bears tags."""

    # The model of rows that tie a tag to a page of the list.
    tag_rows: Any = None

    network = ModelMultipleChoiceFilter(
        label=_("Network"),
        queryset=lambda request: networks_by_tree(request.user),
        method="by_network",
        widget=CheckboxSelectMultiple,
    )
    theme = ModelMultipleChoiceFilter(
        label=_("Theme"),
        queryset=lambda request: Theme.objects.all(),
        method="by_theme",
        widget=CheckboxSelectMultiple,
    )

    def by_network(self, pages: QuerySet, name: str, value: list[NetworkPage]) -> QuerySet:
        return _below(pages, value)

    def by_theme(self, pages: QuerySet, name: str, value: list[Theme]) -> QuerySet:
        if not value:
            return pages
        wanted = Q(tag__theme__in=value) | Q(tag__theme__parent__in=value)
        return pages.filter(pk__in=self.tag_rows.objects.filter(wanted).values("content_object"))


class OfNetworkIndexView(OriginalsIndexView):
    """A list whose pages stand below networks: their names in one query."""

    def describe(self, pages: list[Any]) -> None:
        parents = NetworkPage.objects.filter(
            path__in={page.path[: -page.steplen] for page in pages}
        )
        names = {parent.path: parent.short_name or parent.title for parent in parents}
        for page in pages:
            page.network_name = names.get(page.path[: -page.steplen], "")


NETWORK = Column("network", label=_("Network"), accessor="network_name", sort_key="path")


class MeetingFilterSet(OfNetworkFilterSet):
    tag_rows = MeetingTag
    city = CharFilter(label=_("Host city"), method="by_city")
    when = ChoiceFilter(
        label=_("When"),
        choices=[("coming", _("upcoming")), ("past", _("past")), ("undated", _("without a date"))],
        empty_label=_("All"),
        method="by_when",
        widget=RadioSelect,
    )
    kind = MultipleChoiceFilter(label=_("Kind"), choices=MeetingKind, widget=CheckboxSelectMultiple)
    mode = MultipleChoiceFilter(label=_("Mode"), choices=MeetingMode, widget=CheckboxSelectMultiple)

    class Meta(OriginalsFilterSet.Meta):
        model = MeetingPage

    def by_city(self, pages: QuerySet, name: str, value: str) -> QuerySet:
        cities = containing(City.objects.all(), value, "name_pl", "name_en").order_by()
        return pages.filter(host_city__in=cities.values("pk"))

    def by_when(self, pages: QuerySet, name: str, value: str) -> QuerySet:
        now = timezone.now()
        if value == "coming":
            return pages.filter(start__gte=now)
        return pages.filter(start__lt=now) if value == "past" else pages.filter(start__isnull=True)


class MeetingIndexView(OfNetworkIndexView):
    searched = ("title", "host_city__name_pl")
    related = ("host_city",)
    default_ordering = "-start"

    def describe(self, pages: list[MeetingPage]) -> None:
        super().describe(pages)
        cities = City.objects.in_bulk({page.host_city_id for page in pages if page.host_city_id})
        for page in pages:
            page.city_name = cities[page.host_city_id].label if page.host_city_id else ""  # type: ignore[attr-defined]


class MeetingListing(OriginalsListing):
    name = "meeting_pages"
    model = MeetingPage
    index_view_class = MeetingIndexView
    filterset_class = MeetingFilterSet
    icon = "calendar-alt"
    menu_label = _("Meetings")
    menu_order = 120
    own_columns = [
        NETWORK,
        DayColumn("start", label=_("Date"), sort_key="start"),
        Column("city", label=_("Host city"), accessor="city_name", sort_key="host_city__sort_key"),
        Column("kind", label=_("Kind"), accessor="get_kind_display", sort_key="kind"),
        Column("mode", label=_("Mode"), accessor="get_mode_display", sort_key="mode"),
    ]


class ProductFilterSet(OfNetworkFilterSet):
    tag_rows = ProductTag
    stage = MultipleChoiceFilter(
        label=_("Stage"), choices=ProductStage, method="by_stage", widget=CheckboxSelectMultiple
    )
    type = MultipleChoiceFilter(label=_("Type"), choices=ProductType, widget=CheckboxSelectMultiple)

    class Meta(OriginalsFilterSet.Meta):
        model = ProductPage

    def by_stage(self, pages: QuerySet, name: str, value: list[str]) -> QuerySet:
        if not value:
            return pages
        wanted = Q(state_stage__in=value)
        # A product nobody decided on yet has no row: it is being worked on.
        return pages.filter(
            wanted | Q(state_stage=None) if ProductStage.WORKING in value else wanted
        )


class ProductIndexView(OfNetworkIndexView):
    def get_base_queryset(self) -> QuerySet:
        key = OuterRef("translation_key")
        return (
            super()
            .get_base_queryset()
            .annotate(
                state_stage=Subquery(
                    ProductState.objects.filter(translation_key=key).values("stage")
                ),
                audience_who=Subquery(Audience.objects.filter(translation_key=key).values("who")),
            )
        )


class ProductListing(OriginalsListing):
    name = "product_pages"
    model = ProductPage
    index_view_class = ProductIndexView
    filterset_class = ProductFilterSet
    icon = "doc-full"
    menu_label = _("Products")
    menu_order = 130
    own_columns = [
        NETWORK,
        Column("type", label=_("Type"), accessor="get_type_display", sort_key="type"),
        Column(
            "stage",
            label=_("Stage"),
            accessor=lambda page: ProductStage(page.state_stage or ProductStage.WORKING).label,
            sort_key="state_stage",
        ),
        Column(
            "who",
            label=_("Visible to"),
            accessor=lambda page: Who(page.audience_who).label if page.audience_who else "",
        ),
    ]
