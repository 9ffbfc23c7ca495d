"""Passers-by, small and seen from afar or from behind: coats, not portraits."""

from random import Random

from .palette import BROWN, INK, LAMP, SHADE, mix
from .svg import circle, ellipse, group, path, poly, rect, stroke

SKINS = (mix(SHADE, BROWN.wall, 0.3), mix(SHADE, BROWN.wall, 0.55), mix(SHADE, "#cd6f2c", 0.25))
HAIR = (INK, BROWN.ink, BROWN.wall, mix(SHADE, LAMP, 0.4), "#857d71")


def walker(
    x: float,
    base: float,
    h: float,
    coat: str,
    *,
    facing: int = 1,
    hat: str = "",
    bag: str = "",
    still: bool = False,
) -> str:
    """One person, `h` high, mid-step or standing still, seen from behind."""
    rng = Random(f"{x}{h}{coat}")
    legs, skin, hair = mix(coat, INK, 0.72), rng.choice(SKINS), rng.choice(HAIR)
    stride = 0.05 if still else rng.uniform(0.1, 0.16)
    s, w = facing, h * 0.1
    step = (
        f"M{x - h * 0.03} {base - h * 0.42}L{x - s * h * stride} {base - h * 0.02}l{s * h * 0.05} 0"
        f"M{x + h * 0.03} {base - h * 0.42}L{x + s * h * stride} {base - h * 0.02}l{s * h * 0.05} 0"
    )
    body = (
        f"M{x - w * 0.95} {base - h * 0.78}Q{x} {base - h * 0.87} {x + w * 0.95} {base - h * 0.78}"
        f"L{x + w * 1.35} {base - h * 0.33}H{x - w * 1.35}Z"
    )
    arms = f"M{x - w} {base - h * 0.75}L{x - w * 1.5} {base - h * 0.46}M{x + w} {base - h * 0.75}L{x + w * 1.5} {base - h * 0.46}"
    head_y = base - h * 0.91
    parts = [
        stroke(step, legs, h * 0.055),
        stroke(arms, mix(coat, INK, 0.18), h * 0.055),
        path(body, coat),
        rect(x - h * 0.026, head_y + h * 0.03, h * 0.052, h * 0.06, skin),
        ellipse(x, head_y, h * 0.062, h * 0.068, hair),
    ]  # fmt: skip
    if hat:
        parts.append(
            path(
                f"M{x - h * 0.074} {head_y - h * 0.01}A{h * 0.074} {h * 0.07} 0 0 1 {x + h * 0.074} {head_y - h * 0.01}Z",
                hat,
            )
        )
    if bag:
        parts.append(
            path(f"M{x - w * 0.7} {base - h * 0.76}h{w * 1.4}v{h * 0.22}h{-w * 1.4}z", bag)
        )
    return group(*parts)


def umbrella(x: float, base: float, h: float, coat: str, dome: str) -> str:
    """A walker under an umbrella."""
    top = base - h * 1.08
    r = h * 0.34
    scallops = "".join(f"q{-r / 4} {-r * 0.16} {-r / 2} 0" for _ in range(4))
    return group(
        walker(x, base, h, coat),
        stroke(f"M{x + h * 0.09} {base - h * 0.5}V{top}", INK, h * 0.016),
        path(f"M{x - r} {top + r * 0.42}Q{x - r * 0.8} {top - r * 0.45} {x} {top - r * 0.5}"
             f"Q{x + r * 0.8} {top - r * 0.45} {x + r} {top + r * 0.42}{scallops}Z", dome),
        stroke(f"M{x - r * 0.5} {top + r * 0.4}Q{x - r * 0.4} {top - r * 0.2} {x} {top - r * 0.5}Q{x + r * 0.4} {top - r * 0.2} {x + r * 0.5} {top + r * 0.4}",
               mix(dome, INK, 0.2), h * 0.012),
    )  # fmt: skip


def from_above(x: float, y: float, size: float, coat: str, shadow: str, length: float = 2.6) -> str:
    """A person on a square far below, with a long evening shadow falling to the right."""
    s = size
    return group(
        poly([(x - s * 0.2, y + s * 0.25), (x + s * length, y + s * (0.3 + length * 0.42)), (x + s * (length + 0.45), y + s * (0.05 + length * 0.4)),
              (x + s * 0.3, y - s * 0.25)], shadow, opacity=0.28),
        ellipse(x, y, s * 0.5, s * 0.36, coat), circle(x, y - s * 0.12, s * 0.22, mix(coat, INK, 0.55)),
    )  # fmt: skip


def crowd(
    places: list[tuple[float, float]], size: float, colours: list[str], shadow: str, seed: str
) -> str:
    rng = Random(seed)
    ordered = sorted(places, key=lambda place: place[1])
    return "".join(
        from_above(x, y, size * rng.uniform(0.9, 1.1), rng.choice(colours), shadow)
        for x, y in ordered
    )
