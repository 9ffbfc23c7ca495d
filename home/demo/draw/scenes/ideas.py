"""Pictures of an idea rather than of a place: pages, letters, cards and rows that become towns."""

from math import cos, pi, sin
from random import Random

from .. import facades, gables, industry, land, landmarks, light, rooms, skies, street, trees, vehicles, water, windows
from ..facades import House
from ..figures import from_above, walker
from ..palette import (
    AZURE, BRICK, BROWN, COBALT, CREAM, GOLD, GREEN, INK, LAMP, LINE, ORANGE, PAPER, PLUM, ROSE,
    SHADE, SLATE, STONE, TEAL, WHITE, Tone, blend, mix, pale,
)  # fmt: skip
from ..perspective import Aerial
from ..svg import box, circle, clipped, ellipse, glow, group, path, poly, rect, segment, smooth, stroke
from .registry import scene

EIGHT = [COBALT, GOLD, BRICK, PLUM, ORANGE, GREEN, ROSE, SLATE]
TOPS = ("stepped", "attic", "baroque", "pediment", "mansard", "steep", "neck", "saddle")


@scene("dzierzoniow-zielone-zamowienia")
def twelve_cards() -> tuple[str, ...]:
    """Twelve cards on a table instead of one thick handbook."""
    table = mix(GOLD.tint, GOLD.wall, 0.42)
    marks = (
        path("M0-50C34-30 40 20 0 50C-40 20-34-30 0-50Z", GREEN.wall) + stroke("M0-30V60", GREEN.ink, 5),
        path("M-34-10a34 34 0 1 1 68 0q0 20-16 34v14h-36v-14q-16-14-16-34z", LAMP) + rect(-18, 40, 36, 18, SLATE.wall, rx=5),
        rect(-36, -44, 72, 90, PAPER) + stroke("M-22-24h44M-22-4h44M-22 16h28", COBALT.wall, 6),
        stroke("M20-56L-10 10", BROWN.wall, 10) + path("M-34 8h52l12 48h-78z", GOLD.wall) + stroke("M-20 20l-8 34M-4 20v34M10 20l8 34", GOLD.ink, 4),
        path("M-30-30h60l-8 84h-44z", TEAL.wall) + ellipse(0, -30, 30, 8, TEAL.ink),
        rect(-44, -20, 88, 52, SLATE.wall, rx=8) + rect(-28, -46, 56, 30, PAPER) + rect(-28, 14, 56, 34, PAPER),
        circle(0, 6, 40, BRICK.wall) + stroke("M0-34q6-22 26-22", GREEN.net, 8) + path("M6-40q20-18 34 0q-18 14-34 0z", GREEN.wall),
        path("M-46 44V-8L0-46L46-8V44Z", BRICK.wall) + rect(-14, 8, 28, 36, BRICK.ink),
        circle(0, 0, 44, "none", stroke=GREEN.net, stroke_width=12, stroke_dasharray="70 22") + path("M30-50l26 14l-28 18zM-30 50l-26-14l28-18z", GREEN.net),
        stroke("M-40 40L-8 8M40 40L8 8M-40-36L36 36", SLATE.wall, 12) + circle(-40, -36, 14, SLATE.wall),
        rect(-50, -14, 100, 44, COBALT.wall, rx=10) + rect(-36, -34, 60, 24, COBALT.net, rx=6) + circle(-26, 34, 13, INK) + circle(26, 34, 13, INK),
        path("M-12 54V10q-34-4-34-38q30 0 38 22q4-34 40-34q0 40-32 44v50z", GREEN.wall) + path("M-30 54h60l-8 12h-44z", BROWN.wall),
    )
    tones = (GREEN, GOLD, AZURE, BROWN, TEAL, SLATE, BRICK, PLUM, GREEN, ORANGE, COBALT, ROSE)
    cards = "".join(
        group(rect(-128, -150, 256, 300, INK, rx=16, opacity=0.2, transform="translate(10 13)"), rect(-128, -150, 256, 300, PAPER, rx=16), rect(-112, -134, 224, 178, tones[k].tint, rx=9), group(marks[k], transform="translate(0 -44) scale(1.15)"), rect(-112, 62, 120, 14, tones[k].net, rx=7), stroke("M-108 94H108M-108 116H70", LINE, 8),
              transform=f"translate({166 + (k % 4) * 296} {178 + (k // 4) * 326}) rotate({(-3, 2, -1, 3, 2, -2, 1, -3, -1, 3, -2, 2)[k]})")
        for k in range(12)
    )
    book = group(rect(-150, -210, 300, 420, INK, opacity=0.22, transform="translate(14 18)"), rect(-150, -210, 300, 420, SLATE.net, rx=8), rect(-150, -210, 44, 420, SLATE.ink), rect(-70, -120, 180, 20, SLATE.tint), rect(-70, -84, 120, 14, SLATE.wall), rect(130, -200, 22, 400, PAPER), ellipse(20, 60, 60, 60, mix(SLATE.net, BROWN.wall, 0.4)), ellipse(20, 60, 50, 50, SLATE.net), transform="translate(1420 760) rotate(12)")
    return (rect(0, 0, 1600, 1000, table), stroke("".join(f"M0 {y}q400 {8 if y % 100 else -8} 800 0t800 0" for y in range(40, 1000, 62)), mix(table, GOLD.net, 0.18), 4), book, cards, circle(1440, 300, 120, INK, opacity=0.15), circle(1430, 286, 116, PAPER), circle(1430, 286, 84, TEAL.wall), circle(1430, 286, 70, BROWN.ink), path("M1500 230q60-30 70 16q4 30-50 36z", TEAL.wall))


@scene("jaroslaw-karta-mieszkanca")
def card_fan() -> tuple[str, ...]:
    """A hand of cards, each one a house."""
    air = light.clear(0.4)
    tones = [BRICK, GOLD, TEAL, PLUM, ORANGE, COBALT, GREEN]
    tops = ("stepped", "attic", "mansard", "neck", "pediment", "baroque", "steep")
    cards = []
    for k in range(7):
        turn = -51 + 17 * k
        spec = House(tops[k], tones[k], 240, 300, 3, 3, ("tall", "arched", "crowned")[k % 3], ("door", "arcade", "shop")[k % 3], GOLD)
        front = clipped("M-150-720H150V-210H-150Z", rect(-150, -720, 300, 520, mix(tones[k].tint, tones[k].wall, 0.22)), circle(70, -640, 34, LAMP), facades.house(spec, -120, -214, air))
        cards.append(group(rect(-166, -736, 332, 640, INK, rx=24, opacity=0.18, transform="translate(9 7)"), rect(-166, -736, 332, 640, PAPER, rx=24), front, rect(-150, -190, 130, 22, tones[k].net, rx=10), stroke("M-142-144H70", LINE, 10), rect(70, -196, 80, 60, mix(GOLD.wall, LAMP, 0.5), rx=8), stroke("M70-166h80M110-196v60", GOLD.net, 3), transform=f"translate(800 1330) rotate({turn}) scale(1.52)"))
    return (rect(0, 0, 1600, 1000, mix(COBALT.net, COBALT.ink, 0.3)), *(circle(800, 1330, r, COBALT.wall, opacity=0.14) for r in (1500, 1320, 1140)), *(circle(x, y, 3, COBALT.tint, opacity=0.6) for x in range(30, 1600, 70) for y in range(30, 1000, 70) if (x + y) % 140), *cards)


@scene("network-n1")
def pointer() -> tuple[str, ...]:
    """Lit windows of a night façade form a pointer."""
    air = light.night()
    t = air.tone(Tone(COBALT.net, COBALT.wall, COBALT.tint, COBALT.ink))
    art = ("1000000", "1100000", "1110000", "1111000", "1111100", "1111110", "1111111", "1111000", "1101100", "1000110", "0000110")
    cols, rows_, parts = 22, 13, [rect(0, 0, 1600, 1000, t.wall)]
    for r in range(rows_):
        for c in range(cols):
            x, y = 20 + c * 72, 16 + r * 76
            ar, ac = r, c - 8
            on = 0 <= ar < len(art) and 0 <= ac < 7 and art[ar][ac] == "1"
            stray = (r * 7 + c * 13) % 41 == 0
            parts.append(rect(x - 5, y - 5, 46, 60, mix(t.wall, t.tint, 0.22)))
            parts.append(rect(x, y, 36, 50, mix(LAMP, WHITE, 0.15) if on else (mix(LAMP, COBALT.net, 0.55) if stray else mix(COBALT.ink, INK, 0.5))))
            parts.append(rect(x + 16, y, 4, 50, mix(t.wall, t.tint, 0.3)) + rect(x, y + 18, 36, 4, mix(t.wall, t.tint, 0.3)) + rect(x - 8, y + 50, 52, 6, t.ink))
    halo = glow(800, 380, 480, LAMP, 0.25)
    front = facades.row([House(TOPS[k % 8], (COBALT, blend(COBALT, SLATE, 0.4), blend(COBALT, PLUM, 0.4), blend(COBALT, TEAL, 0.4))[k % 4], 190, 90 + (k * 37) % 40, 1, 3, "tall", "door") for k in range(9)], -40, 1030, light.Light(air.top, air.low, air.top, 0.72, 0.5), span=1680)
    return (*parts, halo, front)


@scene("network-n4")
def basket() -> tuple[str, ...]:
    """Two windows, one line, and a basket on its way from neighbour to neighbour."""
    air = light.dusk()
    left, right = air.tone(PLUM), air.tone(blend(PLUM, ROSE, 0.35))
    right = Tone(*(mix(c, PLUM.ink, 0.18) for c in (right.net, right.wall, right.tint, right.ink)))
    far = facades.row(facades.pierzeja("n4", [PLUM, ROSE, GOLD, TEAL], 6, height=220, storeys=3, tops="steep mansard stepped neck"), 420, 1000, air, 0.35, span=760)

    def big_window(x: float, y: float, t: Tone, *inside: str) -> str:
        return "".join((glow(x + 90, y + 130, 300, LAMP, 0.4), rect(x - 22, y - 24, 224, 310, mix(t.wall, t.tint, 0.7)), clipped(box(x, y, 180, 260), rect(x, y, 180, 260, mix(LAMP, PAPER, 0.2)), rect(x, y + 180, 180, 80, mix(LAMP, ORANGE.wall, 0.25)), *inside), rect(x - 46, y + 260, 272, 22, t.ink), rect(x - 132, y - 10, 88, 280, t.ink), rect(x + 224, y - 10, 88, 280, t.ink),
                        stroke("".join(f"M{sx} {sy}h60" for sx in (x - 118, x + 238) for sy in range(int(y) + 12, int(y) + 260, 22)), mix(t.ink, t.wall, 0.5), 4)))  # fmt: skip

    dark = "".join(windows.window(x, y, 150, 230, t) for x, y, t in ((150, 690, left), (1330, 120, right), (1330, 760, right), (150, -160, left)))
    basket_ = group(stroke("M-58 0Q0-110 58 0", BROWN.ink, 8), path("M-70 0H70L52 84H-52Z", mix(GOLD.wall, BROWN.wall, 0.3)), stroke("M-66 22H66M-60 46H60M-56 68H56M-40 0l6 84M0 0v84M40 0l-6 84", BROWN.net, 4), ellipse(-22, -6, 36, 22, mix(GOLD.wall, ORANGE.wall, 0.4)), ellipse(26, -8, 30, 20, mix(GOLD.wall, BROWN.wall, 0.3)), rect(-2, -62, 22, 60, TEAL.wall, rx=6), circle(46, -14, 15, BRICK.wall), stroke("M0-82v-16", INK, 5), circle(0, -102, 13, GOLD.wall), circle(0, -102, 5, INK), transform="translate(800 560)")
    return (
        skies.sky(air), skies.streaky("n4", air, 120, 560, 5), skies.moon(700, 150, 46, 0.5), far, rect(0, 0, 470, 1000, left.wall), facades.bricks(0, 0, 470, 1000, left, Random("n4l"), 13, 0.16), rect(446, 0, 24, 1000, left.ink), rect(1130, 0, 470, 1000, right.wall), facades.bricks(1130, 0, 470, 1000, right, Random("n4r"), 13, 0.16), rect(1130, 0, 24, 1000, right.ink), dark,
        *(rect(0, y, 470, 14, left.ink) for y in (150, 620)), *(rect(1130, y, 470, 14, right.ink) for y in (60, 680)), big_window(150, 270, left, rooms.plant(230, 530, 150, TEAL.net)), big_window(1310, 350, right, rooms.curtain(1310, 350, 54, 260, ROSE.wall)),
        stroke("M330 440Q800 500 1310 430M330 456Q800 530 1310 446", INK, 3.5), basket_, path("M1380 610q-6-56 18-74q-10-18-6-40l16 14h18l16-14q4 22-6 40q24 18 18 74z", INK), stroke("M1450 604q44 6 36-40", INK, 10),
    )  # fmt: skip


@scene("network-n5")
def market() -> tuple[str, ...]:
    air = light.day(ORANGE, 0.8)
    row = [House("mansard", pale(ORANGE, 0.25), 300, 430, 3, 4, "tall", "shop", TEAL), House("mansard", blend(ORANGE, BRICK, 0.4), 280, 460, 3, 3, "arched", "shop", GOLD), House("mansard", pale(GOLD, 0.15), 330, 420, 3, 4, "crowned", "shop", BRICK), House("mansard", ORANGE, 290, 450, 3, 3, "shutters", "shop", TEAL), House("mansard", pale(ROSE, 0.3), 320, 430, 3, 4, "arched", "shop", GOLD)]
    far = "".join(street.stall(x, 800, 250, air, t, g) for x, t, g in ((60, TEAL, ()), (400, GOLD, (GREEN.wall, trees.LIME)), (950, COBALT, (ROSE.wall, PLUM.wall)), (1290, BRICK, ())))
    near = "".join(street.stall(x, 1096, 400, air, t, g) for x, t, g in ((-110, BRICK, (GOLD.wall, ORANGE.wall, BRICK.wall)), (600, ORANGE, (GREEN.wall, BRICK.wall, GOLD.wall)), (1290, TEAL, (PLUM.wall, trees.LIME, ROSE.wall))))
    return (
        skies.sky(air), circle(800, 180, 130, mix(LAMP, PAPER, 0.25)), facades.row(row, -20, 700, air, span=1640), land.pavement(696, air, blend(STONE, CREAM, 0.5), seed="n5"), street.bunting(-20, 330, 820, 330, 120, [PAPER, BRICK.wall, TEAL.wall, LAMP], 16, 36), street.bunting(780, 330, 1620, 330, 120, [PAPER, BRICK.wall, TEAL.wall, LAMP], 16, 36), far,
        walker(350, 850, 190, COBALT.net, bag=GOLD.wall), walker(760, 830, 170, PLUM.net), walker(830, 836, 150, TEAL.net), walker(1240, 850, 190, GREEN.net, facing=-1), walker(440, 930, 240, ROSE.net), walker(1150, 926, 236, BRICK.net, facing=-1, bag=LAMP), near,
    )  # fmt: skip


@scene("network-n6")
def green_row() -> tuple[str, ...]:
    """Every second house is a tree; water in front of them all."""
    air = light.day(GREEN, 0.4)
    x, parts = -30.0, []
    shapes = ((200, "house", pale(GREEN, 0.15), "stepped"), (190, "tree", GREEN.wall, ""), (210, "house", CREAM, "mansard"), (180, "tree", trees.LIME, ""), (220, "house", GREEN, "baroque"), (190, "tree", GREEN.net, ""), (210, "house", pale(TEAL, 0.2), "steep"), (180, "tree", trees.LIME, ""), (220, "house", pale(GOLD, 0.3), "attic"))
    for k, (w, kind, what, top) in enumerate(shapes):
        if kind == "house":
            parts.append(facades.house(House(top, what, w, 330, 3, 3, ("tall", "arched", "crowned")[k % 3], ("door", "arcade", "gate")[k % 3]), x, 640, air))
            parts += [trees.bush(x + w * share, 640, 70, air, colour) for share, colour in ((0.12, trees.LIME), (0.88, GREEN.net))]
        else:
            rng = Random(f"{k}")
            crown = air.colour(what)
            body = f"M{x + 14} 580V330L{x + w / 2} 236L{x + w - 14} 330V580Z"
            edge = smooth([(x + 8 + rng.uniform(-6, 6), 575), (x + 4, 500), (x + 16, 420), (x + 6, 340), (x + w * 0.28, 270), (x + w * 0.5, 206), (x + w * 0.72, 272), (x + w - 6, 340), (x + w - 16, 430), (x + w - 4, 510), (x + w - 10, 580), (x + w * 0.6, 604), (x + w * 0.3, 600)], closed=True)
            parts += [rect(x + w / 2 - 13, 560, 26, 84, air.colour(BROWN.ink)), path(edge, crown), clipped(edge, path(body, mix(crown, air.shadow, 0.1)), poly([(x + w * 0.55, 200), (x + w, 300), (x + w, 620), (x + w * 0.55, 620)], air.shadow, opacity=0.12), stroke(trees._leaves(rng, x + w / 2, 420, w * 0.55, 210, 60, 22), mix(crown, PAPER, 0.3), 4, opacity=0.7))]
            parts += [path(windows.opening(x + w * px - 15, y, 30, 48, 1), mix(crown, GREEN.ink, 0.55)) for y in (360, 470) for px in (0.32, 0.68)]
        x += w
    row = "".join(parts)
    lake = mix(TEAL.wall, GREEN.wall, 0.35)
    return (
        skies.sky(air), circle(1230, 190, 92, mix(LAMP, PAPER, 0.25)), skies.cloud(200, 160, 300, WHITE, 0.8), skies.birds(760, 150, GREEN.ink, 5, 20), row, rect(0, 636, 1600, 30, air.colour(mix(STONE.wall, GREEN.tint, 0.3))), rect(0, 632, 1600, 8, air.colour(PAPER)),
        water.band(664, 1000, air, lake, "n6", glints=30), water.reflection(664, row, 340, air.colour(lake), "n6", veil=0.38, squeeze=0.85), trees.reeds(-20, 1010, 300, 250, air, 24), trees.reeds(1330, 1010, 300, 230, air, 22), *(ellipse(px, y, 46, 11, air.colour(GREEN.net)) + circle(px + 8, y - 8, 9, air.colour(ROSE.tint)) for px, y in ((520, 930), (620, 960), (980, 940), (1100, 970), (720, 900))),
    )  # fmt: skip


@scene("network-n8")
def eight_towers() -> tuple[str, ...]:
    """Eight town halls in the morning mist."""
    air = light.Light(mix(SLATE.wall, AZURE.wall, 0.35), mix(ROSE.tint, LAMP, 0.35), SLATE.net, 0.34, 0.2, SLATE.ink)
    parts = []
    specs = ((180, 560, 74, 250, "onion", 0.62), (1420, 560, 70, 230, "pyramid", 0.62), (640, 580, 78, 270, "spire", 0.6), (1010, 640, 100, 330, "crown", 0.42), (400, 660, 104, 350, "pyramid", 0.4), (1270, 770, 140, 470, "onion", 0.2), (760, 800, 150, 560, "spire", 0.14), (170, 880, 176, 560, "onion", 0.0))
    tones = [SLATE, blend(SLATE, AZURE, 0.4), SLATE, blend(SLATE, BRICK, 0.3), blend(SLATE, GOLD, 0.25), blend(SLATE, ROSE, 0.3), SLATE, blend(SLATE, TEAL, 0.3)]
    for level, (y, depth) in enumerate(((560, 0.62), (660, 0.42), (790, 0.18), (900, 0.0))):
        for k, (x, base, w, h, helm, d) in enumerate(specs):
            if abs(d - depth) < 0.07:
                parts.append(landmarks.town_tower(x, base + 20, w, h, air, tones[k], helm=helm, depth=d, hour=7.1, roof=(TEAL.wall, BRICK.ink, TEAL.net)[k % 3]))
        parts.append(facades.row(facades.pierzeja(f"n8{level}", [SLATE, blend(SLATE, AZURE, 0.4), pale(SLATE, 0.3), blend(SLATE, BRICK, 0.3)], 14 - level * 2, height=70 + level * 34, storeys=2, tops="steep mansard stepped saddle attic"), -30 - level * 20, y + 30, air, depth, span=1700))
        parts.append(rect(0, y + 14, 1600, 70, air.low, opacity=0.4) if level < 3 else "")
    return (skies.sky(air), circle(1120, 330, 150, mix(LAMP, PAPER, 0.3)), circle(1120, 330, 220, LAMP, opacity=0.16), skies.birds(560, 190, SLATE.ink, 6, 22), *parts, rect(0, 925, 1600, 75, air.colour(SLATE.ink)), trees.avenue(-60, 1660, 980, 130, 13, air, [mix(GREEN.ink, SLATE.net, 0.4), mix(GREEN.net, SLATE.net, 0.4)], seed="n8"))


@scene("network-pim-mobilnosc")
def five_lanes() -> tuple[str, ...]:
    """Five bands of one street, from the train on its viaduct to the people on foot."""
    air = light.clear(0.5)
    bands = ((0, 250, mix(AZURE.tint, AZURE.wall, 0.3)), (250, 200, mix(GOLD.tint, LAMP, 0.5)), (450, 190, mix(TEAL.wall, TEAL.tint, 0.35)), (640, 180, mix(BRICK.wall, PAPER, 0.12)), (820, 180, mix(SHADE, STONE.wall, 0.4)))
    ground = "".join(rect(0, y, 1600, h, c) for y, h, c in bands)
    train = "".join(rect(x, 96, 350, 96, COBALT.net, rx=16) + rect(x + 10, 150, 330, 20, LAMP) + "".join(rect(x + 24 + k * 62, 112, 46, 32, AZURE.tint, rx=4) for k in range(5)) for x in (180, 540, 900)) + path("M1250 96h90q80 10 110 96h-200z", COBALT.net) + path("M1330 110h24q44 10 62 40h-86z", AZURE.tint)
    arches_ = "".join(path(windows.opening(x, 216, 76, 34, 0.9), mix(BRICK.ink, BRICK.wall, 0.2)) for x in range(12, 1600, 100))
    houses_ = facades.row(facades.pierzeja("five", [AZURE, pale(AZURE, 0.3), TEAL, CREAM], 15, height=50, storeys=2, tops="steep saddle attic stepped"), -20, 196, air, 0.4, span=1640)
    stripes = "".join(poly([(x, 820), (x + 54, 820), (x + 20, 1000), (x - 34, 1000)], WHITE) for x in range(760, 1240, 104))
    return (
        ground, houses_, train, rect(0, 190, 1600, 60, BRICK.wall), arches_, rect(0, 188, 1600, 8, BRICK.ink), rect(0, 246, 1600, 6, BRICK.ink), vehicles.wires(272, -10, 1610, INK), rect(0, 434, 1600, 6, GOLD.ink), vehicles.tram(330, 436, 132, air, BRICK, 3), vehicles.tram(1330, 436, 132, air, GREEN, 2),
        rect(0, 446, 1600, 8, PAPER), stroke("M0 628H1600", PAPER, 6, stroke_dasharray="60 46"), ellipse(300, 616, 250, 9, INK, opacity=0.18), vehicles.bus(70, 614, 146, air, ORANGE), vehicles.car(720, 614, 150, air, PAPER), vehicles.bus(1010, 614, 146, air, COBALT, electric=True), rect(0, 640, 1600, 8, PAPER),
        *(vehicles.bicycle(x, 804, 100, c, INK) for x, c in ((60, PAPER), (330, LAMP), (620, COBALT.ink), (900, PAPER), (1180, TEAL.tint), (1410, LAMP))), rect(0, 816, 1600, 8, PAPER), stripes, *(walker(x, y, h, c, bag=b) for x, y, h, c, b in ((130, 970, 146, PLUM.net, ""), (220, 976, 140, TEAL.net, GOLD.wall), (420, 980, 152, COBALT.net, ""), (600, 966, 138, ROSE.net, ""), (860, 984, 156, GREEN.net, BRICK.wall), (960, 974, 110, ORANGE.net, TEAL.wall), (1320, 980, 150, BRICK.net, ""), (1480, 970, 142, GOLD.net, ""))),
    )  # fmt: skip
