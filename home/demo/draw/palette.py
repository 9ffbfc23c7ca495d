"""The colours of the pictures: the constants of `site/static/css/tokens.css` and mixtures of them.

No picture uses a colour from elsewhere, so the illustrations stay relatives of the site.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Tone:
    """One network's four colours, from the one that carries white text to the palest."""

    net: str
    wall: str
    tint: str
    ink: str


COBALT = Tone("#2c52a0", "#3c64b4", "#e6ecf7", "#1d3a78")
GOLD = Tone("#8f6208", "#c48f22", "#f8eed5", "#644500")
BRICK = Tone("#ab3f2b", "#bd5238", "#f9e7e1", "#7c2817")
PLUM = Tone("#78396f", "#86487d", "#f3e7f1", "#582351")
ORANGE = Tone("#b14b12", "#cd6f2c", "#fbe9dc", "#843707")
GREEN = Tone("#39703a", "#4d8249", "#e6f0e1", "#234d25")
ROSE = Tone("#a83c5c", "#bd5a74", "#fae6ea", "#7a2140")
SLATE = Tone("#4a535e", "#5b6570", "#e9ecee", "#323a44")
TEAL = Tone("#10706c", "#2a8580", "#dff0ed", "#064c49")
BROWN = Tone("#7c5334", "#916a48", "#f3eae1", "#583618")
AZURE = Tone("#26719f", "#4489b4", "#e2f0f7", "#144d70")

PAPER = "#fbfaf7"
WHITE = "#ffffff"
SHADE = "#f3f0ea"
LINE = "#dbd5ca"
EDGE = "#857d71"
INK = "#1d1b18"
INK_SOFT = "#4f4a43"
LAMP = "#ffd873"


def mix(first: str, second: str, share: float) -> str:
    """`first` with `share` (0–1) of `second` stirred in."""
    pairs = zip(_channels(first), _channels(second), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def blend(first: Tone, second: Tone, share: float) -> Tone:
    """A tone between two tones, for walls that should not look like a uniform."""
    return Tone(
        mix(first.net, second.net, share),
        mix(first.wall, second.wall, share),
        mix(first.tint, second.tint, share),
        mix(first.ink, second.ink, share),
    )


def pale(tone: Tone, share: float = 0.55) -> Tone:
    """The tone as limewash: light walls, the same dark details."""
    return Tone(
        mix(tone.net, tone.tint, share * 0.5),
        mix(tone.wall, tone.tint, share),
        mix(tone.tint, WHITE, 0.4),
        mix(tone.ink, tone.wall, 0.2),
    )


CREAM = Tone("#b8a486", mix(SHADE, GOLD.tint, 0.6), WHITE, BROWN.net)
STONE = Tone(EDGE, mix(LINE, EDGE, 0.25), PAPER, INK_SOFT)
