"""Links in rich text: to the reader's language, and plain text where the reader may not go."""

from __future__ import annotations

from wagtail.models import Page
from wagtail.rich_text.pages import PageLinkHandler

from . import access


class VisiblePageLinkHandler(PageLinkHandler):
    """A link to a page that is not public renders as the words alone.

    Decided for the public, not for the reader: a public page is the same for everyone.
    """

    @classmethod
    def expand_db_attributes_many(cls, attrs_list: list[dict]) -> list[str]:
        ids = [attrs["id"] for attrs in attrs_list if str(attrs.get("id", "")).isdecimal()]
        public = access.visible(Page.objects.filter(pk__in=ids), access.ANONYMOUS)
        from .listing import entries

        addresses = {}
        for page in public.specific():
            original = getattr(page, "original", None)
            addresses[str(page.pk)] = entries([original])[0].address if original else page.url
        return [
            f'<a href="{addresses[str(attrs.get("id"))]}">'
            if addresses.get(str(attrs.get("id")))
            else "<a>"
            for attrs in attrs_list
        ]

    @classmethod
    def expand_db_attributes(cls, attrs: dict) -> str:
        return cls.expand_db_attributes_many([attrs])[0]
