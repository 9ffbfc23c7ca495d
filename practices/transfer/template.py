"""The template workbook: columns to fill in, with the vocabularies and registers to choose from."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import override
from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from base.access import ANONYMOUS
from base.formulas import made_safe
from networks.models import NetworkPage
from registers.models import City, FundingSource, Tag

from .columns import RELATIONS, Cell, Column, Home, Kind, cell_of
from .exporting import headers
from .lookups import Lookups, network_name
from .reading import COMMENT, SHEET

LISTS = "Słowniki"
TEMPLATE_LANGUAGE = "pl"
FILE_NAME = "empirie-praktyki-szablon.xlsx"
MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# Rows with drop-downs below the header and its help.
ROWS = 1000
# What a city does not fill in: decided by editors, or made by itself.
_LEFT_OUT = {"origin", "level", "live", "live_en", "slug", "slug_en", "seo_title", "seo_title_en",
             "search_description", "search_description_en"}  # fmt: skip
_NEEDED = {"external_id", "title", "summary", "city"}

_NEEDED_FILL = PatternFill("solid", fgColor="FFE2C8")
_HEADER_FILL = PatternFill("solid", fgColor="DCE6F2")
_HELP_FONT = Font(italic=True, color="666666", size=9)


def template_workbook() -> Workbook:
    """In Polish, whoever asks: it is filled in by Polish cities."""
    with override(TEMPLATE_LANGUAGE):
        book = Workbook()
        sheet = book.active
        sheet.title = SHEET
        lists = _Lists(book.create_sheet(LISTS))
        offered = {name: relation.offered for name, relation in RELATIONS.items()}
        names = [name for name in headers(offered) if name not in _LEFT_OUT]
        for index, name in enumerate(names, start=1):
            _column(sheet, index, name, lists)
        sheet.freeze_panes = "C3"
        sheet.row_dimensions[2].height = 90
        return book


def template_file() -> bytes:
    file = BytesIO()
    template_workbook().save(file)
    return file.getvalue()


def _column(sheet: Worksheet, index: int, name: str, lists: _Lists) -> None:
    cell = cell_of(name)
    assert cell is not None
    head = sheet.cell(1, index, name)
    head.font = Font(bold=True)
    head.fill = _NEEDED_FILL if name in _NEEDED else _HEADER_FILL
    explained = _explained(cell)
    head.comment = Comment(explained, "EMPIRIE", height=160, width=320)
    text = f"{COMMENT} {explained}" if index == 1 else explained
    below = sheet.cell(2, index, made_safe(text))
    below.font = _HELP_FONT
    below.alignment = Alignment(wrap_text=True, vertical="top")
    sheet.column_dimensions[get_column_letter(index)].width = _width(cell.column)
    if source := lists.range_for(cell.column):
        _offer(sheet, index, source, cell.column)


def _offer(sheet: Worksheet, index: int, source: str, column: Column) -> None:
    """A drop-down; another value is let through, since the import knows more names."""
    choice = DataValidation(type="list", formula1=source, allow_blank=True)
    choice.showErrorMessage = column.kind is Kind.CHOICE
    choice.errorTitle = _("Value")
    choice.error = _("Choose a value from the list.")
    sheet.add_data_validation(choice)
    letter = get_column_letter(index)
    choice.add(f"{letter}3:{letter}{ROWS + 2}")


def _width(column: Column) -> int:
    return {Kind.RICH_TEXT: 50, Kind.TEXT: 50, Kind.LINE: 28}.get(column.kind, 18)


# --- What a column wants ---


def _explained(cell: Cell) -> str:
    """The field's name and help, and how its cell is filled in."""
    column = cell.column
    parts = [_label(column)]
    if cell.relation is not None:
        title = str(cell.relation.model._meta.verbose_name)
        parts = [f"{title[:1].upper()}{title[1:]} {cell.number}: {_label(column, lower=True)}"]
    if column.english:
        parts[0] = _("%(label)s in English") % {"label": parts[0]}
    elif help_text := str(getattr(column.field, "help_text", "") or ""):
        parts.append(help_text)
    if column.name in _NEEDED and cell.relation is None:
        parts.append(_("Required."))
    if hint := _hint(column):
        parts.append(hint)
    return " ".join(part if part.endswith((".", "!", "”")) else f"{part}." for part in parts)


def _label(column: Column, *, lower: bool = False) -> str:
    if column.home is Home.PERSON:
        label: str | Promise = {
            "contact_name": _("name of the contact person"),
            "contact_email": _("e-mail address of the contact person, not shown to the public"),
            "expert_name": _("name of the expert"),
            "expert_email": _("e-mail address of the expert, not shown to the public"),
        }[column.name]
    elif column.field is None:
        label = {"gallery": _("gallery"), "related": _("related practices")}[column.name]
    else:
        label = column.field.verbose_name
    text = str(label)
    return text if lower else text[:1].upper() + text[1:]


def _hint(column: Column) -> str:
    if column.name == "external_id":
        return _("Your own identifier of the record, for example zabrze-2024-01; it never changes.")
    return {
        Kind.CITY: _("Name or TERYT number of the municipality."),
        Kind.CITIES: _("Names or TERYT numbers, separated by semicolons."),
        Kind.NETWORKS: _("Codes or short names, separated by semicolons."),
        Kind.TAGS: _("Separated by semicolons; new ones are allowed."),
        Kind.CHOICES: _("Values from the list, separated by semicolons."),
        Kind.CHOICE: _("Choose from the list."),
        Kind.DECIMAL: _("A number, for example 1 240 000,50."),
        Kind.BOOLEAN: _("“Yes” or “no”."),
        Kind.DATE: _("For example 2024-05-14."),
        Kind.RICH_TEXT: _(
            "Plain text; a blank line starts a paragraph, a dash starts a list item."
        ),
        Kind.IMAGE: _("File name or title of an image that is in the admin already."),
        Kind.IMAGES: _("File names of images that are in the admin, separated by semicolons."),
        Kind.DOCUMENT: _("File name or title of a document that is in the admin already."),
        Kind.PRACTICES: _("Identifiers of practices, separated by semicolons."),
        Kind.FUNDING_SOURCE: _("Choose from the list."),
    }.get(column.kind, "")


# --- Lists to choose from ---


def _city_choice(city: City, lookups: Lookups) -> str:
    """The name, with the TERYT number where several cities bear it."""
    name = lookups.city_name(city)
    return name if name == city.name_pl else f"{city.name_pl} ({name})"


class _Lists:
    """The sheet of vocabularies and registers, a column each; a list is written when first used."""

    def __init__(self, sheet: Worksheet):
        self.sheet = sheet
        self._ranges: dict[str, str] = {}
        lookups = Lookups()
        cities = City.objects.defer("description_pl", "description_en")
        networks = NetworkPage.objects.originals().visible_to(ANONYMOUS).order_by("path")
        self._write("cities", _("Cities"), [_city_choice(city, lookups) for city in cities])
        labels = [f"{page.short_name or page.title} ({network_name(page)})" for page in networks]
        self._write("networks", _("Networks"), [network_name(page) for page in networks])
        self._write("network_names", _("Names of the networks"), labels)
        tags = Tag.objects.select_related("theme")
        self._write("tags", _("Tags"), [tag.name for tag in tags])
        self._write("tag_themes", _("Themes of the tags"), [str(t.theme or "") for t in tags])
        sources = FundingSource.objects.all()
        self._write("sources", _("Funding sources"), [source.name_pl for source in sources])

    def _write(self, name: str, title: str, values: list[Any]) -> str:
        index = len(self._ranges) + 1
        letter = get_column_letter(index)
        self.sheet.cell(1, index, title).font = Font(bold=True)
        for row, value in enumerate(values, start=2):
            self.sheet.cell(row, index, made_safe(str(value)))
        self.sheet.column_dimensions[letter].width = 30
        last = max(len(values) + 1, 2)
        self._ranges[name] = f"'{LISTS}'!${letter}$2:${letter}${last}"
        return self._ranges[name]

    def range_for(self, column: Column) -> str | None:
        """Where the values of a column stand; nothing where it is free or takes several."""
        if column.kind is Kind.CITY:
            return self._ranges["cities"]
        if column.kind is Kind.FUNDING_SOURCE:
            return self._ranges["sources"]
        if column.kind not in (Kind.CHOICE, Kind.CHOICES):
            return None
        model, field = column.field.model, column.field
        key = f"{model.__name__}.{field.name}"
        if key not in self._ranges:
            self._write(key, _label(column), [str(label) for _code, label in column.choices])
        return self._ranges[key] if column.kind is Kind.CHOICE else None
