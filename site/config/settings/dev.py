"""A developer's machine and ``make run``: no configuration needed, nothing leaves the machine."""

from .base import *  # noqa: F403
from .base import VAR_DIR, env
from .database import default_database

DEBUG = env.bool("DEBUG", default=True)
SECRET_KEY = "development only; production reads its own from the environment"
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]"]
DATABASES = {"default": default_database()}
STORAGES = {
    **STORAGES,  # noqa: F405
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
EMAIL_BACKEND = env.str("EMAIL_BACKEND", default="django.core.mail.backends.filebased.EmailBackend")
EMAIL_FILE_PATH = VAR_DIR / "mail"
WHITENOISE_USE_FINDERS = True
# Accounts whose passwords everybody can read, for trying the site out (home/demo/accounts.py).
DEMO_ACCOUNTS = True
# The port is the developer's choice; links in mails and the admin follow it.
WAGTAILADMIN_BASE_URL = f"http://127.0.0.1:{env.int('PORT', default=8000)}"
# Nobody has to start a worker: its tasks are done here, after each commit.
TASKS = {**TASKS, "queue": {"BACKEND": "base.queue.AfterCommit"}}  # noqa: F405
MIDDLEWARE = [*MIDDLEWARE, "config.dev_middleware.ErrorPagesMiddleware"]  # noqa: F405
