"""Files of a closed collection are for those who keep its files; a translator is not one."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse
from wagtail.documents.permissions import permission_policy as documents
from wagtail.images.permissions import permission_policy as images

from base import media
from home.roles import COORDINATORS, EDITORS, MODERATORS, TRANSLATORS
from tests import factories

CLOSED = "Plan przetargu"
KEEPERS = {"editor": EDITORS, "moderator": MODERATORS}


@pytest.fixture(scope="module")
def world(shared):
    """A picture and a document of a closed collection, public ones, and somebody of each role."""
    place = factories.closed_collection()
    people = {}
    others = {"translator": TRANSLATORS, "coordinator": COORDINATORS}
    for name, role in {**KEEPERS, **others}.items():
        people[name] = factories.user()
        people[name].groups.add(Group.objects.get(name=role.name))
    return {
        "people": people,
        "place": place,
        "closed": {
            images: factories.image(title=CLOSED, collection=place),
            documents: factories.document(title=CLOSED, collection=place),
        },
        "public": {images: factories.image(), documents: factories.document()},
    }


def client_of(world, who):
    client = Client()
    client.force_login(world["people"][who])
    return client


@pytest.mark.parametrize("policy", [images, documents], ids=["picture", "document"])
def test_who_keeps_the_files_sees_them_and_nobody_else(world, policy):
    file = world["closed"][policy]
    for name, user in world["people"].items():
        asked = ["change", "choose", "delete"]
        keeps = name in KEEPERS
        assert media.may_see(user, file) == keeps, name
        seen = media.seen_by(user, type(file).objects.all())
        assert (file in seen, world["public"][policy] in seen) == (keeps, True), name
        for action in asked:
            may = policy.user_has_permission_for_instance(user, action, file)
            theirs = policy.instances_user_has_permission_for(user, action)
            assert (may, file in theirs) == (keeps, keeps), (name, action)
        chosen_from = policy.collections_user_has_any_permission_for(user, ["choose"])
        assert (world["place"] in chosen_from) == keeps, name


def test_ones_own_upload_is_seen_by_who_sent_it(world):
    coordinator = world["people"]["coordinator"]
    sent = {"collection": world["place"], "uploaded_by_user": coordinator}
    for policy, file in (
        (images, factories.image(**sent)),
        (documents, factories.document(**sent)),
    ):
        assert media.may_see(coordinator, file)
        assert file in policy.instances_user_has_permission_for(coordinator, "change")


def test_a_translator_changes_public_pictures_and_finds_no_closed_one(world):
    client, picture = client_of(world, "translator"), world["closed"][images]
    public = reverse("wagtailimages:edit", args=[world["public"][images].pk])
    assert client.get(public).status_code == 200
    lists = [
        reverse("wagtailimages:index"),
        reverse("wagtailimages:index") + "?q=przetargu",
        reverse("wagtailimages_chooser:choose"),
        reverse("wagtailimages_chooser:choose_results") + "?q=przetargu",
        reverse("wagtailimages_chooser:chosen_multiple") + f"?id={picture.pk}",
        reverse("workbench_images"),
        reverse("wagtailadmin_api:images:listing"),
    ]
    for address in lists:
        answer = client.get(address)
        assert answer.status_code == 200, address
        assert CLOSED not in answer.content.decode(), address
        assert world["place"].name not in answer.content.decode(), address
    for name in ("edit", "image_usage", "preview", "delete"):
        arguments = [picture.pk, "original"] if name == "preview" else [picture.pk]
        answer = client.get(reverse(f"wagtailimages:{name}", args=arguments))
        assert answer.status_code in (302, 403, 404), name
        assert CLOSED not in answer.content.decode(), name
    chosen = client.get(reverse("wagtailimages_chooser:chosen", args=[picture.pk]))
    assert CLOSED not in chosen.content.decode()
    assert client.get(picture.file.url).status_code == 404
    assert client.get(picture.get_rendition("fill-20x20").url).status_code == 404


def test_a_list_asks_as_much_of_a_hundred_collections_as_of_one(
    world, django_assert_max_num_queries
):
    translator = world["people"]["translator"]
    for _each in range(5):
        factories.closed_collection()
    with django_assert_max_num_queries(4):
        list(images.instances_user_has_permission_for(translator, "change"))
