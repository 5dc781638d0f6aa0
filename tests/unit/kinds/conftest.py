"""What one kind of claim finds in a text, and what it makes of two texts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from secondsource.comparing.overlap import Overlap
from secondsource.kinds import KINDS, Claim, Claims, Comparison, Kind, Verdict
from secondsource.kinds.statements import Statements, sentences
from secondsource.reading import read

TUESDAY = date(2024, 5, 14)
PART_OF = {"indirect_speech": "quotations", "contraries": "statements"}  # files of their own, within another kind

Find = Callable[..., list[Claim]]
Relate = Callable[..., set[tuple[str, str, str]]]


def _kind(name: str) -> Kind:
    (found,) = [kind for kind in KINDS if kind.name == PART_OF.get(name, name)]
    return found


def _named(request: pytest.FixtureRequest) -> Kind:
    """The kind that a test file bears the name of."""
    return _kind(request.path.stem.removeprefix("test_"))


@pytest.fixture
def find(request: pytest.FixtureRequest) -> Find:
    """find(text) -> the claims of the kind under test, in text order; the article is of Tuesday 14 May 2024."""
    kind = _named(request)

    def found(text: str, day: date | None = TUESDAY) -> list[Claim]:
        return list(kind.find(read(text, published=day)))

    return found


@pytest.fixture
def verdicts(request: pytest.FixtureRequest) -> Callable[..., list[tuple[Claim, Claim, Verdict]]]:
    """verdicts(ours, theirs) -> what the kind under test makes of two articles, of one day unless told."""
    kind = _named(request)

    def compared(
        ours: str, theirs: str, our_day: date | None = TUESDAY, their_day: date | None = TUESDAY
    ) -> list[tuple[Claim, Claim, Verdict]]:
        mine, others = read(ours, published=our_day), read(theirs, published=their_day)
        overlap = Overlap(*(sentences(Statements().find(told)) for told in (mine, others)))
        return list(kind.relate(Comparison(Claims(kind.find(mine)), Claims(kind.find(others)), overlap)))

    return compared


@pytest.fixture
def relate(verdicts: Callable[..., list[tuple[Claim, Claim, Verdict]]]) -> Relate:
    """relate(ours, theirs) -> {(stance, our words, their words)} of the kind under test, both of one day."""

    def related(
        ours: str, theirs: str, our_day: date | None = TUESDAY, their_day: date | None = TUESDAY
    ) -> set[tuple[str, str, str]]:
        return {
            (verdict.stance.value, a.exact, b.exact)
            for a, b, verdict in verdicts(ours, theirs, our_day, their_day)
            if verdict.stance != "not_comparable"
        }

    return related


@pytest.fixture
def stances(relate: Relate) -> Callable[..., set[str]]:
    """stances(ours, theirs) -> the stances alone."""

    def told(ours: str, theirs: str, our_day: date | None = TUESDAY, their_day: date | None = TUESDAY) -> set[str]:
        return {stance for stance, _, _ in relate(ours, theirs, our_day, their_day)}

    return told
