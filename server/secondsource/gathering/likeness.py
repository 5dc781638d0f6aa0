"""How much two articles, or two stories, look like one event: what they share, and how near in time they are. Pure."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from secondsource.gathering.clues import Clues

# Measured on the first three days of tests/eval/days, confirmed on the other three and on the labelled stories.
ONE_EVENT = 0.22
NEAR_DAYS = 1  # the evening of a day and the morning after are one moment
FAR = 0.5  # what shared names weigh when nothing ties two articles to one day: the same people, another occasion


def likeness(a: Clues, b: Clues) -> float:
    """0 to 1: the mean of the cosines of their articles, lessened when they tell of no day in common."""
    return shared(a, b) * (1.0 if _nearest(a.days, b.days) <= NEAR_DAYS else FAR)


def shared(a: Clues, b: Clues) -> float:
    """0 to 1: the mean of the cosines of their articles' terms."""
    few, many = sorted((a.terms, b.terms), key=len)
    return sum([heavy * many[term] for term, heavy in few.items() if term in many])


def together(a: Clues, of_a: int, b: Clues, of_b: int) -> Clues:
    """The clues of two stories of so many articles as one: the mean of all their articles' terms, all their days."""
    number = of_a + of_b
    terms = {term: heavy * of_a / number for term, heavy in a.terms.items()}
    for term, heavy in b.terms.items():
        terms[term] = terms.get(term, 0.0) + heavy * of_b / number
    return Clues(terms, a.days | b.days)


def mean(many: Collection[Clues]) -> Clues:
    """The clues of a story by those of its articles."""
    terms: dict[str, float] = {}
    for clues in many:
        for term, heavy in clues.terms.items():
            terms[term] = terms.get(term, 0.0) + heavy / len(many)
    return Clues(terms, frozenset().union(*(clues.days for clues in many)))


def _nearest(a: Collection[date], b: Collection[date]) -> int:
    """The days between the two that lie nearest to each other; 0 where nothing is known."""
    return min((abs((one - other).days) for one in a for other in b), default=0)
