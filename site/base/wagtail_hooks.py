"""The admin: who sees a page, what is refused and why, and choosing several records."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404
from django.templatetags.static import static
from django.urls import path, reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.chooser import ChooserViewSet
from wagtail.admin.widgets import Button
from wagtail.log_actions import LogFormatter
from wagtail.models import Page, Site
from wagtail.sites.views import IndexView as SiteList
from wagtail.snippets.models import register_snippet

from . import access, admin_views, media, picking, schedule, several_pictures, stale
from .languages import original_locale_id
from .models import Audience, BasePage, CustomImage
from .models.records import Who
from .old_addresses import views as old_addresses
from .refusals import Refusal
from .rich_text import VisiblePageLinkHandler
from .telling import said_together, told
from .text import quoted
from .viewsets import CollectionAudienceViewSet

register_snippet(CollectionAudienceViewSet)

# Wagtail 7.4 heads these columns with the fields' names in the code.
for column in SiteList.columns:
    if column.name in ("site_name", "root_page"):
        column.label = Site._meta.get_field(column.name).verbose_name

# And words these once, in the language in which the site starts.
ChooserViewSet.search_tab_label = gettext_lazy("Search")
ChooserViewSet.create_action_label = gettext_lazy("Create")


@hooks.register("register_admin_urls")
def base_urls() -> list[Any]:
    return [
        path("pages/<int:page_id>/audience/", admin_views.edit_audience, name="page_audience"),
        path("pick/<str:app_label>/<str:model_name>/", picking.options, name="pick_options"),
        *old_addresses.URLS,
    ]


class OldAddressesMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return old_addresses.may_lead(request.user)


@hooks.register("register_settings_menu_item")
def old_addresses_item() -> OldAddressesMenuItem:
    """Beside Wagtail's redirects, whose own import does not say what matches nothing."""
    return OldAddressesMenuItem(
        gettext_lazy("Old addresses"), reverse("old_addresses"), icon_name="redirect", order=810
    )


@hooks.register("register_admin_urls", order=-1)
def pictures_before_wagtail() -> list[Any]:
    """What is asked of several pictures at once, at the addresses Wagtail links to."""
    return several_pictures.urlpatterns


@hooks.register("insert_global_admin_css")
def admin_styles() -> SafeString:
    return format_html('<link rel="stylesheet" href="{}">', static("css/admin.css"))


@hooks.register("register_log_actions")
def base_log_actions(actions: Any) -> None:
    @actions.register_action(admin_views.AUDIENCE_CHANGED)
    class AudienceChanged(LogFormatter):
        label = gettext_lazy("Change who can see it")

        def format_message(self, log_entry: Any) -> str:
            return _("Visible to: %(who)s") % {"who": Who(log_entry.data["who"]).label}

    @actions.register_action(schedule.MISSED)
    class ScheduleMissed(LogFormatter):
        label = gettext_lazy("Scheduled publication refused")

        def format_message(self, log_entry: Any) -> str:
            return _("Not published at the scheduled time: %(reasons)s") % {
                "reasons": said_together([told(each) for each in log_entry.data["reasons"]], "; ")
            }


@hooks.register("before_bulk_action")
def refuse_bulk_publication(
    request: HttpRequest, action_type: str, objects: list[Any], action: Any
) -> None:
    """Say of every chosen page what it lacks, before the first of them is published."""
    if action_type != "publish":
        return
    refused = []
    for page in objects:
        latest = page.specific.get_latest_revision_as_object()
        if isinstance(latest, BasePage) and (missing := latest.missing_for_publication()):
            lacks = " ".join(str(item) for item in missing)
            refused.append(f"{quoted(latest.get_admin_display_title())} – {lacks}")
    if refused:
        raise Refusal(*refused)


@hooks.register("before_edit_page")
def save_no_button_of_a_workflow(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Wagtail 7.4 saves by itself what a workflow's button has just put into the form: a second
    approval, which fails where the first has come before it and is one too many where not.
    """
    if "action-workflow-action" in request.POST and not request.accepts("text/html"):
        return JsonResponse({"success": False, "error_code": "workflow_action"}, status=400)
    return None


@hooks.register("insert_editor_js")
def mend_forms() -> SafeString:
    names = ("autosave", "keep-file", "chooser-focus")
    scripts = [(static(f"js/{name}.js"),) for name in names]
    return format_html_join("", '<script src="{}" type="module"></script>', scripts)


@hooks.register("before_edit_page", order=1)
def stop_a_stale_save(request: HttpRequest, page: Page) -> HttpResponse | None:
    return stale.show_both_versions(request, page)


@hooks.register("before_move_page")
def show_no_move_to_others(request: HttpRequest, page: Page, destination: Page) -> None:
    """Wagtail 7.4 shows what a move would do, titles included, before it asks for the right."""
    if not page.permissions_for_user(request.user).can_move():
        raise PermissionDenied
    get_object_or_404(access.listed(Page.objects.all(), request.user), pk=destination.pk)


@hooks.register("before_serve_document")
def check_closed_document(document: Any, request: HttpRequest) -> None:
    media.check_document(document, request)


@hooks.register("after_bulk_action")
def put_pictures_right(
    request: HttpRequest, action_type: str, objects: list[Any], action: Any
) -> None:
    """Adding pictures to a collection in bulk saves none of them."""
    if action_type == "add_to_collection":
        media.put_right([each for each in objects if isinstance(each, CustomImage)])


@hooks.register("construct_settings_menu")
def no_third_language(request: HttpRequest, menu_items: list[Any]) -> None:
    """The two languages stand in the code; one more or one less would break the site."""
    menu_items[:] = [item for item in menu_items if item.url != reverse("wagtaillocales:index")]


@hooks.register("construct_help_menu")
def no_handbook_in_english(request: HttpRequest, menu_items: list[Any]) -> None:
    """Wagtail's news and guide are in English and about Wagtail; ours is docs/editors.md."""
    foreign = ("whats-new-in-wagtail", "editor-guide")
    menu_items[:] = [item for item in menu_items if not item.name.startswith(foreign)]


@hooks.register("construct_page_action_menu")
def no_alias_of_the_polish_page(menu_items: list[Any], request: HttpRequest, context: Any) -> None:
    """An English page is never an alias of its Polish one; the offer would only be refused."""
    menu_items[:] = [item for item in menu_items if item.name != "localize-convert-to-alias"]


@hooks.register("register_page_header_buttons")
def audience_button(page: Page, user: Any, view_name: str, next_url: str | None = None) -> Any:
    specific = page.specific_class
    if specific is None or not issubclass(specific, BasePage):
        return
    is_original = page.locale_id == original_locale_id() and not page.alias_of_id
    if is_original and page.permissions_for_user(user).can_publish():
        row = Audience.objects.filter(translation_key=page.translation_key).first()
        yield Button(
            _("Who can see it: %(who)s") % {"who": row.get_who_display() if row else _("nobody")},
            reverse("page_audience", args=[page.pk]),
            icon_name="view",
            priority=45,
        )


@hooks.register("register_rich_text_features", order=100)
def links_to_what_is_visible(features: Any) -> None:
    features.register_link_type(VisiblePageLinkHandler)
