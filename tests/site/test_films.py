"""Films of other sites: recognised by their address, loaded from nowhere unasked."""

from __future__ import annotations

import re

import pytest

from base.films import film
from tests import factories

KEY = "aqz-KE-bpKQ"
WATCH = f"https://www.youtube.com/watch?v={KEY}"


@pytest.mark.parametrize(
    "address",
    [
        WATCH,
        f"https://youtube.com/watch?feature=shared&v={KEY}",
        f"https://m.youtube.com/watch?v={KEY}",
        f"https://youtu.be/{KEY}?si=abc",
        f"https://www.youtube.com/shorts/{KEY}",
        f"https://www.youtube.com/live/{KEY}",
        f"https://www.youtube.com/embed/{KEY}",
        f"https://www.youtube-nocookie.com/embed/{KEY}",
    ],
)
def test_a_film_on_youtube_is_played_without_cookies_and_with_captions(address):
    found = film(address, "pl")

    assert found.name == "YouTube"
    assert found.player.startswith(f"https://www.youtube-nocookie.com/embed/{KEY}?")
    assert "cc_load_policy=1&cc_lang_pref=pl" in found.player


@pytest.mark.parametrize(
    ("address", "secret"),
    [
        ("https://vimeo.com/76979871", ""),
        ("https://vimeo.com/channels/staffpicks/76979871", ""),
        ("https://player.vimeo.com/video/76979871", ""),
        ("https://vimeo.com/76979871/8272103f6e", "8272103f6e"),
        ("https://player.vimeo.com/video/76979871?h=8272103f6e", "8272103f6e"),
    ],
)
def test_a_film_on_vimeo_is_played_untracked(address, secret):
    found = film(address, "en")

    assert found.name == "Vimeo"
    assert found.player.startswith("https://player.vimeo.com/video/76979871?dnt=1")
    assert ("&h=" in found.player) is bool(secret)
    assert found.player.endswith(secret)


@pytest.mark.parametrize(
    "address",
    [
        "https://media.example.org/film",
        "https://youtube.com.example.org/watch?v=" + KEY,
        "https://notyoutube.com/watch?v=" + KEY,
        "https://www.youtube.com/watch?v=short",
        'https://www.youtube.com/embed/"><script>',
        "https://www.youtube.com/@channel",
        "https://vimeo.com/about",
        "https://[broken",
    ],
)
def test_any_other_address_has_no_player(address):
    assert film(address, "pl").player == ""


@pytest.mark.parametrize(("moment", "second"), [("90", 90), ("90s", 90), ("1m30s", 90)])
def test_a_film_begins_where_its_address_says(moment, second):
    assert f"start={second}" in film(f"{WATCH}&t={moment}", "pl").player
    assert "start=" not in film(f"{WATCH}&t=soon", "pl").player


def policy(response) -> str:
    return response.headers["Content-Security-Policy"]


def test_a_page_with_a_film_may_frame_its_player_and_no_other_page_may(client, site_tree):
    block = {"title": "Spacer", "address": WATCH, "transcript": "Widać ogród.",
             "has_captions": True, "poster": factories.image()}  # fmt: skip
    with_film = client.get(factories.article(body=[("video", block)]).url)
    without = client.get(factories.article().url)

    assert "frame-src https://www.youtube-nocookie.com;" in policy(with_film) + ";"
    assert "vimeo" not in policy(with_film)
    assert "frame-src" not in policy(without)
    assert "unsafe" not in policy(with_film)


def test_a_film_is_a_link_and_a_button_and_asks_nothing_of_its_site(client, site_tree):
    block = {"title": "Spacer", "address": WATCH, "transcript": "Widać ogród.",
             "has_captions": True}  # fmt: skip
    html = client.get(factories.article(body=[("video", block)]).url).content.decode()

    shown = re.search(r'<figure class="video".*?</figure>', html, re.DOTALL)[0]
    assert f'href="{WATCH}"' in shown
    assert "Obejrzyj w serwisie YouTube" in shown
    assert "hidden data-film-play" in shown
    assert "Z napisami." in shown
    assert "Widać ogród." in shown
    assert not re.search(r'<(iframe|video|embed|link)|src="http', shown)


def test_the_film_of_a_practice_is_played_on_its_page(client, site_tree):
    practice = factories.practice(
        video_url="https://vimeo.com/76979871",
        video_has_captions=True,
        video_transcript="Widać ogród.",
    )
    english = factories.english(practice, full=False)

    response = client.get(practice.url)

    assert "Z napisami." in response.content.decode()
    in_english = client.get(english.url).content.decode()
    assert "With captions." in in_english
    assert "The transcript is not yet translated." in in_english
    assert "frame-src https://player.vimeo.com" in policy(response)
    assert 'data-film="https://player.vimeo.com/video/76979871' in response.content.decode()
