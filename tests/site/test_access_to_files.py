"""Who sees which file: media have the audience of their collection, never of their uses."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.urls import reverse
from wagtail.models import Collection

from base import access
from base.models import CollectionAudience, CustomImage
from base.models.records import Who
from base.refusals import PublicationRefused
from practices.models import PackDocument
from tests import factories


def fresh(page):
    return type(page).objects.get(pk=page.pk)


@pytest.fixture
def closed_image(site_tree):
    return factories.image(collection=factories.closed_collection())


def test_a_closed_picture_is_served_behind_a_checked_address(
    closed_image, client, member_client, admin_client
):
    address = closed_image.get_rendition("fill-20x20").url

    assert not address.startswith("/media/")
    assert client.get(address).status_code == 404
    assert member_client.get(address).status_code == 404
    response = admin_client.get(address)
    assert response.status_code == 200
    assert response.headers["Cache-Control"] == "private, no-store"


def test_a_public_picture_is_a_plain_file(site_tree):
    assert factories.image().get_rendition("fill-20x20").url.startswith("/media/")


def test_a_picture_as_it_was_uploaded_is_for_its_editors(site_tree, client, admin_client):
    address = factories.image().file.url

    assert client.get(address).status_code == 404
    assert admin_client.get(address).status_code == 200


def test_a_closed_document_is_for_its_editors(site_tree, client, member_client, admin_client):
    document = factories.document(collection=factories.closed_collection())

    assert client.get(document.url).status_code == 404
    assert member_client.get(document.url).status_code == 404
    response = admin_client.get(document.url)
    assert b"".join(response.streaming_content) == b"tresc uchwaly"
    assert response.headers["Cache-Control"] == "private, no-store"


def test_a_public_document_is_for_everybody(site_tree, client):
    response = client.get(factories.document().url)

    assert b"".join(response.streaming_content) == b"tresc uchwaly"


def test_a_collection_inside_a_closed_one_is_closed(site_tree, client):
    inner = factories.closed_collection().add_child(name="w środku")

    assert client.get(factories.document(collection=inner).url).status_code == 404
    assert access.collection_audience(inner) == Who.MEMBERS


@pytest.mark.parametrize("way", ["audience", "save", "bulk", "collection"])
def test_a_picture_that_becomes_closed_leaves_no_public_file(site_tree, commit, admin_client, way):
    collection = Collection.get_first_root_node().add_child(name="sieć")
    image = factories.image(collection=collection)
    rendition = image.get_rendition("fill-20x20")
    public = Path(rendition.file.path)
    assert public.exists()
    closed = factories.closed_collection()

    with commit():
        if way == "audience":
            CollectionAudience.objects.create(collection=collection, who=Who.MEMBERS)
        elif way == "save":
            image.collection = closed
            image.save()
        elif way == "bulk":
            address = reverse(
                "wagtail_bulk_action", args=["base", "customimage", "add_to_collection"]
            )
            admin_client.post(f"{address}?id={image.pk}", {"collection": closed.pk})
        else:
            collection.move(closed, pos="sorted-child")
            Collection.objects.get(pk=collection.pk).save()

    assert not public.exists()
    image = CustomImage.objects.get(pk=image.pk)
    assert not image.get_rendition("fill-20x20").url.startswith("/media/")


# Where a page can use a file: in a field, a row, a block, a list of a block, a link of a text.
def _with_cover(image, document):
    return {"cover": image}


def _with_block(image, document):
    return {"body": [("paragraph", "<p>Treść.</p>"), ("image", {"image": image})]}


def _with_gallery(image, document):
    return {"body": [("gallery", {"title": "Galeria", "images": [image]})]}


def _with_file(image, document):
    return {"body": [("file", {"title": "Plik", "document": document})]}


def _with_link(image, document):
    text = f'<p><a linktype="document" id="{document.pk}">uchwała</a></p>'
    return {"body": [("paragraph", text)]}


USES = [_with_cover, _with_block, _with_gallery, _with_file, _with_link]


@pytest.mark.parametrize("use", USES, ids=[use.__name__.removeprefix("_") for use in USES])
def test_a_public_page_is_not_published_with_closed_files(site_tree, use):
    collection = factories.closed_collection()
    fields = use(factories.image(collection=collection), factories.document(collection=collection))

    with pytest.raises(PublicationRefused, match=r"kolekcj|collection"):
        factories.article(**fields)


@pytest.mark.parametrize("use", USES, ids=[use.__name__.removeprefix("_") for use in USES])
def test_a_closed_page_is_not_published_with_public_files(site_tree, use):
    article = factories.article(published=False)
    access.set_audience(article, Who.MEMBERS)
    for name, value in use(factories.image(), factories.document()).items():
        setattr(article, name, value)

    with pytest.raises(PublicationRefused):
        article.save_revision().publish()


@pytest.mark.parametrize("use", USES, ids=[use.__name__.removeprefix("_") for use in USES])
def test_a_closed_page_uses_files_of_its_own_audience(site_tree, use):
    collection = factories.closed_collection()
    article = factories.article(published=False)
    access.set_audience(article, Who.MEMBERS)
    files = factories.image(collection=collection), factories.document(collection=collection)
    for name, value in use(*files).items():
        setattr(article, name, value)

    article.save_revision().publish()

    assert fresh(article).live


def test_rows_with_closed_files_keep_a_page_from_being_published(site_tree):
    document = factories.document(collection=factories.closed_collection())

    with pytest.raises(PublicationRefused, match=document.title):
        factories.practice(
            fill=lambda page: setattr(page, "pack", [PackDocument(document=document)])
        )


def test_english_is_not_published_with_a_closed_file_in_its_text(site_tree):
    document = factories.document(collection=factories.closed_collection())
    body = [("paragraph", f'<p><a linktype="document" id="{document.pk}">act</a></p>')]

    with pytest.raises(PublicationRefused, match=document.title):
        factories.english(factories.article(), body=body)


def test_the_english_copy_of_a_cover_that_was_replaced_stops_nothing(site_tree):
    article = factories.article(cover=factories.image())
    english = factories.english(article)
    former = CustomImage.objects.get(pk=english.cover_id)
    article.cover = factories.image()
    article.save_revision().publish()
    former.collection = factories.closed_collection()
    former.save()

    fresh(english).save_revision().publish()
