"""One word for another in the same words: "a firm run by her husband", "a firm run by her father".

Recognised is whoever is named in full, told by a trade or as somebody's kin. Outlets that take one report over keep its
words. Where the words before and after are the same in two sentences that tell one thing, and what stands between them
are two names, two trades that hardly anybody has at once (see `comparing/trades.py`) or two ties of kin, they conflict,
unless either article has both.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from secondsource.comparing import label_wording, wording
from secondsource.comparing.claim import Claim, Claims, Comparison, Example, Kind, Stance, Verdict
from secondsource.comparing.speakers import share_a_name
from secondsource.comparing.trades import FAMILY_OF
from secondsource.reading import Document
from secondsource.reading.kin import ONE_TIE, TIE_OF
from secondsource.reading.passages import Passage
from secondsource.reading.words import Word, is_content

BEFORE, AFTER = 3, 1  # words before and after that are the same; fewer are the same in two sentences of two things
# Probability that two sentences tell one thing: in 39 stories and 279 small cases two pairs are found, both right.
ONE_THING = 0.9
_JOINS = frozenset("and or nor with".split())  # "her mother and father", "her father and mother"


class Swaps(Kind):
    """Who it was, in the same words."""

    name = "swaps"
    examples = (
        Example("The contract went to a firm run by her uncle but she left the room.",
                "The contract went to a firm run by her cousin but she left the room.", Stance.CONFLICTS),
        Example("The climber was found alive by a shepherd in the gorge.",
                "The climber was found alive by a priest in the gorge.", Stance.CONFLICTS),
        Example("The frozen lake was crossed by a priest in May.", "The frozen pond was crossed by a miner in May.",
                Stance.NOT_COMPARABLE),
        Example("The bell was rung by her mother and father in the chapel.",
                "The bell was rung by her father and mother in the chapel.", Stance.NOT_COMPARABLE),
    )  # fmt: skip

    def find(self, document: Document) -> Iterator[Claim]:
        """Yield whoever is told by name, trade or tie, with enough words before and after."""
        for _, passage in document.statements:
            words = document.words_in(passage)
            for first, last, sort, value in _told(document, passage, words):
                before, after = words[max(0, first - BEFORE) : first], words[last + 1 : last + 1 + AFTER]
                joined = any(word.folded in _JOINS for word in (*before[-1:], *after))
                if (
                    len(before) < BEFORE
                    or len(after) < AFTER
                    or joined
                    or not any(is_content(w.folded) for w in before)
                ):
                    continue
                start, end = words[first].start, words[last].end
                beside = " ".join(word.folded for word in (*before, *after))
                yield Claim.at(
                    document, start, end, kind=self.name, subject="", property=sort, value=value,
                    data={"beside": beside},
                )  # fmt: skip

    def label(self, claims: Sequence[Claim]) -> str:
        """The words that may be swapped."""
        return label_wording.contrast_label(claims[0].property, claims[0].exact)

    def relate(self, both: Comparison) -> Iterable[tuple[Claim, Claim, Verdict]]:
        """Yield two that stand between the same words of sentences that tell one thing."""
        ours, theirs = both.ours.once(_by_beside), both.theirs.once(_by_beside)
        for key in sorted(ours.keys() & theirs.keys()):
            if _has_both(ours[key], theirs[key]):
                continue
            for a in ours[key]:
                for b in theirs[key]:
                    sure = both.one_thing(a, b)
                    if sure >= ONE_THING and _are_the_same_words(a, b, both) and not {a.value, b.value} <= ONE_TIE:
                        yield a, b, Verdict(Stance.CONFLICTS, wording.differ(a.exact, b.exact), sure)


def _told(document: Document, passage: Passage, words: Sequence[Word]) -> Iterator[tuple[int, int, str, str]]:
    """(first word, last word, sort, value) of whoever is told in a passage, in order."""
    for n, word in enumerate(words):
        if word.folded in TIE_OF:
            yield n, n, "kin", TIE_OF[word.folded]
        elif word.folded in FAMILY_OF:
            yield n, n, "trade", FAMILY_OF[word.folded]
    for mention in document.people.between(passage.start, passage.end):
        first, last = bisect_left(words, (mention.start,)), bisect_left(words, (mention.end,)) - 1
        whole = first < last and words[first].start == mention.start and words[last].end == mention.end
        if whole and mention.person.is_evident:
            yield first, last, "name", mention.person.name


def _by_beside(claims: Claims) -> dict[tuple[str, str], list[Claim]]:
    """Those of a sort that stand between the same words."""
    found: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        found[claim.property, claim.data["beside"]].append(claim)
    return dict(found)


def _are_the_same_words(a: Claim, b: Claim, both: Comparison) -> bool:
    """Whether one of the sentences has nothing that the other has not, but for who it is."""
    own = both.overlap.own_words(a.passage_start, b.passage_start)
    return any(len(words) <= len(claim.exact.split()) for words, claim in zip(own, (a, b), strict=True))


def _has_both(ours: Sequence[Claim], theirs: Sequence[Claim]) -> bool:
    """Whether anybody whom the one has there is whom the other has there, by any name."""
    return any(
        a.value == b.value or (a.property == "name" and share_a_name(a.value, b.value)) for a in ours for b in theirs
    )
