"""A page appears and goes by the clock: set by who may publish, everywhere, in both languages."""

from __future__ import annotations

from datetime import timedelta
from io import StringIO

import pytest
import time_machine
from django.contrib.auth.models import Group
from django.core import mail
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Revision

from home.roles import EDITORS, MODERATORS, TRANSLATORS
from networks.models.network import NetworkPerson
from search.models import SearchDocument
from tests import factories
from tests.admin.forms import edit_page, text_of

TITLE, ENGLISH = "Retencja na zegar", "Retention by the clock"


def signed_in(user) -> Client:
    client = Client()
    client.force_login(user)
    return client


def somebody(role) -> Client:
    if role is None:
        return signed_in(factories.administrator())
    user = factories.user()
    user.groups.add(Group.objects.get(name=role.name))
    return signed_in(user)


def in_hours(number: int) -> str:
    """As the form's field takes it, in Warsaw."""
    return f"{timezone.localtime() + timedelta(hours=number):%Y-%m-%d %H:%M}"


def after(hours: int, commit) -> None:
    """The command of every minute, so many hours from now."""
    with time_machine.travel(timezone.now() + timedelta(hours=hours)), commit():
        call_command("publish_scheduled", stdout=StringIO())


def scheduled(page) -> bool:
    revisions = Revision.objects.for_instance(page)
    return revisions.filter(approved_go_live_at__isnull=False).exists()


def fresh(page):
    return type(page).objects.get(pk=page.pk)


# --- Who ----------------------------------------------------------------------------------


@pytest.mark.parametrize(("role", "may"), [(EDITORS, False), (MODERATORS, True), (None, True)])
def test_a_time_is_set_by_who_may_publish(site_tree, role, may):
    page = factories.practice(published=False)

    edit_page(somebody(role), page, "action-publish", go_live_at=in_hours(2))

    assert scheduled(page) is may
    assert not fresh(page).live


def test_a_translator_sets_no_time(site_tree):
    page = factories.practice(published=False)
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])

    response = somebody(TRANSLATORS).post(
        address, {"action-publish": "true", "go_live_at": in_hours(2)}
    )

    assert response.status_code in (302, 403)
    assert not scheduled(page)


def test_a_coordinator_proposes_a_time_and_does_not_set_it(site_tree):
    network = factories.network()
    person = factories.person(user=factories.user(), kind="coordinator")
    network.people.add(NetworkPerson(person=person, role="coordinator"))
    network.save_revision().publish()
    page = factories.product(parent=network)

    edit_page(signed_in(person.user), page, "action-publish", expire_at=in_hours(2))

    assert fresh(page).get_latest_revision_as_object().expire_at is not None
    assert fresh(page).expire_at is None


def test_what_an_editor_proposes_is_in_force_once_a_moderator_approves(site_tree, commit):
    page = factories.practice(published=False)
    edit_page(somebody(EDITORS), page, "action-submit", go_live_at=in_hours(2))
    after(3, commit)
    assert not fresh(page).live

    state = fresh(page).current_workflow_task_state
    address = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", state.pk])
    somebody(MODERATORS).post(address)
    after(1, commit)
    assert not fresh(page).live
    after(3, commit)

    assert fresh(page).live


def test_an_end_in_a_draft_takes_nothing_off(site_tree, commit):
    page = factories.practice()
    edit_page(somebody(EDITORS), page, expire_at=in_hours(2))

    after(3, commit)

    assert fresh(page).live


def test_what_would_be_taken_off_at_once_is_not_approved(site_tree):
    page = factories.practice(published=False)
    edit_page(somebody(EDITORS), page, "action-submit", expire_at=in_hours(2))
    state = fresh(page).current_workflow_task_state
    address = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", state.pk])
    moderator = somebody(MODERATORS)

    with time_machine.travel(timezone.now() + timedelta(hours=3)):
        response = moderator.post(address, follow=True)

    assert "zdjęta z serwisu" in text_of(response)
    assert not fresh(page).live


def test_what_lacks_something_at_its_time_is_told_in_a_subject_of_one_line(site_tree, commit):
    page = factories.practice(published=False)
    page.title, page.summary = "Ogrody\r\nBcc: obcy@example.org", ""
    page.save_revision(approved_go_live_at=timezone.now() + timedelta(hours=1))

    after(2, commit)

    assert not fresh(page).live
    (message,) = mail.outbox
    assert message.subject == "Nie opublikowano: „Ogrody Bcc: obcy@example.org”"


# --- Where --------------------------------------------------------------------------------

PLACES = {
    "pl": {
        "list": "/pl/dobre-praktyki/",
        "feed": "/pl/dobre-praktyki/feed.xml",
        "search": "/pl/szukaj/?q=retencja",
        "API": "/api/v1/practices/?lang=pl",
    },
    "en": {
        "list": "/en/good-practices/",
        "feed": "/en/good-practices/feed.xml",
        "search": "/en/search/?q=retention",
        "API": "/api/v1/practices/?lang=en",
    },
}


def told_of(page) -> set[str]:
    """The places, as ``pl list``, that tell a stranger of a page by its title or address."""
    client = Client()
    found = set()
    for language, places in PLACES.items():
        for name, address in places.items():
            response = client.get(address)
            assert response.status_code == 200, address
            if page.slug in response.content.decode():
                found.add(f"{language} {name}")
    if page.slug in client.get("/sitemap.xml").content.decode():
        found.add("sitemap")
    return found


def answers(page) -> list[int]:
    addresses = [page.get_url(), f"{PLACES['en']['list']}{page.slug}/"]
    return [Client().get(address).status_code for address in addresses]


def test_a_page_appears_and_goes_everywhere_at_once_in_both_languages(site_tree, commit):
    page = factories.practice(title=TITLE, slug="zegarowa", published=False)
    with commit():
        draft = page.get_latest_revision_as_object()
        draft.go_live_at = timezone.now() + timedelta(hours=2)
        draft.save_revision().publish()
    assert told_of(page) == set()
    assert answers(page) == [404, 404]
    after(1, commit)
    assert answers(page) == [404, 404]

    after(3, commit)

    assert {"pl list", "pl feed", "pl search", "pl API", "sitemap"} <= told_of(page)
    assert answers(page) == [200, 200]
    with commit():
        factories.english(fresh(page), title=ENGLISH, slug="zegarowa")
        draft = fresh(page)
        draft.go_live_at = None
        draft.expire_at = timezone.now() + timedelta(hours=5)
        draft.save_revision().publish()
    everywhere = {f"{language} {name}" for language in PLACES for name in PLACES[language]}
    assert told_of(page) == {*everywhere, "sitemap"}
    after(4, commit)
    assert answers(page) == [200, 200]

    after(6, commit)

    assert told_of(page) == set()
    assert answers(page) == [404, 404]
    assert not SearchDocument.objects.filter(page=page.pk).exists()
    assert fresh(page).expired
