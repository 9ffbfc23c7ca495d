"""Forest, mountains, vineyards and the night sky."""

from .. import facades, industry, land, landmarks, light, skies, street, trees, vehicles, water
from ..facades import House
from ..figures import walker
from ..palette import (
    AZURE, BRICK, BROWN, COBALT, CREAM, GOLD, GREEN, INK, LAMP, LINE, ORANGE, PAPER, PLUM, ROSE,
    SHADE, SLATE, STONE, TEAL, WHITE, Tone, blend, mix, pale,
)  # fmt: skip
from ..svg import box, circle, clipped, ellipse, glow, group, path, poly, rect, segment, smooth, stroke
from .registry import scene

LEAVES = [ORANGE.wall, GOLD.wall, mix(GOLD.wall, GREEN.wall, 0.5), BRICK.wall, trees.LIME]


def _wood(air: light.Light, base: float, h: float, depth: float, step: int, seed: int, leaves=LEAVES) -> str:
    """A wall of mixed forest."""
    parts = []
    for k, x in enumerate(range(-40, 1680, step)):
        up = h * (0.8 + ((x * seed) % 37) / 90)
        if k % 3 == seed % 3:
            parts.append(trees.tree(x, base, up * 0.86, air, colour=leaves[(k * seed) % len(leaves)], depth=depth, slim=0.8))
        else:
            parts.append(trees.spruce(x, base, up, air, depth=depth))
    return "".join(parts)


def _cottage(x: float, base: float, w: float, air: light.Light, tone: Tone, depth: float = 0.0) -> str:
    """A wooden house with carved corners, porch side to the street."""
    t = air.tone(tone, depth)
    h, white = w * 0.36, air.colour(PAPER, depth)
    boards = "".join(f"M{x} {base - h + k * h / 8}h{w}" for k in range(1, 8))
    parts = [rect(x, base - h, w, h, t.wall), stroke(boards, mix(t.wall, t.ink, 0.3), 1.8),
             poly([(x - w * 0.06, base - h), (x + w * 0.1, base - h * 2), (x + w * 0.9, base - h * 2), (x + w * 1.06, base - h)], air.colour(mix(BROWN.net, SLATE.wall, 0.35), depth))]  # fmt: skip
    ribs = "".join(f"M{x - w * 0.06 + k * w * 0.07} {base - h}L{x + w * 0.1 + k * w * 0.05} {base - h * 2}" for k in range(1, 16))
    parts.append(stroke(ribs, air.colour(BROWN.ink, depth), 1.6, opacity=0.5))
    gx, gw = x + w * 0.5, w * 0.3
    parts += [poly([(gx - gw / 2, base - h), (gx, base - h * 1.86), (gx + gw / 2, base - h)], t.wall),
              stroke(f"M{gx - gw * 0.56} {base - h * 0.96}L{gx} {base - h * 1.92}L{gx + gw * 0.56} {base - h * 0.96}", white, w * 0.016)]  # fmt: skip
    for k in (0.1, 0.68, 0.84, 0.26):
        wx, ww, wh = x + w * k, w * 0.08, h * 0.4
        parts += [rect(wx - ww * 0.5, base - h * 0.74, ww * 0.36, wh, t.ink), rect(wx + ww * 1.14, base - h * 0.74, ww * 0.36, wh, t.ink),
                  rect(wx - ww * 0.12, base - h * 0.78, ww * 1.24, wh * 1.14, white), poly([(wx - ww * 0.25, base - h * 0.78), (wx + ww / 2, base - h * 0.95), (wx + ww * 1.25, base - h * 0.78)], white),
                  rect(wx, base - h * 0.74, ww, wh, air.colour("#144d70", depth)), rect(wx + ww * 0.44, base - h * 0.74, ww * 0.12, wh, white)]  # fmt: skip
    parts += [rect(gx - ww * 0.6, base - h * 1.3, ww * 1.2, h * 0.26, white), rect(gx - ww * 0.42, base - h * 1.26, ww * 0.84, h * 0.2, air.colour("#144d70", depth)),
              rect(gx - ww * 0.8, base - h * 0.66, ww * 1.6, h * 0.66, t.ink), rect(gx - ww * 0.6, base - h * 0.58, ww * 1.2, h * 0.2, air.colour(LAMP, depth)),
              rect(x + w * 0.78, base - h * 2.2, w * 0.05, h * 0.4, air.colour(BRICK.ink, depth))]  # fmt: skip
    return group(*parts)


@scene("city-hajnowka-1")
def hajnowka_houses() -> tuple[str, ...]:
    air = light.autumn()
    fallen = "".join(ellipse((k * 211) % 1600, 890 + (k * 37) % 100, 9, 5, air.colour(LEAVES[k % 4])) for k in range(60))
    return (
        skies.sky(air), skies.sun(250, 190, 64), _wood(air, 640, 380, 0.5, 62, 7), _wood(air, 690, 330, 0.25, 74, 5),
        land.lawn(680, air, "h1", colour=mix(GREEN.wall, GOLD.wall, 0.35)),
        _cottage(120, 790, 430, air, TEAL), _cottage(640, 780, 400, air, GOLD), _cottage(1140, 792, 440, air, BRICK),
        trees.tree(600, 800, 560, air, colour=ORANGE.wall), trees.tree(1100, 806, 600, air, colour=GOLD.wall, slim=1.1), trees.tree(50, 810, 480, air, colour=BRICK.wall),
        street.fence(-20, 1620, 862, 84, air, mix(BROWN.wall, PAPER, 0.2)), rect(0, 866, 1600, 134, air.colour(mix(GOLD.tint, BROWN.wall, 0.42))), fallen,
        trees.tree(1560, 880, 420, air, colour=LEAVES[2]), vehicles.bicycle(760, 940, 84, BRICK.net, INK), walker(1010, 950, 180, COBALT.net, bag=GOLD.wall),
    )  # fmt: skip


@scene("city-hajnowka-2")
def hajnowka_train() -> tuple[str, ...]:
    air = light.autumn()
    trunks = "".join(trees.pine(x, 760 + (x * 3) % 40, 700 + (x * 7) % 120, air, 0.28) for x in range(20, 1640, 118))
    sleepers = "".join(rect(x, 846, 30, 12, air.colour(BROWN.ink)) for x in range(-10, 1610, 54))
    shafts = "".join(poly([(x, 0), (x + 120, 0), (x - 140, 840), (x - 330, 840)], LAMP, opacity=0.13) for x in (500, 820, 1220, 1560))
    return (
        skies.sky(air), _wood(air, 700, 460, 0.6, 60, 5), _wood(air, 740, 360, 0.42, 76, 7), trunks,
        land.hill([(-20, 740), (500, 760), (1100, 730), (1640, 750)], air.colour(mix(GREEN.net, GOLD.wall, 0.25)), hatch=air.colour(GOLD.wall)), shafts,
        rect(0, 838, 1600, 26, air.colour(mix(STONE.net, BROWN.wall, 0.5))), sleepers, rect(0, 836, 1600, 7, air.colour(SLATE.ink)),
        vehicles.forest_train(1120, 838, 186, air, GREEN, 4), skies.smoke(1316, 650, 250, air.colour(PAPER), -0.9, 0.85),
        trees.tree(210, 900, 780, air, colour=ORANGE.wall, slim=0.9), trees.spruce(1520, 930, 760, air),
        land.hill([(-20, 900), (400, 890), (900, 920), (1640, 890)], air.colour(mix(GREEN.ink, BROWN.ink, 0.25)), hatch=air.colour(GREEN.wall)),
        *(trees.grass(x, 980, 110, 90, air.colour(c), 14) for x, c in ((120, GREEN.wall), (420, GOLD.wall), (760, GREEN.wall), (1080, ORANGE.wall), (1400, GREEN.wall))),
        *(path(f"M{x - 34} {y}q4-46 34-46q30 0 34 46z", BRICK.wall) + rect(x - 9, y - 2, 18, 34, PAPER) + circle(x - 10, y - 22, 5, PAPER) + circle(x + 12, y - 14, 4, PAPER) for x, y in ((600, 940), (660, 960))),
    )  # fmt: skip


@scene("city-hajnowka-3")
def hajnowka_domes() -> tuple[str, ...]:
    air = light.dusk()
    left = facades.pierzeja("hj", [BRICK, GOLD, CREAM, TEAL], 4, height=200, storeys=2, tops="saddle eaves steep", ground="shop door")
    right = facades.pierzeja("hk", [ORANGE, CREAM, GREEN, GOLD], 4, height=190, storeys=2, tops="eaves saddle steep", ground="door shop")
    return (
        skies.sky(air), skies.streaky("h3", air, 200, 480, 7), skies.stars("h3", 50, 220), circle(800, 440, 280, mix(LAMP, ROSE.wall, 0.35), opacity=0.5),
        _wood(air, 640, 190, 0.2, 58, 7, [BRICK.wall, ORANGE.net]), landmarks.domes(800, 764, 560, air, CREAM, AZURE.wall, 0.05),
        facades.row(left, -120, 760, air, span=600), facades.row(right, 1120, 760, air, span=600),
        poly([(480, 760), (1120, 760), (1600, 1000), (0, 1000)], air.colour(SLATE.wall)), poly([(0, 756), (486, 756), (60, 1000), (0, 1000)], air.colour(STONE.wall)), poly([(1600, 756), (1114, 756), (1540, 1000), (1600, 1000)], air.colour(STONE.wall)),
        stroke("M800 770V800M800 826V870M800 904V990", air.colour(PAPER), 8, opacity=0.6),
        *(street.lamp(x, y, h, air) for x, y, h in ((430, 800, 230), (1170, 800, 230), (250, 900, 330), (1350, 900, 330))),
        trees.tree(120, 920, 420, air, colour=ORANGE.net), trees.tree(1500, 930, 440, air, colour=GOLD.net), walker(640, 800, 92, air.colour(TEAL.wall)), walker(960, 812, 100, air.colour(BRICK.wall), facing=-1),
    )  # fmt: skip


@scene("hajnowka-marka-puszczy")
def forest_brand() -> tuple[str, ...]:
    """Honey, tree cake, herbs and a carving on a plank, each with the same leaf seal."""
    air = light.autumn()

    def seal(x: float, y: float, r: float) -> str:
        leaf = path(f"M{x} {y + r * 0.62}C{x - r * 0.7} {y + r * 0.1} {x - r * 0.4} {y - r * 0.5} {x} {y - r * 0.68}C{x + r * 0.4} {y - r * 0.5} {x + r * 0.7} {y + r * 0.1} {x} {y + r * 0.62}Z", PAPER)
        return circle(x, y, r, GREEN.net) + circle(x, y, r * 0.9, "none", stroke=PAPER, stroke_width=2.5) + leaf + segment(x, y - r * 0.4, x, y + r * 0.8, GREEN.net, r * 0.07)

    def jar(x: float, w: float, h: float, honey: str, cloth: str) -> str:
        y = 780 - h
        return (
            path(f"M{x} {y + h * 0.2}q0-{h * 0.08} {w * 0.1}-{h * 0.1}h{w * 0.8}q{w * 0.1} {h * 0.02} {w * 0.1} {h * 0.1}V766q0 14-14 14h{-w + 28}q-14 0-14-14z", mix(honey, LAMP, 0.25))
            + rect(x + w * 0.1, y + h * 0.3, w * 0.09, h * 0.55, WHITE, opacity=0.35) + path(f"M{x - 8} {y + h * 0.17}Q{x + w / 2} {y - h * 0.1} {x + w + 8} {y + h * 0.17}l-14 {h * 0.07}q{-w * 0.2}-{h * 0.05} {-w * 0.45} 0t{-w * 0.44} 0z", cloth)
            + stroke(f"M{x + 4} {y + h * 0.16}H{x + w - 4}", BROWN.ink, 6) + seal(x + w / 2, y + h * 0.6, w * 0.24)
        )  # fmt: skip

    spikes = "".join(
        path(f"M{600 - w} {y}q-30 4-44 26q30 6 46-2h{2 * w - 4}q16 8 46 2q-14-22-44-26z", mix(GOLD.wall, BROWN.wall, 0.2 + 0.1 * (k % 3)))
        for k, (y, w) in enumerate(((330, 34), (378, 50), (430, 64), (484, 78), (542, 90), (602, 98), (664, 104), (722, 106)))
    )
    def bundle(x: float, tips: str, size: float) -> str:
        stalks = ""
        for dx in (-46, -30, -15, 0, 15, 30, 46):
            stalks += stroke(f"M0 0Q{dx * 0.4} {size * 0.5} {dx} {size - abs(dx)}", GREEN.net, 5)
            for t in (0.35, 0.5, 0.65, 0.8, 0.95):
                tone = tips if t > 0.6 else GREEN.wall
                stalks += ellipse(dx * t + 7, (size - abs(dx)) * t, 15, 7, tone, transform=f"rotate(50 {dx * t} {(size - abs(dx)) * t})")
                stalks += ellipse(dx * t - 7, (size - abs(dx)) * t + 8, 15, 7, tone, transform=f"rotate(-50 {dx * t} {(size - abs(dx)) * t})")
        tie = stroke("M0-60V0M-10 0L-16-44M10 0L16-44", GREEN.net, 5) + rect(-18, -8, 36, 18, BRICK.wall, rx=5)
        return group(segment(0, -120, 0, -40, BROWN.ink, 4), stalks, tie, transform=f"translate({x} 520)")

    wood, grain = mix(BROWN.wall, GOLD.wall, 0.25), BROWN.net
    owl = (
        path("M1370 640Q1360 560 1384 520L1396 470L1424 506Q1445 498 1466 506L1494 470L1506 520Q1530 560 1520 640Q1512 752 1445 756Q1378 752 1370 640Z", wood)
        + path("M1370 620Q1380 700 1420 744Q1366 730 1370 620ZM1520 620Q1510 700 1470 744Q1524 730 1520 620Z", grain)
        + "".join(stroke(f"M1408 {y}q12 14 24 0t24 0t24 0", grain, 4) for y in (630, 658, 686, 714))
        + circle(1418, 556, 30, mix(wood, PAPER, 0.4)) + circle(1472, 556, 30, mix(wood, PAPER, 0.4)) + circle(1418, 556, 13, INK) + circle(1472, 556, 13, INK) + path("M1436 574h18l-9 22z", BROWN.ink)
    )  # fmt: skip
    return (
        skies.sky(air), _wood(air, 780, 660, 0.55, 84, 7), _wood(air, 800, 520, 0.35, 120, 5),
        poly([(0, 0), (260, 0), (900, 780), (420, 780)], LAMP, opacity=0.14), poly([(620, 0), (760, 0), (1400, 780), (1150, 780)], LAMP, opacity=0.12),
        rect(0, 776, 1600, 224, air.colour(BROWN.wall)), rect(0, 776, 1600, 14, air.colour(mix(BROWN.wall, PAPER, 0.35))),
        stroke("M0 850q400-14 800 4t800-8M0 920q300 12 700-6t900 10M0 970q500-10 900 4t700-6", BROWN.net, 4), ellipse(800, 800, 700, 12, INK, opacity=0.16),
        jar(120, 190, 330, GOLD.wall, BRICK.wall), jar(330, 150, 250, ORANGE.wall, TEAL.wall),
        spikes, rect(560, 300, 80, 34, mix(GOLD.wall, BROWN.wall, 0.3), rx=12), rect(480, 752, 240, 28, PAPER, rx=6), seal(600, 560, 52),
        jar(800, 170, 290, mix(BROWN.net, BRICK.wall, 0.4), GOLD.wall),
        rect(1006, 400, 330, 14, BROWN.ink), rect(1014, 400, 14, 380, BROWN.ink), rect(1314, 400, 14, 380, BROWN.ink), bundle(1095, PLUM.wall, 210), bundle(1170, GOLD.wall, 180), bundle(1248, ROSE.wall, 215), seal(1172, 424, 34),
        owl, rect(1362, 752, 166, 28, BROWN.ink), seal(1445, 768, 26),
    )  # fmt: skip


@scene("frombork-noc-bez-lamp")
def frombork() -> tuple[str, ...]:
    top, low = mix(COBALT.ink, INK, 0.62), mix(AZURE.net, TEAL.tint, 0.22)
    air, dark = light.Light(top, low, top, 0.6, 0.3), mix(COBALT.ink, INK, 0.72)
    shape = light.Light(top, low, dark, 0.93)
    church = group(
        landmarks.gothic_church(330, 640, 600, 310, shape, BRICK, turrets=True), landmarks.castle_tower(210, 650, 130, 180, shape, BRICK),
        rect(1010, 400, 120, 250, dark), poly([(1000, 400), (1070, 290), (1140, 400)], dark), rect(210, 588, 900, 80, dark),
    )  # fmt: skip
    scopes = "".join(
        group(stroke(f"M0 0L{-30} 84M0 0L30 84M0 0V86", INK, 7), poly([(-54, 32), (62, -70), (80, -50), (-38, 52)], INK), transform=f"translate({x} {y}) scale({s})")
        for x, y, s in ((1120, 800, 1.3), (1420, 790, 1.6), (720, 820, 1.1))
    )
    band = "".join(ellipse(140 + 160 * k, 560 - 62 * k, 200, 40 + 12 * (k % 3), mix(AZURE.tint, PLUM.wall, 0.3), opacity=0.09, transform=f"rotate(-22 {140 + 160 * k} {560 - 62 * k})") for k in range(10))
    bay = mix(AZURE.ink, low, 0.35)
    people = ((1060, 930, 150), (1250, 930, 164), (660, 930, 140), (800, 930, 128), (1360, 930, 172), (1540, 930, 168), (1200, 930, 110), (470, 930, 136), (540, 930, 104))
    return (
        skies.sky(air, 720), band, skies.stars("frombork", 640, 620, band=True), skies.stars("frombork2", 90, 600),
        stroke("M1180 130L1260 96L1330 140L1420 120M1330 140L1360 220", mix(LAMP, top, 0.4), 1.8), *(circle(x, y, 5, mix(LAMP, WHITE, 0.5)) for x, y in ((1180, 130), (1260, 96), (1330, 140), (1420, 120), (1360, 220))),
        land.hill([(-20, 720), (180, 650), (700, 622), (1130, 640), (1400, 712), (1640, 724)], mix(dark, COBALT.ink, 0.25)), church,
        land.hill([(-20, 730), (300, 690), (800, 676), (1200, 700), (1640, 734)], dark),
        rect(0, 736, 1600, 264, bay), water.ripples(740, 900, mix(bay, WHITE, 0.4), "bay", 50, opacity=0.5), skies.stars("bay", 30, 890, 750),
        path("M-20 1000V920Q400 896 800 916T1640 922V1000Z", mix(INK, dark, 0.3)), *(street.lamp(x, 930, 420, shape, out=True) for x in (130, 330)),
        *(walker(x, y, h, mix(INK, COBALT.ink, 0.25), still=True) for x, y, h in people), scopes,
    )  # fmt: skip


@scene("zywiec-ciepla-szkola")
def zywiec_school() -> tuple[str, ...]:
    air = light.winter()
    t = air.tone(ORANGE)
    x, base, w, h = 330, 800, 940, 300
    wins = "".join(
        rect(x + 44 + k * 112, y, 86, 74, LAMP if (k + j) % 4 else mix(LAMP, PAPER, 0.5)) + rect(x + 44 + k * 112 + 40, y, 6, 74, t.tint) + rect(x + 40 + k * 112, y + 74, 94, 8, t.ink)
        for j, y in enumerate((536, 640)) for k in range(8)
    )
    fins = "".join(rect(x + k * 112 + 8, 500, 22, 300, c) for k, c in enumerate((t.wall, t.net, air.colour(GOLD.wall), t.wall, air.colour(BRICK.wall), t.net, air.colour(GOLD.wall), t.wall, t.net)))
    tracks = "".join(ellipse(640 + k * 9 + (k % 2) * 16, 1000 - k * 17, 9 - k * 0.35, 5 - k * 0.2, air.colour(mix(AZURE.tint, AZURE.wall, 0.35))) for k in range(12))
    return (
        skies.sky(air), land.mountains([(80, 250), (330, 130), (640, 230), (900, 90), (1190, 210), (1480, 120)], 640, air, SLATE.wall, depth=0.42, snow=0.42, seed="beskid"),
        land.hill([(-20, 520), (400, 430), (800, 520), (1200, 420), (1640, 500)], air.colour(TEAL.ink, 0.42)),
        *(trees.spruce(px, 640, 130 + (px * 7) % 60, air, depth=0.3, snowy=True) for px in range(-10, 1640, 54)),
        land.hill([(-20, 660), (500, 620), (1000, 650), (1640, 620)], air.colour(mix(PAPER, AZURE.tint, 0.5))), glow(800, 700, 560, LAMP, 0.22),
        rect(x, base - h, w, h, mix(t.tint, t.wall, 0.12)), fins, wins, rect(x, 724, w, 6, t.ink), rect(700, 706, 200, 94, mix(t.wall, t.ink, 0.3)), rect(720, 726, 74, 74, LAMP), rect(806, 726, 74, 74, LAMP),
        rect(x - 16, base - h - 20, w + 32, 26, t.ink), rect(x - 16, base - h - 32, w + 32, 15, PAPER), *(group(industry.panels(x + 40 + k * 180, base - h - 92, 150, 56, air, 5, 2), stroke(f"M{x + 60 + k * 180} {base - h - 36}v10M{x + 170 + k * 180} {base - h - 36}v10", INK, 6)) for k in range(5)),
        rect(x + w - 4, 560, 130, 240, t.wall), *(rect(x + w + 22, 580 + k * 72, 80, 44, LAMP) for k in range(3)), rect(x + w - 8, 546, 146, 16, PAPER),
        land.hill([(-20, 800), (500, 790), (1000, 806), (1640, 790)], air.colour(PAPER)), path("M640 1000Q720 900 740 800H860Q880 900 980 1000Z", air.colour(mix(PAPER, AZURE.wall, 0.16))), tracks,
        trees.spruce(180, 890, 420, air, snowy=True), trees.spruce(1500, 910, 470, air, snowy=True), trees.spruce(70, 930, 300, air, snowy=True), trees.bare(1390, 880, 280, air.colour(BROWN.ink)),
        walker(930, 900, 130, BRICK.net, hat=TEAL.net, bag=GOLD.wall), walker(1000, 912, 104, COBALT.net, hat=LAMP, bag=ROSE.wall), walker(560, 930, 110, GREEN.net, hat=BRICK.wall, bag=PLUM.wall), skies.snow("zyw", 160, 1000),
    )  # fmt: skip


@scene("nowy-targ-doradcy-cieplownicy")
def nowy_targ() -> tuple[str, ...]:
    """Footprints lead from door to door below the mountains."""
    air = light.dawn()
    homes = ((80, 600, 220, BROWN, True), (420, 560, 190, pale(GOLD, 0.2), False), (740, 610, 230, BROWN, True), (1100, 560, 200, pale(BRICK, 0.2), False), (1370, 640, 250, BROWN, False),
             (200, 850, 330, pale(BRICK, 0.1), False), (720, 860, 320, BROWN, True), (1190, 880, 330, pale(TEAL, 0.2), False))
    drawn = []
    for x, y, w, tone, smoky in homes:
        t = air.tone(tone, 0.22 if y < 700 else 0)
        h = w * 0.42
        drawn += [
            rect(x + w * 0.68, y - h * 2.3, w * 0.09, h, air.colour(BRICK.ink)),
            skies.smoke(x + w * 0.725, y - h * 2.3, w * 0.95, mix(SLATE.wall, air.low, 0.25), 0.5, 0.75) if smoky else "",
            rect(x, y - h, w, h, t.wall), stroke("".join(f"M{x} {y - h + k * h / 6}h{w}" for k in range(1, 6)), mix(t.wall, t.ink, 0.35), 2),
            poly([(x + w * 0.08, y - h), (x + w / 2, y - h * 2.1), (x + w * 0.92, y - h)], t.wall), poly([(x - w * 0.08, y - h * 0.9), (x + w / 2, y - h * 2.4), (x + w * 1.08, y - h * 0.9), (x + w * 0.96, y - h * 0.9), (x + w / 2, y - h * 2.06), (x + w * 0.04, y - h * 0.9)], air.colour(PAPER)),
            stroke(f"M{x - w * 0.06} {y - h * 0.9}L{x + w / 2} {y - h * 2.3}L{x + w * 1.06} {y - h * 0.9}", mix(PAPER, AZURE.wall, 0.3), 3),
            rect(x + w * 0.42, y - h * 1.44, w * 0.16, h * 0.34, LAMP if not smoky else t.ink), rect(x + w * 0.12, y - h * 0.72, w * 0.18, h * 0.4, LAMP), rect(x + w * 0.7, y - h * 0.72, w * 0.18, h * 0.4, LAMP if not smoky else t.ink),
            rect(x + w * 0.42, y - h * 0.76, w * 0.17, h * 0.76, air.colour((TEAL.net, BRICK.net, GREEN.net)[int(x) % 3])), circle(x + w * 0.56, y - h * 0.36, w * 0.012, LAMP),
        ]  # fmt: skip
    back = 5 * 13  # parts of the five houses behind
    far = smooth([(190, 612), (330, 650), (510, 580), (660, 650), (850, 630), (1010, 650), (1200, 582), (1330, 680), (1490, 660), (1620, 690)])
    near = smooth([(1620, 900), (1380, 915), (1130, 945), (890, 896), (640, 955), (380, 886), (240, 1000)])

    def steps(line: str) -> str:
        print_ = mix(AZURE.wall, COBALT.net, 0.4)
        return stroke(line, print_, 11, stroke_dasharray="1 25") + stroke(line, print_, 9, stroke_dasharray="1 25", transform="translate(10 9)")

    return (
        skies.sky(air), land.mountains([(60, 300), (260, 150), (470, 250), (660, 80), (840, 190), (1040, 60), (1280, 210), (1500, 130)], 560, air, COBALT.net, depth=0.42, snow=0.36, seed="tatry"),
        land.hill([(-20, 470), (300, 440), (700, 480), (1100, 430), (1640, 470)], air.colour(TEAL.ink, 0.45)), *(trees.spruce(x, 520, 90 + x % 41, air, depth=0.35, snowy=True) for x in range(0, 1640, 48)),
        land.hill([(-20, 530), (500, 500), (1100, 520), (1640, 490)], air.colour(mix(PAPER, AZURE.tint, 0.6))), *drawn[:back], steps(far), *drawn[back:], steps(near),
        walker(545, 962, 150, AZURE.net, hat=BRICK.wall, bag=GOLD.wall), trees.spruce(60, 960, 380, air, snowy=True), trees.spruce(1570, 990, 340, air, snowy=True), trees.spruce(620, 700, 120, air, snowy=True), trees.spruce(1040, 760, 160, air, snowy=True),
    )  # fmt: skip


@scene("zielona-gora-urzad-ktory-sie-uczy")
def vineyard() -> tuple[str, ...]:
    """Rows of vines like the lines of an exercise book, and a table set out among them."""
    air = light.golden()
    rows = []
    for k in range(13):
        t = (k / 12) ** 1.5
        y = 470 + 440 * t
        rows.append(stroke(smooth([(-40, y + 40 * t), (400, y - 16), (900, y + 10 * t), (1640, y - 30 * (1 - t))]), air.colour(mix(BROWN.wall, GOLD.wall, 0.25)), 8 + 30 * t))
        for x in range(-20 + k * 17, 1640, int(46 + 60 * t)):
            rows.append(trees.bush(x, y + 6 - 14 * (1 if 300 < x < 700 else 0) * (1 - t), 44 + 66 * t, air, (GREEN.net, trees.LIME, GREEN.wall, GOLD.wall)[(x + k) % 4], depth=0.25 * (1 - t)))
    return (
        skies.sky(air), skies.sun(1270, 210, 80), skies.streaky("zg", air, 90, 260, 5),
        land.hill([(-20, 430), (400, 360), (900, 410), (1640, 350)], air.colour(GREEN.net, 0.5)),
        facades.row(facades.pierzeja("zg", [CREAM, pale(GOLD, 0.3), pale(BRICK, 0.3), pale(ROSE, 0.4)], 9, height=90, storeys=2, tops="steep eaves saddle mansard"), 90, 440, air, 0.2, span=760),
        landmarks.town_tower(480, 440, 64, 240, air, CREAM, helm="onion", depth=0.15), land.hill([(-20, 460), (500, 430), (1000, 450), (1640, 420)], air.colour(mix(GREEN.wall, GOLD.wall, 0.4))), *rows,
        rect(0, 930, 1600, 70, air.colour(mix(GOLD.tint, BROWN.wall, 0.4))), ellipse(800, 962, 480, 20, INK, opacity=0.2),
        *(street.chair(x, 880, 170, c, BROWN.ink) for x, c in ((560, ROSE.net), (720, TEAL.net), (880, GOLD.wall), (1040, COBALT.net))), rect(440, 800, 720, 22, air.colour(BROWN.wall)), rect(440, 822, 720, 8, BROWN.ink), rect(480, 822, 18, 140, BROWN.ink), rect(1102, 822, 18, 140, BROWN.ink),
        *(rect(x, 788, 92, 12, PAPER) + rect(x + 8, 780, 76, 9, c) for x, c in ((520, ROSE.wall), (700, TEAL.wall), (980, GOLD.wall))), path("M860 800v-40q0-10 8-14v-22h14v22q8 4 8 14v40z", GREEN.ink), circle(640, 786, 14, BRICK.wall), circle(664, 788, 12, PLUM.wall), circle(652, 772, 12, PLUM.net),
        *(street.chair(x, 985, 176, c, BROWN.ink, back=True) for x, c in ((640, ORANGE.wall), (800, PLUM.wall), (960, GREEN.wall))),
        stroke("M-20 -20Q300 120 620 40T1240 60T1640 -10", BROWN.ink, 12), *(path(f"M{x} {y}q-26 30 0 60q26-30 0-60z", air.colour(c), transform=f"rotate({r} {x} {y})") for x, y, r, c in ((120, 40, 30, GREEN.wall), (250, 80, -20, GREEN.net), (420, 78, 20, trees.LIME), (600, 48, -30, GREEN.wall), (840, 30, 20, GREEN.net), (1010, 60, -10, trees.LIME), (1250, 62, 24, GREEN.wall), (1420, 70, -20, GREEN.net))),
        *(circle(x + dx, y + dy, 11, PLUM.net if (dx + dy) % 3 else PLUM.wall) for x, y in ((320, 100), (1120, 74)) for dx, dy in ((-18, 0), (0, 0), (18, 0), (-9, 17), (9, 17), (0, 34), (-9, -15), (9, -15))),
    )  # fmt: skip
