"""Imports run from the admin: the file, what was chosen, what came of it, and how to undo it."""

from __future__ import annotations

from datetime import timedelta
from pathlib import PurePosixPath
from typing import Any

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models.fields.files import FieldFile
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from base.labels import in_language
from base.models.files import private_storage
from base.telling import SaidField

# Files hold names and addresses of people; what they were imported into stays.
FILES_KEPT = timedelta(days=90)


class ImportRun(models.Model):
    """One file, from its upload to its import, and perhaps back.

    The state says what is being done now or was done last; what else may be done follows from
    the changes that are kept.
    """

    class State(models.TextChoices):
        CHECKING = "checking", _("being checked")
        CHECKED = "checked", _("checked, not imported yet")
        IMPORTING = "importing", _("being imported")
        IMPORTED = "imported", pgettext_lazy("import run", "imported")
        UNDOING = "undoing", _("being undone")
        UNDONE = "undone", _("undone")
        STOPPED = "stopped", _("stopped")
        FAILED = "failed", _("failed")

    class Publishing(models.TextChoices):
        NOTHING = "nothing", _("Everything stays a draft")
        COMPLETE = "complete", _("Publish complete records; the others stay drafts")
        ARCHIVAL = (
            "archival",
            _("Publish complete records, and incomplete ones with summary and city as archival"),
        )

    class Known(models.TextChoices):
        CHANGE = "change", _("Change them: the columns of the file replace what they say")
        SKIP = "skip", _("Leave them as they are")

    class Alike(models.TextChoices):
        SEPARATE = (
            "separate",
            _("Show me each one; unless I choose otherwise, create a second practice"),
        )
        CHANGE = "change", _("Change the existing practice")
        SKIP = "skip", _("Leave the existing practice as it is")

    BUSY = (State.CHECKING, State.IMPORTING, State.UNDOING)

    file = models.FileField(_("file"), storage=private_storage, upload_to="imports/%Y/%m/")
    file_name = models.CharField(_("file"), max_length=255, editable=False)
    publishing = models.CharField(
        _("publication"), max_length=16, choices=Publishing, default=Publishing.NOTHING
    )
    known = models.CharField(
        _("existing practices"), max_length=16, choices=Known, default=Known.CHANGE
    )
    alike = models.CharField(
        _("practices with the same title and city but another identifier"),
        max_length=16,
        choices=Alike,
        default=Alike.SEPARATE,
    )
    # Place, value as the file has it, what is read instead: see practices.transfer.corrections.
    corrections = models.JSONField(default=dict, editable=False)
    state = models.CharField(
        _("state"), max_length=16, choices=State, default=State.CHECKING, editable=False
    )
    # Why the file as a whole cannot be imported.
    problem = SaidField(editable=False, blank=True, default=str)
    done = models.PositiveIntegerField(default=0, editable=False)
    total = models.PositiveIntegerField(default=0, editable=False)
    is_to_stop = models.BooleanField(default=False, editable=False)
    # What the last check or import says in figures and in short lists; sentences as
    # base.telling.in_each_language keeps them.
    summary = models.JSONField(default=dict, editable=False)
    report_pl = models.FileField(
        storage=private_storage, upload_to="imports/%Y/%m/", blank=True, editable=False
    )
    report_en = models.FileField(
        storage=private_storage, upload_to="imports/%Y/%m/", blank=True, editable=False
    )
    created_at = models.DateTimeField(_("uploaded"), default=timezone.now, editable=False)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
        verbose_name=_("uploaded by"),
    )
    # Whose doing the current or last check, import or undoing is.
    started_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        editable=False,
        on_delete=models.SET_NULL,
        related_name="+",
    )

    class Meta:
        verbose_name = _("import of practices")
        verbose_name_plural = _("imports of practices")
        ordering = ["-created_at", "-pk"]
        default_permissions = ("add",)

    def __str__(self) -> str:
        return self.file_name

    @property
    def is_busy(self) -> bool:
        return self.state in self.BUSY

    @property
    def suffix(self) -> str:
        return PurePosixPath(self.file_name).suffix.lower()

    @property
    def may_be_checked(self) -> bool:
        return bool(self.file) and not self.is_busy

    @property
    def may_be_imported(self) -> bool:
        return bool(self.file) and self.state == self.State.CHECKED

    @property
    def may_be_undone(self) -> bool:
        return not self.is_busy and self.changes.filter(undone="").exists()

    @property
    def report(self) -> FieldFile:
        """The one in the reader's language."""
        return in_language(self.report_pl, self.report_en)

    @property
    def kept_until(self) -> Any:
        return self.created_at + FILES_KEPT


class ImportProblem(models.Model):
    """What the last check found in one cell; an error keeps the record out, a doubt does not."""

    run = models.ForeignKey(ImportRun, on_delete=models.CASCADE, related_name="problems")
    is_error = models.BooleanField()
    line = models.PositiveIntegerField()
    name = models.CharField(max_length=255, blank=True)
    column = models.CharField(max_length=100, blank=True)
    message = SaidField()
    # Where another value may be chosen for this one; see practices.transfer.records.Problem.
    place = models.CharField(max_length=100, blank=True)
    value = models.TextField(blank=True)
    # Value and label, as base.telling.in_each_language keeps it.
    candidates = models.JSONField(default=list)

    class Meta:
        default_permissions = ()
        indexes = [models.Index(fields=["run", "is_error", "line"], name="import_problem_lines")]

    def __str__(self) -> str:
        return f"{self.line}, {self.column}: {self.message}"


class ImportChange(models.Model):
    """A page that an import made or changed, with what was there before and after.

    It knows the page by its number, since it outlives it.
    """

    class Undone(models.TextChoices):
        DELETED = "deleted", _("deleted")
        PUT_BACK = "put_back", _("restored")
        LEFT = "left", _("left as it is")

    run = models.ForeignKey(ImportRun, on_delete=models.CASCADE, related_name="changes")
    page_id = models.PositiveIntegerField(db_index=True)
    translation_key = models.UUIDField()
    title = models.CharField(max_length=255)
    is_original = models.BooleanField()
    is_new = models.BooleanField()
    # Page columns and, of an original, its state: see practices.admin_import.journal.
    before = models.JSONField(default=dict)
    after = models.JSONField(default=dict)
    undone = models.CharField(max_length=16, choices=Undone, blank=True)
    why_left = SaidField(blank=True, default=str)

    class Meta:
        default_permissions = ()
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["run", "page_id"], name="import_changes_page_once")
        ]

    def __str__(self) -> str:
        return self.title


class ImportMade(models.Model):
    """A tag or a person that an import added to a register."""

    run = models.ForeignKey(ImportRun, on_delete=models.CASCADE, related_name="made")
    content_type = models.ForeignKey(ContentType, on_delete=models.CASCADE, related_name="+")
    object_id = models.PositiveIntegerField()
    record = GenericForeignKey()
    label = models.CharField(max_length=255)

    class Meta:
        default_permissions = ()
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.label
