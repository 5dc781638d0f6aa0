"""How a matter came out: convicted or acquitted, approved or turned down, a deal struck or talks broken off.

Each sort of outcome (`SORTS`) is a few values that exclude one another, with the words and phrases that tell each:
"found guilty" and "convicted", "thrown out" and "given no permit". What is expected, asked for, denied, or told of
another matter ("a second plan") is left out. Two outcomes conflict when their sentences likely tell one thing (as
statements are judged), of one person where both say of whom, no word that only one has says of what (or both tell how
one sort of body decided on what has one size), and neither article tells of the other outcome too, of whatever. What
may change from day to day is an update when the articles are of different days.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import product, takewhile
from typing import ClassVar

from secondsource.comparing import label_wording, wording
from secondsource.comparing.apart import each_has_its_own, told_of_two_times
from secondsource.comparing.claim import Claim, Comparison, Example, Kind, Stance, Verdict
from secondsource.comparing.outcome_words import SORTS
from secondsource.reading import Document
from secondsource.reading.context import clause_around, is_asserted, other_times
from secondsource.reading.cues import Cued
from secondsource.reading.names import CALENDAR
from secondsource.reading.passages import Passage
from secondsource.reading.people import surely_one
from secondsource.reading.times import WEEKDAYS
from secondsource.reading.words import is_content, lemma, opposed

ONE_MATTER = 0.6  # probability that two sentences tell one thing, from which their outcomes are of one matter
ONE_PLAN = 0.9  # ... and from which what both give one size is one plan: 3 conflicts of 597 small cases, none wrong
_BODY_OF = {
    word: body
    for body, listed in {
        "court": "judge court tribunal jury", "government": "minister ministry government president premier governor",
        "parliament": "parliament lawmaker congress mp deputy", "senate": "senate senator", "house": "house commons",
        "council": "council councillor committee planner mayor",
        "people": "resident neighbour campaigner villager voter",
    }.items()
    for word in listed.split()
}  # fmt: skip
_SIZE = re.compile(r"(?!(?:19|20)\d\d$)[\d.,]{2,}")
_PART = re.compile(r"\d\s(?:out\s)?of\s")
# What else than the plan itself may be decided on.
_ON_IT = frozenset("amendment appeal objection challenge motion bid request delay extension alternative part".split())
_PLANS = frozenset("plan scheme project proposal development application".split()) | _BODY_OF.keys()
BEFORE = 40  # code points before an outcome in which it is expected, asked for or denied

_ANY_SORT = frozenset("found given gave said talks refused decided without".split())
_OUTCOMES = {
    name: Cued(
        sort.signs,
        rf"\b(?:{'|'.join(f'(?P<v{n}>{told})' for n, told in enumerate(sort.values.values()))})\b",
        re.IGNORECASE | re.VERBOSE,
    )
    for name, sort in SORTS.items()
}
# The words that tell the values of a sort: none of them says of what it is.
_WORDS = {name: frozenset(f"{sort.signs} {sort.wording}".split()) | _ANY_SORT for name, sort in SORTS.items()}
_SIGNS = frozenset[str]().union(*(outcome.signs for outcome in _OUTCOMES.values()))
_NOT_SO = re.compile(
    r"""\b(?:no|not|never|nobody|none|without|denie[sd]|will|would|could|can|cannot|may|might|should|must|shall|to|if|whether|unless|until
      |before|expect\w*|urg\w+|asked|asks|want\w*|hop\w+|recommend\w*|seek\w*|sought|had)\b|n['’]t\b""",
    re.IGNORECASE | re.VERBOSE,
)
_WHEN_OR_WHERE = frozenset((*WEEKDAYS, *"at in after before during following despite from with near".split()))
_SOME = re.compile(
    r"""\b(?:(?:some|several|many|few|most|half|two|three|four|five|six|seven|eight|nine|ten|\d+)\s(?:of\s(?:the|its|their)\b
      |(?:[a-z]+\s)?(?:members|councillors|senators|lawmakers|deputies|shareholders|judges|jurors|residents|voters|directors|ministers)\b)
    |minority|groups?|critics|opponents|holders|per\s?cent)\b""",
    re.IGNORECASE | re.VERBOSE,
)
_ANOTHER = re.compile(r"\b(?:earlier|previous(?:ly)?|first|last|smaller|larger|ago|once|rival)\b", re.IGNORECASE)


class Outcomes(Kind):
    """How a matter came out."""

    name = "outcomes"
    examples: ClassVar[tuple[Example, ...]] = (
        Example(
            "The planning board threw out the cable car on Tuesday.",
            "The cable car was given the green light by the planning board on Tuesday.",
            Stance.CONFLICTS,
        ),
        Example(
            "The jury found the dentist not guilty of fraud.",
            "The dentist was convicted of fraud by the jury.",
            Stance.CONFLICTS,
        ),
        Example(
            "The planning board threw out the cable car on Tuesday.",
            "The planning board had approved a first plan for a cable car in 2019.",
            Stance.NOT_COMPARABLE,
        ),
        Example(
            "The jury found the dentist not guilty of fraud.",
            "The dentist’s brother was convicted of arson in May.",
            Stance.NOT_COMPARABLE,
        ),
    )

    def find(self, document: Document) -> Iterator[Claim]:
        """Yield every outcome that is told as so."""
        for number, passage in document.saying(_SIGNS):
            told = [
                self._claim(document, number, passage, sort, found)
                for sort, outcome in _OUTCOMES.items()
                for found in outcome.finditer(document, passage)
            ]
            yield from sorted(filter(None, told), key=lambda claim: claim.start)

    def label(self, claims: Sequence[Claim]) -> str:
        """The sort, and words that give a value."""
        return label_wording.contrast_label(claims[0].property, claims[0].exact)

    def relate(self, both: Comparison) -> Iterable[tuple[Claim, Claim, Verdict]]:
        """Yield two outcomes of one matter that cannot both be so."""
        for a, b in product(both.ours, both.theirs):
            if a.property != b.property or a.value == b.value or a.data["times"] != b.data["times"]:
                continue
            sure = both.one_thing(a, b)
            if sure < ONE_MATTER or _of_two(a, b, both):
                continue
            if not (any(_same(c, b) for c in both.ours) or any(_same(a, c) for c in both.theirs)):
                yield a, b, _verdict(a, b, sure)

    def _claim(
        self, document: Document, number: int, passage: Passage, sort: str, found: re.Match[str]
    ) -> Claim | None:
        """The claim that what was found makes; none where it is not told as so, or of another matter."""
        start, end = found.span()
        low, high = clause_around(document.text, passage, start, end)
        before = document.text[max(low, start - BEFORE) : start]
        clause = document.text[low:high]
        if (
            (SORTS[sort].of_all and _SOME.search(before))
            or _NOT_SO.search(before)
            or _ANOTHER.search(clause)
            or not is_asserted(clause)
        ):
            return None
        value = list(SORTS[sort].values)[int((found.lastgroup or "v0")[1:])]
        day = document.published.isoformat() if document.published else None
        who = document.people.doer(number, start)
        data = {
            "who": who,
            "names": sorted(_people_in(document, passage)),
            "named": sorted(document.people.names_in(passage.start, passage.end)),
            "of": _told_of(document, passage, start, high, sort),
            "around": _telling((word.folded for word in document.words_in(passage) if low <= word.start < high), sort),
            "day": day,
            "times": [time for time in other_times(document.text, passage, start, end) if time != (day or "")[:4]],
        }
        return Claim.at(
            document, start, end, kind=self.name, subject=who or "", property=sort, value=value, data=data
        )  # fmt: skip


def _of_two(a: Claim, b: Claim, both: Comparison) -> bool:
    """Whether two outcomes may be of two people or things.

    So they are where either sentence has a word of its own behind its outcome (an amendment to the bill), or each has
    one in the outcome's clause (drivers, station staff).
    """
    sort = SORTS[a.property]
    ours, theirs = set(a.data["names"]), set(b.data["names"])
    if (sort.of_named or (ours and theirs)) and not ours & theirs:
        return True
    if sort.of_one and not surely_one(a.data["who"], b.data["who"]):
        return True
    if sort.of_all and any(_PART.search(claim.passage) for claim in (a, b)):
        return True  # "12 of 30 sites"
    ours, theirs = both.overlap.own_words(a.passage_start, b.passage_start)
    if _is_one_plan(a, b, both):
        around = ours.intersection(a.data["around"]) - _PLANS, theirs.intersection(b.data["around"]) - _PLANS
        others = each_has_its_own(*around) or any(opposed(x, y) for x, y in product(ours, theirs))
        return not (ours | theirs).isdisjoint(_ON_IT) or others or told_of_two_times(a, b)
    if ours.intersection(a.data["of"]) or theirs.intersection(b.data["of"]):
        return True
    return bool(ours.intersection(a.data["around"]) and theirs.intersection(b.data["around"]))


def _is_one_plan(a: Claim, b: Claim, both: Comparison) -> bool:
    """Whether both tell how one body decided on what has one size, "the 140 lodges", and surely tell one thing."""
    ours, theirs = (set(filter(_SIZE.fullmatch, numbers)) for numbers in both.numbers(a, b))
    if not (SORTS[a.property].of_all and ours == theirs and ours):
        return False
    others = (_apart(a.data["named"], b.data["named"]), _apart(_bodies(a), _bodies(b)))
    return not any(others) and both.one_thing(a, b) >= ONE_PLAN


def _apart(ours: Collection[str], theirs: Collection[str]) -> bool:
    return bool(ours and theirs) and set(ours).isdisjoint(theirs)


def _bodies(claim: Claim) -> set[str]:
    """What sorts of body an outcome's clause tells of."""
    return {_BODY_OF[word] for word in claim.data["around"] if word in _BODY_OF}


def _people_in(document: Document, passage: Passage) -> set[str]:
    """The names of those in a passage who evidently are people; a place or a court sets no two matters apart."""
    named = (mention.person for mention in document.people.between(passage.start, passage.end))
    return {token for person in named if person.is_evident for token in person.tokens}


def _told_of(document: Document, passage: Passage, start: int, end: int, sort: str) -> list[str]:
    """The lemmas from an outcome on in its clause: of what or whom it is told; not when or where."""
    behind = (word.folded for word in document.words_in(passage) if start <= word.start < end)
    return _telling(takewhile(lambda word: word not in _WHEN_OR_WHERE, behind), sort)


def _telling(words: Iterable[str], sort: str) -> list[str]:
    """The lemmas of words that carry meaning, but days and those that tell a value."""
    untold = _WORDS[sort] | CALENDAR
    return [lemma(word) for word in words if word.isalpha() and is_content(word) and word not in untold]


def _same(a: Claim, b: Claim) -> bool:
    return (a.property, a.value) == (b.property, b.value)


def _verdict(a: Claim, b: Claim, sure: float) -> Verdict:
    """A conflict; an update where it may change from day to day, and the articles are of different days."""
    dated = bool(a.data["day"] and b.data["day"])
    if SORTS[a.property].changes and not (dated and a.data["day"] == b.data["day"]):
        return Verdict(Stance.UPDATES, wording.since_changed(a.exact, b.exact, dated=dated), sure)
    return Verdict(Stance.CONFLICTS, wording.deny(a.exact, b.exact), sure)
