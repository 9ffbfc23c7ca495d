"""What published practices lack of what makes them useful elsewhere, asked in SQL."""

from __future__ import annotations

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce
from django.db.models.lookups import LessThan
from django.utils.translation import gettext_lazy as _

from .models import Funding, Indicator, PracticePage, PracticeState, Step
from .models.requirements import LEAST_ROWS
from .models.vocabularies import RecordLevel

# An empty rich text is tags without a word between them.
_WORDLESS = r"^(<[^<>]*>|\s|&nbsp;)*$"


def _rows(model: type) -> QuerySet:
    return model.objects.filter(page=OuterRef("pk"))  # type: ignore[attr-defined]


def _fewer_than(model: type, least: int) -> Q:
    counted = _rows(model).order_by().values("page").annotate(number=Count("pk")).values("number")
    return Q(LessThan(Coalesce(Subquery(counted), 0), least))


# Codes of the filter, their labels, and the condition.
LACKS: dict[str, tuple] = {
    "costs": (_("costs"), lambda: Q(total_cost=None)),
    "funding": (_("sources of funding"), lambda: ~Q(Exists(_rows(Funding)))),
    "steps": (_("three steps"), lambda: _fewer_than(Step, LEAST_ROWS["steps"])),
    "indicators": (_("indicators"), lambda: ~Q(Exists(_rows(Indicator)))),
    "not_repeated": (
        _("what we would not repeat"),
        lambda: Q(not_repeated__regex=_WORDLESS),
    ),
    "contact": (_("contact"), lambda: Q(contact=None)),
    "cover": (_("cover"), lambda: Q(cover=None)),
}


def lacking(pages: QuerySet, what: str) -> QuerySet:
    """The practices of a queryset that lack one of :data:`LACKS`."""
    return pages.filter(LACKS[what][1]())


def by_level() -> list[tuple[RecordLevel, int, dict[str, int]]]:
    """Published originals by record level: how many, and how many lack each thing."""
    states = PracticeState.objects.filter(translation_key=OuterRef("translation_key"))
    pages = PracticePage.objects.originals().filter(live=True)
    level = Coalesce(Subquery(states.values("level")), Value(RecordLevel.FULL))
    counted = (
        pages.annotate(level=level)
        .order_by()
        .values("level")
        .annotate(
            number=Count("pk"),
            **{
                code: Count("pk", filter=condition()) for code, (_label, condition) in LACKS.items()
            },
        )
    )
    rows = {row["level"]: row for row in counted}
    return [
        (each, rows[each]["number"], {code: rows[each][code] for code in LACKS})
        for each in RecordLevel
        if each in rows
    ]
