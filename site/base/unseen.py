"""Which chosen pages readers will not see, and why: for the editors who chose them."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext as _
from wagtail.models import Page

from .languages import original_locale_id
from .models import Audience
from .models.records import Who


def unseen(ids: Iterable[int]) -> dict[int, tuple[Page, list[str]]]:
    """The chosen pages by their ids, each with the reasons why the public does not see it there;
    none if it does.
    """
    pages = Page.objects.select_related("content_type").in_bulk(set(ids))
    keys = [page.translation_key for page in pages.values()]
    audiences = dict(
        Audience.objects.filter(translation_key__in=keys).values_list("translation_key", "who")
    )
    return {
        pk: (page, _reasons(page, audiences.get(page.translation_key, "")))
        for pk, page in pages.items()
    }


def _reasons(page: Page, who: str) -> list[str]:
    reasons = []
    if page.locale_id != original_locale_id():
        reasons.append(_("this is the English page; choose the Polish one"))
    if not page.live:
        reasons.append(_("it is not published"))
    if who != Who.PUBLIC:
        reasons.append(
            _("it is closed (%(who)s)") % {"who": Who(who).label} if who else _("it is closed")
        )
    return reasons
