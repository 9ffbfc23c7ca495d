"""What stands in streets and squares: lamps, benches, stalls, fences, barriers and chairs."""

from random import Random

from .light import Light
from .palette import BROWN, INK, LAMP, PAPER, Tone, mix
from .svg import box, circle, ellipse, glow, group, path, poly, rect, segment, stroke
from .windows import awning_over


def lamp(x: float, base: float, h: float, light: Light, *, out: bool = False, arms: int = 1) -> str:
    """A street lantern; it shines when the light has lamps on, unless it is `out`."""
    iron = light.colour(INK)
    on = light.lit > 0.15 and not out
    bulb = LAMP if on else mix(light.low, iron, 0.35)
    parts = [rect(x - h * 0.012, base - h * 0.86, h * 0.024, h * 0.86, iron),
             rect(x - h * 0.03, base - h * 0.12, h * 0.06, h * 0.12, iron)]  # fmt: skip
    heads = (x,) if arms == 1 else (x - h * 0.13, x + h * 0.13)
    if arms == 2:
        parts.append(
            stroke(
                f"M{heads[0]} {base - h * 0.86}Q{x} {base - h * 0.96} {heads[1]} {base - h * 0.86}",
                iron,
                h * 0.018,
            )
        )
        parts.append(rect(x - h * 0.012, base - h * 0.92, h * 0.024, h * 0.1, iron))
    for cx in heads:
        top = base - h
        if on:
            parts.insert(0, glow(cx, top + h * 0.08, h * 0.5, LAMP, 0.5))
        parts.append(poly([(cx - h * 0.04, top + h * 0.03), (cx + h * 0.04, top + h * 0.03), (cx + h * 0.027, top + h * 0.14),
                           (cx - h * 0.027, top + h * 0.14)], bulb))  # fmt: skip
        parts.append(
            poly(
                [
                    (cx - h * 0.05, top + h * 0.03),
                    (cx, top - h * 0.01),
                    (cx + h * 0.05, top + h * 0.03),
                ],
                iron,
            )
        )
        parts.append(rect(cx - h * 0.03, top + h * 0.135, h * 0.06, h * 0.014, iron))
    return group(*parts)


def bench(x: float, base: float, w: float, light: Light, colour: str = BROWN.wall) -> str:
    wood, iron = light.colour(colour), light.colour(INK)
    legs = "".join(box(x + w * k, base - w * 0.22, w * 0.03, w * 0.22) for k in (0.1, 0.87))
    legs += "".join(box(x + w * k, base - w * 0.45, w * 0.02, w * 0.3) for k in (0.13, 0.85))
    slats = "".join(rect(x, base - w * up, w, w * 0.05, wood, rx=2) for up in (0.46, 0.39, 0.24))
    return path(legs, iron) + slats + rect(x, base - w * 0.2, w, w * 0.025, mix(wood, INK, 0.35))


def chair(x: float, base: float, h: float, colour: str, dark: str, *, back: bool = False) -> str:
    """A plain chair facing the viewer (or away, with `back`), centred on x."""
    w = h * 0.5
    legs = stroke(
        f"M{x - w * 0.42} {base - h * 0.46}L{x - w * 0.48} {base}M{x + w * 0.42} {base - h * 0.46}L{x + w * 0.48} {base}"
        f"M{x - w * 0.3} {base - h * 0.44}V{base - h * 0.08}M{x + w * 0.3} {base - h * 0.44}V{base - h * 0.08}",
        dark,
        h * 0.045,
    )
    posts = stroke(
        f"M{x - w * 0.4} {base - h * 0.45}L{x - w * 0.37} {base - h}M{x + w * 0.4} {base - h * 0.45}L{x + w * 0.37} {base - h}",
        dark,
        h * 0.045,
    )
    rest = path(
        f"M{x - w * 0.42} {base - h * 0.98}Q{x} {base - h * 1.04} {x + w * 0.42} {base - h * 0.98}V{base - h * 0.74}"
        f"Q{x} {base - h * 0.79} {x - w * 0.42} {base - h * 0.74}Z",
        colour,
    )
    seat = poly(
        [
            (x - w * 0.5, base - h * 0.42),
            (x - w * 0.4, base - h * 0.52),
            (x + w * 0.4, base - h * 0.52),
            (x + w * 0.5, base - h * 0.42),
        ],
        colour,
    ) + rect(x - w * 0.5, base - h * 0.425, w, h * 0.045, mix(colour, INK, 0.25))
    return group(legs, *((seat, posts, rest) if back else (posts, rest, seat)))  # fmt: skip


def side_chair(x: float, base: float, h: float, colour: str, dark: str, facing: int = 1) -> str:
    """A chair from the side; `facing` 1 looks to the right, -1 to the left."""
    s = facing
    return group(
        stroke(f"M{x - s * h * 0.2} {base - h}L{x - s * h * 0.17} {base - h * 0.46}L{x - s * h * 0.24} {base}"
               f"M{x + s * h * 0.2} {base - h * 0.46}L{x + s * h * 0.24} {base}", dark, h * 0.05),
        path(f"M{x - s * h * 0.19} {base - h * 0.52}H{x + s * h * 0.24}V{base - h * 0.43}H{x - s * h * 0.19}Z", colour),
        path(f"M{x - s * h * 0.24} {base - h}l{s * h * 0.08} 0l{s * h * 0.02} {h * 0.3}l{-s * h * 0.08} 0Z", colour),
    )  # fmt: skip


def stall(
    x: float, base: float, w: float, light: Light, tone: Tone, goods: tuple[str, ...] = ()
) -> str:
    """A market stall: striped canopy, counter of planks, heaps of goods in crates."""
    t, wood = light.tone(tone), light.colour(BROWN.wall)
    rng, h = Random(f"{x}{base}"), w * 0.95
    parts = [
        rect(x + w * k, base - h * 0.84, w * 0.028, h * 0.84, light.colour(BROWN.ink))
        for k in (0.04, 0.93)
    ]
    parts.append(
        rect(x + w * 0.05, base - h * 0.84, w * 0.9, h * 0.5, mix(light.low, light.shadow, 0.16))
    )
    colours = goods or ("#ab3f2b", "#c48f22", "#4d8249")
    for k in range(5):
        left, colour = x + w * (0.06 + k * 0.18), light.colour(colours[k % len(colours)])
        for j in range(7):
            parts.append(
                circle(
                    left + w * (0.02 + 0.023 * j),
                    base - h * (0.42 + 0.03 * (j % 2) + rng.random() * 0.03),
                    w * 0.026,
                    colour,
                )
            )
        parts.append(rect(left, base - h * 0.42, w * 0.165, h * 0.08, wood))
        parts.append(rect(left, base - h * 0.39, w * 0.165, 2, mix(wood, INK, 0.4)))
    parts.append(rect(x, base - h * 0.35, w, h * 0.28, mix(wood, PAPER, 0.18)))
    parts.append(
        stroke(
            "".join(f"M{x + w * k / 9} {base - h * 0.33}v{h * 0.25}" for k in range(1, 9)),
            mix(wood, INK, 0.25),
            2,
        )
    )
    parts.append(rect(x - w * 0.02, base - h * 0.365, w * 1.04, h * 0.035, light.colour(BROWN.ink)))
    parts.append(awning_over(x - w * 0.03, base - h, w * 1.06, h * 0.26, t))
    return group(*parts)


def railing(x0: float, x1: float, base: float, h: float, colour: str, gap: float = 22) -> str:
    bars = "".join(f"M{x0 + k * gap} {base}v{-h}" for k in range(int((x1 - x0) / gap) + 1))
    return (
        stroke(bars, colour, 2.6, stroke_linecap="butt")
        + segment(x0, base - h, x1, base - h, colour, 6)
        + segment(x0, base - h * 0.14, x1, base - h * 0.14, colour, 3)
    )


def fence(
    x0: float, x1: float, base: float, h: float, light: Light, colour: str = BROWN.wall
) -> str:
    """Wooden pales with pointed heads."""
    wood, w, d = light.colour(colour), h * 0.17, ""
    x = x0
    while x < x1:
        d += f"M{x} {base}V{base - h * 0.86}l{w / 2} {-h * 0.14}l{w / 2} {h * 0.14}V{base}Z"
        x += w * 1.7
    rails = rect(x0, base - h * 0.72, x1 - x0, h * 0.07, mix(wood, INK, 0.3))
    return rails + rect(x0, base - h * 0.3, x1 - x0, h * 0.07, mix(wood, INK, 0.3)) + path(d, wood)


def barrier(x: float, base: float, w: float, h: float, tone: Tone) -> str:
    """A red-and-white plank on two stands."""
    n, parts = 9, [path(f"M{x + w * k - h * 0.16} {base}L{x + w * k} {base - h * 0.3}L{x + w * k + h * 0.16} {base}Z"
                        + box(x + w * k - 4, base - h, 8, h), INK) for k in (0.12, 0.88)]  # fmt: skip
    step, tilt = w / n, w / n * 0.35
    parts.append(rect(x, base - h, w, h * 0.26, PAPER, rx=4))
    for k in range(0, n, 2):
        left = x + k * step
        parts.append(poly([(left + tilt, base - h), (min(x + w, left + step + tilt), base - h), (left + step, base - h * 0.74),
                           (left, base - h * 0.74)], tone.net))  # fmt: skip
    return group(*parts)


def bunting(
    x0: float,
    y0: float,
    x1: float,
    y1: float,
    sag: float,
    colours: list[str],
    count: int = 12,
    size: float = 30,
) -> str:
    """Pennants on a line between two points."""
    cx, cy = (x0 + x1) / 2, (y0 + y1) / 2 + sag
    flags = []

    def at(t: float) -> tuple[float, float]:
        return (
            (1 - t) ** 2 * x0 + 2 * t * (1 - t) * cx + t * t * x1,
            (1 - t) ** 2 * y0 + 2 * t * (1 - t) * cy + t * t * y1,
        )

    for k in range(count):
        (ax, ay), (bx, by) = at((k + 0.15) / count), at((k + 0.85) / count)
        flags.append(
            poly(
                [(ax, ay), (bx, by), ((ax + bx) / 2, (ay + by) / 2 + size)],
                colours[k % len(colours)],
            )
        )
    return stroke(f"M{x0} {y0}Q{cx} {cy} {x1} {y1}", INK, 2) + "".join(flags)


def bulbs(
    x0: float,
    y0: float,
    x1: float,
    y1: float,
    sag: float,
    light: Light,
    count: int = 12,
    r: float = 6,
) -> str:
    """A string of lights."""
    cx, cy, parts = (x0 + x1) / 2, (y0 + y1) / 2 + sag, []
    for k in range(1, count):
        t = k / count
        px = (1 - t) ** 2 * x0 + 2 * t * (1 - t) * cx + t * t * x1
        py = (1 - t) ** 2 * y0 + 2 * t * (1 - t) * cy + t * t * y1
        parts.append(glow(px, py + r, r * 5, LAMP, 0.5) + circle(px, py + r, r, LAMP))
    return stroke(f"M{x0} {y0}Q{cx} {cy} {x1} {y1}", light.colour(INK), 2) + "".join(parts)


def barrel(x: float, base: float, h: float, colour: str) -> str:
    """A rain barrel with hoops and a tap."""
    w = h * 0.68
    body = f"M{x - w * 0.42} {base}Q{x - w * 0.6} {base - h * 0.5} {x - w * 0.42} {base - h}H{x + w * 0.42}Q{x + w * 0.6} {base - h * 0.5} {x + w * 0.42} {base}Z"
    hoops = "".join(
        rect(x - w * (0.5 - d), base - h * up, w * (1 - 2 * d), h * 0.05, mix(colour, INK, 0.45))
        for up, d in ((0.84, 0.04), (0.55, -0.01), (0.22, 0.03))
    )
    staves = stroke(
        "".join(f"M{x + w * k} {base - h * 0.02}V{base - h * 0.98}" for k in (-0.22, 0, 0.22)),
        mix(colour, INK, 0.2),
        2,
    )
    return (
        path(body, colour)
        + staves
        + hoops
        + ellipse(x, base - h, w * 0.42, h * 0.06, mix(colour, INK, 0.5))
        + rect(x + w * 0.42, base - h * 0.2, w * 0.16, h * 0.05, INK)
    )


def charger(x: float, base: float, h: float, light: Light, tone: Tone) -> str:
    """A bus-charging mast with its arm reaching to the left."""
    t = light.tone(tone)
    return group(
        rect(x - h * 0.03, base - h, h * 0.06, h, t.ink), rect(x - h * 0.5, base - h, h * 0.53, h * 0.045, t.ink),
        stroke(f"M{x - h * 0.42} {base - h * 0.95}l{h * 0.09} {h * 0.09}h{-h * 0.2}M{x - h * 0.42} {base - h * 0.95}l{-h * 0.09} {h * 0.09}", t.ink, h * 0.018),
        rect(x - h * 0.1, base - h * 0.3, h * 0.2, h * 0.3, t.net, rx=6), rect(x - h * 0.06, base - h * 0.26, h * 0.12, h * 0.08, t.tint, rx=3),
        circle(x, base - h * 0.1, h * 0.02, LAMP),
    )  # fmt: skip
