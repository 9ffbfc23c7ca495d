"""Addresses and sort keys made from names, in one place for the admin, imports and factories."""

from anyascii import anyascii
from django.utils.text import slugify


def slug_of(text: str, *, max_length: int = 80) -> str:
    """An ASCII slug: Django's own ``slugify`` drops ``ł`` ("Łódź" would become ``odz``)."""
    return slugify(anyascii(text))[:max_length].strip("-")
