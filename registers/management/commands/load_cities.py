from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from registers.city_sources import REGISTER
from registers.loading import load_cities
from registers.source_files import SourceError


class Command(BaseCommand):
    help = (
        "Loads the register of cities. With the official TERC and SIMC files of Statistics Poland "
        "it also completes and corrects kinds, counties and names. Editors' changes are kept."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--register", type=Path, default=REGISTER)
        parser.add_argument("--terc", type=Path)
        parser.add_argument("--simc", type=Path)

    def handle(self, *args: Any, **options: Any) -> None:
        if bool(options["terc"]) != bool(options["simc"]):
            raise CommandError("TERC and SIMC belong together: give both files or none.")
        try:
            loaded = load_cities(options["register"], terc=options["terc"], simc=options["simc"])
        except SourceError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(
            f"Cities: {loaded.created} new, {loaded.changed} changed, {loaded.unchanged} as before."
        )
