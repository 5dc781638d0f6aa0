"""Articles with more sentences than are compared."""

from datetime import date

import pytest

from secondsource.kinds import KINDS
from secondsource.kinds.statements import Statements
from secondsource.reconciling import Source, read_claims, relate

DAY = date(2024, 5, 14)
SENTENCES = 450
EXAMPLES = [(example.ours, example.theirs) for kind in KINDS for example in kind.examples]


def source(name, text):
    return Source(name, name, text, read_claims(text, published=DAY), None, DAY)


def long_text(last):
    lines = [f"Keepers of lighthouse number {n} painted its lamp room and its stairs." for n in range(SENTENCES)]
    return "\n\n".join([*lines, last])


@pytest.fixture(scope="module")
def long():
    return [
        source(name, long_text("\n\n".join(said))) for name, said in zip("ab", zip(*EXAMPLES, strict=True), strict=True)
    ]


def test_the_sentences_fill_what_is_compared(long):
    for article in long:
        assert sum(claim.kind == Statements.name for claim in article.claims) == Statements.most
        assert {claim.kind for claim in article.claims} > {"contrasts", "ages", "sides", "negations"}


def test_what_is_cut_is_logged_and_a_short_text_says_nothing(caplog):
    caplog.set_level("INFO", logger="secondsource.reconciling.relations")
    read_claims("Keepers of lighthouses painted the lamp room.", published=DAY)
    assert not caplog.records
    read_claims(long_text("It rained."), published=DAY)
    assert [record.args[1:] for record in caplog.records] == [("statements", Statements.most)]


def test_every_kind_compares_what_stands_behind_them(long):
    ours, theirs = long
    there = relate(ours, theirs)
    assert len(there) == len(relate(theirs, ours)) > 0


@pytest.mark.parametrize("theirs", sorted({theirs for _, theirs in EXAMPLES}))
def test_a_long_article_is_compared_with_a_short_one(theirs, long):
    short = source("short", theirs)
    assert len(relate(long[0], short)) == len(relate(short, long[0]))
