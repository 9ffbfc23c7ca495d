"""The word analysis of the search: one reading of words for index, queries and highlights.

Knows Polish and English, and neither Django nor the database. docs/word-analysis.md explains the
decisions and has the figures.
"""

from .folding import fold
from .highlighting import highlight, snippet
from .literals import tsvector_literal
from .matching import matches
from .polish import polish_analyser
from .query import LONGEST_QUERY, MOST_WORDS, Addition, Clause, Query, Term, parse_query
from .terms import LANGUAGES, Language, Token, analyse, word_terms, words_of

__all__ = [
    "LANGUAGES",
    "LONGEST_QUERY",
    "MOST_WORDS",
    "Addition",
    "Clause",
    "Language",
    "Query",
    "Term",
    "Token",
    "analyse",
    "fold",
    "highlight",
    "matches",
    "parse_query",
    "polish_analyser",
    "snippet",
    "tsvector_literal",
    "word_terms",
    "words_of",
]
