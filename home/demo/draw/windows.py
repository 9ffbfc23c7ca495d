"""Windows, doors and shop fronts of the street façades."""

from random import Random

from .palette import AZURE, LAMP, PAPER, Tone, mix
from .svg import box, circle, path, poly, rect, segment, stroke

ARCHES = {"arched": 1.0, "gothic": 1.7}


def pane(tone: Tone) -> str:
    """The colour of unlit glass: dark, with some of the wall and of the sky in it."""
    return mix(mix(tone.ink, tone.wall, 0.25), AZURE.ink, 0.25)


def opening(x: float, y: float, w: float, h: float, arch: float = 0.0) -> str:
    """Path data of a hole in a wall; `arch` is the rise of its head as a share of half the width."""
    if not arch:
        return box(x, y, w, h)
    rise = w / 2 * arch
    if arch > 1:
        return (
            f"M{x} {y + h}V{y + rise}Q{x + w * 0.06} {y + rise * 0.35} {x + w / 2} {y}"
            f"Q{x + w * 0.94} {y + rise * 0.35} {x + w} {y + rise}V{y + h}Z"
        )
    return f"M{x} {y + h}V{y + rise}A{w / 2} {rise} 0 0 1 {x + w} {y + rise}V{y + h}Z"


def window(
    x: float, y: float, w: float, h: float, tone: Tone, *, style: str = "tall",
    lit: bool = False, rng: Random | None = None,
) -> str:  # fmt: skip
    """One window with its top left corner at (x, y).

    Styles: tall, arched, gothic, crowned (a small pediment), shutters, wide (modern), plain.
    """
    rng = rng or Random(0)
    arch = ARCHES.get(style, 0.0)
    frame = mix(tone.wall, tone.tint, 0.85)
    edge = max(1.5, w * 0.1)
    parts = [_shutters(x, y, w, h, tone)] if style == "shutters" else []
    if style not in ("wide", "plain"):
        parts.append(path(opening(x - edge, y - edge, w + 2 * edge, h + edge, arch), frame))
    parts.append(path(opening(x, y, w, h, arch), mix(LAMP, PAPER, 0.2) if lit else pane(tone)))
    if lit:
        parts.append(rect(x, y + h * 0.64, w, h * 0.36, mix(LAMP, tone.wall, 0.25)))
        if rng.random() < 0.4:
            pot = f"M{x + w * 0.12} {y + h}q{w * 0.02} {-h * 0.2} {w * 0.2} {-h * 0.2}"
            parts.append(path(pot + f"t{w * 0.2} {h * 0.2}z", tone.ink))
    elif not arch and rng.random() < 0.3:
        parts.append(rect(x, y, w, h * rng.choice((0.3, 0.45)), frame, opacity=0.55))
    else:
        shine = [(x, y + h * 0.8), (x + w, y + h * 0.36), (x + w, y + h * 0.6), (x, y + h)]
        parts.append(poly(shine, frame, opacity=0.16))
    bar = max(1.2, w * 0.07)
    parts.append(rect(x + w / 2 - bar / 2, y, bar, h, frame))
    parts.append(rect(x, y + h * 0.38, w, bar, frame))
    if style == "crowned":
        top = y - edge * 1.7
        crown = [(x - w * 0.3, top), (x + w / 2, top - w * 0.4), (x + w * 1.3, top)]
        parts.append(poly(crown, tone.ink))
    if style != "plain":
        parts.append(rect(x - w * 0.2, y + h, w * 1.4, max(2, w * 0.11), tone.ink))
    return "".join(parts)


def _shutters(x: float, y: float, w: float, h: float, tone: Tone) -> str:
    leaf, parts = w * 0.42, []
    for side in (x - leaf - w * 0.12, x + w * 1.12):
        slats = "".join(f"M{side + leaf * 0.2} {y + h * k / 8}h{leaf * 0.6}" for k in range(1, 8))
        parts.append(rect(side, y, leaf, h, tone.ink))
        parts.append(stroke(slats, mix(tone.ink, tone.wall, 0.55), max(1, h * 0.025)))
    return "".join(parts)


def door(x: float, base: float, w: float, h: float, tone: Tone, *, lit: bool = False) -> str:
    """An arched street door with a fanlight and two leaves, standing on `base`."""
    frame = mix(tone.wall, tone.tint, 0.75)
    glass = LAMP if lit else pane(tone)
    y, edge, rise = base - h, w * 0.12, w / 2
    leaf = mix(tone.ink, tone.net, 0.25)
    panels = "".join(
        rect(px, py, w * 0.3, ph, mix(leaf, tone.wall, 0.22))
        for px in (x + w * 0.12, x + w * 0.58)
        for py, ph in ((y + rise * 1.25, (h - rise) * 0.35), (base - (h - rise) * 0.45, h * 0.2))
    )
    return "".join((
        path(opening(x - edge, y - edge, w + 2 * edge, h + edge, 1), frame),
        path(opening(x, y, w, h, 1), leaf),
        path(f"M{x} {y + rise}A{rise} {rise} 0 0 1 {x + w} {y + rise}Z", glass),
        stroke(f"M{x + rise} {y + rise}V{y}M{x + rise} {y + rise}L{x + w * 0.16} {y + w * 0.16}"
               f"M{x + rise} {y + rise}L{x + w * 0.84} {y + w * 0.16}", leaf, max(1.5, w * 0.05)),
        panels,
        rect(x + w / 2 - 1, y + rise, 2, h - rise, mix(leaf, "#000000", 0.3)),
        circle(x + w * 0.57, base - h * 0.38, max(1.5, w * 0.04), frame),
        rect(x - edge * 1.5, base - h * 0.035, w + edge * 3, h * 0.035, tone.ink),
    ))  # fmt: skip


def shop(
    x: float, base: float, w: float, h: float, tone: Tone, *, awning: Tone | None = None,
    lit: bool = False,
) -> str:  # fmt: skip
    """A shop front under a striped awning; what is on show stays a rhythm of shelves."""
    glass = mix(LAMP, PAPER, 0.3) if lit else mix(pane(tone), tone.tint, 0.25)
    top = base - h
    parts = [
        rect(x, top, w, h, mix(tone.ink, tone.net, 0.2)),
        rect(x + w * 0.05, top + h * 0.12, w * 0.56, h * 0.7, glass),
        rect(x + w * 0.7, top + h * 0.12, w * 0.24, h * 0.88, glass),
        rect(x + w * 0.72, base - h * 0.3, w * 0.2, h * 0.3, mix(tone.ink, tone.net, 0.35)),
    ]
    shelf = mix(tone.ink, tone.wall, 0.3)
    for level, sizes in ((0.62, (3, 5, 4, 6, 3)), (0.82, (6, 4, 5, 3, 6))):
        y = top + h * level
        parts.append(rect(x + w * 0.05, y, w * 0.56, 2, shelf))
        for k, size in enumerate(sizes):
            parts.append(
                rect(x + w * (0.09 + k * 0.1), y - h * size / 40, w * 0.06, h * size / 40, shelf)
            )
    parts.append(segment(x + w * 0.33, top + h * 0.1, x + w * 0.33, top + h * 0.82, shelf, 3))
    if awning:
        parts.append(awning_over(x - w * 0.03, top - h * 0.04, w * 1.06, h * 0.34, awning))
    return "".join(parts)


def awning_over(x: float, y: float, w: float, h: float, tone: Tone, stripes: int = 9) -> str:
    """A striped awning hanging from (x, y), a little wider below, with a scalloped edge."""
    step, flare, parts = w / stripes, w * 0.03, []
    for k in range(stripes):
        colour = tone.net if k % 2 == 0 else tone.tint
        a, b = x + k * step, x + (k + 1) * step
        lean = flare * (2 * k / stripes - 1), flare * (2 * (k + 1) / stripes - 1)
        low = y + h * 0.76
        parts.append(path(
            f"M{a} {y}H{b}L{b + lean[1]} {low}A{step / 2} {h * 0.24} 0 0 1 {a + lean[0]} {low}Z",
            colour,
        ))  # fmt: skip
    parts.append(rect(x, y, w, max(2, h * 0.07), tone.ink))
    return "".join(parts)


def arcade(
    x: float, base: float, w: float, h: float, tone: Tone, arches: int = 3, *, lit: bool = False
) -> str:
    """An arcaded ground floor with shade inside and a light at the back when `lit`."""
    step = w / arches
    dark = mix(tone.ink, "#000000", 0.25)
    parts = []
    for k in range(arches):
        left, width = x + k * step + step * 0.11, step * 0.78
        rim = opening(left - step * 0.05, base - h * 1.04, width + step * 0.1, h * 1.04, 1)
        parts.append(path(rim, mix(tone.wall, tone.tint, 0.6)))
        parts.append(path(opening(left, base - h, width, h, 1), dark))
        back = opening(left + width * 0.28, base - h * 0.62, width * 0.44, h * 0.62, 0.6)
        parts.append(path(back, LAMP if lit else mix(dark, tone.wall, 0.25)))
    return "".join(parts)
