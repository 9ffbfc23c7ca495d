"""Trams, buses, bicycles, cars and a narrow-gauge train. Wheels stand on `base`; x is the left end."""

from .light import Light
from .palette import INK, LAMP, PAPER, WHITE, Tone, mix
from .svg import box, circle, group, path, poly, rect, segment, stroke


def _glass(light: Light) -> str:
    return (
        mix(LAMP, PAPER, 0.2) if light.lit > 0.15 else mix(light.colour("#144d70"), light.low, 0.25)
    )


def _wheel(x: float, base: float, r: float, light: Light) -> str:
    dark = light.colour(INK)
    return circle(x, base - r, r, dark) + circle(x, base - r, r * 0.42, mix(dark, PAPER, 0.55))


def tram(x: float, base: float, h: float, light: Light, tone: Tone, cars: int = 2) -> str:
    """A tram of articulated cars, `h` high without its pantograph; each car is about 1.75 h long."""
    t, glass = light.tone(tone), _glass(light)
    length, gap, parts = h * 1.75, h * 0.09, []
    for k in range(cars):
        left = x + k * (length + gap)
        nose_l, nose_r = (h * 0.2 if k == 0 else 0), (h * 0.2 if k == cars - 1 else 0)
        top, low = base - h, base - h * 0.14
        hull = (
            f"M{left + nose_l} {top}H{left + length - nose_r}"
            + (
                f"Q{left + length - h * 0.02} {top} {left + length} {base - h * 0.45}"
                if nose_r
                else ""
            )
            + f"V{low}H{left}"
            + (
                f"V{base - h * 0.45}Q{left + h * 0.02} {top} {left + nose_l} {top}Z"
                if nose_l
                else f"V{top}Z"
            )
        )
        parts.append(path(hull, t.tint))
        parts.append(path(box(left, base - h * 0.42, length, h * 0.28), t.net))
        parts.append(rect(left, base - h * 0.17, length, h * 0.05, t.ink))
        start, panes = left + nose_l * 1.1 + h * 0.06, 5
        width = (length - nose_l * 1.1 - nose_r * 1.1 - h * 0.12) / panes
        for j in range(panes):
            px, doorway = start + j * width, j in (1, 3)
            tall = h * 0.68 if doorway else h * 0.38
            parts.append(rect(px + 3, top + h * 0.14, width - 6, tall, glass, rx=3))
            if doorway:
                parts.append(rect(px + width / 2 - 1.5, top + h * 0.14, 3, tall, t.ink))
        for nose, side in ((nose_l, left), (nose_r, left + length)):
            if nose:
                sign = 1 if side == left else -1
                parts.append(
                    path(
                        f"M{side + sign * h * 0.06} {base - h * 0.46}Q{side + sign * h * 0.1} {top + h * 0.14} "
                        f"{side + sign * h * 0.22} {top + h * 0.14}V{base - h * 0.46}Z",
                        t.ink,
                    )
                )
                parts.append(circle(side + sign * h * 0.1, base - h * 0.27, h * 0.035, LAMP))
        for share in (0.2, 0.3, 0.7, 0.8):
            parts.append(_wheel(left + length * share, base, h * 0.075, light))
        parts.append(rect(left + length * 0.25, top - h * 0.06, length * 0.5, h * 0.06, t.ink))
        if k < cars - 1:
            parts.append(rect(left + length, top + h * 0.04, gap, h * 0.82, light.colour(INK)))
    arm = x + length * 0.55
    parts.append(
        stroke(
            f"M{arm} {base - h * 1.05}l{h * 0.2} {-h * 0.16}l{-h * 0.2} {-h * 0.18}M{arm - h * 0.16} {base - h * 1.39}h{h * 0.32}",
            light.colour(INK),
            max(2.5, h * 0.022),
        )
    )
    return group(*parts)  # fmt: skip


def wires(
    y: float, x0: float, x1: float, colour: str, poles: tuple[float, ...] = (), base: float = 0
) -> str:
    """The overhead line and the poles that carry it."""
    parts = [segment(x0, y, x1, y, colour, 2.6)]
    for px in poles:
        parts.append(rect(px - 5, y - 34, 10, base - y + 34, colour))
        parts.append(stroke(f"M{px} {y - 26}h70M{px + 60} {y - 26}v26", colour, 3))
    return "".join(parts)


def bus(
    x: float, base: float, h: float, light: Light, tone: Tone, *, electric: bool = False
) -> str:
    """A city bus, about 2.9 h long, facing right; the electric one has a roof pack and a plug mark."""
    t, glass, length = light.tone(tone), _glass(light), h * 2.9
    top, low = base - h, base - h * 0.13
    parts = [
        path(f"M{x + h * 0.08} {top}H{x + length - h * 0.16}Q{x + length - h * 0.03} {top} {x + length - h * 0.02} {top + h * 0.2}"
             f"L{x + length} {base - h * 0.3}V{low}H{x}V{top + h * 0.08}Q{x} {top} {x + h * 0.08} {top}Z", t.wall),
        rect(x, base - h * 0.26, length, h * 0.13, t.net),
        rect(x, base - h * 0.15, length, h * 0.03, t.ink),
    ]  # fmt: skip
    if electric:
        parts.insert(
            0, rect(x + h * 0.35, top - h * 0.1, h * 1.5, h * 0.12, mix(t.tint, t.wall, 0.3), rx=6)
        )
        bolt = [
            (0.06, -0.14),
            (-0.06, 0.03),
            (0, 0.03),
            (-0.04, 0.16),
            (0.08, -0.03),
            (0.02, -0.03),
        ]
        bx, by = x + length * 0.5, base - h * 0.34
        parts.append(poly([(bx + px * h * 0.6, by + py * h * 0.6) for px, py in bolt], t.tint))
    width = h * 0.42
    for k in range(6):
        px, doorway = x + h * 0.1 + k * (width + h * 0.03), k in (2, 5)
        tall = h * 0.7 if doorway else h * 0.4
        parts.append(rect(px, top + h * 0.13, width, tall, glass, rx=4))
        if doorway:
            parts.append(rect(px + width / 2 - 2, top + h * 0.13, 4, tall, t.ink))
    parts.append(rect(x + length - h * 0.1, base - h * 0.3, h * 0.09, h * 0.06, LAMP, rx=3))
    parts += [
        poly([(x + h * 0.2, top + h * 0.53), (x + h * 0.5, top + h * 0.13), (x + h * 0.62, top + h * 0.13),
              (x + h * 0.32, top + h * 0.53)], WHITE, opacity=0.22),
        _wheel(x + length * 0.22, base, h * 0.155, light),
        _wheel(x + length * 0.77, base, h * 0.155, light),
    ]  # fmt: skip
    return group(*parts)


def bicycle(x: float, base: float, size: float, colour: str, tyre: str) -> str:
    """A city bicycle, about 1.7 `size` long, with a basket."""
    r, s = size * 0.36, size
    a, b = x + r, x + s * 1.7 - r
    hub = base - r
    seat, bar = (x + s * 0.62, base - s * 0.82), (x + s * 1.18, base - s * 0.9)
    crank = (x + s * 0.78, hub + r * 0.1)
    frame = (
        f"M{a} {hub}L{seat[0]} {seat[1] + s * 0.1}L{crank[0]} {crank[1]}L{a} {hub}"
        f"M{crank[0]} {crank[1]}L{bar[0]} {bar[1] + s * 0.14}L{seat[0] + s * 0.03} {seat[1] + s * 0.2}"
        f"M{b} {hub}L{bar[0]} {bar[1]}q{s * 0.08} {-s * 0.06} {s * 0.14} {s * 0.02}"
    )
    width = max(2.4, s * 0.05)
    spokes = "".join(
        f"M{cx - r} {hub}h{2 * r}M{cx} {hub - r}v{2 * r}M{cx - r * 0.7} {hub - r * 0.7}l{1.4 * r} {1.4 * r}"
        f"M{cx + r * 0.7} {hub - r * 0.7}l{-1.4 * r} {1.4 * r}"
        for cx in (a, b)
    )
    return group(
        stroke(spokes, tyre, max(0.8, s * 0.01), opacity=0.6),
        *(circle(cx, hub, r, "none", stroke=tyre, stroke_width=width) for cx in (a, b)),
        stroke(frame, colour, width),
        segment(seat[0] - s * 0.1, seat[1] + s * 0.06, seat[0] + s * 0.12, seat[1] + s * 0.04, tyre, width * 1.7),
        rect(x + s * 1.2, base - s * 0.88, s * 0.3, s * 0.2, mix(colour, PAPER, 0.55), rx=3),
        circle(crank[0], crank[1], s * 0.07, tyre),
    )  # fmt: skip


def car(x: float, base: float, w: float, light: Light, colour: str) -> str:
    """A small car from the side."""
    body, glass = light.colour(colour), _glass(light)
    return group(
        path(f"M{x} {base - w * 0.09}v{-w * 0.15}q0 {-w * 0.05} {w * 0.13} {-w * 0.06}l{w * 0.14} {-w * 0.14}"
             f"h{w * 0.33}q{w * 0.05} 0 {w * 0.1} {w * 0.06}l{w * 0.09} {w * 0.08}q{w * 0.2} {w * 0.02} {w * 0.21} {w * 0.1}v{w * 0.11}z", body),
        path(f"M{x + w * 0.2} {base - w * 0.3}l{w * 0.1} {-w * 0.1}h{w * 0.13}v{w * 0.1}z"
             f"M{x + w * 0.46} {base - w * 0.4}h{w * 0.13}l{w * 0.12} {w * 0.1}h{-w * 0.25}z", glass),
        rect(x, base - w * 0.2, w, w * 0.02, mix(body, INK, 0.2)),
        _wheel(x + w * 0.22, base, w * 0.09, light),
        _wheel(x + w * 0.78, base, w * 0.09, light),
    )  # fmt: skip


def forest_train(
    x: float, base: float, h: float, light: Light, tone: Tone, carriages: int = 3
) -> str:
    """A narrow-gauge engine with open-sided carriages behind it (to the left)."""
    t, dark = light.tone(tone), light.colour(INK)
    parts = [
        rect(x, base - h * 0.42, h * 1.25, h * 0.28, t.net),
        rect(x + h * 0.05, base - h, h * 0.5, h * 0.6, t.wall),
        rect(x - h * 0.02, base - h * 1.06, h * 0.66, h * 0.08, t.ink),
        rect(x + h * 0.13, base - h * 0.88, h * 0.32, h * 0.26, mix(light.low, "#144d70", 0.4)),
        path(f"M{x + h * 0.55} {base - h * 0.7}h{h * 0.6}q{h * 0.1} 0 {h * 0.1} {h * 0.14}v{h * 0.2}h{-h * 0.7}z", t.wall),
        rect(x + h * 0.95, base - h * 0.98, h * 0.12, h * 0.3, dark),
        rect(x + h * 0.91, base - h, h * 0.2, h * 0.06, dark),
        circle(x + h * 1.23, base - h * 0.5, h * 0.06, LAMP),
        rect(x - h * 0.04, base - h * 0.18, h * 1.34, h * 0.06, dark),
        *(_wheel(x + h * k, base, h * 0.1, light) for k in (0.18, 0.48, 0.8, 1.06)),
    ]  # fmt: skip
    for k in range(carriages):
        left = x - (k + 1) * h * 1.6
        posts = "".join(
            box(left + h * 0.04 + j * h * 0.35, base - h * 0.78, h * 0.04, h * 0.5)
            for j in range(5)
        )
        parts += [
            rect(left - h * 0.04, base - h * 0.86, h * 1.52, h * 0.1, t.tint),
            rect(
                left,
                base - h * 0.46,
                h * 1.44,
                h * 0.28,
                mix(t.wall, t.net, 0.4) if k % 2 else t.net,
            ),
            path(posts, t.ink),
            rect(left, base - h * 0.34, h * 1.44, h * 0.05, t.tint),
            rect(left + h * 1.44, base - h * 0.24, h * 0.18, h * 0.05, dark),
            *(_wheel(left + h * j, base, h * 0.09, light) for j in (0.22, 0.44, 1, 1.22)),
        ]
    return group(*parts)
