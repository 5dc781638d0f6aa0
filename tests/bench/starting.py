"""The table of `make bench`: what a second `make run` computes until it serves, beside importing its libraries.

Processor time of the processes, libraries and ours in turn: what is more than their imports is what we add.
"""

from __future__ import annotations

import resource
import statistics
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from tests.bench.asked import Asked
from tests.serving import COMMAND, SEEDS, Server

LIBRARIES = "import flask_smorest, sqlalchemy.orm, alembic.command, waitress, rapidfuzz.process, wordfreq, simplemma"
MOST_TIMES = 4.0  # as long as the libraries' imports alone; 2.4 measured
ROUNDS = 3
ROW = "{:44} {:>12}"


def spent(run: Callable[[], object]) -> float:
    """Processor seconds of the processes that `run` starts and waits for."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    run()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main(folder: Path, asked: Asked) -> None:
    """Print the table."""
    server = Server(folder / "second-run")
    server.command("ingest", str(SEEDS))

    def second_run() -> None:
        subprocess.run([COMMAND, "ingest", str(SEEDS)], env=server.environment, check=True, stdout=subprocess.DEVNULL)
        server.start()
        server.stop()

    def imports() -> None:
        subprocess.run([sys.executable, "-c", LIBRARIES], check=True)

    rounds = [(spent(second_run), spent(imports)) for _ in range(ROUNDS)]
    ours, theirs = (statistics.median(times) for times in zip(*rounds, strict=True))
    print("\n" + ROW.format("a second `make run`, until it serves", "seconds"))
    print(ROW.format("ingest and serve", f"{ours:.2f}"))
    print(ROW.format("importing the libraries, once", f"{theirs:.2f}"))
    asked.most("times as long", ours / theirs, MOST_TIMES)
