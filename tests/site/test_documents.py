"""Documents are served to those who may have them, and as what they are."""

from __future__ import annotations

import pytest
from django.core.files.base import ContentFile

from base.models import CollectionAudience, CustomDocument
from tests import factories


@pytest.fixture
def closed(site_tree):
    return factories.document(collection=factories.closed_collection())


def test_everybody_gets_a_public_document(client, site_tree):
    document = factories.document()
    response = client.get(document.url)
    assert response.status_code == 200
    assert b"".join(response.streaming_content) == b"tresc uchwaly"


def test_a_document_of_a_closed_collection_is_not_there_for_readers(client, member_client, closed):
    assert client.get(closed.url).status_code == 404
    assert member_client.get(closed.url).status_code == 404


def test_who_edits_a_closed_document_gets_it_and_no_cache_keeps_it(admin_client, closed):
    response = admin_client.get(closed.url)
    assert response.status_code == 200
    assert response["Cache-Control"] == "private, no-store"


def test_closing_a_collection_closes_its_documents_on_the_next_request(client, site_tree):
    collection = factories.closed_collection()
    row = CollectionAudience.objects.get(collection=collection)
    row.delete()
    document = factories.document(collection=collection)
    assert client.get(document.url).status_code == 200
    CollectionAudience.objects.create(collection=collection, who="members")
    etag = client.get(document.url)
    assert etag.status_code == 404


def test_a_cache_asks_again_before_it_gives_a_document(client, site_tree):
    response = client.get(factories.document().url)
    assert response["Cache-Control"] == "no-cache"
    assert response["ETag"]


def test_a_document_comes_as_a_file_and_nothing_in_it_runs(client, site_tree):
    response = client.get(factories.document().url)
    assert response["Content-Disposition"].startswith("attachment")
    assert response["X-Content-Type-Options"] == "nosniff"
    assert "default-src 'none'" in response["Content-Security-Policy"]


def test_a_name_that_is_not_the_documents_own_finds_nothing(client, site_tree):
    document = factories.document()
    assert client.get(document.url.replace(document.filename, "inny.txt")).status_code == 404


def test_no_document_lies_at_a_public_address(client, site_tree, settings):
    document = factories.document(file=ContentFile(b"x", name="tajne.txt"))
    assert not str(document.file.path).startswith(str(settings.MEDIA_ROOT))
    assert client.get(document.file.url).status_code == 404


def test_its_version_and_missing_tags_are_said_before_the_download(client, site_tree):
    scan = factories.document(title="Skan", version="2.1")
    CustomDocument.objects.filter(pk=scan.pk).update(pdf_has_tags=False)
    unknown = factories.document(title="Nie wiadomo")
    blocks = [("file", {"title": "", "document": each}) for each in (scan, unknown)]

    html = client.get(factories.article(body=blocks).url).content.decode()

    of_scan, of_unknown = html.split('class="document-row"')[1:]
    assert "wersja 2.1" in of_scan
    assert "PDF bez znaczników" in of_scan
    assert "PDF bez znaczników" not in of_unknown
    assert "wersja" not in of_unknown
