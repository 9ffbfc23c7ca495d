"""A site with canaries, pages of every searched kind with words nothing else has, and a sweep.

The sweep asks every address at which the search gives something out: each named address of the
site, each address of the API's own document, each page of the sitemap.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from io import BytesIO
from itertools import count, product
from types import SimpleNamespace
from typing import Any

from django.test import Client
from django.urls import URLResolver, get_resolver, reverse
from django.utils.translation import override
from openpyxl import load_workbook

from base import access
from base.languages import locale_id
from base.models.records import Who
from practices.models import CollectionItem, PracticeIndexPage, RelatedPractice
from search.api.document import document
from search.api.records import ADDRESSES
from search.models import AskedWords, SearchDocument
from search.open_data.storing import FILES
from tests import factories

LANGUAGES = ("pl", "en")
# In titles; in leads; in stories; in the name and the synonym of a tag; in English titles.
TITLE, LEAD, BODY = "zwarkolit", "trelwoszka", "glomprenta"
TAG, SYNONYM, ENGLISH = "fudrazyk", "mirkwosza", "quibbrantle"
# What is never asked for, so that no answer repeats it: a part of every title, an import's name.
UNASKED, EXTERNAL_ID = "wornibelk", "kan-4711"
SIGNS = (TITLE, LEAD, BODY, TAG, SYNONYM, ENGLISH, UNASKED, EXTERNAL_ID)
NETWORK_SLUG = f"siec-{TITLE}"
# A title's word, asked everywhere.
WORD = {"pl": TITLE, "en": ENGLISH}
# Asked where words are most used: mistyped, beside a word of open records, a tag's synonym.
MORE_WORDS = {
    "pl": ["zwarkloit", f"{TITLE} retencja", SYNONYM],
    "en": [f"{ENGLISH} water"],
}

# What each named address is asked, {} being the words; the first with all the words.
QUERIES = {
    "search": ["q={}", "q={}&type=news"],
    "search_feed": ["q={}", "q={}&type=practice"],
    "suggestions": ["q={}"],
    "practices_export": ["q={}"],
    "list": ["q={}", "q={}&view=map", "q={}&theme=climate"],
}
# What closed records alone bear, chosen by hand in an address.
CODES = [f"tag={TAG}", f"network={NETWORK_SLUG}"]
READ_FACETS = {"search_feed", "practices_export", "list"}
WITHOUT_WORDS = {"opensearch", "api_page", "open_data_file", "sitemap", "robots"}
# They say when the files were made, and how large they are.
CHANGING = {"open_data", "open_data_package"}
NOT_SWEPT = {
    "root": "leads to a language",
    "health_live": "says that the server runs",
    "health_ready": "says that the database answers",
    "ask_for_english": "takes a wish",
    "closed_image": "files are asked for in tests/site",
    "original_image": "files are asked for in tests/site",
    "practice_pack": "files are asked for in tests/practices",
    "practice_ask": "a form",
    "page": "every page of the sitemap is read",
    "page_file": "every feed and calendar of a list is read",
    "design": "is there for developers alone",
}
_visitors = count()
_reader = Client()


def names() -> set[str]:
    """The names of all addresses of the site but the API's, Wagtail's and the admin's."""
    found = set()
    for pattern in get_resolver().url_patterns:
        inside = isinstance(pattern, URLResolver) and str(pattern.pattern)[:3] not in ("pl/", "en/")
        if inside and (pattern.app_name or _module(pattern).startswith("wagtail")):
            continue
        found |= set(_names(pattern))
    return found


def _names(pattern: Any) -> Iterator[str]:
    if not isinstance(pattern, URLResolver):
        if pattern.name and not pattern.callback.__module__.startswith(("wagtail", "django")):
            yield pattern.name
    elif not _module(pattern).startswith("wagtail"):
        for each in pattern.url_patterns:
            yield from _names(each)


def _module(resolver: URLResolver) -> str:
    return getattr(resolver.urlconf_name, "__name__", "")


# --- The site ---------------------------------------------------------------------------------


def open_site() -> SimpleNamespace:
    """What everybody may see, in both languages."""
    climate = factories.theme(code="climate", name_pl="Klimat", name_en="Climate")
    retention = factories.tag(name="retencja", name_en="water retention", theme=climate)
    gorzow = factories.city(
        name_pl="Gorzów Wielkopolski", slug="gorzow", voivodeship="08", latitude=52, longitude=15
    )
    unseen = factories.city(name_pl="Nowa Sól", slug="nowa-sol", latitude=51, longitude=15)
    network = factories.translated_network(title="Klimat i zieleń", slug="klimat")
    rain = factories.practice(
        title="Miejska retencja wody", city=gorzow, tags=[retention], networks=[network]
    )
    factories.english(rain, title="Rain water stays in the city")
    school = factories.tag(theme=factories.theme(code="school", name_pl="Szkoła", name_en="School"))
    oak = factories.practice(
        title="Dęby przy szkołach", tags=[retention, school], networks=[network], city=gorzow
    )
    meeting = factories.meeting(parent=network, title="Spotkanie nad Wartą", host_city=gorzow)
    handbook = factories.product(parent=network, title="Poradnik retencji", practices=[rain])
    article = factories.article(title="Deszczówka w szkołach", networks=[network])
    collection = factories.collection(title="Miasta w upale", practices=[rain, oak])
    return SimpleNamespace(
        theme=climate, tag=retention, gorzow=gorzow, unseen=unseen, network=network, rain=rain,
        meeting=meeting, handbook=handbook, article=article, collection=collection,
    )  # fmt: skip


def canaries(site: SimpleNamespace) -> list[Any]:
    """A page of every kind the search knows, each in both languages, and open as yet."""
    tag = factories.tag(
        name=TAG, name_en=f"{TAG} {ENGLISH}", synonyms_pl=[SYNONYM], theme=site.theme
    )
    story = f"<p>Miejska {BODY} i retencja.</p>"

    def titled(kind: str) -> dict[str, str]:
        return {"title": f"{kind} {TITLE} {UNASKED}", "lead": f"Taka {LEAD}."}

    network = factories.network(
        **titled("Sieć"), parent=site.network.get_parent().specific, slug=NETWORK_SLUG,
        short_name=f"Sieć {TITLE}", purpose=story,
    )  # fmt: skip
    practices = [
        factories.practice(
            **titled(f"Praktyka {n}"), challenge=story, external_id=f"{EXTERNAL_ID}-{n}",
            tags=[tag, site.tag], networks=[network, site.network], city=site.unseen,
            contact=site.rain.contact,
        )
        for n in (1, 2)
    ]  # fmt: skip
    article = factories.article(
        **titled("Aktualność"), body=[("paragraph", story)], networks=[site.network]
    )
    article.tags.set([tag])
    article.save_revision().publish()
    made = [
        *practices,
        article,
        factories.meeting(
            parent=site.network, **titled("Spotkanie"), summary=story, host_city=site.unseen
        ),
        factories.product(parent=site.network, **titled("Produkt"), body=story),
        factories.collection(**titled("Kolekcja"), practices=practices),
        factories.plain_page(**titled("Strona"), body=[("paragraph", story)]),
    ]
    for page in (network, *made):
        factories.english(page, title=f"{page.title.split()[0]} {ENGLISH} {UNASKED}")
    return [*made, network]


def point_at(site: SimpleNamespace, found: list[Any]) -> None:
    """Let open records name the canaries, as editors do before those are closed."""
    practice, network = found[0], found[-1]
    site.rain.networks.through.objects.create(practicepage=site.rain, networkpage=network)
    site.article.networks.through.objects.create(newspage=site.article, networkpage=network)
    shown = site.meeting.practices_shown.through
    shown.objects.create(meetingpage=site.meeting, practicepage=practice)
    site.handbook.practices.through.objects.create(productpage=site.handbook, practicepage=practice)
    CollectionItem.objects.create(page=site.collection, practice=practice)
    RelatedPractice.objects.create(page=site.rain, practice=practice)


def ask_for(found: list[Any]) -> None:
    """Let others have searched for the canaries, often enough that it is suggested."""
    best = SearchDocument.objects.get(page=found[0])
    for language, text in (("pl", f"{TITLE} miejski"), ("en", f"{ENGLISH} city")):
        AskedWords.objects.create(
            language=language, text=text, folded=text, found=3, days=5, times=9, best=best,
            last_day="2026-05-04",
        )  # fmt: skip


def close(found: list[Any]) -> None:
    """All of them: for members, for leaders, or by taking them off the site."""
    for place, page in enumerate(found):
        match place % 4:
            case 0:
                access.set_audience(page, Who.MEMBERS)
            case 1:
                type(page).objects.get(pk=page.pk).unpublish()
            case 2:
                access.set_audience(page, Who.LEADERS)
            case 3:
                access.set_audience(page, Who.MEMBERS)


# --- The sweep --------------------------------------------------------------------------------


def addresses(pages: list[str], records: list[str]) -> dict[str, str]:
    """Every address with what it is asked, and by it the words that it was asked for, if any."""
    found = dict.fromkeys([*pages, *records], "")
    for language in LANGUAGES:
        word, more = WORD[language], MORE_WORDS[language]
        for name, address in named(language):
            queries = QUERIES.get(name, [])
            found[address] = ""
            found |= {f"{address}?{query.format(word)}": word for query in queries}
            if name in ("list", "search", "suggestions"):
                found |= {f"{address}?{queries[0].format(each)}": each for each in more}
            if name in READ_FACETS:
                found |= {f"{address}?{code}": code for code in CODES}
        for path, parameters in paths():
            if "{id}" in path:
                continue
            everything = f"{path}?lang={language}"
            found[everything] = ""
            if "q" in parameters:
                found[f"{everything}&q={word}"] = word
            if "q" in parameters and path.endswith(("search/", "suggest/", "practices/")):
                found |= {f"{everything}&q={each}": each for each in more}
            if {"tag", "network"} <= parameters and language == "pl":
                found |= {f"{everything}&{code}": code for code in CODES}
    return found


def own_addresses(found: list[Any]) -> list[str]:
    """Where the canaries and their tag stand, for people and for programs."""
    pages = [each.get_url() for page in found for each in (page, page.english)]
    kinds = dict(SearchDocument.objects.values_list("page_id", "type"))
    details = [
        f"/api/v1/{ADDRESSES[kinds[page.pk]]}/{page.translation_key}/"
        for page in found
        if kinds[page.pk] in ADDRESSES
    ]
    return [*pages, *details, f"/api/v1/tags/{TAG}/"]


def named(language: str) -> Iterator[tuple[str, str]]:
    arguments: Any = {"open_data_file": FILES, "practices_export": ("xlsx", "csv")}
    with override(language):
        for name in (*sorted(WITHOUT_WORDS | CHANGING), *(QUERIES.keys() - {"list"})):
            for argument in arguments.get(name, [None]):
                yield name, reverse(name, args=[argument] if argument else [])
        yield "list", PracticeIndexPage.objects.get(locale_id=locale_id(language)).get_url()


def paths() -> list[tuple[str, set[str]]]:
    """The addresses of the API, each with the names of what it may be asked."""
    return [
        (path, {each["name"] for each in methods["get"]["parameters"]})
        for path, methods in document("en")["paths"].items()
    ]


def of_the_sitemap() -> list[str]:
    """The pages and records that everybody may see, and the files that lists serve beside them.

    Of the English ones those of practices: the others are made by the same templates.
    """
    text = Client().get("/sitemap.xml").content.decode()
    pages = re.findall(r"<loc>https?://[^/]+([^<]+)</loc>", text)
    lists = [page for page in pages if page.count("/") == 3]
    files = [f"{page}{name}" for page, name in product(lists, ("feed.xml", "calendar.ics"))]
    return [
        *(page for page in pages if page.startswith(("/pl/", "/en/good-practices/"))),
        *(each for each in files if Client().get(each).status_code == 200),
    ]


def of_the_api() -> list[str]:
    """The address of each record that is in a list of the API."""
    found = set()
    for path, parameters in paths():
        if "page_size" in parameters and "{id}" not in path:
            for record in Client().get(f"{path}?page_size=100").json()["results"]:
                found.add(record["href"])
    return sorted(f"/api/{each.partition('/api/')[2]}" for each in found if each)


def sweep(asked: Iterable[str]) -> dict[str, str]:
    """What each address answers to somebody who is not signed in."""
    return {address: said(address) for address in asked}


def said(address: str) -> str:
    """An answer as text: its status, where it leads, its body; of a workbook the cells."""
    n = next(_visitors)
    # Each from another network address, so that no limit is met.
    response: Any = _reader.get(address, REMOTE_ADDR=f"10.{n >> 16}.{n >> 8 & 255}.{n & 255}")
    text = f"{response.status_code} {response.headers.get('Location', '')}\n{_body(response)}"
    # Feeds say when they were made.
    return re.sub(r"\d\d:\d\d:\d\d(\.\d+)?", "", text)


def _body(response: Any) -> str:
    content = response.getvalue()
    if "spreadsheetml" in response.headers.get("Content-Type", ""):
        rows = load_workbook(BytesIO(content)).active.iter_rows(values_only=True)
        return "\n".join(map(str, rows))
    return content.decode()
