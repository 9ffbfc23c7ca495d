"""Chimneys, winding towers, factory halls, pylons and blocks of flats, standing on `base`."""

from random import Random

from .facades import bricks
from .light import Light
from .palette import COBALT, INK, LAMP, PAPER, Tone, mix
from .skies import smoke
from .svg import box, circle, group, path, poly, rect, segment, stroke
from .windows import window


def chimney(
    x: float, base: float, h: float, light: Light, tone: Tone, *, depth: float = 0.0,
    plume: float = 0.0, bands: bool = False, lean: float = 0.5,
) -> str:  # fmt: skip
    """A tapering brick stack centred on x; `plume` is the height of its smoke."""
    t, foot, mouth = light.tone(tone, depth), h * 0.065, h * 0.04
    parts = [smoke(x, base - h, plume, light.colour(PAPER, 0.35), lean)] if plume else []
    parts.append(
        poly(
            [(x - foot, base), (x - mouth, base - h), (x + mouth, base - h), (x + foot, base)],
            t.wall,
        )
    )
    parts.append(poly([(x + foot * 0.25, base), (x + mouth * 0.25, base - h), (x + mouth, base - h),
                       (x + foot, base)], light.shadow, opacity=0.16))  # fmt: skip
    if bands:
        for k in range(4):
            top, wide = base - h + k * h * 0.11, mouth + (foot - mouth) * k * 0.11
            parts.append(rect(x - wide, top, wide * 2, h * 0.055, t.tint))
    else:
        courses = "".join(f"M{x - mouth} {base - h * k / 14}h{mouth * 2}" for k in range(1, 13))
        parts.append(stroke(courses, mix(t.wall, t.ink, 0.3), max(1.2, h * 0.004)))
    parts.append(rect(x - mouth * 1.35, base - h, mouth * 2.7, h * 0.022, t.ink))
    parts.append(rect(x - mouth * 1.2, base - h * 0.93, mouth * 2.4, h * 0.012, t.ink))
    return group(*parts)


def winding_tower(
    x: float, base: float, h: float, light: Light, tone: Tone, depth: float = 0.0
) -> str:
    """A steel headframe: two wheels on top of a braced mast, struts leaning back to the right."""
    t = light.tone(tone, depth)
    steel, width = t.net, h * 0.022
    top, half = base - h * 0.86, h * 0.11
    lattice = f"M{x - half} {base}L{x - half * 0.7} {top}M{x + half} {base}L{x + half * 0.7} {top}"
    brace, levels = "", 6
    for k in range(levels):
        y1, y2 = base - (base - top) * k / levels, base - (base - top) * (k + 1) / levels
        w1, w2 = half * (1 - 0.3 * k / levels), half * (1 - 0.3 * (k + 1) / levels)
        brace += f"M{x - w1} {y1}L{x + w2} {y2}M{x + w1} {y1}L{x - w2} {y2}M{x - w2} {y2}H{x + w2}"
    struts = f"M{x + half * 0.6} {top}L{x + h * 0.5} {base}M{x + half * 0.7} {top + h * 0.1}L{x + h * 0.36} {base}"
    rungs = "".join(
        f"M{x + half * 0.7 + (h * 0.36 - half * 0.7) * s} {top + h * 0.1 + (base - top - h * 0.1) * s}"
        f"L{x + half * 0.6 + (h * 0.5 - half * 0.6) * s} {top + (base - top) * s}"
        for s in (0.2, 0.4, 0.6, 0.8)
    )
    wheels = ""
    for wx, wy, r in (
        (x - h * 0.03, top - h * 0.03, h * 0.105),
        (x + h * 0.13, top + h * 0.02, h * 0.105),
    ):
        spokes = "".join(
            f"M{wx} {wy}l{r * dx} {r * dy}"
            for dx, dy in (
                (1, 0),
                (-1, 0),
                (0, 1),
                (0, -1),
                (0.7, 0.7),
                (-0.7, 0.7),
                (0.7, -0.7),
                (-0.7, -0.7),
            )
        )
        wheels += circle(wx, wy, r, "none", stroke=t.ink, stroke_width=width * 1.1)
        wheels += stroke(spokes, t.ink, width * 0.4) + circle(wx, wy, r * 0.16, t.ink)
    ropes = f"M{x + h * 0.235} {top + h * 0.02}L{x + h * 0.78} {base}M{x - h * 0.135} {top - h * 0.03}V{base}"
    return group(
        stroke(ropes, t.ink, max(1.2, width * 0.22)),
        stroke(struts, steel, width), stroke(rungs, steel, width * 0.45),
        stroke(brace, steel, width * 0.42), stroke(lattice, steel, width),
        rect(x - h * 0.16, top - width / 2, h * 0.42, width, steel),
        poly([(x - h * 0.18, top - h * 0.145), (x + h * 0.06, top - h * 0.2), (x + h * 0.28, top - h * 0.12),
              (x + h * 0.28, top - h * 0.105), (x - h * 0.18, top - h * 0.125)], t.ink),
        wheels,
    )  # fmt: skip


def factory(
    x: float, base: float, w: float, h: float, light: Light, tone: Tone, *, storeys: int = 3,
    bays: int = 8, depth: float = 0.0, sheds: bool = False, style: str = "arched",
) -> str:  # fmt: skip
    """A brick mill: tall windows between pilasters; `sheds` puts saw-tooth roof lights on it."""
    rng, t = Random(f"{x}{base}{w}{h}"), light.tone(tone, depth)
    bay, parts = w / bays, []
    if sheds:
        for k in range(bays):
            left = x + k * bay
            parts.append(
                poly(
                    [(left, base - h), (left, base - h - bay * 0.55), (left + bay, base - h)], t.ink
                )
            )
            parts.append(poly([(left + bay * 0.06, base - h), (left + bay * 0.06, base - h - bay * 0.42),
                               (left + bay * 0.2, base - h - bay * 0.35), (left + bay * 0.2, base - h)],
                              LAMP if rng.random() < light.lit else t.tint))  # fmt: skip
    parts += [rect(x, base - h, w, h, t.wall), bricks(x, base - h, w, h, t, rng, 8, 0.22)]
    floor = h * 0.92 / storeys
    for k in range(bays + 1):
        parts.append(
            rect(x + k * bay - bay * 0.07, base - h, bay * 0.14, h, mix(t.wall, t.ink, 0.22))
        )
    for level in range(storeys):
        for k in range(bays):
            parts.append(window(
                x + k * bay + bay * 0.27, base - h + h * 0.08 + level * floor + floor * 0.12, bay * 0.46,
                floor * 0.66, t, style=style, lit=rng.random() < light.lit, rng=rng))  # fmt: skip
    teeth = "".join(box(x + k * bay / 4, base - h + 2, bay / 8, h * 0.025) for k in range(bays * 4))
    parts += [path(teeth, t.ink), rect(x - 4, base - h - 4, w + 8, max(6, h * 0.02), t.ink)]
    return group(*parts)


def block(
    x: float, base: float, w: float, h: float, light: Light, tone: Tone, *, storeys: int = 5,
    bays: int = 6, depth: float = 0.0, balconies: bool = True,
) -> str:  # fmt: skip
    """A block of flats with coloured balconies, each window in its own mood."""
    rng, t = Random(f"{x}{base}{w}{h}"), light.tone(tone, depth)
    wall = mix(t.tint, t.wall, 0.18)
    parts = [rect(x, base - h, w, h, wall), rect(x - 3, base - h - 8, w + 6, 12, t.ink)]
    bay, floor = w / bays, h / (storeys + 0.4)
    joints = "".join(f"M{x} {base - h + (k + 0.3) * floor}h{w}" for k in range(storeys))
    parts.append(stroke(joints, mix(wall, t.ink, 0.16), 2))
    for level in range(storeys):
        y = base - h + (level + 0.42) * floor
        for k in range(bays):
            left = x + k * bay
            lit = rng.random() < light.lit
            if balconies and k % 3 == 1:
                parts.append(
                    rect(
                        left + bay * 0.06,
                        y - floor * 0.04,
                        bay * 0.88,
                        floor * 0.86,
                        mix(wall, t.ink, 0.3),
                    )
                )
                parts.append(
                    window(
                        left + bay * 0.3,
                        y,
                        bay * 0.4,
                        floor * 0.5,
                        t,
                        style="plain",
                        lit=lit,
                        rng=rng,
                    )
                )
                parts.append(rect(left + bay * 0.02, y + floor * 0.42, bay * 0.96, floor * 0.4,
                                  t.wall if (level + k) % 2 else t.net))  # fmt: skip
                parts.append(rect(left + bay * 0.02, y + floor * 0.42, bay * 0.96, 4, t.ink))
            else:
                parts.append(
                    window(
                        left + bay * 0.2,
                        y,
                        bay * 0.6,
                        floor * 0.52,
                        t,
                        style="wide",
                        lit=lit,
                        rng=rng,
                    )
                )
    parts.append(rect(x + w * 0.955, base - h, w * 0.045, h, light.shadow, opacity=0.14))
    return group(*parts)


def pylon(x: float, base: float, h: float, colour: str) -> str:
    """A lattice pylon with three pairs of arms."""
    w, d = h * 0.12, ""
    d += f"M{x - w} {base}L{x} {base - h}L{x + w} {base}"
    for k in range(6):
        a, b = k / 7, (k + 1) / 7
        d += f"M{x - w * (1 - a)} {base - h * a}L{x + w * (1 - b)} {base - h * b}"
        d += f"M{x + w * (1 - a)} {base - h * a}L{x - w * (1 - b)} {base - h * b}"
    for up, reach in ((0.62, 0.2), (0.76, 0.24), (0.9, 0.15)):
        d += f"M{x - reach * h} {base - h * up}H{x + reach * h}L{x} {base - h * (up + 0.05)}Z"
    return stroke(d, colour, max(1.6, h * 0.009))


def cables(
    points: list[tuple[float, float]], colour: str, sag: float = 0.1, width: float = 2
) -> str:
    """A line hanging from point to point."""
    d = f"M{points[0][0]} {points[0][1]}"
    for (ax, ay), (bx, by) in zip(points, points[1:], strict=False):
        d += f"Q{(ax + bx) / 2} {(ay + by) / 2 + abs(bx - ax) * sag * 2} {bx} {by}"
    return stroke(d, colour, width)


def panels(
    x: float, y: float, w: float, h: float, light: Light, columns: int = 8, rows: int = 2
) -> str:
    """Solar panels seen straight on, with a band of sky reflected across them."""
    dark = light.colour(mix(COBALT.ink, INK, 0.3))
    grid = "".join(f"M{x + w * k / columns} {y}v{h}" for k in range(1, columns))
    grid += "".join(f"M{x} {y + h * k / rows}h{w}" for k in range(1, rows))
    shine = [(x + w * 0.2, y + h), (x + w * 0.42, y), (x + w * 0.58, y), (x + w * 0.36, y + h)]
    return (
        rect(x, y, w, h, dark) + poly(shine, light.low, opacity=0.22)
        + stroke(grid, mix(dark, light.low, 0.5), 1.8)
        + segment(x, y, x + w, y, mix(dark, PAPER, 0.5), 2.4)
    )  # fmt: skip
