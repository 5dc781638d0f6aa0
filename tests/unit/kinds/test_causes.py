"""What caused it."""

import pytest


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("The barn fire was caused by a faulty heater.", "A cigarette was the cause of the barn fire."),
        ("The blast in the bakery was blamed on leaking gas.", "A home-made bomb caused the blast in the bakery."),
        ("The ferry collision was put down to fog.", "The collision of the ferry was caused by a failed gearbox."),
        ("The poet Ana Sol died of malaria.", "Cancer was the cause of the poet Ana Sol’s death."),
    ],
)
def test_causes_that_exclude_one_another_conflict(stances, ours, theirs):
    assert "conflicts" in stances(ours, theirs)
    assert "conflicts" in stances(theirs, ours)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("The spill was caused by a cracked valve.", "The company blamed poor maintenance for the spill."),
        ("The blast was caused by leaking gas.", "A cigarette triggered the blast."),
        ("The outage was caused by a storm.", "A fallen tree caused the outage."),
        ("The barn fire was caused by a faulty heater.", "The barn fire may have been caused by a cigarette."),
        ("The barn fire was caused by a faulty heater.", "The fire in the mill was caused by a cigarette."),
        (
            "The barn fire was caused by a faulty heater.",
            "The barn fire was first blamed on a cigarette. A heater caused the barn fire, an inquiry has found.",
        ),
        ("The poet Ana Sol died of pneumonia.", "Cancer was the cause of the poet Ana Sol’s death."),
        ("The poet Ana Sol died of heart failure.", "The poet Ana Sol died of an overdose."),
        ("Food poisoning at the wedding was traced to eggs.", "The food poisoning was caused by mayonnaise."),
        ("The recall of the soup was caused by metal.", "The recall of the soup was caused by plastic."),
        ("The derailment was because of a landslide.", "The derailment was caused by a tree."),
        ("Trams were halted by fog on Monday morning.", "Trams were halted by a strike on Monday evening."),
        ("Rice prices rose because of drought in Thailand.", "Rice prices rose because of floods in Vietnam."),
        ("The famine was caused by drought in Kenya.", "The famine was caused by a landslide in Peru."),
        ("Ana Sol withdrew from the regatta with a wrist injury.", "Ana Sol pulled out of the regatta with a virus."),
        ("The guests fell ill because of salmonella.", "The illness of the guests was caused by eggs."),
    ],
)
def test_causes_that_may_be_one_or_of_two_things_do_not(stances, ours, theirs):
    assert "conflicts" not in stances(ours, theirs)
