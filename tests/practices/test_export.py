"""The export holds everything, and its import changes nothing."""

from __future__ import annotations

import csv
import json
from datetime import date
from decimal import Decimal

import pytest
from django.core.management import call_command
from openpyxl import load_workbook
from wagtail.models import PageLogEntry, Revision

from base.formulas import made_safe, restored
from practices.models import (
    GalleryImage,
    Indicator,
    LegalBasis,
    PackDocument,
    PracticeIndexPage,
    PracticePage,
    PracticeState,
    RelatedPractice,
)
from practices.transfer.columns import COLUMNS, RELATIONS, cell_of
from practices.transfer.exporting import export_practices
from tests import factories

from .files import Imported, practice

FORMATS = ["xlsx", "csv", "jsonl"]
DANGEROUS = ["=1+1", "+48 32 555", "-5 zł", "@suma", "'=1", "'zwykły", '=HYPERLINK("x")']


@pytest.fixture
def practices(zabrze):
    """Every state a practice can be in, in both languages, with texts that are hard to keep."""
    full = factories.practice(
        external_id="p1", city=zabrze, title="=Zażółć; „gęślą” jaźń", fill=_everything,
        challenge='<p data-block-key="a1">Za <b>mało</b>.</p><p>=1+1</p>\n<ul><li>raz</li></ul>',
        solution='<p><a linktype="page" id="3">tam</a> &amp; <a href="https://x.pl">tu</a></p>',
        cost_scope="Pierwsza linia\n\n  trzecia; z średnikiem", start_month=4, yearly_cost=0,
        video_url="https://example.org/film", follows_from=["prl", "strategy"],
        staff_note="-5 osób", offers=["talk"], expert=factories.person(name="Ewa Ekspertka"),
        assessed_on=date(2026, 1, 2), score_innovation=0, seo_title="@tytuł", unit="'=komórka",
    )  # fmt: skip
    _state(full, verification="assessed", confirmed=date(2026, 5, 14))
    factories.english(full, title="+Full English", staff_note="=cmd|' /C calc'!A0")
    abstract = factories.practice(external_id="p2", city=zabrze, title="Tylko streszczenie")
    factories.english(abstract, full=False)
    factories.practice(external_id="", title="Bez identyfikatora", city=zabrze)
    factories.archival_practice(external_id="p4", title="Dawna", city=zabrze)
    factories.draft(
        PracticePage, factories.index(PracticeIndexPage), external_id="p5", title="Szkic"
    )  # fmt: skip
    edited = factories.practice(external_id="p6", title="Opublikowana", city=zabrze)
    edited.title, edited.total_cost = "Zmieniana", Decimal("7.5")
    edited.save_revision()
    started = factories.practice(external_id="p7", title="Z angielskim szkicem", city=zabrze)
    factories.english(started, full=False, publish=False)
    return full


def _everything(page):
    page.partner_cities = [factories.city(name_pl="Miasto; z średnikiem")]
    page.legal_basis = [
        LegalBasis(kind="act", number="=XX/1", issued_on=date(2020, 9, 30), title_pl="Ustawa"),
        LegalBasis(kind="other", document=factories.document(), url="https://example.org/a"),
    ]
    page.pack = [PackDocument(document=factories.document(), kind="form")]
    page.gallery = [GalleryImage(image=factories.image()), GalleryImage(image=factories.image())]
    other = factories.practice(external_id="p0", title="Powiązana")
    page.related = [RelatedPractice(practice=other)]


def _state(page, *, verification: str, confirmed: date):
    state = PracticeState.of(page)
    state.verification = verification
    state.confirm(confirmed)
    state.save()


def test_the_import_of_an_export_changes_nothing(practices, tmp_path):
    before = _everything_kept()
    for suffix in FORMATS:
        path = tmp_path / f"praktyki.{suffix}"
        count = export_practices(path)
        assert count == PracticePage.objects.originals().count()
        assert Imported(path).outcomes == ["unchanged"] * count, suffix
        assert _everything_kept() == before, suffix


def _everything_kept():
    return (
        Revision.objects.count(),
        PageLogEntry.objects.count(),
        list(PracticePage.objects.order_by("pk").values()),
        list(PracticeState.objects.order_by("pk").values()),
    )


def test_an_export_restores_what_was_lost(practices, tmp_path):
    before = _content(tmp_path)
    paths = [tmp_path / f"praktyki.{suffix}" for suffix in FORMATS]
    for path in paths:
        export_practices(path)
    for path in paths:
        for page in PracticePage.objects.originals():
            page.delete()
        assert "error" not in Imported(path, archival=True).outcomes
        assert _comparable(_content(tmp_path)) == _comparable(before), path.suffix
        assert practice("p1").english.live
        assert not practice("p5").live


def _content(folder) -> list[dict]:
    path = folder / "tresc.jsonl"
    export_practices(path)
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def _comparable(records: list[dict]) -> list[dict]:
    """A draft of a live page is its page's content in a file, and English drafts are made anew."""
    differing = {"live", "live_en", "slug", "slug_en", "level"}
    return [
        {name: value for name, value in record.items() if name not in differing}
        for record in records
        if record["external_id"] != "p7"
    ]


@pytest.fixture
def dangerous(zabrze):
    """One draft whose texts begin as formulas do."""
    parent = factories.index(PracticeIndexPage)
    texts = {
        name: DANGEROUS[place % len(DANGEROUS)]
        for place, name in enumerate(
            ["title", "lead", "summary", "cost_scope", "unit", "seo_title"]
        )
    }
    return factories.draft(
        PracticePage, parent, slug="grozna", external_id="p8", indicators=[Indicator(before=-5)],
        **texts,
    )  # fmt: skip


def test_no_cell_becomes_a_formula(dangerous, tmp_path):
    export_practices(tmp_path / "a.xlsx")
    for row in load_workbook(tmp_path / "a.xlsx").active.iter_rows():
        for cell in row:
            assert cell.data_type != "f"
            assert not str(cell.value or "").startswith(("=", "+", "@", "\t"))
    export_practices(tmp_path / "a.csv")
    with (tmp_path / "a.csv").open(encoding="utf-8-sig", newline="") as file:
        for row in csv.reader(file, delimiter=";"):
            assert not any(cell.startswith(("=", "+", "-", "@", "\t")) for cell in row)


@pytest.mark.parametrize("text", [*DANGEROUS, "", "zwykły", "''=", "\tx"])
def test_what_is_made_safe_is_restored(text):
    assert restored(made_safe(text)) == text


def test_every_field_of_a_practice_has_a_column():
    texts = {item.field_name for item in PracticePage.translatable_fields}
    kept_otherwise = {"tagged_items": "tags", "contact": "contact_name", "expert": "expert_name"}
    for name in {*PracticePage.facts, *texts}:
        known = kept_otherwise.get(name, name)
        assert known in COLUMNS or known in RELATIONS, name
    for name in texts - RELATIONS.keys():
        assert f"{name}_en" in COLUMNS
    for relation in RELATIONS.values():
        fields = {f.name for f in relation.model._meta.local_concrete_fields}
        fields -= {"id", "page", "sort_order", "locale", "translation_key"}
        assert fields <= relation.columns.keys()


def test_every_header_of_an_export_is_known_to_the_import(dangerous, tmp_path):
    export_practices(tmp_path / "a.xlsx")
    header = next(load_workbook(tmp_path / "a.xlsx").active.iter_rows(values_only=True))
    assert all(cell_of(name) for name in header)
    assert len(set(header)) == len(header)


def test_the_command_writes_a_file(dangerous, tmp_path, capsys):
    call_command("export_practices", str(tmp_path / "a.csv"))
    assert (tmp_path / "a.csv").read_bytes().startswith(b"\xef\xbb\xbfexternal_id;title;")
    assert str(PracticePage.objects.originals().count()) in capsys.readouterr().out
