"""The first page of the admin: exact numbers, each leading to its list."""

from __future__ import annotations

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group
from django.urls import reverse

from base.models import LanguageState
from home.models import AccessibilityPage
from home.roles import TRANSLATORS
from networks.models.network import NetworkPerson
from practices.models import Indicator
from tests import factories
from workbench.condition.examining import examine
from workbench.models import Link


def shown(client) -> BeautifulSoup:
    return BeautifulSoup(client.get(reverse("wagtailadmin_home")).content, "html.parser")


def lines(soup: BeautifulSoup) -> dict[str, tuple[int, str]]:
    return {
        link.span.text: (int(link.b.text), link["href"])
        for link in soup.select(".dashboard__lines a:has(b)")
    }


def listed(client, address: str) -> int:
    soup = BeautifulSoup(client.get(address).content, "html.parser")
    return len(soup.select("table.listing tbody tr"))


def test_each_number_is_the_length_of_the_list_it_leads_to(site_tree, admin_client, commit):
    with commit():
        factories.practice()
        poor = factories.practice()
        page = factories.article(body=[("paragraph", "<h3>Skok</h3>")], pinned_until="2020-01-01")
        factories.article(closes_on="2020-01-01", category="calls")
        factories.article(closes_on="2020-01-01", category="calls", archived=True)
    type(poor).objects.filter(pk=poor.pk).update(total_cost=None, cover=None)
    factories.image(alt_pl="")
    factories.tag(name="bezpańskie", theme=None)
    examine(page)
    link = '<p><a href="https://example.org/dead">tutaj</a></p>'
    with commit():
        factories.city(description_pl="<h3>Skok</h3>", description_en=f"<h3>Skip</h3>{link}")
    Link.objects.update(state=Link.State.BROKEN)

    found = lines(shown(admin_client))

    assert found["Nagłówek przeskakuje poziom"][0] == 3
    assert found["Niedziałające odnośniki"][0] == 1
    assert found["Nabory zakończone i niearchiwalne"][0] == 1
    for label, (number, address) in found.items():
        assert listed(admin_client, address) == number, label


def test_records_are_counted_by_level_and_by_what_they_lack(site_tree, admin_client, commit):
    with commit():
        factories.practice()
        poor = factories.practice()
    type(poor).objects.filter(pk=poor.pk).update(total_cost=None)
    Indicator.objects.filter(page=poor.pk).delete()

    soup = shown(admin_client)

    row = soup.select_one(".dashboard__records tbody tr")
    numbers = [int(cell.find(string=True)) if not cell.a else int(cell.a.find(string=True))
               for cell in row.select("td")]  # fmt: skip
    assert numbers[:5] == [2, 1, 0, 0, 1]
    for link, number in zip(row.select("td a"), [2, 1, 1], strict=True):
        assert listed(admin_client, link["href"]) == number


def test_the_declaration_is_called_to_mind_from_the_first_of_march(site_tree, admin_client):
    factories.declaration()
    AccessibilityPage.objects.update(prepared_on="2025-06-01", reviewed_on=None)
    label = "Deklaracja dostępności do przeglądu do 31 marca"

    with time_machine.travel("2026-02-28T12:00:00Z"):
        assert label not in lines(shown(admin_client))
    with time_machine.travel("2026-03-01T12:00:00Z"):
        assert lines(shown(admin_client))[label][0] == 1


def test_who_may_only_write_is_not_shown_what_they_cannot_mend(site_tree, client):
    factories.tag(name="bezpańskie", theme=None)
    client.force_login(factories.editor(site_tree, "add_page", "change_page"))

    assert "Słowa kluczowe bez tematu" not in lines(shown(client))


@pytest.mark.parametrize("role", [TRANSLATORS, None], ids=["translator", "coordinator"])
def test_who_changes_no_practices_is_not_shown_what_practices_lack(site_tree, client, commit, role):
    with commit():
        network = factories.network()
        factories.practice(networks=[network])
    user = factories.user()
    if role is None:
        person = factories.person(user=user, kind="coordinator")
        network.people.add(NetworkPerson(person=person, role="coordinator"))
        network.save_revision().publish()
    else:
        user.groups.add(Group.objects.get(name=role.name))
    client.force_login(user)

    soup = shown(client)

    assert "Praktyki jeszcze niepotwierdzone" not in lines(soup)
    assert soup.select_one(".dashboard__records") is None


def test_a_translator_sees_what_is_not_translated_and_begins_what_readers_ask_for(
    site_tree, client, commit
):
    with commit():
        factories.article(title="Nabór do sieci")
        wanted = factories.practice(title="Miejska retencja wody")
    LanguageState.objects.filter(page=wanted).update(english_requests=3)
    user = factories.user()
    user.groups.add(Group.objects.get(name=TRANSLATORS.name))
    client.force_login(user)

    soup = shown(client)

    number, address = lines(soup)["Bez tłumaczenia"]
    assert number == listed(client, address) == 2
    [asked] = soup.select(".dashboard__asked")
    assert asked.select_one("b").text == "3"
    assert "Miejska retencja wody" in asked.text
    began = client.post(asked.form["action"], follow=True)
    assert began.redirect_chain[-1][0] == reverse(
        "wagtailadmin_pages:edit", args=[wanted.get_translations().get().pk]
    )


def test_who_has_nothing_to_do_is_told_so(site_tree, client):
    user = factories.user()
    user.groups.add(Group.objects.get(name=TRANSLATORS.name))
    client.force_login(user)

    assert "Nic teraz na Ciebie nie czeka." in shown(client).select_one(".dashboard").text


def test_a_coordinator_sees_what_goes_on_in_their_network(site_tree, client, commit):
    with commit():
        network = factories.network(title="Miasta cyfrowe")
        factories.meeting(parent=network)
        factories.meeting(parent=network, published=False, start=None)
        factories.meeting(parent=factories.network(parent=network.get_parent().specific))
    user = factories.user()
    person = factories.person(user=user, kind="coordinator")
    network.people.add(NetworkPerson(person=person, role="coordinator"))
    network.save_revision().publish()
    client.force_login(user)

    soup = shown(client)

    names = [each.get_text(strip=True) for each in soup.select(".dashboard__name")]
    assert names == ["Miasta cyfrowe"]
    found = lines(soup)
    assert {name: number for name, (number, _address) in found.items()} == {
        "Spotkania przed nami": 1,
        "Spotkania nieopublikowane": 1,
    }
    for label, (number, address) in found.items():
        assert listed(client, address) == number, label


def test_the_number_of_queries_does_not_grow(
    site_tree, admin_client, commit, django_assert_max_num_queries
):
    with commit():
        for _number in range(3):
            factories.practice()
    shown(admin_client)

    with django_assert_max_num_queries(60):
        shown(admin_client)
