from collections import Counter
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from base.queue import late
from search import drift
from search.keeping import batches, index_what_can_be
from search.meaning import embed_pending


class Command(BaseCommand):
    help = (
        "Compares the search documents with pages and cities; ends with 1 where they differ or"
        " the queue stands still."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--repair", action="store_true", help="Index anew what differs.")

    def handle(self, *args: Any, **options: Any) -> None:
        found = drift.find()
        self._tell(found, verbosity=options["verbosity"])
        failed: dict[str, Exception] = {}
        if options["repair"]:
            for batch in batches(found):
                failed |= index_what_can_be(batch)
            for key, error in failed.items():
                self.stdout.write(f"{key} cannot be indexed: {error!r}")
            self.stdout.write(f"{len(found) - len(failed)} repaired")
            for _made in embed_pending():
                pass
        waiting = len(drift.keys_waiting())
        if waiting:
            self.stdout.write(f"{waiting} waiting in the queue")
        stuck = late()
        if stuck:
            self.stdout.write(f"The queue stands still: {stuck} tasks are late. Is a worker up?")
        if failed or stuck or (found and not options["repair"]):
            raise SystemExit(1)

    def _tell(self, found: dict[str, drift.Kind], *, verbosity: int) -> None:
        numbers = Counter(found.values())
        self.stdout.write(f"drift {len(found)}")
        for kind in drift.Kind:
            if numbers[kind]:
                self.stdout.write(f"  {kind}: {numbers[kind]}")
        if verbosity > 1:
            for key, kind in found.items():
                self.stdout.write(f"  {key}: {kind}")
