"""The admin's search with our analysis of words: the backend that WAGTAILSEARCH_BACKENDS names.

What editors type in lists and choosers finds words in any form, with Polish letters or without,
and as they type. See docs/decisions/0018-admin-search.md.
"""

from .backend import SearchBackend
from .index import has_outdated_entries

__all__ = ["SearchBackend", "has_outdated_entries"]
