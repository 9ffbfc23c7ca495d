"""What no form of ours sends is refused, not an error of the server.

Wagtail 7.4 and wagtail-localize 1.14.5 take numbers, and the parts of a long text, as they come.
Where they fail on it, whoever sent it is answered as one who asks for what is not there, or told
in words. Delete a part of :func:`apply` when its view answers so by itself.
"""

from __future__ import annotations

from functools import wraps
from typing import Any

from django.core.exceptions import BadRequest, ObjectDoesNotExist
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.datastructures import MultiValueDictKeyError
from django.utils.translation import gettext as _
from wagtail.admin.forms.choosers import URLOrAbsolutePathField
from wagtail.admin.rich_text import DraftailRichTextArea
from wagtail.admin.views.bulk_action import BulkAction
from wagtail.admin.views.generic.chooser import (
    ChosenMultipleViewMixin,
    ChosenViewMixin,
    CreationFormMixin,
)
from wagtail.api.v2.views import BaseAPIViewSet
from wagtail.blocks.list_block import ListBlock
from wagtail.blocks.stream_block import BaseStreamBlock
from wagtail_localize.views import edit_translation

from .refusals import Refusal


def _of_numbers(get_queryset: Any) -> Any:
    """A thing with a number that is none is not there."""

    @wraps(get_queryset)
    def numbered(cls: type[BulkAction], model: type, object_ids: Any) -> Any:
        # All of a list come from the database.
        if isinstance(object_ids, list):
            object_ids = [pk for pk in object_ids if pk.isdecimal()]
        return get_queryset(cls, model, object_ids)

    return classmethod(numbered)


def _of_numbers_alone(view: Any) -> Any:
    @wraps(view)
    def get(self: Any, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        request.GET = request.GET.copy()
        numbers = [pk for pk in request.GET.getlist("id") if pk.isdecimal()]
        request.GET.setlist("id", numbers)
        return view(self, request, *args, **kwargs)

    return get


def _of_a_number(view: Any) -> Any:
    @wraps(view)
    def get(self: Any, request: HttpRequest, pk: Any) -> HttpResponse:
        if not str(pk).isdecimal():
            raise Http404
        return view(self, request, pk)

    return get


def _below_what_is_there(get_actionable_objects: Any) -> Any:
    @wraps(get_actionable_objects)
    def below(self: BulkAction) -> Any:
        if not self.request.GET.get("childOf", "0").isdecimal():
            raise Http404
        try:
            return get_actionable_objects(self)
        except ObjectDoesNotExist as error:
            raise Http404 from error

    return below


def _found_by_a_number(find_object: Any) -> Any:
    @wraps(find_object)
    def find(self: Any, queryset: Any, request: HttpRequest) -> Any:
        try:
            return find_object(self, queryset, request)
        except ValueError as error:
            raise Http404 from error

    return find


def _of_text(to_python: Any) -> Any:
    @wraps(to_python)
    def read(self: Any, value: str | None) -> Any:
        return to_python(self, value or "")

    return read


def _where_there_is_a_form(can_create: Any) -> Any:
    """The window of a register makes no records, but has an address for it."""

    @wraps(can_create)
    def may(self: Any) -> bool:
        return can_create(self) and self.get_creation_form_class() is not None

    return may


def _well_formed(value_from_datadict: Any) -> Any:
    @wraps(value_from_datadict)
    def read(self: Any, data: Any, files: Any, name: str) -> Any:
        try:
            return value_from_datadict(self, data, files, name)
        except (KeyError, ValueError) as error:
            raise BadRequest(f"The parts of “{name}” are not those of its form.") from error

    return read


def _made_here(upload_pofile: Any) -> Any:
    @wraps(upload_pofile)
    def upload(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return upload_pofile(request, *args, **kwargs)
        except MultiValueDictKeyError:
            # No file at all: see ``InputGuardMiddleware``.
            raise
        except KeyError as error:
            message = _(
                "This PO file belongs to another page; download this page's and translate that."
            )
            raise Refusal(message) from error

    return upload


def apply() -> None:
    BulkAction.get_queryset = _of_numbers(BulkAction.get_queryset.__func__)
    BulkAction.get_actionable_objects = _below_what_is_there(BulkAction.get_actionable_objects)
    ChosenMultipleViewMixin.get = _of_numbers_alone(ChosenMultipleViewMixin.get)
    ChosenViewMixin.get = _of_a_number(ChosenViewMixin.get)
    BaseAPIViewSet.find_object = _found_by_a_number(BaseAPIViewSet.find_object)
    URLOrAbsolutePathField.to_python = _of_text(URLOrAbsolutePathField.to_python)
    CreationFormMixin.can_create = _where_there_is_a_form(CreationFormMixin.can_create)
    for part in (BaseStreamBlock, ListBlock, DraftailRichTextArea):
        part.value_from_datadict = _well_formed(part.value_from_datadict)
    edit_translation.upload_pofile = _made_here(edit_translation.upload_pofile)
