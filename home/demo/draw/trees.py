"""Trees, bushes, reeds and grass. Every plant stands on (x, base)."""

from math import cos, pi, radians, sin
from random import Random

from .light import Light
from .palette import BROWN, GOLD, GREEN, PAPER, TEAL, Tone, mix
from .svg import clipped, ellipse, group, path, poly, rect, segment, smooth, stroke

LIME = mix(GREEN.wall, GOLD.wall, 0.3)
FIR = mix(GREEN.ink, TEAL.net, 0.3)


def _blob(rng: Random, x: float, y: float, rx: float, ry: float, lobes: int = 9) -> str:
    points = []
    for k in range(lobes * 2):
        bulge = 1.0 if k % 2 else rng.uniform(0.84, 0.93)
        angle = 2 * pi * k / (lobes * 2)
        points.append((x + cos(angle) * rx * bulge, y + sin(angle) * ry * bulge))
    return smooth(points, closed=True)


def _leaves(rng: Random, x: float, y: float, rx: float, ry: float, count: int, size: float) -> str:
    d = ""
    for _ in range(count):
        angle, reach = rng.uniform(0, 2 * pi), rng.uniform(0.05, 0.85)
        d += f"M{x + cos(angle) * rx * reach:.0f} {y + sin(angle) * ry * reach:.0f}"
        d += f"q{size * 0.5} {-size * 0.6} {size} 0"
    return d


def tree(
    x: float, base: float, h: float, light: Light, *, colour: str = GREEN.wall, slim: float = 1.0,
    depth: float = 0.0, seed: str = "", trunk: str = BROWN.ink,
) -> str:  # fmt: skip
    """A broad-leaved tree `h` high; `slim` below 1 makes a poplar, above 1 an old lime."""
    rng = Random(f"{seed}{x}{base}{h}")
    crown = light.colour(colour, depth)
    dark, pale = mix(crown, light.shadow, 0.2), mix(crown, PAPER, 0.22)
    wood = light.colour(trunk, depth)
    rx, ry = h * 0.3 * slim, h * 0.36
    cy = base - h + ry
    outline = _blob(rng, x, cy, rx, ry)
    bole = h * 0.028 * (0.7 + 0.3 * slim)
    fork = base - (base - cy - ry * 0.4) * 0.55
    branches = f"M{x} {fork}Q{x - rx * 0.1} {cy + ry * 0.5} {x - rx * 0.45} {cy + ry * 0.2}"
    branches += f"M{x} {fork}Q{x + rx * 0.1} {cy + ry * 0.4} {x + rx * 0.4} {cy + ry * 0.05}"
    return group(
        path(outline, crown),
        clipped(
            outline,
            path(_blob(rng, x + rx * 0.4, cy + ry * 0.55, rx * 1.05, ry * 0.95), dark),
            path(_blob(rng, x - rx * 0.42, cy - ry * 0.42, rx * 0.4, ry * 0.34, 7), pale,
                 opacity=0.55),
            stroke(_leaves(rng, x, cy, rx, ry, int(14 + h / 12), h * 0.032), pale, h * 0.008,
                   opacity=0.7),
        ),
        stroke(branches, wood, bole * 0.6),
        poly([(x - bole * 1.5, base), (x - bole * 0.7, fork - h * 0.06), (x - bole * 0.2, cy),
              (x + bole * 0.3, cy), (x + bole * 0.7, fork - h * 0.06), (x + bole * 1.5, base)],
             wood),
    )  # fmt: skip


def poplar(x: float, base: float, h: float, light: Light, depth: float = 0.0) -> str:
    return tree(x, base, h, light, colour=mix(GREEN.net, LIME, 0.35), slim=0.42, depth=depth)


def spruce(
    x: float, base: float, h: float, light: Light, *, depth: float = 0.0, snowy=False
) -> str:
    """A spruce of ragged tiers, one side in shade; in winter with snow on its arms."""
    rng = Random(f"{x}{base}{h}")
    needles = light.colour(FIR, depth)
    dark = mix(needles, light.shadow, 0.3)
    tiers, width = 6, h * 0.26
    left, right, caps = [(x, base - h)], [(x, base - h)], []
    for k in range(1, tiers + 1):
        y = base - h + h * 0.9 * (k / tiers) ** 0.92
        reach = width * (k / tiers) * rng.uniform(0.9, 1.1)
        inner = reach * 0.55
        left += [(x - reach, y), (x - inner, y - h * 0.02)]
        right += [(x + reach, y), (x + inner, y - h * 0.02)]
        caps.append((reach, y))
    foot = base - h * 0.08
    parts = [
        rect(x - h * 0.018, foot - h * 0.04, h * 0.036, h * 0.12, light.colour(BROWN.ink, depth)),
        poly([*left, (x, foot), *reversed(right)], needles),
        poly([*right, (x, foot)], dark),
    ]
    if snowy:
        white = light.colour(PAPER, depth)
        for reach, y in caps:
            parts.append(path(
                f"M{x - reach} {y}q{reach * 0.5} {-h * 0.05} {reach * 0.9} {-h * 0.1}"
                f"q{-reach * 0.1} {h * 0.08} {-reach * 0.9} {h * 0.1}z", white))  # fmt: skip
    return group(*parts)


def pine(x: float, base: float, h: float, light: Light, depth: float = 0.0) -> str:
    """A Scots pine: a bare reddish trunk and flat cushions of needles."""
    rng = Random(f"{x}{base}{h}")
    needles = light.colour(mix(GREEN.net, TEAL.ink, 0.35), depth)
    bark = light.colour(mix(BROWN.wall, "#b14b12", 0.35), depth)
    lean = rng.uniform(-0.04, 0.04) * h
    trunk = f"M{x} {base}Q{x + lean} {base - h * 0.5} {x + lean * 0.4} {base - h * 0.9}"
    parts = [stroke(trunk, bark, h * 0.032)]
    cushions = ((-0.15, 0.64, 0.13), (0.16, 0.71, 0.13), (-0.09, 0.8, 0.16), (0.08, 0.89, 0.15))
    for dx, up, r in cushions:
        cx, cy = x + dx * h, base - h * up
        parts.append(segment(x + lean * 0.5, cy + h * 0.08, cx, cy, bark, h * 0.013))
        outline = _blob(rng, cx, cy, r * h, r * h * 0.42, 6)
        shade = ellipse(cx + r * h * 0.3, cy + r * h * 0.3, r * h, r * h * 0.26,
                        mix(needles, light.shadow, 0.3))  # fmt: skip
        parts.append(path(outline, needles) + clipped(outline, shade))
    return group(*parts)


def birch(x: float, base: float, h: float, light: Light, colour: str = LIME, depth=0.0) -> str:
    rng = Random(f"{x}{base}{h}")
    crown = tree(x, base, h, light, colour=colour, slim=0.62, depth=depth, trunk=PAPER)
    ticks = "".join(
        f"M{x - h * 0.012:.1f} {base - h * rng.uniform(0.02, 0.34):.1f}h{h * 0.012:.1f}"
        for _ in range(7)
    )
    return crown + stroke(ticks, light.colour("#1d1b18", depth), h * 0.008)


def willow(x: float, base: float, h: float, light: Light, depth: float = 0.0) -> str:
    """A weeping willow: curtains of leaves from a bent trunk."""
    rng = Random(f"{x}{base}{h}")
    leaf = light.colour(LIME, depth)
    tones = (
        mix(leaf, light.shadow, 0.28),
        mix(leaf, light.shadow, 0.12),
        leaf,
        mix(leaf, PAPER, 0.2),
    )
    parts = [stroke(f"M{x} {base}q{h * 0.05} {-h * 0.35} {-h * 0.03} {-h * 0.62}",
                    light.colour(BROWN.ink, depth), h * 0.06)]  # fmt: skip
    for layer, tone in enumerate(tones):
        for k in range(11):
            spread = (k / 10 - 0.5) * 2 * (1 - layer * 0.12)
            top_x = x - h * 0.03 + spread * h * 0.3
            top_y = base - h * (0.98 - 0.3 * spread**2) + layer * h * 0.03
            drop = h * rng.uniform(0.42, 0.72) * (0.95 - layer * 0.17)
            drop = min(drop, base - top_y - h * 0.06)
            half = h * 0.05
            end = top_x + spread * h * 0.14
            parts.append(path(
                f"M{top_x - half} {top_y + half}Q{top_x} {top_y - half * 1.2} {top_x + half} {top_y + half}"
                f"Q{end + half * 1.4} {top_y + drop * 0.6} {end} {top_y + drop}"
                f"Q{end - half} {top_y + drop * 0.5} {top_x - half} {top_y + half}Z", tone))  # fmt: skip
    return group(*parts)


def bare(x: float, base: float, h: float, colour: str, seed: str = "") -> str:
    """A leafless tree, branching by halves."""
    rng, strokes = Random(f"{seed}{x}{base}{h}"), {}

    def grow(px: float, py: float, length: float, angle: float, level: int) -> None:
        ex, ey = px + cos(radians(angle)) * length, py - sin(radians(angle)) * length
        bend = rng.uniform(-0.12, 0.12) * length
        strokes.setdefault(level, []).append(
            f"M{px:.0f} {py:.0f}Q{(px + ex) / 2 + bend:.0f} {(py + ey) / 2:.0f} {ex:.0f} {ey:.0f}"
        )
        if level < 5:
            for turn in (rng.uniform(16, 34), -rng.uniform(16, 34)):
                grow(ex, ey, length * rng.uniform(0.66, 0.8), angle + turn, level + 1)

    grow(x, base, h * 0.3, 90, 0)
    return "".join(
        stroke("".join(lines), colour, max(1.6, h * 0.034 * 0.62**level))
        for level, lines in strokes.items()
    )


def bush(x: float, base: float, w: float, light: Light, colour: str = GREEN.net, depth=0.0) -> str:
    rng = Random(f"{x}{base}{w}")
    leaf = light.colour(colour, depth)
    outline = _blob(rng, x, base - w * 0.24, w / 2, w * 0.3, 8)
    cut = f"M{x - w} {base - w}h{2 * w}v{w}h{-2 * w}z"
    return clipped(
        cut,
        path(outline, leaf),
        clipped(
            outline,
            path(_blob(rng, x + w * 0.2, base - w * 0.08, w * 0.45, w * 0.24), mix(leaf, light.shadow, 0.25)),
            stroke(_leaves(rng, x, base - w * 0.3, w * 0.45, w * 0.25, 12, w * 0.07),
                   mix(leaf, PAPER, 0.3), max(1.4, w * 0.014)),
        ),
    )  # fmt: skip


def grass(x: float, base: float, w: float, h: float, colour: str, count: int = 12, seed="") -> str:
    """A tuft of blades or reeds, fanning out from its foot."""
    rng, d = Random(f"{seed}{x}{base}"), ""
    for k in range(count):
        foot = x + (k / max(1, count - 1) - 0.5) * w * 0.5
        tip = x + (k / max(1, count - 1) - 0.5) * w * 1.5 + rng.uniform(-6, 6)
        up = h * rng.uniform(0.6, 1)
        d += f"M{foot:.0f} {base}Q{foot:.0f} {base - up * 0.6:.0f} {tip:.0f} {base - up:.0f}"
    return stroke(d, colour, max(2, h * 0.035))


def reeds(x: float, base: float, w: float, h: float, light: Light, count: int = 16, seed="") -> str:
    """A bed of reeds with brown cobs."""
    rng = Random(f"{seed}{x}{base}")
    stems, cobs, leaves = "", "", ""
    for k in range(count):
        px = x + w * (k + rng.random()) / count
        up, lean = h * rng.uniform(0.55, 1), rng.uniform(-0.08, 0.14) * h
        stems += f"M{px:.0f} {base}Q{px:.0f} {base - up * 0.6:.0f} {px + lean:.0f} {base - up:.0f}"
        if k % 3 == 0:
            cobs += f"M{px + lean:.0f} {base - up:.0f}l{lean * 0.06:.1f} {-h * 0.1:.0f}"
        leaves += f"M{px:.0f} {base}q{h * 0.02:.0f} {-up * 0.5:.0f} {rng.choice((-1, 1)) * h * 0.22:.0f} {-up * 0.62:.0f}"
    return (
        stroke(leaves, light.colour(GREEN.net), max(2.5, h * 0.018))
        + stroke(stems, light.colour(mix(GREEN.wall, GOLD.wall, 0.4)), max(2, h * 0.014))
        + stroke(cobs, light.colour(BROWN.ink), max(5, h * 0.035))
    )


def avenue(
    x0: float, x1: float, base: float, h: float, count: int, light: Light, tones: list[str],
    depth: float = 0.0, seed: str = "",
) -> str:  # fmt: skip
    """Trees in a row, their sizes breathing a little, colours taken in turn."""
    rng, parts = Random(f"{seed}{x0}{x1}{count}"), []
    for k in range(count):
        px = x0 + (x1 - x0) * (k + 0.5 + rng.uniform(-0.15, 0.15)) / count
        parts.append(tree(px, base, h * rng.uniform(0.85, 1.12), light, slim=rng.uniform(0.8, 1.1),
                          colour=tones[k % len(tones)], depth=depth))  # fmt: skip
    return "".join(parts)


def blossom(x: float, base: float, h: float, light: Light, tone: Tone) -> str:
    """A fruit tree in flower."""
    rng = Random(f"{x}{base}{h}flower")
    crown = tree(x, base, h, light, colour=mix(tone.wall, tone.tint, 0.62))
    cy, dots = base - h * 0.64, ""
    for _ in range(26):
        angle, reach = rng.uniform(0, 2 * pi), rng.uniform(0.1, 0.9)
        px, py = x + cos(angle) * h * 0.28 * reach, cy + sin(angle) * h * 0.33 * reach
        dots += f"M{px:.0f} {py:.0f}h.1"
    return crown + stroke(dots, light.colour(PAPER), h * 0.026)
