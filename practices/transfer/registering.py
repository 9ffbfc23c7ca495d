"""Tags and people a file brings that the registers do not have yet."""

from __future__ import annotations

from collections.abc import Sequence

from wagtail.signal_handlers import disable_reference_index_auto_update

from registers.models import Person, Tag

from .clusters import rows_of
from .filling import PERSON_KINDS
from .lookups import Lookups, NewTag
from .planning import Plan
from .references import index_references


def make_tags(plans: Sequence[Plan], lookups: Lookups) -> list[Tag]:
    """Make each new tag once, without a theme; returns those."""
    made: list[Tag] = []
    for plan in plans:
        for item in rows_of(plan.page)["tagged_items"]:
            if item.tag.pk is None:
                # One that an earlier record of the batch brought, perhaps.
                known = lookups.tag(item.tag.name)
                if isinstance(known, NewTag):
                    known = Tag.objects.create(name=item.tag.name)
                    made.append(known)
                    lookups.know_tag(known)
                item.tag = known
    if made:
        lookups.reload_tags()
    return made


def make_people(plans: Sequence[Plan]) -> list[Person]:
    """Find each named person, or make one, who is not public; returns those made."""
    waiting = [
        (plan.page, role, person)
        for plan in plans
        for role in PERSON_KINDS
        if (person := getattr(plan.page, role)) is not None and person.pk is None
    ]
    if not waiting:
        return []
    known: dict[tuple[str, object], Person] = {}
    names = {person.name for _page, _role, person in waiting}
    for person in Person.objects.filter(name__in=names).order_by("-pk"):
        known |= dict.fromkeys(_called(person), person)
    made = []
    with disable_reference_index_auto_update():
        for page, role, person in waiting:
            found = known.get(_called(person)[-1])
            if found is None:
                found = person
                found.save()
                made.append(found)
                known |= dict.fromkeys(_called(found), found)
            setattr(page, role, found)
    index_references(made, anew=False)
    return made


def _called(person: Person) -> list[tuple[str, object]]:
    """What somebody is known by: the name with the city, or better with the e-mail address."""
    by_city = (person.name, person.city_id)
    return [by_city, (person.name, person.email.lower())] if person.email else [by_city]
