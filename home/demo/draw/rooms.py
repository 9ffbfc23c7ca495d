"""Interiors and still lifes: windows with a view, desks, lamps, chairs, cups, plants and papers."""

from random import Random

from .light import Light
from .palette import BROWN, GREEN, INK, LAMP, PAPER, SHADE, Tone, mix
from .svg import (
    HEIGHT,
    WIDTH,
    box,
    circle,
    clipped,
    ellipse,
    glow,
    group,
    path,
    poly,
    rect,
    segment,
    stroke,
)  # fmt: skip


def view(
    x: float,
    y: float,
    w: float,
    h: float,
    frame: str,
    scene: str,
    *,
    panes: tuple[int, int] = (2, 2),
    arch: float = 0.0,
    sill: str = "",
    bar: float = 0.0,
) -> str:
    """A big window: `scene` is drawn in picture coordinates and shows where the glass is."""
    bar = bar or w * 0.022
    rise = w / 2 * arch
    hole = (
        f"M{x} {y + h}V{y + rise}"
        + (f"A{w / 2} {rise} 0 0 1 {x + w} {y + rise}" if arch else f"V{y}H{x + w}")
        + f"V{y + h}Z"
    )
    columns, rows = panes
    bars = "".join(box(x + w * k / columns - bar / 2, y, bar, h) for k in range(1, columns))
    bars += "".join(
        box(x, y + rise + (h - rise) * k / rows - bar / 2, w, bar) for k in range(1, rows)
    )
    if arch and rows == 1:
        bars += box(x, y + rise - bar / 2, w, bar)
    shine = poly(
        [(x, y + h * 0.75), (x + w * 0.55, y), (x + w * 0.72, y), (x, y + h * 0.98)],
        "#ffffff",
        opacity=0.07,
    )
    parts = [
        clipped(hole, scene, shine, path(bars, frame)),
        stroke(hole, frame, bar * 1.7, stroke_linejoin="miter"),
    ]
    parts.append(stroke(hole, mix(frame, INK, 0.35), 2.5, stroke_linejoin="miter"))
    if sill:
        parts.append(
            rect(x - bar * 3, y + h, w + bar * 6, bar * 2, sill)
            + rect(x - bar * 3, y + h + bar * 2, w + bar * 6, bar * 0.7, mix(sill, INK, 0.3))
        )
    return group(*parts)


def wall(colour: str, *, paper: str = "", dado: float = 0.0, dado_colour: str = "") -> str:
    """A room's back wall: plain or with a striped paper, and panelling below `dado`."""
    parts = [rect(0, 0, WIDTH, HEIGHT, colour)]
    if paper:
        parts.append(path("".join(box(k * 64, 0, 26, HEIGHT) for k in range(26)), paper))
    if dado:
        parts.append(
            rect(0, dado, WIDTH, HEIGHT - dado, dado_colour)
            + rect(0, dado, WIDTH, 12, mix(dado_colour, INK, 0.28))
        )
    return "".join(parts)


def curtain(x: float, y: float, w: float, h: float, colour: str) -> str:
    """A drawn-back curtain with folds."""
    folds, step = [], w / 6
    for k in range(6):
        folds.append(path(f"M{x + k * step} {y}h{step}Q{x + (k + 1.3) * step} {y + h * 0.5} {x + (k + 0.9) * step} {y + h}"
                          f"h{-step}Q{x + (k + 0.3) * step} {y + h * 0.5} {x + k * step} {y}Z", colour if k % 2 else mix(colour, INK, 0.13)))  # fmt: skip
    return group(*folds, rect(x - w * 0.08, y - 12, w * 1.2, 12, mix(colour, INK, 0.5)))


def desk(
    y: float,
    colour: str,
    *,
    x0: float = 0,
    x1: float = WIDTH,
    thick: float = 26,
    seed: str = "desk",
) -> str:
    """A table top seen a little from above, down to the bottom of the picture, with grain."""
    rng, grain = Random(seed), ""
    for _ in range(26):
        px, py = rng.uniform(x0, x1), rng.uniform(y + 14, HEIGHT)
        grain += f"M{px:.0f} {py:.0f}q{rng.uniform(60, 160):.0f} {rng.uniform(-5, 5):.0f} {rng.uniform(160, 300):.0f} 0"
    return clipped(
        box(x0, y, x1 - x0, HEIGHT - y),
        rect(x0, y, x1 - x0, HEIGHT - y, colour),
        stroke(grain, mix(colour, INK, 0.1), 3),
        rect(x0, y, x1 - x0, thick * 0.3, mix(colour, PAPER, 0.3)),
    )


def table(
    x: float, y: float, w: float, base: float, colour: str, dark: str, thick: float = 22
) -> str:
    """A table from the side, its top at y, standing on base."""
    return (
        rect(x + w * 0.06, y, 16, base - y, dark) + rect(x + w * 0.94 - 16, y, 16, base - y, dark)
        + rect(x, y, w, thick, colour) + rect(x, y + thick, w, thick * 0.3, mix(colour, INK, 0.35))
    )  # fmt: skip


def hanging_lamp(x: float, y: float, w: float, colour: str, on: bool = True) -> str:
    """A dome lamp on a cord from the ceiling; its rim at y."""
    h = w * 0.5
    light = glow(x, y + h * 0.2, w * 1.8, LAMP, 0.42) if on else ""
    return (
        light + segment(x, 0, x, y - h, INK, 3)
        + (ellipse(x, y, w * 0.2, h * 0.3, LAMP) if on else "")
        + path(f"M{x - w / 2} {y}Q{x - w * 0.46} {y - h} {x - w * 0.08} {y - h}H{x + w * 0.08}Q{x + w * 0.46} {y - h} {x + w / 2} {y}Z", colour)
        + path(f"M{x + w * 0.1} {y}Q{x + w * 0.2} {y - h * 0.8} {x + w * 0.04} {y - h}H{x + w * 0.08}Q{x + w * 0.46} {y - h} {x + w / 2} {y}Z", mix(colour, INK, 0.18))
    )  # fmt: skip


def desk_lamp(
    x: float, base: float, h: float, colour: str, facing: int = 1, on: bool = True
) -> str:
    """An articulated lamp."""
    s = facing
    ex, ey, hx, hy = x - s * h * 0.16, base - h * 0.52, x + s * h * 0.3, base - h * 0.88
    cone = [
        (hx - s * h * 0.02, hy - h * 0.08),
        (hx + s * h * 0.1, hy - h * 0.02),
        (hx + s * h * 0.2, hy + h * 0.22),
        (hx - s * h * 0.12, hy + h * 0.06),
    ]
    beam = (
        poly(
            [cone[3], cone[2], (hx + s * h * 0.62, base), (hx - s * h * 0.22, base)],
            LAMP,
            opacity=0.22,
        )
        if on
        else ""
    )
    return group(
        beam, stroke(f"M{x} {base - h * 0.03}L{ex} {ey}L{hx} {hy}", mix(colour, INK, 0.45), h * 0.028),
        circle(ex, ey, h * 0.03, colour), ellipse(x, base - h * 0.015, h * 0.15, h * 0.035, mix(colour, INK, 0.25)), poly(cone, colour),
        poly([cone[3], cone[2], (cone[2][0] - s * h * 0.02, cone[2][1] + h * 0.02), (cone[3][0] + s * h * 0.01, cone[3][1] + h * 0.03)], LAMP if on else INK),
    )  # fmt: skip


def cup(x: float, base: float, w: float, colour: str, steam: str = "") -> str:
    h = w * 0.85
    vapour = (
        stroke(
            f"M{x - w * 0.15} {base - h * 1.15}q{-w * 0.2} {-h * 0.3} 0 {-h * 0.6}t0 {-h * 0.5}M{x + w * 0.18} {base - h * 1.2}q{-w * 0.2} {-h * 0.3} 0 {-h * 0.6}",
            steam,
            w * 0.06,
            opacity=0.7,
        )
        if steam
        else ""
    )
    return (
        vapour + ellipse(x, base - h * 0.02, w * 0.78, h * 0.09, mix(colour, INK, 0.3))
        + stroke(f"M{x + w * 0.45} {base - h * 0.8}q{w * 0.34} {h * 0.02} {w * 0.28} {h * 0.3}q{-w * 0.04} {h * 0.24} {-w * 0.38} {h * 0.22}", colour, w * 0.1)
        + path(f"M{x - w * 0.5} {base - h}H{x + w * 0.5}Q{x + w * 0.5} {base - h * 0.1} {x + w * 0.18} {base - h * 0.06}H{x - w * 0.18}Q{x - w * 0.5} {base - h * 0.1} {x - w * 0.5} {base - h}Z", colour)
        + ellipse(x, base - h, w * 0.5, h * 0.1, mix(colour, PAPER, 0.5)) + ellipse(x, base - h * 0.99, w * 0.43, h * 0.07, BROWN.ink)
    )  # fmt: skip


def plant(x: float, base: float, h: float, pot: str, leaf: str = GREEN.wall, seed: str = "") -> str:
    """A pot plant with broad leaves."""
    rng, parts = Random(f"{seed}{x}"), []
    for k in range(9):
        turn = -72 + k * 18 + rng.uniform(-6, 6)
        size = h * rng.uniform(0.5, 0.68) * (1 - abs(turn) / 260)
        colour = mix(leaf, INK, 0.2) if k % 2 else leaf
        blade = path(
            f"M0 0C{size * 0.26} {-size * 0.35} {size * 0.2} {-size * 0.75} 0 {-size}C{-size * 0.2} {-size * 0.75} {-size * 0.26} {-size * 0.35} 0 0Z",
            colour,
        )
        rib = stroke(f"M0 0V{-size * 0.85}", mix(colour, PAPER, 0.25), 2)
        parts.append(
            (k % 2, group(blade, rib, transform=f"translate({x} {base - h * 0.3}) rotate({turn})"))
        )
    leaves = "".join(drawn for _, drawn in sorted(parts, key=lambda pair: -pair[0]))
    return group(leaves, poly([(x - h * 0.17, base - h * 0.33), (x + h * 0.17, base - h * 0.33), (x + h * 0.12, base), (x - h * 0.12, base)], pot),
                 rect(x - h * 0.19, base - h * 0.36, h * 0.38, h * 0.07, mix(pot, INK, 0.15)))  # fmt: skip


def papers(
    x: float,
    y: float,
    w: float,
    h: float,
    *,
    turn: float = 0,
    lines: int = 6,
    colour: str = PAPER,
    ink: str = "#dbd5ca",
    accent: str = "",
) -> str:
    """A sheet lying flat, with ruled lines instead of words; (x, y) is its middle."""
    rules = "".join(
        f"M{-w * 0.38} {-h * 0.3 + k * h * 0.62 / max(1, lines - 1)}h{w * (0.76 if k % 3 != 2 else 0.5)}"
        for k in range(lines)
    )
    mark = rect(-w * 0.38, -h * 0.43, w * 0.34, h * 0.06, accent) if accent else ""
    sheet = rect(-w / 2 + 5, -h / 2 + 6, w, h, INK, opacity=0.13) + rect(
        -w / 2, -h / 2, w, h, colour
    )
    return group(
        sheet,
        mark,
        stroke(rules, ink, max(2.5, h * 0.016)),
        transform=f"translate({x} {y}) rotate({turn})",
    )


def laptop(x: float, base: float, w: float, colour: str, screen: str, picture: str = "") -> str:
    """A laptop from the front; `picture` is drawn in a box of 100 × 60 units."""
    h = w * 0.6
    inner = group(
        picture, transform=f"translate({x - w * 0.46} {base - h + w * 0.03}) scale({w * 0.0092})"
    )
    return (
        rect(x - w * 0.5, base - h, w, h, colour, rx=w * 0.025)
        + clipped(box(x - w * 0.46, base - h + w * 0.03, w * 0.92, h - w * 0.06), rect(x - w / 2, base - h, w, h, screen), inner)
        + path(f"M{x - w * 0.5} {base}H{x + w * 0.5}L{x + w * 0.6} {base + w * 0.07}H{x - w * 0.6}Z", mix(colour, PAPER, 0.3))
        + rect(x - w * 0.6, base + w * 0.07, w * 1.2, w * 0.016, mix(colour, INK, 0.4))
    )  # fmt: skip


def armchair(x: float, base: float, w: float, tone: Tone, facing: int = 1) -> str:
    """An armchair turned a little to one side."""
    s, h = facing, w * 1.05
    return group(
        path(f"M{x - w * 0.4} {base - h * 0.1}L{x - w * 0.44 * 1} {base - h * 0.86}Q{x - w * 0.4} {base - h} {x - w * 0.2} {base - h}H{x + w * 0.2}Q{x + w * 0.4} {base - h} {x + w * 0.44} {base - h * 0.86}L{x + w * 0.4} {base - h * 0.1}Z", tone.net),
        rect(x - w * 0.34, base - h * 0.46, w * 0.68, h * 0.22, tone.wall, rx=w * 0.06),
        rect(x - w * 0.36, base - h * 0.3, w * 0.72, h * 0.22, tone.net, rx=w * 0.03),
        rect(x - w * 0.54, base - h * 0.56, w * 0.2, h * 0.5, mix(tone.net, tone.ink, 0.35 if s > 0 else 0.1), rx=w * 0.08),
        rect(x + w * 0.34, base - h * 0.56, w * 0.2, h * 0.5, mix(tone.net, tone.ink, 0.1 if s > 0 else 0.35), rx=w * 0.08),
        path(box(x - w * 0.46, base - h * 0.07, w * 0.06, h * 0.07) + box(x + w * 0.4, base - h * 0.07, w * 0.06, h * 0.07), BROWN.ink),
        stroke(f"M{x - w * 0.15} {base - h * 0.75}v.1M{x + w * 0.15} {base - h * 0.75}v.1M{x} {base - h * 0.64}v.1", tone.ink, w * 0.03),
    )  # fmt: skip


def shelf(
    x: float, y: float, w: float, h: float, seed: str, colours: list[str], wood: str = BROWN.net
) -> str:
    """A board with books and boxes of papers standing on it; its top at y, books `h` high."""
    rng, px, parts = Random(seed), x + 12, []
    while px < x + w - 40:
        bw, bh = rng.choice((16, 20, 26, 34)), h * rng.uniform(0.66, 1)
        colour = rng.choice(colours)
        if rng.random() < 0.1:
            px += rng.uniform(30, 60)
            continue
        parts.append(
            rect(px, y - bh, bw, bh, colour)
            + rect(px, y - bh * 0.8, bw, bh * 0.07, mix(colour, SHADE, 0.6))
        )
        px += bw + 1
    return "".join(parts) + rect(x, y, w, 14, wood) + rect(x, y + 14, w, 5, mix(wood, INK, 0.4))


def floor(y: float, colour: str, light: Light, *, vanishing: float = 800, boards: int = 16) -> str:
    """Floorboards running away from the viewer."""
    lines = ""
    for k in range(-boards, boards + 1):
        lines += f"M{vanishing + k * 70:.0f} {y}L{vanishing + k * 200:.0f} {HEIGHT}"
    ground = rect(0, y, WIDTH, HEIGHT - y, colour)
    return clipped(
        box(0, y, WIDTH, HEIGHT - y),
        ground,
        stroke(lines, mix(colour, light.shadow, 0.2), 2.5),
        rect(0, y, WIDTH, 10, light.shadow, opacity=0.18),
    )


def light_pool(points: list[tuple[float, float]], strength: float = 0.25) -> str:
    """A patch of sun on a floor or wall."""
    return poly(points, LAMP, opacity=strength)
