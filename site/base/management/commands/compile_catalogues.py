from typing import Any

import polib
from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils.translation.reloader import translation_file_changed


class Command(BaseCommand):
    help = "Compiles the message catalogues without gettext's programmes."

    def handle(self, *args: Any, **options: Any) -> None:
        for folder in settings.LOCALE_PATHS:
            for source in folder.glob("*/LC_MESSAGES/*.po"):
                target = source.with_suffix(".mo")
                if target.exists() and target.stat().st_mtime >= source.stat().st_mtime:
                    continue
                polib.pofile(str(source)).save_as_mofile(str(target))
                # This process goes on: the first start loads the demo content, and what is kept
                # in each language must not be kept in English twice.
                translation_file_changed(self, target)
                if options["verbosity"]:
                    self.stdout.write(f"{target.name} ({target.parent.parent.name})")
