"""Figures that differ, judged by what their sentences and articles have in common."""

from __future__ import annotations

from datetime import date

import pytest

from secondsource.comparing.figure_bars import barred
from secondsource.reconciling import Source, read_claims, relate

ORCHARD = """A frost in the Belmer valley has ruined most of this year's apricots, growers said on Monday.

The growers' association put the damage at 14 million euros, nearly all of it in orchards without wind machines.

Its chairwoman, Ines Taborda, asked the ministry for help. Some farmers had lit candles between the rows all night.

The canning factory in Belmer said it would take on fewer pickers this summer."""
ORCHARD_TOO = """Candles burned all night between the apricot trees of the Belmer valley, and did not help.

Damage in orchards without wind machines comes to 19 million euros, the growers' association reckons.

Ines Taborda, who chairs it, wants help from the ministry.

Fewer pickers will be wanted in summer, the canning factory in Belmer said."""
REGATTA = """The regatta off Sandhaven was stopped on Sunday after a squall had overturned several dinghies.

Lifeguards pulled 23 sailors from the water, most of them juniors of the Sandhaven sailing club.

Club secretary Oyvind Brekke said that the forecast had promised a light breeze.

The remaining races will be sailed next weekend."""
REGATTA_TOO = """A squall overturned dinghies off Sandhaven and put an end to the regatta.

Juniors of the Sandhaven sailing club were most of the crews: lifeguards pulled 32 sailors out of the sea.

The forecast had promised a light breeze, club secretary Oyvind Brekke said.

Next weekend the races that remain will be sailed."""
LIBRARY = """The university library of Ostrava-Poruba will close its reading room for repairs, the rector said.

The repairs to the roof above the reading room will cost 2.4 million crowns and begin in May.

Students may use the reading room of the technical college meanwhile.

Readers borrowed fewer books last year than in any year since the war."""
LIBRARY_ELSEWHERE = """Students have protested against the closing of the reading room in the university library.

They will have to use the technical college's reading room, where the lockers cost 2.9 million crowns last year.

The rector said that repairs to the roof begin in May.

Nobody borrows books any more, a librarian said."""


def stances(ours: str, theirs: str) -> set[str]:
    """How claims of two articles stand to one another, by every kind."""
    a, b = (Source(text, "Post", text, read_claims(text, published=date(2024, 5, 14))) for text in (ours, theirs))
    return {str(relation.stance) for relation in relate(a, b)}


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (ORCHARD, ORCHARD_TOO),
        (REGATTA, REGATTA_TOO),
        # the name of a day is nobody's, and projects are no projection
        (ORCHARD.replace("14 million euros", "14 million euros on Monday"),
            ORCHARD_TOO.replace("19 million euros", "19 million euros at Varga Farms")),
        (ORCHARD, ORCHARD_TOO.replace("Damage in", "Damage to projects for grafting and in")),
    ],
)  # fmt: skip
def test_figures_of_sentences_that_tell_of_one_thing_conflict(ours, theirs):
    assert "conflicts" in stances(ours, theirs)
    assert "conflicts" in stances(theirs, ours)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (LIBRARY, LIBRARY_ELSEWHERE),
        (ORCHARD, ORCHARD_TOO.replace("19 million", "some 14 million")),
        (ORCHARD, ORCHARD_TOO.replace("comes to 19 million euros", "comes to 19 million euros a year in bad years")
            .replace("Damage in", "Frost in 1991 and 1995 did harm, and damage in")
            .replace("the growers' association reckons", "as much as 14 million this year, the association reckons")),
        (ORCHARD, ORCHARD_TOO.replace("comes to", "was feared to be")),
        (ORCHARD, ORCHARD_TOO.replace("comes to", "as the growers had predicted, comes to")),
        (ORCHARD, ORCHARD_TOO.replace("comes to", "since then comes to")),
        (ORCHARD, ORCHARD_TOO.replace("comes to", "since the frosts began comes to")),
        (ORCHARD.replace("14 million euros", "14 million euros at Holm Orchards"),
            ORCHARD_TOO.replace("19 million euros", "19 million euros at Varga Farms")),
        (ORCHARD.replace("nearly all of it", "nearly all of it from Friday to Sunday"),
            ORCHARD_TOO.replace("Damage in", "Sunday's damage in")),
        (ORCHARD, ORCHARD_TOO.replace("comes to", "by the frost's predecessor came to")),
        (REGATTA, REGATTA_TOO.replace("lifeguards pulled 32", "the club's record is 32")),
        (REGATTA, REGATTA_TOO.replace("32 sailors", "23 sailors")),
        (REGATTA, REGATTA_TOO.replace("32 sailors", "23 sailors; 32 sailors had stayed")),
        (REGATTA.replace("23 sailors from the water", "23 sailors and 14 dinghies out"),
            REGATTA_TOO.replace("32 sailors", "nearly all of them, 32 in all,")),
    ],
)  # fmt: skip
def test_figures_of_other_things_or_told_by_both_do_not(ours, theirs):
    assert "conflicts" not in stances(ours, theirs)


BREWERY = """Inspectors closed the brewery in Halden on Monday after finding rats in its malt store.

They had opened 48 of the 60 sacks of malt before they gave up, the chief inspector said.

The brewer, Anders Moe, spoke of a plot by his rivals and promised to appeal.

A petition for the brewery lies in the town hall."""
BREWERY_TOO = """Rats in the malt store have cost Halden its brewery, which was closed by inspectors.

The chief inspector said that they opened 38 of the 60 sacks of malt before they gave up.

Rivals were behind it, said Anders Moe, the brewer, who will appeal.

In the town hall one may sign a petition for the brewery."""
BRIDGE = """The drawbridge at Ostrand stuck halfway on Friday and held up the ferries.

It was opened 12 years ago and cost 31 million crowns, according to the harbour office.

Engineers blamed a worn bearing, and ferries to the outer islands were cancelled.

A crane from the shipyard lowered it in the evening."""
BRIDGE_TOO = """Ferries to the outer islands were cancelled when the drawbridge at Ostrand stuck halfway.

According to the harbour office it was opened in 2012 at a cost of 34 million crowns.

A worn bearing was to blame, engineers said.

In the evening a crane from the shipyard lowered the bridge."""


@pytest.mark.parametrize(("ours", "theirs"), [(BREWERY, BREWERY_TOO), (BRIDGE, BRIDGE_TOO)])
def test_parts_of_one_stated_whole_and_figures_of_one_year_however_told_conflict(ours, theirs):
    assert "conflicts" in stances(ours, theirs)
    assert "conflicts" in stances(theirs, ours)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (BREWERY, BREWERY_TOO.replace("38 of the 60 sacks", "38 of the 90 casks")),
        (BREWERY, BREWERY_TOO.replace("38 of the 60 sacks", "another 38 sacks")),
        (BRIDGE, BRIDGE_TOO.replace("in 2012 at a cost", "in 1996, and rebuilt in 2003 at a cost")),
    ],
)
def test_parts_of_two_wholes_and_figures_of_two_years_do_not(ours, theirs):
    assert "conflicts" not in stances(ours, theirs)


@pytest.mark.parametrize(
    ("ours", "theirs", "two"),
    [
        ("In Arta 45 homes were flooded.", "In Orrin 60 homes were flooded.", True),
        ("At Lund, 45 pupils fell ill.", "At Brae, 60 pupils fell ill.", True),
        ("In Arta 45 homes were flooded.", "The flood got into 60 homes in Orrin.", False),
        ("In Arta 45 flights were put off.", "In Arta 60 flights were put off.", False),
    ],
)
def test_figures_of_sentences_that_open_with_two_places_are_of_two_things(ours, theirs, two):
    a, b = (next(c for c in read_claims(said) if c.kind == "counts") for said in (ours, theirs))
    assert barred(a, b) is two


@pytest.mark.parametrize(
    ("ours", "theirs", "two"),
    [
        ("The bereaved got 20,000 crowns each.", "Every family got 25,000 crowns.", False),
        ("The winner takes $690,000.", "The champions take home $540,000 each.", False),
        ("Members pay 60 euros each.", "A member pays 75 euros.", False),
        (
            "The brothers were fined 12,000 pounds each.",
            "The brothers were ordered to pay 15,000 pounds in costs.",
            True,
        ),
        ("The three brothers got $20,000 each.", "The brothers got $60,000.", True),
        ("Members pay another 60 euros.", "Members pay 75 euros.", True),
    ],
)
def test_what_each_got_is_no_part_of_what_is_less_than_double(ours, theirs, two):
    a, b = (next(c for c in read_claims(said) if c.kind == "money") for said in (ours, theirs))
    assert barred(a, b) is two
    assert barred(b, a) is two


def figures(sentence: str):
    day = date(2024, 5, 14)
    return [claim for claim in read_claims(sentence, published=day) if claim.kind in ("money", "percentages")]


@pytest.mark.parametrize(
    ("ours", "theirs", "two"),
    [
        ("In Tarvia sales of bread fell 8 percent.", "In Belmark bread sales were down by 6 percent.", True),
        ("In Tarvia sales of bread fell 8 percent.", "In spring bread sales were down by 6 percent.", False),
        ("In Tarvia sales fell 8 percent.", "In Tarvia the bakers saw sales go down by 6 percent.", False),
    ],
)
def test_shares_in_two_places_that_open_their_sentences_are_of_two_things(ours: str, theirs: str, two: bool) -> None:
    (a,), (b,) = figures(ours), figures(theirs)
    assert barred(a, b) is two
    assert barred(b, a) is two
