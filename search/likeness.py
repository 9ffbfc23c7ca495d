"""Which practices are like another: by what they share, the more the rarer it is.

A document keeps the marks it is known by: its tags, and the telling words of its title, lead and
summary. Marks of all practices are in one index, which answers which others have each of them and
how rare it is, so that likeness is always as the documents are now, and nothing is made for pairs.
"""

from __future__ import annotations

import math
from collections import Counter
from functools import lru_cache
from time import monotonic
from typing import TYPE_CHECKING

from django.db import connection

from .analysis import analyse, fold
from .analysis.stopwords import STOP_WORDS

if TYPE_CHECKING:
    from .drafts import Draft

TAG, WORD = "tag:", "word:"
# What a shared mark of the usual rarity counts.
TAG_WEIGHT, WORD_WEIGHT = 3.0, 1.0
# A broader or narrower theme in common, beside what tags say.
THEME_WEIGHT = 1.0
MOST_WORDS = 24
SHORTEST_WORD = 4
# A word in so many documents tells nothing.
TOO_COMMON = 0.05
# The share of its own marks a practice must have in common with one that is like it.
ENOUGH = 0.12
# So many, by their marks, are looked at closely.
CANDIDATES = 50
# Seconds for which the commonest words are remembered.
REMEMBERED = 600


def marks_of(draft: Draft) -> list[str]:
    """What a practice is known by: tags, and words by how often and how rarely they are used."""
    common = common_words(int(monotonic() // REMEMBERED))
    texts = [draft.title["pl"], *[text for text, weight in draft.texts["pl"] if weight == "C"]]
    counted: Counter[str] = Counter()
    for text in texts:
        for token in analyse(text, "pl"):
            if len(token.surface) >= SHORTEST_WORD and fold(token.surface) not in _STOP_WORDS:
                counted[token.terms[0]] += 1
    rarity = {
        term: number * math.log(1 / common.get(term, _RAREST))
        for term, number in counted.items()
        if common.get(term, 0) < TOO_COMMON and not term[0].isdigit()
    }
    words = sorted(rarity, key=lambda term: (-rarity[term], term))[:MOST_WORDS]
    return [
        *(TAG + slug for slug in draft.facets.get("tags", [])),
        *(WORD + term for term in words),
    ]


_STOP_WORDS = frozenset(map(fold, STOP_WORDS["pl"]))
_RAREST = 0.001


@lru_cache(1)
def common_words(_until: int) -> dict[str, float]:
    """The share of documents that has each of the commonest words, as the planner knows it.

    PostgreSQL counts them by itself (ANALYZE); where it has not yet, all words are rare.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT most_common_elems::text::text[], most_common_elem_freqs FROM pg_stats"
            " WHERE schemaname = current_schema() AND tablename = 'search_wordvector'"
            " AND attname = 'vector_pl'"
        )
        found = cursor.fetchone()
    return dict(zip(found[0], found[1], strict=False)) if found and found[0] else {}


def similar_to(page_id: int, *, language: str, limit: int) -> list[int]:
    """The originals most like this one that have a page in the language, by their ids.

    Among equals one of a city as large goes first, then the newest. Whoever shows them asks once
    more what the reader may see.
    """
    asked = {"page": page_id, "languages": [language], "limit": limit}
    with connection.cursor() as cursor:
        cursor.execute(_STATEMENT.format(this=_AS_INDEXED), asked)
        return [pk for (pk,) in cursor.fetchall()]


def similar_to_draft(page_id: int, draft: Draft, *, limit: int) -> list[int]:
    """The originals most like what a page would be as this draft, indexed or not yet."""
    asked = {
        "page": page_id,
        "marks": marks_of(draft),
        "themes": draft.facets.get("themes", []),
        "languages": ["pl"],
        "limit": limit,
    }
    with connection.cursor() as cursor:
        cursor.execute(_STATEMENT.format(this=_AS_DRAFTED), asked)
        return [pk for (pk,) in cursor.fetchall()]


_AMONG = "type = 'practice' AND who = 'public'"
_AMONG_OTHERS = "other.type = 'practice' AND other.who = 'public'"
_AS_INDEXED = "SELECT id, marks, themes, sizes FROM search_searchdocument WHERE page_id = %(page)s"
_AS_DRAFTED = (
    "SELECT coalesce((SELECT id FROM search_searchdocument WHERE page_id = %(page)s), 0) AS id,"
    " %(marks)s::varchar[] AS marks, %(themes)s::varchar[] AS themes,"
    " ARRAY[]::varchar[] AS sizes"
)
_STATEMENT = f"""
    WITH this AS MATERIALIZED ({{this}}),
    hit AS MATERIALIZED (
        SELECT mark, other.id,
            CASE WHEN mark LIKE '{TAG}%%' THEN {TAG_WEIGHT} ELSE {WORD_WEIGHT} END AS weight
        FROM this CROSS JOIN LATERAL unnest(marks) AS mark
        JOIN search_searchdocument AS other ON other.marks @> ARRAY[mark] AND {_AMONG_OTHERS}
    ),
    counted AS (SELECT count(*)::float8 AS everything FROM search_searchdocument WHERE {_AMONG}),
    rarity AS (
        SELECT mark, max(weight) * ln(1 + max(everything) / count(*)) AS rarity
        FROM hit CROSS JOIN counted GROUP BY mark
    ),
    shared AS (
        SELECT hit.id, sum(rarity) / (SELECT sum(rarity) FROM rarity) AS share
        FROM hit JOIN rarity USING (mark)
        WHERE hit.id <> (SELECT id FROM this)
        GROUP BY hit.id
    ),
    best AS MATERIALIZED (
        SELECT id, share FROM shared WHERE share >= {ENOUGH}
        ORDER BY share DESC, id LIMIT {CANDIDATES}
    )
    SELECT other.page_id
    FROM best JOIN search_searchdocument AS other USING (id) CROSS JOIN this
    WHERE other.languages @> %(languages)s::varchar[]
    ORDER BY round((share
            + {THEME_WEIGHT} / 10 * cardinality(
                ARRAY(SELECT unnest(other.themes) INTERSECT SELECT unnest(this.themes))
            ) / greatest(cardinality(this.themes), 1)
        )::numeric, 2) DESC,
        other.sizes && this.sizes DESC, other.date DESC NULLS LAST, other.id
    LIMIT %(limit)s"""
