"""Panels of what every page takes from the registers."""

from django.utils.translation import gettext_lazy as _

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
