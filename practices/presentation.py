"""A practice as its page shows it: facts at a glance, the story in its order, charts and files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from base import sections
from base.languages import active_language
from base.pictures import WIDE, credit_line, gallery, picture
from base.rows import rows
from base.text import has_text
from networks.labels import labels_of, network_ids

from .cards import VERIFICATION_LEVELS
from .documents import document_rows
from .models.index import PracticeIndexPage
from .models.vocabularies import CostBand, Difficulty, FollowsFrom, Offer, TimeToLaunch

if TYPE_CHECKING:
    from decimal import Decimal

    from django.http import HttpRequest

    from registers.models import Tag

    from .models import PracticePage

# The order in which a practice is told; the same for every practice, so they can be compared.
STORY = {
    "before": ["challenge", "objectives", "solution", "participation"],
    "after": ["what_helped"],
}


def present(page: PracticePage, request: HttpRequest) -> dict[str, Any]:
    """The context of ``practices/practice_page.html``; every fact is the original's."""
    facts = page.original
    state = facts.state
    list_url = sections.address_of(PracticeIndexPage)
    networks = labels_of(network_ids(facts), request)
    contact = facts.contact
    story = {name: _story(page, names) for name, names in STORY.items()}
    steps, indicators, funding = _steps(page), _indicators(page), _funding(facts)
    documents, gallery, tags = document_rows(facts), _gallery(facts), _tags(facts)
    return {
        "state": state,
        "networks": networks,
        "net": networks[0].net if networks else "c1",
        "cover": picture(facts.cover, WIDE),
        "cover_credit": credit_line(facts.cover),
        "facts": fact_box(page, list_url),
        **story,
        "steps": steps,
        "indicators": indicators,
        "funding": funding,
        "cities": [facts.city] * bool(facts.city) + list(facts.partner_cities.order_by("sort_key")),
        "staff": _("%(fte)s (full-time equivalent)") % {"fte": shortest(facts.staff_fte)}
        if facts.staff_fte is not None
        else "",
        "cost_per_resident": page.cost_per_resident,
        "documents": documents,
        "legal_basis": list(facts.legal_basis.all()),
        "gallery": gallery,
        "tags": _tag_links(tags, list_url),
        # What other practices are near by.
        "themes": _theme_links(tags, list_url),
        "offers": [Offer(offer).label for offer in facts.offers],
        "contact_function": contact.function if contact else "",
        "office_phone": facts.city.office_phone if facts.city else "",
        "ask_url": reverse("practice_ask", args=[facts.translation_key]),
        "pack_url": reverse("practice_pack", args=[facts.translation_key]),
        "missing": [str(item.label) for item in facts.missing_for_full_record()]
        if state.level == "short"
        else [],
        "list_url": list_url,
        "follows_from": [FollowsFrom(item).label for item in facts.follows_from],
        "toc": [
            *[{"id": section["id"], "title": section["title"]} for section in story["before"]],
            *_contents(
                ("steps", _("Steps"), steps),
                ("results", _("Results"), has_text(page.results) or indicators),
                ("costs", _("Costs and funding"), facts.total_cost is not None or funding),
                ("what-helped", _("What helped"), story["after"]),
                ("not-repeated", _("What we would not repeat"), page.says_what_not_to_repeat),
                ("transferability", _("In another city"), has_text(page.transferability)),
                ("pack", _("Implementation pack"), documents),
                ("gallery", _("Gallery"), gallery),
            ),
        ],
    }


def _contents(*sections: tuple[str, str, Any]) -> list[dict[str, str]]:
    """The sections that are there, for the list of what is on this page."""
    return [{"id": name, "title": title} for name, title, present_ in sections if present_]


def _when(year: int | None, month: int | None) -> str:
    return f"{month:02d}.{year}" if year and month else str(year or "")


def fact_box(page: PracticePage, list_url: str) -> list[dict[str, Any]]:
    """What one takes in at a glance; each value leads to the list filtered by it."""
    facts, unknown = page.original, _("no data")
    city, state = facts.city, facts.state
    band = CostBand.of(facts.total_cost)
    cost = (
        _("PLN %(amount)s") % {"amount": number_format(facts.total_cost, 0, force_grouping=True)}
        if facts.total_cost is not None
        else unknown
    )
    per_resident = page.cost_per_resident
    years = _when(facts.start_year, facts.start_month)
    if facts.end_year:
        years = f"{years} – {_when(facts.end_year, facts.end_month)}"
    box = [
        {
            "icon": "map-pin",
            "term": _("City"),
            "value": city.label if city else unknown,
            "url": f"{list_url}?city={city.slug}" if city else "",
            "note": city.get_size_class_display() if city else "",
            "note_url": f"{list_url}?size={city.size_class}" if city and city.size_class else "",
        },
        {
            "icon": "calendar",
            "term": _("Years"),
            "value": years or unknown,
            "url": f"{list_url}?year={facts.start_year}" if facts.start_year else "",
        },
        {
            "icon": "milestone",
            "term": _("Stage"),
            "value": facts.get_stage_display() or unknown,
            "url": f"{list_url}?stage={facts.stage}" if facts.stage else "",
            "note": facts.get_kind_display(),
            "note_url": f"{list_url}?kind={facts.kind}" if facts.kind else "",
        },
        {
            "icon": "wallet",
            "term": _("Total cost"),
            "value": cost,
            "url": f"{list_url}?cost={band}" if band else "",
            "note": _("PLN %(amount)s per resident")
            % {"amount": number_format(per_resident, 2, force_grouping=True)}
            if per_resident is not None
            else "",
        },
        {
            "icon": "timer",
            "term": _("Time to launch"),
            "value": TimeToLaunch(facts.time_to_launch).label if facts.time_to_launch else unknown,
            "url": f"{list_url}?time={facts.time_to_launch}" if facts.time_to_launch else "",
        },
        {
            "icon": "gauge",
            "term": _("Difficulty"),
            "value": Difficulty(facts.difficulty).label if facts.difficulty else unknown,
            "url": f"{list_url}?difficulty={facts.difficulty}" if facts.difficulty else "",
            "level": facts.difficulty,
            "level_max": 3,
        },
        {
            "icon": "badge-check",
            "term": _("Verification"),
            "value": state.get_verification_display(),
            "url": f"{list_url}?verification={state.verification}",
            "level": VERIFICATION_LEVELS.get(state.verification, 1),
            "level_max": 4,
        },
        {
            "icon": "rotate-ccw",
            "term": _("Confirmed by the city"),
            "value": date_format(state.confirmed_on, "j E Y")
            if state.confirmed_on
            else _("not yet"),
            "note": "" if state.is_fresh or not state.confirmed_on else _("over a year ago"),
        },
    ]
    if active_language() == "en":
        row = page.state_of_english
        box.append(
            {"icon": "languages", "term": _("English version"), "value": row.get_state_display()}
        )
    return [{key: str(value) if key == "value" else value for key, value in row.items()}
            for row in box]  # fmt: skip


def _story(page: PracticePage, names: list[str]) -> list[dict[str, Any]]:
    """The sections that have text in the language read; an abstract has none of them."""
    return [
        {"id": name.replace("_", "-"), "title": page.label_of(name), "html": getattr(page, name)}
        for name in names
        if has_text(getattr(page, name))
    ]


def shortest(value: Decimal) -> str:
    """A number without decimals that say nothing: "1,5", not "1,50"."""
    return number_format(value.quantize(1) if value == int(value) else value.normalize())


def months(value: Decimal | None) -> str:
    """ "3 months", "1.5 months"; a fraction has a form of its own in Polish."""
    if value is None:
        return ""
    if value == int(value):
        return ngettext("%(number)d month", "%(number)d months", int(value)) % {"number": value}
    return pgettext("a fraction", "%(number)s months") % {"number": shortest(value)}


def _steps(page: PracticePage) -> list[dict[str, Any]]:
    return [
        {
            "what": row.text.what if row.text else "",
            "unit": row.text.unit if row.text else "",
            "duration": months(row.fact.duration_months),
            "untranslated": row.text is None,
        }
        for row in rows(page, "steps")
    ]


def _indicators(page: PracticePage) -> list[dict[str, Any]]:
    return [
        {
            "name": row.text.name if row.text else "",
            "unit": row.text.unit if row.text else "",
            "source": row.text.source if row.text else "",
            "before": row.fact.before,
            "after": row.fact.after,
            "year": row.fact.year,
            "untranslated": row.text is None,
        }
        for row in rows(page, "indicators")
    ]


def _funding(facts: PracticePage) -> list[dict[str, Any]]:
    return [
        {"label": row.source.label, "amount": row.amount, "url": ""}
        for row in facts.funding.select_related("source")
    ]


def _gallery(facts: PracticePage) -> list[dict[str, Any]]:
    return gallery(row.image for row in facts.gallery.select_related("image"))


def _tags(facts: PracticePage) -> list[Tag]:
    rows = facts.tagged_items.select_related("tag__theme").order_by("tag__sort_key")
    return [row.tag for row in rows]


def _tag_links(tags: list[Tag], list_url: str) -> list[dict[str, Any]]:
    return [
        {"label": tag.label, "url": f"{list_url}?tag={tag.slug}", "lang": tag.label_language}
        for tag in tags
    ]


def _theme_links(tags: list[Tag], list_url: str) -> list[dict[str, Any]]:
    """The themes of the tags, each once, in the order of the tags."""
    themes = {tag.theme_id: tag.theme for tag in tags if tag.theme is not None}
    return [
        {"label": theme.label, "url": f"{list_url}?theme={theme.code}", "icon": theme.icon,
         "net": theme.colour}
        for theme in themes.values()
    ]  # fmt: skip
