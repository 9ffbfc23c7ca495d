"""Production: everything is read from the environment, without defaults; unsafe values refuse.

Required: ``SECRET_KEY``, ``ALLOWED_HOSTS``, ``DATABASE_URL``, ``SITE_URL``, ``EMAIL_URL``,
``DEFAULT_FROM_EMAIL``, ``EDITORS_EMAIL``, ``MEDIA_ROOT``, ``PRIVATE_MEDIA_ROOT``,
``STATIC_ROOT``. Optional: ``CACHE_URL`` (Valkey or Redis).
"""

from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

from .base import *  # noqa: F403
from .base import MIDDLEWARE, STORAGES, env
from .database import with_habits

DEBUG = False
if env.bool("DEBUG", default=False):
    raise ImproperlyConfigured("DEBUG must not be on in production.")

SECRET_KEY = env.str("SECRET_KEY")
# What stands in a repository is no secret: Django's own mark, and our settings for developers.
_published = any(mark in SECRET_KEY for mark in ("insecure", "development only"))
if len(SECRET_KEY) < 50 or len(set(SECRET_KEY)) < 10 or _published:
    raise ImproperlyConfigured("SECRET_KEY must be at least 50 random characters.")

ALLOWED_HOSTS = env.list("ALLOWED_HOSTS")
# A leading dot is Django's wildcard for every subdomain.
if not ALLOWED_HOSTS or any("*" in host or host.startswith(".") for host in ALLOWED_HOSTS):
    raise ImproperlyConfigured("ALLOWED_HOSTS must name the hosts, without wildcards.")

SITE_URL = WAGTAILADMIN_BASE_URL = env.str("SITE_URL").rstrip("/")
if not SITE_URL.startswith("https://"):
    raise ImproperlyConfigured("SITE_URL must begin with https://.")
CSRF_TRUSTED_ORIGINS = [SITE_URL]

if not env.str("DATABASE_URL").startswith(("postgres://", "postgresql://")):
    raise ImproperlyConfigured("DATABASE_URL must name a PostgreSQL database.")
# A frozen database must not hold a reader: a request ends in five seconds at the latest.
DATABASES = {
    "default": with_habits(
        env.db_url("DATABASE_URL"), connect_timeout=3, options="-c statement_timeout=5000"
    )
}

if env.str("CACHE_URL", default=""):
    CACHES = {"default": env.cache_url("CACHE_URL")}

vars().update(env.email_url("EMAIL_URL"))
DEFAULT_FROM_EMAIL = SERVER_EMAIL = env.str("DEFAULT_FROM_EMAIL")
EDITORS_EMAIL = env.str("EDITORS_EMAIL")

MEDIA_ROOT = env.path("MEDIA_ROOT")
PRIVATE_MEDIA_ROOT = env.path("PRIVATE_MEDIA_ROOT")
STATIC_ROOT = env.path("STATIC_ROOT")
if Path(PRIVATE_MEDIA_ROOT).is_relative_to(MEDIA_ROOT):
    raise ImproperlyConfigured("PRIVATE_MEDIA_ROOT must not lie below MEDIA_ROOT.")
STORAGES = {
    **STORAGES,
    "private": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": PRIVATE_MEDIA_ROOT, "base_url": "/media-oryginaly/"},
    },
}

SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_SSL_REDIRECT = True
SECURE_REDIRECT_EXEMPT = [r"^health/"]
SECURE_HSTS_SECONDS = 63_072_000
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
SESSION_COOKIE_NAME = "__Host-session"
CSRF_COOKIE_NAME = "__Host-csrf"

# --- Logs: one JSON object a line, for a machine to collect; no address, no query, no user ---
_after = MIDDLEWARE.index("base.middleware.InputGuardMiddleware")
MIDDLEWARE = [
    *MIDDLEWARE[:_after],
    "config.logs.RequestLogMiddleware",
    *MIDDLEWARE[_after:],
]
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"json": {"()": "config.logs.json_formatter"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "json"}},
    "root": {"handlers": ["console"], "level": "INFO"},
    "loggers": {"django.request": {"level": "ERROR"}, "django.server": {"level": "ERROR"}},
}
