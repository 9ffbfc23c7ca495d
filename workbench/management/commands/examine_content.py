from typing import Any

from django.core.management.base import BaseCommand

from workbench.condition import keeping


class Command(BaseCommand):
    help = (
        "Examines every published page, register and PDF anew; publishing and saving do so for one."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        pages, records, files = keeping.examine_all()
        self.stdout.write(f"{pages} pages, {records} records and {files} files examined.")
