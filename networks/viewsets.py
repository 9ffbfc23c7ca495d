"""Networks and memberships in the admin."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import Count, Q, QuerySet
from django.forms import CheckboxSelectMultiple
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django_filters import BooleanFilter, ModelMultipleChoiceFilter, MultipleChoiceFilter
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, FieldRowPanel, ObjectList
from wagtail.admin.ui.tables import Column
from wagtail.admin.widgets.boolean_radio_select import BooleanRadioSelect
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from base import access
from base.columns import DayColumn
from base.finding import containing
from base.page_listing import OriginalsFilterSet, OriginalsIndexView, OriginalsListing
from base.picking import Pickable
from base.snippets import RegisterIndexView, RegisterViewSet
from registers.models import Theme
from registers.models.vocabularies import ProgrammeStatus

from .models import Membership, NetworkPage
from .models.membership import Role
from .models.network import NetworkKind, NetworkState


def networks_by_tree(user: access.Reader) -> QuerySet[NetworkPage]:
    """The Polish pages of networks that the admin may name to the user."""
    return access.listed(NetworkPage.objects.originals(), user).order_by("path")


def memberships_known_to(memberships: QuerySet, user: access.Reader) -> QuerySet:
    """Those in networks that may be named to the user: a closed one has its members in secret."""
    return memberships.filter(network__in=networks_by_tree(user).order_by().values("pk"))


class MembershipForm(WagtailAdminModelForm):
    """Offers the Polish pages of networks only: memberships are facts."""

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        networks = networks_by_tree(self.for_user or access.ANONYMOUS)
        self.fields["network"].queryset = networks  # type: ignore[attr-defined]
        if not self.instance.pk:
            self.fields["joined"].initial = timezone.localdate


class MembershipFilterSet(WagtailFilterSet):
    network = ModelMultipleChoiceFilter(
        label=_("Network"),
        queryset=lambda request: networks_by_tree(request.user),
        widget=CheckboxSelectMultiple,
    )
    role = MultipleChoiceFilter(label=_("Role"), choices=Role, widget=CheckboxSelectMultiple)
    basis = MultipleChoiceFilter(
        label=_("Basis"), choices=ProgrammeStatus, widget=CheckboxSelectMultiple
    )
    current = BooleanFilter(
        label=_("Currently in the network"), method="by_current", widget=BooleanRadioSelect
    )

    class Meta:
        model = Membership
        fields: list[str] = []

    def by_current(self, memberships: QuerySet, name: str, value: bool) -> QuerySet:
        current = Membership.objects.current().values("pk")
        return memberships.filter(pk__in=current) if value else memberships.exclude(pk__in=current)


class MembershipIndexView(RegisterIndexView):
    name_sort_key = "city__sort_key"
    default_ordering = ["city__sort_key", "joined"]


class MembershipViewSet(RegisterViewSet):
    model = Membership
    pickable = Pickable(
        Membership,
        lambda query: containing(Membership.objects.all(), query, "city__name_pl", "city__name_en"),
        known=memberships_known_to,
    )
    index_view_class = MembershipIndexView
    icon = "group"
    menu_label = _("Memberships")
    list_display = [
        "city",
        Column(
            "network",
            label=_("Network"),
            accessor=lambda row: row.network.short_name or row.network.title,
            sort_key="network__path",
        ),
        Column("role", label=_("Role"), accessor="get_role_display", sort_key="role"),
        Column("basis", label=_("Basis"), accessor="get_basis_display", sort_key="basis"),
        DayColumn("joined", label=_("Joined"), sort_key="joined"),
        DayColumn("left", label=_("Left"), sort_key="left"),
    ]
    filterset_class = MembershipFilterSet
    list_export = ["city", "network", "role", "basis", "joined", "left"]
    edit_handler = ObjectList(
        [
            FieldPanel("city"),
            FieldPanel("network", widget=forms.Select),
            FieldRowPanel(
                [
                    FieldPanel(
                        "role",
                        help_text=_(
                            "Lead and partner cities are in networks of the Partnership "
                            "Initiative of Cities only; such a network has one lead at a time."
                        ),
                    ),
                    FieldPanel("basis"),
                ]
            ),
            FieldRowPanel(
                [
                    FieldPanel("joined"),
                    FieldPanel(
                        "left",
                        help_text=_("The last day; leave empty while the city is in the network."),
                    ),
                ]
            ),
        ],
        base_form_class=MembershipForm,
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Membership]:
        return memberships_known_to(
            Membership.objects.select_related("city", "network"), request.user
        )


class NetworkFilterSet(OriginalsFilterSet):
    theme = ModelMultipleChoiceFilter(
        label=_("Theme"),
        queryset=lambda request: Theme.objects.all(),
        method="by_theme",
        widget=CheckboxSelectMultiple,
    )
    kind = MultipleChoiceFilter(label=_("Kind"), choices=NetworkKind, widget=CheckboxSelectMultiple)
    state = MultipleChoiceFilter(
        label=_("State"), choices=NetworkState, widget=CheckboxSelectMultiple
    )

    class Meta(OriginalsFilterSet.Meta):
        model = NetworkPage

    def by_theme(self, pages: QuerySet, name: str, value: list[Theme]) -> QuerySet:
        if not value:
            return pages
        wanted = Q(theme__in=value) | Q(theme__parent__in=value)
        through = NetworkPage.themes.through.objects.filter(wanted)
        return pages.filter(pk__in=through.values("networkpage"))


class NetworkIndexView(OriginalsIndexView):
    default_ordering = "path"
    searched = ("title", "short_name", "theme_name")

    def describe(self, pages: list[NetworkPage]) -> None:
        members = dict(
            Membership.objects.current()
            .filter(network__in=[page.pk for page in pages])
            .order_by()
            .values_list("network")
            .annotate(Count("pk"))
        )
        for page in pages:
            page.current_members = members.get(page.pk, 0)  # type: ignore[attr-defined]


class NetworkListing(OriginalsListing):
    name = "network_pages"
    model = NetworkPage
    index_view_class = NetworkIndexView
    filterset_class = NetworkFilterSet
    icon = "site"
    menu_label = _("Networks")
    # It stands in the group below, not beside it as well.
    add_to_admin_menu = False
    own_columns = [
        Column("kind", label=_("Kind"), accessor="get_kind_display", sort_key="kind"),
        Column("state", label=_("State"), accessor="get_state_display", sort_key="state"),
        Column("members", label=_("Current members"), accessor="current_members"),
    ]


class NetworksGroup(SnippetViewSetGroup):
    menu_label = _("Networks")
    menu_icon = "group"
    menu_order = 150
    items: Any = (NetworkListing, MembershipViewSet)
