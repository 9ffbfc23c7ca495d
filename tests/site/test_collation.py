"""The Polish alphabetical order without the help of the database."""

import random

import pytest

from base.collation import polish_sort_key

ALPHABET = "aąbcćdeęfghijklłmnńoópqrsśtuvwxyzźż"

IN_ORDER = [
    "1 Maja",
    "Aleksandrów Łódzki",
    "Augustów",
    "Bielsk Podlaski",
    "Bielsko-Biała",
    "Ciechocinek",
    "Czyżew",
    "Ćmielów",
    "Dębica",
    "Dęblin",
    "Ełk",
    "Jarocin",
    "Jarosław",
    "Krosno",
    "Krosno Odrzańskie",
    "Lublin",
    "Lwówek",
    "Lwówek Śląski",
    "Łapy",
    "Łódź",
    "Nowa Sól",
    "Nowogard",
    "Nowy Targ",
    "Opole",
    "Ostrów Wielkopolski",
    "Oświęcim",
    "Ożarów",
    "Radom",
    "Sopot",
    "Szczecin",
    "Środa Śląska",
    "Świdwin",
    "Toruń",
    "Zabrze",
    "Zgierz",
    "Złotów",
    "Źródła",
    "Żary",
    "Żory",
    "Żywiec",
]


def in_polish_order(texts):
    return sorted(texts, key=polish_sort_key)


def shuffled(texts):
    mixed = list(texts)
    random.Random(7).shuffle(mixed)
    return mixed


def test_city_names_stand_in_polish_order():
    assert in_polish_order(shuffled(IN_ORDER)) == IN_ORDER


def test_every_letter_stands_in_its_place_of_the_alphabet():
    assert "".join(in_polish_order(shuffled(ALPHABET))) == ALPHABET


@pytest.mark.parametrize("letter", ALPHABET)
def test_a_letter_stands_before_the_next_one_whatever_follows_it(letter):
    following = ALPHABET[ALPHABET.index(letter) + 1 :][:1]
    assert not following or polish_sort_key(letter + "żżż") < polish_sort_key(following)


def test_digits_stand_before_letters():
    assert in_polish_order(["Ą", "9", "a", "10"]) == ["10", "9", "a", "Ą"]


def test_case_decides_only_between_texts_alike_otherwise():
    assert in_polish_order(["Żory", "zgierz", "ŻARY", "Opole", "opole", "OPOLE"]) == [
        "opole",
        "Opole",
        "OPOLE",
        "zgierz",
        "ŻARY",
        "Żory",
    ]


def test_a_shorter_name_stands_before_its_continuations():
    names = ["Nowe Miasto nad Pilicą", "Nowe Miasto Lubawskie", "Nowe", "Nowe Miasto", "Nowe M."]
    assert in_polish_order(names) == [
        "Nowe",
        "Nowe M.",
        "Nowe Miasto",
        "Nowe Miasto Lubawskie",
        "Nowe Miasto nad Pilicą",
    ]


def test_a_hyphen_divides_words_as_a_space_does():
    assert in_polish_order(["Busko Nowe", "Busko-Zdrój", "Busko-Małe", "Buskowo"]) == [
        "Busko-Małe",
        "Busko Nowe",
        "Busko-Zdrój",
        "Buskowo",
    ]


def test_other_punctuation_counts_for_nothing():
    assert in_polish_order(["„Zielone podwórka”", "Arc", "d'Arc", "Darłowo", "(Ełk)"]) == [
        "Arc",
        "d'Arc",
        "Darłowo",
        "(Ełk)",
        "„Zielone podwórka”",
    ]


def test_foreign_letters_stand_with_their_plain_ones():
    assert in_polish_order(["Muzeum", "Müller", "Mulica", "Ørsta", "Oslo", "Straße", "Strasa"]) == [
        "Mulica",
        "Müller",
        "Muzeum",
        "Ørsta",
        "Oslo",
        "Strasa",
        "Straße",
    ]


def test_composed_and_decomposed_letters_have_one_key():
    assert polish_sort_key("o\u0301semka") == polish_sort_key("ósemka")


def test_texts_without_letters_have_a_key():
    assert polish_sort_key("") == ""
    assert polish_sort_key("–") < polish_sort_key("a")


def test_the_key_keeps_to_its_length():
    for text in [*IN_ORDER, "Żżż" * 60, "źŹ ż-Ż"]:
        assert len(polish_sort_key(text)) <= 4 * len(text) + 1
