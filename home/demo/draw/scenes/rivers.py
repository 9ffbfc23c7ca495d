"""Rivers, lakes and rain."""

from .. import facades, industry, land, landmarks, light, skies, street, trees, vehicles, water
from ..facades import House
from ..figures import umbrella, walker
from ..palette import (
    AZURE,
    BRICK,
    BROWN,
    COBALT,
    CREAM,
    GOLD,
    GREEN,
    INK,
    LAMP,
    LINE,
    ORANGE,
    PAPER,
    PLUM,
    ROSE,
    SHADE,
    SLATE,
    STONE,
    TEAL,
    WHITE,
    blend,
    mix,
    pale,
)  # fmt: skip
from ..svg import clipped, ellipse, group, path, poly, rect, smooth, stroke
from .registry import scene

WARM = [CREAM, pale(BRICK, 0.35), pale(GOLD, 0.3), pale(ROSE, 0.4), CREAM, pale(ORANGE, 0.4)]


@scene("augustow-letni-rozklad")
def augustow() -> tuple[str, ...]:
    air = light.clear(0.5)
    far = "".join(trees.spruce(x, 452 + (x * 7) % 9, 70 + (x * 13) % 60, air, depth=0.45)
                  for x in range(-20, 1640, 26))  # fmt: skip
    sails = (
        water.sail(720, 500, 90, air, BRICK.net), water.sail(1010, 476, 60, air, COBALT.net),
        water.sail(420, 486, 70, air, TEAL.net), water.sail(1230, 610, 270, air, ORANGE.net),
        water.sail(900, 560, 170, air, COBALT.net, ORANGE.tint),
    )  # fmt: skip
    deck = air.colour(mix(BROWN.wall, PAPER, 0.55))
    planks = "".join(
        f"M{x} 800L{x - 130 + (x - 800) * 0.25:.0f} 1000" for x in range(-200, 1900, 62)
    )
    shelter = group(
        rect(960, 640, 12, 200, air.colour(INK)), rect(1230, 640, 12, 200, air.colour(INK)),
        rect(968, 670, 266, 120, AZURE.tint, opacity=0.45), rect(940, 622, 322, 20, air.colour(TEAL.net)),
    )  # fmt: skip
    return (
        skies.sky(air, 450), skies.sun(1290, 150, 66),
        skies.cloud(160, 220, 330, WHITE, 0.85), skies.cloud(760, 150, 230, WHITE, 0.7),
        land.hill([(-20, 420), (300, 392), (700, 420), (1100, 386), (1640, 418)],
                  air.colour(TEAL.net, 0.55), bottom=470),
        far, water.band(452, 830, air, AZURE.wall, "augustow", glints=80), *sails,
        rect(0, 800, 1600, 200, deck), stroke(planks, mix(deck, BROWN.ink, 0.25), 3),
        rect(0, 796, 1600, 12, mix(deck, WHITE, 0.5)), shelter,
        street.bench(1010, 840, 180, air), walker(1190, 850, 150, BRICK.wall, still=True, hat=LAMP),
        walker(925, 856, 158, TEAL.net, still=True), ellipse(480, 934, 400, 16, air.shadow, opacity=0.2),
        vehicles.bus(150, 936, 236, air, ORANGE), trees.reeds(1330, 1010, 300, 330, air, 26),
        skies.birds(560, 250, INK, 5, 18),
    )  # fmt: skip


@scene("kazimierz-dolny-parking-i-prom")
def kazimierz() -> tuple[str, ...]:
    air = light.golden()
    bank = group(
        land.hill([(-20, 330), (180, 250), (420, 200), (640, 260), (900, 340), (1240, 300), (1640, 350)],
                  air.colour(GREEN.wall, 0.35), bottom=480),
        landmarks.castle_tower(430, 226, 58, 120, air, STONE, 0.15),
        path("M520 262v-52l26 14v-22l24 12l16-26v60l30-20v70z", air.colour(mix(LINE, BROWN.wall, 0.25), 0.15)),
        land.hill([(-20, 430), (260, 372), (520, 340), (800, 392), (1100, 410), (1640, 396)],
                  air.colour(GREEN.net, 0.18), bottom=490),
        *(trees.tree(x, 436 - (x % 50) * 0.3, 90 + x % 37, air, depth=0.14) for x in range(20, 560, 62)),
        facades.row([House("baroque", CREAM, 92, 66, 2, 3), House("saddle", pale(ROSE), 76, 60, 2, 2),
                     House("eaves", pale(GOLD), 120, 58, 2, 4), House("baroque", pale(BRICK, 0.3), 84, 70, 2, 3)],
                    640, 468, air, 0.12),
        landmarks.granary(1090, 468, 120, 96, air, CREAM, 0.1),
        landmarks.granary(1230, 468, 130, 110, air, pale(GOLD, 0.4), 0.1),
        *(trees.poplar(x, 470, 150 + x % 41, air, 0.12) for x in (1400, 1444, 1490, 1540, 1590)),
    )  # fmt: skip
    stream = air.colour(mix(AZURE.wall, TEAL.wall, 0.4))
    bars = "".join(
        ellipse(x, y, rx, ry, air.colour(mix(GOLD.tint, BROWN.wall, 0.16)))
        + ellipse(x - rx * 0.1, y - ry * 0.35, rx * 0.8, ry * 0.5, air.colour(GOLD.tint))
        for x, y, rx, ry in (
            (1370, 590, 330, 17),
            (560, 560, 190, 9),
            (960, 800, 420, 26),
            (150, 660, 160, 12),
        )
    )
    return (
        skies.sky(air, 480), skies.sun(1130, 190, 74), skies.streaky("kazimierz", air, 70, 260, 6), bank,
        water.band(468, 1000, air, mix(AZURE.wall, TEAL.wall, 0.4), "wisla", glints=60),
        water.reflection(468, bank, 150, stream, "kazimierz", veil=0.5), bars,
        water.ferry(850, 712, 560, air, TEAL),
        water.rowing_boat(1290, 900, 260, air, BRICK.net),
        land.hill([(-20, 880), (200, 872), (420, 940), (560, 1010)], air.colour(GREEN.ink), seed="k",
                  hatch=air.colour(GREEN.wall)),
        trees.willow(170, 930, 830, air), trees.reeds(400, 1010, 170, 190, air, 14),
    )  # fmt: skip


@scene("wloclawek-koszty-cyklu-zycia")
def wloclawek_costs() -> tuple[str, ...]:
    air = light.haze(TEAL)
    bridge = landmarks.truss(-60, 560, 352, 92, air, TEAL, 2, 0.45) + landmarks.truss(
        1040, 1660, 352, 92, air, TEAL, 2, 0.45)  # fmt: skip
    small = facades.house(House("pediment", GOLD, 420, 168, 2, 7, "tall"), 590, 372, air)
    deep = facades.house(House("pediment", GOLD, 420, 560, 9, 7, "tall", "plain"), 590, 372, air)
    shown = air.colour(TEAL.ink)
    flipped = group(deep, transform="translate(0 744) scale(1 -1)")
    rows = "".join(f"M{560 + (k * 53) % 60} {430 + k * 58}q120 -9 240 0t240 0" for k in range(9))
    return (
        skies.sky(air, 372), skies.sun(1240, 130, 54, LAMP), skies.cloud(240, 160, 300, WHITE, 0.5),
        land.hill([(-20, 340), (400, 322), (800, 338), (1200, 316), (1640, 342)], air.colour(GREEN.net, 0.5),
                  bottom=380),
        bridge, *(trees.tree(x, 374, h, air, depth=0.1, seed="w") for x, h in ((520, 120), (1070, 140), (1140, 96), (450, 90))),
        small, rect(0, 366, 1600, 8, air.colour(mix(SHADE, TEAL.wall, 0.3))),
        rect(0, 372, 1600, 628, shown), flipped, rect(0, 372, 1600, 628, shown, opacity=0.4),
        water.reflection(372, bridge, 110, shown, "bridge", veil=0.4),
        stroke(rows, shown, 9, opacity=0.85),
        water.ripples(380, 1000, mix(shown, WHITE, 0.35), "wl", 70, opacity=0.5),
        water.rowing_boat(1250, 470, 150, air, BRICK.wall),
    )  # fmt: skip


@scene("gorzow-miejska-retencja")
def gorzow_section() -> tuple[str, ...]:
    air = light.rain()
    row = [House("eaves", CREAM, 260, 210, 2, 4), House("mansard", pale(BRICK, 0.25), 250, 270, 3, 3),
           House("saddle", pale(GOLD, 0.2), 210, 220, 2, 2)]  # fmt: skip
    soil, deep, clay = (
        air.colour(mix(BROWN.ink, c, s))
        for c, s in ((BROWN.wall, 0.5), (BROWN.net, 0.4), (INK, 0.35))
    )
    pipes = "".join(
        stroke(f"M{x} {top}V540h14", air.colour(SLATE.ink), 9)
        + street.barrel(x + 44, 566, 92, air.colour(colour))
        for x, top, colour in (
            (262, 356, GREEN.wall),
            (508, 300, AZURE.net),
            (1556, 350, GREEN.net),
        )
    )
    bowl = "M640 566C720 570 740 650 860 654H1010C1130 650 1150 570 1230 566Z"
    roots = "".join(
        f"M{x} 650Q{x + (x - 935) * 0.08:.0f} 720 {x + (x - 935) * 0.5:.0f} {770 + (x * 7) % 90}"
        f"M{x + (x - 935) * 0.1:.0f} 700q{14 - x % 28} 30 {20 - x % 40} 70"
        for x in range(770, 1110, 30)
    )
    drops = "".join(
        path(
            f"M{x} {y}q{s} {s * 1.3} 0 {s * 1.9}q{-s} {-s * 0.6} 0 {-s * 1.9}z",
            air.colour(AZURE.tint),
            opacity=0.9,
        )
        for k, x in enumerate(range(60, 1600, 58))
        for y, s in ((640 + (k * 37) % 130, 15), (770 + (k * 53) % 90, 11))
    )
    stones = "".join(
        ellipse(
            (k * 173) % 1600,
            806 + (k * 47) % 100,
            16 + (k * 11) % 26,
            10 + (k * 7) % 12,
            mix(clay, STONE.net, 0.35),
        )
        for k in range(34)
    )
    pool = smooth([(-20, 918), (260, 900), (560, 926), (900, 896), (1240, 922), (1640, 902)])
    return (
        skies.sky(air, 580), skies.cloud(60, 190, 520, air.colour(SLATE.net), 0.55),
        skies.cloud(760, 140, 640, air.colour(SLATE.net), 0.5), skies.cloud(1220, 230, 420, air.colour(SLATE.wall), 0.4),
        land.hill([(-20, 430), (500, 380), (1000, 440), (1640, 390)], air.colour(GREEN.net, 0.5), bottom=580),
        facades.row(row[:2], 0, 566, air), facades.house(row[2], 1350, 566, air),
        rect(0, 560, 1600, 440, soil),
        path(smooth([(-20, 740), (400, 716), (800, 770), (1200, 726), (1640, 752)]) + "L1640 1000L-20 1000Z", deep),
        path(smooth([(-20, 846), (420, 820), (820, 862), (1180, 826), (1640, 858)]) + "L1640 1000L-20 1000Z", clay),
        stones, drops, path(pool + "L1640 1000L-20 1000Z", air.colour(AZURE.net)),
        stroke(pool, air.colour(AZURE.tint), 5, opacity=0.7),
        water.ripples(920, 1000, air.colour(AZURE.tint), "under", 40, opacity=0.35),
        rect(0, 556, 1600, 16, air.colour(GREEN.net)), path(bowl, air.colour(GREEN.ink)),
        path("M690 588C750 600 780 636 870 638H1000C1090 636 1120 600 1180 588Z", air.colour(AZURE.wall)),
        stroke(roots, mix(soil, PAPER, 0.42), 3, opacity=0.75),
        *(trees.grass(x, 648 - abs(x - 935) * 0.12, 54, h, air.colour(c), 9) for x, h, c in
          ((740, 120, GREEN.wall), (810, 150, trees.LIME), (880, 110, GREEN.wall), (1000, 140, trees.LIME),
           (1070, 160, GREEN.wall), (1130, 110, trees.LIME))),
        trees.tree(935, 650, 420, air, slim=0.95), pipes,
        umbrella(1292, 560, 150, air.colour(PLUM.net), air.colour(ORANGE.wall)),
        skies.rain("gorzow", mix(air.low, WHITE, 0.5), 190, bottom=560),
    )  # fmt: skip


@scene("city-gorzow-wielkopolski-1")
def gorzow_embankment() -> tuple[str, ...]:
    air = light.dawn()
    houses = facades.pierzeja("gorzow", [CREAM, pale(BRICK, 0.3), pale(AZURE, 0.3), pale(GOLD, 0.3), pale(ROSE, 0.3)], 9,
                              height=190, tops="eaves mansard steep pediment", ground="door", storeys=3)  # fmt: skip
    shore = group(
        land.hill(
            [(-20, 300), (300, 240), (700, 290), (1100, 230), (1640, 280)],
            air.colour(GREEN.net, 0.45),
            bottom=520,
        ),
        facades.row(houses, -20, 470, air, span=1640),
        landmarks.town_tower(
            1010, 470, 92, 330, air, BRICK, helm="pyramid", brick=True, roof=BRICK.ink
        ),
        landmarks.arches(-20, 1640, 470, 610, air, BRICK, 13, thick=18),
    )
    return (
        skies.sky(air, 620), skies.sun(420, 170, 58), skies.streaky("gw", air, 60, 240, 7), shore,
        water.quay(606, 34, air, STONE, "q"),
        water.band(640, 1000, air, AZURE.net, "warta", glints=50),
        water.reflection(640, shore, 360, air.colour(AZURE.net), "warta", veil=0.34),
        street.railing(0, 1600, 606, 34, air.colour(INK), 26),
        *(street.lamp(x, 606, 120, air) for x in (180, 560, 940, 1320)),
        water.rowing_boat(300, 820, 220, air, BRICK.ink), water.rowing_boat(470, 850, 250, air, TEAL.ink),
    )  # fmt: skip


@scene("city-gorzow-wielkopolski-2")
def gorzow_tram() -> tuple[str, ...]:
    air = light.day(GREEN, 0.6)
    slope = [CREAM, pale(BRICK, 0.4), pale(GOLD, 0.4), pale(ORANGE, 0.45)]
    homes = "".join(
        facades.house(
            House(("saddle", "eaves", "steep")[k % 3], slope[k % 4], 110, 76, 2, 2), x, y, air, 0.18
        )
        + trees.tree(x + 150, y + 8, 110, air, depth=0.2)
        for k, (x, y) in enumerate(
            ((120, 470), (360, 420), (640, 372), (930, 352), (1190, 400), (1420, 456))
        )
    )
    return (
        skies.sky(air), skies.sun(1310, 140, 70), skies.cloud(210, 170, 300, WHITE, 0.8),
        land.hill([(-20, 430), (300, 300), (760, 200), (1180, 260), (1640, 400)], air.colour(GREEN.wall, 0.5)),
        land.hill([(-20, 560), (300, 470), (720, 370), (1060, 350), (1640, 520)], air.colour(GREEN.wall, 0.22),
                  hatch=air.colour(GREEN.net, 0.2)), homes,
        land.hill([(-20, 640), (500, 560), (1000, 540), (1640, 600)], air.colour(GREEN.net),
                  hatch=air.colour(GREEN.wall)),
        trees.avenue(-40, 1640, 700, 210, 11, air, [GREEN.wall, trees.LIME, GREEN.net], seed="g2"),
        rect(0, 692, 1600, 308, air.colour(mix(SLATE.wall, LINE, 0.55))),
        rect(0, 692, 1600, 12, air.colour(LINE)),
        vehicles.wires(505, -10, 1610, air.colour(INK), (70, 1500), 700),
        ellipse(800, 868, 720, 20, air.shadow, opacity=0.22), vehicles.tram(120, 866, 264, air, BRICK, 3),
        rect(0, 862, 1600, 7, air.colour(SLATE.ink)), rect(0, 930, 1600, 7, air.colour(SLATE.ink)),
        trees.bush(60, 1010, 260, air), trees.bush(1520, 1020, 320, air, trees.LIME),
    )  # fmt: skip


@scene("city-gorzow-wielkopolski-3")
def gorzow_garden() -> tuple[str, ...]:
    air = light.rain()
    wet = air.colour(AZURE.wall)
    return (
        skies.sky(air, 640), skies.cloud(380, 190, 560, air.colour(SLATE.wall), 0.5),
        industry.block(560, 600, 460, 330, air, pale(SLATE, 0.3), storeys=5, bays=7, depth=0.35),
        industry.block(-120, 660, 560, 560, air, GOLD, storeys=6, bays=6),
        industry.block(1180, 660, 560, 600, air, TEAL, storeys=6, bays=6),
        land.lawn(640, air, "garden", colour=GREEN.net),
        path("M300 1000C360 860 520 760 700 700C800 664 900 690 960 740C1060 830 1260 840 1340 1000Z",
             mix(wet, air.low, 0.25)),
        path("M360 1000C420 880 560 790 720 730C800 700 870 720 920 766C1010 850 1190 880 1250 1000Z", wet),
        water.rings("g3", 760, 1000, air.colour(WHITE), 16),
        path("M-20 824Q500 780 900 812T1640 790V832Q1200 852 900 856T-20 872Z", air.colour(mix(BROWN.wall, PAPER, 0.3))),
        stroke("".join(f"M{x} {818 - (x % 300) * 0.02}v40" for x in range(10, 1600, 40)), air.colour(BROWN.net), 3),
        street.railing(0, 1600, 818, 46, air.colour(BROWN.ink), 80),
        umbrella(1000, 836, 190, air.colour(SLATE.ink), air.colour(BRICK.wall)),
        umbrella(590, 842, 176, air.colour(TEAL.ink), air.colour(LAMP)),
        *(trees.reeds(x, y, 170, h, air, 14) for x, y, h in ((170, 1010, 270), (420, 960, 190), (1180, 990, 220), (1330, 1020, 300))),
        trees.birch(470, 690, 300, air), trees.birch(1130, 690, 260, air), trees.bush(720, 712, 120, air),
        skies.rain("g3", mix(air.low, WHITE, 0.5), 170),
    )  # fmt: skip


@scene("news-gorzow-po-deszczu")
def gorzow_puddle() -> tuple[str, ...]:
    air = light.golden()
    houses = [House("attic", pale(GOLD, 0.1), 220, 330, 3, 3), House("stepped", BRICK, 200, 350, 3, 3, brick=True),
              House("baroque", pale(TEAL, 0.1), 230, 330, 3, 3, "crowned"), House("mansard", pale(ROSE, 0.1), 210, 300, 3, 3),
              House("neck", COBALT, 200, 340, 3, 3), House("pediment", CREAM, 240, 320, 3, 3, "arched"),
              House("steep", pale(GREEN, 0.1), 220, 310, 3, 3)]  # fmt: skip
    street_front = facades.row(houses, -20, 210, air, span=1640)
    pool = (
        "M90 590C150 470 420 430 700 440C980 400 1360 420 1500 540C1620 660 1420 800 1180 820"
        "C960 900 700 860 520 880C260 880 20 740 90 590Z"
    )
    drop = "M1230 300C1300 276 1420 280 1470 310C1440 340 1290 346 1230 300Z"
    sky_in = skies.sky(air) + skies.sun(1010, 640, 60) + skies.cloud(560, 780, 260, WHITE, 0.8)
    flipped = group(street_front, transform="translate(0 640) scale(1 -1)")
    return (
        skies.sky(air), street_front,
        land.pavement(206, air, blend(SLATE, STONE, 0.45), rows=11, seed="g"),
        rect(0, 206, 1600, 26, air.colour(STONE.wall)), rect(0, 232, 1600, 8, air.shadow, opacity=0.3),
        path(pool, air.colour(SLATE.ink), opacity=0.4, transform="translate(0 9)"),
        clipped(pool, sky_in, flipped, skies.birds(760, 700, INK, 4, 20),
                water.ripples(450, 880, WHITE, "p", 18, opacity=0.45)),
        clipped(drop, skies.sky(air)), path(drop, air.colour(ORANGE.tint), opacity=0.8),
        path("M160 330q70-30 150-6q-60 30-150 6z", air.colour(ORANGE.tint), opacity=0.8),
        walker(1330, 300, 250, BRICK.net, bag=GOLD.wall), walker(420, 280, 220, TEAL.net, facing=-1),
        group(*(path("M0 0q14-26 44-24q-8 28-44 24z", c, transform=f"translate({x} {y}) rotate({r})")
                for x, y, r, c in ((240, 930, 20, GOLD.wall), (1330, 900, -30, ORANGE.wall), (820, 940, 60, BRICK.wall),
                                   (660, 560, 10, ORANGE.wall), (1120, 760, 40, GOLD.wall)))),
    )  # fmt: skip


@scene("szczecinek-autobusy-elektryczne")
def szczecinek() -> tuple[str, ...]:
    air = light.dusk()
    town = group(
        land.hill([(-20, 440), (500, 420), (1100, 436), (1640, 410)], air.colour(GREEN.ink, 0.2), bottom=490),
        facades.row(facades.pierzeja("szcz", [BRICK, GOLD, CREAM, ROSE, TEAL], 11, height=110, storeys=3,
                                     tops="steep saddle mansard eaves"), 240, 478, air, 0.1, span=1180),
        landmarks.town_tower(820, 478, 66, 230, air, BRICK, helm="spire", depth=0.08),
        trees.avenue(-60, 250, 480, 130, 5, air, [GREEN.net], 0.1), trees.avenue(1420, 1660, 480, 120, 4, air, [GREEN.net], 0.1),
    )  # fmt: skip
    lake = air.colour(COBALT.net)
    return (
        skies.sky(air, 480), skies.moon(1290, 120, 44), skies.stars("sz", 60, 240),
        skies.streaky("sz", air, 180, 360, 5), town, water.band(478, 800, air, COBALT.net, "sz", glints=40),
        water.reflection(478, town, 260, lake, "sz", veil=0.35),
        rect(0, 742, 1600, 258, air.colour(SLATE.wall)), rect(0, 736, 1600, 14, air.colour(LINE)),
        street.railing(0, 1600, 738, 54, air.colour(INK), 30),
        *(street.lamp(x, 742, 300, air) for x in (120, 1130)),
        stroke("M0 960H1600", air.colour(PAPER), 6, stroke_dasharray="70 60", opacity=0.6),
        ellipse(700, 922, 430, 16, INK, opacity=0.35), poly([(1034, 850), (1600, 820), (1600, 990)], LAMP, opacity=0.16),
        street.charger(930, 916, 470, air, TEAL), vehicles.bus(330, 922, 250, air, TEAL, electric=True),
        walker(1250, 800, 140, air.colour(BRICK.wall), still=True), walker(1320, 806, 146, air.colour(GOLD.wall), still=True),
    )  # fmt: skip


@scene("city-cieszyn-1")
def cieszyn_bridge() -> tuple[str, ...]:
    air = light.day(ROSE, 0.5)
    left = facades.pierzeja("cl", [pale(ROSE, 0.2), CREAM, pale(GOLD, 0.2), pale(BRICK, 0.2)], 4, height=250, storeys=3,
                            tops="mansard baroque pediment attic")  # fmt: skip
    right = facades.pierzeja("cr", [pale(AZURE, 0.2), pale(ORANGE, 0.2), CREAM, pale(GREEN, 0.2)], 4, height=230, storeys=3,
                             tops="steep pediment mansard eaves")  # fmt: skip
    return (
        skies.sky(air), skies.sun(800, 210, 84), skies.cloud(260, 170, 280, WHITE, 0.8), skies.cloud(1100, 130, 240, WHITE, 0.7),
        land.hill([(-20, 420), (400, 330), (800, 390), (1180, 320), (1640, 420)], air.colour(GREEN.wall, 0.55)),
        trees.avenue(520, 1080, 520, 120, 9, air, [GREEN.wall, trees.LIME], 0.25),
        facades.row(left, -60, 560, air, span=640), facades.row(right, 1020, 560, air, span=640),
        landmarks.town_tower(300, 380, 80, 250, air, CREAM, helm="onion"),
        clipped("M380 500H1220L1320 1000H280Z", water.band(500, 1000, air, mix(AZURE.wall, TEAL.wall, 0.5), "olza", glints=46)),
        landmarks.arches(360, 1240, 520, 690, air, pale(ROSE, 0.1), 3, thick=30),
        street.railing(400, 1200, 510, 48, air.colour(INK), 20),
        *(street.lamp(x, 512, 150, air) for x in (545, 800, 1055)),
        walker(660, 512, 86, BRICK.net), walker(700, 512, 80, TEAL.net), walker(930, 512, 84, GOLD.net, facing=-1),
        vehicles.bicycle(990, 514, 44, COBALT.net, INK),
        path("M0 560H470Q440 700 360 820T300 1000H0Z", air.colour(STONE.wall)),
        path("M1600 560H1130Q1160 700 1240 820T1300 1000H1600Z", air.colour(mix(STONE.wall, INK, 0.1))),
        stroke("M470 560Q440 700 360 820T300 1000M1130 560Q1160 700 1240 820T1300 1000", air.colour(STONE.ink), 7),
        rect(0, 556, 474, 12, air.colour(STONE.tint)), rect(1126, 556, 474, 12, air.colour(STONE.tint)),
        trees.avenue(20, 400, 700, 170, 3, air, [GREEN.net, trees.LIME], seed="ol"),
        trees.avenue(1210, 1590, 700, 160, 3, air, [trees.LIME, GREEN.net], seed="or"),
        street.bench(130, 800, 150, air), street.bench(1340, 820, 160, air),
        trees.bush(270, 1010, 260, air), trees.bush(1340, 1016, 340, air, trees.LIME), trees.bush(80, 1030, 300, air, GREEN.wall),
        trees.bush(1560, 1030, 280, air), *(ellipse(x, y, r, r * 0.4, air.colour(STONE.wall)) for x, y, r in
                                          ((560, 930, 36), (640, 968, 26), (980, 950, 34), (1050, 900, 22), (840, 880, 18))),
    )  # fmt: skip


@scene("pila-obwodnica-rowerowa")
def pila() -> tuple[str, ...]:
    air = light.day(TEAL, 0.55)
    ring = [((560, 1010), (1130, 1010)), ((700, 850), (1080, 880)), ((900, 740), (1180, 770)), ((1130, 660), (1350, 676)),
            ((1170, 580), (1330, 584)), ((960, 518), (1080, 520)), ((700, 470), (788, 470)), ((560, 428), (624, 428)),
            ((640, 396), (690, 396))]  # fmt: skip
    stream = smooth([(-20, 700), (260, 670), (520, 620), (900, 600), (1300, 640), (1640, 600)])
    return (
        skies.sky(air), skies.sun(310, 170, 70), skies.cloud(1050, 170, 320, WHITE, 0.8),
        land.hill([(-20, 400), (500, 360), (1000, 390), (1640, 350)], air.colour(GREEN.wall, 0.55)),
        facades.row(facades.pierzeja("pila", [BRICK, CREAM, GOLD, TEAL], 9, height=60, storeys=2, tops="saddle eaves steep"),
                    760, 392, air, 0.35, span=620),
        landmarks.town_tower(1120, 392, 40, 120, air, BRICK, helm="spire", depth=0.3),
        land.hill([(-20, 440), (400, 410), (900, 430), (1640, 400)], air.colour(GREEN.wall, 0.2), hatch=air.colour(GREEN.net, 0.2)),
        stroke(stream, air.colour(AZURE.wall), 96, stroke_linecap="butt"),
        stroke(smooth([(-20, 690), (260, 662), (520, 616), (900, 594), (1300, 634), (1640, 592)]), air.colour(AZURE.tint), 5, opacity=0.7),
        stroke(smooth([(-20, 722), (300, 690), (600, 640)]), air.colour(AZURE.tint), 4, opacity=0.5),
        trees.avenue(20, 560, 470, 130, 6, air, [GREEN.net, trees.LIME, GREEN.wall], 0.15),
        trees.avenue(1240, 1620, 520, 170, 4, air, [GREEN.net, trees.LIME], 0.1),
        land.road(ring, air.colour(BRICK.wall), air.colour(PAPER), "30 26"),
        stroke("M1088 690L1092 650M1128 664L1130 622M1160 636L1162 598M1178 604L1180 570M1088 652Q1150 616 1182 572",
               air.colour(INK), 5),
        stroke("M1262 716L1266 668M1318 690L1320 644M1346 654L1346 612M1340 608L1340 572M1264 672Q1370 630 1342 574",
               air.colour(INK), 5),
        vehicles.bicycle(905, 800, 66, COBALT.net, INK), vehicles.bicycle(1010, 505, 30, PLUM.net, INK), vehicles.bicycle(650, 455, 22, INK, INK),
        vehicles.bicycle(690, 960, 128, air.colour(GOLD.wall), INK),
        land.hill([(-20, 800), (200, 770), (420, 850), (560, 1010)], air.colour(GREEN.net), hatch=air.colour(GREEN.wall)),
        trees.tree(150, 880, 520, air), trees.tree(1450, 900, 560, air, colour=trees.LIME), trees.bush(1240, 1010, 260, air),
        trees.grass(420, 960, 90, 110, air.colour(trees.LIME)), trees.grass(1330, 940, 90, 100, air.colour(GREEN.wall)),
    )  # fmt: skip
