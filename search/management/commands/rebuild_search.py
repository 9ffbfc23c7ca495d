from typing import Any

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandParser

from search.admin_search import has_outdated_entries
from search.meaning import embed_pending
from search.rebuilding import is_outdated, rebuild


class Command(BaseCommand):
    help = (
        "Indexes everything anew, for readers and for the admin; both search what is there"
        " meanwhile."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "--if-outdated",
            action="store_true",
            help="Only where documents were made by an earlier version of the search.",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        anyway = not options["if_outdated"]
        if anyway or is_outdated():
            self._rebuild_documents()
        if anyway or has_outdated_entries():
            call_command("update_index", verbosity=0, stdout=self.stdout)
            self.stdout.write("The admin's index is made anew.")

    def _rebuild_documents(self) -> None:
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
