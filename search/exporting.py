"""The results of a list as a file to work on: every fact of every practice found.

For reading and comparing, with headings in the language of the page; what is to be imported again
is written by ``practices.transfer.exporting``.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from itertools import islice
from tempfile import TemporaryFile
from typing import IO, TYPE_CHECKING, Any, NamedTuple

from django.utils.translation import gettext_lazy as _
from django.utils.translation import override, pgettext_lazy
from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell

from base.addresses import absolute
from base.formulas import made_safe
from base.languages import ORIGINAL_LANGUAGE, TRANSLATION_LANGUAGE
from base.listing import Entry, entries
from base.relations import ids_by_page
from networks.labels import labels_of
from practices.cards import with_card_facts
from practices.models import PracticePage, PracticeState
from practices.models.vocabularies import CostBand, FollowsFrom, Offer
from registers.models import City

from .analysis.folding import without_controls

if TYPE_CHECKING:
    from django.http import HttpRequest

# More rows than anybody reads, and few enough to be made while one waits.
MOST_ROWS = 10_000
BATCH = 250


class Row(NamedTuple):
    """A practice with all that stands beside its page."""

    shown: Entry
    addresses: dict[str, str]
    state: PracticeState
    networks: list[str]
    partners: list[str]

    @property
    def facts(self) -> PracticePage:
        return self.shown.original


def _of_city(read: Callable[[City], Any]) -> Callable[[Row], Any]:
    return lambda row: read(row.facts.city) if row.facts.city else None


def _tags(row: Row) -> list[Any]:
    return [item.tag for item in row.facts.tagged_items.all()]


def _themes(row: Row) -> list[str]:
    return list(dict.fromkeys(tag.theme.label for tag in _tags(row) if tag.theme))


def _funding(row: Row) -> list[str]:
    return [
        f"{each.source.label}: {_decimal(each.amount)}" if each.amount is not None
        else each.source.label
        for each in row.facts.funding.all()
    ]  # fmt: skip


def _legal_basis(row: Row) -> list[str]:
    return [
        " ".join(filter(None, [each.get_kind_display(), each.number, each.title]))
        for each in row.facts.legal_basis.all()
    ]


def _language_state(row: Row) -> str:
    return row.facts.state_of_english.get_state_display()


COLUMNS: list[tuple[Any, Callable[[Row], Any]]] = [
    (_("Title"), lambda row: row.shown.title),
    (_("Lead"), lambda row: row.shown.lead),
    (_("City"), _of_city(lambda city: city.label)),
    ("TERYT", _of_city(lambda city: city.teryt)),
    (_("Voivodeship"), _of_city(lambda city: city.voivodeship_label)),
    (_("Population"), _of_city(lambda city: city.population)),
    (_("Size of the city"), _of_city(lambda city: city.get_size_class_display())),
    (_("Kind of municipality"), _of_city(lambda city: city.get_kind_display())),
    (_("Partner cities"), lambda row: row.partners),
    (_("Networks"), lambda row: row.networks),
    (_("Themes"), _themes),
    (_("Tags"), lambda row: [tag.label for tag in _tags(row)]),
    (_("Kind of solution"), lambda row: row.facts.get_kind_display()),
    (_("Stage"), lambda row: row.facts.get_stage_display()),
    (_("Year of start"), lambda row: row.facts.start_year),
    (_("Year of end"), lambda row: row.facts.end_year),
    (_("Total cost in PLN"), lambda row: row.facts.total_cost),
    (_("Cost band"), lambda row: _label(CostBand, row.facts.cost_band)),
    (_("Yearly cost in PLN"), lambda row: row.facts.yearly_cost),
    (_("Cost per resident in PLN"), lambda row: row.facts.cost_per_resident),
    (_("Price year"), lambda row: row.facts.price_year),
    (_("Funding in PLN"), _funding),
    (_("Time to launch"), lambda row: row.facts.get_time_to_launch_display()),
    (_("Staff needed (full-time equivalents)"), lambda row: row.facts.staff_fte),
    (_("Difficulty"), lambda row: row.facts.get_difficulty_display()),
    (_("Verification"), lambda row: row.state.get_verification_display()),
    (_("Record level"), lambda row: row.state.get_level_display()),
    (_("Confirmed by the city"), lambda row: row.state.confirmed_on),
    (_("Follows from"), lambda row: [FollowsFrom(each).label for each in row.facts.follows_from]),
    (_("Legal basis"), _legal_basis),
    (_("The city offers"), lambda row: [Offer(each).label for each in row.facts.offers]),
    (_("English version"), _language_state),
    (pgettext_lazy("heading", "Address in Polish"), lambda row: row.addresses["pl"]),
    (pgettext_lazy("heading", "Address in English"), lambda row: row.addresses["en"]),
]


def _label(vocabulary: Any, value: str) -> str:
    return str(vocabulary(value).label) if value else ""


def rows(page_ids: Sequence[int], request: HttpRequest, language: str) -> Iterator[list[Any]]:
    """The headings, then the practices with these keys in their order.

    Read a batch at a time; whether each may be seen is asked as it is read. ``language`` is named
    because a stream is written when the request's own is forgotten.
    """
    with override(language):
        yield [str(heading) for heading, _read in COLUMNS]
    keys = iter(page_ids[:MOST_ROWS])
    while batch := list(islice(keys, BATCH)):
        with override(language):
            made = [
                [_cell(read(row)) for _heading, read in COLUMNS] for row in _rows(batch, request)
            ]
        yield from made


def _rows(ids: Sequence[int], request: HttpRequest) -> Iterator[Row]:
    found = PracticePage.objects.filter(pk__in=ids).visible_to(request.user)
    found = with_card_facts(found).prefetch_related(
        "tagged_items__tag__theme", "funding__source", "legal_basis"
    )
    by_id = {page.pk: page for page in found}
    originals = [by_id[pk] for pk in ids if pk in by_id]
    states = PracticeState.objects.in_bulk(
        [page.translation_key for page in originals], field_name="translation_key"
    )
    networks = ids_by_page(PracticePage, "networks", originals)
    partners = ids_by_page(PracticePage, "partner_cities", originals)
    cities = City.objects.in_bulk({pk for page in originals for pk in partners[page.pk]})
    addresses = {}
    for code in (ORIGINAL_LANGUAGE, TRANSLATION_LANGUAGE):
        with override(code):
            addresses[code] = [absolute(entry.address) for entry in entries(originals, request)]
    for place, entry in enumerate(entries(originals, request)):
        page = entry.original
        yield Row(
            entry,
            {code: known[place] for code, known in addresses.items()},
            states.get(page.translation_key) or PracticeState(translation_key=page.translation_key),
            [label.title for label in labels_of(networks[page.pk], request)],
            [cities[pk].label for pk in partners[page.pk]],
        )


def _cell(value: Any) -> Any:
    """A number, a date, or a text that no program would run."""
    if isinstance(value, list):
        value = "; ".join(map(str, value))
    if value is None or isinstance(value, (int, Decimal)) or hasattr(value, "isoformat"):
        return value
    return made_safe(without_controls(str(value))) or None


class _Line:
    """What ``csv`` writes to: it hands each line on."""

    def write(self, line: str) -> str:
        return line


def comma_separated(made: Iterator[list[Any]]) -> Iterator[str]:
    """Lines as Polish spreadsheets read them: a byte-order mark, semicolons, decimal commas."""
    writer = csv.writer(_Line(), delimiter=";")
    yield "\ufeff"
    for row in made:
        yield writer.writerow(
            [_decimal(each) if isinstance(each, Decimal) else each for each in row]
        )


def _decimal(value: Decimal) -> str:
    return f"{value:f}".replace(".", ",")


def workbook(made: Iterator[list[Any]]) -> IO[bytes]:
    """The same as a workbook, its heading in sight; texts are texts, whatever they look like."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(str(_("Good practices")))
    sheet.freeze_panes = "B2"
    for row in made:
        cells = []
        for value in row:
            cell = WriteOnlyCell(sheet, value=value)
            if isinstance(value, str):
                cell.data_type = "s"
            cells.append(cell)
        sheet.append(cells)
    file = TemporaryFile()  # noqa: SIM115 (closed by the response that sends it)
    book.save(file)
    file.seek(0)
    return file
