"""The list of practices; its results are the search room's (see the template)."""

from typing import ClassVar

from django.utils.translation import gettext_lazy as _

from base.models import BasePage


class PracticeIndexPage(BasePage):
    structural: ClassVar[bool] = True
    parent_page_types: ClassVar[list[str]] = ["home.HomePage"]
    subpage_types: ClassVar[list[str]] = ["practices.PracticePage"]

    class Meta:
        verbose_name = _("list of practices")
        verbose_name_plural = _("lists of practices")
