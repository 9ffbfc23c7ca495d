"""What funders want said on the pages of their programmes."""

from __future__ import annotations

from typing import Any

from django.core.cache import cache
from django.utils import timezone
from wagtail.signals import page_published, page_unpublished

from base.access import ANONYMOUS
from base.languages import ORIGINAL_LANGUAGE, TRANSLATION_LANGUAGE, active_language

from .models import ProgrammePage

LOGO = "max-320x120|format-png"


def publicities() -> dict[str, dict[str, Any] | None]:
    """The publicity of each public programme today, by its place in the tree, in its order.

    Every page asks, so it is read once a minute; publishing a programme reads it anew.
    """
    key = _key(active_language())
    known = cache.get(key)
    if known is None:
        known = {page.path: _read(page) for page in _programmes()}
        cache.set(key, known, 60)
    return known


def _key(language: str) -> str:
    return f"publicities:{language}:{timezone.localdate()}"


def _programmes() -> Any:
    visible = ProgrammePage.objects.originals().visible_to(ANONYMOUS)
    return visible.prefetch_related("publicity__logos__image").order_by("path")


def _read(programme: ProgrammePage) -> dict[str, Any] | None:
    row = programme.current_publicity
    if row is None:
        return None
    logos = [
        {"url": r.url, "alt": r.alt, "width": r.width, "height": r.height, "link": ""}
        for logo in row.logos.all()
        for r in [logo.image.get_rendition(LOGO)]
    ]
    return {"slogan": row.slogan, "boilerplate": row.boilerplate, "logos": logos}


def _forget(**_kwargs: Any) -> None:
    cache.delete_many([_key(language) for language in (ORIGINAL_LANGUAGE, TRANSLATION_LANGUAGE)])


for changed in (page_published, page_unpublished):
    changed.connect(_forget, sender=ProgrammePage, dispatch_uid="networks.publicity")
