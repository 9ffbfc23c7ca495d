"""The first page of the admin: what there is to do, each number leading to where it is done."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from django.db.models import Count, QuerySet
from django.middleware.csrf import get_token
from django.urls import reverse
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from wagtail.admin.ui.components import Component
from wagtail.models import Page

from base.models import BasePage
from exchange.models import MeetingPage, ProductPage
from networks.models import NetworkGroup, NetworkPage
from news.models import NewsIndexPage, NewsPage
from practices.lacking import LACKS, by_level
from practices.models import PracticeIndexPage, PracticePage, PracticeState
from practices.viewsets import SOON
from registers.models import Tag
from search.asked import DAYS_TO_SUGGEST
from search.models import AskedWords
from workbench.condition import files, mending, reports
from workbench.condition.orphans import orphans
from workbench.models import Barrier, Finding, Link, LinkUse
from workbench.translation import board
from workbench.translation.board import Stage
from workbench.translation.views import may_translate

from .models import AccessibilityPage, HomePage

ASKED_FOR_SHOWN = 5


@dataclass(frozen=True)
class Line:
    """A number of things to do, and where they are listed."""

    label: str
    number: int
    address: str


@dataclass(frozen=True)
class Group:
    """Lines of one kind; what is done is left out."""

    name: str
    icon: str
    lines: list[Line]
    # Where the name leads; what has an address stays when there is nothing to do.
    address: str = ""


def groups(user: Any) -> list[Group]:
    """What this person can do something about."""
    found = [
        *_own_networks(user),
        Group(_("Translations"), "wagtail-localize-language",
              list(_translations(user)) if may_translate(user) else []),
        Group(_("Reviews and deadlines"), "calendar-check", list(_dates(user))),
        Group(_("Accessibility"), "view", list(_accessibility(user))),
        Group(_("Links and files"), "link", list(_links_and_files(user))),
        Group(_("Tags and searches"), "tag", list(_words(user))),
    ]  # fmt: skip
    kept = [replace(each, lines=[line for line in each.lines if line.number]) for each in found]
    return [each for each in kept if each.lines or each.address]


def _own_networks(user: Any) -> Iterator[Group]:
    """What is going on in the networks a person coordinates, each network by its name."""
    coordinated = NetworkGroup.objects.filter(group__user=user).values("network")
    for network in NetworkPage.objects.originals().filter(pk__in=coordinated).order_by("path"):
        below = {"path__startswith": network.path, "depth": network.depth + 1}
        meetings = MeetingPage.objects.originals().filter(**below)
        products = ProductPage.objects.originals().filter(**below)
        listed = f"{reverse('meeting_pages:index')}?network={network.pk}"
        edit = reverse("wagtailadmin_pages:edit", args=[network.pk])
        yield Group(network.title, "group", [
            Line(_("Upcoming meetings"), meetings.filter(start__gte=timezone.now()).count(),
                 f"{listed}&when=coming"),
            Line(_("Unpublished meetings"), meetings.filter(live=False).count(),
                 f"{listed}&live=false"),
            Line(_("Unpublished products"), products.filter(live=False).count(),
                 f"{reverse('product_pages:index')}?network={network.pk}&live=false"),
        ], edit)  # fmt: skip


def _translations(user: Any) -> Iterator[Line]:
    address = reverse("workbench_translations")
    numbers = dict(board.originals_for(user).order_by().values_list("stage").annotate(Count("pk")))
    for stage in board.TO_DO:
        label = capfirst(str(stage.label))
        yield Line(label, numbers.get(stage, 0), f"{address}?stage={stage}")


def may_change(user: Any, page: BasePage | None) -> bool:
    """Whether a page, and with it what stands below it, is this person's to change."""
    return page is not None and page.permissions_for_user(user).can_edit()


def may_change_practices(user: Any) -> bool:
    return may_change(user, PracticeIndexPage.objects.originals().first())


def _dates(user: Any) -> Iterator[Line]:
    if may_change_practices(user):
        yield from _reviews()
    if may_change(user, NewsIndexPage.objects.originals().first()):
        today = timezone.localdate()
        pinned = NewsPage.objects.originals().filter(live=True, pinned_until__lt=today)
        yield Line(_("News still pinned after its date"), pinned.count(),
                   f"{reverse('news_pages:index')}?live=true&pinned=ended")  # fmt: skip
        calls = NewsPage.objects.originals().filter(live=True, closes_on__lt=today, archived=False)
        yield Line(_("Closed calls not yet archived"), calls.count(),
                   f"{reverse('news_pages:index')}?live=true&call=ended")  # fmt: skip
    yield from _single_pages(user)


def _reviews() -> Iterator[Line]:
    practices = PracticePage.objects.originals().filter(live=True)
    today = timezone.localdate()
    states = PracticeState.objects.filter(confirmed_on__isnull=False)
    listed = reverse("practice_pages:index")
    late = states.filter(due_on__lt=today)
    yield Line(_("Practices overdue for review"), _count(practices, late),
               f"{listed}?live=true&review=late")  # fmt: skip
    soon = states.filter(due_on__gte=today, due_on__lte=today + SOON)
    yield Line(_("Practices due for review within 30 days"), _count(practices, soon),
               f"{listed}?live=true&review=soon")  # fmt: skip
    never = practices.exclude(translation_key__in=states.values("translation_key"))
    yield Line(_("Practices never confirmed"), never.count(), f"{listed}?live=true&review=never")


def _single_pages(user: Any) -> Iterator[Line]:
    """What is mended on one page: its number is of things on it."""
    home = HomePage.objects.originals().filter(live=True).first()
    if home is not None and may_change(user, home):
        ended = home.slots.filter(until__lt=timezone.localdate()).count()
        edit = reverse("wagtailadmin_pages:edit", args=[home.pk])
        yield Line(_("Featured on the home page after its date"), ended, edit)
    declaration = AccessibilityPage.objects.originals().filter(live=True).first()
    if declaration is not None and may_change(user, declaration):
        edit = reverse("wagtailadmin_pages:edit", args=[declaration.pk])
        label = _("Accessibility statement due for review by 31 March")
        yield Line(label, int(declaration.review_is_due), edit)


def _accessibility(user: Any) -> Iterator[Line]:
    if reports.BarriersView.admits(user):
        mendable = mending.mendable_by(user)
        found = Finding.objects.filter(mendable).order_by().values_list("barrier")
        numbers = dict(found.annotate(Count("pk")))
        for barrier in Barrier:
            address = f"{reverse('workbench_barriers')}?barrier={barrier}"
            yield Line(capfirst(str(barrier.label)), numbers.get(barrier, 0), address)
    if reports.ImagesView.admits(user):
        images = reports.ImagesView.permission_policy.instances_user_has_permission_for(
            user, "change"
        )
        address = reverse("workbench_images")
        number = files.without_alternative_text(images).count()
        yield Line(_("Images without alternative text"), number, f"{address}?problem=alt")
    if reports.DocumentsView.admits(user):
        yield Line(_("PDFs without tags or without a title"),
                   files.with_barriers(reports.DocumentsView.mendable(user)).count(),
                   f"{reverse('workbench_documents')}?problem=pdf")  # fmt: skip


def _links_and_files(user: Any) -> Iterator[Line]:
    if reports.LinksView.admits(user):
        uses = LinkUse.objects.filter(mending.mendable_by(user)).values("link")
        links = Link.objects.filter(pk__in=uses).order_by().values_list("state")
        numbers = dict(links.annotate(Count("pk")))
        address = reverse("workbench_links")
        for state, label in (
            (Link.State.BROKEN, _("Broken links")),
            (Link.State.MOVED, _("Links to pages that have moved permanently")),
        ):
            yield Line(label, numbers.get(state, 0), f"{address}?state={state}")
        pages = mending.editable_pages(user).values("pk")
        yield Line(_("Pages nothing links to"), orphans().filter(pk__in=pages).count(),
                   reverse("workbench_orphans"))  # fmt: skip
    if reports.ImagesView.admits(user):
        images = reports.ImagesView.permission_policy.instances_user_has_permission_for(
            user, "change"
        )
        yield Line(_("Unused images"), files.unused(images).count(),
                   f"{reverse('workbench_images')}?problem=unused")  # fmt: skip
    if reports.DocumentsView.admits(user):
        documents = reports.DocumentsView.mendable(user)
        yield Line(_("Unused documents"), files.unused(documents).count(),
                   f"{reverse('workbench_documents')}?problem=unused")  # fmt: skip


def _words(user: Any) -> Iterator[Line]:
    if user.has_perm("registers.change_tag"):
        tags = reverse(Tag.snippet_viewset.get_url_name("list"))
        without = Tag.objects.filter(theme__isnull=True).count()
        yield Line(_("Tags without a theme"), without, f"{tags}?has_theme=false")
    if user.has_perm("search.add_glossaryentry"):
        asked = AskedWords.objects.filter(found=0, days__gte=DAYS_TO_SUGGEST)
        address = reverse("searches_without_results")
        yield Line(_("Searches without results"), asked.count(), address)


def _count(pages: QuerySet, states: QuerySet) -> int:
    return pages.filter(translation_key__in=states.values("translation_key")).count()


# --- Records --------------------------------------------------------------------------------


def records() -> dict[str, Any]:
    """Published practices by record level, and what they lack, each number with its list."""
    listed = f"{reverse('practice_pages:index')}?live=true"
    rows = []
    for level, number, lacks in by_level():
        address = f"{listed}&level={level}"
        cells = [
            {"number": lacks[code], "address": f"{address}&lacks={code}", "label": label}
            for code, (label, _find) in LACKS.items()
        ]
        rows.append({"label": level.label, "number": number, "address": address, "cells": cells})
    return {"lacks": [label for label, _find in LACKS.values()], "rows": rows}


def asked_for_in_english(user: Any) -> QuerySet[Page]:
    """The pages whose English readers asked for most and cannot read in full yet."""
    pages = board.originals_for(user).exclude(stage=Stage.DONE).filter(demand__gt=0)
    return pages.order_by("-demand", "pk")[:ASKED_FOR_SHOWN]


class Dashboard(Component):
    """The panels of work on the admin's first page, below those of Wagtail's own workflows."""

    name = "dashboard"
    template_name = "home/admin/dashboard.html"
    order = 230

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        request = parent_context["request"]
        user = request.user
        return {
            "groups": groups(user),
            "records": records() if may_change_practices(user) else {},
            "asked_for": asked_for_in_english(user) if may_translate(user) else [],
            "Stage": Stage,
            "csrf_token": get_token(request),
        }
