"""Every picture, composed by hand; importing this package enters them all in the registry."""

from . import birds_eye, coal_and_steel, facade_fronts, forest_and_hills, halls_and_rooms, ideas, meetings_and_news, products_and_collections, rivers, streets  # noqa: F401 - each module enters its scenes
from .registry import SCENES, drawn

__all__ = ["SCENES", "drawn"]
