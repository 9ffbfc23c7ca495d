"""Valid objects with no arguments: what a test does not care about is made up here.

Pages are made below the frame of the site (the fixture ``site_tree``), complete and published
unless told otherwise. Work that waits for a commit (documents, language states of structure)
waits here too: see the fixture ``commit``.
"""

from .english_pages import english, english_text, english_way_to
from .every_type import INDEX_TYPES, PAGE_FACTORIES, PAGE_TYPES, page_of
from .exchange import meeting, product
from .files import closed_collection, document, image, png
from .home import declaration, plain_page
from .networks import network, programme, some_network, translated_network
from .news import article, gallery
from .numbers import number
from .pages import SUMMARY, draft, index
from .practices import archival_practice, collection, practice
from .registers import city, funding_source, person, tag, theme
from .users import administrator, editor, permit, user

__all__ = [
    "INDEX_TYPES",
    "PAGE_FACTORIES",
    "PAGE_TYPES",
    "SUMMARY",
    "administrator",
    "archival_practice",
    "article",
    "city",
    "closed_collection",
    "collection",
    "declaration",
    "document",
    "draft",
    "editor",
    "english",
    "english_text",
    "english_way_to",
    "funding_source",
    "gallery",
    "image",
    "index",
    "meeting",
    "network",
    "number",
    "page_of",
    "permit",
    "person",
    "plain_page",
    "png",
    "practice",
    "product",
    "programme",
    "some_network",
    "tag",
    "theme",
    "translated_network",
    "user",
]
