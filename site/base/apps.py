from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class BaseConfig(AppConfig):
    name = "base"
    verbose_name = _("Base")

    def ready(self) -> None:
        from . import (  # noqa: F401
            active_filters,
            bulk_actions,
            checks,
            choosing,
            comments,
            comparing,
            copying,
            counting,
            damaged_pictures,
            english_of_closed,
            exploring,
            files_of_others,
            forged,
            gallery_block,
            media,
            mirror,
            redirects,
            signals,
            unnamed,
            wagtail_localize_workarounds,
            workflow_mail,
        )

        active_filters.apply()
        bulk_actions.apply()
        choosing.apply()
        comments.apply()
        comparing.apply()
        copying.apply()
        counting.apply()
        damaged_pictures.apply()
        english_of_closed.apply()
        exploring.apply()
        files_of_others.apply()
        forged.apply()
        gallery_block.apply()
        redirects.apply()
        unnamed.apply()
        wagtail_localize_workarounds.apply()
        workflow_mail.apply()
