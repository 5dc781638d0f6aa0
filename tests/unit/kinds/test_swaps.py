"""One word swapped in otherwise equal words."""

import pytest


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (
            "The bus was steered by the driver, his grandmother, on Friday.",
            "The bus was steered by the driver, his aunt, on Friday.",
        ),
        (
            "The quarry belongs to a firm owned by her husband but she abstained.",
            "The quarry belongs to a firm owned by her nephew but she abstained.",
        ),
        (
            "The frozen lake was crossed by a priest in the night.",
            "The frozen lake was crossed by a miner in the night.",
        ),
        (
            "The prize for poetry went to Dr Ana Sol on Monday.",
            "The prize for poetry went to Dr Ivo Brandt on Monday.",
        ),
        (
            "The telescope was repaired by the electrician after the storm.",
            "The telescope was repaired by the nurse after the storm.",
        ),
    ],
)
def test_two_in_the_same_words_conflict(stances, ours, theirs):
    assert stances(ours, theirs) == {"conflicts"}
    assert stances(theirs, ours) == {"conflicts"}


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("The bell was rung by her mother and father.", "The bell was rung by her father and mother."),
        (
            "The quarry belongs to a firm owned by her husband but she abstained.",
            "The quarry belongs to a firm owned by her spouse but she abstained.",
        ),
        ("The frozen lake was crossed by a priest in May.", "The frozen pond was crossed by a miner in May."),
        ("The prize for poetry went to Dr Ana Sol.", "The prize for poetry went to Dr Sol."),
        (
            "The telescope was repaired by the electrician after the storm.",
            "The telescope was repaired by the nurse after the storm, and repaired by the electrician after the fire.",
        ),
        (
            "The telescope was repaired by the constable after the storm.",
            "The telescope was repaired by the guard after the storm.",
        ),
        (
            "The lost boy was found in the woods by a nurse on Monday.",
            "The lost boy was given tea in the woods by a priest on Monday.",
        ),
        ("She was brought to court by her father on Monday.", "She was brought to court by her uncle on Tuesday."),
        (
            "Eve Marsh, the wife of the drowned sailor, asked the harbour office for the log.",
            "Eve Marsh, the widow of the drowned sailor, asked the harbour office for the log.",
        ),
        ("Rain fell. He thanked his mother for it.", "The cup is won. He thanked his father for it."),
    ],
)
def test_other_words_or_one_person_in_two_words_do_not(stances, ours, theirs):
    assert "conflicts" not in stances(ours, theirs)
    assert "conflicts" not in stances(theirs, ours)
