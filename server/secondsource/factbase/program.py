"""A name for the program as far as what is derived depends on it: another one may read the same texts differently."""

from __future__ import annotations

import os
from functools import cache
from hashlib import sha256
from pathlib import Path
from time import time

from secondsource import STARTED, __version__
from secondsource.identity import DIGEST_CHARACTERS

PACKAGE = Path(__file__).parents[1]
DERIVES = (
    "identity.py",
    "reading",
    "comparing",
    "kinds",
    "reconciling",
    "gathering",
    "factbase/terms.py",
    "ingesting/derive.py",
)


@cache
def program_name() -> str:
    """Made from the version and from all that derives, so that nobody has to remember to give it a new one.

    Where some of that was written while this process ran, nobody knows what it has loaded: no other one has that name.
    """
    return name_of(PACKAGE, STARTED)


def name_of(package: Path, started: float) -> str:
    """The name of the program in a folder, as a process knows it that has loaded it at a time (seconds, POSIX)."""
    seen = sha256(__version__.encode())
    files = [file for part in DERIVES for file in _files(package / part)]
    for file in files:
        seen.update(file.relative_to(package).as_posix().encode() + b"\0" + file.read_bytes())
    if any(started < file.stat().st_mtime <= time() for file in files):
        seen.update(f"loaded by {os.getpid()} from {started}".encode())
    return seen.hexdigest()[:DIGEST_CHARACTERS]


def _files(place: Path) -> list[Path]:
    found = sorted(place.rglob("*")) if place.is_dir() else [place]
    return [file for file in found if file.is_file() and "__pycache__" not in file.parts]
