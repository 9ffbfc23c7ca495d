"""Panels for facts: they stand on the original's form only."""

from typing import Any

from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel


class _OnOriginalOnly:
    """A bound panel that hides itself on a translation, where a fact would be dead data."""

    instance: Any

    def is_shown(self) -> bool:
        return super().is_shown() and getattr(self.instance, "is_original", True)  # type: ignore[misc]


class FactPanel(FieldPanel):
    class BoundPanel(_OnOriginalOnly, FieldPanel.BoundPanel):
        pass


class FactRowsPanel(InlinePanel):
    class BoundPanel(_OnOriginalOnly, InlinePanel.BoundPanel):
        pass


class FactsPanel(MultiFieldPanel):
    class BoundPanel(_OnOriginalOnly, MultiFieldPanel.BoundPanel):
        pass


__all__ = ["FactPanel", "FactRowsPanel", "FactsPanel"]
