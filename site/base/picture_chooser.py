"""A chosen picture in a form: with its credit and its words, so that what lacks is seen there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django import forms
from django.utils.translation import gettext as _
from wagtail.images.widgets import AdminImageChooser

if TYPE_CHECKING:
    from .models import CustomImage

SCRIPT = "js/chooser-of-pictures.js"


class DescribedImageChooser(AdminImageChooser):
    """Wagtail's chooser that names a picture with who made it and what it shows."""

    def get_display_title(self, instance: CustomImage) -> str:
        said = [instance.title, instance.credit_line or _("no author")]
        if instance.is_decorative:
            return " · ".join([*said, _("decorative")])
        said.append(instance.alt or _("no alternative text"))
        if not instance.alt_en:
            said.append(_("no alternative text in English"))
        return " · ".join(said)

    @property
    def media(self) -> forms.Media:
        return super().media + forms.Media(js=[SCRIPT])
