"""Fields for pages take, offer and name to somebody only what the admin lists to them."""

import pytest
from django.test import Client
from django.urls import reverse
from wagtail.models import Page

from base import access
from base.models.records import Who
from exchange.models import ProductPage
from news.bringing_over.models import BroughtArticle
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
