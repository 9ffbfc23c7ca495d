"""Registers: forms that save, memory of what editors wrote, messages in words, Polish order."""

from datetime import date
from io import StringIO

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils.translation import gettext
from wagtail.snippets.models import get_snippet_models

from base.models import CollectionAudience
from base.text import has_text
from networks.models import Membership
from registers.models import City, FundingSource, Person, Tag, Theme
from search.models import GlossaryEntry
from tests import factories
from tests.admin.forms import text_of, values_of
from workbench.models import Term

pytestmark = pytest.mark.django_db


def address_of(model, view, *args):
    return reverse(model.snippet_viewset.get_url_name(view), args=args)


def membership(**fields):
    given = {"city": None, "network": None, "joined": date(2024, 1, 1), **fields}
    given["city"] = given["city"] or factories.city()
    given["network"] = given["network"] or factories.network()
    return Membership.objects.create(**given)


def collection_audience():
    return CollectionAudience.objects.get(collection=factories.closed_collection())


MAKERS = {
    City: factories.city,
    Theme: factories.theme,
    Tag: factories.tag,
    Person: factories.person,
    FundingSource: factories.funding_source,
    Membership: membership,
    CollectionAudience: collection_audience,
    GlossaryEntry: lambda: GlossaryEntry.objects.create(words=["kopciuch", "coal stove"]),
    Term: lambda: Term.objects.create(polish="gmina", english="municipality"),
}


def test_every_register_is_tried_here(db):
    assert set(MAKERS) == set(get_snippet_models())


def written(record):
    """What stands in the database; an empty paragraph says as little as no text."""
    values = type(record).objects.filter(pk=record.pk).values().get()
    return {
        name: "" if name.startswith("description_") and not has_text(value) else value
        for name, value in values.items()
    }


@pytest.mark.parametrize("model", MAKERS, ids=lambda model: model.__name__)
def test_the_form_shows_a_record_and_saves_it_unchanged(admin_client, site_tree, model):
    record = MAKERS[model]()
    before = written(record)
    address = address_of(model, "edit", record.pk)
    data = values_of(admin_client.get(address))
    response = admin_client.post(address, data)
    assert response.status_code == 302, response.context["form"].errors
    assert written(record) == before


@pytest.mark.parametrize("model", MAKERS, ids=lambda model: model.__name__)
def test_the_form_of_a_new_record_and_the_list_open(admin_client, site_tree, model):
    record = MAKERS[model]()
    assert admin_client.get(address_of(model, "add")).status_code == 200
    assert str(record) in text_of(admin_client.get(address_of(model, "list"))) or model in (
        Membership,
        CollectionAudience,
    )


def edit(client, record, **changes):
    address = address_of(type(record), "edit", record.pk)
    return client.post(address, {**values_of(client.get(address)), **changes})


# --- Cities -----------------------------------------------------------------------------


def test_what_an_editor_wrote_of_a_city_stays_when_the_register_is_loaded(admin_client, db):
    call_command("load_cities", stdout=StringIO())
    city = City.objects.get(name_pl="Zabrze")
    edit(admin_client, city, population="170000", population_year="2025")
    city.refresh_from_db()
    assert city.edited_fields == ["population", "population_year"]
    call_command("load_cities", stdout=StringIO())
    city.refresh_from_db()
    assert (city.population, city.population_year) == (170_000, 2025)


def test_an_editor_may_give_a_fact_back_to_the_register(admin_client, db):
    city = factories.city()
    edit(admin_client, city, county="zabrzański", adjective="zabrzański")
    edit(admin_client, city, give_back=["county"])
    city.refresh_from_db()
    assert city.edited_fields == ["adjective"]


def test_saving_a_city_without_a_change_claims_nothing(admin_client, db):
    city = factories.city(functions=["spa", "border"], latitude=50.1, longitude=19.05)
    edit(admin_client, city)
    city.refresh_from_db()
    assert city.edited_fields == []
    assert city.functions == ["spa", "border"]


def test_a_new_city_remembers_what_was_written(admin_client, db):
    address = address_of(City, "add")
    data = values_of(admin_client.get(address))
    data |= {"name_pl": "Nowe", "slug": "nowe", "teryt": "990101", "voivodeship": "24"}
    admin_client.post(address, data)
    assert City.objects.get(teryt="990101").edited_fields == ["name_pl", "voivodeship"]


def test_cities_are_listed_in_the_polish_order(admin_client, db):
    for name in ("Łódź", "Lublin", "Ćmielów", "Cieszyn", "Żary", "Zabrze"):
        factories.city(name_pl=name)
    page = admin_client.get(address_of(City, "list")).content.decode()
    names = ["Cieszyn", "Ćmielów", "Lublin", "Łódź", "Zabrze", "Żary"]
    assert sorted(names, key=page.index) == names


def test_the_list_of_cities_is_searched_without_diacritics(admin_client, db):
    factories.city(name_pl="Łódź")
    factories.city(name_pl="Lublin")
    said = text_of(admin_client.get(address_of(City, "list"), {"q": "lodz"}))
    assert "Łódź" in said
    assert "Lublin" not in said


def test_cities_are_filtered_by_voivodeship_and_by_what_editors_wrote(admin_client, db):
    factories.city(name_pl="Zabrze", edited_fields=["population"])
    factories.city(name_pl="Łomża", voivodeship="20")
    said = text_of(admin_client.get(address_of(City, "list"), {"voivodeship": "20"}))
    assert "Łomża" in said
    assert "Zabrze" not in said
    said = text_of(admin_client.get(address_of(City, "list"), {"edited": "true"}))
    assert "Zabrze" in said
    assert "Łomża" not in said


# --- Themes, tags, people ---------------------------------------------------------------


def test_an_icon_that_does_not_exist_is_refused(admin_client, db):
    theme = factories.theme()
    response = edit(admin_client, theme, icon="wielki-zegar")
    expected = gettext("There is no icon “%(name)s” in the Lucide set.")
    assert expected % {"name": "wielki-zegar"} in text_of(response)
    assert edit(admin_client, theme, icon="tree-deciduous").status_code == 302


def test_tags_are_listed_with_theme_and_number_of_originals_that_use_them(admin_client, site_tree):
    tag = factories.tag(name="retencja", theme=factories.theme(name_pl="Woda i zieleń"))
    practice = factories.practice(tags=[tag])
    factories.english(practice)
    meeting = factories.meeting()
    meeting.tags.set([tag])
    meeting.save()
    response = admin_client.get(address_of(Tag, "list"))
    (listed,) = [each for each in response.context["object_list"] if each.pk == tag.pk]
    assert listed.uses == 2, "the English copy is dead data"
    assert "Woda i zieleń" in text_of(response)


def test_tags_without_a_theme_are_found_to_be_tidied(admin_client, db):
    factories.tag(name="bezpańskie", theme=None)
    factories.tag(name="uporządkowane")
    said = text_of(admin_client.get(address_of(Tag, "list"), {"has_theme": "false"}))
    assert "bezpańskie" in said
    assert "uporządkowane" not in said
    assert "Ma temat: Nie" in said


def test_a_person_is_public_only_with_a_recorded_consent(admin_client, db):
    person = factories.person(is_public=False, consent_on=None, consent_source="")
    response = edit(admin_client, person, is_public="on")
    expected = gettext("A person is shown to the public only with a recorded consent.")
    assert expected in text_of(response)


# --- Memberships ------------------------------------------------------------------------


def test_a_city_joins_a_network_once_at_a_time(admin_client, site_tree):
    first = membership(joined=date(2024, 1, 1))
    second = membership(
        city=first.city, network=first.network, joined=date(2020, 1, 1), left=date(2022, 1, 1)
    )
    response = edit(admin_client, second, left="2024-06-01")
    assert gettext("The city is already in this network at that time.") in text_of(response)


def test_a_network_of_the_initiative_has_one_lead_and_others_none(admin_client, site_tree):
    thematic = membership()
    response = edit(admin_client, thematic, role="lead")
    expected = gettext("Only networks of the Partnership Initiative of Cities have these.")
    assert expected in text_of(response)
    initiative = factories.network(kind="pim")
    membership(network=initiative, role="lead")
    partner = membership(network=initiative, role="partner")
    response = edit(admin_client, partner, role="lead")
    assert gettext("The network already has a lead city at that time.") in text_of(response)


def test_a_city_cannot_leave_before_it_joined(admin_client, site_tree):
    response = edit(admin_client, membership(), left="2023-01-01")
    assert gettext("A city cannot leave before it joined.") in text_of(response)


def test_memberships_offer_the_polish_pages_of_networks_only(admin_client, site_tree):
    network = factories.translated_network(title="Cyfryzacja")
    page = admin_client.get(address_of(Membership, "add"))
    offered = list(page.context["form"].fields["network"].queryset)
    assert network in offered
    assert network.english not in offered


def test_memberships_are_filtered_by_network_and_day(admin_client, site_tree):
    here = membership(city=factories.city(name_pl="Zabrze"))
    membership(city=factories.city(name_pl="Konin"), left=date(2024, 2, 1), network=here.network)
    address = address_of(Membership, "list")
    said = text_of(admin_client.get(address, {"network": here.network.pk, "current": "true"}))
    assert "Zabrze" in said
    assert "Konin" not in said
