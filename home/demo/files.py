"""Illustrations and documents of the demo content."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.images import ImageFile
from wagtail.models import Collection

from base.models import CollectionAudience, CustomDocument, CustomImage
from base.models.files import Licence
from base.models.records import Who

from .reading import CONTENT, ILLUSTRATIONS, read

# Named in Polish, whatever language the command that loads them speaks.
CLOSED_COLLECTIONS = {
    Who.MEMBERS: "Pliki dla członków sieci",
    Who.LEADERS: "Pliki dla sieci liderów",
}


@cache
def _described() -> dict[str, dict[str, Any]]:
    return {item["stem"]: item for item in read("illustrations.yaml")}


def load() -> None:
    image.cache_clear()
    document.cache_clear()


@cache
def image(stem: str | None, who: str = Who.PUBLIC) -> CustomImage | None:
    """The illustration of this stem, loaded when something first uses it.

    A closed page's pictures lie in a collection of its own audience.
    """
    if not stem:
        return None
    path = next(iter(ILLUSTRATIONS.glob(f"{stem}.*")), None)
    if path is None:
        return None
    known = _described().get(stem, {})
    picture = CustomImage(
        file=ImageFile(ContentFile(path.read_bytes()), name=path.name),
        title=known.get("title") or stem,
        author=known.get("author") or "Pracownia EMPIRII",
        illustration=True,
        licence=known.get("licence") or Licence.CC_BY,
        alt_pl=known.get("alt_pl") or "",
        alt_en=known.get("alt_en") or "",
        is_decorative=not known.get("alt_pl"),
        collection=_collection_for(who),
    )
    if focal := known.get("focal"):
        picture.focal_point_x = int(focal[0] * picture.width)
        picture.focal_point_y = int(focal[1] * picture.height)
    picture.file_size = path.stat().st_size
    picture._set_file_hash()
    picture.save()
    return picture


def _collection_for(who: str) -> Collection:
    """The collection whose files this audience sees: the root is everybody's."""
    root = Collection.get_first_root_node()
    if who == Who.PUBLIC:
        return root
    row = CollectionAudience.objects.filter(who=who).first()
    if row is None:
        made = root.add_child(name=CLOSED_COLLECTIONS[who])
        row = CollectionAudience.objects.create(collection=made, who=who)
    return row.collection


@cache
def document(
    name: str,
    title_pl: str,
    title_en: str = "",
    licence: str = "",
    language: str = "pl",
    issued_on: Any = None,
    who: str = Who.PUBLIC,
) -> CustomDocument | None:
    """A document of ``content/documents``; nothing where the file is not there."""
    path: Path = CONTENT / "documents" / name
    if not path.exists():
        return None
    stored = CustomDocument(
        title=title_pl,
        title_en=title_en or "",
        licence=licence or "",
        language=language,
        issued_on=issued_on,
        collection=_collection_for(who),
    )
    stored.file.save(path.name, ContentFile(path.read_bytes()), save=False)
    stored.file_size = path.stat().st_size
    stored._set_file_hash()
    stored.save()
    return stored
