"""What time of day something happened: "at 9:35 p.m.", "shortly before ten", "10:14 local time (0814 GMT)".

Times are brought to minutes after midnight, and to Greenwich where a zone or a time in brackets tells. Two are
compared in Greenwich where both can be, else when both are the place's own time; a time that does not tell morning
from evening is compared on the dial. They corroborate when they time one act, or agree to an uncommon minute.
They conflict when they time surely one act on one day, and they lie within three hours of each other or just half a
day apart, and further than "about" and "shortly before" leave room for; or further apart, when each one's sentence
is the surest partner of the other's (see `one_moment`). A round half hour may stand for what happened within eleven
minutes of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from typing import ClassVar

from secondsource.comparing import label_wording, wording
from secondsource.comparing.claim import Claim, Comparison, Example, Kind, Stance, Verdict
from secondsource.comparing.labels import when_label
from secondsource.comparing.one_event import same_event, surely_one_moment, told_of
from secondsource.comparing.one_moment import Fits, of_one_moment
from secondsource.reading import Document
from secondsource.reading.clock import NOON, TOLERANCE, Clock, find_clocks, may_tell
from secondsource.reading.context import REACH, around, near
from secondsource.reading.passages import Passage
from secondsource.reading.people import may_be_one
from secondsource.reading.relative_times import RELATIVE, find_relative
from secondsource.reading.timed import phrase, timed
from secondsource.reading.times import find_dates
from secondsource.reading.words import opposed

_WHEN = re.compile(r"\swhen\s")  # "it was 4:52 a.m. when the plane landed": what follows is timed
LONGEST = 60  # code points a span may take to hold both the time and what it times
ROUND, ROUNDING = 30, 11  # minutes: "at nine" may be 9:08 or 9:11, but 8:45 is not "at 9:08"
MOST_APART = 180  # minutes: further apart, two acts are likelier than a slip, but for morning and evening mixed up
COMMON_MINUTES = 5  # a time that is no multiple of it is hardly given twice by chance


class ClockTimes(Kind):
    """What time of day something happened.

    Limits ("by noon", "from 9 a.m.") say nothing of when an act took place and are left out.
    """

    name = "clock_times"
    label_lacks_value = True
    examples: ClassVar[tuple[Example, ...]] = (
        Example("The blast shook the port at 9:35 p.m.", "A blast shook the port at 21:35.", Stance.CORROBORATES),
        Example("The rocket lifted off at 10:14 a.m. local time (0814 GMT).", "The rocket lifted off at 8:14 a.m. GMT.",
                Stance.CORROBORATES),
        Example("Thieves entered the museum at 3:10 a.m.", "Thieves entered the museum shortly after 3 a.m.",
                Stance.CORROBORATES),
        Example("The train derailed outside the station at 7:12 a.m.",
                "The train derailed outside the station at 7:42 a.m.", Stance.CONFLICTS),
        Example("The train derailed at 7:12 a.m. on Monday.", "The train derailed at 7:42 a.m. on Friday.",
                Stance.NOT_COMPARABLE),
        Example("The race started at 3 p.m. GMT.", "The race started at 5 p.m. local time.", Stance.NOT_COMPARABLE),
        Example("Polls open at 7 a.m.", "Polls close at 8 p.m.", Stance.NOT_COMPARABLE),
    )  # fmt: skip

    def find(self, document: Document) -> Iterator[Claim]:
        """Yield every time that stands near an act it can time, with the days that its passage tells."""
        for number, passage in document.statements:
            if not may_tell(document, passage):
                continue
            words = document.words_in(passage)
            for clock in find_clocks(document.text, passage.start, passage.end):
                when = _WHEN.match(document.text, clock.end, passage.end)
                told = near(document.text, passage, clock.start, when.end() if when else clock.end, words)
                if told.lemmas:
                    wide = told.end - told.start > LONGEST
                    start, end = (clock.start, clock.end) if wide else (told.start, told.end)
                    of = timed(document.text, clock.start, when.end() if when else clock.end, words)
                    data = {
                        "at": clock.at, "early": clock.early, "late": clock.late, "half": clock.half,
                        "local": clock.local, "gmt": clock.gmt, **_days(document, passage), "near": told.lemmas,
                        "named": told.names,
                        "act": phrase(document.text, of), "timed": of.acts, "verb": of.verb,
                        "around": around(words, clock.start, clock.end), "ahead": False,
                        **told_of(document, number, clock.end),
                    }  # fmt: skip
                    yield Claim.at(
                        document, start, end, kind=self.name, subject=told.lemmas[0], property="time of day",
                        value=_said(document, clock), data=data,
                    )  # fmt: skip

    def label(self, claims: Sequence[Claim]) -> str:
        """What is timed."""
        return when_label(label_wording.TIME, claims)

    def relate(self, both: Comparison) -> Iterable[tuple[Claim, Claim, Verdict]]:
        """Yield times of one act; one that some other time of the article fits is in no conflict."""
        pairs = [(a, b, fit) for a, b, fit in _pairs(both) if may_be_one(a.data["who"], b.data["who"])]
        agreed = [(a, b) for a, b, fit in pairs if fit and _is_one(a, b)]
        settled = {id(claim) for pair in agreed for claim in pair}
        surely = [(a, b) for a, b, fit in pairs if not fit and surely_one_moment(a, b)]
        likely = [(a, b) for a, b, _ in of_one_moment(both, self.judged(both))]
        for a, b in agreed:
            yield a, b, Verdict(Stance.CORROBORATES, wording.agree(a.value, b.value))
        for a, b in dict.fromkeys((*surely, *likely)):
            if not settled & {id(a), id(b)}:
                yield a, b, Verdict(Stance.CONFLICTS, wording.differ(a.value, b.value))

    def judged(self, both: Comparison) -> Fits:
        """Whether each time of one article fits each of the other that may be of its day, however far apart."""
        pairs = ((a, b) for a, b in product(both.ours, both.theirs) if _may_be_one_day(a, b))
        return {(a, b): _apart(a, b)[1] for a, b in pairs}


def _pairs(both: Comparison) -> Iterator[tuple[Claim, Claim, bool]]:
    """Yield the times that may be of one day and can be compared, with whether they fit."""
    for a, b in product(both.ours, both.theirs):
        fit = _fit(a, b) if _may_be_one_day(a, b) else None
        if fit is not None:
            yield a, b, fit


def _fit(a: Claim, b: Claim) -> bool | None:
    """Whether two times can be one; None where that cannot be told, or where they are too far apart to compare."""
    apart, surely = _apart(a, b)
    return surely if surely is not False or apart <= MOST_APART or apart == NOON else None


def _apart(a: Claim, b: Claim) -> tuple[int, bool | None]:
    """Minutes between two times, and whether they can be one; None where that cannot be told."""
    if a.data["gmt"] is not None and b.data["gmt"] is not None:
        apart, around_the_dial = b.data["gmt"] - a.data["gmt"], 2 * NOON
    elif a.data["local"] and b.data["local"]:
        apart = b.data["at"] - a.data["at"]
        around_the_dial = 2 * NOON if a.data["half"] and b.data["half"] else NOON
    else:
        return 0, None
    apart = (apart + around_the_dial // 2) % around_the_dial - around_the_dial // 2
    room = a.data["late"] + b.data["early"] if apart > 0 else a.data["early"] + b.data["late"]
    if abs(apart) <= room:
        return abs(apart), True
    is_round = any(claim.data["at"] % ROUND == 0 for claim in (a, b))
    # "Shortly before 7" may be 6:30, but is not 7:12; "around 2:35" is not "around 2:45".
    unsure = (TOLERANCE if room else ROUNDING) if is_round else 0
    return abs(apart), None if abs(apart) <= room + unsure else False


def _may_be_one_day(a: Claim, b: Claim) -> bool:
    """Whether the days told beside two times have one in common, where both are told."""
    told = ((set(a.data[part]), set(b.data[part])) for part in ("days", "weekdays"))
    return all(not ours or not theirs or ours & theirs for ours, theirs in told)


def _is_one(a: Claim, b: Claim) -> bool:
    """Whether two times that fit are of one act."""
    if any(opposed(x, y) for x, y in product(a.data["near"][:REACH], b.data["near"][:REACH])):
        return False
    uncommon = a.data["at"] % COMMON_MINUTES and a.data["at"] % NOON == b.data["at"] % NOON
    return bool(uncommon) or same_event(a, b, 2 * REACH)


def _days(document: Document, passage: Passage) -> dict[str, list[str] | list[int]]:
    """The single days that a passage tells, as ISO dates where the year is known, and their weekdays (0 for Monday)."""
    written = list(find_dates(document.text, passage.start, passage.end))
    told = document.says(passage, RELATIVE)
    relative = find_relative(document.text, passage.start, passage.end, document.published, written) if told else ()
    spans = (when.days(document.published) for when in (*written, *relative))
    days = {span[0] for span in spans if span and span[0] == span[1]}
    weekdays = {when.weekday for when in written if when.weekday is not None} | {day.weekday() for day in days}
    return {"days": sorted(day.isoformat() for day in days), "weekdays": sorted(weekdays)}


def _said(document: Document, clock: Clock) -> str:
    return document.text[clock.start : clock.end]
