"""Pages that list the registers; each record's own page is a route of its list."""

from __future__ import annotations

from typing import Any, ClassVar

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override
from wagtail.contrib.routable_page.models import path

from base import sections
from base.languages import active_language
from base.models import BasePage, RoutableBasePage


class RegisterIndexPage(RoutableBasePage):
    """A list of a register's records, with a page for each below its own address."""

    structural: ClassVar[bool] = True
    subpage_types: ClassVar[list[str]] = []
    parent_page_types: ClassVar[list[str]] = ["home.HomePage"]

    class Meta:
        abstract = True

    @classmethod
    def address_of(cls, slug: str) -> str:
        """The address of a record in the reader's language; empty while the list is not live."""
        address = sections.address_of(cls)
        return f"{address}{slug}/" if address else ""

    def say_language_addresses(self, request: HttpRequest, slugs: dict[str, str]) -> None:
        """Tell the frame where this record stands in each language."""
        addresses = {}
        for language, slug in slugs.items():
            with override(language):
                addresses[language] = self.address_of(slug)
        request.language_addresses = addresses  # type: ignore[attr-defined]

    def serve_record(
        self, request: HttpRequest, record: Any, template: str, **context: Any
    ) -> HttpResponse:
        return self.render(
            request, template=template, context_overrides={"record": record, **context}
        )


class CityIndexPage(RegisterIndexPage):
    """All cities of the platform, on a map and in a list; each has its page below."""

    class Meta:
        verbose_name = _("list of cities")
        verbose_name_plural = _("lists of cities")

    @path("<slug:slug>/", name="city")
    def city(self, request: HttpRequest, slug: str) -> HttpResponse:
        from .city import City

        city = City.objects.filter(slug=slug).first()
        if city is None:
            raise Http404
        self.say_language_addresses(request, {"pl": slug, "en": slug})
        return self.serve_record(request, city, "registers/city.html", city=city)


class ThemeIndexPage(RegisterIndexPage):
    """All themes; each has its page with tags, practices, networks, news and meetings."""

    class Meta:
        verbose_name = _("list of themes")
        verbose_name_plural = _("lists of themes")

    @path("<slug:slug>/", name="theme")
    def theme(self, request: HttpRequest, slug: str) -> HttpResponse:
        from .theme import Theme

        field = f"slug_{active_language()}"
        known = Theme.objects.select_related("parent").prefetch_related("children")
        theme = known.filter(**{field: slug}).first()
        if theme is None:
            raise Http404
        self.say_language_addresses(request, {"pl": theme.slug_pl, "en": theme.slug_en})
        return self.serve_record(request, theme, "registers/theme.html", theme=theme)


class PeoplePage(BasePage):
    """People who agreed to be public: experts, coordinators, moderators."""

    structural: ClassVar[bool] = True
    subpage_types: ClassVar[list[str]] = []
    parent_page_types: ClassVar[list[str]] = ["home.HomePage"]

    class Meta:
        verbose_name = _("list of people")
        verbose_name_plural = _("lists of people")
