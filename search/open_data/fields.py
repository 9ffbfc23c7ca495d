"""The data dictionary: every field of a practice in the files, and where its value comes from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.fields import RichTextField

from base.addresses import absolute
from base.text import paragraphs
from practices.models import PracticePage, PracticeState
from practices.models.vocabularies import (
    Difficulty,
    FollowsFrom,
    Kind,
    Offer,
    RecordLevel,
    Stage,
    TimeToLaunch,
    Verification,
)
from practices.transfer.clusters import rows_of
from registers.models.vocabularies import Voivodeship

LANGUAGES = ("pl", "en")


@dataclass(frozen=True)
class Source:
    """A public practice with everything its fields are read from; nothing more is asked for."""

    page: PracticePage
    english: PracticePage | None
    state: PracticeState
    # Of its networks those that everybody may see.
    networks: list[Any]

    def version(self, language: str) -> PracticePage | None:
        return self.page if language == "pl" else self.english


@dataclass(frozen=True)
class Field:
    """One field: its name in both files, its type in JSON, what it says, and its value.

    An ``array`` is a list in JSON; in CSV its parts stand in one cell.
    """

    name: str
    type: str
    description: Any
    value: Callable[[Source], Any]
    vocabulary: Any = field(default=None, compare=False)

    @property
    def told(self) -> str:
        """The description, and for a text in which language it is."""
        language = {
            "_pl": _("In Polish."),
            "_en": _("In English; null where nobody has translated it."),
        }.get(self.name[-3:], "")
        return f"{self.description} {language}".strip()


def _words(page: PracticePage | None, name: str) -> str | None:
    if page is None:
        return None
    value = getattr(page, name)
    rich = isinstance(PracticePage._meta.get_field(name), RichTextField)
    return (paragraphs(value) if rich else value) or None


def _texts(name: str, description: Any) -> list[Field]:
    """A text in each language; the English is null where nobody has translated it."""
    return [
        Field(
            f"{name}_{language}",
            "string",
            description,
            lambda source, language=language: _words(source.version(language), name),  # type: ignore[misc]
        )
        for language in LANGUAGES
    ]


def _fact(name: str, type: str, description: Any, vocabulary: Any = None) -> Field:
    return Field(name, type, description, lambda s: _present(getattr(s.page, name)), vocabulary)


def _present(value: Any) -> Any:
    return None if value == "" else value


def _address(page: PracticePage | None) -> str | None:
    return absolute(page.get_url() or "") if page is not None else None


def _tags(source: Source) -> list[Any]:
    return [item.tag for item in rows_of(source.page)["tagged_items"]]


def _themes(source: Source) -> list[str]:
    return sorted({tag.theme.code for tag in _tags(source) if tag.theme is not None})


def _rows(relation: str, tell: Callable[[Any, Any], str]) -> list[Callable[[Source], list[str]]]:
    """The rows of a relation as sentences, in each language; facts are the original's."""

    def polish(source: Source) -> list[str]:
        return [tell(row, row) for row in rows_of(source.page)[relation]]

    def english(source: Source) -> list[str]:
        if source.english is None:
            return []
        facts = {row.translation_key: row for row in rows_of(source.page)[relation]}
        return [
            tell(facts[row.translation_key], row)
            for row in rows_of(source.english)[relation]
            if row.translation_key in facts and row.is_translated
        ]

    return [polish, english]


def _step(fact: Any, text: Any) -> str:
    return f"{text.what} ({text.unit})" if text.unit else text.what


def _indicator(fact: Any, text: Any) -> str:
    figures = " → ".join(f"{value:f}" for value in (fact.before, fact.after) if value is not None)
    return " ".join(part for part in (f"{text.name}:", figures, text.unit) if part)


def _legal(row: Any) -> str:
    return " ".join(part for part in (row.title_pl, row.number) if part)


_STEPS, _INDICATORS = _rows("steps", _step), _rows("indicators", _indicator)

FIELDS: list[Field] = [
    Field("id", "string", _("Stable for ever; the same as in the API."),
          lambda s: str(s.page.translation_key)),
    _fact("external_id", "string", _("The identifier in the list it was imported from.")),
    Field("url_pl", "string", _("The page for people."), lambda s: _address(s.page)),
    Field("url_en", "string", _("The page for people."), lambda s: _address(s.english)),
    *_texts("title", _("The title.")),
    *_texts("lead", _("What it is, in one sentence.")),
    *_texts("summary", _("The problem, what was done, what came of it.")),
    *_texts("challenge", _("What was wrong, for whom, since when.")),
    *_texts("objectives", _("What was to be achieved, by when.")),
    *_texts("solution", _("What exactly was done and how it works today.")),
    *_texts("participation", _("Who took part and had a say, and how.")),
    *_texts("results", _("What changed.")),
    *_texts("what_helped", _("People, decisions, circumstances that helped.")),
    *_texts("not_repeated", _("What the city would not repeat.")),
    *_texts("transferability", _("Conditions, and the least another city needs.")),
    *_texts("cost_scope", _("What the cost covers.")),
    *_texts("staff_note", _("The staff needed, in words.")),
    *_texts("unit", _("The municipal unit that answers questions.")),
    Field("steps_pl", "array", _("The steps of the implementation, in order."), _STEPS[0]),
    Field("steps_en", "array", _("The steps of the implementation, in order."), _STEPS[1]),
    Field("indicators_pl", "array", _("What was measured, before and after."), _INDICATORS[0]),
    Field("indicators_en", "array", _("What was measured, before and after."), _INDICATORS[1]),
    Field("city_teryt", "string", _("Six digits of the municipality in the TERYT register."),
          lambda s: s.page.city.teryt if s.page.city else None),
    Field("city", "string", _("The city whose practice it is."),
          lambda s: s.page.city.name_pl if s.page.city else None),
    Field("voivodeship", "string", _("The voivodeship, by its TERYT number."),
          lambda s: s.page.city.voivodeship if s.page.city else None, Voivodeship),
    Field("partner_cities", "array", _("Other cities that took part, by TERYT number."),
          lambda s: [city.teryt for city in rows_of(s.page)["partner_cities"]]),
    Field("networks", "array", _("The networks it belongs to, by code."),
          lambda s: [network.slug for network in s.networks]),
    Field("themes", "array", _("The themes of its tags, by code."), _themes),
    Field("tags_pl", "array", _("Its tags."), lambda s: [tag.name for tag in _tags(s)]),
    Field("tags_en", "array", _("Its tags."),
          lambda s: [tag.name_en for tag in _tags(s) if tag.name_en]),
    _fact("kind", "string", _("The kind of solution."), Kind),
    _fact("stage", "string", _("The stage it is at."), Stage),
    _fact("start_year", "integer", _("The year it began.")),
    _fact("start_month", "integer", _("The month it began.")),
    _fact("end_year", "integer", _("The year it ended; null while it lasts.")),
    _fact("end_month", "integer", _("The month it ended.")),
    _fact("time_to_launch", "string", _("How long it takes to launch."), TimeToLaunch),
    _fact("total_cost", "number", _("Total cost in PLN; null where unknown.")),
    _fact("yearly_cost", "number", _("Yearly cost in PLN; null where unknown.")),
    _fact("price_year", "integer", _("The year whose prices the costs are in.")),
    _fact("staff_fte", "number", _("Staff needed, in full-time equivalents.")),
    _fact("difficulty", "integer", _("How difficult it is, from 1 to 3."), Difficulty),
    _fact("follows_from", "array", _("The documents it follows from."), FollowsFrom),
    _fact("offers", "array", _("What the city offers to others."), Offer),
    Field("funding", "array", _("Where the money came from, by code."),
          lambda s: sorted({row.source.code for row in rows_of(s.page)["funding"]})),
    Field("legal_basis", "array", _("The acts and agreements it rests on."),
          lambda s: [_legal(row) for row in rows_of(s.page)["legal_basis"]]),
    Field("level", "string", _("How complete the record is."), lambda s: s.state.level,
          RecordLevel),
    Field("verification", "string", _("Who has verified the record."),
          lambda s: s.state.verification, Verification),
    Field("confirmed_on", "date", _("When the city last confirmed the record."),
          lambda s: s.state.confirmed_on),
    Field("updated_at", "datetime", _("When it was last published."),
          lambda s: s.page.last_published_at),
]  # fmt: skip
