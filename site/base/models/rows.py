"""The rows of a page: with text in both languages, or with facts alone."""

from typing import Any, ClassVar

from django.utils.translation import gettext as _
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


def texts_too_long(page: Any) -> dict[str, str]:
    """The relations of a page in which a row's text does not fit its column, with what to say.

    Rows are validated by the formsets of the page form; a translation comes another way.
    """
    errors = {}
    for field in page.translatable_fields:
        if not page._meta.get_field(field.field_name).one_to_many:
            continue
        for row in getattr(page, field.field_name).all():
            for name in row.texts:
                limit = row._meta.get_field(name).max_length
                if limit and len(getattr(row, name)) > limit:
                    errors[field.field_name] = _(
                        "“%(start)s…” is too long: at most %(limit)d characters."
                    ) % {"start": getattr(row, name)[:40], "limit": limit}
    return errors


class FactRow(Orderable):
    """A row without words of its own; it exists on the original only."""

    class Meta(Orderable.Meta):
        abstract = True
