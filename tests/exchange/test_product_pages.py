"""The list of products and the page of a product."""

import json
import re
from datetime import date

import pytest
from django.core.files.base import ContentFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.translation import gettext

from base import access
from base.models.records import Who
from exchange.models import ProductFile, ProductState
from tests import factories

pytestmark = pytest.mark.django_db

PRODUCTS = "/pl/produkty/"


def read(client, address, **parameters):
    response = client.get(address, parameters)
    assert response.status_code == 200, address
    return response.content.decode()


def titles_in(html):
    return re.findall(r'class="card-title"[^>]*><a href="[^"]+">([^<]+)</a>', html)


def at_stage(product, stage):
    ProductState.objects.update_or_create(
        translation_key=product.translation_key, defaults={"stage": stage}
    )
    return product


def complete(product, **relations):
    for name, value in relations.items():
        setattr(product, name, value)
    product.save_revision().publish()
    return type(product).objects.get(pk=product.pk)


class TestTheList:
    def test_the_newest_stand_first_and_undated_ones_last(self, site_tree, client):
        network = factories.network()
        for title, day in (
            ("Stary", date(2020, 1, 20)),
            ("Nowy", date(2026, 9, 14)),
            ("Bez daty", None),
        ):
            factories.product(parent=network, title=title, public_from=day)
        assert titles_in(read(client, PRODUCTS)) == ["Nowy", "Stary", "Bez daty"]

    def test_type_network_and_level_narrow_together(self, site_tree, client):
        first = factories.network(slug="cyfryzacja")
        second = factories.network(slug="klimat")
        factories.product(parent=first, title="A", type="handbook", level="local")
        factories.product(parent=first, title="B", type="scheme", level="local")
        factories.product(parent=first, title="C", type="handbook", level="national")
        factories.product(parent=second, title="D", type="handbook", level="local")
        chosen = {"type": "handbook", "network": "cyfryzacja", "level": "local"}
        html = read(client, PRODUCTS, **chosen)
        assert titles_in(html) == ["A"]
        for name, value in chosen.items():
            assert f'<input type="hidden" name="{name}" value="{value}">' in html

    def test_a_filter_offers_only_what_would_be_found(self, site_tree, client):
        factories.product(type="handbook")
        html = read(client, PRODUCTS)
        assert '<option value="handbook">' in html
        assert '<option value="scheme">' not in html

    def test_a_working_version_is_neither_listed_nor_counted(self, site_tree, client):
        product = at_stage(factories.product(public=False, title="Szkic"), "working")
        assert titles_in(read(client, PRODUCTS)) == []
        assert client.get(product.url).status_code == 404

    def test_an_empty_list_leads_on(self, site_tree, client):
        factories.product(type="handbook", level="local")
        factories.product(type="scheme", level="national")
        html = read(client, PRODUCTS, type="handbook", level="national")
        assert 'class="empty-state"' in html
        assert 'href="?"' in html

    def test_english_shows_what_has_english_and_counts_the_rest(self, site_tree, client):
        network = factories.translated_network()
        factories.english(factories.product(parent=network), title="A handbook")
        factories.product(parent=network, title="Karta odpowiedzi")
        html = read(client, "/en/products/")
        assert titles_in(html) == ["A handbook"]
        assert "also 1 in Polish only" in html


class TestTheProduct:
    def test_its_facts_lead_to_the_list_narrowed_by_them(self, site_tree, client):
        product = factories.product(type="handbook", level="local", version="1.1")
        html = read(client, product.url)
        assert f'href="{PRODUCTS}?type=handbook"' in html
        assert f'href="{PRODUCTS}?level=local"' in html
        assert ">1.1<" in html

    def test_unknown_facts_are_shown_as_unknown(self, site_tree, client):
        html = read(client, factories.product(version="").url)
        # Neither its version nor its stage has been said.
        assert html.count(f'<span class="fact-box-value">{gettext("no data")}</span>') == 2

    def test_reading_it_decides_nothing_about_its_stage(self, site_tree, client):
        product = factories.product()
        read(client, product.url)
        assert not ProductState.objects.filter(translation_key=product.translation_key).exists()

    @pytest.mark.parametrize(
        ("stage", "message"),
        [
            ("working", "This is not the final version"),
            ("for_opinion", "This is not the final version"),
            ("withdrawn", "This product has been withdrawn"),
        ],
    )
    def test_what_is_not_final_says_so(self, site_tree, client, stage, message):
        assert gettext(message) in read(client, at_stage(factories.product(), stage).url)

    def test_what_is_final_needs_no_warning(self, site_tree, client):
        html = read(client, at_stage(factories.product(), "final").url)
        assert gettext("This is not the final version") not in html

    def test_files_say_format_size_language_and_licence(self, site_tree, client):
        document = factories.document(
            title="Poradnik", licence="cc-by", language="pl",
            file=ContentFile(b"x" * 2048, name="poradnik.pdf"), file_size=2048,
        )  # fmt: skip
        product = complete(factories.product(), files=[ProductFile(document=document)])
        html = read(client, product.url)
        row = html[html.index('<li class="document-row"') :][:2000]
        assert document.url in row
        assert "PDF" in row
        assert "2,0" in row
        assert "CC BY 4.0" in row

    def test_a_file_for_members_only_is_not_on_a_public_page(self, site_tree, client):
        product = complete(
            factories.product(),
            files=[ProductFile(document=factories.document(title="Jawny dokument"))],
        )
        closed = factories.document(title="Tajny", collection=factories.closed_collection())
        ProductFile.objects.create(page=product, document=closed)
        html = read(client, product.url)
        assert "Jawny dokument" in html
        assert "Tajny" not in html
        assert closed.url not in html

    def test_only_authors_who_agreed_are_named(self, site_tree, client):
        product = complete(
            factories.product(),
            authors=[
                factories.person(name="Anna Jawna", email="anna@example.org"),
                factories.person(name="Jan Ukryty", is_public=False),
            ],
        )
        html = read(client, product.url)
        assert "Anna Jawna" in html
        assert "Jan Ukryty" not in html
        assert "anna@example.org" not in html

    def test_it_leads_to_the_meetings_and_practices_it_comes_from(self, site_tree, client):
        network = factories.network()
        meeting, practice = factories.meeting(parent=network), factories.practice()
        hidden_meeting = factories.meeting(parent=network, title="Ukryte spotkanie")
        hidden_practice = factories.practice(title="Ukryta praktyka")
        for page in (hidden_meeting, hidden_practice):
            access.set_audience(page, Who.MEMBERS)
        product = complete(
            factories.product(parent=network),
            meetings=[meeting, hidden_meeting],
            practices=[practice, hidden_practice],
        )
        html = read(client, product.url)
        assert f'href="{meeting.url}"' in html
        assert f'href="{practice.url}"' in html
        assert "Ukryt" not in html

    def test_an_abstract_says_that_it_is_one_and_shows_no_polish(self, site_tree, client):
        product = factories.product(
            parent=factories.translated_network(), body="<p>Treść poradnika.</p>"
        )
        factories.english(product, full=False)
        html = read(client, product.english.url)
        assert "Treść poradnika" not in html
        assert 'class="language-notice"' in html

    def test_machines_read_a_creative_work(self, site_tree, client):
        document = factories.document(licence="cc-by")
        product = complete(
            factories.product(version="1.1", public_from=date(2024, 4, 15)),
            files=[ProductFile(document=document)],
            authors=[factories.person(name="Anna Jawna")],
        )
        found = re.findall(
            r'<script type="application/ld\+json">(.*?)</script>', read(client, product.url)
        )
        (work,) = [data for data in map(json.loads, found) if data["@type"] == "CreativeWork"]
        assert work["version"] == "1.1"
        assert work["datePublished"] == "2024-04-15"
        assert work["license"] == "https://creativecommons.org/licenses/by/4.0/"
        assert work["author"] == [{"@type": "Person", "name": "Anna Jawna"}]
        assert work["encoding"][0]["contentUrl"].endswith(document.url)


class TestQueries:
    @staticmethod
    def queries_of(client, address):
        with CaptureQueriesContext(connection) as asked:
            read(client, address)
        return len(asked)

    @staticmethod
    def full_product(network, items):
        return complete(
            factories.product(parent=network),
            files=[ProductFile(document=factories.document()) for _ in range(items)],
            authors=[factories.person(photo=factories.image()) for _ in range(items)],
            meetings=[factories.meeting(parent=network) for _ in range(items)],
            practices=[factories.practice(networks=[network]) for _ in range(items)],
        )

    def test_a_fuller_product_asks_no_more(self, site_tree, client):
        network = factories.network()
        small, large = self.full_product(network, 1), self.full_product(network, 4)
        for product in (small, large):
            read(client, product.url)
        few = self.queries_of(client, small.url)
        assert few <= 50
        assert self.queries_of(client, large.url) <= few

    def test_a_longer_list_asks_no_more(self, site_tree, client):
        network = factories.translated_network()

        def more():
            factories.english(factories.product(parent=network))
            factories.product(parent=network)

        more()
        read(client, "/en/products/")
        few = self.queries_of(client, "/en/products/")
        assert few <= 35
        for _ in range(3):
            more()
        assert self.queries_of(client, "/en/products/") <= few
