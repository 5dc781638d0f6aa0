"""What caused it: "was sparked by a candle", "blamed the blaze on a cable", "died of cancer".

Recognised is what a sentence gives as the cause of something, when it is of a sort that hardly brings the other about
(see `comparing/cause_sorts.py`). Two causes of one thing conflict when they are of two such sorts, and neither article
names both, nor two places; of one sort they corroborate. What has many causes, as prices, is left out, and so is what
may have been the cause, or was not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import product, takewhile

from secondsource.comparing import label_wording
from secondsource.comparing.answers import Answers, known_as
from secondsource.comparing.cause_sorts import CAUSES
from secondsource.comparing.claim import Claim, Example, Stance
from secondsource.comparing.sorts import Told
from secondsource.reading import Document
from secondsource.reading.context import clause_around, is_asserted, other_times
from secondsource.reading.cues import Cued
from secondsource.reading.passages import Passage
from secondsource.reading.regions import regions
from secondsource.reading.words import Word, is_content, lemma

_VERB = (
    r"(?:caused|sparked|triggered|ignited|provoked|set\soff|brought\sabout"
    r"|knocked\sout|shut\sdown|tripped)"
)
_SIGNS = """caused cause sparked triggered ignited provoked set brought knocked shut tripped
started blaming blames blamed blame put attributed due because owing result traced died dies dead led resulted source
reason behind forced
withdrew withdrawn retired sidelined pulled ruled left"""
_BEHIND = Cued(  # what is behind these words is the cause
    _SIGNS,
    rf"""\b(?:(?:{_VERB}|started)\sby|(?:blamed|blames?|blaming)|put(?:\s[\w’'-]+){{0,4}}?\sdown\sto
    |attributed(?:\s[\w’'-]+){{0,4}}?\sto|due\sto|because\sof|because|owing\sto|(?:a|the)\sresult\sof|traced(?:\sback)?\sto
    |(?:died|dies|dead)\s(?:of|from)
    |(?:withdrew|withdrawn|retired|sidelined|pulled\sout|ruled\sout|left\sout)(?:\s[\w’'-]+){{0,6}}?\s(?:with|through))\s""",
    re.VERBOSE,
)
_BEFORE = Cued(  # what is before these words is the cause
    _SIGNS,
    rf"""\b(?:(?:{_VERB}|started)(?!\sby)(?=\s(?:the|a|an|its|this|all|[A-Z][\w-]+|\w+['’]s)\s)|led\sto|resulted\sin
    |forced(?=\s[\w’'-]+(?:\s[\w’'-]+){{0,3}}?\sto\s(?:withdraw|retire|quit|pull|miss))
    |(?:was|is|were|as)\s(?:the\s)?(?:likely\s)?(?:cause|source|reason)(?:\s(?:of|for)|\b)|(?:was|is|were)\s(?:behind|to\sblame\sfor))\b""",
    re.VERBOSE,
)
_MAY_BE = re.compile(
    r"""\b(?:not|no|nor|never|may|might|could|would|if|whether|possib\w+|suspect\w*|unlikely|rule[sd]?\sout|ruling\sout
    |fear\w*|rather|denie[sd]|thought|rumou?r\w*|alleged\w*|instead)\b|n['’]t\b""",
    re.VERBOSE | re.IGNORECASE,
)
_RELATIVE = frozenset("that which who when while after before and but".split())
_OF_MANY = frozenset("price share cost rate market flight delay".split())  # what has many causes
MOST = 9  # words of what a cause is: more is told of something else


class Causes(Answers):
    """What brought something about."""

    name = "causes"
    examples = (
        Example("The chapel fire was caused by a candle.", "A faulty cable sparked the fire in the chapel.",
                Stance.CONFLICTS),
        Example("The tanker crash was blamed on its brakes.", "Fog led to the crash of the tanker.", Stance.CONFLICTS),
        Example("The chapel fire was caused by a candle.", "The chapel fire was started by a cigarette.",
                Stance.CORROBORATES),
        Example("The chapel fire was caused by a candle.", "The chapel fire was put down to carelessness.",
                Stance.NOT_COMPARABLE),
        Example("The outage was caused by a storm.", "The outage was blamed on a fallen tree.", Stance.NOT_COMPARABLE),
    )  # fmt: skip

    def find(self, document: Document) -> Iterator[Claim]:
        """Yield every cause of a sort."""
        for number, passage in document.saying(_BEHIND.signs | _BEFORE.signs):
            words = document.words_in(passage)
            for cue, ahead in ((_BEHIND, False), (_BEFORE, True)):
                for found in cue.finditer(document, passage):
                    claim = self._claim(document, number, passage, words, found, ahead=ahead)
                    if claim:
                        yield claim

    def label(self, claims: Sequence[Claim]) -> str:
        """Words that give a cause."""
        return label_wording.cause_label(min((claim.exact for claim in claims), key=len))

    def fit(self, a: Claim, b: Claim) -> bool:
        """Whether both name a cause of one sort."""
        return any(CAUSES.are_one(x, y) for x, y in product(_sorts(a), _sorts(b)))

    def exclude(self, a: Claim, b: Claim) -> bool:
        """Whether neither names a cause that the other's may be or bring about, and not in two places."""
        two_places = a.data["where"] and b.data["where"] and set(a.data["where"]).isdisjoint(b.data["where"])
        return not two_places and CAUSES.exclude(_sorts(a), _sorts(b))

    def _claim(
        self,
        document: Document,
        number: int,
        passage: Passage,
        words: Sequence[Word],
        found: re.Match[str],
        *,
        ahead: bool,
    ) -> Claim | None:
        """The claim that a cause behind, or `ahead` of, what was found makes; None for one of no sort or unsure."""
        low, high = clause_around(document.text, passage, found.start(), found.end())
        clause = document.text[low:high]
        if _MAY_BE.search(clause) or not is_asserted(clause):
            return None
        before = [word for word in words if low <= word.start and word.end <= found.start()]
        after = [word for word in words if found.end() <= word.start < high]
        behind = list(takewhile(lambda word: word.folded not in _RELATIVE, after[:MOST]))
        cause, effect = (before[-MOST:], after[:MOST]) if ahead else (behind, before)
        sorts = CAUSES.told([lemma(word.folded) for word in cause])
        if not sorts:
            return None
        within = [word for word in words if found.start() <= word.start < found.end()]  # "blamed the blaze on"
        start, end = min(found.start(), cause[0].start), max(found.end(), cause[-1].end)
        who = document.people.doer(number, found.start()) or document.people.subject(number, found.start())
        of = {"death"} if found[0].startswith("d") and not found[0].startswith("due") else set()
        of |= {lemma(w.folded) for w in (*effect, *within[1:]) if is_content(w.folded) and w.folded.isalpha()}
        if not _OF_MANY.isdisjoint(of):
            return None
        where = {word.folded for word in words if low <= word.start < high} & regions()
        return Claim.at(
            document, start, end, kind=self.name, subject="", property="cause",
            value=document.text[cause[0].start : cause[-1].end], data={
                "sorts": sorted(sorts), "of": sorted(of), "where": sorted(where),
                "names": sorted(document.people.names_in(low, high) | known_as(who)),
                "times": other_times(document.text, passage, start, end),
            },
        )  # fmt: skip


def _sorts(claim: Claim) -> frozenset[Told]:
    return frozenset((sort, which) for sort, which in claim.data["sorts"])
