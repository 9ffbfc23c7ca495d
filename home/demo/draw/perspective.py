"""Flat surfaces seen at an angle, and blocks seen from above."""

from collections.abc import Callable
from random import Random

from .light import Light
from .palette import LAMP, Tone, mix
from .svg import Point, ellipse, group, path, poly, stroke
from .windows import pane


class Plane:
    """A rectangle in perspective: (u, v) from 0 to 1 are carried onto four corners of the picture.

    Corners go clockwise from the one at (0, 0). The mapping is the projective one that carries
    the unit square onto a quadrilateral (P. Heckbert, "Fundamentals of Texture Mapping", 1989).
    """

    def __init__(self, *corners: Point):
        (x0, y0), (x1, y1), (x2, y2), (x3, y3) = corners
        dx1, dx2, sx = x1 - x2, x3 - x2, x0 - x1 + x2 - x3
        dy1, dy2, sy = y1 - y2, y3 - y2, y0 - y1 + y2 - y3
        area = dx1 * dy2 - dx2 * dy1
        self.g, self.h = (sx * dy2 - dx2 * sy) / area, (dx1 * sy - sx * dy1) / area
        self.a, self.b, self.c = x1 - x0 + self.g * x1, x3 - x0 + self.h * x3, x0
        self.d, self.e, self.f = y1 - y0 + self.g * y1, y3 - y0 + self.h * y3, y0

    def at(self, u: float, v: float) -> Point:
        w = self.g * u + self.h * v + 1
        return (self.a * u + self.b * v + self.c) / w, (self.d * u + self.e * v + self.f) / w

    def patch(self, u0: float, v0: float, u1: float, v1: float, fill: str, **style: object) -> str:
        """The rectangle between two corners of the plane."""
        return poly(
            [self.at(u0, v0), self.at(u1, v0), self.at(u1, v1), self.at(u0, v1)], fill, **style
        )

    def line(self, u0: float, v0: float, u1: float, v1: float, colour: str, width: float) -> str:
        (x0, y0), (x1, y1) = self.at(u0, v0), self.at(u1, v1)
        return stroke(f"M{x0} {y0}L{x1} {y1}", colour, width, stroke_linecap="butt")

    def arch(
        self,
        u0: float,
        v0: float,
        u1: float,
        v1: float,
        fill: str,
        rise: float = 0.3,
        **style: object,
    ) -> str:
        """A hole with a round head; `rise` is the head's share of the height, v grows downwards."""
        spring = v0 + (v1 - v0) * rise
        points = [(u0, v1), (u0, spring)]
        for k in range(1, 12):
            t = k / 12
            drop = 1 - (1 - (2 * t - 1) ** 2) ** 0.5
            points.append((u0 + (u1 - u0) * t, v0 + (spring - v0) * drop))
        points += [(u1, spring), (u1, v1)]
        return poly([self.at(u, v) for u, v in points], fill, **style)

    def grid(self, columns: int, rows: int, colour: str, width: float = 2) -> str:
        lines = [
            self.line(k / columns, 0, k / columns, 1, colour, width) for k in range(columns + 1)
        ]
        lines += [self.line(0, k / rows, 1, k / rows, colour, width) for k in range(rows + 1)]
        return "".join(lines)

    def windows(
        self,
        columns: int,
        rows: int,
        tone: Tone,
        lit: float,
        seed: str,
        *,
        arched: bool = False,
        margin: float = 0.04,
        bottom: float = 0.96,
    ) -> str:
        """A façade's windows laid out on the plane."""
        rng, parts = Random(seed), []
        frame, dark = mix(tone.wall, tone.tint, 0.8), pane(tone)
        for row in range(rows):
            for column in range(columns):
                u, v = (
                    margin + (1 - 2 * margin) * column / columns,
                    margin + (bottom - margin) * row / rows,
                )
                du, dv = (1 - 2 * margin) / columns, (bottom - margin) / rows
                a, b, c, d = u + du * 0.24, v + dv * 0.18, u + du * 0.76, v + dv * 0.82
                glass = LAMP if rng.random() < lit else dark
                draw: Callable[..., str] = self.arch if arched else self.patch
                parts.append(
                    draw(a - du * 0.05, b - dv * 0.04, c + du * 0.05, d + dv * 0.03, frame)
                )
                parts.append(draw(a, b, c, d, glass))
                parts.append(self.patch(a + (c - a) * 0.46, b, a + (c - a) * 0.54, d, frame))
                parts.append(self.patch(a, b + (d - b) * 0.4, c, b + (d - b) * 0.46, frame))
                parts.append(self.patch(a - du * 0.08, d, c + du * 0.08, d + dv * 0.05, tone.ink))
        return "".join(parts)


class Aerial:
    """A bird's-eye view: x runs to the lower right, y to the lower left, z up. One unit is `scale` px."""

    def __init__(self, x: float, y: float, scale: float, light: Light):
        self.x, self.y, self.scale, self.light = x, y, scale, light

    def at(self, x: float, y: float, z: float = 0) -> Point:
        s = self.scale
        return self.x + (x - y) * s * 0.866, self.y + (x + y) * s * 0.5 - z * s

    def ground(self, points: list[Point], fill: str, z: float = 0, **style: object) -> str:
        return poly([self.at(x, y, z) for x, y in points], fill, **style)

    def tile(
        self, x: float, y: float, w: float, d: float, fill: str, z: float = 0, **style: object
    ) -> str:
        return self.ground([(x, y), (x + w, y), (x + w, y + d), (x, y + d)], fill, z, **style)

    def shadow(self, x: float, y: float, w: float, d: float, h: float) -> str:
        """What a block `h` high throws on the ground, away from a light in the west."""
        reach = h * 0.55
        points = [
            (x, y),
            (x + w, y),
            (x + w + reach, y - reach * 0.2),
            (x + w + reach, y + d - reach * 0.2),
            (x + w, y + d),
            (x, y + d),
        ]
        return self.ground(points, self.light.shadow, opacity=0.2)

    def walls(self, x: float, y: float, w: float, d: float, h: float) -> tuple[Plane, Plane]:
        """The two visible walls, lit (facing lower left) and shaded (facing lower right)."""
        at = self.at
        left = Plane(at(x, y + d, h), at(x + w, y + d, h), at(x + w, y + d), at(x, y + d))
        right = Plane(at(x + w, y + d, h), at(x + w, y, h), at(x + w, y), at(x + w, y + d))
        return left, right

    def block(
        self, x: float, y: float, w: float, d: float, h: float, tone: Tone, *, roof: str = "flat",
        rows: int = 2, columns: int = 3, seed: str = "", arched: bool = False, top: str = "", z: float = 0,
    ) -> str:  # fmt: skip
        """A building with windows; roofs: flat, gabled (ridge along x), hipped, tent."""
        light = self.light
        t = light.tone(tone)
        dark = Tone(*(mix(c, light.shadow, 0.2) for c in (t.net, t.wall, t.tint, t.ink)))
        cover = light.colour(top) if top else mix(t.net, t.ink, 0.2)
        at = lambda px, py, pz=0.0: self.at(px, py, pz + z)  # noqa: E731 - the block's own floor level
        left = Plane(at(x, y + d, h), at(x + w, y + d, h), at(x + w, y + d), at(x, y + d))
        right = Plane(at(x + w, y + d, h), at(x + w, y, h), at(x + w, y), at(x + w, y + d))
        side = max(1, round(columns * d / w))
        parts = [left.patch(0, 0, 1, 1, t.wall), right.patch(0, 0, 1, 1, dark.wall)]
        if rows:
            parts.append(left.windows(columns, rows, t, light.lit, seed + "l", arched=arched))
            parts.append(right.windows(side, rows, dark, light.lit, seed + "r", arched=arched))
        parts.append(self._roof(at, x, y, w, d, h, roof, cover, t, dark))
        return group(*parts)

    def _roof(
        self, at: Callable[..., Point], x, y, w, d, h, kind: str, cover: str, t: Tone, dark: Tone
    ) -> str:
        shade, line, o = mix(cover, self.light.shadow, 0.24), mix(cover, t.tint, 0.22), 0.05
        x0, y0, x1, y1 = x - o, y - o, x + w + o, y + d + o
        if kind == "flat":
            inner = [
                at(x + 0.08, y + 0.08, h),
                at(x + w - 0.08, y + 0.08, h),
                at(x + w - 0.08, y + d - 0.08, h),
                at(x + 0.08, y + d - 0.08, h),
            ]
            return poly([at(x0, y0, h), at(x1, y0, h), at(x1, y1, h), at(x0, y1, h)], t.ink) + poly(
                inner, cover
            )
        rise, mid = d * 0.42, y + d / 2
        if kind == "tent":
            peak = at(x + w / 2, mid, h + max(w, d) * 0.6)
            return poly([at(x0, y1, h), peak, at(x1, y1, h)], cover) + poly(
                [at(x1, y1, h), peak, at(x1, y0, h)], shade
            )
        inset = d * 0.42 if kind == "hipped" else -o
        a, b = at(x + inset, mid, h + rise), at(x + w - inset, mid, h + rise)
        front = [at(x0, y1, h), a, b, at(x1, y1, h)]
        rows = "".join(
            f"M{front[0][0] + (a[0] - front[0][0]) * k / 6} {front[0][1] + (a[1] - front[0][1]) * k / 6}"
            f"L{front[3][0] + (b[0] - front[3][0]) * k / 6} {front[3][1] + (b[1] - front[3][1]) * k / 6}"
            for k in range(1, 6)
        )
        end = (
            poly([at(x1, y1, h), b, at(x1, y0, h)], mix(cover, self.light.shadow, 0.36))
            if kind == "hipped"
            else poly([at(x + w, y + d, h), at(x + w, mid, h + rise), at(x + w, y, h)], dark.wall)
        )
        return end + poly(front, cover) + stroke(rows, line, 1.6)

    def tree(self, x: float, y: float, r: float, colour: str) -> str:
        """A round tree on its trunk, with its shadow."""
        light, s = self.light, self.scale
        leaf = light.colour(colour)
        px, py = self.at(x, y)
        sx, sy = self.at(x + r * 1.3, y - r * 0.3)
        top = py - r * s * 1.9
        return group(
            ellipse(sx, sy, r * s * 1.05, r * s * 0.5, light.shadow, opacity=0.2),
            stroke(f"M{px} {py}L{sx} {sy}", light.shadow, r * s * 0.2, opacity=0.2),
            stroke(f"M{px} {py}V{top}", light.colour("#583618"), r * s * 0.22),
            ellipse(px, top, r * s, r * s * 1.02, leaf),
            path(f"M{px + r * s * 0.2} {top - r * s}A{r * s} {r * s} 0 0 1 {px + r * s * 0.1} {top + r * s}"
                 f"A{r * s * 1.2} {r * s * 1.2} 0 0 0 {px + r * s * 0.2} {top - r * s}Z", mix(leaf, light.shadow, 0.22)),
            ellipse(px - r * s * 0.35, top - r * s * 0.4, r * s * 0.3, r * s * 0.22, mix(leaf, "#ffffff", 0.25)),
        )  # fmt: skip
