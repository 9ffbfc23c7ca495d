"""Panels of what every page takes from the registers."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import Panel

from base.panels import FactPanel


def tags_panel() -> FactPanel:
    """Tags with our words on them: taggit's own speak of a list with commas."""
    return FactPanel(
        "tags",
        help_text=_(
            "Two to five, in either language: “retencja”, “zieleń miejska”. Tags lead to "
            "themes, so choose existing ones where you can."
        ),
    )


class ThemeUsesPanel(Panel):
    """What carries a saved theme, as the template composes it of all rooms."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "registers/admin/theme_uses.html"

        def is_shown(self) -> bool:
            return bool(self.instance.pk)

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            context = super().get_context_data(parent_context) or {}
            return {**context, "theme": self.instance}
