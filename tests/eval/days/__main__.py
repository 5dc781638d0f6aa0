"""Print B-cubed precision, recall and F1 of the stories found: as articles came, and after a rebuild."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from sqlalchemy import Engine
from tests.eval.days.corpus import DAYS, UNSEEN, Labelled, day, days, pool
from tests.eval.days.finding import ingest, score

from secondsource.factbase.migrate import migrate
from secondsource.factbase.sessions import open_engine
from secondsource.ingesting.ingest import rebuild


def main() -> None:
    """Every day by itself in one base of all, then the labelled stories as one pool, if asked for with --pool."""
    sets = {f"day {number}{' (unseen)' if number in UNSEEN else ''}": day(number) for number in DAYS}
    _measure(days(), sets | {"all seen": days((1, 2, 3)), "all unseen": days(UNSEEN), "all": days()})
    if "--pool" in sys.argv[1:]:
        _measure(pool(), {"labelled stories": pool()})


def _measure(articles: list[Labelled], sets: dict[str, list[Labelled]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        engine = open_engine(f"sqlite:///{Path(folder) / 'facts.sqlite3'}")
        migrate(engine)
        ingest(engine, articles)
        _show(engine, sets, "as they came")
        rebuild(engine, lambda _: None)
        _show(engine, sets, "rebuilt")
        engine.dispose()


def _show(engine: Engine, sets: dict[str, list[Labelled]], when: str) -> None:
    for name, articles in sets.items():
        found = score(engine, articles)
        told = f"P {found.precision:.3f}  R {found.recall:.3f}  F1 {found.f1:.3f}"
        print(f"{when:13} {name:18} {len(articles):3} articles of {len({a.story for a in articles}):2} stories  {told}")


if __name__ == "__main__":
    main()
