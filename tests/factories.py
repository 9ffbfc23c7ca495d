"""Valid objects with no arguments: what a test does not care about is made up here.

Pages are made below the frame of the site (the fixture ``site_tree``), complete and published
unless told otherwise. Work that waits for a commit (documents, language states of structure)
waits here too: see the fixture ``commit``.
"""

from __future__ import annotations

import io
import itertools
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.contrib.auth.models import Group, Permission
from django.core.files.base import ContentFile
from django.core.files.images import ImageFile
from django.utils import timezone
from PIL import Image
from wagtail.models import Collection, GroupPagePermission, Page

from base.models import BasePage, CollectionAudience, CustomDocument, CustomImage
from base.models.records import Who
from exchange.models import MeetingIndexPage, MeetingPage, ProductIndexPage, ProductPage
from home.models import AccessibilityPage, HomePage, PlainPage
from networks.models import NetworkIndexPage, NetworkPage, ProgrammePage
from news.models import MultimediaIndexPage, MultimediaPage, NewsIndexPage, NewsPage
from practices.models import (
    CollectionIndexPage,
    CollectionItem,
    CollectionPage,
    Funding,
    Indicator,
    PracticeIndexPage,
    PracticePage,
    PracticeState,
    Step,
)
from registers.models import (
    City,
    CityIndexPage,
    FundingSource,
    PeoplePage,
    Person,
    Tag,
    Theme,
    ThemeIndexPage,
)
from users.models import User

_numbers = itertools.count(1)
# What the law wants said in a declaration of accessibility.
ENGLISH_PROCEDURE = (
    "<p>We answer within 7 days, within 2 months at most. Complaints go to the "
    '<a href="https://bip.brpo.gov.pl">Commissioner for Human Rights</a>.</p>'
)
SUMMARY = "Miasto zrobiło coś, co inne miasto mogłoby powtórzyć. " * 8


def number() -> int:
    """A number no other object of the run has; names and codes are made unique with it."""
    return next(_numbers)


# --- People -----------------------------------------------------------------------------


def user(**fields: Any) -> User:
    return User.objects.create_user(f"osoba{number()}@example.org", **fields)


def administrator() -> User:
    return User.objects.create_superuser(f"admin{number()}@example.org")


def editor(below: Page, *permissions: str) -> User:
    """Somebody with page permissions below one page, and the way into the admin."""
    group = Group.objects.create(name=f"redakcja {number()}")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    for codename in permissions or ("add_page", "change_page", "publish_page"):
        GroupPagePermission.objects.create(
            group=group, page=below, permission=Permission.objects.get(codename=codename)
        )
    someone = user()
    someone.groups.add(group)
    return someone


def permit(someone: User, name: str) -> None:
    """Give somebody a right of the admin, named ``app.codename``, beside those they have."""
    app, _dot, codename = name.partition(".")
    someone.user_permissions.add(
        Permission.objects.get(content_type__app_label=app, codename=codename)
    )


# --- Registers --------------------------------------------------------------------------


def city(**fields: Any) -> City:
    n = number()
    given = {
        "name_pl": f"Miasto {n}",
        "slug": f"miasto-{n}",
        "teryt": f"{240000 + n}",
        "voivodeship": "24",
        "kind": "urban",
        "population": 40_000,
        **fields,
    }
    return City.objects.create(**given)


def theme(**fields: Any) -> Theme:
    n = number()
    given = {
        "name_pl": f"Temat {n}",
        "name_en": f"Theme {n}",
        "code": f"temat-{n}",
        "slug_pl": f"temat-{n}",
        "slug_en": f"theme-{n}",
        **fields,
    }
    return Theme.objects.create(**given)


def tag(**fields: Any) -> Tag:
    n = number()
    given = {"name": f"słowo {n}", "name_en": f"word {n}", **fields}
    if "theme" not in given:
        given["theme"] = theme()
    return Tag.objects.create(**given)


def person(**fields: Any) -> Person:
    given = {
        "name": f"Anna Przykładna {number()}",
        "kind": "expert",
        "function_pl": "ekspertka",
        "function_en": "expert",
        "is_public": True,
        "consent_on": date(2026, 1, 5),
        "consent_source": "teczka zgód",
        **fields,
    }
    return Person.objects.create(**given)


def funding_source(**fields: Any) -> FundingSource:
    n = number()
    return FundingSource.objects.create(
        **{"code": f"zrodlo-{n}", "name_pl": f"Źródło {n}", "name_en": f"Source {n}", **fields}
    )


# --- Files ------------------------------------------------------------------------------


def png(colour: str = "teal") -> bytes:
    """The bytes of a small picture."""
    stream = io.BytesIO()
    Image.new("RGB", (48, 32), colour).save(stream, "PNG")
    return stream.getvalue()


def image(**fields: Any) -> CustomImage:
    n = number()
    given = {
        "title": f"Obraz {n}",
        "author": "Jan Przykładny",
        "alt_pl": "Kamienice przy rynku",
        "alt_en": "Townhouses on the market square",
        **fields,
    }
    if "file" not in given:
        given["file"] = ImageFile(io.BytesIO(png()), name=f"obraz-{n}.png")
    return CustomImage.objects.create(**given)


def document(**fields: Any) -> CustomDocument:
    n = number()
    given = {"title": f"Uchwała {n}", "title_en": f"Resolution {n}", **fields}
    if "file" not in given:
        given["file"] = ContentFile(b"tresc uchwaly", name=f"uchwala-{n}.txt")
    return CustomDocument.objects.create(**given)


def closed_collection(who: str = Who.MEMBERS) -> Collection:
    """A collection of images and documents whose audience is not everybody."""
    collection = Collection.get_first_root_node().add_child(name=f"zamknięta {number()}")
    CollectionAudience.objects.create(collection=collection, who=who)
    return collection


# --- Pages ------------------------------------------------------------------------------


def index(model: type[BasePage]) -> BasePage:
    """The Polish index page of a type, made with the frame of the site."""
    return model.objects.originals().get()


def _page(
    model: type[BasePage],
    parent: Page,
    fields: dict[str, Any],
    *,
    published: bool,
    fill: Callable[[Any], None] | None = None,
) -> Any:
    """Make a page as an editor does: add a draft, complete it, publish its revision."""
    title = fields.pop("title", "") or f"Tytuł {number()}"
    page = model(title=title, live=False, **fields)
    Page.objects.get(pk=parent.pk).add_child(instance=page)
    if fill is not None:
        fill(page)
    revision = page.save_revision()
    if published:
        revision.publish()
    return model.objects.get(pk=page.pk)


def draft(model: type[BasePage], parent: Page, **fields: Any) -> Any:
    """A page with a title and nothing else, as an editor may leave it for tomorrow."""
    return _page(model, parent, fields, published=False)


def programme(*, published: bool = True, **fields: Any) -> ProgrammePage:
    given = {"lead": "Program wymiany doświadczeń.", "summary": SUMMARY, **fields}
    return _page(ProgrammePage, index(NetworkIndexPage), given, published=published)


def network(
    *, parent: ProgrammePage | None = None, published: bool = True, **fields: Any
) -> NetworkPage:
    given = {
        "lead": "Miasta, które uczą się od siebie.",
        "summary": SUMMARY,
        "short_name": "Cyfryzacja",
        "purpose": "<p>Wspólne rozwiązania.</p>",
        **fields,
    }
    return _page(NetworkPage, parent or programme(), given, published=published)


def translated_network(**fields: Any) -> NetworkPage:
    """A network whose English page is live, so that what is below it can be translated."""
    above = programme()
    english(above)
    page = network(parent=above, **fields)
    english(page)
    return page


def some_network() -> NetworkPage:
    """Any network that is there already, for those who only need one."""
    return NetworkPage.objects.originals().filter(live=True).first() or network()


def practice(
    *,
    parent: PracticeIndexPage | None = None,
    published: bool = True,
    level: str = "full",
    tags: list[Tag] | None = None,
    networks: list[NetworkPage] | None = None,
    fill: Callable[[PracticePage], None] | None = None,
    **fields: Any,
) -> PracticePage:
    """A practice with everything the domain marks as required."""
    given = {
        "lead": "Jedno zdanie o rozwiązaniu.",
        "summary": SUMMARY[:400],
        "challenge": "<p>Było źle.</p>",
        "objectives": "<p>Miało być lepiej.</p>",
        "solution": "<p>Zrobiono to i owo.</p>",
        "results": "<p>Jest lepiej.</p>",
        "what_helped": "<p>Upór.</p>",
        "not_repeated": "<p>Zbyt późno zapytano mieszkańców.</p>",
        "transferability": "<p>Wystarczy chcieć.</p>",
        "unit": "Wydział Rozwoju",
        "kind": "service",
        "stage": "implemented",
        "start_year": 2022,
        "time_to_launch": "3_to_6_months",
        "total_cost": Decimal(120_000),
        "difficulty": 2,
        **fields,
    }
    for name, make in (("city", city), ("contact", person), ("cover", image)):
        if name not in given:
            given[name] = make()

    def complete(page: PracticePage) -> None:
        page.networks = [some_network()] if networks is None else networks
        page.tags.set([tag()] if tags is None else tags)
        page.steps = [Step(what=f"Krok {n}", duration_months=n, sort_order=n) for n in (1, 2, 3)]
        page.indicators = [Indicator(name="Czas obsługi", before=9, after=3, unit="dni")]
        page.funding = [Funding(source=funding_source(), amount=Decimal(120_000))]
        PracticeState.objects.update_or_create(
            translation_key=page.translation_key, defaults={"level": level}
        )
        if fill is not None:
            fill(page)

    return _page(
        PracticePage,
        parent or index(PracticeIndexPage),
        given,
        published=published,
        fill=complete,
    )


def archival_practice(**fields: Any) -> PracticePage:
    """An old, incomplete record, published as it came and marked so."""
    page = draft(
        PracticePage,
        index(PracticeIndexPage),
        **{"summary": "Dawno temu.", "city": city(), **fields},
    )
    PracticeState.objects.create(translation_key=page.translation_key, level="archival")
    page.get_latest_revision().publish()
    page.refresh_from_db()
    return page


def meeting(
    *, parent: NetworkPage | None = None, published: bool = True, **fields: Any
) -> MeetingPage:
    start = timezone.now() + timedelta(days=30)
    given = {
        "lead": "Spotkanie sieci.",
        "kind": "working",
        "mode": "on_site",
        "start": start,
        "end": start + timedelta(hours=5),
        **fields,
    }
    if "host_city" not in given:
        given["host_city"] = city()
    return _page(MeetingPage, parent or network(), given, published=published)


def product(
    *, parent: NetworkPage | None = None, published: bool = True, public: bool = True, **fields: Any
) -> ProductPage:
    """A product of a network; one that everybody sees, unless told otherwise."""
    from base import access

    given = {
        "lead": "Poradnik dla urzędów.",
        "summary": SUMMARY,
        "type": "handbook",
        "level": "local",
        **fields,
    }

    def open_to_all(page: ProductPage) -> None:
        if public:
            access.set_audience(page, Who.PUBLIC)

    return _page(ProductPage, parent or network(), given, published=published, fill=open_to_all)


def article(
    *, parent: NewsIndexPage | None = None, published: bool = True, **fields: Any
) -> NewsPage:
    given = {
        "lead": "Co się wydarzyło.",
        "body": [("paragraph", "<p>Wydarzyło się coś dobrego.</p>")],
        "category": "networks",
        **fields,
    }
    return _page(NewsPage, parent or index(NewsIndexPage), given, published=published)


def gallery(
    *, published: bool = True, images: list[CustomImage] | None = None, **fields: Any
) -> MultimediaPage:
    from news.models import MultimediaImage

    def hang(page: MultimediaPage) -> None:
        page.images = [MultimediaImage(image=each) for each in images or [image()]]

    given = {"lead": "Zdjęcia.", "kind": "gallery", "date": date(2026, 5, 4), **fields}
    return _page(MultimediaPage, index(MultimediaIndexPage), given, published=published, fill=hang)


def plain_page(*, parent: Page | None = None, published: bool = True, **fields: Any) -> PlainPage:
    given = {"lead": "O czym to jest.", "body": [("paragraph", "<p>Treść.</p>")], **fields}
    return _page(PlainPage, parent or index(HomePage), given, published=published)


def collection(
    *, published: bool = True, practices: list[PracticePage] | None = None, **fields: Any
) -> CollectionPage:
    def gather(page: CollectionPage) -> None:
        page.items = [CollectionItem(practice=each) for each in practices or [practice()]]

    given = {"lead": "Miasta w upale.", "introduction": "<p>Wstęp.</p>", **fields}
    return _page(
        CollectionPage, index(CollectionIndexPage), given, published=published, fill=gather
    )


def declaration(*, published: bool = True, **fields: Any) -> AccessibilityPage:
    day = date(2026, 3, 1)
    given = {
        "lead": "Deklaracja.",
        "entity": "Związek Miast Polskich",
        "procedure": "<p>Odpowiemy w ciągu 7 dni, najpóźniej w ciągu 2 miesięcy. Skargę można "
        'złożyć do <a href="https://bip.brpo.gov.pl">Rzecznika Praw Obywatelskich</a>.</p>',
        "architecture": "<p>Wejście bez schodów.</p>",
        "communication": "<p>Telefon i poczta.</p>",
        "site_name": "EMPIRIE",
        "site_url": "https://example.org",
        "published_on": day,
        "updated_on": day,
        "prepared_on": day,
        "status": "fully",
        "contact_name": "Jan Przykładny",
        "email": "dostepnosc@example.org",
        "phone": "61 000 00 00",
        **fields,
    }
    return _page(AccessibilityPage, index(HomePage), given, published=published)


# How a page of each type comes to be; the frame of the site has one of every index.
PAGE_FACTORIES: dict[type[BasePage], Callable[..., Any]] = {
    AccessibilityPage: declaration,
    CollectionPage: collection,
    MeetingPage: meeting,
    MultimediaPage: gallery,
    NetworkPage: network,
    NewsPage: article,
    PlainPage: plain_page,
    PracticePage: practice,
    ProductPage: product,
    ProgrammePage: programme,
}
INDEX_TYPES: list[type[BasePage]] = [
    HomePage,
    CityIndexPage,
    CollectionIndexPage,
    MeetingIndexPage,
    MultimediaIndexPage,
    NetworkIndexPage,
    NewsIndexPage,
    PeoplePage,
    PracticeIndexPage,
    ProductIndexPage,
    ThemeIndexPage,
]
PAGE_TYPES: list[type[BasePage]] = [*INDEX_TYPES, *PAGE_FACTORIES]


def page_of(model: type[BasePage]) -> Any:
    """A complete, published Polish page of a type."""
    return PAGE_FACTORIES[model]() if model in PAGE_FACTORIES else index(model)


def english_way_to(page: BasePage) -> None:
    """Give every page above this one its live English, where it has none yet."""
    for above in page.get_ancestors().filter(depth__gt=2).specific():
        if above.english is None or not above.english.live:
            english(above)


# --- English ----------------------------------------------------------------------------


def english(
    page: BasePage, *, full: bool = True, publish: bool = True, slug: str = "", **texts: Any
) -> Any:
    """The English page: every text of it, or its abstract (title, lead, summary and no more).

    Pages above it that have no live English are not made; say ``english`` of them first.
    """
    from base.translating import write_english

    n = number()
    given: dict[str, Any] = {}
    for field in page.translatable_fields:
        model_field = page._meta.get_field(field.field_name)
        is_text = not model_field.one_to_many
        wanted = full or field.field_name in ("title", "lead", "summary")
        if is_text and wanted and getattr(page, field.field_name):
            given[field.field_name] = english_text(page, field.field_name, n)
    rows = _english_rows if full else None
    return write_english(page, {**given, **texts}, slug=slug, rows=rows, publish=publish)


def english_text(page: BasePage, name: str, n: int) -> Any:
    """English for one field of a page: words in the field's own form."""
    value = getattr(page, name)
    if name == "procedure":
        return ENGLISH_PROCEDURE
    if hasattr(value, "stream_block"):
        return [("paragraph", f"<p>English words {n}.</p>")]
    text = f"English {name.replace('_', ' ')} {n}"
    return f"<p>{text}</p>" if str(value).startswith("<") else text


def _english_rows(page: BasePage) -> None:
    for field in page.translatable_fields:
        if page._meta.get_field(field.field_name).one_to_many:
            manager = getattr(page, field.field_name)
            for row in manager.all():
                for text in row.texts:
                    setattr(row, text, f"English {text}")
                manager.add(row)
