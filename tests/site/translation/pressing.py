"""What a translator presses in the admin, and words that no template says."""

from __future__ import annotations

from django.urls import reverse
from wagtail.models import Locale, Page

# Words that no template says; Polish texts hold them and nothing else does.
CANARY = "zażółćkanarek"

ENGLISH_CANARY = "canarysong"


def english_locale() -> Locale:
    return Locale.objects.get(language_code="en")


def fresh(page: Page):
    return type(page).objects.get(pk=page.pk)


def submit(client, page: Page, **data):
    """Press *Translate* on a page in the admin."""
    address = reverse("wagtail_localize:submit_page_translation", args=[page.pk])
    return client.post(address, {"locales": [english_locale().pk], **data})


def press_publish(client, english: Page):
    """Press *Publish* in the side-by-side editor."""
    return client.post(
        reverse("wagtailadmin_pages:edit", args=[english.pk]), {"action": "publish"}, follow=True
    )
