"""Meaning: which documents are about what was asked, whatever their words and language.

Title, lead and summary of a document are one vector a language; more passages were tried and found
no more. The vectors of all documents are held in memory, 512 bytes each, and compared one by one: a
few milliseconds at 3,000 documents. They are made in the background, by ``embed_pending``.
"""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

import numpy as np
from django.db.models import Max

from .analysis import LANGUAGES
from .encoder import Encoder, encoder, encoder_class, query_vector
from .models import Embedding, SearchDocument

if TYPE_CHECKING:
    from numpy.typing import NDArray

# Characters of a document that are encoded; later ones changed no ranking.
LONGEST_TEXT = 1_200
# A name alone says nothing that its words do not.
SHORTEST_TEXT = 40
BATCH = 32
# Rows that are turned into numbers of four bytes at a time: 8 MB.
COMPARED = 4_096
OVERLAP = timedelta(minutes=1)
# A document without the words must be as near (nonsense stays below) ...
LEAST_SIMILARITY = 0.3
# ... and stand out among all of them by so many standard deviations; ...
LEAST_DISTINCTION = 3.0
# ... with so large a part of what was asked for, less is enough. At most so many are found.
PART, PART_SIMILARITY, PART_DISTINCTION = 0.3, 0.15, 2.0
NEAREST = 20
# Similarities that count for nothing and for everything; texts of one subject reach 0.6.
NOTHING, EVERYTHING = 0.1, 0.6


@dataclass
class Similarities:
    """How near each document of a type is: ids in ascending order, and whether it has English."""

    ids: NDArray[np.int64]
    similarities: NDArray[np.float32]
    in_english: NDArray[np.bool_]

    def scores(self, ids: NDArray[np.int64]) -> NDArray[np.float64]:
        """Between 0 and 1 for these documents; 0 for those without a vector."""
        near = (self._of(ids, self.similarities, 0.0) - NOTHING) / (EVERYTHING - NOTHING)
        return np.clip(near, 0, 1)

    def has_english(self, ids: NDArray[np.int64]) -> NDArray[np.bool_]:
        """Which of these documents have English, as far as is known."""
        return self._of(ids, self.in_english, True)

    def near(self, ids: NDArray[np.int64], parts: NDArray[np.float64]) -> NDArray[np.int64]:
        """The documents that are found by their meaning.

        ``parts`` is how large a part of what was asked for some documents, ``ids``, have.
        """
        if not len(self.ids):
            return self.ids
        values = self.similarities
        distinction = (values - values.mean()) / max(float(values.std()), 1e-6)
        near = (values >= LEAST_SIMILARITY) & (distinction >= LEAST_DISTINCTION)
        have = np.isin(self.ids, ids[parts >= PART])
        near |= have & (values >= PART_SIMILARITY) & (distinction >= PART_DISTINCTION)
        rows = np.flatnonzero(near)
        return np.sort(self.ids[rows[np.argsort(-values[rows], kind="stable")[:NEAREST]]])

    def _of(self, ids: NDArray[np.int64], values: NDArray, default: Any) -> NDArray:
        if not len(self.ids):
            return np.full(len(ids), default)
        at = np.minimum(np.searchsorted(self.ids, ids), len(self.ids) - 1)
        return np.where(self.ids[at] == ids, values[at], default)


class Vectors:
    """The vectors of all documents in this process; what is new is read before it is asked.

    A number of a vector is one byte; what its length was before is of no matter.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._seen: datetime | None = None
        self._pks = np.empty(0, np.int64)
        self._ids = np.empty(0, np.int64)
        self._types = np.empty(0, "U16")
        self._languages = np.empty(0, "U2")
        self._matrix = np.empty((0, 0), np.int8)
        self._lengths = np.empty(0, np.float32)

    def any(self) -> bool:
        """Whether there are any to compare with."""
        with self._lock:
            self._refresh()
            return bool(len(self._ids))

    def similarities(self, vector: NDArray[np.float32], type: str = "") -> Similarities:
        """The nearer of its languages for each document."""
        with self._lock:
            rows = np.flatnonzero(self._types == type) if type else np.arange(len(self._ids))
            english = self._languages[rows] == "en"
            ids, lengths, matrix = self._ids[rows], self._lengths[rows], self._matrix
        found = np.empty(len(rows), np.float32)
        for start in range(0, len(rows), COMPARED):
            some = slice(start, start + COMPARED)
            found[some] = matrix[rows[some]].astype(np.float32) @ vector / lengths[some]
        unique, place = np.unique(ids, return_inverse=True)
        nearest = np.full(len(unique), -1.0, np.float32)
        np.maximum.at(nearest, place, found)
        in_english = np.isin(unique, ids[english])
        return Similarities(unique, nearest, in_english)

    def _refresh(self) -> None:
        known = encoder_class()
        if known is None:
            return
        made = Embedding.objects.filter(encoder=known.name)
        latest = made.aggregate(Max("made_at"))["made_at__max"]
        if latest == self._seen:
            return
        # What was made earlier may have been committed later.
        new = made if self._seen is None else made.filter(made_at__gte=self._seen - OVERLAP)
        columns = ("pk", "document_id", "document__type", "language", "vector")
        rows = list(new.values_list(*columns))
        self._seen = latest
        if not rows:
            return
        kept = ~np.isin(self._pks, [each[0] for each in rows])
        vectors = np.array([np.frombuffer(each[4], np.int8) for each in rows])
        self._pks = np.append(self._pks[kept], [each[0] for each in rows])
        self._ids = np.append(self._ids[kept], [each[1] for each in rows])
        self._types = np.append(self._types[kept], [each[2] for each in rows])
        self._languages = np.append(self._languages[kept], [each[3] for each in rows])
        self._matrix = np.vstack([self._matrix[kept], vectors]) if kept.any() else vectors
        lengths = np.linalg.norm(vectors.astype(np.float32), axis=1)
        self._lengths = np.append(self._lengths[kept], lengths)


_vectors = Vectors()


def similar(text: str, *, type: str = "") -> Similarities:
    """How near the documents are to what was asked; of none where meaning is switched off."""
    vector = query_vector(text) if _vectors.any() else None
    if vector is None:
        nothing = np.empty(0, np.int64)
        return Similarities(nothing, np.empty(0, np.float32), np.empty(0, np.bool_))
    return _vectors.similarities(vector, type)


def text_of(document: SearchDocument, language: str) -> str:
    """What of a document is encoded."""
    title = document.title_pl if language == "pl" else document.title_en
    text = document.text_pl if language == "pl" else document.text_en
    return f"{title}. {text}"[:LONGEST_TEXT] if title and len(text) >= SHORTEST_TEXT else ""


def embed_pending(documents: Sequence[int] | None = None) -> Iterator[int]:
    """Make the vectors that are missing or out of date, of these documents or of all.

    Yields how many were made so far.
    """
    known = encoder()
    if known is None:
        return
    wanted = SearchDocument.objects.all()
    if documents is not None:
        wanted = wanted.filter(pk__in=documents)
    digests = {
        (document, language): bytes(digest)
        for document, language, digest in Embedding.objects.filter(
            encoder=known.name, document__in=wanted
        ).values_list("document_id", "language", "digest")
    }
    pending: list[tuple[int, str, str, bytes]] = []
    made = 0
    for document in wanted.only("title_pl", "title_en", "text_pl", "text_en").iterator():
        for language in LANGUAGES:
            text = text_of(document, language)
            if not text and (document.pk, language) in digests:
                Embedding.objects.filter(document=document, language=language).delete()
            digest = hashlib.blake2b(text.encode(), digest_size=16).digest()
            if text and digests.get((document.pk, language)) != digest:
                pending.append((document.pk, language, text, digest))
        if len(pending) >= BATCH:
            made += _embed(known, pending)
            pending = []
            yield made
    yield made + _embed(known, pending)


def _embed(known: Encoder, pending: Sequence[tuple[int, str, str, bytes]]) -> int:
    if not pending:
        return 0
    vectors = known.encode([text for _document, _language, text, _digest in pending])
    Embedding.objects.bulk_create(
        [
            Embedding(
                document_id=document,
                language=language,
                encoder=known.name,
                digest=digest,
                vector=np.round(vector / np.abs(vector).max() * 127).astype(np.int8).tobytes(),
            )
            for (document, language, _text, digest), vector in zip(pending, vectors, strict=True)
        ],
        update_conflicts=True,
        unique_fields=["document", "language", "encoder"],
        update_fields=["digest", "vector", "made_at"],
    )
    return len(pending)
