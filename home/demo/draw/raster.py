"""Turns the SVG pictures into WebP files small enough for a page. Needs Playwright and Pillow."""

from io import BytesIO
from pathlib import Path

from .svg import HEIGHT, WIDTH

BUDGET = 90_000  # bytes a picture may weigh
QUALITIES = range(90, 39, -4)


def write_webp(pictures: dict[str, str], out_dir: Path, *, browser: str | None = None) -> None:
    """Rasterise each picture at 1600 × 1000; the best quality that fits the budget is kept.

    Raises ValueError for a picture that is too heavy even at the lowest quality.
    """
    from PIL import Image
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=browser, args=["--no-sandbox"])
        page = chromium.new_page(viewport={"width": WIDTH, "height": HEIGHT})
        for stem, svg in pictures.items():
            page.set_content(f"<style>body{{margin:0;font-size:0}}</style>{svg}")
            image = Image.open(BytesIO(page.screenshot())).convert("RGB")
            (out_dir / f"{stem}.webp").write_bytes(_within_budget(stem, image))
        chromium.close()


def _within_budget(stem: str, image) -> bytes:
    for quality in QUALITIES:
        buffer = BytesIO()
        image.save(buffer, "WEBP", quality=quality, method=6)
        if buffer.tell() <= BUDGET:
            return buffer.getvalue()
    raise ValueError(f"{stem}: heavier than {BUDGET} bytes at quality {QUALITIES[-1]}")
