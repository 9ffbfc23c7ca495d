"""The tops of townhouses: the same gables that stand for the networks on the site's pages.

Each is drawn above the eaves line y = 0 for a house 120 units wide; the façade scales it.
A gable returns what is the wall's colour, and the dark and light details on it.
"""

from .palette import Tone, mix
from .svg import box, circle, ellipse, group, path, rect, stroke
from .windows import opening, window


def stepped(tone: Tone) -> str:
    wall = "M0 1v-20h10v-20h14v-20h14v-20h12v-18h20v18h12v20h14v20h14v20h10v20z"
    blind = "".join(
        opening(x, -y, 9, y - 8, 1.5) for x, y in ((28, 44), (42, 64), (69, 64), (83, 44))
    )
    caps = "M0-20h10v3H0zM10-40h14v3H10zM24-60h14v3H24zM38-80h12v3H38zM50-98h20v3H50z"
    caps += "M70-80h12v3H70zM82-60h14v3H82zM96-40h14v3H96zM110-20h10v3h-10z"
    return (
        path(wall, tone.wall)
        + path(blind, mix(tone.wall, tone.ink, 0.35))
        + path(caps, tone.ink)
        + window(55, -74, 10, 26, tone, style="gothic")
    )


def attic(tone: Tone) -> str:
    crest = "".join(f"M{x} -36v-7q2-8 7-8q-3-4 0-8h2q3 4 0 8q5 0 7 8v7z" for x in range(2, 120, 20))
    niches = "".join(opening(x, -27, 13, 20, 1) for x in (6, 25, 44, 63, 82, 101))
    return (
        path(box(0, -37, 120, 38) + crest, tone.wall)
        + path(niches, mix(tone.wall, tone.ink, 0.4))
        + path(box(0, -4, 120, 4) + box(0, -37, 120, 3), tone.ink)
        + path(box(0, -33, 120, 2), mix(tone.wall, tone.tint, 0.6))
    )


def baroque(tone: Tone) -> str:
    body = "M0 1q10-2 14-11q3-8 14-8q9 0 9-10q-1-14 11-16v-14h24v14q12 2 11 16q0 10 9 10q11 0 14 8"
    rim = "M0-1q10-2 14-10q3-8 14-8q9 0 9-10q-1-14 11-16M120-1q-10-2-14-10q-3-8-14-8q-9 0-9-10"
    rim += "q1-14-11-16"
    return (
        path(body + "q4 9 14 11z", tone.wall)
        + path("M46-57q2-19 14-19t14 19z", tone.net)
        + path(box(44, -60, 32, 4) + box(58.6, -88, 2.8, 14), tone.ink)
        + stroke(rim, mix(tone.wall, tone.tint, 0.75), 3)
        + circle(60, -90, 3.4, tone.ink)
        + window(52, -42, 16, 26, tone, style="arched")
    )


def neck(tone: Tone) -> str:
    body = "M0 1q16-2 20-15q4-12 20-14v-42h40v42q16 2 20 14q4 13 20 15z"
    rim = "M2-1q14-1 18-13q4-12 20-14M118-1q-14-1-18-13q-4-12-20-14"
    return (
        path(body, tone.wall)
        + path("M35-68h50L60-87z" + box(38, -30, 44, 3), tone.ink)
        + stroke(rim, mix(tone.wall, tone.tint, 0.7), 3)
        + circle(60, -91, 3.4, tone.ink)
        + circle(22, -7, 4, mix(tone.wall, tone.tint, 0.7))
        + circle(98, -7, 4, mix(tone.wall, tone.tint, 0.7))
        + window(44, -60, 12, 24, tone)
        + window(64, -60, 12, 24, tone)
        + window(53, -22, 14, 18, tone, style="arched")
    )


def pediment(tone: Tone) -> str:
    return (
        path("M0 1V-2L60-40l60 38v3z", tone.wall)
        + path("M-3-1v-5L60-46l63 40v5L60-38z" + box(-3, -2, 126, 4), tone.ink)
        + circle(60, -18, 9, mix(tone.wall, tone.tint, 0.8))
        + circle(60, -18, 6.5, mix(tone.ink, tone.wall, 0.3))
    )


def mansard(tone: Tone) -> str:
    roof = mix(tone.ink, tone.net, 0.25)
    slates = "".join(f"M{4 + k} {-8 - 8 * k}h{112 - 2 * k}" for k in range(5))
    dormers = "".join(
        path(f"M{x - 4} 0v-22q0-13 12-13t12 13v22z", tone.wall)
        + window(x + 1, -24, 14, 22, tone, style="arched")
        for x in (14, 52, 90)
    )
    return (
        path("M-1 1l9-47h104l9 47z", roof)
        + stroke(slates, mix(roof, tone.wall, 0.3), 1.2)
        + path(box(10, -50, 100, 5) + box(-2, -3, 124, 4), tone.ink)
        + dormers
    )


def steep(tone: Tone) -> str:
    roof = mix(tone.net, tone.ink, 0.35)
    tiles = "".join(f"M{2 + k * 3} {-10 - 10 * k}h{116 - 6 * k}" for k in range(5))
    eyes = "".join(
        path(f"M{x} -14q12-24 24 0z", tone.wall) + ellipse(x + 12, -16, 6, 4, tone.ink)
        for x in (20, 76)
    )
    return (
        rect(22, -78, 13, 36, tone.wall)
        + rect(20, -80, 17, 5, tone.ink)
        + path("M-3 1L18-60h84L123 1z", roof)
        + stroke(tiles, mix(roof, tone.tint, 0.2), 1.3)
        + path(box(16, -63, 88, 4) + box(-4, -3, 128, 4), tone.ink)
        + eyes
    )


def saddle(tone: Tone) -> str:
    """The plain gable of a small town."""
    return (
        path("M0 1L60-58l60 59z", tone.wall)
        + path("M-7 6L60-66L127 6h-10L60-56L3 6z", mix(tone.net, tone.ink, 0.5))
        + window(52, -30, 16, 22, tone)
    )


def timber(tone: Tone) -> str:
    beams = "M60-58V0M36-52V0M84-52V0M18-25h84M18-25L36 0M102-25L84 0M0 0h120"
    return (
        path("M0 1L34-56h52l34 57z", tone.tint)
        + stroke(beams, tone.ink, 4, stroke_linecap="butt")
        + path("M-4 4L34-62h52l38 66h-9L82-54H38L5 4z", mix(tone.net, tone.ink, 0.5))
        + window(41, -45, 13, 16, tone)
        + window(66, -45, 13, 16, tone)
    )


def eaves(tone: Tone) -> str:
    """A roof seen from its long side."""
    roof = mix(tone.net, tone.ink, 0.2)
    rows = "".join(f"M{1 + k * 2} {-7 - 8 * k}h{118 - 4 * k}" for k in range(4))
    return (
        path("M-4 1L8-38h104L124 1z", roof)
        + stroke(rows, mix(roof, tone.tint, 0.25), 1.3, stroke_dasharray="7 3")
        + path(box(7, -41, 106, 4) + box(-4, -2, 128, 4), tone.ink)
    )


def flat(tone: Tone) -> str:
    return path(box(-2, -9, 124, 10), mix(tone.wall, tone.tint, 0.5)) + path(
        box(-2, -12, 124, 4), tone.ink
    )


def tower(tone: Tone) -> str:
    helm = "M40-62q1-12 11-15q5-2 6-11h6q1 9 6 11q10 3 11 15zM58.8-88v-22h2.4v22z"
    merlons = "".join(box(x, -9, 9, 10) for x in (0, 14, 98, 111))
    hands = stroke("M60-40v-8M60-40l6 3", tone.ink, 2)
    return (
        path(box(36, -60, 48, 61) + merlons, tone.wall)
        + path(helm + box(32, -64, 56, 5) + box(36, -20, 48, 3), tone.ink)
        + circle(60, -112, 3, tone.ink)
        + circle(60, -40, 13, tone.tint)
        + hands
    )


GABLES = {
    "stepped": stepped, "attic": attic, "baroque": baroque, "neck": neck, "pediment": pediment,
    "mansard": mansard, "steep": steep, "saddle": saddle, "timber": timber, "eaves": eaves,
    "flat": flat, "tower": tower,
}  # fmt: skip


def gable(name: str, x: float, eaves_line: float, w: float, tone: Tone) -> str:
    """The named gable over a house whose wall spans x … x + w."""
    scale = w / 120
    return group(GABLES[name](tone), transform=f"translate({x} {eaves_line}) scale({scale})")
