"""Which of two things came first."""

import pytest


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (
            "The surgeon washed the wound before she rang the ward.",
            "The surgeon rang the ward and then washed the wound.",
        ),
        ("The ferry struck the pier before it hit the tug.", "The ferry ran into the tug and then into the pier."),
        ("The tenor sang the aria after the curtain had fallen.", "Before the curtain fell, the tenor sang the aria."),
        (
            "They opened the sluice only after the dam had cracked.",
            "The sluice was opened just before the dam cracked.",
        ),
        (
            "Only after it had lost the mast did the yacht drop anchor.",
            "The yacht dropped anchor before losing its mast.",
        ),
        ("The firm sold the vineyard when the audit was over.", "The firm sold the vineyard before the audit."),
    ],
)
def test_two_things_the_other_way_round_conflict(stances, ours, theirs):
    assert "conflicts" in stances(ours, theirs)
    assert "conflicts" in stances(theirs, ours)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("Rain set in after the regatta.", "The regatta was held before the rain."),
        ("The driver rang his wife before the ambulance came.", "The driver rang his wife after the crash."),
        ("The surgeon appeared before the court after the audit.", "The surgeon appeared before the audit panel."),
        ("The ferry did not hit the pier before it hit the tug.", "The ferry hit the tug before it hit the pier."),
        ("The tenor sang the aria after nine years.", "Nine years after the aria, the tenor sang again."),
        ("The square was named after the general before the war.", "The square was named after the war."),
        (
            "The skipper was crowned champion after the rival, who had crossed the line first, was thrown out.",
            "The rival was thrown out after crossing the line as champion.",
        ),
    ],
)
def test_other_things_or_the_same_order_do_not(stances, ours, theirs):
    assert "conflicts" not in stances(ours, theirs)
