"""Whatever publishes asks what is missing, and no older draft changes a state."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core import mail
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from wagtail.models import GroupApprovalTask, Workflow, WorkflowPage, WorkflowTask
from wagtail.test.utils.form_data import inline_formset, nested_form_data

from base import access
from base.models import Audience
from base.models.records import Who
from base.refusals import PublicationRefused
from exchange.models import ProductPage, ProductState
from news.models import NewsIndexPage, NewsPage
from practices.models import PracticeState
from tests import factories

from .lacking import fresh


def test_publishing_a_revision_is_refused(draft):
    with pytest.raises(PublicationRefused) as refused:
        draft.get_latest_revision().publish()

    assert {"lead", "body", "category"} <= {missing.field for missing in refused.value.missing}
    assert fresh(draft).live is False


def form_of(page, **fields) -> dict[str, str]:
    """What the page form of an article posts."""
    given = {
        "title": page.title,
        "slug": page.slug,
        "lead": "",
        "body-count": "0",
        "date": "2026-05-04 10:00",
        "category": "",
        "type": "article",
        "tags": "",
        "related": inline_formset([]),
        "comments": inline_formset([]),
        **fields,
    }
    return nested_form_data(given)


def test_the_form_names_each_field_it_lacks(draft, admin_client):
    address = reverse("wagtailadmin_pages:edit", args=[draft.pk])

    response = admin_client.post(address, form_of(draft, **{"action-publish": "1"}))

    assert response.status_code == 200
    assert {"lead", "body", "category"} <= set(response.context["form"].errors)
    assert fresh(draft).live is False


def test_the_form_saves_a_draft_of_anything(draft, admin_client):
    address = reverse("wagtailadmin_pages:edit", args=[draft.pk])

    response = admin_client.post(address, form_of(draft, lead="Zaczęte"))

    assert response.status_code == 302
    assert fresh(draft).get_latest_revision_as_object().lead == "Zaczęte"


def test_the_form_refuses_an_address_that_another_item_has_in_english(site_tree, admin_client):
    other, known = factories.article(), factories.article()
    factories.english(other, slug="taken-in-english")
    address = reverse("wagtailadmin_pages:edit", args=[known.pk])

    response = admin_client.post(address, form_of(known, slug="taken-in-english"))

    assert "slug" in response.context["form"].errors


def test_what_was_never_published_takes_the_next_address_that_is_free(draft, admin_client):
    other = factories.article()
    factories.english(other, slug="taken-in-english")
    address = reverse("wagtailadmin_pages:edit", args=[draft.pk])
    parent = factories.index(NewsIndexPage)
    new = reverse("wagtailadmin_pages:add", args=["news", "newspage", parent.pk])

    admin_client.post(address, form_of(draft, slug="taken-in-english"))
    admin_client.post(new, form_of(NewsPage(title="Nowa", slug="taken-in-english")))

    assert fresh(draft).get_latest_revision_as_object().slug == "taken-in-english-2"
    assert NewsPage.objects.get(title="Nowa").slug == "taken-in-english-3"


def test_a_bulk_publication_is_refused_with_what_is_missing(draft, admin_client):
    complete = factories.article(published=False)
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])

    response = admin_client.post(f"{address}?id={draft.pk}&id={complete.pk}", {}, follow=True)

    assert draft.title in response.content.decode()
    assert fresh(draft).live is False


def schedule(page, when) -> None:
    page.go_live_at = when
    revision = page.save_revision()
    type(revision).objects.filter(pk=revision.pk).update(approved_go_live_at=when)


def test_the_clock_publishes_what_is_complete(site_tree):
    page = factories.article(published=False)
    schedule(page, timezone.now() - timedelta(minutes=1))

    call_command("publish_scheduled")

    assert fresh(page).live


def test_the_clock_passes_over_what_is_not_and_goes_on(draft):
    complete = factories.article(published=False)
    schedule(draft, timezone.now() - timedelta(minutes=2))
    schedule(complete, timezone.now() - timedelta(minutes=1))

    call_command("publish_scheduled")

    assert fresh(draft).live is False
    assert fresh(complete).live
    assert draft.revisions.filter(approved_go_live_at__isnull=False).count() == 0
    assert draft.title in mail.outbox[-1].subject


def test_scheduling_what_is_incomplete_is_refused(draft):
    draft.go_live_at = timezone.now() + timedelta(days=1)

    with pytest.raises(PublicationRefused):
        draft.save_revision().publish()


def test_an_expired_page_takes_its_english_along(site_tree):
    article = factories.article()
    factories.english(article)
    type(article).objects.filter(pk=article.pk).update(
        expire_at=timezone.now() - timedelta(minutes=1)
    )

    call_command("publish_scheduled")

    assert fresh(article).live is False
    assert fresh(article.english).live is False


@pytest.fixture
def workflow(site_tree, administrator):
    from django.contrib.auth.models import Group

    group = Group.objects.create(name="moderatorzy")
    administrator.groups.add(group)
    task = GroupApprovalTask.objects.create(name="zgoda")
    task.groups.add(group)
    workflow = Workflow.objects.create(name="obieg")
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    WorkflowPage.objects.update_or_create(page=site_tree, defaults={"workflow": workflow})
    return workflow


@pytest.mark.parametrize("is_complete", [True, False])
def test_an_approval_publishes_only_what_is_complete(workflow, administrator, is_complete):
    page = (
        factories.article(published=False)
        if is_complete
        else factories.draft(NewsPage, factories.index(NewsIndexPage))
    )
    state = workflow.start(page, administrator)
    client = Client()
    client.force_login(administrator)
    address = reverse(
        "wagtailadmin_pages:workflow_action",
        args=[page.pk, "approve", state.current_task_state.pk],
    )

    client.post(address, {"comment": ""})

    assert fresh(page).live is is_complete
    state.refresh_from_db()
    assert (state.status == "approved") is is_complete


def test_a_copy_that_lacks_something_is_a_draft(site_tree):
    """The level of an archival record is not copied, and without it the copy lacks much."""
    copy = factories.archival_practice().copy(update_attrs={"slug": "kopia"}, keep_live=True)

    assert fresh(copy).live is False


def test_a_copy_of_a_complete_page_may_stay_published(practice):
    copy = practice.copy(update_attrs={"slug": "kopia"}, keep_live=True)

    assert fresh(copy).live


def test_an_older_draft_published_later_changes_no_state(practice):
    older = practice.save_revision()
    state = PracticeState.of(practice)
    state.verification = "assessed"
    state.confirm()
    state.save()

    older.publish()

    kept = PracticeState.objects.get(translation_key=practice.translation_key)
    assert kept.verification == "assessed"
    assert kept.confirmed_on is not None


def test_an_older_draft_published_later_opens_nothing(practice, client):
    older = practice.save_revision()
    access.set_audience(practice, Who.MEMBERS)
    cover, contact = practice.cover, factories.closed_collection()
    cover.collection = contact
    cover.save()

    older.publish()

    assert Audience.objects.get(page=practice).who == Who.MEMBERS
    assert client.get(practice.url).status_code == 404


def test_reverting_changes_no_stage_of_a_product(site_tree):
    product = factories.product()
    first = product.get_latest_revision()
    ProductState.objects.update_or_create(
        translation_key=product.translation_key, defaults={"stage": "final"}
    )

    first.publish()

    assert ProductState.of(ProductPage.objects.get(pk=product.pk)).stage == "final"


def test_reading_writes_no_state(site_tree, client):
    practice = factories.practice()
    PracticeState.objects.filter(translation_key=practice.translation_key).delete()

    client.get(practice.url)

    assert not PracticeState.objects.filter(translation_key=practice.translation_key).exists()


def test_what_a_copy_is_has_states_of_its_own(practice):
    state = PracticeState.of(practice)
    state.verification = "adopted"
    state.save()

    copy = practice.copy(update_attrs={"slug": "kopia"}, keep_live=False)

    assert PracticeState.of(fresh(copy)).verification == "submitted"
