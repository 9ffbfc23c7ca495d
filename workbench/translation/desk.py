"""The translator's desk: Polish beside English, with everything that helps in view.

In place of wagtail-localize's editor, on wagtail-localize's records: the decision and its price
are in docs/decisions/0028-translation-desk.md.
"""

from __future__ import annotations

from itertools import groupby
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.generic import View
from wagtail.admin import messages
from wagtail.admin.ui.components import MediaContainer
from wagtail.admin.ui.side_panels import PageStatusSidePanel
from wagtail.models import Page
from wagtail_localize.machine_translators import get_machine_translator
from wagtail_localize.models import Translation

from base.models import BasePage
from base.refusals import PublicationRefused

from . import memory, saving
from .facts import facts_of
from .machine import may_be_sent
from .segments import Segment, progress, segments_of
from .terms import Finding, Glossary

PUBLISH, PUBLISH_ANYWAY, SUBMIT = "publish", "publish-anyway", "submit"


class Desk(View):
    """The page of one translation. A script saves single texts by it; the form works without."""

    page: Any = None  # the English one
    translation: Any = None

    def setup(self, request: HttpRequest, *args: Any, **kwargs: Any) -> None:
        super().setup(request, *args, **kwargs)
        self.conflicts: dict[str, str] = {}
        self.findings: list[Finding] = []
        self.rights = self.page.permissions_for_user(request.user)

    @cached_property
    def segments(self) -> list[Segment]:
        """With what helps a translator; read after anything is written."""
        segments = segments_of(self.translation)
        locale, key = self.translation.target_locale, self.page.translation_key
        memory.suggest(segments, key, locale)
        self.glossary.mark(segments)
        return segments

    @cached_property
    def glossary(self) -> Glossary:
        return Glossary()

    def get(self, request: HttpRequest) -> HttpResponse:
        return self._shown()

    def post(self, request: HttpRequest) -> HttpResponse:
        if not self.rights.can_edit():
            raise PermissionDenied
        saved = saving.save(self.translation, request.POST.dict(), request.user)
        if not request.accepts("text/html"):
            return self._told(saved)
        action = request.POST.get("action", "")
        self.conflicts = saved.conflicts
        if saved.conflicts:
            messages.error(request, self._say_conflicts(len(saved.conflicts)))
            return self._shown()
        if action in (PUBLISH, PUBLISH_ANYWAY):
            return self._publish(warned=action == PUBLISH_ANYWAY)
        if action == SUBMIT:
            return self._submit()
        messages.success(request, _("The translation was saved; readers do not see it yet."))
        return redirect(request.path)

    # --- Leaving the desk ---------------------------------------------------------------

    def _may_leave(self, *, warned: bool) -> bool:
        """Whether nothing machine-made is unconfirmed and no term goes against the glossary."""
        unconfirmed = sum(1 for each in self.segments if each.is_unconfirmed)
        if unconfirmed:
            messages.error(
                self.request,
                ngettext(
                    "%(number)d machine-translated text is waiting to be "
                    "confirmed; it is not published until then.",
                    "%(number)d machine-translated texts are waiting to be "
                    "confirmed; they are not published until then.",
                    unconfirmed,
                )
                % {"number": unconfirmed},
            )
            return False
        if not warned:
            self.findings = list(self.glossary.findings(self.segments))
        return not self.findings

    def _publish(self, *, warned: bool) -> HttpResponse:
        if not self.rights.can_publish():
            raise PermissionDenied
        if not self._may_leave(warned=warned):
            return self._shown()
        try:
            self.translation.save_target(user=self.request.user, publish=True)
        except PublicationRefused as refused:
            messages.error(self.request, str(refused))
            return self._shown()
        except ValidationError:
            del self.segments  # Read again, with the errors at their texts.
            messages.error(self.request, _("Not published: see the texts marked below."))
            return self._shown()
        self.page.refresh_from_db()
        messages.success(
            self.request,
            _("“%(title)s” is published in English.") % {"title": self.page.title},
            buttons=[messages.button(self.page.full_url, _("View live"), new_window=False)],
        )
        return redirect(self.request.path)

    def _submit(self) -> HttpResponse:
        """Hand the English to whoever may publish, by the page's own workflow."""
        if not self.rights.can_submit_for_moderation():
            raise PermissionDenied
        if not self._may_leave(warned=True):
            return self._shown()
        try:
            self.translation.save_target(user=self.request.user, publish=False)
        except ValidationError:
            del self.segments
            messages.error(self.request, _("Not submitted: see the texts marked below."))
            return self._shown()
        page = type(self.page).objects.get(pk=self.page.pk)
        page.get_workflow().start(page, self.request.user)
        messages.success(
            self.request,
            _("The English version of “%(title)s” is waiting for a moderator.")
            % {"title": page.get_admin_display_title()},
        )
        return redirect(self.request.path)

    # --- Showing ------------------------------------------------------------------------

    def _told(self, saved: saving.Saved) -> JsonResponse:
        """What a script is answered: the state of each text it saved, and how far all is."""
        segments = segments_of(self.translation)
        touched = saved.written | set(saved.conflicts)
        self.conflicts = saved.conflicts
        done, all_of_them = progress(segments)
        return JsonResponse(
            {
                "texts": {
                    each.key: {
                        "seen": saving.mark_of(each.english),
                        "state": self._state_shown(each),
                    }
                    for each in segments
                    if each.key in touched
                },
                "conflicts": list(saved.conflicts),
                "progress": _said_progress(done, all_of_them),
            },
            status=409 if saved.conflicts else 200,
        )

    def _state_shown(self, segment: Segment) -> str:
        return render_to_string(
            "workbench/translation/state.html",
            {"segment": segment, "conflict": self.conflicts.get(segment.key)},
        )

    def _say_conflicts(self, number: int) -> str:
        return ngettext(
            "%(number)d text was changed by somebody else in the meantime. "
            "Both versions are below: save again to keep yours.",
            "%(number)d texts were changed by somebody else in the meantime. "
            "Both versions are below: save again to keep yours.",
            number,
        ) % {"number": number}

    def _shown(self) -> HttpResponse:
        original = self.page.original
        done, all_of_them = progress(self.segments)
        return TemplateResponse(
            self.request,
            "workbench/translation/desk.html",
            {
                "page": self.page,
                "original": original,
                "translation": self.translation,
                "tabs": self._by_tab(),
                "facts": facts_of(original),
                "findings": self.findings,
                "is_behind": self._is_behind(original),
                "progress": _said_progress(done, all_of_them),
                "percent": round(100 * done / all_of_them) if all_of_them else 100,
                "unconfirmed": sum(1 for each in self.segments if each.is_unconfirmed),
                "machine": self._machine(original),
                "rights": {
                    "edit": self.rights.can_edit(),
                    "publish": self.rights.can_publish(),
                    "submit": self.rights.can_submit_for_moderation(),
                },
                **self._header(),
            },
        )

    def _by_tab(self) -> list[tuple[str, list[tuple[str, list[dict[str, Any]]]]]]:
        """Tabs of the page's form, fields in them, and in each field its texts."""
        return [
            (
                tab,
                [
                    (label, [self._line(each) for each in in_field])
                    for label, in_field in groupby(in_tab, key=lambda each: each.label)
                ],
            )
            for tab, in_tab in groupby(self.segments, key=lambda each: each.tab)
        ]

    def _line(self, segment: Segment) -> dict[str, Any]:
        return {
            "segment": segment,
            "conflict": self.conflicts.get(segment.key),
            "typed": self.conflicts.get(segment.key, segment.english),
            "seen": saving.mark_of(segment.english),
        }

    def _is_behind(self, original: BasePage) -> bool:
        """Whether other Polish words were published than those shown here."""
        state = original.state_of_english
        changed = state and state.polish_changed_at
        return bool(changed and changed > self.translation.source.last_updated_at)

    def _machine(self, original: BasePage) -> dict[str, str] | None:
        translator = get_machine_translator()
        if translator is None or not may_be_sent(original) or not self.rights.can_edit():
            return None
        address = reverse("workbench_translate_by_machine", args=[self.translation.pk])
        return {"name": translator.display_name, "address": address}

    def _header(self) -> dict[str, Any]:
        """What Wagtail's header of a page shows, as on its own edit page."""
        page = self.page
        panel = PageStatusSidePanel(
            page,
            self.request,
            show_schedule_publishing_toggle=False,
            live_object=page,
            scheduled_object=page.get_scheduled_revision_as_object(),
            locale=page.locale,
            translations=[
                {"locale": each.locale, "url": reverse("wagtailadmin_pages:edit", args=[each.pk])}
                for each in page.get_translations().select_related("locale")
                if each.permissions_for_user(self.request.user).can_edit()
            ],
        )
        return {
            "page_for_status": page,
            "page_perms": self.rights,
            "content_type": page.cached_content_type,
            "side_panels": [panel],
            "media": MediaContainer([panel]).media,
        }


def _said_progress(done: int, all_of_them: int) -> str:
    return _("Translated: %(done)d of %(all)d") % {"done": done, "all": all_of_them}


def translation_of(page: Page) -> Translation | None:
    """The translation that an English page is written by, unless it was given up."""
    return (
        Translation.objects.filter(
            source__object_id=page.translation_key, target_locale=page.locale_id, enabled=True
        )
        .select_related("source", "target_locale")
        .first()
    )
