"""The tabs of a practice's form, in the order an editor works."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, TabbedInterface

from base.models import BasePage
from base.panels import (
    FactPanel,
    FactPicturesPanel,
    FactRowsPanel,
    FactsPanel,
    RecordPanel,
    TextRowsPanel,
    page_tabs,
)
from base.widgets import CodeBoxes
from registers.panels import tags_panel

from .vocabularies import FollowsFrom, Offer

STORY = [
    "summary",
    "challenge",
    "objectives",
    "solution",
    "participation",
    "results",
    "what_helped",
    "not_repeated",
    "transferability",
]


def practice_edit_handler() -> TabbedInterface:
    return page_tabs(
        [
            (_("Content"), [*BasePage.content_panels, *[FieldPanel(name) for name in STORY]]),
            (_("Facts"), _facts()),
            (_("Implementation"), _implementation()),
            (_("Media"), _media()),
            (_("Contact"), _contact()),
            (_("Assessment"), _assessment()),
        ]
    )


def _facts() -> list:
    return [
        RecordPanel("practices/admin/state_panel.html", heading=_("State"), icon="info-circle"),
        FactsPanel(
            [
                FactPanel(
                    "city", help_text=_("The city that carried it out; “gorzow” finds Gorzów.")
                ),
                FactPanel("partner_cities"),
                FactPanel("networks", help_text=_("The networks whose theme the practice serves.")),
            ],
            heading=_("Where"),
        ),
        tags_panel(),
        RecordPanel("practices/admin/tag_proposals_panel.html"),
        FactsPanel(
            [
                FieldRowPanel([FactPanel("kind"), FactPanel("stage")]),
                FieldRowPanel([FactPanel("start_year"), FactPanel("start_month")]),
                FieldRowPanel([FactPanel("end_year"), FactPanel("end_month")]),
                FieldRowPanel(
                    [
                        FactPanel(
                            "time_to_launch",
                            help_text=_("From the decision to the day it worked."),
                        ),
                        FactPanel("difficulty", help_text=_("For another city of this size.")),
                    ]
                ),
                FactPanel("follows_from", widget=CodeBoxes(choices=FollowsFrom.choices)),
            ],
            heading=_("What and when"),
        ),
        FactsPanel(
            [
                FieldRowPanel(
                    [
                        FactPanel("total_cost"),
                        FactPanel(
                            "yearly_cost", help_text=_("To keep it going, for example 36000.")
                        ),
                        FactPanel("price_year", help_text=_("For example 2021.")),
                    ]
                )
            ],
            heading=_("Cost"),
        ),
        FieldPanel(
            "cost_scope",
            help_text=_("One or two sentences: “Design, 42 rain gardens and two years of care”."),
        ),
        FactRowsPanel(
            "funding",
            heading=_("Sources of funding"),
            label=_("Source"),
            help_text=_(
                "Together they make up the total cost; one row, “city budget”, "
                "if it paid for everything."
            ),
        ),
        FactRowsPanel("legal_basis", heading=_("Legal basis"), label=_("Act")),
        FactPanel("external_id", help_text=_("Set by imports, which know the record by it.")),
    ]


def _implementation() -> list:
    return [
        TextRowsPanel(
            "steps",
            [
                FieldPanel(
                    "what", help_text=_("For example “Survey of 60 courtyards with residents”.")
                ),
                FieldPanel("unit", help_text=_("For example “Municipal Engineer's Office”.")),
                FactPanel("duration_months"),
            ],
            heading=_("Steps"),
            label=_("Step"),
            help_text=_("At least three, in the order they were taken."),
        ),
        TextRowsPanel(
            "indicators",
            [
                FieldPanel("name", help_text=_("For example “Flooded cellars per year”.")),
                FieldRowPanel([FactPanel("before"), FactPanel("after")]),
                FieldPanel("unit", help_text=_("For example “cellars”, “%”, “minutes”.")),
                FactPanel("year", help_text=_("Of the later figure.")),
                FieldPanel("source", help_text=_("Who counted: “Fire brigade, own data”.")),
            ],
            heading=_("Indicators"),
            label=_("Indicator"),
            help_text=_("At least one figure before and after."),
        ),
        FactPanel("staff_fte", help_text=_("For example 1.5.")),
        FieldPanel("staff_note", help_text=_("Who is needed: “an engineer and a gardener”.")),
        FactRowsPanel(
            "pack",
            heading=_("Implementation pack"),
            label=_("Document"),
            help_text=_("What another city can use as it is: acts, forms, contracts, tables."),
        ),
        FactRowsPanel(
            "related",
            heading=_("Related practices"),
            label=_("Practice"),
            help_text=_("If you choose none, the site shows similar ones."),
        ),
    ]


def _media() -> list:
    return [
        FactPanel("cover", help_text=_("Landscape, at least 1600 pixels wide, with its author.")),
        FactPicturesPanel("gallery", heading=_("Gallery"), label=_("Image")),
        FactPanel("video_url", help_text=_("The film's address; nothing loads before a click.")),
        FactPanel("video_has_captions"),
        FieldPanel("video_transcript"),
    ]


def _contact() -> list:
    return [
        FactPanel(
            "contact",
            help_text=_(
                "Who answers other cities. Readers write through a form; the address and phone "
                "are never on a public page."
            ),
        ),
        FieldPanel("unit"),
        FactPanel("offers", widget=CodeBoxes(choices=Offer.choices)),
    ]


def _assessment() -> list:
    return [
        FactsPanel(
            [FieldRowPanel([FactPanel("expert"), FactPanel("assessed_on")])], heading=_("Expert")
        ),
        FactsPanel(
            [
                FactPanel("score_innovation"),
                FactPanel("score_effectiveness"),
                FactPanel("score_cost_effectiveness"),
                FactPanel("score_strategy_fit"),
                FactPanel("score_applicability"),
            ],
            heading=_("Criteria, 0–4"),
        ),
        FieldPanel("expert_opinion"),
    ]
