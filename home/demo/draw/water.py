"""Rivers, lakes, puddles, and what floats on them."""

from random import Random

from .light import Light
from .palette import BRICK, PAPER, WHITE, Tone, mix
from .svg import (
    WIDTH,
    circle,
    clipped,
    ellipse,
    gradient,
    group,
    moved,
    path,
    poly,
    rect,
    segment,
    stroke,
)  # fmt: skip


def band(
    top: float, bottom: float, light: Light, colour: str, seed: str, *, glints: int = 46,
    x0: float = 0, x1: float = WIDTH,
) -> str:  # fmt: skip
    """Open water between two levels, with glints that widen towards the viewer."""
    near = light.colour(colour)
    definition, fill = gradient((0, mix(near, light.low, 0.62)), (1, near))
    return (
        definition
        + rect(x0, top, x1 - x0, bottom - top, fill)
        + ripples(top, bottom, mix(near, light.low, 0.75), seed, glints, x0=x0, x1=x1)
    )


def ripples(
    top: float, bottom: float, colour: str, seed: str, count: int = 40, *, x0: float = 0,
    x1: float = WIDTH, opacity: float = 0.75,
) -> str:  # fmt: skip
    """Flat strokes of light, thin far away and broad near by."""
    rng, parts = Random(seed), []
    for _ in range(count):
        t = rng.random() ** 1.3
        y = top + 6 + (bottom - top - 10) * t
        length = rng.uniform(24, 90) * (0.4 + t * 1.3)
        x = rng.uniform(x0 - 20, x1 - 20)
        h = 1.6 + 4.4 * t
        parts.append(
            path(f"M{x:.0f} {y:.0f}q{length / 2:.0f} {-h:.1f} {length:.0f} 0"
                 f"q{-length / 2:.0f} {h:.1f} {-length:.0f} 0z", colour))  # fmt: skip
    return group(*parts, opacity=opacity)


def reflection(
    shore: float, picture: str, depth: float, water: str, seed: str, *, veil: float = 0.42,
    squeeze: float = 0.8,
) -> str:  # fmt: skip
    """What stands on the shore line, upside down in the water and broken by strips of it."""
    rng, y, strips = Random(seed), shore + 10.0, []
    while y < shore + depth:
        t = (y - shore) / depth
        for _ in range(4):
            x, w = rng.uniform(-80, WIDTH), rng.uniform(90, 320)
            h = rng.uniform(1, 2.2) + 4 * t
            strips.append(
                f"M{x:.0f} {y:.0f}q{w / 2:.0f} {-h:.1f} {w:.0f} 0q{-w / 2:.0f} {h:.1f} {-w:.0f} 0z"
            )
        y += 9 + 15 * t
    flipped = group(picture, transform=f"translate(0 {shore * (1 + squeeze)}) scale(1 {-squeeze})")
    return clipped(
        f"M0 {shore}H{WIDTH}V{shore + depth}H0Z",
        flipped,
        rect(0, shore, WIDTH, depth, water, opacity=veil),
        path("".join(strips), mix(water, WHITE, 0.12), opacity=0.5),
    )  # fmt: skip


def rings(seed: str, top: float, bottom: float, colour: str, count: int = 26) -> str:
    """Circles that raindrops leave on a surface."""
    rng, parts = Random(seed), []
    for _ in range(count):
        t = rng.random()
        x, y, r = rng.uniform(0, WIDTH), top + (bottom - top) * t, 8 + 22 * t * rng.uniform(0.6, 1)
        for share in (1, 0.5):
            parts.append(ellipse(round(x), round(y), r * share, r * share * 0.3, "none",
                                 stroke=colour, stroke_width=1.4 + t * 1.6, opacity=0.8))  # fmt: skip
    return "".join(parts)


def puddle(x: float, y: float, w: float, h: float, colour: str) -> str:
    d = (
        f"M{x - w * 0.5} {y}C{x - w * 0.5} {y - h * 0.6} {x - w * 0.2} {y - h * 0.3} {x - w * 0.05} {y - h * 0.5}"
        f"C{x + w * 0.2} {y - h * 0.7} {x + w * 0.5} {y - h * 0.5} {x + w * 0.48} {y}"
        f"C{x + w * 0.46} {y + h * 0.5} {x + w * 0.1} {y + h * 0.3} {x - w * 0.06} {y + h * 0.48}"
        f"C{x - w * 0.3} {y + h * 0.6} {x - w * 0.5} {y + h * 0.5} {x - w * 0.5} {y}Z"
    )
    return path(d, colour)


def sail(x: float, y: float, h: float, light: Light, hull: str, cloth: str = PAPER) -> str:
    """A sailing boat; its waterline at (x, y), the mast `h` high."""
    white = light.colour(cloth)
    return moved(
        x, y,
        ellipse(0, 2, h * 0.34, h * 0.03, mix(light.low, WHITE, 0.3), opacity=0.7),
        path(f"M{-h * 0.3} {-h * 0.1}H{h * 0.34}L{h * 0.26} 0H{-h * 0.22}Z", light.colour(hull)),
        rect(-h * 0.008, -h, h * 0.016, h * 0.92, light.colour("#583618")),
        path(f"M{h * 0.02} {-h}Q{h * 0.24} {-h * 0.5} {h * 0.3} {-h * 0.15}H{h * 0.02}Z", white),
        path(f"M{-h * 0.03} {-h * 0.86}Q{-h * 0.1} {-h * 0.45} {-h * 0.26} {-h * 0.15}H{-h * 0.03}Z",
             mix(white, light.shadow, 0.12)),
    )  # fmt: skip


def ferry(x: float, y: float, w: float, light: Light, tone: Tone) -> str:
    """A flat car ferry with raised ramps and a small wheelhouse; waterline at (x, y)."""
    t = light.tone(tone)
    deck = y - w * 0.09
    cars = "".join(
        _car_side(x + w * dx, deck, w * 0.13, light.colour(colour), light)
        for dx, colour in ((-0.3, BRICK.wall), (-0.14, PAPER), (0.28, "#2a8580"))
    )
    return "".join((
        cars,
        poly([(x - w * 0.5, deck), (x + w * 0.5, deck), (x + w * 0.46, y), (x - w * 0.46, y)], t.net),
        rect(x - w * 0.5, deck - w * 0.012, w, w * 0.02, t.ink),
        segment(x - w * 0.5, deck, x - w * 0.62, deck - w * 0.08, t.ink, w * 0.016),
        segment(x + w * 0.5, deck, x + w * 0.62, deck - w * 0.08, t.ink, w * 0.016),
        stroke(f"M{x - w * 0.46} {deck - w * 0.05}H{x + w * 0.46}" + "".join(
            f"M{x + w * k / 20} {deck - w * 0.05}v{w * 0.05}" for k in range(-9, 10, 2)),
            t.tint, max(1.5, w * 0.005)),
        rect(x + w * 0.03, deck - w * 0.2, w * 0.13, w * 0.2, t.tint),
        rect(x + w * 0.015, deck - w * 0.215, w * 0.16, w * 0.02, t.net),
        rect(x + w * 0.045, deck - w * 0.175, w * 0.1, w * 0.055, t.ink),
        segment(x + w * 0.095, deck - w * 0.21, x + w * 0.095, deck - w * 0.31, t.ink, w * 0.008),
        ellipse(x, y + 2, w * 0.55, w * 0.014, mix(light.low, WHITE, 0.3), opacity=0.6),
    ))  # fmt: skip


def _car_side(x: float, base: float, w: float, colour: str, light: Light) -> str:
    dark = light.colour("#1d1b18")
    return (
        path(f"M{x - w * 0.5} {base - w * 0.1}v{-w * 0.14}q0 {-w * 0.05} {w * 0.14} {-w * 0.06}"
             f"l{w * 0.12} {-w * 0.15}h{w * 0.36}l{w * 0.16} {w * 0.15}q{w * 0.2} 0 {w * 0.22} {w * 0.1}v{w * 0.1}z",
             colour)
        + path(f"M{x - w * 0.2} {base - w * 0.3}l{w * 0.08} {-w * 0.1}h{w * 0.13}v{w * 0.1}z"
               f"M{x + w * 0.05} {base - w * 0.4}h{w * 0.14}l{w * 0.1} {w * 0.1}h{-w * 0.24}z", dark)
        + circle(x - w * 0.28, base - w * 0.09, w * 0.09, dark)
        + circle(x + w * 0.28, base - w * 0.09, w * 0.09, dark)
    )  # fmt: skip


def rowing_boat(x: float, y: float, w: float, light: Light, colour: str) -> str:
    hull = light.colour(colour)
    return (
        path(f"M{x - w / 2} {y - w * 0.16}Q{x} {y - w * 0.06} {x + w / 2} {y - w * 0.18}"
             f"Q{x + w * 0.36} {y} {x + w * 0.2} {y}H{x - w * 0.24}Q{x - w * 0.42} {y} {x - w / 2} {y - w * 0.16}Z", hull)
        + stroke(f"M{x - w / 2} {y - w * 0.16}Q{x} {y - w * 0.06} {x + w / 2} {y - w * 0.18}",
                 mix(hull, WHITE, 0.5), w * 0.025)
    )  # fmt: skip


def quay(
    y: float, h: float, light: Light, tone: Tone, seed: str, x0: float = 0, x1: float = WIDTH
) -> str:
    """A wall of stone blocks along the water, with a coping on top."""
    rng, t = Random(seed), light.tone(tone)
    courses, blocks = max(2, int(h / 24)), ""
    for k in range(1, courses):
        blocks += f"M{x0} {y + h * k / courses}H{x1}"
    for k in range(courses):
        px = x0 + rng.uniform(10, 60)
        while px < x1:
            blocks += f"M{px:.0f} {y + h * k / courses}v{h / courses:.0f}"
            px += rng.uniform(50, 110)
    return (
        rect(x0, y, x1 - x0, h, t.wall)
        + stroke(blocks, mix(t.wall, t.ink, 0.22), 2)
        + rect(x0, y - 6, x1 - x0, 12, mix(t.tint, t.wall, 0.3))
        + rect(x0, y + 6, x1 - x0, 5, t.ink, opacity=0.35)
    )
