"""``rebuild_search`` from the command line, where no transaction surrounds it."""

from io import StringIO

import pytest
from django.core.management import call_command

from home.structure import create_structure
from search.models import SearchDocument
from tests import factories


@pytest.mark.django_db(transaction=True)
def test_the_index_is_rebuilt_where_no_transaction_is_open():
    create_structure()
    practice = factories.practice(title="Ogrody deszczowe")
    before = set(SearchDocument.objects.values_list("key", flat=True))
    SearchDocument.objects.all().delete()
    SearchDocument.objects.create(key="page:gone", type="practice")

    call_command("rebuild_search", stdout=StringIO())

    documents = SearchDocument.objects.all()
    assert {document.key for document in documents} == before
    assert f"page:{practice.translation_key}" in before
    assert all(document.word_vector.vector_pl for document in documents if document.title_pl)


@pytest.mark.django_db(transaction=True)
def test_rebuilding_again_changes_no_document():
    create_structure()
    factories.practice(title="Ogrody deszczowe")

    def stored() -> set[tuple[str, str, str]]:
        return set(SearchDocument.objects.values_list("key", "text_pl", "word_vector__vector_pl"))

    before = stored()
    for _time in range(2):
        call_command("rebuild_search", stdout=StringIO())

    assert before
    assert stored() == before
