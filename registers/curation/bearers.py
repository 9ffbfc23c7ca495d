"""The pages that bear tags, and giving them others: rows, drafts and references in step."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from typing import Any

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from taggit.models import ItemBase
from wagtail.models import Page, ReferenceIndex, Revision, TaskState

from base.languages import original_locale_id

from ..models import RetiredTag, Tag
from ..tag_uses import tagged_models

BATCH = 100

# A page by the model of the rows that tie it to its tags, and its id.
PageKey = tuple[str, int]


@dataclass(frozen=True)
class Change:
    """What tags a page loses and gets; ``model`` names the rows that tie it to them."""

    model: str
    page: int
    take: list[int]
    give: list[int]

    @property
    def undone(self) -> Change:
        return Change(self.model, self.page, take=self.give, give=self.take)

    def stored(self) -> dict[str, Any]:
        return asdict(self)


def borne(tags: Iterable[int]) -> dict[PageKey, set[int]]:
    """Which of the tags each page bears, the English pages' copies included."""
    found: dict[PageKey, set[int]] = defaultdict(set)
    for model in tagged_models():
        rows = model.objects.filter(tag__in=list(tags))
        for page, tag in rows.values_list("content_object_id", "tag_id"):
            found[model._meta.label_lower, page].add(tag)
    return found


def named_in_drafts(tags: Iterable[int], pages: Iterable[int] = ()) -> dict[int, set[int]]:
    """Which of the tags a page's latest version names: of each page that has changes not
    published, and of ``pages``. Whoever publishes that version gives the page these tags.
    """
    wanted = set(tags)
    # A version saved before a merge names the tag that went.
    former = RetiredTag.objects.filter(tag__in=wanted).exclude(former_id=None)
    now = dict(former.values_list("former_id", "tag_id"))
    latest = Page.objects.filter(Q(has_unpublished_changes=True) | Q(pk__in=list(pages)))
    versions = Revision.objects.filter(
        pk__in=latest.values("latest_revision"), content__has_key="tagged_items"
    )
    found = {}
    for page, rows in versions.values_list("object_id", "content__tagged_items"):
        if named := wanted & {now.get(row["tag"], row["tag"]) for row in rows or ()}:
            found[int(page)] = named
    return found


def originals_naming(tags: Iterable[Tag]) -> dict[int, set[int]]:
    """The originals whose waiting version names one of the tags, and which of them."""
    named = named_in_drafts(tag.pk for tag in tags)
    originals = Page.objects.filter(pk__in=list(named), locale_id=original_locale_id())
    return {page: named[page] for page in originals.values_list("pk", flat=True)}


def apply(changes: Iterable[Change]) -> None:
    """Change the published rows, and what Wagtail knows of references to the tags."""
    by_model: dict[str, list[Change]] = defaultdict(list)
    for change in changes:
        by_model[change.model].append(change)
    for label, wanted in by_model.items():
        model = apps.get_model(label)
        _apply(model, wanted)


def _apply(model: type[ItemBase], changes: list[Change]) -> None:
    involved = {tag for change in changes for tag in (*change.take, *change.give)}
    rows = defaultdict(list)
    known = model.objects.filter(
        content_object__in=[change.page for change in changes], tag__in=involved
    )
    for pk, page, tag in known.values_list("pk", "content_object_id", "tag_id"):
        rows[page, tag].append(pk)
    gone = [pk for change in changes for tag in change.take for pk in rows[change.page, tag]]
    new = [
        model(content_object_id=change.page, tag_id=tag)
        for change in changes
        for tag in change.give
        if not rows[change.page, tag]
    ]
    model.objects.filter(pk__in=gone).delete()
    model.objects.bulk_create(new, batch_size=1000)
    _refer(model, {change.page for change in changes}, gone, new)


def _refer(model: type[ItemBase], pages: set[int], gone: list[int], new: list[Any]) -> None:
    """Keep Wagtail's reference index as saving the pages would."""
    page_model = model._meta.get_field("content_object").related_model
    own, base, to = (
        ContentType.objects.get_for_model(each, for_concrete_model=False)
        for each in (page_model, Page, Tag)
    )
    paths = [_path(pk) for pk in gone]
    ReferenceIndex.objects.filter(
        base_content_type=base, object_id__in=map(str, pages), content_type=own,
        content_path__in=paths,
    ).delete()  # fmt: skip
    ReferenceIndex.objects.bulk_create(
        (
            ReferenceIndex(
                content_type=own,
                base_content_type=base,
                object_id=str(row.content_object_id),
                to_content_type=to,
                to_object_id=str(row.tag_id),
                model_path="tagged_items.item.tag",
                content_path=_path(row.pk),
                content_path_hash=ReferenceIndex._get_content_path_hash(_path(row.pk)),
            )
            for row in new
        ),
        batch_size=1000,
    )


def _path(row: int) -> str:
    return f"tagged_items.{row}.tag"


def apply_to_drafts(changes: Iterable[Change], *, bearing: int | None = None) -> None:
    """Change what waits to be published: of each page, or of those with a certain tag in it.

    These are the version an editor would open next, those with a time to go live, and those under
    review. Older ones are history, which nobody rewrites.
    """
    by_page = {change.page: change for change in changes}
    pages = list(by_page)
    for start in range(0, len(pages), BATCH):
        changed = []
        for revision in _waiting(pages[start : start + BATCH]):
            change = by_page[int(revision.object_id)]
            if _change_draft(revision.content, change, bearing):
                changed.append(revision)
        Revision.objects.bulk_update(changed, ["content"])


def _waiting(pages: list[int]) -> Iterable[Revision]:
    latest = Page.objects.filter(pk__in=pages).values("latest_revision")
    reviewed = TaskState.objects.filter(status=TaskState.STATUS_IN_PROGRESS).values("revision")
    base = ContentType.objects.get_for_model(Page, for_concrete_model=False)
    return Revision.objects.filter(
        Q(pk__in=latest) | Q(approved_go_live_at__isnull=False) | Q(pk__in=reviewed),
        base_content_type=base,
        object_id__in=[str(page) for page in pages],
    )


def _change_draft(content: dict[str, Any], change: Change, bearing: int | None) -> bool:
    """Change the content of a version; whether there was anything to change."""
    rows = content.get("tagged_items") or []
    tags = {row["tag"] for row in rows}
    if bearing is not None and bearing not in tags:
        return False
    if tags.isdisjoint(change.take) and tags.issuperset(change.give):
        return False
    kept = [row for row in rows if row["tag"] not in change.take]
    content["tagged_items"] = kept + [
        {"pk": None, "tag": tag, "content_object": change.page}
        for tag in change.give
        if tag not in tags
    ]
    return True
