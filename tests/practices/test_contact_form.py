"""The question form of a practice: one mail to the city, and nothing kept."""

from __future__ import annotations

import re
import socket
from datetime import timedelta
from email import message_from_bytes
from email.policy import default as email_policy

import pytest
import time_machine
from aiosmtpd.controller import Controller
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from base import access
from base.models.records import Who
from practices import questions
from practices.models import PracticePage
from tests import factories

QUESTION = "Ile kosztowało utrzymanie ogrodów deszczowych w drugim roku?"
ASKER = "pytajaca@example.org"


@pytest.fixture
def practice(site_tree) -> PracticePage:
    contact = factories.person(email="a.nowicka@zabrze.example.org", phone="32 555 01 23")
    return factories.practice(title="Miejska retencja", contact=contact)


def address_of(practice: PracticePage, language: str = "pl") -> str:
    with override(language):
        return reverse("practice_ask", args=[practice.translation_key])


def fetch_token(client: Client, address: str) -> str:
    page = client.get(address).content.decode()
    return re.search(r'name="token" value="([^"]+)"', page).group(1)


def ask(client: Client, practice: PracticePage, *, wait: float = 10, language="pl", **fields):
    """Fetch the form, think for ``wait`` seconds, and send it."""
    address = address_of(practice, language)
    now = timezone.now()
    with time_machine.travel(now, tick=False):
        token = fetch_token(client, address)
    with time_machine.travel(now + timedelta(seconds=wait), tick=False):
        given = {"question": QUESTION, "email": ASKER, "token": token, **fields}
        return client.post(address, given, REMOTE_ADDR=fields.pop("_from", "192.0.2.1"))


# --- What is sent -----------------------------------------------------------------------


def test_a_question_becomes_one_mail_that_is_answered_to_the_asker(client, practice):
    response = ask(client, practice)
    assert response.status_code == 303
    (message,) = mail.outbox
    assert message.to == ["a.nowicka@zabrze.example.org"]
    assert message.reply_to == [ASKER]
    assert QUESTION in message.body
    assert "Miejska retencja" in message.subject
    assert practice.get_url() in message.body


def test_the_mail_passes_a_real_mail_server_whole(client, practice, settings):
    """Headers and Polish letters as they arrive, not as they were put together."""
    arrived = []

    class Sink:
        async def handle_DATA(self, server, session, envelope) -> str:  # noqa: N802
            arrived.append(envelope)
            return "250 OK"

    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    server = Controller(Sink(), hostname="127.0.0.1", port=port)
    server.start()
    try:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", port
        assert ask(client, practice).status_code == 303
    finally:
        server.stop()
    (envelope,) = arrived
    assert envelope.rcpt_tos == ["a.nowicka@zabrze.example.org"]
    message = message_from_bytes(envelope.content, policy=email_policy)
    assert message["Reply-To"] == ASKER
    assert message["Subject"].strip() == "EMPIRIE – pytanie o praktykę: Miejska retencja"
    assert QUESTION in message.get_content()


def test_an_english_reader_sees_english_and_the_city_gets_polish(client, practice):
    factories.english(practice)
    response = ask(client, practice, language="en", question="How much was the upkeep in 2024?")
    page = client.get(response.url).content.decode()
    assert 'lang="en"' in page
    assert "Your question is on its way" in page
    (message,) = mail.outbox
    assert message.subject.startswith("EMPIRIE – pytanie o praktykę")
    assert "po angielsku" in message.body


def test_the_editors_get_the_question_where_the_contact_has_no_address(client, practice, settings):
    practice.contact.email = ""
    practice.contact.save()
    ask(client, practice)
    assert mail.outbox[0].to == [settings.EDITORS_EMAIL]


def test_the_successor_gets_the_question_of_somebody_who_has_left(client, practice):
    contact = practice.contact
    contact.active_to = timezone.localdate() - timedelta(days=1)
    contact.successor = factories.person(email="nowy@zabrze.example.org")
    contact.save()
    ask(client, practice)
    assert mail.outbox[0].to == ["nowy@zabrze.example.org"]


# --- What is never shown or kept --------------------------------------------------------


def test_the_address_and_phone_of_the_contact_are_on_no_page(client, practice):
    pages = [practice.get_url(), address_of(practice), f"{address_of(practice)}?sent=1"]
    for address in pages:
        page = client.get(address).content.decode()
        assert "a.nowicka" not in page
        assert "32 555 01 23" not in page


def test_reading_and_sending_sets_no_cookie(client, practice):
    response = ask(client, practice)
    client.get(response.url)
    assert not client.cookies


def test_the_form_is_never_kept_by_a_cache(client, practice):
    assert "no-store" in client.get(address_of(practice))["Cache-Control"]


def test_the_privacy_notice_stands_beside_the_form_in_the_readers_language(client, practice):
    factories.english(practice)
    english = client.get(address_of(practice, "en")).content.decode()
    for needed in ("controller of your data", "Article 6(1)(f)", "complain to the President"):
        assert needed in english
    assert 'type="checkbox"' not in english


# --- Who may ask about what -------------------------------------------------------------


def test_nobody_can_ask_about_a_practice_they_may_not_see(client, practice):
    address = address_of(practice)
    token = fetch_token(client, address)
    access.set_audience(practice, Who.MEMBERS)
    assert client.get(address).status_code == 404
    given = {"question": QUESTION, "email": ASKER, "token": token}
    assert client.post(address, given).status_code == 404
    assert not mail.outbox


def test_an_unknown_practice_has_no_form(client, site_tree):
    missing = "00000000-0000-4000-8000-000000000000"
    assert client.get(reverse("practice_ask", args=[missing])).status_code == 404


# --- Mistakes and misuse ----------------------------------------------------------------


def test_a_form_with_mistakes_keeps_what_was_typed_and_says_what_is_wrong(client, practice):
    response = ask(client, practice, email="to nie adres")
    page = response.content.decode()
    assert response.status_code == 422
    assert QUESTION in page
    assert 'value="to nie adres"' in page
    assert 'href="#question-email"' in page
    assert not mail.outbox


def test_a_form_left_open_for_days_is_sent_with_one_more_click(client, practice):
    response = ask(client, practice, wait=3 * questions.LONGEST_SECONDS)
    page = response.content.decode()
    assert response.status_code == 422
    assert QUESTION in page
    fresh = re.search(r'name="token" value="([^"]+)"', page).group(1)
    later = timezone.now() + timedelta(seconds=3 * questions.LONGEST_SECONDS + 10)
    with time_machine.travel(later, tick=False):
        given = {"question": QUESTION, "email": ASKER, "token": fresh}
        assert client.post(address_of(practice), given).status_code == 303
    assert len(mail.outbox) == 1


def test_the_stamp_of_another_practice_is_refused(client, practice):
    other = factories.practice()
    foreign = fetch_token(client, address_of(other))
    assert ask(client, practice, token=foreign).status_code == 422
    assert not mail.outbox


def test_what_no_human_could_have_typed_so_fast_is_not_sent(client, practice):
    assert ask(client, practice, wait=1).status_code == 422
    assert not mail.outbox


def test_the_field_nobody_sees_catches_programmes_without_telling_them(client, practice):
    response = ask(client, practice, subject="Buy now")
    assert response.status_code == 303
    assert not mail.outbox


def test_a_form_sent_from_another_site_is_refused(client, practice):
    address = address_of(practice)
    now = timezone.now()
    with time_machine.travel(now - timedelta(minutes=1), tick=False):
        token = fetch_token(client, address)
    given = {"question": QUESTION, "email": ASKER, "token": token}
    response = client.post(address, given, headers={"Sec-Fetch-Site": "cross-site"})
    assert response.status_code == 403
    assert QUESTION in response.content.decode()
    assert not mail.outbox


def test_a_double_click_is_one_question(client, practice):
    address = address_of(practice)
    now = timezone.now()
    with time_machine.travel(now, tick=False):
        token = fetch_token(client, address)
    given = {"question": QUESTION, "email": ASKER, "token": token}
    with time_machine.travel(now + timedelta(seconds=10), tick=False):
        assert client.post(address, given).status_code == 303
        assert client.post(address, given).status_code == 303
    assert len(mail.outbox) == 1


def test_one_visitor_sends_five_questions_an_hour_and_others_go_on(client, practice):
    for _turn in range(questions.PER_VISITOR_AND_HOUR):
        assert ask(client, practice).status_code == 303
    refused = ask(client, practice)
    assert refused.status_code == 429
    assert QUESTION in refused.content.decode()
    assert ask(client, practice, _from="192.0.2.77").status_code == 303
    assert len(mail.outbox) == questions.PER_VISITOR_AND_HOUR + 1


def test_one_practice_is_asked_thirty_times_a_day_by_whomsoever(client, practice):
    codes = [ask(client, practice, _from=f"192.0.2.{n}").status_code for n in range(1, 32)]
    assert codes == [303] * questions.PER_PRACTICE_AND_DAY + [429]


def test_a_mail_server_that_is_down_loses_nothing_that_was_typed(client, practice, settings):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    response = ask(client, practice)
    assert response.status_code == 503
    assert QUESTION in response.content.decode()


@pytest.mark.parametrize("subject", ["Tytuł\nBcc: obcy@example.org", "Tytuł\r\nX: y"])
def test_a_title_cannot_add_a_header_to_the_mail(client, practice, subject):
    PracticePage.objects.filter(pk=practice.pk).update(title=subject)
    assert ask(client, practice).status_code == 303
    message = mail.outbox[0].message()
    assert message["Bcc"] is None
    assert message["X"] is None
