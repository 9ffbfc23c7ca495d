"""Why a result stands where it stands: told to administrators, and adding up to the score."""

import pytest
from django.test import Client

from base.access import ANONYMOUS
from practices.models import PracticeState
from search.explaining import reasons
from search.finding import find, ordered
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def park(site_tree, commit):
    with commit():
        factories.practice(title="Staw w parku", challenge="<p>Zielona szkoła obok.</p>")
        return factories.practice(title="Park", challenge="<p>Staw i zielona szkoła.</p>")


@pytest.mark.parametrize("text", ["staw", "zielona szkoła park", "staw parkk", "zielona szkola"])
def test_the_reasons_add_up_to_the_score(park, text):
    found = find(text, ANONYMOUS, type="practice")
    documents = list(ordered(found.hits, ""))
    assert documents
    for document in documents:
        ranking = found.evidence.ranking
        score = ranking.scores[list(ranking.ids).index(document.pk)]
        parts = reasons(found.evidence, document.pk)
        assert sum(each.points for each in parts) == pytest.approx(score, abs=1e-6)
        assert all(each.points > 0 for each in parts)


def test_a_reason_says_where_a_word_stands(park):
    found = find("staw", ANONYMOUS, type="practice")
    first, *_ = ordered(found.hits, "")
    assert [(each.what, each.where) for each in reasons(found.evidence, first.pk)] == [
        ("staw", "tytuł i nazwy, tekst")
    ]


@pytest.mark.parametrize("address", ["/pl/dobre-praktyki/?q=staw", "/pl/szukaj/?q=staw"])
def test_only_administrators_are_told(park, admin_client, address):
    assert "Dlaczego ten wynik" in admin_client.get(address).content.decode()
    assert "Dlaczego ten wynik" not in Client().get(address).content.decode()


def test_a_record_adopted_elsewhere_goes_before_one_that_answers_as_well(site_tree, commit):
    with commit():
        pages = [factories.practice(title=f"Staw {name}") for name in ("A", "B", "C")]
    with commit():
        state = PracticeState.objects.get(translation_key=pages[1].translation_key)
        state.verification = "adopted"
        state.save()
    first, *_ = ordered(find("staw", ANONYMOUS, type="practice").hits, "")
    assert first.title_pl == "Staw B"
