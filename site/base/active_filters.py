"""What a list is narrowed by, told in words: Wagtail 7.4 says "True" and "False" of a choice."""

from __future__ import annotations

from collections.abc import Iterator

from django_filters import BooleanFilter
from wagtail.admin.active_filters import (
    ActiveFilter,
    BaseFilterAdapter,
    register_filter_adapter_class,
)


class YesOrNo(BaseFilterAdapter):
    """The choice as its own widget words it."""

    def get_active_filters(self) -> Iterator[ActiveFilter]:
        words = dict(self.filter.field.widget.choices)
        yield ActiveFilter(
            self.bound_field.auto_id,
            self.filter.label,
            words[str(self.value).lower()],
            self.get_url_without_filter_param(self.name),
        )


def apply() -> None:
    register_filter_adapter_class(BooleanFilter, YesOrNo)
