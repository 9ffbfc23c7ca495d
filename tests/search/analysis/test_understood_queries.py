"""Words, phrases and exclusions of a query mean what people expect."""

import pytest

from search.analysis import LONGEST_QUERY, MOST_WORDS, matches, parse_query

TEXT = "Budżet obywatelski bez barier. Nowe zasady ustalili mieszkańcy Łodzi; stare miasto zostaje."


@pytest.mark.parametrize(
    "query",
    [
        "budżetu obywatelskiego",
        '"budżetem obywatelskim"',
        "„budżet obywatelski”",
        "«budżet obywatelski»",
        "“budżet obywatelski”",
        '"obywatelski bez barier"',
        "obywatelski budżet",
        "mieszkaniec -powiat",
        'budżet -"młode miasto"',
        "budżet -",
        "bariera - łódź",
        '"budżet obywatelskiego',
        'budżet "',
        '"Łódź" "stare miasta"',
    ],
)
def test_a_query_that_is_met(query):
    assert matches(TEXT, parse_query(query), "pl")


@pytest.mark.parametrize(
    "query",
    [
        '"obywatelski budżet"',
        '"budżet bez barier"',
        "budżet powiat",
        "budżet -barier",
        "budżet -łódź",
        "budżet \u2212łódź",
        'budżet -"starym mieście"',
        "budżet -„stare miasto”",
        '"budżet mieszkańców"',
        "",
        "?!",
        "-",
        '""',
    ],
)
def test_a_query_that_is_not_met(query):
    assert not matches(TEXT, parse_query(query), "pl")


def test_a_hyphen_inside_a_word_excludes_nothing():
    query = parse_query("Bielsko-Biała 2014-2020")

    assert not query.excluded
    assert [clause.surface for clause in query.clauses] == ["Bielsko-Biała", "2014-2020"]


def test_stop_words_are_left_out_where_another_word_remains():
    query = parse_query("o budżecie dla mieszkańców")

    assert [clause.surface for clause in query.wanted("pl")] == ["budżecie", "mieszkańców"]
    assert matches("Budżet mieszkańca", query, "pl")


def test_stop_words_of_one_language_may_be_words_of_the_other():
    query = parse_query("most")

    assert matches("Nowy most", query, "pl")
    assert [c.surface for c in parse_query("to do list").wanted("en")] == ["list"]


@pytest.mark.parametrize("query", ["nad", "i w na", "to be", "-i nad"])
def test_stop_words_never_empty_a_query(query):
    parsed = parse_query(query)

    for language in ("pl", "en"):
        assert parsed.wanted(language)
        assert parsed.tsquery(language)


def test_stop_words_count_in_a_phrase():
    assert matches("Miasto nad rzeką", parse_query('"miasto nad rzeką"'), "pl")
    assert not matches("Miasto i rzeka", parse_query('"miasto nad rzeką"'), "pl")


def test_a_query_of_exclusions_alone_finds_everything_else():
    query = parse_query("-powiat")

    assert not query.is_empty
    assert query.tsquery("pl") == "!'powiat'"
    assert matches(TEXT, query, "pl")


def test_the_literal_of_a_query_says_all_its_parts():
    query = parse_query("retencji „budżet obywatelski” -gmina")

    assert query.tsquery("pl") == "(('retencja' & ('budżet' <-> 'obywatelski')) & !'gmina')"
    assert query.tsquery("pl", match="any") == (
        "(('retencja' | ('budżet' <-> 'obywatelski')) & !'gmina')"
    )
    assert query.excluded_tsquery("pl") == "'gmina'"


def test_an_empty_query_has_an_empty_literal():
    query = parse_query(" \x00\u200f \ud800 😀 ")

    assert query.is_empty
    assert query.tsquery("pl") == query.tsquery("en") == query.excluded_tsquery("pl") == ""


def test_an_act_number_means_the_whole_or_its_parts_in_a_row():
    assert parse_query("XXI/345/20").tsquery("pl") == (
        "('xxi/345/20' | ('xxi' <-> '345' <-> '20'))"
    )


def test_a_query_too_long_is_shortened_to_whole_words():
    query = parse_query("pięknie " * 40)

    assert query.is_shortened
    assert len(query.text) <= LONGEST_QUERY
    assert query.text.endswith("pięknie")


def test_only_the_first_words_of_a_query_count():
    query = parse_query(" ".join(f"słowo{letter}" for letter in "abcdefghijklmnoprstu"))

    assert query.is_shortened
    assert len(query.clauses) == MOST_WORDS


def test_a_word_typed_twice_is_asked_for_once():
    query = parse_query("wód Wód wód -wód")

    assert [(clause.surface, clause.excluded) for clause in query.clauses] == [
        ("wód", False),
        ("wód", True),
    ]


def test_a_phrase_too_long_is_shortened():
    query = parse_query('"' + "a " * 30 + '"')

    assert query.is_shortened
    assert query.tsquery("pl").count("<->") == MOST_WORDS - 1


def test_a_query_within_its_limits_is_not_shortened():
    assert not parse_query("raz dwa trzy " * 5).is_shortened
    assert not parse_query("x" * LONGEST_QUERY).is_shortened


def test_only_the_languages_asked_for_are_read():
    query = parse_query("retencja", languages=("pl",))

    assert query.tsquery("pl") == "'retencja'"
    assert query.tsquery("en") == ""
    assert not matches("retencja", query, "en")


def test_a_synonym_of_two_words_stands_for_both():
    query = parse_query("budżet partycypacyjny Łódź")

    widened = query.adding("budżet obywatelski", clauses=(0, 1))

    assert not matches(TEXT, query, "pl")
    assert matches(TEXT, widened, "pl")
    assert widened.clauses == query.clauses
    assert query.adding("?!", clauses=(0,)) == query


def test_terms_for_ranking_stand_by_clause():
    query = parse_query("usług w Łodzi")

    assert [{term.text for term in terms} for terms in query.terms("pl")] == [
        {"usługa", "usługi"},
        {"łódź", "łodzia"},
    ]
