"""Nothing anybody can type or paste raises an error, takes long or makes an invalid literal."""

import random
import re
import time

import pytest

from search.analysis import (
    LANGUAGES,
    MOST_WORDS,
    analyse,
    fold,
    highlight,
    matches,
    parse_query,
    snippet,
    tsvector_literal,
)
from search.analysis.literals import quoted

QUOTED = r"'(?:[^'\\]|''|\\\\)+'"
VECTOR = re.compile(rf"(?:{QUOTED}(?::\d+(?:,\d+)*)?(?: (?!$)|$))*")
HOSTILE = {
    "nothing": "",
    "spaces": " \t\n\r\x0b\u00a0\u3000",
    "controls": "".join(map(chr, range(32))) + "\x7f\x80\x9f",
    "NUL in a word": "re\x00tencja",
    "lone surrogates": "ret\ud800encja \udfff",
    "bidi marks": "\u202eretencja\u202c \u200f-\u2066woda\u2069",
    "emoji": "🏙️👩‍👩‍👧 🇵🇱 retencja🌧️",
    "quotes": "\"'„”“’`´«» ''' \"\"\" O'Connor ‘a’",
    "backslashes": "\\ \\\\ \\' C:\\temp\\x \\u0000",
    "operators": "& | ! :* <-> <2> () 'a' & !b | c:* <-> d:A",
    "minuses": '- -- -a --a -"b" -\'c -(d) −e –f',
    "open quote": '"retencja wód',
    "sql": "'; DROP TABLE search_document; --",
    "regular expression": "(a+)+$ [^x]* .*\\d{1,9}? (?=x)",
    "10,000 letters": "a" * 10_000,
    "10,000 diacritics": "ą" * 10_000,
    "10,000 marks": "a" + "\u0301" * 10_000,
    "10,000 invisible": "a" + "\u200b" * 10_000 + "b",
    "10,000 quotes": '"' * 10_000,
    "10,000 minuses": "-" * 10_000,
    "10,000 apostrophes": "a'" * 5_000,
    "10,000 hyphens": "a-" * 5_000,
    "10,000 slashes": "1/" * 5_000,
    "10,000 stops": "a." * 5_000,
    "10,000 ats": "a@" * 5_000,
    "10,000 underscores": "a_" * 5_000,
    "10,000 mixed": "a1" * 5_000,
    "10,000 groups": "100 " * 2_500,
    "10,000 dates": "1 maja 2020 " * 900,
    "10,000 addresses": "https://www.a.pl/" * 600,
    "10,000 mails": "a.b@" * 2_500,
    "10,000 words": "zażółć gęślą jaźń " * 560,
    "10,000 without letters": "zaloscenaczolozes" * 600,
    "one word of ligatures": "ﷺ" * 3_000,
    "other scripts": "Київ Αθήνα 北京 القاهرة हिन्दी İstanbul ẞ ǅ",
    "noncharacters": "a\ufffe\uffff\U0010ffff b\ufdd0",
    "fractions": "½ ² ₂ ① Ⅻ ۱۲۳ 𝟘𝟙",
}


def parts_of_vector(literal):
    return [
        (term, places.split(",") if places else [])
        for term, places in re.findall(rf"({QUOTED})(?::([\d,]+))?", literal)
    ]


def is_valid_query(literal):
    """Whether the literal is one of our grammar: quoted terms, operators, matched brackets."""
    reduced = re.sub(QUOTED, "t", literal)
    while True:
        shorter = re.sub(r"!t|\(t(?: & t)+\)|\(t(?: \| t)+\)|\(t(?: <-> t)+\)", "t", reduced)
        if shorter == reduced:
            return reduced in ("", "t")
        reduced = shorter


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_hostile_text_gives_a_valid_vector_in_time(text, language):
    begun = time.thread_time()

    literal = tsvector_literal([(text, "A"), (text, "D")], language)

    assert VECTOR.fullmatch(literal)
    literal.encode()
    assert time.thread_time() - begun < 2
    for term, places in parts_of_vector(literal):
        assert len(term.encode()) <= 2046
        assert len(places) <= 256


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_query_gives_valid_literals_in_time(text):
    begun = time.thread_time()

    query = parse_query(text)

    assert time.thread_time() - begun < 1
    query.text.encode()
    assert sum(len(clause.terms("pl")) > 0 for clause in query.clauses) <= MOST_WORDS
    for language in LANGUAGES:
        for match in ("all", "any"):
            literal = query.tsquery(language, match=match)
            literal.encode()
            assert is_valid_query(literal), literal
        assert is_valid_query(query.excluded_tsquery(language))
        assert bool(query.tsquery(language)) is not query.is_empty


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_text_can_be_marked(text):
    query = parse_query(text[:150] + " retencja")

    for language in LANGUAGES:
        assert "".join(part for part, _ in highlight(text, query, language)) == text
        snippet(text, query, language)
        matches(text, query, language)
    fold(text).encode()


def test_random_text_never_fails():
    dice = random.Random(20)
    signs = (
        "abąłżz019-–/.,:@'’\"„”«&|!*<>()\\_#+=? \t\n\x00\u00ad\u200b\u200f\u202e\u0301²½İßﬁ😀\ud800"
    )

    for _ in range(1_500):
        text = "".join(dice.choices(signs, k=dice.randrange(40)))
        query = parse_query(text)
        for language in LANGUAGES:
            assert VECTOR.fullmatch(tsvector_literal([(text, "B")], language)), repr(text)
            assert is_valid_query(query.tsquery(language)), repr(text)
            assert "".join(part for part, _ in highlight(text, query, language)) == text
            for token in analyse(text, language):
                assert text[token.start : token.end] == token.surface
                assert all(token.terms), repr(text)


def test_quotes_and_backslashes_in_terms_are_escaped():
    assert quoted("o'c\\x") == "'o''c\\\\x'"


def test_positions_stop_at_the_highest_postgresql_has():
    literal = tsvector_literal([(" ".join(f"w{n}" for n in range(20_000)), "A")], "en")

    positions = [int(p) for _, places in parts_of_vector(literal) for p in places]

    assert max(positions) == 16_383


def test_a_vector_stays_under_a_megabyte():
    text = " ".join("słowo" * 10 + str(number) for number in range(20_000))

    literal = tsvector_literal([("retencja", "A"), (text, "D")], "en")

    stored = sum(len(term.encode()) - 2 + 2 * len(p) + 7 for term, p in parts_of_vector(literal))
    assert "'retencja':1 " in literal
    assert 500_000 < stored < 1_048_575


def test_phrases_do_not_cross_fields():
    literal = dict(parts_of_vector(tsvector_literal([("budżet", "A"), ("obywatelski", "B")], "pl")))

    first, second = (int(literal[t][0]) for t in ("'budżet'", "'obywatelski'"))
    assert second - first > 1


def test_every_field_but_the_last_has_terms_of_its_own():
    fields = [("Retencja", "A"), ("o retencji", "C"), ("woda", "D")]

    literal = tsvector_literal(fields, "pl")

    assert literal == ("'o':22 'retencja':1,23 'woda':44 'A>retencja' 'C>o' 'C>retencja'")


def test_an_unknown_weight_is_an_error():
    with pytest.raises(ValueError, match="'E'"):
        tsvector_literal([("x", "E")], "pl")
