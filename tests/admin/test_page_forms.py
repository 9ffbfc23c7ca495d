"""Every page type's form opens and saves; a translation's has words only."""

import re

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from base.models.pages import BasePage
from exchange.models import MeetingIndexPage, ProductIndexPage
from home.models import HomePage
from networks.models import NetworkIndexPage
from news.models import MultimediaIndexPage, NewsIndexPage
from practices.models import (
    CollectionIndexPage,
    PracticeIndexPage,
    PracticePage,
    RelatedPractice,
    Step,
)
from registers.models import CityIndexPage, PeoplePage, ThemeIndexPage
from tests import factories
from tests.admin.forms import edit_page, text_of, values_of

pytestmark = pytest.mark.django_db

MAKERS = {
    "practice": factories.practice,
    "meeting": factories.meeting,
    "product": factories.product,
    "network": factories.network,
    "programme": factories.programme,
    "multimedia": factories.gallery,
    "collection": factories.collection,
    "declaration": factories.declaration,
    **{
        model.__name__: (lambda model=model: factories.index(model))
        for model in (
            HomePage,
            PracticeIndexPage,
            CollectionIndexPage,
            MeetingIndexPage,
            ProductIndexPage,
            NetworkIndexPage,
            NewsIndexPage,
            MultimediaIndexPage,
            CityIndexPage,
            ThemeIndexPage,
            PeoplePage,
        )
    },
}


@pytest.mark.parametrize("name", MAKERS)
def test_the_form_opens_is_published_and_says_the_same_again(admin_client, site_tree, name):
    page = MAKERS[name]()
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    before = values_of(admin_client.get(address), "form[data-edit-form]")
    response = edit_page(admin_client, page, "action-publish")
    assert response.status_code == 302, response.context["form"].errors
    after = values_of(admin_client.get(address), "form[data-edit-form]")
    volatile = ("csrfmiddlewaretoken", "loaded_revision")
    for field, values in before.items():
        if not field.startswith(volatile) and "-id" not in field:
            assert _said(after.get(field, [])) == _said(values), field


def _said(values: list[str]) -> list[str]:
    """Without the keys an editor of rich text makes up anew, and spaces at the end."""
    return [re.sub(r'"key": "\w+"', "", value).strip() for value in values]


@pytest.mark.parametrize("name", ["plain page", "article"])
def test_the_form_of_a_page_of_blocks_opens(admin_client, site_tree, name):
    page = {"plain page": factories.plain_page, "article": factories.article}[name]()
    assert admin_client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).status_code == 200


def test_comments_and_dates_of_publication_are_on(admin_client, site_tree):
    practice = factories.practice()
    page = admin_client.get(reverse("wagtailadmin_pages:edit", args=[practice.pk]))
    assert page.context["form"].show_comments_toggle
    assert {"go_live_at", "expire_at"} <= set(page.context["form"].fields)


# --- Translations -----------------------------------------------------------------------


@pytest.fixture
def english(site_tree):
    """The English page of a practice, edited as a page and not beside its Polish."""
    from wagtail_localize.models import Translation

    page = factories.english(factories.practice())
    Translation.objects.update(enabled=False)
    return page


def test_the_form_of_an_english_page_has_no_facts(admin_client, english):
    page = admin_client.get(reverse("wagtailadmin_pages:edit", args=[english.pk]))
    form = page.context["form"]
    facts = set(PracticePage.facts)
    assert not facts & set(form.fields)
    assert not facts & set(form.formsets)
    shown = values_of(page, "form[data-edit-form]")
    assert not [name for name in shown if name.split("-")[0] in facts]
    assert "steps-0-duration_months" not in shown
    assert "steps-0-what" in shown


def test_an_english_page_is_saved_and_published_from_its_form(admin_client, english):
    response = edit_page(
        admin_client,
        english,
        "action-publish",
        title="Rain gardens",
        **{"steps-0-what": "A survey of courtyards"},
    )
    assert response.status_code == 302, response.context["form"].errors
    fresh = PracticePage.objects.get(pk=english.pk)
    assert fresh.title == "Rain gardens"
    assert fresh.steps.all()[0].what == "A survey of courtyards"
    assert fresh.original.steps.all()[0].what != "A survey of courtyards"
    assert fresh.original.city is not None


def test_an_english_meeting_with_an_agenda_is_saved_from_its_form(admin_client, site_tree):
    from wagtail_localize.models import Translation

    from exchange.models import AgendaItem

    network = factories.translated_network()
    meeting = factories.meeting(parent=network)
    meeting.agenda = [AgendaItem(title="Powitanie", day=1)]
    meeting.save_revision().publish()
    english = factories.english(meeting)
    Translation.objects.update(enabled=False)
    response = edit_page(admin_client, english, "action-publish", **{"agenda-0-title": "Welcome"})
    assert response.status_code == 302, response.context["form"].errors
    assert [row.title for row in type(english).objects.get(pk=english.pk).agenda.all()] == [
        "Welcome"
    ]


def test_an_english_page_without_its_summary_is_refused_with_the_field(admin_client, english):
    response = edit_page(admin_client, english, "action-publish", summary="")
    assert str(PracticePage.label_of("summary")) in text_of(response)
    assert response.context["form"].errors["summary"]


# --- Previews ---------------------------------------------------------------------------


def preview(client, page, **changes):
    """What the preview shows of the form as it is filled in, unsaved."""
    edit = reverse("wagtailadmin_pages:edit", args=[page.pk])
    address = reverse("wagtailadmin_pages:preview_on_edit", args=[page.pk])
    data = {**values_of(client.get(edit), "form[data-edit-form]"), **changes}
    answer = client.post(address, data)
    assert answer.json()["is_valid"], answer.content
    return client.get(address)


def test_a_polish_preview_shows_unsaved_words_and_facts(admin_client, site_tree):
    practice = factories.practice()
    city = factories.city(name_pl="Kłodzko")
    shown = preview(admin_client, practice, title="Inny tytuł", city=str(city.pk))
    said = text_of(shown)
    assert "Inny tytuł" in said
    assert "Kłodzko" in said


def test_an_incomplete_draft_can_be_previewed(admin_client, site_tree):
    page = factories.draft(PracticePage, factories.index(PracticeIndexPage), title="Szkic")
    assert "Szkic" in text_of(preview(admin_client, page))


def test_an_english_preview_reads_the_facts_of_the_polish_draft(admin_client, english):
    original = english.original
    original.city = factories.city(name_pl="Kłodzko")
    original.save_revision()
    said = text_of(preview(admin_client, english, title="Rain gardens"))
    assert "Rain gardens" in said
    assert "Kłodzko" in said


def test_the_polish_form_previews_its_english_page_with_unsaved_facts(admin_client, english):
    original = english.original
    city = factories.city(name_pl="Kłodzko")
    modes = [mode for mode, _label in original.preview_modes]
    assert modes == ["", "en"]
    preview(admin_client, original, city=str(city.pk))
    address = reverse("wagtailadmin_pages:preview_on_edit", args=[original.pk])
    shown = admin_client.get(address, {"mode": "en"})
    said = text_of(shown)
    assert english.title in said
    assert "Kłodzko" in said
    assert 'lang="en"' in shown.content.decode()


@pytest.mark.parametrize("mode", ["", "en"])
def test_a_preview_shows_the_related_practices_of_the_draft(admin_client, english, mode, commit):
    original = english.original
    with commit():
        published, first, second = (
            factories.practice(title=title) for title in ("Tamta", "Pierwsza", "Druga")
        )
        for page in (published, first, second):
            factories.english(page, title=f"{page.title} in English")
        original.related = [RelatedPractice(practice=published)]
        original.save_revision().publish()
    preview(
        admin_client,
        original,
        **{
            "related-TOTAL_FORMS": "3",
            "related-0-DELETE": "on",
            "related-1-practice": str(second.pk),
            "related-1-id": "",
            "related-1-ORDER": "3",
            "related-1-DELETE": "",
            "related-2-practice": str(first.pk),
            "related-2-id": "",
            "related-2-ORDER": "2",
            "related-2-DELETE": "",
        },
    )
    address = reverse("wagtailadmin_pages:preview_on_edit", args=[original.pk])
    html = BeautifulSoup(admin_client.get(address, {"mode": mode}).content, "html.parser")
    titles = [link.get_text() for link in html.select(".practice-card .card-title a")]
    suffix = " in English" if mode else ""
    assert titles[:2] == [f"Pierwsza{suffix}", f"Druga{suffix}"]
    assert RelatedPractice.objects.get(page=original).practice_id == published.pk


@pytest.mark.parametrize("name", ["meeting", "network", "NewsIndexPage", "CityIndexPage"])
def test_drafts_of_other_types_are_previewed_too(admin_client, site_tree, name):
    page = MAKERS[name]()
    page.unpublish()
    assert page.title in text_of(preview(admin_client, page))


def test_a_new_row_of_the_original_is_added_in_its_form(admin_client, site_tree):
    practice = factories.practice()
    address = reverse("wagtailadmin_pages:edit", args=[practice.pk])
    data = values_of(admin_client.get(address), "form[data-edit-form]")
    data |= {
        "steps-TOTAL_FORMS": "4",
        "steps-3-what": "Odbiór",
        "steps-3-unit": "",
        "steps-3-duration_months": "1",
        "steps-3-id": "",
        "steps-3-ORDER": "4",
        "steps-3-DELETE": "",
        "action-publish": "true",
    }
    response = admin_client.post(address, data)
    assert response.status_code == 302, response.context["form"].errors
    assert Step.objects.filter(page=practice, what="Odbiór").exists()


def test_every_page_type_with_its_own_fields_is_tried_here():
    tried = {"plain page", "article"} | set(MAKERS)
    assert len(tried) == len([model for model in _types() if not model._meta.abstract])


def _types():
    from wagtail.models import get_page_models

    return [model for model in get_page_models() if issubclass(model, BasePage)]


def test_only_what_may_be_a_section_is_asked_whether_it_stands_in_the_menu(admin_client, site_tree):
    def asks(page):
        form = admin_client.get(reverse("wagtailadmin_pages:edit", args=[page.pk]))
        return "show_in_menus" in values_of(form) or 'name="show_in_menus"' in form.content.decode()

    assert asks(factories.index(PracticeIndexPage))
    assert not asks(factories.practice())
    assert not asks(factories.meeting())


def test_the_form_of_the_index_keeps_its_place_in_the_menu(admin_client, site_tree):
    page = factories.index(PracticeIndexPage)
    assert page.show_in_menus
    edit_page(admin_client, page, "action-publish", lead="Inna zajawka.")
    page.refresh_from_db()
    assert page.lead == "Inna zajawka."
    assert page.show_in_menus


def test_a_form_keeps_the_ends_of_lines_as_they_were(admin_client, site_tree):
    summary = f"{factories.SUMMARY.strip()}\nDrugi wiersz."
    page = factories.practice(summary=summary)
    step = page.steps.first()
    step.what = "Rozmowa\nna podwórku"
    step.save()
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    data = values_of(admin_client.get(address), "form[data-edit-form]")
    as_browsers_send = {
        name: [value.replace("\n", "\r\n") for value in given] for name, given in data.items()
    }
    admin_client.post(address, {**as_browsers_send, "action-publish": "true"})
    page.refresh_from_db()
    assert page.summary == summary
    assert page.steps.first().what == "Rozmowa\nna podwórku"


def test_a_new_page_finds_a_free_address_and_a_published_one_is_told(admin_client, site_tree):
    factories.practice(title="Budżet obywatelski", slug="budzet-obywatelski")
    parent = factories.index(PracticeIndexPage)
    address = reverse("wagtailadmin_pages:add", args=["practices", "practicepage", parent.pk])
    data = values_of(admin_client.get(address), "form[data-edit-form]")
    data |= {"title": "Budżet obywatelski", "slug": "budzet-obywatelski"}
    response = admin_client.post(address, data)
    assert response.status_code == 302, response.context["form"].errors
    second = PracticePage.objects.originals().get(live=False)
    assert second.slug == "budzet-obywatelski-2"
    assert edit_page(admin_client, second, slug="budzet-obywatelski").status_code == 302

    published = factories.practice()
    answer = edit_page(admin_client, published, slug="budzet-obywatelski")
    assert "slug" in answer.context["form"].errors


def test_a_title_sent_with_line_breaks_is_kept_as_one_line(admin_client, site_tree):
    practice = factories.practice(title="Ogrody")
    edit_page(admin_client, practice, title="Ogrody\r\nBcc: obcy@example.org\u2028 w\xa0mieście")
    kept = PracticePage.objects.get(pk=practice.pk).get_latest_revision_as_object()
    assert kept.title == "Ogrody Bcc: obcy@example.org w\xa0mieście"
