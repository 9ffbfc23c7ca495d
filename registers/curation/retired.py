"""What meant a tag once: old addresses and the ids in older versions of pages."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet

from ..models import RetiredTag, Tag


def retire(tag: Tag, into: Tag) -> None:
    """Let everything that meant ``tag`` mean ``into``; done before ``tag`` is deleted."""
    tag.retired.update(tag=into)
    RetiredTag.objects.create(slug=tag.slug, former_id=tag.pk, tag=into)


def readdress(tag: Tag, former_slug: str) -> None:
    """Let the address a tag had lead to it; one that it has again needs nobody to lead there."""
    RetiredTag.objects.create(slug=former_slug, tag=tag)
    RetiredTag.objects.filter(slug=tag.slug, former_id=None).delete()


def retired_among(slugs: Iterable[str]) -> QuerySet[RetiredTag]:
    """What these slugs meant once, the latest last; what a living tag is called by is its own."""
    slugs = set(slugs)
    living = Tag.objects.filter(slug__in=slugs).values("slug")
    return RetiredTag.objects.filter(slug__in=slugs).exclude(slug__in=living).order_by("pk")


def with_living_tags(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The rows of a page's version, each with the tag its tag is now; none twice."""
    now = dict(
        RetiredTag.objects.filter(former_id__in=[row["tag"] for row in rows]).values_list(
            "former_id", "tag_id"
        )
    )
    if not now:
        return rows
    living: dict[int, dict[str, Any]] = {}
    for row in rows:
        tag = now.get(row["tag"], row["tag"])
        living.setdefault(tag, {**row, "tag": tag})
    return list(living.values())
