from typing import Any

from django.core.management.base import BaseCommand

from home.structure import create_structure


class Command(BaseCommand):
    help = "Makes both home pages and every index page that is missing."

    def handle(self, *args: Any, **options: Any) -> None:
        create_structure()
        self.stdout.write("Structure is complete.")
