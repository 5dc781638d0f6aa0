from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import Engine, text

from secondsource.factbase.checking import check
from secondsource.factbase.sessions import open_engine, writing


@pytest.mark.usefixtures("ferry")
def test_a_base_with_a_story_is_sound(engine: Engine) -> None:
    assert check(engine) == []


@pytest.mark.usefixtures("ferry")
@pytest.mark.parametrize(
    ("damage", "complaint"),
    [
        ("UPDATE version SET current = 0", "3 articles without a current version"),
        ("UPDATE claim SET fact_id = NULL", "facts without claims"),
        ("UPDATE relation SET pair_id = 'x'", "is not that of its claims"),
        ("INSERT INTO story VALUES ('s', 'S', '2031-03-04')", "1 stories without articles"),
    ],
)
def test_what_makes_no_sense_is_a_complaint(engine: Engine, damage: str, complaint: str) -> None:
    with writing(engine) as session:
        session.execute(text(damage))
    assert any(complaint in line for line in check(engine))


def test_a_base_without_tables_is_a_complaint(tmp_path: Path) -> None:
    engine = open_engine(f"sqlite:///{tmp_path / 'empty.sqlite3'}")
    assert "empty" in check(engine)[0]
    engine.dispose()
