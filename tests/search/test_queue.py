"""The durable queue: what is committed is indexed, whatever ends in between; nothing else is."""

import os
import signal
import time
from contextlib import contextmanager
from datetime import timedelta
from io import StringIO
from multiprocessing import get_context

import pytest
from django.core.management import call_command
from django.db import connection, transaction
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

from base import queue as base_queue
from base.models import Audience
from home.structure import create_structure
from practices.models import PracticePage
from practices.signals import practices_imported
from registers.models import City
from search import drift, tasks
from search.bulk import one_at_a_time
from search.encoder import encoder_class
from search.models import SearchDocument
from tests import factories

pytestmark = pytest.mark.django_db


DURABLE = {
    "default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"},
    "queue": {"BACKEND": "django_tasks_db.DatabaseBackend"},
}


@pytest.fixture
def queue(site_tree, settings):
    """As in production: what is enqueued waits for a worker."""
    settings.TASKS = DURABLE
    # Other rooms have their own tasks about the same pages.
    return DBTaskResult.objects.filter(task_path__startswith="search.")


def work():
    """What a worker does from its start until nothing is left, on this test's connection."""
    base_queue.put_back_lost()
    worker = Worker(
        queue_names=["*"],
        excluded_queue_names=[],
        backend_name=base_queue.QUEUE,
        worker_id="of a test",
        interval=0,
        batch=True,
        startup_delay=False,
        max_tasks=None,
    )
    while row := DBTaskResult.objects.ready().get_locked():
        row.claim(worker.worker_id)
        worker.run_task(row)


def start_worker():
    """The command itself, which begins with connections of its own."""
    handlers = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        call_command("db_worker", batch=True, interval=0, stdout=StringIO(), verbosity=0)
    finally:
        for number, handler in handlers.items():
            signal.signal(number, handler)


def is_indexed(page):
    return SearchDocument.objects.filter(key=f"page:{page.translation_key}").exists()


def keys(rows):
    return [key for row in rows.all() for key in row.args_kwargs["args"][0]]


def test_a_publication_waits_in_the_queue_until_a_worker_comes(queue):
    practice = factories.practice(title="Ogrody")
    assert f"page:{practice.translation_key}" in keys(queue)
    assert not is_indexed(practice)
    work()
    assert is_indexed(practice)
    assert not queue.exclude(status=TaskResultStatus.SUCCESSFUL).exists()
    assert drift.find() == {}


def test_what_is_rolled_back_is_not_in_the_queue(queue):
    with transaction.atomic():
        factories.practice()
        assert queue.exists()
        transaction.set_rollback(True)
    assert not queue.exists()


def test_many_changes_of_a_page_are_one_indexing_of_what_it_is_now(queue):
    practice = factories.practice(title="Ogrody")
    work()
    before = SearchDocument.objects.get(page=practice).indexed_at
    for title in ("Parki", "Skwery", "Zieleńce"):
        practice.title = title
        practice.save_revision().publish()
    waiting = queue.filter(status=TaskResultStatus.READY).count()
    assert waiting >= 3
    done = queue.filter(status=TaskResultStatus.SUCCESSFUL).count()
    work()
    assert queue.filter(status=TaskResultStatus.SUCCESSFUL).count() == done + 1
    document = SearchDocument.objects.get(page=practice)
    assert (document.title_pl, document.indexed_at > before) == ("Zieleńce", True)


def test_the_order_does_not_matter(queue):
    practice = factories.practice(title="Ogrody")
    practice.title = "Parki"
    practice.save_revision().publish()
    for row in queue.order_by("-enqueued_at"):
        tasks.index.call(*row.args_kwargs["args"])
    assert SearchDocument.objects.get(page=practice).title_pl == "Parki"


def test_a_tag_of_many_is_a_row_for_hundreds(queue, django_assert_max_num_queries):
    tag = factories.tag(name="retencja")
    practices = [factories.practice(tags=[tag]) for _number in range(5)]
    queue.all().delete()
    with django_assert_max_num_queries(18):
        tag.name_en = "retention"
        tag.save()
    assert queue.count() == 1
    assert set(keys(queue)) == {f"page:{each.translation_key}" for each in practices}


@contextmanager
def refused(title):
    """The database takes no document of this title, as a defect or a full disk would have it."""
    with connection.cursor() as cursor:
        cursor.execute(
            "CREATE OR REPLACE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
            " IF NEW.title_pl = current_setting('tests.refused', true) THEN RAISE 'broken';"
            " END IF; RETURN NEW; END $$"
        )
        cursor.execute(
            "CREATE OR REPLACE TRIGGER refuse BEFORE INSERT ON search_searchdocument"
            " FOR EACH ROW EXECUTE FUNCTION refuse()"
        )
        cursor.execute("SELECT set_config('tests.refused', %s, false)", [title])
        yield
        cursor.execute("SELECT set_config('tests.refused', '', false)")


def test_a_page_that_fails_holds_up_nobody_and_is_tried_again(queue):
    broken, sound = factories.practice(title="Zepsuta"), factories.practice(title="Cała")
    with refused(broken.title):
        work()
        assert is_indexed(sound)
        assert not is_indexed(broken)
        (again,) = queue.filter(status=TaskResultStatus.READY)
        assert again.args_kwargs["args"] == [[f"page:{broken.translation_key}"]]
        assert again.run_after > timezone.now()
    queue.filter(pk=again.pk).update(run_after=timezone.now())
    work()
    assert is_indexed(broken)


def test_after_the_last_time_the_task_has_failed_and_the_check_repairs(queue):
    broken = factories.practice(title="Zepsuta")
    with refused(broken.title):
        for _time in range(len(tasks.WAITS) + 1):
            queue.filter(status=TaskResultStatus.READY).update(run_after=timezone.now())
            work()
        assert not queue.filter(status=TaskResultStatus.READY).exists()
        assert "broken" in queue.get(status=TaskResultStatus.FAILED).traceback
        with pytest.raises(SystemExit):
            call_command("check_search", repair=True, stdout=StringIO())
    call_command("check_search", repair=True, stdout=StringIO())
    assert is_indexed(broken)


def test_what_nobody_works_on_is_told(queue):
    factories.practice()
    printed = StringIO()
    call_command("check_search", stdout=printed)
    assert "waiting in the queue" in printed.getvalue()
    queue.update(enqueued_at=timezone.now() - base_queue.LATE - timedelta(seconds=1))
    with pytest.raises(SystemExit):
        call_command("check_search", stdout=printed)
    assert "The queue stands still" in printed.getvalue()
    work()
    call_command("check_search", stdout=printed)
    assert "late" not in printed.getvalue().rpartition("drift 0")[2]


def test_a_task_that_ends_every_worker_is_given_up(queue):
    factories.practice()
    queue.update(status=TaskResultStatus.RUNNING, worker_ids=["x"] * base_queue.MOST_STARTS)
    work()
    assert set(queue.values_list("status", flat=True)) == {TaskResultStatus.FAILED}


def test_old_results_are_pruned_and_what_waits_is_not(queue):
    factories.practice()
    work()
    factories.practice()
    waiting = queue.filter(status=TaskResultStatus.READY).count()
    call_command("prune_db_task_results", "--backend=queue", "--min-age-days=0", verbosity=0)
    assert queue.count() == waiting


def test_saving_a_page_without_publishing_enqueues_nothing(queue):
    practice = factories.practice()
    queue.all().delete()
    practice.title = "Szkic"
    practice.save_revision()
    assert not queue.exists()


def _work_once(may_begin):
    """In a process of its own, with a connection of its own."""
    may_begin.wait()
    start_worker()


@pytest.mark.django_db(transaction=True)
def test_a_worker_killed_in_the_midst_loses_nothing(settings):
    settings.TASKS = DURABLE
    create_structure()
    practice = factories.practice(title="Ogrody")
    running = DBTaskResult.objects.filter(status=TaskResultStatus.RUNNING)
    connection.close()
    context = get_context("fork")
    may_begin = context.Event()
    worker = context.Process(target=_work_once, args=(may_begin,))
    worker.start()
    with transaction.atomic():
        one_at_a_time()  # The worker has its task, and waits here.
        may_begin.set()
        _wait_until(running.exists)
        os.kill(worker.pid, signal.SIGKILL)
        worker.join()
    assert not is_indexed(practice)
    start_worker()
    assert is_indexed(practice)
    assert drift.find() == {}
    assert not DBTaskResult.objects.exclude(status=TaskResultStatus.SUCCESSFUL).exists()


def _wait_until(holds, seconds=60):
    until = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < until
        time.sleep(0.05)


@pytest.mark.django_db(transaction=True)
def test_readers_miss_nothing_while_everything_is_made_anew():
    create_structure()
    for number in range(3):
        factories.practice(title=f"Ogrody deszczowe {number}")
    before = set(SearchDocument.objects.values_list("key", flat=True))
    context = get_context("fork")
    connection.close()
    missing, done = context.Value("i", 0), context.Event()
    reader = context.Process(target=_watch, args=(before, missing, done))
    reader.start()
    for _time in range(3):
        call_command("rebuild_search", stdout=StringIO())
    done.set()
    reader.join()
    assert (reader.exitcode, missing.value) == (0, 0)
    assert City.objects.count() + PracticePage.objects.count() <= len(before)


def _watch(keys, missing, done):
    """Count how often something is not there; looks at least once after the end."""
    while True:
        last = done.is_set()
        there = set(
            SearchDocument.objects.filter(word_vector__isnull=False).values_list("key", flat=True)
        )
        missing.value += not keys <= there
        if last:
            return


@pytest.mark.django_db(transaction=True)
def test_a_page_closed_while_all_is_made_anew_stays_closed():
    create_structure()
    practice = factories.practice()
    Audience.objects.filter(page=practice).update(who="members")
    call_command("rebuild_search", stdout=StringIO())
    assert SearchDocument.objects.get(page=practice).who == "members"


def test_the_meaning_of_what_changed_and_of_what_was_imported_is_read_by_the_worker(
    queue, settings
):
    settings.SEARCH_ENCODER = "search.encoder.UniversalSentenceEncoder"
    encoder_class.cache_clear()
    page = factories.practice()
    key = f"page:{page.translation_key}"
    waiting = queue.filter(task_path=tasks.embed.module_path)
    tasks.index.call([key])
    practices_imported.send(PracticePage, keys=[page.translation_key])
    changed, imported = [row.args_kwargs["args"][0] for row in waiting.all()]
    assert key in changed
    assert imported == [key]
    encoder_class.cache_clear()
