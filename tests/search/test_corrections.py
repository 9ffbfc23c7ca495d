"""Mistyped words are looked for as words of the documents the reader may find."""

import pytest

from base.access import ANONYMOUS
from base.models.records import Who
from search import lexicon
from search.finding import find, ordered
from search.models import Word
from search.rebuilding import rebuild
from tests import factories

pytestmark = pytest.mark.django_db


def titles(text: str) -> list[str]:
    return [each.title_pl for each in ordered(find(text, ANONYMOUS, type="practice").hits, "")]


def corrections(text: str) -> list[tuple[str, str]]:
    return [(each.typed, each.word) for each in find(text, ANONYMOUS).corrections]


@pytest.mark.parametrize(
    "typed",
    ["rewitalziacja", "rewitalizcja", "rewitallizacja", "rewitalixacja", "REWITALZIACJA",
     "rewitalziacj\u0119", "rewtalziacja"],
)  # fmt: skip
def test_a_mistyped_word_finds_what_was_meant(write, typed):
    write(Rynek="Rewitalizacja kamienic.", Park="Staw i ławki.")
    assert titles(typed) == ["Rynek"]
    assert corrections(typed) == [(typed, "rewitalizacja")]


def test_a_word_that_documents_have_is_never_corrected(write):
    write(Rynek="Szyld i szyldyk.", Park="Szyldzik.")
    assert corrections("szyldyk") == []
    assert titles("szyldyk") == ["Rynek"]


def test_a_word_of_the_dictionary_is_corrected_only_beside_the_rest_of_the_query(write):
    write(Rynek="Płatne parkowanie w strefie.", Park="Bezpłatna wystawa.")
    assert corrections("parkowania w stresie") == [("stresie", "strefie")]
    assert titles("parkowania w stresie") == ["Rynek"]
    assert corrections("stresie") == []
    assert corrections("wystawa w stresie") == []


def test_the_more_frequent_of_two_words_as_near_is_meant(write):
    write(A="Zagwizd.", B="Zagrizd.", C="Zagrizd i staw.")
    assert corrections("zagizd") == [("zagizd", "zagrizd")]


@pytest.mark.parametrize("typed", ["12345", "sw", '"rewitalziacja"', "-rewitalziacja"])
def test_short_words_numbers_phrases_and_exclusions_stay_as_they_are(write, typed):
    write(Rynek="Rewitalizacja, 12346, są, sto.")
    assert corrections(typed) == []


def test_two_mistakes_are_forgiven_in_long_words_only(write):
    write(Rynek="Termomodernizacja, brynza.")
    assert corrections("termomdernizcja") == [("termomdernizcja", "termomodernizacja")]
    assert corrections("brynxa") == [("brynxa", "brynza")]
    assert corrections("brxnxa") == []


def test_a_word_of_a_closed_document_is_not_used_to_correct(write, commit):
    _open, closed = write(Rynek="Staw.", Plac="Zgermowanie.")
    assert corrections("zgermowanei") == [("zgermowanei", "zgermowanie")]
    with commit():
        closed.audience.who = Who.MEMBERS
        closed.audience.save()
    assert corrections("zgermowanei") == []
    assert titles("zgermowanei") == []


def test_a_rebuild_forgets_words_that_no_document_has(write):
    write(Rynek="Staw.")
    lexicon.learn(["Zapomniane."])
    Word.objects.update(seen_on="2020-01-01")
    list(rebuild())
    words = set(Word.objects.values_list("word", flat=True))
    assert "staw" in words
    assert "zapomniane" not in words


def test_english_words_are_corrected_too(site_tree, commit):
    with commit():
        practice = factories.practice(title="Głosowanie")
        factories.english(practice, title="Participatory budgeting at school")
    assert corrections("particiaptory budgeting") == [("particiaptory", "participatory")]
