"""Pictures as templates want them: made smaller, described and credited, in few queries.

Each is made in the sizes its place in the layout needs: as WebP when it is first shown, and
afterwards, by the worker, as AVIF too, which is a fifth to a third lighter and takes far longer to
make. A browser takes one file of them. See ``picture.html``.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from django.core.cache import cache
from django.db.models import Prefetch, prefetch_related_objects
from django.utils.translation import gettext as _
from django_tasks import task
from wagtail.images.models import Filter
from wagtail.images.shortcuts import get_renditions_or_not_found

from .models import CustomImage, Rendition
from .queue import QUEUE


@dataclass(frozen=True)
class Shape:
    """How a picture is cut for one place in the layout: Wagtail's operations, the widest first."""

    cuts: tuple[str, ...]
    format: str = "webp"
    lighter_format: str = "avif"

    @property
    def shown(self) -> list[str]:
        return [f"{cut}|format-{self.format}" for cut in self.cuts]

    @property
    def lighter(self) -> list[str]:
        made = self.lighter_format
        return [f"{cut}|format-{made}" for cut in self.cuts] if made else []


# Widths in pixels: a card is 24 rem wide at most, the reading column 40, the page 76.
CARD = Shape(("fill-640x400", "fill-400x250"))
WIDE = Shape(("width-1280", "width-768"))
LARGE = Shape(("max-1920x1440",), lighter_format="")
THUMBNAIL = Shape(("fill-480x360",))
PORTRAIT = Shape(("fill-320x320",))


@dataclass(frozen=True)
class Picture:
    """A picture in its sizes: address, size in pixels, alternative text in the reader's language.

    ``srcset`` names it in other widths, ``avif`` in the lighter format, once that is made.
    """

    url: str
    width: int
    height: int
    alt: str
    srcset: str = ""
    avif: str = ""


def picture(image: CustomImage | None, shape: Shape = CARD) -> Picture | None:
    if image is None:
        return None
    found = _made(image, shape)
    if missing := [spec for spec in shape.shown if spec not in found]:
        # A file that is gone costs a picture, not the page.
        found |= get_renditions_or_not_found(image, missing)
        if shape.lighter and all(found[spec].width for spec in shape.shown):
            make_lighter.enqueue(image.pk, shape.lighter)
    shown = [found[spec] for spec in shape.shown]
    lighter = [found[spec] for spec in shape.lighter if spec in found]
    first = shown[0]
    return Picture(
        url=first.url,
        width=first.width,
        height=first.height,
        alt=image.alt,
        srcset=_srcset(shown) if len({each.width for each in shown}) > 1 else "",
        avif=_srcset(lighter) if len(lighter) == len(shown) else "",
    )


def _made(image: CustomImage, shape: Shape) -> dict[str, Rendition]:
    """The files of a picture that there are, by their specs.

    Of a picture that was not read with its files they are kept in the cache, and so is for a
    minute that there are no lighter ones yet: else each page would ask for them each time.
    """
    is_alone = not hasattr(image, "prefetched_renditions")
    none_lighter = _none_lighter(image.pk, shape.lighter)
    specs = list(shape.shown)
    if shape.lighter and not (is_alone and cache.get(none_lighter)):
        specs += shape.lighter
    found = image.find_existing_renditions(*(Filter(spec=spec) for spec in specs))
    if is_alone:
        Rendition.cache_backend.set_many(
            {
                Rendition.construct_cache_key(image, each.get_cache_key(image), each.spec): made
                for each, made in found.items()
                if not getattr(made, "_from_cache", False)
            }
        )
        if len(found) < len(specs):
            cache.set(none_lighter, True, 60)
    return {each.spec: made for each, made in found.items()}


@task(backend=QUEUE)
def make_lighter(pk: int, specs: list[str]) -> None:
    """Make the lighter files of a picture that has been shown; one that is gone needs none."""
    image = CustomImage.objects.filter(pk=pk).first()
    if image is not None:
        get_renditions_or_not_found(image, specs)
        cache.delete(_none_lighter(pk, specs))


def _none_lighter(pk: int, specs: list[str]) -> str:
    """Where it is kept that a picture has no lighter files yet."""
    return f"no-lighter-{pk}-{specs[0].replace('|', '-') if specs else ''}"


def _srcset(renditions: list[Rendition]) -> str:
    """Addresses with their widths, each width once: a small original is not made larger."""
    widths = {rendition.width: rendition.url for rendition in reversed(renditions)}
    return ", ".join(f"{url} {width}w" for width, url in widths.items())


def pictures(ids: Iterable[int | None], shape: Shape = CARD) -> dict[int, Picture]:
    """Pictures by the images' primary keys, two queries for any number of them."""
    return pictures_of(CustomImage.objects.filter(pk__in={each for each in ids if each}), shape)


def pictures_of(images: Iterable[CustomImage | None], shape: Shape = CARD) -> dict[int, Picture]:
    """Pictures of images that are there already, one query for any number of them."""
    return _in_shapes(images, shape)[0]


def _in_shapes(images: Iterable[CustomImage | None], *shapes: Shape) -> list[dict[int, Picture]]:
    found = {image.pk: image for image in images if image is not None}
    specs = {spec for shape in shapes for spec in (*shape.shown, *shape.lighter)}
    renditions = Rendition.objects.filter(filter_spec__in=specs)
    prefetch = Prefetch("renditions", queryset=renditions, to_attr="prefetched_renditions")
    prefetch_related_objects(list(found.values()), prefetch)
    return [
        {pk: picture(image, shape) for pk, image in found.items()}  # type: ignore[misc]
        for shape in shapes
    ]


def gallery(images: Iterable[CustomImage | None]) -> list[dict[str, Any]]:
    """The inputs of ``components/gallery.html`` for images in their order, in one query."""
    chosen = [image for image in images if image is not None]
    thumbnails, large = _in_shapes(chosen, THUMBNAIL, LARGE)
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
    return replace(thumbnail, alt=_("Image %(number)d") % {"number": number})


def credit_line(image: CustomImage | None) -> str:
    """Who made the picture, worded: "fot. Jan Przykładny" or "Illustration: …"."""
    if image is None or not image.credit:
        return ""
    if image.illustration:
        return _("Illustration: %(credit)s") % {"credit": image.credit}
    return _("photo: %(credit)s") % {"credit": image.credit}
