"""More stories than a statement may have parameters: SQLite allows 32,766 of them, here only 60."""

from __future__ import annotations

import hashlib
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, event, func, insert, select

from secondsource.factbase import lookups
from secondsource.factbase.models import Article, Outlet, Story, Version
from secondsource.factbase.moments import now
from secondsource.factbase.sessions import open_engine, reading, writing
from secondsource.identity import digest
from secondsource.ingesting import choosing_anew, derive
from secondsource.ingesting.ingest import rebuild

PARAMETERS = 60
STORIES = PARAMETERS + 5


@pytest.fixture
def narrow(empty_base: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Engine]:
    """A base whose statements have few parameters."""
    monkeypatch.setattr(lookups, "CHUNK", PARAMETERS // 2)
    monkeypatch.setattr(choosing_anew, "BATCH", PARAMETERS // 2)
    monkeypatch.setattr(derive, "PORTION", PARAMETERS // 20)
    engine = open_engine(f"sqlite:///{shutil.copy(empty_base, tmp_path)}")

    def limit(connection: Any, _record: object) -> None:
        connection.setlimit(sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER, PARAMETERS)

    event.listen(engine, "connect", limit)
    yield engine
    engine.dispose()


def test_any_number_of_articles_find_their_stories_anew(narrow: Engine) -> None:
    with writing(narrow) as session:
        session.add_all([Story(id="s", title="All", created_at=now()), Outlet(id="o", name="Herald", domains=[])])
        session.flush()
        rows = [article(number) for number in range(STORIES)]
        session.execute(insert(Article), [row for row, _ in rows])
        session.execute(insert(Version), [version for _, version in rows])
    rebuild(narrow, lambda _title: None)
    with reading(narrow) as session:
        assert session.scalar(select(func.count()).select_from(Story)) == STORIES


def article(number: int) -> tuple[dict[str, Any], dict[str, Any]]:
    """The rows of an article that has nothing in common with any other, and of its text."""
    url = f"https://herald.example/{number}"
    word = digest(url).translate(str.maketrans("0123456789", "ghijklmnop"))
    text = f"Then {word.title()} fell.\n"
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    told = {"id": word, "story_id": "s", "outlet_id": "o", "url": url, "url_key": word, "named": False}
    version = {"id": word, "article_id": word, "sha256": sha256, "text": text, "seen_at": now(), "current": True}
    return told | {"added_at": now()}, version
