"""Addresses of films on YouTube and Vimeo, as a reader would open them."""

from __future__ import annotations

import re

_YOUTUBE = re.compile(
    r"(?:https?:)?//(?:www\.|m\.)?(?:youtube(?:-nocookie)?\.com/(?:embed/|watch\?(?:\S*&)?v=|shorts/)"
    r"|youtu\.be/)([\w-]{6,20})\S*"
)
_VIMEO = re.compile(r"(?:https?:)?//(?:www\.|player\.)?vimeo\.com/(?:video/)?(\d{5,12})\S*")


def film_address(text: str) -> str:
    """The film's address, where the text is one and nothing else."""
    text = text.strip()
    if match := _YOUTUBE.fullmatch(text):
        return f"https://www.youtube.com/watch?v={match[1]}"
    if match := _VIMEO.fullmatch(text):
        return f"https://vimeo.com/{match[1]}"
    return ""
