"""Who sees what: one decision, computed from the original, denied by default."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from django.utils import translation
from wagtail.models import Collection, Page, PageViewRestriction

from base import access
from base.models import Audience, CollectionAudience, CustomImage
from base.models.records import Who
from base.refusals import PublicationRefused, Refusal
from home.models import PlainPage
from news.models import NewsIndexPage, NewsPage
from practices.models import PackDocument, PracticeIndexPage, PracticePage
from search.finding import visible_documents
from tests import factories

PROJECT = Path(__file__).parents[2]
ROOMS = [
    "home",
    "workbench",
    "search",
    "news",
    "exchange",
    "practices",
    "networks",
    "registers",
    "readership",
]
TITLE, ENGLISH_TITLE = "Tajemnica ratusza", "The town hall's secret"
PLAIN_TITLE, ENGLISH_PLAIN_TITLE = "Tajemnica wieży", "The tower's secret"


def fresh(page: Page):
    return type(page).objects.get(pk=page.pk)


@pytest.fixture(scope="module")
def made(shared, commit):
    """A practice, an article and a plain page with a page below, each in both languages."""
    with commit():
        practice = factories.practice(title=TITLE)
        article = factories.article(title=TITLE)
        plain = factories.plain_page(title=PLAIN_TITLE)
        below = factories.plain_page(title=f"{PLAIN_TITLE} od środka", parent=plain)
        for page in (practice, article):
            factories.english(page, title=ENGLISH_TITLE)
        for page in (plain, below):
            factories.english(page, title=ENGLISH_PLAIN_TITLE)
        alias = article.create_alias(parent=article.get_parent(), update_slug="drugi-raz")
    return {"practice": practice, "article": article, "plain": plain, "below": below,
            "alias": alias}  # fmt: skip


@pytest.fixture
def pages(made, db):
    return {name: fresh(page) for name, page in made.items()}


def close(page: Page, commit, who: str = Who.MEMBERS) -> None:
    with commit():
        access.set_audience(page, who)


def addresses_of(page: Page) -> list[str]:
    """Where a page stands in both languages, its language-state page included."""
    english = page.english
    polish_slug = f"{english.get_parent().url}{page.slug}/"
    return [page.url, english.url, polish_slug]


LISTS = [
    "/pl/",
    "/en/",
    "/pl/dobre-praktyki/",
    "/en/good-practices/",
    "/pl/dobre-praktyki/?q=tajemnica",
    "/pl/aktualnosci/",
    "/en/news/",
    "/pl/aktualnosci/feed.xml",
    "/en/news/feed.xml",
    "/pl/dobre-praktyki/feed.xml",
    "/en/good-practices/feed.xml",
    "/sitemap.xml",
]


def search_addresses() -> list[str]:
    found = []
    for language, words in (("pl", "tajemnica"), ("en", "secret")):
        with translation.override(language):
            found.append(f"{reverse('search')}?q={words}")
    return found


def traces(client: Client, page: Page) -> list[str]:
    """The lists that say a page's title or lead to it, in either language."""
    cache.clear()
    told = []
    # An address ends where it is quoted or closed; below it may stand a public page.
    signs = [re.compile(rf"{re.escape(address)}[\"<?]") for address in addresses_of(page)]
    for address in [*LISTS, *search_addresses()]:
        said = client.get(address).content.decode()
        if any(sign.search(said) for sign in signs):
            told.append(address)
    return told


# --- Gone at once ---------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["practice", "article", "plain", "below"])
def test_a_page_made_private_is_gone_in_both_languages(pages, client, commit, name):
    page = pages[name]
    assert all(
        client.get(address, follow=True).status_code == 200 for address in addresses_of(page)
    )

    close(page, commit)

    assert [client.get(address).status_code for address in addresses_of(page)] == [404] * 3


@pytest.mark.parametrize("name", ["practice", "article", "plain", "below"])
def test_a_page_unpublished_is_gone_in_both_languages(pages, client, commit, name):
    page = pages[name]
    addresses = addresses_of(page)

    with commit():
        page.unpublish()

    assert [client.get(address).status_code for address in addresses] == [404] * 3


@pytest.mark.parametrize("name", ["practice", "article", "plain"])
def test_a_page_made_private_leaves_no_trace_in_any_list(pages, client, commit, name):
    page = pages[name]
    assert traces(client, page) != []

    close(page, commit)

    assert traces(client, page) == []
    assert not visible_documents(access.ANONYMOUS).filter(page=page).exists()


@pytest.mark.parametrize("name", ["practice", "article", "plain"])
def test_a_page_unpublished_leaves_no_trace_in_any_list(pages, client, commit, name):
    page = pages[name]

    with commit():
        page.unpublish()

    assert traces(client, page) == []


def test_a_private_page_is_gone_before_anything_is_indexed_again(pages, client):
    """No callback after the commit is awaited: the answer is computed, not kept in step."""
    page = pages["practice"]

    access.set_audience(page, Who.MEMBERS)

    assert traces(client, page) == []


def test_the_menu_forgets_a_closed_page_within_the_same_minute(pages, client, commit):
    page = pages["plain"]
    cache.clear()
    assert page.url in client.get("/pl/").content.decode()

    close(page, commit)

    assert page.url not in client.get("/pl/").content.decode()
    assert ENGLISH_PLAIN_TITLE not in client.get("/en/").content.decode()


def test_an_alias_goes_with_its_source(pages, client, commit):
    alias = pages["alias"]
    assert client.get(alias.url).status_code == 200

    close(pages["article"], commit)

    assert client.get(alias.url).status_code == 404


def test_an_alias_of_an_alias_goes_with_the_first_source(pages, client, commit):
    second = pages["alias"].create_alias(
        parent=pages["alias"].get_parent(), update_slug="trzeci-raz"
    )
    assert second.alias_of_id == pages["article"].pk

    close(pages["article"], commit)

    assert client.get(second.url).status_code == 404


def test_the_alias_of_a_deleted_closed_page_stays_closed(pages, client, commit):
    close(pages["article"], commit)

    with commit():
        pages["article"].delete()

    assert client.get(pages["alias"].url).status_code == 404


def test_the_alias_of_a_deleted_public_page_is_a_draft_with_an_audience(pages, client, commit):
    """Wagtail takes aliases off the site with their source; what is left can be published."""
    with commit():
        pages["article"].delete()
    assert client.get(pages["alias"].url).status_code == 404

    fresh(pages["alias"]).save_revision().publish()

    assert client.get(pages["alias"].url).status_code == 200


def test_an_alias_turned_into_a_page_keeps_the_audience_of_its_source(pages, client, commit):
    from wagtail.actions.convert_alias import ConvertAliasPageAction

    close(pages["article"], commit)
    ConvertAliasPageAction(pages["alias"]).execute()

    assert client.get(pages["alias"].url).status_code == 404
    assert access.is_public(fresh(pages["alias"])) is False


def test_a_page_that_is_not_public_cannot_have_an_alias(pages, commit):
    close(pages["article"], commit)

    with pytest.raises(Refusal, match=TITLE):
        pages["article"].create_alias(parent=pages["article"].get_parent(), update_slug="znowu")


def test_the_admin_refuses_an_alias_of_a_closed_page(pages, commit, admin_client):
    page = pages["article"]
    close(page, commit)
    address = reverse("wagtailadmin_pages:copy", args=[page.pk])

    admin_client.post(
        address,
        {
            "new_title": "Kopia",
            "new_slug": "kopia",
            "new_parent_page": page.get_parent().pk,
            "alias": "on",
        },
    )

    assert not NewsPage.objects.filter(slug="kopia").exists()


@pytest.mark.parametrize("keep_live", [True, False])
def test_a_copy_of_a_closed_page_is_closed(pages, client, commit, keep_live):
    close(pages["article"], commit)

    with commit():
        copy = pages["article"].copy(update_attrs={"slug": "kopia"}, keep_live=keep_live)
        fresh(copy).get_latest_revision().publish()

    assert client.get(fresh(copy).url).status_code == 404
    assert fresh(copy).audience_record.who == Who.MEMBERS


def test_a_copied_subtree_keeps_what_is_closed_in_it(pages, client, commit):
    close(pages["below"], commit)

    with commit():
        copy = pages["plain"].copy(recursive=True, update_attrs={"slug": "kopia"})

    below = fresh(copy).get_children().get().specific
    assert client.get(fresh(copy).url).status_code == 200
    assert client.get(below.url).status_code == 404


def test_a_new_page_below_a_closed_one_is_closed(pages, client, commit):
    close(pages["plain"], commit)

    with commit():
        child = factories.plain_page(parent=fresh(pages["plain"]))

    assert client.get(child.url).status_code == 404
    assert child.audience_record.who == Who.MEMBERS


def test_a_translation_of_a_closed_page_is_closed(pages, client, commit):
    page = factories.article(title="Zamknięty artykuł")
    close(page, commit)

    with commit():
        english = factories.english(page)

    assert english.live
    assert client.get(english.url).status_code == 404


def test_no_row_means_nobody(pages, client):
    Audience.objects.filter(page=pages["article"]).delete()

    assert [client.get(address).status_code for address in addresses_of(pages["article"])] == (
        [404] * 3
    )


def test_closing_and_opening_goes_through_the_admin(pages, client, commit, admin_client):
    page = pages["plain"]
    address = reverse("page_audience", args=[page.pk])

    with commit():
        admin_client.post(address, {"who": Who.MEMBERS, "below": "on"})
    closed = [client.get(each.url).status_code for each in (page, pages["below"])]
    with commit():
        admin_client.post(address, {"who": Who.PUBLIC, "below": "on"})
    opened = [client.get(each.url).status_code for each in (page, pages["below"])]

    assert (closed, opened) == ([404, 404], [200, 200])


def test_opening_from_above_does_not_open_what_is_born_closed(site_tree, commit, admin_client):
    network = factories.network()
    product = factories.product(parent=network, public=False)

    admin_client.post(
        reverse("page_audience", args=[network.pk]), {"who": Who.PUBLIC, "below": "on"}
    )

    assert fresh(product).audience_record.who == Who.MEMBERS


def test_closing_never_waits_for_files(pages, client, admin_client):
    """A practice has its cover in a public collection; it is closed all the same, at once."""
    page = pages["practice"]

    admin_client.post(reverse("page_audience", args=[page.pk]), {"who": Who.MEMBERS})

    assert client.get(page.url).status_code == 404


# --- Who asks -------------------------------------------------------------------------------


@pytest.mark.parametrize("who", [Who.MEMBERS, Who.LEADERS])
def test_signed_in_without_the_right_is_told_what_a_stranger_is(pages, commit, member_client, who):
    page = pages["article"]
    close(page, commit, who)
    # Wagtail's own lock stands on the page too, and must not answer in place of the decision.
    assert PageViewRestriction.objects.filter(page=page).exists()

    strange = Client().get("/pl/aktualnosci/nie-ma-takiej/")
    for client in (Client(), member_client):
        for address in addresses_of(page):
            response = client.get(address)
            assert response.status_code == 404
            assert "Set-Cookie" not in response.headers
            assert TITLE not in response.content.decode()
    assert strange.status_code == 404


@pytest.mark.parametrize("below", ["feed.xml", "calendar.ics", "nie-ma/"])
def test_what_lies_below_a_closed_list_is_closed(site_tree, client, commit, below):
    news = factories.index(NewsIndexPage)

    close(news, commit)

    assert client.get(f"{news.url}{below}").status_code == 404
    assert client.get(f"{news.english.url}{below}").status_code == 404


def test_an_editor_sees_what_she_edits(pages, commit):
    page, other = pages["article"], pages["practice"]
    for each in (page, other):
        close(each, commit)
    editor = factories.editor(page.get_parent())
    client = Client()
    client.force_login(editor)

    assert client.get(page.url).status_code == 200
    assert client.get(other.url).status_code == 404


def test_an_administrator_sees_closed_pages_in_both_languages(pages, commit, admin_client):
    close(pages["article"], commit)

    assert admin_client.get(pages["article"].url).status_code == 200
    assert admin_client.get(pages["article"].english.url).status_code == 200


def test_a_right_taken_away_is_gone_on_the_next_request(pages, commit):
    page = pages["article"]
    close(page, commit)
    editor = factories.editor(page.get_parent())
    client = Client()
    client.force_login(editor)
    assert client.get(page.url).status_code == 200

    editor.groups.clear()

    assert client.get(page.url).status_code == 404


def test_the_decision_is_one_condition_for_any_queryset(pages, commit, django_assert_num_queries):
    close(pages["article"], commit)

    with django_assert_num_queries(1):
        shown = set(
            access.visible(Page.objects.all(), access.ANONYMOUS).values_list("pk", flat=True)
        )

    assert pages["practice"].pk in shown
    assert not {pages["article"].pk, pages["article"].english.pk, pages["alias"].pk} & shown


# --- Names in addresses and texts -------------------------------------------------------------


def test_the_old_address_of_a_closed_page_does_not_tell_the_new_one(pages, client, commit):
    page = pages["article"]
    before = page.url
    close(page, commit)
    page.slug = "scisle-tajne"
    with commit():
        page.save_revision().publish()

    response = client.get(before)

    assert response.status_code == 404
    assert "scisle-tajne" not in str(response.headers)


def test_the_old_address_of_a_public_page_leads_to_the_new_one(pages, client, commit):
    page = pages["article"]
    before = page.url
    page.slug = "nowy-adres"
    with commit():
        page.save_revision().publish()

    response = client.get(before)

    assert response.status_code == 301
    assert response.url.endswith("/nowy-adres/")


@pytest.mark.parametrize("language", ["pl", "en"])
def test_a_link_in_text_to_a_closed_page_is_plain_text(pages, client, commit, language):
    target, reader = pages["practice"], pages["article"]
    link = f'<p>Zobacz <a linktype="page" id="{target.pk}">ten zapis</a>.</p>'
    reader.body = [("paragraph", link)]
    with commit():
        reader.save_revision().publish()
        factories.english(fresh(reader), body=[("paragraph", link)])
    page = reader if language == "pl" else reader.english
    assert "ten zapis</a>" in client.get(page.url).content.decode()

    close(target, commit)

    said = client.get(page.url).content.decode()
    assert "ten zapis" in said
    assert not re.search(r"<a[^>]*href[^>]*>ten zapis", said)
    assert target.slug not in said.replace(reader.slug, "")


def test_a_chosen_record_that_is_closed_is_not_shown(pages, client, commit):
    target, reader = pages["practice"], pages["article"]
    reader.body = [("paragraph", "<p>Treść.</p>"), ("record", {"page": target})]
    with commit():
        reader.save_revision().publish()
    assert target.url in client.get(reader.url).content.decode()

    close(target, commit)

    assert target.url not in client.get(reader.url).content.decode()
    assert TITLE not in client.get(reader.url).content.decode().replace(reader.title, "")


# --- Files ------------------------------------------------------------------------------------


@pytest.fixture
def closed_image(site_tree):
    return factories.image(collection=factories.closed_collection())


def test_a_closed_picture_is_served_behind_a_checked_address(
    closed_image, client, member_client, admin_client
):
    address = closed_image.get_rendition("fill-20x20").url

    assert not address.startswith("/media/")
    assert client.get(address).status_code == 404
    assert member_client.get(address).status_code == 404
    response = admin_client.get(address)
    assert response.status_code == 200
    assert response.headers["Cache-Control"] == "private, no-store"


def test_a_public_picture_is_a_plain_file(site_tree):
    assert factories.image().get_rendition("fill-20x20").url.startswith("/media/")


def test_a_picture_as_it_was_uploaded_is_for_its_editors(site_tree, client, admin_client):
    address = factories.image().file.url

    assert client.get(address).status_code == 404
    assert admin_client.get(address).status_code == 200


def test_a_closed_document_is_for_its_editors(site_tree, client, member_client, admin_client):
    document = factories.document(collection=factories.closed_collection())

    assert client.get(document.url).status_code == 404
    assert member_client.get(document.url).status_code == 404
    response = admin_client.get(document.url)
    assert b"".join(response.streaming_content) == b"tresc uchwaly"
    assert response.headers["Cache-Control"] == "private, no-store"


def test_a_public_document_is_for_everybody(site_tree, client):
    response = client.get(factories.document().url)

    assert b"".join(response.streaming_content) == b"tresc uchwaly"


def test_a_collection_inside_a_closed_one_is_closed(site_tree, client):
    inner = factories.closed_collection().add_child(name="w środku")

    assert client.get(factories.document(collection=inner).url).status_code == 404
    assert access.collection_audience(inner) == Who.MEMBERS


@pytest.mark.parametrize("way", ["audience", "save", "bulk", "collection"])
def test_a_picture_that_becomes_closed_leaves_no_public_file(site_tree, commit, admin_client, way):
    collection = Collection.get_first_root_node().add_child(name="sieć")
    image = factories.image(collection=collection)
    rendition = image.get_rendition("fill-20x20")
    public = Path(rendition.file.path)
    assert public.exists()
    closed = factories.closed_collection()

    with commit():
        if way == "audience":
            CollectionAudience.objects.create(collection=collection, who=Who.MEMBERS)
        elif way == "save":
            image.collection = closed
            image.save()
        elif way == "bulk":
            address = reverse(
                "wagtail_bulk_action", args=["base", "customimage", "add_to_collection"]
            )
            admin_client.post(f"{address}?id={image.pk}", {"collection": closed.pk})
        else:
            collection.move(closed, pos="sorted-child")
            Collection.objects.get(pk=collection.pk).save()

    assert not public.exists()
    image = CustomImage.objects.get(pk=image.pk)
    assert not image.get_rendition("fill-20x20").url.startswith("/media/")


# Where a page can use a file: in a field, a row, a block, a list of a block, a link of a text.
def _with_cover(image, document):
    return {"cover": image}


def _with_block(image, document):
    return {"body": [("paragraph", "<p>Treść.</p>"), ("image", {"image": image})]}


def _with_gallery(image, document):
    return {"body": [("gallery", {"title": "Galeria", "images": [image]})]}


def _with_file(image, document):
    return {"body": [("file", {"title": "Plik", "document": document})]}


def _with_link(image, document):
    text = f'<p><a linktype="document" id="{document.pk}">uchwała</a></p>'
    return {"body": [("paragraph", text)]}


USES = [_with_cover, _with_block, _with_gallery, _with_file, _with_link]


@pytest.mark.parametrize("use", USES, ids=[use.__name__.removeprefix("_") for use in USES])
def test_a_public_page_is_not_published_with_closed_files(site_tree, use):
    collection = factories.closed_collection()
    fields = use(factories.image(collection=collection), factories.document(collection=collection))

    with pytest.raises(PublicationRefused, match=r"kolekcj|collection"):
        factories.article(**fields)


@pytest.mark.parametrize("use", USES, ids=[use.__name__.removeprefix("_") for use in USES])
def test_a_closed_page_is_not_published_with_public_files(site_tree, use):
    article = factories.article(published=False)
    access.set_audience(article, Who.MEMBERS)
    for name, value in use(factories.image(), factories.document()).items():
        setattr(article, name, value)

    with pytest.raises(PublicationRefused):
        article.save_revision().publish()


@pytest.mark.parametrize("use", USES, ids=[use.__name__.removeprefix("_") for use in USES])
def test_a_closed_page_uses_files_of_its_own_audience(site_tree, use):
    collection = factories.closed_collection()
    article = factories.article(published=False)
    access.set_audience(article, Who.MEMBERS)
    files = factories.image(collection=collection), factories.document(collection=collection)
    for name, value in use(*files).items():
        setattr(article, name, value)

    article.save_revision().publish()

    assert fresh(article).live


def test_rows_with_closed_files_keep_a_page_from_being_published(site_tree):
    document = factories.document(collection=factories.closed_collection())

    with pytest.raises(PublicationRefused, match=document.title):
        factories.practice(
            fill=lambda page: setattr(page, "pack", [PackDocument(document=document)])
        )


def test_english_is_not_published_with_a_closed_file_in_its_text(site_tree):
    document = factories.document(collection=factories.closed_collection())
    body = [("paragraph", f'<p><a linktype="document" id="{document.pk}">act</a></p>')]

    with pytest.raises(PublicationRefused, match=document.title):
        factories.english(factories.article(), body=body)


def test_the_english_copy_of_a_cover_that_was_replaced_stops_nothing(site_tree):
    article = factories.article(cover=factories.image())
    english = factories.english(article)
    former = CustomImage.objects.get(pk=english.cover_id)
    article.cover = factories.image()
    article.save_revision().publish()
    former.collection = factories.closed_collection()
    former.save()

    fresh(english).save_revision().publish()


# --- One place decides --------------------------------------------------------------------------

# Files that write or arrange pages and show none, with what they need the bare manager for.
WRITERS = {
    "practices/transfer/tree.py": "places for new pages, many at once",
    "practices/transfer/bulk.py": "two tables of many pages, written at once",
    "home/demo/pages.py": "the place of a page of the demo content",
    "practices/transfer/saving.py": "aliases of the pages just written",
    "practices/admin_import/undoing.py": "whether a draft of any type names a tag or a person",
    "registers/curation/bearers.py": "versions of pages that bear a tag, written anew",
    "registers/curation/undoing.py": "how many of an operation's pages are left, by number alone",
    "search/keeping.py": "documents are made of all that is live; who may find one is asked later",
    "search/signals.py": "which documents to make anew",
    "workbench/condition/examining.py": "whether what a text links to is there at all",
    "workbench/condition/keeping.py": "examines all that is live; reports name what one may edit",
    "workbench/condition/orphans.py": "counted and named within what one may edit",
    "workbench/translation/board.py": "whether originals that are visible have an English draft",
    "readership/figures.py": "which counts have no page any more",
}


def sources(folder: str, suffix: str) -> list[Path]:
    return [
        path
        for path in sorted((PROJECT / folder).rglob(f"*.{suffix}"))
        if "migrations" not in path.parts
    ]


def unguarded_in(source: str) -> list[str]:
    """Bare managers, children and ``public()`` in source, unless handed straight to visible()."""
    tree = ast.parse(source)
    inside_visible = {
        node
        for call in ast.walk(tree)
        if isinstance(call, ast.Call) and _called(call.func) in ("visible", "can_see", "listed")
        for argument in call.args
        for node in ast.walk(argument)
    }
    found = []
    for node in ast.walk(tree):
        if not isinstance(node, ast.Attribute) or node in inside_visible:
            continue
        is_bare = node.attr == "objects" and _called(node.value) == "Page"
        is_public = node.attr == "public" and "Person" not in ast.unparse(node.value)
        if is_bare or is_public or node.attr == "get_children":
            found.append(f"{node.lineno}: {ast.unparse(node)}")
    return found


def _called(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


@pytest.mark.parametrize("room", ROOMS)
def test_no_room_reads_pages_past_the_decision(room):
    found = [
        f"{path.relative_to(PROJECT)}:{line}"
        for path in sources(room, "py")
        if str(path.relative_to(PROJECT)) not in WRITERS
        for line in unguarded_in(path.read_text())
    ]

    assert found == []


def test_no_template_reads_pages_past_the_decision():
    pattern = re.compile(r"\.(get_children|get_siblings|get_descendants|public)\b")
    found = [
        f"{path.relative_to(PROJECT)}: {match.group()}"
        for path in sources("templates", "html")
        for match in pattern.finditer(path.read_text())
    ]

    assert found == []


@pytest.mark.parametrize(
    ("source", "count"),
    [
        ("Page.objects.filter(pk=1)", 1),
        ("page.get_children()", 1),
        ("NewsPage.objects.live().public()", 1),
        ("access.visible(Page.objects.filter(pk=1), user)", 0),
        ("NewsPage.objects.originals().visible_to(user)", 0),
        ("Person.objects.public()", 0),
    ],
)
def test_the_lint_catches_what_it_is_for(source, count):
    assert len(unguarded_in(source)) == count


def test_types_of_pages_used_here_have_the_audience_they_say(site_tree):
    assert factories.product(public=False).audience_record.who == Who.MEMBERS
    assert factories.index(PracticeIndexPage).audience_record.who == Who.PUBLIC
    assert PlainPage.default_audience == PracticePage.default_audience == Who.PUBLIC
