"""Published pages that a reader gets to from nowhere."""

from __future__ import annotations

from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, Exists, F, OuterRef, Q, QuerySet
from django.db.models.functions import Cast, Length, Substr
from wagtail.models import Page, ReferenceIndex

from base.languages import original_locale_id


def orphans() -> QuerySet[Page]:
    """Live originals below a page that is not live, and plain pages deeper in the tree that no
    menu shows and no other page leads to. Lists lead to pages of every other type.
    """
    originals = Page.objects.filter(
        locale_id=original_locale_id(), alias_of__isnull=True, live=True, depth__gt=2
    )
    hidden_above = Page.objects.filter(
        live=False,
        depth__gt=1,
        depth__lt=OuterRef("depth"),
        path=Substr(OuterRef("path"), 1, Length(F("path"))),
    )
    led_to = ReferenceIndex.objects.filter(
        to_content_type=ContentType.objects.get_for_model(Page),
        to_object_id=Cast(OuterRef("pk"), CharField()),
    )
    unlinked = Q(depth__gt=3, show_in_menus=False, content_type__model="plainpage") & ~Exists(
        led_to
    )
    return originals.filter(Q(Exists(hidden_above)) | unlinked)
