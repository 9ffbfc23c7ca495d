"""Tests: a real PostgreSQL, mail kept in memory, quick password hashing."""

import tempfile
from pathlib import Path

from .base import *  # noqa: F403
from .database import default_database

DEBUG = False
SECRET_KEY = "tests only"
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]
DATABASES = {"default": default_database(fsync=False)}
DATABASES["default"]["CONN_MAX_AGE"] = 0
STORAGES = {
    **STORAGES,  # noqa: F405
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
# Gone with the process that made it.
_folder = tempfile.TemporaryDirectory(prefix="empirie-test-")
_scratch = Path(_folder.name)
MEDIA_ROOT = _scratch / "media"
PRIVATE_MEDIA_ROOT = _scratch / "private"
STORAGES["private"] = {
    "BACKEND": "django.core.files.storage.FileSystemStorage",
    "OPTIONS": {"location": PRIVATE_MEDIA_ROOT, "base_url": "/media-oryginaly/"},
}
WHITENOISE_USE_FINDERS = True
DEMO_ACCOUNTS = True
TASKS = {**TASKS, "queue": {"BACKEND": "base.queue.AfterCommit"}}  # noqa: F405
# Reading it takes a second and 120 MB; what is about meaning switches it on.
SEARCH_ENCODER = ""
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
