"""The hour and the weather: one light falls on everything in a picture and holds it together."""

from dataclasses import dataclass

from .palette import (
    AZURE,
    BRICK,
    COBALT,
    GOLD,
    INK,
    LAMP,
    ORANGE,
    PAPER,
    PLUM,
    ROSE,
    SLATE,
    WHITE,
    Tone,
    mix,
)  # fmt: skip


@dataclass(frozen=True)
class Light:
    """What the sky looks like and how strongly its cast colours what stands beneath it."""

    top: str
    low: str
    cast: str
    strength: float
    lit: float = 0.0  # share of windows with a lamp behind them
    shadow: str = INK

    def colour(self, colour: str, depth: float = 0.0) -> str:
        """A colour as it looks in this light; `depth` 0–1 moves it into the haze."""
        return mix(mix(colour, self.cast, self.strength), self.low, depth)

    def tone(self, tone: Tone, depth: float = 0.0) -> Tone:
        colours = (tone.net, tone.wall, tone.tint, tone.ink)
        return Tone(*(self.colour(colour, depth) for colour in colours))


def day(tone: Tone, warmth: float = 0.25) -> Light:
    """Plain daylight; the sky is the paper of the tone."""
    top = mix(tone.tint, tone.wall, 0.22)
    return Light(top, mix(mix(tone.tint, PAPER, 0.3), LAMP, warmth * 0.3), LAMP, warmth * 0.12)


def clear(warmth: float = 0.2) -> Light:
    """A blue midday."""
    low = mix(AZURE.tint, WHITE, 0.35)
    return Light(mix(AZURE.tint, AZURE.wall, 0.5), low, LAMP, warmth * 0.1)


def golden() -> Light:
    """The hour before sunset."""
    low = mix(LAMP, PAPER, 0.35)
    return Light(mix(ORANGE.tint, ORANGE.wall, 0.42), low, GOLD.wall, 0.14, 0.12, BRICK.ink)


def dawn() -> Light:
    top, low = mix(ROSE.tint, AZURE.wall, 0.45), mix(ROSE.tint, LAMP, 0.3)
    return Light(top, low, ROSE.wall, 0.12, 0.1, PLUM.ink)


def dusk() -> Light:
    """After sunset: violet above, embers at the horizon, lamps coming on."""
    low = mix(mix(ROSE.wall, LAMP, 0.45), ROSE.tint, 0.25)
    return Light(mix(PLUM.ink, COBALT.ink, 0.55), low, PLUM.ink, 0.36, 0.4, mix(INK, PLUM.ink, 0.4))


def night() -> Light:
    top = mix(COBALT.ink, INK, 0.72)
    return Light(top, mix(COBALT.ink, AZURE.ink, 0.35), top, 0.56, 0.3, INK)


def rain() -> Light:
    top = mix(SLATE.wall, AZURE.wall, 0.45)
    low = mix(SLATE.tint, AZURE.wall, 0.22)
    return Light(top, low, mix(SLATE.wall, AZURE.net, 0.4), 0.24, 0.25, SLATE.ink)


def winter() -> Light:
    top, low = mix(AZURE.tint, AZURE.wall, 0.3), mix(WHITE, ROSE.tint, 0.45)
    return Light(top, low, AZURE.tint, 0.12, 0.2, COBALT.ink)


def haze(tone: Tone = SLATE) -> Light:
    """A day without edges."""
    top, low = mix(tone.tint, tone.wall, 0.38), mix(tone.tint, PAPER, 0.2)
    return Light(top, low, mix(tone.wall, tone.tint, 0.5), 0.28, 0.1, tone.ink)


def autumn() -> Light:
    top, low = mix(GOLD.tint, AZURE.wall, 0.32), mix(GOLD.tint, ORANGE.tint, 0.5)
    return Light(top, low, GOLD.wall, 0.1, 0.05, BRICK.ink)
