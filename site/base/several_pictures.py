"""Many pictures at once: credit and licence are asked for once, alternative texts of each.

Wagtail's page for several images, with what they share above the files. Nothing of a picture is
lost where another one fails: a file waits as an upload until its own form is right.
"""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import Any

from django import forms
from django.urls import path
from wagtail.admin.forms.models import formfield_for_dbfield
from wagtail.images.forms import BaseImageForm, get_image_form
from wagtail.images.views import multiple

from .models import CustomImage
from .photographs import without_place

SHARED = ("author", "source", "illustration", "licence")
PREFIX = "shared"
_BETWEEN_WORDS = re.compile(r"[\s_]+|(?<=\w)-+(?=\w)")


class SharedForm(forms.Form):
    """What is the same of all pictures of an upload; each may still differ in its own form."""

    def __init__(self, data: Any = None):
        super().__init__(data, prefix=PREFIX)
        self.fields.update(
            forms.models.fields_for_model(
                CustomImage, SHARED, formfield_callback=formfield_for_dbfield
            )
        )

    @property
    def values(self) -> dict[str, Any]:
        """What was given and may stand; the rest is asked for again of each picture."""
        self.is_valid()
        return self.cleaned_data


def title_from(name: str) -> str:
    """A readable title out of a file's name: ``rynek_po-remoncie.JPG`` → "Rynek po remoncie"."""
    file = PurePosixPath(name)
    stem = file.stem if file.suffix[1:].isalnum() else file.name
    words = _BETWEEN_WORDS.sub(" ", stem).strip()
    return words[:1].upper() + words[1:]


class _AsksForLittle:
    """The form of one picture: what differs is open, what is shared can be opened."""

    edit_form_template_name = "base/admin/uploaded_picture.html"

    def get_edit_form_class(self) -> type[BaseImageForm]:
        """With the area that must stay in view, which Wagtail asks for later or never."""
        form = get_image_form(CustomImage)

        class OneOfSeveralForm(form):  # type: ignore[valid-type, misc]
            class Meta(form.Meta):  # type: ignore[name-defined]
                exclude = ("file",)

        return OneOfSeveralForm


class AddSeveral(_AsksForLittle, multiple.AddView):
    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context_data(**kwargs), "shared_form": SharedForm()}

    def get_edit_upload_form_context_data(self) -> dict[str, Any]:
        for name, value in SharedForm(self.request.POST).values.items():
            setattr(self.object, name, value)
        self.object.title = title_from(self.request.FILES["files[]"].name)
        return super().get_edit_upload_form_context_data()


class EditOne(_AsksForLittle, multiple.EditView):
    pass


class CreateOne(_AsksForLittle, multiple.CreateFromUploadedImageView):
    def save_object(self, form: Any) -> None:
        """Wagtail copies the waiting file past the model, which would have looked into it."""
        self.upload.file.file = without_place(self.upload.file.file)
        super().save_object(form)


# At Wagtail's own addresses: they are asked before Wagtail's (see ``wagtail_hooks``).
urlpatterns = [
    path("images/multiple/add/", AddSeveral.as_view(), name="several_pictures"),
    path("images/multiple/<int:image_id>/", EditOne.as_view(), name="one_of_several_pictures"),
    path(
        "images/multiple/create_from_uploaded_image/<int:uploaded_file_id>/",
        CreateOne.as_view(),
        name="refused_of_several_pictures",
    ),
]
