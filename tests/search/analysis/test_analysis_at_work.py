"""The analysis is quick, bounded and shared between threads."""

import time
from concurrent.futures import ThreadPoolExecutor

from search.analysis import analyse, parse_query, polish_analyser, tsvector_literal, word_terms
from search.analysis.dictionary import open_dictionary
from search.analysis.polish import CACHED_WORDS, PolishAnalyser

SENTENCE = (
    "Uchwała nr XXI/{n}/20 w sprawie retencji wód opadowych w Gorzowie Wielkopolskim oraz "
    "Bielsku-Białej przewiduje dofinansowanie dla mieszkańców, którzy słowo{n} założyli ogrody "
    "deszczowe przy kamienicach numer {n}. "
)
WORDS = (
    "retencji uchwałami mieszkańców Gorzowie Łodzi Zabrzu Tychach Kielcach zieleni podwórek szkół "
    "zeroemisyjnych jadłodzielni kamienic drzewami pieców powietrza czujników dotacją budżetem"
)


def test_text_is_analysed_at_thousands_of_words_a_second():
    word_terms("rozgrzewka", "pl")
    text = "".join(SENTENCE.format(n=n) for n in range(300))

    begun = time.thread_time()
    words = len(analyse(text, "pl"))
    seconds = time.thread_time() - begun

    # Seconds of the processor; measured at 20,000 and more.
    assert words / seconds > 8_000


def test_threads_read_words_alike():
    shared = PolishAnalyser(open_dictionary())
    expected = {word: polish_analyser().terms(word.lower()) for word in WORDS.split()}

    def read(word):
        return word, shared.terms.__wrapped__(word.lower())

    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(read, WORDS.split() * 100))

    assert all(terms == expected[word] for word, terms in answers)


def test_threads_stem_english_alike():
    words = [f"{stem}{ending}" for stem in ("budget", "plant", "cycl") for ending in ("ing", "ed")]
    expected = [word_terms(word, "en") for word in words]

    with ThreadPoolExecutor(8) as pool:
        rounds = pool.map(lambda _: [word_terms(w, "en") for w in words], range(200))

    assert all(found == expected for found in rounds)


def test_the_memory_of_words_is_bounded():
    analyser = polish_analyser()
    for number in range(2_000):
        analyser.terms(f"słowo{number}")

    assert analyser.terms.cache_info().maxsize == CACHED_WORDS
    assert analyser.restored_terms.cache_info().maxsize < CACHED_WORDS


def test_a_document_and_a_query_read_twice_are_the_same():
    text = SENTENCE.format(n=7)

    assert tsvector_literal([(text, "A")], "pl") == tsvector_literal([(text, "A")], "pl")
    assert parse_query(text) == parse_query(text)
