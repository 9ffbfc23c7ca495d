"""What an import would do rightly if the file means it, and which somebody had better look at.

A tag or a person the registers do not have may be one they have, written otherwise; a new
identifier may be that of a practice that is there already.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from base.telling import lazily_said, said
from base.text import fold
from registers.models import Person

from ..models import PracticePage
from .columns import PEOPLE
from .lookups import Lookups, external_name, names_near, person_said
from .records import Record
from .values import Candidate

MOST_OFFERED = 4


class Doubts:
    """What is doubtful in the records of one file; the registers are read once."""

    def __init__(self, lookups: Lookups):
        self.lookups = lookups
        self._people: dict[str, list[Person]] = defaultdict(list)
        for person in Person.objects.select_related("city"):
            self._people[fold(person.name)].append(person)
        self._near_tags: dict[str, list[Candidate]] = {}

    def note(self, record: Record) -> None:
        for tag in record.new_tags:
            if near := self._tags_near(tag.name):
                message = _("There is no such tag in the register yet, but there are similar ones.")
                record.doubt("tags", message, tag.name, near)
        for role, (name, email) in PEOPLE.items():
            called = (record.values.get(name) or "", record.values.get(email) or "")
            if called[0] and (near := self._people_near(*called, record)):
                message = _(
                    "There is no such person in the register yet, but there are similar ones."
                )
                record.doubt(role, message, person_said(*called), near)

    def _tags_near(self, name: str) -> list[Candidate]:
        if name not in self._near_tags:
            self._near_tags[name] = [
                Candidate(tag.name, tag.name) for tag in self.lookups.tags_near(name, MOST_OFFERED)
            ]
        return self._near_tags[name]

    def _people_near(self, name: str, email: str, record: Record) -> list[Candidate]:
        """Nobody where the very person is known: by address, else by the name in the city."""
        same = self._people.get(fold(name), [])
        city = record.values.get("city")
        for person in same:
            at_home = city is None or person.city_id in (None, city.pk)
            if person.email.lower() == email.lower() if email else at_home:
                return []
        names = names_near(name, self._people, MOST_OFFERED)
        return [
            Candidate(person_said(person.name, person.email), _person_label(person))
            for near in names
            for person in self._people[near]
        ][:MOST_OFFERED]


@lazily_said
def _person_label(person: Person) -> str:
    of = ", ".join(filter(None, [person.organisation, person.email]))
    return f"{person.name} ({of})" if of else person.name


def practices_alike(records: Iterable[Record], in_file: Iterable[str]) -> dict[str, PracticePage]:
    """By the record's name, a stored practice of the same title and city that no record of the
    file means by its identifier.
    """
    titled = {record.name: record for record in records if record.title}
    if not titled:
        return {}
    pages = (
        PracticePage.objects.originals()
        .annotate(folded=Lower("title"))
        .filter(folded__in={record.title.lower() for record in titled.values()})
        .select_related("city")
        .order_by("pk")
    )
    others = set(in_file)
    found = [page for page in pages if page_name(page) not in others]
    return {
        name: page
        for name, record in titled.items()
        for page in found
        if page.title.lower() == record.title.lower() and _of_one_city(record, page)
    }


def _of_one_city(record: Record, page: PracticePage) -> bool:
    city = record.values.get("city")
    return city is None or page.city_id is None or city.pk == page.city_id


def page_name(page: PracticePage) -> str:
    return external_name(page.external_id, page.translation_key)


@lazily_said
def _with_city(page: PracticePage) -> str:
    return f"{page.title} ({page.city.label})" if page.city else page.title


def note_alike(record: Record, page: PracticePage) -> None:
    """Offer to take the stored practice for the record's."""
    label = said(_("change the existing “%(title)s”"), title=_with_city(page))
    message = _("There is already a practice with this title; this would be a second one.")
    record.doubt("external_id", message, record.name, [Candidate(page_name(page), label)])
