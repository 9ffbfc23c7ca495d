"""Lists of pages show and filter what an editor looks for."""

import io
import re
from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from openpyxl import load_workbook

from exchange.models import MeetingPage, ProductPage
from networks.models import Membership, NetworkPage
from news.models import NewsPage
from practices.models import PracticePage, PracticeState
from tests import factories
from tests.admin.forms import text_of

pytestmark = pytest.mark.django_db

LISTS = {
    "practice_pages": (PracticePage, factories.practice),
    "meeting_pages": (MeetingPage, factories.meeting),
    "product_pages": (ProductPage, factories.product),
    "news_pages": (NewsPage, factories.article),
    "network_pages": (NetworkPage, factories.network),
}


def titles(client, name, **query):
    response = client.get(reverse(f"{name}:index"), query)
    return [page.title for page in response.context["object_list"]]


@pytest.mark.parametrize("name", LISTS)
def test_a_list_has_originals_only_and_stands_in_the_menu(admin_client, site_tree, name):
    _model, make = LISTS[name]
    if make is factories.practice:
        page = make()
        factories.english(page)
    elif make is factories.network:
        page = factories.translated_network()
    else:
        page = make()
    response = admin_client.get(reverse(f"{name}:index"))
    listed = list(response.context["object_list"])
    assert page.pk in [each.pk for each in listed]
    assert all(each.is_original for each in listed)
    home = admin_client.get(reverse("wagtailadmin_home")).content.decode()
    assert reverse(f"{name}:index") in home


def test_practices_show_city_networks_level_review_and_english(admin_client, site_tree):
    network = factories.network(short_name="Cyfryzacja")
    practice = factories.practice(
        city=factories.city(name_pl="Świdwin"), networks=[network], title="Zgłoszenia"
    )
    state = PracticeState.of(practice)
    state.confirm(date(2026, 1, 9))
    state.save()
    said = text_of(admin_client.get(reverse("practice_pages:index")))
    for shown in ("Zgłoszenia", "Świdwin", "Cyfryzacja", "9.01.2027"):
        assert shown in said
    assert str(state.get_level_display()) in said


@pytest.fixture
def practices(site_tree):
    """Two practices that differ in all that is filtered by."""
    gardens = factories.practice(
        title="Ogrody",
        city=factories.city(name_pl="Gorzów Wielkopolski"),
        stage="pilot",
        networks=[factories.network(short_name="Klimat")],
        tags=[factories.tag(theme=factories.theme(code="klimat"))],
    )
    offices = factories.practice(
        title="Urząd",
        city=factories.city(name_pl="Zabrze"),
        networks=[factories.network(short_name="Cyfryzacja")],
        level="short",
        published=False,
    )
    late = PracticeState.of(gardens)
    late.confirm(timezone.localdate() - timedelta(days=400))
    late.verification = "assessed"
    late.save()
    return gardens, offices


def test_practices_are_filtered_by_what_editors_look_for(admin_client, practices):
    gardens, _offices = practices
    theme = gardens.tags.all()[0].theme
    network = gardens.networks.all()[0]
    for query in (
        {"city": "gorzow"},
        {"theme": theme.pk},
        {"network": network.pk},
        {"level": "full"},
        {"verification": "assessed"},
        {"stage": "pilot"},
        {"review": "late"},
        {"live": "true"},
        {"q": "ogrod"},
        {"q": "wielkopolski"},
    ):
        assert titles(admin_client, "practice_pages", **query) == ["Ogrody"], query
    for query in ({"level": "short"}, {"review": "never"}, {"live": "false"}, {"q": "urzad"}):
        assert titles(admin_client, "practice_pages", **query) == ["Urząd"], query


def test_a_broader_theme_finds_the_practices_of_its_narrower_ones(admin_client, site_tree):
    broad = factories.theme()
    narrow = factories.theme(parent=broad)
    factories.practice(title="Ogrody", tags=[factories.tag(theme=narrow)])
    assert titles(admin_client, "practice_pages", theme=broad.pk) == ["Ogrody"]


def test_practices_are_filtered_by_the_state_of_their_english(admin_client, site_tree):
    factories.practice(title="Po polsku")
    factories.english(factories.practice(title="Dwujęzyczna"))
    assert titles(admin_client, "practice_pages", english="polish_only") == ["Po polsku"]
    translated = titles(admin_client, "practice_pages", english="abstract")
    translated += titles(admin_client, "practice_pages", english="full")
    assert translated == ["Dwujęzyczna"]


def test_meetings_are_filtered_by_network_day_and_host(admin_client, site_tree):
    network = factories.network()
    past = timezone.now() - timedelta(days=9)
    factories.meeting(title="Minione", parent=network, start=past, end=past)
    factories.meeting(title="Przyszłe", host_city=factories.city(name_pl="Żywiec"))
    assert titles(admin_client, "meeting_pages", when="past") == ["Minione"]
    assert titles(admin_client, "meeting_pages", when="coming") == ["Przyszłe"]
    assert titles(admin_client, "meeting_pages", network=network.pk) == ["Minione"]
    assert titles(admin_client, "meeting_pages", city="zywiec") == ["Przyszłe"]


def test_products_show_stage_and_audience(admin_client, site_tree):
    factories.product(title="Wzór", public=False)
    said = text_of(admin_client.get(reverse("product_pages:index")))
    assert str(ProductPage.objects.originals().get().state.get_stage_display()) in said
    assert titles(admin_client, "product_pages", stage="working") == ["Wzór"]
    assert titles(admin_client, "product_pages", stage="final") == []


def test_networks_show_how_many_cities_are_members_today(admin_client, site_tree):
    network = factories.network()
    for left in (None, None, date(2025, 1, 1)):
        Membership.objects.create(
            city=factories.city(), network=network, joined=date(2024, 1, 1), left=left
        )
    response = admin_client.get(reverse("network_pages:index"))
    assert [page.current_members for page in response.context["object_list"]] == [2]


def test_adding_from_the_list_leads_straight_to_the_polish_form(admin_client, site_tree):
    response = admin_client.get(reverse("practice_pages:choose_parent"))
    assert response.status_code == 302
    assert admin_client.get(response["Location"]).status_code == 200


def test_a_list_sorts_by_its_columns(admin_client, practices):
    address = reverse("practice_pages:index")
    for column in ("title", "city__sort_key", "state_level", "state_due_on", "english_state"):
        for ordering in (column, f"-{column}"):
            assert len(titles(admin_client, "practice_pages", ordering=ordering)) == 2
    assert admin_client.get(address, {"ordering": "city__sort_key"}).context["ordering"]


def test_the_first_page_says_what_waits_and_leads_to_it(admin_client, practices):
    factories.tag(name="bezpańskie", theme=None)
    page = admin_client.get(reverse("wagtailadmin_home"))
    shown = page.content.decode()
    assert f"{reverse('practice_pages:index')}?live=true&amp;review=late" in shown
    assert "has_theme=false" in shown
    assert "review=never" not in shown, "what is done is left out"


def test_the_first_page_names_what_readers_ask_for_in_english(admin_client, site_tree):
    from base.language_state import ask_for_english

    practice = factories.practice(title="Ogrody deszczowe")
    for _each in range(3):
        ask_for_english(practice)
    assert "Ogrody deszczowe : 3" in text_of(admin_client.get(reverse("wagtailadmin_home")))


def test_a_cell_names_two_networks_and_counts_the_others(admin_client, site_tree):
    practice = factories.practice()
    practice.networks.set([factories.network(short_name=f"Sieć {n}") for n in "ABCD"])
    practice.save()
    said = text_of(admin_client.get(reverse("practice_pages:index")))
    assert re.search(r"Sieć \w, Sieć \w \+2", said), said


def test_the_template_for_an_import_is_downloaded_from_the_list(admin_client, site_tree):
    address = reverse("import_template")
    assert address in admin_client.get(reverse("practice_pages:index")).content.decode()
    response = admin_client.get(address)
    assert "attachment" in response["Content-Disposition"]
    workbook = load_workbook(io.BytesIO(b"".join(response.streaming_content)))
    sheet = workbook["Praktyki"]
    assert "city" in [cell.value for cell in sheet[1]]
    assert sheet.data_validations.dataValidation


def test_the_template_is_for_those_who_come_into_the_admin(client, member_client, site_tree):
    for visitor in (client, member_client):
        assert visitor.get(reverse("import_template")).status_code in (302, 403)
