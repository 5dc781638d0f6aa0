"""Figures of which one alone is a poll's, as its sentence or one shortly before it says."""

from __future__ import annotations

from datetime import date

import pytest

from secondsource.comparing.of_another import is_of_a_committee, tells_of_another
from secondsource.reconciling import Source, read_claims, relate

DAY = date(2031, 5, 6)
VOTE = """Tarvia chose a new parliament on Monday. {} Shops stayed shut, and trains ran late. The weather was mild.

The prime minister, Ines Taborda, voted in Arta. She has ruled for nine years. Her rival is Jan Loe of the Greens."""
VOTE_TOO = """A new parliament was chosen in Tarvia on Monday. {} The weather was mild, trains ran late and shops
were shut.

In Arta the prime minister, Ines Taborda, voted. For nine years she has ruled. Jan Loe of the Greens is her rival."""
BRIDGE = """People in Lund decided on a new bridge on Monday. {} The bridge will be built from next spring. Mayor Una
Foss was pleased. Fishermen were against it."""
BRIDGE_TOO = """A new bridge was decided on by the people of Lund on Monday. {} From next spring it will be built. It
pleased Una Foss, the mayor. Against it were the fishermen."""
CLUB = """Members of the Harn rowing club chose a new chairman on Monday. {} He is Jan Osei, a baker. The club was
founded by ferrymen. Its boathouse burned down in winter."""
CLUB_TOO = """On Monday a new chairman was chosen by members of the Harn rowing club. {} Jan Osei is a baker. Ferrymen
founded the club. In winter its boathouse burned down."""


def conflicts(texts: tuple[str, str], ours: str, theirs: str) -> set[str]:
    """The kinds of what is in conflict."""
    a, b = (
        Source(name, name, text.format(said), read_claims(text.format(said), published=DAY), None, DAY)
        for name, text, said in zip("ab", texts, (ours, theirs), strict=True)
    )
    return {relation.a.kind for relation in relate(a, b) if relation.stance == "conflicts"}


@pytest.mark.parametrize(
    ("texts", "polled", "ours", "theirs"),
    [
        ((VOTE, VOTE_TOO), "Exit polls came at nine.", "The Greens won 28 seats.", "The Greens won 30 seats."),
        (
            (VOTE, VOTE_TOO),
            "An exit poll came at nine. It was a surprise.",
            "The Greens won 28 of the 120 seats.",
            "The Greens won 30 of the 120 seats.",
        ),
        (
            (BRIDGE, BRIDGE_TOO),
            "The final poll was out at noon.",
            "The bridge got 6,120 votes in Lund.",
            "In Lund the bridge got 5,480 votes.",
        ),
        (
            (CLUB, CLUB_TOO),
            "An opinion poll hung on the wall.",
            "The new chairman got 143 votes of members.",
            "Members gave the new chairman 171 votes.",
        ),
    ],
)
def test_a_figure_shortly_after_a_poll_is_the_polls(
    texts: tuple[str, str], polled: str, ours: str, theirs: str
) -> None:
    assert conflicts(texts, ours, theirs)
    assert not conflicts(texts, f"{polled} {ours}", theirs)
    assert conflicts(texts, f"{polled} {ours}", f"{polled} {theirs}")


def test_a_poll_long_before_or_after_a_figure_is_not_its_source() -> None:
    far = "Exit polls came at nine. Bells rang. Dogs barked all night. The Greens won 28 seats."
    assert conflicts((VOTE, VOTE_TOO), far, "The Greens won 30 seats.")
    after = "The Greens won 28 seats. Exit polls came at nine."
    assert conflicts((VOTE, VOTE_TOO), after, "The Greens won 30 seats.")


@pytest.mark.parametrize(
    ("sentence", "another"),
    [
        ("Polls predicted 40 seats.", True),
        ("Up to 90 deaths were feared.", True),
        ("Since then 40 shops have shut.", True),
        ("The polls closed at eight, and 40 seats were at stake.", False),
        ("The record shop sold 40 discs.", False),
    ],
)
def test_what_was_foretold_and_what_came_since_is_another(sentence: str, another: bool) -> None:
    assert tells_of_another(sentence) is another


@pytest.mark.parametrize(
    ("sentence", "so"),
    [
        ("The transport committee voted 14-11 to close the line.", True),
        ("A Senate panel backed the judge 10-5.", True),
        ("The council voted 58-40 to close the line.", False),
        ("The club was committed to the plan.", False),
    ],
)
def test_a_committees_vote_is_not_everybodys(sentence, so):
    assert is_of_a_committee(sentence) is so
