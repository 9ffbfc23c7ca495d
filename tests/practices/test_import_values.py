"""How cells are read: the Polish way, never guessed."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal

import pytest

from practices.transfer.columns import COLUMNS, RELATIONS
from practices.transfer.rich_text import read_rich_text
from practices.transfer.values import Unreadable, date_of, decimal_of, items_of, joined, read_value


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("1 240 000,50 zł", "1240000.50"),
        ("1\u00a0240\u202f000 PLN", "1240000"),
        ("1.240.000,5", "1240000.5"),
        ("1,240,000.50", "1240000.50"),
        ("0,5", "0.5"),
        ("0.125", "0.125"),
        ("12.5", "12.5"),
        ("−3", "-3"),
        (0, "0"),
        (1240000.5, "1240000.5"),
    ],
)
def test_numbers_are_read_as_they_are_written_in_poland(written, number):
    assert decimal_of(written, 2) == Decimal(number)


@pytest.mark.parametrize(
    "written", ["1.240", "12,345", "ok. 5", "1e400", "NaN", "", "5 tys.", float("nan")]
)
def test_a_number_that_may_be_two_or_none_is_refused(written):
    with pytest.raises(Unreadable):
        decimal_of(written, 2)


@pytest.mark.parametrize(
    "written", ["2024-05-14", "14.05.2024", datetime(2024, 5, 14, 12), date(2024, 5, 14)]
)
def test_dates_are_read_in_both_notations(written):
    assert date_of(written) == date(2024, 5, 14)


@pytest.mark.parametrize("written", ["14/05/2024", "maj 2024", "31.02.2024"])
def test_what_is_no_date_is_refused(written):
    with pytest.raises(Unreadable):
        date_of(written)


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("start_year", 1850),
        ("start_year", 2022.5),
        ("start_month", 13),
        ("total_cost", -1),
        ("difficulty", 7),
        ("video_url", "javascript:alert(1)"),
        ("title", "x" * 256),
        ("lead", "x" * 301),
        ("live", "może"),
        ("confirmed_on", True),
        ("title", ["a", "b"]),
    ],
)
def test_what_the_model_could_not_keep_is_refused(name, written):
    with pytest.raises(Unreadable):
        read_value(written, COLUMNS[name])


def test_several_values_may_have_semicolons_in_them():
    items = ["Nowa Sól", "a; b", "c"]
    assert items_of(joined(items)) == items
    assert items_of(items) == items


def test_an_empty_cell_is_what_the_model_keeps_for_unknown():
    assert read_value(None, COLUMNS["total_cost"]) is None
    assert read_value("  ", COLUMNS["kind"]) == ""
    assert read_value("", COLUMNS["offers"]) == []
    assert read_value(0, COLUMNS["total_cost"]) == 0
    assert read_value(None, RELATIONS["steps"].columns["duration_months"]) is None


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("Raz.\n\nDwa <3 & trzy.", "<p>Raz.</p><p>Dwa &lt;3 &amp; trzy.</p>"),
        ("Raz\ndwa", "<p>Raz<br/>dwa</p>"),
        ("- raz\n- dwa", "<ul><li>raz</li><li>dwa</li></ul>"),
        ("1. raz\n2. dwa", "<ol><li>raz</li><li>dwa</li></ol>"),
        ("<h2>Tytuł</h2>luzem<p>b</p>", "<h3>Tytuł</h3><p>luzem</p><p>b</p>"),
        ("<ul><li>a<ul><li>b</li></ul></li></ul>", "<ul><li>a<ul><li>b</li></ul></li></ul>"),
        ('<p onclick="x()" style="y">a<br>b</p>', "<p>a<br/>b</p>"),
        ('<p><a href="javascript:x()">a</a></p>', "<p><a>a</a></p>"),
        ("<p>a</p><script>x()</script><iframe></iframe>", "<p>a</p>"),
        ('<p data-block-key="k"><a linktype="page" id="3">a</a></p>',
         '<p data-block-key="k"><a linktype="page" id="3">a</a></p>'),
    ],
)  # fmt: skip
def test_rich_text_keeps_what_an_editor_could_have_written(written, kept):
    assert read_rich_text(written) == kept
    assert read_rich_text(kept) == kept
