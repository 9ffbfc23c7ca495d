"""States that live outside revisions: who sees an original, and how its English stands."""

from typing import Self

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Collection, Page


class Who(models.TextChoices):
    """Whom an audience admits. Editors also see what they may edit."""

    PUBLIC = "public", _("everyone")
    MEMBERS = "members", _("members of its networks")
    LEADERS = "leaders", _("the leaders' network")


class StateRecord(models.Model):
    """What is decided about an original by buttons and commands, never by drafts.

    A page field would come back with every reverted or older draft; this row does not. It goes
    with its original: see :mod:`base.mirror`.
    """

    translation_key = models.UUIDField(unique=True, editable=False)
    changed_at = models.DateTimeField(_("changed at"), auto_now=True)
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("changed by"),
    )

    class Meta:
        abstract = True

    @classmethod
    def of(cls, page: Page) -> Self:
        """The state of an original; where none is kept yet, the defaults, unsaved: reading writes
        nothing.
        """
        key = page.translation_key
        return cls._default_manager.filter(translation_key=key).first() or cls(translation_key=key)


class Audience(models.Model):
    """Who may see an original, and with it its translation and aliases. No row means nobody.

    A plain record: publishing or reverting a revision never changes it, and changing it takes
    effect on the next request.
    """

    translation_key = models.UUIDField(unique=True, editable=False)
    page = models.OneToOneField(
        Page, on_delete=models.CASCADE, related_name="audience", verbose_name=_("page")
    )
    who = models.CharField(_("visible to"), max_length=16, choices=Who, default=Who.PUBLIC)
    changed_at = models.DateTimeField(_("changed at"), auto_now=True)
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("changed by"),
    )

    class Meta:
        verbose_name = _("audience")
        verbose_name_plural = _("audiences")
        indexes = [models.Index(fields=["translation_key", "who"], name="audience_key_who")]

    def __str__(self) -> str:
        return self.get_who_display()


class CollectionAudience(models.Model):
    """A collection of images and documents that is not public. No row means: as its parent."""

    collection = models.OneToOneField(
        Collection, on_delete=models.CASCADE, related_name="audience", verbose_name=_("collection")
    )
    who = models.CharField(_("visible to"), max_length=16, choices=Who, default=Who.MEMBERS)

    class Meta:
        verbose_name = _("collection's audience")
        verbose_name_plural = _("collections' audiences")

    def __str__(self) -> str:
        return f"{self.collection}: {self.get_who_display()}"


class LanguageState(models.Model):
    """How an original's English stands: one row per original, kept by :mod:`base.language_state`.

    ``polish_digest`` is the digest of the original's translatable text at its last publication;
    ``english_digest`` is what that digest was when the English was last published. Facts do not
    count: changing a date does not make the English old.
    """

    class State(models.TextChoices):
        FULL = "full", _("full English version")
        ABSTRACT = "abstract", _("English abstract")
        POLISH_ONLY = "polish_only", _("Polish only")

    translation_key = models.UUIDField(unique=True, editable=False)
    page = models.OneToOneField(Page, on_delete=models.CASCADE, related_name="language_state")
    state = models.CharField(max_length=16, choices=State, default=State.POLISH_ONLY, db_index=True)
    outdated = models.BooleanField(default=False, db_index=True)
    polish_digest = models.CharField(max_length=64, blank=True)
    polish_changed_at = models.DateTimeField(null=True, blank=True)
    english_digest = models.CharField(max_length=64, blank=True)
    english_published_at = models.DateTimeField(null=True, blank=True)
    english_requests = models.PositiveIntegerField(
        _("requests for English"),
        default=0,
        help_text=_("How many readers asked for an English version; nothing else is kept."),
    )

    class Meta:
        verbose_name = _("language state")
        verbose_name_plural = _("language states")

    def __str__(self) -> str:
        return self.get_state_display()

    @property
    def has_english(self) -> bool:
        return self.state != self.State.POLISH_ONLY
