"""Ages that a birthday tells: "turned 61 in March", "a week short of her 79th birthday"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from secondsource.reading.age import Age, number_of_years
from secondsource.reading.cues import Cued
from secondsource.reading.document import Document
from secondsource.reading.passages import Passage
from secondsource.reading.times import MONTHS, WEEKDAYS

_MONTH, _DAY = "|".join(map(str.title, MONTHS)), "|".join(map(str.title, WEEKDAYS))
_TURNED = Cued(
    "turned",
    rf"""(?<!have\s)\bturned\s(?P<age>\d{{1,3}}|[a-z]{{3,9}}(?:-[a-z]{{3,5}})?)\s
    (?:in\s(?:early\s|late\s|mid-)?(?:{_MONTH})\b(?!\s\d)|on\s(?:{_DAY})\b|(?:earlier\s)?(?:(?:last|this)\s(?:week|month)|this\syear)\b
      |yesterday|recently|(?:just\s)?(?:\w+\s){{1,2}}ago\b)""",
    re.VERBOSE,
)
_BIRTHDAY = Cued(
    "birthday",
    r"""\b(?:(?P<before>short\sof|shy\sof|before|ahead\sof|away\sfrom)|(?:celebrat|mark)(?:ed|ing))\s
    (?P<whose>his|her)\s(?P<age>\d{1,3})(?:st|nd|rd|th)\sbirthday\b""",
    re.VERBOSE,
)
_SIGNS = _TURNED.signs | _BIRTHDAY.signs
_YEAR = re.compile(r"\b(?:18|19|20)\d\d\b")
_WHO = re.compile(r",\s(?:[^,.;]{1,40},\s)?who\s(?:[a-z]+\s)?")


def find_birthdays(document: Document, passage: Passage) -> Iterator[Age]:
    """Yield the ages of a passage that a birthday near the article's day tells; one of a year long past tells none."""
    if not document.says(passage, _SIGNS) or _YEAR.search(document.text, passage.start, passage.end):
        return
    for found in _TURNED.finditer(document, passage):
        years = number_of_years(found["age"])
        if years and (who := _owner(document, passage, found.start())):
            yield Age(found.start(), found.end("age"), who, f"{years}", years)
    for found in _BIRTHDAY.finditer(document, passage):
        person = document.people.pronoun(found.start("whose"), document.passage_at(passage.start), found["whose"])
        years = int(found["age"]) - bool(found["before"])
        if person and number_of_years(f"{years}"):
            yield Age(found.start(), found.end(), person.name, f"{years}", years)


def _owner(document: Document, passage: Passage, at: int) -> str | None:
    """Who turned so old: the name before ", who", or the subject."""
    named = [m for m in document.people.between(passage.start, at) if m.end <= at]
    if named and _WHO.fullmatch(document.text, named[-1].end, at):
        return named[-1].person.name
    who = document.people.subject(document.passage_at(passage.start), at)
    return who if who and not who.startswith("~") else None
