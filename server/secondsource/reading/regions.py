"""Names of countries, continents, states and provinces, which hold towns and send teams."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


@cache
def regions() -> frozenset[str]:
    """The names, folded, each by its telling word: "dakota" for "North Dakota"."""
    listed = (files("secondsource.reading") / "data/regions.txt").read_text("ascii").splitlines()
    return frozenset(line for line in listed if not line.startswith("#"))
