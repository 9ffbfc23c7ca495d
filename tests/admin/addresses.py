"""Every address of the admin, with arguments that lead to something, and what it answers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

ADMIN = "admin/"
LOGIN, REFUSED, ALLOWED = "login", "refused", "allowed"


@dataclass(frozen=True)
class Address:
    """A pattern of the resolver: its name, and the names of its arguments."""

    name: str
    arguments: tuple[str, ...]


def addresses_of_the_admin() -> list[Address]:
    (admin,) = (
        each
        for each in get_resolver().url_patterns
        if isinstance(each, URLResolver) and str(each.pattern) == ADMIN
    )
    return list(_below(admin, (), ()))


def _below(
    resolver: URLResolver, spaces: tuple[str, ...], arguments: tuple[str, ...]
) -> Iterator[Address]:
    for each in resolver.url_patterns:
        own = (*arguments, *_arguments(each))
        if isinstance(each, URLPattern):
            name = each.name or str(each.pattern)
            yield Address(":".join((*spaces, name)), own)
        else:
            namespace = (each.namespace,) if each.namespace else ()
            yield from _below(each, (*spaces, *namespace), own)


def _arguments(each: URLPattern | URLResolver) -> tuple[str, ...]:
    return tuple(each.pattern.converters or each.pattern.regex.groupindex)


def answer(client: Client, url: str) -> str:
    """What a person gets who opens an address, or sends to it what is no page.

    Whatever that changes is undone.
    """
    cookies = client.cookies.copy()
    try:
        with transaction.atomic():
            for ask in (client.get, client.post, client.put):
                response = ask(url)
                if response.status_code != 405:
                    break
            transaction.set_rollback(True)
    finally:
        client.cookies = cookies
    return _meaning(response)


def _meaning(response: Any) -> str:
    if response.status_code in (301, 302):
        path = response.url.partition("?")[0]
        return {reverse("wagtailadmin_login"): LOGIN, reverse("wagtailadmin_home"): REFUSED}.get(
            path, ALLOWED
        )
    # What somebody may not see is often not there for them.
    if response.status_code in (403, 404):
        return REFUSED
    # 400: the right is there, and a form or a parameter is not.
    return ALLOWED if response.status_code < 500 else f"error {response.status_code}"
