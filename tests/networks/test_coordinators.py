"""Coordinators of networks: their rights follow from the networks' pages, at once."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import GroupPagePermission, Page, PageLogEntry

from base import access
from base.models.records import Who
from networks import coordinators
from networks.models import NetworkGroup, NetworkPage
from networks.models.network import NetworkPerson
from practices.models import PracticeIndexPage
from tests import factories
from tests.admin.forms import edit_page

pytestmark = pytest.mark.django_db


def name_coordinator(network, person, role="coordinator"):
    """As an editor does: in the page's form, and published."""
    page = NetworkPage.objects.get(pk=network.pk)
    page.people.add(NetworkPerson(person=person, role=role))
    page.save_revision().publish()


@pytest.fixture
def network(site_tree):
    return factories.network(title="Miasta cyfrowe")


@pytest.fixture
def coordinator(network):
    """The user who coordinates ``network``."""
    user = factories.user()
    name_coordinator(network, factories.person(user=user, kind="coordinator"))
    return user


@pytest.fixture
def coordinator_client(coordinator):
    client = Client()
    client.force_login(coordinator)
    return client


def may_edit(user, page) -> bool:
    fresh = type(user).objects.get(pk=user.pk)
    return Page.objects.get(pk=page.pk).permissions_for_user(fresh).can_edit()


def opens(client, page) -> bool:
    return client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).status_code == 200


# --- What is theirs ---------------------------------------------------------------------


def test_a_coordinator_edits_their_network_and_what_is_below_it(
    coordinator, network, coordinator_client
):
    meeting = factories.meeting(parent=network)
    assert opens(coordinator_client, network)
    assert opens(coordinator_client, meeting)
    rights = network.permissions_for_user(coordinator)
    assert rights.can_add_subpage()
    assert not rights.can_publish()


def test_a_coordinator_does_not_edit_what_is_of_others(coordinator, network):
    other = factories.network(parent=network.get_parent().specific)
    for page in (other, factories.practice(networks=[network]), network.get_parent()):
        assert not may_edit(coordinator, page)


def test_a_coordinator_writes_practices_of_their_own_and_submits_them(
    coordinator, coordinator_client
):
    index = factories.index(PracticeIndexPage)
    assert index.permissions_for_user(coordinator).can_add_subpage()
    theirs = factories.practice(owner=coordinator, published=False)
    edit_page(coordinator_client, theirs, "action-submit")
    theirs.refresh_from_db()
    assert theirs.current_workflow_state is not None
    assert not theirs.live


def test_lists_offer_to_add_what_a_coordinator_may(coordinator_client, network):
    for name, offered in (("network_pages", False), ("meeting_pages", True)):
        page = coordinator_client.get(reverse(f"{name}:index")).content.decode()
        assert (reverse(f"{name}:choose_parent") in page) is offered


def test_other_roles_in_a_network_give_no_rights(network):
    user = factories.user()
    name_coordinator(network, factories.person(user=user), role="expert")
    assert not user.groups.exists()


def test_a_closed_page_of_others_is_named_nowhere_in_the_admin(coordinator_client, network):
    secret, theirs = "Narada prezydentów", "Narada nasza"
    for title, parent in ((secret, None), (theirs, network)):
        access.set_audience(factories.meeting(parent=parent, title=title), Who.LEADERS)
    access.set_audience(factories.practice(title=f"{secret} o wodzie"), Who.MEMBERS)
    addresses = [
        reverse("wagtailadmin_explore", args=[factories.index(PracticeIndexPage).pk]),
        reverse("wagtailadmin_pages:search") + "?q=narada",
        reverse("wagtailadmin_choose_page_search") + "?q=narada",
        reverse("wagtailadmin_choose_page_search") + "?q=narada&page_type=exchange.meetingpage",
        reverse("wagtailadmin_api:pages:listing") + "?search=narada",
        reverse("meeting_pages:index"),
        reverse("practice_pages:index"),
        reverse("wagtailadmin_reports:aging_pages"),
        reverse("wagtailadmin_reports:site_history"),
    ]
    said = [coordinator_client.get(address).content.decode() for address in addresses]
    assert [text for text in said if secret in text] == []
    assert theirs in said[addresses.index(reverse("meeting_pages:index"))]
    page = factories.meeting(title=secret)
    access.set_audience(page, Who.LEADERS)
    move = reverse("wagtailadmin_pages:move_confirm", args=[page.pk, page.get_parent().pk])
    assert secret not in coordinator_client.get(move, follow=True).content.decode()


# --- Since when, and until when ---------------------------------------------------------


def test_who_is_no_longer_named_loses_the_right_at_once(coordinator, network, coordinator_client):
    page = NetworkPage.objects.get(pk=network.pk)
    page.people.clear()
    page.save_revision().publish()
    assert not opens(coordinator_client, network)
    assert not coordinator.groups.exists()


def test_a_draft_that_names_somebody_gives_no_right(network):
    user = factories.user()
    page = NetworkPage.objects.get(pk=network.pk)
    page.people.add(NetworkPerson(person=factories.person(user=user), role="coordinator"))
    page.save_revision()
    coordinators.mirror()
    assert not may_edit(user, network)


def test_who_is_given_another_account_leaves_the_former_without_rights(coordinator, network):
    person, successor = coordinator.person, factories.user()
    person.user = successor
    person.save()
    assert may_edit(successor, network)
    assert not may_edit(coordinator, network)


def test_rights_end_with_the_day_before_any_command_runs(coordinator, network, coordinator_client):
    yesterday = timezone.localdate() - timedelta(days=1)
    # As time does: without anything being saved.
    type(coordinator.person).objects.update(active_to=yesterday)
    assert not opens(coordinator_client, network)
    assert not coordinator.groups.exists()


def test_an_unpublished_network_gives_no_rights(coordinator, network):
    NetworkPage.objects.get(pk=network.pk).unpublish()
    assert not may_edit(coordinator, network)


# --- Groups are a mirror ----------------------------------------------------------------


def test_a_copied_network_gets_a_group_of_its_own(coordinator, network):
    copy = network.copy(update_attrs={"slug": "kopia", "title": "Kopia"})
    coordinators.mirror()
    assert may_edit(coordinator, copy)
    groups = {each.network_id: each.group for each in NetworkGroup.objects.all()}
    assert set(groups) == {network.pk, copy.pk}
    assert groups[network.pk] != groups[copy.pk]
    NetworkPage.objects.get(pk=copy.pk).people.all().delete()
    coordinators.mirror()
    assert not may_edit(coordinator, copy)
    assert may_edit(coordinator, network)


def test_what_was_put_in_by_hand_is_put_right_nightly(coordinator, network, capsys):
    group = NetworkGroup.objects.get(network=network).group
    stranger = factories.user()
    group.user_set.add(stranger)
    Group.objects.get(name=coordinators.COORDINATORS_GROUP).user_set.add(stranger)
    home = network.get_parent().get_parent()
    right = group.page_permissions.first().permission
    GroupPagePermission.objects.create(group=group, page=home, permission=right)
    call_command("mirror_coordinators")
    assert "1" in capsys.readouterr().out
    assert not stranger.groups.exists()
    assert not may_edit(coordinator, home)
    assert may_edit(coordinator, network)
    call_command("mirror_coordinators")
    assert "0" in capsys.readouterr().out


def test_the_group_follows_the_network_s_title_and_end(coordinator, network):
    page = NetworkPage.objects.get(pk=network.pk)
    page.title = "Miasta przyszłości"
    page.save_revision().publish()
    group = NetworkGroup.objects.get(network=network).group
    assert "Miasta przyszłości" in group.name
    page.delete()
    assert not Group.objects.filter(pk=group.pk).exists()
    assert not coordinator.groups.exists()


def test_the_history_says_whose_rights_changed(coordinator, network):
    entry = PageLogEntry.objects.get(action=coordinators.COORDINATORS_CHANGED)
    assert entry.page_id == network.pk
    assert str(coordinator) in entry.message
