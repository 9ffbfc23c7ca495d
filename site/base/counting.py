"""How many records a list of the admin has.

Wagtail puts the number before the model's plural, and Polish declines it: 2 miasta, but 5 miast.
"""

from typing import Any

from django.utils.formats import number_format
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from wagtail.admin.paginator import WagtailPaginator


def _items_count_label(paginator: Any) -> str:
    return _("In total: %(number)s") % {
        "number": number_format(paginator.count, force_grouping=True)
    }


def apply() -> None:
    label = cached_property(_items_count_label)
    label.__set_name__(WagtailPaginator, "items_count_label")
    WagtailPaginator.items_count_label = label
