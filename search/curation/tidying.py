"""What there is to tidy among the tags, in groups: exact numbers, a fixed number of queries."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count, Min
from django.utils.translation import gettext_lazy as _

from base.languages import original_locale_id
from practices.models import PracticeTag
from registers.models import City, DistinctTags, Tag, Theme
from registers.tag_uses import tagged_models, with_uses

from . import alike

WORDS, LANGUAGES, SPELLING = "words", "languages", "spelling"
ONCE, CITY, THEME, ENGLISH, UNUSED, DISTINCT = (
    "once", "city", "theme", "english", "unused", "distinct",
)  # fmt: skip


@dataclass(frozen=True)
class Line:
    """Something to tidy: one tag, or two that may be the same, the more used one first."""

    tags: list[Tag]
    city: City | None = None
    theme: Theme | None = None

    @property
    def tag(self) -> Tag:
        return self.tags[0]


@dataclass
class Group:
    name: str
    label: Any
    about: Any
    lines: list[Line] = field(default_factory=list)

    @property
    def is_of_pairs(self) -> bool:
        return self.name in (WORDS, LANGUAGES, SPELLING, DISTINCT)


def groups() -> list[Group]:
    """Every group, the empty ones too."""
    tags = list(with_uses(Tag.objects.select_related("theme")))
    said = set(DistinctTags.objects.values_list("first", "second"))
    by_id = {tag.pk: tag for tag in tags}
    seen = set(said)

    def pairs(found: Iterable[alike.Pair]) -> list[Line]:
        new = [pair for pair in dict.fromkeys(found) if pair not in seen]
        seen.update(new)
        lines = [Line(sorted((by_id[pk] for pk in pair), key=_weight)) for pair in new]
        return sorted(lines, key=lambda line: _weight(line.tag))

    def singles(condition: Any) -> list[Line]:
        return [Line([tag]) for tag in tags if condition(tag)]

    return [
        Group(
            WORDS,
            _("The same word"),
            _("Forms of the same words: “rower” and “rowery”, or a synonym of another tag."),
            pairs(alike.same_words(tags)),
        ),
        Group(
            SPELLING,
            _("Nearly the same spelling"),
            _("One or two letters apart: perhaps a typing error."),
            pairs(alike.near_spelling(tags)),
        ),
        Group(
            LANGUAGES,
            _("The same in English"),
            _("The same English name, or a Polish name beside an English one."),
            pairs(alike.same_in_english(tags)),
        ),
        Group(
            THEME,
            _("Without a theme"),
            _(
                "They lead to no theme. The theme suggested is that of the tags "
                "they are most often used with."
            ),
            _with_proposed_themes(tags),
        ),
        Group(
            ENGLISH,
            _("Without an English name"),
            _("English pages show their Polish names."),
            singles(lambda tag: not tag.name_en),
        ),
        Group(
            ONCE,
            _("Used once"),
            _("Used on one page only: perhaps a more general tag says the same."),
            singles(lambda tag: tag.uses == 1),
        ),
        Group(
            CITY,
            _("Used by one city"),
            _("Several practices, all from one city: perhaps its own name for something common."),
            _of_one_city(by_id),
        ),
        Group(
            UNUSED,
            _("Unused"),
            _("No page uses them; they can be deleted."),
            singles(lambda tag: tag.uses == 0),
        ),
        Group(
            DISTINCT,
            _("Not the same"),
            _("Pairs you have marked as different; they are no longer suggested."),
            [Line(sorted((by_id[pk] for pk in pair), key=_weight)) for pair in sorted(said)],
        ),
    ]


def _weight(tag: Any) -> tuple[int, str]:
    """The order of tags: the more used first."""
    return -tag.uses, tag.sort_key


def _of_one_city(by_id: dict[int, Tag]) -> list[Line]:
    rows = (
        PracticeTag.objects.filter(content_object__locale_id=original_locale_id())
        .values("tag")
        .annotate(
            number=Count("pk"),
            cities=Count("content_object__city", distinct=True),
            city=Min("content_object__city"),
        )
        .filter(number__gt=1, cities=1)
        .values_list("tag", "city")
    )
    cities = dict(rows)
    known = City.objects.in_bulk(set(cities.values()))
    lines = [Line([by_id[tag]], city=known[city]) for tag, city in cities.items()]
    return sorted(lines, key=lambda line: _weight(line.tag))


def _with_proposed_themes(tags: list[Tag]) -> list[Line]:
    """The tags without a theme, each with the one that is found on the same pages most often."""
    bare = [tag for tag in tags if tag.theme_id is None]  # type: ignore[attr-defined]
    beside: dict[int, Counter[int]] = {tag.pk: Counter() for tag in bare}
    for model in tagged_models():
        theme = "content_object__tagged_items__tag__theme"
        rows = (
            model.objects.filter(
                content_object__locale_id=original_locale_id(),
                tag__theme=None,
                **{f"{theme}__isnull": False},
            )
            .order_by()
            .values("tag", theme)
            .annotate(number=Count("pk"))
        )
        for row in rows:
            beside[row["tag"]][row[theme]] += row["number"]
    themes = {theme.pk: theme for theme in Theme.objects.all()}
    lines = [
        Line([tag], theme=themes[beside[tag.pk].most_common(1)[0][0]] if beside[tag.pk] else None)
        for tag in bare
    ]
    return sorted(lines, key=lambda line: _weight(line.tag))
