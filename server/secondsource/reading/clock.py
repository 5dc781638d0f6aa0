"""Clock times as news writes them: "9:35 p.m.", "21:35", "a quarter to six", "noon", "10:14 local time (0814 GMT)"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from secondsource.reading.document import Document
from secondsource.reading.numbers import NUMERALS, value_of
from secondsource.reading.passages import Passage

# Minutes ahead of GMT; of names that stand for two zones (CST, IST) or change with the season (ET) it is unsure.
_ZONES = {
    "gmt": 0, "greenwich": 0, "utc": 0, "bst": 60, "cet": 60, "cest": 120, "eet": 120, "eest": 180, "msk": 180,
    "jst": 540, "aest": 600, "aedt": 660, "est": -300, "edt": -240, "cdt": -300, "mst": -420, "mdt": -360, "pst": -480,
    "pdt": -420,
}  # fmt: skip
_UNSURE = frozenset("et ct mt pt ist cst eastern central pacific".split())
_NAMES = "|".join((*_ZONES, *_UNSURE))
_ZONE = rf"(?P<zone>{_NAMES})"
_HALF_DAY = r"(?P<half>[ap])\.?m\b\.?"
_HOUR = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
# What shows that "ten minutes after two" is a time, and no stretch of time before two of something.
_ENDS = r"(?=[.,;:)]|\s(?:in|on|at|when|and|as|that|this|yesterday|\w+day)\b|$)"
# "At about 10.15 on Tuesday morning", "shortly before six that evening": what part of the day it was tells.
_NEARLY = [
    rf"{before}\s{about}" for before in ("at", "was", "seen") for about in ("about", "around", "nearly", "almost")
]
_SAID = "(?:{})".format("|".join(rf"(?<={word}\s)" for word in ("at", "before", "after", "past", *_NEARLY)))
_DAY_TOLD = r"(?:in\sthe|on\sthe|on\s\w{6,9}|\w{3,6}day|that|this|yesterday)"
_IN_A_PART = rf"(?=\s{_DAY_TOLD}\s(?:morning|afternoon|evening|night)\b)"
_TIME = re.compile(
    rf"""(?<![\w.,:$€£-])(?:
        (?P<hour>\d{{1,2}})(?:[:.](?P<minute>[0-5]\d))?\s?{_HALF_DAY}
      | (?P<hour24>[01]?\d|2[0-3]):(?P<minute24>[0-5]\d)(?![\d:.]\d)
      | (?P<military>(?:[01]\d|2[0-3])[0-5]\d)(?=\s(?:{_NAMES})\b|\shours\b)
      | (?P<named>noon|midday|midnight)
      | (?P<clock>{_HOUR}|\d{{1,2}})\so['’]clock
      | (?:(?P<part>(?:a\s)?quarter|half|ten|twenty|twenty-five|five)\s(?P<side>to|past)
          |(?P<minutes>\d{{1,2}}|[a-z]{{3,7}}(?:-[a-z]{{3,5}})?)\sminutes\s(?P<side2>to|past|before|after)(?=\s\w{{3,6}}{_ENDS})
        )\s(?P<of>{_HOUR})
      | (?<=at\s)(?P<hour_dot>\d{{1,2}})\.(?P<minute_dot>[0-5]\d)
        (?!\d|\.\d|\s?(?:%|per|million|billion|points?|[a-z]*m\b))
      | {_SAID}(?:(?P<word>{_HOUR}|\d{{1,2}})|(?P<hour_said>\d{{1,2}})\.(?P<minute_said>[0-5]\d)){_IN_A_PART}
    )(?!\w)(?:\s\(?{_ZONE}\b)?""",
    re.VERBOSE | re.IGNORECASE,
)
_IN_BRACKETS = re.compile(
    rf"(?:\slocal\stime)?,?\s\(?(?P<hour>[01]?\d|2[0-3])[:.]?(?P<minute>[0-5]\d)\s(?:hours\s)?{_ZONE}\b\)?",
    re.IGNORECASE,
)
_PART_AFTER = re.compile(
    r"\s(?:in\sthe|on\sthe|on\sa(?:\s\w+){0,2}|on\s\w+day|\w+day|that|yesterday|this)\s(?P<part>morning|afternoon|evening|night)\b"
)
_TOLD = re.compile(r"\b(?:at|around|about|before|after|shortly|just|towards?)\s$", re.IGNORECASE)
_ABOUT = re.compile(
    r"""(?:\b(?:(?P<before>(?:just|shortly|moments|soon|a\slittle)\sbefore)|(?P<after>(?:just|shortly|soon|moments|a\slittle)\safter)
      |(?P<about>about|around|roughly|approximately|some(?:time)?\saround|near|nearly|almost|close\sto|towards?)
      |(?P<bound>before|after|by|until|till|from|since|between|to|and|as\sof)(?:\s\w{3,6}day)?)\s)$""",
    re.VERBOSE | re.IGNORECASE,
)
SIGNS = NUMERALS | {"noon", "midday", "midnight"}  # one is in every time of day (see `Document.signs`) ...
SHOWN_BY = frozenset(  # ... and one of these, or a point: "at 10.15"
    (*_ZONES, *_UNSURE, *": m am pm hours noon midday midnight clock quarter half ten twenty five minutes".split(),
     *"morning afternoon evening night".split())
)  # fmt: skip
_POINT = re.compile(r"\d\.\d\d")
TOLERANCE = 20  # minutes by which "about", "just before" and "shortly after" a full or half hour may be off ...
# ... and another time, by what its minutes are a multiple of: "around 2:35" is rounded to five minutes at most. With
# what `one_moment.SURELY_ONE` lets through, 9 more conflicts of real events, stories and cases are found, all right.
_ROOM = ((30, TOLERANCE), (15, 5), (10, 5), (5, 3), (1, 2))
SOON = 10  # minutes by which "just before" and "shortly after" any time may be off at least: they round nothing
NOON, SMALL_HOURS = 720, 300
_LOOK = 24  # code points before a time in which it is made approximate


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day as written, `text[start:end]`, in minutes after midnight.

    It may lie `early` minutes before and `late` minutes after `at`. `half` says that morning or evening is known,
    `local` that it is the time of the place. `gmt` is `at` in Greenwich, where a zone tells.
    """

    start: int
    end: int
    at: int
    early: int
    late: int
    half: bool
    local: bool
    gmt: int | None


def may_tell(document: Document, passage: Passage) -> bool:
    """Whether a passage has what every time of day has."""
    shown = document.says(passage, SHOWN_BY) or _POINT.search(document.text, passage.start, passage.end)
    return bool(shown) and document.says(passage, SIGNS)


def find_clocks(text: str, start: int, end: int) -> Iterator[Clock]:
    """Yield the times of text[start:end] in order; opening hours and limits ("from 9 a.m.", "by noon") are left out.

    So is the time for which a state of things is told ("as of 8 p.m.").
    """
    after = start
    for found in _TIME.finditer(text, start, end):
        if found.start() < after:
            continue
        minutes, half = _minutes(found)
        about = _ABOUT.search(text, max(start, found.start() - _LOOK), found.start())
        if minutes is None or (about and about["bound"]) or not _is_surely_a_time(text, start, found, end):
            continue
        after = found.end()
        if not half and (part := _PART_AFTER.match(text, after, end)):
            minutes, half, after = _in_part(minutes, part["part"]), True, part.end()
        ahead, gmt = _zone(found["zone"]), None
        if ahead is not None:
            gmt = minutes - ahead
        elif not found["zone"] and (bracket := _IN_BRACKETS.match(text, after, end)):
            gmt, after = _given(bracket), bracket.end()
        room = next(room for of, room in _ROOM if minutes % of == 0)
        room = max(room, SOON) if about and not about["about"] else room
        early = room if about and (about["before"] or about["about"]) else 0
        late = room if about and (about["after"] or about["about"]) else 0
        yield Clock(
            about.start() if about else found.start(), after, minutes, early, late, half, not found["zone"], gmt
        )


def _zone(name: str | None) -> int | None:
    return _ZONES.get(name.lower()) if name else None


def _given(bracket: re.Match[str]) -> int | None:
    """A time in brackets, in Greenwich."""
    ahead = _zone(bracket["zone"])
    return None if ahead is None else int(bracket["hour"]) * 60 + int(bracket["minute"]) - ahead


def _in_part(minutes: int, part: str) -> int:
    """A time of an unknown half of the day in the part of the day that is told: two at night is after midnight."""
    morning = part == "morning" or (part == "night" and minutes % NOON < SMALL_HOURS)
    return minutes % NOON + (0 if morning else NOON)


def _is_surely_a_time(text: str, start: int, found: re.Match[str], end: int) -> bool:
    """Whether "21:35" is a time of day, and no score or time taken: "at" or a zone tells."""
    if not found["hour24"] or found["zone"]:
        return True
    return bool(
        _TOLD.search(text, max(start, found.start() - 8), found.start()) or _IN_BRACKETS.match(text, found.end(), end)
    )


def _minutes(found: re.Match[str]) -> tuple[int | None, bool]:
    """(minutes after midnight, whether the half of the day is known) of a time as written."""
    if found["named"]:
        return (0 if found["named"].lower() == "midnight" else NOON), True
    if found["military"]:
        return int(found["military"][:2]) * 60 + int(found["military"][2:]), True
    if found["half"]:
        hour, minute = int(found["hour"]), int(found["minute"] or 0)
        late = NOON if found["half"].lower() == "p" else 0
        return (hour % 12 * 60 + minute + late, True) if 1 <= hour <= 12 else (None, False)
    if found["hour24"]:
        hour = int(found["hour24"])
        return hour * 60 + int(found["minute24"]), hour > 12 or found["hour24"].startswith("0")
    if found["hour_dot"]:
        hour = int(found["hour_dot"])
        return (hour * 60 + int(found["minute_dot"]), hour > 12) if hour < 24 else (None, False)
    if found["hour_said"]:
        hour = int(found["hour_said"])
        return (hour % 12 * 60 + int(found["minute_said"]), False) if 1 <= hour <= 12 else (None, False)
    if found["of"]:
        part = (found["part"] or found["minutes"]).lower().removeprefix("a ")
        by = {"quarter": 15, "half": 30}.get(part) or int(value_of(part) or 0)
        hour = int(value_of(found["of"]) or 0) % 12 * 60
        past = (found["side"] or found["side2"]).lower() in ("past", "after")
        return ((hour + (by if past else -by)) % NOON, False) if 0 < by < 60 else (None, False)
    hour = int(value_of(found["clock"] or found["word"]) or 0)
    return (hour % 12 * 60, False) if 1 <= hour <= 12 else (None, False)
