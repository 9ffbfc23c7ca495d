"""The tabs of a practice's form, in the order an editor works."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, InlinePanel, ObjectList, TabbedInterface

from base.models import BasePage
from base.panels import FactPanel, FactRowsPanel, FactsPanel

from .vocabularies import FollowsFrom, Offer


def _choices(field: str, vocabulary: type) -> FactPanel:
    return FactPanel(field, widget=forms.CheckboxSelectMultiple(choices=vocabulary.choices))


def practice_edit_handler() -> TabbedInterface:
    return TabbedInterface(
        [
            ObjectList(
                [
                    *BasePage.content_panels,
                    *[
                        FieldPanel(name)
                        for name in (
                            "summary",
                            "challenge",
                            "objectives",
                            "solution",
                            "participation",
                            "results",
                            "what_helped",
                            "not_repeated",
                            "transferability",
                        )
                    ],
                ],
                heading=_("Content"),
            ),
            ObjectList(
                [
                    FactsPanel(
                        [FactPanel("city"), FactPanel("partner_cities"), FactPanel("networks")],
                        heading=_("Where"),
                    ),
                    FactPanel("tags"),
                    FactsPanel(
                        [
                            FactPanel("kind"),
                            FactPanel("stage"),
                            FactPanel("start_year"),
                            FactPanel("start_month"),
                            FactPanel("end_year"),
                            FactPanel("end_month"),
                            FactPanel("time_to_launch"),
                            FactPanel("difficulty"),
                            _choices("follows_from", FollowsFrom),
                        ],
                        heading=_("What and when"),
                    ),
                    FactsPanel(
                        [
                            FactPanel("total_cost"),
                            FactPanel("yearly_cost"),
                            FactPanel("price_year"),
                        ],
                        heading=_("Cost"),
                    ),
                    FieldPanel("cost_scope"),
                    FactRowsPanel("funding", heading=_("Sources of funding"), label=_("Source")),
                    FactRowsPanel("legal_basis", heading=_("Legal basis"), label=_("Act")),
                    FactPanel("external_id"),
                ],
                heading=_("Facts"),
            ),
            ObjectList(
                [
                    InlinePanel("steps", heading=_("Steps"), label=_("Step")),
                    InlinePanel("indicators", heading=_("Indicators"), label=_("Indicator")),
                    FactPanel("staff_fte"),
                    FieldPanel("staff_note"),
                    FactRowsPanel("pack", heading=_("Implementation pack"), label=_("Document")),
                    FactRowsPanel("related", heading=_("Related practices"), label=_("Practice")),
                ],
                heading=_("Implementation"),
            ),
            ObjectList(
                [
                    FactPanel("cover"),
                    FactRowsPanel("gallery", heading=_("Gallery"), label=_("Image")),
                    FactPanel("video_url"),
                    FieldPanel("video_transcript"),
                ],
                heading=_("Media"),
            ),
            ObjectList(
                [
                    FactPanel("contact"),
                    FieldPanel("unit"),
                    _choices("offers", Offer),
                ],
                heading=_("Contact"),
            ),
            ObjectList(
                [
                    FactPanel("expert"),
                    FactPanel("assessed_on"),
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
                ],
                heading=_("Assessment"),
            ),
            ObjectList(BasePage.promote_panels, heading=_("Address")),
        ]
    )
