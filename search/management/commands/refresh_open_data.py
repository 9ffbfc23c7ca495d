"""``manage.py refresh_open_data``: makes the files of open data anew, every night by a timer."""

from typing import Any

from django.core.management.base import BaseCommand

from search.open_data.writing import write_edition


class Command(BaseCommand):
    help = "Writes the practices as open data (JSON Lines and CSV); see docs/api.md."

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"{write_edition()} practices written.")
