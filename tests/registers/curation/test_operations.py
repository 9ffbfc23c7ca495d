"""Merging, splitting and changing tags, and taking each of them back."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import ModelLogEntry, ReferenceIndex

from base.refusals import Refusal
from practices.models import PracticePage
from registers.curation.operations import assign_theme, delete, merge, note_change, snapshot, split
from registers.curation.undoing import undo
from registers.models import RetiredTag, Tag, TagOperation
from search.models import SearchDocument
from tests import factories

pytestmark = pytest.mark.django_db
PRACTICE, MEETING = "practices.practicetag", "exchange.meetingtag"


def tags_of(page):
    rows = type(page).objects.get(pk=page.pk).tagged_items.select_related("tag")
    return {row.tag.name for row in rows}


def names(page):
    return sorted(row.tag.name for row in page.tagged_items.all())


def draft_tags(page):
    return names(PracticePage.objects.get(pk=page.pk).get_latest_revision_as_object())


def in_search(slug):
    return set(SearchDocument.objects.filter(tags__contains=[slug]).values_list("page", flat=True))


@pytest.fixture
def solar():
    return factories.tag(name="energia słoneczna", name_en="solar energy", synonyms_pl=["słońce"])


@pytest.fixture
def panels():
    return factories.tag(
        name="fotowoltaika", name_en="photovoltaics", synonyms_pl=["panele słoneczne"]
    )


# --- Merging ---


def test_pages_of_every_type_bear_the_tag_that_stays_once(site_tree, administrator, solar, panels):
    practice = factories.practice(tags=[solar, panels])
    meeting = factories.meeting()
    meeting.tags.set([panels])
    meeting.save_revision().publish()
    merge(solar, [panels], administrator)
    assert not Tag.objects.filter(pk=panels.pk).exists()
    assert tags_of(practice) == {"energia słoneczna"}
    assert tags_of(meeting) == {"energia słoneczna"}
    assert practice.tagged_items.count() == 1


def test_names_of_the_merged_become_synonyms_in_their_language(db, administrator, solar, panels):
    solar.synonyms_pl = ["Fotowoltaika"]
    solar.save()
    merge(solar, [panels], administrator)
    solar.refresh_from_db()
    assert solar.synonyms_pl == ["Fotowoltaika", "panele słoneczne"], "what it had is not repeated"
    assert solar.synonyms_en == ["photovoltaics"]


def test_what_the_tag_that_stays_lacks_it_takes_from_the_merged(db, administrator, panels):
    bare = factories.tag(name="fotowoltaiki", name_en="", theme=None)
    merge(bare, [panels], administrator)
    bare.refresh_from_db()
    assert (bare.name_en, bare.theme) == ("photovoltaics", panels.theme)
    assert bare.synonyms_en == []


def test_a_draft_saved_before_a_merge_is_opened_and_published_with_the_tag_that_stays(
    site_tree, administrator, solar, panels
):
    practice = factories.practice(tags=[solar])
    practice.tags.set([solar, panels])
    revision = practice.save_revision()
    merge(solar, [panels], administrator)
    assert draft_tags(practice) == ["energia słoneczna"], "neither lost nor doubled"
    revision.refresh_from_db()
    revision.publish()
    assert names(PracticePage.objects.get(pk=practice.pk)) == ["energia słoneczna"]


def test_an_old_version_restored_after_two_merges_bears_the_last_tag(
    site_tree, administrator, solar, panels
):
    practice = factories.practice(tags=[panels])
    old = practice.latest_revision
    practice.tags.set([factories.tag()])
    practice.save_revision().publish()
    merge(solar, [panels], administrator)
    last = factories.tag(name="odnawialne źródła energii")
    merge(last, [solar], administrator)
    old.refresh_from_db()
    assert names(old.as_object()) == [last.name]
    assert set(RetiredTag.objects.values_list("tag", flat=True)) == {last.pk}, "no chain"


def test_a_merge_is_undone_with_its_pages_drafts_and_words(site_tree, administrator, solar, panels):
    both = factories.practice(tags=[solar, panels])
    one = factories.practice(tags=[panels])
    before = snapshot(panels)
    operation = merge(solar, [panels], administrator)
    # An editor goes on working with the tag that stayed.
    PracticePage.objects.get(pk=one.pk).save_revision()
    solar.refresh_from_db()
    solar.synonyms_pl = [*solar.synonyms_pl, "prąd ze słońca"]
    solar.save()
    undo(operation, administrator)
    restored = Tag.objects.get(pk=panels.pk)
    assert snapshot(restored) == before
    assert tags_of(both) == {"energia słoneczna", "fotowoltaika"}
    assert tags_of(one) == {"fotowoltaika"}
    assert draft_tags(one) == ["fotowoltaika"]
    assert draft_tags(both) == ["energia słoneczna", "fotowoltaika"]
    solar.refresh_from_db()
    assert solar.synonyms_pl == ["słońce", "prąd ze słońca"], "what was written since stays"
    assert not RetiredTag.objects.exists()


def test_a_page_that_lost_the_tag_since_is_left_as_it_is(site_tree, administrator, solar, panels):
    practice = factories.practice(tags=[panels])
    operation = merge(solar, [panels], administrator)
    other = factories.tag(name="inne")
    practice = PracticePage.objects.get(pk=practice.pk)
    practice.tags.set([other])
    practice.save_revision().publish()
    assert undo(operation, administrator) == 1
    assert tags_of(practice) == {"inne"}


def test_what_stands_on_a_merge_is_undone_before_it(site_tree, administrator, solar, panels):
    first = merge(solar, [panels], administrator)
    last = factories.tag(name="odnawialne źródła energii")
    second = merge(last, [solar], administrator)
    with pytest.raises(Refusal, match="odnawialne źródła energii"):
        undo(first, administrator)
    undo(second, administrator)
    undo(first, administrator)
    assert Tag.objects.filter(name__in=["fotowoltaika", "energia słoneczna"]).count() == 2


def test_a_merge_whose_name_was_taken_since_cannot_be_undone(db, administrator, solar, panels):
    operation = merge(solar, [panels], administrator)
    factories.tag(name="Fotowoltaika")
    with pytest.raises(Refusal, match="fotowoltaika"):
        undo(operation, administrator)


def test_the_reference_index_is_what_saving_would_write(site_tree, administrator, solar, panels):
    practice = factories.practice(tags=[panels])

    def references():
        known = ReferenceIndex.objects.filter(object_id=str(practice.pk))
        return set(known.values_list("to_content_type", "to_object_id", "content_path"))

    operation = merge(solar, [panels], administrator)
    written = references()
    ReferenceIndex.create_or_update_for_object(PracticePage.objects.get(pk=practice.pk))
    assert written == references()
    undo(operation, administrator)
    written = references()
    ReferenceIndex.create_or_update_for_object(PracticePage.objects.get(pk=practice.pk))
    assert written == references()


def test_merging_asks_no_more_for_more_pages(site_tree, administrator, solar, panels):
    def queries_for(pages):
        tag = factories.tag()
        for _ in range(pages):
            factories.practice(tags=[tag])
        with CaptureQueriesContext(connection) as asked:
            merge(solar, [tag], administrator)
        return len(asked)

    few = queries_for(1)
    assert few <= 90
    assert queries_for(3) <= few + 2


# --- Deleting ---


def test_a_deleted_tag_is_on_no_page_and_is_undone_with_pages_drafts_and_addresses(
    site_tree, administrator, solar, panels, commit
):
    merge(solar, [panels], administrator)
    solar.refresh_from_db()
    kept = factories.tag(name="oszczędzanie")
    published = factories.practice(tags=[solar, kept])
    waiting = factories.practice(tags=[kept])
    waiting.tags.set([kept, solar])
    waiting.save_revision()
    taken_in_draft = factories.practice(tags=[solar, kept])
    taken_in_draft.tags.set([kept])
    taken_in_draft.save_revision()
    before = snapshot(solar)
    with commit():
        operation = delete([solar], administrator)

    assert tags_of(published) == {"oszczędzanie"}
    assert draft_tags(waiting) == draft_tags(published) == ["oszczędzanie"]
    assert in_search("energia-sloneczna") == set()
    assert not RetiredTag.objects.exists()
    references = ReferenceIndex.objects.filter(to_object_id=str(solar.pk))
    assert not references.filter(content_path__startswith="tagged_items").exists()

    for page in (published, waiting, taken_in_draft):
        PracticePage.objects.get(pk=page.pk).get_latest_revision_as_object().save_revision()
    with commit():
        undo(operation, administrator)
    assert snapshot(Tag.objects.get(pk=solar.pk)) == before
    assert tags_of(published) == {"energia słoneczna", "oszczędzanie"}
    assert draft_tags(published) == draft_tags(waiting) == ["energia słoneczna", "oszczędzanie"]
    assert draft_tags(taken_in_draft) == ["oszczędzanie"], "an editor had taken it away before"
    assert in_search("energia-sloneczna") == {published.pk, taken_in_draft.pk}
    assert RetiredTag.objects.get(former_id=panels.pk).tag_id == solar.pk


def test_a_deletion_cannot_be_undone_where_its_name_was_taken_and_goes_before_what_it_stands_on(
    db, administrator, solar, panels
):
    merged = merge(solar, [panels], administrator)
    deleted = delete([solar], administrator)
    with pytest.raises(Refusal, match="Usunięto „energia słoneczna”"):
        undo(merged, administrator)
    other = factories.tag(name="Energia słoneczna")
    with pytest.raises(Refusal, match="energia słoneczna"):
        undo(deleted, administrator)
    other.delete()
    undo(deleted, administrator)
    undo(merged, administrator)
    assert set(Tag.objects.values_list("name", flat=True)) == {"energia słoneczna", "fotowoltaika"}


# --- Splitting ---


def test_a_split_gives_each_page_what_was_chosen_drafts_too(site_tree, administrator, solar):
    stays, moves, both = (factories.practice(tags=[solar]) for _ in range(3))
    planned = moves.save_revision(approved_go_live_at=timezone.now() + timedelta(days=1))
    moves.save_revision()
    new = Tag(name="kolektory słoneczne", theme=solar.theme)
    operation = split(
        solar,
        new,
        moved={(PRACTICE, moves.pk)},
        both={(PRACTICE, both.pk)},
        user=administrator,
    )
    assert tags_of(stays) == {"energia słoneczna"}
    assert tags_of(moves) == {"kolektory słoneczne"}
    assert tags_of(both) == {"energia słoneczna", "kolektory słoneczne"}
    planned.refresh_from_db()
    assert names(planned.as_object()) == draft_tags(moves) == ["kolektory słoneczne"]
    planned.publish()
    assert tags_of(moves) == {"kolektory słoneczne"}, "what waits went along"
    undo(operation, administrator)
    for practice in (stays, moves, both):
        assert tags_of(practice) == {"energia słoneczna"}
        assert draft_tags(practice) == ["energia słoneczna"]
    assert RetiredTag.objects.get(slug="kolektory-sloneczne").tag == solar


def test_a_split_whose_tag_others_got_since_cannot_be_undone(site_tree, administrator, solar):
    practice = factories.practice(tags=[solar])
    new = Tag(name="kolektory słoneczne", theme=solar.theme)
    operation = split(solar, new, moved={(PRACTICE, practice.pk)}, both=set(), user=administrator)
    factories.practice(tags=[new])
    with pytest.raises(Refusal, match="1 innej stronie"):
        undo(operation, administrator)


# --- Changing, giving a theme ---


def test_a_renamed_tag_is_given_its_former_name_and_address_back(db, administrator, solar):
    before = snapshot(solar)
    solar.name, solar.slug = "energia ze słońca", "energia-ze-slonca"
    solar.save()
    operation = note_change(solar, before, administrator)
    assert RetiredTag.objects.get().slug == "energia-sloneczna"
    undo(operation, administrator)
    assert snapshot(Tag.objects.get(pk=solar.pk)) == before
    assert RetiredTag.objects.get().slug == "energia-ze-slonca"


def test_what_was_changed_once_more_is_not_overwritten(db, administrator, solar):
    before = snapshot(solar)
    solar.name_en = "solar power"
    solar.save()
    operation = note_change(solar, before, administrator)
    solar.name_en = "energy of the sun"
    solar.save()
    with pytest.raises(Refusal, match="nazwa po angielsku"):
        undo(operation, administrator)


def test_tags_get_a_theme_together_and_their_own_ones_back(db, administrator, solar, panels):
    own, energy = solar.theme, factories.theme(name_pl="Energia")
    panels.theme = None
    panels.save()
    operation = assign_theme([solar, panels], energy, administrator)
    assert set(Tag.objects.values_list("theme", flat=True)) == {energy.pk}
    undo(operation, administrator)
    assert dict(Tag.objects.values_list("name", "theme")) == {
        solar.name: own.pk,
        panels.name: None,
    }
    assert assign_theme([solar], own, administrator) is None


def test_each_operation_and_its_undoing_stand_in_the_log(db, administrator, solar, panels):
    operation = merge(solar, [panels], administrator)
    undo(operation, administrator)
    logged = ModelLogEntry.objects.filter(object_id=str(solar.pk), user=administrator)
    assert list(logged.order_by("pk").values_list("action", flat=True)) == [
        "registers.tag.merge",
        "registers.tag.undo",
    ]
    assert TagOperation.objects.get().undone_by == administrator
    with pytest.raises(Refusal):
        undo(operation, administrator)
