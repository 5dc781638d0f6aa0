"""What the program goes by between two claims comes to how sure it is of them."""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import chain

import pytest
from tests.unit.comparing.test_figure_pairs import ORCHARD, ORCHARD_TOO, REGATTA, REGATTA_TOO
from tests.unit.comparing.test_one_moment import ELSEWHERE

from secondsource.kinds import KINDS
from secondsource.reconciling import Source, read_claims, relate
from secondsource.reconciling.relations import Relation
from secondsource.reconciling.weighing import Weighing, weigh

ONE_DAY = "The lighthouse keeper's widow will unveil the restored lantern of Skerrel on 21 June in the harbour."
NEXT_DAY = "On 22 June the restored lantern of Skerrel will be unveiled by the lighthouse keeper's widow."
MOMENTS = f"{ELSEWHERE[0]} {ONE_DAY}", f"{NEXT_DAY} {ELSEWHERE[1]}"


def weighed(ours: str, theirs: str) -> Iterator[tuple[Relation, Weighing | None]]:
    a, b = (Source(name, name, text, read_claims(text)) for name, text in (("a", ours), ("b", theirs)))
    return ((relation, weigh(a, b, relation.a, relation.b)) for relation in relate(a, b))


def test_wherever_the_program_is_unsure_the_weights_add_up_to_how_sure_it_is() -> None:
    pairs = [(example.ours, example.theirs) for kind in KINDS for example in kind.examples]
    found = list(
        chain.from_iterable(weighed(*texts) for texts in (*pairs, (ORCHARD, ORCHARD_TOO), (REGATTA, REGATTA_TOO)))
    )
    unsure = [(relation, weighing) for relation, weighing in found if relation.sure < 1]
    assert {weighing.judges for _, weighing in unsure if weighing} == {"statements", "figures"}
    for relation, weighing in unsure:
        assert weighing is not None, relation.reason
        assert weighing.decides(relation.sure)
        assert weighing.sure == pytest.approx(relation.sure)
        total = weighing.bias + sum(one.value * one.weight for one in weighing.weights)
        assert 1 / (1 + math.exp(-total)) == pytest.approx(weighing.sure)


def test_what_two_dates_of_one_event_go_by_is_told() -> None:
    told = [weighing for relation, weighing in weighed(*MOMENTS) if relation.a.kind == "dates"]
    assert [(one.judges, one.decides(1.0)) for one in told if one] == [("one_moment", True)]


def test_what_rules_decide_says_so() -> None:
    told = list(weighed("Ann Lee, 41, was held in Rome on Monday.", "Ann Lee, 43, was held in Rome on Monday."))
    ages = [(relation, weighing) for relation, weighing in told if relation.a.kind == "ages"]
    assert ages
    assert not any(weighing and weighing.decides(relation.sure) for relation, weighing in ages)
