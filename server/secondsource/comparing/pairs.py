"""What two people do together: what marriages and meetings have in common.

Recognised are "Ann Lee married Bo Marr", "Ann Lee and Bo Marr married", "the marriage of Ann Lee and Bo Marr", with
pronouns where it is plain whom they mean. What is denied, or told of somebody without a name, is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from typing import ClassVar

from secondsource.comparing import label_wording, wording
from secondsource.comparing.claim import Claim, Comparison, Kind, Stance, Verdict
from secondsource.reading import Document
from secondsource.reading.antecedents import antecedent
from secondsource.reading.cues import Cued
from secondsource.reading.mentions import Mention
from secondsource.reading.passages import Passage
from secondsource.reading.people import surely_one
from secondsource.reading.words import is_person_noun, lemma, split_words

REACH = 60  # code points behind an act in which the other of the two is named
BEFORE = 60  # ... and before it, in which it is denied
_TITLES = re.compile(r"\s(?:[A-Za-z][\w.'’-]*,?\s){0,5}")  # "President", "the actor", "his partner,"
_MODAL = re.compile(
    r"(?:\b(?:is|are|was|were)\s)?(?:\b(?:due|expected|set|scheduled|planning|hoping|about)\s)?\b(?P<to>to|will|would)\s$"
)
_AND = re.compile(r",?\sand\s(?:[A-Za-z][\w.'’-]*\s){0,3}")
_DENIED = re.compile(r"\b(?:not|never|without|refused|declined|nobody|if)\b|n['’]t\b", re.IGNORECASE)
_AHEAD = re.compile(r"\b(?:to|will|would|may|might|could|plans?|due|expected|invit\w+|hop\w+)\b", re.IGNORECASE)


class Pairs(Kind):
    """A kind of claim that two people do something together. A subclass says which words tell it."""

    verb: ClassVar[Cued]  # "married": whoever is named on either side, or the two before
    noun: ClassVar[Cued]  # "the marriage of": whoever is named behind, or who owns it and whoever is named behind

    def find(self, document: Document) -> Iterator[Claim]:
        """Yield every two named people of whom it is told."""
        for number, passage in document.saying(self.verb.signs | self.noun.signs):
            for cue, read in ((self.verb, _by_verb), (self.noun, _by_noun)):
                for found in cue.finditer(document, passage):
                    two = read(document, number, passage, found)
                    before = document.text[max(passage.start, found.start() - BEFORE) : found.start()]
                    if two and two[0] != two[1] and not _DENIED.search(before):
                        yield self._claim(document, two, found, ahead=bool(_AHEAD.search(before)))

    def label(self, claims: Sequence[Claim]) -> str:
        """What it is, and of whom."""
        return label_wording.pair_label(
            self.name, max((claim.value for claim in claims), key=lambda two: (len(two), two))
        )

    def relate(self, both: Comparison) -> Iterable[tuple[Claim, Claim, Verdict]]:
        """Yield what is told of the same two people; what one article expects is not yet so."""
        for a, b in product(both.ours, both.theirs):
            if a.data["ahead"] == b.data["ahead"] and same_two(a, b):
                yield a, b, Verdict(Stance.CORROBORATES, wording.agree(a.value, b.value))

    def _claim(self, document: Document, two: tuple[str, str], found: re.Match[str], *, ahead: bool) -> Claim:
        start, end = found.span()
        near = document.people.between(max(0, start - REACH), end + REACH)
        named = [m for m in near if m.person.name in two and document.passage_at(m.start) == document.passage_at(start)]
        first, second = sorted(two)
        return Claim.at(
            document, min([start, *(m.start for m in named)]), max([end, *(m.end for m in named)]), kind=self.name,
            subject=first, property=self.name, value=wording.listing([first, second]),
            data={"two": [first, second], "ahead": ahead},
        )  # fmt: skip


def same_two(a: Claim, b: Claim) -> bool:
    """Whether two claims are of the same two people."""
    (one, other), (first, second) = a.data["two"], b.data["two"]
    straight = surely_one(one, first) and surely_one(other, second)
    return straight or (surely_one(one, second) and surely_one(other, first))


def _by_verb(document: Document, number: int, passage: Passage, found: re.Match[str]) -> tuple[str, str] | None:
    """ "Ann Lee married Bo Marr"; "Ann Lee and Bo Marr married"."""
    at = found.start()
    other = _next_named(document, passage, found.end())
    doer = _doer(document, number, at)
    if other and doer and not doer.startswith(("~", "the ")):
        return doer, other.person.name
    before = document.people.between(max(passage.start, at - REACH), at)
    joined = len(before) > 1 and _AND.fullmatch(document.text, before[-2].end, before[-1].start)
    beside = len(before) > 1 and not document.text[before[-1].end : at].strip()
    return (before[-2].person.name, before[-1].person.name) if joined and beside and not other else None


def _doer(document: Document, number: int, at: int) -> str | None:
    """Who does what the verb at text[at] says; of "flew to Orrin to meet", whoever the sentence is about."""
    modal = _MODAL.search(document.text, max(document.passages[number].start, at - BEFORE), at)
    low = modal.start() if modal else at
    doer = antecedent(document, number, low) or document.people.doer(number, low)
    return document.people.subject(number, low) if doer is None and modal and modal["to"] == "to" else doer


def _by_noun(document: Document, number: int, passage: Passage, found: re.Match[str]) -> tuple[str, str] | None:
    """ "the marriage of Ann Lee and Bo Marr", "Ann Lee's marriage to Bo Marr", "her marriage to Bo Marr"."""
    first = _next_named(document, passage, found.end())
    if not first:
        return None
    behind = document.people.between(first.end, first.end + REACH)
    if behind and behind[0].end <= passage.end and _AND.fullmatch(document.text, first.end, behind[0].start):
        return first.person.name, behind[0].person.name
    whose = found.groupdict().get("whose")
    if whose:
        person = document.people.pronoun(found.start("whose"), number, whose)
        return (person.name, first.person.name) if person else None
    before = document.people.between(max(passage.start, found.start() - REACH), found.start())
    owns = before and document.text[before[-1].end : found.start()].strip() in ("'s", "’s", "'", "’")
    return (before[-1].person.name, first.person.name) if owns else None


def _next_named(document: Document, passage: Passage, at: int) -> Mention | None:
    """Who is named next, with nothing but titles between."""
    named = document.people.between(at, min(passage.end, at + REACH))
    if not named or not named[0].person.is_person:
        return None
    between = document.text[at : named[0].start]
    titles = split_words(between)
    fitting = not titles or not titles[-1].text.islower() or is_person_noun(lemma(titles[-1].folded))
    return named[0] if fitting and _TITLES.fullmatch(between) else None
