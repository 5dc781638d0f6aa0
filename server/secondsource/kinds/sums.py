"""Parts against the total: "170 people died in Arta, 31 in Belm and 12 in Corv" and "213 people died".

Recognised: two or more numbers in a row, each of a place or a sort of people ("8 passengers and 4 crew"), in a
sentence about the dead, injured, missing, arrested or rescued; and plain totals of these. A row whose first number
is the sum of the others ("12 people: 8 passengers and 4 crew") gives its total once.

A row corroborates the other article's total when its parts add up to it. It never conflicts: what is missing from
a row is seldom told, and a total that differs is compared as a count.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from typing import ClassVar

from secondsource.comparing import wording
from secondsource.comparing.claim import Claim, Comparison, Example, Kind, Stance, Verdict
from secondsource.comparing.labels import counted_label
from secondsource.reading import Document
from secondsource.reading.numbers import NUMERALS, Number
from secondsource.reading.passages import Passage

SMALLEST, LARGEST = 5, 1e7  # totals: below, two parts come to a number by chance; no disaster counts more people
REACH = 40  # code points on either side of a number in which the state of those counted is told
_STATES = {
    "killed": "killed dead died deaths fatalities perished toll bodies",
    "injured": "injured wounded hurt injuries",
    "missing": "missing unaccounted",
    "arrested": "arrested detained arrests",
    "rescued": "rescued saved survivors",
    "evacuated": "evacuated displaced",
}
_STATE_OF = {word: state for state, listed in _STATES.items() for word in listed.split()}
_SIGNS = frozenset(_STATE_OF)
_JOIN = re.compile(
    r"""(?:\s[\w’'-]+){1,6}(?:,\s(?:and\s|with\s)?|\sand\s|:\s|\s[—–-]\s)(?:another\s|a\sfurther\s|the\sother\s)?""",
    re.VERBOSE,
)
_OF_A_PART = re.compile(
    r"(?:\s[\w’'-]+){0,3}?\s(?:(?:in|at|from|on|near)\s(?:the\s)?(?:[a-z]+\sof\s)?[^\W\d_a-z]|[a-z]+)"
)
_PARTIAL = re.compile(
    r"\b(?:including|among|of\s(?:them|whom|the)|at\sleast|more\sthan|up\sfrom|from)\s*$", re.IGNORECASE
)


class Sums(Kind):
    """Parts that add up to a total: of the dead, injured, missing, arrested or rescued."""

    name = "sums"
    label_lacks_value = True
    examples: ClassVar[tuple[Example, ...]] = (
        Example("In the floods 17 people died in Arta, 12 in Belm and four in Corv.", "The floods killed 33 people.",
                Stance.CORROBORATES),
        Example("Police arrested 14 men in Leeds and nine in York.", "Police arrested 23 men.", Stance.CORROBORATES),
        Example("The crash killed 12 people: eight passengers and four crew.", "12 people died in the crash.",
                Stance.CORROBORATES),
        Example("In the floods 17 people died in Arta, 12 in Belm and four in Corv.", "The floods killed 31 people.",
                Stance.NOT_COMPARABLE),
        Example("In the riot 14 people were hurt in Leeds and nine in York.", "Police arrested 23 people.",
                Stance.NOT_COMPARABLE),
    )  # fmt: skip

    def find(self, document: Document) -> Iterator[Claim]:
        """Yield every total, and every row of parts with its sum."""
        for _, passage in document.saying(NUMERALS):
            numbers = document.numbers_in(passage)
            taken = 0
            for at, number in enumerate(numbers):
                state = _state(document, passage, number) if at >= taken else None
                row = _row(document, passage, numbers[at:]) if state else []
                if state and len(row) > 1 and row[0].value != sum(part.value for part in row[1:]):
                    taken = at + len(row)
                    yield self._claim(document, row, state)
                elif state and not number.bound:
                    yield self._claim(document, [number], state)

    def label(self, claims: Sequence[Claim]) -> str:
        """What is counted."""
        return counted_label(claims)

    def relate(self, both: Comparison) -> Iterable[tuple[Claim, Claim, Verdict]]:
        """Yield a row of parts with each total of the other article that they add up to."""
        for a, b in product(both.ours, both.theirs):
            rows = [claim for claim in (a, b) if len(claim.data["parts"]) > 1]
            if len(rows) == 1 and a.property == b.property and a.data["sum"] == b.data["sum"] >= SMALLEST:
                yield a, b, Verdict(Stance.CORROBORATES, wording.adds_up(rows[0].data["parts"], a.data["sum"]))

    def _claim(self, document: Document, row: Sequence[Number], state: str) -> Claim:
        parts = [int(part.value) for part in row]
        data = {"parts": parts, "sum": sum(parts)}
        return Claim.at(
            document, row[0].start, row[-1].end, kind=self.name, subject=state, property=state,
            value=" + ".join(map(str, parts)), data=data,
        )  # fmt: skip


def _row(document: Document, passage: Passage, numbers: Sequence[Number]) -> list[Number]:
    """The numbers from the first on that are parts in a row; one that is bounded or of a part of another ends it."""
    row: list[Number] = []
    for number in numbers:
        before = document.text[row[-1].end : number.start] if row else ""
        whole = number.value <= LARGEST and number.value == int(number.value) and not number.bound
        joined = not row or (_JOIN.fullmatch(before) and not _PARTIAL.search(before))
        if not whole or not joined or not _OF_A_PART.match(document.text, number.end, passage.end):
            break
        row.append(number)
    return row


def _state(document: Document, passage: Passage, number: Number) -> str | None:
    """The state of those counted, by the nearest word that tells one on either side of a number."""
    if not 2 <= number.value <= LARGEST or number.value != int(number.value) or not document.says(passage, _SIGNS):
        return None
    low, high = number.start - REACH, number.end + REACH
    near = (word for word in document.words_in(passage) if low <= word.start and word.end <= high)
    told = [word for word in near if word.folded in _STATE_OF]
    nearest = min(told, key=lambda word: max(number.start - word.end, word.start - number.end), default=None)
    return _STATE_OF[nearest.folded] if nearest else None
