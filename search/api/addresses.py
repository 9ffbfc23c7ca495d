"""Where things stand in the API."""

from django.urls import reverse

from base.addresses import absolute


def href(kind: str, id: str) -> str:
    """The whole address of a record; ``kind`` is the part of it that names a list."""
    return absolute(reverse(f"api:{kind}", args=[id]))
