"""Finding practices: inflected words, letters left out, facets whose counts are true."""

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from practices.models import Funding, LegalBasis
from search.indexing import reading_text
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def found(site_tree, commit):
    """Three practices of two cities, indexed as after a commit."""
    climate = factories.theme(code="climate", name_pl="Klimat", name_en="Climate")
    retention = factories.tag(name="retencja", name_en="water retention", theme=climate)
    people = factories.theme(code="people", name_pl="Kadry", name_en="Staff")
    training = factories.tag(name="szkolenia", name_en="training", theme=people)
    with commit():
        gorzow = factories.city(
            name_pl="Gorzów Wielkopolski",
            adjective="gorzowski",
            voivodeship="08",
            population=115_000,
        )
        hajnowka = factories.city(name_pl="Hajnówka", voivodeship="20", population=19_000)
        rain = factories.practice(title="Miejska retencja wody", city=gorzow, tags=[retention])
        oak = factories.practice(
            title="Dęby przy szkołach", city=hajnowka, tags=[retention], stage="pilot"
        )
        course = factories.practice(title="Kurs dla urzędników", city=hajnowka, tags=[training])
    return {"rain": rain, "oak": oak, "course": course}


class ListPage:
    """The practice list as a reader sees it."""

    def __init__(self, address: str):
        response = Client().get(address)
        assert response.status_code == 200
        self.html = BeautifulSoup(response.content, "html.parser")

    @property
    def titles(self) -> list[str]:
        return [link.get_text() for link in self.html.select(".practice-card .card-title a")]

    @property
    def polish_only(self) -> dict[str, str]:
        return {
            link.get_text(): link.get("lang", "") for link in self.html.select(".polish-only a")
        }

    def options(self, name: str = "") -> list[tuple[str, int, str]]:
        """The facets' values: label, count, address; all of them or one facet's."""
        scope = f"#facet-{name} " if name else ""
        return [
            (
                link.select_one(".facet-option-label").get_text(),
                int(
                    "".join(filter(str.isdigit, link.select_one(".facet-option-count").get_text()))
                ),
                link["href"],
            )
            for link in self.html.select(f"{scope}a.facet-option")
        ]

    @property
    def chips(self) -> dict[str, str]:
        return {link.get_text(" ", strip=True): link["href"] for link in self.html.select(".chip")}

    @property
    def ways_out(self) -> list[str]:
        return [link["href"] for link in self.html.select(".empty-state a")]


LIST = "/pl/dobre-praktyki/"


def listed(query: str) -> list[str]:
    return ListPage(f"{LIST}{query}").titles


@pytest.mark.parametrize(
    "words",
    [
        "retencji",
        "retencję wody",
        "wod",
        "retencji wod w Gorzowie",
        "gorzowska retencja",
        "GORZOWIE",
    ],
)
def test_inflected_words_find_the_practice(found, words):
    assert "Miejska retencja wody" in listed(f"?q={words}")


@pytest.mark.parametrize("words", ["deby", "Hajnowce", "deby w hajnowce"])
def test_missing_polish_letters_do_not_matter(found, words):
    assert "Dęby przy szkołach" in listed(f"?q={words}")


def test_an_english_reader_finds_by_english_tag_what_has_english(found, commit):
    with commit():
        factories.english(found["rain"], title="Rain stays in the city")
    page = ListPage("/en/good-practices/?q=water+retention")
    assert page.titles == ["Rain stays in the city"]


def test_english_lists_put_what_is_only_polish_behind_a_count(found, commit):
    with commit():
        factories.english(found["rain"], title="Rain stays in the city")
    page = ListPage("/en/good-practices/")
    assert page.titles == ["Rain stays in the city"]
    assert page.polish_only == {"Dęby przy szkołach": "pl", "Kurs dla urzędników": "pl"}


def test_a_facets_counts_are_what_following_it_would_show(found):
    options = ListPage(LIST).options()
    assert len(options) > 10
    for label, count, address in options:
        assert len(listed(address)) == count, label


def test_facets_narrow_each_other_and_stay_in_the_address(found):
    page = ListPage(f"{LIST}?theme=climate&voivodeship=20")
    assert page.titles == ["Dęby przy szkołach"]
    assert len(page.chips) == 2
    without_theme = next(url for label, url in page.chips.items() if "Klimat" in label)
    assert "voivodeship=20" in without_theme
    assert "theme" not in without_theme


def test_a_second_value_of_a_facet_widens(found):
    both = listed("?voivodeship=20&voivodeship=08")
    assert len(both) == 3


def test_practices_are_found_by_funding_plan_and_legal_basis(site_tree, commit):
    source = factories.funding_source(name_pl="Fundusz deszczowy")

    def fill(page):
        page.funding = [Funding(source=source, amount=1)]
        page.legal_basis = [LegalBasis(kind="mayor_order", number="1/20")]

    with commit():
        practice = factories.practice(follows_from=["prl"], fill=fill)
        factories.practice(title="Inna praktyka")

    for choice in (f"funding={source.code}", "follows=prl", "legal=mayor_order"):
        assert listed(f"?{choice}") == [practice.title]
    assert "Fundusz deszczowy" in [label for label, _count, _url in ListPage(LIST).options()]


def test_no_result_is_never_a_dead_end(found):
    page = ListPage(f"{LIST}?q=retencji&theme=people")
    assert page.titles == []
    assert page.ways_out
    assert all(listed(address) for address in page.ways_out)


def test_a_closed_practices_words_find_nothing(found, commit):
    from base import access

    with commit():
        access.set_audience(found["oak"], "members")
    assert listed("?q=dęby") == []
    assert "pilotaż" not in [label for label, _count, _address in ListPage(LIST).options("stage")]


def test_what_was_closed_a_moment_ago_is_gone_before_it_is_indexed_again(found):
    from base import access

    # No commit callbacks: the document still says that it is public.
    access.set_audience(found["oak"], "members")
    assert "Dęby przy szkołach" not in listed("")
    assert "Dęby przy szkołach" not in listed("?q=dęby")


def test_an_excluded_word_and_a_phrase_are_understood(found):
    assert "Miejska retencja wody" not in listed("?q=-retencja")
    assert listed('?q="retencja wody"') == ["Miejska retencja wody"]
    assert listed('?q="wody retencja"') == []


def test_the_site_search_finds_cities_by_any_case(found):
    html = BeautifulSoup(Client().get("/pl/szukaj/?q=Hajnówce").content, "html.parser")
    assert "Hajnówka" in [link.get_text() for link in html.select(".search-result a")]


def test_the_site_search_marks_the_inflected_word(found, commit):
    with commit():
        factories.practice(title="Ogród", challenge="<p>Woda z dachów zalewała piwnice.</p>")
    html = BeautifulSoup(Client().get("/pl/szukaj/?q=piwnicom").content, "html.parser")
    assert [mark.get_text() for mark in html.select("mark")] == ["piwnice"]


@pytest.mark.parametrize(
    ("parts", "read"),
    [
        (["Woda zostaje.", "Nikt nie pyta"], "Woda zostaje. Nikt nie pyta"),
        (["Woda", "", "Drzewa!", "Czy rosną?"], "Woda. Drzewa! Czy rosną?"),
        (["", "Drzewa", ""], "Drzewa."),
        (["w wersji 1.0", "z 2026"], "w wersji 1.0. z 2026"),
    ],
)
def test_a_snippet_reads_as_sentences(parts, read):
    assert reading_text([("Tytuł", "A"), (" . ".join(parts), "D")]) == read


def test_a_renamed_tag_is_searched_at_once(found, commit):
    tag = found["rain"].tags.get()
    tag.synonyms_pl = ["deszczówka"]
    with commit():
        tag.save()
    assert "Miejska retencja wody" in listed("?q=deszczówki")


def test_the_practice_list_keeps_within_its_queries(found, django_assert_max_num_queries):
    Client().get("/pl/dobre-praktyki/")
    with django_assert_max_num_queries(40):
        Client().get("/pl/dobre-praktyki/?q=retencji&theme=climate")
