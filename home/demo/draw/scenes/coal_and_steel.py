"""Winding towers, mills, chimneys, pylons and the air above them."""

from .. import facades, industry, land, landmarks, light, skies, street, trees, vehicles
from ..facades import House
from ..figures import walker
from ..palette import (
    AZURE, BRICK, BROWN, COBALT, CREAM, GOLD, GREEN, INK, LAMP, LINE, ORANGE, PAPER, PLUM, ROSE,
    SHADE, SLATE, STONE, TEAL, WHITE, Tone, blend, mix, pale,
)  # fmt: skip
from ..svg import circle, clipped, ellipse, glow, group, path, poly, rect, segment, smooth, stroke
from .registry import scene

MINERS = Tone(BRICK.net, mix(BRICK.wall, BRICK.ink, 0.25), BRICK.tint, BRICK.ink)


def _miners_row(x: float, base: float, count: int, w: float, air: light.Light, depth: float = 0.0) -> str:
    """Brick houses of a miners' estate; every window has its bright painted frame."""
    frames = (GOLD, TEAL, BRICK, COBALT)
    houses = [House("eaves", Tone(MINERS.net, MINERS.wall, frames[k % 4].tint, mix(frames[k % 4].net, INK, 0.2)), w, w * 0.62, 2, 4, "arched", "door", None, True)
              for k in range(count)]  # fmt: skip
    stacks = "".join(
        rect(x + k * w + w * s, base - w * 1.06, w * 0.06, w * 0.16, air.colour(BRICK.ink, depth)) for k in range(count) for s in (0.22, 0.74)
    )
    return stacks + facades.row(houses, x, base, air, depth)


@scene("city-zabrze-1")
def zabrze_shaft() -> tuple[str, ...]:
    air = light.golden()
    return (
        skies.sky(air), circle(1120, 330, 250, mix(LAMP, PAPER, 0.25), opacity=0.85), circle(1120, 330, 330, LAMP, opacity=0.2),
        skies.streaky("zs", air, 120, 420, 6),
        industry.chimney(300, 640, 330, air, BRICK, depth=0.45, plume=150), industry.winding_tower(420, 640, 300, air, SLATE, 0.5),
        land.hill([(-20, 610), (500, 570), (1000, 600), (1640, 560)], air.colour(GREEN.net, 0.4)),
        _miners_row(-60, 700, 9, 190, air, 0.3),
        industry.winding_tower(980, 860, 760, air, BRICK), industry.factory(700, 860, 300, 150, air, MINERS, storeys=1, bays=6, depth=0.05),
        _miners_row(-130, 940, 5, 380, air),
        rect(0, 936, 1600, 64, air.colour(mix(BROWN.ink, SLATE.net, 0.4))), rect(0, 934, 1600, 9, air.colour(STONE.tint)),
        skies.birds(640, 200, INK, 7, 22), street.lamp(630, 960, 250, air), vehicles.bicycle(890, 985, 74, TEAL.net, INK),
    )  # fmt: skip


@scene("city-walbrzych-1")
def walbrzych_valley() -> tuple[str, ...]:
    air = light.haze(GREEN)
    layers = []
    for y, depth, colour in ((150, 0.72, TEAL.net), (270, 0.56, GREEN.net), (420, 0.38, GREEN.ink)):
        crest = [(-20, y + 120), (200, y), (480, y + 150), (800, y - 40 + y * 0.1), (1120, y + 130), (1400, y + 10), (1640, y + 110)]
        layers.append(land.hill(crest, air.colour(colour, depth)))
    firs = "".join(trees.spruce(x, 560 + (x * 13) % 40, 120 + (x * 7) % 50, air, depth=0.32) for x in range(-10, 1640, 44))
    tiers = []
    for y, depth, seed, count in ((640, 0.24, "wa", 11), (770, 0.12, "wb", 9), (920, 0.0, "wc", 7)):
        tones = [pale(GOLD, 0.25), pale(BRICK, 0.2), CREAM, pale(TEAL, 0.3), pale(BROWN, 0.3), pale(ROSE, 0.4)]
        houses = facades.pierzeja(seed, tones, count, height=150 + (y - 640) * 0.42, storeys=3, tops="steep mansard eaves saddle pediment", ground="door shop")
        tiers.append(facades.row(houses, -40, y, air, depth, span=1690))
        tiers.append(trees.avenue(-60, 1660, y + 34, 70 + (y - 600) * 0.14, 15, air, [GREEN.net, GREEN.wall, trees.LIME], depth, seed))
    return (
        skies.sky(air), skies.cloud(300, 190, 360, WHITE, 0.5), layers[0], skies.cloud(940, 250, 420, WHITE, 0.45), *layers[1:], firs,
        industry.winding_tower(1190, 640, 300, air, BRICK, 0.3), landmarks.town_tower(470, 650, 74, 270, air, CREAM, helm="onion", depth=0.2),
        *tiers, rect(0, 948, 1600, 52, air.colour(GREEN.ink)),
        trees.avenue(-100, 1700, 1010, 150, 12, air, [GREEN.ink, GREEN.net], seed="front"),
    )  # fmt: skip


@scene("city-walbrzych-2")
def walbrzych_towers() -> tuple[str, ...]:
    air = light.dawn()
    return (
        skies.sky(air), skies.sun(230, 400, 84),
        land.hill([(-20, 520), (240, 420), (500, 500), (820, 370), (1160, 480), (1420, 400), (1640, 470)], air.colour(TEAL.net, 0.6)),
        land.hill([(-20, 600), (300, 540), (640, 600), (1000, 520), (1300, 580), (1640, 530)], air.colour(GREEN.ink, 0.45)),
        industry.winding_tower(470, 800, 560, air, BRICK, 0.14), group(industry.winding_tower(0, 0, 640, air, BRICK), transform="translate(1160 800) scale(-1 1)"),
        industry.factory(560, 800, 470, 260, air, BRICK, storeys=2, bays=8, depth=0.08), industry.factory(180, 800, 240, 150, air, BRICK, storeys=1, bays=5, depth=0.12),
        industry.factory(1260, 800, 420, 210, air, BRICK, storeys=2, bays=7, depth=0.06, sheds=True),
        rect(0, 794, 1600, 206, air.colour(GREEN.net)), land.lawn(794, air, "w2", colour=GREEN.net),
        land.road([((500, 1010), (1100, 1010)), ((600, 900), (920, 900)), ((690, 830), (820, 830)), ((720, 800), (790, 800))], air.colour(mix(LINE, BROWN.wall, 0.3))),
        *(trees.birch(x, y, h, air, GOLD.wall) for x, y, h in ((90, 900, 340), (1510, 910, 380), (1400, 850, 230), (210, 850, 210))),
        walker(760, 960, 170, AZURE.net), walker(850, 966, 180, BRICK.net, bag=GOLD.wall), street.bench(1130, 900, 150, air),
    )  # fmt: skip


@scene("city-walbrzych-3")
def walbrzych_yard() -> tuple[str, ...]:
    air = light.day(GREEN, 0.6)
    back = [House("steep", pale(BROWN, 0.25), 330, 520, 4, 4, "tall", "plain"), House("mansard", pale(BRICK, 0.2), 380, 490, 4, 4, "arched", "gate"),
            House("steep", pale(GOLD, 0.25), 340, 530, 4, 4, "tall", "plain")]  # fmt: skip
    left = Tone(BROWN.net, mix(BROWN.wall, BRICK.wall, 0.3), BROWN.tint, BROWN.ink)
    galleries = "".join(
        rect(0, y, 250, 16, air.colour(BROWN.ink)) + street.railing(0, 250, y, 54, air.colour(BROWN.ink), 18) for y in (330, 520, 710)
    )
    doors = "".join(rect(x, y, 62, 124, air.colour(c)) + rect(x + 8, y + 10, 46, 40, air.colour(LAMP)) for x, y, c in
                    ((40, 206, TEAL.net), (150, 206, BROWN.ink), (40, 396, BROWN.ink), (150, 396, TEAL.net), (96, 586, BROWN.ink)))
    washing = "".join(path(f"M{x} {y}h{w}l-4 {h}q{-w / 2 + 4} 10 {-w + 8} 0z", air.colour(c)) for x, y, w, h, c in
                      ((300, 372, 56, 80, PAPER), (370, 382, 44, 58, ROSE.wall), (430, 388, 70, 92, AZURE.wall), (516, 390, 50, 66, LAMP), (580, 388, 60, 84, PAPER), (656, 380, 40, 56, TEAL.wall)))
    return (
        skies.sky(air), skies.cloud(980, 150, 300, WHITE, 0.8), facades.row(back, 240, 720, air, 0.1, span=1130),
        rect(0, 0, 250, 1000, air.tone(left).wall), galleries, doors, rect(236, 0, 14, 1000, air.colour(BROWN.ink)),
        rect(1360, 0, 240, 1000, air.colour(mix(GOLD.wall, BROWN.tint, 0.35))), rect(1360, 0, 14, 1000, air.colour(BROWN.ink)),
        *(rect(1420, y, 120, 130, air.colour(PAPER)) + rect(1432, y + 12, 96, 118, air.colour(TEAL.ink)) + rect(1400, y + 130, 160, 14, air.colour(BROWN.ink)) for y in (60, 280, 500)),
        stroke("M250 360Q760 420 1360 300", air.colour(INK), 2.5), washing, land.lawn(716, air, "yard"),
        path("M430 1000Q520 880 640 840T740 720H830Q850 800 760 860T700 1000Z", air.colour(mix(LINE, GOLD.tint, 0.5))),
        trees.tree(960, 800, 520, air, colour=trees.LIME), trees.tree(1270, 760, 330, air), trees.tree(330, 760, 280, air),
        ellipse(900, 846, 190, 26, air.shadow, opacity=0.16), rect(810, 770, 190, 14, BROWN.wall), rect(896, 784, 14, 66, BROWN.ink),
        *(street.side_chair(x, 856, 108, c, INK, f) for x, c, f in ((740, BRICK.wall, 1), (1070, TEAL.wall, -1))), street.chair(840, 846, 100, GOLD.wall, INK), street.chair(960, 846, 100, AZURE.wall, INK),
        rect(880, 748, 20, 22, WHITE), rect(920, 744, 26, 26, TEAL.tint), vehicles.bicycle(330, 940, 86, BRICK.net, INK),
        rect(1130, 900, 240, 60, BROWN.net), *(trees.bush(x, 906, 90, air, c) for x, c in ((1170, GREEN.wall), (1250, trees.LIME), (1330, GREEN.net))),
        *(circle(x, y, 9, c) for x, y, c in ((1160, 880, BRICK.wall), (1210, 872, LAMP), (1270, 876, ROSE.wall), (1320, 870, BRICK.wall), (1240, 888, ROSE.tint))),
    )  # fmt: skip


@scene("walbrzych-podworka-na-bialym-kamieniu")
def walbrzych_chairs() -> tuple[str, ...]:
    """Before the digger: chairs put out on the grass to see where people would sit."""
    air = light.golden()
    row = facades.pierzeja("bk", [pale(BRICK, 0.15), pale(GOLD, 0.2), pale(BROWN, 0.2), CREAM], 7, height=330, storeys=4, tops="steep mansard eaves", ground="door gate")
    shade = "".join(
        poly([(x - 30, y), (x + 30, y), (x + 210, y + 66), (x + 140, y + 76)], air.shadow, opacity=0.16)
        for x, y in ((240, 830), (430, 900), (640, 800), (820, 930), (1010, 830), (1200, 910), (1390, 810))
    )
    return (
        skies.sky(air), skies.sun(180, 250, 84),
        land.hill([(-20, 400), (400, 260), (800, 350), (1200, 220), (1640, 330)], air.colour(GREEN.net, 0.45)), industry.winding_tower(1290, 420, 260, air, SLATE, 0.4),
        facades.row(row, -30, 690, air, 0.05, span=1660), land.lawn(686, air, "bk", colour=mix(GREEN.wall, GOLD.wall, 0.25)),
        path("M520 1000C620 860 760 760 700 690H760C830 770 720 880 660 1000Z", air.colour(mix(GOLD.tint, BROWN.wall, 0.35))),
        trees.tree(1010, 800, 560, air, colour=trees.LIME, slim=1.15), trees.bare(200, 730, 300, air.colour(BROWN.ink)), shade,
        *(street.chair(x, y, h, c, INK, back=b) for x, y, h, c, b in (
            (240, 830, 120, BRICK.wall, False), (640, 800, 108, TEAL.wall, True), (1390, 810, 112, GOLD.wall, False), (1010, 830, 116, AZURE.net, False),
            (430, 900, 138, PLUM.wall, True), (1200, 910, 140, ROSE.wall, True), (820, 936, 146, ORANGE.net, False))),
        stroke("M300 960L1340 960", PAPER, 5, stroke_dasharray="24 18"), *(poly([(x - 12, 960), (x, 900), (x + 12, 960)], ORANGE.wall) + rect(x - 8, 925, 16, 8, PAPER) for x in (300, 1340)),
    )  # fmt: skip


@scene("konin-wspolne-zakupy-energii")
def konin_pylons() -> tuple[str, ...]:
    """Three towns on one line."""
    air = light.dusk()

    def town(x: float, base: float, s: float, seed: str, helm: str) -> str:
        tones = [GOLD, BRICK, CREAM, ORANGE, TEAL]
        houses = facades.pierzeja(seed, tones, 7, height=70 * s, storeys=2, tops="steep saddle eaves mansard")
        return landmarks.town_tower(x, base, 44 * s, 170 * s, air, (BRICK, CREAM, GOLD)[len(helm) % 3], helm=helm, depth=0.08) + facades.row(houses, x - 200 * s, base, air, 0.06, span=400 * s)

    wires = "".join(
        industry.cables([(-60, 300 + o * 0.9), (250, 262 + o), (720, 444 + o * 0.5), (960, 524 + o * 0.32)], air.colour(LAMP if o == 0 else PAPER), 0.05, 3 if o == 0 else 2)
        for o in (0, 62, 120)
    )
    right = "".join(industry.cables([(1660, 330 + o), (1350, 300 + o), (1090, 486 + o * 0.5), (960, 524 + o * 0.32)], air.colour(PAPER), 0.05, 2) for o in (0, 50, 96))
    return (
        skies.sky(air), skies.streaky("kon", air, 160, 470, 8), skies.stars("kon", 70, 260), circle(960, 600, 150, mix(LAMP, ROSE.wall, 0.2), opacity=0.85),
        land.hill([(-20, 620), (400, 596), (900, 616), (1640, 590)], air.colour(PLUM.ink, 0.3)),
        town(560, 616, 0.9, "tu", "spire"), town(1270, 616, 0.95, "ko", "pyramid"), industry.pylon(960, 640, 170, air.colour(INK, 0.2)),
        land.fields(612, air, [mix(GOLD.wall, GREEN.wall, 0.3), GREEN.net, mix(GOLD.net, BROWN.wall, 0.4), GREEN.wall, GOLD.wall], "kon", (960, 420)),
        town(240, 760, 1.4, "kl", "onion"), wires, right, industry.pylon(720, 700, 290, air.colour(INK)), industry.pylon(1090, 690, 240, air.colour(INK, 0.1)),
        industry.pylon(1350, 860, 640, air.colour(INK)), industry.pylon(90, 1060, 900, mix(INK, PLUM.ink, 0.3)),
        *(glow(x, y, r, LAMP, 0.35) for x, y, r in ((560, 590, 120), (1270, 590, 120), (240, 720, 200))),
    )  # fmt: skip


@scene("rybnik-czyste-powietrze-siec")
def rybnik_sensor() -> tuple[str, ...]:
    """Half the roofs still smoke; the air is clear above the others."""
    air, foul = light.winter(), light.haze(SLATE)
    roofs, stacks = [], []
    for level, (y, depth, w) in enumerate(((560, 0.5, 150), (660, 0.3, 190), (790, 0.12, 240))):
        for k in range(int(1700 / w) + 1):
            x = -60 + k * w + level * 40
            smoky = x < 760 - level * 60
            mood = foul if smoky else air
            tone = (BRICK, BROWN, pale(GOLD, 0.3), SLATE, pale(BRICK, 0.3))[(k + level) % 5]
            top = y - w * 0.78
            cx = x + w * 0.7
            stacks.append(rect(cx, top - 16, w * 0.11, w * 0.34, mood.colour(BRICK.ink, depth)))
            if smoky:
                stacks.append(skies.smoke(cx + w * 0.055, top - 20, 190 + (k * 37) % 90, mix(SLATE.wall, foul.low, 0.25 + depth * 0.5), 0.55, 0.72))
            roofs.append((y, facades.house(House(("saddle", "eaves")[(k + level) % 2], tone, w, w * 0.42, 1 + level // 2, 3, "tall", "plain" if level < 2 else "door"), x, y, mood, depth)))
        roofs.append((y, "".join(stacks)))
        stacks.clear()
    body = "".join(drawn for _, drawn in roofs)
    pole = group(
        rect(1176, 330, 22, 680, INK), rect(1118, 250, 138, 190, PAPER, rx=16), rect(1118, 250, 138, 190, AZURE.tint, rx=16, opacity=0.6),
        *(rect(1138, 350 + k * 17, 98, 7, SLATE.wall, rx=3) for k in range(4)), circle(1187, 302, 30, GREEN.wall), circle(1187, 302, 18, mix(GREEN.wall, WHITE, 0.45)),
        rect(1098, 440, 178, 14, INK), path("M1080 250L1187 206L1294 250Z", AZURE.net), stroke("M1276 400q60 0 60 60v26", INK, 7), rect(1300, 486, 72, 40, SLATE.net, rx=8),
    )  # fmt: skip
    return (
        skies.sky(air), glow(1340, 170, 330, LAMP, 0.5), circle(1340, 170, 62, mix(LAMP, PAPER, 0.3)),
        path(smooth([(-40, 0), (700, -20), (640, 160), (820, 280), (660, 420), (780, 560), (600, 700), (-40, 760)], closed=True), mix(SLATE.wall, SLATE.tint, 0.45), opacity=0.75),
        path(smooth([(-40, 60), (470, 20), (430, 200), (560, 330), (420, 470), (500, 640), (-40, 760)], closed=True), mix(SLATE.wall, SLATE.tint, 0.2), opacity=0.6),
        body, rect(0, 786, 1600, 214, air.colour(mix(PAPER, AZURE.tint, 0.4))), land.hill([(-20, 830), (500, 800), (1000, 850), (1640, 810)], air.colour(PAPER)),
        *(trees.bare(x, y, h, air.colour(BROWN.ink)) for x, y, h in ((120, 900, 260), (690, 880, 220), (1490, 900, 290))),
        street.fence(-20, 1620, 960, 70, air, BROWN.wall), glow(1187, 302, 120, mix(GREEN.wall, WHITE, 0.4), 0.5), pole, rect(0, 960, 1600, 40, air.colour(PAPER)),
    )  # fmt: skip


@scene("network-pim-powietrze")
def clean_air() -> tuple[str, ...]:
    """A roofscape under a big washed sky."""
    air = light.clear(0.2)
    roofs = []
    for x, y, w, tone, top in ((-60, 900, 380, BRICK, "steep"), (300, 940, 330, pale(GOLD, 0.2), "mansard"), (620, 900, 360, pale(BRICK, 0.15), "saddle"), (960, 950, 340, TEAL, "steep"), (1280, 910, 400, pale(ROSE, 0.2), "mansard")):
        roofs.append(facades.house(House(top, tone, w, 240, 2, 3, "arched", "plain"), x, y + 120, air))
    far = facades.row(facades.pierzeja("pa", [AZURE, pale(AZURE, 0.4), CREAM, pale(BRICK, 0.5)], 12, height=120, storeys=2, tops="steep saddle mansard eaves"), -20, 800, air, 0.5, span=1640)
    linen = "".join(path(f"M{x} {y}h{w}q{-10} {h / 2} {8} {h}q{-w / 2} 14 {-w} 0q-16 {-h / 2} -8 {-h}z", c) for x, y, w, h, c in
                    ((440, 517, 92, 118, PAPER), (550, 532, 60, 82, AZURE.wall), (630, 540, 100, 124, WHITE), (750, 540, 66, 90, ROSE.wall), (836, 532, 96, 118, PAPER), (948, 516, 56, 78, LAMP)))
    return (
        skies.sky(air), skies.cloud(-90, 360, 760, WHITE, 0.95), skies.cloud(560, 250, 560, WHITE, 0.8), skies.cloud(900, 520, 900, WHITE, 0.9), skies.cloud(1240, 190, 300, WHITE, 0.7),
        skies.birds(820, 370, AZURE.ink, 7, 24), far, landmarks.town_tower(240, 800, 70, 250, air, CREAM, helm="onion", depth=0.4),
        industry.chimney(1190, 800, 330, air, BRICK, depth=0.42), stroke("M382 500Q720 590 1062 490", INK, 2.5), linen, *roofs,
        *(rect(x, y, 62, 220, air.colour(BRICK.wall)) + rect(x - 8, y - 14, 78, 16, air.colour(BRICK.ink)) + rect(x + 12, y - 40, 14, 28, air.colour(BROWN.wall)) + rect(x + 36, y - 40, 14, 28, air.colour(BROWN.wall)) for x, y in ((350, 520), (1060, 510))),
        path("M660 790q-4-34 12-46q-6-14-4-26l12 10h14l12-10q2 14-4 26q18 16 14 46z", INK), "",
    )  # fmt: skip
