"""How long an import of practices takes to be undone: prints, asserts nothing.

Run by ``make bench``; ``python tests/bench/undo_import.py --rows 100`` for a quicker look. The
records of ``import_practices.py`` are imported as a run of the admin is, each kind into a site of
its own, and the run is undone as the queue does it.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))
import import_practices as imports

ROWS = 1_000


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=ROWS)
    parser.add_argument("--only", choices=imports.KINDS)
    arguments = parser.parse_args()
    imports._set_up_django()
    import django

    django.setup()
    for kind in [arguments.only] if arguments.only else imports.KINDS:
        records = imports.archival_records if kind == "archival" else imports.complete_records
        _measure(kind, records, arguments.rows)


def _measure(name: str, records: Callable[[int], Iterator[dict[str, Any]]], rows: int) -> None:
    from django.db import connection, connections

    from practices.admin_import import tasks
    from practices.models import PracticePage
    from tests.template_database import CopiedDatabase

    database = CopiedDatabase(connections["default"])
    database.copy_template(renewal=None)
    asked = 0

    def count(execute: Any, *statement: Any) -> Any:
        nonlocal asked
        asked += 1
        return execute(*statement)

    try:
        imports._furnish()
        run = _imported(records(rows))
        run.state = tasks.State.UNDOING
        begun, processor = time.monotonic(), time.process_time()
        with connection.execute_wrapper(count):
            tasks._undo(run)
        seconds, processor = time.monotonic() - begun, time.process_time() - processor
        print(
            f"{name}: {rows} practices undone in {seconds:.1f} s, of which {processor:.1f} s of"
            f" this processor; {rows / seconds:.0f} a second; {asked / rows:.1f} statements each;"
            f" {PracticePage.objects.count()} pages left",
            flush=True,
        )
    finally:
        database.close()


def _imported(records: Iterator[dict[str, Any]]) -> Any:
    from practices.admin_import.journal import RunJournal
    from practices.models import ImportRun
    from practices.transfer.importing import import_practices
    from practices.transfer.planning import Options
    from tests import factories

    someone = factories.administrator()
    run = ImportRun.objects.create(created_by=someone, started_by=someone)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "practices.jsonl"
        with path.open("w", encoding="utf-8") as file:
            for record in records:
                file.write(json.dumps(record, ensure_ascii=False, default=float) + "\n")
        import_practices(path, Options(archival=True), journal=RunJournal(run))
    return run


if __name__ == "__main__":
    main()
