"""Minutes of play: whose are read, and which are compared."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "minute", "act"),
    [
        ("Joe Marsh scored in the 78th minute.", 78, "goal"),
        ("Marsh headed the opener after nine minutes.", 9, "goal"),
        ("Reed's third-minute goal settled it.", None, "goal"),
        ("Ida Reed was sent off on 20 minutes.", 20, "sending-off"),
        ("Captain Bo Hale went over for a try in the 61st minute.", 61, "try"),
    ],
)
def test_a_minute_is_read_with_its_player_and_act(find, text, minute, act):
    found = [(claim.data["minute"], claim.property) for claim in find(text)]
    assert found == ([(minute, act)] if minute else [])


@pytest.mark.parametrize(
    "text",
    [
        "Joe Marsh scored with 12 minutes left.",
        "Joe Marsh crossed and Tom Reed scored in the 78th minute.",
        "Joe Marsh scored twice, the last in the 78th minute.",
        "Police came after 20 minutes.",
        "The hearing ended after 40 minutes of questions to Ida Reed about the goal.",
        "Joe Marsh scored in the 812th minute of the marathon game.",
    ],
)
def test_other_minutes_are_none(find, text):
    assert find(text) == []


@pytest.mark.parametrize(
    ("ours", "theirs", "stance"),
    [
        ("Joe Marsh scored in the 78th minute.", "Marsh's winner came on 81 minutes.", {"conflicts"}),
        ("Ida Holm was sent off after 20 minutes.", "Holm got the red card in the 25th minute.", {"conflicts"}),
        ("Bo Hale touched down in the 61st minute.", "Hale went over on 61 minutes.", {"corroborates"}),
        ("Joe Marsh scored in the 12th minute.", "Marsh scored in the 78th minute.", set()),
        ("Joe Marsh scored in the 78th minute.", "Tom Reed scored in the 81st minute.", set()),
        ("Joe Marsh scored in the 78th minute.", "Marsh was sent off in the 80th minute.", set()),
        (
            "Joe Marsh scored in the 78th minute.",
            "Marsh scored in the 74th minute. Marsh headed a goal in the 80th minute.",
            set(),
        ),
    ],
)
def test_minutes_of_one_act_are_compared(relate, ours, theirs, stance):
    assert {found for found, *_ in relate(ours, theirs)} == stance
    assert {found for found, *_ in relate(theirs, ours)} == stance
