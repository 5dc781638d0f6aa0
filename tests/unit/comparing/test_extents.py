"""A figure that a word, a group or a part of the country narrows is in no conflict with one that nothing narrows."""

from __future__ import annotations

from datetime import date

import pytest

from secondsource.comparing.extents import one_is_narrower
from secondsource.reconciling import Source, read_claims, relate

DAY = date(2031, 5, 6)
KINDS = ("counts", "money", "percentages", "measures", "durations")


def figures(sentence: str):
    return [claim for claim in read_claims(sentence, published=DAY) if claim.kind in KINDS]


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("Youth unemployment in Tarvia fell to 11 percent.", "Unemployment in Tarvia fell to 14 percent."),
        ("Core inflation slowed to 2.3 percent.", "Inflation slowed to 2.9 percent."),
        ("The treasurer was jailed for 41 months.", "The court was asked for 50 months for the treasurer."),
        ("The brewery made 41 million euros before tax.", "The brewery made 33 million euros."),
        ("The brewery made an operating profit of 41 million euros.", "The brewery made a profit of 33 million euros."),
        ("Gusts of 160 km/h hit the cape.", "Winds of 120 km/h hit the cape."),
        ("The larger fire burned 900 hectares.", "The fire burned 1,200 hectares."),
        ("Turnout among women was 61 percent.", "Turnout was 55 percent."),
        ("The exam pass rate for nurses was 81 percent.", "The exam pass rate was 74 percent."),
        ("In the north 61 percent of the ballots were valid.", "Of the ballots 52 percent were valid."),
        ("Rents in the capital rose to 900 crowns.", "Rents rose to 700 crowns."),
        ("The party won three key districts.", "The party won five districts."),
        ("Voters go to the polls in four swing states.", "Voters go to the polls in nine states."),
        ("Troops hold two closely watched bridges.", "Troops hold six bridges."),
    ],
)
def test_one_of_two_figures_is_narrower(ours: str, theirs: str) -> None:
    (a,), (b,) = figures(ours), figures(theirs)
    assert one_is_narrower(a, b)
    assert one_is_narrower(b, a)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("Core inflation slowed to 2.3 percent.", "At 2.9 percent, core inflation slowed."),  # both
        ("The brewery had a net loss of 41 million euros.", "The brewery lost 33 million euros."),
        ("The shop sustained damage of 40,000 euros.", "The shop had damage of 45,000 euros."),
        ("The firm paid 40 million for help.", "The firm paid 45 million."),
        ("The flood in the north of Tarvia cost 40 million euros.", "The flood cost 45 million euros."),
        ("Gusts of up to 70 mph hit the cape.", "Winds of up to 80 mph hit the cape."),
        ("Gusts of 160 km/h hit the cape.", "On the cape the wind reached 140 km/h."),
        ("The capital of the firm is 40 million euros.", "The firm has 45 million euros."),
        ("The party won three key districts.", "The party won five districts, all of them key districts."),  # both
        ("The party won three districts, a key test.", "The party won five districts."),  # of something else
        ("The thief took 40 keys.", "The thief took 45 keys."),
        ("Some 40 hectares burned, a larger fire than any before.", "Some 45 hectares burned."),  # another clause
    ],
)
def test_what_only_looks_narrow_is_not(ours: str, theirs: str) -> None:
    assert not one_is_narrower(figures(ours)[0], figures(theirs)[0])


STRIKE = "{} The ministry of Tarvia gave out its figures on Monday. The opposition was pleased. Shops were shut."
STRIKE_TOO = "{} On Monday the ministry of Tarvia gave out figures. It pleased the opposition. The shops stayed shut."


@pytest.mark.parametrize(
    ("ours", "theirs", "conflict"),
    [
        ("Unemployment in Tarvia fell to 11 percent.", "Unemployment in Tarvia fell to 14 percent.", True),
        ("Youth unemployment in Tarvia fell to 14 percent.", "Unemployment in Tarvia fell to 11 percent.", False),
        ("Profits of Tarvia Bank rose to 41 million euros.", "Profits of Tarvia Bank rose to 33 million euros.", True),
        (
            "Gross profits at Tarvia Bank hit 41 million euros.",
            "Profits of Tarvia Bank rose to 33 million euros.",
            False,
        ),
        ("Waves of 12 metres hit the cape of Tarvia.", "Waves of 9 metres hit the cape of Tarvia.", True),
        ("Gusts of 160 km/h hit the cape of Tarvia.", "Winds of 120 km/h hit the cape of Tarvia.", False),
    ],
)
def test_only_figures_as_wide_conflict(ours: str, theirs: str, conflict: bool) -> None:
    a, b = (
        Source(name, name, text, read_claims(text, published=DAY), None, DAY)
        for name, text in (("a", STRIKE.format(ours)), ("b", STRIKE_TOO.format(theirs)))
    )
    assert any(relation.stance == "conflicts" for relation in relate(a, b)) is conflict
