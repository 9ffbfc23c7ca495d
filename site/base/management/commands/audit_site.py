from typing import Any

from django.core.management.base import BaseCommand

from base import audit


class Command(BaseCommand):
    help = "Lists every breach of the site's rules in the database; ends with 1 if there is any."

    def handle(self, *args: Any, **options: Any) -> None:
        clean = True
        for finding in audit.findings():
            clean = False
            self.stdout.write(str(finding))
        if not clean:
            raise SystemExit(1)
        self.stdout.write("Nothing found.")
