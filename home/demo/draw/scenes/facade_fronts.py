"""Façades: close up, in rows, and rows that say something."""

from random import Random

from .. import facades, gables, land, landmarks, light, rooms, skies, street, trees, vehicles, windows
from ..facades import House
from ..figures import walker
from ..palette import (
    AZURE, BRICK, BROWN, COBALT, CREAM, GOLD, GREEN, INK, LAMP, LINE, ORANGE, PAPER, PLUM, ROSE,
    SHADE, SLATE, STONE, TEAL, WHITE, Tone, blend, mix, pale,
)  # fmt: skip
from ..svg import box, circle, clipped, ellipse, glow, group, path, poly, rect, segment, smooth, stroke
from .registry import scene


def _flat(k: int, x: float, y: float, w: float, h: float) -> str:
    """What is seen through a lit window of somebody's first home."""
    warm, floor = mix(LAMP, PAPER, 0.25), y + h
    inside = [rect(x, y, w, h, warm), rect(x, y + h * 0.8, w, h * 0.2, mix(LAMP, ORANGE.wall, 0.35))]
    if k == 0:
        inside += [rect(x + w * 0.12, floor - 70, 74, 70, BROWN.wall), rect(x + w * 0.2, floor - 116, 60, 48, mix(BROWN.wall, PAPER, 0.25)),
                   rect(x + w * 0.6, floor - 58, 62, 58, BROWN.net), segment(x + w * 0.12 + 37, floor - 70, x + w * 0.12 + 37, floor, GOLD.tint, 5)]  # fmt: skip
    elif k == 1:
        inside += [rooms.plant(x + w * 0.3, floor, 150, BRICK.wall), rooms.hanging_lamp(x + w * 0.7, y + 74, 84, TEAL.net)]
    elif k == 2:
        steps = "".join(f"M{x + w * 0.36 + j * 4} {floor - 26 - j * 34}h{w * 0.3 - j * 8}" for j in range(5))
        inside += [rect(x, y, w * 0.42, h * 0.8, mix(TEAL.wall, PAPER, 0.35)),
                   stroke(f"M{x + w * 0.34} {floor}L{x + w * 0.46} {y + 50}L{x + w * 0.68} {floor}", BROWN.ink, 8),
                   stroke(steps, BROWN.ink, 6), rect(x + w * 0.72, floor - 40, 40, 40, SLATE.wall)]  # fmt: skip
    elif k == 3:
        inside += [rooms.curtain(x, y, w * 0.3, h, ROSE.wall), rooms.table(x + w * 0.36, floor - 66, w * 0.56, floor, BROWN.wall, BROWN.ink, 10),
                   rooms.cup(x + w * 0.56, floor - 66, 34, AZURE.wall, WHITE)]  # fmt: skip
    else:
        cat = f"M{x + w * 0.34} {floor}q-6-46 18-62q-10-16-6-34l14 12h16l14-12q4 18-6 34q26 16 22 62z"
        inside += [rooms.curtain(x + w * 0.7, y, w * 0.3, h, PLUM.wall), path(cat, INK),
                   stroke(f"M{x + w * 0.34 + 70} {floor - 6}q40 4 36-34", INK, 9)]  # fmt: skip
    return clipped(box(x, y, w, h), *inside)


@scene("jarocin-mieszkania-na-start")
def jarocin() -> tuple[str, ...]:
    tone = light.dusk().tone(PLUM)
    rng, parts = Random("jarocin"), [rect(0, 0, 1600, 1000, tone.wall)]
    parts.append(facades.bricks(0, 0, 1600, 1000, tone, rng, 15, 0.16))
    shown = {(0, 1): 1, (1, 3): 0, (1, 0): 4, (2, 2): 2, (2, 4): 3}
    for row in range(3):
        top = row * 372 - 60
        parts += [rect(0, top + 322, 1600, 16, tone.ink), rect(0, top + 314, 1600, 8, mix(tone.wall, tone.tint, 0.5))]
        for column in range(5):
            x, y, w, h = 62 + column * 310, top + 34, 190, 260
            frame, hole = mix(tone.wall, tone.tint, 0.72), box(x, y, w, h)
            parts.append(rect(x - 18, y - 18, w + 36, h + 30, frame))
            parts.append(poly([(x - 40, y - 22), (x + w / 2, y - 64), (x + w + 40, y - 22)], tone.ink))
            key = shown.get((row, column))
            if key is None:
                parts += [path(hole, mix(COBALT.ink, INK, 0.55)),
                          clipped(hole, poly([(x, y + h), (x + w, y + h * 0.3), (x + w, y + h * 0.62), (x + w * 0.4, y + h)], tone.tint, opacity=0.1),
                                  rect(x, y, w, h * rng.choice((0, 0, 0.3)), frame, opacity=0.5))]  # fmt: skip
            else:
                parts += [glow(x + w / 2, y + h / 2, 240, LAMP, 0.3), _flat(key, x, y, w, h)]
            parts += [rect(x + w / 2 - 6, y, 12, h, frame), rect(x, y + h * 0.3, w, 11, frame),
                      rect(x - 34, y + h, w + 68, 18, tone.ink)]  # fmt: skip
    parts.append(rect(0, 0, 1600, 1000, PLUM.ink, opacity=0.06))
    return tuple(parts)


@scene("lodz-gospodarz-obszaru")
def lodz() -> tuple[str, ...]:
    air, dark = light.golden(), mix(BRICK.ink, INK, 0.45)
    arch = "M360 1000V430A440 400 0 0 1 1240 430V1000Z"
    yard = (
        skies.sky(air, 720), skies.sun(880, 250, 60),
        _mill(air), trees.tree(1010, 742, 330, air, colour=trees.LIME), trees.tree(600, 742, 250, air),
        land.pavement(736, air, blend(BROWN, STONE, 0.6), seed="lodz"),
        poly([(600, 740), (720, 740), (1000, 1000), (560, 1000)], LAMP, opacity=0.2),
        street.bench(640, 790, 130, air), vehicles.bicycle(1010, 800, 64, TEAL.net, INK),
    )  # fmt: skip
    soffit = "M360 1000V430A440 400 0 0 1 1240 430V1000H1170V450A370 340 0 0 0 430 450V1000Z"
    bricks = Tone(BRICK.ink, mix(BRICK.ink, INK, 0.12), BRICK.wall, INK)
    ring = "".join(
        rect(-14, -30, 28, 60, BRICK.net if k % 2 else BRICK.wall, transform=f"translate({800 - 470 * c} {430 - 430 * s}) rotate({a - 90})")
        for k, (c, s, a) in enumerate(_fan(25))
    )
    return (
        clipped(arch, *yard), path(soffit, dark, opacity=0.9),
        path("M0 0H1600V1000H1240V430A440 400 0 0 0 360 430V1000H0Z", bricks.wall),
        clipped("M0 0H1600V1000H1240V430A440 400 0 0 0 360 430V1000H0Z", facades.bricks(0, 0, 1600, 1000, bricks, Random("l"), 13, 0.34)),
        ring, glow(180, 690, 300, LAMP, 0.5), windows.window(70, 540, 210, 330, Tone(BRICK.net, BRICK.ink, BRICK.tint, INK), lit=True),
        rooms.plant(120, 870, 120, TEAL.net), rooms.desk_lamp(230, 870, 150, GOLD.wall),
        rect(1330, 560, 190, 440, TEAL.ink), rect(1350, 590, 70, 150, mix(TEAL.ink, TEAL.wall, 0.4)), rect(1436, 590, 64, 150, mix(TEAL.ink, TEAL.wall, 0.4)),
        rect(1350, 780, 70, 200, mix(TEAL.ink, TEAL.wall, 0.4)), rect(1436, 780, 64, 200, mix(TEAL.ink, TEAL.wall, 0.4)), circle(1428, 800, 9, LAMP),
        segment(800, 36, 800, 112, INK, 6), glow(800, 170, 260, LAMP, 0.55), poly([(762, 124), (838, 124), (822, 206), (778, 206)], LAMP),
        path("M748 124H852L800 92Z" + box(772, 204, 56, 10) + box(797, 124, 6, 82), INK), walker(760, 940, 300, PLUM.net, bag=GOLD.wall), walker(880, 936, 270, TEAL.net),
    )  # fmt: skip


def _fan(count: int):
    from math import cos, pi, sin

    for k in range(count):
        angle = pi * k / (count - 1)
        yield cos(angle), sin(angle), 180 * k / (count - 1)


def _worn_patch(x: float, y: float, r: float) -> str:
    """Path data of a place where the plaster has come off."""
    rng = Random(f"{x}{y}")
    return smooth([(x + c * r * rng.uniform(0.7, 1.25), y + s * r * rng.uniform(0.5, 0.9)) for c, s in
                   ((1, 0), (0.7, 0.7), (0, 1), (-0.7, 0.7), (-1, 0), (-0.7, -0.7), (0, -1), (0.7, -0.7))], closed=True)


def _mill(air: light.Light) -> str:
    from ..industry import chimney, factory

    return (
        chimney(760, 740, 520, air, BRICK, depth=0.2, plume=120)
        + chimney(1120, 740, 430, air, BRICK, depth=0.28)
        + factory(420, 740, 780, 330, air, BRICK, storeys=4, bays=11, depth=0.1)
    )


@scene("news-hajnowka-turystyka-u-bram-puszczy")
def hajnowka_window() -> tuple[str, ...]:
    air = light.autumn()
    tone = air.tone(TEAL)
    boards = "".join(
        rect(0, y, 1600, 60, mix(tone.wall, (tone.net, tone.tint, tone.ink)[k % 3], 0.1 + 0.05 * (k % 2))) + rect(0, y + 56, 1600, 4, tone.ink, opacity=0.5)
        for k, y in enumerate(range(0, 1000, 60))
    )
    white, carved = air.colour(PAPER), air.colour(GOLD.tint)
    x, y, w, h = 540, 300, 520, 430
    forest = skies.sky(air) + "".join(
        trees.spruce(px, 760, 260 + (px * 7) % 150, air, depth=0.2) if k % 3 else trees.tree(px, 760, 330, air, colour=(ORANGE.wall, GOLD.wall)[k % 2], depth=0.1)
        for k, px in enumerate(range(520, 1090, 56))
    )
    teeth = "".join(f"M{480 + k * 40} 232a20 26 0 0 0 40 0z" for k in range(16))
    sun_rays = "".join(segment(800, 214, 800 + dx, 130 - (60 - abs(dx) * 0.28), tone.ink, 5) for dx in (-150, -90, -40, 0, 40, 90, 150))
    lace = "".join(
        circle(px, 800, 15, tone.wall) + path(f"M{px - 30} 836q30 34 60 0z", white) for px in range(510, 1110, 60)
    )
    shutters = "".join(
        rect(sx, y - 20, 170, h + 40, air.colour(BRICK.net)) + "".join(rect(sx + 22, sy, 126, 3, air.colour(BRICK.ink)) for sy in range(y + 10, y + h, 18))
        + path(f"M{sx + 85} {y + 130}l34 46l-34 46l-34-46z", air.colour(GOLD.wall))
        for sx in (300, 1130)
    )
    flowers = "".join(
        trees.bush(px, 756, 96, air) + "".join(circle(px - 34 + j * 17, 716 - (j * 23 + px) % 34, 12, air.colour(ROSE.net if (j + px) % 2 else BRICK.wall)) for j in range(5))
        for px in range(590, 1060, 70)
    )
    return (
        boards, shutters, rect(490, 232, 620, 560, white), rect(506, 290, 588, 480, carved),
        path("M470 232L800 96L1130 232Z", white), path("M560 214L800 116L1040 214Z", air.colour(GOLD.wall)), sun_rays,
        circle(800, 214, 30, air.colour(BRICK.wall)), path(teeth, white),
        rooms.view(x, y, w, h, white, forest, panes=(3, 2), bar=14),
        rect(470, 784, 660, 26, white), path("M490 810h620v30h-620z", white), lace,
        rect(560, 730, 480, 58, air.colour(BROWN.net)), rect(560, 730, 480, 8, air.colour(BROWN.ink)), flowers,
        trees.grass(120, 1010, 160, 170, air.colour(GREEN.net), 16), trees.grass(1480, 1010, 180, 200, air.colour(GREEN.net), 16),
        trees.grass(230, 1010, 120, 120, air.colour(trees.LIME), 12), trees.grass(1380, 1010, 120, 130, air.colour(trees.LIME), 12),
        group(*(path("M0 0q16-24 40-20q-6 26-40 20z", air.colour(c), transform=f"translate({px} {py}) rotate({r})")
                for px, py, r, c in ((200, 330, 20, ORANGE.wall), (1400, 240, -40, GOLD.wall), (1260, 900, 70, ORANGE.wall), (400, 880, 10, GOLD.wall), (150, 120, 50, BRICK.wall)))),
    )  # fmt: skip


@scene("news-nowa-strona-empirii")
def new_front() -> tuple[str, ...]:
    air = light.day(AZURE, 0.3)
    chalk = Tone(mix(LINE, STONE.net, 0.3), mix(SHADE, LINE, 0.55), PAPER, mix(LINE, STONE.net, 0.75))
    grey = [House("stepped", chalk, 250, 430, 3, 3), House("mansard", chalk, 250, 400, 3, 3, "arched", "shop"),
            House("baroque", chalk, 250, 440, 3, 3, "crowned")]  # fmt: skip
    more = [House("attic", chalk, 250, 420, 3, 3, "tall", "arcade"), House("pediment", chalk, 260, 440, 3, 3, "shutters"), House("steep", chalk, 250, 400, 3, 3)]
    fresh = House("neck", BRICK, 320, 470, 3, 3, "arched", "shop", TEAL)
    lines = "".join(f"M{x} {y}v{880 - y}" for x, y in ((566, 300), (646, 250), (952, 250), (1030, 300)))
    planks = "".join(rect(556, y, 90, 12, BROWN.wall) + rect(952, y, 90, 12, BROWN.wall) for y in (390, 540, 690))
    brace = "".join(f"M566 {y}L646 {y - 150}M952 {y - 150}L1030 {y}" for y in (540, 690, 840))
    return (
        skies.sky(air), circle(800, 470, 400, mix(air.low, LAMP, 0.35)), circle(800, 470, 310, mix(air.low, LAMP, 0.55)),
        facades.row(grey, -120, 880, air), facades.row(more, 970, 880, air),
        facades.house(fresh, 640, 880, air), stroke(lines, BROWN.ink, 7), stroke(brace, BROWN.net, 4), planks,
        walker(600, 540, 150, AZURE.net, still=True, hat=GOLD.wall), 
        walker(996, 690, 150, GREEN.net, still=True, hat=PAPER), rect(574, 500, 26, 40, TEAL.wall), rect(1004, 654, 24, 36, ROSE.wall),
        rect(0, 880, 1600, 120, air.colour(STONE.wall)), rect(0, 880, 1600, 12, air.colour(STONE.tint)),
        poly([(640, 892), (960, 892), (1090, 1000), (700, 1000)], INK, opacity=0.08),
        street.lamp(430, 892, 240, air), trees.tree(1250, 900, 250, air, colour=trees.LIME), street.bench(1330, 930, 150, air),
        vehicles.bicycle(180, 930, 80, BRICK.net, INK),
    )  # fmt: skip


@scene("network-pim-rewitalizacja")
def regeneration() -> tuple[str, ...]:
    air = light.day(BROWN, 0.6)
    worn = Tone(STONE.net, mix(BROWN.wall, STONE.wall, 0.6), mix(STONE.wall, BROWN.tint, 0.4), mix(BROWN.ink, STONE.ink, 0.5))
    spec = House("pediment", worn, 1000, 500, 3, 8, "crowned", "door")
    renewed = House("pediment", pale(ORANGE, 0.25), 1000, 500, 3, 8, "crowned", "door")
    bare_wall = Tone(BRICK.net, mix(BRICK.wall, worn.wall, 0.3), BRICK.tint, BRICK.ink)
    patches = "".join(
        clipped(outline, rect(340, 300, 500, 700, bare_wall.wall), facades.bricks(340, 300, 500, 700, bare_wall, Random("p"), 9, 0.5))
        for outline in (_worn_patch(x, y, r) for x, y, r in ((400, 560, 60), (590, 690, 46), (380, 860, 70), (760, 520, 40), (700, 880, 36)))
    )
    poles = "".join(f"M{x} 190V930" for x in range(770, 1010, 76))
    decks = "".join(rect(752, y, 268, 13, air.colour(GOLD.wall)) for y in (330, 480, 630, 780))
    cross = "".join(f"M770 {y}L998 {y - 150}" for y in (480, 630, 780, 930))
    half_l, half_r = "M0 0H846V1000H0Z", "M846 0H1600V1000H846Z"
    return (
        skies.sky(air), skies.cloud(60, 210, 340, WHITE, 0.7), skies.cloud(1220, 160, 300, WHITE, 0.7),
        facades.house(House("steep", worn, 330, 500, 3, 3), 10, 930, air, 0.3), facades.house(House("attic", pale(GOLD, 0.35), 300, 520, 3, 3, "arched", "shop", TEAL), 1330, 930, air),
        clipped(half_l, facades.house(spec, 340, 930, air), patches), clipped(half_r, facades.house(renewed, 340, 930, air)),
        stroke(cross, air.colour(SLATE.wall), 4), stroke(poles, air.colour(SLATE.net), 7), decks,
        walker(880, 480, 128, ORANGE.wall, still=True, hat=LAMP), walker(820, 780, 128, TEAL.net, still=True, hat=LAMP), rect(930, 446, 30, 34, PAPER),
        land.pavement(926, air, STONE, seed="r"), rect(0, 922, 1600, 12, air.colour(STONE.tint)),
        trees.tree(1250, 936, 300, air, colour=trees.LIME), trees.bare(230, 934, 260, air.colour(BROWN.ink)),
        street.bench(1110, 950, 150, air), rooms.plant(1090, 948, 90, BRICK.wall),
    )  # fmt: skip


@scene("city-zabrze-2")
def zabrze_front() -> tuple[str, ...]:
    air = light.dusk()
    row = [House("stepped", BRICK, 330, 600, 4, 4, "arched", "shop", GOLD, True), House("attic", blend(BRICK, BROWN, 0.3), 300, 560, 4, 3, "tall", "gate", None, True),
           House("pediment", blend(BRICK, ROSE, 0.3), 360, 620, 4, 4, "arched", "shop", TEAL, True), House("stepped", blend(BRICK, PLUM, 0.35), 300, 560, 4, 3, "crowned", "door", None, True),
           House("mansard", blend(BRICK, ORANGE, 0.3), 340, 580, 4, 4, "arched", "shop", ROSE, True)]  # fmt: skip
    wet = air.colour(mix(SLATE.wall, PLUM.ink, 0.3))
    front = facades.row(row, -20, 810, air)
    return (
        skies.sky(air), skies.streaky("z2", air, 40, 240, 5), front,
        rect(0, 806, 1600, 194, wet), 
        rect(0, 806, 1600, 14, air.colour(STONE.wall)),
        *(poly([(x - 60, 822), (x + 60, 822), (x + 130, 1000), (x - 130, 1000)], LAMP, opacity=0.13) for x in (150, 800, 1420)),
        stroke("M0 962H1600", air.colour(SLATE.ink), 6), vehicles.wires(560, -10, 1610, air.colour(INK)), vehicles.tram(560, 966, 250, air, GOLD, 2),
        street.lamp(480, 822, 360, air), street.lamp(1120, 822, 360, air),
        walker(300, 880, 180, air.colour(AZURE.wall)), walker(400, 890, 170, air.colour(GREEN.wall), bag=INK),
    )  # fmt: skip


@scene("city-cieszyn-3")
def cieszyn_square() -> tuple[str, ...]:
    air = light.day(GOLD, 0.6)
    row = [House("baroque", pale(ROSE, 0.15), 270, 400, 3, 3, "crowned", "arcade"), House("attic", pale(TEAL, 0.2), 250, 420, 3, 3, "tall", "arcade"),
           House("pediment", GOLD, 300, 400, 3, 4, "shutters", "arcade"), House("mansard", pale(AZURE, 0.15), 250, 380, 3, 3, "tall", "arcade"),
           House("neck", pale(BRICK, 0.05), 260, 410, 3, 3, "arched", "arcade"), House("attic", CREAM, 270, 430, 3, 3, "crowned", "arcade")]  # fmt: skip
    tables = "".join(
        group(rect(x - 3, 850, 6, 60, INK), ellipse(x, 850, 46, 9, PAPER), path(f"M{x - 110} 790Q{x} 700 {x + 110} 790Z", c),
              segment(x, 740, x, 852, BROWN.ink, 5), path(f"M{x - 40} 790Q{x - 30} 740 {x} 736Q{x + 30} 740 {x + 40} 790Z", PAPER, opacity=0.5),
              street.side_chair(x - 78, 912, 92, c, INK), street.side_chair(x + 78, 912, 92, c, INK, -1))
        for x, c in ((250, BRICK.wall), (560, TEAL.wall), (1330, BRICK.wall))
    )  # fmt: skip
    return (
        skies.sky(air), skies.cloud(130, 180, 260, WHITE, 0.85), skies.cloud(1180, 140, 320, WHITE, 0.85), facades.row(row, 0, 690, air),
        land.pavement(686, air, blend(STONE, CREAM, 0.6), rows=12, seed="ci"), poly([(0, 686), (1600, 686), (1600, 730), (0, 760)], PLUM.ink, opacity=0.16),
        ellipse(960, 866, 190, 40, air.colour(STONE.net)), ellipse(960, 852, 190, 40, air.colour(STONE.wall)), ellipse(960, 850, 168, 32, air.colour(AZURE.wall)),
        rect(948, 690, 24, 160, air.colour(STONE.wall)), ellipse(960, 760, 74, 16, air.colour(STONE.tint)), circle(960, 680, 22, air.colour(STONE.wall)),
        stroke("M952 690q-50-30-66 64M968 690q50-30 66 64M900 764q-30 10-40 84M1020 764q30 10 40 84", air.colour(WHITE), 5, opacity=0.9),
        tables, street.lamp(760, 900, 330, air, arms=2), walker(1160, 860, 150, COBALT.net, bag=GOLD.wall), walker(1520, 900, 180, PLUM.net, facing=-1),
    )  # fmt: skip


@scene("network-n2")
def rising_row() -> tuple[str, ...]:
    """Houses of rising height: a budget as a street."""
    air = light.day(GOLD, 0.7)
    tones = [GOLD, pale(GOLD, 0.3), blend(GOLD, ORANGE, 0.4), blend(GOLD, BROWN, 0.4), pale(GOLD, 0.55), blend(GOLD, GREEN, 0.35), GOLD, blend(GOLD, ORANGE, 0.3)]
    tops = ("steep", "attic", "pediment", "mansard", "attic", "stepped", "baroque", "attic")
    houses = [House(tops[k], tones[k], 200, 170 + k * 62, 2 + k // 2, 3, ("tall", "arched")[k % 2], ("door", "arcade", "shop")[k % 3], (TEAL, BRICK)[k % 2]) for k in range(8)]
    coins = "".join(
        ellipse(x, 948 - j * 15, 58, 15, GOLD.net) + ellipse(x, 943 - j * 15, 58, 15, mix(GOLD.wall, LAMP, 0.45)) + ellipse(x, 943 - j * 15, 40, 9, GOLD.wall)
        for x, n in ((120, 2), (270, 4), (1440, 3)) for j in range(n)
    )
    return (
        skies.sky(air), circle(330, 330, 190, mix(LAMP, PAPER, 0.2)), circle(330, 330, 260, LAMP, opacity=0.18),
        facades.row(houses, 0, 880, air, 0.0), rect(0, 876, 1600, 124, air.colour(mix(GOLD.ink, BROWN.wall, 0.5))), rect(0, 876, 1600, 14, air.colour(GOLD.tint)),
        coins, skies.birds(560, 210, GOLD.ink, 5, 20),
        walker(640, 940, 150, BRICK.net), walker(760, 944, 160, TEAL.net, bag=GOLD.wall),
    )  # fmt: skip


@scene("news-powstaja-empirie")
def eight_houses() -> tuple[str, ...]:
    """One house for each of the eight networks, on a spring morning."""
    air = light.dawn()
    specs = (("stepped", COBALT), ("attic", GOLD), ("baroque", BRICK), ("pediment", PLUM), ("mansard", ORANGE), ("steep", GREEN), ("neck", ROSE), ("tower", SLATE))
    row = [House(top, tone, 158, 330 + (k % 3) * 26, 3, 3 if k % 2 else 2, ("tall", "arched", "crowned")[k % 3], ("door", "shop", "arcade")[k % 3], CREAM) for k, (top, tone) in enumerate(specs)]
    rays = "".join(
        poly([(800, 700), (800 + 1300 * c - 60 * s, 700 - 1300 * s - 60 * c), (800 + 1300 * c + 60 * s, 700 - 1300 * s + 60 * c)], LAMP, opacity=0.2)
        for c, s, a in _fan(15)
    )
    return (
        skies.sky(air), rays, circle(800, 690, 330, mix(LAMP, PAPER, 0.25)), circle(800, 690, 420, LAMP, opacity=0.25),
        land.hill([(-20, 620), (400, 560), (800, 600), (1200, 550), (1640, 610)], air.colour(GREEN.wall, 0.5)),
        facades.row(row, 168, 800, air),
        land.hill([(-20, 800), (300, 786), (800, 800), (1300, 786), (1640, 806)], air.colour(GREEN.wall), hatch=air.colour(trees.LIME), seed="8"),
        trees.blossom(80, 830, 300, air, ROSE), trees.blossom(1520, 836, 320, air, ROSE), trees.blossom(300, 900, 220, air, ROSE), trees.blossom(1330, 910, 230, air, ROSE),
        path("M700 1000Q760 900 790 800H830Q860 900 960 1000Z", air.colour(mix(GOLD.tint, BROWN.wall, 0.2))),
        *(trees.grass(x, y, 50, 46, air.colour(trees.LIME), 8) for x, y in ((200, 960), (460, 930), (620, 970), (1080, 950), (1220, 980), (1480, 960))),
        *(circle(x, y, 6, c) for x, y, c in ((520, 890, PAPER), (560, 900, ROSE.tint), (1100, 890, PAPER), (1160, 906, ROSE.tint), (420, 970, LAMP), (1000, 920, LAMP))),
    )  # fmt: skip
