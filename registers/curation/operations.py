"""What editors do to tags: each done whole or not at all, written down, and logged by Wagtail."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from base.refusals import Refusal
from base.text import fold

from ..models import Tag, TagOperation, Theme
from .bearers import Change, PageKey, apply, apply_to_drafts, borne, named_in_drafts
from .retired import readdress, retire

MERGED, SPLIT, THEME_GIVEN = "registers.tag.merge", "registers.tag.split", "registers.tag.theme"
# What an editor writes of a tag, and what is kept of one that goes.
FIELDS = ("name", "name_en", "slug", "theme_id", "synonyms_pl", "synonyms_en")


def snapshot(tag: Tag) -> dict[str, Any]:
    """What is written of a tag, as it can be stored."""
    return {name: getattr(tag, name) for name in FIELDS}


def _locked(ids: Iterable[int]) -> dict[int, Tag]:
    """The tags, kept from other operations; in one order always, so that no two wait in a ring."""
    tags = Tag.objects.select_for_update().filter(pk__in=ids).order_by("pk")
    return {tag.pk: tag for tag in tags}


def named(tag: Tag) -> dict[str, Any]:
    return {"id": tag.pk, "name": tag.name}


@transaction.atomic
def merge(kept: Tag, others: Iterable[Tag], user: Any) -> TagOperation:
    """Let one tag stand for all: every page, draft, address and word of the others becomes its.

    It keeps its own name, address and theme. An English name or a theme it lacks it takes from the
    first that has one; all other names become its synonyms.
    """
    tags = _locked({kept.pk, *(tag.pk for tag in others)})
    kept = tags.pop(kept.pk, None)  # type: ignore[assignment]
    if kept is None or not tags:
        raise Refusal(_("There is nothing to merge: one of the tags is gone."))
    merged, before = list(tags.values()), snapshot(kept)
    changes = [
        Change(model, page, take=sorted(found - {kept.pk}), give=[kept.pk][: kept.pk not in found])
        for (model, page), found in borne([kept.pk, *tags]).items()
        if found - {kept.pk}
    ]
    apply(changes)
    _take_over_words(kept, merged)
    retired = {}
    for tag in merged:
        retired[tag.pk] = list(tag.retired.values_list("pk", flat=True))
        retire(tag, kept)
    operation = TagOperation.objects.create(
        kind=TagOperation.Kind.MERGE,
        tags=[kept.pk, *tags],
        done_by=user,
        data={
            "kept": named(kept),
            "before": before,
            "after": snapshot(kept),
            "merged": [
                {"id": tag.pk, "retired": retired[tag.pk], **snapshot(tag)} for tag in merged
            ],
            "pages": [change.stored() for change in changes],
        },
    )
    names = [tag.name for tag in merged]
    for tag in merged:
        log(instance=tag, action="wagtail.delete", user=user, deleted=True)
        tag.delete()
    # Last: with what is saved now, the search reads every page that bears it.
    kept.save()
    log(instance=kept, action=MERGED, user=user, data={"names": names, "operation": operation.pk})
    return operation


def _take_over_words(kept: Tag, merged: list[Tag]) -> None:
    for tag in merged:
        kept.name_en = kept.name_en or tag.name_en
        kept.theme_id = kept.theme_id or tag.theme_id  # type: ignore[attr-defined]
        kept.synonyms_pl = with_words(kept.synonyms_pl, kept.name, tag.name, *tag.synonyms_pl)
        kept.synonyms_en = with_words(kept.synonyms_en, kept.name_en, tag.name_en, *tag.synonyms_en)


def with_words(synonyms: list[str], name: str, *words: str) -> list[str]:
    """Synonyms with these words besides, without any that say the same as the name or another."""
    result, known = list(synonyms), {fold(word) for word in (name, *synonyms)}
    for word in words:
        if word and fold(word) not in known:
            result.append(word)
            known.add(fold(word))
    return result


@transaction.atomic
def split(
    tag: Tag,
    new: Tag,
    *,
    moved: Collection[PageKey],
    both: Collection[PageKey],
    user: Any,
) -> TagOperation:
    """Give a part of a tag's pages to a new one; ``both`` keep the old beside it.

    Pages are named as :func:`bearers.borne` names them.
    """
    old = _locked([tag.pk]).get(tag.pk)
    if old is None:
        raise Refusal(_("There is nothing to split: the tag is gone."))
    new.save()
    changes = [
        Change(*key, take=[old.pk] if key in moved else [], give=[new.pk])
        for key in borne([old.pk])
        if key in moved or key in both
    ]
    apply(changes)
    apply_to_drafts(changes, bearing=old.pk)
    operation = TagOperation.objects.create(
        kind=TagOperation.Kind.SPLIT,
        tags=[old.pk, new.pk],
        done_by=user,
        data={
            "kept": named(old),
            "new": {"id": new.pk, **snapshot(new)},
            "pages": [change.stored() for change in changes],
        },
    )
    for each in (old, new):
        each.save()
    log(instance=new, action="wagtail.create", user=user)
    told = {"names": [new.name], "operation": operation.pk}
    log(instance=old, action=SPLIT, user=user, data=told)
    return operation


@transaction.atomic
def delete(tags: Iterable[Tag], user: Any) -> TagOperation:
    """Take tags from every page, and delete them with their addresses, former ones too.

    Versions of pages are left: what they name is no more, and is there again when this is undone.
    """
    gone = _locked({tag.pk for tag in tags})
    if not gone:
        raise Refusal(_("There is nothing to delete: the tag is gone."))
    bearers = borne(gone)
    changes = [Change(*key, take=sorted(found), give=[]) for key, found in bearers.items()]
    drafts = named_in_drafts(gone, [page for _model, page in bearers])
    operation = TagOperation.objects.create(
        kind=TagOperation.Kind.DELETE,
        tags=list(gone),
        done_by=user,
        data={
            "deleted": [
                {
                    "id": tag.pk,
                    "former": list(tag.retired.order_by("pk").values("slug", "former_id")),
                    **snapshot(tag),
                }
                for tag in gone.values()
            ],
            "pages": [change.stored() for change in changes],
            "drafts": [{"page": page, "tags": sorted(named)} for page, named in drafts.items()],
        },
    )
    for tag in gone.values():
        # While pages bear it: so the search hears which ones to read again.
        tag.save()
    apply(changes)
    for tag in gone.values():
        log(instance=tag, action="wagtail.delete", user=user, deleted=True)
        tag.delete()
    return operation


@transaction.atomic
def assign_theme(tags: Iterable[Tag], theme: Theme | None, user: Any) -> TagOperation | None:
    """Let tags belong to a theme; nothing is written down where all of them do already."""
    wanted = theme.pk if theme is not None else None
    changed = [
        tag for tag in _locked({each.pk for each in tags}).values() if tag.theme_id != wanted
    ]
    if not changed:
        return None
    operation = TagOperation.objects.create(
        kind=TagOperation.Kind.THEME,
        tags=[tag.pk for tag in changed],
        done_by=user,
        data={
            "theme": {"id": wanted, "name": theme.name_pl if theme is not None else ""},
            "tags": [{**named(tag), "before": tag.theme_id} for tag in changed],
        },
    )
    for tag in changed:
        tag.theme = theme
        tag.save()
        log(
            instance=tag,
            action=THEME_GIVEN,
            user=user,
            data={"theme": theme.name_pl if theme is not None else "", "operation": operation.pk},
        )
    return operation


@transaction.atomic
def note_change(tag: Tag, before: dict[str, Any], user: Any) -> TagOperation | None:
    """Write down what was changed of a saved tag, and let its former address lead to it."""
    after = snapshot(tag)
    changed = [name for name in FIELDS if before[name] != after[name]]
    if not changed:
        return None
    if "slug" in changed:
        readdress(tag, before["slug"])
    return TagOperation.objects.create(
        kind=TagOperation.Kind.CHANGE,
        tags=[tag.pk],
        done_by=user,
        data={
            "tag": named(tag),
            "before": {name: before[name] for name in changed},
            "after": {name: after[name] for name in changed},
        },
    )
