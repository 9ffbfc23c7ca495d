"""Documents are kept in step: by what happens after each commit, whatever it is that changed."""

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from base import access
from networks.models import NetworkPage
from practices.models import Funding, PracticePage
from search import drift
from search.finding import find
from search.models import SearchDocument
from tests import factories

pytestmark = pytest.mark.django_db


def titles(words):
    return sorted(document.title_pl for document in find(words, None).hits)


def said(address):
    return BeautifulSoup(Client().get(address).content, "html.parser").get_text()


def document_of(page):
    return SearchDocument.objects.get(key=f"page:{page.translation_key}")


@pytest.fixture
def practice(site_tree, commit):
    with commit():
        theme = factories.theme(code="climate", name_pl="Klimat", name_en="Climate")
        broad = factories.theme(code="nature", name_pl="Przyroda", name_en="Nature")
        theme.parent = broad
        theme.save()
        tag = factories.tag(name="retencja", theme=theme)
        city = factories.city(name_pl="Gorzów Wielkopolski", voivodeship="08")
        return factories.practice(title="Ogród w beczce", city=city, tags=[tag])


def in_step():
    assert drift.find() == {}
    return True


def test_a_renamed_city_is_found_with_its_practices_meetings_and_news(practice, commit):
    city = practice.city
    with commit():
        meeting = factories.meeting(title="Spotkanie", host_city=city)
        article = factories.article(title="Wiadomość")
        article.cities.set([city])
        article.save_revision().publish()
        other = factories.practice(title="Partnerska", city=factories.city())
        other.partner_cities.set([city])
        other.save_revision().publish()
    with commit():
        city.name_pl, city.slug, city.voivodeship = "Piła", "pila", "30"
        city.save()
    expected = ["Ogród w beczce", "Partnerska", "Piła", meeting.title, article.title]
    assert titles("Pile") == sorted(expected)
    assert titles("Gorzów") == []
    assert document_of(practice).cities == ["pila"]
    assert document_of(practice).voivodeships == ["30"]
    assert in_step()


def test_the_admin_finds_the_practices_of_a_renamed_city(practice, commit, admin_client):
    city = practice.city
    with commit():
        city.name_pl = "Piła"
        city.save()
    response = admin_client.get("/admin/pages/search/", {"q": "Pile"})
    assert practice.title in [page.title for page in response.context["object_list"]]


def test_a_renamed_theme_is_found_with_what_has_its_tags(practice, commit):
    theme = practice.tags.get().theme
    with commit():
        network = factories.network(title="Sieć zielona")
        network.themes.set([theme])
        network.save_revision().publish()
    with commit():
        theme.name_pl, theme.code = "Pogoda", "weather"
        theme.save()
    assert titles("pogody") == [practice.title]
    assert document_of(practice).themes == ["nature", "weather"]
    assert "weather" in document_of(network).themes
    with commit():
        theme.parent.code = "wild"
        theme.parent.save()
    assert document_of(practice).themes == ["weather", "wild"]
    assert in_step()


def test_a_tag_renamed_or_deleted_takes_its_words_with_it(practice, commit):
    tag = practice.tags.get()
    with commit():
        tag.name = "deszczówka"
        tag.save()
    assert titles("deszczówki") == [practice.title]
    assert titles("retencja") == []
    with commit():
        tag.delete()
    assert titles("deszczówki") == []
    assert document_of(practice).tags == []
    assert in_step()


def test_a_deleted_theme_is_a_facet_no_more(practice, commit):
    with commit():
        practice.tags.get().theme.delete()
    assert document_of(practice).themes == []
    assert in_step()


def test_a_source_of_money_with_another_code_is_the_new_facet(site_tree, commit):
    source = factories.funding_source()

    def fill(page):
        page.funding = [Funding(source=source, amount=1)]

    with commit():
        page = factories.practice(fill=fill)
    with commit():
        source.code = "another"
        source.save()
    assert document_of(page).funding == ["another"]
    assert in_step()


def test_a_network_at_another_address_is_the_new_facet_of_all_it_has(practice, commit):
    with commit():
        network = factories.network(title="Sieć")
        practice.networks.set([network])
        practice.save_revision().publish()
        meeting = factories.meeting(parent=network)
        product = factories.product(parent=network)
    network = NetworkPage.objects.get(pk=network.pk)
    with commit():
        network.slug = "inna-siec"
        network.save_revision().publish()
    for page in (practice, meeting, product):
        assert document_of(page).networks == ["inna-siec"], page
    with commit():
        other = factories.network(title="Druga")
    with commit():
        meeting.refresh_from_db()
        meeting.move(NetworkPage.objects.get(pk=other.pk), pos="last-child")
    assert document_of(meeting).networks == [other.slug]
    assert in_step()


def test_a_document_goes_with_its_page_and_with_its_audience(practice, commit):
    key = f"page:{practice.translation_key}"
    with commit():
        practice.unpublish()
    assert not SearchDocument.objects.filter(key=key).exists()
    with commit():
        PracticePage.objects.get(pk=practice.pk).save_revision().publish()
    assert SearchDocument.objects.filter(key=key).exists()
    with commit():
        practice.audience.delete()
    assert not SearchDocument.objects.filter(key=key).exists()
    assert in_step()


def test_what_is_unpublished_is_gone_before_it_is_indexed_again(practice):
    practice.unpublish()
    assert SearchDocument.objects.filter(page=practice).exists()
    assert practice.title not in Client().get("/pl/szukaj/?q=beczce").content.decode()
    assert titles("beczce") == []


@pytest.mark.parametrize("take_away", ["unpublish", "delete"])
def test_english_taken_away_is_gone_before_it_is_indexed_again(practice, commit, take_away):
    addresses = ["/en/search/?q=pergola", "/en/search/suggestions/?q=pergola"]
    with commit():
        factories.english(practice, title="Pergola over the rails")
    assert all("over the rails" in said(address) for address in addresses)
    getattr(practice.english, take_away)()
    assert not any("over the rails" in said(address) for address in addresses)
    assert len(find("pergola", None).hits) == 0
    with commit():
        factories.english(practice, title="Pergola over the rails")
    assert all("over the rails" in said(address) for address in addresses)
    assert in_step()


def test_a_document_says_who_may_see_it(practice, commit):
    with commit():
        access.set_audience(practice, "members")
    assert document_of(practice).who == "members"
    assert in_step()
