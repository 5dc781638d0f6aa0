"""Print what builds the package, for the lock: a build then needs no index of its own."""

import tomllib
from pathlib import Path

pyproject = tomllib.loads(Path("pyproject.toml").read_text(encoding="utf-8"))
print(*pyproject["build-system"]["requires"], "editables>=0.5,<1", sep="\n")
