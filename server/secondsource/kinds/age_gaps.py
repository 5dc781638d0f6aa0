"""Age gaps: how many years lie between two people.

Recognised: "a 12-year age gap", "an age difference of 12 years", "12 years his junior", "12 years between them"; and
the ages of just two people in a sentence about a couple ("Ann was 40 and her husband Bo 28 when they wed"), which are
subtracted.

One story hardly has two couples whose gap is told, so equal gaps corroborate whoever is named; different ones
conflict only when each article tells of a single gap.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from typing import ClassVar

from secondsource.comparing import label_wording, wording
from secondsource.comparing.claim import Claim, Comparison, Example, Kind, Stance, Verdict
from secondsource.reading import Document
from secondsource.reading.ages import find_ages
from secondsource.reading.cues import Cued
from secondsource.reading.numbers import value_of
from secondsource.reading.passages import Passage

_N = r"\d{1,2}|[a-z]+(?:-[a-z]+)?"
_GAP = Cued(
    "gap difference junior senior older younger between apart",
    rf"""\b(?P<years>{_N})[ -]years?(?:[ -]old)?[ -](?:age[ -])?(?:gap|difference)\b
        (?!\s(?:between|in)\s(?!the\s(?:two|couple|pair|brothers|sisters)|them|age))
      | \bage[ -](?:gap|difference)\sof\s(?:(?:about|some|nearly|almost)\s)?(?P<years2>{_N})\syears?\b
      | \b(?P<years3>{_N})\syears?\s(?:
            (?:his|her|their|my|your)\s(?:junior|senior) | (?:older|younger)(?:\sthan)?\b
          | between\s(?:them|the\stwo|us)\b | apart\sin\sage\b )""",
    re.VERBOSE | re.IGNORECASE,
)
_AGE = re.compile(r"\bage", re.IGNORECASE)
_PEOPLE = Cued(
    """he she him his her their couple pair husband wife spouse spouses partner partners lover lovers brother brothers
    sister sisters sibling siblings twin twins girlfriend boyfriend""",
    r"""\b(?:he|she|him|his|her|their|couple|pair|husband|wife|spouses?|partners?|lovers?|brothers?|sisters?|siblings?|twins?
    |girlfriend|boyfriend)\b""",
    re.IGNORECASE | re.VERBOSE,
)
_COUPLE = Cued(
    """couple husband wife spouse spouses married marry wed wedding newlyweds tied girlfriend boyfriend fianc fiance
    fiancee""",
    r"\b(?:couple|husband|wife|spouses?|married|marry|wed|wedding|newlyweds|tied\sthe\sknot|girlfriend|boyfriend|fianc[eé]e?)\b",
    re.IGNORECASE,
)
_NOUN = re.compile(r"gap|difference", re.IGNORECASE)
LARGEST = 80
LONGEST = 80  # code points between two ages: a span of a whole sentence marks nothing
MOST_APART = 5  # years: further apart, two couples are likelier than a slip


class AgeGaps(Kind):
    """How many years lie between two people's ages.

    A gap that is worked out from two ages only ever corroborates: a birthday may have made it a year more or less.
    """

    name = "age_gaps"
    examples: ClassVar[tuple[Example, ...]] = (
        Example("The couple have a 12-year age gap.", "His wife is 12 years his junior.", Stance.CORROBORATES),
        Example("Their age gap of 12 years made headlines.", "The pair have a 12-year age gap.", Stance.CORROBORATES),
        Example("The couple, Ann Lee, 40, and Bo Marr, 28, wed in May.", "The couple have a 12-year age gap.",
                Stance.CORROBORATES),
        Example("The couple have a 12-year age gap.", "The couple have a 15-year age gap.", Stance.CONFLICTS),
        Example("The couple have a 12-year age gap.", "The pair bought the farm 15 years ago.", Stance.NOT_COMPARABLE),
        Example("The pay gap of 12 years ago is gone.", "The couple have a 15-year age gap.", Stance.NOT_COMPARABLE),
    )  # fmt: skip

    def find(self, document: Document) -> Iterator[Claim]:
        """Yield every stated gap; "older" and a bare "gap" need people in the sentence."""
        for _, passage in document.saying(_GAP.signs | _COUPLE.signs):
            for found in _GAP.finditer(document, passage):
                years = _years(found)
                if years and (_AGE.search(found[0]) or _PEOPLE.search(document, passage)):
                    data = {"years": years, "gap": bool(_NOUN.search(found[0]))}
                    yield Claim.at(
                        document, found.start(), found.end(), kind=self.name, subject="", property="age gap",
                        value=str(years), data=data,
                    )  # fmt: skip
            if _COUPLE.search(document, passage):
                yield from _of_two_ages(document, passage)

    def label(self, claims: Sequence[Claim]) -> str:
        """The fact's name."""
        del claims
        return label_wording.AGE_GAP

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


def _of_two_ages(document: Document, passage: Passage) -> Iterator[Claim]:
    """The gap between the only two people whose ages, of one time, a passage tells."""
    ages = [age for age in find_ages(document, passage) if age.age and age.who and age.known]
    if len(ages) == 2 and ages[0].who != ages[1].who and ages[0].at == ages[1].at:
        older, younger = sorted((age.age or 0 for age in ages), reverse=True)
        if older > younger and ages[1].end - ages[0].start <= LONGEST:
            yield Claim.at(
                document, ages[0].start, ages[1].end, kind=AgeGaps.name, subject="", property="age gap",
                value=str(older - younger), data={"years": older - younger, "gap": False},
            )  # fmt: skip


def _years(found: re.Match[str]) -> int | None:
    written = found["years"] or found["years2"] or found["years3"]
    value = value_of(written)
    return int(value) if value and value <= LARGEST else None
