"""Covers that several meetings and articles share, and a few articles of their own."""

from math import cos, pi, sin
from random import Random

from .. import facades, industry, land, landmarks, light, rooms, skies, street, trees, vehicles, water, windows
from ..facades import House
from ..figures import from_above, walker
from ..palette import (
    AZURE, BRICK, BROWN, COBALT, CREAM, GOLD, GREEN, INK, LAMP, LINE, ORANGE, PAPER, PLUM, ROSE,
    SHADE, SLATE, STONE, TEAL, WHITE, Tone, blend, mix, pale,
)  # fmt: skip
from ..perspective import Aerial, Plane
from ..svg import box, circle, clipped, ellipse, glow, group, path, poly, rect, segment, smooth, stroke
from .registry import scene


@scene("meeting-1")
def platform() -> tuple[str, ...]:
    """The train in, the clock, the bags."""
    air = light.dawn()
    far = land.hill([(-20, 520), (400, 470), (900, 510), (1640, 450)], air.colour(GREEN.net, 0.5)) + facades.row(facades.pierzeja("pl", [BRICK, CREAM, GOLD, TEAL, ROSE], 9, height=110, storeys=2, tops="steep stepped mansard attic"), 700, 560, air, 0.25, span=960) + landmarks.town_tower(1330, 560, 60, 220, air, BRICK, helm="spire", depth=0.22)
    roof = Plane((-40, -120), (1640, -120), (1010, 330), (420, 330))
    slab = Plane((380, 640), (900, 640), (1700, 1010), (-300, 1010))
    carriage = Plane((900, 320), (1750, -60), (1750, 900), (900, 640))
    coach = "".join(carriage.patch(u, 0.3, u + w, 0.58, mix(LAMP, PAPER, 0.25) if k % 2 else AZURE.tint) for k, (u, w) in enumerate(((0.04, 0.09), (0.16, 0.1), (0.42, 0.12), (0.58, 0.13), (0.9, 0.1)))) + carriage.patch(0.28, 0.26, 0.36, 0.93, TEAL.ink) + carriage.patch(0.29, 0.28, 0.35, 0.92, mix(LAMP, PAPER, 0.25)) + carriage.patch(0.75, 0.26, 0.86, 0.93, TEAL.ink) + carriage.patch(0.762, 0.28, 0.848, 0.92, mix(LAMP, PAPER, 0.25))
    pillars = "".join(rect(x - w / 2, top, w, base - top, air.colour(TEAL.ink)) + stroke(f"M{x} {top + w * 3}Q{x - w * 2} {top + w} {x - w * 4} {top - w * 0.4}M{x} {top + w * 3}Q{x + w * 2} {top + w} {x + w * 4} {top - w * 0.4}", air.colour(TEAL.ink), w * 0.5) for x, top, base, w in ((560, 262, 668, 12), (480, 196, 716, 18), (330, 80, 800, 30)))
    face = air.tone(CREAM)
    return (
        skies.sky(air), skies.sun(640, 420, 70), far, rect(0, 560, 1600, 110, air.colour(mix(STONE.net, BROWN.wall, 0.4))), stroke("M0 600H900M0 630H900", air.colour(SLATE.ink), 6), slab.patch(0, 0, 1, 1, air.colour(STONE.wall)), slab.grid(9, 7, air.colour(mix(STONE.wall, INK, 0.12)), 2.5), slab.patch(0.86, 0, 0.9, 1, LAMP), carriage.patch(0, 0, 1, 1, air.colour(TEAL.net)), carriage.patch(0, 0.64, 1, 0.72, air.colour(GOLD.wall)), carriage.patch(0, 0, 1, 0.05, air.colour(TEAL.ink)), coach, carriage.patch(0, 0.95, 1, 1.04, INK),
        roof.patch(0, 0, 1, 1, air.colour(mix(TEAL.net, TEAL.ink, 0.3))), *(roof.patch(0, v, 1, v + 0.025, air.colour(TEAL.wall)) for v in (0.12, 0.32, 0.5, 0.66, 0.8, 0.92)), pillars, segment(720, 240, 720, 330, INK, 7), landmarks.clock(720, 386, 62, face, 9.9),
        walker(640, 720, 130, PLUM.net, bag=GOLD.wall), walker(760, 730, 138, COBALT.net), walker(900, 800, 200, ORANGE.net, bag=TEAL.wall), group(walker(560, 900, 300, BRICK.net, facing=-1), rect(640, 800, 84, 104, GOLD.net, rx=8), stroke("M660 800v-50h44v50", INK, 7), circle(656, 908, 10, INK), circle(708, 908, 10, INK)), street.bench(150, 880, 200, air),
    )  # fmt: skip


@scene("meeting-2")
def table_above() -> tuple[str, ...]:
    """A working table from above: a plan of a town, notes, cups and eight chairs."""
    floor_, wood = mix(AZURE.ink, COBALT.ink, 0.4), mix(BROWN.wall, GOLD.wall, 0.35)
    chairs = "".join(group(rect(-52, -46, 104, 92, INK, rx=18, opacity=0.3, transform="translate(8 10)"), rect(-48, -42, 96, 84, c, rx=16), rect(-54, -56, 108, 26, mix(c, INK, 0.3), rx=12), transform=f"translate({x} {y}) rotate({r})") for x, y, r, c in ((330, 70, 0, GOLD.wall), (800, 62, 0, BRICK.wall), (1270, 70, 0, TEAL.wall), (330, 930, 180, ROSE.wall), (800, 940, 180, GREEN.wall), (1270, 930, 180, GOLD.wall), (64, 500, -90, TEAL.wall), (1536, 500, 90, PLUM.wall)))
    top = rect(140, 130, 1320, 740, INK, rx=70, opacity=0.3, transform="translate(14 18)") + rect(140, 130, 1320, 740, wood, rx=70) + stroke("".join(f"M160 {y}q330 {9 if y % 60 else -9} 660 0t620 0" for y in range(190, 850, 60)), mix(wood, BROWN.ink, 0.16), 4)
    plan_clip = box(500, 290, 600, 420)
    blocks = "".join(rect(x, y, w, h, c) for x, y, w, h, c in ((520, 310, 110, 80, BRICK.wall), (650, 310, 70, 80, GOLD.wall), (740, 310, 90, 60, ROSE.wall), (520, 420, 80, 90, TEAL.wall), (620, 420, 100, 60, BRICK.wall), (900, 310, 180, 70, GOLD.wall), (960, 410, 120, 60, BRICK.wall), (880, 580, 90, 110, PLUM.wall), (990, 560, 90, 60, GOLD.wall), (990, 640, 90, 50, TEAL.wall), (520, 600, 90, 90, ORANGE.wall), (630, 640, 110, 50, BRICK.wall)))
    plan = rect(508, 300, 600, 420, INK, opacity=0.22) + rect(500, 290, 600, 420, PAPER) + clipped(plan_clip, stroke("M480 560Q640 500 760 560T1120 500", AZURE.wall, 46), rect(740, 390, 130, 130, mix(GREEN.wall, PAPER, 0.45)), blocks, stroke("M635 290V720M870 290V720M500 400H1100M500 530H620M760 620H1100", WHITE, 12), *(circle(x, y, 13, GREEN.wall) for x, y in ((770, 420), (810, 450), (840, 410), (780, 490), (840, 490))), circle(800, 455, 9, BRICK.net)) + stroke("M700 290V710M900 290V710M500 500H1100", LINE, 2)
    pins = "".join(segment(x, y, x - 16, y - 40, INK, 4) + circle(x - 18, y - 46, 15, c) for x, y, c in ((680, 460, BRICK.net), (940, 450, COBALT.net), (1030, 600, BRICK.net), (580, 650, LAMP)))
    cups = "".join(circle(x + 6, y + 8, 46, INK, opacity=0.2) + circle(x, y, 46, PAPER) + circle(x, y, 32, c) + circle(x, y, 25, BROWN.ink) for x, y, c in ((420, 240, TEAL.wall), (1180, 230, BRICK.wall), (430, 790, COBALT.wall), (1350, 640, GOLD.wall)))
    stickies = "".join(rect(-34, -34, 68, 68, c, transform=f"translate({x} {y}) rotate({r})") + stroke("M-20-10h40M-20 8h26", mix(c, INK, 0.35), 5, transform=f"translate({x} {y}) rotate({r})") for x, y, r, c in ((1180, 380, 8, LAMP), (1270, 420, -6, ROSE.tint), (1190, 480, 4, AZURE.tint), (1290, 520, 10, LAMP), (250, 400, -9, GREEN.tint), (330, 450, 6, LAMP)))
    return (
        rect(0, 0, 1600, 1000, floor_), *(rect(x, 0, 6, 1000, mix(floor_, INK, 0.25)) for x in range(60, 1600, 120)), chairs, top, plan, pins, cups, stickies, rooms.papers(300, 620, 190, 250, turn=-8, accent=TEAL.wall), rooms.papers(800, 220, 250, 110, turn=2, lines=3, accent=BRICK.wall), rooms.papers(1240, 740, 200, 150, turn=12, lines=4, accent=COBALT.wall), rooms.papers(800, 790, 240, 110, turn=-3, lines=3, accent=GOLD.wall),
        *(segment(x, y, x + dx, y + dy, c, 11) for x, y, dx, dy, c in ((620, 760, 100, -24, BRICK.net), (960, 240, 90, 30, COBALT.net), (1080, 800, 60, -70, GOLD.wall))), poly([(0, 0), (760, 0), (180, 1000), (0, 1000)], LAMP, opacity=0.12),
    )  # fmt: skip


@scene("meeting-5")
def evening_yard() -> tuple[str, ...]:
    """Tables put out in the evening under strings of lights."""
    air = light.dusk()
    row = [House("neck", ROSE, 300, 470, 3, 3, "arched", "arcade"), House("mansard", GOLD, 330, 450, 3, 4, "tall", "shop", BRICK), House("baroque", TEAL, 320, 480, 3, 3, "crowned", "arcade"), House("attic", BRICK, 330, 470, 3, 4, "arched", "shop", GOLD), House("stepped", PLUM, 330, 460, 3, 3, "tall", "door", None, True)]
    lit = light.Light(air.top, air.low, air.cast, 0.3, 0.65, air.shadow)
    strings = "".join(street.bulbs(x0, y0, x1, y1, 120, air, 14, 8) for x0, y0, x1, y1 in ((-40, 330, 700, 420), (640, 400, 1640, 300), (-40, 470, 900, 380), (760, 460, 1640, 470)))

    def table_(x: float, base: float, s: float, cloth: str) -> str:
        return group(glow(0, -90, 200, LAMP, 0.3), ellipse(0, 4, 150, 14, INK, opacity=0.3), rect(-8, -80, 16, 84, BROWN.ink), path("M-120-92H120L104-40Q80-52 60-38Q30-54 0-38Q-30-54-60-38Q-80-52-104-40Z", cloth), ellipse(0, -92, 120, 15, mix(cloth, PAPER, 0.5)), rect(-8, -122, 16, 28, mix(LAMP, WHITE, 0.3)), circle(0, -128, 8, LAMP), rooms.cup(-58, -92, 28, TEAL.wall), rooms.cup(56, -90, 28, BRICK.wall), street.side_chair(-158, 2, 130, mix(cloth, INK, 0.25), INK), street.side_chair(158, 2, 130, mix(cloth, INK, 0.25), INK, -1), transform=f"translate({x} {base}) scale({s})")

    return (
        skies.sky(air), skies.stars("m5", 60, 230), facades.row(row, 0, 740, lit, span=1600), land.pavement(736, air, blend(SLATE, PLUM, 0.4), seed="m5"), *(poly([(x, 740), (x + 90, 740), (x + 190, 900), (x - 90, 900)], LAMP, opacity=0.12) for x in (120, 560, 1010, 1300)), strings, table_(330, 850, 0.8, ROSE.wall), table_(820, 840, 0.75, GOLD.wall), table_(1290, 850, 0.8, TEAL.wall), table_(560, 970, 1.1, BRICK.wall), table_(1100, 975, 1.1, PLUM.wall),
        walker(150, 900, 210, air.colour(COBALT.wall), still=True), walker(215, 896, 196, air.colour(ORANGE.wall), still=True), walker(1480, 930, 230, air.colour(GREEN.wall), still=True, bag=GOLD.net), trees.tree(50, 990, 430, air), trees.tree(1580, 990, 380, air),
    )  # fmt: skip


@scene("meeting-6")
def coach_road() -> tuple[str, ...]:
    """A coach on its way over the hills to the next town."""
    air = light.golden()
    ribbon = [((180, 1010), (700, 1010)), ((560, 880), (860, 900)), ((960, 780), (1130, 810)), ((1230, 690), (1330, 710)), ((1190, 620), (1260, 624)), ((960, 570), (1010, 572)), ((820, 524), (856, 524)), ((880, 486), (908, 486)), ((960, 462), (982, 462))]
    return (
        skies.sky(air), skies.sun(420, 240, 90), skies.streaky("m6", air, 120, 330, 5), land.mountains([(120, 330), (330, 240), (640, 320), (980, 220), (1300, 300), (1520, 230)], 500, air, PLUM.net, depth=0.5), land.hill([(-20, 480), (400, 430), (900, 470), (1300, 420), (1640, 460)], air.colour(GREEN.wall, 0.42)),
        facades.row(facades.pierzeja("m6", [BRICK, CREAM, GOLD, pale(ROSE, 0.2)], 8, height=60, storeys=2, tops="steep saddle stepped"), 790, 462, air, 0.16, span=420), landmarks.town_tower(1010, 462, 44, 150, air, CREAM, helm="onion", depth=0.12), landmarks.gothic_church(1130, 466, 130, 90, air, BRICK, 0.15), land.hill([(-20, 560), (300, 500), (700, 540), (1100, 490), (1640, 540)], air.colour(GREEN.net, 0.25), hatch=air.colour(GREEN.wall, 0.2)),
        land.hill([(-20, 700), (500, 610), (1000, 660), (1640, 590)], air.colour(mix(GREEN.wall, GOLD.wall, 0.25), 0.1), hatch=air.colour(GREEN.net)), land.hill([(-20, 860), (400, 780), (900, 850), (1640, 720)], air.colour(GREEN.net), hatch=air.colour(trees.LIME)), land.road(ribbon, air.colour(mix(SLATE.wall, STONE.wall, 0.5)), air.colour(PAPER), "34 26"),
        trees.avenue(60, 480, 640, 130, 5, air, [GREEN.net, trees.LIME], 0.1), trees.poplar(1400, 640, 210, air, 0.08), trees.poplar(1460, 646, 230, air, 0.08), trees.poplar(1520, 640, 200, air, 0.08), ellipse(800, 892, 190, 10, INK, opacity=0.2, transform="rotate(-15 800 892)"), group(vehicles.bus(0, 0, 128, air, AZURE), transform="translate(616 936) rotate(-15)"), vehicles.car(1180, 716, 60, air, BRICK.wall), trees.tree(1380, 960, 520, air, colour=trees.LIME), trees.tree(110, 960, 460, air), trees.bush(1180, 1010, 260, air), trees.bush(1560, 1010, 260, air),
    )  # fmt: skip


@scene("news-common-1")
def talking_windows() -> tuple[str, ...]:
    air = light.day(ROSE, 0.5)
    row = [House(top, tone, 230, 330, 3, 3, style, ground, awning) for top, tone, style, ground, awning in (("baroque", pale(TEAL, 0.1), "tall", "door", None), ("stepped", BRICK, "arched", "shop", GOLD), ("mansard", pale(GOLD, 0.15), "crowned", "door", None), ("attic", CREAM, "tall", "arcade", None), ("neck", PLUM, "arched", "door", None), ("pediment", pale(AZURE, 0.1), "shutters", "shop", BRICK), ("steep", pale(GREEN, 0.15), "tall", "door", None))]

    def bubble(x: float, y: float, w: float, h: float, colour: str, tip: tuple[float, float], lines: int) -> str:
        tail = poly([(x - 20, y + h * 0.4), (x + 20, y + h * 0.4), tip], colour)
        words = "".join(f"M{x - w * 0.32} {y - h * 0.22 + k * h * 0.26}h{w * (0.64 if k % 2 == 0 else 0.42)}" for k in range(lines))
        return rect(x - w / 2 + 7, y - h / 2 + 9, w, h, INK, rx=h * 0.4, opacity=0.1) + tail + rect(x - w / 2, y - h / 2, w, h, colour, rx=h * 0.42) + stroke(words, mix(colour, INK, 0.28), 10)

    return (
        skies.sky(air), facades.row(row, -10, 880, air, span=1620), rect(0, 876, 1600, 124, air.colour(STONE.wall)), rect(0, 876, 1600, 12, air.colour(STONE.tint)),
        bubble(170, 250, 240, 130, TEAL.wall, (120, 540), 2), bubble(470, 150, 260, 150, PAPER, (400, 560), 3), bubble(760, 260, 220, 120, LAMP, (700, 560), 2), bubble(1010, 130, 280, 150, BRICK.wall, (860, 566), 3), bubble(1260, 270, 220, 120, PAPER, (1190, 560), 2), bubble(1470, 150, 200, 130, mix(PLUM.wall, ROSE.wall, 0.4), (1380, 570), 2),
        walker(560, 950, 150, COBALT.net, still=True), walker(620, 952, 146, ROSE.net, still=True), street.bench(980, 950, 150, air), trees.tree(1240, 930, 210, air, colour=trees.LIME), vehicles.bicycle(260, 955, 76, BRICK.net, INK),
    )  # fmt: skip


@scene("news-common-2")
def envelope() -> tuple[str, ...]:
    """An envelope from which a small town unfolds."""
    air = light.day(TEAL, 0.4)
    town = facades.row(facades.pierzeja("env", [BRICK, GOLD, TEAL, PLUM, CREAM, ORANGE, ROSE], 7, height=230, storeys=3, tops="stepped baroque mansard neck attic steep", ground="door shop arcade"), 360, 640, air, span=880)
    back = facades.row(facades.pierzeja("env2", [AZURE, pale(GREEN, 0.2), pale(ROSE, 0.2), GOLD], 5, height=290, storeys=3, tops="steep attic pediment"), 470, 620, air, 0.3, span=660)
    paper, shade = PAPER, mix(PAPER, TEAL.wall, 0.16)
    return (
        rect(0, 0, 1600, 1000, mix(TEAL.tint, TEAL.wall, 0.42)), circle(800, 470, 440, mix(TEAL.tint, WHITE, 0.4), opacity=0.7), circle(800, 470, 330, mix(LAMP, PAPER, 0.5), opacity=0.6), poly([(300, 580), (800, 250), (1300, 580)], mix(shade, TEAL.net, 0.22)), landmarks.town_tower(800, 560, 90, 330, air, BRICK, helm="spire"), back, town, trees.tree(350, 640, 210, air), trees.tree(1250, 640, 230, air, colour=trees.LIME), trees.tree(640, 650, 120, air, colour=trees.LIME), trees.tree(930, 650, 120, air),
        ellipse(800, 930, 560, 22, TEAL.ink, opacity=0.25), poly([(300, 580), (300, 920), (1300, 920), (1300, 580), (800, 760)], paper), poly([(300, 580), (300, 920), (720, 730)], shade), poly([(1300, 580), (1300, 920), (880, 730)], shade), poly([(300, 920), (800, 690), (1300, 920)], mix(paper, WHITE, 0.5)), stroke("M300 920L800 690L1300 920", mix(shade, TEAL.net, 0.3), 4), circle(800, 790, 48, BRICK.net), circle(800, 790, 34, "none", stroke=BRICK.ink, stroke_width=4), path("M780 806v-26l20-16l20 16v26z", BRICK.tint),
        skies.birds(330, 260, TEAL.ink, 4, 22), skies.birds(1390, 210, TEAL.ink, 5, 24), skies.cloud(120, 400, 200, WHITE, 0.8), skies.cloud(1270, 420, 240, WHITE, 0.8),
    )  # fmt: skip


@scene("news-common-3")
def three_bridges() -> tuple[str, ...]:
    air = light.Light(mix(ORANGE.wall, ROSE.tint, 0.35), mix(LAMP, PAPER, 0.3), GOLD.wall, 0.12, 0, BRICK.ink)
    bed = [((-60, 1010), (1500, 1010)), ((300, 820), (1320, 820)), ((640, 690), (1260, 690)), ((700, 600), (1060, 600)), ((620, 530), (840, 530)), ((660, 480), (780, 480)), ((760, 446), (820, 446))]
    return (
        skies.sky(air), circle(800, 330, 250, mix(LAMP, PAPER, 0.35)), circle(800, 330, 340, mix(LAMP, PAPER, 0.3), opacity=0.4), circle(800, 330, 430, LAMP, opacity=0.16), land.hill([(-20, 450), (400, 410), (800, 440), (1640, 400)], air.colour(GREEN.wall, 0.5)), land.hill([(-20, 500), (500, 470), (1640, 480)], air.colour(mix(GREEN.wall, GOLD.wall, 0.3), 0.2)), rect(0, 490, 1600, 510, air.colour(GREEN.wall)), land.road(bed, air.colour(mix(AZURE.wall, ORANGE.tint, 0.25))),
        water.ripples(600, 1000, mix(LAMP, WHITE, 0.4), "cb", 36, x0=500, x1=1200, opacity=0.7), landmarks.truss(560, 900, 500, 44, air, TEAL, 2, 0.25), trees.avenue(20, 600, 540, 110, 8, air, [GREEN.net, trees.LIME, GREEN.wall], 0.2), trees.avenue(900, 1620, 540, 120, 9, air, [GREEN.net, trees.LIME], 0.2), landmarks.arches(560, 1340, 606, 690, air, BRICK, 5, thick=18), street.railing(560, 1340, 600, 26, air.colour(INK), 16), trees.avenue(60, 520, 700, 190, 4, air, [trees.LIME, GREEN.net], 0.06), trees.avenue(1360, 1660, 700, 200, 3, air, [GREEN.net, trees.LIME], 0.06),
        landmarks.arches(160, 1500, 800, 960, air, CREAM, 4, thick=34), street.railing(160, 1500, 790, 50, air.colour(BROWN.ink), 24), vehicles.bus(620, 788, 92, air, BRICK), vehicles.bicycle(980, 788, 48, TEAL.net, INK), walker(1120, 788, 84, COBALT.net), walker(430, 788, 84, PLUM.net), trees.tree(80, 1000, 430, air), trees.tree(1540, 1000, 460, air, colour=trees.LIME), water.rowing_boat(800, 960, 150, air, BRICK.net),
    )  # fmt: skip


def seated(x: float, base: float, h: float, coat: str, hair: str, chair: str) -> str:
    """Somebody at a table, seen from behind over the back of a chair."""
    return group(
        path(f"M{x - h * 0.27} {base}Q{x - h * 0.31} {base - h * 0.5} {x - h * 0.1} {base - h * 0.58}H{x + h * 0.1}Q{x + h * 0.31} {base - h * 0.5} {x + h * 0.27} {base}Z", coat), rect(x - h * 0.05, base - h * 0.66, h * 0.1, h * 0.1, mix(SHADE, BROWN.wall, 0.4)),
        path(f"M{x - h * 0.12} {base - h * 0.61}Q{x - h * 0.15} {base - h * 0.88} {x} {base - h * 0.88}Q{x + h * 0.15} {base - h * 0.88} {x + h * 0.12} {base - h * 0.61}Q{x} {base - h * 0.57} {x - h * 0.12} {base - h * 0.61}Z", hair), street.chair(x, base + h * 0.42, h * 0.92, chair, BROWN.ink, back=True),
    )  # fmt: skip


@scene("news-common-4")
def conversation() -> tuple[str, ...]:
    air = light.dawn()
    outside = group(skies.sky(air, 720), skies.sun(1010, 330, 70), landmarks.town_tower(620, 640, 90, 330, air, BRICK, helm="onion", depth=0.2), landmarks.gothic_church(980, 640, 300, 200, air, BRICK, 0.25), facades.row(facades.pierzeja("nc4", [CREAM, pale(ROSE, 0.15), pale(GOLD, 0.2), BRICK, pale(TEAL, 0.2)], 10, height=150, storeys=3, tops="attic stepped steep baroque"), 160, 720, air, 0.1, span=1280))
    return (
        rooms.wall(mix(PLUM.ink, ROSE.ink, 0.5)), rooms.view(200, 70, 1200, 620, mix(BROWN.wall, PAPER, 0.2), outside, panes=(4, 1), sill=BROWN.net, bar=14), poly([(200, 740), (1400, 740), (1600, 1000), (100, 1000)], LAMP, opacity=0.1), rooms.hanging_lamp(800, 230, 220, GOLD.wall), rect(360, 770, 880, 30, BROWN.wall), rect(360, 800, 880, 10, BROWN.ink), rooms.cup(720, 770, 60, TEAL.wall, PAPER), rooms.cup(920, 770, 60, ROSE.wall, PAPER), path("M780 776l80-18l30 12l-84 18z", WHITE), rooms.plant(1080, 770, 120, BRICK.wall), seated(560, 900, 380, TEAL.net, BROWN.ink, GOLD.net), seated(1060, 900, 380, ORANGE.net, INK, GOLD.net),
    )  # fmt: skip


@scene("news-common-5")
def clock_dusk() -> tuple[str, ...]:
    air = light.dusk()
    return (
        skies.sky(air), skies.streaky("c5", air, 240, 560, 8), skies.stars("c5", 80, 330), skies.moon(330, 200, 60, 0.4), facades.row(facades.pierzeja("c5a", [SLATE, PLUM, BRICK, COBALT], 14, height=120, storeys=2, tops="steep stepped mansard saddle"), -30, 820, air, 0.35, span=1660), landmarks.town_tower(1040, 900, 260, 560, air, BRICK, helm="onion", brick=True, hour=6.8), glow(1040, 424, 170, LAMP, 0.4), facades.row(facades.pierzeja("c5b", [BRICK, GOLD, PLUM, TEAL, ORANGE], 9, height=150, storeys=2, tops="steep saddle mansard stepped neck", ground="plain"), -40, 1010, air, 0.06, span=1680), skies.birds(700, 330, INK, 6, 22), *(skies.smoke(x, y, h, air.colour(PAPER, 0.3), 0.4, 0.5) for x, y, h in ((238, 745, 150), (1400, 760, 170))),
    )  # fmt: skip


@scene("news-common-6")
def bars_of_houses() -> tuple[str, ...]:
    """A bar chart whose bars are houses, seen from above."""
    air = light.day(AZURE, 0.4)
    view = Aerial(590, 120, 116, air)
    tones = [AZURE, TEAL, GREEN, GOLD, ORANGE, BRICK, ROSE, PLUM]
    parts = [rect(0, 0, 1600, 1000, mix(AZURE.tint, AZURE.wall, 0.14)), *(view.ground([(-20, y), (30, y), (30, y + 0.03), (-20, y + 0.03)], AZURE.wall, opacity=0.3) for y in range(-14, 24)), *(view.ground([(x, -20), (x + 0.03, -20), (x + 0.03, 30), (x, 30)], AZURE.wall, opacity=0.3) for x in range(-14, 24))]
    for k in range(8):
        x, h = 0.2 + k * 1.22, 0.8 + k * 0.42
        parts += [view.shadow(x, 2.4, 1.0, 1.5, h * 0.7), view.block(x, 2.4, 1.0, 1.5, h, tones[k], roof=("gabled", "hipped", "flat", "tent")[k % 4], rows=1 + k // 2 + (k > 0), columns=2, seed=f"bar{k}", arched=k % 3 == 1)]
    parts += [view.tree(x, y, 0.3, c) for x, y, c in ((0.6, 5.2, GREEN.wall), (2.6, 5.4, trees.LIME), (4.8, 5.3, GREEN.wall), (7.0, 5.4, trees.LIME), (9.2, 5.2, GREEN.net))]
    parts += [from_above(*view.at(x, y), 26, c, AZURE.ink, 2.2) for x, y, c in ((1.4, 6.0, BRICK.net), (3.6, 6.4, TEAL.net), (5.8, 6.2, PLUM.net), (8.1, 6.0, GOLD.net))]
    return tuple(parts)


@scene("news-sokolow-podlaski-opaski-w-szufladach")
def drawer() -> tuple[str, ...]:
    """An open drawer full of wristbands; a key on its hook and a cup of tea."""
    wall_, wood = mix(PLUM.tint, PLUM.wall, 0.36), mix(BROWN.wall, GOLD.wall, 0.2)

    def band(x: float, y: float, turn: float, strap: str) -> str:
        return group(path("M-62 0Q-60-34-20-36H20Q60-34 62 0Q60 34 20 36H-20Q-60 34-62 0ZM-46 0Q-46 22-20 22H20Q46 22 46 0Q46-22 20-22H-20Q-46-22-46 0Z", strap, fill_rule="evenodd"), rect(-26, 12, 52, 34, PAPER, rx=9), circle(0, 29, 12, BRICK.net), transform=f"translate({x} {y}) rotate({turn})")

    rng = Random("bands")
    bands = "".join(band(370 + k * 64 + rng.uniform(-10, 10), 690 + (k % 3) * 34, rng.uniform(-50, 50), (SLATE.net, TEAL.net, PLUM.net, COBALT.net, SLATE.wall)[k % 5]) for k in range(14))
    inside = poly([(270, 640), (1330, 640), (1390, 820), (210, 820)], mix(BROWN.ink, INK, 0.35))
    key = group(rect(-60, -66, 120, 26, BROWN.net, rx=6), stroke("M0-40v24", INK, 7), circle(0, 20, 34, "none", stroke=GOLD.wall, stroke_width=15), stroke("M0 54V170M0 130h30M0 160h24", GOLD.wall, 15), transform="translate(1180 190)")
    frame = rect(250, 130, 220, 260, BROWN.net) + rect(268, 148, 184, 224, GREEN.tint) + path("M268 372l60-90l44 50l34-40l46 80z", GREEN.wall) + circle(410, 200, 24, LAMP)
    return (
        rooms.wall(wall_, paper=mix(wall_, PLUM.wall, 0.14)), glow(800, 300, 560, LAMP, 0.35), frame, key, rect(660, 300, 12, 210, BROWN.ink), poly([(570, 300), (762, 300), (716, 160), (616, 160)], LAMP), ellipse(666, 508, 70, 12, BROWN.ink), rooms.cup(930, 512, 110, TEAL.wall, PAPER),
        rect(120, 512, 1360, 34, mix(wood, PAPER, 0.25)), rect(150, 546, 1300, 460, wood), rect(150, 546, 1300, 16, BROWN.ink, opacity=0.4), rect(250, 600, 1100, 60, mix(BROWN.ink, INK, 0.4)), inside, clipped("M270 600L1330 600L1390 820L210 820Z", bands), poly([(190, 800), (1410, 800), (1430, 980), (170, 980)], mix(wood, BROWN.wall, 0.4)), poly([(190, 800), (1410, 800), (1412, 816), (188, 816)], mix(wood, PAPER, 0.35)), rect(700, 870, 200, 26, GOLD.wall, rx=13), stroke("M230 850q300 10 560 0t540 4M240 930q300-8 560 0t520-4", mix(wood, BROWN.ink, 0.3), 4),
    )  # fmt: skip


@scene("news-wloclawek-koszt-dwudziestu-lat")
def long_bill() -> tuple[str, ...]:
    """A small price tag in front of the building, a very long bill behind it."""
    air = light.day(TEAL, 0.6)
    bill = smooth([(880, 470), (1060, 440), (1190, 520), (1150, 640), (1060, 740), (1120, 850), (1280, 850), (1350, 740), (1400, 640), (1500, 610), (1640, 650)])
    edge = mix(PAPER, GOLD.tint, 0.3)
    lines = "".join(stroke(bill, c, w, stroke_dasharray=d, stroke_linecap="butt", transform=f"translate(0 {dy})") for c, w, d, dy in ((LINE, 7, "40 26 18 30", -22), (mix(BRICK.wall, LINE, 0.2), 7, "18 60 30 40", 0), (LINE, 7, "60 20 24 34", 22)))
    tag = group(poly([(0, 0), (34, -32), (170, -32), (170, 32), (34, 32)], LAMP), circle(34, 0, 9, PAPER), stroke("M60-8h84M60 12h50", GOLD.net, 7), stroke("M34 0Q-10-60-60-40", BROWN.ink, 4), transform="translate(420 800) rotate(8)")
    return (
        skies.sky(air, 560), skies.cloud(240, 200, 320, WHITE, 0.8), skies.sun(1350, 160, 64), land.hill([(-20, 420), (500, 380), (1000, 410), (1640, 360)], air.colour(GREEN.wall, 0.5)), trees.avenue(700, 1640, 450, 110, 14, air, [GREEN.wall, trees.LIME], 0.3), landmarks.truss(-60, 480, 470, 100, air, SLATE, 2, 0.35), water.band(450, 600, air, AZURE.wall, "wk", glints=30), path("M-20 1010V560Q300 540 700 560T1640 540V1010Z", air.colour(GREEN.wall)), path(smooth([(-20, 600), (500, 580), (1000, 600), (1640, 576)]) + "L1640 1010L-20 1010Z", air.colour(mix(GREEN.wall, trees.LIME, 0.5))),
        stroke(bill, INK, 130, opacity=0.14, stroke_linecap="butt", transform="translate(10 16)"), stroke(bill, edge, 124, stroke_linecap="butt"), stroke(bill, PAPER, 112, stroke_linecap="butt"), lines, facades.house(House("pediment", pale(TEAL, 0.1), 620, 330, 3, 8, "arched", "arcade"), 330, 760, air), rect(300, 756, 680, 16, air.colour(STONE.wall)), rect(270, 770, 740, 18, air.colour(STONE.tint)), tag, walker(260, 900, 190, BRICK.net, still=True, bag=GOLD.wall), trees.tree(150, 850, 380, air), trees.bush(60, 1010, 280, air), walker(1180, 970, 180, PLUM.net, facing=-1), trees.bush(760, 1020, 240, air, trees.LIME),
    )  # fmt: skip


@scene("news-start-partnerskiej-inicjatywy-miast")
def ring_of_fronts() -> tuple[str, ...]:
    """Seven house fronts around one table; a tram, a scaffold and a chimney between them."""
    air = light.day(TEAL, 0.3)
    cx, cy = 800, 510
    tops, tones = ("stepped", "attic", "baroque", "mansard", "neck", "pediment", "steep"), (TEAL, GOLD, BRICK, AZURE, PLUM, ORANGE, GREEN)
    parts = [rect(0, 0, 1600, 1000, mix(TEAL.tint, TEAL.wall, 0.3)), circle(cx, cy, 640, mix(TEAL.tint, WHITE, 0.3), opacity=0.5), circle(cx, cy, 236, mix(TEAL.tint, WHITE, 0.7))]
    for k in range(7):
        a = 360 * k / 7
        parts.append(group(facades.house(House(tops[k], tones[k], 190, 170, 2, 3, ("tall", "arched", "crowned")[k % 3], "door"), -95, -196, air), transform=f"translate({cx} {cy}) rotate({a:.1f})"))
        px, py = cx + 188 * sin(a * pi / 180), cy - 188 * cos(a * pi / 180)
        for j in range(k):
            b = 2 * pi * j / 7
            parts.append(segment(px, py, cx + 188 * sin(b), cy - 188 * cos(b), TEAL.net, 3, stroke_dasharray="2 10"))
    table = circle(cx + 8, cy + 12, 84, INK, opacity=0.18) + circle(cx, cy, 84, BROWN.wall) + circle(cx, cy, 68, mix(BROWN.wall, PAPER, 0.2))
    seats = "".join(group(rect(-20, -132, 40, 34, tones[k].net, rx=9), transform=f"translate({cx} {cy}) rotate({360 * k / 7:.1f})") for k in range(7))
    tram_ = vehicles.tram(60, 900, 120, air, BRICK, 2)
    frame = stroke("M1330 900V640M1420 900V640M1510 900V640M1320 640H1520M1320 730H1520M1320 820H1520M1330 730L1420 640M1420 820L1510 730M1330 900L1420 820", BROWN.net, 9) + "".join(rect(1316, y, 208, 12, GOLD.wall) for y in (636, 726, 816))
    return (*parts, seats, table, rect(30, 900, 500, 8, TEAL.ink), tram_, rect(1270, 900, 300, 8, TEAL.ink), frame, rect(1240, 330, 330, 8, TEAL.ink), industry.chimney(1440, 332, 230, air, BRICK, plume=120, lean=0.7), facades.house(House("eaves", BRICK, 150, 70, 1, 3, "tall", "plain"), 1260, 332, air))


@scene("news-walbrzych-krzesla-na-trawie")
def ring_on_grass() -> tuple[str, ...]:
    """A ring of chairs on the grass of a courtyard, a flask in the middle, mountains over the roofs."""
    air = light.clear(0.6)
    seats = []
    for k in range(11):
        a = 2 * pi * k / 11 + 0.63
        x, y = 800 + 420 * cos(a), 800 + 124 * sin(a)
        h = 128 + 42 * sin(a)
        colour = (BRICK.wall, TEAL.wall, GOLD.wall, COBALT.wall, PLUM.wall, ORANGE.wall, GREEN.net)[k % 7]
        seats.append((y, ellipse(x + 26, y + 2, h * 0.4, h * 0.09, air.shadow, opacity=0.2) + street.chair(x, y, h, colour, INK, back=sin(a) > 0.1)))
    flask = rect(784, 736, 34, 78, BRICK.net, rx=8) + rect(788, 716, 26, 24, SLATE.wall, rx=5) + rect(784, 766, 34, 12, PAPER) + rooms.cup(852, 812, 34, TEAL.wall, PAPER)
    back, front = [d for y, d in sorted(seats) if y < 800], [d for y, d in sorted(seats) if y >= 800]
    return (
        skies.sky(air), skies.cloud(220, 170, 300, WHITE, 0.85), skies.cloud(1140, 140, 280, WHITE, 0.85), land.mountains([(200, 170), (560, 90), (900, 180), (1260, 70), (1520, 150)], 480, air, TEAL.net, depth=0.42), land.hill([(-20, 430), (500, 370), (1100, 420), (1640, 360)], air.colour(GREEN.net, 0.35)), facades.row(facades.pierzeja("wk", [pale(BROWN, 0.2), pale(BRICK, 0.15), pale(GOLD, 0.2), CREAM], 6, height=250, storeys=3, tops="steep mansard eaves", ground="door gate"), 240, 640, air, 0.05, span=1120),
        facades.house(House("flat", blend(BRICK, BROWN, 0.3), 330, 560, 4, 3, "tall", "gate", None, True), -60, 700, air), facades.house(House("flat", pale(GOLD, 0.15), 330, 580, 4, 3, "arched", "door"), 1330, 700, air), land.lawn(636, air, "wk"), rect(-60, 690, 330, 14, air.colour(BROWN.ink)), rect(1330, 690, 330, 14, air.colour(BROWN.ink)), trees.tree(360, 690, 330, air), trees.tree(1260, 690, 300, air, colour=trees.LIME), stroke("M270 480Q800 560 1330 460", INK, 2.5), *(path(f"M{x} {y}h{w}l-4 {h}q{-w / 2 + 4} 10 {-w + 8} 0z", c) for x, y, w, h, c in ((560, 512, 60, 74, PAPER), (640, 515, 44, 56, ROSE.wall), (700, 516, 64, 80, AZURE.wall), (790, 515, 50, 60, LAMP))),
        ellipse(800, 806, 330, 60, air.colour(mix(GREEN.wall, LAMP, 0.25)), opacity=0.7), *back, flask, *front, trees.grass(120, 990, 100, 90, air.colour(trees.LIME)), trees.grass(1500, 985, 110, 100, air.colour(GREEN.net)), *(circle(x, y, 7, c) for x, y, c in ((240, 900, PAPER), (300, 930, LAMP), (1320, 940, PAPER), (1380, 900, LAMP), (980, 980, PAPER), (560, 985, LAMP))),
    )  # fmt: skip
