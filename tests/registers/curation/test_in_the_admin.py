"""Merging, splitting and undoing as an editor does it: what is shown before, who may, forms."""

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Permission
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from registers.curation.operations import assign_theme
from registers.models import RetiredTag, Tag, TagOperation
from tests import factories
from tests.admin.forms import text_of, values_of

pytestmark = pytest.mark.django_db


def bulk(action, *tags):
    address = reverse("wagtail_bulk_action", args=["registers", "tag", action])
    return f"{address}?" + "&".join(f"id={tag.pk}" for tag in tags)


def _soup(response):
    return BeautifulSoup(response.content, "html.parser")


def list_address():
    return reverse("wagtailsnippets_registers_tag:list")


def test_a_merge_shows_what_it_touches_and_then_does_it(admin_client, site_tree):
    kept, other = factories.tag(name="rowery"), factories.tag(name="rower", name_en="bicycle")
    practice = factories.practice(tags=[other])
    factories.practice(tags=[kept])
    factories.practice(tags=[kept])
    address = bulk("merge", other, kept)
    shown = admin_client.get(address)
    said = text_of(shown)
    for expected in ("3 strony", "dobre praktyki: 3", "?tag=rower", practice.title):
        assert expected in said
    data = values_of(shown)
    assert data["kept"] == [str(kept.pk)], "the one used most is proposed"
    done = admin_client.post(address, data, follow=True)
    assert "„rower” włączono do „rowery”" in text_of(done)
    assert Tag.objects.get().synonyms_pl == ["rower"]


def test_what_is_shown_before_a_merge_asks_no_more_for_more_tags(
    admin_client, db, django_assert_num_queries
):
    tags = [factories.tag() for _ in range(6)]
    admin_client.get(bulk("merge", *tags[:2]))
    with CaptureQueriesContext(connection) as asked:
        admin_client.get(bulk("merge", *tags[:2]))
    with django_assert_num_queries(len(asked)):
        admin_client.get(bulk("merge", *tags))


def test_what_bears_a_tag_only_in_its_draft_is_counted_before_a_merge(admin_client, site_tree):
    kept, other = factories.tag(name="rowery"), factories.tag(name="rower")
    practice = factories.practice(tags=[kept], title="Parking")
    practice.tags.set([other])
    practice.save_revision()
    said = text_of(admin_client.get(bulk("merge", other, kept)))
    assert "0 stron; ponadto 1 tylko w szkicu" in said, "of the one"
    assert "1 strona (dobre praktyki: 1)" in said, "of both: the page bears the other already"
    said = text_of(admin_client.get(bulk("merge", other)))
    assert "0 stron; ponadto 1 tylko w szkicu" in said
    assert "Parking" in said


@pytest.mark.parametrize("how", ["one", "several"])
def test_a_deletion_says_what_it_touches_and_is_undone_by_its_button(admin_client, site_tree, how):
    tag = factories.tag(name="rowery")
    practice = factories.practice(tags=[tag], title="Parking")
    one = reverse("wagtailsnippets_registers_tag:delete", args=[tag.pk])
    address = one if how == "one" else bulk("delete", tag)
    said = text_of(admin_client.get(address))
    for expected in ("1 strona (dobre praktyki: 1)", "Parking", "Można to cofnąć"):
        assert expected in said
    done = admin_client.post(address, follow=True)
    assert not Tag.objects.exists()
    undo = reverse("tag_operation", args=[TagOperation.objects.get().pk])
    assert "Usunięto „rowery”" in text_of(done)
    assert undo in done.content.decode()
    admin_client.post(undo)
    assert [row.tag.name for row in practice.tagged_items.select_related("tag")] == ["rowery"]


def test_a_tag_is_merged_into_one_chosen_besides(admin_client, db):
    kept, other = factories.tag(name="rowery"), factories.tag(name="kółka")
    assert "Wybierz" in text_of(admin_client.post(bulk("merge", other), {}))
    refused = admin_client.post(bulk("merge", other), {"other": other.pk})
    assert "To jest to samo słowo" in text_of(refused)
    admin_client.post(bulk("merge", other), {"other": kept.pk})
    assert Tag.objects.get() == kept


def test_tags_chosen_in_the_list_are_given_a_theme(admin_client, db):
    theme, tags = factories.theme(), [factories.tag(theme=None) for _ in range(2)]
    address = f"{bulk('theme', *tags)}&theme={theme.pk}"
    data = values_of(admin_client.get(address))
    assert data["theme"] == [str(theme.pk)], "as the link proposed"
    admin_client.post(address, data)
    assert set(Tag.objects.values_list("theme", flat=True)) == {theme.pk}


def test_a_split_asks_of_each_page(admin_client, site_tree):
    tag = factories.tag(name="zieleń")
    stays, moves = (factories.practice(tags=[tag], title=name) for name in ("Park", "Skwer"))
    address = reverse("split_tag", args=[tag.pk])
    data = values_of(admin_client.get(address))
    assert data[f"page_{stays.pk}"] == ["stays"]
    data |= {"name": "Zieleń", f"page_{moves.pk}": "moves"}
    refused = admin_client.post(address, data)
    assert "Jest już takie słowo" in text_of(refused)
    assert values_of(refused)[f"page_{moves.pk}"] == ["moves"], "nothing chosen is lost"
    narrowed = admin_client.get(address, {"q": moves.title})
    assert f"page_{stays.pk}" not in values_of(narrowed)
    admin_client.post(address, data | {"name": "parki kieszonkowe"})
    assert [row.tag.name for row in moves.tagged_items.all()] == ["parki kieszonkowe"]
    assert [row.tag.name for row in stays.tagged_items.all()] == ["zieleń"]


def test_a_renamed_tag_keeps_its_former_name_and_address_working(admin_client, db):
    tag = factories.tag(name="rowery")
    address = reverse("wagtailsnippets_registers_tag:edit", args=[tag.pk])
    data = values_of(admin_client.get(address))
    data |= {"name": "ruch rowerowy", "slug": "ruch-rowerowy"}
    assert admin_client.post(address, data).status_code == 302
    tag.refresh_from_db()
    assert (tag.name, tag.synonyms_pl) == ("ruch rowerowy", ["rowery"])
    assert RetiredTag.objects.get().slug == "rowery"
    said = text_of(admin_client.get(reverse("tag_operations"), {"tag": tag.pk}))
    assert "Nazwę „rowery” zmieniono na „ruch rowerowy”" in said


def test_an_operation_is_undone_by_its_button_and_says_when_it_cannot(admin_client, db):
    kept, other = factories.tag(name="rowery"), factories.tag(name="rower")
    admin_client.post(bulk("merge", kept, other), {"kept": kept.pk})
    address = reverse("tag_operation", args=[TagOperation.objects.get().pk])
    listed = f"{reverse('tag_operations')}?tag={kept.pk}"
    row = _soup(admin_client.get(listed)).select_one("td a.button")
    assert row["href"].startswith(f"{address}?")
    asked = admin_client.get(row["href"])
    assert Tag.objects.count() == 1, "nothing changes by looking"
    undone = admin_client.post(address, values_of(asked))
    assert undone.url == listed, "back where one was"
    assert Tag.objects.count() == 2
    assert "Cofnięto" in text_of(admin_client.get(address))
    assert _soup(admin_client.get(listed)).select_one("td a.button") is None


@pytest.mark.parametrize("may", [["change_tag"], []], ids=["an editor", "somebody without rights"])
def test_who_may_not_delete_tags_merges_splits_and_undoes_none(client, site_tree, may):
    user = factories.editor(site_tree)
    user.groups.get().permissions.add(*Permission.objects.filter(codename__in=may))
    client.force_login(user)
    tags = [factories.tag(), factories.tag()]
    operation = assign_theme(tags, factories.theme(), user)
    for address in (
        bulk("merge", *tags),
        reverse("split_tag", args=[tags[0].pk]),
        reverse("tag_operation", args=[operation.pk]),
        bulk("delete", *tags),
    ):
        assert client.get(address).status_code == 302
        assert client.post(address, {"kept": tags[0].pk, "name": "x"}).status_code == 302
    assert Tag.objects.count() == 2
    seen = client.get(reverse("tag_operations")).status_code
    assert seen == (200 if may else 302)


def test_the_list_of_tags_leads_to_what_can_be_done(admin_client, db):
    tag = factories.tag()
    html = admin_client.get(list_address()).content.decode()
    assert reverse("split_tag", args=[tag.pk]) in html
    assert reverse("tag_operations") in html
