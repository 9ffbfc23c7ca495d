"""Words typed without Polish letters are found as if they had been typed with them."""

import pytest

from search.analysis import fold, matches, parse_query, polish_analyser
from search.analysis.dictionary import open_dictionary
from search.analysis.letters import LONGEST_WORD, MOST_SPELLINGS, restored, spellings

COMMON_WORDS = """
są się być że już też może więc które więcej można będzie także jeśli został również między każdy
dzień życie świat człowiek część miesiąc tydzień ludność mieszkańcy społeczność osób dzieci
młodzież źródło żółw żółty łódź źdźbło gęślą jaźń zażółć przyszłość współpraca współwłasność
przedsiębiorczość przedsiębiorstwo społeczeństwo bezpieczeństwo dziedzictwo świadczenie środowisko
środki środków źródeł błękitny zieleń zieloną łąka łąki łąkę drzewo ścieżka ścieżek ścieżką ulicę
ulicą żłobek żłobków szkół szkołę oświata oświatę nauczyciel świetlica pomóc pomoc rodziną
dożywianie urząd urzędu urzędów wójt burmistrzów uchwałę uchwałą zamówień zamówienia budżet
budżetów wniosków spółka spółdzielnia spółdzielczość własność dotację środkach usług usługę usługą
mieszkań mieszkalną powietrza jakość jakości oczyszczanie ścieków kanalizację deszczówkę wód wodę
rzekę rzeką jezior ciepło ciepłownia ciepłownictwo oświetlenie oświetlenia energię źródłem węgiel
węgla pyłów pył smogów chodników ścieżce zieleńce drogę drogą dróg mostów tramwajów rowerów
rowerową ciężarówki pieszych kraków łódzki gdańsk poznań wrocław toruń białystok rzeszów łomża
częstochowa dąbrowa zielonogórski śląskie małopolskie dolnośląskie świętokrzyskie łódzkie
wielkopolskie zachodniopomorskie warmińsko wsparcie działanie działań działania wdrożenie wdrożeń
ponieść również przejście dostępność niepełnosprawność równość różnorodność bioróżnorodność
tożsamość kulturę
"""
WITHOUT_LETTERS = str.maketrans("ąćęłńóśźż", "acelnoszz")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("zolw", "żółw"),
        ("lodz", "Łódź"),
        ("lodzi", "Łódź"),
        ("bialymstoku", "Białystok"),
        ("sciezek rowerowych", "Ścieżki rowerowe"),
        ("budzet spolecznosci", "Budżet społeczności"),
        ("elk", "Ełk"),
        ("lask", "Łask"),
        ("zorach", "Żory"),
        ("Wozniakowi", "Jan Woźniak"),
        ("spoleczno-gospodarcza", "rozwój społeczno-gospodarczy"),
        ('"srodki europejskie"', "środków europejskich"),
        ("łodz", "Łodzi"),
    ],
)
def test_a_word_typed_without_polish_letters_finds_the_polish_one(typed, meant):
    assert matches(meant, parse_query(typed), "pl")


def test_common_words_are_restored():
    dictionary = open_dictionary()
    words = COMMON_WORDS.split()
    missed = [
        word
        for word in words
        if word not in (bare := word.translate(WITHOUT_LETTERS), *restored(bare, dictionary))
    ]

    assert len(missed) <= len(words) / 100, missed


def test_a_polish_word_without_polish_letters_keeps_its_reading():
    query = parse_query("retencja")

    assert [[(term.text, term.origin) for term in word] for word in query.terms("pl")] == [
        [("retencja", "typed")]
    ]


def test_a_word_that_is_polish_both_ways_has_both_readings_its_own_first():
    terms = parse_query("sad").terms("pl")[0]

    assert [(term.text, term.origin) for term in terms] == [("sad", "typed"), ("sąd", "restored")]


def test_who_types_polish_letters_elsewhere_means_a_known_word_as_typed():
    assert not matches("sąd", parse_query("sad miejski łódź"), "pl")
    assert [t.text for t in parse_query("sad łódź").terms("pl")[0]] == ["sad"]


def test_letters_are_not_guessed_into_a_known_word_that_is_excluded():
    assert matches("sąd", parse_query("sąd -sad"), "pl")
    assert matches("sąd rejonowy", parse_query("rejonowy -sad"), "pl")


def test_english_words_are_left_as_they_are():
    assert [term.text for term in parse_query("lodz").terms("en")[0]] == ["lodz"]
    assert matches("Street lighting in Łódź", parse_query("lodz"), "en")


def test_spellings_follow_polish_orthography():
    assert "żółw" in set(spellings("zolw"))
    assert "miłość" in set(spellings("milosc"))
    for typed, impossible in (("cien", "ćień"), ("ala", "ąla"), ("lis", "łis"), ("sec", "śeć")):
        assert impossible not in set(spellings(typed))


def test_the_number_of_spellings_tried_is_bounded():
    asked = []

    class Counting:
        def knows(self, word: str) -> bool:
            asked.append(word)
            return False

    assert restored("zaloscenaczolozes" + "zaczela", Counting()) == ()
    assert len(asked) <= MOST_SPELLINGS
    assert restored("zolw" * LONGEST_WORD, Counting()) == ()


def test_folding_removes_diacritics_case_and_what_cannot_be_seen():
    assert fold("  Łódź\u200b  ŻÓŁĆ ") == "lodz zolc"
    assert fold("Straße, Ångström, Đakovo") == "strasse, angstrom, dakovo"
    assert fold("Ło\u0301dz\u0301") == "lodz"
    assert fold("\u202eevil\x00\ud800") == "evil"


def test_restored_readings_of_a_word_are_the_same_each_time():
    analyser = polish_analyser()

    assert analyser.restored_terms("zolw") == analyser.restored_terms("zolw") == ("żółw",)
