"""``make test``: everything that must hold, on a machine that has only Python and apt."""

import os
import shutil
import subprocess
import sys

import lint
from project import PROJECT, enter, say, step


def main() -> int:
    skipped = []
    if not (chromium := find_chromium()):
        skipped.append("browser tests (no Chromium)")
    elif not driver_starts():
        chromium = ""
        skipped.append("browser tests (Playwright's driver does not start)")
    if not (shutil.which("xgettext") or install("gettext", "xgettext")):
        skipped.append("whether every word is in the catalogue (no gettext)")
    results = [lint.main(), checks(with_gettext=bool(shutil.which("xgettext")))]
    environment = {**os.environ, "CHROMIUM": chromium or ""}
    # By the file, since what a module of tests stands on is made once a process.
    arguments = sys.argv[1:] or ["-n", "2", "--dist", "loadfile"]
    if not chromium:
        arguments += ["-m", "not browser"]
    say("Tests")
    python = str(PROJECT / ".venv" / "bin" / "python")
    run = subprocess.run([python, "-m", "pytest", *arguments], cwd=PROJECT, env=environment)
    results.append(run.returncode == 0)
    for what in skipped:
        print(f"\n!!! SKIPPED: {what}", flush=True)
    return 0 if all(results) else 1


def checks(*, with_gettext: bool) -> bool:
    """Django's own checks, missing migrations, and the catalogue."""
    enter("config.settings.test")
    from django.core.management import call_command

    say("Checks and migrations")
    call_command("check")
    call_command("compile_catalogues", verbosity=0)
    passed = True
    try:
        call_command("makemigrations", check=True, dry_run=True, verbosity=1)
    except SystemExit:
        passed = False
    return passed and step(
        "Catalogue", "python", "develop/catalogue.py", *(["--collect"] if with_gettext else [])
    )


def find_chromium() -> str:
    """The distribution's Chromium, installed where there is root and apt, else Playwright's own."""
    for name in ("chromium", "chromium-browser", "google-chrome"):
        if path := shutil.which(name):
            return path
    if install("chromium", "chromium"):
        return shutil.which("chromium") or ""
    say("Installing Playwright's Chromium")
    python = str(PROJECT / ".venv" / "bin" / "python")
    if subprocess.run([python, "-m", "playwright", "install", "chromium"]).returncode:
        return ""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        return playwright.chromium.executable_path


def driver_starts() -> bool:
    """Whether Playwright's driver runs; it needs one library that a bare Debian lacks."""
    ask = [str(PROJECT / ".venv" / "bin" / "python"), "-m", "playwright", "--version"]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    if subprocess.run(ask, **quiet).returncode:
        install("libatomic1")
    return subprocess.run(ask, **quiet).returncode == 0


def install(package: str, program: str = "") -> bool:
    """Install a package of the distribution if that is possible; whether its program is there."""
    if os.geteuid() != 0 or shutil.which("apt-get") is None:
        return False
    say(f"Installing {package}")
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    subprocess.run(["apt-get", "update"], **quiet)
    subprocess.run(
        ["apt-get", "install", "-y", "--no-install-recommends", package],
        env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
        **quiet,
    )
    return bool(program) and shutil.which(program) is not None


if __name__ == "__main__":
    sys.exit(main())
