"""The glossary of translators in the admin."""

from __future__ import annotations

from typing import Any

from django.db.models import F, Func, QuerySet, TextField, Value
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, HelpPanel, ObjectList
from wagtail.admin.ui.tables import Column

from base.finding import containing
from base.picking import Pickable
from base.snippets import RegisterViewSet

from .models import Term


def _find(query: str) -> QuerySet[Term]:
    joined = Func(F("avoided"), Value(" "), function="ARRAY_TO_STRING", output_field=TextField())
    terms = Term.objects.annotate(variants=joined)
    return containing(terms, query, "polish", "english", "variants", "note")


class TermViewSet(RegisterViewSet):
    model = Term
    pickable: Any = Pickable(Term, _find)
    icon = "openquote"
    menu_label = _("Translation glossary")
    menu_name = "terms"
    menu_order = 490
    add_to_admin_menu = False
    list_display = [
        "polish",
        Column("english", label=_("In English"), sort_key="english"),
        Column("avoided", label=_("Not to be used"), accessor=lambda each: ", ".join(each.avoided)),
        Column("note", label=_("Note"), width="35%"),
    ]
    list_export = ["polish", "english", "avoided", "note"]
    edit_handler = ObjectList(
        [
            HelpPanel(
                content=_(
                    "Shown to translators beside every sentence with the "
                    "Polish term, in any of its forms; publishing warns where "
                    "the English differs from it."
                )
            ),
            FieldRowPanel([FieldPanel("polish"), FieldPanel("english")]),
            FieldPanel("avoided"),
            FieldPanel("note"),
        ]
    )
