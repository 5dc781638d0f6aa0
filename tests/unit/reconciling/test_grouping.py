from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from secondsource.reconciling import Grouping, Ruled, carry_out


def merge(contents: str) -> Ruled:
    return Ruled((frozenset(contents),))


def split(apart: str, rest: str) -> Ruled:
    return Ruled((frozenset(apart), frozenset(rest)))


def together(grouping: Grouping, a: str, b: str) -> bool:
    return grouping.of.get(a) is not None and grouping.of.get(a) == grouping.of.get(b)


def apart(grouping: Grouping, a: str, b: str) -> bool:
    return not grouping.may_join({grouping.of[a]}, {grouping.of[b]})


def test_nothing_ruled_is_nothing_said() -> None:
    assert carry_out([]) == Grouping()
    assert Grouping().may_join({1}, {2})


def test_merges_that_share_a_content_are_one() -> None:
    grouping = carry_out([merge("ab"), merge("cd"), merge("bc")])
    assert all(together(grouping, "a", other) for other in "bcd")


def test_a_split_sets_its_parts_apart_and_leaves_each_whole() -> None:
    grouping = carry_out([merge("abcd"), split("ab", "cd")])
    assert together(grouping, "a", "b")
    assert together(grouping, "c", "d")
    assert apart(grouping, "b", "c")


def test_a_part_that_is_split_again_stays_apart_from_what_it_was_split_from() -> None:
    grouping = carry_out([split("ab", "cd"), split("a", "b")])
    assert apart(grouping, "a", "b")
    assert apart(grouping, "a", "c")
    assert apart(grouping, "b", "d")


def test_a_merge_takes_over_what_its_facts_were_apart_from() -> None:
    grouping = carry_out([split("a", "b"), merge("ac")])
    assert together(grouping, "a", "c")
    assert apart(grouping, "c", "b")


CONTENTS = st.frozensets(st.sampled_from("abcdef"), min_size=1)
MERGES = CONTENTS.map(lambda contents: Ruled((contents,)))
SPLITS = (
    st.tuples(CONTENTS, CONTENTS).map(lambda both: (both[0], both[1] - both[0])).filter(lambda both: both[1]).map(Ruled)
)


@given(before=st.lists(MERGES | SPLITS, max_size=6), last=MERGES | SPLITS)
def test_the_last_ruling_holds_whatever_came_before(before: list[Ruled], last: Ruled) -> None:
    grouping = carry_out([*before, last])
    for part in last.parts:
        assert len({grouping.of[content] for content in part}) == 1
    if len(last.parts) == 2:
        assert all(apart(grouping, a, b) for a in last.parts[0] for b in last.parts[1])


@given(rulings=st.lists(MERGES | SPLITS, max_size=8))
def test_no_content_is_apart_from_itself(rulings: list[Ruled]) -> None:
    grouping = carry_out(rulings)
    assert all(len(pair) == 2 for pair in grouping.apart)
