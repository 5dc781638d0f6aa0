"""A name for the program as far as what is derived depends on it: another one may read the same texts differently."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from pathlib import Path

from secondsource import __version__
from secondsource.reading.identity import DIGEST_CHARACTERS

PACKAGE = Path(__file__).parents[1]
DERIVES = ("reading", "kinds", "reconciling", "gathering", "factbase/terms.py", "ingesting/derive.py")


@cache
def program_name() -> str:
    """Made from the version and from all that derives, so that nobody has to remember to give it a new one."""
    seen = sha256(__version__.encode())
    for part in DERIVES:
        place = PACKAGE / part
        for file in sorted(place.rglob("*")) if place.is_dir() else [place]:
            if file.is_file() and "__pycache__" not in file.parts:
                seen.update(file.relative_to(PACKAGE).as_posix().encode() + b"\0" + file.read_bytes())
    return seen.hexdigest()[:DIGEST_CHARACTERS]
