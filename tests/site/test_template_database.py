"""Every test finds what the migrations made, whatever the tests before it did."""

import pytest
from django.db import connection
from wagtail.models import Locale, Page

from home.models import HomePage


def empty_what_migrations_filled() -> None:
    assert Page.objects.filter(depth=1).exists()
    assert Locale.objects.filter(language_code="pl").exists()
    with connection.cursor() as cursor:
        cursor.execute("TRUNCATE wagtailcore_page, wagtailcore_locale CASCADE")
    assert not Page.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_transactional_test_may_empty_the_database():
    empty_what_migrations_filled()


@pytest.mark.django_db(transaction=True)
def test_another_transactional_test_finds_it_filled():
    empty_what_migrations_filled()


@pytest.mark.django_db
def test_no_other_process_uses_the_same_database():
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM pg_stat_activity"
            " WHERE datname = current_database() AND backend_type = 'client backend'"
        )
        assert cursor.fetchone() == (1,)


@pytest.mark.parametrize("time", ["first", "second"])
@pytest.mark.usefixtures("_structure_in_the_database")
@pytest.mark.django_db(transaction=True)
def test_what_was_kept_is_there_for_each_of_them(time):
    assert HomePage.objects.exists()
    empty_what_migrations_filled()
