"""``make bench`` and ``make bench-search``: measure, print; never a test.

Figures are written to docs/benchmarks.md.
"""

import subprocess
import sys

from project import PROJECT, say

if __name__ == "__main__":
    for script in sorted(PROJECT.joinpath("tests", "bench", *sys.argv[1:]).glob("*.py")):
        say(script.stem.replace("_", " "))
        subprocess.run([sys.executable, str(script)], cwd=PROJECT, check=True)
