"""Where money comes from."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelsearch.index import Indexed

from base.finding import searched_by
from base.labels import BilingualLabel


class FundingSource(Indexed, BilingualLabel):
    code = models.SlugField(_("code"), max_length=50, unique=True)
    order = models.PositiveSmallIntegerField(_("order"), default=0)

    search_fields = searched_by("name_pl", "name_en")

    class Meta:
        verbose_name = _("funding source")
        verbose_name_plural = _("funding sources")
        ordering = ["order", "code"]
