"""What is asked of the admin's index: the library's backend with finished literals."""

from __future__ import annotations

from typing import Any

from django.contrib.postgres.search import SearchQuery, SearchRank
from django.db.models import F
from modelsearch.backends.database.postgres.postgres import (
    PostgresAutocompleteQueryCompiler,
    PostgresSearchBackend,
    PostgresSearchQueryCompiler,
)
from modelsearch.query import And, Boost, Not, Or, Phrase, PlainText

from ..analysis.literals import all_of, any_of
from .index import Index
from .literals import tsquery

# A short name that is met goes before a long one: PostgreSQL divides by the logarithm of lengths.
BY_LENGTH = 1


class Literal(SearchQuery):
    """A finished query; no configuration of PostgreSQL's reads it."""

    def as_sql(self, compiler: Any, connection: Any, **_kwargs: Any) -> tuple[str, list[Any]]:
        sql, params = compiler.compile(self.source_expressions[0])
        return f"{sql}::tsquery", params


class _Literals:
    """What both compilers have in common; ``with_beginnings`` is for what is not yet typed out."""

    with_beginnings = False
    sql_weights: str

    def build_tsquery(self, query: Any, config: Any = None) -> Literal:
        return Literal(self._tsquery(query))

    def build_tsrank(
        self, vector: Any, query: Any, config: Any = None, boost: float = 1.0
    ) -> SearchRank:
        found = self.build_tsquery(query)
        return SearchRank(vector, found, weights=self.sql_weights, normalization=BY_LENGTH)

    def _tsquery(self, query: Any) -> str:
        if isinstance(query, PlainText):
            return tsquery(
                query.query_string,
                match_all=query.operator == "and",
                with_beginnings=self.with_beginnings,
            )
        if isinstance(query, Phrase):
            return tsquery(query.query_string, is_phrase=True)
        if isinstance(query, Boost):
            return self._tsquery(query.subquery)
        if isinstance(query, Not):
            unwanted = self._tsquery(query.subquery)
            return unwanted and f"!({unwanted})"
        if isinstance(query, And | Or):
            join = all_of if isinstance(query, And) else any_of
            return join(self._tsquery(subquery) for subquery in query.subqueries)
        raise NotImplementedError(f"{type(query).__name__} is not searched here.")


class Compiler(_Literals, PostgresSearchQueryCompiler):
    def get_search_vectors(self, search_query: Any) -> list[tuple[Any, Any]]:
        """What is kept, whichever fields are named: read from a column, words have other terms."""
        return self.get_index_vectors(search_query)


class AutocompleteCompiler(_Literals, PostgresAutocompleteQueryCompiler):
    with_beginnings = True

    def get_search_vectors(self, search_query: Any) -> list[tuple[Any, Any]]:
        return [(F("index_entries__autocomplete"), 1.0)]


class SearchBackend(PostgresSearchBackend):
    index_class = Index
    query_compiler_class = Compiler
    autocomplete_query_compiler_class = AutocompleteCompiler
