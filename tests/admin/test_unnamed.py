"""A closed page or picture asked about by its number is as if it were not there."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page, Task
from wagtail_localize.models import TranslationSource
from wagtail_localize.operations import translate_object

from base import access
from base.models.records import Who
from base.translating import english_locale
from home.roles import EDITORS, MODERATORS, TRANSLATORS
from networks.models.network import NetworkPerson
from tests import factories

CLOSED, OPEN = "Poufne ustalenia", "Otwarte targi"


@pytest.fixture(scope="module")
def world(shared):
    """A closed page, an open one and a draft, with sources of translation; a client a role."""
    closed, opened = factories.article(title=CLOSED), factories.article(title=OPEN)
    for page in (closed, opened):
        translate_object(page, [english_locale()])
    access.set_audience(closed, Who.LEADERS)
    network = factories.network()
    coordinator = factories.person(user=factories.user(), kind="coordinator")
    network.people.add(NetworkPerson(person=coordinator, role="coordinator"))
    network.save_revision().publish()
    clients = {}
    people = {"coordinator": coordinator.user}
    for name, role in (("editor", EDITORS), ("translator", TRANSLATORS), ("moderator", MODERATORS)):
        people[name] = factories.user()
        people[name].groups.add(Group.objects.get(name=role.name))
    for name, user in people.items():
        clients[name] = Client()
        clients[name].force_login(user)
    return {"closed": closed, "open": opened, **clients}


def source_of(page) -> int:
    return TranslationSource.objects.get(object_id=page.translation_key).pk


@pytest.mark.parametrize("who", ["coordinator", "translator"])
def test_neither_a_list_nor_the_window_that_chooses_names_it(world, who):
    client, closed = world[who], world["closed"]
    for name in ("wagtailadmin_explore", "wagtailadmin_explore_results"):
        answer = client.get(reverse(name, args=[closed.pk]), follow=True)
        assert CLOSED not in answer.content.decode()
    child = reverse("wagtailadmin_choose_page_child", args=[closed.pk])
    assert client.get(child).status_code == 404
    chosen = reverse("wagtailadmin_choose_page_chosen_multiple")
    answer = client.get(chosen, {"id": [closed.pk, world["open"].pk, "abc"]})
    assert [page["adminTitle"] for page in answer.json()["result"]] == [OPEN]


@pytest.mark.parametrize("who", ["coordinator", "translator"])
def test_a_draft_of_others_is_not_named_and_the_way_to_ones_own_is(world, who):
    draft = factories.article(title="Bruliony", published=False)
    news = draft.get_parent()
    asked = [
        (reverse("wagtailadmin_explore", args=[news.pk]), {}),
        (reverse("wagtailadmin_pages:search"), {"q": "bruliony"}),
        (reverse("wagtailadmin_choose_page_child", args=[news.pk]), {}),
    ]
    for address, query in asked:
        theirs = world[who].get(address, query, follow=True).content.decode()
        assert draft.title not in theirs, address
        assert draft.title in world["editor"].get(address, query).content.decode(), address
    window = world[who].get(asked[-1][0]).json()["html"]
    assert OPEN in window


def test_a_closed_page_above_ones_own_is_named_as_the_way_there(shared):
    closed = factories.plain_page(title="Dział zamknięty")
    theirs = factories.plain_page(title="Nasza strona", parent=closed)
    access.set_audience(closed, Who.MEMBERS)
    user = factories.editor(theirs)

    named = access.listed(Page.objects.all(), user)

    assert {closed.pk, theirs.pk, closed.get_parent().pk} <= {page.pk for page in named}
    other = factories.plain_page(title="Obok", published=False)
    assert other not in named


@pytest.mark.parametrize("name", ["submit_page_translation", "update_translations"])
def test_a_translator_translates_only_what_they_are_shown(world, name):
    client = world["translator"]
    draft = factories.article(title="Szkic", published=False)
    translate_object(draft, [english_locale()])
    for page, status in ((world["closed"], 404), (draft, 404), (world["open"], 200)):
        number = page.pk if name == "submit_page_translation" else source_of(page)
        address = reverse(f"wagtail_localize:{name}", args=[number])
        assert client.get(address).status_code == status
        if status == 404:
            assert client.post(address, {"locales": english_locale().pk}).status_code == 404


def test_a_page_is_not_submitted_with_what_is_hidden_below_it(world):
    index = world["open"].get_parent()
    address = reverse("wagtail_localize:submit_page_translation", args=[index.pk])
    form = world["translator"].get(address).context["form"]
    assert form.fields["include_subtree"].disabled


@pytest.mark.parametrize("who", ["coordinator", "translator"])
def test_how_a_picture_stands_in_a_text_is_told_of_ones_own_choice(world, who):
    name = "wagtailimages_chooser:select_format"
    picture = factories.image(title="Most z umowy", collection=factories.closed_collection())
    address = reverse(name, args=[picture.pk])
    start = "image-chooser-insertion"
    asked = {f"{start}-format": "fullwidth", f"{start}-alt_text": "Most"}
    for answer in (world[who].get(address), world[who].post(address, asked)):
        assert answer.status_code == 404
        assert picture.title not in answer.content.decode()
    told = world["moderator"].post(address, asked).json()["result"]
    assert (told["title"], told["alt"]) == (picture.title, "Most")
    public = reverse(name, args=[factories.image().pk])
    assert world["editor"].get(public).status_code == 200


@pytest.mark.parametrize("who", ["coordinator", "translator"])
def test_neither_a_workflow_nor_a_report_names_it(world, who):
    client, closed = world[who], world["closed"]
    task = Task.objects.get()
    workflow = "wagtailadmin_pages:"
    asked = [
        reverse(f"{workflow}workflow_action", args=[closed.pk, "approve", 1]),
        reverse(f"{workflow}collect_workflow_action_data", args=[closed.pk, "approve", 1]),
        reverse(f"{workflow}confirm_workflow_cancellation", args=[closed.pk]),
        reverse(f"{workflow}workflow_preview", args=[closed.pk, task.pk]),
    ]
    for address in asked:
        assert client.post(address).status_code in (404, 405), address
        assert client.get(address).status_code in (404, 405), address
    report = reverse("wagtailadmin_reports:page_types_usage")
    Page.objects.filter(pk=closed.pk).update(latest_revision_created_at=timezone.now())
    assert CLOSED not in client.get(report).content.decode()
    assert CLOSED in world["editor"].get(report).content.decode()
