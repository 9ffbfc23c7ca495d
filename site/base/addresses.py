"""Addresses: slugs made from names, and whole addresses for those who are not on the site."""

from anyascii import anyascii
from django.conf import settings
from django.utils.text import slugify


def slug_of(text: str, *, max_length: int = 80) -> str:
    """An ASCII slug: Django's own ``slugify`` drops ``ł`` ("Łódź" would become ``odz``)."""
    return slugify(anyascii(text))[:max_length].strip("-")


def absolute(address: str) -> str:
    """An address on the site's own host, for feeds, mails, sitemaps and search engines."""
    if address.startswith(("http://", "https://")):
        return address
    return f"{settings.WAGTAILADMIN_BASE_URL.rstrip('/')}{address}"
