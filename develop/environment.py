"""Makes the virtual environment from the hash-pinned requirements; does nothing when it is fresh.

Runs on the system's own Python, so it needs nothing but the standard library:
``python3 develop/environment.py base|dev``.
"""

import hashlib
import subprocess
import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1]
VENV = PROJECT / ".venv"
LOCKED = {"base": ["base.txt"], "dev": ["base.txt", "dev.txt"]}


def main(kind: str) -> None:
    if sys.version_info < (3, 11):  # noqa: UP036 (this script meets the system's own Python)
        sys.exit(f"Python 3.11 or newer is needed; this is {sys.version.split()[0]}.")
    files = [PROJECT / "requirements" / name for name in LOCKED[kind]]
    wanted = hashlib.sha256(b"".join(path.read_bytes() for path in files)).hexdigest()
    stamp = VENV / f"{kind}.stamp"
    if stamp.exists() and stamp.read_text() == wanted:
        return
    try:
        import ensurepip  # noqa: F401
        import venv  # noqa: F401
    except ImportError:
        sys.exit("Python's venv is missing. Install it with: apt-get install python3-venv")
    python = VENV / "bin" / "python"
    if not python.exists():
        print("Creating the environment in .venv …", flush=True)
        subprocess.run([sys.executable, "-m", "venv", str(VENV)], check=True)
    print(f"Installing the packages ({kind}) …", flush=True)
    subprocess.run(
        [
            str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check",
            "--require-hashes", "-r", str(files[-1]),
        ],
        check=True,
    )  # fmt: skip
    stamp.write_text(wanted)
    if kind == "dev":
        (VENV / "base.stamp").write_text(
            hashlib.sha256((PROJECT / "requirements" / "base.txt").read_bytes()).hexdigest()
        )


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "base")
