"""Townhouse façades and the rows they stand in: the "pierzeja" that runs through every picture."""

from dataclasses import dataclass, replace
from random import Random

from .gables import gable
from .light import Light
from .palette import Tone, mix
from .svg import box, path, rect, stroke
from .windows import arcade, door, shop, window


@dataclass(frozen=True)
class House:
    """A townhouse seen straight on. Width and height (of the wall) are in pixels."""

    top: str
    tone: Tone
    width: float = 180
    height: float = 420
    storeys: int = 3
    bays: int = 3
    style: str = "tall"
    ground: str = "door"  # door, shop, arcade, gate, plain
    awning: Tone | None = None
    brick: bool = False

    def wide(self, width: float) -> "House":
        return replace(self, width=width)


def house(spec: House, x: float, base: float, light: Light, depth: float = 0.0) -> str:
    """The house with its bottom left corner at (x, base). Seeded by what it is and where."""
    rng = Random(f"{spec.top}{spec.width}{spec.height}{x}{base}")
    tone = light.tone(spec.tone, depth)
    awning = light.tone(spec.awning, depth) if spec.awning else None
    w, h, eaves_line = spec.width, spec.height, base - spec.height
    ground = h / (spec.storeys + 0.35) * 1.2
    floor = (h - ground) / max(1, spec.storeys - 1)
    parts = [rect(x, eaves_line, w, h, tone.wall)]
    parts.append(bricks(x, eaves_line, w, h, tone, rng) if spec.brick else _plaster(
        x, eaves_line, w, h, tone, rng))  # fmt: skip
    parts.append(gable(spec.top, x, eaves_line, w, tone))
    for level in range(spec.storeys - 1):
        parts.append(_storey(spec, x, eaves_line + level * floor, floor, tone, light, rng))
    parts.append(_ground(spec, x, base, ground, tone, awning, rng.random() < light.lit * 1.4))
    parts.append(
        path(box(x, base - ground - 4, w, 5) + box(x, base - h * 0.02, w, h * 0.02), tone.ink)
    )
    parts.append(rect(x + w * 0.93, eaves_line + 2, w * 0.07, h - 2, light.shadow, opacity=0.13))
    return "".join(parts)  # fmt: skip


def _storey(
    spec: House, x: float, y: float, floor: float, tone: Tone, light: Light, rng: Random
) -> str:
    bay = spec.width / (spec.bays + 0.35)
    narrow = 0.34 if spec.style == "shutters" else 0.44
    w, h = bay * (0.66 if spec.style == "wide" else narrow), min(floor * 0.6, bay * 1.15)
    parts = []
    for k in range(spec.bays):
        left = x + bay * 0.175 + bay * k + (bay - w) / 2
        lit = rng.random() < light.lit
        parts.append(
            window(left, y + (floor - h) * 0.55, w, h, tone, style=spec.style, lit=lit, rng=rng)
        )
    line = mix(tone.wall, tone.ink, 0.35)
    parts.append(rect(x, y, spec.width, max(2, floor * 0.022), line) if floor > 40 else "")
    return "".join(parts)


def _ground(
    spec: House, x: float, base: float, h: float, tone: Tone, awning: Tone | None, lit: bool
) -> str:
    w = spec.width
    if spec.ground == "shop":
        return shop(x + w * 0.07, base, w * 0.86, h * 0.86, tone, awning=awning, lit=lit)
    if spec.ground == "arcade":
        return arcade(x, base, w, h * 0.82, tone, max(2, spec.bays), lit=lit)
    if spec.ground == "plain":
        return ""
    if spec.ground == "gate":
        return arcade(x + w * 0.28, base, w * 0.44, h * 0.9, tone, 1, lit=lit)
    wide = min(w * 0.24, h * 0.46)
    side = min(w * 0.17, h * 0.4)
    return (
        door(x + (w - wide) / 2, base, wide, h * 0.78, tone, lit=lit)
        + window(x + w * 0.12, base - h * 0.7, side, h * 0.42, tone, lit=lit)
        + window(x + w * 0.88 - side, base - h * 0.7, side, h * 0.42, tone, lit=lit)
    )


def bricks(
    x: float, y: float, w: float, h: float, tone: Tone, rng: Random, size: float = 9,
    share: float = 0.3,
) -> str:  # fmt: skip
    """Brick courses: a scattering of darker and paler headers, laid in their rows."""
    dark, light = [], []
    for row in range(int(h / size)):
        shift = size if row % 2 else 0
        for column in range(int((w - shift) / (2 * size))):
            draw = rng.random()
            if draw < share:
                mark = f"M{x + shift + column * 2 * size + 1.5:.0f} {y + (row + 0.5) * size:.0f}"
                (dark if draw < share * 0.65 else light).append(mark + f"h{size * 1.2:.0f}")
    style = {"stroke_linecap": "butt"}
    return stroke("".join(dark) or "M0 0", mix(tone.wall, tone.ink, 0.3), size * 0.42, **style) + (
        stroke("".join(light) or "M0 0", mix(tone.wall, tone.tint, 0.24), size * 0.42, **style)
    )


def _plaster(x: float, y: float, w: float, h: float, tone: Tone, rng: Random) -> str:
    """Quoins at the corners and a few worn places."""
    marks = "".join(
        f"M{x + rng.uniform(0.1, 0.85) * w:.0f} {y + rng.uniform(0.05, 0.95) * h:.0f}"
        f"h{rng.uniform(0.02, 0.07) * w:.0f}"
        for _ in range(14)
    )
    quoins, step = "", max(14, h / 26)
    for k in range(int(h / step / 2)):
        quoins += box(x, y + k * 2 * step + step * 0.4, w * 0.035, step)
        quoins += box(x + w * 0.965, y + k * 2 * step + step * 0.4, w * 0.035, step)
    return stroke(marks, mix(tone.wall, tone.tint, 0.25), 2) + path(
        quoins, mix(tone.wall, tone.ink, 0.14)
    )


def row(
    houses: list[House], x: float, base: float, light: Light, depth: float = 0.0,
    span: float | None = None,
) -> str:  # fmt: skip
    """The houses side by side from x; with `span` their widths are stretched to fill it."""
    total = sum(spec.width for spec in houses)
    factor = span / total if span else 1
    parts = []
    for spec in houses:
        fitted = spec.wide(spec.width * factor)
        parts.append(house(fitted, x, base, light, depth))
        x += fitted.width
    return "".join(parts)


def pierzeja(
    seed: str, tones: list[Tone], count: int, *, height: float = 400, tops: str = "",
    ground: str = "", brick: bool = False, storeys: int = 0,
) -> list[House]:  # fmt: skip
    """A row of `count` houses that never puts the same gable or colour side by side.

    Gables and ground floors are taken from the space-separated names where they are given.
    """
    rng = Random(seed)
    names = tops.split() or ["stepped", "attic", "baroque", "neck", "pediment", "mansard", "steep"]
    floors = ground.split() or ["door", "shop", "door", "gate", "shop"]
    houses: list[House] = []
    for k in range(count):
        last = houses[-1] if houses else None
        top = rng.choice([n for n in names if not last or n != last.top] or names)
        tone = rng.choice([t for t in tones if not last or t != last.tone] or tones)
        width = rng.choice((150, 165, 180, 200, 225))
        levels = storeys or rng.choice((3, 3, 4))
        houses.append(House(
            top, tone, width, height * rng.uniform(0.86, 1.12), levels, 2 if width < 160 else 3,
            rng.choice(("tall", "arched", "crowned", "shutters", "tall")), floors[k % len(floors)],
            rng.choice(tones), brick or top == "stepped",
        ))  # fmt: skip
    return houses
