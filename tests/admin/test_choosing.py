"""Fields for pages take, offer and name to somebody only what the admin lists to them."""

import re

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse
from wagtail.models import Page
from wagtail_localize.operations import translate_object

from base import access
from base.models.records import Who
from base.translating import english_locale
from exchange.models import ProductPage
from home.roles import TRANSLATORS
from news.bringing_over.models import BroughtArticle
from registers.models.city import CityProgrammeStatus
from registers.models.vocabularies import ProgrammeStatus
from tests import factories
from tests.admin.forms import edit_page, text_of, values_of

pytestmark = pytest.mark.django_db

CLOSED, UNNAMED, REFUSED = "Cena zwoju", "strona, której nie możesz zobaczyć", "Wybierz poprawną"


@pytest.fixture
def closed(site_tree):
    """A closed meeting of somebody else's network."""
    meeting = factories.meeting(title=CLOSED)
    access.set_audience(meeting, Who.MEMBERS)
    return meeting


def client_of(someone):
    client = Client()
    client.force_login(someone)
    return client


def form_of(client, page):
    return client.get(reverse("wagtailadmin_pages:edit", args=[page.pk]))


def words_of(answer):
    """All that an answer says, with the letters that a script writes as numbers."""
    text = answer.content.decode()
    return re.sub(r"\\u([0-9a-fA-F]{4})", lambda found: chr(int(found[1], 16)), text)


def edit(client, page, **changes):
    """A script makes the text's blocks; without it a page has none."""
    return edit_page(client, page, **{"body-count": "0", **changes})


def latest(page):
    return Page.objects.get(pk=page.pk).get_latest_revision_as_object()


def test_what_is_closed_is_offered_to_who_may_change_it(closed, admin_client):
    access.set_audience(draft := factories.meeting(title="Cena szkicu", published=False), "members")
    factories.meeting(title="Cena jawna")
    address = reverse("pick_options", args=["exchange", "meetingpage"])
    theirs = client_of(factories.editor(closed.get_parent()))
    stranger = client_of(factories.editor(factories.network()))

    def offered(client, query):
        options = client.get(address, {"q": query}).json()["options"]
        return sorted(option["label"] for option in options)

    for query in ("Cena", ""):
        assert offered(stranger, query) == ["Cena jawna"]
        assert offered(theirs, query) == ["Cena jawna", CLOSED]
        assert offered(admin_client, query) == ["Cena jawna", draft.title, CLOSED]


def test_a_closed_practice_is_not_offered_either(site_tree):
    access.set_audience(factories.practice(title=CLOSED), Who.MEMBERS)
    stranger = client_of(factories.editor(factories.network()))
    address = reverse("pick_options", args=["practices", "practicepage"])
    assert stranger.get(address, {"q": "Cena"}).json() == {"options": [], "more": False}


def test_a_page_somebody_may_not_know_of_is_refused_in_every_field(closed):
    """Among many records, in a chooser, and in a chooser of a row."""
    practice = factories.practice(title=CLOSED)
    access.set_audience(practice, Who.MEMBERS)
    collection = factories.collection(practices=[factories.practice(title="Jawna")])
    asked = [
        (factories.product(), "meetings", [str(closed.pk)]),
        (factories.article(), "meeting", [str(closed.pk)]),
        (collection, "items-0-practice", [str(practice.pk)]),
    ]
    for page, name, value in asked:
        before = latest(page).serializable_data()
        answer = edit(client_of(factories.editor(page)), page, **{name: value})
        said = answer.content.decode()
        assert answer.status_code == 200, name
        assert REFUSED in said, name
        assert UNNAMED in said, name
        assert CLOSED not in said, name
        assert latest(page).serializable_data() == before, name


def test_what_a_page_held_before_stays_and_is_not_named(closed):
    product, article = factories.product(meetings=[closed]), factories.article(meeting=closed)
    for page, name in ((product, "meetings"), (article, "meeting")):
        client = client_of(factories.editor(page))
        form = form_of(client, page)
        assert values_of(form, "form[data-edit-form]")[name] == [str(closed.pk)]
        assert UNNAMED in form.content.decode()
        assert CLOSED not in form.content.decode()
        assert edit(client, page, title="Nowy tytuł").status_code == 302
        assert latest(page).title == "Nowy tytuł"
    assert [each.pk for each in latest(product).meetings.all()] == [closed.pk]
    assert latest(article).meeting_id == closed.pk


def test_a_new_page_is_refused_it_too(closed):
    network = factories.network()
    client = client_of(factories.editor(network))
    address = reverse("wagtailadmin_pages:add", args=["exchange", "productpage", network.pk])
    data = values_of(client.get(address), "form[data-edit-form]")
    asked = {**data, "title": "Poradnik", "slug": "poradnik", "meetings": [str(closed.pk)]}
    said = client.post(address, asked).content.decode()
    assert REFUSED in said
    assert CLOSED not in said
    assert not ProductPage.objects.exists()
    assert client.post(address, {**asked, "meetings": []}).status_code == 302


def test_a_collection_does_not_name_the_closed_it_holds(site_tree):
    access.set_audience(practice := factories.practice(title=CLOSED), Who.MEMBERS)
    collection = factories.collection(practices=[practice])
    said = text_of(form_of(client_of(factories.editor(collection)), collection))
    assert f"{UNNAMED}: jest zamknięta" in said
    assert CLOSED not in said


def test_who_may_change_it_chooses_it_and_reads_its_title(closed):
    article = factories.article()
    someone = factories.editor(article)
    someone.groups.add(factories.editor(closed.get_parent()).groups.get())
    client = client_of(someone)
    assert edit(client, article, meeting=[str(closed.pk)]).status_code == 302
    assert latest(article).meeting_id == closed.pk
    assert CLOSED in form_of(client, article).content.decode()


def test_an_article_brought_over_is_refused_the_meeting_without_its_title(closed, site_tree):
    news = Page.objects.get(pk=factories.article().get_parent().pk)
    client = client_of(factories.editor(news))
    client.post(reverse("bring_over"), {"html": "<h1>Relacja</h1><p>Treść.</p>"})
    address = reverse("brought_article", args=[BroughtArticle.objects.get().pk])
    data = {"title": "Relacja", "date": "2019-05-14 10:00", "type": "report"}
    said = client.post(address, {**data, "meeting": closed.pk}).content.decode()
    assert REFUSED in said
    assert UNNAMED in said
    assert CLOSED not in said


def one_block(kind: str, **values: str) -> dict[str, str]:
    """What a script would send of a text of one block."""
    start = {"body-count": "1", "body-0-deleted": "", "body-0-order": "0", "body-0-type": kind}
    return {**start, "body-0-id": "", **{f"body-0-{name}": each for name, each in values.items()}}


def test_a_block_takes_no_closed_page(closed):
    article = factories.article()
    client = client_of(factories.editor(article))

    said = edit(client, article, **one_block("record", **{"value-page": str(closed.pk)}))

    assert REFUSED in words_of(said)
    assert CLOSED not in words_of(said)
    assert latest(article).body[0].block_type == "paragraph"
    opened = factories.meeting()
    sent = one_block("record", **{"value-page": str(opened.pk)})
    assert edit(client, article, **sent).status_code == 302
    assert latest(article).body[0].value["page"].pk == opened.pk


def test_what_a_block_held_before_stays_and_is_not_named(closed):
    article = factories.article(body=[("record", {"page": closed})])
    client = client_of(factories.editor(article))

    form = words_of(form_of(client, article))
    answer = edit(client, article, **one_block("record", **{"value-page": str(closed.pk)}))

    assert UNNAMED in form
    assert CLOSED not in form
    assert answer.status_code == 302
    assert latest(article).body[0].value["page"].pk == closed.pk


def test_a_form_of_a_register_takes_no_closed_page(site_tree):
    """A translator changes cities; the programmes of a city are rows of pages."""
    programme, held = (factories.programme(title=CLOSED) for _each in range(2))
    for page in (programme, held):
        access.set_audience(page, Who.MEMBERS)
    city = factories.city()
    CityProgrammeStatus.objects.create(city=city, programme=held, status=ProgrammeStatus.OTHER)
    translator = factories.user()
    translator.groups.add(Group.objects.get(name=TRANSLATORS.name))
    client = client_of(translator)
    address = reverse("wagtailsnippets_registers_city:edit", args=[city.pk])

    shown = client.get(address)
    data = values_of(shown, "form[action]")
    assert UNNAMED in words_of(shown)
    assert CLOSED not in words_of(shown)
    forged = {
        "programme_statuses-TOTAL_FORMS": "2",
        "programme_statuses-1-programme": str(programme.pk),
        "programme_statuses-1-status": ProgrammeStatus.OTHER,
    }
    said = words_of(client.post(address, {**data, **forged}))
    assert REFUSED in said
    assert CLOSED not in said
    assert client.post(address, data).status_code == 302
    assert [row.programme_id for row in city.programme_statuses.all()] == [held.pk]


def test_a_file_of_a_closed_collection_is_taken_and_named_as_little(site_tree):
    files = {"collection": factories.closed_collection(), "title": CLOSED}
    picture, document = factories.image(**files), factories.document(**files)
    article = factories.article()
    client = client_of(factories.editor(article))

    for sent in (
        {"cover": str(picture.pk)},
        one_block("image", **{"value-image": str(picture.pk), "value-caption": ""}),
        one_block("file", **{"value-document": str(document.pk), "value-title": ""}),
    ):
        said = edit(client, article, **sent)
        assert said.status_code == 200
        assert CLOSED not in words_of(said)
    assert edit(client, article, cover=str(factories.image().pk)).status_code == 302


@pytest.mark.parametrize("kind", ["page", "document"])
def test_a_link_of_a_text_says_nothing_of_where_it_leads_and_stays(closed, kind):
    document = factories.document(title=CLOSED, collection=factories.closed_collection())
    number = {"page": closed, "document": document}[kind].pk
    link = {
        "page": f'<a linktype="page" id="{number}">',
        "document": f'<a linktype="document" id="{number}">',
    }[kind]
    text = f'<p data-block-key="abcde">{link}zapis</a></p>'
    collection = factories.collection(introduction=text, published=False)
    client = client_of(factories.editor(collection))

    form = form_of(client, collection)
    shown = words_of(form)
    for secret in (closed.slug, CLOSED, document.filename, document.url):
        assert secret not in shown
    assert edit_page(client, collection).status_code == 302
    assert latest(collection).introduction == text


def test_a_number_that_is_none_is_refused_as_what_is_not_there(site_tree):
    article = factories.article()
    client = client_of(factories.editor(article))
    said = edit(client, article, meeting="abc", cover="abc")
    assert said.status_code == 200
    assert REFUSED in words_of(said)


@pytest.mark.parametrize("name", ["wagtailadmin_pages:copy", "wagtailadmin_pages:move"])
def test_a_place_somebody_may_not_know_of_is_no_place(closed, name):
    article = factories.article()
    client = client_of(factories.editor(article.get_parent()))
    address = reverse(name, args=[article.pk])
    data = {"new_title": "Kopia", "new_slug": "kopia", "new_parent_page": str(closed.pk)}

    said = client.post(address, data)

    assert said.status_code == 200
    assert CLOSED not in words_of(said)
    there = reverse("wagtailadmin_pages:move_confirm", args=[article.pk, closed.pk])
    assert client.get(there).status_code == 404


def test_memberships_of_a_closed_network_are_listed_to_who_knows_it(site_tree, admin_client):
    network = factories.network(title=CLOSED, short_name=CLOSED)
    row = network.memberships.create(city=factories.city(), joined="2020-01-01")
    access.set_audience(network, Who.MEMBERS)
    stranger = factories.editor(factories.network())
    factories.permit(stranger, "networks.view_membership")
    chooser = "wagtailsnippetchoosers_networks_membership"
    bulk = reverse("wagtail_bulk_action", args=["networks", "membership", "delete"])
    asked = [
        reverse("wagtailsnippets_networks_membership:list"),
        reverse(f"{chooser}:choose"),
        reverse(f"{chooser}:chosen", args=[row.pk]),
        reverse(f"{chooser}:chosen_multiple") + f"?id={row.pk}",
        reverse("pick_options", args=["networks", "membership"]),
        f"{bulk}?id={row.pk}",
    ]
    client = client_of(stranger)
    for address in asked:
        assert CLOSED not in words_of(client.get(address)), address
    assert CLOSED in words_of(admin_client.get(asked[0]))


def test_a_comparison_of_versions_names_nothing_more(closed):
    files = {"collection": factories.closed_collection(), "title": CLOSED}
    picture = factories.image(**files, alt_pl=CLOSED)
    document = factories.document(**files)
    article = factories.article(published=False)
    article.save_revision()
    article.meeting, article.cover = closed, picture
    article.body = [
        ("record", {"page": closed}),
        ("image", {"image": picture, "caption": ""}),
        ("file", {"document": document, "title": ""}),
    ]
    article.save_revision()
    product = factories.product(published=False)
    product.save_revision()
    product.meetings = [closed]
    product.save_revision()

    for page in (article, product):
        address = reverse(
            "wagtailadmin_pages:revisions_compare", args=[page.pk, "earliest", "latest"]
        )
        said = text_of(client_of(factories.editor(page)).get(address))
        assert UNNAMED in said
        assert CLOSED not in words_of(client_of(factories.editor(page)).get(address))


def test_the_facts_beside_a_translation_name_nothing_more(closed):
    article = factories.article(meeting=closed)
    translate_object(article, [english_locale()])
    article = type(article).objects.get(pk=article.pk)
    translator = factories.user()
    translator.groups.add(Group.objects.get(name=TRANSLATORS.name))

    said = words_of(form_of(client_of(translator), article.english))

    assert UNNAMED in said
    assert CLOSED not in said
