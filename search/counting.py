"""Counting the values of a column, arrays included, in one statement."""

from django.db.models import Count, F, Func, QuerySet


def count_values(queryset: QuerySet, column: str, *, is_array: bool) -> dict[str, int]:
    """How many documents carry each value; a document with two values counts for both."""
    value = Func(F(column), function="unnest") if is_array else F(column)
    rows = (
        queryset.order_by()
        .annotate(_value=value)
        .values_list("_value")
        .annotate(_count=Count("pk"))
    )
    return {str(name): count for name, count in rows if name not in (None, "")}
