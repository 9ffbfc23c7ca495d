"""What waits between a document and the draft that is made of it."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils import timezone

from base.models.files import private_storage


class BroughtArticle(models.Model):
    """An old article between its upload and its draft, seen by whoever brought it only."""

    created_at = models.DateTimeField(default=timezone.now, db_index=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+"
    )
    # What the document proposes for the page's fields.
    proposed = models.JSONField(default=dict)
    # Type and value, as the text of a page keeps them; of an image, the number of its record.
    blocks = models.JSONField(default=list)
    dropped = models.JSONField(default=list)

    class Meta:
        default_permissions = ()
        ordering = ["-pk"]

    def __str__(self) -> str:
        return self.proposed.get("title", "")


class BroughtImage(models.Model):
    """A picture of such an article; it becomes one of ours when its credit and texts are known."""

    article = models.ForeignKey(BroughtArticle, on_delete=models.CASCADE, related_name="images")
    number = models.PositiveIntegerField()
    file = models.FileField(storage=private_storage, upload_to="brought/%Y/%m/")
    content_type = models.CharField(max_length=50)
    alt = models.CharField(max_length=250, blank=True)
    caption = models.CharField(max_length=255, blank=True)
    author = models.CharField(max_length=200, blank=True)

    class Meta:
        default_permissions = ()
        ordering = ["number"]

    def __str__(self) -> str:
        return self.file.name
