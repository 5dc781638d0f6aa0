"""Whether two particulars of one sort are surely of two matches, firms, people or votes: for kinds/particulars.py."""

from __future__ import annotations

import re
from collections.abc import Iterable, Set

from secondsource.comparing.claim import Claim
from secondsource.comparing.dated_act import clause
from secondsource.comparing.one_thing import months
from secondsource.comparing.particular_sorts import SORTS, Sort
from secondsource.reading.context import MEANT
from secondsource.reading.names import CALENDAR, name_tokens
from secondsource.reading.numbers import value_of
from secondsource.reading.people import may_be_one, surely_one
from secondsource.reading.scopes import SCOPES
from secondsource.reading.words import Word, is_content, is_person_noun, lemma, rarity, split_words

PART = ": "  # between a sort's name and the unit of its figure, in the property of a claim
_APART = frozenset(  # in one of two clauses alone: that figure is of another firm, match or race, or of one of many
    """rival rivals competitor competitors sector industry average previous previously former next combined each every
    alone another additional extra initial initially originally separate separately women women's men men's girls boys
    youth junior doubles singles overall altogether worldwide globally""".split()
)
_NOT_SO = frozenset("could may might would if".split())  # the same, up to the figure
_COMPLEMENT = re.compile(  # from the last of the words that tell a particular on
    r"(?:[\w’'-]+\s){0,2}?(?:of|for|to|against|among|from|by|in|at)\s(?P<what>(?:[\w’'-]+\s?){1,4})"
)
_LINKS = frozenset(  # with which a figure is told, whatever it is of
    """stand come run amount total reach hit put set fix estimate give rise fall climb jump drop slip grow edge increase
    decline remain stay lose gain soar surge advance leap rally add improve expand slide sink decrease slump plunge
    tumble shed dip shrink contract expect plan schedule decide announce report value worth up down""".split()
)
NEAR = 40  # code points before the words that tell a particular in which what describes it stands


def sort_of(claim: Claim) -> Sort:
    """The sort that a particular is of."""
    return SORTS[claim.property.split(PART)[0]]


def are_two(a: Claim, b: Claim) -> bool:
    """Whether two of a sort may be of two things, or one of them is not told as so."""
    sort = sort_of(a)
    if (_words(*clause(a)) ^ _words(*clause(b))) & (sort.apart | _APART) or times(a) != times(b):
        return True
    if (_words(clause(a)[0], a.exact) ^ _words(clause(b)[0], b.exact)) & _NOT_SO or _of_two_scopes(a, b):
        return True
    if _of_two_months(a, b):
        return True
    if sort.own:
        return _are_of_two_owners(a, b)
    if sort.unit == "name":
        return not may_be_one(_whose(a), _whose(b))
    return bool(_names(a) and _names(b) and not _names(a) & _names(b))


def _of_two_months(a: Claim, b: Claim) -> bool:
    """Whether two clauses name months besides what their figures are, and none in common."""
    ours, theirs = (months(" ".join(clause(claim))) for claim in (a, b))
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def _of_two_scopes(a: Claim, b: Claim) -> bool:
    """Whether one alone is told of a part ("the ward", "his brother"), or they are told of two places."""
    ours, theirs = (set(claim.data["narrowed"]) for claim in (a, b))
    places = ours - SCOPES, theirs - SCOPES
    return bool((ours ^ theirs) & (SCOPES - sort_of(a).words)) or bool(all(places) and places[0].isdisjoint(places[1]))


def _whose(claim: Claim) -> str | None:
    """Whose doing a name's sentence tells of, unless it is that name's."""
    who = claim.data["who"]
    return None if who and set(name_tokens(who)) & set(name_tokens(claim.value)) else who


def are_set_apart(a: Claim, b: Claim, ours: Set[str], theirs: Set[str]) -> bool:
    """Whether words beside two particulars say that they are of two things: for Ann Lee, for his brother.

    `ours` and `theirs` are the words of the two articles. A word among those that tell one must stand somewhere in the
    other article; so must what stands before or is told behind either the one or the other, and of people both.
    """
    if not _within(a) <= theirs or not _within(b) <= ours:
        return True
    before, behind = ((told(a) - theirs, told(b) - ours) for told in (_before, _behind))
    return all(before) or all(behind) or any(map(is_person_noun, before[0] | before[1]))


def _within(claim: Claim) -> set[str]:
    """What is said among the words that tell a particular, but not how high it is."""
    return _telling(split_words(claim.exact.replace(claim.value, " ")), sort_of(claim)) - _LINKS


def _before(claim: Claim) -> set[str]:
    """What stands right before the words that tell a particular: "the ban takes effect"."""
    led = claim.passage[: claim.start - claim.passage_start]
    words, edge = split_words(led, max(0, len(led) - NEAR), len(led)), len(led)
    run = []
    for word in reversed(words):
        if led[word.end : edge].strip() or not is_content(word.folded):
            break
        run.append(word if word.start else word._replace(text=word.folded))  # any word opens a sentence in upper case
        edge = word.start
    return _telling(run, sort_of(claim)) - _LINKS


def _behind(claim: Claim) -> set[str]:
    """What a particular is told to be of, for or against, right behind it; names too."""
    last = claim.exact.rfind(" ") + 1
    found = _COMPLEMENT.match(claim.passage, claim.start - claim.passage_start + last)
    words = split_words(found["what"]) if found else []
    return _telling(words, sort_of(claim)) | {word.folded for word in words if word.text[0].isupper()} - CALENDAR


def _telling(words: Iterable[Word], sort: Sort) -> set[str]:
    """The lemmas of those that tell something, names and days left out."""
    found = {lemma(w.folded) for w in words if w.text.islower() and w.text.isalpha() and is_content(w.folded)}
    return {base for base in found if rarity(base) >= MEANT and value_of(base) is None} - sort.words - CALENDAR


def _are_of_two_owners(a: Claim, b: Claim) -> bool:
    """Whether the names nearest to two figures differ; where a clause has none, whether both are told of two."""
    ours, theirs = a.data["names"], b.data["names"]
    if ours and theirs:
        return bool(ours[0] != theirs[0]) or not may_be_one(a.data["who"], b.data["who"])
    return not surely_one(a.data["who"], b.data["who"])


def may_be_one_owner(a: Claim, b: Claim) -> bool:
    """Whether nothing says that two particulars of one article are two people's or firms'."""
    return may_be_one(a.data["who"], b.data["who"]) and (not (_names(a) and _names(b)) or bool(_names(a) & _names(b)))


def times(claim: Claim) -> set[str]:
    """The other times that a figure's clause names: years alone for a change since one, and for half of a match."""
    sort = sort_of(claim)
    return {time for time in claim.data["then"] if time.isdigit() or not (sort.moves or sort.unit == "score")}


def _names(claim: Claim) -> set[str]:
    return set(claim.data["names"])


def _words(*said: str) -> set[str]:
    return {word.folded for words in said for word in split_words(words) if word.text != "May"}
