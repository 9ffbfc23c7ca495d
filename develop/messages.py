"""``make messages``: the words of code and templates into the Polish catalogue."""

import shutil
import sys

from project import enter, say


def main() -> None:
    if shutil.which("xgettext") is None:
        sys.exit("gettext is missing. Install it with: apt-get install gettext")
    enter("config.settings.dev")
    from django.core.management import call_command

    collect()
    call_command("compile_catalogues")
    say("Translate what is empty in site/locale/pl/LC_MESSAGES/django.po")


def collect() -> None:
    from django.core.management import call_command
    from django.core.management.commands import makemessages

    # A guess is worse than a gap: a gap is found by the check, a wrong word by the readers.
    options = makemessages.Command.msgmerge_options
    if "--no-fuzzy-matching" not in options:
        options.append("--no-fuzzy-matching")
    call_command(
        "makemessages",
        locale=["pl"],
        no_obsolete=True,
        no_location=True,
        ignore_patterns=["tests/*", ".venv/*", "var/*", "develop/*", "templates/design/*"],
        verbosity=0,
    )


if __name__ == "__main__":
    main()
