"""Every search field of the admin finds words in any form, without Polish letters, as they are
typed."""

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Page
from wagtail.search.backends import get_search_backend
from wagtail.search.query import Fuzzy, Not, Or, Phrase, PlainText

from search.admin_search import has_outdated_entries
from tests import factories
from tests.admin.forms import text_of

pytestmark = pytest.mark.django_db

# A word inflected, without its Polish letters, both, and the beginning of one.
FORMS_OF_GORZOW = ["Gorzowie", "gorzow", "gorzowa", "GORZ", "w Gorzowie Wielkopolskim"]


def listed(client, name, query, **more):
    response = client.get(reverse(name), {"q": query, **more})
    assert response.status_code == 200
    return [str(record) for record in response.context["object_list"]]


def chosen_from(client, name, query):
    """The text of a chooser's results."""
    return text_of(client.get(reverse(name), {"q": query}))


@pytest.fixture
def gorzow(site_tree):
    return factories.city(
        name_pl="Gorzów Wielkopolski", name_en="Gorzow on the Warta", adjective="gorzowski"
    )


@pytest.fixture
def lodz(site_tree):
    return factories.city(name_pl="Łódź", adjective="łódzki")


@pytest.mark.parametrize("typed", [*FORMS_OF_GORZOW, "gorzowskiego", "Warta"])
def test_a_city_is_listed_and_chosen_by_any_form_of_its_name(admin_client, gorzow, lodz, typed):
    assert listed(admin_client, "wagtailsnippets_registers_city:list", typed) == [gorzow.name_pl]
    chooser = "wagtailsnippetchoosers_registers_city:choose_results"
    assert gorzow.name_pl in chosen_from(admin_client, chooser, typed)
    assert lodz.name_pl not in chosen_from(admin_client, chooser, typed)
    options = reverse("pick_options", args=["registers", "city"])
    answer = admin_client.get(options, {"q": typed}).json()["options"]
    assert [option["label"] for option in answer] == [gorzow.name_pl]


@pytest.mark.parametrize("typed", ["lodzi", "Łodzią", "ŁÓDŹ", "lod", "łódzkim"])
def test_a_city_of_polish_letters_is_found_without_them(admin_client, gorzow, lodz, typed):
    assert listed(admin_client, "wagtailsnippets_registers_city:list", typed) == [lodz.name_pl]


@pytest.mark.parametrize("typed", ["zielonym dachom", "dachow", "ziel da", "green roofs", "roof"])
def test_a_tag_is_found_in_both_languages(admin_client, site_tree, typed):
    tag = factories.tag(name="zielony dach", name_en="green roof")
    factories.tag(name="retencja", name_en="water retention")
    assert listed(admin_client, "wagtailsnippets_registers_tag:list", typed) == [tag.name]


@pytest.mark.parametrize("typed", ["łagodzeniem", "lagodzenie", "cooling"])
def test_a_tag_is_found_by_its_synonyms(admin_client, site_tree, typed):
    tag = factories.tag(name="upał", synonyms_pl=["łagodzenie gorąca"], synonyms_en=["cooling"])
    assert listed(admin_client, "wagtailsnippets_registers_tag:list", typed) == [tag.name]


def test_themes_and_sources_are_found_by_inflected_names(admin_client, site_tree):
    theme = factories.theme(name_pl="Woda i zieleń", name_en="Water and greenery")
    source = factories.funding_source(name_pl="Fundusz Spójności")
    assert listed(admin_client, "wagtailsnippets_registers_theme:list", "zieleni") == [str(theme)]
    name = "wagtailsnippets_registers_fundingsource:list"
    assert listed(admin_client, name, "funduszy spojnosci") == [str(source)]


@pytest.mark.parametrize("typed", ["Kowalskiej", "zeglarska", "dyrektorem wydziału", "Łodzi"])
def test_people_are_found_by_name_function_and_city(admin_client, lodz, typed):
    person = factories.person(
        name="Anna Kowalska-Żeglarska", function_pl="Dyrektor Wydziału Zieleni", city=lodz
    )
    factories.person(name="Jan Nowak", function_pl="Burmistrz", city=None)
    assert listed(admin_client, "wagtailsnippets_registers_person:list", typed) == [person.name]


def test_memberships_are_found_by_any_form_of_the_citys_name(admin_client, gorzow, lodz):
    from networks.models import Membership

    network = factories.network()
    for city in (gorzow, lodz):
        Membership.objects.create(city=city, network=network, joined="2024-01-01")
    name = "wagtailsnippets_networks_membership:list"
    response = admin_client.get(reverse(name), {"q": "Gorzowie"})
    assert [row.city for row in response.context["object_list"]] == [gorzow]


@pytest.fixture
def rain(gorzow):
    factories.practice(title="Kurs dla urzędników")
    return factories.practice(title="Miejska retencja wody", city=gorzow)


@pytest.mark.parametrize("typed", ["retencji", "wod", "miejskiej wody", "retencji w Gorzowie",
                                   "gorzowska retencja", "ret"])  # fmt: skip
def test_a_page_is_found_by_title_and_city_wherever_pages_are_searched(admin_client, rain, typed):
    assert listed(admin_client, "wagtailadmin_pages:search", typed) == [rain.title]
    assert rain.title in chosen_from(admin_client, "wagtailadmin_choose_page_search", typed)
    listing = reverse("wagtailadmin_explore", args=[rain.get_parent().pk])
    shown = admin_client.get(listing, {"q": typed}).context["object_list"]
    assert [page.title for page in shown] == [rain.title]
    shown = admin_client.get(reverse("practice_pages:index"), {"q": typed}).context["object_list"]
    assert [page.title for page in shown] == [rain.title]


def test_pages_with_other_words_are_not_found(admin_client, rain):
    for typed in ("retencji urzędników", "xyz", "%"):
        assert listed(admin_client, "wagtailadmin_pages:search", typed) == []


def test_a_phrase_and_a_restriction_are_understood_as_before(admin_client, rain):
    assert listed(admin_client, "wagtailadmin_pages:search", '"retencją wody"') == [rain.title]
    assert listed(admin_client, "wagtailadmin_pages:search", '"wody retencja"') == []
    assert listed(admin_client, "wagtailadmin_pages:search", "retencji live:no") == []


def test_an_english_page_is_found_by_english_forms(admin_client, rain, commit):
    with commit():
        english = factories.english(rain, title="Rain barrels in every garden")
    for typed in ("gardens", "barrel", "rai"):
        assert listed(admin_client, "wagtailadmin_pages:search", typed) == [english.title]


def test_a_network_is_found_by_its_short_name(admin_client, site_tree):
    network = factories.network(title="Miasta w sieci", short_name="Cyfryzacja")
    assert listed(admin_client, "wagtailadmin_pages:search", "cyfryzacji") == [network.title]


@pytest.mark.parametrize("typed", ["ogrodach deszczowych", "ogrod", "desz"])
def test_images_and_documents_are_listed_and_chosen_by_any_form(admin_client, site_tree, typed):
    image = factories.image(title="Ogród deszczowy")
    document = factories.document(title="Ogród deszczowy – instrukcja")
    other = factories.image(title="Dworzec")
    assert listed(admin_client, "wagtailimages:index", typed) == [image.title]
    assert listed(admin_client, "wagtaildocs:index", typed) == [document.title]
    shown = chosen_from(admin_client, "wagtailimages_chooser:choose_results", typed)
    assert image.title in shown
    assert other.title not in shown
    shown = chosen_from(admin_client, "wagtaildocs_chooser:choose_results", typed)
    assert document.title in shown


def test_what_is_changed_is_found_by_its_new_words_alone(admin_client, gorzow):
    gorzow.name_pl, gorzow.name_en, gorzow.adjective = "Piła", "", "pilski"
    gorzow.save()
    name = "wagtailsnippets_registers_city:list"
    assert listed(admin_client, name, "Pile") == ["Piła"]
    assert listed(admin_client, name, "Gorzowie") == []


def test_a_short_title_goes_before_a_long_one(admin_client, site_tree):
    factories.practice(title="Jak miasto i jego mieszkańcy zbierają wodę z dachów szkół")
    factories.practice(title="Woda")
    assert listed(admin_client, "wagtailadmin_pages:search", "wody")[0] == "Woda"


@pytest.mark.parametrize(
    ("query", "found"),
    [
        (PlainText("retencję"), True),
        (PlainText("retencja kursy", operator="or"), True),
        (PlainText("ret"), False),
        (Phrase("miejskiej retencji"), True),
        (Phrase("retencji miejskiej"), False),
        (Or([PlainText("nic"), PlainText("wodą")]), True),
        (PlainText("woda") & ~PlainText("retencją"), False),
        (PlainText("woda") & Not(PlainText("kurs")), True),
        (PlainText("Gorzowem"), True),
    ],
)
def test_wagtails_own_queries_are_understood(rain, query, found):
    results = get_search_backend().search(query, Page.objects.filter(title=rain.title))
    assert bool(list(results)) is found
    assert (results.count() > 0) is found


def test_a_search_of_named_fields_looks_into_all(rain):
    backend = get_search_backend()
    assert list(backend.search("retencji", Page, fields=["title"]))


def test_what_is_not_offered_says_so(rain):
    with pytest.raises(NotImplementedError):
        list(get_search_backend().search(PlainText("woda") & Fuzzy("retnecja"), Page))


def test_hostile_words_find_nothing_and_break_nothing(admin_client, rain):
    for typed in (
        "'",
        "\\",
        "a' | 'b",
        "!",
        "-",
        "((",
        "woda:*",
        "<->",
        "łódź\u0301" * 40,
        "a" * 500,
    ):
        admin_client.get(reverse("wagtailadmin_pages:search"), {"q": typed})
        answer = admin_client.get(reverse("wagtailadmin_choose_page_search"), {"q": typed})
        assert answer.status_code == 200


def test_entries_of_another_version_are_made_anew(rain):
    table = "wagtailsearch_indexentry"
    assert not has_outdated_entries()
    with connection.cursor() as cursor:
        cursor.execute(f"UPDATE {table} SET autocomplete = '''stary''', title = '', body = ''")
    assert has_outdated_entries()
    assert not list(get_search_backend().search("retencji", Page))

    call_command("rebuild_search", if_outdated=True, verbosity=0)

    assert not has_outdated_entries()
    assert list(get_search_backend().search("retencji", Page))


def test_saving_does_not_read_the_whole_index(rain):
    with CaptureQueriesContext(connection) as asked:
        get_search_backend().add(rain)
    assert not [query for query in asked.captured_queries if "AVG" in query["sql"]]
    assert len(asked) <= 2
