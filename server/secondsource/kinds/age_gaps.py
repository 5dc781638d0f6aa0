"""Age gaps: how many years lie between two people.

One story hardly has two couples whose gap is told, so equal gaps corroborate whoever is named; different ones
conflict only when each article tells of a single gap.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import product

from secondsource.kinds import wording
from secondsource.kinds.claim import Claim, Comparison, Kind, Stance, Verdict
from secondsource.reading import Document
from secondsource.reading.numbers import value_of

_N = r"\d{1,2}|[a-z]+(?:-[a-z]+)?"
_GAP = re.compile(
    rf"""\b(?P<years>{_N})[ -]years?(?:[ -]old)?[ -](?:age[ -])?(?:gap|difference)\b
        (?!\s(?:between|in)\s(?!the\s(?:two|couple|pair|brothers|sisters)|them|age))
      | \bage[ -](?:gap|difference)\sof\s(?:(?:about|some|nearly|almost)\s)?(?P<years2>{_N})\syears?\b
      | \b(?P<years3>{_N})\syears?\s(?:
            (?:his|her|their|my|your)\s(?:junior|senior) | (?:older|younger)(?:\sthan)?\b
          | between\s(?:them|the\stwo|us)\b | apart\sin\sage\b )""",
    re.VERBOSE | re.IGNORECASE,
)
_AGE = re.compile(r"\bage", re.IGNORECASE)
_PEOPLE = re.compile(
    r"""\b(?:he|she|him|his|her|their|couple|pair|husband|wife|spouses?|partners?|lovers?|brothers?|sisters?|siblings?|twins?
    |girlfriend|boyfriend)\b""",
    re.IGNORECASE | re.VERBOSE,
)
_NOUN = re.compile(r"gap|difference", re.IGNORECASE)
LARGEST = 80
MOST_APART = 5  # years: further apart, two couples are likelier than a slip


class AgeGaps(Kind):
    """How many years lie between two people's ages."""

    name = "age_gaps"

    def find(self, document: Document) -> Iterator[Claim]:
        """Yield every stated gap; "older" and a bare "gap" need people in the sentence."""
        for _, passage in document.statements:
            said = document.words_of(passage)
            if "year" not in said.lower():
                continue  # most sentences, and at a hundredth of the cost
            about_people = _PEOPLE.search(said)
            for found in _GAP.finditer(document.text, passage.start, passage.end):
                years = _years(found)
                if years and (about_people or _AGE.search(found[0])):
                    data = {"years": years, "gap": bool(_NOUN.search(found[0]))}
                    yield Claim.at(
                        document, found.start(), found.end(), kind=self.name, subject="", property="age gap",
                        value=str(years), data=data,
                    )  # fmt: skip

    def label(self, claims: Sequence[Claim]) -> str:
        """The fact's name."""
        del claims
        return wording.AGE_GAP

    def relate(self, both: Comparison) -> Iterable[tuple[Claim, Claim, Verdict]]:
        """Yield equal gaps, and unequal ones that both call a gap, where each article has one only."""
        single = len({claim.value for claim in both.ours}) == 1 == len({claim.value for claim in both.theirs})
        for a, b in product(both.ours, both.theirs):
            if a.value == b.value:
                yield a, b, Verdict(Stance.CORROBORATES, wording.agree(wording.years(a.value), wording.years(b.value)))
            elif single and a.data["gap"] and b.data["gap"] and abs(a.data["years"] - b.data["years"]) <= MOST_APART:
                yield (
                    a,
                    b,
                    Verdict(Stance.CONFLICTS, wording.differ(wording.years(a.value), wording.years(b.value))),
                )


def _years(found: re.Match[str]) -> int | None:
    written = found["years"] or found["years2"] or found["years3"]
    value = value_of(written)
    return int(value) if value and value <= LARGEST else None
