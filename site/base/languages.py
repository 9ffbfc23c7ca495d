"""The two languages: which one originals are written in, and the ids of their locales."""

from functools import cache

from django.conf import settings
from django.db.models.signals import post_delete, post_save
from django.utils.translation import get_language
from wagtail.models import Locale

ORIGINAL_LANGUAGE = settings.LANGUAGE_CODE
TRANSLATION_LANGUAGE = "en"


@cache
def locale_id(language: str) -> int:
    """The primary key of a language's Locale; a process asks the database once."""
    return Locale.objects.get(language_code=language).pk


def original_locale_id() -> int:
    return locale_id(ORIGINAL_LANGUAGE)


def translation_locale_id() -> int:
    return locale_id(TRANSLATION_LANGUAGE)


def active_language() -> str:
    """The reader's language, reduced to one of ours."""
    language = (get_language() or ORIGINAL_LANGUAGE).split("-")[0]
    return language if language == TRANSLATION_LANGUAGE else ORIGINAL_LANGUAGE


def _forget(**_kwargs: object) -> None:
    locale_id.cache_clear()


post_save.connect(_forget, sender=Locale, dispatch_uid="base.languages.save")
post_delete.connect(_forget, sender=Locale, dispatch_uid="base.languages.delete")
