from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class BaseConfig(AppConfig):
    name = "base"
    verbose_name = _("Base")

    def ready(self) -> None:
        from . import (  # noqa: F401
            checks,
            comments,
            copying,
            counting,
            deleting_pictures,
            exploring,
            gallery_block,
            media,
            mirror,
            signals,
            wagtail_localize_workarounds,
        )

        comments.apply()
        copying.apply()
        counting.apply()
        deleting_pictures.apply()
        exploring.apply()
        wagtail_localize_workarounds.apply()
