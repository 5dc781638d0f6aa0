"""Articles that are kept some at a time: what comes of it is what one after the other would give."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, select
from sqlalchemy.exc import OperationalError
from tests.unit.ingesting.test_choosing import TEXTS, found

from secondsource.factbase.migrate import migrate
from secondsource.factbase.models import Article, Claim, Clue, Derivation, Fact, Origin, Passage, Relation, Sketch, Term
from secondsource.factbase.sessions import open_engine, reading
from secondsource.ingesting import arriving, taking_in
from secondsource.ingesting.outcomes import Outcome, Result
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


def breaking(articles: list[Found]) -> Iterator[Found]:
    """A source that breaks off in a way that nobody foresaw."""
    yield from articles
    raise LookupError


def told_until(engine: Engine, articles: Iterable[Found], error: type[Exception]) -> list[str]:
    """Of which articles it is told what became of them before an error."""
    told: list[Outcome] = []
    with pytest.raises(error):
        arriving._take_all(engine, articles, None, 0, lambda outcome, _: told.append(outcome))
    with reading(engine) as session:
        assert len(session.scalars(select(Article.id)).all()) == len(told)
    return [outcome.name for outcome in told]


def test_what_comes_before_a_source_breaks_off_is_kept(engines: tuple[Engine, Engine]) -> None:
    assert told_until(engines[0], breaking([found("coast"), found("fish")]), LookupError) == ["coast", "fish"]


def test_one_at_which_the_program_fails_is_refused_and_the_rest_goes_on(
    engines: tuple[Engine, Engine], caplog: pytest.LogCaptureFixture
) -> None:
    unforeseen = replace(found("isle"), content="\ud800")
    told: list[Outcome] = []
    articles = [found("coast"), unforeseen, found("fish")]
    arriving._take_all(engines[0], articles, None, 0, lambda outcome, _: told.append(outcome))
    assert [outcome.result for outcome in told] == [Result.NEW, Result.REFUSED, Result.NEW]
    assert "a fault of this program (UnicodeEncodeError)" in told[1].reason
    assert "Traceback" in caplog.text


def test_a_base_that_fails_is_no_articles_fault(engines: tuple[Engine, Engine]) -> None:
    with engines[0].begin() as connection:
        connection.exec_driver_sql("DROP TABLE clue")
    with pytest.raises(OperationalError):
        arriving._take_all(engines[0], [found("coast"), found("fish")], None, 0, lambda *_: None)


def test_only_so_much_is_derived_in_one_transaction(
    engines: tuple[Engine, Engine], monkeypatch: pytest.MonkeyPatch
) -> None:
    portions: list[int] = []
    keep = taking_in._ingest

    def noted(engine: Engine, articles: Sequence[Found], story: str | None) -> list[Outcome]:
        outcomes = keep(engine, articles, story)
        portions.append(len(outcomes))
        return outcomes

    monkeypatch.setattr(taking_in, "_ingest", noted)
    monkeypatch.setattr(taking_in, "TOGETHER_CHARACTERS", len(found("coast").content))
    assert len(take(engines[0], [found("coast"), found("fish"), found("fish")])) == 3
    assert portions == [2, 1]


def test_what_comes_slowly_is_kept_as_it_comes(engines: tuple[Engine, Engine], monkeypatch: pytest.MonkeyPatch) -> None:
    clock = iter(range(0, 1_000, 2))
    monkeypatch.setattr(arriving, "monotonic", lambda: float(next(clock)))
    given: list[str] = []

    def slowly() -> Iterator[Found]:
        for name in ("coast", "fish"):
            given.append(name)
            yield found(name)

    outcomes = arriving._ingested(engines[0], slowly(), None)
    assert isinstance(next(outcomes), Outcome)
    assert given == ["coast"]
