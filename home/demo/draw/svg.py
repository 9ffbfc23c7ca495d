"""Shapes as SVG text: the few elements every picture is made of. Units are pixels of the canvas."""

import re
from collections.abc import Iterable
from zlib import crc32

WIDTH, HEIGHT = 1600, 1000

Point = tuple[float, float]


def element(tag: str, content: str = "", **attributes: object) -> str:
    """One element; `stroke_width=3` becomes `stroke-width="3"`, None is left out."""
    written = "".join(
        f' {name.replace("_", "-")}="{value}"'
        for name, value in attributes.items()
        if value is not None
    )
    return f"<{tag}{written}>{content}</{tag}>" if content else f"<{tag}{written}/>"


def rect(x: float, y: float, w: float, h: float, fill: str, **style: object) -> str:
    return element("rect", x=x, y=y, width=w, height=h, fill=fill, **style)


def circle(x: float, y: float, r: float, fill: str, **style: object) -> str:
    return element("circle", cx=x, cy=y, r=r, fill=fill, **style)


def ellipse(x: float, y: float, rx: float, ry: float, fill: str, **style: object) -> str:
    return element("ellipse", cx=x, cy=y, rx=rx, ry=ry, fill=fill, **style)


def path(d: str, fill: str = "none", **style: object) -> str:
    return element("path", d=d, fill=fill, **style)


def poly(points: Iterable[Point], fill: str, **style: object) -> str:
    return path("M" + "L".join(f"{x} {y}" for x, y in points) + "Z", fill, **style)


def stroke(d: str, colour: str, width: float, **style: object) -> str:
    """An open line with round ends."""
    style.setdefault("stroke_linecap", "round")
    style.setdefault("stroke_linejoin", "round")
    return path(d, stroke=colour, stroke_width=width, **style)


def segment(x1: float, y1: float, x2: float, y2: float, colour: str, width: float, **style) -> str:
    return stroke(f"M{x1} {y1}L{x2} {y2}", colour, width, **style)


def group(*parts: str, **style: object) -> str:
    return element("g", "".join(parts) or " ", **style)


def moved(x: float, y: float, *parts: str, scale: float = 1, turn: float = 0) -> str:
    """The parts drawn around (0, 0), set down at (x, y); `turn` in degrees clockwise."""
    transform = f"translate({x} {y})"
    transform += f" rotate({turn})" if turn else ""
    transform += f" scale({scale})" if scale != 1 else ""
    return group(*parts, transform=transform)


def mirrored(axis: float, *parts: str) -> str:
    """The parts flipped left to right about the vertical line x = axis."""
    return group(*parts, transform=f"translate({2 * axis} 0) scale(-1 1)")


def clipped(outline: str, *parts: str, **style: object) -> str:
    """The parts where they fall inside the path data `outline`."""
    name = f"c{crc32(outline.encode()):08x}"
    shape = element("clipPath", path(outline, "#000"), id=name)
    return shape + group(*parts, clip_path=f"url(#{name})", **style)


def gradient(*stops: tuple[float, str], across: bool = False, opacities=()) -> tuple[str, str]:
    """A linear gradient: its definition and the fill that refers to it."""
    name = f"g{crc32(repr((stops, across, opacities)).encode()):08x}"
    shades = [*opacities, *[1] * (len(stops) - len(opacities))]
    marks = "".join(
        element("stop", offset=offset, stop_color=colour, stop_opacity=shade)
        for (offset, colour), shade in zip(stops, shades, strict=True)
    )
    end = {"x2": 1, "y2": 0} if across else {"x2": 0, "y2": 1}
    return element("linearGradient", marks, id=name, x1=0, y1=0, **end), f"url(#{name})"


def glow(x: float, y: float, r: float, colour: str, strength: float = 0.6) -> str:
    """Light that fades to nothing at radius `r`."""
    name = f"r{crc32(repr((colour, strength)).encode()):08x}"
    stops = element("stop", offset=0, stop_color=colour, stop_opacity=strength)
    stops += element("stop", offset=1, stop_color=colour, stop_opacity=0)
    return element("radialGradient", stops, id=name) + circle(x, y, r, f"url(#{name})")


def box(x: float, y: float, w: float, h: float) -> str:
    """Path data of a rectangle, for clipping and for compound paths."""
    return f"M{x} {y}h{w}v{h}h{-w}z"


def smooth(points: list[Point], *, closed: bool = False) -> str:
    """Path data of a soft curve through the points (Catmull–Rom turned into Bézier curves)."""
    count = len(points)

    def at(index: int) -> Point:
        return points[index % count] if closed else points[max(0, min(count - 1, index))]

    data = f"M{points[0][0]} {points[0][1]}"
    for index in range(count if closed else count - 1):
        before, start, end, after = (at(index + step) for step in (-1, 0, 1, 2))
        ax, ay = start[0] + (end[0] - before[0]) / 6, start[1] + (end[1] - before[1]) / 6
        bx, by = end[0] - (after[0] - start[0]) / 6, end[1] - (after[1] - start[1]) / 6
        data += f"C{ax:.1f} {ay:.1f} {bx:.1f} {by:.1f} {end[0]:.1f} {end[1]:.1f}"
    return data + ("Z" if closed else "")


def document(*parts: str) -> str:
    """A whole picture; numbers are cut to two decimals, which is finer than a pixel shows."""
    body = re.sub(r"-?\d+\.\d{3,}", lambda m: f"{float(m[0]):.2f}", "".join(parts))
    head = f'width="{WIDTH}" height="{HEIGHT}" viewBox="0 0 {WIDTH} {HEIGHT}"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {head}>{body}</svg>\n'
