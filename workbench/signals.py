"""What the workbench keeps by itself."""

from __future__ import annotations

from typing import Any

from django.db.models.signals import post_delete, post_save
from django.dispatch import receiver
from wagtail.signals import page_published, page_unpublished
from wagtail_localize.models import StringTranslation

from base.models import BasePage, CustomDocument

from .condition import examining, keeping
from .condition.pieces import registers
from .translation import memory


@receiver(post_save, sender=StringTranslation, dispatch_uid="workbench.remember")
def remember(
    sender: type, instance: StringTranslation, created: bool, raw: bool, **_kwargs: Any
) -> None:
    """What was translated once is offered where the same or the like is said again."""
    if created and not raw:
        memory.remember(instance.translation_of)


@receiver(page_published, dispatch_uid="workbench.examine_page")
@receiver(page_unpublished, dispatch_uid="workbench.forget_page")
def examine_page(sender: type, instance: Any, **_kwargs: Any) -> None:
    """Barriers and links are looked for once a page is published; it need not wait for that."""
    if isinstance(instance, BasePage):
        keeping.examine_later(instance.pk)


@receiver(post_save, sender=CustomDocument, dispatch_uid="workbench.examine_file")
def examine_file(sender: type, instance: CustomDocument, raw: bool, **_kwargs: Any) -> None:
    is_pdf = instance.file.name.lower().endswith(".pdf")
    if not raw and is_pdf and instance.examined_at is None:
        keeping.examine_file_later(instance.pk)


def examine_register(sender: type, instance: Any, raw: bool, **_kwargs: Any) -> None:
    if not raw:
        keeping.examine_record_later(instance)


def forget_register(sender: type, instance: Any, **_kwargs: Any) -> None:
    examining.forget_record(instance)


for model in registers():
    uid = f"workbench.register.{model._meta.label}"
    post_save.connect(examine_register, sender=model, dispatch_uid=uid)
    post_delete.connect(forget_register, sender=model, dispatch_uid=uid)
