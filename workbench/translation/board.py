"""How the English of each published page stands, for the board: one query for any number."""

from __future__ import annotations

from typing import Any

from django.db.models import (
    Case,
    CharField,
    Count,
    Exists,
    F,
    OuterRef,
    QuerySet,
    Subquery,
    TextChoices,
    Value,
    When,
)
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page
from wagtail_localize.models import StringTranslation

from base import access
from base.languages import original_locale_id, translation_locale_id
from base.models import LanguageState

from .segments import MACHINE

State = LanguageState.State


class Stage(TextChoices):
    """What has to be done about a page's English, the most urgent first."""

    WAITING = "waiting", _("machine-translated, to be confirmed")
    OUTDATED = "outdated", _("older than the Polish")
    STARTED = "started", _("in progress")
    UNTRANSLATED = "untranslated", _("not translated")
    ABSTRACT = "abstract", _("abstract only")
    DONE = "done", _("complete")


TO_DO = [stage for stage in Stage if stage != Stage.DONE]


def originals_for(user: Any) -> QuerySet[Page]:
    """The published originals a translator may be shown, each with its ``stage`` and ``demand``."""
    pages = access.visible(
        Page.objects.filter(locale_id=original_locale_id(), alias_of__isnull=True, depth__gt=1),
        user,
    )
    english = Page.objects.filter(
        translation_key=OuterRef("translation_key"), locale_id=translation_locale_id()
    )
    unconfirmed = StringTranslation.objects.filter(
        context__object_id=OuterRef("translation_key"),
        locale_id=translation_locale_id(),
        translation_type=MACHINE,
    )
    return pages.annotate(
        english_pk=Subquery(english.values("pk")[:1]),
        demand=Coalesce(F("language_state__english_requests"), 0),
        changed=Coalesce(F("language_state__polish_changed_at"), F("last_published_at")),
        stage=Case(
            When(Exists(unconfirmed), then=Value(Stage.WAITING)),
            When(language_state__outdated=True, then=Value(Stage.OUTDATED)),
            When(Exists(english.filter(live=False)), then=Value(Stage.STARTED)),
            When(language_state__state=State.ABSTRACT, then=Value(Stage.ABSTRACT)),
            When(language_state__state=State.FULL, then=Value(Stage.DONE)),
            default=Value(Stage.UNTRANSLATED),
            output_field=CharField(),
        ),
    )


def numbers(pages: QuerySet[Page]) -> list[tuple[int, dict[str, int]]]:
    """How many pages of each type are at each stage, by the ids of content types."""
    table: dict[int, dict[str, int]] = {}
    counted = pages.order_by().values_list("content_type", "stage").annotate(Count("pk"))
    for content_type, stage, number in counted:
        table.setdefault(content_type, {})[stage] = number
    return sorted(table.items(), key=lambda row: -sum(row[1].values()))
