"""The minute of a match in which somebody scored or was sent off: "in the 78th minute", "on 81 minutes".

Recognised is a minute of play with one sort of act in its sentence and one person who may have done it. Two articles
corroborate when they give the same minute, and conflict when they give two that are near each other: who scores twice
does so further apart, and of whom either article tells a second time nothing is claimed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from typing import ClassVar

from secondsource.comparing import label_wording, wording
from secondsource.comparing.claim import Claim, Comparison, Example, Kind, Stance, Verdict
from secondsource.reading import Document
from secondsource.reading.cues import Cued
from secondsource.reading.numbers import ORDINALS, value_of
from secondsource.reading.passages import Passage
from secondsource.reading.people import surely_one

NEAR = 6  # minutes: two of one player's goals seldom lie so near; outlets' figures for one goal seldom further apart
LONGEST = 130  # minutes, with extra time and what is added on
_NTH = rf"(?P<nth>{'|'.join(ORDINALS)}|\d{{1,3}}(?:st|nd|rd|th))"
_MINUTE = Cued(
    "minute minutes",
    rf"""\b(?:{_NTH}[\s-]minute\b
    |(?:after|on)\s(?:just\s|only\s)?(?P<count>\d{{1,3}}|[a-z]{{3,9}}(?:-[a-z]{{3,5}})?)\sminutes\b
      (?!\s(?:of|left|remaining|late|later|from|to)\b))""",
    re.VERBOSE | re.IGNORECASE,
)
_ACTS = {
    "goal": r"""scor(?:ed|es|ing)|goals?|head(?:ed|er|s)|net(?:ted|s)|equali[sz](?:ed|er|es)|opener|winner|penalty
        |volley(?:ed)?|struck|fired""",
    "sending-off": r"sent\soff|sending[\s-]off|dismiss(?:ed|al)|red\scard",
    "try": r"tr(?:y|ies)|touched\sdown|went\sover",
}  # fmt: skip
_ACT = {act: re.compile(rf"\b(?:{words})\b", re.IGNORECASE | re.VERBOSE) for act, words in _ACTS.items()}
_AGAIN = re.compile(
    r"\b(?:twice|second|third|again|double|brace|hat-?trick|another|two|three|other|both|minutes\s(?:later|earlier)|missed|saved|disallowed|ruled\sout)\b",
    re.IGNORECASE,
)


class MatchMinutes(Kind):
    """Minutes of play."""

    name = "match_minutes"
    examples: ClassVar[tuple[Example, ...]] = (
        Example("Joe Marsh scored in the 78th minute.", "Marsh headed the winner on 81 minutes.", Stance.CONFLICTS),
        Example("Ida Holm was sent off after 20 minutes.", "Holm saw the red card in the 20th minute.",
                Stance.CORROBORATES),
        Example("Joe Marsh scored in the 12th minute.", "Marsh's 78th-minute goal won the match.",
                Stance.NOT_COMPARABLE),
        Example("Joe Marsh scored in the 78th minute.", "Tom Reed scored in the 81st minute.", Stance.NOT_COMPARABLE),
    )  # fmt: skip

    def find(self, document: Document) -> Iterator[Claim]:
        """Yield the minutes whose act and player are plain, in text order."""
        for _, passage in document.saying(_MINUTE.signs):
            for found in _MINUTE.finditer(document, passage):
                told, minute = _told(document, passage), _minute(found)
                if told and minute:
                    act, who = told
                    start, end = found.span()
                    yield Claim.at(
                        document, start, end, kind=self.name, subject=who, property=act,
                        value=f"minute {minute}", data={"minute": minute},
                    )  # fmt: skip

    def label(self, claims: Sequence[Claim]) -> str:
        """Whose act it is."""
        return label_wording.minute_label(claims[0].subject, claims[0].property)

    def relate(self, both: Comparison) -> Iterable[tuple[Claim, Claim, Verdict]]:
        """Yield the minutes of one act of one player, which neither article tells of twice."""
        for a, b in product(both.ours, both.theirs):
            if a.property != b.property or not surely_one(a.subject, b.subject):
                continue
            apart = abs(a.data["minute"] - b.data["minute"])
            if not apart:
                yield a, b, Verdict(Stance.CORROBORATES, wording.agree(a.exact, b.exact))
            elif apart <= NEAR and _is_told_once(a, both.ours) and _is_told_once(b, both.theirs):
                yield a, b, Verdict(Stance.CONFLICTS, wording.differ(a.exact, b.exact))


def _told(document: Document, passage: Passage) -> tuple[str, str] | None:
    """(act, player) of a sentence that tells of one of each, and not of one more."""
    said = document.text[passage.start : passage.end]
    acts = [act for act, words in _ACT.items() if words.search(said)]
    people = {
        mention.person.name
        for mention in document.people.between(passage.start, passage.end)
        if mention.person.is_person
    }
    if len(acts) != 1 or len(people) != 1 or _AGAIN.search(said):
        return None
    return acts[0], people.pop()


def _minute(found: re.Match[str]) -> int | None:
    """The minute that is meant; None for what is no number, or is longer than any match."""
    nth, count = (found["nth"] or "").lower(), (found["count"] or "").lower()
    minute = ORDINALS.get(nth) or int(re.sub(r"\D", "", nth) or value_of(count) or 0)
    return minute if 0 < minute <= LONGEST else None


def _is_told_once(claim: Claim, side: Iterable[Claim]) -> bool:
    """Whether an article gives its player one minute for such an act."""
    minutes = {c.data["minute"] for c in side if c.property == claim.property and surely_one(c.subject, claim.subject)}
    return len(minutes) == 1
