"""The list of pictures: a scene is a function that returns its parts from back to front."""

from collections.abc import Callable

from ..svg import document

Scene = Callable[[], tuple[str, ...]]

SCENES: dict[str, Scene] = {}


def scene(stem: str) -> Callable[[Scene], Scene]:
    """Enter a scene under the file stem that the content refers to."""

    def enter(draw: Scene) -> Scene:
        if stem in SCENES:
            raise ValueError(f"two pictures are called {stem}")
        SCENES[stem] = draw
        return draw

    return enter


def drawn(stem: str) -> str:
    """The whole picture as SVG text. Raises KeyError for an unknown stem."""
    return document(*SCENES[stem]())
