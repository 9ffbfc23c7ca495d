"""The list of news in the admin."""

from __future__ import annotations

from typing import Any

from django.db.models import Q, QuerySet
from django.forms import CheckboxSelectMultiple, RadioSelect
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from django_filters import (
    BooleanFilter,
    ChoiceFilter,
    DateFromToRangeFilter,
    ModelMultipleChoiceFilter,
    MultipleChoiceFilter,
)
from wagtail.admin.filters import DateRangePickerWidget
from wagtail.admin.ui.tables import Column
from wagtail.admin.widgets import Button
from wagtail.admin.widgets.boolean_radio_select import BooleanRadioSelect

from base.columns import DayColumn, a_few
from base.page_listing import OriginalsFilterSet, OriginalsIndexView, OriginalsListing
from base.relations import ids_by_page
from networks.models import NetworkPage
from networks.viewsets import networks_by_tree
from registers.models import Theme

from .bringing_over.forms import may_bring_over
from .models import NewsCategory, NewsPage, NewsTag, NewsType


class NewsFilterSet(OriginalsFilterSet):
    category = MultipleChoiceFilter(
        label=_("Category"), choices=NewsCategory, widget=CheckboxSelectMultiple
    )
    type = MultipleChoiceFilter(label=_("Type"), choices=NewsType, widget=CheckboxSelectMultiple)
    date = DateFromToRangeFilter(label=_("Date"), widget=DateRangePickerWidget)
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
    archived = BooleanFilter(label=_("Archival"), widget=BooleanRadioSelect)
    pinned = ChoiceFilter(
        label=_("Pinned"),
        choices=[("now", _("now")), ("ended", _("date has passed"))],
        empty_label=_("All"),
        method="by_pin",
        widget=RadioSelect,
    )
    call = ChoiceFilter(
        label=_("Call"),
        choices=[
            ("open", pgettext_lazy("call", "open")),
            ("ended", _("closed, not archived")),
        ],
        empty_label=_("All"),
        method="by_call",
        widget=RadioSelect,
    )

    class Meta(OriginalsFilterSet.Meta):
        model = NewsPage

    def by_call(self, pages: QuerySet, name: str, value: str) -> QuerySet:
        today = timezone.localdate()
        if value == "ended":
            return pages.filter(closes_on__lt=today, archived=False)
        return pages.filter(closes_on__gte=today)

    def by_pin(self, pages: QuerySet, name: str, value: str) -> QuerySet:
        today = timezone.localdate()
        return pages.filter(
            **({"pinned_until__lt": today} if value == "ended" else {"pinned_until__gte": today})
        )

    def by_network(self, pages: QuerySet, name: str, value: list[NetworkPage]) -> QuerySet:
        if not value:
            return pages
        through = NewsPage.networks.through.objects.filter(networkpage__in=value)
        return pages.filter(pk__in=through.values("newspage"))

    def by_theme(self, pages: QuerySet, name: str, value: list[Theme]) -> QuerySet:
        if not value:
            return pages
        rows = NewsTag.objects.filter(Q(tag__theme__in=value) | Q(tag__theme__parent__in=value))
        return pages.filter(pk__in=rows.values("content_object"))


class NewsIndexView(OriginalsIndexView):
    default_ordering = "-date"

    @cached_property
    def header_more_buttons(self) -> list[Button]:
        buttons = super().header_more_buttons
        if may_bring_over(self.request.user):
            url = reverse("bring_over")
            buttons.append(Button(_("Import an old article"), url, icon_name="upload"))
        return buttons

    def describe(self, pages: list[Any]) -> None:
        networks = ids_by_page(NewsPage, "networks", pages)
        used = {pk for ids in networks.values() for pk in ids}
        names = {
            network.pk: network.short_name or network.title
            for network in NetworkPage.objects.filter(pk__in=used)
        }
        for page in pages:
            page.network_names = a_few([names[pk] for pk in networks[page.pk] if pk in names])


class NewsListing(OriginalsListing):
    name = "news_pages"
    model = NewsPage
    index_view_class = NewsIndexView
    filterset_class = NewsFilterSet
    icon = "openquote"
    menu_label = _("News")
    menu_order = 140
    own_columns = [
        DayColumn("date", label=_("Date"), sort_key="date"),
        Column(
            "category", label=_("Category"), accessor="get_category_display", sort_key="category"
        ),
        Column("networks", label=_("Networks"), accessor="network_names"),
    ]
