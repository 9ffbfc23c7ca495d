"""What pages with tags have in common."""

from __future__ import annotations

from typing import Any


class BearsTags:
    """A page type with a ``tags`` field whose rows are ``tagged_items``.

    Its older versions name tags by their ids. One that names a tag merged since is read with the
    tag it was merged into, wherever it is opened, compared, restored or published.
    """

    @classmethod
    def from_serializable_data(cls, data: dict[str, Any], *args: Any, **kwargs: Any) -> Any:
        from ..curation.retired import with_living_tags

        if rows := data.get("tagged_items"):
            data = {**data, "tagged_items": with_living_tags(rows)}
        return super().from_serializable_data(data, *args, **kwargs)  # type: ignore[misc]
