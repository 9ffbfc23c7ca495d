"""The abstract row with text in both languages."""

from typing import ClassVar

from wagtail.models import Orderable, TranslatableMixin
from wagtail_localize.fields import TranslatableField

from ..text import has_text


class TextRow(TranslatableMixin, Orderable):
    """A row of a page whose words are translated and whose numbers are the original's."""

    # The text fields, in the order a translator sees them; the first one names the row.
    texts: ClassVar[list[str]] = []

    class Meta(Orderable.Meta):
        abstract = True
        unique_together = [("translation_key", "locale")]

    def __init_subclass__(cls, **kwargs: object) -> None:
        super().__init_subclass__(**kwargs)
        cls.translatable_fields = [TranslatableField(name) for name in cls.texts]

    @property
    def is_translated(self) -> bool:
        """Whether the row's own name has words in this row's language."""
        return has_text(getattr(self, self.texts[0]))


class FactRow(Orderable):
    """A row without words of its own; it exists on the original only."""

    class Meta(Orderable.Meta):
        abstract = True
