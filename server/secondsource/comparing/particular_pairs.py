"""Whether two particulars of one sort are surely of two matches, firms, people or votes: for kinds/particulars.py."""

from __future__ import annotations

from secondsource.comparing.claim import Claim
from secondsource.comparing.dated_act import clause
from secondsource.comparing.particular_sorts import SORTS, Sort
from secondsource.reading.people import may_be_one, surely_one
from secondsource.reading.words import split_words

PART = ": "  # between a sort's name and the unit of its figure, in the property of a claim
_APART = frozenset(  # in one of two clauses alone: that figure is of another firm or match, of one of many, or not so
    """rival rivals competitor competitors sector industry average previous previously former next combined each
    every alone another additional extra initial initially originally could may might would if""".split()
)


def sort_of(claim: Claim) -> Sort:
    """The sort that a particular is of."""
    return SORTS[claim.property.split(PART)[0]]


def are_two(a: Claim, b: Claim) -> bool:
    """Whether two of a sort may be of two things, or one of them is not told as so."""
    sort = sort_of(a)
    if (_told_with(a) ^ _told_with(b)) & (sort.apart | _APART) or times(a) != times(b):
        return True
    if sort.own:
        return not _are_of_one_owner(a, b)
    return sort.unit != "name" and bool(_names(a) and _names(b) and not _names(a) & _names(b))


def _are_of_one_owner(a: Claim, b: Claim) -> bool:
    """Whether the names nearest to two figures are one; where a clause has none, whether both are told of one."""
    ours, theirs = a.data["names"], b.data["names"]
    if ours and theirs:
        return bool(ours[0] == theirs[0]) and may_be_one(a.data["who"], b.data["who"])
    return surely_one(a.data["who"], b.data["who"])


def may_be_one_owner(a: Claim, b: Claim) -> bool:
    """Whether nothing says that two particulars of one article are two people's or firms'."""
    return may_be_one(a.data["who"], b.data["who"]) and (not (_names(a) and _names(b)) or bool(_names(a) & _names(b)))


def times(claim: Claim) -> set[str]:
    """The other times that a figure's sentence names: years alone for a change since one, and for half of a match."""
    sort = sort_of(claim)
    return {time for time in claim.data["times"] if time.isdigit() or not (sort.moves or sort.unit == "score")}


def _names(claim: Claim) -> set[str]:
    return set(claim.data["names"])


def _told_with(claim: Claim) -> set[str]:
    """The words of a figure's clause."""
    return {word.folded for side in clause(claim) for word in split_words(side)}
