from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import Engine, column, literal, select, text
from tests.postgresql import Cluster

from secondsource.factbase.checking import check
from secondsource.factbase.folding import Folded, fold, holds
from secondsource.factbase.migrate import migrate
from secondsource.factbase.sessions import open_engine, reading

SAID = {
    "Über ZÜRICH": "uber zurich",
    "Beyonce\u0301 à l’ÉCOLE": "beyonce a l’ecole",
    "ПОЖАР у Ёлки": "пожар у елки",
    "ÅSE og Øyvind, ﬁnal Ⅳ": "ase og øyvind, final iv",
    "50% of_it \\ '": "50% of_it \\ '",
}


def test_every_database_folds_as_we_do(engine: Engine) -> None:
    with reading(engine) as session:
        for said, folded in SAID.items():
            assert fold(said) == folded
            assert session.scalar(select(Folded(literal(said)))) == folded


@pytest.mark.parametrize(
    ("words", "found"),
    [("é", True), ("É", True), ("ECOLE ", True), ("", True), ("%", False), ("l_é", False), ("ü", False)],
)
def test_words_are_found_whatever_their_case_and_accents(engine: Engine, words: str, found: bool) -> None:
    with reading(engine) as session:
        assert session.scalar(select(holds(literal("À l’ÉCOLE"), words))) is found


@pytest.mark.parametrize(
    ("encoding", "searched"),
    [
        ("UTF8", {"cafe": True, "CAFÉ": True, "ПОЖАР": True, "пожар": False, "%": False}),
        ("SQL_ASCII", {"cafe": False, "CAFÉ": True, "caf": True, "ПОЖАР": True, "пожар": False, "%": False}),
    ],
)
def test_a_database_that_knows_fewer_letters_finds_words_as_they_are_written(
    postgresql: Cluster, encoding: str, searched: dict[str, bool]
) -> None:
    name = postgresql.create(how=f"ENCODING '{encoding}' LOCALE 'C' LOCALE_PROVIDER libc")
    engine = open_engine(postgresql.url(name))
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE kept (title text)"))
        connection.execute(text("INSERT INTO kept VALUES ('CAFÉ ПОЖАР')"))
        title: Any = column("title")
        for words, found in searched.items():
            query = select(holds(title, words)).select_from(text("kept"))
            assert connection.scalar(query) is found, words
    migrate(engine)
    complaints = [f"The database's encoding is {encoding}, not UTF8"] * (encoding != "UTF8")
    assert [complaint.partition(":")[0] for complaint in check(engine)] == complaints
    engine.dispose()
    postgresql.drop(name)
