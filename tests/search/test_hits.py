"""What was found is narrowed, counted and ordered in memory, and is never older than the index."""

from datetime import timedelta

import pytest
from django.utils import timezone

from base.access import ANONYMOUS
from search.columns import kept
from search.finding import find, ordered
from search.indexing import document_of, drafted, store
from search.models import SearchDocument
from tests import factories

pytestmark = pytest.mark.django_db
PRACTICES = ["Chodniki", "Drzewa", "Łąki"]


@pytest.fixture
def practices(site_tree, commit):
    """Three practices that differ in stage, cost and time."""
    facts = [
        {"stage": "pilot", "total_cost": 300_000, "time_to_launch": "3_to_6_months"},
        {"stage": "implemented", "total_cost": None, "time_to_launch": "", "level": "archival"},
        {"stage": "pilot", "total_cost": 90_000, "time_to_launch": "up_to_3_months"},
    ]
    with commit():
        return [
            factories.practice(title=title, challenge="<p>Cień na ulicy.</p>", **each)
            for title, each in zip(PRACTICES, facts, strict=True)
        ]


def hits(text: str = ""):
    return find(text, ANONYMOUS, type="practice").hits


def titles(some) -> list[str]:
    return [document.title_pl for document in some]


@pytest.mark.parametrize("text", ["", "cień"])
@pytest.mark.parametrize(
    ("sort", "order"),
    [
        ("az", ["Chodniki", "Drzewa", "Łąki"]),
        ("cheapest", ["Łąki", "Chodniki", "Drzewa"]),
        ("quickest", ["Łąki", "Chodniki", "Drzewa"]),
    ],
)
def test_the_order_is_the_one_asked_for(practices, text, sort, order):
    assert titles(ordered(hits(text), sort)) == order


def test_they_are_read_a_part_at_a_time(practices):
    listed = ordered(hits(), "az")

    assert titles(listed[1:3]) == ["Drzewa", "Łąki"]
    assert len(listed) == 3


def test_values_are_counted_by_field(practices):
    counts = hits("cień").counted(["stage", "time_to_launch", "legal_kinds"])

    assert counts == {
        "stage": {"pilot": 2, "implemented": 1},
        "time_to_launch": {"3_to_6_months": 1, "up_to_3_months": 1},
        "legal_kinds": {},
    }


def test_what_is_chosen_narrows_all_fields_but_its_own(practices):
    counts = hits().counted(["stage", "time_to_launch"], {"stage": ["implemented"]})

    assert counts == {"stage": {"pilot": 2, "implemented": 1}, "time_to_launch": {}}


def test_a_value_that_nothing_has_finds_nothing(practices):
    assert len(hits().having("stage", ["nobody's"])) == 0
    assert len(hits().lacking("stage", "pilot")) == 1


def test_what_has_changed_is_read_before_it_is_counted(practices, commit):
    assert hits().counted(["stage"])["stage"] == {"pilot": 2, "implemented": 1}
    with commit():
        practices[0].stage = "implemented"
        practices[0].save_revision().publish()

    assert hits().counted(["stage"])["stage"] == {"pilot": 1, "implemented": 2}


def test_what_was_written_earlier_and_committed_later_is_read(practices):
    """As a long import does: something newer has been read by then."""
    hits()
    document = SearchDocument.objects.get(title_pl="Drzewa")
    SearchDocument.objects.filter(pk=document.pk).update(
        stage="pilot", indexed_at=timezone.now() - timedelta(minutes=5)
    )
    SearchDocument.objects.exclude(pk=document.pk).update(indexed_at=timezone.now())

    assert hits().counted(["stage"])["stage"] == {"pilot": 3}


def test_a_new_document_is_read_whenever_it_was_written(practices, commit):
    hits()
    with commit():
        factories.practice(title="Murawy", stage="pilot")
    SearchDocument.objects.filter(title_pl="Murawy").update(
        indexed_at=timezone.now() - timedelta(days=1)
    )

    assert hits().counted(["stage"])["stage"] == {"pilot": 3, "implemented": 1}


def test_what_is_gone_is_not_counted(practices, commit):
    assert len(hits("cień")) == 3
    practices[1].unpublish()

    assert len(hits("cień")) == 2
    assert len(hits()) == 2
    assert hits().counted(["stage"])["stage"] == {"pilot": 2}


def test_what_was_closed_while_it_was_indexed_is_not_counted(practices):
    page = practices[0]
    draft, _original, who = drafted(page)
    document = document_of(f"page:{page.translation_key}", draft, who=who, page_id=page.pk)
    page.unpublish()
    store([(document, draft)])

    assert len(hits("cień")) == 2
    assert len(hits()) == 2


def test_what_was_closed_meanwhile_is_missing_from_the_page(practices):
    listed = ordered(hits(), "az")
    practices[0].unpublish()

    assert titles(listed) == ["Drzewa", "Łąki"]


def test_reading_in_parts_gives_what_reading_at_once_gives(practices, commit):
    hits()
    with commit():
        practices[2].stage = "established"
        practices[2].save_revision().publish()
        factories.practice(title="Aleje", stage="pilot", tags=[factories.tag(name="cień")])
    in_parts = [(each.title_pl, each.pk) for each in ordered(hits(), "az")]
    counted = hits().counted(["stage", "tags", "languages"])
    kept.forget()

    assert [(each.title_pl, each.pk) for each in ordered(hits(), "az")] == in_parts
    assert hits().counted(["stage", "tags", "languages"]) == counted
