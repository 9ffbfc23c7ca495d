"""Published pages that a reader gets to from nowhere."""

from __future__ import annotations

from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Cast
from wagtail.models import Page, ReferenceIndex

from base.languages import original_locale_id


def orphans() -> QuerySet[Page]:
    """Live originals below a page that is not live, and plain pages deeper in the tree that no
    menu shows and no other page leads to. Lists lead to pages of every other type.
    """
    originals = Page.objects.filter(locale_id=original_locale_id(), alias_of__isnull=True)
    hidden = Q(pk__in=())
    # Few: asked of each page instead, whether one above it is live takes the square of the pages.
    for path in originals.filter(live=False, depth__gt=1, numchild__gt=0).values_list("path"):
        hidden |= Q(path__startswith=path[0])
    led_to = ReferenceIndex.objects.filter(
        to_content_type=ContentType.objects.get_for_model(Page),
        to_object_id=Cast(OuterRef("pk"), CharField()),
    )
    is_deep = Q(depth__gt=3, show_in_menus=False, content_type__model="plainpage")
    return originals.filter(hidden | (is_deep & ~Q(Exists(led_to))), live=True, depth__gt=2)
