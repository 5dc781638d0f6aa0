"""When something happened: a day, weekday, month or year, with the act or thing it dates.

Recognised: written dates ("3 May 2020", "Tuesday night", "in November"), dates told from the article's own day
("yesterday", "last month", "two years ago") or from a date before them in the sentence ("the following year"), and
anniversaries ("their 20th in May 2031" is a wedding of May 2011). Each is brought to the days it can mean: a
weekday to the one just past (or to come, where the sentence looks ahead), a month without a year to the nearest. A
date whose weekday is not that of its day says nothing.

Two dates are compared when they date one act ("wed", "wedding", "tied the knot") or thing ("episode",
"installment"). They corroborate when one lies within the other. They conflict only as a near miss (another day of
the week, another month of the year, a year or two apart): further apart, they date two events. That it is one event
is told by the words beside them, or by two long sentences that are alike (see `one_moment`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice, product
from math import log1p
from typing import Any, ClassVar

from secondsource.kinds import label_wording, wording
from secondsource.kinds.claim import Claim, Comparison, Example, Kind, Stance, Verdict
from secondsource.kinds.labels import when_label
from secondsource.kinds.one_event import CLOSE, order, same_event, surely_same, told_of
from secondsource.kinds.one_moment import Pair, of_one_moment
from secondsource.reading import Document
from secondsource.reading.anniversaries import find_anniversary
from secondsource.reading.context import REACH, around, near
from secondsource.reading.passages import Passage
from secondsource.reading.people import may_be_one
from secondsource.reading.relative_times import find_relative
from secondsource.reading.timed import phrase, timed
from secondsource.reading.times import SIGNS, When, find_dates
from secondsource.reading.words import Word

MOST = 20  # dates of a passage that are looked at: no sentence has so many
LONGEST = 60  # code points a span may take to hold both the date and what it dates
LOOK = 40  # code points before a date in which "last … in" or "not … since" is told
YEARS_APART, MONTHS_APART, DAYS_APART = 2, 2, 6  # the widest near miss
_IDIOMS = re.compile(
    r"""\b(?:(?P<die>pass(?:ed|es)?\saway|took\s(?:his|her)\sown\slife)
      |t(?:ie|ied|ying)\sthe\sknot|walk(?:ed)?\sdown\sthe\saisle|exchanged?\svows|said\s["“'‘]?I\sdo|wedding\sanniversary)\b""",
    re.IGNORECASE | re.VERBOSE,
)
_REPORTING = frozenset("publish post update say tell report write read follow accord show".split())
_SAID = re.compile(
    r"\b(?:said|says|told(?:\s\w+){1,3}|announced|reported|confirmed|revealed|disclosed|wrote|added|statement|interview"
    r"|(?:news|press)\s(?:conference|briefing))"
    r"\s(?:(?:late|early)\s)?(?:on\s|in\s)?$"
)
_NO_ACTS = _REPORTING | frozenset("since until till last first early late".split())
_PARTS = ("year", "month", "day")
_ROUGH = "rough"
_JOINED = re.compile(r"(?:,|,?\sand|\sor)\s(?:(?:in|on|again\sin)\s)?")


@dataclass(frozen=True, slots=True)
class Dated:
    """What a date dates (see `one_event`), and the span that holds both."""

    start: int
    end: int
    context: Mapping[str, Any]


class Dates(Kind):
    """When something happened.

    Days told from the article's own date need one; without it, what is written is compared as far as it goes.
    """

    name = "dates"
    label_lacks_value = True
    examples: ClassVar[tuple[Example, ...]] = (
        Example("The dam broke on Tuesday.", "The dam broke yesterday.", Stance.CORROBORATES,
                date(2024, 5, 15), date(2024, 5, 15)),
        Example("They moved to Leeds in 2010 and wed the next year.", "They married in 2011.", Stance.CORROBORATES),
        Example("The choir marked the 20th anniversary of the crash in March 2021.",
                "The crash in March 2001 closed the line.", Stance.CORROBORATES),
        Example("Marta Ruiz was elected mayor in 2018.", "Marta Ruiz was elected mayor in 2019.", Stance.CONFLICTS),
        Example("The lift had last been inspected in 2018.", "The lift had not been inspected since 2016.",
                Stance.CONFLICTS),
        Example("Rates were raised in July 2022.", "Rates were raised in September 2022.", Stance.NOT_COMPARABLE),
        Example("The airline said on Monday it was sorry.", "The airline said on Tuesday it was sorry.",
                Stance.NOT_COMPARABLE),
    )  # fmt: skip

    def find(self, document: Document) -> Iterator[Claim]:
        """Yield every date that stands near an act or thing it can date."""
        for number, passage in document.statements:
            words = document.words_in(passage)
            told = _told(document, passage)
            anniversary = find_anniversary(document, passage, told)
            if anniversary:
                then, now = anniversary.then, anniversary.now
                said = wording.anniversary(_month_and_year(then), anniversary.years, _month_and_year(now))
                context = {
                    "near": [anniversary.of],
                    "named": [],
                    "act": "",
                    "acts": [anniversary.of],
                    "around": [anniversary.of],
                    "attached": False,
                    "order": "",
                    "of_words": False,
                }
                yield self._claim(document, number, then.start, then.end, then, said, context)
            before: tuple[When, Dated | None] | None = None
            for when in told:
                if not anniversary or not anniversary.then.start <= when.start < anniversary.then.end:
                    joined = before and _is_joined(document, before[0], when)
                    dated = before[1] if before and joined else _dated(document, number, when, words)
                    before = when, dated
                    if dated:
                        start, end = (when.start, when.end) if joined else (dated.start, dated.end)
                        said = _said(document, when)
                        yield self._claim(document, number, start, end, when, said, dated.context)

    def label(self, claims: Sequence[Claim]) -> str:
        """What is dated."""
        return when_label(label_wording.DATE, claims)

    def relate(self, both: Comparison) -> Iterable[tuple[Claim, Claim, Verdict]]:
        """Yield dates of one act or thing; a date that some other date of the article fits is in no conflict."""
        pairs = [(a, b, fit) for a, b in product(both.ours, both.theirs) if (fit := _fit(a.data, b.data)) is not None]
        known = [(a, b, fit) for a, b, fit in pairs if may_be_one(a.data["who"], b.data["who"])]
        agreed = [(a, b) for a, b, fit in known if fit and _is_one(a, b)]
        settled = {id(claim) for pair in agreed for claim in pair}
        surely = [(a, b) for a, b, fit in known if not fit and surely_same(a, b)]
        likely = [(a, b) for a, b, _ in of_one_moment(both, *self.judged(both))]
        for a, b in agreed:
            yield a, b, Verdict(Stance.CORROBORATES, wording.agree(_shown(a, b), _shown(b, a)))
        for a, b in dict.fromkeys((*surely, *likely)):
            if not settled & {id(a), id(b)}:
                yield a, b, Verdict(Stance.CONFLICTS, wording.differ(_shown(a, b), _shown(b, a)))

    def judged(self, both: Comparison) -> tuple[dict[Pair, float], list[Pair]]:
        """The dates that do not fit, with how far they lie apart, and those that fit to the same fineness."""
        pairs = [(a, b, _fit(a.data, b.data)) for a, b in product(both.ours, both.theirs)]
        fine = [(a, b) for a, b, fit in pairs if fit and _as_fine(a.data) == _as_fine(b.data) != _ROUGH]
        return {(a, b): _apart(a.data, b.data) for a, b, fit in pairs if fit is False}, fine

    def _claim(
        self, document: Document, number: int, start: int, end: int, when: When, said: str, context: Mapping[str, Any]
    ) -> Claim:
        days = when.days(document.published)
        data = {
            "grain": when.grain, **_parts(when, days), "rough": when.rough or _is_spoken(document, number, when),
            "year_told": when.year is not None or when.span is not None,
            "days": [day.isoformat() for day in days] if days else None,
            **told_of(document, number, max(when.end, end)), **context,
        }  # fmt: skip
        subject = context["near"][0]
        return Claim.at(document, start, end, kind=self.name, subject=subject, property="when", value=said, data=data)


def _dated(document: Document, number: int, when: When, words: Sequence[Word]) -> Dated | None:
    """What a date dates; None where that is the statement itself, or is not told."""
    passage = document.passages[number]
    beside = near(document.text, passage, when.start, when.end, words)
    if beside.lemmas[:1] and beside.lemmas[0] in _REPORTING and not beside.attached:
        return None  # the day of the statement, not of what it states
    lemmas = [base for base in beside.lemmas if base not in _NO_ACTS]
    start, end = beside.start, beside.end
    idiom = _idiom(document.text, passage, when)
    if idiom:
        lemmas.insert(0, idiom[0])
        start, end = min(when.start, idiom[1]), max(when.end, idiom[2])
    if not lemmas:
        return None
    if end - start > LONGEST:
        start, end = when.start, when.end
    clause = document.text[max(passage.start, when.start - LOOK) : when.start]
    of = timed(document.text, when.start, when.end, words)
    context = {
        "near": lemmas, "named": beside.names, "around": around(words, when.start, when.end),
        "attached": beside.attached,
        "act": phrase(document.text, of),
        "acts": [*([idiom[0]] if idiom else []), *of.acts, *(beside.lemmas[:1] if beside.attached else ())],
        "order": order(clause), "of_words": bool(_SAID.search(clause)),
    }  # fmt: skip
    return Dated(start, end, context)


def _is_joined(document: Document, before: When, when: When) -> bool:
    """Whether a date goes on with the one before it, and dates the same: "in 2009 and 2018"."""
    between = document.text[before.end : when.start]
    return before.grain == when.grain and bool(_JOINED.fullmatch(between))


def _told(document: Document, passage: Passage) -> list[When]:
    """The dates of a passage in text order: written ones, and those told from another day."""
    text, start, end = document.text, passage.start, passage.end
    found = islice(find_dates(text, start, end), MOST) if document.says(passage, SIGNS) else ()
    written = [when for when in found if _is_sound(when)]
    relative = find_relative(text, start, end, document.published, written)
    return sorted([*written, *relative], key=lambda when: (when.start, when.end))


def _is_sound(when: When) -> bool:
    """Whether a written date does not contradict itself: no "Tuesday, 5 June" of a year that has a Wednesday there."""
    days = when.days(None) if when.grain == "day" and when.year and when.weekday is not None else None
    return days is None or days[0].weekday() == when.weekday


def _parts(when: When, days: tuple[date, date] | None) -> dict[str, int | None]:
    """Weekday, year, month and day, those that are not written taken from the days that are meant."""
    if days and days[0] == days[1]:
        day = days[0]
        return {"weekday": day.weekday(), "year": day.year, "month": day.month, "day": day.day}
    year = when.year or (days[0].year if days and days[0].year == days[1].year else None)
    return {"weekday": when.weekday, "year": year, "month": when.month, "day": when.day}


def _said(document: Document, when: When) -> str:
    """A date as written; with the day, month or year it comes to where the words do not tell."""
    said = document.text[when.start : when.end]
    days = when.span
    if not days or any(character.isdigit() for character in said):
        return said
    if days[0] == days[1]:
        return wording.worked_out(said, wording.day_named(days[0]))
    return wording.worked_out(said, _month_and_year(when)) if when.year else said


def _shown(claim: Claim, other: Claim) -> str:
    """A date as a reader can hold it against the other: a weekday with its date, unless both are weekdays."""
    weekday, days = claim.data["grain"] == "weekday", claim.data["days"]
    if not weekday or not days or other.data["grain"] == "weekday":
        return claim.value
    return wording.worked_out(claim.value, wording.day_named(date.fromisoformat(days[0])))


def _is_spoken(document: Document, number: int, when: When) -> bool:
    """Whether a date is told from the day on which somebody spoke: “we need them tonight”."""
    return when.span is not None and any(
        quoted.start <= when.start < quoted.end for quoted in document.quotations_in(number)
    )


def _month_and_year(when: When) -> str:
    return wording.month_and_year(when.month, when.year or 0)


def _idiom(text: str, passage: Passage, when: When) -> tuple[str, int, int] | None:
    """The verb that a set phrase near a date stands for ("tied the knot"), with its span."""
    for found in _IDIOMS.finditer(text, max(passage.start, when.start - 60), min(passage.end, when.end + 40)):
        return ("die" if found["die"] else "marry"), found.start(), found.end()
    return None


def _fit(a: Mapping[str, Any], b: Mapping[str, Any]) -> bool | None:
    """Whether one date can lie within the other; False only for a near miss, None when that cannot be told."""
    if a["days"] and b["days"] and a["days"][0] <= b["days"][1] and b["days"][0] <= a["days"][1]:
        return True
    if a["rough"] or b["rough"]:
        return None
    parts = [part for part in _PARTS if a[part] is not None and b[part] is not None]
    if a["month"] == b["month"] is not None and not (a["year_told"] and b["year_told"]):
        parts = [part for part in parts if part != "year"]  # "January 13" of no year, where one article looks ahead
    for part in parts:
        if a[part] != b[part]:
            return False if _is_near_miss(a, b, part) else None
    if a["weekday"] is not None and b["weekday"] is not None and "day" not in parts:
        return bool(a["weekday"] == b["weekday"])  # an article of no date: its Tuesday is as good as ours
    return True if {"year", "month"} & set(parts) else None


def _is_near_miss(a: Mapping[str, Any], b: Mapping[str, Any], part: str) -> bool:
    if a["days"] and b["days"] and "weekday" in (a["grain"], b["grain"]):
        first, other = (date.fromisoformat(of["days"][0]) for of in (a, b))
        return bool(a["grain"] != "year" != b["grain"] and abs((first - other).days) <= DAYS_APART)
    if part == "year":
        months = {a["month"], b["month"]}
        return bool(abs(a["year"] - b["year"]) <= YEARS_APART and (None in months or len(months) == 1))
    if part == "month":
        return bool(a["year"] is not None and a["year"] == b["year"] and abs(a["month"] - b["month"]) <= MONTHS_APART)
    return bool(a["month"] is not None and a["month"] == b["month"] and abs(a["day"] - b["day"]) <= DAYS_APART)


def _apart(a: Mapping[str, Any], b: Mapping[str, Any]) -> float:
    """How far two dates lie apart, 0 to about 1.5; 1 where that is not known."""
    if not a["days"] or not b["days"]:
        return 1.0
    first, other = (date.fromisoformat(of["days"][0]) for of in (a, b))
    return log1p(abs((first - other).days)) / 5


def _as_fine(of: Mapping[str, Any]) -> str:
    return _ROUGH if of["rough"] else "day" if "day" in of["grain"] else of["grain"]


def _is_one(a: Claim, b: Claim) -> bool:
    """Whether two dates that fit are of one event: a day or a known doer lets words further off tell."""
    known = a.data["who"] and b.data["who"]
    fine = any("day" in claim.data["grain"] for claim in (a, b))
    return same_event(a, b, 2 * REACH if known or fine else CLOSE)
