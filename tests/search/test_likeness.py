"""Similar practices: by rare tags before common ones, by words, readable, in few queries."""

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from base import access
from practices.models import RelatedPractice
from search import drift
from search.likeness import similar_to
from search.models import SearchDocument
from tests import factories

pytestmark = pytest.mark.django_db


def shown(page, client=None):
    """The titles under "Similar practices" on a practice's page, in their order."""
    response = (client or Client()).get(page.url)
    assert response.status_code == 200
    html = BeautifulSoup(response.content, "html.parser")
    headings = {each.get_text(strip=True): each for each in html.select("h2")}
    heading = headings.get("Podobne praktyki") or headings.get("Similar practices")
    if heading is None:
        return []
    cards = heading.find_parent("section").select(".practice-card .card-title a")
    return [link.get_text() for link in cards]


def alike(page, language="pl", limit=9):
    ids = similar_to(page.pk, language=language, limit=limit)
    titles = dict(SearchDocument.objects.filter(page__in=ids).values_list("page", "title_pl"))
    return [titles[pk] for pk in ids]


def make(title, *tags, words="", **fields):
    """A practice whose words are its own, so that only what is given makes it like others."""
    told = words or f"{title} {title.lower()}owe"
    summary = ". ".join([told] * (1 + 300 // len(told)))
    return factories.practice(title=title, lead=told, summary=summary, tags=tags, **fields)


@pytest.fixture
def tags(site_tree):
    return {name: factories.tag(name=name) for name in ("powietrze", "retencja", "szkoły")}


@pytest.fixture
def rain(tags, commit):
    """Everybody has one tag, two have a rare one."""
    common, rare, other = tags.values()
    with commit():
        for title in ("Alfabet", "Bursztyn", "Cukier"):
            make(title, common)
        make("Drabina", other)
        make("Echo", common, rare)
        return make("Fontanna", common, rare)


def test_a_rare_tag_in_common_counts_more_than_a_common_one(rain):
    found = alike(rain)
    assert found[0] == "Echo"
    assert "Drabina" not in found


def test_practices_are_alike_by_their_words_where_no_tag_says_so(tags, commit):
    with commit():
        first = make(
            "Kompostowniki", tags["retencja"], words="Sąsiedzi kompostują odpadki w pojemnikach"
        )
        make("Bioodpady", tags["szkoły"], words="Odpadki kompostowane przez sąsiadów, pojemniki")
        make("Lodowisko", tags["powietrze"], words="Łyżwy zimą na tafli pod namiotem")
    assert alike(first) == ["Bioodpady"]


def test_among_equals_the_city_as_large_goes_first(tags, commit):
    rare = tags["retencja"]
    small, large = factories.city(population=9_000), factories.city(population=600_000)
    with commit():
        make("Agrest", rare, city=large)
        make("Bluszcz", rare, city=small)
        make("Cis", rare, city=large)
        page = make("Dąb", rare, city=small)
    assert alike(page)[0] == "Bluszcz"


def test_the_page_shows_three_at_most_and_never_itself(rain, tags, commit):
    with commit():
        for title in ("Gruszka", "Huta", "Igła"):
            make(title, tags["retencja"])
    assert len(shown(rain)) == 3
    assert rain.title not in alike(rain)


def test_what_the_editors_chose_goes_first_and_is_not_shown_twice(rain, commit):
    chosen = SearchDocument.objects.get(title_pl="Drabina").page
    echo = SearchDocument.objects.get(title_pl="Echo").page
    rain.related = [RelatedPractice(practice=chosen), RelatedPractice(practice=echo)]
    with commit():
        rain.save_revision().publish()
    titles = shown(rain)
    assert titles[:2] == ["Drabina", "Echo"]
    assert len(titles) == len(set(titles)) == 3


def test_what_was_closed_a_moment_ago_is_not_shown(rain):
    assert "Echo" in shown(rain)
    echo = SearchDocument.objects.get(title_pl="Echo").page.specific
    access.set_audience(echo, "members")
    assert "Echo" not in shown(rain)


def test_the_marks_of_what_is_closed_are_not_asked(rain, commit):
    echo = SearchDocument.objects.get(title_pl="Echo").page.specific
    with commit():
        access.set_audience(echo, "members")
    assert "Echo" not in alike(rain)


def test_english_readers_see_what_has_an_english_page(rain, commit):
    with commit():
        english = factories.english(rain, title="Fountain")
        echo = SearchDocument.objects.get(title_pl="Echo").page.specific
        factories.english(echo, title="Echo in English")
    assert shown(english) == ["Echo in English"]


def test_a_page_with_nothing_like_it_has_no_such_heading(tags, commit):
    with commit():
        page = make("Latarnia", tags["szkoły"])
        make("Mrówka", tags["retencja"])
    assert shown(page) == []


def test_likeness_follows_what_is_changed(rain, tags, commit):
    with commit():
        drabina = SearchDocument.objects.get(title_pl="Drabina").page.specific
        drabina.tags.set([tags["retencja"]])
        drabina.save_revision().publish()
    assert "Drabina" in alike(rain)
    assert drift.find() == {}


def test_likeness_is_one_statement(rain):
    with CaptureQueriesContext(connection) as asked:
        similar_to(rain.pk, language="pl", limit=6)
    assert len(asked) == 1
