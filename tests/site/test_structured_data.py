"""What search engines read: true, whole addresses, and nothing that breaks the page."""

from __future__ import annotations

import json
import re
from datetime import date

from base import access, structured_data
from base.models.records import Who
from tests import factories

SCRIPT = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


def data_of(client, address: str) -> list[dict]:
    return [json.loads(text) for text in SCRIPT.findall(client.get(address).content.decode())]


def trail(client, address: str) -> list[tuple[str, str]]:
    (found,) = [data for data in data_of(client, address) if data["@type"] == "BreadcrumbList"]
    return [(step["name"], step.get("item", "")) for step in found["itemListElement"]]


def test_a_script_cannot_be_ended_by_what_stands_in_it():
    text = structured_data.script({"name": "</script><!--&\u2028"})
    inner = text.removeprefix('<script type="application/ld+json">').removesuffix("</script>")
    assert not set("<>&\u2028") & set(inner)
    assert json.loads(inner)["name"] == "</script><!--&\u2028"


def test_what_is_empty_is_left_out_and_zero_and_false_are_kept():
    kept = structured_data.tidy({"a": "", "b": None, "c": [], "d": 0, "e": False, "f": {"g": ""}})
    assert kept == {"d": 0, "e": False, "f": {}}


def test_dates_are_those_of_warsaw():
    assert structured_data.tidy({"day": date(2026, 5, 4)}) == {"day": "2026-05-04"}


def test_the_home_page_says_whose_site_it_is_and_how_to_search_it(client, site_tree):
    (found,) = [data for data in data_of(client, "/en/") if "@graph" in data]
    organisation, website = found["@graph"]
    assert organisation["name"] == "Association of Polish Cities"
    assert website["inLanguage"] == "en"
    assert "{search_term_string}" in website["potentialAction"]["target"]


def test_breadcrumbs_follow_the_tree_in_the_language_of_the_address(client, site_tree):
    article = factories.article(title="Gorzów po deszczu")
    english = factories.english(article, title="Gorzów after the rain")
    names = [name for name, _address in trail(client, english.get_url())]
    assert names == ["Home page", "News", "Gorzów after the rain"]
    assert all(address.startswith("http") for _name, address in trail(client, article.get_url()))


def test_breadcrumbs_of_what_is_in_polish_only_mark_its_title(client, site_tree):
    article = factories.article(title="Gorzów po deszczu")
    page = client.get(f"/en/news/{article.slug}/").content.decode()
    crumbs = page.partition('class="breadcrumbs"')[2].partition("</nav>")[0]
    assert '<span aria-current="page" lang="pl">Gorzów po deszczu</span>' in crumbs
    assert '<a href="/en/news/">News</a>' in crumbs


def test_breadcrumbs_leave_out_what_one_may_not_see(client, site_tree):
    above = factories.plain_page(title="Zamknięte piętro")
    below = factories.plain_page(title="Otwarty pokój", parent=above)
    access.set_audience(above, Who.MEMBERS)
    names = [name for name, _address in trail(client, below.get_url())]
    assert names == ["Strona główna", "Otwarty pokój"]
