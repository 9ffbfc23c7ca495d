"""The glossary of translators."""

from __future__ import annotations

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from wagtail_localize.models import StringTranslation

from workbench.models import Term
from workbench.translation.segments import Segment
from workbench.translation.terms import Glossary


def term(**fields) -> Term:
    given = {"polish": "uchwała krajobrazowa", "english": "landscape resolution", **fields}
    return Term(pk=given.pop("pk", 1), **given)


def segment(polish: str, english: str) -> Segment:
    return Segment("1", "lead", polish, translation=StringTranslation(data=english))


@pytest.mark.parametrize(
    "text",
    [
        "Miasto przyjęło uchwałę krajobrazową.",
        "Bez uchwały krajobrazowej nie ma porządku.",
        "<b>Uchwały krajobrazowe</b> trzech miast",
    ],
)
def test_a_term_is_found_in_every_form(text):
    glossary = Glossary([term()])

    assert [each.english for each in glossary.terms_in(text)] == ["landscape resolution"]


@pytest.mark.parametrize("text", ["Uchwała rady", "Krajobrazowa uchwała", "", "krajobraz uchwał"])
def test_other_words_are_not_taken_for_it(text):
    assert Glossary([term()]).terms_in(text) == []


def findings(english: str, **fields) -> list:
    glossary = Glossary([term(avoided=["landscape act"], **fields)])
    segments = [segment("O uchwałach krajobrazowych", english)]
    glossary.mark(segments)
    return list(glossary.findings(segments))


def test_a_variant_to_avoid_is_found_in_its_plural():
    [found] = findings("On landscape acts")

    assert found.used == "landscape act"


def test_a_term_that_is_not_there_is_told():
    [found] = findings("On advertising in the street")

    assert found.used == ""


def test_the_right_term_is_no_finding():
    assert findings("On landscape resolutions") == []


def test_a_term_that_forbids_itself_is_refused(db):
    with pytest.raises(ValidationError):
        term(avoided=["Landscape Resolution"]).full_clean()


def test_the_form_keeps_what_was_typed_when_it_is_refused(admin_client, db):
    data = {
        "polish": "retencja",
        "english": "retention",
        "avoided": "Retention",
        "note": "Z ustawy",
    }

    response = admin_client.post(reverse("wagtailsnippets_workbench_term:add"), data)

    said = response.content.decode()
    assert "jest sam termin angielski" in said
    assert 'value="Retention"' in said
    assert "Z ustawy" in said
    assert not Term.objects.exists()
