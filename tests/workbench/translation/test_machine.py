"""Machine translation: real requests to a service that speaks as DeepL and LibreTranslate do."""

from __future__ import annotations

import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs

import pytest
from django.urls import reverse
from wagtail_localize.models import StringTranslation
from wagtail_localize.operations import translate_object

from base.translating import english_locale
from tests import factories, texts
from tests.admin.forms import text_of
from workbench.translation import machine


class Service(BaseHTTPRequestHandler):
    """Translates by a prefix; remembers what it was asked, and fails when told to."""

    asked: list[dict] = []
    fails = False

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        if self.headers["Content-Type"] == "application/json":
            given = json.loads(body)
            answer: dict = {"translatedText": [f"EN {text}" for text in given["q"]]}
        else:
            given = parse_qs(body)
            answer = {"translations": [{"text": f"EN {text}"} for text in given["text"]]}
        self.asked.append(given)
        self.send_response(456 if self.fails else 200)
        self.end_headers()
        self.wfile.write(b'{"message": "Quota exceeded"}' if self.fails else
                         json.dumps(answer).encode())  # fmt: skip

    def log_message(self, *args) -> None:
        pass


@pytest.fixture
def service():
    server = ThreadingHTTPServer(("127.0.0.1", 0), Service)
    Service.asked, Service.fails = [], False
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture(params=["DeepL", "LibreTranslate"])
def translator(request, service, settings, monkeypatch):
    settings.WAGTAILLOCALIZE_MACHINE_TRANSLATOR = {
        "CLASS": f"workbench.translation.machine.{request.param}",
        "OPTIONS": {"AUTH_KEY": "key", "LIBRETRANSLATE_URL": service, "API_KEY": "", "TIMEOUT": 5},
    }
    # DeepL's address is written in wagtail-localize.
    monkeypatch.setattr(machine.DeepL, "get_api_endpoint", lambda self: f"{service}/v2/translate")
    monkeypatch.setattr(machine, "MOST_AT_ONCE", 3)
    return request.param


@pytest.fixture(scope="module")
def a_practice(shared, commit):
    practice = factories.practice()
    with commit():
        translate_object(practice, [english_locale()])
    return practice


def press(client, practice) -> str:
    address = reverse("workbench_translate_by_machine", args=[texts.translation_of(practice).pk])
    return text_of(client.post(address, follow=True))


def made(practice) -> list[StringTranslation]:
    return list(StringTranslation.objects.filter(context__object_id=practice.translation_key))


def test_the_rest_is_translated_in_batches_and_waits_to_be_confirmed(
    a_practice, translator, admin_client, db
):
    texts.translate(a_practice, {"lead": "By a person."})

    said = press(admin_client, a_practice)

    assert translator in said
    by_machine = [each for each in made(a_practice) if each.translation_type == "machine"]
    assert by_machine
    assert all(each.data.startswith("EN ") for each in by_machine)
    assert {each.data for each in made(a_practice)} - {each.data for each in by_machine} == {
        "By a person."
    }
    assert len(Service.asked) > 1
    assert all(len(each.get("text") or each["q"]) <= 3 for each in Service.asked)
    if translator == "DeepL":
        assert Service.asked[0]["target_lang"] == ["EN-GB"]


def test_a_service_that_fails_is_said_in_words_and_changes_nothing(
    a_practice, translator, admin_client, db
):
    Service.fails = True

    said = press(admin_client, a_practice)

    assert "nie odpowiada tak, jak powinien" in said
    assert made(a_practice) == []


def test_wagtail_localize_own_button_sends_nothing(a_practice, translator, admin_client, db):
    address = reverse(
        "wagtail_localize:machine_translate", args=[texts.translation_of(a_practice).pk]
    )

    admin_client.post(address)

    assert Service.asked == []
