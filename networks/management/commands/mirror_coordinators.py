from typing import Any

from django.core.management.base import BaseCommand

from networks import coordinators


class Command(BaseCommand):
    help = "Gives the coordinators of networks their rights, and takes them from all others."

    def handle(self, *args: Any, **options: Any) -> None:
        changed = coordinators.mirror()
        self.stdout.write(f"Groups of coordinators put right: {changed}.")
