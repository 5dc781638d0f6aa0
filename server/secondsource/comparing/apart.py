"""What sets two clauses apart, so that they are of two things: telling words of their own, other times, two persons."""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache
from itertools import dropwhile, islice, product

from secondsource.comparing.claim import Claim
from secondsource.reading.names import CALENDAR, HONORIFICS
from secondsource.reading.people import may_be_one
from secondsource.reading.times import MONTHS, WEEKDAYS
from secondsource.reading.words import fold, is_person_noun, lemma, rarity, related

Name = tuple[str, ...]

TELLING = 2.6  # rarity from which a word tells which act or thing is meant
MOST = 6  # names of a clause that are looked at: a real one has one or two
REMEMBERED = 4_000  # clauses, each of which is laid beside many others
_DAYTIMES = frozenset("dawn dusk noon midnight morning afternoon evening night weekend".split())
_YEAR = re.compile(r"\b(?:18|19|20)\d\d\b")
_MONTH, _WEEKDAY = (re.compile(rf"\b(?:{'|'.join(map(str.title, names))})\b") for names in (MONTHS, WEEKDAYS))
_ELSEWHERE = re.compile(r"\b(?:another|other|different|neighbou?ring|nearby|rival|separate|second)\b", re.IGNORECASE)
_NAMED = re.compile(r"[^\W\d_a-z][\w’'-]{1,30}(?: [^\W\d_a-z][\w’'-]{1,30}){1,3}")
_KIN = re.compile(
    r"""\b(?P<tie>brother|sister|son|daughter|wife|husband|father|mother|uncle|aunt|nephew|niece|cousin|partner)
    \s(?P<name>[^\W\d_a-z][^\W\d_]{1,30})""",
    re.VERBOSE,
)


def each_has_its_own(ours: Collection[str], theirs: Collection[str]) -> bool:
    """Whether each of two clauses' lemmas has a telling one that nothing of the other is akin to: bribery, perjury."""
    return has_its_own(ours, theirs) and has_its_own(theirs, ours)


def has_its_own(ours: Collection[str], theirs: Collection[str]) -> bool:
    """Whether a clause's lemmas have a telling one that nothing of the other is akin to."""
    return any(_tells(x) and x not in theirs and not any(_tells(y) and related(x, y) for y in theirs) for x in ours)


def told_elsewhere(claim: Claim) -> bool:
    """Whether a clause says itself that it is of something else: "for the neighbouring island"."""
    return bool(_ELSEWHERE.search(claim.exact))


def of_two_times(a: Claim, b: Claim) -> bool:
    """Whether each of two clauses names a time, and none that the other names: "in March", "on Monday"."""
    ours, theirs = (
        {time for sort in (_YEAR, _MONTH, _WEEKDAY) for time in sort.findall(_said(c))} for c in (a, b)
    )  # fmt: skip
    return bool(ours and theirs and not ours & theirs)


def told_of_two_times(a: Claim, b: Claim) -> bool:
    """The same of the sentences of two claims."""
    ours, theirs = ({time for sort in (_YEAR, _MONTH, _WEEKDAY) for time in sort.findall(c.passage)} for c in (a, b))
    return bool(ours and theirs and not ours & theirs)


def of_two_days(a: Claim, b: Claim) -> bool:
    """Whether two clauses name other months or other weekdays: "1 January", "1 July"."""
    named = zip(_days_named(_said(a)), _days_named(_said(b)), strict=True)
    return any(ours and theirs and not ours & theirs for ours, theirs in named)


def of_two_persons(a: Claim, b: Claim) -> bool:
    """Whether two clauses name two first names of one surname, or after one word for kin: "brother John"."""
    if any(x[0] == y[0] and x[1] != y[1] for x, y in product(_kin(a.exact), _kin(b.exact))):
        return True
    ours, theirs = _full_names(a.exact), _full_names(b.exact)
    own, their_own = [name for name in ours if name not in theirs], [name for name in theirs if name not in ours]
    return any(_of_one_surname(x, y) for x, y in product(own, their_own))


def _of_one_surname(a: Name, b: Name) -> bool:
    """Whether two names are two persons' of one surname: not "Harpist Ann Lee" and "Ann Lee"."""
    return a[-1] == b[-1] and set(a).isdisjoint(b[:-1]) and not may_be_one(" ".join(a), " ".join(b))


def _said(claim: Claim) -> str:
    """A clause with the "May" behind it, which as a word is none that carries meaning."""
    low = claim.start - claim.passage_start
    return claim.passage[low : low + len(claim.exact) + len(" May")]


@lru_cache(maxsize=REMEMBERED)
def _days_named(said: str) -> tuple[frozenset[str], frozenset[str]]:
    """The months and the weekdays."""
    return frozenset(_MONTH.findall(said)), frozenset(_WEEKDAY.findall(said))


@lru_cache(maxsize=REMEMBERED)
def _kin(clause: str) -> tuple[Name, ...]:
    """Words for kin, each with the name behind it."""
    return tuple((found["tie"], found["name"]) for found in islice(_KIN.finditer(clause), MOST))


@lru_cache(maxsize=REMEMBERED)
def _full_names(clause: str) -> tuple[Name, ...]:
    """The names of a clause that have a first name, titles left out: not "Judge Lee"."""
    names = []
    for found in islice(_NAMED.finditer(clause), MOST):
        words = map(fold, found[0].split())
        names.append(tuple(dropwhile(lambda word: word in HONORIFICS or is_person_noun(lemma(word)), words)))
    return tuple(name for name in names if len(name) > 1)


def _tells(word: str) -> bool:
    return word.isalpha() and rarity(word) >= TELLING and fold(word) not in CALENDAR | _DAYTIMES
