"""Every kind holds what its page of documentation says: its examples come out as they are labelled."""

from __future__ import annotations

import inspect

import pytest

from secondsource.kinds import KINDS, Example, Kind
from secondsource.reconciling import try_example

FEWEST = 4  # examples of a kind, of at least two stances
EXAMPLES = [(kind, example) for kind in KINDS for example in kind.examples]


def named(value: object) -> str | None:
    if isinstance(value, Kind):
        return value.name
    return f"{value.stance}: {value.ours}" if isinstance(value, Example) else None


@pytest.mark.parametrize(("kind", "example"), EXAMPLES, ids=named)
def test_an_example_stands_as_it_says(kind: Kind, example: Example) -> None:
    assert try_example(kind, example).stance == example.stance


@pytest.mark.parametrize(("kind", "example"), EXAMPLES, ids=named)
def test_an_example_stands_the_same_the_other_way_round(kind: Kind, example: Example) -> None:
    back = Example(example.theirs, example.ours, example.stance, example.their_date, example.our_date)
    assert try_example(kind, back).stance == example.stance


@pytest.mark.parametrize("kind", KINDS, ids=named)
def test_every_kind_has_examples(kind: Kind) -> None:
    assert len(kind.examples) >= FEWEST
    assert len({example.stance for example in kind.examples}) > 1


@pytest.mark.parametrize("kind", KINDS, ids=named)
def test_every_kind_says_what_it_is(kind: Kind) -> None:
    module = inspect.getmodule(type(kind))
    assert module is not None
    assert module.__doc__
    assert type(kind).__doc__
