"""The registers' place in the admin."""

from wagtail.snippets.models import register_snippet

from . import widgets
from .viewsets import RegistersGroup

register_snippet(RegistersGroup)
widgets.register()
