"""What tests of ingesting need: a web of one's own, and a base that articles are taken into."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from sqlalchemy import Engine
from tests.web import Web, a_web

from secondsource.ingesting.arriving import Wanted, ingest_all
from secondsource.ingesting.outcomes import Outcome, Result
from secondsource.ingesting.sources import Given

Take = Callable[..., list[Outcome]]


@pytest.fixture
def web() -> Iterator[Web]:
    with a_web() as web:
        yield web


@pytest.fixture
def take(engine: Engine, web: Web) -> Take:
    """Ingests files and addresses into the base and gives the outcomes."""

    def take(*named: object, story: str | None = None, **given: object) -> list[Outcome]:
        outcomes: list[Outcome] = []
        wanted = Wanted(story, Given(**given))  # type: ignore[arg-type]
        ingest_all(engine, map(str, named), lambda outcome, _: outcomes.append(outcome), wanted, web.fetcher())
        return outcomes

    return take


def results(outcomes: list[Outcome]) -> list[Result]:
    """What became of each."""
    return [outcome.result for outcome in outcomes]
