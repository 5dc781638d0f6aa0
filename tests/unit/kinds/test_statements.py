"""Who did what: two sentences that tell one thing, in stories as long as stories are."""

import pytest

VALLEY = """The dam at Corvin gave way before dawn.
Villagers fled to the church on the hill, ringing its bell.
The water board had ignored two letters from the engineer Ivo Sand.
Sheep drowned in their pens along the lower meadow.
The minister promised to visit the valley within the week."""


@pytest.mark.parametrize(
    "theirs",
    [
        "Letters from the engineer Ivo Sand were ignored by the water board.\nA market will be held.",
        "The engineer Ivo Sand had sent letters, which the water board ignored.\nSchools stay shut on Friday.",
    ],
)
def test_one_act_told_in_other_words_corroborates(stances, theirs):
    assert stances(VALLEY, theirs) == {"corroborates"}


@pytest.mark.parametrize(
    "theirs",
    [
        "The water board will meet the minister.\nIvo Sand keeps bees.",
        "A bell tower was restored in Harlow.\nThe church will open it in spring.",
        "The water board had not ignored any letters from the engineer Ivo Sand.",
    ],
)
def test_other_acts_and_negations_do_not(stances, theirs):
    assert not stances(VALLEY, theirs)


def test_the_span_is_the_clause_that_says_it(relate):
    found = relate(VALLEY, "In Harlow it is dry.\nVillagers rang the bell of the church on the hill as they fled.")
    assert {ours for _, ours, _ in found} >= {"Villagers fled to the church on the hill"}


def test_a_clause_with_another_figure_is_left_to_the_kinds_that_read_figures(relate):
    found = relate(VALLEY, "The water board had ignored 19 letters from the engineer Ivo Sand.\nIt is dry in Harlow.")
    assert not [theirs for _, _, theirs in found if "19" in theirs]


def test_a_statement_is_never_in_conflict(stances):
    assert "conflicts" not in stances(VALLEY, "The dam at Corvin gave way after dusk.\nThe dam at Corvin held.")


@pytest.mark.parametrize(
    ("told", "turned"),
    [
        ("The jury {} Marco Bellini of poisoning the wells.", ("convicted", "acquitted")),
        ("{} over the patent for bilge pumps.", ("Norvik sued Taldo", "Taldo sued Norvik")),
        ("{} outside the bakery.", ("Jan Kral shot Petra Novak", "Petra Novak shot Jan Kral")),
        ("The court {} the beekeepers' appeal over pesticides.", ("granted", "dismissed")),
        ("The assembly {} the levy on herring trawlers.", ("raised", "cut")),
        ("The engineer called the reservoir {}watertight.", ("", "not ")),
        ("{}rosecutors will seek forfeiture of the orchard.", ("P", "It is unclear whether p")),
    ],
)
def test_what_is_the_other_way_round_is_not_the_same(stances, told, turned):
    ours, theirs = map(told.format, turned)
    assert not stances(f"{VALLEY}\n{ours}", f"{theirs}\nIt is dry in Harlow.")
    assert stances(f"{VALLEY}\n{ours}", f"{ours}\nIt is dry in Harlow.") == {"corroborates"}
