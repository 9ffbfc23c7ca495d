"""Themes in the admin: their order, what carries them, and their former addresses."""

import pytest
from django.urls import reverse

from registers.models import Theme
from tests import factories
from tests.admin.forms import text_of, values_of

pytestmark = pytest.mark.django_db


def address_of(view, *args):
    return reverse(f"wagtailsnippets_registers_theme:{view}", args=args)


def test_themes_are_put_in_order_even_where_all_had_the_same_number(admin_client, site_tree):
    for code in ("a", "b", "c"):
        factories.theme(code=code, order=0)
    assert (
        'data-controller="w-orderable"'
        in admin_client.get(address_of("list"), {"ordering": "order"}).content.decode()
    )
    last = Theme.objects.get(code="c")
    assert admin_client.post(f"{address_of('reorder', last.pk)}?position=0").status_code == 200
    assert list(Theme.objects.values_list("code", "order")) == [("c", 0), ("a", 1), ("b", 2)]


def test_nobody_without_the_right_reorders_themes(client, site_tree):
    theme = factories.theme(order=5)
    client.force_login(factories.editor(site_tree))
    client.post(f"{address_of('reorder', theme.pk)}?position=0")
    theme.refresh_from_db()
    assert theme.order == 5


def test_a_themes_form_says_what_carries_it_and_leads_there(admin_client, site_tree):
    theme = factories.theme()
    narrower = factories.theme(parent=theme)
    practice = factories.practice(
        tags=[factories.tag(theme=theme), factories.tag(theme=narrower)], title="Praktyka tematu"
    )
    network = factories.network()
    network.themes = [theme]
    network.save_revision().publish()
    response = admin_client.get(address_of("edit", theme.pk))
    said = text_of(response)
    for expected in ("Słowa kluczowe : 2", "Dobre praktyki : 1", "Sieci : 1", "Aktualności : 0"):
        assert expected in said
    factories.network(title="Sieć bez tematu")
    for name, page in (("practice_pages", practice), ("network_pages", network)):
        listing = f"{reverse(f'{name}:index')}?theme={theme.pk}"
        assert f'href="{listing}"' in response.content.decode()
        listed = admin_client.get(listing).context["object_list"]
        assert [each.pk for each in listed] == [page.pk]


def test_the_former_address_of_a_theme_leads_to_the_present_one(admin_client, client, site_tree):
    theme = factories.theme(slug_pl="woda", slug_en="water")
    for slug in ("wody", "woda-i-zielen"):
        data = values_of(admin_client.get(address_of("edit", theme.pk)))
        assert admin_client.post(address_of("edit", theme.pk), data | {"slug_pl": slug})
    for former in ("woda", "wody"):
        response = client.get(f"/pl/tematy/{former}/")
        assert (response.status_code, response.url) == (301, "/pl/tematy/woda-i-zielen/")
    assert client.get("/en/themes/water/").status_code == 200
