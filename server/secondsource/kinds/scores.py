"""Scores and tallies of votes: "beat Corvane 3-1", "lost by three goals to one", "by 212 votes to 198", "6-4, 7-5".

Recognised are results, also of a shoot-out, not what a match stood at on the way ("took a 1-0 lead"), nor those of
other matches ("last year", "on aggregate"). The larger figure counts first, whoever tells it; sets are compared as a
row. Two with a name in common corroborate when they are one. They conflict when they differ, and neither article gives
another result of that sort with one of these names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from itertools import product

from secondsource.comparing import label_wording, wording
from secondsource.comparing.apart import each_has_its_own
from secondsource.comparing.claim import Claim, Comparison, Example, Kind, Stance, Verdict
from secondsource.comparing.of_another import is_of_a_committee
from secondsource.reading import Document
from secondsource.reading.context import other_times
from secondsource.reading.cues import Cued
from secondsource.reading.numbers import NUMERALS, value_of
from secondsource.reading.passages import Passage
from secondsource.reading.times import MONTHS
from secondsource.reading.words import fold

_COUNT = r"\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_UNITS = (
    r"years?|months?|weeks?|days?|hours?|minutes?|seconds?|miles?|metres?|meters?|km|points?|per\s?cent|percent|people"
)
_SET = rf"(?<![\w.,:$€£/–-])(?:\d{{1,3}})[-–](?:\d{{1,3}})(?![\w/–%-]|[.:]\d|\s(?:{_UNITS})\b)"
_ROW = re.compile(
    rf"(?P<row>{_SET}(?:\s\(\d{{1,2}}(?:[-–]\d{{1,2}})?\))?(?:,?\s(?:and\s)?{_SET}){{1,4}})|(?P<one>{_SET})"
)
_LAWN = r"(?:6[-–][0-4]|[0-4][-–]6|7[-–][56]|[56][-–]7)(?:\s\(\d{1,2}(?:[-–]\d{1,2})?\))?"
_SETS = re.compile(
    rf"(?<![\w.,:$€£/–-]){_LAWN}(?:,?\s(?:and\s)?{_LAWN}){{1,4}}(?![\w/–%-]|[.:]\d)"
)  # results by themselves
_WORDS = re.compile(
    rf"\b(?P<a>{_COUNT})(?:\s(?:(?P<unit>votes|goals|sets|frames|tries|judges)\s)?(?:to|against)\s|(?P<joined>-to-))"
    rf"(?P<b>{_COUNT}|nil)\b"
    rf"(?!\s?(?:%|[ap]\.?m\b|million|billion|-)|\s(?:{_UNITS})\b)",
    re.IGNORECASE,
)
_RESULT = Cued(  # what makes two figures a result
    """beat beats beaten beating won win wins winner winners winning lost lose losing loses defeat defeated defeats
    victory draw drew drawn finished ended triumph thrashed edged downed routed score scoreline ruled ruling voted vote
    votes split carried rejected passed approved fell overcame result winners down crashed
    slumped succumbed crushed hammered thumped trounced humbled stunned cruised
    penalties shoot shootout""",
    r"\b(?:beat(?:s|en|ing)?|won|win(?:s|ners?|ning)?|lo(?:st|ses?|sing)|defeat(?:s|ed)?|victory|draw|drew|drawn|finished|ended"
    r"|triumph|thrashed|edged|downed|routed|scoreline|score|result|rul(?:ed|ing)|voted?|votes|split|carried|rejected|passed"
    r"|approved|fell|overcame|(?:go(?:es|ing)?|gone|went)\sdown|crashed|slumped|succumbed|crushed|hammered|thumped|trounced|humbled"
    r"|stunned|cruised)\b",
    re.IGNORECASE,
)
_NO_RESULT = re.compile(  # what is no single match, or has not come out
    rf"""\b(?:made\sit|levell?ed|half[ -]time|the\sbreak|interval|pulled|aggregate|penalt(?:y|ies)|shoot[ -]?out
    |tie[ -]?break|(?:first|second)\s(?:leg|match|meeting|half|set)|opening|earlier|if|would|could|predict\w*|odds
    |record|since|previous(?:ly)?|had\s(?:been\s)?(?:drawn|beaten|won|lost|ended|finished|defeated)|series|reverse|return|in\s(?:{"|".join(MONTHS)}))\b""",
    re.IGNORECASE | re.VERBOSE,
)
_ON_PENALTIES = re.compile(r",?\s(?:on|in|after|from|by)\s(?:an?\s|the\s)?(?:penalt|shoot[ -]?out)", re.IGNORECASE)
_SHOOT_OUT = re.compile(r"\b(?:on\spenalties|shoot[ -]?out),?\s(?:\w+\s){0,3}$", re.IGNORECASE)
_STOOD_BEFORE = re.compile(
    r"\b(?:up|(?<!\bgo\s)(?<!\bgoes\s)(?<!\bgoing\s)(?<!\bgone\s)(?<!\bwent\s)down|ahead|led|leading|trailed|trailing|behind)"
    r"\s(?:by\s)?(?:an?\s)?$",
    re.IGNORECASE,
)
_STOOD_AFTER = re.compile(r"\s(?:up|down|ahead|lead|behind|advantage|deficit|in\sfront)\b", re.IGNORECASE)
_NAME = re.compile(r"[A-Z][^\W\d_]{2,}")
ONE_THING = 0.6  # probability that two sentences tell one thing, from which one name in common is enough
MOST = 40  # code points on either side in which a word makes two figures a result, or none
BOTH_SIDES = 2  # names of a match
NIL = "nil"
RATIO = 3  # the larger figure of a ratio that news tells in words: "by a three-to-one majority"
_TALLY = re.compile(r"\s(?:vote|victory|win|defeat|loss|decision|ruling|verdict|score|match|draw)\b", re.IGNORECASE)
PENALTIES = "penalties"  # of which a team hardly has two rows in one story


class Scores(Kind):
    """How a match or a vote came out."""

    name = "scores"
    label_lacks_value = True
    examples = (
        Example("Corvane beat Harn 3-1 in the derby.", "Harn lost the derby to Corvane by three goals to one.",
                Stance.CORROBORATES),
        Example("Corvane beat Harn 3-1 in the derby.", "Harn went down to a 3-2 defeat against Corvane.",
                Stance.CONFLICTS),
        Example("Noa Bell won 6-4, 7-5.", "In the final Noa Bell won 6-4, 3-6, 7-5.", Stance.CONFLICTS),
        Example("The court of Harn ruled 5-4.", "By five votes to four, the court of Harn ruled.", Stance.CORROBORATES),
        Example("Corvane won the shoot-out 5-4.", "Corvane took the cup 4-3 on penalties.", Stance.CONFLICTS),
        Example("Corvane beat Harn 3-1.", "Corvane took a 2-0 lead.", Stance.NOT_COMPARABLE),
        Example("Corvane beat Harn 3-1.", "Last year Corvane beat Harn 2-0.", Stance.NOT_COMPARABLE),
        Example("Corvane beat Harn 3-1.", "Dorsal beat Orrin 2-0.", Stance.NOT_COMPARABLE),
    )  # fmt: skip

    def find(self, document: Document) -> Iterator[Claim]:
        """Yield the results of a text, in order."""
        for number, passage in document.saying(NUMERALS):
            if not (document.says(passage, _RESULT.signs) or _SETS.search(document.text, passage.start, passage.end)):
                continue
            for found, row, sort in _read(document.text, passage):
                told = _names(document, number)
                penalties = sort == "result" and _is_shoot_out(document.text, passage, found)
                if told and (penalties or _is_result(document, passage, found)):
                    sort = PENALTIES if penalties else sort
                    data = {"row": row, "names": sorted(told)}
                    yield Claim.at(
                        document, found.start(), found.end(), kind=self.name, subject=min(told), property=sort,
                        value=found[0], data=data,
                    )  # fmt: skip

    def label(self, claims: Sequence[Claim]) -> str:
        """Of whom the result is."""
        return label_wording.score_label(max((claim.subject for claim in claims), key=len).title())

    def relate(self, both: Comparison) -> Iterable[tuple[Claim, Claim, Verdict]]:
        """Yield one result told by both, and two of one match or vote."""
        for a, b in product(both.ours, both.theirs):
            names = {*a.data["names"]} & {*b.data["names"]}
            if not names or a.property != b.property:
                continue
            if a.data["row"] == b.data["row"]:
                yield a, b, Verdict(Stance.CORROBORATES, wording.agree(a.value, b.value))
            elif _of_two(a, b, both):
                continue
            elif not _has_another(both.ours, a, names) and not _has_another(both.theirs, b, names):
                yield a, b, Verdict(Stance.CONFLICTS, wording.differ(a.value, b.value))


def _of_two(a: Claim, b: Claim, both: Comparison) -> bool:
    """Whether two results may be of two matches, or of two votes of one council."""
    if is_of_a_committee(a.passage) is not is_of_a_committee(b.passage):
        return True
    ours, theirs = {*a.data["names"]}, {*b.data["names"]}
    if ours - theirs and theirs - ours:
        return True
    if len(ours & theirs) >= BOTH_SIDES or a.property == PENALTIES:
        return False
    own = both.overlap.own_words(a.passage_start, b.passage_start)
    return each_has_its_own(*own) or both.one_thing(a, b) < ONE_THING


def _has_another(claims: Sequence[Claim], claim: Claim, names: Set[str]) -> bool:
    """Whether an article gives another result of a claim's sort, with one of some names."""
    alike = (other.data for other in claims if other.property == claim.property)
    return any(other["row"] != claim.data["row"] and not names.isdisjoint(other["names"]) for other in alike)


def _read(text: str, passage: Passage) -> Iterator[tuple[re.Match[str], list[list[int]], str]]:
    """Yield (where, the figures set by set and the larger first, sort) of what is written as a result."""
    for found in _ROW.finditer(text, passage.start, passage.end):
        pairs = [[int(figure) for figure in re.split("[-–]", pair)] for pair in re.findall(_SET, found[0])]
        yield found, [sorted(pair, reverse=True) for pair in pairs], "sets" if found["row"] else "result"
    for found in _WORDS.finditer(text, passage.start, passage.end):
        unit = (found["unit"] or "").lower()
        a, b = (0.0 if said.lower() == NIL else value_of(said.lower()) for said in (found["a"], found["b"]))
        if a is None or b is None or (found["joined"] and not _is_tally(text, found, passage, max(a, b))):
            continue
        if unit or "against" not in found[0]:
            yield found, [sorted((int(a), int(b)), reverse=True)], "result"


def _is_tally(text: str, found: re.Match[str], passage: Passage, high: float) -> bool:
    """Whether figures joined by hyphens are a result, and not a ratio ("a two-to-one majority") or an age."""
    return high > RATIO and bool(_TALLY.match(text, found.end(), passage.end))


def _is_shoot_out(text: str, passage: Passage, found: re.Match[str]) -> bool:
    """Whether two figures are how a shoot-out came out."""
    before = _SHOOT_OUT.search(text, max(passage.start, found.start() - MOST), found.start())
    return bool(before or _ON_PENALTIES.match(text, found.end(), passage.end))


def _is_result(document: Document, passage: Passage, found: re.Match[str]) -> bool:
    """Whether two figures are how something came out, of the time that the article tells of."""
    text, (start, end) = document.text, found.span()
    low, high = max(passage.start, start - MOST), min(passage.end, end + MOST)
    stood = _STOOD_BEFORE.search(text, low, start) or _STOOD_AFTER.match(text, end, high)
    no_result = stood or _NO_RESULT.search(text, low, high) or other_times(text, passage, start, end)
    return bool((_SETS.match(found[0]) or _RESULT.search(document, passage, low, high)) and not no_result)


def _names(document: Document, number: int) -> set[str]:
    """The names of a result's sentence and, where it has none, of the one before."""
    for at in (number, number - 1):
        if at >= 0:
            passage = document.passages[at]
            told = {
                fold(word[0])
                for mention in document.people.between(passage.start, passage.end)
                for word in _NAME.finditer(document.text, mention.start, mention.end)
            }
            if told:
                return told
    return set()
