"""What an article can be known again by: its rare names, words and numbers, and the days that it tells of. Pure.

Rarity is that of general language, not of the base: it stays the same whatever else comes in.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from secondsource.factbase.terms import LONGEST_WORD, names, weight
from secondsource.reading.relative_times import find_relative
from secondsource.reading.times import MONTHS, WEEKDAYS, find_dates
from secondsource.reading.words import is_content, lemma, rarity, split_words

MOST_TERMS = 60  # an article's heaviest; B-cubed on tests/eval/days is the same with 40 or 120
HEAVIEST_NAME = 3.0  # rarer names are all just rare: else one invented name would outweigh all else that is shared
NUMBER_WEIGHT = 2.0  # a number of two digits or more proves as much as a name that everybody knows
COMMON_RARITY = 2.5  # words of every article ("minister", "told") lie below
WORD_SHARE = 0.6  # of what a name of equal rarity weighs: two fires share their words, not their names
MOST_READ = 8_000  # code points; what happened stands at an article's beginning
LOOK_BACK = timedelta(days=400)  # a day further back is the history of what happened, seldom the event

DAY_NAMES = frozenset({*MONTHS, *WEEKDAYS} - {"march", "may"})  # what days they mean is read; two are words too

_YEAR = re.compile(r"(?:19|20)\d\d\Z")
_DIGITS = re.compile(r"\D")


@dataclass(frozen=True, slots=True)
class Clues:
    """Terms with their weights, the squares of which add up to 1 for one article, and days that it tells of."""

    terms: Mapping[str, float]
    days: frozenset[date]


def clues_of(title: str | None, text: str, published: date | None) -> Clues:
    """The clues of an article; without a date of its own it tells of fewer days."""
    whole = (f"{title}.\n\n{text}" if title else text)[:MOST_READ]
    weights = _weights(whole)
    heaviest = sorted(weights, key=lambda term: (-weights[term], term))[:MOST_TERMS]
    length = math.sqrt(sum(weights[term] ** 2 for term in heaviest))
    return Clues({term: weights[term] / length for term in heaviest}, _days(whole, published))


def _weights(text: str) -> dict[str, float]:
    """Each term with what it says that two texts share it; what is said again counts a little more."""
    found = {name: count for name, count in names(text).items() if name not in DAY_NAMES}
    weights = {name: min(weight(name), HEAVIEST_NAME) * _often(count) for name, count in found.items()}
    counts: Counter[str] = Counter()
    for word in split_words(text):
        folded = word.folded
        if (
            len(folded) <= LONGEST_WORD
            and folded not in found
            and folded not in DAY_NAMES
            and (_is_number(folded) or (folded.isalpha() and is_content(folded)))
        ):
            counts[folded if folded[0].isdigit() else lemma(folded)] += 1
    for term, count in counts.items():
        heavy = NUMBER_WEIGHT if term[0].isdigit() else WORD_SHARE * (rarity(term) - COMMON_RARITY)
        if heavy > 0 and term not in found:
            weights[term] = heavy * _often(count)
    return weights


def _is_number(folded: str) -> bool:
    """Whether a word is a number that two texts do not share by chance: of two digits or more, and no year."""
    return folded[0].isdigit() and len(_DIGITS.sub("", folded)) > 1 and not _YEAR.match(folded)


def _often(count: int) -> float:
    return 1.0 + math.log(count)


def _days(text: str, published: date | None) -> frozenset[date]:
    """The day of an article, and the days that it tells of as past."""
    named = list(find_dates(text))
    named += find_relative(text, 0, len(text), published, named)
    spans = (when.days(published) for when in named if not when.ahead)
    told = {span[0] for span in spans if span and span[0] == span[1]}
    if published is None:
        return frozenset(told)
    return frozenset({day for day in told if published - LOOK_BACK <= day <= published} | {published})
