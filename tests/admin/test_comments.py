"""Comments: mailed to those who may edit the page, in their language, and to whom they mention."""

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from wagtail.models import Comment, PageSubscription
from wagtail.test.utils.form_data import inline_formset, nested_form_data
from wagtail.users.models import UserProfile

from base import access
from base.mentions import mentioned_in
from base.models.records import Who
from news.models import NewsIndexPage
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture
def article(site_tree):
    return factories.article(title="Rynek po remoncie")


@pytest.fixture
def writer_client(article, site_tree):
    client = Client()
    client.force_login(named_editor(site_tree, "Ewa", "Zielińska"))
    return client


def named_editor(below, first_name: str, last_name: str):
    someone = factories.editor(below)
    someone.first_name, someone.last_name = first_name, last_name
    someone.save()
    return someone


def comment(client, page, text: str):
    """Write a comment beside the lead and save the draft, as a browser does."""
    row = {
        "id": "", "contentpath": "lead", "text": text, "position": "",
        "replies": inline_formset([]),
    }  # fmt: skip
    data = nested_form_data(
        {
            "title": page.title,
            "slug": page.slug,
            "lead": page.lead,
            "body-count": "0",
            "date": "2026-05-04 10:00",
            "category": page.category,
            "type": "article",
            "tags": "",
            "related": inline_formset([]),
            "comments": inline_formset([row]),
        }
    )
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    response = client.post(address, data)
    assert response.status_code == 302, response.context["form"].errors
    assert Comment.objects.filter(page=page, text=text).exists()
    return client.get(response.url)


def subscribe(user, page) -> None:
    PageSubscription.objects.create(user=user, page=page, comment_notifications=True)


# --- Subscribers ------------------------------------------------------------------------


def test_who_follows_a_page_is_mailed_in_their_language(writer_client, article, site_tree):
    reader = named_editor(site_tree, "Adam", "Lis")
    UserProfile.objects.create(user=reader, preferred_language="en")
    subscribe(reader, article)
    comment(writer_client, article, "Czy to jest aktualne?")
    (message,) = mail.outbox
    assert message.to == [reader.email]
    assert "has updated comments on" in message.subject
    assert "Czy to jest aktualne?" in message.body


def test_who_may_no_longer_edit_a_page_is_not_mailed(writer_client, article, site_tree):
    former = named_editor(site_tree, "Adam", "Lis")
    subscribe(former, article)
    Comment.objects.create(page=article, user=former, text="Dawny wątek", contentpath="title")
    access.set_audience(article, Who.LEADERS)
    former.groups.clear()
    comment(writer_client, article, "Tylko dla nas")
    assert mail.outbox == []


def test_a_server_that_takes_no_mail_stops_no_comment(writer_client, article, site_tree, settings):
    subscribe(named_editor(site_tree, "Adam", "Lis"), article)
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9
    assert comment(writer_client, article, "Zapisane mimo to").status_code == 200


# --- Mentions ---------------------------------------------------------------------------


def test_a_mention_is_mailed_to_whom_it_names_by_a_real_server(
    writer_client, article, site_tree, postbox
):
    reader = named_editor(site_tree, "Łucja", "Żak-Nowicka")
    comment(writer_client, article, "@łucja żak-nowicka, sprawdź proszę liczby.")
    recipients, message = postbox.get(timeout=10)
    assert recipients == [reader.email]
    assert postbox.empty()
    expected = "Ewa Zielińska wspomina o Tobie w komentarzu do „Rynek po remoncie”"
    assert message["Subject"].strip() == expected
    assert "sprawdź proszę liczby" in message.get_content()
    assert reverse("wagtailadmin_pages:edit", args=[article.pk]) in message.get_content()


def test_who_may_not_edit_the_page_gets_nothing_and_the_author_is_told(
    writer_client, article, site_tree
):
    elsewhere = named_editor(factories.index(NewsIndexPage).get_next_sibling(), "Adam", "Lis")
    page = comment(writer_client, article, f"@{elsewhere.email} – co o tym sądzisz?")
    assert mail.outbox == []
    assert "Adam Lis nie może edytować tej strony" in page.content.decode()


def test_a_member_without_the_admin_is_as_unknown_as_nobody(writer_client, article, member):
    page = comment(writer_client, article, f"@{member.email} @Nikt")
    assert mail.outbox == []
    said = page.content.decode()
    assert f"„{member.email}”" in said
    assert "„Nikt”" in said


def test_names_end_where_words_do_and_the_longest_is_meant(site_tree):
    jan = named_editor(site_tree, "Jan", "Nowak")
    longer = named_editor(site_tree, "Jan", "Nowak Lipski")
    assert list(mentioned_in(["@Jan Nowak: tak?"]).people) == [jan]
    assert list(mentioned_in(["(@Jan  Nowak Lipski)"]).people) == [longer]
    assert mentioned_in(["@Jan Nowakowski"]).unknown == ["Jan Nowakowski"]
    assert mentioned_in(["@Nikt Taki proszę o liczby"]).unknown == ["Nikt Taki"]
    assert mentioned_in(["@Nikt, Anno, sprawdź"]).unknown == ["Nikt"]
    assert list(mentioned_in([f"Pisz do {jan.email}."]).people) == []
    assert list(mentioned_in([f"@{jan.email.upper()}."]).people) == [jan]
    named_editor(site_tree, "Jan", "Nowak")
    assert mentioned_in(["@Jan Nowak"]).ambiguous == ["Jan Nowak"]
