"""What time of day something happened: compared for one act on one day, in one zone."""

import pytest


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("The blast shook the port at 9:35 p.m.", "A blast shook the port at 21:35."),
        ("The rocket lifted off at 10:14 a.m. (0814 GMT).", "The rocket lifted off at 8:14 a.m. GMT."),
        ("The rocket lifted off at 10:14 a.m. (0814 GMT).", "The rocket lifted off at 10:14 local time."),
        ("The thief entered the museum at 3:10 a.m.", "The thief entered the museum shortly after 3 a.m."),
        ("The council adjourned at about 11 p.m.", "The council adjourned at 10:50 p.m."),
        ("The whistle blew at 5:42.", "A whistle at 5:42 a.m. woke the miners."),
        ("The verdict came at a quarter to six.", "The verdict came at 5:45 p.m."),
    ],
)
def test_one_time_of_one_act_corroborates(stances, ours, theirs):
    assert stances(ours, theirs) == {"corroborates"}


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("The train derailed outside the station at 7:12 a.m.", "The train derailed outside the station at 7:42 a.m."),
        ("The rocket lifted off from the island at 8:14 a.m.", "The rocket lifted off from the island at 8:14 p.m."),
        ("Divers found the wreck of the ferry at 6:05 a.m.", "Divers found the wreck of the ferry at 6:50 a.m."),
        ("Divers found the ferry at about 6 a.m.", "Divers found the ferry at 7:30 a.m."),
        ("Divers found the ferry shortly before 6 a.m.", "Divers found the ferry at 6:12 a.m."),
    ],
)
def test_two_times_of_one_act_conflict(stances, ours, theirs):
    assert stances(ours, theirs) == {"conflicts"}


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("The train derailed at 7:12 a.m. on Monday.", "The train derailed at 7:42 a.m. on Friday."),
        ("The train derailed at 7 a.m.", "The train derailed at 7:08 a.m."),
        ("The train derailed at 7:12 a.m.", "The train left at 6:50 a.m."),
        ("The race started at 3 p.m. GMT.", "The race started at 5 p.m. local time."),
        ("The race started at 3 p.m. ET.", "The race started at 8 p.m."),
        ("Polls in Leeds open at 7 a.m.", "Polls in York open at 8 a.m."),
        ("Polls open at 7 a.m.", "Polls close at 7 p.m."),
        ("The ferry sailed at about 9 p.m.", "The ferry sailed at 9:35 p.m."),
        ("The ferry sailed shortly before 9 p.m.", "The ferry sailed at 9:08 p.m."),
        ("The first bomb exploded at 9:10 a.m.", "The second bomb exploded at 9:20 a.m."),
        ("The player scored at 3:15 p.m.", "The player scored at 3:45 p.m."),
    ],
)
def test_other_days_acts_zones_and_roundings_are_in_no_conflict(stances, ours, theirs):
    assert "conflicts" not in stances(ours, theirs)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("The shop opened at 9 a.m.", "The shop closed at 9 a.m."),
        ("The concert begins at 8 p.m.", "Police arrested a driver at 8 p.m."),
        ("The train left at 6:50 a.m.", "The train was cleaned at 7:30 a.m."),
    ],
)
def test_two_acts_at_one_time_do_not_corroborate(stances, ours, theirs):
    assert not stances(ours, theirs)
