"""Machine translation, where an installation has it: a first draft that a person confirms.

The translators are wagtail-localize's; here they keep to their services' limits and say in words
what went wrong. Nothing is sent that is not public. See docs/decisions/0028-translation-desk.md.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from itertools import islice
from typing import Any

import requests
from django.utils.translation import gettext as _
from wagtail_localize.machine_translators.base import BaseMachineTranslator
from wagtail_localize.machine_translators.deepl import DeepLTranslator
from wagtail_localize.machine_translators.libretranslate import LibreTranslator

from base.models import Audience, BasePage
from base.models.records import Who
from base.refusals import Refusal

# What DeepL takes at most in one request.
MOST_AT_ONCE = 50


class TranslatorUnavailable(Refusal):
    """The service did not answer as it should; nothing was translated."""


# Whether the strings about to be sent are those of a public page; nothing else may be sent.
_public = ContextVar("public", default=False)


class _Careful(BaseMachineTranslator):
    """Sends a few strings of a public page at a time, and says in words what went wrong."""

    def translate(self, source_locale: Any, target_locale: Any, strings: Iterable[Any]) -> dict:
        if not _public.get():
            raise TranslatorUnavailable(
                _("Machine translation is requested from a translation's own "
                    "page, and only for pages that everyone can see.")
            )  # fmt: skip
        translated: dict[Any, Any] = {}
        for batch in _batches(strings):
            try:
                translated |= super().translate(source_locale, target_locale, batch)
            except (requests.RequestException, KeyError, TypeError, ValueError) as error:
                raise TranslatorUnavailable(
                    _(
                        "%(name)s is not responding properly. Nothing was "
                        "translated; try again later."
                    )
                    % {"name": self.display_name}
                ) from error
        return translated


class DeepL(_Careful, DeepLTranslator):
    """British English, which DeepL asks to be named."""

    def get_parameters(self, source_locale: Any, target_locale: Any, strings: list) -> dict:
        parameters = super().get_parameters(source_locale, target_locale, strings)
        return {**parameters, "target_lang": "EN-GB"}


class LibreTranslate(_Careful, LibreTranslator):
    pass


def _batches(strings: Iterable[Any]) -> Iterator[list[Any]]:
    rest = iter(strings)
    while batch := list(islice(rest, MOST_AT_ONCE)):
        yield batch


@contextmanager
def sending(original: BasePage) -> Iterator[None]:
    """Within it the words of this page may leave the house, if anybody may read them."""
    token = _public.set(may_be_sent(original))
    try:
        yield
    finally:
        _public.reset(token)


def may_be_sent(original: BasePage) -> bool:
    return Audience.objects.filter(
        translation_key=original.translation_key, who=Who.PUBLIC
    ).exists()
