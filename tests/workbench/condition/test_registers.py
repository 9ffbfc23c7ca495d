"""Texts of registers are examined as those of pages are, in both languages."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from django.apps import apps
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from modelcluster.fields import ParentalKey
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page

from registers.models import City
from tests import factories
from tests.admin.forms import text_of
from workbench.condition import keeping
from workbench.condition.pieces import registers
from workbench.models import Barrier, Finding, Link, LinkUse

HERE = '<p><a href="https://example.org/{}">tutaj</a></p>'


def saved(commit, make, **values):
    with commit():
        return make(**values)


@pytest.fixture
def city(site_tree, commit):
    return saved(
        commit,
        factories.city,
        name_pl="Testowo",
        description_pl=HERE.format("pl"),
        description_en="<h4>Skipped</h4>",
        website="https://testowo.example.org/",
    )


def test_barriers_of_both_languages_are_found_each_with_its_own(city):
    found = Finding.objects.values_list("barrier", "words", "language", "place")

    assert set(found) == {
        (Barrier.LINK_TEXT, "tutaj", "pl", "Opis po polsku"),
        (Barrier.HEADING_SKIPPED, "Skipped", "en", "Opis po angielsku"),
    }


def test_addresses_in_texts_and_in_fields_are_checked_like_those_of_pages(city):
    addresses = set(Link.objects.values_list("address", flat=True))

    assert addresses == {"https://example.org/pl", "https://testowo.example.org/"}


def test_what_is_mended_or_deleted_is_no_longer_found(city, commit):
    with commit():
        city.description_pl = "<p>Miasto nad Notecią.</p>"
        city.save()
    assert [each.language for each in Finding.objects.all()] == ["en"]
    assert LinkUse.objects.count() == 1

    city.delete()

    assert not Finding.objects.exists()
    assert not LinkUse.objects.exists()


def test_a_person_is_examined_while_the_public_sees_them(site_tree, commit):
    bio = "Prowadzi warsztaty (https://example.org/warsztaty)."
    hidden = saved(commit, factories.person, bio_pl=bio, is_public=False)
    assert not LinkUse.objects.exists()

    with commit():
        hidden.is_public, hidden.consent_on, hidden.consent_source = True, "2026-01-01", "teczka"
        hidden.save()

    [use] = LinkUse.objects.select_related("link")
    assert use.record == hidden
    assert use.link.address == "https://example.org/warsztaty"


def test_every_night_registers_are_examined_and_records_that_are_gone_forgotten(city):
    City.objects.filter(pk=city.pk).update(description_en="<p>On the Noteć.</p>")
    LinkUse.objects.filter(record_id=city.pk).update(record_id=city.pk + 1)

    keeping.examine_all()

    assert [each.language for each in Finding.objects.all()] == ["pl"]
    assert set(LinkUse.objects.values_list("record_id", flat=True)) == {city.pk}


def test_an_address_in_a_row_of_a_page_is_checked(site_tree, commit):
    practice = saved(commit, factories.practice)
    with commit():
        practice.legal_basis.create(kind="resolution", url="https://example.org/uchwala.pdf")
        practice.save_revision().publish()

    assert LinkUse.objects.filter(link__address="https://example.org/uchwala.pdf").exists()


def test_the_reports_lead_to_the_record_s_form(city, admin_client):
    Link.objects.update(state=Link.State.BROKEN)
    form = reverse(City.snippet_viewset.get_url_name("edit"), args=[city.pk])

    barriers = BeautifulSoup(admin_client.get(reverse("workbench_barriers")).content, "html.parser")
    links = BeautifulSoup(admin_client.get(reverse("workbench_links")).content, "html.parser")

    rows = [row.get_text(" ", strip=True) for row in barriers.select("table.listing tbody tr")]
    assert len(rows) == 2
    assert any("Testowo" in row and "angielski" in row for row in rows)
    assert barriers.find("a", href=form)
    assert len(links.find_all("a", href=form)) == 2
    exported = admin_client.get(reverse("workbench_barriers"), {"export": "csv"})
    assert "Testowo" in b"".join(exported.streaming_content).decode()


def test_who_may_not_change_a_register_is_not_shown_what_is_wrong_in_it(city, client, site_tree):
    client.force_login(factories.editor(site_tree))
    assert "Testowo" not in text_of(client.get(reverse("workbench_barriers")))

    someone = factories.editor(site_tree)
    factories.permit(someone, "registers.change_city")
    client.force_login(someone)

    assert "Testowo" in text_of(client.get(reverse("workbench_barriers")))


def test_the_reports_ask_as_much_of_many_records_as_of_few(city, admin_client, commit):
    def asked(name: str) -> int:
        with CaptureQueriesContext(
            connection,
        ) as queries:
            admin_client.get(reverse(name), {"state": ["unknown"]})
        return len(queries)

    names = ("workbench_barriers", "workbench_links")
    for name in names:
        asked(name)
    few = [asked(name) for name in names]
    for number in range(4):
        saved(commit, factories.city, description_pl=HERE.format(number), description_en=HERE)

    assert [asked(name) for name in names] == few


def test_no_rich_text_outside_pages_and_registers_is_forgotten():
    """A register added elsewhere fails here until it is examined."""
    for model in apps.get_models():
        fields = model._meta.concrete_fields
        is_row = any(isinstance(field, ParentalKey) for field in fields)
        if not issubclass(model, Page) and not is_row and model not in registers():
            assert not any(isinstance(field, RichTextField | StreamField) for field in fields), (
                model
            )
