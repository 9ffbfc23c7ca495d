"""The search's place in the admin."""

from wagtail.snippets.models import register_snippet

from .viewsets import GlossaryViewSet

register_snippet(GlossaryViewSet)
