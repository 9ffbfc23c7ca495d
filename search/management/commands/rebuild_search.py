from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from search.meaning import embed_pending
from search.rebuilding import is_outdated, rebuild


class Command(BaseCommand):
    help = "Indexes everything anew; readers search the old documents meanwhile."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--if-outdated",
            action="store_true",
            help="Only where documents were made by an earlier version of the search.",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        if options["if_outdated"] and not is_outdated():
            return
        done = told = 0
        for done, total in rebuild():
            if done >= told + 250:
                self.stdout.write(f"{done} of {total}")
                told = done
        self.stdout.write(f"{done} documents indexed.")
        made = 0
        for made in embed_pending():
            if made % 320 == 0 and made:
                self.stdout.write(f"{made} vectors made")
        self.stdout.write(f"{made} vectors made.")
