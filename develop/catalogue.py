"""Whether every visible word has its Polish: nothing empty, fuzzy or uncollected."""

import re
import sys
import tempfile
from pathlib import Path
from shutil import copy

import polib
from project import PROJECT, enter

CATALOGUE = PROJECT / "site" / "locale" / "pl" / "LC_MESSAGES" / "django.po"


def problems(catalogue: Path) -> list[str]:
    """What is wrong with a catalogue, a line each."""
    found = []
    for entry in polib.pofile(str(catalogue)):
        if entry.obsolete:
            continue
        texts = list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]
        if not all(texts):
            found.append(f"not translated: {entry.msgid!r}")
        elif entry.fuzzy:
            found.append(f"fuzzy: {entry.msgid!r}")
        elif entry.msgid_plural and len(texts) < 3:
            found.append(f"Polish has three plural forms: {entry.msgid!r}")
        elif any(not placeholders(text) <= allowed(entry) for text in texts):
            found.append(f"other placeholders than the original: {entry.msgid!r}")
    return found


def placeholders(text: str) -> set[str]:
    """What is filled in: ``%(count)s`` and ``%(count)d`` are not the same."""
    return set(re.findall(r"%\(\w+\)[sd]", text))


def allowed(entry: polib.POEntry) -> set[str]:
    return placeholders(entry.msgid) | placeholders(entry.msgid_plural)


def uncollected() -> list[str]:
    """Words in code and templates that the catalogue does not know."""
    from messages import collect

    with tempfile.TemporaryDirectory() as folder:
        kept = Path(folder) / "django.po"
        copy(CATALOGUE, kept)
        try:
            collect()
            known = {(entry.msgctxt, entry.msgid) for entry in polib.pofile(str(kept))}
            return [
                f"not in the catalogue: {entry.msgid!r}"
                for entry in polib.pofile(str(CATALOGUE))
                if (entry.msgctxt, entry.msgid) not in known
            ]
        finally:
            copy(kept, CATALOGUE)


def main() -> int:
    found = problems(CATALOGUE)
    if "--collect" in sys.argv:
        enter("config.settings.test")
        found += uncollected()
    for line in found:
        print(line)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
