from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NetworksConfig(AppConfig):
    name = "networks"
    verbose_name = _("Programmes and networks")

    def ready(self) -> None:
        from . import signals  # noqa: F401
