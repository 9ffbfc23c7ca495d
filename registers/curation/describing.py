"""Operations in words, and what one would touch before it is done."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from django.db.models import Count
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.models import Page
from wagtail.permissions import page_permission_policy

from base import text
from base.finding import containing
from base.languages import original_locale_id

from ..models import Tag, TagOperation
from ..tag_uses import tagged_models
from .bearers import originals_naming

EXAMPLES = 8
MOST_NAMED = 3


def quoted(names: Iterable[str]) -> str:
    names = list(names)
    shown = ", ".join(text.quoted(name) for name in names[:MOST_NAMED])
    more = len(names) - MOST_NAMED
    return shown if more <= 0 else _("%(names)s and %(more)d more") % {"names": shown, "more": more}


def label_of(field: str) -> Any:
    """What a form calls a field of a tag."""
    return {
        "name": _("name in Polish"),
        "slug": _("address"),
        "theme_id": _("theme"),
    }.get(field) or Tag._meta.get_field(field).verbose_name


def undo_address(operation: TagOperation, back_to: str) -> str:
    """Where an operation is taken back, and where one goes on from there."""
    address = reverse("tag_operation", args=[operation.pk])
    return f"{address}?{urlencode({'next': back_to})}"


def described(operation: TagOperation) -> str:
    """What was done, in a sentence."""
    data: dict[str, Any] = operation.data
    if operation.kind == TagOperation.Kind.MERGE:
        return _("%(others)s merged into “%(kept)s”") % {
            "others": quoted(tag["name"] for tag in data["merged"]),
            "kept": data["kept"]["name"],
        }
    if operation.kind == TagOperation.Kind.SPLIT:
        return _("“%(new)s” split from “%(kept)s”") % {
            "new": data["new"]["name"],
            "kept": data["kept"]["name"],
        }
    if operation.kind == TagOperation.Kind.DELETE:
        return _("%(names)s deleted") % {"names": quoted(tag["name"] for tag in data["deleted"])}
    if operation.kind == TagOperation.Kind.THEME:
        names = quoted(tag["name"] for tag in data["tags"])
        if not data["theme"]["id"]:
            return _("%(names)s: theme removed") % {"names": names}
        return _("%(names)s: theme “%(theme)s”") % {"names": names, "theme": data["theme"]["name"]}
    if "name" in data["before"]:
        return _("“%(before)s” renamed “%(after)s”") % {
            "before": data["before"]["name"],
            "after": data["after"]["name"],
        }
    fields = ", ".join(str(label_of(name)) for name in data["after"])
    return _("“%(name)s”: %(fields)s") % {"name": data["tag"]["name"], "fields": fields}


@dataclass(frozen=True)
class Effects:
    """The originals that bear certain tags: numbers by type, and some of them by title.

    ``drafts`` are further ones, which bear a tag in the version that waits and nowhere else.
    """

    counts: list[tuple[str, int]]
    examples: list[Page] = field(default_factory=list)
    drafts: int = 0

    @property
    def total(self) -> int:
        return sum(number for _label, number in self.counts)

    @property
    def sentence(self) -> str:
        """“12 pages (good practices: 9, articles: 3); 2 more only in their drafts”."""
        parts = ", ".join(f"{label}: {number}" for label, number in self.counts if number)
        pages = ngettext("%(number)d page", "%(number)d pages", self.total) % {"number": self.total}
        pages = f"{pages} ({parts})" if parts else pages
        more = ngettext(
            "%(number)d more only in its draft", "%(number)d more only in their drafts", self.drafts
        ) % {"number": self.drafts}
        return f"{pages}; {more}" if self.drafts else pages


def bearers(tag: Tag, user: Any, words: str = "") -> list[tuple[str, Page]]:
    """The originals that bear a tag and the person may open, with the rows' model; with ``words``
    those whose titles have them.
    """
    found = []
    allowed = page_permission_policy.explorable_instances(user).order_by("title", "pk")
    for model, ids in _originals([tag]):
        pages = containing(allowed.filter(pk__in=ids), words, "title")
        found += [(model._meta.label_lower, page) for page in pages]
    return found


def effects(tags: Iterable[Tag], user: Any) -> Effects:
    """What doing something to these tags touches; examples are what the person may open."""
    tags = list(tags)
    counts, ids = [], []
    for model, pages in _originals(tags):
        counts.append((_named(model), len(pages)))
        ids += pages
    drafts = originals_naming(tags).keys() - set(ids)
    shown = page_permission_policy.explorable_instances(user).filter(pk__in=[*ids, *drafts])
    return Effects(counts, list(shown.order_by("title", "pk")[:EXAMPLES]), len(drafts))


def effects_of_each(tags: Iterable[Tag]) -> dict[int, Effects]:
    """The numbers alone, of each tag by itself."""
    tags = list(tags)
    found: dict[int, list[tuple[str, int]]] = {tag.pk: [] for tag in tags}
    drafts = originals_naming(tags)
    for model in tagged_models():
        rows = model.objects.filter(tag__in=tags, content_object__locale_id=original_locale_id())
        rows = rows.order_by().values("tag")
        counted = rows.annotate(number=Count("content_object", distinct=True))
        for tag, number in counted.values_list("tag", "number"):
            found[tag].append((_named(model), number))
        published = rows.filter(content_object__in=list(drafts))
        for page, tag in published.values_list("content_object", "tag"):
            drafts[page].discard(tag)
    return {
        tag: Effects(counts, drafts=sum(tag in named for named in drafts.values()))
        for tag, counts in found.items()
    }


def _named(model: Any) -> str:
    """What the pages are called that rows of a model tie to tags."""
    return str(model._meta.get_field("content_object").related_model._meta.verbose_name_plural)


def _originals(tags: Iterable[Tag]) -> Iterable[tuple[Any, list[int]]]:
    for model in tagged_models():
        rows = model.objects.filter(
            tag__in=list(tags), content_object__locale_id=original_locale_id()
        )
        yield model, list(rows.order_by().values_list("content_object", flat=True).distinct())
