"""How practices are found and chosen in the admin."""

from base.finding import containing
from base.picking import Pickable

from .models import PracticePage


def _find(query: str):
    originals = PracticePage.objects.originals().select_related("city").order_by("title")
    return containing(originals, query, "title", "city__name_pl", ordering=("title",))


PRACTICES = Pickable(
    PracticePage,
    _find,
    label=lambda practice: practice.title,
    note=lambda practice: practice.city.name_pl if practice.city else "",
)
