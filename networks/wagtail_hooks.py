"""The networks' place in the admin."""

from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.log_actions import LogFormatter
from wagtail.snippets.models import register_snippet

from base import picking
from users.models import User

from . import coordinators
from .finding import NETWORKS
from .viewsets import NetworksGroup

register_snippet(NetworksGroup)
picking.register(NETWORKS)


@hooks.register("register_log_actions")
def network_log_actions(actions: Any) -> None:
    @actions.register_action(coordinators.COORDINATORS_CHANGED)
    class CoordinatorsChanged(LogFormatter):
        label = gettext_lazy("Change coordinators' rights")

        def format_message(self, log_entry: Any) -> str:
            names = {
                key: ", ".join(map(str, User.objects.filter(pk__in=log_entry.data[key])))
                for key in ("given", "taken")
            }
            return _("Coordinator's rights given to: %(given)s; taken away from: %(taken)s") % {
                key: said or "–" for key, said in names.items()
            }
