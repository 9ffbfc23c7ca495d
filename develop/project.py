"""What every script here needs to know of the project."""

import os
import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
SITE = PROJECT / "site"


def enter(settings: str) -> None:
    """Put the project on the path, in the order ``manage.py`` does, and set Django up."""
    os.chdir(PROJECT)
    sys.path[:0] = [str(PROJECT)]
    sys.path.append(str(SITE))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", settings)
    import django

    django.setup()


def say(words: str) -> None:
    print(f"\n▸ {words}", flush=True)


def step(words: str, *command: str, **options) -> bool:
    """Run a command of the environment; says what it is, returns whether it succeeded."""
    say(words)
    program = PROJECT / ".venv" / "bin" / command[0]
    executable = str(program) if program.exists() else command[0]
    return subprocess.run([executable, *command[1:]], cwd=PROJECT, **options).returncode == 0
