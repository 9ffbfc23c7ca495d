"""An article: its facts in both languages, its blocks, and what belongs to it."""

from __future__ import annotations

import json
import re

import pytest
import time_machine

from base import access
from base.models.records import Who
from news.models import NewsPage, RelatedNews
from tests import factories


def shown(client, page) -> str:
    response = client.get(page.get_url())
    assert response.status_code == 200
    return response.content.decode()


def structured(page: str) -> dict[str, dict]:
    found = re.findall(r'<script type="application/ld\+json">(.*?)</script>', page)
    return {data["@type"]: data for data in map(json.loads, found)}


@pytest.fixture
def article(site_tree) -> NewsPage:
    theme = factories.theme(slug_pl="woda", slug_en="water", name_pl="Woda", name_en="Water")
    page = factories.article(
        title="Gorzów po deszczu",
        category="multimedia",
        author_name="Anna Przykładna",
        source="Urząd Miasta",
        cover=factories.image(author="Jan Kowal", source="Flickr"),
    )
    page.tags.set([factories.tag(name="retencja", name_en="retention", theme=theme)])
    page.networks = [factories.network(short_name="Klimat")]
    page.cities = [factories.city(name_pl="Gorzów Wielkopolski", slug="gorzow-wielkopolski")]
    page.save_revision().publish()
    return NewsPage.objects.get(pk=page.pk)


def test_an_article_says_who_wrote_it_when_and_who_made_its_picture(client, article):
    page = shown(client, article)
    for words in ("Anna Przykładna", "Urząd Miasta", "Jan Kowal, Flickr", "Klimat"):
        assert words in page
    assert f'datetime="{article.date.year}-' in page


def test_a_call_says_until_when_it_is_open_and_that_it_is_over(client, site_tree):
    call = factories.article(category="calls", closes_on="2026-06-30")
    english = factories.english(call)
    listed = call.get_parent().url
    with time_machine.travel("2026-06-30T20:00:00Z"):
        assert "nabór do 30 czerwca 2026" in shown(client, call)
        assert "call open until 30 June 2026" in shown(client, english)
        assert "nabór do 30 czerwca 2026" in client.get(listed).content.decode()
    with time_machine.travel("2026-07-01T06:00:00Z"):
        assert "nabór zakończony" in shown(client, call)
        assert "this call is closed" in shown(client, english)
        assert "nabór zakończony" in client.get(listed).content.decode()


def test_author_and_source_are_marked_as_polish_in_english_and_still_escaped(client, article):
    article.source = "Urząd <b>Miasta</b>"
    article.save_revision().publish()
    assert 'lang="pl">Anna' not in shown(client, article)
    page = shown(client, factories.english(article))
    assert 'by <span lang="pl">Anna Przykładna</span>' in page
    assert 'source: <span lang="pl">Urząd &lt;b&gt;Miasta&lt;/b&gt;</span>' in page


def test_network_city_theme_and_tag_lead_on(client, article):
    page = shown(client, article)
    assert 'href="/pl/miasta/gorzow-wielkopolski/"' in page
    assert 'href="/pl/tematy/woda/"' in page
    assert "/pl/dobre-praktyki/?tag=retencja" in page
    assert article.networks.first().get_url() in page


def test_the_english_article_has_the_same_facts_in_english(client, article):
    page = shown(client, factories.english(article, title="Gorzów after the rain"))
    assert "Multimedia" in page
    assert 'href="/en/themes/water/"' in page
    assert ">retention</a>" in page
    assert "Water" in page
    assert "Woda" not in page


def test_an_abstract_says_that_it_is_one_and_shows_no_polish(client, article):
    page = shown(client, factories.english(article, title="After the rain", full=False))
    assert "Only the abstract is in English" in page
    assert "Wydarzyło się" not in page
    assert f'href="{article.get_url()}"' in page


def test_an_older_translation_says_so_with_dates(client, article):
    english = factories.english(article)
    article.lead = "Zmieniona zajawka."
    article.save_revision().publish()
    assert "newer than this translation" in shown(client, english)


def test_an_archival_article_is_marked(client, site_tree):
    assert "Z archiwum" in shown(client, factories.article(archived=True))


def test_search_engines_read_the_article_as_one(client, article):
    page = shown(client, article)
    data = structured(page)["NewsArticle"]
    assert data["headline"] == "Gorzów po deszczu"
    assert data["inLanguage"] == "pl"
    assert data["datePublished"].startswith(str(article.date.year))
    assert data["author"]["name"] == "Anna Przykładna"
    assert data["image"].startswith("http")
    trail = structured(page)["BreadcrumbList"]["itemListElement"]
    assert [step["name"] for step in trail][1:] == ["Aktualności", "Gorzów po deszczu"]
    assert 'property="og:type" content="article"' in page


def test_no_text_ends_the_script_it_stands_in(client, site_tree):
    page = shown(client, factories.article(title="</script><script>alert(1)</script>"))
    assert "<script>alert(1)" not in page
    assert structured(page)["NewsArticle"]["headline"].startswith("</script>")


def test_every_block_is_shown_and_comments_are_not(client, site_tree):
    document = factories.document(title="Wzór uchwały")
    practice = factories.practice(title="Miejska retencja")
    body = [
        ("paragraph", "<p>Pierwszy akapit.</p>"),
        ("heading", "Śródtytuł"),
        ("quote", {"text": "Najlepsze były rozmowy.", "author": "Anna"}),
        ("frame", {"title": "W skrócie", "text": "<p>Trzy zdania.</p>"}),
        ("table", {"caption": "Miasta", "rows": "Sieć | Miast\nKlimat | 12"}),
        ("image", {"image": factories.image(author="Jan Kowal"), "caption": "Rynek"}),
        ("gallery", {"title": "Spacer", "images": [factories.image(), factories.image()]}),
        ("video", {"title": "Film", "address": "https://example.org/film", "transcript": "Zapis."}),
        ("file", {"title": "", "document": document}),
        ("record", {"page": practice}),
    ]
    page = shown(client, factories.article(body=body))
    for words in (
        *("Pierwszy akapit.", "Śródtytuł", "Najlepsze były rozmowy.", "Trzy zdania."),
        *("Klimat", "Rynek", "Jan Kowal", "Spacer", "Zapis.", "Wzór uchwały", "Miejska retencja"),
    ):
        assert words in page, words
    assert practice.get_url() in page
    assert document.url in page
    assert 'href="https://example.org/film"' in page
    assert "<iframe" not in page
    assert "<form" not in page.partition("<main")[2].partition("</main>")[0]


def test_a_linked_page_one_may_not_see_leaves_no_trace(client, site_tree):
    practice = factories.practice(title="Zamknięta praktyka")
    article = factories.article(body=[("record", {"page": practice})])
    access.set_audience(practice, Who.MEMBERS)
    page = shown(client, article)
    assert "Zamknięta praktyka" not in page
    assert practice.slug not in page


def test_a_document_closed_later_leaves_no_trace(client, site_tree):
    document = factories.document(title="Tajny załącznik")
    article = factories.article(body=[("file", {"title": "", "document": document})])
    document.collection = factories.closed_collection()
    document.save()
    page = shown(client, article)
    assert "Tajny" not in page
    assert document.url not in page


def test_what_the_editors_chose_comes_before_what_is_near(client, site_tree):
    network = factories.network()

    def of_network(**fields):
        page = factories.article(**fields)
        page.networks = [network]
        page.save_revision().publish()
        return page

    near, chosen = of_network(title="Bliska"), factories.article(title="Wybrana")
    article = of_network(title="Główna")
    article.related = [RelatedNews(article=chosen)]
    article.save_revision().publish()
    related = shown(client, article).partition('id="related"')[2]
    assert related.index("Wybrana") < related.index("Bliska")
    access.set_audience(near, Who.MEMBERS)
    assert "Bliska" not in shown(client, article)


def test_an_article_with_many_links_asks_no_more(client, site_tree, django_assert_max_num_queries):
    practices = [factories.practice() for _turn in range(6)]
    body = [("record", {"page": practice}) for practice in practices]
    pictures = [factories.image() for _turn in range(6)]
    body.append(("gallery", {"title": "", "images": pictures}))
    article = factories.article(body=body)
    shown(client, article)
    with django_assert_max_num_queries(40):
        shown(client, article)
