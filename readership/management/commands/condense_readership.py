from typing import Any

from django.core.management.base import BaseCommand

from readership.condensing import condense


class Command(BaseCommand):
    help = "Keeps readership older than READERSHIP_MONTHS_BY_DAY by the month; for every night."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"{condense()} days are in their months.")
