"""What readers do not find is told to editors, and leads into the glossary."""

from datetime import date

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse

from home.roles import EDITORS, create_roles
from search.models import AskedWords
from tests import factories
from tests.admin.forms import text_of, values_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def asked(db):
    def asked(text: str, *, found: int = 0, days: int = 3) -> AskedWords:
        return AskedWords.objects.create(
            language="pl", folded=text, text=text, times=days * 2, days=days,
            last_day=date(2026, 11, 27), found=found,
        )  # fmt: skip

    return asked


def report(client: Client) -> str:
    return text_of(client.get(reverse("searches_without_results")))


def test_only_what_nobody_found_on_several_days_is_told(admin_client, site_tree, asked):
    asked("kopciuch")
    asked("retencja", found=4)
    asked("tajne", days=2)
    told = report(admin_client)
    assert "kopciuch" in told
    assert "retencja" not in told
    assert "tajne" not in told


def test_it_leads_to_an_entry_begun_with_the_words(admin_client, site_tree, asked):
    asked("kopciuch")
    html = admin_client.get(reverse("searches_without_results")).content.decode()
    address = html.split('href="/admin/snippets/search/glossaryentry/add/')[1].split('"')[0]
    form = values_of(admin_client.get(f"/admin/snippets/search/glossaryentry/add/{address}"))
    assert form["words"] == ["kopciuch"]


def test_editors_may_read_it_and_others_may_not(client, site_tree, asked):
    asked("kopciuch")
    create_roles()
    editor = factories.user()
    client.force_login(editor)
    assert client.get(reverse("searches_without_results")).status_code == 302
    editor.groups.add(Group.objects.get(name=EDITORS.name))
    assert "kopciuch" in report(client)


def test_it_can_be_taken_along_as_a_file(admin_client, site_tree, asked):
    asked("kopciuch")
    response = admin_client.get(reverse("searches_without_results"), {"export": "csv"})
    assert "kopciuch" in b"".join(response.streaming_content).decode()
