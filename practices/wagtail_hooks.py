"""The practices' place in the admin: their list, their state, their history."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import Permission
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.widgets import Button
from wagtail.log_actions import LogFormatter
from wagtail.models import Page

from base import picking
from base.languages import original_locale_id

from . import admin_views, deciding
from .admin_import.running import IMPORTED, UNDONE
from .admin_import.viewset import ImportViewSet
from .finding import PRACTICES
from .models import PracticePage, PracticeState
from .models.vocabularies import RecordLevel, Verification
from .transfer import adoption  # noqa: F401 (its hook)
from .viewsets import PracticeListing

picking.register(PRACTICES)


@hooks.register("register_admin_viewset")
def practice_listing() -> PracticeListing:
    return PracticeListing()


@hooks.register("register_admin_viewset")
def practice_imports() -> ImportViewSet:
    return ImportViewSet()


@hooks.register("register_permissions")
def import_permissions() -> Any:
    """For the form of a group: who imports also sees what was imported."""
    return Permission.objects.filter(content_type__app_label="practices", codename="add_importrun")


@hooks.register("register_admin_urls")
def practice_urls() -> list[Any]:
    return [
        path("practices/<int:page_id>/state/", admin_views.practice_state, name="practice_state"),
        path("practices/template.xlsx", admin_views.import_template, name="import_template"),
    ]


@hooks.register("register_page_header_buttons")
def state_button(page: Page, user: Any, view_name: str, next_url: str | None = None) -> Any:
    if page.specific_class is not PracticePage or page.locale_id != original_locale_id():
        return
    if page.permissions_for_user(user).can_publish():
        state = PracticeState.of(page)
        label = (
            _("State: confirmed, next review %(due)s") % {"due": state.due_on.strftime("%d.%m.%Y")}
            if state.is_fresh
            else _("State: to be confirmed")
        )
        url = reverse("practice_state", args=[page.pk])
        yield Button(label, url, icon_name="calendar-check", priority=44)


@hooks.register("register_log_actions")
def import_log_actions(actions: Any) -> None:
    @actions.register_action(IMPORTED)
    class Imported(LogFormatter):
        label = gettext_lazy("Import practices")

        def format_message(self, log_entry: Any) -> str:
            return _("Imported: %(new)d new, %(changed)d changed, %(error)d left out") % (
                log_entry.data
            )

    @actions.register_action(UNDONE)
    class Undone(LogFormatter):
        label = gettext_lazy("Undo an import of practices")

        def format_message(self, log_entry: Any) -> str:
            return _("Undone: %(practices)d practices looked at, %(registers)d records removed") % (
                log_entry.data
            )


@hooks.register("register_log_actions")
def practice_log_actions(actions: Any) -> None:
    @actions.register_action(deciding.CONFIRMED)
    class Confirmed(LogFormatter):
        label = gettext_lazy("Confirm the practice")

        def format_message(self, log_entry: Any) -> str:
            return _("Confirmed by the city on %(day)s") % {"day": log_entry.data["on"]}

    @actions.register_action(deciding.LEVEL_CHANGED)
    class LevelChanged(LogFormatter):
        label = gettext_lazy("Change the record level")

        def format_message(self, log_entry: Any) -> str:
            return _("Record level: %(level)s") % {
                "level": RecordLevel(log_entry.data["level"]).label
            }

    @actions.register_action(deciding.VERIFICATION_CHANGED)
    class VerificationChanged(LogFormatter):
        label = gettext_lazy("Change the verification")

        def format_message(self, log_entry: Any) -> str:
            return _("Verification: %(verification)s") % {
                "verification": Verification(log_entry.data["verification"]).label
            }
