"""The list of practices; its results are the search room's (see the template)."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from django.utils.translation import gettext_lazy as _

from base.models import RoutableBasePage
from networks.feeds import FeedRoutes

if TYPE_CHECKING:
    from base.feeds import FeedEntry
    from base.listing import Entry
    from base.models.pages import BasePageQuerySet


class PracticeIndexPage(FeedRoutes, RoutableBasePage):
    structural: ClassVar[bool] = True
    parent_page_types: ClassVar[list[str]] = ["home.HomePage"]
    subpage_types: ClassVar[list[str]] = ["practices.PracticePage"]

    class Meta:
        verbose_name = _("list of practices")
        verbose_name_plural = _("lists of practices")

    def feed_items(self) -> BasePageQuerySet:
        from .practice import PracticePage

        return PracticePage.objects.originals().order_by("-first_published_at", "pk")

    def feed_entries(self, items: list[Entry]) -> list[FeedEntry]:
        from ..feeds import practice_entries

        return practice_entries(items)
