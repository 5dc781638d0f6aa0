"""Times that somebody is clocked at: "won in 2:18:51", "three minutes 21.44 seconds", "9.87 seconds".

Recognised are times written with colons that no clock shows as the time of day, and units of time down to the second,
with hours, a fraction or a race (see `reading/clocked.py`). A timing is exact: two corroborate when they are equal,
however they are written. They conflict when they differ and are one person's, or both the winner's, of one race.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from secondsource.comparing.claim import Claim, Example, Stance
from secondsource.comparing.figures import Figure
from secondsource.comparing.quantities import Quantities
from secondsource.reading import Document
from secondsource.reading.clocked import SIGNS, find_clocked
from secondsource.reading.passages import Passage
from secondsource.reading.people import may_be_one, surely_one

OF = "time on the clock"
APART = 1.1  # two timings further apart than this factor are of two races, or of two who ran in one
_WINNING = re.compile(
    r"\b(?:winning\stime|winners?|won|wins|victory|gold|(?:took|takes|claimed)\sthe\s(?:title|crown|race))\b",
    re.IGNORECASE,
)
_ANOTHER = re.compile(  # in front of a timing: what was not run this time, or not to the end
    r"""\b(?:records?|bests?|mark|previous|former|qualifying|qualified|half(?:way|-way)?|split|target|limit|cut-?off
      |pace|last\syear|outside|inside|under|below|off|missed|short)\b[^.;]{0,30}$""",
    re.IGNORECASE | re.VERBOSE,
)
_RACE = re.compile(
    r"""\b(?P<race>women|men|girls|boys|junior|wheelchair|para|masters|heats?|semi-?finals?|quarter-?finals?|preliminary
      |first\sleg|second\sleg|third\sleg|final\sleg|anchor|freestyle|backstroke|butterfly|breaststroke|medley)\b""",
    re.IGNORECASE | re.VERBOSE,
)
LOOK_BACK = 50  # code points in front of a timing in which it is said to be another


class Timings(Quantities):
    """Times on the clock, in seconds."""

    name = "timings"
    signs = SIGNS
    examples: ClassVar[tuple[Example, ...]] = (
        Example(
            "Mara Lind won the race in 2:18:51.",
            "Mara Lind won the race in two hours, 18 minutes and 51 seconds.",
            Stance.CORROBORATES,
        ),
        Example("Mara Lind won the race in 2:18:51.", "Mara Lind won the race in 2:18:15.", Stance.CONFLICTS),
        Example("Joe Marsh ran the 100 metres in 9.87 seconds.", "Marsh clocked 9.78 seconds over 100 metres.",
                Stance.CONFLICTS),
        Example("Mara Lind won the race in 2:18:51.", "Ida Holm came second in 2:19:03.", Stance.NOT_COMPARABLE),
        Example("Dana Ruiz won her heat in 4:03.10.", "Ruiz won the final in 4:01.27.", Stance.NOT_COMPARABLE),
    )  # fmt: skip

    def figures(self, document: Document, passage: Passage) -> Iterator[Figure]:
        """Yield the timings of a passage in order."""
        for start, end, seconds in sorted(find_clocked(document, passage)):
            yield Figure(start, end, seconds, "", OF, document.text[start:end])

    def agree(self, a: Claim, b: Claim) -> bool | None:
        """Whether two are equal, where one has no fraction of a second to it."""
        x, y = a.data["value"], b.data["value"]
        return bool(x == y or ((x % 1 == 0) != (y % 1 == 0) and abs(x - y) < 1))

    def telling(self, a: Claim, b: Claim) -> bool:
        """Two equal timings are hardly met by chance, but for those that are told of two."""
        return may_be_one(a.data["who"], b.data["who"])

    def bars(self, a: Claim, b: Claim) -> bool:
        """What is not surely of one race is of two: a race has many runners, and each a time of his own."""
        return super().bars(a, b) or not self.surely_one(a, b)

    def surely_one(self, a: Claim, b: Claim) -> bool:
        """Whether two are one person's, or the winner's, of one race."""
        low, high = sorted((a.data["value"], b.data["value"]))
        if high > APART * low or any(map(_is_another, (a, b))):
            return False
        races = [{found["race"].lower().rstrip("s") for found in _RACE.finditer(c.passage)} for c in (a, b)]
        if races[0] != races[1]:
            return False
        ours, theirs = a.data["who"], b.data["who"]
        return surely_one(ours, theirs) or (may_be_one(ours, theirs) and all(map(_is_the_winners, (a, b))))


def _is_another(claim: Claim) -> bool:
    at = claim.passage.find(claim.value, max(0, claim.start - claim.passage_start))
    return bool(_ANOTHER.search(claim.passage[max(0, at - LOOK_BACK) : at]))


def _is_the_winners(claim: Claim) -> bool:
    return bool(_WINNING.search(claim.passage))
