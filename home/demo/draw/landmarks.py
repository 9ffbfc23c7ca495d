"""Towers, churches, castles and bridges: silhouettes a resident would know, freely drawn."""

from random import Random

from .facades import bricks
from .gables import gable
from .light import Light
from .palette import BRICK, INK, PAPER, TEAL, Tone, mix
from .svg import Point, box, circle, clipped, group, path, poly, rect, segment, smooth, stroke
from .windows import arcade, opening, pane, window

COPPER = mix(TEAL.wall, TEAL.tint, 0.35)


def clock(x: float, y: float, r: float, tone: Tone, hour: float = 10.2) -> str:
    """A clock face without figures: twelve marks and two hands."""
    marks = "".join(
        stroke(
            f"M0 {-r * 0.86}V{-r * 0.7}",
            tone.ink,
            max(1.2, r * 0.06),
            transform=f"rotate({30 * k})",
        )
        for k in range(12)
    )
    hands = stroke(f"M0 0V{-r * 0.5}", tone.ink, max(2, r * 0.11), transform=f"rotate({30 * hour})")
    hands += stroke(
        f"M0 0V{-r * 0.72}", tone.ink, max(1.6, r * 0.08), transform=f"rotate({360 * (hour % 1)})"
    )
    face = circle(0, 0, r, PAPER if tone.tint == "#ffffff" else tone.tint)
    return group(
        circle(0, 0, r * 1.14, tone.ink), face, marks, hands, transform=f"translate({x} {y})"
    )


def onion(x: float, base: float, w: float, colour: str, h: float = 0.0) -> str:
    """An onion helm with a lantern and a ball, centred on x, standing on `base`."""
    h = h or w * 1.5
    return (
        path(f"M{x - w * 0.5} {base}C{x - w * 0.72} {base - h * 0.24} {x - w * 0.3} {base - h * 0.36} {x - w * 0.12} {base - h * 0.52}"
             f"V{base - h * 0.64}C{x - w * 0.3} {base - h * 0.72} {x - w * 0.06} {base - h * 0.78} {x} {base - h * 0.96}"
             f"C{x + w * 0.06} {base - h * 0.78} {x + w * 0.3} {base - h * 0.72} {x + w * 0.12} {base - h * 0.64}"
             f"V{base - h * 0.52}C{x + w * 0.3} {base - h * 0.36} {x + w * 0.72} {base - h * 0.24} {x + w * 0.5} {base}Z", colour)
        + rect(x - w * 0.09, base - h * 0.63, w * 0.18, h * 0.1, mix(colour, INK, 0.35))
        + path(f"M{x + w * 0.05} {base}C{x + w * 0.3} {base - h * 0.25} {x + w * 0.1} {base - h * 0.36} {x + w * 0.04} {base - h * 0.5}"
               f"H{x + w * 0.12}C{x + w * 0.3} {base - h * 0.36} {x + w * 0.72} {base - h * 0.24} {x + w * 0.5} {base}Z",
               mix(colour, INK, 0.18))
        + segment(x, base - h * 0.93, x, base - h * 1.08, mix(colour, INK, 0.4), max(2, w * 0.035))
        + circle(x, base - h * 1.08, max(2.4, w * 0.05), mix(colour, INK, 0.4))
    )  # fmt: skip


def town_tower(
    x: float, base: float, w: float, h: float, light: Light, tone: Tone, *, helm: str = "onion",
    brick: bool = False, depth: float = 0.0, hour: float = 10.2, roof: str = COPPER,
) -> str:  # fmt: skip
    """A town-hall tower centred on x; helms: onion, spire, crown (battlements), pyramid, flat."""
    t, cap = light.tone(tone, depth), light.colour(roof, depth)
    left, top = x - w / 2, base - h
    parts = [rect(left, top, w, h, t.wall)]
    if brick:
        parts.append(bricks(left, top, w, h, t, Random(f"{x}{h}"), max(6, w / 18), 0.26))
    for share in (0.0, 0.3, 0.58):
        parts.append(rect(left - w * 0.05, top + h * share, w * 1.1, max(4, h * 0.018), t.ink))
    parts.append(clock(x, top + h * 0.15, w * 0.27, t, hour))
    for share in (0.38, 0.66):
        parts.append(window(x - w * 0.11, top + h * share, w * 0.22, min(h * 0.13, w * 0.6), t,
                            style="arched", lit=light.lit > 0.3 and share < 0.5))  # fmt: skip
    parts.append(rect(x + w * 0.32, top, w * 0.18, h, light.shadow, opacity=0.15))
    if helm == "onion":
        parts.append(onion(x, top, w * 0.9, cap))
    elif helm == "spire":
        parts.append(
            poly([(left - w * 0.06, top), (x, top - w * 2.1), (left + w * 1.06, top)], cap)
        )
        parts.append(
            poly(
                [(x + w * 0.05, top), (x, top - w * 2.1), (left + w * 1.06, top)],
                mix(cap, INK, 0.2),
            )
        )
        for side in (left, left + w):
            parts.append(
                poly([(side - w * 0.09, top), (side, top - w * 0.6), (side + w * 0.09, top)], cap)
            )
        parts.append(circle(x, top - w * 2.1, w * 0.05, t.ink))
    elif helm == "pyramid":
        parts.append(poly([(left - w * 0.1, top), (x, top - w * 0.75), (left + w * 1.1, top)], cap))
        parts.append(
            poly(
                [(x + w * 0.06, top), (x, top - w * 0.75), (left + w * 1.1, top)],
                mix(cap, INK, 0.2),
            )
        )
    elif helm == "crown":
        parts.append(rect(left - w * 0.1, top - w * 0.2, w * 1.2, w * 0.22, t.wall))
        parts.append(
            path(
                "".join(
                    box(left - w * 0.1 + k * w * 0.24, top - w * 0.38, w * 0.13, w * 0.2)
                    for k in range(6)
                ),
                t.wall,
            )
        )
        parts.append(rect(left - w * 0.1, top - w * 0.05, w * 1.2, w * 0.05, t.ink))
    else:
        parts.append(rect(left - w * 0.08, top - w * 0.12, w * 1.16, w * 0.14, t.ink))
    return group(*parts)


def attic_hall(
    x: float, base: float, w: float, h: float, light: Light, tone: Tone, *, depth: float = 0.0,
    tower: bool = True, lit: float = 0.0, roof: str = COPPER,
) -> str:  # fmt: skip
    """A Renaissance town hall: a tall crested attic, arcades, stairs and a round-cornered tower."""
    rng, t = Random(f"{x}{w}"), light.tone(tone, depth)
    parts = []
    if tower:
        parts.append(
            town_tower(
                x + w * 0.5, base - h * 0.6, w * 0.17, h * 1.15, light, tone, depth=depth, roof=roof
            )
        )
    parts.append(rect(x, base - h, w, h, t.wall))
    for k in range(3):
        parts.append(gable("attic", x + k * w / 3, base - h, w / 3, t))
    bays = 7
    bay = w / bays
    for k in range(bays):
        left = x + k * bay + bay * 0.3
        parts.append(window(left, base - h * 0.86, bay * 0.4, h * 0.3, t, style="crowned",
                            lit=rng.random() < max(lit, light.lit), rng=rng))  # fmt: skip
    parts.append(arcade(x + bay * 0.3, base, w - bay * 0.6, h * 0.38, t, 6, lit=light.lit > 0.3))
    parts.append(rect(x, base - h * 0.46, w, h * 0.018, t.ink))
    parts.append(rect(x + w * 0.95, base - h, w * 0.05, h, light.shadow, opacity=0.14))
    return group(*parts)


def rotunda(x: float, base: float, w: float, light: Light, tone: Tone, depth: float = 0.0) -> str:
    """A small Romanesque round church of flat stones, with a lower apse on its right."""
    t, rng = light.tone(tone, depth), Random(f"{x}{w}")
    h, cap = w * 0.95, light.colour(mix("#583618", "#bd5238", 0.35), depth)

    def drum(cx: float, half: float, height: float) -> str:
        stones, rows = "", 11
        for k in range(rows):
            y = base - height * (k + 0.5) / rows
            px = cx - half + rng.uniform(4, half * 0.3)
            while px < cx + half * 0.9:
                length = rng.uniform(half * 0.1, half * 0.24)
                stones += f"M{px:.0f} {y:.0f}h{length:.0f}"
                px += length + rng.uniform(half * 0.06, half * 0.3)
        body = path(f"M{cx - half} {base}V{base - height}H{cx + half}V{base}Z", t.wall)
        shade = path(
            f"M{cx + half * 0.25} {base}V{base - height}H{cx + half}V{base}Z",
            light.shadow,
            opacity=0.16,
        )
        return body + stroke(stones, mix(t.wall, t.ink, 0.22), max(2, half * 0.03)) + shade

    return group(
        drum(x + w * 0.52, w * 0.24, h * 0.52),
        path(f"M{x + w * 0.24} {base - h * 0.5}Q{x + w * 0.52} {base - h * 0.82} {x + w * 0.8} {base - h * 0.5}Z", cap),
        drum(x, w * 0.42, h),
        poly([(x - w * 0.47, base - h), (x, base - h * 1.52), (x + w * 0.47, base - h)], cap),
        poly([(x + w * 0.1, base - h), (x, base - h * 1.52), (x + w * 0.47, base - h)], mix(cap, INK, 0.2)),
        segment(x, base - h * 1.5, x, base - h * 1.72, t.ink, w * 0.014),
        segment(x - w * 0.04, base - h * 1.65, x + w * 0.04, base - h * 1.65, t.ink, w * 0.014),
        path(opening(x - w * 0.045, base - h * 0.78, w * 0.09, h * 0.24, 1), pane(t)),
        path(opening(x + w * 0.5, base - h * 0.38, w * 0.06, h * 0.16, 1), pane(t)),
        path(opening(x - w * 0.28, base - h * 0.36, w * 0.14, h * 0.36, 1), t.ink),
    )  # fmt: skip


def gothic_church(
    x: float, base: float, w: float, h: float, light: Light, tone: Tone = BRICK, depth: float = 0.0,
    turrets: bool = False,
) -> str:  # fmt: skip
    """A long brick church from the side: steep roof, lancets between buttresses, corner turrets."""
    t, roof = light.tone(tone, depth), light.colour(mix(BRICK.net, BRICK.ink, 0.3), depth)
    wall, bays = h * 0.5, 7
    bay, parts = w / bays, []
    parts.append(poly([(x - w * 0.01, base - wall), (x + w * 0.05, base - h), (x + w * 0.95, base - h),
                       (x + w * 1.01, base - wall)], roof))  # fmt: skip
    rows = "".join(
        f"M{x + w * 0.01 * k} {base - wall - (h - wall) * k / 6}h{w - w * 0.02 * k}"
        for k in range(1, 6)
    )
    parts.append(stroke(rows, mix(roof, t.tint, 0.15), 1.4))
    parts += [
        rect(x, base - wall, w, wall, t.wall),
        bricks(x, base - wall, w, wall, t, Random(x), 7, 0.2),
    ]
    for k in range(bays):
        cx = x + (k + 0.5) * bay
        lit = light.lit > 0.3 and k % 2 == 0
        parts.append(
            window(
                cx - bay * 0.14,
                base - wall * 0.86,
                bay * 0.28,
                wall * 0.62,
                t,
                style="gothic",
                lit=lit,
            )
        )
    for k in range(bays + 1):
        cx = x + k * bay
        parts.append(poly([(cx - bay * 0.1, base), (cx - bay * 0.08, base - wall * 0.86), (cx + bay * 0.08, base - wall * 0.86),
                           (cx + bay * 0.1, base)], mix(t.wall, t.ink, 0.25)))  # fmt: skip
    if turrets:
        for cx in (x, x + w):
            parts.append(
                rect(cx - w * 0.022, base - h * 1.1, w * 0.044, h * 1.1, mix(t.wall, t.ink, 0.15))
            )
            parts.append(
                poly(
                    [
                        (cx - w * 0.03, base - h * 1.1),
                        (cx, base - h * 1.5),
                        (cx + w * 0.03, base - h * 1.1),
                    ],
                    roof,
                )
            )
    return group(*parts)


def castle_tower(
    x: float, base: float, w: float, h: float, light: Light, tone: Tone, depth=0.0
) -> str:
    """A stout round keep with battlements."""
    t, rng = light.tone(tone, depth), Random(f"{x}{h}")
    stones = "".join(
        f"M{x - w * 0.45 + rng.random() * w * 0.8:.0f} {base - rng.random() * h * 0.95:.0f}h{w * 0.1:.0f}"
        for _ in range(22)
    )
    merlons = "".join(
        box(x - w * 0.54 + k * w * 0.216, base - h - w * 0.16, w * 0.13, w * 0.16) for k in range(5)
    )
    return group(
        poly([(x - w * 0.5, base), (x - w * 0.46, base - h), (x + w * 0.46, base - h), (x + w * 0.5, base)], t.wall),
        stroke(stones, mix(t.wall, t.ink, 0.25), max(2, w * 0.03)),
        path(merlons + box(x - w * 0.54, base - h - 1, w * 1.0, h * 0.07), t.wall),
        poly([(x + w * 0.16, base), (x + w * 0.15, base - h), (x + w * 0.46, base - h), (x + w * 0.5, base)], light.shadow, opacity=0.17),
        rect(x - w * 0.05, base - h * 0.66, w * 0.1, h * 0.12, t.ink),
        rect(x - w * 0.05, base - h * 0.32, w * 0.1, h * 0.12, t.ink),
    )  # fmt: skip


def domes(
    x: float, base: float, w: float, light: Light, tone: Tone, colour: str, depth: float = 0.0
) -> str:
    """A church of several onion domes rising from a low curved body."""
    t, cap = light.tone(tone, depth), light.colour(colour, depth)
    parts = []
    for dx, dw, up in (
        (-0.36, 0.15, 0.46),
        (0.36, 0.15, 0.46),
        (-0.2, 0.19, 0.62),
        (0.2, 0.19, 0.62),
        (0, 0.28, 0.82),
    ):
        cx, half, top = x + dx * w, dw * w / 2, base - up * w
        parts.append(
            rect(cx - half, top, half * 2, base - top, mix(t.wall, t.ink, 0.05 if dx else 0))
        )
        parts.append(
            path(opening(cx - half * 0.3, top + half * 0.5, half * 0.6, half * 1.5, 1), pane(t))
        )
        parts.append(rect(cx - half * 1.1, top - 2, half * 2.2, half * 0.16, t.ink))
        parts.append(onion(cx, top, half * 2, cap, half * 3.2))
    body = f"M{x - w * 0.5} {base}V{base - w * 0.24}Q{x - w * 0.28} {base - w * 0.4} {x} {base - w * 0.36}"
    body += f"Q{x + w * 0.28} {base - w * 0.4} {x + w * 0.5} {base - w * 0.24}V{base}Z"
    parts.append(path(body, t.wall))
    parts.append(
        clipped(body, rect(x + w * 0.22, base - w, w * 0.3, w, light.shadow, opacity=0.12))
    )
    parts += [
        path(opening(x + dx * w - w * 0.035, base - w * 0.22, w * 0.07, w * 0.15, 1), pane(t))
        for dx in (-0.36, -0.2, 0.2, 0.36)
    ]
    parts.append(path(opening(x - w * 0.07, base - w * 0.2, w * 0.14, w * 0.2, 1), t.ink))
    return group(*parts)


def granary(
    x: float, base: float, w: float, h: float, light: Light, tone: Tone, depth: float = 0.0
) -> str:
    """A river granary: rows of small shuttered hatches under a baroque gable."""
    t = light.tone(tone, depth)
    parts = [rect(x, base - h, w, h, t.wall), gable("baroque", x, base - h, w, t)]
    for level in range(4):
        for k in range(4):
            px, py = x + w * (0.13 + k * 0.21), base - h * (0.92 - level * 0.22)
            parts.append(rect(px, py, w * 0.1, h * 0.1, t.ink))
    parts.append(path(opening(x + w * 0.4, base - h * 0.2, w * 0.2, h * 0.2, 0.7), t.ink))
    parts.append(rect(x + w * 0.9, base - h, w * 0.1, h, light.shadow, opacity=0.14))
    return group(*parts)


def arches(
    x0: float, x1: float, deck: float, water: float, light: Light, tone: Tone, count: int = 5,
    depth: float = 0.0, thick: float = 26,
) -> str:  # fmt: skip
    """A masonry bridge or viaduct of round arches between two banks."""
    t, step = light.tone(tone, depth), (x1 - x0) / count
    hole = ""
    for k in range(count):
        left, width = x0 + k * step + step * 0.08, step * 0.84
        rise = min(width / 2, water - deck - thick)
        hole += f"M{left} {water}V{deck + thick + rise}A{width / 2} {rise} 0 0 1 {left + width} {deck + thick + rise}V{water}Z"
    rims = hole.replace("Z", "")
    return group(
        path(f"M{x0} {deck}H{x1}V{water}H{x0}Z" + hole, t.wall, fill_rule="evenodd"),
        stroke(rims, mix(t.wall, t.ink, 0.3), max(4, thick * 0.28), stroke_linecap="butt"),
        rect(x0, deck, x1 - x0, max(4, thick * 0.26), t.ink),
        rect(x0, deck - thick * 0.4, x1 - x0, thick * 0.4, mix(t.tint, t.wall, 0.5)),
    )  # fmt: skip


def truss(
    x0: float,
    x1: float,
    deck: float,
    rise: float,
    light: Light,
    tone: Tone,
    spans: int = 2,
    depth=0.0,
) -> str:
    """A steel bridge of bowed trusses."""
    t, parts = light.tone(tone, depth), []
    length = (x1 - x0) / spans
    for k in range(spans):
        a, b = x0 + k * length, x0 + (k + 1) * length
        points: list[Point] = []
        for j in range(9):
            s = j / 8
            points.append((a + (b - a) * s, deck - rise * 4 * s * (1 - s)))
        web = "".join(f"M{x} {deck}V{y}" for x, y in points[1:-1])
        web += "".join(
            f"M{points[j][0]} {points[j][1]}L{points[j + 1][0]} {deck}" for j in range(1, 7)
        )
        parts.append(stroke(web, t.net, max(2.4, rise * 0.03)))
        parts.append(stroke(smooth(points), t.wall, max(5, rise * 0.075)))
    parts.append(rect(x0, deck, x1 - x0, max(10, rise * 0.11), t.ink))
    return group(*parts)
