"""The calendar of meetings, on its page and as iCalendar."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone
from icalendar import Calendar

from base import access
from base.models.records import Who
from tests import factories
from tests.exchange.meetings import meeting_on, queries_of, read, translated_meeting

pytestmark = pytest.mark.django_db

CALENDAR = "/pl/spotkania/"


def titles_in(html):
    """The meetings' cards of a page, in their order."""
    return re.findall(r'class="card-title"[^>]*><a href="[^"]+">([^<]+)</a>', html)


def events_of(client, address):
    response = client.get(address)
    assert response.status_code == 200, address
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    return list(Calendar.from_ical(response.content).walk("VEVENT"))


class TestTheCalendar:
    def test_what_is_coming_stands_first_and_the_soonest_before_the_others(self, site_tree, client):
        network, now = factories.network(), timezone.now()
        for title, days in (("Za rok", 365), ("Za tydzień", 7), ("Dawno", -700), ("Wczoraj", -1)):
            factories.meeting(
                parent=network,
                title=title,
                start=now + timedelta(days=days),
                end=now + timedelta(days=days, hours=3),
            )
        html = read(client, CALENDAR)
        assert titles_in(html) == ["Za tydzień", "Za rok", "Wczoraj", "Dawno"]
        assert html.index('id="upcoming"') < html.index("Za rok") < html.index('id="past"')

    def test_a_meeting_without_an_end_is_over_when_it_has_begun(self, site_tree, client):
        network, now = factories.network(), timezone.now()
        for title, days in (("Rozpoczęte", -1), ("Przyszłe", 1)):
            start = now + timedelta(days=days)
            meeting = factories.meeting(parent=network, title=title, start=start)
            type(meeting).objects.filter(pk=meeting.pk).update(end=None)
        html = read(client, CALENDAR)
        assert titles_in(html) == ["Przyszłe", "Rozpoczęte"]
        assert html.index('id="past"') < html.index("Rozpoczęte")

    def test_network_and_year_narrow_together(self, site_tree, client):
        first = factories.network(slug="cyfryzacja")
        second = factories.network(slug="klimat", short_name="Klimat")
        meeting_on(2022, 9, 13, parent=first, title="Zabrze 2022")
        meeting_on(2023, 5, 23, parent=first, title="Toruń 2023")
        meeting_on(2022, 10, 10, parent=second, title="Hajnówka 2022")
        html = read(client, CALENDAR, network="cyfryzacja", year="2022")
        assert titles_in(html) == ["Zabrze 2022"]
        # Each filter keeps the other and says how many meetings it would show.
        assert 'href="?year=2022&amp;network=klimat"' in html
        assert 'href="?network=cyfryzacja&amp;year=2023"' in html

    def test_a_year_shows_its_months_at_a_glance_and_in_order(self, site_tree, client):
        network = factories.network()
        meeting_on(2022, 10, 10, parent=network, title="Październik")
        meeting_on(2022, 6, 7, parent=network, title="Czerwiec")
        html = read(client, CALENDAR, year="2022")
        assert titles_in(html) == ["Czerwiec", "Październik"]
        assert html.count('<li class="year-month') == 12
        assert 'href="#m06"' in html
        assert 'href="#m10"' in html
        assert 'href="#m07"' not in html

    def test_a_night_in_warsaw_belongs_to_warsaws_year(self, site_tree, client):
        start = datetime(2021, 12, 31, 23, 30, tzinfo=UTC)  # half past midnight in Warsaw
        factories.meeting(start=start, end=start + timedelta(hours=1), title="Po północy")
        assert titles_in(read(client, CALENDAR, year="2022")) == ["Po północy"]

    def test_filters_that_do_not_exist_change_nothing(self, site_tree, client):
        meeting_on(2022, 9, 13, title="Zabrze 2022")
        assert titles_in(read(client, CALENDAR, year="1066", network="x")) == ["Zabrze 2022"]

    def test_meetings_for_members_only_are_in_no_list_count_or_calendar(self, site_tree, client):
        network = factories.network(slug="cyfryzacja")
        hidden = meeting_on(2022, 9, 13, parent=network, title="Tajne")
        access.set_audience(hidden, Who.MEMBERS)
        html = read(client, CALENDAR)
        assert "Tajne" not in html
        assert "2022" not in html
        for address in ("calendar.ics", "network/cyfryzacja/calendar.ics"):
            assert events_of(client, CALENDAR + address) == []
        assert client.get(hidden.url).status_code == 404
        assert client.get(f"{hidden.url}meeting.ics").status_code == 404

    def test_english_shows_what_has_english_and_counts_the_rest(self, site_tree, client):
        meeting = translated_meeting(title="Urząd bez kolejki")
        factories.english(meeting, title="A city hall without a queue")
        factories.meeting(parent=meeting.get_parent().specific, title="Budżet w trzech wariantach")
        html = read(client, "/en/meetings/")
        assert titles_in(html) == ["A city hall without a queue"]
        assert "also 1 in Polish only" in html
        assert re.search(r'lang="pl">\s*Budżet w trzech wariantach', html)


class TestICalendar:
    def test_it_parses_and_carries_titles_in_the_language_of_its_address(self, site_tree, client):
        network = factories.translated_network()
        meeting = meeting_on(
            2022, 9, 13, hours=30, parent=network, title="Urząd bez kolejki", venue="Urząd Miejski"
        )
        factories.english(meeting, title="A city hall without a queue", venue="City Hall")
        (polish,) = events_of(client, f"{CALENDAR}calendar.ics")
        (english,) = events_of(client, "/en/meetings/calendar.ics")
        assert polish["summary"] == "Urząd bez kolejki"
        assert english["summary"] == "A city hall without a queue"
        assert "City Hall" in english["location"]
        assert "Urząd" not in english.to_ical().decode()
        assert polish["uid"] == english["uid"]
        assert polish.start == meeting.start
        assert polish.end == meeting.end
        assert english["url"].endswith(meeting.english.url)

    def test_a_title_without_english_says_that_it_is_polish(self, site_tree, client):
        translated_meeting(title="Urząd bez kolejki")
        (event,) = events_of(client, "/en/meetings/calendar.ics")
        assert event["summary"].params["LANGUAGE"] == "pl"

    def test_one_meeting_has_a_calendar_of_its_own(self, site_tree, client):
        meeting = factories.meeting(title="Wizyta studyjna")
        factories.meeting(parent=meeting.get_parent().specific)
        (event,) = events_of(client, f"{meeting.url}meeting.ics")
        assert event["summary"] == "Wizyta studyjna"

    def test_a_network_has_a_calendar_of_its_own_in_both_languages(self, site_tree, client):
        meeting = translated_meeting(title="Urząd bez kolejki")
        factories.meeting(title="Innej sieci")
        slug = meeting.get_parent().slug
        for calendar in (CALENDAR, "/en/meetings/"):
            (event,) = events_of(client, f"{calendar}network/{slug}/calendar.ics")
            assert event["summary"] == "Urząd bez kolejki"
            assert f'href="{calendar}network/{slug}/calendar.ics"' in read(client, calendar)

    def test_a_network_that_does_not_exist_has_none(self, site_tree, client):
        assert client.get(f"{CALENDAR}network/nieznana/calendar.ics").status_code == 404


@pytest.mark.parametrize("address", [CALENDAR, "/en/meetings/", f"{CALENDAR}calendar.ics"])
def test_a_fuller_calendar_asks_no_more(site_tree, client, address):
    network = factories.translated_network()

    def more():
        factories.english(factories.meeting(parent=network))
        meeting_on(2022, 9, 13, parent=network)

    more()
    read(client, address)
    few = queries_of(client, address)
    assert few <= 35
    for _ in range(3):
        more()
    assert queries_of(client, address) <= few
