from typing import Any

from django.core.management.base import BaseCommand

from search import indexing


class Command(BaseCommand):
    help = "Indexes everything anew; readers search the old documents meanwhile."

    def handle(self, *args: Any, **options: Any) -> None:
        done = 0
        for done, total in indexing.rebuild():
            if done % 250 == 0:
                self.stdout.write(f"{done} of {total}")
        self.stdout.write(f"{done} documents indexed.")
