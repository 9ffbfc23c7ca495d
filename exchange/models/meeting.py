"""Meetings of networks: the calendar, the agenda, and what the public is told afterwards."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from modelcluster.contrib.taggit import ClusterTaggableManager
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from taggit.models import ItemBase
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.contrib.routable_page.models import path
from wagtail.fields import RichTextField
from wagtail.models import Page
from wagtail_localize.fields import TranslatableField

from base.films import CAPTIONS, TRANSCRIPT, FilmFields
from base.finding import searched_by
from base.models import BasePage, RoutableBasePage
from base.models.rows import FactRow, TextRow
from base.panels import (
    FactPagePanel,
    FactPanel,
    FactPicturesPanel,
    FactsPanel,
    TextRowsPanel,
    page_tabs,
)
from base.refusals import Missing
from networks.models import NetworkPage
from registers.models import BearsTags, City, Person, Tag
from registers.panels import tags_panel


class MeetingKind(models.TextChoices):
    OPENING = "opening", pgettext_lazy("meeting", "opening meeting")
    QUARTERLY = "quarterly", pgettext_lazy("meeting", "quarterly meeting")
    WORKING = "working", pgettext_lazy("meeting", "working meeting")
    STUDY_VISIT = "study_visit", pgettext_lazy("meeting", "study visit")
    SEMINAR = "seminar", pgettext_lazy("meeting", "seminar")


class MeetingMode(models.TextChoices):
    ON_SITE = "on_site", _("on site")
    ONLINE = "online", _("online")
    HYBRID = "hybrid", _("hybrid")


class AgendaKind(models.TextChoices):
    TALK = "talk", pgettext_lazy("agenda", "talk")
    DISCUSSION = "discussion", pgettext_lazy("agenda", "discussion")
    WORKSHOP = "workshop", pgettext_lazy("agenda", "workshop")
    STUDY_VISIT = "study_visit", pgettext_lazy("agenda", "study visit")
    BREAK = "break", pgettext_lazy("agenda", "break")


class MeetingIndexPage(RoutableBasePage):
    """The calendar of all networks, with its iCalendar address."""

    structural: ClassVar[bool] = True
    parent_page_types: ClassVar[list[str]] = ["home.HomePage"]
    subpage_types: ClassVar[list[str]] = []

    class Meta:
        verbose_name = _("calendar of meetings")
        verbose_name_plural = _("calendars of meetings")

    @path("calendar.ics", name="calendar")
    def calendar(self, request: HttpRequest) -> HttpResponse:
        from ..calendar import calendar_response

        return calendar_response(request, MeetingPage.objects.originals(), name=self.title)

    @path("network/<slug:slug>/calendar.ics", name="network_calendar")
    def network_calendar(self, request: HttpRequest, slug: str) -> HttpResponse:
        """One network's meetings; ``slug`` is its Polish address, the same in both languages."""
        from ..calendar import network_calendar_response

        return network_calendar_response(request, slug)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from ..listing import meeting_list

        return {**super().get_context(request), **meeting_list(request, self.get_url(request))}


class MeetingTag(ItemBase):
    tag = models.ForeignKey(Tag, on_delete=models.CASCADE, related_name="+", verbose_name=_("tag"))
    content_object = ParentalKey(
        "exchange.MeetingPage", on_delete=models.CASCADE, related_name="tagged_items"
    )

    class Meta(ItemBase.Meta):
        verbose_name = _("tags")


class MeetingPage(BearsTags, RoutableBasePage):
    """A meeting of a network. What only members see of it is a record of its own, not this page."""

    manual: ClassVar[str] = "spotkanie"
    facts: ClassVar[list[str]] = [
        *BasePage.facts,
        "external_id",
        "tags",
        "tagged_items",
        "number",
        "kind",
        "mode",
        "start",
        "end",
        "host_city",
        "cities",
        "people_count",
        "practices_shown",
        "recording_url",
        "recording_has_captions",
        "gallery",
    ]
    required_to_publish: ClassVar[list[str]] = ["lead", "kind", "mode", "start", "end"]
    required_in_english: ClassVar[list[str]] = ["lead"]
    film_fields: ClassVar[tuple[FilmFields, ...]] = (
        FilmFields("recording_url", "recording_transcript", "recording_has_captions"),
    )
    parent_page_types: ClassVar[list[str]] = ["networks.NetworkPage"]
    subpage_types: ClassVar[list[str]] = []

    summary = RichTextField(
        _("public summary"), blank=True, help_text=_("What everyone can read about the meeting.")
    )
    venue = models.CharField(_("venue"), max_length=250, blank=True)
    accessibility = models.TextField(
        _("accessibility of the venue"),
        blank=True,
        help_text=_("Step-free entrance, induction loop, interpreter, quiet room, parking."),
    )
    recording_transcript = models.TextField(
        _("transcript of the recording"), blank=True, help_text=TRANSCRIPT
    )

    external_id = models.CharField(max_length=100, blank=True, editable=False)
    tags = ClusterTaggableManager(
        through=MeetingTag, blank=True, related_name="meetings+", verbose_name=_("tags")
    )
    number = models.PositiveSmallIntegerField(_("number"), null=True, blank=True)
    kind = models.CharField(_("kind"), max_length=16, choices=MeetingKind, blank=True)
    mode = models.CharField(_("mode"), max_length=8, choices=MeetingMode, blank=True)
    start = models.DateTimeField(_("start"), null=True, blank=True, db_index=True)
    end = models.DateTimeField(_("end"), null=True, blank=True)
    host_city = models.ForeignKey(
        City,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("host city"),
    )
    cities = ParentalManyToManyField(
        City, blank=True, related_name="+", verbose_name=_("cities that took part")
    )
    people_count = models.PositiveSmallIntegerField(_("number of people"), null=True, blank=True)
    practices_shown = ParentalManyToManyField(
        "practices.PracticePage",
        blank=True,
        related_name="+",
        verbose_name=_("practices presented"),
        limit_choices_to={"locale__language_code": "pl"},
    )
    recording_url = models.URLField(_("recording"), blank=True)
    recording_has_captions = models.BooleanField(
        _("the recording has captions"), default=False, help_text=CAPTIONS
    )

    search_fields = [*BasePage.search_fields, *searched_by("names_of_city")]
    edit_handler = page_tabs(
        [
            (
                _("Content"),
                [
                    *BasePage.content_panels,
                    FieldPanel("summary"),
                    FieldPanel("venue", help_text=_("For example “City Library, ul. Szkolna 2”.")),
                    FieldPanel("accessibility"),
                ],
            ),
            (
                _("Facts"),
                [
                    FactsPanel(
                        [
                            FieldRowPanel([FactPanel("kind"), FactPanel("number")]),
                            FactPanel("mode"),
                            FieldRowPanel([FactPanel("start"), FactPanel("end")]),
                        ],
                        heading=_("What and when"),
                    ),
                    FactsPanel(
                        [FactPanel("host_city"), FactPanel("cities"), FactPanel("people_count")],
                        heading=_("Cities"),
                    ),
                    tags_panel(),
                    FactPanel("practices_shown"),
                ],
            ),
            (
                _("Agenda"),
                [
                    TextRowsPanel(
                        "agenda",
                        heading=_("Agenda"),
                        label=_("Item"),
                        help_text=_("Day 1 is the first day of the meeting."),
                    )
                ],
            ),
            (
                _("Media"),
                [
                    FactPanel("cover"),
                    FactPicturesPanel("gallery", heading=_("Gallery"), label=_("Image")),
                    FactPanel("recording_url"),
                    FactPanel("recording_has_captions"),
                    FieldPanel("recording_transcript"),
                ],
            ),
        ]
    )

    translatable_fields: ClassVar[list] = [
        *BasePage.translatable_fields,
        TranslatableField("summary"),
        TranslatableField("venue"),
        TranslatableField("accessibility"),
        TranslatableField("recording_transcript"),
        TranslatableField("agenda"),
    ]

    class Meta:
        verbose_name = _("meeting")
        verbose_name_plural = _("meetings")

    @property
    def network(self) -> NetworkPage:
        return self.get_parent().specific

    @property
    def names_of_city(self) -> list[str]:
        """By which editors find the original as well."""
        return self.host_city.names if self.is_original and self.host_city is not None else []

    @property
    def is_over(self) -> bool:
        end = self.original.end or self.original.start
        return end is not None and end < timezone.now()

    @property
    def shows_cities(self) -> bool:
        """Who took part is public in open networks; of the leaders' only the note is."""
        return not self.original.network.is_closed

    def missing_for_publication(self) -> list[Missing]:
        missing = super().missing_for_publication()
        if not self.is_original:
            return missing
        if self.mode in (MeetingMode.ON_SITE, MeetingMode.HYBRID) and self.host_city is None:
            message = _("An in-person meeting needs a host city.")
            missing.append(Missing("host_city", self.label_of("host_city"), message))
        if self.start and self.end and self.end < self.start:
            message = _("The end is before the start.")
            missing.append(Missing("end", self.label_of("end"), message))
        return missing

    @path("meeting.ics", name="calendar")
    def calendar(self, request: HttpRequest) -> HttpResponse:
        from ..calendar import calendar_response

        meeting = MeetingPage.objects.filter(pk=self.original.pk)
        return calendar_response(request, meeting, name=self.title)

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        from ..meeting_presentation import present_meeting

        return {**super().get_context(request), **present_meeting(self, request)}


class AgendaItem(TextRow):
    texts: ClassVar[list[str]] = ["title"]

    page = ParentalKey(MeetingPage, on_delete=models.CASCADE, related_name="agenda")
    day = models.PositiveSmallIntegerField(_("day"), default=1)
    starts = models.TimeField(_("time"), null=True, blank=True)
    title = models.CharField(_("title"), max_length=250, blank=True)
    kind = models.CharField(_("kind"), max_length=16, choices=AgendaKind, default=AgendaKind.TALK)
    presenter = models.ForeignKey(
        Person,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("presenter"),
    )
    city = models.ForeignKey(
        City,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("city"),
    )
    practice = models.ForeignKey(
        Page,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("practice"),
    )

    panels: ClassVar[list[Any]] = [
        FieldRowPanel([FactPanel("day"), FactPanel("starts"), FactPanel("kind")]),
        FieldPanel("title"),
        FactPanel("presenter"),
        FactPanel("city"),
        FactPagePanel("practice", page_type="practices.PracticePage"),
    ]

    class Meta(TextRow.Meta):
        verbose_name = _("item of the agenda")
        verbose_name_plural = _("agenda")


class MeetingImage(FactRow):
    page = ParentalKey(MeetingPage, on_delete=models.CASCADE, related_name="gallery")
    image = models.ForeignKey(
        "base.CustomImage", on_delete=models.CASCADE, related_name="+", verbose_name=_("image")
    )

    class Meta(FactRow.Meta):
        verbose_name = _("image")
        verbose_name_plural = _("gallery")
