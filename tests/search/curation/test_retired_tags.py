"""After a merge: old addresses, old words and the API lead to what they meant."""

import pytest

from registers.curation.operations import merge
from registers.curation.undoing import undo
from registers.models import RetiredTag, TagOperation
from search.finding import find
from tests import factories

pytestmark = pytest.mark.django_db
PRACTICES = "/pl/dobre-praktyki/"


@pytest.fixture(scope="module")
def merged(shared, commit):
    """A practice tagged “fotowoltaika” when that was merged into “energia słoneczna”."""
    kept = factories.tag(name="energia słoneczna", name_en="solar energy")
    other = factories.tag(name="fotowoltaika", name_en="photovoltaics")
    with commit():
        practice = factories.practice(tags=[other], title="Panele na szkołach")
    with commit():
        merge(kept, [other], factories.administrator())
    return practice


def test_the_search_finds_by_the_old_name_and_by_the_new(merged, administrator):
    for words in ("fotowoltaika", "fotowoltaice", "energia słoneczna"):
        assert merged.pk in find(words, administrator).hits.page_ids


def test_a_list_asked_for_by_the_old_tag_is_where_the_new_one_leads(merged, client):
    for address in (PRACTICES, "/pl/szukaj/", "/pl/szukaj/rss.xml", "/pl/szukaj/praktyki.csv"):
        response = client.get(address, {"tag": "fotowoltaika", "kind": "service", "q": "panele"})
        assert response.status_code == 301, address
        assert response.url == f"{address}?tag=energia-sloneczna&kind=service&q=panele"
        assert client.get(response.url).status_code == 200, address


def test_an_undone_merge_gives_the_old_address_back(merged, client, administrator, commit):
    with commit():
        undo(TagOperation.objects.get(), administrator)
    response = client.get(PRACTICES, {"tag": "fotowoltaika"})
    assert merged.title in response.content.decode()
    assert "fotowoltaika" in response.content.decode()


def test_both_tags_in_one_address_become_one(merged, client):
    response = client.get(f"{PRACTICES}?tag=energia-sloneczna&tag=fotowoltaika")
    assert response.url == f"{PRACTICES}?tag=energia-sloneczna"


def test_the_api_answers_to_the_old_code(merged, client):
    found = client.get("/api/v1/practices/", {"tag": "fotowoltaika"}).json()
    assert [each["title"] for each in found["results"]] == [merged.title]
    assert client.get("/api/v1/tags/fotowoltaika/").json()["code"] == "energia-sloneczna"


def test_an_address_that_a_living_tag_has_is_its_own(merged, client, commit):
    other = factories.tag(name="inna fotowoltaika", slug="fotowoltaika")
    with commit():
        practice = factories.practice(tags=[other])
    response = client.get(PRACTICES, {"tag": "fotowoltaika"})
    assert practice.title in response.content.decode()


def test_a_tag_that_only_closed_pages_bear_is_not_named_by_a_redirect(merged, client, commit):
    tag = factories.tag(name="tajne plany")
    RetiredTag.objects.create(slug="dawne", tag=tag)
    with commit():
        product = factories.product(public=False)
        product.tags.set([tag])
        product.save_revision().publish()
    assert client.get(PRACTICES, {"tag": "dawne"}).status_code == 200
