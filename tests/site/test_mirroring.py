"""What is done to an original is done to its English page, in the same transaction."""

import pytest
from django.db import transaction
from django.urls import reverse
from wagtail.models import Page

from base import tree
from base.models import Audience, LanguageState
from base.refusals import Refusal
from exchange.models import ProductState
from home.models import HomePage, PlainPage
from networks.models import NetworkPage
from news.models import NewsIndexPage, NewsPage
from practices.models import PracticeState
from tests import factories


def fresh(page: Page):
    return type(page).objects.get(pk=page.pk)


def slugs_below(parent: Page) -> list[str]:
    return list(fresh(parent).get_children().order_by("path").values_list("slug", flat=True))


@pytest.fixture(scope="module")
def made(shared):
    """Three translated articles in a row; two translated networks, a meeting in the first."""
    articles = [factories.article(title=f"Artykuł {name}") for name in ("a", "b", "c")]
    for page, name in zip(articles, ("a", "b", "c"), strict=True):
        factories.english(page, slug=f"article-{name}")
    networks = [factories.translated_network(), factories.translated_network()]
    meeting = factories.meeting(parent=networks[0])
    factories.english(meeting)
    return articles, [*networks, meeting]


@pytest.fixture
def articles(made, db):
    return [fresh(page) for page in made[0]]


@pytest.fixture
def networks(made, db):
    return [fresh(page) for page in made[1]]


@pytest.fixture
def english_news(made, db):
    return factories.index(NewsIndexPage).english


def test_moving_an_original_moves_its_english(networks):
    _first, second, meeting = networks

    meeting.move(fresh(second), pos="last-child")

    english = fresh(meeting).english
    assert english.get_parent().pk == second.english.pk
    assert english.url_path.startswith(second.english.url_path)


def test_what_stands_below_moves_along_in_both_languages(networks):
    first, second, meeting = networks

    fresh(first).move(second.get_parent(), pos="last-child")

    assert fresh(meeting).get_parent().pk == first.pk
    english = fresh(meeting).english
    assert english.get_ancestors().filter(pk=second.get_parent().specific.english.pk).exists()


def test_the_admin_moves_both(networks, admin_client):
    _first, second, meeting = networks
    address = reverse("wagtailadmin_pages:move_confirm", args=[meeting.pk, second.pk])

    admin_client.post(address)

    assert fresh(meeting).get_parent().pk == second.pk
    assert fresh(meeting).english.get_parent().pk == second.english.pk


def test_a_bulk_move_moves_both(networks, admin_client):
    _first, second, meeting = networks
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "move"])

    admin_client.post(f"{address}?id={meeting.pk}", {"chooser": second.pk})

    assert fresh(meeting).get_parent().pk == second.pk
    assert fresh(meeting).english.get_parent().pk == second.english.pk


def test_moving_where_nothing_is_translated_is_refused_and_moves_nothing(networks):
    _first, _second, meeting = networks
    elsewhere = factories.network(parent=factories.programme())
    parent_before, english_before = meeting.get_parent(), meeting.english.get_parent()

    with pytest.raises(Refusal, match=elsewhere.title), transaction.atomic():
        meeting.move(elsewhere, pos="last-child")

    assert fresh(meeting).get_parent() == parent_before
    assert fresh(meeting).english.get_parent() == english_before


def test_an_untranslated_page_moves_where_nothing_is_translated(site_tree):
    meeting = factories.meeting()
    elsewhere = factories.network()

    meeting.move(elsewhere, pos="last-child")

    assert fresh(meeting).get_parent().pk == elsewhere.pk


def test_an_english_page_is_not_moved_alone(networks):
    _first, second, meeting = networks
    english = meeting.english

    with pytest.raises(Refusal), transaction.atomic():
        english.move(second.english, pos="last-child")

    assert fresh(english).get_parent().pk == meeting.get_parent().specific.english.pk
    assert english.can_move_to(second.english) is False


def test_a_polish_page_is_not_moved_below_an_english_one(articles, english_news):
    with pytest.raises(Refusal), transaction.atomic():
        articles[0].move(english_news, pos="last-child")


def test_reordering_originals_reorders_their_english(articles, english_news):
    a, _b, c = articles

    fresh(c).move(fresh(a), pos="left")

    assert slugs_below(english_news) == ["article-c", "article-a", "article-b"]


def test_reordering_counts_from_the_nearest_sibling_with_english(articles, english_news):
    a, b, c = articles
    factories.article(title="Artykuł po polsku").move(fresh(a), pos="right")

    fresh(c).move(fresh(b), pos="left")

    assert slugs_below(english_news) == ["article-a", "article-c", "article-b"]


def test_the_admin_reorders_both(articles, english_news, admin_client):
    first_place = slugs_below(factories.index(NewsIndexPage)).index(articles[0].slug)
    address = reverse("wagtailadmin_pages:set_page_position", args=[articles[2].pk])

    admin_client.post(f"{address}?position={first_place}")

    assert slugs_below(english_news) == ["article-c", "article-a", "article-b"]


def test_the_admin_does_not_reorder_english_pages_alone(articles, english_news, admin_client):
    address = reverse("wagtailadmin_pages:set_page_position", args=[articles[2].english.pk])

    response = admin_client.post(f"{address}?position=0")

    assert response.status_code == 302
    assert slugs_below(english_news) == ["article-a", "article-b", "article-c"]


def test_unpublishing_an_original_unpublishes_its_english(articles):
    articles[0].unpublish()

    assert fresh(articles[0]).english.live is False
    assert fresh(articles[0]).state_of_english.state == LanguageState.State.POLISH_ONLY


def test_the_admin_unpublishes_both(articles, admin_client):
    admin_client.post(reverse("wagtailadmin_pages:unpublish", args=[articles[0].pk]))

    assert fresh(articles[0]).live is False
    assert fresh(articles[0]).english.live is False


def test_unpublishing_with_everything_below_takes_the_english_too(networks, admin_client):
    first, _second, meeting = networks
    address = reverse("wagtailadmin_pages:unpublish", args=[first.pk])

    admin_client.post(address, {"include_descendants": "on"})

    assert fresh(meeting).live is False
    assert fresh(meeting).english.live is False


def test_unpublishing_the_english_leaves_the_original(articles):
    articles[0].english.unpublish()

    assert fresh(articles[0]).live is True
    assert fresh(articles[0]).state_of_english.state == LanguageState.State.POLISH_ONLY


def test_an_original_that_cannot_be_unpublished_keeps_its_english(articles, monkeypatch):
    """Both or neither: something that fails at the end takes the whole back."""

    def fail(self, *args, **kwargs):
        raise RuntimeError

    monkeypatch.setattr(LanguageState, "save", fail)

    with pytest.raises(RuntimeError), transaction.atomic():
        articles[0].unpublish()

    assert fresh(articles[0]).live is True
    assert fresh(articles[0]).english.live is True


def test_deleting_an_original_deletes_its_english_and_its_records(articles):
    key = articles[0].translation_key

    articles[0].delete()

    assert not Page.objects.filter(translation_key=key).exists()
    assert not Audience.objects.filter(translation_key=key).exists()
    assert not LanguageState.objects.filter(translation_key=key).exists()


def test_deleting_a_subtree_deletes_every_english_page_of_it(networks):
    first, second, meeting = networks
    keys = [first.translation_key, meeting.translation_key]

    fresh(first).delete()

    assert not Page.objects.filter(translation_key__in=keys).exists()
    assert NetworkPage.objects.filter(translation_key=second.translation_key).count() == 2
    assert Page.find_problems() == ([], [], [], [], [])


def test_deleting_by_a_queryset_deletes_the_english_too(articles):
    keys = [page.translation_key for page in articles]

    NewsPage.objects.originals().filter(translation_key__in=keys).delete()

    assert not Page.objects.filter(translation_key__in=keys).exists()
    assert Page.find_problems() == ([], [], [], [], [])


def test_the_admin_deletes_both(networks, admin_client):
    first, _second, meeting = networks

    admin_client.post(reverse("wagtailadmin_pages:delete", args=[first.pk]))

    keys = [first.translation_key, meeting.translation_key]
    assert not Page.objects.filter(translation_key__in=keys).exists()


def test_a_bulk_deletion_deletes_both(articles, admin_client):
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"])

    admin_client.post(f"{address}?id={articles[0].pk}&id={articles[1].pk}")

    keys = [articles[0].translation_key, articles[1].translation_key]
    assert not Page.objects.filter(translation_key__in=keys).exists()


def test_deleting_the_english_leaves_the_original_polish_only(articles, commit):
    with commit():
        articles[0].english.delete()

    assert fresh(articles[0]).live is True
    assert fresh(articles[0]).state_of_english.state == LanguageState.State.POLISH_ONLY


def test_deleting_an_alias_leaves_the_english_of_its_source(articles):
    alias = articles[0].create_alias(parent=articles[0].get_parent(), update_slug="drugi-raz")

    alias.delete()

    assert fresh(articles[0]).english.live is True


def test_pages_are_created_in_polish_only(site_tree, admin_client):
    parent = factories.index(HomePage).english
    address = reverse("wagtailadmin_pages:add", args=["home", "plainpage", parent.pk])

    response = admin_client.get(address, follow=True)

    assert str(tree.polish_first()) in response.content.decode()
    with pytest.raises(Refusal), transaction.atomic():
        factories.draft(PlainPage, parent)


def test_an_english_page_is_not_copied_into_one_without_an_original(articles, english_news):
    with pytest.raises(Refusal), transaction.atomic():
        articles[0].english.copy(to=english_news, update_attrs={"slug": "copy"})


def test_an_english_page_is_born_only_where_its_original_is(networks):
    first, second, _meeting = networks
    stray = factories.meeting(parent=second)
    copy = type(stray)(
        title="Stray",
        slug="stray",
        locale=first.english.locale,
        translation_key=stray.translation_key,
    )

    with pytest.raises(Refusal), transaction.atomic():
        fresh(first.english).add_child(instance=copy)


def test_what_was_decided_of_a_page_goes_with_it(site_tree, commit):
    practice, product = factories.practice(), factories.product()
    states = [PracticeState.of(practice), ProductState.of(product)]
    for state in states:
        state.save()

    with commit():
        for page in (practice, product):
            page.delete()

    assert not any(type(state).objects.filter(pk=state.pk).exists() for state in states)
