"""What makes names and codes unique."""

from __future__ import annotations

import itertools

_numbers = itertools.count(1)


def number() -> int:
    """A number no other object of the run has; names and codes are made unique with it."""
    return next(_numbers)
