"""What is pinned installs where the README says it does."""

from __future__ import annotations

import re
import tomllib
from importlib.metadata import distributions
from pathlib import Path

from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name

PROJECT = Path(__file__).parents[1]
# A fresh Debian 12 has this one; machines of developers are usually newer.
OLDEST_PYTHON = "3.11.2"


def test_every_package_installs_on_the_oldest_python():
    too_new = [
        f"{found.metadata['Name']} {found.version}: {wanted}"
        for found in distributions()
        if (wanted := found.metadata.get("Requires-Python"))
        and OLDEST_PYTHON not in SpecifierSet(wanted)
    ]
    assert too_new == []


def test_what_the_oldest_python_needs_besides_is_there():
    """A dependency may be asked for by older Pythons only; the lock is made on a newer one."""
    there = {canonicalize_name(found.metadata["Name"]) for found in distributions()}
    oldest = {"python_full_version": OLDEST_PYTHON, "python_version": "3.11", "extra": ""}
    missing = {
        f"{found.metadata['Name']} needs {needed.name}"
        for found in distributions()
        for needed in map(Requirement, found.requires or ())
        if (needed.marker is None or needed.marker.evaluate(oldest))
        and canonicalize_name(needed.name) not in there
    }
    assert missing == set()


def test_lock_files_pin_hashes_and_record_no_addresses():
    for name in ("base.txt", "dev.txt"):
        text = (PROJECT / "requirements" / name).read_text(encoding="utf-8")
        assert "://" not in text
        assert not re.search(r"^-(-index|-extra|-find|-trusted|i |f )", text, re.MULTILINE)
        pins = re.findall(r"^[A-Za-z0-9].*?==\S+", text, re.MULTILINE)
        assert pins
        assert text.count("--hash=") >= len(pins)


def test_what_the_project_needs_is_pinned():
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))
    pinned = {
        re.split(r"[=\[ ]", line)[0].lower()
        for line in (PROJECT / "requirements" / "base.txt").read_text(encoding="utf-8").splitlines()
        if "==" in line
    }
    needed = {
        re.split(r"[><=\[ ;]", each)[0].lower() for each in project["project"]["dependencies"]
    }
    assert needed <= pinned
