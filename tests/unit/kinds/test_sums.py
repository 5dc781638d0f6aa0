"""Parts that add up to the other article's total."""

import pytest


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("In the floods 17 people died in Arta, 12 in Belm and four in Corv.", "The floods killed 33 people."),
        ("Police arrested 14 men in Leeds and nine in York.", "Police arrested 23 men."),
        ("The crash killed 12 people: eight passengers and four crew.", "12 people died in the crash."),
        ("The fire injured 11 guests, five waiters and two cooks.", "The fire injured 18 people."),
    ],
)
def test_parts_that_add_up_to_a_total_corroborate_it(stances, ours, theirs):
    assert stances(ours, theirs) == {"corroborates"}


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("In the floods 17 people died in Arta, 12 in Belm and four in Corv.", "The floods killed 31 people."),
        ("In the riot 14 people were hurt in Leeds and nine in York.", "Police arrested 23 people."),
        ("The floods killed 33 people.", "The floods killed 33 people."),
        ("The club sold 14 shirts in Leeds and nine in York.", "The club sold 23 shirts."),
        ("The crash killed 12 people, including 8 children.", "The crash killed 20 people."),
        ("The crash killed at least 12 people in Leeds and 8 in York.", "The crash killed 20 people."),
        ("The strike killed one man in Arta and one in Belm.", "The strike killed two men."),
    ],
)
def test_parts_of_something_else_and_sums_that_fail_say_nothing(stances, ours, theirs):
    assert not stances(ours, theirs)


def test_the_sum_is_shown(verdicts):
    told = verdicts("Police arrested 14 men in Leeds and nine in York.", "They arrested 23.")
    assert [verdict.reason for _, _, verdict in told] == ["14 + 9 = 23: the parts add up to the total."]


def test_a_number_beyond_all_counting_is_read_and_left_out(find):
    assert all(claim.data["sum"] < 100 for claim in find(f"Floods killed {'1' * 400} people in Arta and 9 in Belm."))
