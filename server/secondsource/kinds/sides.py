"""Which side: "the east wing", "her left knee", "the upper deck", "the north bank of the river".

Recognised is a word for a side or a direction before a noun of a part. Two articles conflict when they tell of one
noun with two opposed sides, neither tells of both, and the two sentences are of one time and one thing: they have a
rarer word near the part in common. Equal sides corroborate on the same evidence, or where the sentences are alike.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import product

from secondsource.comparing import label_wording, wording
from secondsource.comparing.claim import Claim, Comparison, Example, Kind, Stance, Verdict
from secondsource.reading import Document
from secondsource.reading.context import TELLING, is_asserted, near, other_times
from secondsource.reading.cues import Cued
from secondsource.reading.people import may_be_one
from secondsource.reading.words import rarity

_OPPOSITES = (
    ("left", "right"), ("east", "west"), ("north", "south"), ("upper", "lower"), ("front", "rear"), ("front", "back"),
    ("port", "starboard"), ("inner", "outer"), ("top", "bottom"),
)  # fmt: skip
OPPOSED = frozenset(pair for one, other in _OPPOSITES for pair in ((one, other), (other, one)))
SIDES = frozenset(word for pair in _OPPOSITES for word in pair)
_OF_A_BODY = frozenset(
    """leg knee ankle foot arm hand wrist elbow shoulder hip eye ear lung kidney breast thigh calf hamstring shin jaw
    rib""".split()
)
PARTS = _OF_A_BODY | frozenset(
    """wing tower stand gate entrance exit door stairwell platform bank shore coast pier end side wall window deck floor
    carriage engine cabin lane track carriageway runway seat wheel tyre tire axle tunnel shaft slope ridge face storey
    corridor ward terrace facade gallery pavement jetty quay terminal""".split()
)
_LANDS = frozenset("bank coast shore".split())  # that have such a name: "the West Bank", "the East Coast"
_SIDE = Cued(
    " ".join(form for side in sorted(SIDES) for form in (side, f"{side}ern")),
    rf"""\b(?P<side>{"|".join(sorted(SIDES))})(?:ern)?[\ -](?:[a-z]{{3,12}}[\ -])??
    (?P<part>{"|".join(sorted(PARTS))})\b(?!['’-])(?<!left-wing)(?<!right-wing)""",  # "the right-wing opposition"
    re.IGNORECASE | re.VERBOSE,
)
ALIKE = 0.12  # likeness of two sentences (see `Overlap`) from which they tell of one thing
CLOSE = 5  # words near the part, among which one in common tells that it is one thing's


class Sides(Kind):
    """On which side of something, or of somebody, it was."""

    name = "sides"
    examples = (
        Example("She broke her left ankle in the fall.", "The fall broke her right ankle.", Stance.CONFLICTS),
        Example("The fire began in the east wing of the abbey.", "It began in the abbey's east wing.",
                Stance.CORROBORATES),
        Example("He tore his left hamstring in training.", "Training cost him a torn left hamstring.",
                Stance.CORROBORATES),
        Example("The boat was moored at the north pier.", "The choir sang on the south pier.", Stance.NOT_COMPARABLE),
    )  # fmt: skip

    def find(self, document: Document) -> Iterator[Claim]:
        """Yield every part of something whose side is told."""
        for number, passage in document.saying(_SIDE.signs):
            words = document.words_in(passage)
            for found in _SIDE.finditer(document, passage):
                named = found["part"][0].isupper() and found["part"].lower() in _LANDS
                if is_asserted(document.words_of(passage)) and not named:
                    start, end = found.span()
                    told = near(document.text, passage, start, end, words)
                    part = found["part"].lower()
                    data = {
                        "side": found["side"].lower(), "part": part, "near": told.lemmas,
                        "who": document.people.subject(number, start),
                        "times": other_times(document.text, passage, start, end),
                    }  # fmt: skip
                    yield Claim.at(
                        document, start, end, kind=self.name, subject=part, property="side", value=found[0], data=data
                    )  # fmt: skip

    def label(self, claims: Sequence[Claim]) -> str:
        """Of which part."""
        return label_wording.side_label(claims[0].data["part"])

    def relate(self, both: Comparison) -> Iterable[tuple[Claim, Claim, Verdict]]:
        """Yield the same part of one thing."""
        told = _sides_told(both.ours), _sides_told(both.theirs)
        for a, b in product(both.ours, both.theirs):
            one, other = a.data["side"], b.data["side"]
            if a.data["part"] != b.data["part"] or not (one == other or (one, other) in OPPOSED):
                continue
            if not _is_one_thing(a, b, both, evenly=one == other):
                continue
            if one == other:
                yield a, b, Verdict(Stance.CORROBORATES, wording.agree(a.value, b.value))
            elif a.data["times"] == b.data["times"] and all(len(sides[a.data["part"]]) == 1 for sides in told):
                yield a, b, Verdict(Stance.CONFLICTS, wording.differ(a.value, b.value))


def _sides_told(claims: Sequence[Claim]) -> dict[str, set[str]]:
    """The sides of each part that an article tells of."""
    told: dict[str, set[str]] = defaultdict(set)
    for claim in claims:
        told[claim.data["part"]].add(claim.data["side"])
    return told


def _is_one_thing(a: Claim, b: Claim, both: Comparison, *, evenly: bool) -> bool:
    """Whether two parts are of one thing; that the sentences are alike says so only where the sides are equal too."""
    if a.data["part"] in _OF_A_BODY and not may_be_one(a.data["who"], b.data["who"]):
        return False
    ours, theirs = ({word for word in c.data["near"][:CLOSE] if rarity(word) >= TELLING} for c in (a, b))
    return bool(ours & theirs) or (evenly and both.likeness_at_length(a, b) >= ALIKE)
