"""What kinds have in common that read a question's answer off a sentence: what caused the fire, where he was born.

A claim of such a kind has in its data `of`, the lemmas of what is asked about ("fire", "warehouse"), which may be none.
Two claims answer one question when their sentences likely tell one thing and what is asked about has a word in common
where both say it; or when that word is telling, and neither article has two answers. They corroborate when the answers
fit; they conflict when these exclude one another, and neither article gives a fitting answer too.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from itertools import product

from secondsource.comparing import wording
from secondsource.comparing.apart import of_two_days
from secondsource.comparing.claim import LONG, Claim, Comparison, Kind, Stance, Verdict
from secondsource.comparing.happenings import one_happening
from secondsource.comparing.one_event import CALENDAR
from secondsource.comparing.scorer import scorer
from secondsource.reading.names import name_tokens
from secondsource.reading.people import may_be_one
from secondsource.reading.words import is_person_noun, rarity

ONE_THING = (
    0.5  # probability that two sentences tell one thing, from which the answers that they give are to one question
)
MAY_BE = 0.2  # ... and from which they may be, where what is asked about has a telling word in common
SHORT_TOO = 0.9  # ... where either is short and each asks about what the other does not
KNOWN = 0.6  # how sure two are that name somebody in common and give each article's only answer
TELLING = 2.6  # rarity from which a word tells what is asked about


class Answers(Kind):
    """A kind of claim that answers a question. A subclass reads the answers, and says which fit and which exclude."""

    def fit(self, a: Claim, b: Claim) -> bool:
        """Whether two answers can be one."""
        raise NotImplementedError

    def exclude(self, a: Claim, b: Claim) -> bool:
        """Whether two answers cannot both be right."""
        raise NotImplementedError

    def relate(self, both: Comparison) -> Iterable[tuple[Claim, Claim, Verdict]]:
        """Yield the answers to one question that fit, and those that exclude one another."""
        likely = scorer("statements").threshold
        for a, b in product(both.ours, both.theirs):
            fit, exclude = self.fit(a, b), self.exclude(a, b)
            if not _of_one_sort(a, b) or not (fit or exclude):
                continue
            sure = self._one_question(a, b, both)
            if not sure:
                continue
            if fit:
                if sure >= likely and a.data["of"] and b.data["of"]:
                    yield a, b, Verdict(Stance.CORROBORATES, wording.agree(a.value, b.value), sure)
            elif not (self._given(a, both.theirs) or self._given(b, both.ours)):
                yield a, b, Verdict(Stance.CONFLICTS, wording.differ(a.value, b.value), sure)

    def _one_question(self, a: Claim, b: Claim, both: Comparison) -> float:
        """How likely two answers are to one question; 0 where they are not taken for it."""
        ours, theirs = a.data["of"], b.data["of"]
        short = both.overlap.shortest(a.passage_start, b.passage_start) < LONG
        told = both.alike(a, b)
        if not may_be_one(_name(a), _name(b)) or of_two_days(a, b) or (told and told["numbers differ"]):
            return 0.0  # two men were held, a third man was
        said = not ours or not theirs or bool(common(ours, theirs))
        sure = both.one_thing(a, b) if said else 0.0
        if short and sure < SHORT_TOO and _is_own(ours, theirs) and _is_own(theirs, ours):
            return 0.0  # the barn fire, the mill fire
        if sure >= ONE_THING:
            return sure
        known = not set(a.data["names"]).isdisjoint(b.data["names"])
        alone = all(self._alone(claim, side) for claim, side in ((a, both.ours), (b, both.theirs)))
        telling = any(rarity(word) >= TELLING for word in common(ours, theirs))
        return max(sure, KNOWN * known) if (known or sure >= MAY_BE) and alone and telling else 0.0

    def _alone(self, claim: Claim, claims: Iterable[Claim]) -> bool:
        """Whether an article has no other answer than this to such a question."""
        return all(not _of_one_sort(claim, other) or self.fit(claim, other) for other in claims)

    def _given(self, claim: Claim, others: Iterable[Claim]) -> bool:
        """Whether the other article gives an answer that fits, too."""
        return any(_of_one_sort(claim, other) and self.fit(claim, other) for other in others)


def _is_own(ours: Iterable[str], theirs: Iterable[str]) -> bool:
    """Whether one asks about something telling that the other does not, but for who did it: "detectives"."""
    telling = (x for x in ours if x.isalpha() and rarity(x) >= TELLING and not is_person_noun(x))
    return any(x not in CALENDAR and not any(one_happening(x, y) for y in theirs) for x in telling)


def _name(claim: Claim) -> str:
    """Whose doing it is, by a full name."""
    return claim.subject if " " in claim.subject and not claim.subject.startswith("the ") else ""


def _of_one_sort(a: Claim, b: Claim) -> bool:
    """Whether two answers are to questions of one sort, and of one time."""
    return a.property == b.property and a.data["times"] == b.data["times"]


def known_as(who: str | None) -> set[str]:
    """The words of the name of whoever did it, if he is told by name."""
    return set(name_tokens(who)) if who and not who.startswith(("the ", "~")) else set()


def common(ours: Collection[str], theirs: Collection[str]) -> list[str]:
    """The words of the one that something of the other is akin to; days and months say nothing."""
    return [x for x in ours if x not in CALENDAR and any(one_happening(x, y) for y in theirs)]
