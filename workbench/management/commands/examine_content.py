from typing import Any

from django.core.management.base import BaseCommand

from workbench.condition import keeping


class Command(BaseCommand):
    help = "Examines every published page and every PDF anew; publishing does so for one page."

    def handle(self, *args: Any, **options: Any) -> None:
        pages, files = keeping.examine_all()
        self.stdout.write(f"{pages} pages and {files} files examined.")
