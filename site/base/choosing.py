"""Which pages and files a form takes, and names, to who fills it in.

A chooser offers what the admin may name to somebody; a form that is sent may ask for any record
there is, and Wagtail 7.4 would take it and show its title, its address and its picture. So what
is new must be known to who asks, and what the record held before stays, but is not named. It
holds for every form of the admin, for the blocks in it, and for the links of its texts.

The forms are told by validators, the rest asks :mod:`base.asking`. Delete a part of :func:`apply`
when Wagtail's own class asks its policies what it may name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextvars import ContextVar
from copy import copy
from functools import partial, wraps
from typing import Any

from django.core.exceptions import FieldDoesNotExist, ValidationError
from django.db.models import Model, QuerySet
from django.forms import BaseForm, ModelChoiceField
from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.forms.pages import CopyForm, MoveForm, ParentChooserForm
from wagtail.admin.rich_text.converters.html_to_contentstate import PageLinkElementHandler
from wagtail.admin.views.pages.bulk_actions.move import MoveForm as MoveSeveralForm
from wagtail.admin.widgets import BaseChooser
from wagtail.blocks import ChooserBlock
from wagtail.blocks.base import BlockField
from wagtail.documents.rich_text.contentstate import DocumentLinkElementHandler
from wagtail.models import Page

from . import access, media
from .asking import asker
from .models import CustomDocument, CustomImage

KINDS = (Page, CustomImage, CustomDocument)
# What the field being read held before: kinds and keys.
_held_by_field: ContextVar[Callable[[], set[tuple[type[Model], Any]]]] = ContextVar("held")


def known_to(user: access.Reader, records: QuerySet) -> QuerySet:
    """Those of the pages, pictures or documents that the admin may name to the user."""
    if issubclass(records.model, Page):
        return access.listed(records, user)
    return media.seen_by(user, records)


def kind_of(model: type[Model]) -> type[Model] | None:
    """The one of :data:`KINDS` that a model is of; of others everybody may know."""
    return next((kind for kind in KINDS if issubclass(model, kind)), None)


def is_named(record: Model) -> bool:
    """Whether the record may be named to who asks; outside the admin nothing is asked."""
    user, kind = asker(), kind_of(type(record))
    if user is None or kind is None:
        return True
    return known_to(user, kind._default_manager.filter(pk=record.pk)).exists()


def unnamed(kind: type[Model]) -> str:
    """What stands in the place of the name."""
    return {
        Page: _("a page you cannot see"),
        CustomImage: _("an image you cannot see"),
        CustomDocument: _("a document you cannot see"),
    }[kind]


def name_of(record: Model, name: str) -> str:
    """The name of a record, or what stands in its place for who asks."""
    return name if is_named(record) else unnamed(kind_of(type(record)))


# --- What is taken ----------------------------------------------------------------------


class OfWhatIsNamed:
    """Refuses, in the words for what does not exist, what is neither named nor ``held``."""

    def __init__(self, field: ModelChoiceField, held: Callable[[], set[Any]]):
        self.field, self.held = field, held

    def __call__(self, value: Any) -> None:
        model = self.field.queryset.model
        chosen = value if isinstance(value, list | tuple | set) else [value]
        keys = {str(getattr(each, "pk", each)) for each in chosen}
        known = known_to(asker() or access.ANONYMOUS, model._default_manager.filter(pk__in=keys))
        allowed = {str(pk) for pk in [*known.values_list("pk", flat=True), *self.held()]}
        for key in sorted(keys - allowed):
            message = self.field.error_messages["invalid_choice"]
            raise ValidationError(message, code="invalid_choice", params={"value": key})


def _guarding(init: Any) -> Any:
    @wraps(init)
    def guarded(self: BaseForm, *args: Any, **kwargs: Any) -> None:
        init(self, *args, **kwargs)
        if asker() is not None:
            instance = getattr(self, "instance", None)
            _guard(self, [] if instance is None else [instance])

    return guarded


def _guard(form: BaseForm, rows: list[Model]) -> None:
    for name, field in form.fields.items():
        if isinstance(field, BlockField):
            field.held = partial(_held_by_blocks, field, name, rows)
        elif isinstance(field, ModelChoiceField) and kind_of(field.queryset.model):
            others = [each for each in field.validators if not isinstance(each, OfWhatIsNamed)]
            field.validators = [*others, OfWhatIsNamed(field, partial(_held, name, rows))]
    for formset in getattr(form, "formsets", {}).values():
        # A row of a draft has no key by which its form could be told from a new one; and a form
        # writes into its row while those of the others are still being read.
        kept = [copy(row) for row in formset.get_queryset()]
        for each in formset.forms:
            _guard(each, kept)


def _held(name: str, rows: Iterable[Model]) -> set[Any]:
    """The keys of what the rows have in this field."""
    held: set[Any] = set()
    for row in rows:
        try:
            field = row._meta.get_field(name)
        except FieldDoesNotExist:
            continue
        value = field.value_from_object(row)
        held.update((each.pk for each in value) if field.many_to_many else [value])
    return held - {None}


def _held_by_blocks(
    field: BlockField, name: str, rows: Iterable[Model]
) -> set[tuple[type[Model], str]]:
    """What the blocks of this field refer to, links of texts included."""
    found = set()
    for row in rows:
        for model, key, _path, _content in field.block.extract_references(getattr(row, name)):
            if kind := kind_of(model):
                found.add((kind, str(key)))
    return found


def _knowing_what_it_held(clean: Any) -> Any:
    @wraps(clean)
    def clean_knowing(self: BlockField, value: Any) -> Any:
        token = _held_by_field.set(getattr(self, "held", set))
        try:
            return clean(self, value)
        finally:
            _held_by_field.reset(token)

    return clean_knowing


def _of_what_is_named(clean: Any) -> Any:
    @wraps(clean)
    def clean_chosen(self: ChooserBlock, value: Any) -> Any:
        chosen = clean(self, value)
        if chosen is not None and not is_named(chosen):
            held = _held_by_field.get(set)()
            if (kind_of(type(chosen)), str(chosen.pk)) not in held:
                raise ValidationError(
                    self.field.error_messages["invalid_choice"], code="invalid_choice"
                )
        return chosen

    return clean_chosen


# --- What is named ----------------------------------------------------------------------


def _naming_what_may_be_named(get_value_data: Any) -> Any:
    @wraps(get_value_data)
    def named(self: BaseChooser, value: Any) -> Any:
        try:
            record = self.get_instance(value)
        except ValueError:
            # What was sent is no key; the field has said so.
            record = None
        if record is None or is_named(record):
            return get_value_data(self, record)
        return {
            "id": record.pk,
            self.display_title_key: unnamed(kind_of(type(record))),
            "edit_url": "",
            # Of pages, and of pictures.
            "parent_id": None,
            "preview": {"url": "", "width": 0, "height": 0},
            "default_alt_text": "",
        }

    return named


def _leading_to_what_may_be_named(kind: type[Model]) -> Callable[[Any], Any]:
    """A link keeps its number, by which it is saved; where it leads is not said."""

    def wrapper(get_attribute_data: Any) -> Any:
        @wraps(get_attribute_data)
        def attributes(self: Any, attrs: dict[str, str]) -> dict[str, Any]:
            record = kind._default_manager.filter(pk=_number(attrs.get("id"))).first()
            if record is None or is_named(record):
                return get_attribute_data(self, attrs)
            words = unnamed(kind)
            # The editor shows the address of a page and the name of a document.
            return {
                "id": record.pk, "url": f"#{words}", "parentId": None, "filename": words
            }  # fmt: skip

        return attributes

    return wrapper


def _number(text: str | None) -> int | None:
    return int(text) if text and text.isdecimal() else None


def apply() -> None:
    for form in (WagtailAdminModelForm, CopyForm, MoveForm, MoveSeveralForm, ParentChooserForm):
        form.__init__ = _guarding(form.__init__)
    BlockField.clean = _knowing_what_it_held(BlockField.clean)
    ChooserBlock.clean = _of_what_is_named(ChooserBlock.clean)
    BaseChooser.get_value_data = _naming_what_may_be_named(BaseChooser.get_value_data)
    for handler, kind in (
        (PageLinkElementHandler, Page),
        (DocumentLinkElementHandler, CustomDocument),
    ):
        handler.get_attribute_data = _leading_to_what_may_be_named(kind)(handler.get_attribute_data)
