"""Rooms with a view: offices, kitchens, meeting rooms, stairs and corridors."""

from random import Random

from .. import facades, industry, land, landmarks, light, rooms, skies, street, trees, water, windows
from ..facades import House
from ..figures import walker
from ..palette import (
    AZURE, BRICK, BROWN, COBALT, CREAM, GOLD, GREEN, INK, LAMP, LINE, ORANGE, PAPER, PLUM, ROSE,
    SHADE, SLATE, STONE, TEAL, WHITE, Tone, blend, mix, pale,
)  # fmt: skip
from ..perspective import Plane
from ..svg import box, circle, clipped, ellipse, glow, group, path, poly, rect, segment, smooth, stroke
from .registry import scene


@scene("cieszyn-pierwsze-sto-dni")
def cieszyn_desk() -> tuple[str, ...]:
    air = light.clear(0.5)
    outside = group(
        skies.sky(air, 760), skies.cloud(520, 230, 260, WHITE, 0.9), skies.cloud(1060, 170, 220, WHITE, 0.8),
        land.hill([(300, 560), (620, 430), (820, 390), (1060, 440), (1400, 560)], air.colour(GREEN.wall, 0.2), hatch=air.colour(trees.LIME)),
        landmarks.rotunda(810, 420, 190, air, STONE, 0.05), landmarks.castle_tower(1050, 446, 80, 190, air, STONE, 0.12), *(trees.tree(x, y, h, air, depth=0.1) for x, y, h in ((600, 480, 160), (680, 450, 130), (960, 440, 130), (1160, 500, 170), (500, 540, 170))),
        facades.row(facades.pierzeja("cs", [pale(ROSE, 0.1), CREAM, pale(GOLD, 0.2), pale(TEAL, 0.2), pale(BRICK, 0.2)], 6, height=150, storeys=3, tops="steep baroque mansard attic"), 380, 760, air, 0.05, span=860),
    )  # fmt: skip
    return (
        rooms.wall(mix(ROSE.tint, ROSE.wall, 0.22), paper=mix(ROSE.tint, ROSE.wall, 0.27)), rooms.view(400, 90, 800, 600, PAPER, outside, panes=(3, 2), sill=PAPER),
        rooms.curtain(250, 60, 170, 700, ROSE.net), group(rooms.curtain(0, 0, 170, 700, ROSE.net), transform="translate(1350 60) scale(-1 1)"),
        rooms.desk(760, mix(BROWN.wall, GOLD.wall, 0.2)), rooms.light_pool([(560, 800), (1040, 800), (1240, 1000), (600, 1000)], 0.2),
        rooms.laptop(800, 872, 330, SLATE.net, AZURE.tint, rect(8, 10, 34, 5, ROSE.wall) + rect(8, 20, 76, 3, LINE) + rect(8, 27, 70, 3, LINE) + rect(8, 34, 74, 3, LINE) + rect(60, 42, 22, 8, ROSE.net)),
        rooms.plant(1150, 880, 260, ORANGE.wall), rooms.cup(520, 900, 92, COBALT.wall, PAPER), rooms.papers(300, 900, 230, 150, turn=-8, lines=4, accent=ROSE.wall), rooms.desk_lamp(1400, 900, 380, GOLD.wall, -1),
        segment(380, 960, 500, 930, GOLD.wall, 12), rect(1010, 930, 110, 70, LAMP, transform="rotate(6 1010 930)"),
    )  # fmt: skip


@scene("zawiercie-ocena-rozmowa")
def zawiercie_chairs() -> tuple[str, ...]:
    air = light.golden()
    rocks = "".join(path(f"M{x} {y}l{w * 0.1}-{h * 0.6}l{w * 0.2}-{h * 0.3}l{w * 0.2} {h * 0.14}l{w * 0.12}-{h * 0.24}l{w * 0.2} {h * 0.4}l{w * 0.18} {h * 0.6}z", air.colour(PAPER, 0.15)) + path(f"M{x + w * 0.5} {y}l{w * 0.04}-{h * 0.7}l{w * 0.2}-{h * 0.1}l{w * 0.26} {h * 0.8}z", air.colour(STONE.wall, 0.2)) for x, y, w, h in ((420, 520, 170, 190), (640, 500, 120, 130), (1090, 510, 180, 210)))
    outside = group(
        skies.sky(air, 640), skies.sun(880, 260, 60), land.hill([(300, 520), (600, 470), (900, 500), (1300, 460)], air.colour(GREEN.wall, 0.4)), rocks, industry.chimney(960, 580, 300, air, BRICK, depth=0.15, plume=120),
        land.hill([(300, 560), (700, 530), (1000, 550), (1300, 520)], air.colour(GREEN.net, 0.15)), trees.avenue(340, 1260, 640, 120, 10, air, [GREEN.net, trees.LIME, GOLD.wall], 0.05),
    )  # fmt: skip
    wall_colour = mix(ROSE.ink, ROSE.net, 0.55)
    return (
        rooms.wall(wall_colour, dado=800, dado_colour=mix(wall_colour, INK, 0.2)), rooms.view(360, 90, 880, 540, CREAM.wall, outside, panes=(4, 2), arch=0.0, sill=CREAM.wall),
        poly([(360, 800), (1240, 800), (1500, 1000), (420, 1000)], LAMP, opacity=0.16), rooms.floor(840, mix(BROWN.net, BROWN.wall, 0.4), air), rooms.light_pool([(520, 850), (1180, 850), (1420, 1000), (560, 1000)], 0.2),
        ellipse(800, 952, 560, 42, mix(GOLD.wall, ROSE.wall, 0.4)), ellipse(800, 952, 500, 34, mix(GOLD.tint, ROSE.wall, 0.3)),
        rooms.armchair(430, 950, 330, TEAL, 1), rooms.armchair(1170, 950, 330, Tone(GOLD.net, GOLD.wall, GOLD.tint, GOLD.ink), -1), rect(785, 770, 30, 180, BROWN.ink), ellipse(800, 946, 90, 14, BROWN.ink), ellipse(800, 772, 150, 26, BROWN.wall), ellipse(800, 766, 150, 26, mix(BROWN.wall, PAPER, 0.2)),
        rooms.cup(740, 764, 54, PAPER, PAPER), rooms.cup(880, 768, 54, ROSE.wall, PAPER), path("M772 772l70-14l22 14l-70 16z", WHITE), stroke("M790 774l44-9M800 779l44-9", LINE, 3),
        rect(110, 200, 150, 200, CREAM.wall), rect(122, 212, 126, 176, AZURE.tint), path("M122 388l40-70l34 40l26-30l26 60z", GREEN.wall), rect(1340, 250, 150, 110, CREAM.wall), rect(1352, 262, 126, 86, ROSE.tint), path("M1372 340v-30l18-18l18 18v30zM1412 340v-46l24-24l24 24v46z", GOLD.wall), path("M1352 340h126v8h-126z", TEAL.net), rooms.plant(130, 960, 300, ORANGE.net), 
    )  # fmt: skip


@scene("torun-zlota-raczka")
def torun_tap() -> tuple[str, ...]:
    air = light.golden()
    town = group(
        landmarks.gothic_church(760, 560, 330, 250, air, BRICK, 0.08), landmarks.town_tower(690, 560, 90, 260, air, BRICK, helm="pyramid", brick=True, depth=0.08, roof=BRICK.ink), landmarks.town_tower(1180, 560, 70, 190, air, BRICK, helm="spire", depth=0.15, roof=BRICK.ink),
        facades.row(facades.pierzeja("tor", [BRICK, pale(BRICK, 0.2), CREAM, GOLD], 9, height=70, storeys=2, tops="stepped steep saddle"), 620, 570, air, 0.05, span=700), rect(600, 560, 740, 26, air.colour(BRICK.ink)), *(rect(600 + k * 26, 550, 14, 12, air.colour(BRICK.ink)) for k in range(29)),
    )  # fmt: skip
    outside = group(skies.sky(air, 600), skies.sun(1110, 250, 56), skies.streaky("tor", air, 150, 330, 4), town, water.band(584, 760, air, AZURE.net, "to"), water.reflection(584, town, 120, air.colour(AZURE.net), "to"))
    tile, line = mix(PLUM.tint, WHITE, 0.3), mix(PLUM.tint, PLUM.wall, 0.22)
    tiles = rect(0, 0, 1600, 720, tile) + stroke("".join(f"M{x} 0V720" for x in range(40, 1600, 96)) + "".join(f"M0 {y}H1600" for y in range(48, 720, 96)), line, 5)
    accents = "".join(path(f"M{x + 48} {y + 12}l36 36l-36 36l-36-36z", (PLUM.wall, GOLD.wall, TEAL.wall)[(x + y) // 96 % 3], opacity=0.75) for x, y in ((40, 432), (232, 432), (424, 432), (136, 240), (328, 240)))
    tools = group(
        rect(60, 620, 330, 100, BRICK.net, rx=8), rect(60, 606, 330, 26, BRICK.ink, rx=6), stroke("M150 606v-40q0-16 16-16h118q16 0 16 16v40", BRICK.ink, 16), rect(200, 640, 50, 26, LAMP),
    )  # fmt: skip
    wrench = group(rect(-10, -170, 20, 180, SLATE.wall), path("M-34-170q-10-50 20-66v44h28v-44q30 16 20 66q-14 24-34 24t-34-24z", SLATE.wall), transform="translate(1056 712) rotate(-14)")
    tap = group(
        rect(486, 470, 60, 200, GOLD.wall, rx=10), rect(470, 648, 92, 26, GOLD.net, rx=6), path("M516 500V430Q516 340 600 340T690 420V470H640V424Q640 392 604 392T566 430V500Z", GOLD.wall), path("M634 462h62v22h-62z", GOLD.net), rect(500, 400, 32, 40, GOLD.net), rect(452, 376, 128, 28, PLUM.wall, rx=14),
        stroke("M502 490V640M528 420Q540 356 600 356", mix(GOLD.wall, WHITE, 0.6), 6), transform="translate(-40 50)",
    )  # fmt: skip
    return (
        tiles, accents, rooms.view(640, 110, 700, 520, PAPER, outside, panes=(2, 2), sill=PAPER),
        rect(0, 716, 1600, 40, mix(BROWN.wall, PAPER, 0.35)), rect(0, 756, 1600, 244, mix(PLUM.net, PLUM.wall, 0.4)), rect(0, 756, 1600, 10, PLUM.ink), rect(440, 716, 520, 14, SLATE.wall), path("M460 730H940L920 756H480Z", SLATE.net),
        tap, path("M625 566q22 34 0 52q-22-18 0-52z", AZURE.wall), path("M625 656q16 24 0 38q-16-14 0-38z", AZURE.wall, opacity=0.7), tools, wrench, rooms.plant(1430, 716, 230, ORANGE.wall), rooms.cup(1180, 716, 90, TEAL.wall, WHITE),
        *(rect(x, 800, 330, 180, mix(PLUM.net, PLUM.wall, 0.75), rx=4) + rect(x + 130, 824, 70, 12, GOLD.wall, rx=6) for x in (60, 430, 800, 1170)),
    )  # fmt: skip


@scene("swidwin-zgloszenia-usterek")
def swidwin_phone() -> tuple[str, ...]:
    air = light.rain()
    outside = group(
        skies.sky(air, 640), skies.cloud(340, 240, 420, air.colour(SLATE.net), 0.5), skies.cloud(820, 200, 480, air.colour(SLATE.net), 0.45), facades.row(facades.pierzeja("sw", [BRICK, GOLD, CREAM, TEAL, ROSE], 7, height=200, storeys=3, tops="saddle steep eaves"), 300, 640, air, 0.12, span=1000),
        landmarks.castle_tower(900, 560, 120, 260, air, BRICK, 0.15), rect(850, 560, 110, 90, air.colour(BRICK.wall, 0.1)), street.lamp(480, 660, 300, air, out=True), street.lamp(1120, 660, 300, air), rect(280, 640, 1100, 160, air.colour(SLATE.net)), water.puddle(680, 684, 240, 34, air.colour(AZURE.tint)), water.puddle(1010, 700, 150, 20, air.colour(AZURE.tint)), skies.rain("sw", mix(air.low, WHITE, 0.5), 150, bottom=760),
    )  # fmt: skip
    room = mix(COBALT.ink, INK, 0.25)
    drops = "".join(path(f"M{x} {y}q7 12 0 18q-7-6 0-18z", WHITE, opacity=0.45) for x, y in ((420, 180), (560, 330), (700, 210), (840, 420), (980, 260), (1100, 380), (1180, 190), (500, 520), (760, 560), (1050, 540)))
    phone = group(
        path("M-150 0Q-150-90-90-120H90Q150-90 150 0Z", BRICK.net), path("M-150 0Q-150-90-90-120H-40Q-100-90-100 0Z", BRICK.wall), rect(-164, -6, 328, 26, BRICK.ink, rx=12), circle(0, -60, 50, BRICK.ink), circle(0, -60, 18, PAPER), *(circle(c * 35, -60 + s * 35, 8, PAPER) for c, s in ((1, 0), (0.7, 0.7), (0, 1), (-0.7, 0.7), (-1, 0), (-0.7, -0.7), (0, -1), (0.7, -0.7))),
        path("M-176-150Q-180-196-120-196H120Q180-196 176-150L150-112H96L84-150H-84L-96-112H-150Z", BRICK.ink), stroke("M160 0q60 20 40 60t60 40", BRICK.ink, 8), transform="translate(620 838)",
    )  # fmt: skip
    return (
        rooms.wall(room, paper=mix(room, COBALT.net, 0.12)), rooms.view(330, 70, 940, 600, SHADE, outside, panes=(3, 2), sill=SHADE), drops, glow(1380, 560, 420, LAMP, 0.4),
        rooms.desk(800, BROWN.net), rooms.desk_lamp(1400, 872, 430, GOLD.wall, -1), phone,
        group(rect(-62, -112, 124, 224, INK, rx=18, transform="translate(6 7)", opacity=0.4), rect(-62, -112, 124, 224, mix(SLATE.ink, INK, 0.5), rx=18), circle(-34, -80, 13, SLATE.wall), circle(-34, -48, 9, SLATE.wall), transform="translate(290 900) rotate(70)"),
        rooms.papers(1010, 910, 330, 180, turn=3, lines=5, accent=COBALT.wall), *(rect(856, y, 20, 16, c) for y, c in ((868, GREEN.wall), (896, GREEN.wall), (924, LAMP))), segment(1180, 930, 1270, 872, LAMP, 11), rooms.cup(1530, 960, 80, TEAL.wall, PAPER),
    )  # fmt: skip


@scene("sokolow-podlaski-teleopieka")
def sokolow_section() -> tuple[str, ...]:
    """Two flats cut open at night: an armchair and a lamp; next door the key on its hook."""
    air = light.night()

    def room(x: float, y: float, w: float, h: float, paper: str, stripe: str, *parts: str) -> str:
        walls = rect(x, y, w, h, paper) + path("".join(box(x + k * 40, y, 16, h) for k in range(int(w / 40))), stripe)
        return clipped(box(x, y, w, h), walls, rect(x, y + h - 18, w, 18, BROWN.net), *parts)

    dark, dim = mix(air.top, INK, 0.3), mix(PLUM.ink, INK, 0.45)
    warm, stripe = mix(LAMP, PLUM.tint, 0.45), mix(LAMP, PLUM.tint, 0.3)
    hall = mix(PLUM.wall, LAMP, 0.35)
    lamp_ = glow(420, 560, 330, WHITE, 0.6) + rect(414, 520, 10, 230, BROWN.ink) + poly([(370, 530), (468, 530), (446, 450), (392, 450)], LAMP)
    left = room(190, 400, 520, 360, warm, stripe, lamp_, rooms.armchair(600, 742, 210, PLUM), rect(250, 480, 90, 110, BROWN.wall), rect(262, 492, 66, 86, AZURE.tint), rect(470, 660, 76, 84, BROWN.wall), rooms.cup(508, 660, 36, TEAL.wall, BROWN.wall), glow(560, 640, 46, BRICK.wall, 0.8), circle(560, 640, 9, BRICK.net))
    stairs = "".join(rect(742 + k * 17, 742 - k * 26, 18, 18 + k * 26, mix(hall, INK, 0.28)) for k in range(9))
    middle = room(720, 400, 170, 360, hall, mix(hall, INK, 0.05), stairs, rooms.hanging_lamp(806, 446, 60, PLUM.ink), walker(800, 704, 150, TEAL.net, facing=-1))
    key = group(circle(0, 0, 20, "none", stroke=GOLD.wall, stroke_width=9), stroke("M0 20V84M0 62h20M0 80h16", GOLD.wall, 9), transform="translate(1010 520)")
    right = room(900, 400, 510, 360, mix(GOLD.tint, TEAL.wall, 0.3), mix(GOLD.tint, TEAL.wall, 0.36), rect(960, 476, 100, 18, BROWN.net), key, rooms.hanging_lamp(1220, 500, 110, TEAL.net), rooms.table(1110, 650, 230, 742, BROWN.wall, BROWN.ink, 14), rooms.cup(1180, 650, 40, BRICK.wall, WHITE), rooms.cup(1270, 650, 40, GOLD.wall, WHITE), street.side_chair(1090, 742, 120, BROWN.net, BROWN.ink), street.side_chair(1370, 742, 120, BROWN.net, BROWN.ink, -1))
    sleeping = room(190, 60, 520, 320, dim, dim, rect(250, 150, 120, 130, mix(dim, COBALT.wall, 0.4)), rect(420, 290, 260, 80, mix(dim, PLUM.wall, 0.35)), rect(420, 250, 16, 120, mix(dim, BROWN.wall, 0.5)))
    upstairs = room(900, 60, 510, 320, dim, dim, rect(980, 150, 120, 130, mix(dim, COBALT.wall, 0.4)), rooms.plant(1300, 366, 130, mix(dim, BRICK.wall, 0.4), mix(dim, GREEN.wall, 0.4)))
    landing = room(720, 60, 170, 320, mix(hall, INK, 0.45), mix(hall, INK, 0.45))
    return (
        skies.sky(air), skies.stars("sok", 140, 700), skies.moon(90, 150, 44, 0.5), rect(170, 20, 1260, 980, mix(PLUM.ink, INK, 0.2)), sleeping, landing, upstairs, left, middle, right,
        rect(170, 380, 1260, 20, PLUM.ink), rect(170, 760, 1260, 22, PLUM.ink), rect(190, 782, 1220, 218, mix(PLUM.net, INK, 0.35)), facades.bricks(190, 782, 1220, 218, air.tone(PLUM), Random("s"), 10, 0.2), windows.door(730, 1000, 130, 190, air.tone(TEAL), lit=True),
        *(windows.window(x, 840, 110, 120, air.tone(PLUM), lit=k == 2) for k, x in enumerate((260, 480, 960, 1180))), rect(160, 0, 1280, 26, PLUM.ink), stroke("M560 630Q640 470 760 560T1000 540", LAMP, 4, stroke_dasharray="3 14"), street.lamp(1520, 1000, 460, air), trees.bare(60, 1000, 380, dark),
    )  # fmt: skip


@scene("nysa-szkolny-budzet-obywatelski")
def nysa_ballot() -> tuple[str, ...]:
    air = light.clear(0.4)
    outside = group(skies.sky(air, 560), skies.cloud(260, 200, 220, WHITE, 0.9), land.hill([(100, 500), (500, 450), (800, 480)], air.colour(GREEN.wall, 0.3)), landmarks.town_tower(460, 560, 90, 300, air, CREAM, helm="spire", depth=0.06), facades.row(facades.pierzeja("ny", [pale(BRICK, 0.1), CREAM, GOLD], 4, height=120, storeys=2, tops="stepped steep"), 150, 566, air, 0.05, span=560))
    board = rect(820, 110, 640, 380, BROWN.ink) + rect(840, 130, 600, 340, mix(GREEN.ink, TEAL.ink, 0.4)) + "".join(stroke(d, PAPER, 6, opacity=0.85) for d in ("M900 400v-70h60v70zM890 330l40-40l40 40", "M1060 400h120M1080 400v-60h80v60M1100 340v-34h40v34", "M1260 400q-6-80 40-90q46 10 40 90zM1300 400v-60", "M880 430h520")) + rect(1260, 474, 120, 12, BROWN.wall) + rect(1290, 466, 30, 8, PAPER)
    paper_in = group(rect(-84, -150, 168, 200, WHITE), rect(-62, -122, 26, 26, "none", stroke=BRICK.net, stroke_width=6), stroke("M-60-112l12 14l24-34", BRICK.net, 7), stroke("M-24-108h80M-24-70h80M-62-70h18M-62-34h18M-24-34h60", LINE, 8), transform="translate(700 470) rotate(-7)")
    urn = group(
        paper_in, poly([(420, 520), (980, 520), (1030, 560), (370, 560)], mix(BRICK.wall, PAPER, 0.3)), rect(590, 532, 220, 15, INK, rx=7), rect(370, 558, 660, 330, BRICK.wall), rect(370, 558, 660, 16, BRICK.ink, opacity=0.4), rect(960, 558, 70, 330, BRICK.net),
        circle(690, 720, 86, PAPER), stroke("M648 722l30 34l58-72", BRICK.net, 20), rect(345, 880, 710, 18, BRICK.ink),
    )  # fmt: skip
    slips = "".join(rooms.papers(x, y, 130, 170, turn=r, lines=4, accent=c) for x, y, r, c in ((200, 930, -14, TEAL.wall), (1190, 930, 10, GOLD.wall), (1350, 900, -20, COBALT.wall)))
    return (
        rooms.wall(mix(BRICK.tint, GOLD.wall, 0.16), dado=640, dado_colour=mix(BRICK.tint, BRICK.wall, 0.3)), rooms.view(130, 100, 560, 440, PAPER, outside, panes=(2, 2), sill=PAPER), board, rooms.desk(840, mix(GOLD.wall, BROWN.wall, 0.35)), slips, urn,
        *(group(rect(0, 0, 150, 16, c), poly([(150, 0), (176, 8), (150, 16)], mix(PAPER, GOLD.wall, 0.3)), transform=f"translate({x} {y}) rotate({r})") for x, y, r, c in ((110, 860, 10, TEAL.net), (1420, 960, -24, BRICK.net), (1130, 980, 6, COBALT.net))),
    )  # fmt: skip


@scene("zabrze-cyfrowe-biuro-obslugi")
def zabrze_hall() -> tuple[str, ...]:
    """One hall instead of five buildings: a floor, columns, counters and a great window."""
    air = light.dawn()
    vx, vy = 800, 430
    back = (520, 250, 1080, 640)
    ceiling = Plane((-100, -160), (1700, -160), (1080, 250), (520, 250))
    floor = Plane((520, 640), (1080, 640), (1860, 1060), (-260, 1060))
    left, right = Plane((-100, -160), (520, 250), (520, 640), (-260, 1060)), Plane((1080, 250), (1700, -160), (1860, 1060), (1080, 640))
    outside = group(skies.sky(air, 640), skies.sun(930, 400, 60), industry.winding_tower(720, 640, 330, air, BRICK, 0.2), industry.chimney(950, 640, 240, air, BRICK, depth=0.35), facades.row(facades.pierzeja("zh", [BRICK, GOLD, pale(BRICK, 0.3)], 6, height=90, storeys=2, tops="eaves stepped saddle"), 500, 640, air, 0.2, span=600))
    pale_wall, cobalt = mix(COBALT.tint, WHITE, 0.3), COBALT
    desks = []
    for k in range(4):
        u0, u1 = 0.1 + k * 0.22, 0.24 + k * 0.22
        for plane, flip in ((left, False), (right, True)):
            a, b = (u0, u1) if not flip else (1 - u1, 1 - u0)
            desks += [plane.patch(a, 0.62, b, 0.9, cobalt.net), plane.patch(a, 0.6, b, 0.64, PAPER), plane.patch(a + 0.02, 0.36, b - 0.02, 0.58, mix(AZURE.tint, WHITE, 0.4)), plane.patch(a, 0.28, b, 0.33, LAMP if k != 1 else GREEN.wall)]
    columns = "".join(plane.patch(u - 0.012, 0.02, u + 0.012, 0.98, mix(COBALT.tint, COBALT.wall, 0.35)) for plane in (left, right) for u in (0.06, 0.28, 0.5, 0.72, 0.94))
    lamps = "".join(ceiling.patch(0.3, v, 0.44, v + 0.07, LAMP) + ceiling.patch(0.56, v, 0.7, v + 0.07, LAMP) for v in (0.1, 0.34, 0.56, 0.74, 0.88))
    return (
        ceiling.patch(0, 0, 1, 1, mix(COBALT.tint, COBALT.wall, 0.12)), lamps, left.patch(0, 0, 1, 1, pale_wall), right.patch(0, 0, 1, 1, mix(pale_wall, COBALT.wall, 0.1)), floor.patch(0, 0, 1, 1, mix(GOLD.tint, PAPER, 0.3)),
        *(floor.patch(i / 8, j / 8, (i + 1) / 8, (j + 1) / 8, mix(GOLD.tint, GOLD.wall, 0.22)) for i in range(8) for j in range(8) if (i + j) % 2), columns, *desks,
        rect(back[0], back[1], back[2] - back[0], back[3] - back[1], mix(COBALT.tint, COBALT.wall, 0.2)), rooms.view(590, 290, 420, 350, PAPER, outside, panes=(4, 1), arch=0.55), floor.patch(0.3, 0.0, 0.7, 0.75, LAMP, opacity=0.2), floor.patch(0.46, 0, 0.5, 1, COBALT.wall), floor.patch(0.46, 0.62, 0.85, 0.66, COBALT.wall),
        *(walker(x, y, h, c, still=s, bag=b) for x, y, h, c, s, b in ((640, 700, 110, BRICK.net, True, ""), (1010, 716, 120, TEAL.net, True, ""), (760, 690, 92, GREEN.net, False, GOLD.wall), (420, 850, 230, PLUM.net, True, ""), (1200, 880, 250, ORANGE.net, False, COBALT.net))),
        rect(840, 800, 190, 16, BROWN.wall, rx=6), rect(856, 816, 10, 56, INK), rect(1004, 816, 10, 56, INK), rooms.plant(560, 980, 250, BRICK.wall),
    )  # fmt: skip


@scene("city-zabrze-3")
def zabrze_screen() -> tuple[str, ...]:
    """A screen instead of a counter, but a chair for two."""
    air = light.clear(0.3)
    outside = group(skies.sky(air, 700), skies.cloud(160, 250, 240, WHITE, 0.85), industry.winding_tower(270, 620, 320, air, BRICK, 0.16), facades.row(facades.pierzeja("z3", [BRICK, pale(BRICK, 0.25), GOLD], 4, height=130, storeys=2, tops="stepped eaves"), 80, 700, air, 0.1, span=520))
    wall_ = mix(COBALT.wall, COBALT.ink, 0.35)
    screen = group(
        rect(760, 170, 560, 370, INK, rx=18), rect(782, 192, 516, 326, mix(AZURE.tint, WHITE, 0.4)), rect(782, 192, 516, 56, COBALT.net), *(circle(812 + k * 28, 220, 8, PAPER, opacity=0.8) for k in range(3)),
        *(rect(814 + (k % 3) * 158, 280 + (k // 3) * 112, 136, 90, c, rx=10) for k, c in enumerate((GOLD.wall, BRICK.wall, TEAL.wall, PLUM.wall, GREEN.wall, ORANGE.wall))),
        path("M866 352v-30h32v30zM858 324l24-20l24 20z", PAPER), stroke("M1018 308h44M1018 324h44M1018 340h28", PAPER, 7), circle(1198, 324, 20, "none", stroke=PAPER, stroke_width=7), stroke("M1198 312v14l10 6", PAPER, 6), stroke("M862 460l16-26l16 26zM878 420v8", PAPER, 6), path("M1040 416c40 0 40 50 0 50c-40 0-40-50 0-50z", PAPER), stroke("M1180 460v-44M1196 460v-30M1212 460v-56", PAPER, 9),
        rect(1020, 540, 40, 180, SLATE.ink), rect(930, 716, 220, 20, SLATE.ink, rx=8), transform="translate(-20 10)",
    )  # fmt: skip
    return (
        rooms.wall(wall_, dado=700, dado_colour=mix(COBALT.ink, INK, 0.2)), rooms.view(100, 130, 480, 500, PAPER, outside, panes=(2, 3), sill=PAPER), glow(1020, 350, 520, AZURE.tint, 0.35), screen,
        rooms.floor(860, mix(GOLD.wall, BROWN.wall, 0.4), air), rooms.light_pool([(160, 880), (560, 880), (760, 1000), (220, 1000)], 0.22), ellipse(1000, 950, 400, 26, INK, opacity=0.2),
        rect(700, 736, 620, 24, BROWN.wall), rect(730, 760, 18, 190, BROWN.ink), rect(1270, 760, 18, 190, BROWN.ink), rect(860, 712, 190, 24, SLATE.wall, rx=5), ellipse(1110, 728, 26, 12, SLATE.ink),
        street.chair(890, 968, 270, BRICK.wall, INK, back=True), street.chair(1130, 968, 270, GOLD.wall, INK, back=True), rooms.plant(1460, 900, 330, ORANGE.wall), rooms.cup(780, 736, 46, TEAL.wall, PAPER), 
    )  # fmt: skip


@scene("network-n7")
def corridor() -> tuple[str, ...]:
    """An office corridor: open doors, and light falling out of them."""
    air = light.dawn()
    end = (640, 330, 960, 690)
    left, right = Plane((-200, -200), (640, 330), (640, 690), (-200, 1130)), Plane((960, 330), (1800, -200), (1800, 1130), (960, 690))
    floor = Plane((640, 690), (960, 690), (1800, 1130), (-200, 1130))
    ceiling = Plane((-200, -200), (1800, -200), (960, 330), (640, 330))
    rose, deep = mix(ROSE.tint, ROSE.wall, 0.35), mix(ROSE.wall, ROSE.ink, 0.3)
    parts = [left.patch(0, 0, 1, 1, mix(rose, ROSE.wall, 0.2)), right.patch(0, 0, 1, 1, rose), left.patch(0, 0.62, 1, 1, deep), right.patch(0, 0.62, 1, 1, mix(deep, ROSE.wall, 0.25)), floor.patch(0, 0, 1, 1, mix(ROSE.ink, INK, 0.1)), ceiling.patch(0, 0, 1, 1, mix(rose, PAPER, 0.4))]
    parts += [floor.patch(0.36, 0, 0.64, 1, mix(ROSE.net, ROSE.wall, 0.5)), floor.patch(0.39, 0, 0.4, 1, GOLD.wall), floor.patch(0.6, 0, 0.61, 1, GOLD.wall)]
    for k, (u0, u1) in enumerate(((0.2, 0.36), (0.5, 0.6), (0.72, 0.8), (0.88, 0.93))):
        colour = (GOLD.wall, TEAL.wall, COBALT.wall, GREEN.wall)[k]
        for plane, a, b in ((left, u0, u1), (right, 1 - u1 + 0.1, 1 - u0 + 0.1) if k < 0 else (right, 1 - u1, 1 - u0)):
            parts += [plane.patch(a - 0.014, 0.2, b + 0.014, 1, ROSE.ink), plane.patch(a, 0.23, b, 1, mix(LAMP, PAPER, 0.3)), plane.patch(a, 0.62, b, 1, mix(LAMP, ORANGE.wall, 0.2))]
            leaf = (b, b + (b - a) * 0.72) if plane is left else (a - (b - a) * 0.72, a)
            parts.append(plane.patch(leaf[0], 0.23, leaf[1], 1, colour))
            knob = plane.at(leaf[1] - 0.02 if plane is left else leaf[0] + 0.02, 0.64)
            parts.append(circle(*knob, 9 - 2 * k, LAMP))
        (lx, ly), (mx, my) = left.at(u0, 1), left.at(u1, 1)
        (rx, ry), (sx, sy) = right.at(1 - u0, 1), right.at(1 - u1, 1)
        reach = (800 - lx) * 0.7
        parts += [poly([(lx, ly), (mx, my), (mx + reach * 0.7, my + 12), (lx + reach, ly + 20)], LAMP, opacity=0.3), poly([(rx, ry), (sx, sy), (sx - reach * 0.7, sy + 12), (rx - reach, ry + 20)], LAMP, opacity=0.3)]
    view_out = group(skies.sky(air, 700), skies.sun(800, 470, 44), facades.row(facades.pierzeja("n7", [ROSE, pale(ROSE, 0.3), GOLD, CREAM], 4, height=120, storeys=3, tops="neck baroque steep"), 650, 690, air, 0.15, span=300))
    parts += [rect(end[0], end[1], end[2] - end[0], end[3] - end[1], mix(rose, PAPER, 0.2)), rooms.view(680, 376, 240, 250, PAPER, view_out, panes=(2, 2), arch=0.5, bar=8)]
    lamps = "".join(glow(800, y, r * 2.4, LAMP, 0.35) + segment(800, y - r * 1.4, 800, y, INK, 3) + circle(800, y, r, mix(LAMP, PAPER, 0.4)) for y, r in ((70, 52), (236, 26), (310, 14)))
    return (*parts, lamps, walker(735, 760, 190, TEAL.net, bag=GOLD.wall), walker(850, 745, 170, COBALT.net))


@scene("meeting-3")
def long_table() -> tuple[str, ...]:
    """A council chamber: three arched windows and a long table set for work."""
    air = light.clear(0.5)
    town = group(skies.sky(air, 640), skies.cloud(180, 260, 240, WHITE, 0.9), skies.cloud(1130, 220, 260, WHITE, 0.9), land.hill([(0, 480), (500, 440), (1000, 480), (1600, 430)], air.colour(GREEN.wall, 0.4)), landmarks.town_tower(800, 640, 90, 330, air, CREAM, helm="onion", depth=0.1), facades.row(facades.pierzeja("m3", [BRICK, pale(GOLD, 0.2), CREAM, pale(TEAL, 0.2), pale(ROSE, 0.2)], 12, height=150, storeys=3, tops="attic stepped steep baroque"), 60, 650, air, 0.08, span=1480))
    wall_ = mix(PLUM.net, PLUM.ink, 0.3)
    arches = "".join(rooms.view(x, 90, 380, 500, GOLD.tint, town, panes=(3, 1), arch=1.0, sill=GOLD.tint, bar=9) for x in (110, 610, 1110))
    seats = "".join(street.chair(x, 800, 220, mix(GOLD.wall, GOLD.net, 0.3), BROWN.ink) for x in range(190, 1500, 174))
    near = "".join(street.chair(x, 1030, 300, BRICK.net, BROWN.ink, back=True) for x in range(120, 1560, 227))
    top = "".join(
        path(f"M{x - 40} 786l56-16l40 14l-58 18z", WHITE) + (rooms.cup(x + 78, 784, 34, (TEAL.wall, ROSE.wall, COBALT.wall)[k % 3]) if k % 2 else rect(x + 66, 744, 15, 44, AZURE.wall, opacity=0.75)) for k, x in enumerate(range(180, 1480, 172))
    )
    return (
        rooms.wall(wall_, dado=660, dado_colour=mix(PLUM.ink, INK, 0.25)), *(rect(x, 0, 40, 660, mix(wall_, GOLD.wall, 0.12)) for x in (40, 540, 1040, 1520)), arches, *(rooms.curtain(x, 70, 60, 560, BRICK.net) for x in (70, 570, 1070)),
        *(poly([(x, 660), (x + 300, 660), (x + 420, 760), (x + 40, 760)], LAMP, opacity=0.12) for x in (150, 650, 1150)), seats, rect(90, 770, 1420, 40, mix(BROWN.wall, GOLD.wall, 0.25)), rect(90, 770, 1420, 10, mix(BROWN.wall, PAPER, 0.4)), rect(90, 810, 1420, 14, BROWN.ink), top, rect(150, 824, 26, 180, BROWN.ink), rect(1424, 824, 26, 180, BROWN.ink), near,
    )  # fmt: skip


@scene("news-cieszyn-pierwszy-dzien")
def coat_hooks() -> tuple[str, ...]:
    """Coats on their hooks, and one hook kept free."""
    wall_ = mix(ROSE.tint, ROSE.wall, 0.3)

    def coat(x: float, colour: str, length: float, scarf: str = "") -> str:
        shade = mix(colour, INK, 0.18)
        body = f"M{x - 20} 330Q{x} 310 {x + 20} 330L{x + 78} 372L{x + 100} {330 + length}H{x - 100}L{x - 78} 372Z"
        sleeves = path(f"M{x - 78} 372L{x - 112} {300 + length * 0.75}L{x - 72} {306 + length * 0.75}L{x - 58} 450Z", shade) + path(f"M{x + 78} 372L{x + 112} {300 + length * 0.75}L{x + 72} {306 + length * 0.75}L{x + 58} 450Z", shade)
        detail = segment(x, 352, x, 330 + length, shade, 5) + "".join(circle(x + 14, y, 6, mix(colour, PAPER, 0.5)) for y in range(410, int(300 + length), 74)) + path(f"M{x - 26} 332L{x} 380L{x + 26} 332L{x + 46} 350L{x} 420L{x - 46} 350Z", mix(colour, PAPER, 0.16))
        extra = path(f"M{x - 36} 330q36 26 72 0l10 22q-46 30-92 0z", scarf) + rect(x + 6, 350, 32, 190, scarf) + stroke("".join(f"M{x + 8} {y}h28" for y in range(370, 540, 24)), mix(scarf, PAPER, 0.5), 6) if scarf else ""
        return path(body, colour) + sleeves + detail + extra + rect(x - 7, 270, 14, 56, GOLD.wall, rx=6) + circle(x, 330, 13, GOLD.wall)

    hook = rect(973, 270, 14, 56, GOLD.wall, rx=6) + stroke("M980 316q0 40 30 34", GOLD.wall, 12) + circle(1012, 348, 9, GOLD.wall)
    card = group(rect(-46, 0, 92, 62, PAPER, rx=6), rect(-30, 14, 34, 34, mix(ROSE.tint, ROSE.wall, 0.5)), stroke("M14 22h20M14 38h20", LINE, 6), segment(0, -46, 0, 0, COBALT.net, 5), transform="translate(1010 404) rotate(5)")
    umbrella_ = group(path("M-26-330Q0-350 26-330L6 0H-6Z", TEAL.net), path("M-26-330Q0-350 0-330L0 0H-6Z", TEAL.wall), stroke("M0-334v-60q0-26 26-26t24 24", BROWN.ink, 10), transform="translate(1320 900) rotate(6)")
    shoes = "".join(path(f"M{x} 900v-40q26-10 40 8q14 18 44 20q8 2 8 12z", BROWN.ink) for x in (330, 430)) + "".join(path(f"M{x} 900v-96h40v60q16 16 44 20q6 4 6 16z", LAMP) for x in (650, 744))
    return (
        rooms.wall(wall_, paper=mix(wall_, ROSE.wall, 0.14), dado=720, dado_colour=mix(ROSE.wall, ROSE.net, 0.5)), path("M1160 0L1600 0V330L900 900H420Z", LAMP, opacity=0.17),
        rect(110, 236, 1380, 46, BROWN.wall), rect(110, 282, 1380, 10, BROWN.ink, opacity=0.5), coat(260, PLUM.net, 480, GOLD.wall), coat(520, TEAL.net, 400), coat(760, ORANGE.wall, 440), hook, card, coat(1220, COBALT.net, 460, BRICK.wall), rect(1398, 270, 14, 56, GOLD.wall, rx=6),
        path("M1330 340q75-70 150 0l-10 26h-130z", BRICK.net), ellipse(1405, 368, 100, 16, BRICK.ink), rooms.floor(900, mix(BROWN.net, BROWN.wall, 0.4), light.clear()), rect(0, 880, 1600, 22, ROSE.ink), shoes, umbrella_, rooms.plant(120, 930, 300, BRICK.wall),
    )  # fmt: skip
