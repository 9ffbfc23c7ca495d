"""``manage.py practice_template FILE.xlsx``: the workbook to fill in for an import."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import gettext as _

from practices.transfer.template import template_workbook


class Command(BaseCommand):
    help = "Writes the template workbook with the vocabularies as drop-downs."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)

    def handle(self, *args: Any, **options: Any) -> None:
        path: Path = options["file"]
        if path.suffix.lower() != ".xlsx":
            raise CommandError(_("The template is an .xlsx file."))
        try:
            template_workbook().save(path)
        except OSError as problem:
            raise CommandError(str(problem)) from problem
        self.stdout.write(_("The template was written to %(file)s.") % {"file": path})
