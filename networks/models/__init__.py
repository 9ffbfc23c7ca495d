"""Programmes, their networks, and who belongs to them."""

from .coordination import NetworkGroup
from .membership import Membership
from .network import NetworkPage, NetworkPerson, NetworkTopic
from .programme import NetworkIndexPage, ProgrammePage, Publicity, PublicityLogo

__all__ = [
    "Membership",
    "NetworkGroup",
    "NetworkIndexPage",
    "NetworkPage",
    "NetworkPerson",
    "NetworkTopic",
    "ProgrammePage",
    "Publicity",
    "PublicityLogo",
]
