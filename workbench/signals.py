"""What the workbench keeps by itself."""

from __future__ import annotations

from typing import Any

from django.db.models.signals import post_save
from django.dispatch import receiver
from wagtail_localize.models import StringTranslation

from .translation import memory


@receiver(post_save, sender=StringTranslation, dispatch_uid="workbench.remember")
def remember(
    sender: type, instance: StringTranslation, created: bool, raw: bool, **_kwargs: Any
) -> None:
    """What was translated once is offered where the same or the like is said again."""
    if created and not raw:
        memory.remember(instance.translation_of)
