"""How matches and votes came out: read as results, compared where an article has one."""

import pytest


@pytest.mark.parametrize(
    ("sentence", "row"),
    [
        ("The home side beat Harn 3-1.", [[3, 1]]),
        ("Harn were beaten 3\u20131 at home.", [[3, 1]]),
        ("Harn lost by three goals to one.", [[3, 1]]),
        ("Harn ran out 3-2 winners in the derby.", [[3, 2]]),
        ("Harn shared a 1-1 draw with Orrin.", [[1, 1]]),
        ("Ada Bright came from a set down to beat Eve Marsh 4-6, 6-3, 6-2.", [[6, 4], [6, 3], [6, 2]]),
        ("The council of Harn carried the motion by 212 votes to 198.", [[212, 198]]),
        ("The Supreme Court in Harn ruled 5-4 on Monday.", [[5, 4]]),
        ("Judges in Harn voted 5 to 4.", [[5, 4]]),
        ("Harn took a 2-0 lead and won the match 3-2.", [[3, 2]]),
        ("Harn went down 4-1 at Orrin.", [[4, 1]]),
        ("For Ada Bright it was 6-4, 7-5 under the roof.", [[6, 4], [7, 5]]),
        ("Harn won on penalties, 4-3.", [[4, 3]]),
        ("Harn drew 1-1 before losing 5-4 on penalties.", [[5, 4]]),
        ("In the shoot-out Harn fell 4-2.", [[4, 2]]),
    ],
)
def test_a_result_is_the_larger_figure_first(find, sentence, row):
    assert [claim.data["row"] for claim in find(sentence)] == [row]


@pytest.mark.parametrize(
    "sentence",
    [
        "Harn went 2-0 up.",
        "Harn went down 2-0 before the break.",
        "Harn were 2-0 down.",
        "Harn lost 5-4 on aggregate.",
        "Harn won a 10-15 minute break.",
        "Harn fell 3-4 percent.",
        "Ada Bright won in the 2025-26 season.",
        "Harn could win 3-0.",
        "When Harn met Orrin in October it ended 2-2.",
        "Last year Harn beat Orrin 4-0.",
        "The shop in Harn is open 9-5.",
        "The shop in Harn is open 9-5, 10-4 at weekends.",
        "Harn voted 5 to 4 million times.",
        "The game was won 3-1.",
    ],
)
def test_what_it_stood_at_other_matches_and_ranges_are_no_results(find, sentence):
    assert not find(sentence)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("Harn beat Orrin 3-1 on Saturday.", "Orrin went down to a 3-2 defeat at Harn."),
        ("The council of Harn rejected the plan by 14 votes to 11.", "Harn voted 15-11 against the plan."),
        ("Ada Bright won 6-4, 7-5.", "Ada Bright won 6-4, 3-6, 7-5."),
        ("Eve Marsh lost 6-3, 6-2 to Ada Bright.", "Eve Marsh fell in straight sets, 6-3, 7-6, on Sunday."),
        ("Harn beat Orrin 3-1.", "Harn beat Orrin 3-2. Corvane beat Belm 2-0."),
        ("Harn won the shoot-out 5-4.", "The cup went to Harn, 4-3 on penalties. They had won the league game 2-0."),
    ],
)
def test_two_results_of_one_match_conflict(stances, ours, theirs):
    assert stances(ours, theirs) == {"conflicts"}


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("Harn beat Orrin 3-1.", "Dorsal beat Corvane 2-0."),
        ("Harn beat Orrin 3-1.", "Harn beat Orrin 3-2. Dorsal beat Harn 2-0."),
        ("Harn beat Orrin 3-1.", "Ada Bright of Harn won 6-4, 7-5."),
        ("Harn beat Orrin 3-1.", "Harn were 1-0 up against Orrin."),
        ("Harn council voted 7-2 to close the library.", "Harn council voted 5-4 to raise parking fees."),
        ("Corvane beat Harn 3-1 in the Norlin Cup.", "Dorsal beat Orrin 2-0 in the Norlin Cup."),
    ],
)
def test_results_of_what_may_be_two_matches_are_not_compared(stances, ours, theirs):
    assert not stances(ours, theirs)


def test_one_result_from_either_side_corroborates(stances):
    assert stances("Harn beat Orrin 3-1.", "Orrin lost at Harn by three goals to one.") == {"corroborates"}


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("Ana Sol won the vote 134 to 63.", "Sol won by a 134-to-63 vote."),
        ("Corvane beat Harn by four goals to one.", "Corvane won a four-to-one match against Harn."),
        ("The court of Harn ruled 5-4.", "In a five-to-four decision the court of Harn ruled."),
    ],
)
def test_a_result_in_whatever_way_it_is_joined_is_one(stances, ours, theirs):
    assert stances(ours, theirs) == {"corroborates"}


def test_ages_and_odds_joined_so_are_no_result(find):
    assert not find("Ana Sol, who runs a 3-to-5 nursery, won a boat. The odds on her win were 10-to-1.")
    assert not find("Harn voted yes by a two-to-one vote. The council of Harn won by a three-to-one majority.")
