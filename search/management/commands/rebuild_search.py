from typing import Any

from django.core.management.base import BaseCommand

from search.rebuilding import rebuild


class Command(BaseCommand):
    help = "Indexes everything anew; readers search the old documents meanwhile."

    def handle(self, *args: Any, **options: Any) -> None:
        done = told = 0
        for done, total in rebuild():
            if done >= told + 250:
                self.stdout.write(f"{done} of {total}")
                told = done
        self.stdout.write(f"{done} documents indexed.")
