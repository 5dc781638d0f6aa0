"""When something happened: a day, weekday, month or year, with the act or thing it dates.

Recognised: written dates ("3 May 2020", "Tuesday night", "in November"), dates told from the article's own day
("yesterday", "last month", "two years ago") or from a date before them in the sentence ("the following year"), and
anniversaries ("their 20th in May 2031" is a wedding of May 2011). Each is brought to the days it can mean: a
weekday to the one just past (or to come, where the sentence looks ahead), a month without a year to the nearest. A
date whose weekday is not that of its day says nothing.

Two dates are compared when they date one act ("wed", "wedding", "tied the knot") or thing ("episode", "installment").
They corroborate when one lies within the other, if their sentences may tell one thing or what they date can be named
alike: everything of a day happened on that day. They conflict as a near miss (another day of the week, another month of
the year, a year or two apart): further apart, they likely date two events. That it is one event is told by the words
beside them. However far apart they are, they conflict when each one's sentence is the surest partner of the other's
(see `one_moment`), and the two likely tell one thing, or both dates lie ahead. The day on which somebody said
something, or which a post is dated with, is in no conflict.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import product
from typing import Any, ClassVar

from secondsource.comparing import label_wording, wording
from secondsource.comparing.claim import Claim, Comparison, Example, Kind, Stance, Verdict
from secondsource.comparing.date_fit import apart, fits
from secondsource.comparing.dated import Dated, dates_of, goes_on, what_is_dated
from secondsource.comparing.labels import when_label
from secondsource.comparing.one_event import CLOSE, same_event, share_an_act, surely_same, told_of
from secondsource.comparing.one_moment import Fits, of_one_moment
from secondsource.comparing.told_twice import SURELY_ONE, may_be_two
from secondsource.reading import Document
from secondsource.reading.anniversaries import find_anniversary
from secondsource.reading.context import REACH
from secondsource.reading.people import may_be_one
from secondsource.reading.times import PARTS_OF_DAY, When
from secondsource.reading.words import folded_words, related

Laid = tuple[Claim, Claim, bool | None]  # two dates, and whether they fit

# Probability that two sentences tell one thing, from which dates that hang on no one act may date it: between .25 and
# this 5 of 8 that agreed were right in 21 labelled real events, above it 34 of 37.
LIKELY_ONE = 0.6
_PART = re.compile(rf"\b(?:{PARTS_OF_DAY})\b")


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
            told = dates_of(document, passage)
            anniversary = find_anniversary(document, passage, told)
            if anniversary:
                then, now = anniversary.then, anniversary.now
                said = wording.anniversary(_month_and_year(then), anniversary.years, _month_and_year(now))
                context = {
                    "near": [anniversary.of],
                    "named": [],
                    "act": "",
                    "verb": "",
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
                    joined = before and goes_on(document, before[0], when)
                    dated = before[1] if before and joined else what_is_dated(document, number, when, words)
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
        pairs = _laid_together(both)
        known = [(a, b, fit) for a, b, fit in pairs if fit is not None and may_be_one(a.data["who"], b.data["who"])]
        agreed = [(a, b) for a, b, fit in known if fit and _is_one(a, b) and _may_date_one(a, b, both)]
        settled = {id(claim) for pair in agreed for claim in pair}
        surely = [(a, b) for a, b, fit in known if not fit and surely_same(a, b)]
        likely = [(a, b) for a, b, _ in of_one_moment(both, _judged(pairs))]
        for a, b in agreed:
            yield a, b, Verdict(Stance.CORROBORATES, wording.agree(_shown(a, b), _shown(b, a)))
        for a, b in dict.fromkeys((*surely, *likely)):
            if (a, b) not in surely and may_be_two(a, b, both, SURELY_ONE):
                continue
            if not settled & {id(a), id(b)} and not _is_word_for_word(a, b) and not _is_told_by_both(a, b, both):
                yield a, b, Verdict(Stance.CONFLICTS, wording.differ(_shown(a, b), _shown(b, a)))

    def judged(self, both: Comparison) -> Fits:
        """Whether each date of one article fits each of the other, however far they lie apart."""
        return _judged(_laid_together(both))

    def _claim(
        self, document: Document, number: int, start: int, end: int, when: When, said: str, context: Mapping[str, Any]
    ) -> Claim:
        days = when.days(document.published)
        data = {
            "grain": when.grain, **_parts(when, days), "rough": when.rough or _is_spoken(document, number, when),
            "year_told": when.year is not None or when.span is not None,
            "days": [day.isoformat() for day in days] if days else None,
            "ahead": bool(days and document.published and days[0] > document.published),
            **told_of(document, number, max(when.end, end)), **context,
        }  # fmt: skip
        subject = context["near"][0]
        return Claim.at(document, start, end, kind=self.name, subject=subject, property="when", value=said, data=data)


def _laid_together(both: Comparison) -> list[Laid]:
    return [(a, b, fits(a.data, b.data)) for a, b in product(both.ours, both.theirs)]


def _judged(pairs: Sequence[Laid]) -> Fits:
    return {(a, b): False if fit is None and _are_apart(a, b) else fit for a, b, fit in pairs}


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


def _is_one(a: Claim, b: Claim) -> bool:
    """Whether two dates that fit are of one event: a day or a known doer lets words further off tell."""
    if _of_other_words(a, b) or _of_two_parts(a, b):
        return False
    known = a.data["who"] and b.data["who"]
    fine = any("day" in claim.data["grain"] for claim in (a, b))
    return same_event(a, b, 2 * REACH if known or fine else CLOSE)


def _is_word_for_word(a: Claim, b: Claim) -> bool:
    """Whether two sentences are one: "last night" is of the day on which somebody wrote it, and both quote it."""
    return folded_words(a.passage) == folded_words(b.passage)


def _is_told_by_both(a: Claim, b: Claim, both: Comparison) -> bool:
    """Whether one of two dates stands in the other's sentence too: "resigns on June 7, her successor on June 10"."""
    pairs = [(c, b) for c in both.ours if _stands_beside(c, a)] + [(a, c) for c in both.theirs if _stands_beside(c, b)]
    return any(fits(x.data, y.data) for x, y in pairs)


def _stands_beside(one: Claim, other: Claim) -> bool:
    return one is not other and one.passage_start == other.passage_start


def _may_date_one(a: Claim, b: Claim, both: Comparison) -> bool:
    """Whether two sentences may tell one thing, or what is nearest to their dates is one act."""
    return share_an_act(a, b) or both.one_thing(a, b) >= LIKELY_ONE


def _are_apart(a: Claim, b: Claim) -> bool:
    return apart(a.data, b.data)


def _of_other_words(a: Claim, b: Claim) -> bool:
    """Whether one is the weekday of a statement and the other of something else, or of a statement in other words.

    Everybody speaks on the day of the news; "on May 4" is the day of one meeting, whoever is told of it.
    """
    if not (a.data["of_words"] or b.data["of_words"]) or a.data["grain"] == b.data["grain"] == "day":
        return False
    return a.data["of_words"] != b.data["of_words"] or not related(a.data["near"][0], b.data["near"][0])


def _of_two_parts(a: Claim, b: Claim) -> bool:
    """Whether just one of two days, both with a part of the day, is its morning: "Sunday morning", "Sunday night"."""
    ours, theirs = ({*_PART.findall(claim.exact)} for claim in (a, b))
    return bool(ours and theirs) and ("morning" in ours) != ("morning" in theirs)
