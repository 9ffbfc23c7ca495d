"""What every request meets: hostile input refused, refusals explained, headers set."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import unquote

from django.conf import settings
from django.core.exceptions import SuspiciousOperation, ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.middleware.locale import LocaleMiddleware
from django.urls import reverse
from django.utils import translation
from django.utils.cache import patch_vary_headers
from django.utils.datastructures import MultiValueDictKeyError
from django.utils.html import format_html, format_html_join
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import get_language, get_language_from_path
from django.utils.translation import gettext as _
from wagtail.admin import messages
from wagtail.contrib.redirects.middleware import RedirectMiddleware, get_redirect
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from . import access, tree
from .asking import ADMIN_PREFIX
from .errors import bad_request
from .languages import ORIGINAL_LANGUAGE, original_locale_id
from .problems import is_program
from .refusals import Refusal

GetResponse = Callable[[HttpRequest], HttpResponse]

# Addresses beside the languages: files, programmes, health.
WITHOUT_LANGUAGE = (
    "/api/", "/documents/", "/health/", "/media", "/open-data/", "/static/", "/.well-known/",
)  # fmt: skip
DOCUMENTS_PREFIX = "/documents/"
_ADDING_VIEWS = {"wagtailadmin_pages:add", "wagtailadmin_pages:add_subpage"}
# Tab, newline and carriage return are typed into text fields; nothing else below space is.
_ALLOWED_CONTROLS = {"\t", "\n", "\r"}
_MAX_PARAMETERS = 60
# A program may name many values of every filter at once; see search/api/parameters.py.
_MAX_PARAMETERS_OF_PROGRAMS = 500
_MAX_PARAMETER_LENGTH = 2_000
_MAX_PATH_LENGTH = 1_000


def _has_control_characters(text: str) -> bool:
    return any(
        (ord(character) < 32 and character not in _ALLOWED_CONTROLS) or ord(character) == 127
        for character in text
    )


def _is_not_text(text: str) -> bool:
    """Lone surrogates cannot be stored or shown; they come from bytes that are not UTF-8."""
    return any(0xD800 <= ord(character) <= 0xDFFF for character in text)


class InputGuardMiddleware:
    """Answers 400 to addresses and parameters no reader can have typed, before anything runs."""

    def __init__(self, get_response: GetResponse):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if self._is_hostile(request):
            return bad_request(request)
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """A view has missed a part that every form of ours sends."""
        return bad_request(request) if isinstance(exception, MultiValueDictKeyError) else None

    @staticmethod
    def _is_hostile(request: HttpRequest) -> bool:
        path = unquote(request.get_full_path_info().partition("?")[0])
        if len(path) > _MAX_PATH_LENGTH or _has_control_characters(path):
            return True
        # A quoted cookie may hold any byte as an octal number; sessions are looked up by it.
        if any(_has_control_characters(value) for value in request.COOKIES.values()):
            return True
        if request.path_info.startswith(ADMIN_PREFIX):
            return "\x00" in request.META.get("QUERY_STRING", "") or "%00" in request.META.get(
                "QUERY_STRING", ""
            )
        try:
            pairs = [(name, value) for name, values in request.GET.lists() for value in values]
        except SuspiciousOperation:
            return True
        if len(pairs) > (_MAX_PARAMETERS_OF_PROGRAMS if is_program(request) else _MAX_PARAMETERS):
            return True
        texts = [text for pair in pairs for text in pair]
        if request.method == "POST" and request.content_type in (
            "application/x-www-form-urlencoded",
            "multipart/form-data",
        ):
            try:
                texts += [value for values in request.POST.lists() for value in values[1]]
            except (SuspiciousOperation, UnicodeDecodeError, ValueError):
                return True
        return any(_has_control_characters(text) or _is_not_text(text) for text in texts) or any(
            len(text) > _MAX_PARAMETER_LENGTH for pair in pairs for text in pair
        )


class AdminLanguageMiddleware:
    """The admin is Polish until an editor chooses otherwise, whatever the browser asks for."""

    def __init__(self, get_response: GetResponse):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path_info.startswith(ADMIN_PREFIX):
            translation.activate(ORIGINAL_LANGUAGE)
            request.LANGUAGE_CODE = ORIGINAL_LANGUAGE
        return self.get_response(request)


class LanguageMiddleware(LocaleMiddleware):
    """Leads an address without its language to the one with it, unless it has an answer.

    Django takes any 404 for a forgotten ``/pl/``. One that a view has given (a closed picture, a
    wish for a page that is not there) is the answer, and so is one of an address that has no
    language: both would lead to another 404, and say something by it.
    """

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        answered = getattr(request, "resolver_match", None) is not None
        if response.status_code != 404 or not (
            answered or request.path_info.startswith(WITHOUT_LANGUAGE)
        ):
            return super().process_response(request, response)
        if get_language_from_path(request.path_info) is None:
            patch_vary_headers(response, ("Accept-Language",))
        response.headers.setdefault("Content-Language", get_language() or "")
        return response


class VisibleRedirectMiddleware(RedirectMiddleware):
    """An old address leads to a page only those who may see it: the new address is a name too."""

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        answer = super().process_response(request, response)
        if answer is response:
            return response
        path = Redirect.normalise_path(request.get_full_path(), decode_unicode=False)
        found = get_redirect(request, path) or get_redirect(request, path.partition("?")[0])
        page = found and found.redirect_page
        if page is not None and not access.can_see(page, request.user):
            return response
        return answer


class RefusalMiddleware:
    """Shows a :class:`Refusal` in the admin as messages and leads back to where it was asked."""

    def __init__(self, get_response: GetResponse):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Any, args: Any, kwargs: dict[str, Any]
    ) -> HttpResponse | None:
        """Say why there is nothing to add below an English page; Wagtail itself says only "no"."""
        if request.resolver_match.view_name not in _ADDING_VIEWS or not request.user.has_perm(
            "wagtailadmin.access_admin"
        ):
            return None
        parent = Page.objects.filter(pk=kwargs.get("parent_page_id")).first()
        if parent is None or parent.locale_id == original_locale_id():
            return None
        return self.process_exception(request, tree.polish_first())

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if isinstance(exception, ValidationError) and request.path_info.startswith(ADMIN_PREFIX):
            # One that no form has caught: copying and moving validate when they save.
            exception = Refusal(*exception.messages)
        if not isinstance(exception, Refusal):
            return None
        if not request.path_info.startswith(ADMIN_PREFIX):
            return bad_request(request)
        # The view is left, and with it the language that the person chose for the admin.
        with translation.override(_language_of(request)):
            messages.error(request, *_as_message(exception))
        back = request.META.get("HTTP_REFERER", "")
        if not url_has_allowed_host_and_scheme(back, {request.get_host()}):
            back = reverse("wagtailadmin_home")
        if request.headers.get("X-Requested-With") == "XMLHttpRequest":
            # Wagtail's dialogues follow an address they are given in JSON only.
            return JsonResponse({"step": "success", "redirect": back})
        return HttpResponseRedirect(back)


def _language_of(request: HttpRequest) -> str:
    """The language somebody chose for the admin, else the request's own."""
    profile = getattr(request.user, "wagtail_userprofile", None)
    return (profile and profile.get_preferred_language()) or request.LANGUAGE_CODE


def _as_message(refusal: Refusal) -> tuple[str, list[tuple[str, str, bool]]]:
    """One message with every reason, and a button to the page they are about."""
    reasons = format_html_join("", "<li>{}</li>", ((str(reason),) for reason in refusal.reasons))
    text = format_html("{}<ul>{}</ul>", refusal.heading, reasons)
    page = getattr(refusal, "page", None)
    if page is None or not page.pk:
        return text, []
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    return text, [messages.button(address, _("Complete the page"))]


class ReaderHeadersMiddleware:
    """The admin has its own content security policy; what readers get may be cached shortly.

    A page that shows films may frame their players; no other page may frame anything.
    """

    def __init__(self, get_response: GetResponse):
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if request.path_info.startswith(ADMIN_PREFIX) or getattr(request, "is_preview", False):
            # The page editor shows its previews in frames of its own.
            response.headers["X-Frame-Options"] = "SAMEORIGIN"
            response._csp_replace = settings.ADMIN_CONTENT_SECURITY_POLICY  # type: ignore[attr-defined]
            response.headers.setdefault("Cache-Control", "private, no-store")
        elif getattr(request, "is_private", False):
            response["Cache-Control"] = "private, no-store"
        elif request.path_info.startswith(DOCUMENTS_PREFIX):
            # Kept by caches, but asked for each time: its collection may be closed tomorrow.
            response.headers.setdefault("Cache-Control", "no-cache")
        if players := getattr(request, "players", None):
            response._csp_update = {"frame-src": sorted(players)}  # type: ignore[attr-defined]
        return response
