"""Readership for the editor's side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django import template
from django.utils.translation import gettext as _

from readership import figures
from readership.chart import Chart
from readership.periods import Period, Span

if TYPE_CHECKING:
    from base.models import BasePage

register = template.Library()


@register.simple_tag
def page_readership(page: BasePage) -> dict[str, object]:
    """The last month as a chart, and how often the page was opened in a year."""
    month = figures.views_of(page, Period.back(Span.MONTH))
    year = figures.views_of(page, Period.back(Span.YEAR))
    return {"month": Chart("status-readership", _("The last 30 days"), month), "year": year}
