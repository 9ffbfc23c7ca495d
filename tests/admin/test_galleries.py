"""Galleries in the page forms: several pictures at once; and where pictures are used."""

from __future__ import annotations

from bs4 import BeautifulSoup
from django.contrib.auth.models import Group, Permission
from django.urls import reverse
from wagtail.models import Collection, GroupCollectionPermission

from base.models import CustomImage
from registers.models.city import CityImage
from tests import factories
from tests.admin.forms import edit_page, text_of


def test_pictures_of_a_gallery_are_chosen_together_and_moved(site_tree, admin_client):
    gallery = factories.gallery(images=[factories.image(), factories.image()])

    form = admin_client.get(reverse("wagtailadmin_pages:edit", args=[gallery.pk]))

    soup = BeautifulSoup(form.content, "html.parser")
    assert soup.select_one("#id_images-OPEN_MODAL")
    assert "fot. Jan Przykładny · Kamienice przy rynku" in text_of(form)
    row = soup.select_one("#id_images-FORMS > *")
    for way in ("move-up", "move-down", "drag"):
        assert row.select_one(f"[data-inline-panel-child-{way}]")
    edit_page(admin_client, gallery, **{"images-0-ORDER": "2", "images-1-ORDER": "1"})
    gallery.refresh_from_db()
    latest = gallery.get_latest_revision_as_object()
    before = [row.image_id for row in gallery.images.all()]
    assert [row.image_id for row in latest.images.all()] == before[::-1]


def test_a_gallery_in_a_text_can_choose_several_pictures(site_tree, admin_client):
    image = factories.image()
    article = factories.article(body=[("gallery", {"title": "Spacer", "images": [image]})])

    form = admin_client.get(reverse("wagtailadmin_pages:edit", args=[article.pk]))
    chooser = admin_client.get(reverse("wagtailimages_chooser:choose"), {"multiple": "1"})

    html = form.content.decode()
    assert "base.blocks.GalleryBlock" in html
    assert "js/gallery-block.js" in html
    assert reverse("wagtailimages:add_multiple") in chooser.json()["html"]


def test_pictures_come_in_the_order_in_which_the_window_had_them(admin_client, site_tree):
    first, second = factories.image(title="Rynek"), factories.image(title="Ratusz")
    chosen = reverse("wagtailimages_chooser:chosen_multiple")
    for order in ([first, second], [second, first]):
        answer = admin_client.get(chosen, {"id": [*(image.pk for image in order), "x"]})
        assert [each["id"] for each in answer.json()["result"]] == [
            str(image.pk) for image in order
        ]


def test_where_one_picture_is_chosen_or_none_may_be_added_many_are_not_offered(client, site_tree):
    address, many = reverse("wagtailimages_chooser:choose"), reverse("wagtailimages:add_multiple")
    client.force_login(factories.administrator())
    assert many not in client.get(address).json()["html"]
    client.force_login(who_may("choose_image"))

    assert many not in client.get(address, {"multiple": "1"}).json()["html"]


def who_may(*codenames: str):
    """Somebody in the admin with these rights to all pictures."""
    someone = factories.user()
    factories.permit(someone, "wagtailadmin.access_admin")
    group = Group.objects.create(name="Zdjęcia")
    for codename in codenames:
        GroupCollectionPermission.objects.create(
            group=group,
            collection=Collection.get_first_root_node(),
            permission=Permission.objects.get(codename=codename),
        )
    someone.groups.add(group)
    return someone


def test_who_writes_the_words_of_pictures_deletes_none_of_others(client, site_tree):
    image = factories.image()
    client.force_login(who_may("change_image", "choose_image"))
    address = reverse("wagtailimages:edit", args=[image.pk])
    deletions = [
        reverse("wagtailimages:delete", args=[image.pk]),
        reverse("wagtailimages:delete_multiple", args=[image.pk]),
        reverse("wagtail_bulk_action", args=["base", "customimage", "delete"])
        + f"?id={image.pk}&next=/admin/",
    ]

    form = client.get(address)
    for deletion in deletions:
        client.post(deletion, headers={"x-requested-with": "XMLHttpRequest"})
    given = {"title": image.title, "author": image.author, "collection": image.collection_id}
    client.post(address, {**given, "alt_pl": image.alt_pl, "alt_en": "Facades by the square"})

    assert deletions[0] not in form.content.decode()
    image.refresh_from_db()
    assert image.alt_en == "Facades by the square"


def test_who_keeps_the_pictures_deletes_those_of_others_and_who_adds_them_their_own(
    client, site_tree
):
    theirs = factories.image()
    client.force_login(who_may("change_image", "add_image"))
    client.post(reverse("wagtailimages:delete", args=[theirs.pk]))
    assert not CustomImage.objects.filter(pk=theirs.pk).exists()

    other = factories.image()
    Group.objects.all().delete()
    adding = who_may("add_image")
    own = factories.image(uploaded_by_user=adding)
    client.force_login(adding)
    for image in (other, own):
        client.post(reverse("wagtailimages:delete", args=[image.pk]))

    assert list(CustomImage.objects.values_list("pk", flat=True)) == [other.pk]


def test_the_form_of_the_english_gallery_has_no_pictures(site_tree, admin_client):
    english = factories.english(factories.gallery(images=[factories.image()]))

    form = admin_client.get(reverse("wagtailadmin_pages:edit", args=[english.pk]))

    assert form.status_code == 200
    assert b"id_images-OPEN_MODAL" not in form.content


def test_uses_in_pages_blocks_and_registers_are_counted_and_named(site_tree, admin_client):
    image = factories.image(title="Rynek")
    factories.article(title="W treści", body=[("image", {"image": image, "caption": ""})])
    factories.practice(title="Na okładce", cover=image)
    city = factories.city()
    CityImage.objects.create(city=city, image=image)

    listing = text_of(admin_client.get(reverse("wagtailimages:index"), {"layout": "list"}))
    edit = text_of(admin_client.get(reverse("wagtailimages:edit", args=[image.pk])))
    uses = text_of(admin_client.get(reverse("wagtailimages:image_usage", args=[image.pk])))

    assert "3 razy" in listing
    assert "3 razy" in edit
    for name in ("W treści", "Na okładce", city.label):
        assert name in uses


def test_a_page_one_may_not_edit_is_not_named_among_the_uses(client, site_tree):
    image = factories.image()
    factories.article(title="Zamknięta sprawa", body=[("image", {"image": image, "caption": ""})])
    client.force_login(who_may("change_image"))

    uses = client.get(reverse("wagtailimages:image_usage", args=[image.pk]))

    assert uses.status_code == 200
    assert "Zamknięta sprawa" not in text_of(uses)


def test_the_number_of_uses_costs_one_query_for_any_number_of_pictures(
    site_tree, admin_client, django_assert_max_num_queries
):
    for _turn in range(4):
        factories.article(cover=factories.image())
    address = reverse("wagtailimages:index")
    admin_client.get(address, {"layout": "list"})
    with django_assert_max_num_queries(30) as few:
        admin_client.get(address, {"layout": "list"})
    most = len(few)
    for _turn in range(6):
        factories.article(cover=factories.image())
    admin_client.get(address, {"layout": "list"})
    with django_assert_max_num_queries(most):
        admin_client.get(address, {"layout": "list"})
    assert CustomImage.objects.count() >= 10
