import atexit

from django.apps import AppConfig
from django.core.signals import request_finished
from django.utils.translation import gettext_lazy as _


class ReadershipConfig(AppConfig):
    name = "readership"
    verbose_name = _("Readership")

    def ready(self) -> None:
        from .tally import tally

        request_finished.connect(tally.write_if_due, dispatch_uid="readership.write")
        atexit.register(tally.write)
