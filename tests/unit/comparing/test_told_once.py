"""Dates and times far apart conflict only where either article tells once of what is surely one event."""

import pytest

from secondsource.reconciling import Source, read_claims, relate


def conflicts(ours: str, theirs: str) -> set[tuple[str, str]]:
    a, b = (Source(name, name, text, read_claims(text)) for name, text in (("ours", ours), ("theirs", theirs)))
    found = {(r.a.value, r.b.value) for r in relate(a, b) if r.stance == "conflicts"}
    assert found == {(r.b.value, r.a.value) for r in relate(b, a) if r.stance == "conflicts"}
    return found


@pytest.mark.parametrize(
    ("ours", "theirs", "values"),
    [
        (
            "The lighthouse lantern was restored in 1968, and is lit on feast days.",
            "Children may climb up. The lighthouse lantern was restored in 1981, with money from the harbour.",
            ("1968", "1981"),
        ),
        (
            "The curfew in the harbour district begins at 6 p.m. It was ordered by the prefect.",
            "Shops will shut early. The curfew in the harbour district begins at 10 p.m.",
            ("6 p.m.", "10 p.m."),
        ),
        (
            "The tribunal set a hearing on the dismissal for 3 May 2023. The nurse has a lawyer.",
            "A hearing on the dismissal is on 24 May 2023. The clinic will not comment.",
            ("3 May 2023", "24 May 2023"),
        ),
    ],
)
def test_an_event_told_once_conflicts_however_far_its_dates_lie_apart(ours, theirs, values):
    assert conflicts(ours, theirs) == {values}


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        # two acts, or two stages of one
        ("The lighthouse lantern was restored in 1968.", "The lighthouse lantern was stolen in 1981."),
        ("The curfew in the harbour district begins at 6 p.m.", "The curfew in the harbour district ends at 5 a.m."),
        ("The dismissal hearing was announced on 3 May 2023.", "The dismissal hearing opens on 24 May 2023."),
        ("A first hearing on the dismissal is on 3 May 2023.", "A second hearing on the dismissal is on 24 May 2023."),
        ("The dismissal hearing was due on 3 May 2023.", "The dismissal hearing is on 24 May 2023."),
        ("The lighthouse lantern was lit from 1968.", "The lighthouse lantern was lit until 1981."),
        (
            "Bids for the lighthouse lantern close by 3 May 2023.",
            "Bids for the lighthouse lantern open on 1 April 2023.",
        ),
        ("The smelter strike is not on 3 May 2023.", "The smelter strike is on 24 May 2023."),
        ("Flight 212 landed at Geneva at 6:10 a.m.", "Flight 212 took off at Geneva at 9:40 a.m."),
        # another thing of the sort
        ("The lighthouse lantern was restored in 1968.", "The lighthouse foghorn was restored in 1981."),
        ("The Skagen lighthouse was restored in 1968.", "The Anholt lighthouse was restored in 1981."),
        ("The mayor's lantern was restored in 1968.", "The bishop's ceiling was restored in 1981."),
        # what comes again
        ("Rates were raised in July 2022.", "Rates were raised in November 2022."),
        ("The team won the trophy in 2012.", "The team won the trophy in 2019."),
        ("The ferry leaves at 6 a.m.", "The ferry leaves at 11 a.m."),
    ],
)
def test_dates_of_what_may_be_two_events_are_in_no_conflict(ours, theirs):
    assert not conflicts(ours, theirs)


def test_an_article_that_tells_of_two_such_events_is_in_no_conflict():
    restored = "The lighthouse lantern was restored in 1968."
    assert conflicts(restored, "The lighthouse lantern was restored in 1981.")
    assert not conflicts(restored, "The lighthouse lantern was restored in 1981, and the lantern restored in 1990.")
    assert not conflicts(
        restored, "The lighthouse lantern was restored in 1981. The lantern had been restored in 1968."
    )
