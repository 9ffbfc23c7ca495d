"""Which database: the one ``DATABASE_URL`` names, else the embedded server of this checkout."""

from .base import DATABASE_HABITS, VAR_DIR, env


def default_database(*, fsync: bool = True) -> dict:
    """The ``default`` entry of ``DATABASES`` for development and tests."""
    if env.str("DATABASE_URL", default=""):
        return {**env.db_url("DATABASE_URL"), **DATABASE_HABITS}
    return {
        "ENGINE": "embedded_database",
        "NAME": "empirie",
        "USER": "empirie",
        "EMBEDDED": {
            "data_dir": VAR_DIR / ("postgres" if fsync else "postgres-test"),
            "fsync": fsync,
        },
        **DATABASE_HABITS,
    }
