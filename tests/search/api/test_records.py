"""The API gives every public record, in both languages, and nothing closed to anybody."""

from __future__ import annotations

import pytest
from django.test import Client

from tests import factories

from .conftest import CLOSED

LISTS = ["practices", "networks", "cities", "meetings", "products", "news", "themes", "tags"]


def get(address: str, **headers: str):
    return Client(headers=headers).get(f"/api/v1/{address}")


def results(address: str) -> list[dict]:
    response = get(address)
    assert response.status_code == 200, response.content
    return response.json()["results"]


def titles(address: str) -> list[str]:
    return [record["title"] for record in results(address)]


def test_the_index_leads_to_every_list(site):
    index = get("").json()
    assert set(index["lists"]) == set(LISTS)
    for address in [*index["lists"].values(), index["search"], index["openapi"]]:
        assert get(address.partition("/api/v1/")[2]).status_code == 200


@pytest.mark.parametrize("name", LISTS)
def test_every_record_of_a_list_can_be_read_by_its_address(site, name):
    records = results(f"{name}/?page_size=100")
    assert records
    for record in records:
        detail = get(record["href"].partition("/api/v1/")[2]).json()
        for field in ("id", "type", "lang", "title", "url"):
            assert detail[field] == record[field]


def test_a_practice_tells_its_facts_with_names_in_both_languages(site):
    practice = get(f"practices/{site.rain.translation_key}/?lang=en").json()
    assert practice["external_id"] == "p-1"
    assert practice["lang"] == "en"
    assert practice["title"] == "Rain stays in the city"
    assert practice["titles"]["pl"] == "Miejska retencja wody"
    assert practice["city"]["id"] == "086101"
    assert practice["facets"]["theme"] == [
        {"code": "climate", "label": {"pl": "Klimat", "en": "Climate"}}
    ]
    assert practice["facets"]["stage"] == [
        {"code": "implemented", "label": {"pl": "wdrożona", "en": "implemented"}}
    ]
    assert practice["challenge"]["pl"] == "Było źle."
    assert [step["what"]["pl"] for step in practice["steps"]] == ["Krok 1", "Krok 2", "Krok 3"]


def test_what_has_no_english_is_polish_and_says_so(site):
    practice = get(f"practices/{site.oak.translation_key}/?lang=en").json()
    assert (practice["lang"], practice["title"]) == ("pl", "Dęby przy szkołach")
    assert practice["titles"]["en"] is None
    assert practice["challenge"]["en"] is None
    assert practice["urls"]["en"] is None
    assert "/pl/" in practice["url"]


def test_without_lang_the_browsers_language_decides(site):
    address = f"practices/{site.rain.translation_key}/"
    english = get(address, **{"Accept-Language": "en-GB,en;q=0.9"})
    assert english.json()["lang"] == "en"
    assert english["Content-Language"] == "en"
    assert get(address).json()["lang"] == "pl"
    assert "Accept-Language" in english["Vary"]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("?theme=climate&stage=pilot", ["Dęby przy szkołach"]),
        ("?city=gorzow-wielkopolski", ["Miejska retencja wody"]),
        ("?voivodeship=08&voivodeship=20", ["Miejska retencja wody"]),
        ("?q=retencji&stage=implemented", ["Miejska retencja wody"]),
        ("?available_in=en", ["Miejska retencja wody"]),
        ("?network=klimat&sort=az", ["Dęby przy szkołach", "Miejska retencja wody"]),
        ("?year=1999", []),
        ("?theme=nie-ma", []),
    ],
)
def test_filters_are_called_as_on_the_site_and_narrow_alike(site, query, expected):
    assert titles(f"practices/{query}") == expected


def test_meetings_products_and_news_are_narrowed_too(site):
    assert titles("meetings/?city=gorzow-wielkopolski&network=klimat") == ["Spotkanie nad Wartą"]
    assert titles("products/?network=klimat") == ["Poradnik retencji"]
    assert titles("news/?tag=retencja") == ["Deszczówka w szkołach"]
    assert [city["slug"] for city in results("cities/?size=over_100k")] == ["gorzow-wielkopolski"]


def test_pages_lead_to_each_other(site):
    first = get("practices/?page_size=1&theme=climate")
    body = first.json()
    assert (body["total"], body["pages"], body["previous"]) == (2, 2, None)
    assert f'<{body["next"]}>; rel="next"' in first["Link"]
    second = get(body["next"].partition("/api/v1/")[2]).json()
    assert second["previous"].endswith("page=1")
    assert second["next"] is None
    assert "theme=climate" in second["previous"]
    ids = {record["id"] for record in (*body["results"], *second["results"])}
    assert len(ids) == 2


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize("language", ["pl", "en"])
def test_nothing_closed_is_in_a_list(site, name, language):
    assert CLOSED not in get(f"{name}/?lang={language}&page_size=100").content.decode()


def test_nothing_closed_is_counted_found_or_read(site):
    assert get("practices/").json()["total"] == 2
    assert CLOSED not in get(f"search/?q={CLOSED}").content.decode()
    assert get(f"search/?q={CLOSED}").json()["total"] == 0
    kinds = ["practices", "meetings", "products", "news", "networks"]
    for kind, page in zip(kinds, site.closed, strict=True):
        address = f"{kind}/{page.translation_key}/"
        nowhere = f"{kind}/00000000-0000-4000-8000-000000000000/"
        closed, missing = get(address), get(nowhere)
        assert closed.status_code == missing.status_code == 404
        assert closed.json()["detail"] == missing.json()["detail"]


def test_a_tag_that_only_closed_records_bear_is_not_there(site):
    assert [tag["code"] for tag in results("tags/")] == ["retencja"]
    assert get(f"tags/{site.hidden_tag.slug}/").status_code == 404
    assert get("tags/retencja/").json()["records"] == 3


def test_a_closed_network_is_not_named_by_what_belongs_to_it(site):
    practice = get(f"practices/{site.rain.translation_key}/").content.decode()
    assert CLOSED not in practice
    assert "tajna" not in practice


def test_what_is_closed_now_is_gone_before_it_is_indexed_again(site):
    from base import access

    # No commit callbacks: the document still says that it is public.
    access.set_audience(site.oak, "members")
    assert titles("practices/") == ["Miejska retencja wody"]
    assert get(f"practices/{site.oak.translation_key}/").status_code == 404
    assert titles("search/?q=dęby") == []


def test_a_closed_networks_members_and_agenda_are_nobodys(site, commit):
    from networks.models import Membership

    with commit():
        network = factories.network(title="Sieć liderów", access="closed", goals="<p>Cele</p>")
        meeting = factories.meeting(parent=network, cities=[site.gorzow])
        Membership.objects.create(network=network, city=site.gorzow, joined="2022-04-01")
    detail = get(f"networks/{network.translation_key}/").json()
    assert detail["access"]["code"] == "closed"
    assert (detail["members"], detail["goals"], detail["topics"]) == ([], None, [])
    assert get(f"meetings/{meeting.translation_key}/").json()["cities"] == []
    assert get(f"cities/{site.gorzow.teryt}/").json()["networks"] == []


def test_no_person_is_named(site):
    site.rain.refresh_from_db()
    for name in ("name", "email", "phone"):
        value = getattr(site.rain.contact, name)
        if value:
            assert value not in get(f"practices/{site.rain.translation_key}/").content.decode()


def test_lists_ask_as_little_whatever_their_length(site, django_assert_max_num_queries):
    get("practices/?page_size=100")
    with django_assert_max_num_queries(25):
        get("practices/?page_size=100")
