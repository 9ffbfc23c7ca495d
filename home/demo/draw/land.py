"""The ground: hills, mountains, fields, pavements and squares."""

from random import Random

from .light import Light
from .palette import GREEN, PAPER, Tone, mix
from .svg import (
    HEIGHT,
    WIDTH,
    Point,
    clipped,
    ellipse,
    group,
    path,
    poly,
    rect,
    smooth,
    stroke,
)  # fmt: skip


def hill(
    points: list[Point], colour: str, *, bottom: float = HEIGHT, hatch: str = "", seed: str = "",
) -> str:  # fmt: skip
    """Rolling ground below a soft crest; `hatch` is the colour of grass strokes on it."""
    crest = smooth(points)
    shape = f"{crest}L{points[-1][0]} {bottom}L{points[0][0]} {bottom}Z"
    parts = [path(shape, colour)]
    if hatch:
        rng, d = Random(seed or repr(points[0])), ""
        top = min(y for _, y in points)
        for _ in range(int((points[-1][0] - points[0][0]) / 16)):
            x = rng.uniform(points[0][0], points[-1][0])
            y = top + (bottom - top) * rng.random() ** 0.8
            d += f"M{x:.0f} {y:.0f}l{rng.uniform(6, 20):.0f} {-rng.uniform(1, 6):.0f}"
        parts.append(clipped(shape, stroke(d, hatch, 2.4)))
    return "".join(parts)


def mountains(
    peaks: list[Point], base: float, light: Light, colour: str, *, depth: float = 0.3,
    snow: float = 0.0, seed: str = "",
) -> str:  # fmt: skip
    """A jagged ridge: lit and shaded faces, ribs, and snow down to the share `snow` of each peak."""
    rng = Random(seed or repr(peaks))
    face = light.colour(colour, depth)
    shade, white = mix(face, light.shadow, 0.22), light.colour(PAPER, depth * 0.4)
    lows = []
    for (ax, ay), (bx, by) in zip(peaks, peaks[1:], strict=False):
        dip = max(ay, by) + (base - max(ay, by)) * rng.uniform(0.3, 0.5)
        lows.append((ax + (bx - ax) * rng.uniform(0.42, 0.58), dip))
    starts = [(peaks[0][0] - (base - peaks[0][1]) * 0.9, base), *lows]
    ends = [*lows, (peaks[-1][0] + (base - peaks[-1][1]) * 0.9, base)]
    parts = []
    for (px, py), (ax, ay), (bx, by) in zip(peaks, starts, ends, strict=True):
        height = base - py
        left = _crag(rng, (ax, ay), (px, py), height)
        right = _crag(rng, (px, py), (bx, by), height)
        foot = [(bx, base), (ax, base)]
        parts.append(poly([*left, *right, *foot], face))
        spine = [(px, py), (px + height * 0.05, py + height * 0.22), (px - height * 0.03, py + height * 0.42),
                 (px + height * 0.09, py + height * 0.66), (px + height * 0.04, base)]  # fmt: skip
        parts.append(poly([*right, (bx, base), *reversed(spine)], shade))
        if snow:
            line = py + height * snow
            outline = "M" + "L".join(f"{x} {y}" for x, y in [*left, *right, *foot]) + "Z"
            zigzag = [(ax - 20, py - 20)]
            steps = 9
            for k in range(steps + 1):
                x = ax - 20 + (bx - ax + 40) * k / steps
                zigzag.append(
                    (x, line + (height * 0.13 if k % 2 else -height * 0.05) + rng.uniform(-8, 8))
                )
            zigzag.append((bx + 20, py - 20))
            parts.append(clipped(
                outline, poly(zigzag, white), poly(
                    [*spine[:3], (px + height * 0.06, line + height * 0.1), *right[::-1]],
                    mix(white, shade, 0.42), opacity=0.9)))  # fmt: skip
    return group(*parts)


def _crag(rng: Random, start: Point, end: Point, height: float) -> list[Point]:
    points = [start]
    for k in range(1, 5):
        t = k / 5
        points.append((
            start[0] + (end[0] - start[0]) * t + rng.uniform(-0.025, 0.025) * height,
            start[1] + (end[1] - start[1]) * t + rng.uniform(-0.025, 0.025) * height,
        ))  # fmt: skip
    return [*points, end]


def fields(
    top: float, light: Light, colours: list[str], seed: str, vanishing: Point = (800, 300),
    bottom: float = HEIGHT, count: int = 7,
) -> str:  # fmt: skip
    """Ploughed strips running to a vanishing point, with furrows."""
    rng, parts = Random(seed), []
    edges = [WIDTH * (-1.2 + 3.4 * k / count) for k in range(count + 1)]
    vx, vy = vanishing

    def at(x: float, y: float) -> Point:
        share = (y - vy) / (bottom - vy)
        return vx + (x - vx) * share, y

    for k, (a, b) in enumerate(zip(edges, edges[1:], strict=False)):
        colour = light.colour(colours[k % len(colours)])
        parts.append(poly([at(a, top), at(b, top), at(b, bottom), at(a, bottom)], colour))
        furrows = ""
        for j in range(1, 9):
            x = a + (b - a) * j / 9
            (ax, ay), (bx, by) = at(x, top), at(x, bottom)
            furrows += f"M{ax:.0f} {ay:.0f}L{bx:.0f} {by:.0f}"
        if rng.random() < 0.8:
            parts.append(stroke(furrows, mix(colour, light.shadow, 0.13), 3))
    return clipped(f"M0 {top}H{WIDTH}V{bottom}H0Z", *parts)


def pavement(
    top: float, light: Light, tone: Tone, *, bottom: float = HEIGHT, vanishing: float = 800,
    rows: int = 9, spread: int = 13, seed: str = "",
) -> str:  # fmt: skip
    """Slabs in perspective, a few of them darker or paler than the rest."""
    rng, t = Random(f"{seed}{top}"), light.tone(tone)
    base = t.wall
    joint = mix(base, t.ink, 0.2)
    levels = [top + (bottom - top) * (k / rows) ** 1.55 for k in range(rows + 1)]
    vy = top - (bottom - top) * 0.55

    def at(column: float, y: float) -> Point:
        return vanishing + column * 260 * (y - vy) / (bottom - vy), y

    parts, lines = [rect(0, top, WIDTH, bottom - top, base)], ""
    for row, (a, b) in enumerate(zip(levels, levels[1:], strict=False)):
        shift = 0.5 if row % 2 else 0
        for k in range(-spread, spread):
            if rng.random() < 0.16:
                corners = [
                    at(k + shift, a),
                    at(k + 1 + shift, a),
                    at(k + 1 + shift, b),
                    at(k + shift, b),
                ]
                parts.append(
                    poly(corners, rng.choice((mix(base, t.ink, 0.08), mix(base, t.tint, 0.22))))
                )
            (x1, y1), (x2, y2) = at(k + shift, a), at(k + shift, b)
            lines += f"M{x1:.0f} {y1:.0f}L{x2:.0f} {y2:.0f}"
        lines += f"M0 {a:.0f}H{WIDTH}"
    return clipped(f"M0 {top}H{WIDTH}V{bottom}H0Z", *parts, stroke(lines, joint, 2))


def lawn(
    top: float, light: Light, seed: str, *, bottom: float = HEIGHT, colour: str = GREEN.wall
) -> str:
    """Grass seen from the side, with darker swathes and strokes."""
    rng, base = Random(seed), light.colour(colour)
    d = ""
    for _ in range(70):
        t = rng.random()
        d += f"M{rng.uniform(0, WIDTH):.0f} {top + 8 + (bottom - top) * t:.0f}l{5 + 9 * t:.0f} {-6 - 12 * t:.0f}"
    swathes = "".join(
        ellipse(rng.uniform(0, WIDTH), rng.uniform(top + 20, bottom), rng.uniform(160, 420),
                rng.uniform(8, 26), mix(base, light.shadow, 0.12))
        for _ in range(6)
    )  # fmt: skip
    ground = rect(0, top, WIDTH, bottom - top, base)
    return clipped(
        f"M0 {top}H{WIDTH}V{bottom}H0Z", ground, swathes, stroke(d, mix(base, PAPER, 0.22), 2.6)
    )


def road(
    edges: list[tuple[Point, Point]], colour: str, line: str = "", dashes: str = "26 24"
) -> str:
    """A ribbon between pairs of points (left, right), from near to far, with a dashed middle."""
    left, right = [a for a, _ in edges], [b for _, b in edges]
    there, back = smooth(left), smooth(list(reversed(right)))
    parts = [path(there + "L" + back[1:] + "Z", colour)]
    if line:
        middle = [((a[0] + b[0]) / 2, (a[1] + b[1]) / 2) for a, b in edges]
        parts.append(
            stroke(smooth(middle), line, 5, stroke_dasharray=dashes, stroke_linecap="butt")
        )
    return "".join(parts)
