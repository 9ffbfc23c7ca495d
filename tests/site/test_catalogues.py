"""The catalogues are compiled by the process that then speaks by them."""

from __future__ import annotations

import polib
from django.core.management import call_command
from django.utils.translation import gettext, override
from django.utils.translation.reloader import translation_file_changed


def test_what_was_just_compiled_is_spoken_at_once(tmp_path, settings):
    folder = tmp_path / "pl" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    catalogue = polib.POFile()
    catalogue.metadata = {"Content-Type": "text/plain; charset=utf-8"}
    catalogue.append(polib.POEntry(msgid="A word of no catalogue", msgstr="Słowo z katalogu"))
    catalogue.save(str(folder / "django.po"))
    settings.LOCALE_PATHS = [tmp_path, *settings.LOCALE_PATHS]
    translation_file_changed(None, folder / "django.mo")
    try:
        with override("pl"):
            assert gettext("A word of no catalogue") == "A word of no catalogue"
        call_command("compile_catalogues", verbosity=0)
        with override("pl"):
            assert gettext("A word of no catalogue") == "Słowo z katalogu"
    finally:
        settings.LOCALE_PATHS = settings.LOCALE_PATHS[1:]
        translation_file_changed(None, folder / "django.mo")
