"""PostgreSQL takes every literal and finds with it what the analysis finds in memory."""

import pytest
from django.db import connection

from search.analysis import LANGUAGES, matches, parse_query, tsvector_literal

pytestmark = pytest.mark.django_db

TEXTS = [
    "Miejska retencja wód opadowych w Gorzowie Wielkopolskim",
    "Uchwała nr XXI/345/20 z dnia 30 września 2020 r. w sprawie budżetu obywatelskiego",
    "Bielsko-Biała i Łódź: e-usługi MOPS-u, koszt 1 240 000 zł",
    "Participatory budgeting in Bielsko-Biała; water retention & the city’s parks",
    "PM2,5 i CO₂, zob. https://www.zabrze.pl/miasto oraz a.nowicka@zabrze.example.org",
    "O'Connor \\ 'cytat' \"drugi\" & | ! <-> :* -a",
]
QUERIES = [
    "retencji wod gorzow",
    "XXI/345/20",
    "345/20",
    "30.09.2020",
    "„budżety obywatelskie”",
    '"obywatelski budżet"',
    "bielskiem-białą",
    "biała bielsko",
    "e-usług",
    "lodz",
    "łódź -mops",
    "-retencja",
    "-łódź -uchwała",
    '-"budżet obywatelski"',
    "1240000",
    "pm2.5 co2",
    "zabrze.pl",
    "nowicka",
    "participatory budget",
    "city parks",
    "the",
    "w",
    "o'connor",
    "' \\ & | ! <-> :*",
    "zeroemisyjny",
]
HOSTILE = [
    "",
    "\x00 re\x00tencja \ud800",
    "\u202eretencja\u202c \u200f-\u2066woda\u2069",
    "🏙️👩‍👩‍👧 🇵🇱",
    "\"'„”“’`´«» ''' \"\"\" O'Connor ‘a’",
    "\\ \\\\ \\' C:\\temp\\x \\u0000",
    "& | ! :* <-> <2> () 'a' & !b | c:* <-> d:A",
    '- -- -a --a -"b" -\'c -(d) −e –f',
    "'; DROP TABLE search_document; --",
    "a" * 10_000,
    "ą" * 10_000,
    "a-" * 5_000,
    "a'" * 5_000,
    "zażółć gęślą jaźń " * 3_000,
    "ﷺ" * 3_000,
    "Київ Αθήνα 北京 القاهرة हिन्दी İstanbul ẞ ǅ",
    "a\ufffe\uffff\U0010ffff b\ufdd0",
    "½ ² ₂ ① Ⅻ ۱۲۳ 𝟘𝟙",
    " ".join("słowo" * 10 + str(number) for number in range(20_000)),
    "woda " * 30_000,
]


def answer(sql, *values):
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return cursor.fetchone()[0]


@pytest.mark.parametrize("query", QUERIES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_database_finds_what_the_analysis_finds(query, language):
    parsed = parse_query(query)
    for text in TEXTS:
        found = answer(
            "SELECT %s::tsvector @@ %s::tsquery",
            tsvector_literal([(text, "A")], language),
            parsed.tsquery(language),
        )

        assert found == matches(text, parsed, language), text


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: ascii(text[:12]))
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_database_takes_hostile_text(text, language):
    vector = tsvector_literal([(text, "A"), (text, "D")], language)
    query = parse_query(text)

    assert answer("SELECT length(%s::tsvector)", vector) >= 0
    for match in ("all", "any"):
        assert answer("SELECT numnode(%s::tsquery)", query.tsquery(language, match=match)) >= 0
    assert answer("SELECT numnode(%s::tsquery)", query.excluded_tsquery(language)) >= 0


def test_the_database_keeps_every_place_of_a_vector():
    literal = tsvector_literal([("Retencja wody", "A"), ("w mieście i retencja", "C")], "pl")

    kept = answer("SELECT (%s::tsvector)::text", literal)

    assert sorted(kept.split()) == sorted(literal.split())


def test_the_database_finds_a_word_in_one_field_alone():
    literal = tsvector_literal([("Retencja wody", "A"), ("w Bielsku-Białej", "C")], "pl")
    for query, weight, found in (
        ("retencji", "A", True),
        ("retencji", "C", False),
        ("bielsko-biała", "C", True),
        ("bielsko-biała", "A", False),
        ('"wody retencja"', "A", True),
    ):
        [clause] = parse_query(query).clauses
        parts = (literal, clause.tsquery_in("pl", weight))
        assert answer("SELECT %s::tsvector @@ %s::tsquery", *parts) is found, (query, weight)


def test_phrases_do_not_cross_fields_in_the_database():
    literal = tsvector_literal([("budżet", "A"), ("obywatelski", "B")], "pl")

    for query, found in (('"budżet obywatelski"', False), ("budżet obywatelski", True)):
        literals = (literal, parse_query(query).tsquery("pl"))
        assert answer("SELECT %s::tsvector @@ %s::tsquery", *literals) is found
