from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from workbench.condition import links


class Command(BaseCommand):
    help = "Asks the addresses that pages lead to, one at a time, whether they still answer."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--limit", type=int, default=1000, help="At most so many; the rest next time."
        )

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(f"{links.check_all(options['limit'])} links checked.")
