"""The workbench's places in the admin."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.templatetags.static import static
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.menu import Menu, MenuItem, SubmenuMenuItem
from wagtail.admin.widgets import Button
from wagtail.models import Page
from wagtail.snippets.models import register_snippet

from base.models import BasePage

from . import manual
from .condition.reports import VIEWS
from .translation import views, ways
from .translation.desk import Desk, translation_of
from .translation.segments import changes
from .viewsets import TermViewSet

register_snippet(TermViewSet)
ways.take_over()


@hooks.register("insert_global_admin_css")
def styles() -> SafeString:
    return format_html('<link rel="stylesheet" href="{}">', static("css/admin-workbench.css"))


@hooks.register("register_admin_urls")
def addresses() -> list[Any]:
    reports = [
        path(f"reports/{name}/{part}", view.as_view(results_only=bool(part)), name=address)
        for name, view in VIEWS.items()
        for part, address in (
            ("", view.index_url_name),
            ("results/", view.index_results_url_name),
        )
    ]
    return [
        *reports,
        path("manual/", manual.show_manual, name="manual"),
        path("manual/pictures/<str:name>", manual.show_picture, name="manual_picture"),
        path("translations/", views.BoardView.as_view(), name="workbench_translations"),
        path(
            "translations/results/",
            views.BoardView.as_view(results_only=True),
            name="workbench_translations_list",
        ),
        path(
            "translations/registers/<str:app_label>/<str:model_name>/<str:field>/",
            views.WithoutEnglishView.as_view(),
            name="workbench_without_english",
        ),
        path("translations/<int:page_id>/", views.translate, name="workbench_translate"),
        path("translations/<int:page_id>/changes/", views.show_changes, name="workbench_changes"),
        path(
            "translations/po/<int:translation_id>/", views.download_po, name="workbench_download_po"
        ),
        path(
            "translations/po/<int:translation_id>/upload/",
            views.upload_po,
            name="workbench_upload_po",
        ),
        path(
            "translations/machine/<int:translation_id>/",
            views.translate_by_machine,
            name="workbench_translate_by_machine",
        ),
    ]


class _TranslatorsMenu(SubmenuMenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return views.may_translate(request.user)


class _TermsItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return request.user.has_perm("workbench.view_term")


@hooks.register("construct_main_menu")
def no_second_way_to_the_glossary(request: HttpRequest, menu_items: list[Any]) -> None:
    """Wagtail lists what has no item of its own at the first level; the glossary has one below."""
    menu_items[:] = [item for item in menu_items if item.name != "snippets"]


@hooks.register("register_admin_menu_item")
def translations_menu() -> MenuItem:
    items = [
        MenuItem(
            gettext_lazy("To translate"),
            reverse("workbench_translations"),
            name="board",
            icon_name="tasks",
            order=10,
        ),
        _TermsItem(
            gettext_lazy("Translation glossary"),
            reverse(TermViewSet.model.snippet_viewset.get_url_name("list")),
            name="terms",
            icon_name="openquote",
            order=20,
        ),
    ]
    return _TranslatorsMenu(
        gettext_lazy("Translations"),
        Menu(register_hook_name="register_translations_menu_item", items=items),
        name="translations",
        icon_name="wagtail-localize-language",
        order=455,
    )


class _ReportItem(MenuItem):
    def __init__(self, view: Any, order: int) -> None:
        super().__init__(
            view.page_title,
            reverse(view.index_url_name),
            name=view.index_url_name,
            icon_name=view.header_icon,
            order=order,
        )
        self.view = view

    def is_shown(self, request: HttpRequest) -> bool:
        return self.view.admits(request.user)


def _register_report(view: Any, order: int) -> None:
    hooks.register("register_reports_menu_item", lambda: _ReportItem(view, order))


for order, report in enumerate(VIEWS.values(), 910):
    _register_report(report, order)


@hooks.register("construct_reports_menu")
def one_list_of_translations(request: HttpRequest, menu_items: list[Any]) -> None:
    """wagtail-localize's own report says less than the board."""
    own = reverse("wagtail_localize:translations_report")
    menu_items[:] = [item for item in menu_items if item.url != own]


# Before wagtail-localize's own hook, which would open its editor.
@hooks.register("before_edit_page", order=-1)
def open_the_desk(request: HttpRequest, page: Page) -> HttpResponse | None:
    """An English page is written side by side with its Polish one."""
    if not isinstance(page, BasePage) or page.alias_of_id or page.is_original:
        return None
    if "localize-restart-translation" in request.POST:
        return None
    translation = translation_of(page)
    return Desk.as_view(page=page, translation=translation)(request) if translation else None


@hooks.register("after_publish_page")
def say_what_became_outdated(request: HttpRequest, page: Page) -> None:
    """Said once, by the publication that changed the words; the board keeps it in sight."""
    if not isinstance(page, BasePage) or not page.is_original or page.english is None:
        return
    state = page.state_of_english
    if state is None or not state.outdated or state.polish_changed_at < page.last_published_at:
        return
    number = len(changes(page))
    if not number:
        return
    said = ngettext(
        "The English version is now older than the Polish: %(number)d text to translate.",
        "The English version is now older than the Polish: %(number)d texts to translate.",
        number,
    ) % {"number": number}
    messages.warning(
        request,
        format_html("{}", said),
        buttons=[
            messages.button(
                reverse("workbench_changes", args=[page.pk]), _("See what changed"), False
            )
        ],
    )


# --- The manual -----------------------------------------------------------------------------


@hooks.register("register_help_menu_item")
def manual_item() -> MenuItem:
    return MenuItem(
        gettext_lazy("Editors' manual"), reverse("manual"), name="manual", icon_name="help", order=1
    )


@hooks.register("register_page_header_buttons")
def help_about_this_type(
    page: Page, user: Any, view_name: str, next_url: str | None = None
) -> Iterator[Button]:
    """The section of the manual about pages of this type."""
    section = getattr(page.specific_class, "manual", "")
    if section:
        address = f"{reverse('manual')}#{section}"
        yield Button(_("Help: this type of page"), address, icon_name="help", priority=90)
