"""What programs and their people read is Polish for those who ask in Polish."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

PRACTICES = "/api/v1/practices/"


def problem(address: str, language: str) -> dict:
    client = Client(headers={"Accept-Language": language})
    return client.get(address).json()


def test_what_is_not_there_is_said_in_either_language(site):
    assert problem("/api/v1/nic/", "pl")["title"] == "Pod tym adresem nic nie ma"
    assert problem("/api/v1/nic/", "en")["title"] == "There is nothing at this address"


def test_what_is_wrong_is_said_in_either_language(site):
    polish = problem(f"{PRACTICES}?page=0", "pl")
    assert polish["title"] == "Nie można zrozumieć zapytania"
    assert polish["errors"] == [
        {"parameter": "page", "detail": "Najmniejsza dozwolona wartość to 1."}
    ]
    assert problem(f"{PRACTICES}?page=0", "en")["errors"][0]["detail"] == "It must be at least 1."


def test_what_the_guard_refuses_is_said_in_either_language(site):
    address = f"{PRACTICES}?q=%00"
    assert problem(f"{address}&lang=pl", "en")["title"] == "Nie można zrozumieć zapytania"
    assert problem(address, "en")["title"] == "The request could not be understood"


def test_the_document_is_in_either_language(site):
    told = {
        language: Client().get(f"/api/v1/openapi.json?lang={language}").json()
        for language in ("pl", "en")
    }
    summaries = {
        language: each["paths"][PRACTICES]["get"]["summary"] for language, each in told.items()
    }
    assert summaries == {"pl": "Lista praktyk", "en": "List practices"}
    parameters = told["pl"]["paths"][PRACTICES]["get"]["parameters"]
    labels = {each["name"]: each["description"] for each in parameters}
    assert (labels["theme"], labels["tag"]) == ("Temat", "Słowo kluczowe")


@pytest.mark.parametrize(("name", "address"), [("api_page", "/pl/api/"),
                                               ("open_data", "/pl/otwarte-dane/")])  # fmt: skip
def test_the_pages_have_polish_addresses(site, name, address):
    with override("pl"):
        assert reverse(name) == address
