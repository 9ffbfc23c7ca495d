"""What is proposed to be tidied among tags, and what is never proposed again."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from registers.models import DistinctTags
from search.curation import tidying
from tests import factories
from tests.admin.forms import text_of

pytestmark = pytest.mark.django_db


def tag(name, name_en="", **fields):
    return factories.tag(name=name, name_en=name_en, **fields)


def lines(group):
    (found,) = [each for each in tidying.groups() if each.name == group]
    return found.lines


def names(group):
    return [{tag.name for tag in line.tags} for line in lines(group)]


def test_forms_of_the_same_words_are_proposed_and_synonyms_too(db):
    tag("ścieżka rowerowa")
    tag("rowerowe ścieżki")
    tag("fotowoltaika", synonyms_pl=["panele słoneczne"])
    tag("panel słoneczny")
    tag("woda")
    found = names(tidying.WORDS)
    assert len(found) == 2
    assert {"ścieżka rowerowa", "rowerowe ścieżki"} in found
    assert {"fotowoltaika", "panel słoneczny"} in found


def test_a_polish_name_beside_an_english_one_is_proposed(db):
    tag("mobilność")
    tag("mobility")
    tag("edukacja")
    tag("szkoły", "education")
    tag("zieleń miejska", "urban greenery")
    tag("roślinność", "Urban Greenery")
    tag("energia")
    assert sorted(map(sorted, names(tidying.LANGUAGES))) == [
        ["edukacja", "szkoły"],
        ["mobility", "mobilność"],
        ["roślinność", "zieleń miejska"],
    ]


def test_a_slip_of_the_hand_is_proposed_and_another_year_is_not(db):
    tag("rewitalizacja")
    tag("rewitaliazcja")
    tag("strategia 2025")
    tag("strategia 2035")
    assert names(tidying.SPELLING) == [{"rewitalizacja", "rewitaliazcja"}]


def test_a_theme_is_proposed_from_the_tags_on_the_same_pages(site_tree):
    water, green = factories.theme(name_pl="Woda"), factories.theme(name_pl="Zieleń")
    bare = tag("retencja", theme=None)
    one, two, other = (
        tag("deszcz", theme=water),
        tag("rzeki", theme=water),
        tag("park", theme=green),
    )
    factories.practice(tags=[bare, one, other])
    meeting = factories.meeting()
    meeting.tags.set([bare, two])
    meeting.save()
    lonely = tag("samotne", theme=None)
    assert [(line.tag, line.theme) for line in lines(tidying.THEME)] == [
        (bare, water),
        (lonely, None),
    ]


def test_tags_used_once_by_one_city_or_not_at_all_are_counted_by_originals(site_tree):
    once, local, common, unused = tag("raz"), tag("lokalne"), tag("wspólne"), tag("nigdy")
    city = factories.city()
    factories.english(factories.practice(tags=[once, local, common], city=city))
    factories.practice(tags=[local], city=city)
    factories.practice(tags=[common])
    assert [line.tag for line in lines(tidying.ONCE)] == [once]
    assert [(line.tag, line.city) for line in lines(tidying.CITY)] == [(local, city)]
    assert [line.tag for line in lines(tidying.UNUSED)] == [unused]


def test_a_pair_is_proposed_once_and_not_again_when_it_is_not_the_same(admin_client, db):
    first, second = tag("rower", "bicycle"), tag("rowery", "bicycles")
    assert [group.name for group in tidying.groups() if group.is_of_pairs and group.lines] == [
        tidying.WORDS
    ]
    address = f"{reverse('tidy_tags')}?group=words"
    pair = {"tag": [second.pk, first.pk]}
    assert "Nie będą już proponowane" in text_of(admin_client.post(address, pair, follow=True))
    assert lines(tidying.WORDS) == []
    assert len(lines(tidying.DISTINCT)) == 1
    admin_client.post(address, pair | {"again": "1"})
    assert len(lines(tidying.WORDS)) == 1


def test_each_line_leads_to_what_mends_it(admin_client, db):
    theme = factories.theme()
    first, second = tag("rower", theme=theme), tag("rowery", theme=None)
    html = admin_client.get(reverse("tidy_tags")).content.decode()
    merge = reverse("wagtail_bulk_action", args=["registers", "tag", "merge"])
    assert f"{merge}?id={first.pk}&amp;id={second.pk}" in html
    assert "Ten sam wyraz" in html
    html = admin_client.get(reverse("tidy_tags"), {"group": "theme"}).content.decode()
    assign = reverse("wagtail_bulk_action", args=["registers", "tag", "theme"])
    assert f"{assign}?id={second.pk}" in html


def test_only_who_may_change_tags_tidies_them(client, site_tree):
    first, second = tag("rower"), tag("rowery")
    client.force_login(factories.editor(site_tree))
    assert client.get(reverse("tidy_tags")).status_code == 302
    client.post(reverse("tidy_tags"), {"tag": [first.pk, second.pk]})
    assert not DistinctTags.objects.exists()


def test_the_number_of_queries_does_not_grow_with_the_tags(admin_client, site_tree):
    def queries():
        with CaptureQueriesContext(connection) as asked:
            admin_client.get(reverse("tidy_tags"))
        return len(asked)

    factories.practice(tags=[tag("rower"), tag("rowery", theme=None)])
    queries()
    few = queries()
    assert few <= 35
    for _ in range(3):
        tag(f"inny klucz {factories.number()}", theme=None)
    assert queries() <= few
