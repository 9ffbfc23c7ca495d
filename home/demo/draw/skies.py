"""Skies: air, sun and moon, stars, clouds, rain, snow, smoke and birds."""

from math import cos, pi, sin
from random import Random

from .light import Light
from .palette import GOLD, LAMP, PAPER, WHITE, mix
from .svg import HEIGHT, WIDTH, circle, glow, gradient, group, path, rect, smooth, stroke


def sky(light: Light, horizon: float = HEIGHT) -> str:
    """The whole ground of a picture, from the top of the sky down to the haze at the horizon."""
    definition, fill = gradient((0, light.top), (1, light.low))
    return (
        definition
        + rect(0, 0, WIDTH, horizon, fill)
        + (rect(0, horizon - 1, WIDTH, HEIGHT - horizon + 1, light.low) if horizon < HEIGHT else "")
    )


def sun(x: float, y: float, r: float, colour: str = LAMP, rings: int = 2) -> str:
    """A flat disc in pale rings."""
    halo = "".join(
        circle(x, y, r * (1 + 0.55 * k), colour, opacity=0.16) for k in range(rings, 0, -1)
    )
    return glow(x, y, r * 5, colour, 0.35) + halo + circle(x, y, r, mix(colour, WHITE, 0.12))


def moon(x: float, y: float, r: float, phase: float = 0.35) -> str:
    """A moon: a crescent that fills with `phase`, full at 1."""
    bright = mix(PAPER, LAMP, 0.35)
    if phase >= 1:
        seas = ((-0.3, -0.2, 0.16), (0.25, 0.3, 0.22), (0.3, -0.35, 0.1))
        marks = "".join(circle(x + dx * r, y + dy * r, k * r, mix(bright, GOLD.wall, 0.2)) for dx, dy, k in seas)
        return glow(x, y, r * 5, PAPER, 0.3) + circle(x, y, r, bright) + marks
    inner = r * (1.08 + phase * 1.2)
    crescent = f"M{x} {y - r}A{r} {r} 0 1 1 {x} {y + r}A{inner} {inner} 0 0 0 {x} {y - r}Z"
    return glow(x, y, r * 5, PAPER, 0.25) + path(crescent, bright, transform=f"rotate(-28 {x} {y})")


def stars(seed: str, count: int, bottom: float, top: float = 0, band: bool = False) -> str:
    """Stars of three sizes; with `band` most of them gather along a diagonal Milky Way."""
    rng, parts = Random(seed), []
    for _ in range(count):
        x, y = rng.uniform(0, WIDTH), rng.uniform(top, bottom)
        if band and rng.random() < 0.72:
            along = rng.uniform(-0.1, 1.1)
            x = along * WIDTH
            y = bottom * (0.95 - 0.9 * along) + rng.gauss(0, bottom * 0.1)
            if not top < y < bottom:
                continue
        r = rng.choice((1.2, 1.2, 1.6, 2.2, 3))
        parts.append(circle(round(x), round(y), r, mix(WHITE, LAMP, rng.random() * 0.6)))
    for _ in range(max(2, count // 60)):
        x, y, size = rng.uniform(60, WIDTH - 60), rng.uniform(top + 30, bottom * 0.8), 9
        parts.append(path(
            f"M{x:.0f} {y - size:.0f}q1.5 7.500 9 9q-7.500 1.500-9 9q-1.500-7.500-9-9q7.500-1.500 9-9z",
            mix(WHITE, LAMP, 0.3)))  # fmt: skip
    return "".join(parts)


def cloud(x: float, y: float, w: float, colour: str, opacity: float = 1) -> str:
    """A flat-bottomed cloud, `w` wide, its base at y."""
    u = w / 12
    d = (
        f"M{x} {y}q{u * 0.1} {-1.6 * u} {1.9 * u} {-1.5 * u}q{0.5 * u} {-2.2 * u} {2.8 * u} {-1.9 * u}"
        f"q{1.3 * u} {-1.7 * u} {3.2 * u} {-0.2 * u}q{2 * u} {-0.3 * u} {2.1 * u} {1.7 * u}"
        f"q{1.9 * u} 0 {2 * u} {1.9 * u}z"
    )
    return path(d, colour, opacity=opacity)


def streaky(seed: str, light: Light, top: float, bottom: float, count: int = 9) -> str:
    """Long flat evening clouds."""
    rng, parts = Random(seed), []
    for k in range(count):
        y = top + (bottom - top) * (k + rng.random()) / count
        w, h = rng.uniform(260, 720), rng.uniform(6, 16)
        x = rng.uniform(-120, WIDTH - 200)
        parts.append(rect(x, y, w, h, mix(light.low, WHITE, 0.35), rx=h / 2, opacity=0.5))
        parts.append(
            rect(x + w * 0.3, y + h * 1.3, w * 0.5, h * 0.6, mix(light.low, WHITE, 0.35),
                 rx=h * 0.3, opacity=0.38))  # fmt: skip
    return "".join(parts)


def rain(
    seed: str, colour: str, count: int = 170, slant: float = 0.24, bottom: float = HEIGHT
) -> str:
    """Rain in two distances, all leaning the same way."""
    rng = Random(seed)
    parts = []
    for size, width, share, opacity in ((26, 2, 0.6, 0.45), (58, 3.4, 0.4, 0.7)):
        drops = ""
        for _ in range(int(count * share)):
            x, y = rng.uniform(-50, WIDTH + 200), rng.uniform(-60, bottom - size)
            drops += f"M{x:.0f} {y:.0f}l{-size * slant:.1f} {size * rng.uniform(0.7, 1.2):.1f}"
        parts.append(stroke(drops, colour, width, opacity=opacity))
    return "".join(parts)


def snow(seed: str, count: int = 220, bottom: float = HEIGHT, colour: str = WHITE) -> str:
    rng = Random(seed)
    flakes = (
        circle(round(rng.uniform(0, WIDTH)), round(rng.uniform(0, bottom)),
               rng.choice((2.2, 3, 3.6, 5)), colour, opacity=0.9)
        for _ in range(count)
    )  # fmt: skip
    return "".join(flakes)


def smoke(x: float, y: float, height: float, colour: str, lean: float = 0.5, opacity=0.8) -> str:
    """A plume rising from a chimney's mouth at (x, y) and leaning with the wind."""
    left, right = [], []
    for k in range(9):
        t = k / 8
        sway = sin(t * 2.3 * pi) * height * 0.05
        cx, cy = x + lean * height * t**1.5 + sway, y - height * t
        half = 5 + height * 0.16 * t**1.2 * (1 + 0.25 * cos(k * 2.1))
        left.append((cx - half, cy))
        right.append((cx + half, cy))
    top = [(right[-1][0] - 10, right[-1][1] - height * 0.1)]
    return path(smooth([*left, *top, *reversed(right)], closed=True), colour, opacity=opacity)


def birds(x: float, y: float, colour: str, count: int = 5, size: float = 16) -> str:
    """A loose flock flying to the right."""
    rng, d = Random(f"{x}{y}{count}"), ""
    for k in range(count):
        bx = x - k * size * 2.6 + rng.uniform(-8, 8)
        by = y + (k % 2) * size * 1.5 + k * size * 0.5 + rng.uniform(-8, 8)
        s = size * rng.uniform(0.75, 1.1)
        d += f"M{bx} {by}q{s * 0.6} {-s * 0.7} {s} 0q{s * 0.5} {-s * 0.7} {s} {-s * 0.1}"
    return group(stroke(d, colour, max(2.2, size * 0.17)))
