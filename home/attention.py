"""What waits for the editors, counted on the first page of the admin, each with its list."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.admin.ui.components import Component
from wagtail.models import Page
from wagtail.permissions import page_permission_policy

from base.languages import original_locale_id
from base.models import LanguageState
from news.models import NewsPage
from practices.models import PracticePage, PracticeState
from registers.models import Tag

ASKED_FOR_SHOWN = 5


@dataclass(frozen=True)
class Waiting:
    """A number of things to do, and where they are listed."""

    label: str
    number: int
    address: str


def waiting() -> list[Waiting]:
    """What there is to do; what is done is left out."""
    practices = PracticePage.objects.originals().filter(live=True)
    news = NewsPage.objects.originals().filter(live=True)
    states = PracticeState.objects.filter(confirmed_on__isnull=False)
    late = states.filter(due_on__lt=timezone.localdate())
    outdated = LanguageState.objects.filter(outdated=True)
    found = [
        (
            _("Practices to be confirmed again"),
            _count(practices, late),
            "practice_pages",
            "review=late",
        ),
        (
            _("Practices never confirmed"),
            practices.exclude(translation_key__in=states.values("translation_key")).count(),
            "practice_pages",
            "review=never",
        ),
        (
            _("Practices whose English is older than the Polish"),
            _count(practices, outdated),
            "practice_pages",
            "english=outdated",
        ),
        (
            _("News whose English is older than the Polish"),
            _count(news, outdated),
            "news_pages",
            "english=outdated",
        ),
    ]
    lists = [
        Waiting(label, number, f"{reverse(f'{name}:index')}?{query}")
        for label, number, name, query in found
    ]
    tags = f"{reverse(Tag.snippet_viewset.get_url_name('list'))}?has_theme=false"
    lists.append(
        Waiting(_("Tags without a theme"), Tag.objects.filter(theme__isnull=True).count(), tags)
    )
    return [item for item in lists if item.number]


def _count(pages: QuerySet, states: QuerySet) -> int:
    return pages.filter(translation_key__in=states.values("translation_key")).count()


def asked_for_in_english(user: Any) -> list[tuple[Page, int]]:
    """The pages whose English readers asked for most, of those the person may open."""
    wished = LanguageState.objects.filter(
        ~Q(state=LanguageState.State.FULL), english_requests__gt=0
    ).order_by("-english_requests")
    numbers = dict(wished.values_list("page", "english_requests")[: 4 * ASKED_FOR_SHOWN])
    pages = page_permission_policy.explorable_instances(user).filter(
        pk__in=numbers, locale_id=original_locale_id()
    )
    ranked = sorted(pages, key=lambda page: -numbers[page.pk])
    return [(page, numbers[page.pk]) for page in ranked[:ASKED_FOR_SHOWN]]


class AttentionPanel(Component):
    """A panel of the admin's first page."""

    name = "attention"
    template_name = "home/admin/attention.html"
    order = 90

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        user = parent_context["request"].user
        return {"waiting": waiting(), "asked_for": asked_for_in_english(user)}
