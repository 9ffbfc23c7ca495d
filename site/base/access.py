"""The one access decision: computed, denied by default, decided from the original.

An object is visible when its original is live and the original's audience admits the reader;
a translation or alias is visible only if its original is, whatever its own row says. Every
listing, search, feed, sitemap, menu and count asks here, and so does a page's own ``route()``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib.auth.models import AnonymousUser
from django.contrib.contenttypes.models import ContentType
from django.db.models import (
    Case,
    CharField,
    Exists,
    ExpressionWrapper,
    F,
    IntegerField,
    OuterRef,
    Q,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Coalesce
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Collection, Page, ReferenceIndex
from wagtail.permission_policies.pages import PagePermissionPolicy

from .languages import original_locale_id, translation_locale_id
from .models.records import Audience, CollectionAudience, Who
from .refusals import Missing
from .telling import said

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.contrib.auth.base_user import AbstractBaseUser
    from django.db.models import QuerySet
    from django.http import HttpRequest

    from .models import BasePage

    Reader = AbstractBaseUser | AnonymousUser

ANONYMOUS = AnonymousUser()
# What a page read together with the decision carries: the answer, and for whom it was given.
_SEEN, _SEEN_BY = "_seen", "_seen_by"
# What a person remembers for the length of a request, as Wagtail's own rights are remembered.
_HIDDEN = "_hidden_english"
# Wagtail's answer as it is; :mod:`base.english_of_closed` makes it stricter for everybody else.
_rights_to_pages = PagePermissionPolicy.instances_user_has_any_permission_for


def admitting(key: Any) -> QuerySet[Audience]:
    """The audience rows that admit the public to the live original with this key."""
    return Audience.objects.filter(translation_key=key, page__live=True, who=Who.PUBLIC)


def visible(queryset: QuerySet, user: Reader) -> QuerySet:
    """The live pages of ``queryset`` that ``user`` may see; any queryset of pages will do."""
    return queryset.filter(_admits(user))


def with_sight(queryset: QuerySet, user: Reader) -> QuerySet:
    """The pages of ``queryset``, each knowing whether ``user`` may see it; :func:`can_see` asks."""
    seen = Case(When(_admits(user), then=Value(True)), default=Value(False))
    return queryset.annotate(**{_SEEN: seen, _SEEN_BY: Value(user.pk, IntegerField(null=True))})


def can_see(page: Page, user: Reader) -> bool:
    """Whether ``user`` may see ``page`` at its public address.

    Asked of the database now, or with the page itself where it was read :func:`with_sight`.
    """
    known = page.__dict__
    if _SEEN in known and known[_SEEN_BY] == user.pk:
        return known[_SEEN]
    return visible(Page.objects.filter(pk=page.pk), user).exists()


def _admits(user: Reader) -> Q:
    """The condition every decision stands on: live, and admitted by the original's audience."""
    key = Coalesce(OuterRef("alias_of__translation_key"), OuterRef("translation_key"))
    admitted = Q(Exists(admitting(key)))
    if user.is_authenticated:
        editable = PagePermissionPolicy().instances_user_has_permission_for(user, "change")
        admitted |= Q(pk__in=editable.values("pk"))
    return admitted & Q(live=True)


def hidden_english(user: Reader) -> QuerySet[Page]:
    """The English pages of closed originals that are not the user's to change.

    A translation is seen where its original is, whatever right there is to its own row.
    """
    originals = _rights_to_pages(PagePermissionPolicy(), user, ["change"])
    theirs = originals.filter(locale_id=original_locale_id()).values("translation_key")
    closed = Audience.objects.exclude(who=Who.PUBLIC).exclude(translation_key__in=theirs)
    keys = closed.values("translation_key")
    english = Page.objects.filter(locale_id=translation_locale_id())
    return english.filter(Q(translation_key__in=keys) | Q(alias_of__translation_key__in=keys))


def hides(page: Page, user: Reader) -> bool:
    """Whether ``page`` is one of :func:`hidden_english`; asked once for all a request shows."""
    if page.locale_id != translation_locale_id() or user.is_superuser:
        return False
    if not hasattr(user, _HIDDEN):
        setattr(user, _HIDDEN, set(hidden_english(user).values_list("pk", flat=True)))
    return page.pk in getattr(user, _HIDDEN)


def reader_of(request: HttpRequest) -> Reader:
    """Whom a page is made for: who asks, but everybody where a public page is only previewed.

    Else editors would see in their previews what no reader will.
    """
    page = getattr(request, "served_page", None)
    if not getattr(request, "is_preview", False) or page is None:
        return request.user
    row = Audience.objects.filter(translation_key=page.translation_key).first()
    return ANONYMOUS if row is not None and row.who == Who.PUBLIC else request.user


def listed(pages: QuerySet, user: Reader) -> QuerySet:
    """The pages that the admin's lists may name to ``user``; the same keys always, whatever asks.

    They are those that ``user`` may see at their public address or may change, drafts too, and
    those above the ones that any right is given to: the way there. Who may change everything is
    not asked.
    """
    policy = PagePermissionPolicy()
    rights = policy.get_cached_permissions_for_user(user)
    if user.is_superuser or any(
        right.page.is_root() and right.permission.codename == "change_page" for right in rights
    ):
        return pages
    theirs = policy.instances_user_has_permission_for(user, "change")
    way = {
        right.page.path[:end]
        for right in rights
        for end in range(Page.steplen, len(right.page.path) + 1, Page.steplen)
    }
    named = Q(_admits(ANONYMOUS)) | Q(pk__in=theirs.values("pk")) | Q(path__in=way)
    # As a list of keys: the admin's search takes no other condition.
    return pages.filter(pk__in=Page.objects.filter(named).values_list("pk", flat=True))


def is_public(page: Page) -> bool:
    """Whether everybody may see the original (or the alias's source) behind ``page``."""
    key = page.alias_of.translation_key if page.alias_of_id else page.translation_key
    return admitting(key).exists()


def collection_audience(collection: Collection) -> str:
    """Whom a collection admits: its own row, else the nearest ancestor's, else everyone."""
    return collection_audiences([collection.pk])[collection.pk]


def collection_audiences(ids: Iterable[int]) -> dict[int, str]:
    """Whom each of these collections admits, in one query; see :func:`collection_audience`."""
    ids = set(ids)
    if not ids:
        return {}
    rows = _collections_with_audience().filter(pk__in=ids)
    return {pk: who or Who.PUBLIC for pk, who in rows.values_list("pk", "who")}


def closed_collections() -> set[int]:
    """The keys of the collections that do not admit everybody."""
    rows = _collections_with_audience().exclude(who=Who.PUBLIC).exclude(who=None)
    return set(rows.values_list("pk", flat=True))


def _collections_with_audience() -> QuerySet[Collection]:
    """Each collection with ``who`` its own row or the nearest ancestor's admits; None if none."""
    above = ExpressionWrapper(OuterRef("path"), output_field=CharField())
    nearest = (
        CollectionAudience.objects.annotate(below=above)
        .filter(below__startswith=F("collection__path"))
        .order_by("-collection__depth")
        .values("who")[:1]
    )
    return Collection.objects.annotate(who=Subquery(nearest))


def set_audience(original: Page, who: str, *, user: Reader | None = None) -> None:
    """Decide who sees an original; in force on the next request, in both languages at once.

    An alias has no audience of its own to decide: it is seen by those who see its source.
    """
    if original.alias_of_id or original.locale_id != original_locale_id():
        raise ValueError(f"Page {original.pk} is no original.")
    Audience.objects.update_or_create(
        translation_key=original.translation_key,
        defaults={
            "page_id": original.pk,
            "who": who,
            "changed_by": user if user is not None and user.is_authenticated else None,
        },
    )


def media_out_of_audience(page: BasePage) -> list[Missing]:
    """Images and documents the page may not use: their collection's audience is not its own.

    A public page never uses closed media; a closed page uses only media of a collection with the
    same audience, since a file has the audience of its collection, never of its uses. Of an
    English page only the texts are asked: its copies of facts are nobody's.
    """
    row = Audience.objects.filter(translation_key=page.translation_key).first()
    who = row.who if row else page.default_audience
    refused = []
    for item in _media_of(page):
        theirs = collection_audience(item.collection)
        if theirs != who:
            message = _("“%(title)s” is in a collection for another audience (%(who)s).")
            refused.append(
                Missing(
                    "cover" if item == page.cover else "",
                    capfirst(item._meta.verbose_name),
                    said(message, title=item.title, who=Who(theirs).label),
                )
            )
    return refused


def _media_of(page: BasePage) -> list:
    """Every image and document the unsaved page refers to, in its fields, rows and blocks."""
    read = None if page.is_original else {field.field_name for field in page.translatable_fields}
    media_models = (get_image_model(), get_document_model())
    types = {ContentType.objects.get_for_model(model).pk: model for model in media_models}
    wanted: dict[type, set[str]] = {model: set() for model in media_models}
    for reference in ReferenceIndex._extract_references_from_object(page):
        model = types.get(reference[0])
        if model and (read is None or reference[2].partition(".")[0] in read):
            wanted[model].add(reference[1])
    return [
        item
        for model, ids in wanted.items()
        for item in model.objects.filter(pk__in=ids).select_related("collection")
    ]
