"""The first page of the admin says what waits for the editors."""

from typing import Any

from django.http import HttpRequest
from wagtail import hooks

from .dashboard import Dashboard


@hooks.register("construct_homepage_panels")
def show_what_waits(request: HttpRequest, panels: list[Any]) -> None:
    panels.append(Dashboard())
