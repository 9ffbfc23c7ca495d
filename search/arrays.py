"""Arrays of PostgreSQL: from it to NumPy as text, and within a query.

Element by element a driver takes as long for some thousands of them as the statement they are for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from django.contrib.postgres.fields import ArrayField
from django.db.models import Func, OuterRef, TextField

if TYPE_CHECKING:
    from numpy.typing import NDArray


def array_of_outer(column: str) -> Func:
    """In a subquery, an array of the one value that a column of the outer query has."""
    template = "ARRAY[%(expressions)s]"
    return Func(OuterRef(column), template=template, output_field=ArrayField(TextField()))


def from_list(text: str) -> NDArray[np.int64]:
    """The integers of a text that has commas between them."""
    return np.fromstring(text, dtype=np.int64, sep=",")
