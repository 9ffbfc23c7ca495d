"""Who may sign in and do what: users by e-mail, roles with sensible rights, demo accounts."""

from io import StringIO

import pytest
from django.contrib.auth.models import Group
from django.core.management import CommandError, call_command
from django.test import Client, override_settings
from django.urls import reverse
from django.utils.translation import gettext
from wagtail.models import Workflow

from base.refusals import Refusal
from home.demo.accounts import create_accounts
from home.roles import EDITORS, MODERATORS, TRANSLATORS, create_roles
from networks.models.network import NetworkPerson
from practices.models import PracticeIndexPage, PracticePage
from registers.models import City, FundingSource, Tag, Theme
from tests import factories
from tests.admin.forms import edit_page, text_of, values_of
from users.models import User

pytestmark = pytest.mark.django_db


def somebody(role) -> Client:
    user = factories.user()
    user.groups.add(Group.objects.get(name=role.name))
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def writer(site_tree):
    return somebody(EDITORS)


@pytest.fixture
def moderator(site_tree):
    return somebody(MODERATORS)


# --- Users ------------------------------------------------------------------------------


def new_user(client, **fields):
    address = reverse("wagtailusers_users:add")
    page = client.get(address)
    data = {
        **values_of(page),
        "email": "Anna.Nowicka@Example.org",
        "first_name": "Anna",
        "last_name": "Nowicka",
        "password1": "zielony-tramwaj-42",
        "password2": "zielony-tramwaj-42",
        **fields,
    }
    return client.post(address, data)


def test_a_user_is_made_with_an_address_and_a_name(admin_client):
    assert new_user(admin_client).status_code == 302
    user = User.objects.get(email="anna.nowicka@example.org")
    assert user.get_full_name() == "Anna Nowicka"
    assert user.check_password("zielony-tramwaj-42")


def test_an_address_is_taken_whatever_its_case(admin_client):
    new_user(admin_client)
    response = new_user(admin_client, email="ANNA.nowicka@example.org")
    expected = gettext("There is already an account with this e-mail address.")
    assert expected in text_of(response)


def test_a_weak_password_is_refused(admin_client):
    response = new_user(admin_client, password1="krotkie", password2="krotkie")
    assert response.context["form"].errors["password2"]


def test_a_user_is_changed_without_the_password(admin_client):
    new_user(admin_client)
    user = User.objects.get(email="anna.nowicka@example.org")
    address = reverse("wagtailusers_users:edit", args=[user.pk])
    data = {**values_of(admin_client.get(address)), "last_name": "Zielińska", "is_active": "on"}
    assert admin_client.post(address, data).status_code == 302
    user.refresh_from_db()
    assert user.last_name == "Zielińska"
    assert user.check_password("zielony-tramwaj-42")


def test_users_are_listed_by_name_and_address(admin_client):
    new_user(admin_client)
    said = text_of(admin_client.get(reverse("wagtailusers_users:index")))
    assert "Anna Nowicka" in said
    assert "anna.nowicka@example.org" in said
    assert gettext("E-mail address") in said


def test_somebody_signs_in_with_the_address_in_any_case(client, site_tree):
    factories.editor(site_tree)
    User.objects.create_superuser("ada@example.org", "zielony-tramwaj-42")
    address = reverse("wagtailadmin_login")
    response = client.post(
        address, {"username": "Ada@Example.org", "password": "zielony-tramwaj-42"}
    )
    assert response.status_code == 302


# --- Roles ------------------------------------------------------------------------------


def test_editors_write_and_submit_and_do_not_publish(writer):
    page = factories.practice(published=False)
    edit_page(writer, page, "action-publish", title="Ogrody")
    page.refresh_from_db()
    assert not page.live
    edit_page(writer, page, "action-submit")
    assert PracticePage.objects.get(pk=page.pk).current_workflow_state is not None


def test_moderators_publish(moderator):
    page = factories.practice(published=False)
    assert edit_page(moderator, page, "action-publish").status_code == 302
    page.refresh_from_db()
    assert page.live


def may_open(client, model, view, *args) -> bool:
    address = reverse(model.snippet_viewset.get_url_name(view), args=args)
    return client.get(address).status_code == 200


def test_editors_mend_cities_and_tags_and_only_read_vocabularies(writer):
    city, theme = factories.city(), factories.theme()
    source = factories.funding_source()
    assert may_open(writer, City, "edit", city.pk)
    assert not may_open(writer, City, "delete", city.pk)
    assert may_open(writer, Tag, "add")
    assert may_open(writer, Theme, "list")
    assert not may_open(writer, Theme, "edit", theme.pk)
    assert not may_open(writer, FundingSource, "edit", source.pk)


def test_moderators_keep_the_registers(moderator):
    theme = factories.theme()
    assert may_open(moderator, Theme, "edit", theme.pk)
    assert may_open(moderator, FundingSource, "add")


def test_both_roles_upload_pictures_and_files_and_translate(writer, moderator):
    page = factories.practice()
    for client in (writer, moderator):
        assert client.get(reverse("wagtailimages:add")).status_code == 200
        assert client.get(reverse("wagtaildocs:add")).status_code == 200
        submit = reverse("wagtail_localize:submit_page_translation", args=[page.pk])
        assert client.get(submit).status_code == 200


def test_rights_given_once_are_left_to_the_administrators(site_tree):
    group = Group.objects.get(name=MODERATORS.name)
    group.permissions.clear()
    create_roles()
    assert not group.permissions.exists()
    assert Group.objects.filter(name__in=[EDITORS.name, MODERATORS.name]).count() == 2
    assert not Group.objects.filter(name__in=["Editors", "Moderators"]).exists()


def test_the_workflow_has_a_polish_name(site_tree):
    assert Workflow.objects.get().name == "Akceptacja moderatora"


@pytest.fixture
def translator(site_tree):
    return somebody(TRANSLATORS)


def test_translators_open_and_publish_english_pages_and_no_polish_ones(translator):
    page = factories.practice()
    english = factories.english(page)
    for each, status in ((english, 200), (page, 302)):
        address = reverse("wagtailadmin_pages:edit", args=[each.pk])
        assert translator.get(address).status_code == status
    user = User.objects.get(pk=translator.session["_auth_user_id"])
    assert english.permissions_for_user(user).can_publish()
    assert translator.get(reverse("workbench_translations")).status_code == 200


def test_translators_begin_a_translation_and_fill_the_registers_english(translator):
    page = factories.practice()
    answer = translator.post(reverse("workbench_translate", args=[page.pk]))
    english = PracticePage.objects.get(pk=page.pk).english
    assert answer.url == reverse("wagtailadmin_pages:edit", args=[english.pk])
    assert page.lead in text_of(translator.get(answer.url))
    assert may_open(translator, Tag, "edit", factories.tag().pk)
    assert not may_open(translator, Tag, "add")


def test_a_group_that_is_missing_is_made_again_with_its_rights(site_tree):
    Group.objects.filter(name=TRANSLATORS.name).delete()
    create_roles()
    group = Group.objects.get(name=TRANSLATORS.name)
    assert group.page_permissions.count() == len(TRANSLATORS.pages["english"])
    assert group.collection_permissions.count() == len(TRANSLATORS.files)


# --- Demo accounts ----------------------------------------------------------------------


def test_demo_accounts_are_one_of_each_role_and_sign_in(client, site_tree):
    made = create_accounts()
    assert [role for role, _email, _password in made] == [
        "administrator",
        "moderator",
        "editor",
        "translator",
    ]
    for _role, email, password in made:
        assert email.endswith("@example.org")
        assert client.login(username=email, password=password)
        assert client.get(reverse("wagtailadmin_home")).status_code == 200
    by_role = {role: User.objects.get(email=email) for role, email, _password in made}
    page = factories.index(PracticeIndexPage)
    assert by_role["administrator"].is_superuser
    assert page.permissions_for_user(by_role["moderator"]).can_publish()
    assert not page.permissions_for_user(by_role["editor"]).can_publish()


def test_the_demo_s_coordinator_is_whom_a_network_names(site_tree):
    page = factories.network()
    person = factories.person(external_id="p-coord-1")
    page.people.add(NetworkPerson(person=person, role="coordinator"))
    page.save_revision().publish()
    role, email, _password = create_accounts()[-1]
    assert role == "coordinator"
    rights = page.permissions_for_user(User.objects.get(email=email))
    assert rights.can_edit()
    assert not rights.can_publish()


def test_a_changed_password_of_a_demo_account_is_kept(site_tree):
    (_role, email, password), *_others = create_accounts()
    user = User.objects.get(email=email)
    user.set_password("inne-haslo-2026")
    user.save()
    create_accounts()
    user.refresh_from_db()
    assert not user.check_password(password)


@override_settings(DEMO_ACCOUNTS=False)
def test_there_are_no_demo_accounts_outside_development(site_tree):
    with pytest.raises(Refusal):
        create_accounts()
    factories.programme()
    with pytest.raises(CommandError):
        call_command("load_demo", "--accounts", stdout=StringIO())
    assert not User.objects.filter(email="administrator@example.org").exists()


def test_the_english_tree_is_not_written_into_by_editors(writer):
    english = factories.index(PracticeIndexPage).english
    address = reverse("wagtailadmin_pages:add_subpage", args=[english.pk])
    expected = gettext(
        "Pages are written in Polish first. Create the page below the Polish one and translate."
    )
    assert expected in text_of(writer.get(address, follow=True))
