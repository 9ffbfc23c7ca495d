"""``manage.py export_practices FILE``: the inverse of ``import_practices``."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import ngettext

from practices.transfer.exporting import export_practices
from practices.transfer.reading import FileProblem


class Command(BaseCommand):
    help = "Writes every practice to an .xlsx, .csv or .jsonl file; see docs/import.md."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            count = export_practices(options["file"])
        except (FileProblem, OSError) as problem:
            raise CommandError(str(problem)) from problem
        message = ngettext(
            "%(count)d practice was written to %(file)s.",
            "%(count)d practices were written to %(file)s.",
            count,
        )
        self.stdout.write(message % {"count": count, "file": options["file"]})
