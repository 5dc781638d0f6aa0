"""Whether two figures, dates or ranks are of one thing: where each sentence tells of its own, nothing is claimed."""

from __future__ import annotations

from datetime import date

import pytest

from secondsource.reconciling import Source, read_claims, relate

MONDAY, WEDNESDAY = date(2024, 6, 10), date(2024, 6, 12)


def stances(ours: str, theirs: str, our_day: date | None = MONDAY, their_day: date | None = MONDAY) -> set[str]:
    """How the figures, dates and ranks of two articles stand; not their clauses, which are no figures."""
    told = [
        Source(name, name, text, read_claims(text, published=day), None, day)
        for name, text, day in (("ours", ours, our_day), ("theirs", theirs, their_day))
    ]
    return {relation.stance.value for relation in relate(*told) if relation.a.kind != "statements"}


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("The gunman fired six shots.", "Police fired nine shots."),
        ("The mine employed 400 men.", "The hotel employed 300 men."),
        ("Under the deal, nurses get 4 percent.", "Under the deal, doctors get 6 percent."),
        ("Beer sales rose 4 percent.", "Wine sales rose 5 percent."),
        (
            "Side effects were seen in 4 percent of patients given the drug.",
            "Side effects were seen in 2 percent of patients given the placebo.",
        ),
        (
            "The storm left 30,000 homes without power in Devon after falling trees cut lines, the grid said.",
            "The storm left 22,000 homes without power in Cornwall after falling trees cut lines, the grid said.",
        ),
        ("Unemployment rose to 6 percent in May.", "Unemployment rose to 5 percent in April."),
        ("The plane left Oslo with 180 passengers.", "The plane left Madrid with 150 passengers."),
        ("The company lost $410 million before tax.", "The company lost $430 million after tax."),
        ("The company paid $40 million to the victims.", "The company paid $30 million to its lawyers."),
        ("The team lost its first match.", "The team lost its second match."),
        ("A northbound train derailed at 3 p.m.", "A southbound train derailed at 4 p.m."),
        ("The orchestra has 80 players.", "The ballet has 90 dancers."),
    ],
)
def test_figures_of_two_things_are_in_no_conflict(ours, theirs):
    assert not stances(ours, theirs)
    assert not stances(theirs, ours)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("The fire destroyed 40 homes in Alder.", "The flood damaged 40 homes in Birch."),
        ("The film cost $90 million.", "The film earned $90 million."),
        ("Deaths rose 12 percent.", "House prices rose 12 percent."),
        ("The mayor was elected in 2014.", "The judge was elected in 2014."),
        ("Ada Bright was born in 1970.", "Ada Bright was married in 1970."),
        ("The drug cut deaths by 30 percent.", "The drug raised costs by 30 percent."),
        ("The train was carrying 120 passengers.", "The plane was carrying 120 passengers."),
        ("A magnitude 6.1 earthquake hit Chile in 2011.", "A magnitude 6.1 earthquake hit Japan in 2011."),
        ("The choir sang for 40 minutes.", "The lawyer spoke for 40 minutes."),
    ],
)
def test_one_number_of_two_things_corroborates_nothing(ours, theirs):
    assert not stances(ours, theirs)
    assert not stances(theirs, ours)


@pytest.mark.parametrize(
    ("ours", "theirs", "stance"),
    [
        ("The mine employed 400 men.", "The mine employed 300 men.", "conflicts"),
        ("The choir sang for 40 minutes.", "The choir sang for 50 minutes.", "conflicts"),
        ("Beer sales rose 4 percent.", "Beer sales rose 5 percent.", "conflicts"),
        ("The blast killed 12 people in Marota.", "The blast in Marota killed 15 people.", "conflicts"),
        ("The museum holds 1,243 paintings.", "The gallery holds 1,243 paintings.", "corroborates"),
        ("The train was carrying 120 passengers.", "The train carried 120 passengers.", "corroborates"),
        ("Deaths rose 12 percent.", "Deaths rose by 12 percent.", "corroborates"),
    ],
)
def test_figures_of_one_thing_still_tell(ours, theirs, stance):
    assert stances(ours, theirs) == {stance}
    assert stances(theirs, ours) == {stance}


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("The 1998 flood at Hexley left 27 people dead.", "Hexley mourns the flood of 1998, which claimed 31 lives."),
        ("Eleven people fell ill in the fishing port of Skorra.", "Fourteen people fell ill in Skorra."),
        ("A gas leak killed nine people in the market of Tambo.", "Tambo buries the 12 people killed by the gas leak."),
        ("At Corran the ferry fire injured 18 people.", "The ferry that burned off Corran had 23 people injured."),
        ("The derby in Bastia saw 40 fans arrested.", "Police arrested 52 fans before the derby of Bastia."),
    ],
)
def test_a_place_that_both_sentences_name_makes_no_two_tolls(ours, theirs):
    assert stances(ours, theirs) == {"conflicts"}
    assert stances(theirs, ours) == {"conflicts"}


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("The minister said that 49 people died in Brell and 11 died at Coll.", "The toll of the Brell quake is 75."),
        ("The storm killed nine people in Hexley.", "The storm killed 30 people."),
        ("Eleven people fell ill in Skorra.", "The Tunnet outbreak made 40 people ill."),
        ("Fans rioted: 40 were arrested in Bastia, 12 in Ajaccio.", "Police arrested 71 fans after the Bastia derby."),
        ("The fire in Corran injured 18 people.", "The fire injured 23 people in Mallan."),
    ],
)
def test_a_place_of_one_alone_and_one_of_several_make_two_tolls(ours, theirs):
    assert not stances(ours, theirs)
    assert not stances(theirs, ours)


def test_tolls_of_two_places_are_two():
    assert not stances("The blast killed 12 people in Marota.", "The blast in Lopez killed 15 people.")


def test_a_weekday_that_is_not_its_dates_says_nothing():
    assert not stances("Jo Reed was elected on Tuesday, 5 June 2024.", "Jo Reed was elected on 5 June 2024.")
    told = stances("Jo Reed was elected on Wednesday, 5 June 2024.", "Jo Reed was elected on 5 June 2024.")
    assert told == {"corroborates"}


@pytest.mark.parametrize("days", [(None, None), (None, MONDAY), (MONDAY, WEDNESDAY), (WEDNESDAY, MONDAY)])
def test_tolls_that_a_bound_makes_one_agree_on_whatever_days(days):
    assert stances("63 people were injured.", "More than 60 people were hurt.", *days) == {"corroborates"}


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("Between 40 and 50 people were hurt.", "45 people were hurt."),
        ("The deal is worth $3 million to $5 million.", "The deal is worth $4 million."),
        ("The deal is worth $3-5 million.", "The deal is worth $4 million."),
        ("The wall is 30 to 40 metres high.", "The wall is 35 metres high."),
        ("The strike lasted a fortnight.", "The strike lasted two weeks."),
        ("Half a dozen boats sank in the bay.", "Six boats sank in the bay."),
        ("A quarter of the orchestra resigned.", "Some 25 percent of the orchestra resigned."),
        ("Temperatures fell to -5°C.", "Temperatures fell to minus 5°C."),
        ("The choir sang for 40 to 50 minutes.", "The choir sang for 45 minutes."),
    ],
)
def test_a_range_agrees_with_what_lies_in_it_and_a_word_with_its_number(ours, theirs):
    assert stances(ours, theirs) == {"corroborates"}
    assert stances(theirs, ours) == {"corroborates"}


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("Temperatures fell to -5°C.", "Temperatures fell to 5°C."),
        ("Margins came to -3 percent.", "Margins came to 3 percent."),
        ("The fund returned minus $40 million.", "The fund returned $40 million."),
        ("A third of the vineyard burned.", "Some 45 percent of the vineyard burned."),
        ("Dozens of people were hurt.", "Some 90 people were hurt."),
        ("The wall is 30 to 40 metres high.", "The wall is 41 metres high."),
    ],
)
def test_a_sign_an_open_amount_and_a_near_miss_of_a_range_say_nothing(ours, theirs):
    assert not stances(ours, theirs)
    assert not stances(theirs, ours)


def test_ranges_that_are_surely_apart_conflict():
    assert stances("The choir sang for 40 to 50 minutes.", "The choir sang for 60 minutes.") == {"conflicts"}
    assert stances("The deal is worth $4 million to $5 million.", "The deal is worth $7 million.") == {"conflicts"}
