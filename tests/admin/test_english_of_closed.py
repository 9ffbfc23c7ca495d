"""The English of a closed page, for those who write English and may not change the Polish."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse

from base import access
from base.models.records import Who
from home.roles import EDITORS, TRANSLATORS
from tests import factories


@pytest.fixture
def english(site_tree, commit):
    with commit():
        return factories.english(factories.practice(title="Cicha zajezdnia"), title="A quiet depot")


def sign_in(client, role):
    user = factories.user()
    user.groups.add(Group.objects.get(name=role.name))
    client.force_login(user)


def addresses(english):
    return [
        reverse("wagtailadmin_pages:edit", args=[english.pk]),
        reverse("wagtailadmin_pages:history", args=[english.pk]),
        reverse("wagtailadmin_pages:view_draft", args=[english.pk]),
        reverse("workbench_changes", args=[english.original.pk]),
        english.get_url(),
    ]


def opened(client, english):
    """What is shown at each address, and what is refused there."""
    answers = [client.get(address) for address in addresses(english)]
    return [answer.status_code == 200 for answer in answers]


def test_a_translator_loses_it_when_the_page_is_closed(client, english):
    sign_in(client, TRANSLATORS)
    assert all(opened(client, english))
    listed = reverse("wagtailadmin_explore", args=[english.get_parent().pk])
    assert "A quiet depot" in client.get(listed).content.decode()

    access.set_audience(english.original, Who.MEMBERS)

    assert not any(opened(client, english))
    assert "A quiet depot" not in client.get(listed).content.decode()
    saved = client.post(addresses(english)[0], {"title": "Mine"})
    assert "A quiet depot" not in saved.content.decode()
    english.refresh_from_db()
    assert english.title == "A quiet depot"


def test_an_editor_of_the_polish_keeps_it(client, english):
    sign_in(client, EDITORS)
    access.set_audience(english.original, Who.MEMBERS)

    assert all(opened(client, english))
