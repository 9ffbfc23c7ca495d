"""What has none of the words is found by its meaning, marked, and after what has them."""

import pytest

from base.access import ANONYMOUS
from search import encoder, meaning
from search.finding import find, ordered
from search.models import Embedding, SearchDocument
from tests import factories

pytestmark = pytest.mark.django_db

OTHERS = [
    "Nowe boisko przy basenie", "Wymiana wodociągu w dzielnicy", "Budżet na dany rok",
    "Przetarg na odśnieżanie", "Monitoring składowiska odpadów", "Remont dachu ratusza",
    "Kontrola podatku od nieruchomości", "Jarmark świąteczny na rynku", "Czujniki smogu w centrum",
    "Elektroniczny obieg faktur", "Parking dla autokarów", "Biblioteka z wypożyczaniem gier",
    "Oświetlenie uliczne w technologii LED", "Spółdzielnia energetyczna", "Schronisko dla kotów",
    "Szlak kajakowy na rzece", "Rejestr umów w internecie", "Targi pracy dla absolwentów",
]  # fmt: skip
HELP = "Starsi i samotni mieszkańcy dostają od sąsiadów pomoc w domu"


@pytest.fixture
def fresh_encoder(monkeypatch):
    """What has the encoder chosen anew, by the settings as they are, and no vectors known."""

    def choose():
        encoder.encoder_class.cache_clear()
        encoder.query_vector.cache_clear()
        monkeypatch.setattr(meaning, "_vectors", meaning.Vectors())

    yield choose
    encoder.encoder_class.cache_clear()


@pytest.fixture
def practices(site_tree, commit, settings, fresh_encoder):
    """A practice among documents of as many matters as set it apart, all with their vectors."""
    settings.SEARCH_ENCODER = "search.encoder.UniversalSentenceEncoder"
    fresh_encoder()
    with commit():
        help_ = factories.archival_practice(
            title=HELP, lead="Sąsiedzka opieka nad seniorami.", summary=f"{HELP}. " * 8
        )
    SearchDocument.objects.bulk_create(
        SearchDocument(key=title, type="practice", title_pl=title, text_pl=f"{title}. " * 8)
        for title in OTHERS
    )
    list(meaning.embed_pending())
    assert Embedding.objects.count() == len(OTHERS) + 1
    return help_


def found(text: str) -> list[tuple[str, bool]]:
    documents = ordered(find(text, ANONYMOUS, type="practice").hits, "")
    return [(each.title_pl, each.by_meaning) for each in documents]


def test_another_language_finds_what_is_meant(practices):
    assert found("assistance for lonely elderly people at their homes")[0] == (HELP, True)


def test_other_words_of_the_language_find_what_is_meant(practices):
    assert found("wsparcie osób w podeszłym wieku, które żyją same") == [(HELP, True)]


@pytest.mark.parametrize("text", ["kwantowy nosorożec", "xqzvbn wrtplk", "sernik z brzoskwiniami"])
def test_nonsense_finds_nothing(practices, text):
    assert found(text) == []


def test_who_puts_words_in_quotes_wants_the_words(practices):
    assert found('"assistance for lonely elderly people at their homes"') == []


def test_what_has_the_words_is_not_marked(practices):
    assert found("samotnych mieszkańców") == [(HELP, False)]


def test_a_closed_document_is_not_found_by_its_meaning(practices, commit):
    with commit():
        practices.audience.who = "members"
        practices.audience.save()
    assert found("assistance for lonely elderly people at their homes") == []


def test_a_vector_is_made_anew_only_where_the_text_has_changed(practices, commit):
    assert list(meaning.embed_pending()) == [0]
    with commit():
        practices.title = "Ławki w parku"
        practices.lead = "Ławki."
        practices.summary = "Całkiem inna sprawa: ławki w parku. " * 8
        practices.save_revision().publish()
    assert list(meaning.embed_pending()) == [0], "the queue has made it"
    assert found("assistance for lonely elderly people at their homes")[:1] != [(HELP, True)]


def test_of_a_document_without_english_the_english_vector_goes(practices, commit):
    with commit():
        english = factories.english(practices, title="Older people are helped at home")
    document = SearchDocument.objects.get(page_id=practices.pk)
    languages = Embedding.objects.filter(document=document).values_list("language", flat=True)
    assert set(languages) == {"pl", "en"}
    with commit():
        english.unpublish()
    assert set(languages.all()) == {"pl"}


def test_switched_off_the_search_goes_on_with_words(practices, settings, fresh_encoder):
    settings.SEARCH_ENCODER = ""
    fresh_encoder()
    assert found("assistance for lonely elderly people at their homes") == []
    assert found("samotnych mieszkańców") == [(HELP, False)]
    assert list(meaning.embed_pending()) == []
