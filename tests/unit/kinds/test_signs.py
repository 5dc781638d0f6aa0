"""Kinds look only at statements that have a sign of what they read: they find the same in all statements."""

import pytest

from secondsource.kinds import KINDS
from secondsource.reading import Document, read

NEWS = " ".join(
    dict.fromkeys(said for kind in KINDS for example in kind.examples for said in (example.ours, example.theirs))
)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_statement_without_a_sign_has_nothing_to_find(kind, monkeypatch) -> None:
    document = read(NEWS)
    found = list(kind.find(document))
    monkeypatch.setattr(Document, "saying", lambda self, _signs: self.statements)
    assert found == list(kind.find(read(NEWS)))


def test_the_statements_with_a_sign_are_told_in_order() -> None:
    document = read("The ferry sank at 9 p.m. Nobody was hurt. Two boats came. The ferry was 30 years old.")
    found = document.saying(frozenset({"ferry", "boats"}))
    assert [document.words_of(passage).split()[0] for _, passage in found] == ["The", "Two", "The"]
    assert [number for number, _ in found] == sorted(number for number, _ in found)
    assert document.saying(frozenset({"tram"})) == []
