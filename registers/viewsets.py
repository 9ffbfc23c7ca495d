"""The registers in the admin: what their lists show, and their forms, Polish beside English."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.formats import number_format
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import Menu, SubmenuMenuItem
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    PageChooserPanel,
    TabbedInterface,
)
from wagtail.admin.ui.tables import BooleanColumn, Column
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from base.columns import DayColumn
from base.icons import IconInput
from base.panels import FactPicturesPanel
from base.snippets import RegisterIndexView, RegisterViewSet
from base.widgets import CodeBoxes

from . import finding
from .admin_forms import CityForm, TagForm, ThemeForm
from .curation.list_views import (
    TagDeleteView,
    TagEditView,
    TagIndexView,
    ThemeIndexView,
    ThemeReorderView,
)
from .filters import CityFilterSet, PersonFilterSet, TagFilterSet
from .models import City, FundingSource, Person, Tag, Theme
from .models.vocabularies import CityFunction
from .panels import ThemeUsesPanel
from .tag_uses import with_tags_and_pages, with_uses


def _population(city: City) -> str:
    return number_format(city.population, force_grouping=True) if city.population else ""


def _membership(city: City) -> str:
    return {True: str(_("yes")), False: str(_("no")), None: ""}[city.zmp_member]


class CityViewSet(RegisterViewSet):
    model = City
    pickable = finding.CITIES
    icon = "home"
    menu_label = _("Cities")
    chooser_columns = [
        Column("voivodeship", label=_("Voivodeship"), accessor="get_voivodeship_display"),
        Column("teryt", label=_("TERYT"), width="20%"),
    ]
    list_display = [
        "name_pl",
        Column(
            "voivodeship",
            label=_("Voivodeship"),
            accessor="get_voivodeship_display",
            sort_key="voivodeship",
        ),
        Column("county", label=_("County"), sort_key="county"),
        Column("kind", label=_("Kind"), accessor="get_kind_display", sort_key="kind"),
        Column("population", label=_("Population"), accessor=_population, sort_key="population"),
        Column("teryt", label=_("TERYT"), sort_key="teryt"),
        Column("zmp_member", label=_("ZMP member"), accessor=_membership, sort_key="zmp_member"),
    ]
    filterset_class = CityFilterSet
    list_export = ["teryt", "name_pl", "name_en", "voivodeship", "county", "kind", "population"]
    edit_handler = TabbedInterface(
        [
            ObjectList(
                [
                    FieldRowPanel([FieldPanel("name_pl"), FieldPanel("name_en")]),
                    FieldRowPanel([FieldPanel("adjective"), FieldPanel("slug")]),
                    FieldRowPanel([FieldPanel("teryt"), FieldPanel("voivodeship")]),
                    FieldRowPanel([FieldPanel("county"), FieldPanel("kind")]),
                    MultiFieldPanel(
                        [
                            FieldRowPanel(
                                [FieldPanel("population"), FieldPanel("population_year")]
                            ),
                            FieldPanel("population_source"),
                        ],
                        heading=_("Residents"),
                    ),
                    FieldPanel("functions", widget=CodeBoxes(choices=CityFunction.choices)),
                    FieldRowPanel([FieldPanel("latitude"), FieldPanel("longitude")]),
                    FieldPanel("zmp_member"),
                    FieldPanel("give_back"),
                ],
                heading=_("Register"),
            ),
            ObjectList(
                [
                    FieldPanel("description_pl"),
                    FieldPanel("description_en"),
                    FieldPanel("coat_of_arms"),
                    FactPicturesPanel("gallery", heading=_("Gallery"), label=_("Image")),
                ],
                heading=_("City's page"),
            ),
            ObjectList(
                [
                    FieldRowPanel([FieldPanel("website"), FieldPanel("office_phone")]),
                    FieldPanel("email_domains"),
                    InlinePanel(
                        "programme_statuses",
                        [
                            PageChooserPanel("programme", page_type="networks.ProgrammePage"),
                            FieldPanel("status"),
                        ],
                        heading=_("Programmes"),
                        label=_("Programme"),
                    ),
                ],
                heading=_("City hall and programmes"),
            ),
        ],
        base_form_class=CityForm,
    )


class ThemeViewSet(RegisterViewSet):
    model = Theme
    pickable = finding.THEMES
    index_view_class = ThemeIndexView
    icon = "folder-open-inverse"
    menu_label = _("Themes")
    chooser_columns = [Column("parent", label=_("Broader theme"))]
    list_display = [
        "name_pl",
        Column("name_en", label=_("In English"), sort_key="name_en"),
        Column("parent", label=_("Broader theme"), sort_key="parent"),
        Column("tags", label=_("Tags"), accessor="tag_number", sort_key="tag_number"),
        Column("pages", label=_("Pages"), accessor="page_number", sort_key="page_number"),
        Column("colour", label=_("Colour"), accessor="get_colour_display"),
        Column("icon", label=_("Icon")),
        Column("order", label=_("Order"), sort_key="order"),
    ]
    sort_order_field = "order"
    reorder_view_class = ThemeReorderView
    edit_handler = ObjectList(
        [
            FieldRowPanel([FieldPanel("name_pl"), FieldPanel("name_en")]),
            FieldRowPanel([FieldPanel("slug_pl"), FieldPanel("slug_en")]),
            FieldPanel("description_pl"),
            FieldPanel("description_en"),
            FieldRowPanel([FieldPanel("parent"), FieldPanel("order")]),
            FieldRowPanel([FieldPanel("colour"), FieldPanel("icon", widget=IconInput())]),
            FieldPanel("code"),
            ThemeUsesPanel(heading=_("Where it is used")),
        ],
        base_form_class=ThemeForm,
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Theme]:
        return with_tags_and_pages(Theme.objects.select_related("parent"))


class TagViewSet(RegisterViewSet):
    model = Tag
    pickable = finding.TAGS
    index_view_class = TagIndexView
    edit_view_class = TagEditView
    delete_view_class = TagDeleteView
    delete_template_name = "registers/admin/delete_tag.html"
    icon = "tag"
    menu_label = _("Tags")
    list_display = [
        "name",
        Column("name_en", label=_("In English"), sort_key="name_en"),
        Column("theme", label=_("Theme"), sort_key="theme__name_pl"),
        Column("uses", label=_("Uses"), sort_key="uses", width="8%"),
        Column(
            "synonyms",
            label=_("Synonyms"),
            accessor=lambda tag: ", ".join(tag.synonyms_pl),
            width="35%",
        ),
    ]
    filterset_class = TagFilterSet
    edit_handler = ObjectList(
        [
            FieldRowPanel([FieldPanel("name", heading=_("Name in Polish")), FieldPanel("name_en")]),
            FieldPanel("theme"),
            FieldRowPanel(
                [
                    FieldPanel("synonyms_pl"),
                    FieldPanel(
                        "synonyms_en", help_text=_("Separated by commas: “solar power, PV”.")
                    ),
                ]
            ),
            FieldPanel(
                "slug",
                heading=_("Address"),
                help_text=_("Used in filter addresses. When it changes, the old one leads here."),
            ),
            FieldPanel("keep_name"),
        ],
        base_form_class=TagForm,
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Tag]:
        return with_uses(Tag.objects.select_related("theme"))


class PersonViewSet(RegisterViewSet):
    model = Person
    pickable = finding.PEOPLE
    icon = "user"
    menu_label = _("People")
    chooser_columns = [
        Column("function", label=_("Function"), accessor="function_pl"),
        Column("organisation", label=_("City or organisation")),
    ]
    list_display = [
        "name",
        Column("kind", label=_("Kind"), accessor="get_kind_display", sort_key="kind"),
        Column("function", label=_("Function"), accessor="function_pl"),
        Column("organisation", label=_("City or organisation")),
        BooleanColumn("is_public", label=_("Public"), sort_key="is_public"),
        DayColumn("active_to", label=_("Active to"), sort_key="active_to"),
    ]
    filterset_class = PersonFilterSet
    edit_handler = TabbedInterface(
        [
            ObjectList(
                [
                    FieldRowPanel([FieldPanel("name"), FieldPanel("kind")]),
                    FieldRowPanel([FieldPanel("function_pl"), FieldPanel("function_en")]),
                    FieldPanel("city"),
                    FieldPanel("municipal_unit"),
                    FieldRowPanel([FieldPanel("organisation_pl"), FieldPanel("organisation_en")]),
                    FieldPanel("themes"),
                    FieldRowPanel([FieldPanel("bio_pl"), FieldPanel("bio_en")]),
                    FieldPanel("photo"),
                ],
                heading=_("Person"),
            ),
            ObjectList(
                [
                    FieldRowPanel([FieldPanel("email"), FieldPanel("phone")]),
                    FieldPanel("languages"),
                    FieldPanel("user"),
                    FieldRowPanel([FieldPanel("active_from"), FieldPanel("active_to")]),
                    FieldPanel("successor", help_text=_("Who answers when this person has left.")),
                ],
                heading=_("Contact"),
            ),
            ObjectList(
                [
                    FieldPanel(
                        "is_public",
                        help_text=_(
                            "Name, function, photo and biography; never the e-mail or phone."
                        ),
                    ),
                    FieldRowPanel([FieldPanel("consent_on"), FieldPanel("consent_source")]),
                ],
                heading=_("Consent"),
            ),
        ]
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Person]:
        return Person.objects.select_related("city")


class FundingSourceIndexView(RegisterIndexView):
    name_sort_key = "name_pl"
    default_ordering = ["order", "code"]


class FundingSourceViewSet(RegisterViewSet):
    model = FundingSource
    pickable = finding.SOURCES
    index_view_class = FundingSourceIndexView
    icon = "table"
    menu_label = _("Funding sources")
    list_display = [
        "name_pl",
        Column("name_en", label=_("In English"), sort_key="name_en"),
        Column("code", label=_("Code"), sort_key="code"),
        Column("order", label=_("Order"), sort_key="order"),
    ]
    edit_handler = ObjectList(
        [
            FieldRowPanel([FieldPanel("name_pl"), FieldPanel("name_en")]),
            FieldRowPanel(
                [
                    FieldPanel("code", help_text=_("Stable, used by imports: “eea-norway”.")),
                    FieldPanel("order", help_text=_("Smaller numbers come first.")),
                ]
            ),
        ]
    )


class RegistersGroup(SnippetViewSetGroup):
    menu_label = _("Registers")
    menu_icon = "list-ul"
    menu_order = 460
    items: Any = (CityViewSet, ThemeViewSet, TagViewSet, PersonViewSet, FundingSourceViewSet)

    def get_menu_item(self, order: int | None = None) -> SubmenuMenuItem:
        """The registers, and what higher rooms add by the hook to keep them in order."""
        item = super().get_menu_item(order)
        item.menu = Menu("register_registers_menu_item", items=self.get_submenu_items())
        return item
