"""Pictures as templates want them: made smaller, described and credited, in few queries."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from django.db.models import Prefetch, prefetch_related_objects
from django.utils.translation import gettext as _
from wagtail.images.shortcuts import get_rendition_or_not_found

from .models import CustomImage, Rendition

CARD = "fill-640x400|format-webp"
WIDE = "width-1280|format-webp"
LARGE = "max-1920x1440|format-webp"
THUMBNAIL = "fill-480x360|format-webp"
PORTRAIT = "fill-320x320|format-webp"


@dataclass(frozen=True)
class Picture:
    """A rendition: address, size in pixels, alternative text in the reader's language."""

    url: str
    width: int
    height: int
    alt: str


def picture(image: CustomImage | None, spec: str = CARD) -> Picture | None:
    if image is None:
        return None
    # A file that is gone costs a picture, not the page.
    rendition = get_rendition_or_not_found(image, spec)
    return Picture(rendition.url, rendition.width, rendition.height, image.alt)


def pictures(ids: Iterable[int | None], spec: str = CARD) -> dict[int, Picture]:
    """Pictures by the images' primary keys, two queries for any number of them."""
    return pictures_of(CustomImage.objects.filter(pk__in={each for each in ids if each}), spec)


def pictures_of(images: Iterable[CustomImage | None], spec: str = CARD) -> dict[int, Picture]:
    """Pictures of images that are there already, one query for any number of them."""
    return _in_sizes(images, spec)[0]


def _in_sizes(images: Iterable[CustomImage | None], *specs: str) -> list[dict[int, Picture]]:
    found = {image.pk: image for image in images if image is not None}
    renditions = Rendition.objects.filter(filter_spec__in=specs)
    prefetch = Prefetch("renditions", queryset=renditions, to_attr="prefetched_renditions")
    prefetch_related_objects(list(found.values()), prefetch)
    return [
        {pk: picture(image, spec) for pk, image in found.items()}  # type: ignore[misc]
        for spec in specs
    ]


def gallery(images: Iterable[CustomImage | None]) -> list[dict[str, Any]]:
    """The inputs of ``components/gallery.html`` for images in their order, in one query."""
    chosen = [image for image in images if image is not None]
    thumbnails, large = _in_sizes(chosen, THUMBNAIL, LARGE)
    return [
        {
            "thumb": _named(thumbnails[image.pk], number),
            "url": large[image.pk].url,
            "caption": "",
            "credit": credit_line(image),
        }
        for number, image in enumerate(chosen, start=1)
    ]


def _named(thumbnail: Picture, number: int) -> Picture:
    """A picture in a gallery is a link and needs a name, even one that is decorative elsewhere."""
    if thumbnail.alt:
        return thumbnail
    return replace(thumbnail, alt=_("Picture %(number)d") % {"number": number})


def credit_line(image: CustomImage | None) -> str:
    """Who made the picture, worded: "fot. Jan Przykładny" or "Illustration: …"."""
    if image is None or not image.credit:
        return ""
    if image.illustration:
        return _("Illustration: %(credit)s") % {"credit": image.credit}
    return _("photo: %(credit)s") % {"credit": image.credit}
