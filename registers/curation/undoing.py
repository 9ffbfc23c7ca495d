"""Taking an operation on tags back, unless something done since would be lost by it.

What pages were given since is theirs: one that no longer bears the tag is left as it is.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.log_actions import log
from wagtail.models import Page

from base.languages import original_locale_id
from base.refusals import Refusal

from ..models import RetiredTag, Tag, TagOperation, Theme
from .bearers import Change, apply, apply_to_drafts, borne
from .describing import described, label_of
from .operations import FIELDS, snapshot
from .retired import readdress, retire

UNDONE = "registers.tag.undo"
Kind = TagOperation.Kind


def obstacles(operation: TagOperation) -> list[str]:
    """Why an operation cannot be undone, in sentences; none where it can."""
    if operation.undone_at is not None:
        return [_("It has already been undone.")]
    return _OBSTACLES[operation.kind](operation)


@transaction.atomic
def undo(operation: TagOperation, user: Any) -> int:
    """Take it back; returns how many pages were changed since and are left as they are.

    Raises :class:`Refusal` with the reasons where that cannot be.
    """
    operation = TagOperation.objects.select_for_update().get(pk=operation.pk)
    list(Tag.objects.select_for_update().filter(pk__in=operation.tags).order_by("pk"))
    if reasons := obstacles(operation):
        raise Refusal(*reasons)
    tag, left = _UNDO[operation.kind](operation, user)
    operation.undone_at, operation.undone_by = timezone.now(), user
    operation.save(update_fields=["undone_at", "undone_by"])
    log(instance=tag, action=UNDONE, user=user, data={"operation": operation.pk})
    return left


# --- Merging ---


def _merge_obstacles(operation: TagOperation) -> list[str]:
    data = operation.data
    return _of_what_came_later(operation, data["kept"]) + _of_what_is_taken(data["merged"])


def _of_what_is_taken(tags: list[dict[str, Any]]) -> list[str]:
    """Why tags that are gone cannot be there again: two of a name or an address cannot be."""
    reasons = []
    for tag in tags:
        taken = Tag.objects.filter(name__iexact=tag["name"]) | Tag.objects.filter(slug=tag["slug"])
        if taken.exists():
            reasons.append(
                _("There is now another tag with the name or the address of “%(name)s”.")
                % {"name": tag["name"]}
            )
    return reasons


def _undo_merge(operation: TagOperation, user: Any) -> tuple[Tag, int]:
    data = operation.data
    kept = Tag.objects.get(pk=data["kept"]["id"])
    restored = [_restored(tag) for tag in data["merged"]]
    for tag in data["merged"]:
        RetiredTag.objects.filter(former_id=tag["id"]).delete()
        RetiredTag.objects.filter(pk__in=tag["retired"]).update(tag=tag["id"])
    changes, left = _still_bearing(data["pages"], kept.pk)
    undone = [change.undone for change in changes]
    apply(undone)
    apply_to_drafts(undone, bearing=kept.pk)
    _give_words_back(kept, data["before"], data["after"])
    for tag in (kept, *restored):
        # A second time those that are new: the search reads what bears them.
        tag.save()
    for tag in restored:
        log(instance=tag, action="wagtail.create", user=user)
    return kept, left


def _restored(stored: dict[str, Any]) -> Tag:
    """The tag as it was, by its own id; without its theme where that has gone."""
    fields = {name: stored[name] for name in FIELDS}
    if not Theme.objects.filter(pk=fields["theme_id"]).exists():
        fields["theme_id"] = None
    tag = Tag(pk=stored["id"], **fields)
    tag.save(force_insert=True)
    return tag


def _give_words_back(kept: Tag, before: dict[str, Any], after: dict[str, Any]) -> None:
    """Take from the kept tag what came with the others; what was written since stays."""
    for name in ("synonyms_pl", "synonyms_en"):
        came = set(after[name]) - set(before[name])
        setattr(kept, name, [word for word in getattr(kept, name) if word not in came])
    for name in ("name_en", "theme_id"):
        if getattr(kept, name) == after[name]:
            setattr(kept, name, before[name])
    if not Theme.objects.filter(pk=kept.theme_id).exists():  # type: ignore[attr-defined]
        kept.theme = None


def _still_bearing(stored: list[dict[str, Any]], tag: int) -> tuple[list[Change], int]:
    """The changes of pages that still bear a tag, and the number of originals that do not."""
    changes = [Change(**each) for each in stored]
    bearing = borne([tag])
    there = [change for change in changes if (change.model, change.page) in bearing]
    gone = {change.page for change in changes} - {change.page for change in there}
    left = Page.objects.filter(pk__in=gone, locale_id=original_locale_id()).count()
    return there, left


# --- Deleting ---


def _delete_obstacles(operation: TagOperation) -> list[str]:
    return _of_what_is_taken(operation.data["deleted"])


def _undo_delete(operation: TagOperation, user: Any) -> tuple[Tag, int]:
    """The pages did not give the tags away, so each that is still there has them again."""
    data = operation.data
    restored = [_restored(tag) for tag in data["deleted"]]
    for tag, stored in zip(restored, data["deleted"], strict=True):
        RetiredTag.objects.bulk_create(RetiredTag(tag=tag, **each) for each in stored["former"])
    ids = [each["page"] for each in (*data["pages"], *data["drafts"])]
    there = set(Page.objects.filter(pk__in=ids).values_list("pk", flat=True))
    apply(Change(**each).undone for each in data["pages"] if each["page"] in there)
    # What was saved since lacks them; older drafts name them still.
    apply_to_drafts(Change("", each["page"], [], each["tags"]) for each in data["drafts"])
    for tag in restored:
        tag.save()
        log(instance=tag, action="wagtail.create", user=user)
    return restored[0], 0


# --- Splitting ---


def _split_obstacles(operation: TagOperation) -> list[str]:
    data = operation.data
    reasons = _of_what_came_later(operation, data["kept"], data["new"])
    given = {(each["model"], each["page"]) for each in data["pages"]}
    since = borne([data["new"]["id"]]).keys() - given
    if since:
        number = Page.objects.filter(
            pk__in=[page for _model, page in since], locale_id=original_locale_id()
        ).count()
        reasons.append(
            ngettext(
                "“%(name)s” has since been added to %(number)d other page; "
                "merge the two tags instead.",
                "“%(name)s” has since been added to %(number)d other pages; "
                "merge the two tags instead.",
                number,
            )
            % {"name": data["new"]["name"], "number": number}
        )
    return reasons


def _undo_split(operation: TagOperation, user: Any) -> tuple[Tag, int]:
    data = operation.data
    old, new = (Tag.objects.get(pk=data[name]["id"]) for name in ("kept", "new"))
    changes, left = _still_bearing(data["pages"], new.pk)
    apply(change.undone for change in changes)
    # Drafts that name it are read with the old tag from now on, and addresses lead there.
    retire(new, old)
    log(instance=new, action="wagtail.delete", user=user, deleted=True)
    new.delete()
    old.save()
    return old, left


# --- Changing, and giving a theme ---


def _change_obstacles(operation: TagOperation) -> list[str]:
    data = operation.data
    tag = Tag.objects.filter(pk=data["tag"]["id"]).first()
    if tag is None:
        return [_gone(data["tag"]["name"])]
    now, reasons = snapshot(tag), []
    other = [str(label_of(name)) for name, value in data["after"].items() if now[name] != value]
    if other:
        reasons.append(_("Changed again since then: %(fields)s.") % {"fields": ", ".join(other)})
    before, others = data["before"], Tag.objects.exclude(pk=tag.pk)
    if "name" in before and others.filter(name__iexact=before["name"]).exists():
        reasons.append(_("Another tag is now called “%(name)s”.") % {"name": before["name"]})
    if "slug" in before and others.filter(slug=before["slug"]).exists():
        reasons.append(_("Another tag now has the address “%(slug)s”.") % {"slug": before["slug"]})
    if before.get("theme_id") and not Theme.objects.filter(pk=before["theme_id"]).exists():
        reasons.append(_("The theme it had is gone."))
    return reasons


def _undo_change(operation: TagOperation, user: Any) -> tuple[Tag, int]:
    tag = Tag.objects.get(pk=operation.data["tag"]["id"])
    slug = tag.slug
    for name, value in operation.data["before"].items():
        setattr(tag, name, value)
    tag.save()
    if tag.slug != slug:
        readdress(tag, slug)
    return tag, 0


def _theme_obstacles(operation: TagOperation) -> list[str]:
    data = operation.data
    tags = Tag.objects.in_bulk([each["id"] for each in data["tags"]])
    themes = Theme.objects.in_bulk([each["before"] for each in data["tags"] if each["before"]])
    reasons = []
    for each in data["tags"]:
        tag = tags.get(each["id"])
        if tag is None:
            reasons.append(_gone(each["name"]))
        elif tag.theme_id != data["theme"]["id"]:
            reasons.append(_("“%(name)s” has since been given another theme.") % {"name": tag.name})
        elif each["before"] and each["before"] not in themes:
            reasons.append(_("The theme “%(name)s” had is gone.") % {"name": tag.name})
    return reasons


def _undo_theme(operation: TagOperation, user: Any) -> tuple[Tag, int]:
    before = {each["id"]: each["before"] for each in operation.data["tags"]}
    tags = list(Tag.objects.filter(pk__in=before))
    for tag in tags:
        tag.theme_id = before[tag.pk]  # type: ignore[attr-defined]
        tag.save()
    return tags[0], 0


# --- What all have in common ---


def _gone(name: str) -> str:
    return _("The tag “%(name)s” is gone.") % {"name": name}


def _of_what_came_later(operation: TagOperation, *tags: dict[str, Any]) -> list[str]:
    """What stands on the outcome of an operation is taken back before it."""
    ids = [tag["id"] for tag in tags]
    later = TagOperation.objects.filter(
        pk__gt=operation.pk,
        undone_at=None,
        kind__in=[Kind.MERGE, Kind.SPLIT, Kind.DELETE],
        tags__overlap=ids,
    )
    if reasons := [_("Undo first: %(what)s") % {"what": described(each)} for each in later]:
        return reasons
    there = set(Tag.objects.filter(pk__in=ids).values_list("pk", flat=True))
    return [_gone(tag["name"]) for tag in tags if tag["id"] not in there]


_OBSTACLES: dict[str, Callable[[TagOperation], list[str]]] = {
    Kind.MERGE: _merge_obstacles,
    Kind.DELETE: _delete_obstacles,
    Kind.SPLIT: _split_obstacles,
    Kind.CHANGE: _change_obstacles,
    Kind.THEME: _theme_obstacles,
}
_UNDO: dict[str, Callable[[TagOperation, Any], tuple[Tag, int]]] = {
    Kind.MERGE: _undo_merge,
    Kind.DELETE: _undo_delete,
    Kind.SPLIT: _undo_split,
    Kind.CHANGE: _undo_change,
    Kind.THEME: _undo_theme,
}
