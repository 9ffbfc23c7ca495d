from __future__ import annotations

import json

import pytest
from django.contrib.auth.models import Group
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from practices.models import ImportRun
from registers.models import City
from tests import factories


@pytest.fixture
def zabrze(site_tree) -> City:
    return factories.city(name_pl="Zabrze", slug="zabrze", teryt="247801", population=150_000)


@pytest.fixture
def moderator(site_tree, client):
    from home.roles import create_roles

    create_roles()
    user = factories.user(is_active=True)
    user.groups.add(Group.objects.get(name="Moderatorzy"))
    client.force_login(user)
    return user


@pytest.fixture
def post(client, moderator, commit):
    def post(url, data=None):
        with commit():
            return client.post(url, data or {}, follow=True)

    return post


@pytest.fixture
def upload(post):
    """Uploads records and checks them; gives the run."""

    def upload(*records, **options):
        lines = "\n".join(json.dumps(record) for record in records)
        file = SimpleUploadedFile("praktyki.jsonl", lines.encode())
        chosen = {"publishing": "archival", "known": "change", "alike": "separate", **options}
        post(reverse("practice_imports:new"), {"file": file, **chosen})
        return ImportRun.objects.get()

    return upload
