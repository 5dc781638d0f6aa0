"""Figures of two brief articles: the place of a sentence in one says little, one event told in each says much."""

from __future__ import annotations

from datetime import date

import pytest

from secondsource.reconciling import Source, read_claims, relate

DAY = date(2031, 5, 6)
FERRY = """The night ferry to Holm ran aground off Skarvik on Monday evening.

{}

The pilot had taken a turn too late, the coastguard said.

By noon the ship was afloat again."""
FERRY_TOO = """The coastguard blames a late turn by the pilot.

{}

The night ferry to Holm ran aground on Monday evening off Skarvik.

At noon it was afloat again."""
OPERA = """The opera house of Larne opens its season on Friday with a piece by a local composer.

{}

Its director, Una Foss, called it the work of a lifetime.

There will be nine performances."""
OPERA_TOO = """A local composer’s piece opens the season of the opera house of Larne on Friday.

{}

Una Foss, who directs the house, spoke of the work of a lifetime.

It will be played nine times."""


def conflicts(ours: str, theirs: str) -> set[tuple[str, str]]:
    """What is in conflict, both ways."""
    a, b = (
        Source(name, name, text, read_claims(text, published=DAY), None, DAY)
        for name, text in zip("ab", (ours, theirs), strict=True)
    )
    there = {(r.a.value, r.b.value) for r in relate(a, b) if r.stance in ("conflicts", "updates")}
    back = {(r.b.value, r.a.value) for r in relate(b, a) if r.stance in ("conflicts", "updates")}
    assert there == back
    return there


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (
            FERRY.format("Lifeboats took 190 tourists off the stranded ferry and landed them at Skarvik harbour."),
            FERRY_TOO.format("At Skarvik harbour lifeboats landed 140 people from the stranded ferry."),
        ),
        (
            OPERA.format("The chorus of the piece has 85 singers from the villages of the lough."),
            OPERA_TOO.format("In the chorus of the piece are 60 people from the villages of the lough."),
        ),
        (
            OPERA.format("The sets of the piece cost 400,000 pounds, paid by the county."),
            OPERA_TOO.format("The county paid for the sets of the piece, which cost 640,000 pounds."),
        ),
    ],
    ids=["tourists and people", "singers and people", "one cost"],
)
def test_one_event_told_in_brief_conflicts_in_its_figure_where_one_noun_may_count_anybody(
    ours: str, theirs: str
) -> None:
    assert len(conflicts(ours, theirs)) == 1


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (  # there was a crew besides
            FERRY.format("Lifeboats took 140 tourists off the stranded ferry and landed them at Skarvik harbour."),
            FERRY_TOO.format("At Skarvik harbour lifeboats landed 190 people from the stranded ferry."),
        ),
        (
            FERRY.format("A tug from Brekka will tow it for 70,000 crowns."),
            FERRY_TOO.format("Bakers and butchers lost 90,000 crowns in trade."),
        ),
        (
            FERRY.format("The captain, who keeps four horses, was ashore."),
            FERRY_TOO.format("Its hold was full of hay for three horses."),
        ),
        (
            OPERA.format("Some 700 guests have been invited to the gala."),
            OPERA_TOO.format("The house employs 450 people in the season."),
        ),
        (
            OPERA.format("Una Foss has led the house for eleven years."),
            OPERA_TOO.format("The composer worked on it for eight years."),
        ),
        (
            FERRY.format("Lifeboats took 140 passengers off the stranded ferry and landed them at Skarvik harbour."),
            FERRY_TOO.format("At Skarvik harbour lifeboats landed 140 people from the stranded ferry."),
        ),
        (
            OPERA.format("Some 300 protesters gathered in front of the house."),
            OPERA_TOO.format("Some 200 officers gathered in front of the house."),
        ),
        (
            FERRY.format("About 4,000 nurses on the island walked out in the week before."),
            FERRY_TOO.format("About 2,700 doctors on the island walked out in the week before."),
        ),
    ],
    ids=[
        "tourists and a crew",
        "two sums",
        "horses",
        "guests and staff",
        "two spans",
        "passengers and all on board",
        "two crowds",
        "two trades",
    ],
)
def test_figures_that_only_stand_in_like_places_are_of_two_things(ours: str, theirs: str) -> None:
    assert not conflicts(ours, theirs)
