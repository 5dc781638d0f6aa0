"""How long something took or lasts: compared in any unit, for one act of one person."""

import pytest


@pytest.mark.parametrize("words", ["three weeks", "21 days", "nearly three weeks", "about 20 minutes", "six months"])
def test_a_duration_is_read_with_its_unit_and_bound(find, words):
    assert any(words in claim.exact for claim in find(f"The trial lasted {words}."))


def test_what_is_to_last_so_long_is_a_duration(find):
    assert [claim.value for claim in find("The trial is to last six months.")] == ["six months"]
    assert find("In the last six months the dam leaked.") == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Ann Lee is 41 years old.",
        "The 17-year-old fled.",
        "The couple have a 15-year age gap.",
        "The station clock stopped at ten minutes to four.",
        "The tower is over a year old.",
        "He came about a week later.",
    ],
)
def test_an_age_or_a_time_of_day_is_no_duration(find, sentence):
    assert not find(sentence)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("The trial lasted three weeks.", "The trial lasted 21 days."),
        ("The jurors deliberated for nine hours.", "The jurors deliberated for 9 hours."),
    ],
)
def test_one_duration_of_one_act_corroborates(stances, ours, theirs):
    assert stances(ours, theirs) == {"corroborates"}


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("Jurors deliberated for 11 hours.", "Jurors deliberated for nine hours."),
        ("Derek Holloway was sentenced to 18 years in prison.", "Derek Holloway was sentenced to 16 years in prison."),
        ("The couple split after eight years of marriage.", "The couple split after seven years of marriage."),
    ],
)
def test_two_durations_of_one_act_conflict(stances, ours, theirs):
    assert stances(ours, theirs) == {"conflicts"}


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("He was sentenced to 18 years in prison.", "Prosecutors sought 20 years in prison."),
        ("He was sentenced to 18 years in prison.", "He faced up to 20 years in prison."),
        ("He was sentenced to 18 years.", "His accomplice was sentenced to 16 years."),
        ("He served 14 years on the force.", "He was sentenced to 16 years."),
        ("The couple split after eight years of marriage.", "They were together for 10 years."),
        ("The heist took seven minutes.", "The heist took less than 10 minutes."),
        ("The heist took seven minutes.", "Police arrived eight minutes later."),
        ("The flight was delayed for three hours.", "The flight lasts four hours."),
        ("The contract runs for three years.", "The contract was signed four years ago."),
        ("Ken Watt led the bank for 12 years.", "Ken Watt worked at the bank for 14 years."),
        ("The company will close in six months.", "The company closed five months ago."),
        ("The farm was given six months to stop spraying crops.", "The farm has five months to stop burning crops."),
        ("The ferry sank two days after the tug sank.", "The ferry was the second boat to sink in three days."),
    ],
)
def test_durations_of_two_acts_are_in_no_conflict(stances, ours, theirs):
    assert "conflicts" not in stances(ours, theirs)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("The editor got nine and a half years in jail.", "The editor began a nine-and-a-half-year stretch."),
        ("The editor got nine and a half years.", "The judge gave nine years and six months."),
        ("The flight lasted an hour and a half.", "The flight lasted 90 minutes."),
        ("The voyage lasted three days.", "The voyage lasted 72 hours."),
        ("Ken Watt led the bank from 2001 to 2010.", "Ken Watt led the bank for nine years."),
        ("Ken Watt led the bank from 2001 to 2010.", "Ken Watt led the bank for ten years."),
        ("Sales fell from July to September.", "The shipyard lost money in the three months to September 30."),
        ("Output rose in the quarter to the end of June.", "Output rose between April and June."),
        ("Ana Sol, president from 2000 to 2006, wept.", "Ana Sol (2000-2006) was president."),
        ("The search lasted about two hours.", "The search lasted 110 minutes."),
        ("The siege lasted almost three weeks.", "The siege lasted 20 days."),
        ("The siege lasted almost an hour.", "The siege lasted 55 minutes."),
        ("The siege lasted a whole week.", "The siege lasted seven days."),
    ],
)
def test_durations_put_together_and_periods_of_one_length_corroborate(stances, ours, theirs):
    assert stances(ours, theirs) == {"corroborates"}


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("Ken Watt led the bank from 2015 to 2019.", "Ken Watt led the bank for six years."),
        ("Jurors deliberated for almost 12 hours.", "Jurors deliberated for nine hours."),
        ("The siege lasted about three weeks.", "The siege lasted 30 days."),
        ("The siege lasted nearly 50 hours.", "The siege lasted three days."),
        ("The siege lasted six weeks.", "The siege lasted two months."),
        ("The council sat for nine hours before voting.", "The council sat for 12 hours."),
    ],
)
def test_lengths_that_cannot_be_one_conflict(stances, ours, theirs):
    assert stances(ours, theirs) == {"conflicts"}


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("Ken Watt led the bank from 2015 to 2019.", "Ken Watt led the union from 2009 to 2013."),
        ("Ana Sol led the bank from 2015 to 2019.", "Ken Watt led the bank for six years."),
        ("The siege lasted two weeks.", "The siege lasted 15 days."),
        ("The siege lasted two days.", "The siege lasted 44 hours."),
        ("The council sat nine hours before the vote.", "The council sat for 12 hours."),
        ("Ken Watt led the bank for at least nine years.", "Ken Watt led the bank for eight years."),
        ("Sales fell from July to September.", "Sales fell from April to June."),
        ("The club played in May and June.", "The club played from May to June."),
        ("Orsk voted to end 300 years of union with Taldo.", "Orsk voted to end its 307-year union with Taldo."),
        (
            "Turnout is below its 40-year average of 62 percent.",
            "Turnout is back at its 35-year average of 64 percent.",
        ),
        ("The bill gives migrants a 13-year pathway.", "The bill gives the miners of Harn a 10-year lease."),
    ],
)
def test_other_periods_limits_and_roundings_are_in_no_conflict(stances, ours, theirs):
    assert "conflicts" not in stances(ours, theirs)


@pytest.mark.parametrize(
    ("text", "lengths"),
    [
        ("Joe Marsh headed in on 18 minutes.", []),
        ("Ida Holm saw red on just 28 minutes.", []),
        ("The strike lasted 18 minutes.", ["18 minutes"]),
        ("The crew went on for 28 minutes.", ["28 minutes"]),
    ],
)
def test_on_so_many_minutes_is_when_and_not_how_long(find, text, lengths):
    assert [claim.value for claim in find(text)] == lengths


@pytest.mark.parametrize(
    ("theirs", "conflict"),
    [
        ("The judge sentenced the banker Ida Holm to four years in prison for fraud.", True),
        ("Prosecutors had asked for a sentence of four years in prison for the banker Ida Holm for fraud.", False),
        ("The banker Ida Holm faced a recommended four years in prison for fraud.", False),
        ("The crown was seeking a term of four years in prison for the banker Ida Holm for fraud.", False),
    ],
)
def test_what_is_asked_for_is_not_what_is_given(stances, theirs, conflict):
    ours = "The judge sentenced the banker Ida Holm to three years in prison for fraud."
    assert ("conflicts" in stances(ours, theirs)) is conflict
