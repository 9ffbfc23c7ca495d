from typing import Any

from django.core.management.base import BaseCommand

from search.asked import prune


class Command(BaseCommand):
    help = "Forgets searches that were made on fewer than three days, thirty days after the last."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"{prune()} searches forgotten.")
