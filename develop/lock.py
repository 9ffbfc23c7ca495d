"""``make lock``: pins every dependency with hashes; no addresses are recorded."""

import tomllib

from project import PROJECT, step

OPTIONS = (
    "--quiet", "--generate-hashes", "--no-emit-index-url", "--no-emit-trusted-host",
    "--no-emit-find-links", "--no-annotate", "--no-header", "--allow-unsafe", "--strip-extras",
)  # fmt: skip


def main() -> None:
    requirements = PROJECT / "requirements"
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text(encoding="utf-8"))
    dev = requirements / "dev.in"
    dev.write_text("\n".join(["-r base.txt", *project["dependency-groups"]["dev"]]) + "\n")
    step("requirements/base.txt", "pip-compile", *OPTIONS, "-o", "requirements/base.txt",
         "pyproject.toml", check=True)  # fmt: skip
    step("requirements/dev.txt", "pip-compile", *OPTIONS, "-o", "requirements/dev.txt", str(dev),
         check=True)  # fmt: skip
    dev.unlink()


if __name__ == "__main__":
    main()
