"""Pictures: a file that is gone costs the picture, not the page."""

import pytest

from base.pictures import picture
from tests import factories

pytestmark = pytest.mark.django_db


def test_a_picture_whose_file_is_gone_breaks_nothing(site_tree):
    image = factories.image()
    image.file.storage.delete(image.file.name)
    assert "not-found" in picture(image).url


def test_a_practice_opens_without_its_cover(site_tree, client):
    practice = factories.practice()
    practice.cover.file.storage.delete(practice.cover.file.name)
    assert client.get(practice.url).status_code == 200
