"""What the rules say of the database as it is: each breach found, none mended.

Every way of the site keeps the rules; a script, a restored table or a library's next version may
not. Each check is a question to the whole database and yields its findings one by one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, F, Model, OuterRef, Q, QuerySet
from django.utils.translation import gettext as _
from modelcluster.models import get_all_child_relations
from wagtail.models import Collection, Page, ReferenceIndex, get_page_models

from . import access, media
from .languages import original_locale_id, translation_locale_id
from .models import Audience, BasePage, CustomDocument, CustomImage, LanguageState
from .models.records import Who


class Finding(NamedTuple):
    """One breach: which rule, of what, and what exactly is wrong."""

    rule: str
    subject: str
    detail: str = ""

    def __str__(self) -> str:
        return f"{self.rule}: {self.subject}" + (f" – {self.detail}" if self.detail else "")


def _named(page: Page) -> str:
    return f"{page.pk} „{page.title}” ({page.url_path})"


def _page_types() -> list[type[BasePage]]:
    return [model for model in get_page_models() if issubclass(model, BasePage)]


def _originals() -> QuerySet[Page]:
    types = [ContentType.objects.get_for_model(model) for model in _page_types()]
    return Page.objects.filter(
        locale_id=original_locale_id(), alias_of__isnull=True, content_type__in=types
    )


def _translations() -> QuerySet[Page]:
    types = [ContentType.objects.get_for_model(model) for model in _page_types()]
    return Page.objects.filter(locale_id=translation_locale_id(), content_type__in=types)


def _original_of() -> QuerySet[Page]:
    return Page.objects.filter(
        translation_key=OuterRef("translation_key"),
        locale_id=original_locale_id(),
        alias_of__isnull=True,
    )


def tree_is_broken() -> Iterator[Finding]:
    for ids in Page.find_problems():
        for each in ids:
            yield Finding(_("The page tree is broken"), str(each))


def translation_without_original() -> Iterator[Finding]:
    for page in _translations().filter(~Exists(_original_of())):
        yield Finding(_("An English page has no Polish original"), _named(page))


def english_is_an_alias() -> Iterator[Finding]:
    for page in _translations().filter(alias_of__isnull=False):
        yield Finding(_("An English page shows another page's text"), _named(page))


def english_elsewhere() -> Iterator[Finding]:
    """English pages whose parent is not the English of their original's parent."""
    originals = {page.translation_key: page for page in _originals()}
    keys = dict(Page.objects.values_list("path", "translation_key"))
    for page in _translations().filter(depth__gt=2):
        original = originals.get(page.translation_key)
        if original is None:
            continue
        if keys[page.path[: -page.steplen]] != keys[original.path[: -original.steplen]]:
            yield Finding(
                _("An English page is in a different place from its original"),
                _named(page),
                original.url_path,
            )


def original_without_audience() -> Iterator[Finding]:
    missing = ~Exists(Audience.objects.filter(translation_key=OuterRef("translation_key")))
    for page in _originals().filter(missing):
        yield Finding(_("Nobody has decided who sees a page, so nobody does"), _named(page))


def audience_of_another_page() -> Iterator[Finding]:
    for row in Audience.objects.exclude(translation_key=F("page__translation_key")):
        yield Finding(_("An audience is kept for another page"), str(row.page_id))
    for row in Audience.objects.exclude(page__locale_id=original_locale_id()):
        yield Finding(_("An audience is kept for a page that is no original"), str(row.page_id))


def alias_of_a_closed_page() -> Iterator[Finding]:
    public = access.admitting(OuterRef("alias_of__translation_key"))
    for page in Page.objects.filter(~Exists(public), alias_of__isnull=False, live=True):
        yield Finding(_("An alias shows a page that is not public"), _named(page))


def incomplete_publication() -> Iterator[Finding]:
    for model in _page_types():
        for page in model.objects.filter(live=True, alias_of__isnull=True).iterator():
            for missing in page.missing_for_publication():
                yield Finding(
                    _("A published page is missing something"), _named(page), str(missing)
                )


def address_of_two() -> Iterator[Finding]:
    """English pages at an address that another item answers at with its Polish slug."""
    polish = {
        (original.path[: -original.steplen], original.slug): original for original in _originals()
    }
    above = {page.translation_key: page.path for page in _originals()}
    parents = dict(_translations().values_list("path", "translation_key"))
    for page in _translations().filter(depth__gt=2):
        parent = above.get(parents.get(page.path[: -page.steplen]))
        other = polish.get((parent or "", page.slug))
        if other is not None and other.translation_key != page.translation_key:
            yield Finding(_("Two items answer at one English address"), _named(page), _named(other))


def fact_points_at_a_copy() -> Iterator[Finding]:
    """Facts that point at an English page or an alias, whose own facts are nobody's."""
    copies = Page.objects.filter(Q(locale_id=translation_locale_id()) | Q(alias_of__isnull=False))
    for model in _page_types():
        pages = model.objects.originals()
        for source, field, owner in _pointers(model):
            wrong = source.filter(
                **{f"{field}__in": copies.values("pk"), f"{owner}__in": pages.values("pk")}
            )
            for page_id in wrong.values_list(owner, flat=True):
                yield Finding(_("A fact points at a page that is no original"), str(page_id), field)


def _pointers(model: type[BasePage]) -> Iterator[tuple[QuerySet, str, str]]:
    """Where a page type's facts point at pages: the rows to ask, their column, whose they are."""
    for name in model.facts:
        field = model._meta.get_field(name)
        if not _is_page(field):
            continue
        if field.many_to_many:
            through = field.remote_field.through
            yield through.objects.all(), field.m2m_reverse_field_name(), field.m2m_field_name()
        else:
            yield model.objects.all(), name, "pk"
    for relation in get_all_child_relations(model):
        owner = relation.field.name
        if relation.name not in model.facts:
            continue
        for field in relation.related_model._meta.concrete_fields:
            if _is_page(field) and field.name != owner:
                yield relation.related_model.objects.all(), field.name, owner


def _is_page(field: Any) -> bool:
    target: type[Model] | None = getattr(field, "related_model", None)
    return bool(target) and issubclass(target, Page) and not getattr(field, "one_to_many", False)


def state_of_english_is_wrong() -> Iterator[Finding]:
    english = _translations().filter(translation_key=OuterRef("translation_key"), live=True)
    rows = LanguageState.objects.annotate(has=Exists(english))
    polish_only = LanguageState.State.POLISH_ONLY
    wrong = rows.filter(Q(state=polish_only, has=True) | Q(~Q(state=polish_only), has=False))
    for row in wrong.select_related("page"):
        yield Finding(_("The state of the English is noted wrongly"), _named(row.page), row.state)


def picture_in_the_wrong_place() -> Iterator[Finding]:
    for rendition in media.misplaced_renditions():
        yield Finding(
            _("An image is stored where its audience may not see it"), rendition.file.name
        )


def record_uses_closed_file() -> Iterator[Finding]:
    """Records that everybody sees (cities, people) with files of closed collections."""
    pages = ContentType.objects.get_for_model(Page)
    closed = [
        collection.pk
        for collection in Collection.objects.all()
        if access.collection_audience(collection) != Who.PUBLIC
    ]
    for model in (CustomImage, CustomDocument):
        files = {
            str(pk): title
            for pk, title in model.objects.filter(collection__in=closed).values_list("pk", "title")
        }
        used = ReferenceIndex.objects.filter(
            to_content_type=ContentType.objects.get_for_model(model), to_object_id__in=files
        ).exclude(base_content_type=pages)
        for reference in used:
            yield Finding(
                _("A record that everybody sees uses a closed file"),
                f"{reference.content_type} {reference.object_id}",
                files[reference.to_object_id],
            )


CHECKS: list[Callable[[], Iterator[Finding]]] = [
    tree_is_broken,
    translation_without_original,
    english_is_an_alias,
    english_elsewhere,
    original_without_audience,
    audience_of_another_page,
    alias_of_a_closed_page,
    incomplete_publication,
    address_of_two,
    fact_points_at_a_copy,
    state_of_english_is_wrong,
    picture_in_the_wrong_place,
    record_uses_closed_file,
]


def findings() -> Iterator[Finding]:
    """Every breach in the database, in the order of the checks."""
    for check in CHECKS:
        yield from check()
