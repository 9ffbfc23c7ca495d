"""Suggestions: by any word's beginning, without Polish letters, and of nothing that is closed."""

from datetime import date, timedelta

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import AnonymousUser
from django.urls import reverse
from django.utils import translation

from base import access
from search.models import AskedWords, SearchDocument
from search.suggestions import suggest
from tests import factories

pytestmark = pytest.mark.django_db
ANYBODY = AnonymousUser()


@pytest.fixture
def site(site_tree, commit):
    """A city, a theme, a tag with a synonym, and two practices."""
    with commit():
        theme = factories.theme(name_pl="Woda i zieleń", name_en="Water and green")
        retention = factories.tag(
            name="retencja",
            name_en="water retention",
            synonyms_pl=["mała retencja", "deszczówka"],
            theme=theme,
        )
        lodz = factories.city(name_pl="Łódź", slug="lodz", population=655_000)
        factories.city(name_pl="Łodygowice", slug="lodygowice", population=8_000)
        rain = factories.practice(
            title="Zagospodarowanie wód opadowych w Łodzi", city=lodz, tags=[retention]
        )
        oak = factories.practice(title="„Dęby” przy szkołach", city=lodz)
    return {"rain": rain, "oak": oak, "retention": retention, "lodz": lodz}


def suggested(typed: str, language: str = "pl", **options) -> dict[str, str]:
    """The kinds of what is suggested, by its text, in the order shown."""
    return {each.text: each.kind for each in suggest(typed, ANYBODY, language, **options)}


@pytest.mark.parametrize(
    ("typed", "text", "kind"),
    [
        ("lodz", "Łódź", "city"),
        ("ŁÓD", "Łódź", "city"),
        ("wod", "Woda i zieleń", "theme"),
        ("zielen", "Woda i zieleń", "theme"),
        ("wod", "Zagospodarowanie wód opadowych w Łodzi", "title"),
        ("zagospodarowanie wod", "Zagospodarowanie wód opadowych w Łodzi", "title"),
        ("lodz opad", "Zagospodarowanie wód opadowych w Łodzi", "title"),
        ("deby", "„Dęby” przy szkołach", "title"),
        ("reten", "retencja", "tag"),
        ("deszcz", "retencja", "tag"),
    ],
)
def test_the_beginning_of_any_word_is_enough(site, typed, text, kind):
    assert suggested(typed).get(text) == kind


def test_a_synonym_says_what_it_stands_for(site):
    found = next(each for each in suggest("deszcz", ANYBODY, "pl") if each.kind == "tag")
    assert (found.text, found.note) == ("retencja", "deszczówka")


def test_each_leads_to_where_it_is_shown(site, client):
    kinds = set()
    for typed in ("lodz", "wod", "reten"):
        for each in suggest(typed, ANYBODY, "pl"):
            assert client.get(each.url).status_code == 200, each
            kinds.add(each.kind)
    assert kinds == {"city", "theme", "tag", "title"}


def test_a_title_is_named_by_what_opens(site, commit):
    with commit():
        network = factories.translated_network(title="Ornitologia – MIASTO PTAKÓW")
        factories.english(
            factories.meeting(parent=network, title="Ornitologia w terenie"),
            title="Ornitology outdoors",
        )
        factories.article(title="Ornitologia w prasie")
        factories.practice(title="Ornitologia dla szkół", networks=[network])
        factories.plain_page(title="Ornitologia: o nas")
    assert {each.text: each.kind_label for each in suggest("ornit", ANYBODY, "pl")} == {
        "Ornitologia – MIASTO PTAKÓW": "Sieć",
        "Ornitologia w terenie": "Spotkanie",
        "Ornitologia w prasie": "Aktualność",
        "Ornitologia dla szkół": "Praktyka",
        "Ornitologia: o nas": "Strona",
    }
    (meeting,) = suggest("ornit", ANYBODY, "en")
    with translation.override("en"):
        assert (meeting.type, meeting.kind_label) == ("meeting", "Meeting")


def test_the_larger_city_comes_first(site):
    assert list(suggested("lod"))[:2] == ["Łódź", "Łodygowice"]


def test_an_english_reader_is_suggested_english(site, commit):
    assert suggested("wod", "en") == {}
    with commit():
        factories.english(site["rain"], title="Rain stays in the city")
    assert suggested("water", "en") == {"Water and green": "theme", "water retention": "tag"}
    assert suggested("stays", "en") == {"Rain stays in the city": "title"}
    assert suggested("lodz", "en") == {"Łódź": "city"}


def test_there_are_never_more_than_asked_for(site, commit):
    with commit():
        for number in range(5):
            factories.practice(title=f"Woda {number}")
    assert len(suggest("wod", ANYBODY, "pl", limit=4)) == 4
    assert list(suggested("wod", limit=4).values()).count("title") >= 2


@pytest.mark.parametrize("typed", ["", "  ", "„”", "%", "_", "'); --", "\\", "x" * 500, "a " * 60])
def test_nothing_typed_is_an_error(site, typed):
    assert suggest(typed, ANYBODY, "pl") == []


def test_nothing_of_a_closed_document_is_suggested(site, commit):
    with commit():
        access.set_audience(site["rain"], "members")
    assert suggested("zagospodarowanie") == {}
    assert suggested("opad") == {}
    assert "retencja" not in suggested("reten"), "a tag that only it bears"


def test_what_was_closed_a_moment_ago_is_gone_before_it_is_indexed_again(site):
    # No commit callbacks: documents and phrases still say that it is public.
    access.set_audience(site["rain"], "members")
    assert suggested("zagospodarowanie") == {}
    assert suggested("reten") == {}


def test_phrases_follow_the_registers(site, commit):
    tag = site["retention"]
    tag.name, tag.synonyms_pl = "błękitna infrastruktura", []
    with commit():
        tag.save()
    assert suggested("deszcz") == {}
    assert suggested("infra") == {"błękitna infrastruktura": "tag"}
    tag.delete()
    assert suggested("infra") == {}


def asked(text: str, site, **fields) -> None:
    best = SearchDocument.objects.get(page=site["rain"])
    given = {"language": "pl", "found": 4, "days": 3, "best": best, "last_day": date(2026, 5, 4)}
    AskedWords.objects.create(**{"text": text, "folded": text, **given, **fields})


def test_what_others_asked_on_several_days_is_suggested(site):
    asked("ogrody deszczowe", site)
    assert suggested("ogr") == {"ogrody deszczowe": "search"}
    assert suggested("deszczowe") == {"ogrody deszczowe": "search"}
    assert suggest("ogr", ANYBODY, "pl")[0].url == "/pl/szukaj/?q=ogrody+deszczowe"


@pytest.mark.parametrize("fields", [{"days": 2}, {"found": 0}, {"best": None}, {"language": "en"}])
def test_single_and_fruitless_searches_are_never_suggested(site, fields):
    asked("ogrody deszczowe", site, **fields)
    assert suggested("ogr") == {}


def test_a_search_that_was_answered_by_what_is_closed_now_is_not_suggested(site):
    asked("ogrody deszczowe", site, last_day=date.today() - timedelta(days=1))
    access.set_audience(site["rain"], "members")
    assert suggested("ogr") == {}


def test_suggestions_take_few_queries(site, django_assert_max_num_queries):
    suggest("wod", ANYBODY, "pl")
    with django_assert_max_num_queries(4):
        suggest("wod", ANYBODY, "pl")


def test_the_combobox_gets_a_list_of_options_that_nobody_keeps(site, client):
    response = client.get(reverse("suggestions"), {"q": "lodz", "id": "site-search-suggestions"})
    html = BeautifulSoup(response.content, "html.parser")
    assert html.select_one("ul[role=listbox]")["id"] == "site-search-suggestions"
    option = html.select_one("li[role=option]")
    assert option["data-href"] == "/pl/miasta/lodz/"
    assert "Łódź" in option.get_text()
    assert response["Cache-Control"] == "no-store"
    assert not response.cookies


def test_an_identifier_that_is_none_is_not_repeated(site, client):
    response = client.get(reverse("suggestions"), {"q": "lodz", "id": '"><b>'})
    assert b"<b>" not in response.content
    assert b'id="suggestions"' in response.content
