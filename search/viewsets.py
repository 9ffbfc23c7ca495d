"""The search's glossary in the admin."""

from __future__ import annotations

from typing import Any

from django.db.models import F, Func, QuerySet, TextField, Value
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, HelpPanel, ObjectList
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.snippets import CreateView

from base.finding import containing
from base.picking import Pickable
from base.snippets import RegisterIndexView, RegisterViewSet

from .models import GlossaryEntry


def _find(query: str) -> QuerySet[GlossaryEntry]:
    def joined(name: str) -> Func:
        return Func(F(name), Value(" "), function="ARRAY_TO_STRING", output_field=TextField())

    entries = GlossaryEntry.objects.annotate(all_words=joined("words"), more=joined("narrower"))
    return containing(entries, query, "all_words", "more", "note")


class GlossaryIndexView(RegisterIndexView):
    name_sort_key = "words"

    @property
    def columns(self) -> list[Column]:
        columns = super().columns
        columns[1].label = _("Words that mean the same")
        return columns


class GlossaryCreateView(CreateView):
    """The form of a new entry, begun with the words of a search that found nothing."""

    def get_initial_form_instance(self) -> GlossaryEntry:
        instance = super().get_initial_form_instance() or GlossaryEntry()
        instance.words = [words[:100] for words in self.request.GET.getlist("words")[:5] if words]
        return instance


class GlossaryViewSet(RegisterViewSet):
    model = GlossaryEntry
    pickable: Any = Pickable(GlossaryEntry, _find)
    index_view_class = GlossaryIndexView
    add_view_class = GlossaryCreateView
    icon = "search"
    menu_label = _("Search synonyms")
    menu_order = 470
    add_to_admin_menu = True
    list_display = [
        "__str__",
        Column(
            "narrower",
            label=_("Also finds"),
            accessor=lambda entry: ", ".join(entry.narrower),
            width="45%",
        ),
        Column("note", label=_("Note")),
    ]
    edit_handler = ObjectList(
        [
            HelpPanel(
                content=_(
                    "Searching for one of these words also finds the others. "
                    "Tags and their synonyms need no entry here: the search "
                    "already knows them."
                )
            ),
            FieldPanel("words"),
            FieldPanel("narrower"),
            FieldPanel("note"),
        ]
    )
