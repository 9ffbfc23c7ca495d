"""How networks are found and chosen in the admin."""

from base.finding import containing
from base.picking import Pickable

from .models import NetworkPage


def _find(query: str):
    originals = NetworkPage.objects.originals().order_by("path")
    return containing(originals, query, "title", "short_name", "theme_name", ordering=("path",))


NETWORKS = Pickable(
    NetworkPage,
    _find,
    label=lambda network: network.short_name or network.title,
    note=lambda network: network.theme_name,
)
