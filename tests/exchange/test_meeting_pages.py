"""The page of a meeting: what everybody may know of it, in the reader's language."""

import json
import re
from datetime import time

import pytest
from django.utils.translation import gettext

from base import access
from base.models.records import Who
from exchange.models import MeetingImage
from tests import factories
from tests.exchange.meetings import (
    meeting_on,
    queries_of,
    read,
    translated_meeting,
    with_agenda,
)

pytestmark = pytest.mark.django_db


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
        assert gettext("Attended") not in html

    def test_how_many_took_part_is_unknown_until_somebody_says(self, site_tree, client):
        html = read(client, meeting_on(2022, 9, 13, people_count=None).url)
        term = html.index(gettext("Attended"))
        assert gettext("no data") in html[term : term + 200]

    def test_a_meeting_to_come_does_not_ask_how_many_took_part(self, site_tree, client):
        assert gettext("Attended") not in read(client, factories.meeting().url)

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
            MeetingImage(image=factories.image(is_decorative=True)),
        ]
        meeting.save_revision().publish()
        html = read(client, meeting.url)
        assert 'alt="Sala obsługi"' in html
        assert "Jan Nowak" in html
        opened = re.findall(r"data-gallery-open>.*?<img [^>]*>", html, re.DOTALL)
        assert len(opened) == 2
        assert not any('alt=""' in link for link in opened)

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


def test_a_longer_agenda_asks_no_more(site_tree, client):
    network = factories.network()
    short, long = full_meeting(network, 1), full_meeting(network, 4)
    for meeting in (short, long):
        read(client, meeting.url)
    few = queries_of(client, short.url)
    assert few <= 50
    assert queries_of(client, long.url) <= few
