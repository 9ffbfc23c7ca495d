#!/usr/bin/env python
"""Django's command line, with ``site/`` on the path and the development settings by default."""

import os
import sys
from pathlib import Path


def main() -> None:
    # Appended, not inserted: the interpreter's own ``site`` module must keep winning.
    sys.path.append(str(Path(__file__).resolve().parent / "site"))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.dev")
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()
