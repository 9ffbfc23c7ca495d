"""The admin is Polish: Wagtail's words where its own catalogue has them, ours where it has not."""

from pathlib import Path

import polib
import pytest
import wagtail
import wagtail_localize
from django.apps import apps
from django.conf import settings
from django.urls import reverse
from django.utils.text import camel_case_to_spaces
from django.utils.translation import gettext, override
from modelcluster.fields import ParentalKey
from wagtail.models import Collection, Page
from wagtail.users.models import UserProfile

from base.snippets import RegisterChooser
from registers.models import City, Person, Tag
from tests import factories
from tests.admin.forms import text_of

SUPPLEMENTS = settings.SITE_DIR / "locale_wagtail"
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
    ours = polib.pofile(str(SUPPLEMENTS / "pl" / "LC_MESSAGES" / f"{domain}.po"))
    known = translated([*catalogues("pl", domain), ours])
    assert said(catalogues("en", domain)) - known == set()


@pytest.mark.parametrize(
    ("language", "domain"), [("pl", "django"), ("pl", "djangojs"), ("en", "django")]
)
def test_the_supplement_says_nothing_wagtail_no_longer_asks(language, domain):
    ours = polib.pofile(str(SUPPLEMENTS / language / "LC_MESSAGES" / f"{domain}.po"))
    assert said([ours]) - said(catalogues("en", domain)) == set()
    assert not ours.untranslated_entries()


def test_a_name_put_into_a_sentence_needs_no_gender():
    expected = "Dodaj: osoba"
    assert gettext("Add %(model_name)s") % {"model_name": "osoba"} == expected


@pytest.mark.django_db
def test_the_first_page_counts_in_polish(admin_client, site_tree):
    factories.image()
    page = text_of(admin_client.get(reverse("wagtailadmin_home")))
    assert "obraz" in page
    assert "Images" not in page


@pytest.mark.django_db
def test_the_admin_is_polish_whatever_language_the_browser_asks_for(client, admin_client):
    english = {"headers": {"accept-language": "en-GB,en;q=0.9"}}
    sign_in = text_of(client.get(reverse("wagtailadmin_login"), **english))
    assert "Panel redakcji EMPIRIE" in sign_in
    assert "Hasło" in sign_in
    assert "Password" not in sign_in
    assert "Konto" in text_of(admin_client.get(reverse("wagtailadmin_home"), **english))


@pytest.mark.django_db
def test_an_editor_may_choose_english_for_the_admin(client):
    user = factories.user(is_superuser=True)
    UserProfile.objects.create(user=user, preferred_language="en")
    client.force_login(user)
    assert "Account" in text_of(client.get(reverse("wagtailadmin_home")))


def test_a_chooser_speaks_the_language_of_who_opens_it():
    chooser = RegisterChooser(City)
    assert str(chooser.choose_one_text) == "Wybierz: miasto"
    with override("en"):
        assert str(chooser.choose_one_text) == "Choose city"


@pytest.mark.django_db
def test_what_is_used_nowhere_is_not_said_to_be_used_in_0_places(admin_client):
    address = reverse("wagtailimages:delete", args=[factories.image().pk])
    assert "Nigdzie nieużywane" in text_of(admin_client.get(address))


@pytest.mark.django_db
def test_a_list_says_how_many_without_declining(admin_client, site_tree):
    for name in ("Anna", "Barbara", "Celina", "Danuta", "Ewa"):
        factories.person(name=name)
    listed = text_of(admin_client.get(reverse(Person.snippet_viewset.get_url_name("list"))))
    assert "Razem: 5" in listed


@pytest.mark.django_db
def test_words_a_library_leaves_in_english_are_said_in_polish(admin_client, site_tree):
    tag = factories.tag()
    views = Tag.snippet_viewset
    listed = text_of(admin_client.get(reverse(views.get_url_name("list"))))
    form = text_of(admin_client.get(reverse(views.get_url_name("edit"), args=[tag.pk])))
    assert "Nazwa po polsku" in listed
    assert "Nazwa po polsku" in form
    assert "Name" not in listed + form
    article = reverse("wagtailadmin_pages:edit", args=[factories.article().pk])
    assert "comma-separated" not in text_of(admin_client.get(article))


@pytest.mark.django_db
def test_nothing_is_called_root(site_tree):
    assert Collection.get_first_root_node().name == "Pliki publiczne"
    assert Page.get_first_root_node().title == "Strony"


@pytest.mark.django_db
def test_the_menu_offers_no_handbook_in_english_and_no_third_language(admin_client, site_tree):
    home = admin_client.get(reverse("wagtailadmin_home")).content.decode()
    assert "guide.wagtail.org" not in home
    assert reverse("wagtaillocales:index") not in home


def test_the_list_of_sites_is_headed_in_polish(admin_client, site_tree):
    page = text_of(admin_client.get(reverse("wagtailsites:index")))
    assert "Nazwa serwisu" in page
    assert "Root page" not in page


def test_every_row_of_a_record_is_named_where_it_is_told_what_uses_what():
    """Wagtail's page of uses names the row and the field: "Słowa kluczowe → Słowo kluczowe"."""
    rooms = ("base", "registers", "networks", "practices", "exchange", "news", "home")
    rows = [
        model
        for room in rooms
        for model in apps.get_app_config(room).get_models()
        if any(isinstance(field, ParentalKey) for field in model._meta.fields)
    ]
    assert len(rows) > 10
    unnamed = [
        model.__name__
        for model in rows
        if model._meta.verbose_name == camel_case_to_spaces(model.__name__)
    ]
    assert unnamed == []
