"""Films elsewhere: which site has them, and the address of its player that asks for least.

Nothing is asked of another site before a reader plays a film. The players are YouTube's that sets
no cookie before it plays, and Vimeo's told not to track (``dnt=1``, Vimeo's player parameters).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import parse_qs, urlencode, urlsplit

from django.utils.translation import gettext_lazy as _

# What an editor is told where she is asked about a film, in a block or in the fields of a page.
TRANSCRIPT = _("What is said and shown, for people who cannot hear or see it.")
CAPTIONS = _("Captions that can be switched on, or are part of the image.")

YOUTUBE_HOSTS = {"youtube.com", "m.youtube.com", "music.youtube.com", "youtube-nocookie.com"}
YOUTUBE_SHORT = "youtu.be"
VIMEO_HOSTS = {"vimeo.com", "player.vimeo.com"}
YOUTUBE_PLAYER = "https://www.youtube-nocookie.com"
VIMEO_PLAYER = "https://player.vimeo.com"

_YOUTUBE_ID = re.compile(r"[\w-]{11}", re.ASCII)
_YOUTUBE_PATH = re.compile(r"/(?:embed|shorts|live|v)/([^/]+)/?")
# vimeo.com/76979871, /channels/staffpicks/76979871, /76979871/8272103f6e (unlisted), /video/…
_VIMEO_PATH = re.compile(r"(?:/.*)?/(\d{6,12})(?:/([0-9a-f]{8,16}))?/?", re.ASCII)
_SECONDS = re.compile(r"(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s?)?", re.ASCII)


@dataclass(frozen=True)
class FilmFields:
    """The fields of a page that a film of its own is told by, named.

    The address is a fact, and so is whether there are captions; the transcript stands in each
    language.
    """

    address: str
    transcript: str
    captions: str


@dataclass(frozen=True)
class Film:
    """A film: its address, the host it is on, and how it is played here, if it can be."""

    url: str
    host: str
    name: str = ""
    player: str = ""

    @property
    def player_site(self) -> str:
        """The source of the player, for the content security policy."""
        parts = urlsplit(self.player)
        return f"{parts.scheme}://{parts.netloc}"


def film(address: str, language: str) -> Film:
    """What is known of a film from its address; captions are asked for in ``language``."""
    try:
        parts = urlsplit(address)
        host = (parts.hostname or "").removeprefix("www.")
    except ValueError:
        return Film(address, "")
    asked = {name: values[0] for name, values in parse_qs(parts.query).items()}
    if host == YOUTUBE_SHORT:
        player = _youtube(parts.path.strip("/"), asked, language)
        return Film(address, host, "YouTube" if player else "", player)
    if host in YOUTUBE_HOSTS:
        found = _YOUTUBE_PATH.fullmatch(parts.path)
        player = _youtube(found[1] if found else asked.get("v", ""), asked, language)
        return Film(address, host, "YouTube" if player else "", player)
    if host in VIMEO_HOSTS and (found := _VIMEO_PATH.fullmatch(parts.path)):
        player = _vimeo(found[1], found[2] or asked.get("h", ""), language)
        return Film(address, host, "Vimeo", player)
    return Film(address, host)


def _youtube(key: str, asked: dict[str, str], language: str) -> str:
    if not _YOUTUBE_ID.fullmatch(key):
        return ""
    wanted = {
        "autoplay": 1,
        "cc_load_policy": 1,
        "cc_lang_pref": language,
        "hl": language,
        "rel": 0,
    }
    if start := _seconds(asked.get("t") or asked.get("start") or ""):
        wanted["start"] = start
    return f"{YOUTUBE_PLAYER}/embed/{key}?{urlencode(wanted)}"


def _vimeo(key: str, secret: str, language: str) -> str:
    wanted = {"dnt": 1, "autoplay": 1, "texttrack": language}
    if secret.isalnum():
        wanted["h"] = secret
    return f"{VIMEO_PLAYER}/video/{key}?{urlencode(wanted)}"


def _seconds(moment: str) -> int:
    """The second a shared address begins at: "90", "90s" or "1m30s"."""
    found = _SECONDS.fullmatch(moment)
    if found is None:
        return 0
    hours, minutes, seconds = (int(part or 0) for part in found.groups())
    return hours * 3600 + minutes * 60 + seconds
