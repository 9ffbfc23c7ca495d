"""One engine behind two addresses: tabs, marked passages, ways out of an empty list, the map."""

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import AnonymousUser
from django.db import connection
from django.http import QueryDict
from django.template.loader import render_to_string
from django.test import Client
from django.test.utils import CaptureQueriesContext

from base import access
from search.facets import Choices
from search.finding import find
from search.ways_out import understood
from tests import factories

pytestmark = pytest.mark.django_db
LIST = "/pl/dobre-praktyki/"
SEARCH = "/pl/szukaj/"


@pytest.fixture
def site(site_tree, commit):
    """Practices, an article and a city with words in common."""
    climate = factories.theme(code="climate", name_pl="Klimat", name_en="Climate")
    retention = factories.tag(name="retencja", name_en="water retention", theme=climate)
    with commit():
        gorzow = factories.city(
            name_pl="Gorzów Wielkopolski", slug="gorzow", voivodeship="08", population=115_000,
            latitude=52.73, longitude=15.24,
        )  # fmt: skip
        rain = factories.practice(
            title="Miejska retencja wody",
            city=gorzow,
            tags=[retention],
            challenge="<p>Woda z dachów zalewała piwnice przy ulicy.</p>",
        )
        oak = factories.practice(title="Dęby przy szkołach", tags=[retention], stage="pilot")
        factories.article(title="Woda wraca do Gorzowa")
    return {"rain": rain, "oak": oak, "gorzow": gorzow}


def page(address: str) -> BeautifulSoup:
    response = Client().get(address)
    assert response.status_code == 200, address
    return BeautifulSoup(response.content, "html.parser")


def tabs(html: BeautifulSoup) -> dict[str, tuple[int, str]]:
    """The number and address of each tab, by its label."""
    found = {}
    for link in html.select(".tabs a"):
        count = int("".join(filter(str.isdigit, link.select_one(".tabs-count").get_text())))
        found[link.find(string=True).strip()] = (count, link["href"])
    return found


def number(html: BeautifulSoup) -> int:
    return int(html.select_one("#results-count").get_text().split()[0])


def test_every_kind_has_a_tab_whose_number_is_what_it_shows(site):
    shown = tabs(page(f"{SEARCH}?q=wody"))
    assert {"Wszystko", "Dobre praktyki", "Aktualności"} <= set(shown)
    for count, address in shown.values():
        assert number(page(address)) == count, address


def test_the_tab_of_practices_is_their_list_with_its_facets(site):
    _count, address = tabs(page(f"{SEARCH}?q=wody"))["Dobre praktyki"]
    assert address == f"{LIST}?q=wody"
    html = page(address)
    assert html.select("#facet-theme")
    assert html.select_one(".tabs a[aria-current]")["href"] == address
    assert tabs(html)["Aktualności"][1] == f"{SEARCH}?q=wody&type=news"


def test_the_search_hands_practices_over_to_their_list(site):
    response = Client().get(f"{SEARCH}?q=wody&type=practice&sort=newest")
    assert response["Location"] == f"{LIST}?q=wody&sort=newest"


def test_a_list_without_words_has_no_tabs(site):
    assert tabs(page(LIST)) == {}


def test_a_card_shows_the_passage_with_the_inflected_word_marked(site):
    card = page(f"{LIST}?q=piwnicom").select_one(".practice-card")
    assert [mark.get_text() for mark in card.select(".card-lead mark")] == ["piwnice"]


def test_a_card_found_by_its_title_keeps_its_lead(site):
    card = page(f"{LIST}?q=dębom").select_one(".practice-card")
    assert [mark.get_text() for mark in card.select("mark")] == ["Dęby"]
    assert card.select_one(".card-lead").get_text().replace("\u00a0", " ") == (
        "Jedno zdanie o rozwiązaniu."
    )


def test_a_result_of_the_site_search_shows_the_facts_of_a_practice(site):
    line = next(
        each for each in page(f"{SEARCH}?q=retencja").select(".search-result")
        if "Miejska" in each.get_text()
    )  # fmt: skip
    text = " ".join(line.get_text(" ").split())
    for fact in ("Gorzów Wielkopolski", "2022", "50–250 tys. zł", "3–6 miesięcy", "wdrożona"):
        assert fact in text


def test_the_title_of_the_page_says_the_search(site):
    title = page(f"{LIST}?q=retencja&stage=pilot").title.get_text()
    assert title.startswith("„retencja”, Etap: pilotaż – Dobre praktyki")
    assert page(f"{SEARCH}?q=woda").title.get_text().startswith("„woda” – Szukaj")
    assert page(LIST).title.get_text().startswith("Dobre praktyki")


def test_ways_out_say_how_much_they_show(site):
    html = page(f"{LIST}?q=wody&stage=pilot")
    assert number(html) == 0
    ways = html.select(".empty-state li")
    assert ways
    for way in ways:
        shown = number(page(f"{LIST}{way.a['href']}"))
        assert shown > 0
        if count := way.select_one(".facet-option-count"):
            assert shown == int(count.get_text())


def ways_out(address: str) -> dict[str, str]:
    """The addresses offered on an empty list, by their labels; each shows as much as it says."""
    html = page(address)
    assert number(html) == 0
    ways = {}
    for way in html.select(".empty-state li"):
        ways[way.a.get_text()] = way.a["href"]
        if count := way.select_one(".facet-option-count"):
            shown = number(page(address.partition("?")[0] + way.a["href"]))
            assert shown == int(count.get_text()) > 0
    return ways


@pytest.mark.parametrize("address", [LIST, SEARCH])
def test_a_way_out_of_an_empty_list_is_to_drop_a_word(site, address):
    ways = ways_out(f"{address}?q=retencja+%22niczego+takiego%22")
    assert ways["retencja"] == "?q=retencja"


@pytest.mark.parametrize("address", [LIST, SEARCH])
def test_words_that_nothing_has_are_dropped_together(site, address):
    ways = ways_out(f"{address}?q=retencja+%22niczego+takiego%22+%22ani+tego%22")
    assert ways["retencja"] == "?q=retencja"


def test_fewer_words_are_looked_for_where_the_reader_is_and_else_everywhere(site):
    ways = ways_out(f"{SEARCH}?q=woda+%22niczego+takiego%22&type=news")
    assert ways == {"woda": "?q=woda&type=news"}
    ways = ways_out(f"{SEARCH}?q=dęby+%22niczego+takiego%22&type=news")
    assert ways == {"dęby, wszędzie": "?q=d%C4%99by"}
    ways = ways_out(f"{LIST}?q=miejska+%22niczego+takiego%22&stage=pilot")
    assert ways["miejska, bez żadnego filtra"] == "?q=miejska"


def test_an_exclusion_alone_is_no_way_out(site):
    html = page(f"{SEARCH}?q=nicniematu+-woda")
    assert number(html) == 0
    assert html.select(".empty-state a") == []


def test_an_empty_list_says_what_was_looked_for_and_the_nearest_themes(site):
    html = page(f"{LIST}?q=klimatyka")
    assert html.select_one(".no-results-understood b").get_text() == "klimatyka"
    near = {link.get_text(): link["href"] for link in html.select("#nearest-themes + ul a")}
    assert near["Klimat"] == f"{LIST}?theme=climate"


def test_themes_that_only_closed_practices_bear_are_not_near(site, commit):
    with commit():
        access.set_audience(site["rain"], "members")
        access.set_audience(site["oak"], "members")
    assert page(f"{LIST}?q=klimatyka").select("#nearest-themes") == []


def test_a_closed_documents_words_are_neither_found_nor_counted(site, commit):
    with commit():
        factories.practice(title="Praktyka o ornitopterach", lead="Ornitoptery w mieście.")
        closed = factories.practice(title="Zamknięta o ornitopterach")
    assert number(page(f"{LIST}?q=ornitopter")) == 2
    access.set_audience(closed, "members")
    html = page(f"{LIST}?q=ornitopter")
    assert number(html) == 1
    assert tabs(html)["Wszystko"][0] == 1
    assert "Zamknięta" not in html.get_text()


def test_the_map_shows_where_the_results_are(site):
    html = page(f"{LIST}?q=retencja&view=map")
    cities = {link.get_text(): link["href"] for link in html.select(".map-cities a")}
    assert cities["Gorzów Wielkopolski"] == "?q=retencja&city=gorzow"
    assert number(page(f"{LIST}{cities['Gorzów Wielkopolski']}")) == 1
    assert html.select(".poland-map")
    assert html.select(".practice-card") == []
    listed = html.select_one("#view-list")["href"]
    assert page(f"{LIST}{listed}").select(".practice-card")


def test_english_readers_are_told_what_exists_in_polish_only(site, commit):
    with commit():
        factories.english(site["rain"], title="Rain stays in the city")
    html = page("/en/search/?q=retencja")
    assert [each.get_text() for each in html.select(".search-result h3")] == [
        "Rain stays in the city"
    ]
    assert "Dęby przy szkołach" in html.select_one(".polish-only").get_text()


def test_words_are_ranked_once_for_all_that_a_page_shows(site):
    Client().get(f"{LIST}?q=retencja")
    with CaptureQueriesContext(connection) as asked:
        Client().get(f"{LIST}?q=retencja")
    assert sum("array_agg(document_id)" in query["sql"] for query in asked.captured_queries) == 1


@pytest.mark.parametrize(
    "address",
    [
        f"{LIST}?q=retencja",
        f"{LIST}?q=nic&stage=pilot&theme=climate&tag=retencja&like=gorzow",
        f"{LIST}?q=retencja&view=map",
        "/en/good-practices/?q=retention&stage=pilot",
        f"{SEARCH}?q=wody",
        f"{SEARCH}?q=ala+ma+kota+nic",
    ],
)
def test_a_page_of_results_keeps_within_its_queries(site, django_assert_max_num_queries, address):
    Client().get(address)
    with django_assert_max_num_queries(25):
        Client().get(address)


def test_many_filters_take_no_more_queries_than_some(site, django_assert_max_num_queries):
    chosen = [
        f"{name}=nic-takiego-{n}" for name in ("tag", "city", "network", "theme") for n in range(10)
    ]
    address = f"{LIST}?q=retencja&{'&'.join(chosen)}"
    Client().get(address)
    with django_assert_max_num_queries(50):
        assert "nic-takiego-9" in Client().get(address).content.decode()


def test_a_correction_is_told_and_leads_to_the_corrected_search(site):
    choices = Choices(QueryDict("q=miejska retncja&stage=pilot"))
    told = understood(find("miejska retncja", AnonymousUser()), choices)["corrections"]
    html = render_to_string("components/understood.html", {"corrections": told})
    link = BeautifulSoup(html, "html.parser").a
    assert link.get_text() == "retencja"
    assert link["href"] == "?q=miejska+retencja&stage=pilot"
