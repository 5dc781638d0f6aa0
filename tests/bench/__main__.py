"""`make bench`: what all of it costs, part by part, each beside a yardstick in the same run."""

from __future__ import annotations

import argparse
import os
import platform
import sqlite3
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from tests.bench import browser, ingesting, lookup, pages, readers, starting, texts
from tests.bench.asked import Asked
from tests.serving import Seed, seeds

from secondsource.garbage import look_seldom

Part = Callable[[Path, list[Seed], Asked], None]


def main() -> None:
    """Print the tables that are asked for; SystemExit with what was missed, if anything was."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("parts", nargs="*", metavar="part", help=f"of {', '.join(_parts(()))}; all if none is named")
    parser.add_argument(
        "--sizes", nargs="+", type=int, default=lookup.SIZES, help="passages among which `lookup` looks things up"
    )
    told = parser.parse_args()
    parts = _parts(told.sizes)
    if unknown := set(told.parts) - set(parts):
        parser.error(f"no part is called {', '.join(sorted(unknown))}")
    look_seldom()  # as all commands do
    articles, asked = seeds(), Asked()
    print(machine())
    for name in told.parts or parts:
        with tempfile.TemporaryDirectory() as folder:
            try:
                parts[name](Path(folder), articles, asked)
            except SystemExit as missed:  # the other parts have something to tell, too
                asked.miss(f"{name}: {missed}")
    asked.settle()


def machine() -> str:
    """What all figures are of, and how busy it is as they begin."""
    processor = _said("/proc/cpuinfo", "model name") or platform.processor() or platform.machine()
    memory, load = _said("/proc/meminfo", "MemTotal"), os.getloadavg()[0]
    python = f"Python {platform.python_version()} ({Path(sys.executable).resolve()})"
    return (
        f"{os.cpu_count()} × {processor}, {memory}, {platform.system()} {platform.release()};"
        f" {python}, SQLite {sqlite3.sqlite_version}; load {load:.1f} as it began."
    )


def _said(file: str, name: str) -> str:
    """What Linux says of itself in a file of names and values."""
    lines = Path(file).read_text().splitlines() if Path(file).exists() else []
    return next((line.partition(":")[2].strip() for line in lines if line.startswith(name)), "")


def _parts(sizes: Sequence[int]) -> dict[str, Part]:
    return {
        "pages": pages.main,
        "ingesting": ingesting.main,
        "readers": readers.main,
        "starting": lambda folder, _, asked: starting.main(folder, asked),
        "texts": lambda _, articles, asked: texts.main(articles, asked),
        "lookup": lambda _folder, _articles, asked: lookup.main(sizes, asked),
        "browser": lambda *_: browser.main(),
    }


if __name__ == "__main__":
    main()
