"""Streets in depth, steps, skylines and things that move through them."""

from math import cos, pi, sin
from random import Random

from .. import facades, gables, industry, land, landmarks, light, rooms, skies, street, trees, vehicles, water, windows
from ..facades import House
from ..figures import umbrella, walker
from ..palette import (
    AZURE, BRICK, BROWN, COBALT, CREAM, GOLD, GREEN, INK, LAMP, LINE, ORANGE, PAPER, PLUM, ROSE,
    SHADE, SLATE, STONE, TEAL, WHITE, Tone, blend, mix, pale,
)  # fmt: skip
from ..perspective import Plane
from ..svg import box, circle, clipped, ellipse, glow, group, path, poly, rect, segment, smooth, stroke
from .registry import scene


def receding(air: light.Light, tones: list[Tone], side: int, *, near: float, far: float, eye: float = 560, heights=(560, 620, 520, 600), base: float = 420, vanish: float = 800, seed: str = "") -> str:
    """A row of houses running to a vanishing point; `side` -1 is the left row, 1 the right one."""
    parts, count = [], len(tones)
    edges = [near + (far - near) * (1 - (1 - k / count) ** 1.9) for k in range(count + 1)]
    for k in reversed(range(count)):
        t = air.tone(tones[k], 0.07 * k)
        if side > 0:
            t = Tone(mix(t.net, air.shadow, 0.16), mix(t.wall, air.shadow, 0.16), mix(t.tint, air.shadow, 0.1), mix(t.ink, air.shadow, 0.1))
        a, b = edges[k], edges[k + 1]
        scale_a, scale_b = abs(vanish - a) / abs(vanish - near), abs(vanish - b) / abs(vanish - near)
        up = heights[k % len(heights)]
        plane = Plane((a, eye - up * scale_a), (b, eye - up * scale_b), (b, eye + base * scale_b), (a, eye + base * scale_a))
        roof = mix(t.net, t.ink, 0.4)
        ridge_a, ridge_b = plane.at(0, -0.14), plane.at(1, -0.14)
        parts.append(poly([plane.at(-0.01, 0), ridge_a, ridge_b, plane.at(1.01, 0)], roof))
        parts += [plane.patch(0, 0, 1, 1, t.wall), plane.windows(3, 3, t, air.lit, f"{seed}{k}", arched=k % 2 == 0, bottom=0.7), plane.patch(0, 0.7, 1, 0.712, t.ink), plane.patch(0, 0, 1, 0.02, t.ink)]
        parts += [plane.arch(0.4, 0.76, 0.6, 1, t.ink), plane.arch(0.43, 0.78, 0.57, 1, mix(t.ink, t.net, 0.4)), plane.patch(0.1, 0.78, 0.3, 0.92, LAMP if air.lit > 0.2 else windows.pane(t)), plane.patch(0.7, 0.78, 0.9, 0.92, windows.pane(t))]
    return "".join(parts)


@scene("slupsk-ulice-szkolne")
def school_street() -> tuple[str, ...]:
    air = light.dawn()
    lefts = [pale(GOLD, 0.2), pale(BRICK, 0.1), CREAM, pale(TEAL, 0.2)]
    rights = [pale(ROSE, 0.1), pale(GOLD, 0.3), pale(BRICK, 0.2), CREAM]
    road, walk = air.colour(mix(SLATE.wall, STONE.wall, 0.4)), air.colour(STONE.tint)
    floor = Plane((640, 600), (960, 600), (1900, 1010), (-300, 1010))
    school = facades.house(House("pediment", pale(BRICK, 0.05), 330, 130, 2, 6, "arched"), 635, 604, air, 0.14)
    hop = "".join(floor.patch(0.52 + dx, v, 0.58 + dx, v + 0.085, "none", stroke=c, stroke_width=5) for dx, v, c in ((0, 0.4, PAPER), (0.06, 0.4, LAMP), (0.03, 0.49, ROSE.tint), (0.03, 0.58, AZURE.tint), (0, 0.67, LAMP), (0.06, 0.67, PAPER)))
    return (
        skies.sky(air, 620), skies.sun(800, 330, 74), school, trees.tree(600, 612, 150, air, depth=0.1), trees.tree(1000, 612, 160, air, depth=0.1, colour=trees.LIME),
        floor.patch(-0.4, 0, 1.4, 1, walk), floor.patch(0.14, 0, 0.86, 1, road), floor.patch(0.13, 0, 0.14, 1, air.colour(STONE.net)), floor.patch(0.86, 0, 0.87, 1, air.colour(STONE.net)), receding(air, lefts, -1, near=-140, far=620, seed="sl"), receding(air, rights, 1, near=1740, far=980, seed="sr"), hop,
        walker(760, 672, 86, BRICK.net, bag=GOLD.wall), walker(846, 680, 84, TEAL.net, bag=ROSE.wall), walker(640, 730, 120, COBALT.net, bag=LAMP), walker(980, 742, 118, PLUM.net, bag=TEAL.wall), vehicles.bicycle(430, 830, 84, ROSE.net, INK), walker(1040, 700, 96, GREEN.net, bag=ORANGE.wall),
        poly([(360, 946), (1250, 946), (1330, 976), (470, 976)], INK, opacity=0.18), street.barrier(330, 952, 940, 190, BRICK), walker(1360, 960, 300, ORANGE.wall, still=True, hat=LAMP), trees.tree(130, 900, 470, air), trees.tree(1560, 880, 400, air, colour=trees.LIME),
    )  # fmt: skip


@scene("network-n3")
def looking_up() -> tuple[str, ...]:
    """Looking up from a courtyard: four walls of neighbours, bunting across a piece of sky."""
    air = light.clear(0.5)
    sky_box = ((560, 330), (1040, 330), (1040, 640), (560, 640))
    outer = ((-700, -560), (2300, -560), (2300, 1520), (-700, 1520))
    tones = [BRICK, blend(BRICK, ORANGE, 0.5), pale(BRICK, 0.25), blend(BRICK, PLUM, 0.3)]
    parts = [skies.sky(air), skies.cloud(600, 540, 260, WHITE, 0.95), skies.birds(860, 420, INK, 4, 16)]
    for k in range(4):
        a, b = outer[k], outer[(k + 1) % 4]
        c, d = sky_box[(k + 1) % 4], sky_box[k]
        tone = tones[k]
        dark = (0.0, 0.14, 0.05, 0.24)[k]
        t = Tone(*(mix(x, BRICK.ink, dark) for x in (tone.net, tone.wall, tone.tint, tone.ink)))
        plane = Plane(d, c, b, a)
        parts += [plane.patch(0, 0, 1, 1, t.wall), plane.windows(5, 4, t, 0.12, f"up{k}", arched=False, margin=0.05, bottom=0.86), plane.patch(0, 0, 1, 0.02, t.ink)]
        for j in range(1, 4):
            v = 0.05 + 0.81 * j / 4 * 0.98
            parts.append(plane.patch(0, v, 1, v + 0.008, mix(t.wall, t.ink, 0.5)))
        for u, v, colour in ((0.12, 0.2, TEAL.wall), (0.52, 0.38, GOLD.wall), (0.72, 0.22, COBALT.wall), (0.32, 0.42, GOLD.wall)):
            du = 0.13
            parts += [plane.patch(u, v + 0.07, u + du, v + 0.13, mix(t.ink, INK, 0.3)), plane.patch(u, v + 0.09, u + du, v + 0.17, colour if (k + int(u * 10)) % 2 else GREEN.wall)]
    lines = street.bunting(430, 260, 1180, 360, 90, [BRICK.wall, LAMP, TEAL.wall, PAPER, COBALT.wall], 16, 38) + street.bunting(400, 720, 1240, 560, 110, [LAMP, PAPER, BRICK.wall, TEAL.wall, ROSE.wall], 18, 42) + street.bunting(300, 460, 1290, 780, 60, [TEAL.wall, LAMP, PAPER, BRICK.wall], 22, 38)
    return (*parts, lines)


@scene("city-tarnow-1")
def tarnow_attic() -> tuple[str, ...]:
    """The crested attic of the town hall, close up, against an evening sky."""
    air = light.golden()
    t = air.tone(Tone(BRICK.net, mix(CREAM.wall, GOLD.tint, 0.3), WHITE, BROWN.ink))
    crest = "".join(group(gables.attic(t), transform=f"translate({x} 640) scale(3.3)") for x in (-200, 196, 592, 988, 1384))
    masks = "".join(circle(x, 660, 17, t.net) + path(f"M{x - 30} 676q30 34 60 0l-12 46h-36z", mix(t.wall, t.ink, 0.3)) for x in range(90, 1600, 200))
    wins = "".join(windows.window(x, 790, 120, 260, t, style="crowned", lit=k == 3) for k, x in enumerate(range(80, 1600, 260)))
    return (
        skies.sky(air), skies.sun(320, 260, 100), skies.streaky("ta", air, 120, 420, 6), skies.birds(760, 210, INK, 6, 26), landmarks.town_tower(1130, 640, 200, 345, air, Tone(BRICK.net, mix(CREAM.wall, GOLD.tint, 0.3), WHITE, BROWN.ink), helm="onion", hour=5.2),
        crest, rect(0, 640, 1600, 360, t.wall), rect(0, 636, 1600, 22, t.ink), rect(0, 658, 1600, 10, mix(t.wall, t.tint, 0.7)), rect(0, 730, 1600, 12, mix(t.wall, t.ink, 0.35)), masks, facades.bricks(0, 742, 1600, 258, t, Random("ta"), 12, 0.1), wins, poly([(1000, 640), (1600, 640), (1600, 1000), (820, 1000)], BRICK.ink, opacity=0.12),
    )  # fmt: skip


@scene("city-tarnow-3")
def tarnow_steps() -> tuple[str, ...]:
    air = light.day(GOLD, 0.7)
    stone = air.colour(mix(STONE.wall, GOLD.tint, 0.35))
    steps = []
    for k in range(13):
        y, half = 400 + 46 * k, 150 + 42 * k
        steps += [poly([(800 - half, y), (800 + half, y), (800 + half + 40, y + 18), (800 - half - 40, y + 18)], mix(stone, WHITE, 0.3)), poly([(800 - half - 40, y + 18), (800 + half + 40, y + 18), (800 + half + 42, y + 47), (800 - half - 42, y + 47)], mix(stone, BROWN.ink, 0.12 + 0.012 * k))]
    lefts = [pale(BRICK, 0.15), CREAM, pale(GOLD, 0.15)]
    rights = [pale(TEAL, 0.15), pale(ROSE, 0.15), CREAM]
    return (
        skies.sky(air), skies.cloud(560, 200, 300, WHITE, 0.8), landmarks.attic_hall(600, 410, 400, 150, air, CREAM, depth=0.15), receding(air, lefts, -1, near=-160, far=640, eye=410, heights=(470, 430, 500), base=560, seed="tl"), receding(air, rights, 1, near=1760, far=960, eye=410, heights=(440, 500, 420), base=560, seed="tr"),
        *steps, poly([(800, 400), (880, 400), (1380, 1000), (800, 1000)], LAMP, opacity=0.16), 
        walker(700, 610, 140, BRICK.net), walker(900, 520, 100, COBALT.net, facing=-1), walker(1010, 830, 210, PLUM.net, bag=GOLD.wall), *(rooms.plant(x, y, s, ORANGE.wall) for x, y, s in ((430, 690, 120), (330, 830, 160), (1180, 690, 120), (1300, 850, 170))), path("M560 790q-8-50 14-66q-8-18-5-34l14 12h16l14-12q3 16-5 34q22 16 16 66z", INK),
    )  # fmt: skip


@scene("news-tarnow-zaproszenie-do-odpowiedzi")
def paper_planes() -> tuple[str, ...]:
    """Letters leave the town hall as paper aeroplanes."""
    air = light.day(BRICK, 0.7)

    def plane(x: float, y: float, s: float, turn: float) -> str:
        return group(path("M0 0L110-34L40 26Z", WHITE), path("M0 0L110-34L26 8Z", mix(WHITE, BRICK.tint, 0.6)), path("M26 8L110-34L40 26L34 44Z", mix(WHITE, BRICK.wall, 0.25)), transform=f"translate({x} {y}) rotate({turn}) scale({s})")

    def tail(x: float, y: float, dx: float, dy: float) -> str:
        return stroke(f"M{x} {y}q{dx * 0.5} {-dy} {dx} {dy * 0.2}", PAPER, 4, stroke_dasharray="2 14")

    return (
        skies.sky(air), circle(1180, 330, 230, mix(LAMP, PAPER, 0.35)), circle(1180, 330, 310, LAMP, opacity=0.2),
        facades.row(facades.pierzeja("tn", [BRICK, pale(BRICK, 0.3), ORANGE, pale(ROSE, 0.2)], 9, height=280, storeys=3, tops="steep mansard baroque stepped"), -30, 820, air, 0.42, span=1660), landmarks.attic_hall(330, 860, 700, 400, air, CREAM, roof=TEAL.wall), rect(0, 856, 1600, 144, air.colour(mix(SHADE, BRICK.wall, 0.25))), rect(0, 852, 1600, 12, air.colour(PAPER)),
        poly([(330, 866), (1030, 866), (1230, 1000), (400, 1000)], BRICK.ink, opacity=0.12), tail(870, 560, 190, 120), tail(560, 540, -260, 160), tail(960, 520, 330, 240), plane(1060, 560, 1.2, -16), plane(1300, 540, 1.7, 8), plane(1340, 250, 1.1, -24), plane(180, 480, 1.5, 196), plane(330, 230, 0.9, -150), plane(1480, 760, 0.8, 30), plane(120, 760, 0.8, 160), plane(800, 130, 0.7, -40),
        walker(250, 950, 170, TEAL.net), walker(1180, 960, 180, COBALT.net, bag=GOLD.wall), walker(1400, 930, 150, PLUM.net, facing=-1),
    )  # fmt: skip


@scene("tarnow-panel-obywatelski")
def sixty_chairs() -> tuple[str, ...]:
    """Sixty chairs in a half-circle around a tiled stove."""
    floor_ = mix(BRICK.tint, BRICK.wall, 0.26)
    parts = [rect(0, 0, 1600, 1000, floor_)]
    for r in range(11, 1, -1):
        parts.append(circle(800, 1010, r * 104, mix(floor_, PAPER if r % 2 else BRICK.wall, 0.28 if r % 2 else 0.1)))
    parts += [stroke(f"M800 1010L{800 + 1200 * cos(a):.0f} {1010 - 1200 * sin(a):.0f}", mix(floor_, BRICK.ink, 0.14), 3) for a in (pi * k / 24 for k in range(25))]
    colours = [BRICK.net, GOLD.wall, TEAL.net, PLUM.wall, COBALT.wall, ROSE.wall, GREEN.wall, ORANGE.wall]
    index = 0
    for radius, count in ((380, 9), (500, 12), (620, 14), (740, 12), (860, 13)):
        margin = 0.14 if radius < 700 else (0.42 if radius < 800 else 0.6)
        for k in range(count):
            a = pi - margin - (pi - 2 * margin) * k / (count - 1)
            x, y, colour = 800 + radius * cos(a), 1010 - radius * sin(a), colours[(index * 5) % 8]
            parts.append(group(rect(-30, -26, 60, 56, INK, opacity=0.2, rx=8, transform="translate(9 10)"), rect(-27, -24, 54, 48, colour, rx=8), rect(-30, -34, 60, 17, mix(colour, INK, 0.35), rx=7), rect(-19, -12, 38, 28, mix(colour, PAPER, 0.2), rx=5), transform=f"translate({x:.1f} {y:.1f}) rotate({90 - a * 180 / pi:.1f})"))
            index += 1
    stove = circle(814, 1024, 190, INK, opacity=0.2) + circle(800, 1010, 180, TEAL.net) + circle(800, 1010, 150, TEAL.wall) + "".join(stroke(f"M{800 + 60 * cos(a):.0f} {1010 - 60 * sin(a):.0f}L{800 + 178 * cos(a):.0f} {1010 - 178 * sin(a):.0f}", TEAL.ink, 5) for a in (pi * k / 8 for k in range(9))) + circle(800, 1010, 104, "none", stroke=TEAL.ink, stroke_width=5) + circle(800, 1010, 60, LAMP) + circle(800, 1010, 36, ORANGE.wall)
    return (*parts, glow(800, 1010, 520, LAMP, 0.5), stove, poly([(0, 0), (420, 0), (0, 330)], LAMP, opacity=0.22), poly([(560, 0), (760, 0), (0, 590), (0, 440)], LAMP, opacity=0.2))


@scene("starachowice-dostepny-urzad")
def ramp() -> tuple[str, ...]:
    air = light.clear(0.6)
    wall_, edge = air.colour(mix(PLUM.tint, PLUM.wall, 0.25)), air.colour(PLUM.net)
    stack = group(*(industry.chimney(x, 620, h, air, BRICK, depth=0.42) for x, h in ((120, 330), (230, 260))), rect(40, 520, 330, 110, air.colour(BRICK.wall, 0.45)), path("M300 620V430l30-60h60l30 60v190z", air.colour(BRICK.wall, 0.42)), rect(330, 350, 60, 22, air.colour(BRICK.ink, 0.42)))
    grid = "".join(rect(x, 150, 150, 250, air.colour(AZURE.ink)) + poly([(x, 400), (x + 150, 240), (x + 150, 310), (x + 70, 400)], WHITE, opacity=0.14) + rect(x + 70, 150, 10, 250, wall_) + rect(x - 12, 400, 174, 14, edge) for x in (470, 700, 1290, 1520))
    doors = rect(900, 130, 330, 12, edge) + rect(910, 440, 310, 330, INK) + rect(922, 452, 138, 318, mix(LAMP, PAPER, 0.35)) + rect(1072, 452, 138, 318, mix(LAMP, PAPER, 0.35)) + rect(1046, 560, 8, 120, PLUM.ink) + rect(1078, 560, 8, 120, PLUM.ink) + rect(870, 400, 390, 40, edge) + rect(922, 600, 138, 14, PLUM.wall) + rect(1072, 600, 138, 14, PLUM.wall)
    slope = poly([(-20, 960), (880, 770), (1240, 770), (1240, 1000), (-20, 1000)], air.colour(STONE.wall)) + poly([(-20, 930), (890, 752), (1250, 752), (1250, 772), (890, 772), (-20, 962)], air.colour(STONE.tint))
    rails = stroke("M40 830L890 660H900M40 880L890 706", GOLD.wall, 12) + stroke("".join(f"M{x} {950 - (x + 20) * 0.2:.0f}V{834 - (x - 40) * 0.2:.0f}" for x in range(60, 890, 118)), GOLD.net, 10)
    stairs = "".join(poly([(1240 + k * 62, 752 + k * 42), (1660, 752 + k * 42), (1660, 794 + k * 42), (1240 + k * 62, 794 + k * 42)], air.colour(mix(STONE.wall, INK, 0.05 + 0.05 * (k % 2)))) + rect(1240 + k * 62, 752 + k * 42, 420, 9, LAMP) for k in range(6))
    dots = "".join(circle(x, y, 6, GOLD.wall) for x in range(920, 1230, 26) for y in (786, 806))
    wheel = group(circle(0, -62, 62, "none", stroke=INK, stroke_width=9), circle(0, -62, 10, INK), stroke("M0-62L44-18M0-62L-44-18M0-62L0-124M0-62H62M0-62H-62", SLATE.wall, 2.5), circle(96, -18, 18, "none", stroke=INK, stroke_width=8), stroke("M-44-150L-30-80H62L86-26h34M-44-150h-34", INK, 9), path("M-34-196Q-4-214 26-196L40-92H-40Z", TEAL.net), stroke("M20-180L54-110L10-92", mix(TEAL.net, INK, 0.25), 20), stroke("M20-92H84L96-34", mix(TEAL.net, INK, 0.7), 24), rect(-16, -222, 20, 24, mix(SHADE, BROWN.wall, 0.45)), circle(-6, -240, 27, BROWN.ink), transform="translate(520 832) rotate(-11)")
    return (
        skies.sky(air), skies.cloud(60, 250, 300, WHITE, 0.9), stack, trees.avenue(-40, 460, 720, 200, 5, air, [GREEN.wall, trees.LIME, GREEN.net], 0.1), rect(430, 60, 1200, 720, wall_), rect(410, 40, 1220, 34, edge), rect(430, 700, 1200, 80, mix(wall_, PLUM.wall, 0.3)), stroke("M430 430H880M1250 430H1600M430 560H880M1250 560H1600", mix(wall_, PLUM.wall, 0.4), 3), grid, doors, rect(0, 712, 1600, 288, air.colour(GREEN.wall)), rect(430, 700, 1200, 60, mix(wall_, PLUM.wall, 0.3)), rect(880, 752, 720, 248, air.colour(STONE.wall)), slope, dots, stairs, wheel, rails, walker(1400, 860, 230, BRICK.net, facing=-1), walker(1110, 780, 200, COBALT.net, still=True), trees.bush(70, 1010, 240, air), trees.bush(300, 1020, 220, air, trees.LIME),
    )  # fmt: skip


@scene("hrubieszow-inkubator-w-magazynie")
def warehouse() -> tuple[str, ...]:
    air = light.golden()
    t = air.tone(blend(BRICK, ORANGE, 0.35))
    gable_front = path("M330 760V380L800 190L1270 380V760Z", t.wall)
    texture = clipped("M330 760V380L800 190L1270 380V760Z", facades.bricks(330, 180, 940, 600, t, Random("hr"), 11, 0.24))
    roofline = stroke("M290 398L800 190L1310 398", air.colour(BROWN.ink), 22, stroke_linejoin="miter")
    wide = "".join(rect(x - 8, 440, 196, 196, t.ink) + rect(x, 448, 180, 180, mix(LAMP, PAPER, 0.25)) + stroke(f"M{x + 60} 448v180M{x + 120} 448v180M{x} 508h180M{x} 568h180", t.ink, 7) for x in (390, 1030))
    kitchen = clipped(box(390, 448, 180, 180), rooms.hanging_lamp(450, 530, 70, TEAL.net), rect(398, 590, 164, 38, SLATE.wall), path("M420 590v-24h44v24zM490 590v-34h26v34z", INK)) + clipped(
        box(1030, 448, 180, 180), rooms.hanging_lamp(1120, 530, 70, BRICK.net), rect(1040, 596, 160, 32, BROWN.wall), path("M1060 596l20-40h40l-10 40z", TEAL.net))
    gate = rect(640, 450, 320, 310, t.ink) + rect(656, 466, 288, 294, mix(LAMP, PAPER, 0.2)) + rect(656, 466, 288, 60, SLATE.wall) + stroke("".join(f"M656 {y}h288" for y in (478, 490, 502, 514)), SLATE.ink, 3) + "".join(rect(680 + k * 70, 690 - (k % 2) * 50, 62, 70 + (k % 2) * 50, c) for k, c in enumerate((BROWN.wall, GOLD.wall, BROWN.net, TEAL.wall)))
    stalls = "".join(street.stall(x, 950, 230, air, tone, goods) for x, tone, goods in ((30, TEAL, ()), (300, BRICK, (GREEN.wall, trees.LIME, GOLD.wall)), (1080, ORANGE, (ROSE.wall, PLUM.wall, GREEN.wall)), (1350, COBALT, ())))
    return (
        skies.sky(air), circle(1230, 320, 180, mix(LAMP, PAPER, 0.3)), skies.streaky("hr", air, 90, 330, 5), facades.row(facades.pierzeja("hr", [CREAM, pale(GOLD, 0.3), pale(BRICK, 0.3), pale(ROSE, 0.3)], 10, height=110, storeys=2, tops="eaves saddle steep"), -20, 760, air, 0.3, span=1640),
        gable_front, texture, roofline, circle(800, 320, 52, t.ink), circle(800, 320, 40, mix(LAMP, PAPER, 0.3)), stroke("M760 320h80M800 280v80", t.ink, 7), wide, kitchen, gate, rect(330, 756, 940, 12, t.ink), rect(560, 760, 480, 44, air.colour(STONE.wall)), poly([(1040, 760), (1180, 804), (1040, 804)], air.colour(STONE.net)), rect(0, 804, 1600, 196, air.colour(mix(GOLD.tint, BROWN.wall, 0.36))),
        rect(0, 800, 1600, 8, air.colour(PAPER)), ellipse(150, 956, 130, 12, INK, opacity=0.16), stalls, walker(620, 880, 160, TEAL.net, bag=GOLD.wall), group(walker(900, 904, 170, PLUM.net, facing=-1), rect(930, 850, 70, 50, BROWN.wall), segment(930, 850, 916, 820, INK, 5), circle(944, 904, 11, INK), circle(988, 904, 11, INK)), walker(740, 946, 190, COBALT.net),
    )  # fmt: skip


@scene("news-hrubieszow-magazyn-z-pomyslem")
def building_site() -> tuple[str, ...]:
    """Helmets and wellingtons waiting by the door of a building site."""
    air = light.clear(0.5)
    wall_ = mix(ORANGE.tint, ORANGE.wall, 0.28)
    outside = group(
        skies.sky(air, 640), skies.cloud(760, 220, 240, WHITE, 0.9), rect(1160, 70, 22, 570, LAMP), stroke("".join(f"M1160 {y}l22 28M1182 {y}l-22 28" for y in range(90, 620, 28)), GOLD.net, 3), rect(700, 96, 640, 18, LAMP), stroke("M1171 40L760 96M1171 40L1320 96", GOLD.net, 4), stroke("M820 114v180", INK, 3), rect(780, 294, 80, 50, BRICK.wall),
        path("M640 640V430L850 340L1060 430V640Z", BRICK.wall), clipped("M640 640V430L850 340L1060 430V640Z", facades.bricks(640, 340, 420, 300, BRICK, Random("hs"), 9, 0.3)), stroke("M630 436L850 340L1070 436", BROWN.wall, 12), *(rect(x, 480, 74, 90, mix(AZURE.tint, WHITE, 0.3)) for x in (680, 813, 946)), stroke("M650 640V400M760 640V360M940 640V370M1050 640V400M640 560H1064M640 470H1064", SLATE.net, 6), rect(560, 640, 900, 160, mix(GOLD.wall, BROWN.wall, 0.4)), path("M1250 640l70-80l70 40l60 40z", mix(GOLD.tint, GOLD.wall, 0.5)),
    )  # fmt: skip
    helmets = "".join(path(f"M{x - 62} 330q0-74 62-74t62 74z", c) + rect(x - 12, 252, 24, 78, mix(c, WHITE, 0.3), rx=8) + rect(x - 78, 326, 156, 16, mix(c, INK, 0.18), rx=8) for x, c in ((150, LAMP), (330, WHITE), (510, ORANGE.wall)))
    boots = "".join(
        path(f"M{x} 900V740h64v104q30 10 66 18q20 6 20 38z", c) + rect(x - 4, 730, 72, 20, mix(c, INK, 0.3)) + rect(x - 2, 892, 154, 14, mix(c, INK, 0.45)) + path(f"M{x + 12} 760v70", "none", stroke=WHITE, stroke_width=6, opacity=0.4, stroke_linecap="round")
        for x, c in ((70, GREEN.net), (150, GREEN.wall), (300, BRICK.net), (380, BRICK.wall), (1010, COBALT.net), (1090, COBALT.wall), (1260, GOLD.net), (1340, GOLD.wall))
    )
    return (
        rooms.wall(wall_, dado=906, dado_colour=mix(BROWN.wall, STONE.wall, 0.3)), rooms.view(660, 70, 720, 570, BROWN.net, outside, panes=(1, 1), sill=BROWN.net, bar=16), rect(50, 342, 560, 22, BROWN.wall), rect(80, 364, 14, 50, BROWN.ink), rect(560, 364, 14, 50, BROWN.ink), helmets, group(rect(0, 0, 330, 230, COBALT.wall, rx=4), rect(0, 0, 330, 230, "none", stroke=PAPER, stroke_width=3), stroke("M30 190V90L110 40L190 90V190ZM30 120H190M80 190V140H130V190M210 60H300M210 90H280M210 120H300M220 150h70v40h-70z", PAPER, 4), transform="translate(170 450) rotate(-3)"),
        boots, group(rect(560, 800, 22, 108, BROWN.wall), path("M520 908h110l-16-60h-78z", SLATE.wall), transform="translate(170 0)"), ellipse(1200, 960, 240, 16, AZURE.wall, opacity=0.4), ellipse(300, 960, 200, 14, AZURE.wall, opacity=0.35), light_spot(),
    )  # fmt: skip


def light_spot() -> str:
    return poly([(700, 910), (1330, 910), (1560, 1000), (640, 1000)], LAMP, opacity=0.25)


@scene("city-cieszyn-2")
def castle_hill() -> tuple[str, ...]:
    air = light.autumn()
    return (
        skies.sky(air), circle(560, 360, 270, mix(LAMP, PAPER, 0.3)), circle(560, 360, 360, LAMP, opacity=0.18), skies.birds(1120, 190, INK, 6, 22), land.hill([(-20, 640), (400, 590), (900, 630), (1640, 570)], air.colour(GREEN.net, 0.5)), landmarks.castle_tower(1240, 640, 150, 420, air, STONE, 0.12), trees.avenue(900, 1640, 680, 230, 7, air, [ORANGE.wall, GOLD.wall, GREEN.wall], 0.15),
        land.hill([(-20, 800), (300, 690), (640, 640), (1000, 680), (1640, 800)], air.colour(mix(GREEN.wall, GOLD.wall, 0.3)), hatch=air.colour(GOLD.tint)), landmarks.rotunda(640, 720, 430, air, STONE), path("M560 1000Q640 860 610 770L530 724H580L680 760Q760 860 800 1000Z", air.colour(mix(GOLD.tint, BROWN.wall, 0.3))),
        trees.tree(230, 820, 520, air, colour=ORANGE.wall), trees.tree(1060, 800, 420, air, colour=GOLD.wall), trees.tree(60, 900, 420, air, colour=BRICK.wall), trees.birch(1420, 860, 480, air, GOLD.wall), street.bench(900, 880, 180, air), walker(720, 900, 170, COBALT.net), walker(770, 905, 120, ROSE.net), street.lamp(420, 860, 260, air),
        *(path("M0 0q16-24 40-20q-6 26-40 20z", air.colour(c), transform=f"translate({x} {y}) rotate({r})") for x, y, r, c in ((300, 930, 10, ORANGE.wall), (480, 960, 60, GOLD.wall), (980, 940, -20, BRICK.wall), (1180, 920, 40, ORANGE.wall), (1300, 970, 0, GOLD.wall), (1080, 260, 30, ORANGE.wall), (900, 420, -30, GOLD.wall), (120, 300, 20, ORANGE.wall), (880, 150, 70, GOLD.wall))),
    )  # fmt: skip


@scene("news-zabrze-urzad-bez-kolejki")
def no_queue() -> tuple[str, ...]:
    """A city hall in the morning: the rope for the queue has nobody to hold."""
    air = light.dawn()
    t = air.tone(BRICK)
    posts = "".join(rect(x - 6, 690, 12, 200, GOLD.net) + circle(x, 686, 15, GOLD.wall) + ellipse(x, 892, 36, 9, GOLD.ink) for x in range(150, 760, 150)) + "".join(stroke(f"M{x} 706q75 90 150 0", BRICK.net, 14) for x in range(150, 600, 150))
    tower = landmarks.town_tower(1160, 860, 300, 640, air, BRICK, helm="pyramid", brick=True, hour=7.5, roof=BRICK.ink)
    wing = facades.house(House("flat", BRICK, 1070, 500, 3, 9, "arched", "plain", None, True), -60, 860, air) + facades.house(House("flat", BRICK, 420, 500, 3, 3, "arched", "plain", None, True), 1310, 860, air)
    wing += "".join(windows.window(x, 740, 64, 84, t, style="arched") for x in (*range(-6, 980, 114), 1366, 1496)) + "".join(path(f"M{x} 352v-34h16v-16h16v-16h16v16h16v16h16v34z", t.wall) + rect(x + 30, 304, 20, 34, t.ink) for x in (40, 320, 600, 1370))
    open_door = path("M1080 860V640A80 80 0 0 1 1240 640V860Z", t.ink) + path("M1094 860V644A66 66 0 0 1 1226 644V860Z", mix(LAMP, PAPER, 0.3)) + poly([(1094, 860), (1094, 600), (1040, 640), (1040, 890)], mix(TEAL.ink, TEAL.wall, 0.3)) + poly([(1226, 860), (1226, 600), (1280, 640), (1280, 890)], TEAL.ink)
    return (
        skies.sky(air), skies.streaky("zn", air, 60, 300, 5), industry.winding_tower(250, 480, 380, air, SLATE, 0.5), wing, tower, glow(1160, 760, 330, LAMP, 0.4), open_door, rect(0, 856, 1600, 144, air.colour(STONE.wall)), rect(0, 852, 1600, 10, air.colour(STONE.tint)), poly([(1094, 862), (1226, 862), (1330, 1000), (900, 1000)], LAMP, opacity=0.35),
        *(rect(1000 - k * 40, 862 + k * 22, 320 + k * 80, 22, air.colour(mix(STONE.tint, STONE.wall, 0.25 * (k + 1)))) for k in range(3)), poly([(1094, 862), (1226, 862), (1290, 928), (1040, 928)], LAMP, opacity=0.25), posts, walker(1160, 930, 190, COBALT.net, bag=GOLD.wall), street.lamp(880, 900, 330, air),
    )  # fmt: skip
