"""The calendar, the page of a meeting, and both as iCalendar."""

import json
import re
from datetime import UTC, datetime, time, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django.utils.translation import gettext
from icalendar import Calendar

from base import access
from base.models.records import Who
from exchange.models import AgendaItem, MeetingImage
from tests import factories

pytestmark = pytest.mark.django_db

CALENDAR = "/pl/spotkania/"


def read(client, address, **parameters):
    response = client.get(address, parameters)
    assert response.status_code == 200, address
    return response.content.decode()


def titles_in(html):
    """The meetings' cards of a page, in their order."""
    return re.findall(r'class="card-title"[^>]*><a href="[^"]+">([^<]+)</a>', html)


def events_of(client, address):
    response = client.get(address)
    assert response.status_code == 200, address
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    return list(Calendar.from_ical(response.content).walk("VEVENT"))


def on(year, month, day):
    return datetime(year, month, day, 9, 0, tzinfo=UTC)


def meeting_on(year, month, day, **fields):
    start = on(year, month, day)
    return factories.meeting(start=start, end=start + timedelta(hours=5), **fields)


def with_agenda(page, *items):
    page.agenda = [AgendaItem(locale=page.locale, **item) for item in items]
    page.save_revision().publish()
    return type(page).objects.get(pk=page.pk)


def translated_meeting(**fields):
    network = factories.translated_network(short_name="Cyfryzacja")
    return factories.meeting(parent=network, **fields)


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
        start = on(2022, 9, 13)
        meeting = translated_meeting(
            title="Urząd bez kolejki", venue="Urząd Miejski", start=start,
            end=start + timedelta(hours=30),
        )  # fmt: skip
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


class TestTheMeeting:
    def test_the_agenda_is_told_by_day_and_hour(self, site_tree, client):
        meeting = with_agenda(
            meeting_on(2022, 9, 13),
            {"day": 1, "starts": time(10, 0), "title": "Powitanie"},
            {"day": 2, "starts": time(9, 0), "title": "Wizyta", "kind": "study_visit"},
        )
        html = read(client, meeting.url)
        places = [html.index(text) for text in ("10:00", "Powitanie", "14 września", "Wizyta")]
        assert places == sorted(places)

    def test_an_item_without_a_translation_is_never_shown_in_polish(self, site_tree, client):
        meeting = with_agenda(
            translated_meeting(),
            {"starts": time(10, 0), "title": "Powitanie"},
            {"starts": time(11, 0), "title": "Warsztat o kolejkach", "kind": "workshop"},
        )
        factories.english(meeting, full=False, title="A meeting", lead="A lead.")
        html = read(client, meeting.english.url)
        assert "Powitanie" not in html
        assert "Warsztat" not in html
        assert html.count("Not yet translated") == 2
        assert "11:00" in html
        assert "workshop" in html

    def test_only_presenters_who_agreed_are_named(self, site_tree, client):
        meeting = with_agenda(
            factories.meeting(),
            {"title": "O wodzie", "presenter": factories.person(name="Anna Jawna")},
            {"title": "O ziemi", "presenter": factories.person(name="Jan Ukryty", is_public=False)},
        )
        html = read(client, meeting.url)
        assert "Anna Jawna" in html
        assert "Jan Ukryty" not in html

    def test_practices_lead_to_their_pages_only_where_everybody_may_go(self, site_tree, client):
        public = factories.practice(title="Ogrody deszczowe")
        hidden = factories.practice(title="Tajne ogrody")
        access.set_audience(hidden, Who.MEMBERS)
        meeting = factories.meeting()
        meeting.practices_shown = [public, hidden]
        meeting = with_agenda(
            meeting, {"title": "A", "practice": public}, {"title": "B", "practice": hidden}
        )
        html = read(client, meeting.url)
        assert html.count(f'href="{public.url}"') == 2
        assert "Tajne ogrody" not in html
        assert hidden.slug not in html

    def test_the_cities_that_took_part_are_named_in_the_polish_order(self, site_tree, client):
        meeting = meeting_on(2022, 9, 13, people_count=16)
        meeting.cities = [factories.city(name_pl=n) for n in ("Świdwin", "Jarosław", "Piła")]
        meeting.save_revision().publish()
        html = read(client, meeting.url)
        places = [html.index(name) for name in ("Jarosław", "Piła", "Świdwin")]
        assert places == sorted(places)
        assert "16 " in html

    def test_a_closed_networks_meeting_shows_its_note_and_nobody(self, site_tree, client):
        network = factories.network(access="closed", short_name="Liderzy")
        meeting = meeting_on(
            2022, 10, 5, parent=network, summary="<p>Publiczna notatka.</p>", people_count=14,
            recording_url="https://example.org/nagranie",
        )  # fmt: skip
        meeting.cities = [factories.city(name_pl="Starogard")]
        meeting.practices_shown = [factories.practice(title="Pokazana praktyka")]
        meeting.gallery = [MeetingImage(image=factories.image(alt_pl="Uczestnicy przy stole"))]
        meeting = with_agenda(
            meeting, {"title": "Rozmowa liderów", "presenter": factories.person(name="Anna Jawna")}
        )
        html = read(client, meeting.url)
        assert "Publiczna notatka." in html
        for hidden in ("Starogard", "Rozmowa liderów", "Anna Jawna", "Pokazana praktyka",
                       "Uczestnicy przy stole", "nagranie"):  # fmt: skip
            assert hidden not in html, hidden
        assert gettext("Took part") not in html

    def test_how_many_took_part_is_unknown_until_somebody_says(self, site_tree, client):
        html = read(client, meeting_on(2022, 9, 13, people_count=None).url)
        term = html.index(gettext("Took part"))
        assert gettext("no data") in html[term : term + 200]

    def test_a_meeting_to_come_does_not_ask_how_many_took_part(self, site_tree, client):
        assert gettext("Took part") not in read(client, factories.meeting().url)

    def test_the_venue_says_how_accessible_it_is_in_the_readers_language(self, site_tree, client):
        meeting = translated_meeting(venue="Ratusz", accessibility="Winda i pętla indukcyjna.")
        assert "Winda i pętla" in read(client, meeting.url)
        factories.english(meeting, full=False, title="A meeting", lead="A lead.")
        html = read(client, meeting.english.url)
        assert "Winda" not in html
        assert "Ratusz" not in html
        assert "Not yet translated" in html

    def test_a_recording_comes_with_its_transcript(self, site_tree, client):
        meeting = meeting_on(
            2022, 9, 13, recording_url="https://example.org/film",
            recording_transcript="Dzień dobry Państwu.",
        )  # fmt: skip
        html = read(client, meeting.url)
        assert 'href="https://example.org/film"' in html
        assert "Dzień dobry Państwu." in html

    def test_pictures_are_described_credited_and_named_even_when_decorative(
        self, site_tree, client
    ):
        meeting = meeting_on(2022, 9, 13)
        meeting.gallery = [
            MeetingImage(image=factories.image(alt_pl="Sala obsługi", author="Jan Nowak")),
            MeetingImage(image=factories.image(decorative=True)),
        ]
        meeting.save_revision().publish()
        html = read(client, meeting.url)
        assert 'alt="Sala obsługi"' in html
        assert "Jan Nowak" in html
        assert 'data-gallery-open><img src="' in html
        assert not re.search(r'data-gallery-open><img [^>]*alt=""', html)

    def test_the_networks_meetings_before_and_after_are_one_step_away(self, site_tree, client):
        network = factories.network()
        first = meeting_on(2022, 6, 1, parent=network)
        second = meeting_on(2022, 9, 1, parent=network)
        third = meeting_on(2022, 12, 1, parent=network)
        meeting_on(2022, 10, 1)
        html = read(client, second.url)
        assert f'href="{first.url}" rel="prev"' in html
        assert f'href="{third.url}" rel="next"' in html
        assert 'rel="prev"' not in read(client, first.url)

    def test_machines_read_an_event(self, site_tree, client):
        city = factories.city(name_pl="Zabrze")
        meeting = meeting_on(2022, 9, 13, host_city=city, mode="hybrid", venue="Ratusz")
        found = re.findall(
            r'<script type="application/ld\+json">(.*?)</script>', read(client, meeting.url)
        )
        (event,) = [data for data in map(json.loads, found) if data["@type"] == "Event"]
        assert event["startDate"] == "2022-09-13T11:00:00+02:00"
        assert event["eventAttendanceMode"].endswith("MixedEventAttendanceMode")
        place, online = event["location"]
        assert place["address"]["addressLocality"] == "Zabrze"
        assert online["@type"] == "VirtualLocation"

    def test_an_abstract_says_that_it_is_one(self, site_tree, client):
        meeting = translated_meeting(
            summary="<p>Przebieg spotkania.</p>", accessibility="Winda i pętla indukcyjna."
        )
        factories.english(meeting, full=False, title="A meeting", lead="A lead.", summary="")
        html = read(client, meeting.english.url)
        assert "Przebieg" not in html
        assert 'class="language-notice"' in html


class TestQueries:
    """How many questions a page asks does not depend on how much there is to show."""

    @staticmethod
    def queries_of(client, address):
        with CaptureQueriesContext(connection) as asked:
            read(client, address)
        return len(asked)

    @staticmethod
    def full_meeting(network, items):
        meeting = factories.meeting(parent=network)
        meeting.cities = [factories.city() for _ in range(items)]
        meeting.practices_shown = [factories.practice(networks=[network]) for _ in range(items)]
        meeting.gallery = [MeetingImage(image=factories.image()) for _ in range(items)]
        return with_agenda(
            meeting,
            *[
                {
                    "title": f"Punkt {n}",
                    "presenter": factories.person(),
                    "city": factories.city(),
                    "practice": factories.practice(networks=[network]),
                }
                for n in range(items)
            ],
        )

    def test_a_longer_agenda_asks_no_more(self, site_tree, client):
        network = factories.network()
        short, long = self.full_meeting(network, 1), self.full_meeting(network, 4)
        for meeting in (short, long):
            read(client, meeting.url)
        few = self.queries_of(client, short.url)
        assert few <= 50
        assert self.queries_of(client, long.url) <= few

    @pytest.mark.parametrize("address", [CALENDAR, "/en/meetings/", f"{CALENDAR}calendar.ics"])
    def test_a_fuller_calendar_asks_no_more(self, site_tree, client, address):
        network = factories.translated_network()

        def more():
            factories.english(factories.meeting(parent=network))
            meeting_on(2022, 9, 13, parent=network)

        more()
        read(client, address)
        few = self.queries_of(client, address)
        assert few <= 35
        for _ in range(3):
            more()
        assert self.queries_of(client, address) <= few
