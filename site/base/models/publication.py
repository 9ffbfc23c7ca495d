"""What a page needs before it may be published, asked by whatever way it is published."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import transaction
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from .. import access, schedule
from ..refusals import Missing, PublicationRefused
from ..telling import said
from ..text import has_text
from ..untranslated import UNTRANSLATED_TITLE


class CompleteWhenPublished:
    """A page that refuses to be published while it lacks something; a draft may lack everything."""

    # Fields an original cannot be published without, beside its title.
    required_to_publish: ClassVar[list[str]] = []
    # Text fields an English page cannot be published without, beside its title.
    required_in_english: ClassVar[list[str]] = []
    max_title_length: ClassVar[int] = 255
    max_lead_length: ClassVar[int] = 300

    def missing_for_publication(self) -> list[Missing]:
        """What stands between this page and its publication; empty when nothing does.

        The one place that knows: forms, commands, workflows, scheduled publishing and imports
        ask here. An English page needs its own text; everything else is its original's.
        """
        names = self.required_to_publish if self.is_original else self.required_in_english
        missing = [
            Missing(name, self.label_of(name), _("Required for publication."))
            for name in ["title", *names]
            if self._is_empty(name)
        ]
        for name, limit in (("title", self.max_title_length), ("lead", self.max_lead_length)):
            length = len(getattr(self, name))
            if length > limit:
                message = _("At most %(limit)d characters; there are %(length)d.")
                missing.append(
                    Missing(name, self.label_of(name), said(message, limit=limit, length=length))
                )
        if self.expire_at is not None and self.expire_at <= timezone.now():
            message = _("This time has passed: the page would be unpublished at once. Change it.")
            missing.append(Missing("expire_at", self.label_of("expire_at"), message))
        if not self.is_original and not self._polish_is_live():
            message = _("It is not published. Publish it first, then its English version.")
            missing.append(Missing("title", _("Polish page"), message))
        return [*missing, *access.media_out_of_audience(self)]

    def _polish_is_live(self) -> bool:
        originals = type(self).objects.originals()  # type: ignore[attr-defined]
        return originals.filter(translation_key=self.translation_key, live=True).exists()

    def _is_empty(self, name: str) -> bool:
        if name == "title":
            return self.title in ("", UNTRANSLATED_TITLE)
        value = getattr(self, name)
        if isinstance(value, str):
            return not has_text(value)
        if hasattr(value, "all"):
            return not value.all()
        return value is None or (hasattr(value, "__len__") and len(value) == 0)

    @classmethod
    def label_of(cls, name: str) -> str | Promise:
        """A field's name as the form shows it, for messages: lazy."""
        field = cls._meta.get_field(name)
        label = getattr(field, "verbose_name", None) or getattr(
            field.related_model._meta, "verbose_name_plural", name
        )
        return capfirst(label)

    @transaction.atomic
    def publish(self, revision, *args: Any, **kwargs: Any) -> None:
        """Publish a revision, or refuse with what it lacks; every way of publishing comes here."""
        candidate = revision.as_object()
        if missing := candidate.missing_for_publication():
            if schedule.is_due(revision):
                schedule.give_up(self, revision, missing)
                return
            raise PublicationRefused(candidate, missing)
        super().publish(revision, *args, **kwargs)  # type: ignore[misc]

    @transaction.atomic
    def unpublish(self, *args: Any, **kwargs: Any) -> None:
        """Take the page off the site, and with an original its English, or neither."""
        super().unpublish(*args, **kwargs)  # type: ignore[misc]
