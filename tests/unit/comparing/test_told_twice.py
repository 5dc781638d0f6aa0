"""What differs in long articles is in conflict only where their sentences tell one event."""

from __future__ import annotations

import pytest
from tests.unit.kinds.test_counts_far_apart import conflicts


@pytest.mark.parametrize(
    ("story", "ours", "theirs"),
    [
        pytest.param("ferry", "A new bow will cost 4 million euros.", "It will cost the line 7 million euros in lost "
                     "fares, a new bow and a bridge.", id="sums further apart than half as much again"),
        pytest.param("trial", "He was paid 900 euros a month at the bakery.", "He had earned 1,500 euros a month in "
                     "the army.", id="wages"),
        pytest.param("mill", "It sheds 340 workers here.", "It shed 160 workers in the forests.", id="workers"),
        pytest.param("trial", "Two locks were broken.", "Three locks were changed.", id="two of something"),
        pytest.param("ferry", "Unemployment in Brekka is 7 per cent.", "Some 9 per cent of Holm’s sailors are "
                     "unemployed.", id="shares"),
        pytest.param("mill", "The mill opened on 3 May 1951.", "The chimney was opened to visitors on 9 June 1951.",
                     id="two openings"),
        pytest.param("trial", "The owner denied that she had insured the theatre.", "Somebody had insured the cinema "
                     "next to it.", id="two insured"),
        pytest.param("mill", "Turnout was 61 per cent at the union’s vote.", "At the town’s last election turnout was "
                     "54 per cent.", id="two turnouts"),
    ],
)  # fmt: skip
def test_what_differs_in_sentences_that_hardly_tell_one_event_is_in_no_conflict(
    story: str, ours: str, theirs: str
) -> None:
    assert not conflicts(story, ours, theirs)


@pytest.mark.parametrize(
    ("story", "ours", "theirs"),
    [
        pytest.param("ferry", "Repairing the bow of the ferry will cost 4.2 million euros.",
                     "To repair the bow of the ferry costs 4.9 million euros.", id="one repair"),
        pytest.param("trial", "The theatre was insured for 640,000 euros when it burned.",
                     "When it burned the theatre was insured for 460,000 euros.", id="one insurance"),
        pytest.param("mill", "The owners will close the paper mill of Lund on 3 October.",
                     "On 9 October the owners will close the paper mill of Lund.", id="one closing"),
        pytest.param("trial", "The jury convicted the baker of arson after deliberating for nine hours.",
                     "After deliberating for six hours the jury convicted the baker of arson.", id="one jury"),
    ],
)  # fmt: skip
def test_what_differs_of_one_event_is(story: str, ours: str, theirs: str) -> None:
    assert conflicts(story, ours, theirs)


@pytest.mark.parametrize(
    ("story", "ours", "theirs", "shown"),
    [
        ("ferry", "Parliament passed the Skarvik law by 212 votes to 198.",
         "Over the port of Skarvik parliament sat late and voted 230-180.", False),
        ("mill", "The council of Lund backed the owners by 12 votes to nine.",
         "By 13 votes to eight the council of Lund backed the owners.", True),
        ("trial", "Parliament passed the theatre law of Tarvia by 212 votes to 198.",
         "By 221 votes to 189 parliament passed the theatre law of Tarvia.", True),
    ],
    ids=["two votes of one house", "one vote of a council", "one vote of a house"],
)  # fmt: skip
def test_a_parliament_votes_on_one_thing_again_and_again(story: str, ours: str, theirs: str, shown: bool) -> None:
    assert bool(conflicts(story, ours, theirs)) is shown
