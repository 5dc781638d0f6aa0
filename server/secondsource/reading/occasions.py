"""When and where quoted words were said, as far as their sentence states it: "in a 2012 interview", "on “Night Talk”".

Equal words of two occasions are two utterances. Only what stands with the verb of saying or with the interview, speech
or letter counts: another date in the sentence is that of what is talked about.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from secondsource.reading.passages import Passage
from secondsource.reading.quotations import Quotation, is_title
from secondsource.reading.speakers import SPEECH, WHO
from secondsource.reading.times import SIGNS as OF_DATES
from secondsource.reading.times import find_dates
from secondsource.reading.words import is_content, split_words

SLACK = timedelta(days=2)  # outlets give one occasion the day of the event, of its report and of their time zone
_EVENT = (
    "interviews?|speech|address|statement|letter|post|tweet|episode|installment|instalment|appearance|podcast|broadcast"
    "|memoir|book|essay|column|documentary|conference|hearing|testimony|rally|profile"
)
_SAID = re.compile(rf"\b(?:{SPEECH})\b[^.;:]{{0,60}}")
_AT_EVENT = re.compile(rf"[^.;:,]{{0,24}}\b(?:{_EVENT})\b[^.;:]{{0,40}}")
_OPENING = re.compile(rf"(?:Back\s)?(?:In|On|At)\s[^;:.]{{2,30}}?\s{WHO}\s(?:\w+\s)?(?:{SPEECH})\b")
_LEADS_UP = re.compile(r"(?:Back\s)?(?:In|On|At|Yesterday|Today|Last|Earlier)\b[^;:.]{0,80}:\s")
_RELATIVE = re.compile(r"\b(yesterday|today|tonight|this (?:morning|afternoon|evening))\b", re.IGNORECASE)
SIGNS = OF_DATES | {"yesterday", "today", "tonight", "this"}  # one is in all that names a day
_AWAY = re.compile(r"\b(?:who|which|when|where|after|before|since|because|that|while|as|if|about|of|whose|whom)\b")
_TITLE_OF = re.compile(
    rf"\b(?:in|on|at|during|from|for|{_EVENT}|show|series|program|programme)\s?,?\s?(?:[\w'’]+\s){{0,3}}[\"“‘«'„]$",
    re.IGNORECASE,
)
_LOOK = 60  # code points before a title in which it is told to be where words were said


@dataclass(frozen=True, slots=True)
class Occasion:
    """The days that are stated (first and last, both included) and the words of titles; empty where nothing is."""

    days: tuple[tuple[date, date], ...] = ()
    titles: frozenset[str] = frozenset()

    def with_also(self, other: Occasion) -> Occasion:
        """What two sentences about one speech tell of its occasion together."""
        return Occasion(tuple(sorted({*self.days, *other.days})), self.titles | other.titles)

    def surely_differs(self, other: Occasion) -> bool:
        """Whether both state when, or both where, and neither fits."""
        if self.titles and other.titles and not self.titles & other.titles:
            return True
        both = bool(self.days and other.days)
        return both and all(a[0] - SLACK > b[1] or b[0] - SLACK > a[1] for a in self.days for b in other.days)


def find_occasion(
    text: str, passage: Passage, quotations: Iterable[Quotation], published: date | None, *, dated: bool = True
) -> Occasion:
    """The occasion that a sentence tells of outside its own quotations; `dated`: whether it has one of SIGNS."""
    titles: set[str] = set()
    plain = list(text[passage.start : passage.end])
    for quoted in quotations:
        titles.update(_title(text, quoted))
        low, high = quoted.start - passage.start, quoted.end - passage.start
        plain[low:high] = "\n" * (high - low)
    days = set(_days("".join(plain), published)) if dated else set[tuple[date, date]]()
    return Occasion(tuple(sorted(days)), frozenset(titles))


def _days(sentence: str, published: date | None) -> Iterator[tuple[date, date]]:
    if not any(_spans(sentence, published)):
        return
    if opening := _OPENING.match(sentence) or _LEADS_UP.match(sentence):
        yield from _spans(opening[0], published)
    for found in _SAID.finditer(sentence):
        away = _AWAY.search(found[0])
        yield from _spans(found[0][: away.start()] if away else found[0], published)
    for found in _AT_EVENT.finditer(sentence):
        yield from _spans(found[0], published)


def _spans(words: str, published: date | None) -> Iterator[tuple[date, date]]:
    for when in find_dates(words):
        if days := when.days(published):
            yield days
    if published:
        for found in _RELATIVE.finditer(words):
            day = published - timedelta(days=found[1].lower() == "yesterday")
            yield day, day


def _title(text: str, quoted: Quotation) -> list[str]:
    before = text[max(0, quoted.start - _LOOK) : quoted.start]
    if not is_title(text, quoted.start, quoted.end) or not _TITLE_OF.search(before):
        return []
    return [word.folded for word in split_words(text, quoted.start, quoted.end) if is_content(word.folded)]
