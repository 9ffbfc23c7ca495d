"""What the networks leave behind: books, letters and agreements that look like streets."""

from math import cos, pi, sin
from random import Random

from .. import facades, land, landmarks, light, rooms, skies, street, trees, water, windows
from ..facades import House
from ..figures import from_above, walker
from ..palette import (
    AZURE, BRICK, BROWN, COBALT, CREAM, GOLD, GREEN, INK, LAMP, LINE, ORANGE, PAPER, PLUM, ROSE,
    SHADE, SLATE, STONE, TEAL, WHITE, Tone, blend, mix, pale,
)  # fmt: skip
from ..svg import box, circle, clipped, ellipse, glow, group, path, poly, rect, segment, smooth, stroke
from .registry import scene

EIGHT = [COBALT, GOLD, BRICK, PLUM, ORANGE, GREEN, ROSE, SLATE]


@scene("product-1")
def pop_up_book() -> tuple[str, ...]:
    """An open book whose pages stand up as a street."""
    air = light.day(BROWN, 0.5)
    back = facades.row(facades.pierzeja("pb", [TEAL, pale(ROSE, 0.1), COBALT, pale(GREEN, 0.1)], 6, height=270, storeys=3, tops="steep attic pediment stepped"), 360, 640, air, 0.3, span=880)
    front = facades.row(facades.pierzeja("pf", [BRICK, GOLD, CREAM, PLUM, ORANGE], 6, height=200, storeys=3, tops="neck mansard baroque saddle", ground="shop door arcade"), 300, 740, air, span=1000)
    left, right = "M800 760Q560 660 130 720L60 940Q540 880 800 980Z", "M800 760Q1040 660 1470 720L1540 940Q1060 880 800 980Z"
    lines = "".join(f"M{170 - k * 16} {766 + k * 34}Q{440} {722 + k * 36} {700 - k * 8} {790 + k * 38}M{1430 + k * 16} {766 + k * 34}Q{1160} {722 + k * 36} {900 + k * 8} {790 + k * 38}" for k in range(4))
    return (
        rect(0, 0, 1600, 1000, mix(BROWN.tint, GOLD.wall, 0.2)), circle(800, 430, 400, mix(LAMP, PAPER, 0.3), opacity=0.6), circle(800, 430, 520, LAMP, opacity=0.12), rect(0, 800, 1600, 200, mix(BROWN.wall, GOLD.wall, 0.25)), ellipse(800, 960, 780, 44, BROWN.ink, opacity=0.25), path("M800 790Q540 690 110 750L40 966Q540 910 800 1010Q1060 910 1560 966L1490 750Q1060 690 800 790Z", BRICK.net), path(left, PAPER), path(right, mix(PAPER, GOLD.tint, 0.5)), stroke(lines, LINE, 7), poly([(420, 640), (1180, 640), (1240, 700), (360, 700)], INK, opacity=0.07), back, landmarks.town_tower(800, 700, 90, 420, air, BRICK, helm="spire"), front, poly([(300, 740), (1300, 740), (1360, 790), (240, 790)], INK, opacity=0.12), trees.tree(290, 790, 190, air), trees.tree(1320, 790, 210, air, colour=trees.LIME), trees.tree(560, 800, 120, air, colour=trees.LIME), trees.tree(1040, 800, 120, air), skies.birds(380, 170, BROWN.ink, 4, 20), path("M1210 690l44-12l60 250l-34-20l-24 36z", TEAL.net),
    )  # fmt: skip


@scene("product-2")
def ticked_windows() -> tuple[str, ...]:
    """A façade whose windows are boxes to tick."""
    t = Tone(TEAL.net, TEAL.wall, TEAL.tint, TEAL.ink)
    parts = [rect(0, 0, 1600, 1000, t.wall), facades.bricks(0, 0, 1600, 1000, t, Random("tick"), 15, 0.14)]
    ticked = {(0, 0), (0, 1), (0, 2), (0, 3), (0, 4), (1, 0), (1, 1), (1, 3), (2, 0)}
    for row in range(3):
        y = 40 + row * 326
        parts += [rect(0, y + 282, 1600, 20, t.ink), rect(0, y + 274, 1600, 8, mix(t.wall, t.tint, 0.5))]
        for column in range(5):
            x = 76 + column * 306
            done = (row, column) in ticked
            parts += [rect(x - 20, y - 14, 264, 264, mix(t.wall, t.tint, 0.75)), rect(x, y + 6, 224, 224, PAPER if done else windows.pane(t)), poly([(x, y + 230), (x + 224, y + 70), (x + 224, y + 130), (x + 90, y + 230)], WHITE, opacity=0 if done else 0.12), rect(x - 36, y + 250, 296, 16, t.ink)]
            if done:
                colour = (BRICK.net, GOLD.wall, TEAL.net, PLUM.net, ORANGE.net)[(row + column) % 5]
                parts.append(stroke(f"M{x + 48} {y + 120}l48 58l88-116", colour, 34))
            else:
                parts.append(rect(x + 106, y + 6, 12, 224, mix(t.wall, t.tint, 0.75)) + rect(x, y + 88, 224, 11, mix(t.wall, t.tint, 0.75)))
    pencil = group(rect(0, -32, 560, 64, GOLD.wall), rect(0, -32, 560, 22, mix(GOLD.wall, LAMP, 0.6)), rect(0, 14, 560, 18, GOLD.net), poly([(560, -32), (690, 0), (560, 32)], mix(PAPER, GOLD.wall, 0.35)), poly([(652, -9), (690, 0), (652, 9)], INK), rect(-60, -32, 62, 64, SLATE.wall), rect(-140, -32, 84, 64, ROSE.wall, rx=16), transform="translate(1480 1010) rotate(-128)")
    return (*parts, pencil)


@scene("product-3")
def sheet_of_cells() -> tuple[str, ...]:
    """A sheet of squared paper on which a street is drawn in cells."""
    desk_ = mix(GREEN.ink, TEAL.ink, 0.5)
    cell, ox, oy, cols, rows_ = 30, 215, 95, 36, 26
    sheet = rect(ox - 34, oy - 40, cols * cell + 92, rows_ * cell + 92, INK, opacity=0.25) + rect(ox - 50, oy - 56, cols * cell + 92, rows_ * cell + 92, PAPER)
    grid = stroke("".join(f"M{ox + c * cell} {oy}V{oy + rows_ * cell}" for c in range(cols + 1)) + "".join(f"M{ox} {oy + r * cell}H{ox + cols * cell}" for r in range(rows_ + 1)), mix(AZURE.tint, AZURE.wall, 0.3), 2)
    heights, tones = ((4, 10, BRICK), (5, 13, GOLD), (4, 9, TEAL), (6, 16, COBALT), (4, 12, PLUM), (5, 15, ORANGE), (4, 11, GREEN)), []
    cells, column = [], 2
    for w, h, tone in heights:
        for r in range(h):
            for c in range(w):
                y, inside = rows_ - 3 - r, r % 3 == 1 and c % 2 == 1 and r < h - 1
                cells.append(rect(ox + (column + c) * cell, oy + y * cell, cell, cell, LAMP if inside and (r + c) % 4 else (tone.tint if inside else tone.wall)))
        for level in range((w + 1) // 2):
            for c in range(level, w - level):
                cells.append(rect(ox + (column + c) * cell, oy + (rows_ - 3 - h - level) * cell, cell, cell, tone.ink if level % 2 == 0 else tone.net))
        cells.append(rect(ox + (column + w // 2) * cell, oy + (rows_ - 3) * cell, cell, cell, tone.ink))
        column += w
    sun_ = "".join(rect(ox + (28 + c) * cell, oy + (2 + r) * cell, cell, cell, LAMP) for r in range(4) for c in range(4) if (r, c) not in {(0, 0), (0, 3), (3, 0), (3, 3)})
    ground = "".join(rect(ox + c * cell, oy + (rows_ - 2) * cell, cell, cell, GREEN.wall if c % 3 else trees.LIME) for c in range(cols))
    calculator = group(rect(10, 14, 210, 320, INK, rx=18, opacity=0.25), rect(0, 0, 210, 320, SLATE.net, rx=18), rect(20, 22, 170, 62, mix(GREEN.tint, TEAL.wall, 0.25), rx=6), *(rect(22 + (k % 4) * 43, 106 + (k // 4) * 50, 34, 38, ORANGE.wall if k % 4 == 3 else SLATE.tint, rx=7) for k in range(16)), transform="translate(1352 600) rotate(9)")
    pen = group(rect(8, 12, 420, 30, INK, opacity=0.22), rect(0, 0, 420, 30, BRICK.net), rect(0, 0, 420, 10, BRICK.wall), poly([(420, 0), (478, 15), (420, 30)], mix(PAPER, GOLD.wall, 0.35)), poly([(462, 11), (478, 15), (462, 19)], INK), transform="translate(1180 930) rotate(-62)")
    return (rect(0, 0, 1600, 1000, desk_), group(sheet, "".join(cells), sun_, ground, grid, transform="rotate(-2 800 500)"), calculator, pen, circle(96, 260, 92, INK, opacity=0.2), circle(86, 246, 90, PAPER), circle(86, 246, 62, TEAL.wall), circle(86, 246, 50, BROWN.ink))


@scene("product-4")
def paper_bridge() -> tuple[str, ...]:
    """A signed sheet as a bridge between two towns."""
    air = light.dawn()
    left = facades.row(facades.pierzeja("br1", [GOLD, BRICK, CREAM], 3, height=250, storeys=3, tops="stepped attic mansard"), -60, 620, air, span=500) + landmarks.town_tower(250, 420, 84, 210, air, BRICK, helm="onion")
    right = facades.row(facades.pierzeja("br2", [TEAL, PLUM, ORANGE], 3, height=250, storeys=3, tops="neck steep baroque"), 1160, 620, air, span=500) + landmarks.town_tower(1360, 420, 84, 220, air, CREAM, helm="spire")
    sheet = "M430 640Q800 480 1170 640L1170 690Q800 540 430 690Z"
    face = "M430 640Q800 480 1170 640L1216 760Q800 570 384 760Z"
    lines = "".join(f"M{470 - k * 10} {668 + k * 24}Q800 {530 + k * 26} {1130 + k * 10} {668 + k * 24}" for k in range(4))
    stream = air.colour(AZURE.wall)
    return (
        skies.sky(air), circle(800, 400, 190, mix(LAMP, PAPER, 0.3)), circle(800, 400, 270, LAMP, opacity=0.18), land.hill([(-20, 520), (400, 460), (800, 500), (1200, 450), (1640, 500)], air.colour(GREEN.net, 0.5)), left, right, rect(300, 640, 1000, 360, stream), water.ripples(700, 1000, mix(stream, WHITE, 0.5), "br", 50, x0=320, x1=1280), path("M-20 616H440Q470 760 400 860T360 1010H-20Z", air.colour(GREEN.net)), path("M1620 616H1160Q1130 760 1200 860T1240 1010H1620Z", air.colour(GREEN.net)), path(face, INK, opacity=0.16, transform="translate(0 70)"), path(sheet, LINE), path(face, PAPER), stroke(lines, LINE, 8), stroke("M520 700q40-50 60-10t50-26t46 6t60-30", COBALT.net, 7), stroke("M880 636q30-46 56-4t54-10t40 30t70 6", BRICK.net, 7), circle(800, 622, 36, BRICK.net), path("M780 650l-14 60l34-22l34 22l-14-60z", BRICK.ink), circle(800, 622, 24, "none", stroke=BRICK.tint, stroke_width=4),
        walker(640, 640, 110, COBALT.net), walker(960, 640, 110, ROSE.net, facing=-1), trees.tree(90, 780, 300, air), trees.tree(1510, 780, 320, air, colour=trees.LIME), trees.bush(320, 900, 170, air), trees.bush(1290, 900, 180, air, trees.LIME), trees.tree(240, 1000, 260, air, colour=trees.LIME), trees.tree(1400, 1000, 260, air), water.rowing_boat(800, 930, 190, air, GOLD.wall),
    )  # fmt: skip


@scene("product-5")
def stamps() -> tuple[str, ...]:
    """A sheet of stamps, each with one house, and a letter waiting for the answer."""
    air = light.clear(0.3)
    tops, tones = ("stepped", "attic", "baroque", "neck", "mansard", "pediment", "steep", "timber"), EIGHT
    parts = [rect(0, 0, 1600, 1000, mix(PLUM.tint, PLUM.wall, 0.45))]
    for k in range(8):
        x, y = 90 + (k % 4) * 262, 84 + (k // 4) * 356
        holes = "".join(circle(x + j * 242 / 11, yy, 8, mix(PLUM.tint, PLUM.wall, 0.45)) for j in range(12) for yy in (y, y + 336)) + "".join(circle(xx, y + j * 336 / 15, 8, mix(PLUM.tint, PLUM.wall, 0.45)) for j in range(16) for xx in (x, x + 242))
        picture = clipped(box(x + 24, y + 24, 194, 288), rect(x + 24, y + 24, 194, 288, mix(tones[k].tint, tones[k].wall, 0.35)), circle(x + 176, y + 70, 24, LAMP), facades.house(House(tops[k], tones[k], 150, 170, 3, 3 if k % 2 else 2, ("tall", "arched", "crowned")[k % 3], ("door", "shop", "arcade")[k % 3], GOLD), x + 46, y + 296, air), rect(x + 24, y + 292, 194, 20, tones[k].ink))
        parts += [rect(x + 5, y + 8, 242, 336, INK, opacity=0.14), rect(x, y, 242, 336, PAPER), holes, picture]
    letter = group(rect(10, 14, 560, 390, INK, opacity=0.2), rect(0, 0, 560, 390, PAPER), poly([(0, 0), (280, 210), (560, 0)], mix(PAPER, ROSE.tint, 0.9)), stroke("M0 0L280 210L560 0", LINE, 4), circle(280, 206, 44, BRICK.net), circle(280, 206, 30, "none", stroke=BRICK.ink, stroke_width=4), path("M260 220v-24l20-15l20 15v24z", BRICK.tint), transform="translate(980 640) rotate(-11)")
    pen = group(rect(8, 10, 360, 26, INK, opacity=0.2), rect(0, 0, 360, 26, COBALT.net, rx=12), rect(0, 3, 360, 7, COBALT.wall, rx=4), poly([(356, 2), (430, 13), (356, 24)], LAMP), rect(90, 0, 20, 26, GOLD.wall), transform="translate(1440 150) rotate(72)")
    return (parts[0], group(*parts[1:], transform="translate(-50 -44) scale(1.27)"), letter, pen)


@scene("product-6")
def spines() -> tuple[str, ...]:
    """Books on a shelf; their spines are the fronts of a street."""
    wall_ = mix(BRICK.ink, INK, 0.2)
    air = light.Light(wall_, wall_, LAMP, 0.03, 0.12)
    shelf_y, parts = 820, [rooms.wall(wall_), glow(800, 380, 800, LAMP, 0.3)]
    x = 70.0
    specs = ((150, 520, BRICK, "arched"), (110, 600, TEAL, "tall"), (180, 470, GOLD, "crowned"), (96, 560, PLUM, "tall"), (160, 610, COBALT, "arched"), (130, 500, CREAM, "tall"), (176, 560, ORANGE, "crowned"), (100, 620, GREEN, "tall"), (150, 490, ROSE, "arched"), (120, 570, SLATE, "tall"))
    for k, (w, h, tone, style) in enumerate(specs):
        lean = 5 if k == 6 else 0
        bays, storeys = (2 if w < 140 else 3), 4
        front = facades.house(House("flat", tone, w, h * 0.72, storeys, bays, style, ("door", "arcade", "shop")[k % 3], (GOLD, TEAL)[k % 2]), 0, 0, air)
        cap = path(f"M0 {-h * 0.72}V{-h + 12}Q0 {-h} 12 {-h}H{w - 12}Q{w} {-h} {w} {-h + 12}V{-h * 0.72}Z", tone.net) + rect(0, -h * 0.96, w, 9, LAMP) + rect(0, -h * 0.77, w, 9, LAMP) + path(("M{0} {1}l26 44h-52z", "M{0} {1}a24 24 0 1 1 0 48a24 24 0 1 1 0-48z", "M{0} {1}l24 24l-24 24l-24-24z")[k % 3].format(w / 2, -h * 0.905), tone.tint)
        sheen = rect(w * 0.08, -h, w * 0.09, h, WHITE, opacity=0.13) + rect(w * 0.86, -h, w * 0.14, h, INK, opacity=0.14)
        parts.append(group(cap, front, sheen, transform=f"translate({x} {shelf_y}) rotate({lean})"))
        x += w + (26 if k in (5,) else 5)
    return (*parts, rect(0, shelf_y, 1600, 46, BROWN.wall), rect(0, shelf_y, 1600, 10, mix(BROWN.wall, PAPER, 0.35)), rect(0, shelf_y + 46, 1600, 14, BROWN.ink), rect(0, shelf_y + 60, 1600, 130, mix(wall_, INK, 0.35)), rooms.plant(1530, shelf_y, 240, TEAL.wall), path("M1010 866v110l-24-20l-24 20v-110z", LAMP), path("M300 866v90l-20-18l-20 18v-90z", TEAL.wall))


@scene("collection-miasto-w-upale")
def one_tree() -> tuple[str, ...]:
    """A huge sun over a square, and one tree with people in its shade."""
    low = mix(LAMP, ORANGE.wall, 0.25)
    air = light.Light(mix(BRICK.wall, ORANGE.wall, 0.5), low, ORANGE.wall, 0.22, 0, PLUM.ink)
    row = facades.row(facades.pierzeja("heat", [pale(ORANGE, 0.2), pale(BRICK, 0.1), pale(GOLD, 0.2), CREAM, pale(ROSE, 0.1)], 9, height=170, storeys=3, tops="attic mansard baroque steep pediment", ground="arcade door"), -20, 600, air, 0.22, span=1640)
    shadow = mix(COBALT.ink, AZURE.ink, 0.4)
    shimmer = "".join(stroke(f"M{x} {y}q20-10 40 0t40 0t40 0t40 0", mix(LAMP, WHITE, 0.5), 4, opacity=0.7) for x, y in ((80, 690), (330, 740), (1180, 700), (1370, 760), (120, 850), (1260, 900), (300, 940), (1420, 650), (560, 660)))
    return (
        skies.sky(air), circle(560, 330, 300, mix(LAMP, WHITE, 0.25)), circle(560, 330, 390, LAMP, opacity=0.35), circle(560, 330, 500, LAMP, opacity=0.2), circle(560, 330, 640, LAMP, opacity=0.12), row, land.pavement(596, air, blend(CREAM, GOLD, 0.25), rows=11, seed="heat"), shimmer,
        path("M770 880C820 780 1180 760 1330 830C1480 880 1420 960 1180 970C960 980 760 960 770 880Z", shadow, opacity=0.85), street.bench(900, 930, 200, light.rain(), BROWN.wall), trees.tree(960, 880, 640, light.clear(0.2), colour=GREEN.net, slim=1.25),
        *(walker(x, y, h, c, still=True, hat=hat) for x, y, h, c, hat in ((1080, 910, 170, TEAL.net, ""), (1150, 920, 176, COBALT.net, PAPER), (1230, 900, 160, PLUM.net, ""), (1290, 916, 120, AZURE.wall, LAMP), (850, 900, 160, GREEN.net, ""))), walker(300, 900, 180, BRICK.net, hat=PAPER), poly([(290, 900), (320, 900), (420, 940), (380, 946)], air.shadow, opacity=0.3),
    )  # fmt: skip


@scene("collection-za-zero-zlotych")
def zero() -> tuple[str, ...]:
    """A zero drawn as the plan of a town, roofs along its edge."""
    lawn_ = mix(GREEN.wall, trees.LIME, 0.4)
    cx, cy, rx, ry = 800, 500, 330, 400
    parts = [rect(0, 0, 1600, 1000, mix(GREEN.tint, GREEN.wall, 0.28))]
    for k in range(9):
        parts.append(stroke(f"M-20 {60 + k * 120}Q400 {20 + k * 120} 800 {70 + k * 120}T1640 {50 + k * 120}", mix(GREEN.tint, GREEN.wall, 0.36), 26))
    parts += [stroke("M-20 500H480M1120 500H1640", mix(STONE.wall, PAPER, 0.3), 54), stroke("M-20 500H480M1120 500H1640", PAPER, 4, stroke_dasharray="26 22"), ellipse(cx + 14, cy + 18, rx + 106, ry + 78, GREEN.ink, opacity=0.25), ellipse(cx, cy, rx + 100, ry + 72, mix(STONE.wall, PAPER, 0.35))]
    tones = [BRICK.wall, ORANGE.wall, BRICK.net, GOLD.wall, ROSE.wall, mix(BRICK.wall, BROWN.wall, 0.5), TEAL.wall, PLUM.wall]
    count = 38
    for k in range(count):
        a = 2 * pi * k / count
        if k in (0, 19):
            continue
        x, y = cx + rx * cos(a), cy + (ry - 24) * sin(a)
        turn = a * 180 / pi + 90
        c = tones[(k * 5) % 8]
        w, d = 56 + (k * 7) % 9, 122 + (k * 11) % 24
        parts.append(group(rect(-w / 2 + 6, -d / 2 + 8, w, d, INK, opacity=0.22), rect(-w / 2, -d / 2, w, d / 2, c), rect(-w / 2, 0, w, d / 2, mix(c, INK, 0.2)), segment(-w / 2, 0, w / 2, 0, mix(c, PAPER, 0.4), 4), stroke("".join(f"M{-w / 2} {j}h{w}" for j in range(int(-d / 2) + 14, int(d / 2), 16)), mix(c, INK, 0.16), 2.5), rect(w * 0.16, -d * 0.32, 13, 13, BROWN.ink), transform=f"translate({x:.0f} {y:.0f}) rotate({turn:.1f})"))
    parts += [ellipse(cx, cy, rx - 92, ry - 112, mix(STONE.wall, PAPER, 0.55)), ellipse(cx, cy, rx - 130, ry - 150, lawn_)]
    rng = Random("zero")
    spots = [(cx + (rx - 170) * 0.9 * cos(a) * r, cy + (ry - 190) * cos(0) * sin(a) * r) for a, r in ((rng.uniform(0, 2 * pi), rng.uniform(0.35, 1)) for _ in range(18))]
    parts += [circle(x + 8, y + 9, 24, GREEN.ink, opacity=0.25) + circle(x, y, 24, (GREEN.net, GREEN.wall, trees.LIME)[k % 3]) + circle(x - 7, y - 7, 8, PAPER, opacity=0.3) for k, (x, y) in enumerate(spots)]
    parts += [stroke(f"M{cx - 330} 500H{cx + 330}", mix(STONE.wall, PAPER, 0.55), 34), circle(cx, cy, 56, mix(STONE.wall, PAPER, 0.55)), circle(cx, cy, 40, AZURE.wall), circle(cx, cy, 18, STONE.tint)]
    parts += [circle(x + 14, y + 16, r, GREEN.ink, opacity=0.22) + circle(x, y, r, c) + circle(x - r * 0.3, y - r * 0.3, r * 0.3, PAPER, opacity=0.25) for x, y, r, c in ((130, 180, 64, GREEN.net), (260, 260, 44, trees.LIME), (170, 800, 70, GREEN.wall), (300, 880, 46, GREEN.net), (1440, 190, 66, GREEN.wall), (1330, 120, 44, trees.LIME), (1460, 820, 72, GREEN.net), (1340, 900, 50, trees.LIME), (70, 330, 40, GREEN.wall), (1540, 350, 44, GREEN.net))]
    parts += [from_above(x, y, 30, c, GREEN.ink, 2.2) for x, y, c in ((330, 490, BRICK.net), (1250, 506, COBALT.net), (640, 492, PLUM.net), (960, 506, ORANGE.net), (760, 590, TEAL.net))]
    return tuple(parts)


@scene("collection-pierwszy-krok-dla-malego-miasta")
def first_step() -> tuple[str, ...]:
    """A tiny town at the foot of great stairs; one footprint on the first step."""
    air = light.dawn()
    stairs = []
    for k in range(6):
        x, y = 560 + k * 190, 850 - k * 132
        face = mix(mix(ROSE.tint, PLUM.wall, 0.25), AZURE.wall, 0.1 + k * 0.055)
        stairs += [poly([(x, y), (x + 84, y - 50), (1700, y - 50), (1700, y)], mix(PAPER, ROSE.tint, 0.55)), rect(x, y, 1640 - x, 1000 - y, face), rect(x, y, 1640 - x, 5, PAPER)]
    print_ = group(ellipse(0, 0, 27, 13, PLUM.net), ellipse(40, -3, 14, 10, PLUM.net), transform="translate(654 826) rotate(-8)")
    town = facades.row([House("steep", BRICK, 60, 52, 2, 2), House("saddle", GOLD, 54, 48, 2, 2), House("eaves", CREAM, 74, 46, 2, 3), House("saddle", TEAL, 54, 52, 2, 2), House("mansard", ROSE, 66, 54, 2, 2)], 110, 946, air) + landmarks.town_tower(250, 946, 34, 120, air, CREAM, helm="onion") + landmarks.gothic_church(372, 946, 78, 84, air, BRICK)
    town = town + group(poly([(384, 862), (400, 790), (416, 862)], air.colour(BRICK.ink)), rect(388, 858, 24, 90, air.colour(BRICK.net)))
    return (skies.sky(air), circle(420, 400, 190, mix(LAMP, PAPER, 0.3)), circle(420, 400, 270, LAMP, opacity=0.18), skies.cloud(90, 240, 240, WHITE, 0.75), skies.cloud(640, 200, 200, WHITE, 0.6), skies.birds(760, 330, PLUM.ink, 5, 18), land.hill([(-20, 900), (200, 860), (460, 890), (700, 870)], air.colour(GREEN.wall, 0.35)), *stairs, land.hill([(-20, 950), (260, 936), (540, 950), (760, 990), (1640, 1000)], air.colour(GREEN.net), hatch=air.colour(trees.LIME)), town, trees.tree(80, 960, 90, air), trees.tree(478, 956, 80, air, colour=trees.LIME), trees.tree(40, 980, 110, air, colour=trees.LIME), print_, walker(850, 702, 130, COBALT.net, bag=GOLD.wall))


def _ribbons(seed: str, tones: list[Tone], title: Tone) -> tuple[str, ...]:
    """Coloured roads from as many towns on the horizon, meeting on one square."""
    air = light.dawn()
    count, parts = len(tones), []
    for k, tone in enumerate(tones):
        x = 1600 * (k + 0.5) / count
        helm = ("onion", "spire", "pyramid", "crown")[k % 4]
        houses = facades.row(facades.pierzeja(f"{seed}{k}", [tone, pale(tone, 0.35), CREAM], 3, height=50, storeys=2, tops="steep saddle stepped eaves"), x - 70, 470, air, 0.15, span=140)
        parts += [landmarks.town_tower(x + 10, 470, 30, 120, air, tone, helm=helm, depth=0.12), houses]
    roads = []
    order = sorted(range(count), key=lambda k: -abs(k - (count - 1) / 2))
    for k in order:
        x = 1600 * (k + 0.5) / count
        side = (k - (count - 1) / 2) / count
        near = 800 + side * 520
        edges = [((near - 46, 850), (near + 46, 850)), ((near + side * 240 - 26, 700), (near + side * 240 + 26, 700)), ((x * 0.75 + near * 0.25 - 13, 580), (x * 0.75 + near * 0.25 + 13, 580)), ((x - 5, 472), (x + 5, 472))]
        roads.append(land.road(edges, air.colour(tones[k].net), air.colour(tones[k].tint), "18 16"))
    front = facades.row(facades.pierzeja(seed + "f", [tones[0], title, CREAM, tones[-1], pale(title, 0.2)], 4, height=230, storeys=3, tops="baroque attic stepped neck", ground="arcade"), -40, 1010, air, span=470) + facades.row(facades.pierzeja(seed + "g", [tones[1], title, CREAM, tones[-2], pale(title, 0.2)], 4, height=230, storeys=3, tops="mansard neck attic steep", ground="arcade shop"), 1170, 1010, air, span=470)
    return (skies.sky(air), circle(800, 440, 260, mix(LAMP, PAPER, 0.3)), circle(800, 440, 350, LAMP, opacity=0.18), land.hill([(-20, 460), (400, 430), (800, 456), (1200, 430), (1640, 456)], air.colour(GREEN.wall, 0.5)), *parts, land.hill([(-20, 468), (800, 474), (1640, 466)], air.colour(GREEN.wall, 0.1), hatch=air.colour(trees.LIME)), *roads, ellipse(800, 900, 420, 96, air.colour(mix(GOLD.tint, STONE.wall, 0.35))), ellipse(800, 894, 400, 84, air.colour(mix(GOLD.tint, PAPER, 0.4))), *(from_above(800 + 300 * cos(a), 896 + 52 * sin(a), 26, t.net, PLUM.ink, 2.0) for a, t in ((2 * pi * k / count + 0.3, t) for k, t in enumerate(tones))), front, trees.tree(470, 1000, 260, air), trees.tree(1130, 1000, 260, air, colour=trees.LIME))


@scene("programme-empirie")
def eight_roads() -> tuple[str, ...]:
    return _ribbons("pe", EIGHT, BRICK)


@scene("programme-pim")
def three_roads() -> tuple[str, ...]:
    return _ribbons("pp", [TEAL, BROWN, AZURE], TEAL)
