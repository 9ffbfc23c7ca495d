"""The importer in the admin: looked at before anything is written, repaired, imported, undone."""

from __future__ import annotations

import io
import re
from datetime import timedelta
from unittest.mock import ANY

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.models import ModelLogEntry

from practices.admin_import import tasks
from practices.models import ImportRun, PracticePage
from registers.models import Person, Tag
from tests import factories
from tests.search.test_queue import DURABLE, work

from .files import MINIMAL, practice

NEW = reverse("practice_imports:new")


def _do(post, run, name, data=None):
    post(reverse(f"practice_imports:{name}", args=[run.pk]), data)
    run.refresh_from_db()
    return run


def _page(client, run, name="run"):
    answer = client.get(reverse(f"practice_imports:{name}", args=[run.pk]))
    return " ".join(re.sub("<[^>]+>", " ", answer.content.decode()).split())


def test_a_check_writes_nothing_and_the_import_follows_when_it_is_told(zabrze, upload, post):
    run = upload(MINIMAL)
    assert run.state == "checked"
    assert run.summary["new"] == 1
    assert not PracticePage.objects.exists()
    _do(post, run, "carry_out")
    assert (run.state, run.done, run.total) == ("imported", 1, 1)
    page = practice("x1")
    assert page.live
    assert page.english.live
    assert ModelLogEntry.objects.filter(action="practices.imported", user=run.created_by).exists()


def test_a_choice_repairs_every_record_with_the_value_and_nothing_is_uploaded_again(
    zabrze, upload, post, client
):
    records = [{**MINIMAL, "external_id": f"x{n}", "city": "Zabzre"} for n in (1, 2)]
    run = upload(*records)
    assert run.summary["error"] == 2
    page = _page(client, run)
    assert "1, 2" in page
    assert f"Zabrze (Śląskie; TERYT {zabrze.teryt})" in page
    problem = run.problems.first()
    _do(post, run, "choose", {f"choice-{problem.pk}": zabrze.teryt})
    assert run.corrections == {"city": {"Zabzre": zabrze.teryt}}
    assert (run.summary["error"], run.summary["new"]) == (0, 2)
    _do(post, run, "carry_out")
    assert {practice("x1").city, practice("x2").city} == {zabrze}


def test_several_wrong_values_of_a_cell_are_repaired_one_by_one(zabrze, upload, post):
    network = factories.network(external_id="n1")
    run = upload({**MINIMAL, "networks": ["n1", "n7", "n8"], "total_cost": "1.240"})
    assert {(p.place, p.value) for p in run.problems.all()} == {
        ("networks", "n7"),
        ("networks", "n8"),
        ("total_cost", "1.240"),
    }
    by_value = {problem.value: problem.pk for problem in run.problems.all()}
    _do(
        post,
        run,
        "choose",
        {
            f"choice-{by_value['n7']}": "(empty)",
            f"typed-{by_value['n8']}": network.slug,
            f"typed-{by_value['1.240']}": "1240",
        },
    )
    assert not run.problems.exists()
    _do(post, run, "carry_out")
    assert list(practice("x1").networks.all()) == [network]
    assert practice("x1").total_cost == 1240


def test_a_choice_can_be_taken_back(zabrze, upload, post):
    run = upload({**MINIMAL, "city": "Zabzre"})
    _do(post, run, "choose", {f"choice-{run.problems.get().pk}": zabrze.teryt})
    _do(post, run, "choose", {"forget": "city", "value": "Zabzre"})
    assert run.corrections == {}
    assert run.summary["error"] == 1


def test_a_new_tag_or_person_that_is_nearly_a_known_one_is_asked_about(zabrze, upload, post):
    tag = factories.tag(name="retencja wody")
    person = factories.person(name="Anna Nowak", city=zabrze, email="")
    record = {**MINIMAL, "tags": ["retencja wod"], "contact_name": "Ana Nowak"}
    run = upload(record)
    assert run.summary["error"] == 0
    assert {p.place: p.candidates for p in run.problems.all()} == {
        "tags": [["retencja wody", "retencja wody"]],
        "contact": [["Anna Nowak", ANY]],
    }
    chosen = {f"choice-{p.pk}": p.candidates[0][0] for p in run.problems.all()}
    _do(post, run, "choose", chosen)
    _do(post, run, "carry_out")
    assert [item.tag for item in practice("x1").tagged_items.all()] == [tag]
    assert practice("x1").contact == person


def test_a_record_like_a_stored_practice_is_shown_and_can_change_that_one(zabrze, upload, post):
    stored = factories.practice(title=MINIMAL["title"], city=zabrze, external_id="old")
    run = upload({**MINIMAL, "title_en": "", "summary_en": ""})
    (doubt,) = [problem for problem in run.problems.all() if problem.place == "external_id"]
    assert not doubt.is_error
    assert doubt.candidates[0][0] == "old"
    _do(post, run, "choose", {f"choice-{doubt.pk}": "old"})
    _do(post, run, "carry_out")
    stored.refresh_from_db()
    assert stored.get_latest_revision_as_object().summary == MINIMAL["summary"]
    assert PracticePage.objects.originals().count() == 1


@pytest.mark.parametrize("option", [{"alike": "skip"}, {"known": "skip"}])
def test_what_is_there_is_left_where_that_was_asked_for(zabrze, upload, post, option):
    name = "old" if "alike" in option else "x1"
    stored = factories.practice(title=MINIMAL["title"], city=zabrze, external_id=name)
    run = upload(MINIMAL, **option)
    assert run.summary["unchanged"] == 1
    _do(post, run, "carry_out")
    revision = stored.latest_revision_id
    stored.refresh_from_db()
    assert stored.latest_revision_id == revision
    assert PracticePage.objects.count() == 1


def test_leaving_what_is_there_does_not_leave_what_the_import_itself_made(zabrze, upload, post):
    second = {**MINIMAL, "external_id": "x2", "title": "Drugi", "title_en": "Second"}
    run = upload({**MINIMAL, "related": ["x2"]}, second, known="skip")
    _do(post, run, "carry_out")
    assert [row.practice.pk for row in practice("x1").related.all()] == [practice("x2").pk]


def test_a_long_list_of_problems_asks_no_more_of_the_database(
    zabrze, upload, client, django_assert_max_num_queries
):
    run = upload(*[{**MINIMAL, "external_id": f"x{n}", "city": f"Nigdzie{n}"} for n in range(60)])
    for url in (reverse("practice_imports:run", args=[run.pk]), reverse("practice_imports:index")):
        client.get(url)
        with django_assert_max_num_queries(20):
            client.get(url)


def test_undoing_deletes_what_was_made_and_what_nothing_uses(zabrze, upload, post, client):
    run = _do(post, upload({**MINIMAL, "contact_name": "Osoba Nowa"}), "carry_out")
    assert Tag.objects.filter(name="retencja").exists()
    assert "Do usunięcia 1" in _page(client, run, "undo")
    assert PracticePage.objects.exists()
    _do(post, run, "undo")
    assert run.state == "undone"
    assert not PracticePage.objects.exists()
    assert not Tag.objects.exists()
    assert not Person.objects.exists()
    assert set(run.changes.values_list("undone", flat=True)) == {"deleted"}
    entry = ModelLogEntry.objects.get(action="practices.import_undone")
    assert entry.user == run.created_by


def test_undoing_puts_back_what_was_changed_with_its_state(zabrze, upload, post):
    stored = factories.practice(title="Stary tytuł", city=zabrze, external_id="x1")
    changed = {"external_id": "x1", "title": "Nowy tytuł", "verification": "checked"}
    run = _do(post, upload(changed, publishing="complete"), "carry_out")
    stored.refresh_from_db()
    assert (stored.title, stored.state.verification) == ("Nowy tytuł", "checked")
    _do(post, run, "undo")
    stored = PracticePage.objects.get(pk=stored.pk)
    assert (stored.title, stored.state.verification) == ("Stary tytuł", "submitted")
    assert stored.live
    assert not stored.has_unpublished_changes


def test_undoing_takes_back_a_draft_above_a_published_page(zabrze, upload, post):
    stored = factories.practice(title="Stary tytuł", city=zabrze, external_id="x1")
    run = upload({"external_id": "x1", "title": "Nowy tytuł"}, publishing="nothing")
    _do(post, run, "carry_out")
    stored.refresh_from_db()
    assert stored.has_unpublished_changes
    _do(post, run, "undo")
    stored.refresh_from_db()
    assert not stored.has_unpublished_changes
    assert stored.get_latest_revision_as_object().title == "Stary tytuł"


def test_undoing_leaves_what_somebody_has_changed_since(zabrze, upload, post, client):
    second = {**MINIMAL, "external_id": "x2", "title": "Drugi", "title_en": "Second"}
    run = _do(post, upload(MINIMAL, second), "carry_out")
    page = practice("x1")
    page.lead = "Dopisane."
    page.save_revision(user=run.created_by)
    assert "Ktoś zmienił" in _page(client, run, "undo")
    _do(post, run, "undo")
    assert [page.external_id for page in PracticePage.objects.originals()] == ["x1"]
    assert Tag.objects.filter(name="retencja").exists()
    assert set(run.changes.filter(undone="left").values_list("title", flat=True)) == {
        MINIMAL["title"],
        MINIMAL["title_en"],
    }


def test_an_import_killed_halfway_counts_what_it_made_before(zabrze, upload, post, commit):
    run = _do(post, upload(MINIMAL), "carry_out")
    with commit():
        tasks.start(run, run.State.IMPORTING, run.created_by)
    run.refresh_from_db()
    assert (run.state, run.summary["new"], run.summary["unchanged"]) == ("imported", 1, 0)


def test_a_run_waits_for_the_worker_and_says_so_and_a_task_given_twice_does_no_harm(
    zabrze, upload, client, settings
):
    settings.TASKS = DURABLE
    run = upload(MINIMAL)
    assert run.state == "checking"
    assert "Czeka na swoją kolej" in _page(client, run)
    assert "Czeka na swoją kolej" in _page(client, run, "progress")
    tasks.check.enqueue(run.pk)
    work()
    run.refresh_from_db()
    assert (run.state, run.done, run.total) == ("checked", 1, 1)
    client.post(reverse("practice_imports:carry_out", args=[run.pk]))
    assert not PracticePage.objects.exists()
    work()
    run.refresh_from_db()
    assert run.state == "imported"
    assert practice("x1").live


def test_a_stopped_run_writes_no_more(zabrze, upload, commit):
    run = upload(MINIMAL)
    with commit():
        tasks.start(run, run.State.IMPORTING, run.created_by)
        ImportRun.objects.update(is_to_stop=True)
    run.refresh_from_db()
    assert run.state == "stopped"
    assert not PracticePage.objects.exists()


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("praktyki.exe", b"MZ", "Można importować tylko"),
        ("praktyki.xlsx", b"external_id;title", "nie odpowiada rozszerzeniu"),
        ("praktyki.csv", b"<html><script>", "nie odpowiada rozszerzeniu"),
    ],
)
def test_a_file_that_is_no_table_is_refused_and_says_why(post, name, content, said):
    data = {"publishing": "archival", "known": "skip", "alike": "skip"}
    answer = post(NEW, {"file": SimpleUploadedFile(name, content), **data})
    assert said in answer.content.decode()
    assert re.search('value="skip"[^>]*checked', answer.content.decode())
    assert not ImportRun.objects.exists()


def test_a_file_with_an_unknown_column_says_which(upload, client):
    run = upload({"external_id": "x1", "title": "Tytuł", "tytul": "?"})
    assert run.state == "failed"
    answer = client.get(reverse("practice_imports:run", args=[run.pk])).content.decode()
    assert "tytul" in answer
    main = answer[answer.index("<main") :]
    assert f'href="{NEW}"' in main
    assert f'href="{reverse("import_template")}"' in main


def test_what_would_import_nothing_is_not_offered(zabrze, upload, client):
    said = _page(client, upload({**MINIMAL, "city": "Zabzre"}))
    assert "Nie ma czego importować" in said
    assert "Importuj teraz" not in said


def test_only_who_may_import_sees_the_imports(zabrze, upload, site_tree, client):
    run = upload(MINIMAL)
    client.force_login(factories.editor(site_tree))
    for name in ("run", "undo", "progress", "report"):
        url = reverse(f"practice_imports:{name}", args=[run.pk])
        assert client.get(url).status_code in (302, 403)
    for name in ("choose", "carry_out", "stop", "undo"):
        client.post(reverse(f"practice_imports:{name}", args=[run.pk]))
    assert client.get(NEW).status_code in (302, 403)
    run.refresh_from_db()
    assert run.state == "checked"
    assert not PracticePage.objects.exists()


def test_the_report_has_every_record_and_the_list_every_run(zabrze, upload, client, moderator):
    run = upload(MINIMAL, {**MINIMAL, "external_id": "x2", "city": "Nigdzie"})
    answer = client.get(reverse("practice_imports:report", args=[run.pk]))
    text = io.BytesIO(b"".join(answer.streaming_content)).read().decode("utf-8-sig")
    assert text.count("\n") == 3
    assert "praktyki.jsonl" in client.get(reverse("practice_imports:index")).content.decode()
    listing = client.get(reverse("practice_pages:index")).content.decode()
    assert reverse("practice_imports:index") in listing


def test_files_of_imports_are_deleted_after_their_time(zabrze, upload, post):
    run = _do(post, upload(MINIMAL), "carry_out")
    call_command("prune_imports", stdout=io.StringIO())
    run.refresh_from_db()
    assert run.file
    ImportRun.objects.update(created_at=timezone.now() - timedelta(days=91))
    call_command("prune_imports", stdout=io.StringIO())
    run.refresh_from_db()
    assert not run.file
    assert not run.report
    assert run.may_be_undone
