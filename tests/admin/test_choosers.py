"""Records are found by any part of a name, without diacritics, and chosen by keyboard alone."""

import json

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from exchange.models import MeetingPage
from practices.models import PracticePage
from registers.models import Tag
from tests import factories
from tests.admin.forms import edit_page, values_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def cities(db):
    names = ["Gorzów Wielkopolski", "Ostrów Wielkopolski", "Elbląg", "Łódź", "Lublin", "Józefów"]
    made = {name: factories.city(name_pl=name) for name in names}
    made["Gorzów Wielkopolski"].adjective = "gorzowski"
    made["Gorzów Wielkopolski"].save()
    return made


def options(client, query, model="registers/city"):
    app_label, name = model.split("/")
    address = reverse("pick_options", args=[app_label, name])
    return client.get(address, {"q": query}).json()


def labels(client, query, model="registers/city"):
    return [option["label"] for option in options(client, query, model)["options"]]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("gorzow", ["Gorzów Wielkopolski"]),
        ("GORZÓW", ["Gorzów Wielkopolski"]),
        ("wielkopolski", ["Gorzów Wielkopolski", "Ostrów Wielkopolski"]),
        ("elblag", ["Elbląg"]),
        ("blą", ["Elbląg"]),
        ("lodz", ["Łódź"]),
        ("wielk gorz", ["Gorzów Wielkopolski"]),
        ("gorzowski", ["Gorzów Wielkopolski"]),
        ("%", []),
        ("xyz", []),
    ],
)
def test_a_city_is_found_by_any_part_of_its_name(admin_client, cities, typed, found):
    assert labels(admin_client, typed) == found


def test_the_window_says_in_one_phrase_what_is_chosen(admin_client, db):
    window = admin_client.get(reverse("wagtailsnippetchoosers_registers_city:choose")).json()
    heading = BeautifulSoup(window["html"], "html.parser").h1
    assert " ".join(heading.text.split()) == "Wybierz: miasto"


def test_names_that_begin_with_what_was_typed_come_first(admin_client, db):
    for name in ("Stara Nysa", "Nysa", "Kanysa"):
        factories.city(name_pl=name)
    assert labels(admin_client, "nys") == ["Nysa", "Stara Nysa", "Kanysa"]


def test_a_city_is_found_by_its_number(admin_client, db):
    city = factories.city(teryt="086101", name_pl="Gorzów Wielkopolski")
    assert labels(admin_client, "0861") == [city.name_pl]


def test_namesakes_are_told_apart_by_their_voivodeship(admin_client, db):
    factories.city(name_pl="Józefów", slug="a", voivodeship="06")
    factories.city(name_pl="Józefów", slug="b", voivodeship="14")
    notes = [option["note"] for option in options(admin_client, "jozefow")["options"]]
    assert notes == ["Lubelskie", "Mazowieckie"]


def test_a_long_list_says_that_there_is_more(admin_client, db):
    for _each in range(25):
        factories.city()
    answer = options(admin_client, "miasto")
    assert len(answer["options"]) == 20
    assert answer["more"]


def test_the_chooser_of_one_city_shows_voivodeship_and_number(admin_client, cities):
    address = reverse("wagtailsnippetchoosers_registers_city:choose_results")
    page = admin_client.get(address, {"q": "gorzow"}).content.decode()
    assert "Gorzów Wielkopolski" in page
    assert "Elbląg" not in page
    assert "Śląskie" in page
    assert cities["Gorzów Wielkopolski"].teryt in page


def test_the_whole_dialogue_of_the_chooser_opens(admin_client, cities):
    address = reverse("wagtailsnippetchoosers_registers_city:choose")
    answer = json.loads(admin_client.get(address).content)
    assert answer["step"] == "choose"
    assert "Elbląg" in answer["html"]


def test_the_chosen_city_is_named_with_its_voivodeship(admin_client, cities):
    address = reverse("wagtailsnippetchoosers_registers_city:chosen", args=[cities["Józefów"].pk])
    assert json.loads(admin_client.get(address).content)["result"]["string"] == "Józefów (Śląskie)"


def test_what_may_not_be_picked_is_not_found(admin_client, site_tree):
    address = reverse("pick_options", args=["users", "user"])
    assert admin_client.get(address, follow=True).status_code == 404


def test_only_people_of_the_admin_may_look(member_client, client, cities):
    address = reverse("pick_options", args=["registers", "city"])
    for each in (client, member_client):
        assert each.get(address, {"q": "lodz"}).status_code == 302


def test_partner_cities_are_kept_cleared_and_chosen(admin_client, site_tree, cities):
    practice = factories.practice()
    lodz, elblag = str(cities["Łódź"].pk), str(cities["Elbląg"].pk)
    response = edit_page(admin_client, practice, "action-publish", partner_cities=[lodz, elblag])
    assert response.status_code == 302
    fresh = PracticePage.objects.get(pk=practice.pk)
    assert {city.name_pl for city in fresh.partner_cities.all()} == {"Łódź", "Elbląg"}
    address = reverse("wagtailadmin_pages:edit", args=[practice.pk])
    shown = values_of(admin_client.get(address), "form[data-edit-form]")
    assert sorted(shown["partner_cities"]) == sorted([lodz, elblag])
    edit_page(admin_client, practice, "action-publish", partner_cities=[])
    assert not PracticePage.objects.get(pk=practice.pk).partner_cities.all()


def test_the_form_does_not_carry_a_thousand_cities(admin_client, site_tree):
    practice = factories.practice()
    for _each in range(30):
        factories.city(name_pl="Niewybrane")
    address = reverse("wagtailadmin_pages:edit", args=[practice.pk])
    assert "Niewybrane" not in admin_client.get(address).content.decode()


def test_networks_to_choose_are_originals_only(admin_client, site_tree):
    network = factories.translated_network(title="Cyfryzacja", short_name="Cyfryzacja")
    answer = options(admin_client, "cyfr", "networks/networkpage")["options"]
    assert [option["value"] for option in answer] == [str(network.pk)]


def test_practices_and_meetings_are_chosen_by_title_and_city(admin_client, site_tree):
    city = factories.city(name_pl="Świdwin")
    practice = factories.practice(title="Ogrody deszczowe", city=city)
    meeting = factories.meeting(title="Zgłoszenia", host_city=city)
    assert labels(admin_client, "swidwin ogrody", "practices/practicepage") == [practice.title]
    assert labels(admin_client, "zgloszenia", "exchange/meetingpage") == [meeting.title]
    response = edit_page(
        admin_client, meeting, "action-publish", practices_shown=[str(practice.pk)]
    )
    assert response.status_code == 302
    fresh = MeetingPage.objects.get(pk=meeting.pk)
    assert [each.pk for each in fresh.practices_shown.all()] == [practice.pk]


@pytest.fixture
def water(db):
    theme = factories.theme(name_pl="Woda i zieleń")
    return factories.tag(
        name="retencja", name_en="water retention", theme=theme, synonyms_pl=["mała retencja"]
    )


@pytest.mark.parametrize("typed", ["retenc", "water", "mala retencja", "RETENTION"])
def test_a_tag_is_suggested_in_both_languages_and_by_synonym(admin_client, water, typed):
    (option,) = options(admin_client, typed, "registers/tag")["options"]
    assert option == {
        "value": "retencja",
        "label": "retencja",
        "note": "water retention · Woda i zieleń",
    }


def test_an_english_name_becomes_the_tag_it_stands_for_and_new_ones_are_made(
    admin_client, site_tree, water
):
    practice = factories.practice()
    response = edit_page(
        admin_client, practice, "action-publish", tags=["Water retention", "ogrody, deszczowe"]
    )
    assert response.status_code == 302
    fresh = PracticePage.objects.get(pk=practice.pk)
    assert {tag.name for tag in fresh.tags.all()} == {"retencja", "ogrody, deszczowe"}
    assert Tag.objects.filter(name_en="water retention").count() == 1


def test_chosen_codes_stay_ticked_when_the_form_is_opened_again(admin_client, site_tree):
    practice = factories.practice(offers=["talk", "documents"])
    address = reverse("wagtailadmin_pages:edit", args=[practice.pk])
    assert values_of(admin_client.get(address), "form[data-edit-form]")["offers"] == [
        "talk",
        "documents",
    ]
    edit_page(admin_client, practice, "action-publish", offers=["study_visit"])
    assert PracticePage.objects.get(pk=practice.pk).offers == ["study_visit"]
    edit_page(admin_client, practice, "action-publish", offers=[])
    assert PracticePage.objects.get(pk=practice.pk).offers == []
