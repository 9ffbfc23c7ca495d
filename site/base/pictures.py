"""Pictures as templates want them: made smaller, described and credited, in few queries."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Prefetch, prefetch_related_objects
from django.utils.translation import gettext as _

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
    rendition = image.get_rendition(spec)
    return Picture(rendition.url, rendition.width, rendition.height, image.alt)


def pictures(ids: Iterable[int | None], spec: str = CARD) -> dict[int, Picture]:
    """Pictures by the images' primary keys, two queries for any number of them."""
    return pictures_of(CustomImage.objects.filter(pk__in={each for each in ids if each}), spec)


def pictures_of(images: Iterable[CustomImage | None], spec: str = CARD) -> dict[int, Picture]:
    """Pictures of images that are there already, one query for any number of them."""
    found = {image.pk: image for image in images if image is not None}
    renditions = Rendition.objects.filter(filter_spec=spec)
    prefetch = Prefetch("renditions", queryset=renditions, to_attr="prefetched_renditions")
    prefetch_related_objects(list(found.values()), prefetch)
    return {pk: picture(image, spec) for pk, image in found.items()}  # type: ignore[misc]


def credit_line(image: CustomImage | None) -> str:
    """Who made the picture, worded: "fot. Jan Przykładny" or "Illustration: …"."""
    if image is None or not image.credit:
        return ""
    if image.illustration:
        return _("Illustration: %(credit)s") % {"credit": image.credit}
    return _("photo: %(credit)s") % {"credit": image.credit}
