"""The translation memory: earlier English for the same and for similar sentences."""

from __future__ import annotations

import pytest
from wagtail_localize.models import StringTranslation
from wagtail_localize.operations import translate_object

from base import access
from base.models.records import Who
from base.translating import english_locale
from tests import factories, texts
from workbench.translation import memory
from workbench.translation.segments import Segment

SAID = "Miasto zbiera deszczówkę z dachów szkół i podlewa nią drzewa."
ENGLISH = "The city collects rainwater from school roofs and waters its trees with it."


@pytest.fixture(scope="module")
def an_earlier_page(shared, commit):
    with commit():
        page = factories.article(lead=SAID)
        translate_object(page, [english_locale()])
        texts.translate(page, {"lead": ENGLISH})
    return page


@pytest.fixture
def earlier(an_earlier_page, db):
    return type(an_earlier_page).objects.get(pk=an_earlier_page.pk)


def suggestions(polish: str, page) -> list:
    segment = Segment(key="1", path="lead", polish=polish)
    memory.suggest([segment], page.translation_key, english_locale())
    return segment.suggestions


def another():
    return factories.plain_page()


def test_the_same_sentence_is_offered_with_its_english(earlier):
    [found] = suggestions(SAID, another())

    assert (found.english, found.likeness) == (ENGLISH, 100)


def test_a_similar_sentence_is_offered_as_what_it_is(earlier):
    said = SAID.replace("szkół", "przedszkoli").replace("drzewa", "ogrody")

    [found] = suggestions(said, another())

    assert found.english == ENGLISH
    assert 60 <= found.likeness < 100


def test_another_sentence_is_not_offered(earlier):
    assert suggestions("Rada uchwaliła wieloletnią prognozę finansową.", another()) == []


def test_what_a_machine_made_is_no_memory(earlier):
    StringTranslation.objects.filter(data=ENGLISH).update(
        translation_type=StringTranslation.TRANSLATION_TYPE_MACHINE
    )

    assert suggestions(SAID, another()) == []


def test_a_closed_page_is_remembered_for_itself_alone(earlier):
    access.set_audience(earlier, Who.MEMBERS)

    assert suggestions(SAID, another()) == []
    assert [each.english for each in suggestions(SAID, earlier)] == [ENGLISH]


def test_a_page_of_sentences_takes_two_queries(earlier, django_assert_max_num_queries):
    page = another()
    segments = [Segment(key=str(n), path="body", polish=f"{SAID} {n}") for n in range(60)]
    locale = english_locale()

    with django_assert_max_num_queries(2):
        memory.suggest(segments, page.translation_key, locale)

    assert all(segment.suggestions for segment in segments)
