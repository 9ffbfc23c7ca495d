"""``make lint``: style, templates, types, import layers."""

import sys

from project import PROJECT, say, step

CHECKS = [
    ("Python style", ("ruff", "check", ".")),
    ("Python format", ("ruff", "format", "--check", "-q", ".")),
    ("Templates", ("djlint", "templates", "--lint", "--quiet")),
    ("Import layers", ("lint-imports",)),
    ("Types", ("mypy",)),
]


def main() -> bool:
    import os

    os.environ["PYTHONPATH"] = f"{PROJECT}:{PROJECT / 'site'}"
    failed = [name for name, command in CHECKS if not step(name, *command)]
    if failed:
        say(f"Failed: {', '.join(failed)}")
    return not failed


if __name__ == "__main__":
    sys.exit(0 if main() else 1)
