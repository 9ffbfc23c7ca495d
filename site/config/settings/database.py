"""Which database: the one ``DATABASE_URL`` names, else the embedded server of this checkout."""

from typing import Any

from .base import DATABASE_HABITS, VAR_DIR, env

# Pages of storage are read at once, wherever they lie; and no statement of ours runs so long that
# compiling it pays.
PLANNER = "-c random_page_cost=1.1 -c jit=off"


def with_habits(entry: dict, *, options: str = "", **more: Any) -> dict:
    """An entry of ``DATABASES`` with how we use any: what its address says of it stays."""
    said = entry.get("OPTIONS", {})
    options = " ".join(filter(None, (PLANNER, options, said.get("options", ""))))
    return {**entry, **DATABASE_HABITS, "OPTIONS": {**more, **said, "options": options}}


def default_database(*, fsync: bool = True) -> dict:
    """The ``default`` entry of ``DATABASES`` for development and tests."""
    if env.str("DATABASE_URL", default=""):
        return with_habits(env.db_url("DATABASE_URL"))
    entry = {
        "ENGINE": "embedded_database",
        "NAME": "empirie",
        "USER": "empirie",
        "EMBEDDED": {
            "data_dir": VAR_DIR / ("postgres" if fsync else "postgres-test"),
            "fsync": fsync,
        },
    }
    return with_habits(entry)
