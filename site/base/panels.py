"""Panels of the page forms: facts on the original only, rows of text, the tabs all pages share."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    InlinePanel,
    MultiFieldPanel,
    MultipleChooserPanel,
    ObjectList,
    PageChooserPanel,
    Panel,
    TabbedInterface,
)
from wagtail.models import Page

from .languages import original_locale_id
from .picture_chooser import DescribedImageChooser


def stands_on_original(instance: Any) -> bool:
    """Whether a page or a row of one is the Polish original's; a row not saved yet is."""
    locale_id = getattr(instance, "locale_id", None)
    return locale_id is None or locale_id == original_locale_id()


class _OnOriginalOnly:
    """A bound panel that hides itself on a translation, where a fact would be dead data."""

    instance: Any

    def is_shown(self) -> bool:
        return super().is_shown() and stands_on_original(self.instance)  # type: ignore[misc]


class FactPanel(FieldPanel):
    class BoundPanel(_OnOriginalOnly, FieldPanel.BoundPanel):
        pass


class FactPagePanel(PageChooserPanel):
    """A fact that is a page, chosen in the page chooser."""

    class BoundPanel(_OnOriginalOnly, PageChooserPanel.BoundPanel):
        pass


class FactsPanel(MultiFieldPanel):
    class BoundPanel(_OnOriginalOnly, MultiFieldPanel.BoundPanel):
        pass


class _RowsOnOriginal(_OnOriginalOnly):
    """A bound panel of rows; the form of a translation has no such rows at all."""

    def __init__(self, **kwargs: Any):
        if _lacks_rows(kwargs.get("form"), kwargs["panel"]):
            Panel.BoundPanel.__init__(self, **kwargs)  # type: ignore[arg-type]
            self.label, self.children, self.formset = self.panel.label, [], None  # type: ignore
        else:
            super().__init__(**kwargs)

    def is_shown(self) -> bool:
        return super().is_shown() and getattr(self, "formset", None) is not None


class FactRowsPanel(InlinePanel):
    """Rows without words."""

    class BoundPanel(_RowsOnOriginal, InlinePanel.BoundPanel):
        pass


CHOOSE_PICTURES = _(
    "Choose one image or several at once; change their order with the arrows or by dragging."
)


class FactPicturesPanel(MultipleChooserPanel):
    """Rows that are pictures: several are chosen at once, and moved by dragging or by keys.

    Also of what is no page: the gallery of a city.
    """

    def __init__(self, relation_name: str, **kwargs: Any):
        kwargs.setdefault("chooser_field_name", "image")
        kwargs.setdefault("panels", [FieldPanel("image", widget=DescribedImageChooser)])
        kwargs.setdefault("help_text", CHOOSE_PICTURES)
        super().__init__(relation_name, **kwargs)

    class BoundPanel(_RowsOnOriginal, MultipleChooserPanel.BoundPanel):
        pass


def _lacks_rows(form: Any, panel: InlinePanel) -> bool:
    return form is not None and panel.relation_name not in form.formsets


class TextRowsPanel(InlinePanel):
    """Rows with words. On a translation only the words can be written: rows are the original's."""

    class BoundPanel(InlinePanel.BoundPanel):
        @property
        def template_name(self) -> str:
            if stands_on_original(self.instance):
                return "wagtailadmin/panels/inline_panel.html"
            return "base/admin/translated_rows.html"


class RecordPanel(Panel):
    """What is decided by buttons, shown in the form of a saved original: to read, not to write.

    ``template`` is given the page as ``page`` and says where the decision is made.
    """

    def __init__(self, template: str = "", **kwargs: Any):
        super().__init__(**kwargs)
        self.template = template

    def clone_kwargs(self) -> dict[str, Any]:
        return {**super().clone_kwargs(), "template": self.template}

    class BoundPanel(Panel.BoundPanel):
        @property
        def template_name(self) -> str:
            return self.panel.template

        def is_shown(self) -> bool:
            return bool(self.instance.pk) and stands_on_original(self.instance)

        def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
            context = super().get_context_data(parent_context) or {}
            return {**context, "page": self.instance}


class MenuPanel(FieldPanel):
    """Asked of types that may be sections of the site only: nothing else is ever in its menu."""

    class BoundPanel(FieldPanel.BoundPanel):
        def is_shown(self) -> bool:
            return super().is_shown() and _may_be_section(type(self.instance))


def _may_be_section(model: type[Page]) -> bool:
    """Whether pages of a type may stand right below a home, itself a child of the root."""
    parents = model.allowed_parent_page_models()
    return any(Page in parent.allowed_parent_page_models() for parent in parents)


def _address() -> list[Panel]:
    return [
        MultiFieldPanel(
            [
                FieldPanel(
                    "slug",
                    heading=_("Address"),
                    help_text=_(
                        "The last part of the address, for example "
                        "“letni-rozklad”. It is made from the title; once the "
                        "page is published, its old address leads to the new "
                        "one."
                    ),
                ),
                FieldPanel(
                    "seo_title",
                    heading=_("Title for search engines"),
                    help_text=_("Only if it should differ from the page's title."),
                ),
                FieldPanel(
                    "search_description",
                    heading=_("Description for search engines"),
                    help_text=_("Only if it should differ from the lead; up to 160 characters."),
                ),
                MenuPanel("show_in_menus", help_text=_("In the menu at the top of every page.")),
            ],
            heading=_("Address and search engines"),
        ),
    ]


def page_tabs(tabs: Iterable[tuple[Any, list[Panel]]]) -> TabbedInterface:
    """The tabs of a page form, (heading, panels) each, with the address last.

    The dates of publication, which Wagtail puts among a form's panels, are seen and set in the
    side panel of the page's status.
    """
    last = [*_address(), *Page.settings_panels]
    return TabbedInterface(
        [
            *[ObjectList(panels, heading=heading) for heading, panels in tabs],
            ObjectList(last, heading=_("Address")),
        ]
    )


__all__ = [
    "FactPagePanel",
    "FactPanel",
    "FactPicturesPanel",
    "FactRowsPanel",
    "FactsPanel",
    "MenuPanel",
    "RecordPanel",
    "TextRowsPanel",
    "page_tabs",
    "stands_on_original",
]
