"""Indirect speech: what somebody is reported to have said, without quotation marks.

Recognised are "Lee said (that) …", "Lee told reporters that …", "…, Lee said", "…, said Lee", "according to Lee, …"
and "…, according to Lee". The claim is the clause that is stated, its subject the speaker. It is compared with
quotations and with indirect speech elsewhere: both corroborate each other when the speaker can be one and the
statements share enough rare words, more of them where not both articles name him; figures, negations and stated
occasions must not differ. It never conflicts: what a clause leaves out or adds is not known.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from secondsource.comparing import wording
from secondsource.comparing.claim import Claim, Stance, Verdict
from secondsource.comparing.speakers import may_be_one, surely_one
from secondsource.comparing.utterance import Utterance
from secondsource.comparing.utterances import covered
from secondsource.reading import Document, Passage
from secondsource.reading.cues import Cued
from secondsource.reading.numbers import words_value
from secondsource.reading.speakers import WHO, Speaker

SAID = "said"  # the property of such a claim; that of a quotation is "words"
# What two statements must share: rarity of words, on the average of both sides, and the share of the shorter one.
# Chosen on seven labelled stories whose texts were read; on all 18, 11 of 11 pairs so found are one statement.
ONE_SPEAKER = (7.0, 0.45)
ANY_SPEAKER = (9.0, 0.6)
MOST = 3  # statements of a sentence
# Rarity of a word of its own that, when each has one, makes two statements of two that share the rest. Whatever it is
# from 3.5 to 9, the figures of all labelled stories are the same: it lies below "mercury" and "cathedral" (4.0).
OWN = 3.5
TOUCH = 3  # code points between a clause and a quotation that it leads to: «told staff: “…»
FEW_WORDS = 4  # a shorter clause states nothing that could be recognised
_VERB = Cued(
    """said says told tells added adds announced confirmed warned argued claimed insisted stated explained acknowledged
    admitted revealed stressed testified noted declared vowed estimated""",
    r"\b(?:(?P<plain>said|says)|told|tells|added|adds|announced|confirmed|warned|argued|claimed|insisted|stated"
    r"|explained|acknowledged|admitted|revealed|stressed|testified|noted|declared|vowed|estimated)\b",
)
_WHO_BEFORE = re.compile(rf"({WHO})(?:,[^,.;]{{0,60}},)?\s(?:(?:has|had|also|later|then)\s)?$")
_WHO_AFTER = re.compile(rf"\s({WHO})")
_THAT = re.compile(r"(?:\s[^.,;:\"“]{0,50})?\sthat\s")
_NO_CLAUSE = re.compile(r"[.,;:!?]|$|\s(?:on|in|at|to|of|by|during|after|as)\b")
_STATED = re.compile(r",\s(?:[a-z][\w’'-]*\s){0,4}$")  # "…, coach" Noa Bell said
_ACCORDING = Cued("according", rf"\b[Aa]ccording to ({WHO})")
_BEFORE = 100  # code points before a verb in which its subject stands

Reported = tuple[int, int, Speaker]
Told = tuple[Sequence[Utterance], Sequence[Utterance]]  # an article's quotations, and its statements without marks


def find_reported(document: Document) -> Iterator[Reported]:
    """(start, end, speaker) of each statement in indirect speech, in text order."""
    for number, passage in document.saying(_ACCORDING.signs | _VERB.signs):
        quoted = [(q.start, q.end) for q in document.quotations_in(number)]
        for start, end, speaker in islice(_reported(document, passage, quoted), MOST):
            touches = any(low - TOUCH <= end and start <= high + TOUCH for low, high in quoted)
            words = sum(start <= word.start < end for word in document.words_in(passage))
            if words >= FEW_WORDS and not touches:
                yield start, end, speaker


def _reported(document: Document, passage: Passage, quoted: Sequence[tuple[int, int]]) -> Iterator[Reported]:
    text = document.text
    for found in _ACCORDING.finditer(document, passage):
        speaker = Speaker(found.start(1), found[1])
        if found.start() == passage.start:
            comma = text.find(", ", found.end(), passage.end)
            yield from _clause(text, comma + 2 if comma > 0 else passage.end, passage.end, speaker)
        else:
            yield from _clause(text, passage.start, found.start(), speaker)
    for verb in _VERB.finditer(document, passage):
        if any(low <= verb.start() < high for low, high in quoted):
            continue
        low = max(passage.start, verb.start() - _BEFORE)
        before = _WHO_BEFORE.search(text, low, verb.start())
        if before:
            that = _THAT.match(text, verb.end(), passage.end)
            speaker = Speaker(before.start(1), before[1])
            if that or (verb["plain"] and not _NO_CLAUSE.match(text, verb.end(), passage.end)):
                yield from _clause(text, that.end() if that else verb.end(), passage.end, speaker)
            elif stated := _STATED.search(text, max(passage.start, before.start() - _BEFORE), before.start()):
                yield from _clause(text, passage.start, stated.start(), speaker)
        elif text[max(passage.start, verb.start() - 2) : verb.start()] == ", ":
            after = _WHO_AFTER.match(text, verb.end(), passage.end)
            if after:
                yield from _clause(text, passage.start, verb.start(), Speaker(after.start(1), after[1]))


def _clause(text: str, start: int, end: int, speaker: Speaker) -> Iterator[Reported]:
    """The statement text[start:end], without what is around it."""
    while start < end and not text[start].isalnum() and text[start] not in "$€£":
        start += 1
    while end > start and not text[end - 1].isalnum() and text[end - 1] not in "%)":
        end -= 1
    if start < end:
        yield start, end, speaker


def relate_reported(ours: Told, theirs: Told) -> Iterable[tuple[Claim, Claim, Verdict]]:
    """Yield the pairs of one statement that at least one article gives in indirect speech, each with one partner."""
    mine, others = [*ours[0], *ours[1]], [*theirs[0], *theirs[1]]
    found = []
    for i, a in enumerate(mine):
        least = 0 if i >= len(ours[0]) else len(theirs[0])  # what is quoted is laid beside what is not
        for j, b in enumerate(others[least:], least):
            if b.synonyms.isdisjoint(a.bag) and a.synonyms.isdisjoint(b.bag):
                continue
            if may_be_one(a.said, b.said):
                weight, share = _in_common(a, b)
                enough = ONE_SPEAKER if surely_one(a.said, b.said) else ANY_SPEAKER
                if weight >= enough[0] and share >= enough[1]:
                    found.append((-weight, i, j))
    taken_a, taken_b = set[int](), set[int]()
    for _, i, j in sorted(found):
        if i not in taken_a and j not in taken_b:
            taken_a.add(i)
            taken_b.add(j)
            yield mine[i].said, others[j].said, Verdict(Stance.CORROBORATES, wording.SAID_ALIKE)


def _has_its_own(one: Utterance, other: Utterance) -> bool:
    """Whether a statement has a figure or a telling word that another has not, nor a synonym of it."""
    own = (base for base in one.bag if base not in other.synonyms)
    return any(one.bag[base] >= OWN or words_value(base) is not None for base in own)


def _in_common(a: Utterance, b: Utterance) -> tuple[float, float]:
    """The rarity of the words that two statements share, and its share of the shorter; 0 where they surely are two."""
    apart = a.figures and b.figures and not (a.figures <= b.figures or b.figures <= a.figures)
    if apart or a.negates is not b.negates or a.occasion.surely_differs(b.occasion):
        return 0.0, 0.0
    if _has_its_own(a, b) and _has_its_own(b, a):
        return 0.0, 0.0
    sides = [covered(a, b), covered(b, a)]
    shares = [side / each.weight for side, each in zip(sides, (a, b), strict=True) if each.bag]
    return sum(sides) / 2, max(shares, default=0.0)
