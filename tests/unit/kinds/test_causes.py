"""What caused it."""

import pytest


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("The barn fire was caused by a faulty heater.", "A cigarette was the cause of the barn fire."),
        ("The blast in the bakery was blamed on leaking gas.", "A home-made bomb caused the blast in the bakery."),
        ("Food poisoning at the wedding was traced to oysters.", "Undercooked chicken caused the food poisoning."),
        ("The ferry collision was put down to fog.", "The collision of the ferry was caused by a failed gearbox."),
        ("Trams were halted by a fallen tree on Monday.", "A strike brought the trams to a standstill on Monday."),
        ("The poet Ana Sol died of pneumonia.", "Cancer was the cause of the poet Ana Sol’s death."),
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
        ("The guests fell ill because of salmonella.", "The illness of the guests was caused by eggs."),
    ],
)
def test_causes_that_may_be_one_or_of_two_things_do_not(stances, ours, theirs):
    assert "conflicts" not in stances(ours, theirs)
