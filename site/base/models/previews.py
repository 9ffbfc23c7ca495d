"""Previews of a page in both languages, from either one's form."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from ..languages import TRANSLATION_LANGUAGE

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


class PreviewedInBothLanguages:
    """Shows unsaved words, with the facts of the original's draft, whatever page is previewed.

    The form of an original previews its English page too: the translator's words beside the
    facts as they stand in the form.
    """

    # Set on the instance a preview renders: facts then come from the original's draft.
    _reads_drafts = False
    # The original as its form is filled in, while its English page is being previewed.
    _original_in_form: Any = None

    @property
    def preview_modes(self) -> list[tuple[str, Any]]:
        modes = [("", _("Polish") if self.is_original else _("English"))]
        if self.is_original and self.pk and self.english is not None:
            modes.append((TRANSLATION_LANGUAGE, _("English")))
        return modes

    def is_previewable(self) -> bool:
        """Always; asked of every row of a list, so without a query."""
        return True

    def make_preview_request(
        self,
        original_request: HttpRequest | None = None,
        preview_mode: str | None = None,
        extra_request_attrs: dict[str, Any] | None = None,
    ) -> HttpResponse:
        page, mode = self, preview_mode
        if preview_mode == TRANSLATION_LANGUAGE and self.is_original:
            page, mode = self.english.get_latest_revision_as_object(), ""
            page._original_in_form = self
        return super(PreviewedInBothLanguages, page).make_preview_request(  # type: ignore[misc]
            original_request, mode, extra_request_attrs
        )

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        self._reads_drafts = True
        self.__dict__.pop("_original", None)
        if self._original_in_form is not None:
            self.__dict__["_original"] = self._original_in_form
        request.served_page = self  # type: ignore[attr-defined]
        return super().serve_preview(request, mode_name)  # type: ignore[misc]
