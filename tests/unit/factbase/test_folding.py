from __future__ import annotations

import pytest
from sqlalchemy import Engine, literal, select

from secondsource.factbase.folding import Folded, fold, holds
from secondsource.factbase.sessions import reading

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
