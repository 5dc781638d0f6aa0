"""Which of two things came first."""

import pytest


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (
            "The surgeon washed the wound before she rang the ward.",
            "After washing the wound, the surgeon rang the ward.",
        ),
        (
            "They opened the sluice only after the dam had cracked.",
            "After the dam cracked, the sluice was opened.",
        ),
    ],
)
def test_two_things_in_one_order_agree(stances, ours, theirs):
    assert "corroborates" in stances(ours, theirs)
    assert "corroborates" in stances(theirs, ours)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("The guards threw snow after the pupils threw ice.", "The pupils threw ice after the guards threw snow."),
        ("Shares in Orrin Glass fell after it cut its forecast.", "Orrin Glass cut its forecast after shares fell."),
        ("The poacher shot a guard before he fled.", "The poacher fled and then shot at the guards who gave chase."),
        ("The band played its new hymn before the bonfire.", "After the bonfire, the band played an old hymn."),
        ("Rain set in after the regatta.", "The regatta was held before the rain."),
        ("The driver rang his wife before the ambulance came.", "The driver rang his wife after the crash."),
        ("The surgeon appeared before the court after the audit.", "The surgeon appeared before the audit panel."),
        ("The ferry did not hit the pier before it hit the tug.", "The ferry hit the tug before it hit the pier."),
    ],
)
def test_no_order_conflicts(stances, ours, theirs):
    assert "conflicts" not in stances(ours, theirs)
