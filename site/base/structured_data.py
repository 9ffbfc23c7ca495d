"""What search engines read beside the words: schema.org as JSON-LD (https://schema.org).

A page template says its type and its facts in schema.org's own names; what every page shares
(address, language, picture, publisher) is added here. Nothing is said that the page does not show.
"""

from __future__ import annotations

import json
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from django.templatetags.static import static
from django.utils.safestring import SafeString
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from .addresses import absolute
from .languages import active_language
from .models.files import Licence

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .metadata import Metadata

Data = dict[str, Any]

# Inside <script> the HTML parser looks for "</script" and "<!--"; JSON may escape any character.
_ESCAPES = {ord(character): f"\\u{ord(character):04X}" for character in "<>&\u2028\u2029"}
# Types that are written by somebody; an event or an organisation is not.
_AUTHORED = {"Article", "NewsArticle", "CreativeWork", "Dataset", "WebPage", "CollectionPage",
             "ImageGallery", "VideoObject", "AudioObject", "AboutPage", "ContactPage"}  # fmt: skip
_HEADLINED = {"Article", "NewsArticle"}
_ORGANISATIONS = {"Organization", "Project"}

LICENCE_ADDRESSES = {
    Licence.CC0: "https://creativecommons.org/publicdomain/zero/1.0/",
    Licence.CC_BY: "https://creativecommons.org/licenses/by/4.0/",
    Licence.CC_BY_SA: "https://creativecommons.org/licenses/by-sa/4.0/",
}


def script(data: Data) -> SafeString:
    """A JSON-LD script element; no value can end it or open another."""
    text = json.dumps({"@context": "https://schema.org", **data}, ensure_ascii=False)
    return SafeString(f'<script type="application/ld+json">{text.translate(_ESCAPES)}</script>')


def organisation() -> Data:
    """Who publishes the site."""
    return {
        "@type": "Organization",
        "@id": absolute("/#organization"),
        "name": _("Association of Polish Cities"),
        "url": absolute("/"),
        "logo": absolute(static("img/apple-touch-icon.png")),
    }


def website(search_address: str) -> Data:
    """The site itself, with the address its search answers at."""
    return {
        "@type": "WebSite",
        "@id": absolute("/#website"),
        "name": _("EMPIRIAE"),
        "url": absolute(f"/{active_language()}/"),
        "inLanguage": active_language(),
        "publisher": {"@id": absolute("/#organization")},
        "potentialAction": {
            "@type": "SearchAction",
            "target": f"{absolute(search_address)}?q={{search_term_string}}",
            "query-input": "required name=search_term_string",
        },
    }


def breadcrumb_list(items: Sequence[dict[str, str]]) -> Data:
    """The way to a page; the last item needs no address.

    A step whose title is in another language than the page's is left out: it cannot be marked.
    """
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {
                "@type": "ListItem",
                "position": position,
                "name": item["title"],
                **({"item": absolute(item["url"])} if item.get("url") else {}),
            }
            for position, item in enumerate(
                (item for item in items if not item.get("lang")), start=1
            )
        ],
    }


def page_data(page: Any, metadata: Metadata, schema: str, properties: Data) -> Data:
    """A page as schema.org sees it: its type, what every page has, and its own properties."""
    name = "headline" if schema in _HEADLINED else "name"
    data: Data = {
        "@type": schema,
        "@id": metadata.canonical,
        "url": metadata.canonical,
        name: page.title,
        "description": page.lead,
        "image": metadata.image and metadata.image["url"],
    }
    if schema in _ORGANISATIONS:
        data["parentOrganization"] = organisation()
    else:
        data["inLanguage"] = active_language()
    if schema in _AUTHORED:
        original = page.original
        data |= {
            "datePublished": original.first_published_at,
            "dateModified": page.last_published_at,
            "publisher": organisation(),
            "isAccessibleForFree": True,
        }
        if not page.is_original:
            data["translationOfWork"] = {"@id": absolute(original.get_url() or "")}
    return tidy({**data, **properties})


def place(name: str, *, locality: str = "", country: str = "PL") -> Data:
    """A place by its name and the city it is in."""
    address = {"@type": "PostalAddress", "addressLocality": locality or name,
               "addressCountry": country}  # fmt: skip
    return {"@type": "Place", "name": name or locality, "address": address}


def tidy(value: Any) -> Any:
    """Without what is empty; dates and texts as JSON has them."""
    if isinstance(value, dict):
        return {key: tidy(each) for key, each in value.items() if not _is_empty(each)}
    if isinstance(value, list | tuple):
        return [tidy(each) for each in value if not _is_empty(each)]
    if isinstance(value, datetime):
        return localtime(value).isoformat(timespec="seconds")
    if isinstance(value, date):
        return value.isoformat()
    if value is None or isinstance(value, bool | int | float):
        return value
    return str(value)


def _is_empty(value: Any) -> bool:
    return value is None or value == "" or value == [] or value == {}
