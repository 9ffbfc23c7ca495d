"""Pictures: in the sizes and formats the layout needs; one that is gone costs no page."""

import io
import re

import pytest
from django.core.files.images import ImageFile
from django.urls import reverse
from PIL import Image

from base.models import CustomImage
from base.pictures import CARD, WIDE, picture
from tests import factories
from tests.admin.forms import values_of

pytestmark = pytest.mark.django_db


def test_a_picture_whose_file_is_gone_breaks_nothing(site_tree):
    image = factories.image()
    image.file.storage.delete(image.file.name)
    assert "not-found" in picture(image).url


def test_a_practice_opens_without_its_cover(site_tree, client):
    practice = factories.practice()
    practice.cover.file.storage.delete(practice.cover.file.name)
    assert client.get(practice.url).status_code == 200


def photograph(width: int = 1600, height: int = 1000) -> ImageFile:
    stream = io.BytesIO()
    Image.linear_gradient("L").resize((width, height)).convert("RGB").save(stream, "JPEG")
    return ImageFile(stream, name="rynek.jpg")


def test_a_cover_comes_as_avif_and_webp_in_the_widths_of_its_place(site_tree, client, commit):
    practice = factories.practice(cover=factories.image(file=photograph()))

    with commit():
        first = client.get(practice.url).content.decode()
    html = client.get(practice.url).content.decode()

    assert "format-avif" not in first, "nobody waits for the lighter files"

    figure = re.search(r"<figure class=\"figure figure-wide.*?</figure>", html, re.DOTALL)[0]
    source, shown = re.search(r"<source[^>]*>", figure)[0], re.search(r"<img[^>]*>", figure)[0]
    assert 'type="image/avif"' in source
    for tag, ending in ((source, "avif"), (shown, "webp")):
        found = re.findall(rf"\.{ending} (\d+)w", tag)
        assert sorted(map(int, found)) == [768, 1280]
        assert "76rem" in tag
    assert 'fetchpriority="high"' in shown


def test_a_small_picture_is_not_made_larger_and_named_once(site_tree, commit):
    image = factories.image()
    with commit():
        picture(image, WIDE)

    shown = picture(image, WIDE)

    assert (shown.width, shown.srcset) == (48, "")
    assert shown.avif.endswith(" 48w")


def test_pictures_of_a_list_are_asked_for_at_once(site_tree, commit, django_assert_num_queries):
    from base.pictures import pictures_of

    images = [factories.image() for _turn in range(3)]
    with commit():
        pictures_of(images, CARD)
    images = list(CustomImage.objects.filter(pk__in=[image.pk for image in images]))
    with django_assert_num_queries(1):
        assert all(shown.avif for shown in pictures_of(images, CARD).values())


def test_a_picture_marked_as_decorative_stays_so(site_tree, admin_client, client):
    image = factories.image(alt_pl="Rynek", alt_en="Square")
    address = reverse("wagtailimages:edit", args=[image.pk])
    form = {**values_of(admin_client.get(address)), "is_decorative": "on"}
    form |= {"alt_pl": "", "alt_en": ""}
    assert admin_client.post(address, form).status_code == 302

    opened = values_of(admin_client.get(address))

    assert opened["is_decorative"] == ["on"]
    assert admin_client.post(address, opened).status_code == 302
    article = factories.article(body=[("image", {"image": image, "caption": ""})])
    figure = re.search(r"<figure.*?</figure>", client.get(article.url).content.decode(), re.DOTALL)[
        0
    ]
    assert 'alt=""' in figure
