"""The group of a network's coordinators: a mirror of the network's page, kept by code."""

from __future__ import annotations

from django.contrib.auth.models import Group
from django.db import models

from .network import NetworkPage


class NetworkGroup(models.Model):
    """Which group holds the coordinators of which network.

    Never edited by hand: :mod:`networks.coordinators` writes its members and its rights.
    """

    network = models.OneToOneField(NetworkPage, on_delete=models.CASCADE, related_name="+")
    group = models.OneToOneField(Group, on_delete=models.CASCADE, related_name="network_group")
