from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class BaseConfig(AppConfig):
    name = "base"
    verbose_name = _("Base")

    def ready(self) -> None:
        from . import checks, mirror, signals, wagtail_localize_workarounds  # noqa: F401

        wagtail_localize_workarounds.apply()
