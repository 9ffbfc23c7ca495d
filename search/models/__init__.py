"""What the search keeps, in tables of its own: see docs/search.md."""

from .documents import DocumentType, Embedding, SearchDocument, WordVector
from .phrases import AskedWords, PhraseKind, PhraseStart
from .words import Expansion, GlossaryEntry, Word

__all__ = [
    "AskedWords",
    "DocumentType",
    "Embedding",
    "Expansion",
    "GlossaryEntry",
    "PhraseKind",
    "PhraseStart",
    "SearchDocument",
    "Word",
    "WordVector",
]
