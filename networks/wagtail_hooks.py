"""The networks' place in the admin."""

from wagtail.snippets.models import register_snippet

from base import picking

from .finding import NETWORKS
from .viewsets import NetworksGroup

register_snippet(NetworksGroup)
picking.register(NETWORKS)
