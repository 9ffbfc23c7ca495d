"""The admin is Polish: Wagtail's words where its own catalogue has them, ours where it has not."""

from pathlib import Path

import polib
import pytest
import wagtail
import wagtail_localize
from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext

from tests import factories
from tests.admin.forms import text_of

SUPPLEMENT = settings.SITE_DIR / "locale_wagtail" / "pl" / "LC_MESSAGES"
# Parts of Wagtail that this site does not use.
UNUSED = ("search_promotions", "table_block", "contrib/forms", "contrib/settings", "simple_transl")


def catalogues(language: str, domain: str) -> list[polib.POFile]:
    folders = [Path(module.__file__).parent for module in (wagtail, wagtail_localize)]
    return [
        polib.pofile(str(path))
        for folder in folders
        for path in folder.glob(f"**/locale/{language}/LC_MESSAGES/{domain}.po")
        if not any(part in path.as_posix() for part in UNUSED)
    ]


def said(files: list[polib.POFile]) -> set[tuple[str | None, str]]:
    return {(entry.msgctxt, entry.msgid) for file in files for entry in file}


def translated(files: list[polib.POFile]) -> set[tuple[str | None, str]]:
    return {(e.msgctxt, e.msgid) for file in files for e in file if e.translated()}


@pytest.mark.parametrize("domain", ["django", "djangojs"])
def test_no_word_of_wagtails_admin_is_left_in_english(domain):
    ours = polib.pofile(str(SUPPLEMENT / f"{domain}.po"))
    known = translated([*catalogues("pl", domain), ours])
    assert said(catalogues("en", domain)) - known == set()


@pytest.mark.parametrize("domain", ["django", "djangojs"])
def test_the_supplement_says_nothing_wagtail_no_longer_asks(domain):
    ours = polib.pofile(str(SUPPLEMENT / f"{domain}.po"))
    assert said([ours]) - said(catalogues("en", domain)) == set()
    assert not ours.untranslated_entries()


def test_a_name_put_into_a_sentence_needs_no_gender():
    expected = "Dodaj: osoba"
    assert gettext("Add %(model_name)s") % {"model_name": "osoba"} == expected


@pytest.mark.django_db
def test_the_first_page_counts_in_polish(admin_client, site_tree):
    factories.image()
    page = text_of(admin_client.get(reverse("wagtailadmin_home")))
    assert "zdjęcie" in page
    assert "Images" not in page
