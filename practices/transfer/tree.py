"""Places in the page tree for many new pages at once, and addresses that nobody has yet."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import CharField, F, Func, Q, Value
from wagtail.models import Page

from base.addresses import slug_of

from ..models import PracticeIndexPage, PracticePage


class Place:
    """The page that new practices of one language go below, locked for one transaction.

    Whoever else adds a page below it waits; its last child is read after the lock.
    """

    def __init__(self, locale_id: int, *, locked: bool):
        index = PracticeIndexPage.objects.get(locale_id=locale_id, alias_of__isnull=True)
        pages = Page.objects.select_for_update() if locked else Page.objects.all()
        self.parent = pages.get(pk=index.pk)
        last = self._children().order_by("-path").values_list("path", flat=True).first()
        self._step = Page._str2int(last[-Page.steplen :]) if last else 0
        self._added = 0
        self._slugs: set[str] = set()

    def _children(self):
        return Page.objects.filter(path__startswith=self.parent.path, depth=self.parent.depth + 1)

    def read_slugs(self, wanted: Iterable[str]) -> None:
        """Learn which of these addresses, and of their numbered followers, are taken."""
        stems = {slug for slug in wanted if slug}
        if not stems:
            return
        stem = Func(
            F("slug"),
            Value("-[0-9]+$"),
            Value(""),
            function="regexp_replace",
            output_field=CharField(),
        )
        taken = self._children().annotate(stem=stem).filter(Q(slug__in=stems) | Q(stem__in=stems))
        self._slugs.update(taken.values_list("slug", flat=True))

    def is_taken(self, slug: str) -> bool:
        return slug in self._slugs

    def put(self, page: PracticePage, stem: str) -> None:
        """Give the page the next place, and the address or the next free one after it."""
        self._step += 1
        self._added += 1
        page.path = Page._get_path(self.parent.path, self.parent.depth + 1, self._step)
        page.depth = self.parent.depth + 1
        page.numchild = 0
        page.slug = self._free(stem)
        page.url_path = f"{self.parent.url_path}{page.slug}/"

    def _free(self, stem: str) -> str:
        slug, number = stem, 1
        while slug in self._slugs:
            slug = f"{stem}-{number}"
            number += 1
        self._slugs.add(slug)
        return slug

    def close(self) -> None:
        """Count the new children in the parent."""
        if self._added:
            Page.objects.filter(pk=self.parent.pk).update(numchild=F("numchild") + self._added)


def stem_of(*texts: str) -> str:
    """The address of a new page: of the first text that gives one."""
    return next((slug for text in texts if (slug := slug_of(text))), "praktyka")
