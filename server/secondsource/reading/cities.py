"""Where towns lie, to tell that two are not one in the other.

Source: GeoNames (geonames.org), CC BY 4.0, through data/cities.txt, made by .ci/make_cities.py: names that a place of
50,000 people or more bears, with all places of 15,000 or more of that name.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from itertools import product
from math import acos, cos, radians, sin

from secondsource.reading.regions import regions

Place = tuple[float, float]  # latitude, longitude

FAR = 100.0  # kilometres from which two towns are neither one in, nor both "near", the other
_EARTH = 6371.0  # its radius in kilometres


def is_town(name: str) -> bool:
    """Whether a folded name is a town's, and no region's."""
    return name in _towns() and name not in regions()


def far_apart(one: str, other: str) -> bool:
    """Whether every place of one name lies far from every one of the other."""
    return all(_distance(a, b) >= FAR for a, b in product(_places(one), _places(other)))


def _distance(a: Place, b: Place) -> float:
    """In kilometres, along the surface."""
    (low, west), (high, east) = (tuple(map(radians, place)) for place in (a, b))
    angle = sin(low) * sin(high) + cos(low) * cos(high) * cos(west - east)
    return _EARTH * acos(max(-1.0, min(1.0, angle)))


def _places(name: str) -> Iterator[Place]:
    for place in _towns()[name].split("|"):
        latitude, longitude = place.split(",")
        yield float(latitude), float(longitude)


@cache
def _towns() -> dict[str, str]:
    listed = (files("secondsource.reading") / "data/cities.txt").read_text("ascii").splitlines()
    return dict(line.split("|", 1) for line in listed if not line.startswith("#"))
