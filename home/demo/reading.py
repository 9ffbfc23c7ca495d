"""The data files of the demo content, as Python reads them."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from django.utils import timezone

CONTENT = Path(__file__).parent / "content"
ILLUSTRATIONS = Path(__file__).parent / "illustrations"


class _Loader(yaml.SafeLoader):
    """YAML whose fractions are exact decimals: 1.1 months is no binary float."""


_Loader.add_constructor(
    "tag:yaml.org,2002:float", lambda loader, node: Decimal(loader.construct_scalar(node))
)


def _parse(path: Path) -> Any:
    return yaml.load(path.read_text(encoding="utf-8"), Loader=_Loader)


@cache
def read(name: str) -> Any:
    """A data file below ``content/``; empty where it is not there."""
    path = CONTENT / name
    return _parse(path) if path.exists() else []


def read_folder(name: str) -> list[dict[str, Any]]:
    """Every data file of a folder, in the order of their names."""
    return [_parse(path) for path in sorted((CONTENT / name).glob("*.yaml"))]


def moment(value: Any) -> datetime | None:
    """A date-time of a data file; without an offset it is Warsaw's."""
    if not value:
        return None
    parsed = value if isinstance(value, datetime) else datetime.fromisoformat(str(value))
    return parsed if timezone.is_aware(parsed) else timezone.make_aware(parsed)
