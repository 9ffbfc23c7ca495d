"""Imported English in the side-by-side editor, from the moment a translator opens it.

Giving wagtail-localize every sentence of every record while importing would be two hundred rows a
record; so it is given those of one page, when somebody comes to edit it.
"""

from __future__ import annotations

from django.http import HttpRequest
from wagtail import hooks
from wagtail.models import Page
from wagtail_localize.models import TranslationSource

from base.translating import adopt

from ..models import PracticePage


# Before wagtail-localize looks whether the page is a translation it knows.
@hooks.register("before_edit_page", order=-10)
def adopt_imported_english(request: HttpRequest, page: Page) -> None:
    if (
        request.method == "GET"
        and isinstance(page, PracticePage)
        and not page.is_original
        and page.alias_of_id is None
        and not TranslationSource.objects.filter(object_id=page.translation_key).exists()
    ):
        adopt(page.original, page)
