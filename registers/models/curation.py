"""What curating keeps of tags: what was done, which are gone, which are not the same."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .theme import Tag


class TagOperation(models.Model):
    """Something an editor did to tags, with what it takes to undo it.

    ``tags`` are the ids of all it touched, those that are gone included; ``data`` is written and
    read by :mod:`registers.curation`.
    """

    class Kind(models.TextChoices):
        MERGE = "merge", _("merged")
        SPLIT = "split", _("split")
        CHANGE = "change", _("changed")
        THEME = "theme", _("given a theme")
        DELETE = "delete", _("deleted")

    kind = models.CharField(_("what was done"), max_length=8, choices=Kind)
    tags = ArrayField(models.BigIntegerField(), verbose_name=_("tags"))
    data = models.JSONField(default=dict)
    done_at = models.DateTimeField(_("when"), default=timezone.now, db_index=True)
    done_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("who"),
    )
    undone_at = models.DateTimeField(_("undone"), null=True)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        verbose_name = _("operation on tags")
        verbose_name_plural = _("operations on tags")
        ordering: ClassVar[list[str]] = ["-done_at", "-pk"]


class RetiredTag(models.Model):
    """An address or an id that meant a tag once, and the tag it means now.

    Always the living tag: whatever pointed at a tag that goes is pointed anew, so there are no
    chains. ``former_id`` is what older versions of pages name; a tag that only got another
    address has none.
    """

    slug = models.SlugField(max_length=100, allow_unicode=True)
    former_id = models.BigIntegerField(null=True, unique=True)
    tag = models.ForeignKey(Tag, on_delete=models.CASCADE, related_name="retired")

    class Meta:
        verbose_name = _("former tag")
        verbose_name_plural = _("former tags")


class DistinctTags(models.Model):
    """Two tags that look alike and are not the same, as an editor has said."""

    first = models.ForeignKey(Tag, on_delete=models.CASCADE, related_name="distinct_after")
    second = models.ForeignKey(Tag, on_delete=models.CASCADE, related_name="distinct_before")
    said_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        verbose_name = _("tags that are not the same")
        verbose_name_plural = _("tags that are not the same")
        constraints: ClassVar[list] = [
            models.UniqueConstraint(fields=["first", "second"], name="distinct_tags_said_once"),
            models.CheckConstraint(
                condition=Q(first__lt=F("second")), name="distinct_tags_in_order"
            ),
        ]
