"""Births: who has a child, and whether it is a boy, a girl or more than one.

Recognised are "Ann Lee gave birth to a girl", "Ann Lee and Bo Marr welcomed twins", "the birth of her first child, a
son". Two articles are compared when both tell of one parent, and their sentences likely of one birth (as statements are
judged). They corroborate when the child is the same, and conflict when it is not and neither article tells of another
birth too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import product

from secondsource.comparing import label_wording, wording
from secondsource.comparing.claim import Claim, Comparison, Example, Kind, Stance, Verdict
from secondsource.comparing.scorer import scorer
from secondsource.reading import Document
from secondsource.reading.context import is_asserted
from secondsource.reading.cues import Cued
from secondsource.reading.numbers import ORDINALS
from secondsource.reading.people import surely_one

ONE_BIRTH = 0.5  # probability that two sentences tell one thing, from which they tell of one birth
_CHILDREN = {
    "boy": "boy son sons boys",
    "girl": "girl daughter daughters girls",
    "twins": "twins",
    "triplets": "triplets",
    "quadruplets": "quadruplets",
}
_CHILD_OF = {word: child for child, listed in _CHILDREN.items() for word in listed.split()}
_NTH = "|".join(word for word, n in ORDINALS.items() if 0 < n < 13)
_BIRTH = Cued(
    "birth welcomed welcome welcomes welcoming delivered delivers",
    rf"""\b(?:(?:gave|given|giving|gives)\sbirth\sto|birth\sof|welcom(?:ed?|es|ing)|deliver(?:ed|s))\s
    (?:(?P<whose>his|her|their)\s|an?\s)?(?:(?:new|newborn|baby|healthy|identical|twin|only|own|(?P<nth>{_NTH}))\s){{0,3}}
    (?:child(?:\stogether)?,\s(?:an?\s)?(?:(?:baby|healthy|little)\s)?)?(?P<child>{"|".join(_CHILD_OF)})\b""",
    re.IGNORECASE | re.VERBOSE,
)


class Births(Kind):
    """Who has a child."""

    name = "births"
    examples = (
        Example("The skier Ana Sol gave birth to a girl on Monday.", "Ana Sol has given birth to a daughter.",
                Stance.CORROBORATES),
        Example("Ana Sol gave birth to a girl on Monday.", "Ana Sol gave birth to a boy on Monday.",
                Stance.CONFLICTS),
        Example("Ana Sol welcomed her first child, a son, in May.", "Ana Sol welcomed her second child, a girl.",
                Stance.NOT_COMPARABLE),
        Example("Ana Sol gave birth to a girl on Monday.", "Eve Marsh gave birth to a boy on Monday.",
                Stance.NOT_COMPARABLE),
    )  # fmt: skip

    def find(self, document: Document) -> Iterator[Claim]:
        """Yield every birth whose parent is named."""
        for number, passage in document.saying(_BIRTH.signs):
            for found in _BIRTH.finditer(document, passage):
                at = found.start()
                who = document.people.doer(number, at) or document.people.subject(number, at)
                if who and not who.startswith(("~", "the ")) and is_asserted(document.words_of(passage)):
                    yield Claim.at(
                        document, at, found.end(), kind=self.name, subject=who, property="birth",
                        value=found["child"],
                        data={"child": _CHILD_OF[found["child"].lower()], "nth": (found["nth"] or "").lower()},
                    )  # fmt: skip

    def label(self, claims: Sequence[Claim]) -> str:
        """Whose child."""
        return label_wording.birth_label(max((claim.subject for claim in claims), key=len))

    def relate(self, both: Comparison) -> Iterable[tuple[Claim, Claim, Verdict]]:
        """Yield what is told of one birth."""
        for a, b in product(both.ours, both.theirs):
            other = bool(a.data["nth"] and b.data["nth"] and a.data["nth"] != b.data["nth"])
            if other or not surely_one(a.subject, b.subject):
                continue
            told = both.alike(a, b)
            if not told or scorer("statements").probability(told) < ONE_BIRTH:
                continue
            if a.data["child"] == b.data["child"]:
                yield a, b, Verdict(Stance.CORROBORATES, wording.agree(a.value, b.value))
            elif not (_tells(both.ours, b) or _tells(both.theirs, a)):
                yield a, b, Verdict(Stance.CONFLICTS, wording.differ(a.value, b.value))


def _tells(claims: Iterable[Claim], birth: Claim) -> bool:
    """Whether an article tells of such a child of the parent too."""
    return any(surely_one(c.subject, birth.subject) and c.data["child"] == birth.data["child"] for c in claims)
