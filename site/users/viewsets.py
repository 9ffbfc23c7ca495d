"""Users in the admin's settings."""

from __future__ import annotations

from typing import Any

from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.users.views.users import IndexView, UserViewSet

from .forms import NewUserForm, UserForm


class UserIndexView(IndexView):
    @cached_property
    def columns(self) -> list[Any]:
        columns = super().columns
        for column in columns:
            if column.name == self.model.USERNAME_FIELD:
                column.label = _("E-mail address")
        return columns


class EmailUserViewSet(UserViewSet):
    index_view_class = UserIndexView

    def get_form_class(self, for_update: bool = False) -> type:
        return UserForm if for_update else NewUserForm
