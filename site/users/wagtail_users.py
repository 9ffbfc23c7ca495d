"""Wagtail's app of users with our own forms; named in the settings in its place."""

from wagtail.users.apps import WagtailUsersAppConfig


class EditorsConfig(WagtailUsersAppConfig):
    user_viewset = "users.viewsets.EmailUserViewSet"
