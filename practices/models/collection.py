"""Collections: practices chosen and ordered by editors around a question."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, PageChooserPanel
from wagtail.fields import RichTextField
from wagtail.models import Page
from wagtail_localize.fields import TranslatableField

from base.models import BasePage
from base.models.rows import FactRow
from base.panels import FactPanel, FactRowsPanel, RecordPanel, page_tabs


class CollectionIndexPage(BasePage):
    """All collections."""

    structural: ClassVar[bool] = True
    parent_page_types: ClassVar[list[str]] = ["home.HomePage"]
    subpage_types: ClassVar[list[str]] = ["practices.CollectionPage"]

    class Meta:
        verbose_name = _("list of collections")
        verbose_name_plural = _("lists of collections")


class CollectionPage(BasePage):
    """An introduction and an ordered choice of practices, for example “Cities in the heat”."""

    manual: ClassVar[str] = "galeria-film-kolekcja-praktyk-zwykła-strona"
    facts: ClassVar[list[str]] = [*BasePage.facts, "items"]
    required_to_publish: ClassVar[list[str]] = ["lead", "introduction", "items"]
    required_in_english: ClassVar[list[str]] = ["lead", "introduction"]
    parent_page_types: ClassVar[list[str]] = ["practices.CollectionIndexPage"]
    subpage_types: ClassVar[list[str]] = []

    introduction = RichTextField(_("introduction"), blank=True)

    edit_handler = page_tabs(
        [
            (_("Content"), [*BasePage.content_panels, FieldPanel("introduction")]),
            (
                _("Practices"),
                [
                    FactRowsPanel(
                        "items",
                        heading=_("Practices"),
                        label=_("Practice"),
                        help_text=_("In the order readers will see them."),
                    ),
                    RecordPanel("practices/admin/unseen_panel.html"),
                ],
            ),
            (_("Media"), [FactPanel("cover")]),
        ]
    )
    translatable_fields: ClassVar[list] = [
        *BasePage.translatable_fields,
        TranslatableField("introduction"),
    ]

    class Meta:
        verbose_name = _("collection of practices")
        verbose_name_plural = _("collections of practices")


class CollectionItem(FactRow):
    page = ParentalKey(CollectionPage, on_delete=models.CASCADE, related_name="items")
    practice = models.ForeignKey(
        Page, on_delete=models.CASCADE, related_name="+", verbose_name=_("practice")
    )

    panels: ClassVar[list] = [PageChooserPanel("practice", page_type="practices.PracticePage")]

    class Meta(FactRow.Meta):
        verbose_name = _("practice")
        verbose_name_plural = _("practices")
