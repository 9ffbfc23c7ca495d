from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from base.refusals import Refusal
from home.demo import accounts, loader


class Command(BaseCommand):
    help = "Loads the demo content into an empty site; a site with content is left as it is."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--accounts", action="store_true", help="Also make demo accounts.")

    def handle(self, *args: Any, **options: Any) -> None:
        if loader.is_loaded():
            self.stdout.write("The site has content: nothing is loaded.")
        else:
            loader.load(self.report)
            self.stdout.write("Demo content is loaded.")
        if options["accounts"]:
            self.make_accounts()

    def report(self, what: str) -> None:
        self.stdout.write(f"  … {what}")
        self.stdout.flush()

    def make_accounts(self) -> None:
        try:
            made = accounts.create_accounts()
        except Refusal as refusal:
            raise CommandError(str(refusal)) from refusal
        for role, email, password in made:
            self.stdout.write(f"  {role}: {email} / {password}")
