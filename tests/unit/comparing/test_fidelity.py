"""What was done to the words of one utterance, and how the two wordings differ."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.comparing.fidelity import difference, fidelity


@pytest.mark.parametrize(
    ("ours", "theirs", "grade"),
    [
        ("We lost the harvest.", "We lost the harvest,", "identical"),
        ("We lost the harvest - all of it", "We lost the harvest, all of it", "punctuation"),
        ("I'm leaving the club in ten days", "I am leaving the club in 10 days", "punctuation"),
        ("The nurses and doctors slept here", "The nurses & doctors slept here", "punctuation"),
        ("They broke F.I.A. rules again", "They broke FIA rules again", "punctuation"),
        ("The ferry's leaving at a bad time", "The ferry is leaving at a bad time", "punctuation"),
        ("There’s been no rain since May", "There has been no rain since May", "punctuation"),
        ("[N]obody may leave the hall", "Nobody may leave the hall", "punctuation"),
        ("a six-month search on one wave length", "a six month search on one wavelength", "punctuation"),
        ("The fares rose 5% in the F.E.C.'s area", "The fares rose 5 percent in the FEC's area", "punctuation"),
        ("There's no doubt that it sank", "with such a hole there is no doubt that it sank", "truncated"),
        ("He swore the ferry had sunk off Orrin", "the ferry had sunk off Orrin in a gale", "truncated"),
        (
            "Higher wages is what we want, and we will strike",
            "What the mill lacks is higher wages",
            "meaning-bearing word",
        ),
        (
            "A penalty is what it was, the whole ground saw it",
            "That was no foul, it was a penalty",
            "meaning-bearing word",
        ),
        (
            "A new bridge is what we need before the spring",
            "This valley has asked for a new bridge",
            "meaning-bearing word",
        ),
        ("The ferry's late", "The ferry was late", "function word"),
        ("We lost the harvest and the barn", "lost the harvest", "truncated"),
        ("We lost … the harvest", "We lost, as you can see, the harvest", "ellipsis"),
        ("[The board] knew of the leak", "It knew of the leak", "bracketed"),
        ("These (local) banks are safe", "These banks are safe", "bracketed"),
        ("The [wholesale price index] rose in May and in June", "The WPI rose in May", "bracketed"),
        ("They sang … all night in the hall, and danced", "They sang old songs all night in the hall", "ellipsis"),
        (
            "I know of no leak at all here, but I know the pumps failed",
            "I know the pumps failed. Twice",
            "truncated",
        ),
        ("We believe we have the cause, and soon", "We have the cause, but no cure", "meaning-bearing word"),
        ("He ran in the wrong lane", "He ran on the wrong lane", "function word"),
        ("It is an important vote", "It is a very important vote", "meaning-bearing word"),
        ("They may close the plant", "They will close the plant", "meaning-bearing word"),
        ("The striker was fit to play", "The striker was not fit to play", "negation flipped"),
        ("The virus did spread in March", "The virus never did spread in March", "negation flipped"),
        ("It did not rain here", "It never rained here", "function word"),
    ],
)
def test_each_grade(ours, theirs, grade):
    assert fidelity(ours, theirs).grade == fidelity(theirs, ours).grade == grade


@pytest.mark.parametrize(
    ("ours", "theirs", "stance"),
    [
        ("We lost the harvest and the barn", "lost the harvest", "corroborates"),
        ("He ran in the wrong lane", "He ran on the wrong lane", "rewords"),
        ("The striker was fit to play", "The striker was not fit to play", "rewords"),
    ],
)
def test_other_words_reword_and_fewer_words_corroborate(ours, theirs, stance):
    assert fidelity(ours, theirs).stance == fidelity(theirs, ours).stance == stance


@pytest.mark.parametrize(
    ("ours", "theirs", "reason"),
    [
        ("an important vote", "a very important vote", "“an” in one, “a very” in the other."),
        ("It is important now", "It is very important now", "“important” in one, “very important” in the other."),
        ("The goal was legal, he saw", "The goal was not legal, he saw", "One has “not”, the other has not."),
        ("one two three", "one two three", "The same words."),
    ],
)
def test_the_reason_quotes_the_words_at_issue(ours, theirs, reason):
    assert fidelity(ours, theirs).reason == reason


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [("not guilty of this robbery", "guilty of this robbery"), ("We will never sell the club", "sell the club")],
)
def test_a_cut_that_takes_the_not_away_is_not_comparable(ours, theirs):
    assert fidelity(ours, theirs) is None
    assert fidelity(theirs, ours) is None


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("The bridge was … safe", "The bridge was not safe"),
        ("He is [not] guilty here", "He is guilty here"),
        ("She [never] signed the sale of the club, she says", "She signed the sale of the club"),
    ],
)
def test_no_ellipsis_and_no_bracket_hides_a_not(ours, theirs):
    assert fidelity(ours, theirs).grade == "negation flipped"


def test_the_difference_is_made_of_both_texts():
    assert difference("It is important.", "It is very important!") == [
        ("same", "It is "),
        ("theirs", "very "),
        ("same", "important"),
        ("ours", "."),
        ("theirs", "!"),
    ]


def test_no_difference_is_empty():
    assert difference("It is.", "It is.") == []


TEXTS = st.text("ab ,.’“n\n", max_size=40)


@given(TEXTS, TEXTS)
def test_same_and_ours_are_ours_and_same_and_theirs_are_theirs(ours, theirs):
    pieces = difference(ours, theirs)
    if ours != theirs:
        assert "".join(text for op, text in pieces if op != "theirs") == ours
        assert "".join(text for op, text in pieces if op != "ours") == theirs
