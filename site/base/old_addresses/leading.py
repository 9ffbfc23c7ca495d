"""Redirects made from what was matched and chosen, and the report of what was not."""

from __future__ import annotations

import io
from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from openpyxl import Workbook
from wagtail.contrib.redirects.models import Redirect
from wagtail.log_actions import log

from .matching import Match, Standing

LED = (Standing.READY, Standing.THERE)


@transaction.atomic
def lead(matches: Iterable[Match], user: Any) -> int:
    """Make the redirects, or lead elsewhere those there are; returns how many."""
    number = 0
    for match in matches:
        redirect = match.existing or Redirect(old_path=match.path)
        is_new = redirect.pk is None
        redirect.redirect_page = match.page
        redirect.redirect_page_route_path = match.route
        redirect.redirect_link = match.link
        redirect.is_permanent, redirect.automatically_created = True, False
        redirect.save()
        log(redirect, "wagtail.create" if is_new else "wagtail.edit", user=user)
        number += 1
    return number


def report(matches: Iterable[Match]) -> bytes:
    """A workbook of every address that is not led anywhere, with why."""
    book = Workbook()
    sheet = book.active
    lines = [[_("Row"), _("Old address"), _("New address, title or end of an address"), _("Why")]]
    lines += [
        [str(match.row.number), match.row.old, match.row.new, str(match.standing.label)]
        for match in matches
        if match.standing not in LED
    ]
    for y, line in enumerate(lines, start=1):
        for x, text in enumerate(line, start=1):
            # Never a formula, whatever it begins with.
            cell = sheet.cell(y, x, text)
            cell.data_type = "s"
    for column, width in zip("ABCD", (8, 60, 60, 40), strict=True):
        sheet.column_dimensions[column].width = width
    stored = io.BytesIO()
    book.save(stored)
    return stored.getvalue()
