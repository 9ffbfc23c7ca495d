"""Pictures, documents and their collections."""

from __future__ import annotations

import io
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.images import ImageFile
from PIL import Image
from wagtail.models import Collection

from base.models import CollectionAudience, CustomDocument, CustomImage
from base.models.records import Who

from .numbers import number


def png(colour: str = "teal") -> bytes:
    """The bytes of a small picture."""
    stream = io.BytesIO()
    Image.new("RGB", (48, 32), colour).save(stream, "PNG")
    return stream.getvalue()


def image(**fields: Any) -> CustomImage:
    n = number()
    given = {
        "title": f"Obraz {n}",
        "author": "Jan Przykładny",
        "alt_pl": "Kamienice przy rynku",
        "alt_en": "Townhouses on the market square",
        **fields,
    }
    if "file" not in given:
        given["file"] = ImageFile(io.BytesIO(png()), name=f"obraz-{n}.png")
    return CustomImage.objects.create(**given)


def document(**fields: Any) -> CustomDocument:
    n = number()
    given = {"title": f"Uchwała {n}", "title_en": f"Resolution {n}", **fields}
    if "file" not in given:
        given["file"] = ContentFile(b"tresc uchwaly", name=f"uchwala-{n}.txt")
    return CustomDocument.objects.create(**given)


def closed_collection(who: str = Who.MEMBERS) -> Collection:
    """A collection of images and documents whose audience is not everybody."""
    collection = Collection.get_first_root_node().add_child(name=f"zamknięta {number()}")
    CollectionAudience.objects.create(collection=collection, who=who)
    return collection
