"""``check_search``: every difference between documents and pages is found, told and repaired."""

from io import StringIO

import pytest
from django.core.management import call_command

from base.models import Audience
from practices.models import PracticePage
from registers.models import City, Tag
from search import drift
from search.drift import Kind
from search.models import SearchDocument, WordVector
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def practice(site_tree, commit):
    with commit():
        tag = factories.tag(name="retencja")
        city = factories.city(name_pl="Łódź")
        page = factories.practice(title="Ogrody", city=city, tags=[tag])
        factories.english(page)
        factories.article()
        factories.meeting()
    return page


def key_of(page):
    return f"page:{page.translation_key}"


def check(**options):
    """What the command prints and the code it ends with."""
    printed = StringIO()
    try:
        call_command("check_search", stdout=printed, **options)
    except SystemExit as end:
        return printed.getvalue(), end.code
    return printed.getvalue(), 0


def repaired(kind, key):
    """Whether a difference is found as this kind, told, and gone once it is repaired."""
    assert drift.find() == {key: kind}
    printed, code = check()
    assert code == 1
    assert f"{kind}: 1" in printed
    printed, code = check(repair=True)
    assert code == 0
    assert "1 repaired" in printed
    return drift.find() == {}


def test_what_was_indexed_as_it_should_be_has_no_drift(practice):
    assert SearchDocument.objects.count() > 5
    assert check() == ("drift 0\n", 0)


def test_indexing_alone_and_in_a_batch_makes_no_difference(practice):
    from search.indexing import index_page

    index_page(practice)
    assert drift.find() == {}
    call_command("rebuild_search", stdout=StringIO())
    assert drift.find() == {}


def test_a_missing_document_is_made(practice):
    SearchDocument.objects.filter(key=key_of(practice)).delete()
    assert repaired(Kind.MISSING, key_of(practice))


def test_a_missing_city_is_made(practice):
    key = f"city:{practice.city_id}"
    SearchDocument.objects.filter(key=key).delete()
    assert repaired(Kind.MISSING, key)


def test_the_document_of_a_page_not_live_is_removed(practice):
    PracticePage.objects.filter(pk=practice.pk).update(live=False)
    assert repaired(Kind.SURPLUS, key_of(practice))


@pytest.mark.parametrize(
    "key", ["city:999999", "page:00000000-0000-4000-8000-000000000000", "nothing"]
)
def test_the_document_of_nothing_is_removed(practice, key):
    SearchDocument.objects.create(key=key, type="practice")
    assert repaired(Kind.SURPLUS, key)


def test_a_document_with_another_audience_than_its_page_is_made_anew(practice):
    Audience.objects.filter(page=practice).update(who="members")
    assert repaired(Kind.AUDIENCE, key_of(practice))
    SearchDocument.objects.filter(key=key_of(practice)).update(who="public")
    assert repaired(Kind.AUDIENCE, key_of(practice))


def test_words_kept_for_others_than_their_document_or_not_at_all_are_kept_anew(practice):
    words = WordVector.objects.filter(document__key=key_of(practice))
    words.update(who="members")
    assert repaired(Kind.AUDIENCE, key_of(practice))
    words.delete()
    assert repaired(Kind.AUDIENCE, key_of(practice))


@pytest.mark.parametrize("change", [{"title": "Parki"}, {"solution": "<p>Nowe.</p>"}, {"kind": ""}])
def test_a_document_older_than_its_page_is_made_anew(practice, change):
    PracticePage.objects.filter(pk=practice.pk).update(**change)
    assert repaired(Kind.OUTDATED, key_of(practice))


def test_a_document_older_than_its_english_page_is_made_anew(practice):
    PracticePage.objects.filter(pk=practice.english.pk).update(summary="Written anew.")
    assert repaired(Kind.OUTDATED, key_of(practice))


def test_documents_older_than_their_tag_or_city_are_made_anew(practice):
    Tag.objects.filter(name="retencja").update(synonyms_pl=["deszczówka"])
    assert repaired(Kind.OUTDATED, key_of(practice))
    City.objects.filter(pk=practice.city_id).update(name_en="Lodz")
    found = drift.find()
    assert found == dict.fromkeys([key_of(practice), f"city:{practice.city_id}"], Kind.OUTDATED)
    assert check(repair=True)[1] == 0
    assert drift.find() == {}


def test_documents_of_an_earlier_version_are_made_anew(practice):
    SearchDocument.objects.filter(key=key_of(practice)).update(version=0)
    assert repaired(Kind.OUTDATED, key_of(practice))


def test_the_keys_are_told_to_whoever_asks(practice):
    SearchDocument.objects.filter(key=key_of(practice)).delete()
    assert f"{key_of(practice)}: missing" in check(verbosity=2)[0]
    assert key_of(practice) not in check()[0]
