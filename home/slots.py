"""What is featured on the front page, told to those who choose it."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from base.models import LanguageState
from base.unseen import unseen

from .models import HomePage, SlotKind

# The type of page that each kind of slot shows.
_TYPES = {
    SlotKind.PRACTICE: "practicepage",
    SlotKind.NEWS: "newspage",
    SlotKind.NETWORK: "networkpage",
}


def unseen_slots(home: HomePage) -> list[tuple[Any, list[str]]]:
    """The chosen pages that readers will not see on the front page, or not in English."""
    slots = [slot for slot in home.slots.all() if slot.target_id]
    known = unseen(slot.target_id for slot in slots)
    pages = [known[slot.target_id][0] for slot in slots]
    english = set(
        LanguageState.objects.filter(translation_key__in=[page.translation_key for page in pages])
        .exclude(state=LanguageState.State.POLISH_ONLY)
        .values_list("translation_key", flat=True)
    )
    found = []
    taken: set[str] = set()
    for slot, page in zip(slots, pages, strict=True):
        why = list(known[page.pk][1])
        if not slot.is_current:
            why.append(_("its date has passed"))
        if page.content_type.model != _TYPES.get(slot.kind):  # type: ignore[call-overload]
            why.append(
                _("it is of another kind than “%(kind)s”") % {"kind": slot.get_kind_display()}
            )
        if not why and slot.kind in taken:
            why.append(_("another %(kind)s comes before it") % {"kind": slot.get_kind_display()})
        if not why:
            taken.add(slot.kind)
            if page.translation_key not in english:
                why.append(_("not in English: there is no English version"))
        if why:
            found.append((page, why))
    return found
