"""Times on the clock: which are read, and whose are compared."""

from __future__ import annotations

import pytest

from secondsource.reconciling import read_claims


@pytest.mark.parametrize(
    ("text", "words", "seconds"),
    [
        ("Mara Lind won the marathon in 2:18:51.", "2:18:51", 8331),
        ("Tom Reed finished in 2h 07m 15s.", "2h 07m 15s", 7635),
        ("The Danes won the relay in three minutes 21.44 seconds.", "three minutes 21.44 seconds", 201.44),
        (
            "Ruiz swam it in four minutes, one second and 27 hundredths.",
            "four minutes, one second and 27 hundredths",
            241.27,
        ),
        ("The pod crossed the desert in 1:42.06.", "1:42.06", 102.06),
        ("Marsh ran the 100 metres in 9.87 seconds.", "9.87 seconds", 9.87),
    ],
)
def test_times_on_the_clock_are_read_to_the_second_and_below(find, text, words, seconds):
    (claim,) = find(text)
    assert claim.value == words
    assert claim.data["value"] == pytest.approx(seconds)


@pytest.mark.parametrize(
    "text",
    [
        "The match ended 3:2 after extra time.",
        "The train left at 14:07 and came at 15:30.",
        "The call to the police lasted four minutes and 20 seconds.",
        "The verse is Luke 2:18.",
        "The ballot paper lists 12:30:41/7 as its code.",
        "Lind finished 12.5 seconds ahead of Holm.",
        "Prices rose 2.5 a second time.",
    ],
)
def test_scores_times_of_day_calls_and_gaps_are_none(find, text):
    assert find(text) == []


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (
            "Mara Lind won the women's race in 2:18:51.",
            "Lind took the women's title in 2 hours 18 minutes and 15 seconds.",
        ),
        ("Their winning time was 3:21.44.", "The clock stopped at 3:21.54 as they won."),
        ("Dana Ruiz touched in 4:01.27 in the final.", "In the final Ruiz touched in four minutes 1.72 seconds."),
    ],
)
def test_two_times_of_one_run_conflict(relate, ours, theirs):
    assert {stance for stance, *_ in relate(ours, theirs)} == {"conflicts"}
    assert {stance for stance, *_ in relate(theirs, ours)} == {"conflicts"}


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("Mara Lind won the women's race in 2:18:51.", "Tom Reed won the men's race in 2:08:51."),
        ("Eva Moll came down in 1:42.06.", "Rosa Kern came down in 1:42.60."),
        ("Dana Ruiz won her heat in 4:03.10.", "Ruiz won the final in 4:01.27."),
        ("Lind won in 2:18:51.", "Lind won, well inside her best of 2:19:30."),
        ("Marsh ran the 100 metres in 9.87 seconds.", "Marsh had qualified in 9.98 seconds."),
        ("Lind won in 2:18:51.", "Lind passed halfway in 1:08:40 and won."),
    ],
)
def test_two_runs_or_runners_are_not_compared(relate, ours, theirs):
    assert relate(ours, theirs) == set()


def test_a_time_on_the_clock_is_told_once():
    kinds = {claim.kind for claim in read_claims("Lind won in 2 hours 18 minutes and 51 seconds.")}
    assert "timings" in kinds
    assert "durations" not in kinds
