"""Lists of one page type in the admin: originals only, with what an editor looks for."""

from __future__ import annotations

from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery
from django.forms import RadioSelect
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django_filters import ChoiceFilter
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column
from wagtail.admin.ui.tables.pages import BulkActionsColumn, PageStatusColumn, PageTitleColumn
from wagtail.admin.views.pages.choose_parent import ChooseParentView
from wagtail.admin.views.pages.listing import IndexView
from wagtail.admin.viewsets.pages import PageListingViewSet

from .columns import DayColumn
from .finding import containing
from .languages import original_locale_id
from .models import BasePage, LanguageState

State = LanguageState.State
OUTDATED = "outdated"
ENGLISH = [*State.choices, (OUTDATED, _("English older than the Polish"))]


def _english(page: Any) -> str:
    state = State(page.english_state or State.POLISH_ONLY)
    if page.english_outdated and state != State.POLISH_ONLY:
        return str(_("%(state)s, outdated")) % {"state": state.label}
    return str(state.label)


def with_english(pages: QuerySet) -> QuerySet:
    """Annotate how each original's English stands."""
    states = LanguageState.objects.filter(translation_key=OuterRef("translation_key"))
    return pages.annotate(
        english_state=Subquery(states.values("state")),
        english_outdated=Subquery(states.values("outdated")),
    )


TITLE = PageTitleColumn("title", label=_("Title"), sort_key="title", classname="title")
ENGLISH_COLUMN = Column(
    "english", label=_("English version"), accessor=_english, sort_key="english_state"
)
UPDATED = DayColumn(
    "latest_revision_created_at", label=_("Updated"), sort_key="latest_revision_created_at"
)
STATUS = PageStatusColumn("status", label=_("Status"), sort_key="live")


class OriginalsFilterSet(WagtailFilterSet):
    """Filters of every such list: published or not, and how the English stands."""

    live = ChoiceFilter(
        label=_("Status"),
        choices=[("true", _("published")), ("false", _("draft"))],
        empty_label=_("All"),
        method="by_live",
        widget=RadioSelect,
    )
    english = ChoiceFilter(
        label=_("English version"),
        choices=ENGLISH,
        empty_label=_("All"),
        method="by_english",
        widget=RadioSelect,
    )

    class Meta:
        model = BasePage
        fields: list[str] = []

    def _add_locale_filter(self) -> None:
        """The list has originals only; their language is Polish."""

    def by_live(self, pages: QuerySet, name: str, value: str) -> QuerySet:
        return pages.filter(live=value == "true")

    def by_english(self, pages: QuerySet, name: str, value: str) -> QuerySet:
        if value == State.POLISH_ONLY:
            # A page never published has no row yet.
            translated = LanguageState.objects.exclude(state=State.POLISH_ONLY)
            return pages.exclude(translation_key__in=translated.values("translation_key"))
        wanted = {"outdated": True} if value == OUTDATED else {"state": value}
        states = LanguageState.objects.filter(**wanted)
        return pages.filter(translation_key__in=states.values("translation_key"))


class ChoosePolishParentView(ChooseParentView):
    """Pages are written below Polish ones; where there is one such page, nobody is asked."""

    def get_valid_parent_pages(self, user: Any) -> QuerySet:
        return super().get_valid_parent_pages(user).filter(locale_id=original_locale_id())


class OriginalsIndexView(IndexView):
    """The list. ``describe`` lets a room add what its columns show, once a page of the list."""

    # What the search field looks into, without diacritics.
    searched: tuple[str, ...] = ("title",)
    related: tuple[str, ...] = ()
    show_locale_labels = False

    def get_base_queryset(self) -> QuerySet:
        pages = super().get_base_queryset()
        pages = pages.filter(locale_id=original_locale_id(), alias_of__isnull=True)
        return with_english(pages.select_related(*self.related) if self.related else pages)

    def search_queryset(self, queryset: QuerySet) -> QuerySet:
        if not self.is_searching:
            return queryset
        return containing(queryset, self.search_query, *self.searched)

    def get_add_url(self) -> str | None:
        """Offered to those who have a page to add below: Wagtail asks for no place."""
        parents = ChoosePolishParentView(model=self.model).get_valid_parent_pages(self.request.user)
        return super().get_add_url() if parents.exists() else None

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        self.describe(list(context["object_list"]))
        return context

    def describe(self, pages: list[Any]) -> None:
        """Put on each page what its columns show, in a fixed number of queries."""


class OriginalsListing(PageListingViewSet):
    index_view_class: Any = OriginalsIndexView
    choose_parent_view_class = ChoosePolishParentView
    filterset_class: Any = OriginalsFilterSet
    own_columns: list[Column] = []
    add_to_admin_menu = True
    list_per_page = 50

    @cached_property
    def columns(self) -> list[Any]:  # type: ignore[override]
        return [
            BulkActionsColumn("bulk_actions"),
            TITLE,
            *self.own_columns,
            ENGLISH_COLUMN,
            UPDATED,
            STATUS,
        ]
