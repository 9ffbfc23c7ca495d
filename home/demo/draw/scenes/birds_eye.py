"""Squares, schoolyards and districts seen from above."""

from math import cos, pi, sin
from random import Random

from .. import facades, land, landmarks, light, skies, street, trees, water
from ..figures import crowd, from_above
from ..palette import (
    AZURE, BRICK, BROWN, COBALT, CREAM, GOLD, GREEN, INK, LAMP, LINE, ORANGE, PAPER, PLUM, ROSE,
    SHADE, SLATE, STONE, TEAL, WHITE, Tone, blend, mix, pale,
)  # fmt: skip
from ..perspective import Aerial
from ..svg import box, circle, clipped, ellipse, group, path, poly, rect, segment, smooth, stroke
from .registry import scene

Place = tuple[float, float]


def crown(x: float, y: float, r: float, colour: str, shadow: str) -> str:
    """A tree from straight above, with its shadow."""
    rng = Random(f"{x}{y}")
    outline = trees._blob(rng, x, y, r, r, 10)
    return (
        path(trees._blob(rng, x + r * 0.4, y + r * 0.36, r, r, 10), shadow, opacity=0.22) + path(outline, colour)
        + clipped(outline, circle(x + r * 0.5, y + r * 0.5, r * 0.9, mix(colour, shadow, 0.2)), circle(x - r * 0.4, y - r * 0.4, r * 0.36, mix(colour, PAPER, 0.25), opacity=0.6))
        + stroke(trees._leaves(rng, x, y, r, r, 14, r * 0.14), mix(colour, PAPER, 0.35), max(1.5, r * 0.03), opacity=0.7)
    )  # fmt: skip


def car_above(x: float, y: float, w: float, colour: str, turn: float = 0) -> str:
    h = w * 0.46
    return group(
        rect(-w / 2 + 7, -h / 2 + 8, w, h, INK, rx=h * 0.3, opacity=0.2), rect(-w / 2, -h / 2, w, h, colour, rx=h * 0.3), rect(-w * 0.2, -h * 0.4, w * 0.4, h * 0.8, mix(colour, PAPER, 0.28), rx=h * 0.16),
        path(f"M{w * 0.2} {-h * 0.38}q{w * 0.1} {h * 0.08} {w * 0.1} {h * 0.38}t{-w * 0.1} {h * 0.38}z", mix(AZURE.ink, INK, 0.3)), path(f"M{-w * 0.2} {-h * 0.36}q{-w * 0.08} {h * 0.08} {-w * 0.08} {h * 0.36}t{w * 0.08} {h * 0.36}z", mix(AZURE.ink, INK, 0.3)),
        transform=f"translate({x} {y}) rotate({turn})",
    )  # fmt: skip


@scene("lublin-zielone-klasy")
def lublin() -> tuple[str, ...]:
    """A schoolyard from above: asphalt giving way to shade."""
    asphalt, shadow = mix(SLATE.wall, STONE.wall, 0.45), GREEN.ink
    rng = Random("lublin")
    green = smooth([(560, -40), (470, 160), (610, 330), (500, 520), (640, 700), (560, 860), (700, 1040), (1660, 1040), (1660, -40)], closed=True)
    courts = rect(60, 150, 380, 700, "none", stroke=PAPER, stroke_width=7) + segment(60, 500, 440, 500, PAPER, 7) + circle(250, 500, 80, "none", stroke=PAPER, stroke_width=7)
    cracks = stroke("M470 90l-40 60l20 70M520 430l-70 30M560 780l-60-20l-40 50", INK, 4, opacity=0.35)
    ring = "".join(
        group(rect(-52, -15, 104, 30, INK, opacity=0.2, transform="translate(6 7)"), rect(-52, -15, 104, 30, BROWN.wall, rx=5), segment(-48, 0, 48, 0, BROWN.net, 3),
              transform=f"translate({1080 + 250 * cos(a)} {480 + 215 * sin(a)}) rotate({a * 180 / pi + 90})")
        for a in (2 * pi * k / 11 + 0.3 for k in range(11)) if not 1.2 < a < 1.75
    )  # fmt: skip
    pupils = [(1080 + 205 * cos(a) + rng.uniform(-12, 12), 480 + 172 * sin(a)) for a in (2 * pi * k / 22 for k in range(22)) if not 1.1 < a < 1.9]
    crowns = [(760, 150, 96, GREEN.wall), (960, 110, 80, trees.LIME), (1230, 120, 104, GREEN.net), (1450, 200, 92, GREEN.wall), (1520, 430, 84, trees.LIME), (1480, 660, 100, GREEN.net), (1290, 830, 92, GREEN.wall),
              (1050, 880, 84, trees.LIME), (800, 830, 96, GREEN.net), (690, 600, 78, GREEN.wall), (720, 390, 70, trees.LIME), (1560, 900, 90, GREEN.wall), (590, 60, 56, trees.LIME)]  # fmt: skip
    holes = "".join(rect(x - 34, y - 34, 68, 68, BROWN.net) + crown(x, y, 40, c, INK) for x, y, c in ((250, 320, trees.LIME), (170, 680, GREEN.wall), (350, 690, trees.LIME)))
    return (
        rect(0, 0, 1600, 1000, asphalt), *(ellipse(rng.uniform(0, 560), rng.uniform(0, 1000), rng.uniform(40, 120), rng.uniform(20, 50), mix(asphalt, INK, 0.06)) for _ in range(9)), courts, cracks, holes,
        path(green, mix(GREEN.wall, trees.LIME, 0.35)), stroke(green, mix(GREEN.tint, GREEN.wall, 0.25), 14), stroke(smooth([(470, 520), (720, 500), (900, 620), (1080, 660), (1100, 1020)]), mix(GOLD.tint, BROWN.wall, 0.22), 58),
        ellipse(1080, 480, 330, 290, mix(GOLD.tint, BROWN.wall, 0.16)), ellipse(1080, 480, 330, 290, "none", stroke=mix(GREEN.net, PAPER, 0.2), stroke_width=6, stroke_dasharray="4 18"), ring,
        rect(1020, 440, 120, 66, INK, opacity=0.2, transform="translate(8 10)"), rect(1020, 440, 120, 66, TEAL.net, rx=4), rect(1034, 452, 92, 42, mix(TEAL.net, PAPER, 0.2)), from_above(1080, 552, 40, BRICK.wall, shadow, 1.6),
        crowd(pupils, 30, [BRICK.wall, GOLD.wall, AZURE.wall, ROSE.wall, ORANGE.wall, PLUM.wall], shadow, "lub"), *(crown(*spec, shadow) for spec in crowns),
        poly([(0, 0), (460, 0), (420, 76), (0, 76)], BRICK.wall), stroke("M0 20H440M0 40H432M0 60H426", BRICK.ink, 2.5), poly([(0, 76), (420, 76), (440, 120), (0, 120)], INK, opacity=0.2),
        *(stroke(f"M{x} {y}q{r} {r * 0.4} {r * 1.2} {r * 1.4}", mix(GREEN.tint, GREEN.wall, 0.4), 4) for x, y, r in ((650, 240, 14), (900, 760, 16), (1380, 520, 18), (1180, 720, 14), (1400, 320, 12))),
    )  # fmt: skip


@scene("zgierz-budzet-obywatelski-w-dzielnicach")
def zgierz() -> tuple[str, ...]:
    """Seven districts as seven tiles, each with its own small project."""
    air = light.day(BRICK, 0.4)
    grounds = [mix(GREEN.wall, PAPER, 0.2), mix(GOLD.tint, GOLD.wall, 0.4), mix(BRICK.tint, BRICK.wall, 0.35), mix(TEAL.tint, TEAL.wall, 0.45), mix(GREEN.wall, GOLD.wall, 0.4), mix(AZURE.tint, AZURE.wall, 0.4), mix(ROSE.tint, ROSE.wall, 0.4)]
    centres = [(800, 495), (540, 225), (1060, 225), (280, 495), (1320, 495), (540, 765), (1060, 765)]
    parts = [rect(0, 0, 1600, 1000, air.low), rect(0, 0, 1600, 1000, mix(BRICK.tint, BRICK.wall, 0.16), opacity=0.8), stroke("M540 225H1060L1320 495L1060 765H540L280 495ZM540 225L1060 765M1060 225L540 765M280 495H1320", PAPER, 16, stroke_dasharray="2 26")]
    for k, (cx, cy) in sorted(enumerate(centres), key=lambda item: item[1][1]):
        view = Aerial(cx, cy - 118, 74, air)
        side = 3.6
        tile = [(0, 0), (side, 0), (side, side), (0, side)]
        edge = view.at(side, side), view.at(side, side, -0.5), view.at(0, side, -0.5), view.at(0, side)
        other = view.at(side, side), view.at(side, side, -0.5), view.at(side, 0, -0.5), view.at(side, 0)
        parts += [poly([view.at(x + 0.5, y + 0.5, -1.0) for x, y in tile], INK, opacity=0.13), poly(edge, mix(grounds[k], BROWN.ink, 0.45)), poly(other, mix(grounds[k], BROWN.ink, 0.62)), view.ground(tile, grounds[k])]
        parts.append(_project(k, view))
    return tuple(parts)


def _project(k: int, view: Aerial) -> str:
    """What the residents of one district voted for."""
    leafs = [GREEN.wall, trees.LIME, GREEN.net]

    def houses(*specs) -> str:
        return "".join(view.shadow(x, y, 0.9, 0.8, h) + view.block(x, y, 0.9, 0.8, h, tone, roof=roof, rows=2, columns=2, seed=f"{k}{x}") for x, y, h, tone, roof in specs)

    def at(x: float, y: float, z: float = 0) -> Place:
        return view.at(x, y, z)

    if k == 0:
        tower = view.shadow(0.4, 0.4, 1, 1, 1.7) + view.block(0.4, 0.4, 2.6, 1, 1.1, BRICK, roof="gabled", rows=2, columns=4) + view.block(1.2, 0.5, 0.8, 0.8, 2.3, BRICK, roof="tent", rows=2, columns=1, top=TEAL.wall)
        return tower + view.tile(0.5, 2, 2.6, 1.2, SHADE) + "".join(view.tree(x, 3.1, 0.26, leafs[j % 3]) for j, x in enumerate((0.6, 1.4, 2.2, 3)))
    if k == 1:
        x, y = at(1.9, 2.2)
        swing = stroke(f"M{x - 60} {y}L{x - 44} {y - 84}L{x - 28} {y}M{x + 28} {y}L{x + 44} {y - 84}L{x + 60} {y}M{x - 44} {y - 84}H{x + 44}", BRICK.net, 6) + stroke(f"M{x - 20} {y - 84}v56M{x - 4} {y - 84}v56M{x + 14} {y - 84}v50M{x + 28} {y - 84}v50", INK, 2) + segment(x - 24, y - 28, x, y - 28, COBALT.net, 6) + segment(x + 10, y - 34, x + 32, y - 34, COBALT.net, 6)
        return houses((0.3, 0.3, 1.1, GOLD, "hipped"), (1.6, 0.3, 0.9, CREAM, "gabled")) + view.tile(0.9, 1.5, 2, 1.5, mix(GOLD.wall, PAPER, 0.4)) + swing + view.tree(3.2, 0.9, 0.32, leafs[0]) + view.tree(0.4, 3.0, 0.28, leafs[1])
    if k == 2:
        return houses((0.3, 0.3, 1.3, ROSE, "hipped"), (2.3, 0.3, 1.0, CREAM, "gabled")) + view.tile(0.4, 1.5, 2.8, 0.5, SLATE.wall) + "".join(segment(*at(0.6 + j * 0.7, 2.3), at(0.6 + j * 0.7, 2.3)[0], at(0.6 + j * 0.7, 2.3)[1] - 70, INK, 4) + circle(at(0.6 + j * 0.7, 2.3)[0], at(0.6 + j * 0.7, 2.3)[1] - 72, 9, LAMP) for j in range(4)) + view.tree(1.5, 3.1, 0.34, leafs[2]) + view.tree(2.6, 3.2, 0.28, leafs[1])
    if k == 3:
        cx, cy = at(1.9, 2.2)
        return houses((0.3, 0.3, 1.2, TEAL, "gabled"), (1.5, 0.3, 0.9, BRICK, "hipped")) + ellipse(cx, cy, 92, 50, mix(STONE.wall, PAPER, 0.3)) + ellipse(cx, cy, 78, 40, AZURE.wall) + stroke(f"M{cx} {cy}v-46M{cx} {cy - 46}q-26 4-30 40M{cx} {cy - 46}q26 4 30 40", WHITE, 5) + view.tree(3.2, 1.0, 0.3, leafs[1]) + view.tree(0.5, 3.2, 0.3, leafs[0])
    if k == 4:
        beds = "".join(view.tile(0.5 + i * 0.95, 1.6 + j * 0.85, 0.75, 0.6, BROWN.net) + "".join(circle(at(0.68 + i * 0.95 + q * 0.2, 1.9 + j * 0.85)[0], at(0.68 + i * 0.95 + q * 0.2, 1.9 + j * 0.85)[1] - 6, 9, (GREEN.wall, BRICK.wall, trees.LIME, GOLD.wall)[(i + j + q) % 4]) for q in range(3)) for i in range(3) for j in range(2))
        return houses((0.3, 0.3, 0.9, BROWN, "gabled")) + beds + view.tree(1.9, 0.8, 0.34, leafs[0]) + view.tree(3.0, 0.9, 0.28, leafs[1])
    if k == 5:
        lane = view.tile(0, 2.1, 3.6, 0.7, BRICK.wall)
        return houses((0.3, 0.3, 1.4, AZURE, "flat"), (1.8, 0.4, 1.0, CREAM, "flat")) + lane + view.ground([(0.2, 2.42), (3.4, 2.42), (3.4, 2.48), (0.2, 2.48)], PAPER) + view.tree(3.1, 0.9, 0.3, leafs[2]) + view.tree(0.6, 3.3, 0.26, leafs[1]) + view.tree(1.7, 3.3, 0.3, leafs[0]) + view.tree(2.8, 3.3, 0.26, leafs[1])
    x, y = at(1.8, 2.3)
    seat = rect(x - 60, y - 34, 120, 9, BROWN.wall) + rect(x - 60, y - 52, 120, 9, BROWN.wall) + rect(x - 50, y - 28, 8, 28, INK) + rect(x + 42, y - 28, 8, 28, INK)
    return houses((0.3, 0.3, 1.0, PLUM, "hipped"), (1.6, 0.3, 1.3, CREAM, "gabled")) + view.tile(0.7, 1.6, 2.2, 1.4, mix(SHADE, ROSE.wall, 0.1)) + view.tree(2.6, 1.6, 0.5, leafs[1]) + seat + view.tree(0.5, 2.9, 0.3, leafs[0])


@scene("city-tarnow-2")
def tarnow_ring() -> tuple[str, ...]:
    """A ring of chairs on the market square, seen from the town-hall tower."""
    air = light.golden()
    view = Aerial(800, -90, 80, air)
    paving = mix(SHADE, GOLD.wall, 0.22)
    parts = [rect(0, 0, 1600, 1000, air.colour(paving))]
    parts += [view.ground([(x, -2), (x + 0.06, -2), (x + 0.06, 20), (x, 20)], air.colour(mix(paving, BROWN.wall, 0.22))) for x in range(-6, 20)]
    parts += [view.ground([(-6, y), (20, y), (20, y + 0.06), (-6, y + 0.06)], air.colour(mix(paving, BROWN.wall, 0.22))) for y in range(-2, 20)]
    tones = [BRICK, pale(GOLD, 0.2), pale(ROSE, 0.1), CREAM, pale(TEAL, 0.1), ORANGE, pale(BRICK, 0.2)]
    for k in range(7):
        parts.append(view.shadow(1.0 + k * 1.9, 0.2, 1.9, 1.6, 2.2) + view.block(1.0 + k * 1.9, 0.2, 1.86, 1.6, 2.0 + (k * 7 % 5) * 0.22, tones[k], roof=("gabled", "hipped", "flat")[k % 3], rows=3, columns=3, seed=f"t{k}", arched=k % 2 == 0))
    parts += [view.shadow(-0.7, 2.2 + k * 1.9, 1.6, 1.9, 2) + view.block(-0.9, 2.2 + k * 1.9, 1.6, 1.86, 2.0 + (k * 5 % 4) * 0.25, tones[(k + 3) % 7], roof=("hipped", "flat")[k % 2], rows=3, columns=3, seed=f"s{k}") for k in range(6)]
    cx, cy = view.at(7.9, 7.9)
    seats = []
    for ring, count in ((300, 28), (216, 20)):
        for k in range(count):
            a = 2 * pi * k / count + 0.1
            if 1.25 < a < 1.85:
                continue
            seats.append((cx + ring * 1.28 * cos(a), cy + ring * 0.74 * sin(a), k + ring))
    seats.sort(key=lambda seat: seat[1])
    colours = [BRICK.net, BRICK.wall, GOLD.wall, TEAL.net, PLUM.net, COBALT.net]
    drawn = "".join(
        poly([(x - 12, y + 6), (x + 70, y + 40), (x + 84, y + 30), (x + 14, y - 2)], BRICK.ink, opacity=0.25) + (from_above(x, y - 4, 30, air.colour(colours[int(k) % 6]), BRICK.ink, 2.6) if int(k) % 5 != 2 else "")
        + poly([(x, y - 9), (x + 17, y), (x, y + 9), (x - 17, y)], air.colour(colours[int(k) % 6]) if int(k) % 5 == 2 else mix(BROWN.ink, INK, 0.3), opacity=1 if int(k) % 5 == 2 else 0.35)
        for x, y, k in seats
    )
    return (
        *parts, path("M-400-90H520V-130H560V-70Q640-110 700-30L840 0L700 30Q640 110 560 70V130H520V90H-400Z", BRICK.ink, opacity=0.2, transform="translate(60 790) rotate(20)"), ellipse(cx, cy, 480, 276, air.colour(mix(paving, PAPER, 0.5)), opacity=0.7), ellipse(cx, cy, 130, 74, air.colour(mix(paving, BRICK.wall, 0.35))), drawn,
        from_above(cx - 30, cy + 4, 34, INK, BRICK.ink, 2.6), view.tree(13.6, 6.4, 0.6, GREEN.wall), view.tree(14.4, 7.6, 0.5, trees.LIME), view.tree(4.4, 12.2, 0.55, trees.LIME), crowd([(1380, 900), (1440, 940), (1180, 950), (250, 620), (1500, 690)], 32, colours, BRICK.ink, "tar"),
    )  # fmt: skip


@scene("meeting-4")
def study_walk() -> tuple[str, ...]:
    """A group of visitors crossing a square; their shadows are longer than they are."""
    ground, shadow = mix(SHADE, ROSE.wall, 0.1), PLUM.ink
    rng = Random("walk")
    stones = "".join(stroke(f"M{800 + 120 * r * cos(a0):.0f} {1250 + 120 * r * sin(a0):.0f}A{120 * r} {120 * r} 0 0 1 {800 + 120 * r * cos(a1):.0f} {1250 + 120 * r * sin(a1):.0f}", mix(ground, PLUM.wall, 0.16), 5)
                     for r in range(3, 14) for a0, a1 in ((pi * 1.05, pi * 1.95),))
    group_places = [(620 + rng.gauss(0, 120), 560 + rng.gauss(0, 62)) for _ in range(19)] + [(400, 500), (880, 640), (1010, 690)]
    roofs = "".join(
        poly([(x, -10), (x + 230, -10), (x + 230, 150), (x, 150)], c) + poly([(x, 70), (x + 230, 70), (x + 230, 150), (x, 150)], mix(c, INK, 0.16)) + stroke("".join(f"M{x} {y}h230" for y in range(10, 150, 20)), mix(c, INK, 0.14), 2.5)
        for x, c in ((-60, BRICK.wall), (170, ORANGE.wall), (400, BRICK.net), (630, mix(BRICK.wall, BROWN.wall, 0.5)), (860, ORANGE.net), (1090, BRICK.wall), (1320, mix(BRICK.net, ROSE.wall, 0.3)), (1550, ORANGE.wall))
    )
    return (
        rect(0, 0, 1600, 1000, ground), stones, poly([(-10, 150), (1610, 150), (1610, 210), (1500, 250), (1300, 214), (1090, 260), (860, 220), (700, 250), (400, 216), (170, 250), (-10, 210)], shadow, opacity=0.24), roofs,
        ellipse(1290, 610, 132, 116, shadow, opacity=0.2, transform="translate(40 30)"), circle(1290, 610, 122, mix(STONE.wall, PAPER, 0.3)), circle(1290, 610, 100, AZURE.wall), circle(1290, 610, 60, "none", stroke=WHITE, stroke_width=5, opacity=0.6), circle(1290, 610, 26, STONE.wall),
        crowd(group_places, 52, [PLUM.net, TEAL.net, ORANGE.net, COBALT.net, GREEN.net, GOLD.net, ROSE.net], shadow, "meet"),
        from_above(150, 830, 52, BRICK.net, shadow, 2.6), from_above(1480, 330, 48, TEAL.net, shadow, 2.6),
        *(crown(x, y, r, c, shadow) for x, y, r, c in ((120, 340, 92, GREEN.wall), (290, 300, 70, trees.LIME), (1500, 880, 120, GREEN.net), (1330, 960, 90, trees.LIME), (60, 960, 110, GREEN.wall))),
    )  # fmt: skip


@scene("news-czego-bysmy-nie-powtorzyli")
def full_park() -> tuple[str, ...]:
    """A riverside car park from above, full, and a ferry aground on sand."""
    asphalt = mix(SLATE.wall, STONE.wall, 0.35)
    bays = "".join(segment(x, y, x, y + 150, PAPER, 6, stroke_linecap="butt") for y in (70, 390, 540) for x in range(70, 900, 92))
    bays += segment(70, 220, 898, 220, PAPER, 6) + segment(70, 540, 898, 540, PAPER, 6)
    shore = smooth([(1010, -40), (960, 160), (1040, 380), (980, 600), (1060, 800), (1000, 1040)])
    stream = smooth([(1250, -40), (1330, 200), (1240, 440), (1360, 640), (1290, 830), (1380, 1040)])
    sand = mix(GOLD.tint, GOLD.wall, 0.3)
    boat = group(
        rect(-95, -170, 190, 340, INK, opacity=0.2, transform="translate(14 16)"), rect(-95, -170, 190, 340, TEAL.net, rx=14), rect(-74, -150, 148, 300, mix(TEAL.tint, STONE.wall, 0.4)), stroke("M-74-50H74M-74 50H74", PAPER, 5, stroke_dasharray="18 14"),
        poly([(-80, -170), (80, -170), (66, -232), (-66, -232)], TEAL.ink), poly([(-80, 170), (80, 170), (66, 232), (-66, 232)], TEAL.ink), rect(30, -60, 56, 110, PAPER), rect(38, -52, 40, 30, AZURE.ink), transform="translate(1165 560) rotate(14)",
    )  # fmt: skip
    puddles = "".join(ellipse(x, y, rx, rx * 0.4, AZURE.wall, opacity=0.6) for x, y, rx in ((1140, 240, 46), (1090, 860, 60), (1230, 330, 30)))
    return (
        rect(0, 0, 1600, 1000, asphalt), rect(0, 270, 950, 80, mix(asphalt, INK, 0.07)), rect(0, 720, 950, 90, mix(asphalt, INK, 0.07)), bays, stroke("M40 310H300M560 310H860", PAPER, 6, stroke_dasharray="46 40"), path("M420 310l70-40v24h70v32h-70v24z", PAPER),
        *(car_above(116 + k * 92, y, 118, c, turn) for y, turn, cars in ((145, 90, (BRICK.wall, PAPER, COBALT.wall, SLATE.net, "", GOLD.wall, PAPER, TEAL.wall, BRICK.net)), (462, 90, (PAPER, GREEN.wall, SLATE.net, BRICK.wall, COBALT.net, PAPER, ROSE.wall, "", GOLD.wall)), (615, -90, (TEAL.wall, GOLD.wall, PAPER, PLUM.wall, BRICK.wall, SLATE.wall, PAPER, COBALT.wall, ORANGE.wall))) for k, c in enumerate(cars) if c), car_above(700, 765, 118, ORANGE.wall, 180), car_above(160, 768, 118, PAPER, 180), circle(948, 708, 16, BRICK.ink), rect(760, 700, 180, 16, PAPER), *(rect(760 + k * 40, 700, 20, 16, BRICK.net) for k in range(4)),
        path(shore + "L1660 1040V-40Z", mix(GREEN.wall, GOLD.wall, 0.3)), path(shore + "L1660 1040V-40Z", sand, transform="translate(40 0)"), *(stroke(shore, mix(sand, BROWN.wall, 0.2), 4, stroke_dasharray="40 26", transform=f"translate({d} 0)") for d in (90, 140, 190)),
        path(stream + "L1660 1040V-40Z", AZURE.wall), stroke(stream, mix(AZURE.tint, WHITE, 0.4), 10), *(stroke(f"M{x} {y}q30 40 0 80t0 80", AZURE.tint, 5, opacity=0.6) for x, y in ((1440, 80), (1520, 300), (1430, 520), (1540, 700), (1450, 800))),
        puddles, boat, *(crown(x, y, r, c, INK) for x, y, r, c in ((960, 60, 70, GREEN.wall), (990, 950, 84, GREEN.net), (60, 920, 100, GREEN.wall), (230, 950, 80, trees.LIME), (960, 440, 54, trees.LIME), (420, 930, 70, GREEN.net))), from_above(560, 760, 44, PLUM.net, INK, 2.4),
    )  # fmt: skip


@scene("elk-klaster-energii")
def elk() -> tuple[str, ...]:
    """Roofs with panels, joined by one line of light, beside a lake."""
    air = light.clear(0.4)
    view = Aerial(640, -40, 104, air)
    panel = mix(COBALT.ink, INK, 0.25)
    parts = [rect(0, 0, 1600, 1000, air.colour(mix(GREEN.wall, PAPER, 0.18))), path(smooth([(1640, 400), (1480, 470), (1400, 600), (1460, 740), (1300, 860), (1180, 1040), (1660, 1040)], closed=True), air.colour(AZURE.wall)), stroke(smooth([(1640, 400), (1480, 470), (1400, 600), (1460, 740), (1300, 860), (1180, 1040)]), air.colour(GOLD.tint), 16)]
    parts += [water.sail(x, y, h, air, c) for x, y, h, c in ((1540, 590, 90, BRICK.net), (1530, 760, 120, ORANGE.net), (1440, 930, 150, TEAL.net))]
    parts += [view.ground([(-12, 4.55), (9.6, 4.55), (9.6, 5.15), (-12, 5.15)], air.colour(STONE.wall)), view.ground([(5.6, -8), (6.2, -8), (6.2, 24), (5.6, 24)], air.colour(STONE.wall))]
    plots = [(1.2, 1.2, 3.8, 1.8, 1.3, CREAM), (6.8, 1.0, 2.4, 2.2, 1.0, BRICK), (-1.6, 2.6, 2.2, 1.5, 0.9, pale(TEAL, 0.3)), (2.0, 5.8, 3.0, 1.6, 1.1, GOLD), (6.8, 5.7, 2.6, 1.7, 1.4, pale(ROSE, 0.2)), (2.4, 8.6, 2.6, 1.5, 1.0, pale(AZURE, 0.2)), (6.9, 8.4, 1.6, 1.6, 0.8, SLATE)]
    hubs = []
    for x, y, w, d, h, tone in plots:
        parts += [view.shadow(x, y, w, d, h), view.block(x, y, w, d, h, tone, rows=2, columns=round(w * 1.6), seed=f"e{x}", top=SHADE)]
        columns = int(w / 0.5)
        for i in range(columns):
            for j in range(int(d / 0.75)):
                px, py = x + 0.18 + i * (w - 0.3) / columns, y + 0.16 + j * 0.74
                parts.append(view.tile(px, py, (w - 0.3) / columns - 0.08, 0.6, air.colour(panel), h) + view.ground([(px + 0.05, py + 0.5), (px + 0.2, py + 0.05), (px + 0.3, py + 0.05), (px + 0.14, py + 0.5)], AZURE.tint, h, opacity=0.35))
        hubs.append(view.at(x + w / 2, y + d / 2, h + 0.2))
    for k, (x, y) in enumerate(((0.2, 1.4), (5.2, 3.6), (0.9, 6.6), (5.2, 7.4), (9.8, 4.0), (10.0, 6.4), (1.4, 4.1), (5.1, 0.2), (9.6, 0.6), (1.2, 9.2), (9.2, 8.2), (-1.9, 1.5), (-1.4, 5.8), (0.2, 8.6), (4.6, 10.6), (7.2, 10.8), (0.6, 10.2))):
        parts.append(view.tree(x, y, 0.34 + (k % 3) * 0.07, (GREEN.wall, GREEN.net, trees.LIME)[k % 3]))
    line = "M" + "L".join(f"{x} {y}" for x, y in (hubs[2], hubs[0], hubs[1], hubs[4], hubs[6], hubs[5], hubs[3], hubs[0]))
    glowing = stroke(line, LAMP, 12, opacity=0.4) + stroke(line, LAMP, 5, stroke_dasharray="16 12") + "".join(circle(x, y, 17, LAMP, opacity=0.5) + circle(x, y, 10, mix(LAMP, WHITE, 0.4)) for x, y in hubs)
    return (*parts, glowing)


@scene("stalowa-wola-otwarte-mapy")
def layers() -> tuple[str, ...]:
    """A town lifted apart into the layers of a map."""
    air = light.day(COBALT, 0.2)
    rng = Random("sw")
    parts = [rect(0, 0, 1600, 1000, mix(COBALT.tint, COBALT.wall, 0.14)), *(circle(x, y, 2.2, COBALT.wall, opacity=0.5) for x in range(40, 1600, 64) for y in range(36, 1000, 64))]
    side, levels = 6.0, ((0, 700, mix(PAPER, AZURE.tint, 0.5)), (1, 490, mix(PAPER, GREEN.tint, 0.6)), (2, 280, mix(PAPER, BRICK.tint, 0.5)))
    for index, y, paper in levels:
        view = Aerial(800, y - 190, 80, air)
        corners = [(0, 0), (side, 0), (side, side), (0, side)]
        outline = "M" + "L".join(f"{px} {py}" for px, py in (view.at(*c) for c in corners)) + "Z"
        inside = []
        if index == 0:
            bed = [view.at(px, py) for px, py in ((-0.3, 3.9), (1.2, 3.2), (2.6, 3.9), (3.9, 3.0), (5.0, 3.6), (6.4, 2.7))]
            inside += [stroke(smooth(bed), AZURE.wall, 58), stroke(smooth(bed), AZURE.tint, 4), *(ellipse(*view.at(px, py), r, r * 0.55, AZURE.wall) for px, py, r in ((1.2, 1.4, 60), (4.6, 5.0, 46)))]
            for r in (0.5, 0.9, 1.3):
                ring = smooth([view.at(4.2 + r * cos(a) * 1.2, 1.3 + r * sin(a)) for a in (2 * pi * k / 10 for k in range(10))], closed=True)
                inside.append(stroke(ring, BROWN.wall, 2.5))
        elif index == 1:
            inside += [view.tile(0.4, 0.4, 2, 1.5, mix(GREEN.wall, PAPER, 0.45)), view.tile(3.4, 3.6, 2.2, 1.9, mix(GREEN.wall, PAPER, 0.45)), view.tile(3.2, 0.5, 2.3, 0.9, mix(trees.LIME, PAPER, 0.5))]
        else:
            inside += [view.ground([(0, 2.6), (6, 2.6), (6, 3.0), (0, 3.0)], mix(STONE.wall, PAPER, 0.2)), view.ground([(2.7, 0), (3.1, 0), (3.1, 6), (2.7, 6)], mix(STONE.wall, PAPER, 0.2))]
        parts += [poly([view.at(cx + 0.25, cy + 0.25, -0.35) for cx, cy in corners], COBALT.ink, opacity=0.18), path(outline, paper), clipped(outline, *inside), stroke(outline, mix(COBALT.wall, PAPER, 0.2), 3)]
        if index == 1:
            spots = sorted(((rng.uniform(0.4, 5.7), rng.uniform(0.4, 5.7)) for _ in range(34)), key=lambda p: p[0] + p[1])
            parts += [view.tree(px, py, 0.2, (GREEN.wall, GREEN.net, trees.LIME)[k % 3]) for k, (px, py) in enumerate(spots)]
        if index == 2:
            lots = [(0.3, 0.4, 0.9, 0.8, 0.8, GOLD, "hipped"), (1.4, 0.4, 0.9, 0.8, 1.0, BRICK, "gabled"), (0.4, 1.6, 1.7, 0.7, 0.7, CREAM, "gabled"), (3.4, 0.4, 1.0, 0.8, 1.2, TEAL, "flat"), (4.7, 0.4, 0.9, 0.8, 1.0, ROSE, "hipped"), (3.5, 1.6, 2.0, 0.7, 0.8, ORANGE, "gabled"),
                    (0.4, 3.4, 0.9, 0.9, 1.5, COBALT, "tent"), (1.6, 3.4, 0.8, 0.9, 0.8, BRICK, "hipped"), (0.4, 4.8, 2.0, 0.8, 0.6, SLATE, "flat"), (3.5, 3.4, 0.9, 0.8, 0.9, GOLD, "gabled"), (4.8, 3.4, 0.8, 0.8, 1.1, PLUM, "hipped"), (3.6, 4.7, 1.9, 0.9, 0.9, CREAM, "gabled")]  # fmt: skip
            parts += [view.shadow(a, b, w, d, h) + view.block(a, b, w, d, h, tone, roof=roof, rows=2, columns=2, seed=f"m{a}{b}") for a, b, w, d, h, tone, roof in lots]
    posts = "".join(segment(x, y, x, y + 420, COBALT.net, 2.5, stroke_dasharray="3 9") for x, y in ((800 - 415.7, 330), (800 + 415.7, 330)))
    return (*parts, posts)


@scene("news-slupsk-ulica-przed-dzwonkiem")
def school_street_above() -> tuple[str, ...]:
    """The street before the bell, from above: chalk, scooters and a plank across the road."""
    asphalt, shadow = mix(SLATE.wall, STONE.wall, 0.3), COBALT.ink
    rng = Random("chalk")
    chalk = [PAPER, LAMP, ROSE.tint, AZURE.tint]
    hop = "".join(rect(700 + dx, 330 + dy, 84, 84, "none", stroke=chalk[k % 4], stroke_width=7) for k, (dx, dy) in enumerate(((0, 0), (84, 0), (42, 84), (42, 168), (0, 252), (84, 252), (42, 336))))
    sun_ = circle(1060, 420, 52, "none", stroke=LAMP, stroke_width=8) + "".join(stroke(f"M{1060 + 66 * cos(a):.0f} {420 + 66 * sin(a):.0f}L{1060 + 96 * cos(a):.0f} {420 + 96 * sin(a):.0f}", LAMP, 8) for a in (2 * pi * k / 9 for k in range(9)))
    home = stroke("M420 560v110h130v-110M400 570l85-80l85 80M462 670v-50h44v50", ROSE.tint, 8)
    fish = stroke("M930 700q60-60 130 0q-70 60-130 0zM1060 700l44-34v68z", AZURE.tint, 8)
    scooter = "".join(group(segment(-34, 0, 34, 0, c, 9), segment(34, 0, 44, -12, INK, 6), segment(34, -22, 54, 2, INK, 6), circle(-38, 0, 8, INK), circle(42, -4, 8, INK), transform=f"translate({x} {y}) rotate({r})") for x, y, r, c in ((620, 760, 30, BRICK.wall), (860, 250, -60, TEAL.wall), (1150, 590, 100, GOLD.wall)))
    pupils = [(rng.uniform(380, 1180), rng.uniform(250, 880)) for _ in range(16)]
    plank = group(rect(0, 10, 860, 40, INK, opacity=0.22, transform="translate(14 16)"), rect(0, 0, 860, 40, PAPER, rx=6), *(poly([(k * 96, 0), (k * 96 + 48, 0), (k * 96 + 30, 40), (k * 96 - 18, 40)], BRICK.net) for k in range(1, 9)), transform="translate(370 120)")
    return (
        rect(0, 0, 1600, 1000, asphalt), rect(0, 0, 320, 1000, mix(STONE.wall, PAPER, 0.25)), rect(1280, 0, 320, 1000, mix(STONE.wall, PAPER, 0.25)), rect(312, 0, 16, 1000, STONE.net), rect(1272, 0, 16, 1000, STONE.net),
        stroke("".join(f"M0 {y}H312M1288 {y}H1600" for y in range(0, 1000, 80)) + "M104 0V1000M208 0V1000M1392 0V1000M1496 0V1000", mix(STONE.wall, INK, 0.14), 3), stroke("M800 0V110M800 180V230M800 920V1000", PAPER, 10, stroke_dasharray="50 40"),
        hop, sun_, home, fish, scooter, crowd(pupils, 46, [BRICK.wall, GOLD.wall, TEAL.wall, COBALT.wall, ROSE.wall, GREEN.wall, ORANGE.wall], shadow, "kids"), plank, from_above(350, 200, 58, LAMP, shadow, 2.4), from_above(1240, 210, 58, ORANGE.wall, shadow, 2.4),
        *(crown(x, y, r, c, shadow) for x, y, r, c in ((150, 180, 118, GREEN.wall), (130, 560, 100, trees.LIME), (170, 880, 120, GREEN.net), (1450, 330, 116, trees.LIME), (1470, 720, 122, GREEN.wall), (1420, 1000, 90, GREEN.net), (1480, 30, 90, GREEN.net))),
        car_above(560, 46, 150, mix(SLATE.net, COBALT.net, 0.4), 0), car_above(1010, 40, 150, PLUM.net, 180),
    )  # fmt: skip
