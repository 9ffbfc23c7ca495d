"""The vocabulary of town halls is found in every form it is written in."""

import pytest

from search.analysis import matches, parse_query, word_terms

FORMS = """
retencja: retencji retencję retencją retencje retencjach
uchwała: uchwały uchwale uchwałę uchwał uchwałami
zamówienie: zamówienia zamówień zamówieniem zamówieniach zamówieniami
publiczny: publiczne publicznych publicznego publiczną publicznymi
budżet: budżetu budżetem budżecie budżety budżetów
obywatelski: obywatelskiego obywatelskim obywatelska obywatelskich
mieszkaniec: mieszkańcy mieszkańca mieszkańców mieszkańcom mieszkańcami
dofinansowanie: dofinansowania dofinansowaniem dofinansowaniu dofinansowań
rewitalizacja: rewitalizacji rewitalizację rewitalizacją rewitalizacje
czujnik: czujniki czujników czujnikiem czujnikach czujnikami
smog: smogu smogiem smogowi
powietrze: powietrza powietrzem powietrzu
piec: pieca piece pieców piecami
kopciuch: kopciuchy kopciuchów kopciuchami
termomodernizacja: termomodernizacji termomodernizację
deszczówka: deszczówki deszczówkę deszczówką deszczówce
woda: wody wodzie wodę wód wodami
opadowy: opadowa opadowych opadowe opadową
zieleń: zieleni zielenią
drzewo: drzewa drzew drzewami drzewom
park: parku parki parków parkami
podwórko: podwórka podwórek podwórkach podwórku
kamienica: kamienicy kamienic kamienicę kamienicami
pustostan: pustostany pustostanów pustostanach
mieszkanie: mieszkania mieszkań mieszkaniami
senior: seniora seniorzy seniorów seniorom seniorami
młodzież: młodzieży młodzieżą
rada: rady radzie radę rad radami
radny: radni radnych radnymi radnego
urząd: urzędu urzędzie urzędem urzędy urzędów
burmistrz: burmistrza burmistrzem burmistrzowie burmistrzów
prezydent: prezydenta prezydentem prezydenci prezydentów
gmina: gminy gminie gminę gmin gminami
powiat: powiatu powiatem powiecie powiaty powiatów
województwo: województwa województwem województwie województw
konsultacje: konsultacji konsultacjom konsultacjami konsultacjach
partycypacja: partycypacji partycypację partycypacją
wniosek: wniosku wnioski wniosków wnioskiem wnioskami
dotacja: dotacji dotację dotacje dotacjami
oświata: oświaty oświatę oświacie
szkoła: szkoły szkole szkołę szkół szkołach
przedszkole: przedszkola przedszkoli przedszkolem przedszkolach
transport: transportu transportem transporcie
rower: roweru rowery rowerów rowerami rowerze
rowerowy: rowerowa rowerowych rowerowe rowerową
tramwaj: tramwaju tramwaje tramwajów tramwajem
parking: parkingu parkingi parkingów parkingach
wdrożenie: wdrożenia wdrożeniem wdrożeń wdrożeniu
pilotaż: pilotażu pilotażem pilotaże
przedsiębiorczość: przedsiębiorczości przedsiębiorczością
turystyka: turystyki turystyce turystykę
uzdrowisko: uzdrowiska uzdrowisku uzdrowisk uzdrowiskach
cyfryzacja: cyfryzacji cyfryzację cyfryzacją
wolontariusz: wolontariusza wolontariusze wolontariuszy wolontariuszami
wolontariat: wolontariatu wolontariatem wolontariacie
opiekuńczy: opiekuńcza opiekuńcze opiekuńczych
świetlica: świetlicy świetlic świetlicę świetlicach
targowisko: targowiska targowisku targowisk
ścieżka: ścieżki ścieżce ścieżek ścieżkami
śmieci: śmieciami śmieciach śmieciom
"""
PAIRS = [
    (form, base)
    for base, forms in (line.split(":") for line in FORMS.strip().splitlines())
    for form in forms.split()
]


@pytest.mark.parametrize(("form", "base"), PAIRS)
def test_an_inflected_word_meets_its_base_form(form, base):
    assert set(word_terms(form, "pl")) & set(word_terms(base, "pl"))


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("retencji wód w Gorzowie", "Miejska retencja wody – Gorzów Wielkopolski"),
        ("zamówienia publiczne", "Wspólne zamówienie publiczne na energię"),
        ("budżetu obywatelskiego", "Budżet obywatelski bez barier"),
        ("dofinansowanie wymiany pieców", "Dofinansowania do wymiany pieca"),
        ("czujnik jakości powietrza", "Sieć czujników jakości powietrza w szkołach"),
        ("społeczno-gospodarczy", "Rozwój społeczno-gospodarczych obszarów"),
        ("gospodarczy", "Rozwój społeczno-gospodarczych obszarów"),
        ("społeczny", "Rozwój społeczno-gospodarczych obszarów"),
        ("e-usługi", "Miasto uruchomiło e-usługę"),
        ("eusługi", "Miasto uruchomiło e-usługę"),
        ("e-usług", "Nowa eusługa dla mieszkańców"),
        ("wifi", "Hot-spoty Wi-Fi w parkach"),
        ("on-line", "Zapisy online"),
        ("MOPS", "Pomoc MOPS-u dla rodzin"),
        ("MOPS-em", "Miejski Ośrodek (MOPS)"),
        ("dr Kennedy", "Ulica dr. Kennedy’ego"),
        ("ulica Długa", "przy ul. Długiej"),
        ("artykuł 5", "art. 5 ustawy"),
        ("zrobić", "Zrobilibyśmy to inaczej"),
    ],
)
def test_a_query_finds_the_text_that_says_it_otherwise(query, text):
    assert matches(text, parse_query(query), "pl")


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("łaska", "laska"),
        ("sąd", "sad miejski"),
        ("rower", "rowy melioracyjne"),
        ("powietrze", "powiat"),
        ("szkoła", "szkolenie urzędników"),
        ("park", "parking"),
    ],
)
def test_different_words_do_not_meet(query, text):
    assert not matches(text, parse_query(query), "pl")


def test_a_word_keeps_all_its_base_forms():
    assert {"gorzów"} == set(word_terms("gorzowie", "pl"))
    assert {"usługa", "usługi"} == set(word_terms("usług", "pl"))
    assert {"łódź", "łodzia"} == set(word_terms("łodzi", "pl"))


def test_surnames_count_only_where_a_word_is_nothing_else():
    assert "górz" not in word_terms("góra", "pl")
    assert "góra" in word_terms("góra", "pl")
    assert set(word_terms("kowalskiego", "pl")) & set(word_terms("kowalski", "pl"))


def test_base_forms_carry_no_mark_of_homonymy():
    words = ("wola", "miasto", "warszawa", "biały", "rok", "gdzie")
    terms = [term for word in words for term in word_terms(word, "pl")]

    assert not [term for term in terms if ":" in term or "~" in term]
