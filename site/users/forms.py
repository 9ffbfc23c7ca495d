"""Forms of users in the admin: somebody is known by an e-mail address, and has no other name."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.auth import LoginForm
from wagtail.users.forms import UserCreationForm, UserEditForm


class SignInForm(LoginForm):
    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        # Wagtail's own field has no label, and the name of a field is English.
        self.fields["password"].label = _("Password")


class _KnownByEmail:
    """The address in lower case, and said to be an address where it is taken."""

    fields: dict[str, Any]
    cleaned_data: dict[str, Any]

    error_messages = {
        **UserCreationForm.error_messages,
        "duplicate_username": _("There is already an account with this e-mail address."),
    }

    def __init__(self, *args: Any, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.fields["email"].label = _("E-mail address")
        self.fields["email"].help_text = _("Used for signing in.")
        self.fields["email"].widget.attrs["autocomplete"] = "off"

    def clean_email(self) -> str:
        return self.cleaned_data["email"].strip().lower()


class NewUserForm(_KnownByEmail, UserCreationForm):
    pass


class UserForm(_KnownByEmail, UserEditForm):
    pass
