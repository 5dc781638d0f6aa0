"""Whether two figures are of one thing: what forbids it outright, and what speaks for it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import product

from secondsource.comparing.claim import LONG, Claim
from secondsource.comparing.one_number import significant
from secondsource.reading.background import meet
from secondsource.reading.context import REACH, TELLING
from secondsource.reading.numbers import value_of
from secondsource.reading.scopes import SCOPES
from secondsource.reading.times import MONTHS, WEEKDAYS
from secondsource.reading.words import acts, is_content, lemma, opposed, rarity, related, split_words, synonyms

CLOSE = 2  # the words nearest to a figure: among them is what it is of
PRECISE = 3  # significant digits with which a figure is hardly met twice by chance
SMALL = 4  # "two men", "three shots" are everywhere
MOST_COMMON_DIGITS = 3  # two figures of fewer digits differ in one of them more often than not
SETS_APART = 2.45  # rarity from which a word that is swapped sets two sentences apart: "death" does, not "night", "day"
MOST_WORDS = 60  # of a sentence that is laid beside another word for word: time grows with their product
SWAPPED = 0.5  # share of words in common from which sentences that differ word for word are one but for these words
_WEEKDAYS = frozenset(WEEKDAYS)
_CALENDAR = frozenset((*WEEKDAYS, *MONTHS)) - {"march"}  # "march" as a lemma is likelier what people do in a street
_SOME_OF_THEM = re.compile(r"\b(?:most|many|half|some|several|dozens)\sof\s(?:them|whom|the\s\w+)\b", re.IGNORECASE)
_IN_PLACE = re.compile(
    r"\b(?:in|at)\s(?:the\s\w+\s(?:of\s)?|(?:neighbou?ring|nearby|adjacent|adjoining)\s)?[^\W\d_a-z]\w"
)
_MOSTLY = re.compile(r"\b(?:often|usually|typically|generally|normally|tends?\sto|on\saverage)\b", re.IGNORECASE)
_MONTH = re.compile(rf"\b(?:{'|'.join(month.title() for month in MONTHS)})\b")


def of_one_whole(a: Claim, b: Claim) -> bool:
    """Whether two figures stand for all there is, narrowed by the same, and are not told of two times or days."""
    return _are_whole(a, b) and narrowed_alike(a, b) and one_day(a, b)


def of_one_toll(a: Claim, b: Claim) -> bool:
    """The same for casualties, which are counted on one day and told of another; and of one occasion.

    Where they were is for `toll_scenes.py` to judge, which knows what the two articles are about.
    """
    return _are_whole(a, b) and not of_two_occasions(a, b)


def of_two_occasions(a: Claim, b: Claim) -> bool:
    """Whether one of two figures is of a time long past that neither the other nor what its article is about is of."""
    ours, theirs = set(a.data["bygone"]), set(b.data["bygone"])
    if ours and theirs:
        return not meet(ours, theirs)
    return bool(ours or theirs) and not (meet(ours, b.data["lead"]) or meet(theirs, a.data["lead"]))


def _are_whole(a: Claim, b: Claim) -> bool:
    same = one_time(a, b) and a.data["ahead"] == b.data["ahead"]
    return same and all(claim.data["real"] and not claim.data["part"] for claim in (a, b))


def narrowed_alike(a: Claim, b: Claim) -> bool:
    """Whether two figures are told of the same places, of one of which "the village of" may be said, or "alone".

    A place that the other's sentence names too, though not beside its figure, narrows neither, unless one of the
    sentences deals its figures out to places: "49 in Saltash, 11 in Looe", "49, most of them in Saltash".
    """
    places_a, places_b = ({*claim.data["narrowed"]} - SCOPES for claim in (a, b))
    if a.data["narrowed"] == b.data["narrowed"] or (places_a and places_a == places_b):
        return True
    if bool(places_a) == bool(places_b) or any(map(deals_out, (a.passage, b.passage))):
        return False
    return places_a <= _named(b) and places_b <= _named(a)


def deals_out(sentence: str) -> bool:
    """Whether a sentence tells of its figures in more than one place, or of some of what it counts."""
    return len(_IN_PLACE.findall(sentence)) > 1 or bool(_SOME_OF_THEM.search(sentence))


def _named(claim: Claim) -> set[str]:
    """What a figure's sentence names or tells of."""
    return {*claim.data["around"], *claim.data["names"]}


def one_time(a: Claim, b: Claim, of: str = "times") -> bool:
    """Whether two figures' sentences, or clauses ("then"), name the same other years and times, or one in common."""
    ours, theirs = set(a.data[of]), set(b.data[of])
    return ours == theirs or bool(ours & theirs)


def one_day(a: Claim, b: Claim) -> bool:
    """Whether two figures are not told of two days of the week, or of two months."""
    told = (weekdays(a), weekdays(b)), (months(a.passage), months(b.passage))
    return all(not ours or not theirs or ours == theirs for ours, theirs in told)


@lru_cache(maxsize=2_000)
def months(said: str) -> frozenset[str]:
    """The months that some words name."""
    return frozenset(_MONTH.findall(said))


def weekdays(claim: Claim) -> set[str]:
    """The days of the week that a figure's sentence names."""
    return set(_WEEKDAYS & {*claim.data["around"], *claim.data["names"]})


def two_things(a: Claim, b: Claim) -> bool:
    """Whether each of two sentences, one of them short, has a telling word that nothing in the other is akin to.

    In a short sentence any word may be what sets the two apart: the mine and the hotel, the drug and the placebo.
    """
    ours, theirs = a.data["around"], b.data["around"]
    if min(len(ours), len(theirs)) >= LONG:
        return False
    return bool(own(ours, theirs) and own(theirs, ours)) or contrasted(a, b)


def told_of_another(a: Claim, b: Claim) -> bool:
    """Whether two sentences that may be of two things surely are: told of two places, or one but for words swapped."""
    return two_things(a, b) and contrasted(a, b)


def one_is_a_habit(a: Claim, b: Claim) -> bool:
    """Whether just one of two sentences tells how things mostly are: "such crews often have about 20 members"."""
    return _tells_a_habit(a.passage) is not _tells_a_habit(b.passage)


@lru_cache(maxsize=2_000)
def _tells_a_habit(sentence: str) -> bool:
    return bool(_MOSTLY.search(sentence))


def contrasted(a: Claim, b: Claim) -> bool:
    """Whether two sentences, of any length, are told of two places, or are one but for words swapped."""
    ours, theirs = (set(claim.data.get("narrowed", ())) - SCOPES for claim in (a, b))
    if ours and theirs and not ours & theirs:
        return True
    return one_but_for_words(a, b)


def one_but_for_words(a: Claim, b: Claim) -> bool:
    """Whether two sentences are one but for their figures and for telling words in one place."""
    told = (claim.passage.replace(claim.value, "0", 1) for claim in (a, b))
    return swapped(*sorted(told))


@lru_cache(maxsize=2_000)
def swapped(ours: str, theirs: str) -> bool:
    """Whether two sentences are one but for telling words in one place: "the mayor / the judge was elected"."""
    a, b = map(_folded, (ours, theirs))
    if max(len(a), len(b)) > MOST_WORDS:
        return False
    matched = SequenceMatcher(None, a, b, autojunk=False)
    if matched.real_quick_ratio() < SWAPPED or matched.quick_ratio() < SWAPPED:  # `ratio` is not above them
        return False
    changes = [(a[i:j], b[k:m]) for change, i, j, k, m in matched.get_opcodes() if change != "equal"]
    if matched.ratio() < SWAPPED or not all(x and y for x, y in changes):
        return False
    return any(own(_meant(x), _meant(b)) and own(_meant(y), _meant(a)) for x, y in changes)


@lru_cache(maxsize=2_000)
def _folded(sentence: str) -> list[str]:
    return [word.folded for word in split_words(sentence)]


def _meant(words: Iterable[str]) -> set[str]:
    bases = {lemma(word) for word in words if word.isalpha() and is_content(word)}
    return {base for base in bases if rarity(base) >= SETS_APART and value_of(base) is None}


def own(ours: Iterable[str], theirs: Iterable[str]) -> set[str]:
    """The words of one sentence that no word of the other is akin to, days and months left out."""
    said = tuple(theirs)
    left = set(ours).difference(_CALENDAR, said)
    if not left:
        return left
    same, acts_of_them = _akin(said)
    return {x for x in left if x not in same and acts(x).isdisjoint(acts_of_them)}


@lru_cache(maxsize=256)  # some 20 kB each: the figures or dates of one article, each laid beside all of another's
def _akin(words: tuple[str, ...]) -> tuple[frozenset[str], frozenset[str]]:
    """What any of some words may name, and the acts: a word is related to one of them by either (see `related`)."""
    return frozenset().union(*map(synonyms, words)), frozenset().union(*map(acts, words))


def nested_names(a: Claim, b: Claim) -> bool:
    """Whether one of two figures names nobody and nothing that the other does not."""
    names_a, names_b = set(a.data["names"]), set(b.data["names"])
    return names_a <= names_b or names_b <= names_a


def nearest_differ(a: Claim, b: Claim) -> bool:
    """Whether both figures have a word right beside them that the other lacks: led the bank, worked at the bank."""
    ours, theirs = set(a.data["near"][:CLOSE]), set(b.data["near"][:CLOSE])
    ours, theirs = ours - theirs, theirs - ours
    return bool(ours and theirs) and not any(related(x, y) for x, y in product(ours, theirs))


def closest_related(a: Claim, b: Claim) -> bool:
    """Whether the words right beside two figures have one in common."""
    return any(related(x, y) for x, y in product(a.data["near"][:CLOSE], b.data["near"][:CLOSE]))


def alike(a: Claim, b: Claim) -> float:
    """The share of telling words that two figures' sentences have in common, 0 to 1."""
    ours, theirs = set(a.data["around"]), set(b.data["around"])
    return len(ours & theirs) / (len(ours | theirs) or 1)


def contrary(a: Claim, b: Claim) -> bool:
    """Whether what is nearest to two figures is opposed: shops opened, shops closed."""
    return any(opposed(x, y) for x, y in product(a.data["near"][:REACH], b.data["near"][:REACH]))


def slip(a: Claim, b: Claim) -> bool:
    """Whether two figures differ by a slip: one digit of many (5,587.75, 5,687.75), or two changed about (180, 108)."""
    ours, theirs = ("".join(filter(str.isdigit, claim.value)) for claim in (a, b))
    if len(ours) != len(theirs) or len(ours) < MOST_COMMON_DIGITS:
        return False
    wrong = [at for at, (x, y) in enumerate(zip(ours, theirs, strict=True)) if x != y]
    if len(wrong) == 1:
        return min(significant(a.data["value"]), significant(b.data["value"])) > PRECISE
    i, j = wrong if len(wrong) == 2 else (0, 0)
    return i != j and ours[i] == theirs[j] and ours[j] == theirs[i]


def shared(a: Claim, b: Claim) -> int:
    """How many telling words and names two figures have near them in common."""
    words = sum(
        any(related(x, y) and min(rarity(x), rarity(y)) >= TELLING for y in b.data["near"][: 2 * REACH])
        for x in a.data["near"][: 2 * REACH]
    )
    return words + len(set(a.data["names"]) & set(b.data["names"]))


def surest_of_a_sentence(found: Iterable[tuple[float, Claim, Claim]]) -> Iterator[tuple[float, Claim, Claim]]:
    """Of what in one sentence differs from something in another, each once: the surest."""
    taken: set[tuple[int, int]] = set()
    for sure, a, b in sorted(found, key=lambda item: (-item[0], item[1].start + item[2].start)):
        ours, theirs = (id(a), b.passage_start), (id(b), a.passage_start)
        if not {ours, theirs} & taken:
            taken |= {ours, theirs}
            yield sure, a, b
