"""What an examination of the content found: barriers in its texts, and links that lead nowhere."""

from __future__ import annotations

from typing import Any

from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.coreutils import get_content_languages
from wagtail.models import Page

from base.telling import SaidField


class Barrier(models.TextChoices):
    """What keeps somebody from reading a page, or from finding the way about in it."""

    HEADING_SKIPPED = "heading_skipped", _("a heading skips a level")
    HEADING_EMPTY = "heading_empty", _("a heading without words")
    LINK_TEXT = "link_text", _("a link that does not say where it leads")
    LINK_LOST = "link_lost", _("a link to a page or file that is gone")
    NO_TRANSCRIPT = "no_transcript", _("a film without a transcript")
    NO_CAPTIONS = "no_captions", _("a film without captions")


class OnPageOrRecord(models.Model):
    """What was found in the texts of a published page, or of a record of a register."""

    page = models.ForeignKey(
        Page,
        null=True,
        blank=True,
        on_delete=models.CASCADE,
        related_name="+",
        verbose_name=_("page"),
    )
    record_type = models.ForeignKey(
        ContentType, null=True, blank=True, on_delete=models.CASCADE, related_name="+"
    )
    record_id = models.PositiveBigIntegerField(null=True, blank=True)
    record = GenericForeignKey("record_type", "record_id")

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=models.Q(
                    page__isnull=False, record_type__isnull=True, record_id__isnull=True
                )
                | models.Q(page__isnull=True, record_type__isnull=False, record_id__isnull=False),
                name="%(app_label)s_%(class)s_page_or_record",
            )
        ]
        indexes = [
            models.Index(fields=["record_type", "record_id"], name="%(app_label)s_%(class)s_record")
        ]

    @property
    def owner(self) -> Any:
        """The page or the record; nothing for a record that has just been deleted."""
        return self.page if self.page_id else self.record

    @property
    def title(self) -> str:
        return self.page.get_admin_display_title() if self.page_id else str(self.record or "")


class Finding(OnPageOrRecord):
    """One barrier in one text; all of an owner's are made anew when it is examined."""

    barrier = models.CharField(_("what"), max_length=24, choices=Barrier, db_index=True)
    place = SaidField(_("where"), blank=True, default=str)
    words = models.CharField(_("words"), max_length=200, blank=True)
    # Of a record's field; a page has its own.
    language = models.CharField(_("language"), max_length=2, blank=True)

    class Meta(OnPageOrRecord.Meta):
        verbose_name = _("finding")
        verbose_name_plural = _("findings")

    def __str__(self) -> str:
        return f"{self.get_barrier_display()}: {self.words}"

    @property
    def language_name(self) -> str:
        code = self.page.locale.language_code if self.page_id else self.language
        return str(get_content_languages().get(code, ""))


class Link(models.Model):
    """An address outside the site that published texts lead to, and how it answered last.

    Broken is what failed on several days in a row: a server may be down for an afternoon.
    """

    class State(models.TextChoices):
        UNKNOWN = "unknown", _("not checked yet")
        WORKS = "works", _("works")
        MOVED = "moved", _("moved permanently")
        FAILS = "fails", _("failing, to be tried again")
        BROKEN = "broken", _("broken")

    address = models.URLField(_("address"), max_length=2000)
    # An index over whole addresses would be refused for the longest.
    digest = models.CharField(max_length=32, unique=True, editable=False)
    host = models.CharField(max_length=255, db_index=True)
    state = models.CharField(
        _("state"), max_length=8, choices=State, default=State.UNKNOWN, db_index=True
    )
    answer = models.CharField(_("answer"), max_length=200, blank=True)
    leads_to = models.URLField(_("leads to"), max_length=2000, blank=True)
    failures = models.PositiveSmallIntegerField(_("failures in a row"), default=0)
    failing_since = models.DateTimeField(_("failing since"), null=True, blank=True)
    checked_at = models.DateTimeField(_("checked"), null=True, blank=True)
    next_check_at = models.DateTimeField(null=True, blank=True, db_index=True)

    class Meta:
        verbose_name = _("link")
        verbose_name_plural = _("links")

    def __str__(self) -> str:
        return self.address


class LinkUse(OnPageOrRecord):
    """A page or record that leads to an address, and with what words: those of a link, or the name
    of the field that holds the address.
    """

    link = models.ForeignKey(Link, on_delete=models.CASCADE, related_name="uses")
    words = SaidField(blank=True, default=str)

    class Meta(OnPageOrRecord.Meta):
        verbose_name = _("use of a link")
        verbose_name_plural = _("uses of links")
        constraints = [
            *OnPageOrRecord.Meta.constraints,
            models.UniqueConstraint(fields=["link", "page"], name="workbench_link_once_a_page"),
            models.UniqueConstraint(
                fields=["link", "record_type", "record_id"], name="workbench_link_once_a_record"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title}: {self.link_id}"


class LinkCheck(models.Model):
    """One answer of an address: the history, kept for a year."""

    link = models.ForeignKey(Link, on_delete=models.CASCADE, related_name="checks")
    at = models.DateTimeField(_("checked"), db_index=True)
    state = models.CharField(_("state"), max_length=8, choices=Link.State)
    answer = models.CharField(_("answer"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("check of a link")
        verbose_name_plural = _("checks of links")
        ordering = ["-at"]

    def __str__(self) -> str:
        return f"{self.link_id}: {self.answer}"
