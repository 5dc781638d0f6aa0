"""Times of day as news writes them, in minutes after midnight."""

import pytest

from secondsource.reading.clock import SOON, TOLERANCE, find_clocks


def clocks(text):
    return list(find_clocks(text, 0, len(text)))


@pytest.mark.parametrize(
    ("text", "hour", "minute"),
    [
        ("The dam broke at 9:35 p.m. on Friday.", 21, 35),
        ("The dam broke at 9.35pm.", 21, 35),
        ("The dam broke at 21:35.", 21, 35),
        ("The dam broke at 3 a.m.", 3, 0),
        ("The dam broke at noon.", 12, 0),
        ("The dam broke at midnight.", 0, 0),
        ("The dam broke at 12:10 a.m.", 0, 10),
        ("The dam broke at 2130 hours.", 21, 30),
        ("The dam broke at half past nine in the evening.", 21, 30),
        ("The dam broke at a quarter to six in the morning.", 5, 45),
        ("The dam broke at two o'clock on Friday night.", 2, 0),
        ("The dam broke at nine minutes to six on a foggy morning.", 5, 51),
        ("The dam broke twelve minutes after three in the morning.", 3, 12),
        ("The dam broke at half past nine on the evening of the feast.", 21, 30),
        ("The dam broke at about 10.15 on Tuesday morning.", 10, 15),
        ("The raid began shortly before 6 on Friday evening.", 18, 0),
        ("The alarm was raised just after seven that evening.", 19, 0),
        ("She was last seen around 2 on Sunday night.", 2, 0),
    ],
)
def test_a_time_is_minutes_after_midnight(text, hour, minute):
    (clock,) = clocks(text)
    assert divmod(clock.at, 60) == (hour, minute)
    assert clock.half


@pytest.mark.parametrize(
    "text",
    [
        "The match ended 21:35.",
        "The club was fined 12 on Friday night.",
        "Two were hurt in about 10.15 seconds on the morning run.",
        "Guests paid 6 each on Friday evening.",
        "She ran it in 2:35.",
        "Shares closed at 5.42 percent.",
        "The stock closed at 41.30.",
        "The shop is open from 9 a.m. to 5 p.m.",
        "Bids are due by noon.",
        "The flat measures 5 to six metres.",
        "He paid $9.35 per head.",
        "Model 2130 sold out.",
        "Verse 12:34:56 is lost.",
        "Help came ten minutes after two boats sank.",
        "She scored five minutes before three defenders reached her.",
        "The dam broke at 19:75.",
        "The raid injured about 10 on Friday night.",
    ],
)
def test_what_only_looks_like_a_time_or_limits_one_is_none(text):
    assert not clocks(text)


@pytest.mark.parametrize(
    ("text", "gmt", "local"),
    [
        ("It lifted off at 10:14 a.m. local time (0814 GMT).", 494, True),
        ("It lifted off at 10:14 a.m. (08:14 UTC).", 494, True),
        ("It lifted off at 0814 GMT.", 494, False),
        ("It lifted off at 08:14 Greenwich time.", 494, False),
        ("It lifted off at 2 p.m. EST.", 19 * 60, False),
        ("It lifted off at 2 p.m. ET.", None, False),
        ("It lifted off at 2 p.m.", None, True),
    ],
)
def test_a_zone_or_a_time_in_brackets_gives_the_time_in_greenwich(text, gmt, local):
    (clock,) = clocks(text)
    assert (clock.gmt, clock.local) == (gmt, local)


@pytest.mark.parametrize(
    ("words", "early", "late"),
    [
        ("at", 0, 0),
        ("shortly before", TOLERANCE, 0),
        ("just after", 0, TOLERANCE),
        ("at about", TOLERANCE, TOLERANCE),
    ],
)
def test_approximate_words_leave_room(words, early, late):
    (clock,) = clocks(f"The dam broke {words} 10 p.m.")
    assert (clock.early, clock.late) == (early, late)


@pytest.mark.parametrize(
    ("time", "room"),
    [
        ("10 p.m.", TOLERANCE),
        ("9:30 p.m.", TOLERANCE),
        ("9:45 p.m.", 5),
        ("9:40 p.m.", 5),
        ("2:35 a.m.", 3),
        ("2:37 a.m.", 2),
    ],
)
def test_and_the_more_the_rounder_the_time_is(time, room):
    (clock,) = clocks(f"The dam broke at about {time}")
    assert (clock.early, clock.late) == (room, room)


@pytest.mark.parametrize(("words", "early", "late"), [("just before", SOON, 0), ("shortly after", 0, SOON)])
def test_what_is_told_as_near_a_time_is_not_rounded(words, early, late):
    (clock,) = clocks(f"The dam broke {words} 9:35 p.m.")
    assert (clock.early, clock.late) == (early, late)
