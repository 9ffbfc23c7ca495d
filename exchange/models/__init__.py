"""What networks do: meetings and products."""

from .meeting import AgendaItem, MeetingImage, MeetingIndexPage, MeetingPage, MeetingTag
from .product import ProductFile, ProductIndexPage, ProductPage, ProductTag
from .product_state import ProductState

__all__ = [
    "AgendaItem",
    "MeetingImage",
    "MeetingIndexPage",
    "MeetingPage",
    "MeetingTag",
    "ProductFile",
    "ProductIndexPage",
    "ProductPage",
    "ProductState",
    "ProductTag",
]
