"""Facts have one home: the original's, in both languages; its English copies are dead data."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from base.models.pages import OriginalMissing
from base.rows import rows
from exchange.models import AgendaItem, MeetingPage, ProductFile, ProductPage
from home.models import HomePage
from networks.models import NetworkPage, NetworkPerson, NetworkTopic, ProgrammePage, Publicity
from news.models import MultimediaPage, NewsPage
from practices.models import GalleryImage, LegalBasis, PackDocument, PracticePage, Step
from search.models import SearchDocument
from search.rebuilding import rebuild
from tests import factories, garbage
from tests.markup import has_template

TYPES = [model for model in factories.PAGE_TYPES if has_template(model)]
SHARED_ADDRESSES = [
    "/pl/search/?q=praktyka",
    "/en/search/?q=words",
    "/pl/szukaj/?q=miasto",
    "/en/good-practices/?q=English&stage=implemented",
    "/pl/dobre-praktyki/?kind=service",
    "/pl/aktualnosci/feed.xml",
    "/en/news/feed.xml",
    "/en/good-practices/feed.xml",
    "/en/meetings/calendar.ics",
    "/pl/spotkania/calendar.ics",
    "/sitemap.xml",
]


def fresh(page: Page):
    return type(page).objects.get(pk=page.pk)


def add_rows(page) -> None:
    """Rows of every kind, so that there are copies of them to spoil."""
    if isinstance(page, PracticePage):
        page.gallery = [GalleryImage(image=factories.image())]
        page.legal_basis = [LegalBasis(kind="act", number="1/20", title_pl="Ustawa")]
        page.pack = [PackDocument(document=factories.document())]
    elif isinstance(page, MeetingPage):
        page.agenda = [AgendaItem(title="Otwarcie", kind="talk", presenter=factories.person())]
    elif isinstance(page, ProductPage):
        page.files = [ProductFile(document=factories.document())]
    elif isinstance(page, NetworkPage):
        page.topics = [NetworkTopic(topic="Usługi")]
        page.people = [NetworkPerson(person=factories.person(), role="moderator")]
    elif isinstance(page, ProgrammePage):
        page.publicity = [Publicity(slogan_pl="Razem", slogan_en="Together")]
    elif isinstance(page, MultimediaPage):
        page.city = factories.city()
    elif isinstance(page, NewsPage):
        page.cities = [factories.city()]


@pytest.fixture(scope="module")
def pages(shared, commit):
    """A page of every type with rows and files, each with its full English."""
    found = {}
    with commit():
        network = factories.translated_network()
        found[NetworkPage], found[ProgrammePage] = network, network.get_parent().specific
        for model in factories.PAGE_TYPES:
            if model in found:
                continue
            below = model.parent_page_types == ["networks.NetworkPage"]
            make = factories.PAGE_FACTORIES.get(model)
            found[model] = make(**({"parent": network} if below else {})) if make else (
                factories.index(model)
            )  # fmt: skip
        for model, page in found.items():
            add_rows(page := fresh(page))
            page.save_revision().publish()
            found[model] = page
            if model in factories.PAGE_FACTORIES:
                factories.english(page)
    return {model: fresh(page) for model, page in found.items()}


@pytest.fixture(scope="module")
def garbage_records(pages, commit):
    with commit():
        return garbage.records()


def serve(addresses) -> dict[str, bytes]:
    cache.clear()
    return {address: Client().get(address).content for address in addresses}


def documents() -> dict[str, dict]:
    """Every search document, made anew; when it was made is no part of it."""
    for _progress in rebuild():
        pass
    fields = [field.name for field in SearchDocument._meta.fields if field.name != "indexed_at"]
    return {row["key"]: row for row in SearchDocument.objects.values(*fields) if row.pop("id")}


def served(page) -> list[Page]:
    """The English page, and of the types that gather facts of others the Polish one too."""
    gathers = isinstance(page, HomePage | NetworkPage | ProgrammePage)
    return [page.english, page] if gathers else [page.english]


@pytest.fixture(scope="module")
def before_and_after(pages, garbage_records):
    """Everything that is served, before and after the English copies of facts are spoilt."""
    addresses = [*SHARED_ADDRESSES]
    for model in TYPES:
        addresses += [page.get_url() for page in served(pages[model])]
    before = (documents(), serve(addresses))
    for page in pages.values():
        garbage.write_into_facts(page.english, garbage_records)
    return before, (documents(), serve(addresses))


@pytest.mark.parametrize("model", TYPES, ids=[model.__name__ for model in TYPES])
def test_garbage_in_english_facts_shows_on_no_page(pages, before_and_after, db, model):
    (_documents, before), (_documents, after) = before_and_after

    for page in served(pages[model]):
        assert b"<h1" in before[page.get_url()]
        assert after[page.get_url()].decode() == before[page.get_url()].decode()


@pytest.mark.parametrize("address", SHARED_ADDRESSES)
def test_garbage_in_english_facts_shows_in_no_list_or_file(before_and_after, db, address):
    (_documents, before), (_documents, after) = before_and_after

    assert len(before[address]) > 0
    assert after[address].decode() == before[address].decode()


def test_garbage_in_english_facts_is_not_found(before_and_after, db):
    (before, _pages), (after, _pages) = before_and_after

    assert {key for key in before if key.startswith("page:")}
    assert after == before


@pytest.mark.parametrize("model", [PracticePage, MeetingPage, ProductPage, NewsPage, NetworkPage])
def test_the_same_garbage_in_an_original_would_show(pages, garbage_records, db, model):
    """The claims above are worth something: what they compare does show facts."""
    page, client = pages[model], Client(raise_request_exception=False)
    before = client.get(page.english.get_url()).content

    garbage.write_into_facts(page, garbage_records)

    assert client.get(page.english.get_url()).content != before


# --- Facts changed on the Polish page -------------------------------------------------------

CHANGES = [
    (PracticePage, "total_cost", Decimal(987_654), "987,654"),
    (PracticePage, "start_year", 2003, "2003"),
    (PracticePage, "video_url", "https://example.org/nowy-film", "nowy-film"),
    (MeetingPage, "end", datetime(2031, 5, 17, 9, 0, tzinfo=UTC), "2031"),
    (MeetingPage, "recording_url", "https://example.org/nagranie", "nagranie"),
    (ProductPage, "version", "9.9.9", "9.9.9"),
    (NewsPage, "author_name", "Nowa Autorka", "Nowa Autorka"),
    (NewsPage, "date", datetime(2001, 5, 17, 9, 0, tzinfo=UTC), "2001"),
    (MultimediaPage, "date", date(2001, 5, 17), "2001"),
]


@pytest.mark.parametrize(
    ("model", "name", "value", "shown"),
    CHANGES,
    ids=[f"{model.__name__}.{name}" for model, name, _value, _shown in CHANGES],
)
def test_a_fact_changed_on_the_polish_page_shows_on_the_english_one_at_once(
    pages, client, db, model, name, value, shown
):
    page = fresh(pages[model])
    assert shown not in client.get(page.english.get_url()).content.decode()
    # Nothing waits for a commit here: no translation, no task, no document is needed.
    setattr(page, name, value)
    page.save_revision().publish()

    assert shown in client.get(page.english.get_url()).content.decode()


def test_clearing_a_many_to_many_fact_clears_it_in_english(pages, client, db):
    page = fresh(pages[NewsPage])
    page.cities = [factories.city(name_pl="Miasto Partnerskie")]
    page.save_revision().publish()
    assert "Miasto Partnerskie" in client.get(page.english.get_url()).content.decode()

    page = fresh(page)
    page.cities = []
    page.save_revision().publish()

    assert "Miasto Partnerskie" not in client.get(page.english.get_url()).content.decode()


def test_the_cover_is_the_originals(pages, client, db):
    page = fresh(pages[PracticePage])
    page.cover = factories.image(alt_en="A tramway in the rain")
    page.save_revision().publish()

    assert "A tramway in the rain" in client.get(page.english.get_url()).content.decode()


def test_rows_are_listed_in_the_originals_order(pages, db):
    page = fresh(pages[PracticePage])
    steps = list(page.steps.all())
    for position, step in enumerate(reversed(steps)):
        step.sort_order = position
    page.steps = steps
    page.save_revision().publish()

    shown = [row.fact.pk for row in rows(page.english, "steps")]

    assert shown == [step.pk for step in fresh(page).steps.all()]


def test_a_row_not_yet_translated_shows_its_facts_and_no_polish(pages, client, db):
    page = fresh(pages[PracticePage])
    page.steps.add(Step(what="Krok tylko po polsku", duration_months=Decimal("7.5")))
    page.save_revision().publish()

    last = rows(page.english, "steps")[-1]
    shown = client.get(page.english.get_url()).content.decode()

    assert (last.text, last.fact.duration_months) == (None, Decimal("7.5"))
    assert "Krok tylko po polsku" not in shown
    assert "7.5" in shown


# --- Previews -------------------------------------------------------------------------------


def test_an_english_preview_reads_the_originals_draft(pages, rf, administrator):
    page = fresh(pages[PracticePage])
    page.start_year = 2004
    page.save_revision()
    english = page.english

    preview = english.make_preview_request(preview_mode="")

    assert "2004" in preview.rendered_content if hasattr(preview, "rendered_content") else (
        preview.content.decode()
    )  # fmt: skip


def test_the_public_page_reads_the_published_row(pages, client, db):
    page = fresh(pages[PracticePage])
    page.start_year = 2004
    page.save_revision()

    assert "2004" not in client.get(page.english.get_url()).content.decode()
    assert page.english.original.start_year != 2004


# --- Pages without an original ----------------------------------------------------------------


@pytest.fixture
def orphan(pages, db):
    """An English page whose original is gone, as no way of the site can leave it."""
    english = pages[NewsPage].english
    key = factories.article().translation_key
    Page.objects.filter(translation_key=key).delete()
    NewsPage.objects.filter(pk=english.pk).update(translation_key=key)
    return fresh(english)


def test_the_original_of_a_page_without_one_raises(orphan):
    with pytest.raises(OriginalMissing):
        _ = orphan.original


def test_a_page_without_its_original_answers_404(orphan, client, admin_client):
    assert client.get(orphan.url).status_code == 404
    assert client.get(f"{orphan.url}dalej/").status_code == 404
    assert admin_client.get(f"{orphan.url}dalej/").status_code == 404
    assert admin_client.get(orphan.url).status_code == 404


def test_the_admin_shows_a_page_without_its_original(orphan, admin_client):
    response = admin_client.get(reverse("wagtailadmin_explore", args=[orphan.get_parent().pk]))

    assert response.status_code == 200


# --- Aliases ----------------------------------------------------------------------------------


def test_an_alias_shows_the_facts_of_its_source(pages, db):
    page = fresh(pages[PracticePage])
    alias = page.create_alias(parent=page.get_parent(), update_slug="drugi-raz")
    PracticePage.objects.filter(pk=alias.pk).update(total_cost=Decimal(1))

    alias = fresh(alias)

    assert alias.original.pk == page.pk
    assert alias.original.state == page.state
    assert alias.english.pk == page.english.pk


# --- Every type ---------------------------------------------------------------------------------


def test_every_page_type_has_its_template():
    assert [model.__name__ for model in factories.PAGE_TYPES if not has_template(model)] == []
