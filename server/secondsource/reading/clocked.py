"""Times on the clock: "2:18:51", "3:21.44", "two hours, 18 minutes and 51 seconds", "9.87 seconds".

Units of time that go down to the second are one where they have hours or a fraction, or where the sentence tells of a
race; whatever else lasted "four minutes and 20 seconds" is a length of time. "29:15" may be a score or a time of day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from secondsource.reading.cues import Cued
from secondsource.reading.document import Document
from secondsource.reading.numbers import NUMERALS, value_of
from secondsource.reading.passages import Passage

_WORD = r"[a-z]{3,12}(?:-[a-z]{3,5})?"


def _count(name: str, digits: str = r"\d{1,2}") -> str:
    """A number in front of a unit, which a word is parted from: "15s", "15 seconds", "fifteen seconds"."""
    return rf"(?:(?P<{name}>{digits})\s?|(?P<{name}_said>{_WORD})\s)"


_SECONDS = r"\d{1,3}\.\d{1,3}|\d{1,2}"
_JOIN = r"(?:,?\s(?:and\s)?|\s?)"
_WRITTEN = Cued(
    ":",
    r"""(?<![\w.,:$€£/-])(?:(?P<hours>\d{1,2}):(?P<minutes>[0-5]\d):(?P<seconds>[0-5]\d(?:\.\d{1,3})?)
    |(?P<short>\d{1,2}):(?P<fine>[0-5]\d\.\d{1,3}))(?![\w:/%-]|\.\d)""",
    re.VERBOSE,
)
_IN_UNITS = Cued(
    "second seconds sec secs s",
    rf"""(?<![\w.,:$€£/-])(?:{_count("hours")}(?:hours?|hrs?|h)\b{_JOIN})?
    (?:{_count("minutes")}(?:minutes?|mins?|m)\b{_JOIN})?
    {_count("seconds", _SECONDS)}(?:seconds?|secs?|s)\b
    (?:{_JOIN}{_count("part")}(?P<of>hundred|ten)ths?\b(?:\sof\sa\ssecond)?)?""",
    re.VERBOSE | re.IGNORECASE,
)
SIGNS = _WRITTEN.signs | _IN_UNITS.signs  # of which one is in every statement that has such a time
_RACE = frozenset(
    """race races raced racing ran run swam swum rowed skied rode cycled sprint sprinted marathon relay metres meters
    lap laps clocked timed finish finished finishing finisher won winning winner crossed title heat final record
    runner swimmer rower skier rider""".split()
)
_APART = re.compile(r"\s(?:ahead|behind|clear|adrift|back|slower|faster|quicker|inside|outside|later|earlier|apart)\b")

Clocked = tuple[int, int, float]  # text[start:end], and the seconds that it gives


def find_clocked(document: Document, passage: Passage) -> Iterator[Clocked]:
    """Yield the times on the clock of a passage; how far two runners are apart is none."""
    if not document.says(passage, NUMERALS):
        return
    for found in (*_WRITTEN.finditer(document, passage), *_IN_UNITS.finditer(document, passage)):
        seconds = _seconds(found, race=document.says(passage, _RACE))
        if seconds and not _APART.match(document.text, found.end(), passage.end):
            yield found.start(), found.end(), seconds


def _seconds(found: re.Match[str], *, race: bool) -> float | None:
    """What a match comes to; None where it is no time on the clock, or a word in it no number."""
    said = found.groupdict()
    if said.get("fine"):
        return 60 * float(said["short"]) + float(said["fine"])
    hours, minutes, seconds, part = (_value(said, name) for name in ("hours", "minutes", "seconds", "part"))
    if hours is None or minutes is None or seconds is None or part is None:
        return None
    fraction = bool(part or seconds % 1)
    if hours or (race and (minutes or fraction)) or (minutes and fraction):
        return 3600 * hours + 60 * minutes + seconds + part / (100 if said.get("of") == "hundred" else 10)
    return None


def _value(said: dict[str, str | None], name: str) -> float | None:
    """A number in digits or words; 0 where there is none."""
    digits, word = said.get(name), said.get(f"{name}_said")
    return float(digits) if digits else value_of(word.lower()) if word else 0.0
