"""Whose files a collection holds, in the admin's settings."""

from __future__ import annotations

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, HelpPanel, ObjectList
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.snippets import SnippetViewSet

from .models import CollectionAudience


class CollectionAudienceViewSet(SnippetViewSet):
    model = CollectionAudience
    icon = "view"
    menu_label = _("Who can see collections")
    menu_order = 650
    add_to_settings_menu = True
    copy_view_enabled = False
    list_display = [
        "collection",
        Column("who", label=_("Visible to"), accessor="get_who_display"),
    ]
    edit_handler = ObjectList(
        [
            HelpPanel(
                content=_(
                    "A collection not listed here follows its parent; the top "
                    "one is open to everyone. Images and files from a closed "
                    "collection can be used only on pages with the same "
                    "audience."
                )
            ),
            FieldPanel("collection"),
            FieldPanel("who"),
        ]
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[CollectionAudience]:
        return CollectionAudience.objects.select_related("collection")
