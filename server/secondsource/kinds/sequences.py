"""Which came first: "he hid the nut before he moved the stone", "after hiding the nut, he moved the stone".

Recognised are two things that a sentence puts in order with "before", "after" or "when it was over". Two articles that
have the same two things in one order, in sentences that likely tell one thing, corroborate. The other way round says
nothing: shots and stones, rockets and raids, falls of a share come more than once.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import product

from secondsource.comparing import label_wording, wording
from secondsource.comparing.claim import Claim, Comparison, Example, Kind, Stance, Verdict
from secondsource.comparing.happenings import one_happening
from secondsource.reading import Document
from secondsource.reading.context import is_asserted
from secondsource.reading.orders import orders

ONE_THING = 0.3  # probability that two sentences tell one thing, from which what they put in order is one thing
ENOUGH = 0.6  # share of the words of the shorter of two that both have


class Sequences(Kind):
    """Which of two things came first."""

    name = "sequences"
    examples = (
        Example("The crow hid the nut before it moved the stone.", "The crow moved the stone before it hid the nut.",
                Stance.NOT_COMPARABLE),
        Example("After the organ had fallen silent, the choir left the chapel.",
                "The choir left the chapel when the organ fell silent.", Stance.NOT_COMPARABLE),
        Example("The crow hid the nut before it moved the stone.", "After hiding the nut, the crow moved the stone.",
                Stance.CORROBORATES),
        Example("The choir left the chapel before the organ fell silent.",
                "The choir left the chapel after the bell had rung.", Stance.NOT_COMPARABLE),
    )  # fmt: skip

    def find(self, document: Document) -> Iterator[Claim]:
        """Yield every two things that are put in order."""
        for _, passage in document.saying(_SIGNS):
            for found in orders(document.text, document.words_in(passage)):
                said = document.text[found.start : found.end]
                if is_asserted(said) and not _AGAIN.search(said):
                    yield Claim.at(
                        document, found.start, found.end, kind=self.name, subject=" ".join(found.first[:2]),
                        property="order", value=document.text[found.start : found.end],
                        data={"first": list(found.first), "then": list(found.then),
                              "names": sorted(document.people.names_in(found.start, found.end))},
                    )  # fmt: skip

    def label(self, claims: Sequence[Claim]) -> str:
        """The words that put the two in order."""
        return label_wording.order_label(min((claim.exact for claim in claims), key=len))

    def relate(self, both: Comparison) -> Iterable[tuple[Claim, Claim, Verdict]]:
        """Yield the same two things in one order."""
        for a, b in product(both.ours, both.theirs):
            way = _one_way(a, b)
            told = both.alike(a, b) if way else {}
            two = (told and told["numbers differ"]) or _of_two_places(a, b)  # 17 held after it, twelve before
            sure = both.one_thing(a, b) if way and not two else 0.0
            if sure >= ONE_THING:
                yield a, b, Verdict(Stance.CORROBORATES, wording.agree(a.exact, b.exact), sure)


# What is done twice, or not at all.
_AGAIN = re.compile(r"\b(?:again|also|another|second|both|postponed|cancelled|delayed)\b", re.IGNORECASE)
_SIGNS = frozenset("before after when".split())


def _of_two_places(a: Claim, b: Claim) -> bool:
    """Whether each names somebody or some place, and none that the other names."""
    ours, theirs = set(a.data["names"]), set(b.data["names"])
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def _one_way(a: Claim, b: Claim) -> bool:
    """Whether two claims have the same two things in one order, and not as well in the other."""
    (first_a, then_a), (first_b, then_b) = _own(a), _own(b)
    crossed = _one(first_a, then_b) and _one(then_a, first_b)
    return _one(first_a, first_b) and _one(then_a, then_b) and not crossed


def _own(claim: Claim) -> tuple[set[str], set[str]]:
    """The words of either thing that the other has not."""
    first, then = set(claim.data["first"]), set(claim.data["then"])
    return first - then, then - first


def _one(ours: Collection[str], theirs: Collection[str]) -> bool:
    """Whether two things have enough of what is said of the shorter in common."""
    less, more = sorted((ours, theirs), key=len)
    common = sum(any(one_happening(x, y) for y in more) for x in less)
    return common > 0 and common >= ENOUGH * len(less)
