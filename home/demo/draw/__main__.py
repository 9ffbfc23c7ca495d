"""`python -m home.demo.draw OUT_DIR`: write every picture as SVG, with `--raster` as WebP."""

import argparse
from pathlib import Path

from .scenes import SCENES, drawn


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m home.demo.draw", description=__doc__)
    parser.add_argument("out_dir", type=Path, help="where the pictures go")
    parser.add_argument("--only", nargs="*", default=[], metavar="STEM", help="just these pictures")
    parser.add_argument("--raster", action="store_true", help="write WebP instead of SVG")
    parser.add_argument("--browser", metavar="PATH", help="Chromium for --raster")
    options = parser.parse_args()
    unknown = sorted(set(options.only) - SCENES.keys())
    if unknown:
        parser.error(f"unknown pictures: {', '.join(unknown)}")
    options.out_dir.mkdir(parents=True, exist_ok=True)
    pictures = {stem: drawn(stem) for stem in (options.only or sorted(SCENES))}
    if options.raster:
        from .raster import write_webp

        write_webp(pictures, options.out_dir, browser=options.browser)
    else:
        for stem, svg in pictures.items():
            (options.out_dir / f"{stem}.svg").write_text(svg, encoding="utf-8")
    print(f"{len(pictures)} pictures in {options.out_dir}")


if __name__ == "__main__":
    main()
