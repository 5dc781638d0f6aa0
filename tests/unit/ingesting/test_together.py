"""Articles that are kept some at a time: what comes of it is what one after the other would give."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, select
from tests.unit.ingesting.test_choosing import TEXTS, found

from secondsource.factbase.migrate import migrate
from secondsource.factbase.models import Article, Claim, Clue, Derivation, Fact, Origin, Passage, Relation, Sketch, Term
from secondsource.factbase.sessions import open_engine, reading
from secondsource.ingesting import Outcome, arriving
from secondsource.ingesting.sources import Found

TABLES = (Claim, Clue, Derivation, Fact, Origin, Passage, Relation, Sketch, Term)


@pytest.fixture
def engines(tmp_path: Path) -> tuple[Engine, Engine]:
    """Two empty bases."""
    one, other = (open_engine(f"sqlite:///{tmp_path / name}.sqlite3") for name in ("one", "other"))
    migrate(one)
    migrate(other)
    return one, other


def kept(engine: Engine) -> tuple[list[Any], ...]:
    """All that is derived, and in which story each article stands."""
    with reading(engine) as session:
        told = session.execute(select(Article.id, Article.story_id, Article.given_story_id, Article.title)).all()
        return sorted(map(tuple, told)), *(
            sorted(map(str, session.execute(select(*table.__table__.columns)).all())) for table in TABLES
        )


def take(engine: Engine, articles: list[Found]) -> list[Outcome]:
    """What becomes of articles that a source gives."""
    return [outcome for outcome in arriving._ingested(engine, articles, None) if isinstance(outcome, Outcome)]


def test_together_is_as_one_by_one(engines: tuple[Engine, Engine], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(arriving, "LONGEST_WAIT", float("inf"))
    changed = replace(found("coast"), content="All 161 people on the stranded ferry Brannoc were brought to Ellery.")
    articles = [*map(found, TEXTS), changed, replace(found("fish"), content="x" * 20_000_000), found("isle")]
    together = take(engines[0], articles)
    monkeypatch.setattr(arriving, "TOGETHER", 1)
    one_by_one = take(engines[1], articles)
    assert together == one_by_one
    assert len({outcome.result for outcome in together}) == 4
    assert kept(engines[0]) == kept(engines[1])
