"""The frame of the site: both homes and every index page, made once and left to the editors."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import transaction
from wagtail.models import Collection, Locale, Page, Site

from base.languages import ORIGINAL_LANGUAGE, TRANSLATION_LANGUAGE
from base.models import BasePage
from base.translating import write_english
from exchange.models import MeetingIndexPage, ProductIndexPage
from networks.models import NetworkIndexPage
from news.models import MultimediaIndexPage, NewsIndexPage
from practices.models import CollectionIndexPage, PracticeIndexPage
from registers.models import CityIndexPage, PeoplePage, ThemeIndexPage

from .models import HomePage
from .roles import create_roles


@dataclass(frozen=True)
class Section:
    """An index page: its type, and its title, lead and address in both languages."""

    model: type[BasePage]
    polish: tuple[str, str, str]
    english: tuple[str, str, str]
    in_menu: bool = True


HOME = Section(
    HomePage,
    ("EMPIRIE", "Sieci Wymiany Doświadczeń Związku Miast Polskich", "pl"),
    ("EMPIRIAE", "Experience Exchange Networks of the Association of Polish Cities", "en"),
)

SECTIONS = [
    Section(
        NetworkIndexPage,
        ("Sieci", "W sieciach miasta uczą się od siebie i razem szukają rozwiązań.", "sieci"),
        (
            "Networks",
            "In the networks, cities learn from each other and look for solutions.",
            "networks",
        ),
    ),
    Section(
        PracticeIndexPage,
        (
            "Dobre praktyki",
            "Sprawdzone rozwiązania polskich miast: co zrobiono, za ile i z jakim skutkiem.",
            "dobre-praktyki",
        ),
        (
            "Good practices",
            "Proven solutions of Polish cities: what was done, at what cost and to what effect.",
            "good-practices",
        ),
    ),
    Section(
        ThemeIndexPage,
        ("Tematy", "Wszystko, co sieci wiedzą, ułożone według tematów.", "tematy"),
        ("Themes", "Everything the networks know, arranged by theme.", "themes"),
    ),
    Section(
        CityIndexPage,
        ("Miasta", "Miasta, które dzielą się doświadczeniem, na mapie i na liście.", "miasta"),
        ("Cities", "Cities that share their experience, on a map and in a list.", "cities"),
    ),
    Section(
        NewsIndexPage,
        ("Aktualności", "Co dzieje się w sieciach.", "aktualnosci"),
        ("News", "What is happening in the networks.", "news"),
    ),
    Section(
        MeetingIndexPage,
        ("Spotkania", "Kalendarz spotkań wszystkich sieci.", "spotkania"),
        ("Meetings", "The calendar of all networks’ meetings.", "meetings"),
    ),
    Section(
        ProductIndexPage,
        (
            "Produkty sieci",
            "Schematy, rekomendacje i poradniki, które wypracowały sieci.",
            "produkty",
        ),
        (
            "Network products",
            "Schemes, recommendations and handbooks made by the networks.",
            "products",
        ),
        in_menu=False,
    ),
    Section(
        CollectionIndexPage,
        ("Kolekcje", "Praktyki dobrane przez redakcję wokół jednego pytania.", "kolekcje"),
        ("Collections", "Practices chosen by the editors around one question.", "collections"),
        in_menu=False,
    ),
    Section(
        MultimediaIndexPage,
        ("Multimedia", "Galerie miast, filmy i nagrania.", "multimedia"),
        ("Multimedia", "City galleries, films and recordings.", "multimedia"),
        in_menu=False,
    ),
    Section(
        PeoplePage,
        ("Ludzie", "Eksperci, koordynatorzy i moderatorzy sieci.", "ludzie"),
        ("People", "The networks’ experts, coordinators and moderators.", "people"),
        in_menu=False,
    ),
]


@transaction.atomic
def create_structure() -> HomePage:
    """Make what is missing of the frame; run again, it changes nothing. Returns the Polish home."""
    Locale.objects.get_or_create(language_code=ORIGINAL_LANGUAGE)
    Locale.objects.get_or_create(language_code=TRANSLATION_LANGUAGE)
    _name_roots()
    home = HomePage.objects.originals().first() or _create(HOME, Page.get_first_root_node())
    _english(HOME, home)
    site = Site.objects.filter(is_default_site=True).first() or Site(is_default_site=True)
    if site.root_page_id != home.pk:
        site.hostname = site.hostname or "localhost"
        site.site_name = "EMPIRIE"
        former, site.root_page = site.root_page if site.pk else None, home
        site.save()
        _remove_welcome_page(former)
    for section in SECTIONS:
        page = section.model.objects.originals().first() or _create(section, home)
        _english(section, page)
    create_roles()
    return home


def _name_roots() -> None:
    """Wagtail's migrations call both "Root"; editors meet them in breadcrumbs and in choosers."""
    root = Page.get_first_root_node()
    if root.title == "Root":
        root.title = root.draft_title = "Strony"
        root.save(clean=False)
    Collection.objects.filter(depth=1, name="Root").update(name="Pliki publiczne")


def _remove_welcome_page(page: Page | None) -> None:
    """Wagtail's own "Welcome" page, made by its migration, has no place here."""
    if page is not None and page.specific_class is Page:
        page.delete()


def _create(section: Section, parent: Page) -> BasePage:
    title, lead, slug = section.polish
    page = section.model(
        title=title,
        lead=lead,
        slug=slug,
        locale=Locale.objects.get(language_code=ORIGINAL_LANGUAGE),
        show_in_menus=section.in_menu,
        live=False,
    )
    # Its number of children changed with the page made before.
    parent.refresh_from_db()
    parent.add_child(instance=page)
    page.save_revision().publish()
    return section.model.objects.get(pk=page.pk)


def _english(section: Section, original: BasePage) -> None:
    if original.english is not None:
        return
    title, lead, slug = section.english
    write_english(original, {"title": title, "lead": lead}, slug=slug)
