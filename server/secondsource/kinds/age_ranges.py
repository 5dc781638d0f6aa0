"""The youngest and the oldest of several people: "aged between 54 and 89", "the youngest was 6", "the oldest 88".

Two articles' ages of the oldest conflict where both give the youngest the same age, and the other way round; where
only one end is told, the two sentences must be alike, and neither article may tell of another youngest or oldest.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import product

from secondsource.comparing import label_wording, wording
from secondsource.comparing.claim import Claim, Comparison, Example, Kind, Stance, Verdict
from secondsource.reading import Document
from secondsource.reading.age import number_of_years
from secondsource.reading.cues import Cued
from secondsource.reading.passages import Passage
from secondsource.reading.words import is_person_noun, lemma

_N = r"(?:\d{1,3}|[a-z]{3,9}(?:-[a-z]{3,5})?)"
_RANGE = Cued(
    "age aged ages range ranged ranging",
    rf"\b(?:aged?|ages|rang(?:ed?|ing))\s(?:in\sage\s)?(?:(?P<between>between)\s|from\s)?"
    rf"(?P<low>{_N})(?(between)\sand\s|\s?(?:to|[-–])\s?)(?P<high>{_N})\b(?!\s(?:times|months|weeks|days|hours)\b|[.,]\d)",
)
_END = Cued(
    "youngest oldest eldest",
    r"(?<!second )(?<!second-)\b(?P<end>youngest|oldest|eldest)\b(?:\s(?P<of>[a-z]{3,15})\b)?"
    rf"(?:\s[a-z]{{2,12}}){{0,5}}?\s(?P<age>{_N})"
    r"(?=[,.;:)]|\syears\sold\b|\sand\b|\s*$)(?!,\d|\.\d)",
)
ALIKE = 0.1  # likeness of two sentences (see `Overlap`) from which a single end is told of one group
ENDS = ("youngest", "oldest")


class AgeRanges(Kind):
    """How old the youngest and the oldest of several people are."""

    name = "age_ranges"
    label_lacks_value = True
    examples = (
        Example("The climbers were aged between 19 and 61.", "The youngest climber was 19, the oldest 63.",
                Stance.CONFLICTS),
        Example("The jurors ranged in age from 24 to 70.", "The jurors are aged from 24 to 70.",
                Stance.CORROBORATES),
        Example("The oldest juror is 70, the youngest 24.", "The jurors were aged 26 to 70.", Stance.CONFLICTS),
        Example("The singers were aged between 12 and 17.", "The judges were aged between 40 and 68.",
                Stance.NOT_COMPARABLE),
    )  # fmt: skip

    def find(self, document: Document) -> Iterator[Claim]:
        """Yield each end of a range of ages."""
        for _, passage in document.statements:
            ends = sorted(_ends(document, passage))
            told = {end: age for _, _, end, age, _ in ends}
            for start, stop, end, age, of in ends:
                other = told.get(ENDS[end == ENDS[0]])
                yield Claim.at(
                    document, start, stop, kind=self.name, subject="", property=end, value=f"{end} {age}",
                    data={"age": age, "other": other, "of": of},
                )  # fmt: skip

    def label(self, claims: Sequence[Claim]) -> str:
        """Of which end."""
        return label_wording.age_label(f"the {claims[0].property}", claims[0].exact)

    def relate(self, both: Comparison) -> Iterable[tuple[Claim, Claim, Verdict]]:
        """Yield the same end of what is surely one group."""
        alone = {end: _is_alone(both.ours, end) and _is_alone(both.theirs, end) for end in ENDS}
        for a, b in product(both.ours, both.theirs):
            if a.property != b.property:
                continue
            if a.data["other"] and b.data["other"]:
                one = a.data["other"] == b.data["other"]
            else:
                named = a.data["of"] and a.data["of"] == b.data["of"]
                one = alone[a.property] and (named or both.likeness_at_length(a, b) >= ALIKE)
            if one and a.data["age"] == b.data["age"]:
                yield a, b, Verdict(Stance.CORROBORATES, wording.agree(a.value, b.value))
            elif one:
                yield a, b, Verdict(Stance.CONFLICTS, wording.differ(a.value, b.value))


def _ends(document: Document, passage: Passage) -> Iterator[tuple[int, int, str, int, str]]:
    """(start, stop, which end, age, of what kind of people or "") of every end that a passage tells."""
    for found in _RANGE.finditer(document, passage):
        low, high = number_of_years(found["low"]), number_of_years(found["high"])
        if low and high and low < high:
            yield found.start(), found.end("low"), ENDS[0], low, ""
            yield found.start("high"), found.end("high"), ENDS[1], high, ""
    for found in _END.finditer(document, passage):
        age = number_of_years(found["age"])
        if age:
            of = found["of"] if found["of"] and is_person_noun(lemma(found["of"])) else ""
            yield found.start(), found.end(), ENDS[found["end"] != ENDS[0]], age, of


def _is_alone(claims: Sequence[Claim], end: str) -> bool:
    return len({claim.data["age"] for claim in claims if claim.property == end}) == 1
