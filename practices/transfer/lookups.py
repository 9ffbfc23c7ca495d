"""What a file calls cities, tags, networks, people and files, and the records it means by that.

Registers are small and read once an import; files and practices are asked for as they come.
"""

from __future__ import annotations

import re
import uuid
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from functools import partial
from pathlib import PurePath
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from rapidfuzz import fuzz, process

from base.models import CustomDocument, CustomImage
from base.telling import Words, lazily_said, said, said_by, said_together, unsaid
from base.text import fold
from networks.models import NetworkPage
from registers.models import City, FundingSource, Person, Tag
from registers.models.city import AmbiguousCity, UnknownCity

from ..models import PracticePage
from .columns import Column, Kind
from .values import Candidate, Unreadable, line_of, listing, read_items

# A practice that has no identifier of its own is called by its translation key.
KEY_PREFIX = "empirie:"
_WITH_TERYT = re.compile(r".+\((\d{6})\)")
MOST_SIMILAR = 3
_TAG_LENGTH = Tag._meta.get_field("name").max_length


@dataclass(frozen=True)
class NewTag:
    """A tag the register does not have yet; the same whatever its case and diacritics."""

    name: str

    def __eq__(self, other: object) -> bool:
        return isinstance(other, NewTag) and fold(self.name) == fold(other.name)

    def __hash__(self) -> int:
        return hash(fold(self.name))


@dataclass(frozen=True)
class PracticeName:
    """A practice as files call it; ``pk`` is missing while it is only in the file."""

    name: str
    pk: int | None = None

    def __eq__(self, other: object) -> bool:
        return isinstance(other, PracticeName) and self.name == other.name

    def __hash__(self) -> int:
        return hash(self.name)


def external_name(external_id: str, translation_key: uuid.UUID) -> str:
    """What files call a practice."""
    return external_id or f"{KEY_PREFIX}{translation_key}"


def key_in(name: str) -> uuid.UUID | None:
    """The translation key in the name of a practice without an identifier."""
    try:
        return uuid.UUID(name[len(KEY_PREFIX) :]) if name.startswith(KEY_PREFIX) else None
    except ValueError:
        return None


def file_name(stored: CustomImage | CustomDocument) -> str:
    return PurePath(stored.file.name).name


class Lookups:
    """Names to records for one import or export; ``in_file`` are the practices a file brings."""

    def __init__(self, in_file: set[str] | frozenset[str] = frozenset()) -> None:
        self.in_file = in_file
        self._cities: dict[str, City | tuple[Words, list[City]]] = {}
        self._networks: dict[str, NetworkPage] = {}
        self._files: dict[tuple[type, str], Any] = {}
        self.cities = {
            city.pk: city for city in City.objects.defer("description_pl", "description_en")
        }
        self._city_names: dict[str, list[City]] = defaultdict(list)
        self._teryt = {city.teryt: [city] for city in self.cities.values()}
        for city in self.cities.values():
            for name in city.folded_names:
                self._city_names[name].append(city)
        self.networks = {page.pk: page for page in NetworkPage.objects.originals()}
        self._sources = _by_names(
            FundingSource.objects.all(), lambda one: [one.code, one.name_pl, one.name_en]
        )
        self.reload_tags()

    def reload_tags(self) -> None:
        """Read the tags again, when some were made or their making was taken back."""
        tags = list(Tag.objects.select_related("theme__parent"))
        # A name goes before another tag's synonym.
        self._tags = {fold(name): tag for tag in reversed(tags) for name in tag.names}
        self._tags |= {fold(tag.name): tag for tag in tags}

    def know_tag(self, tag: Tag) -> None:
        self._tags[fold(tag.name)] = tag

    # --- Reading ---

    def read(self, raw: Any, column: Column) -> Any:
        """The record or records a cell names. Raises :class:`Unreadable`."""
        reader = {
            Kind.CITY: lambda: self.city(line_of(raw)),
            Kind.CITIES: lambda: read_items(raw, self.city),
            Kind.NETWORKS: lambda: read_items(raw, self.network),
            Kind.TAGS: lambda: list(dict.fromkeys(read_items(raw, self.tag))),
            Kind.FUNDING_SOURCE: lambda: self.funding_source(line_of(raw)),
            Kind.IMAGE: lambda: self.file(CustomImage, line_of(raw)),
            Kind.IMAGES: lambda: read_items(raw, partial(self.file, CustomImage)),
            Kind.DOCUMENT: lambda: self.file(CustomDocument, line_of(raw)),
            Kind.PRACTICES: lambda: read_items(raw, self.practice),
        }[column.kind]
        return reader()

    def city(self, name: str) -> City:
        known = self._cities.get(name)
        if known is None:
            # As the template offers a name that several cities bear: "Jarocin (300603)".
            number = _WITH_TERYT.fullmatch(name)
            try:
                known = self._resolve(number[1] if number else name)
            except UnknownCity as error:
                similar = self._similar(name)
                known = (said_together([*error.args, *_listed(similar)]), similar)
            except AmbiguousCity as error:
                known = (error.args[0], error.candidates)
            self._cities[name] = known
        if isinstance(known, City):
            return known
        message, candidates = known
        raise Unreadable(message, name, map(city_candidate, candidates))

    def _resolve(self, name: str) -> City:
        """What ``City.resolve`` gives, from the register in memory."""
        if name.isdigit():
            candidates = self._teryt.get(name.zfill(6)[:6], [])
        else:
            candidates = self._city_names.get(fold(name), [])
        if not candidates:
            raise UnknownCity(name)
        if len(candidates) > 1:
            raise AmbiguousCity(name, candidates)
        return candidates[0]

    def _similar(self, name: str) -> list[City]:
        """Names that begin so, as where half of one was written; then those spelt nearly so."""
        wanted = fold(name)
        begun = sorted(each for each in self._city_names if each.startswith(wanted))[:MOST_SIMILAR]
        names = begun + get_close_matches(wanted, self._city_names, n=MOST_SIMILAR, cutoff=0.75)
        return list(dict.fromkeys(city for match in names for city in self._city_names[match]))

    def network(self, name: str) -> NetworkPage:
        if name not in self._networks:
            self._networks[name] = self._find_network(name)
        return self._networks[name]

    def _find_network(self, name: str) -> NetworkPage:
        wanted = fold(name)
        for attribute in ("external_id", "slug", "short_name", "title"):
            found = [
                page for page in self.networks.values() if fold(getattr(page, attribute)) == wanted
            ]
            if len(found) == 1:
                return found[0]
        listed = ", ".join(
            f"{network_name(page)} ({page.short_name or page.title})"
            for page in self.networks.values()
        )
        raise Unreadable(
            said(
                _("There is no network “%(name)s”; there are: %(listed)s."),
                name=name,
                listed=listed,
            ),
            name,
            [Candidate(network_name(page), page.title) for page in self.networks.values()],
        )

    def tag(self, name: str) -> Tag | NewTag:
        if known := self._tags.get(fold(name)):
            return known
        if len(name) > _TAG_LENGTH:
            message = _("A tag has at most %(limit)d characters: “%(name)s”.")
            raise Unreadable(said(message, limit=_TAG_LENGTH, name=name))
        return NewTag(name)

    def tags_near(self, name: str, most: int) -> list[Tag]:
        """Tags whose name or synonym is nearly this."""
        return list(dict.fromkeys(self._tags[near] for near in names_near(name, self._tags, most)))

    def funding_source(self, name: str) -> FundingSource:
        if known := self._sources.get(fold(name)):
            return known
        sources = [
            Candidate(source.code, unsaid(source))
            for source in dict.fromkeys(self._sources.values())
        ]
        message = _("There is no funding source “%(name)s”; there are: %(listed)s.")
        raise Unreadable(said(message, name=name, listed=listing(sources)), name, sources)

    def file(self, model: type[models.Model], name: str) -> Any:
        """A stored image or document by its file name, else by its title."""
        known = self._files.get((model, name))
        if known is None:
            known = self._files[model, name] = self._find_file(model, name)
        if isinstance(known, Promise):
            raise Unreadable(known)
        return known

    def _find_file(self, model: type[models.Model], name: str) -> Any:
        stored = model._default_manager.select_related("collection")
        found = list(stored.filter(file__endswith=f"/{name}")[:2]) or list(
            stored.filter(title=name)[:2]
        )
        if len(found) == 1:
            return found[0]
        if found:
            message = _("Several files are called “%(name)s”; give the file name.")
        else:
            message = _("There is no file “%(name)s”; add it in the admin first.")
        return said(message, name=name)

    def practice(self, name: str) -> PracticeName:
        key = key_in(name)
        condition = models.Q(translation_key=key) if key else models.Q(external_id=name)
        pk = PracticePage.objects.originals().filter(condition).values_list("pk", flat=True).first()
        if pk is None and name not in self.in_file:
            raise Unreadable(said(_("There is no practice “%(name)s”."), name=name))
        return PracticeName(name, pk)

    # --- Writing ---

    def city_name(self, city: City) -> str:
        """The name where it is enough, else the TERYT number."""
        same = self._city_names.get(fold(city.name_pl), [])
        return city.name_pl if len(same) == 1 else city.teryt


def network_name(page: NetworkPage) -> str:
    return page.external_id or page.slug


def names_near(name: str, known: Iterable[str], most: int) -> list[str]:
    """Of the known folded names those that differ by a letter or two in a word, nearest first."""
    found = process.extract(fold(name), list(known), scorer=fuzz.ratio, score_cutoff=80, limit=most)
    return [near for near, _score, _place in found]


def city_candidate(city: City) -> Candidate:
    return Candidate(city.teryt, _told_apart(city))


@lazily_said
def _told_apart(city: City) -> str:
    """A city with what tells it from its namesakes."""
    where = ", ".join(filter(None, [city.voivodeship_label, city.county]))
    return f"{city.label} ({where}; TERYT {city.teryt})"


def _listed(cities: list[City]) -> list[Words]:
    listed = ", ".join(f"{city.name_pl} ({city.teryt})" for city in cities)
    return [said(_("Similar names: %(listed)s."), listed=listed)] if cities else []


def _by_names(records: Any, names_of: Any) -> dict[str, Any]:
    return {fold(name): record for record in records for name in names_of(record) if name}


def person_said(name: str, email: str) -> str:
    """A person in one cell."""
    return f"{name} <{email}>".strip() if email else name


def checked_person(name: str, email: str) -> None:
    """Raises :class:`Unreadable` for what cannot be a person."""
    if email and not name:
        raise Unreadable(_("Give the person's name as well as the e-mail address."))
    limit = Person._meta.get_field("name").max_length
    if len(name) > limit:
        raise Unreadable(said(_("A name has at most %(limit)d characters."), limit=limit))
    if email:
        try:
            validate_email(email)
        except ValidationError as error:
            raise Unreadable(said_by(error)) from None
