"""Where something happened: "was arrested in Fenner Street", "died at St Mary's Hospital", "a cafe near Orrin".

Recognised is a proper name behind a word of place, with what it is a name of where that is said (street, hospital,
station) and the act or thing that stands nearest. Names are compared folded, without "the". Two places corroborate
when they have one name and the same is told of both. Of places with two names one may lie within the other; so only
those of one sort are in conflict, two streets or two hospitals, and only when one person's or thing's act is told of
both ("was taken to"), or when neither article names another of the sort and much of what is told of both is shared.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import product

from secondsource.comparing import label_wording, wording
from secondsource.comparing.claim import Claim, Comparison, Example, Kind, Stance, Verdict
from secondsource.reading import Document
from secondsource.reading.context import TELLING, is_asserted, near
from secondsource.reading.cues import Cued
from secondsource.reading.names import CALENDAR
from secondsource.reading.passages import Passage
from secondsource.reading.people import may_be_one, surely_one
from secondsource.reading.words import Word, fold, opposed, rarity, related

_SORTS = {
    "road": "street road avenue lane drive boulevard",
    "hospital": "hospital clinic infirmary",
    "station": "station",
    "school": "school academy college",
    "airport": "airport airfield",
    "church": "church cathedral chapel mosque synagogue",
    "ground": "stadium arena",
    "hotel": "hotel",
    "theatre": "theatre theater",
    "court": "court",
    "prison": "prison jail",
    "bridge": "bridge",
    "square": "square",
    "beach": "beach",
    "lake": "lake",
}
_SORT_OF = {word: sort for sort, listed in _SORTS.items() for word in listed.split()}
# A full stop belongs to a name only behind an initial or an abbreviated title: "St. Mary's", not "in Orrin."
_CAPITAL = r"(?:(?:St|Mt|Ft|[^\W\d_a-z])\.|[^\W\d_a-z](?:[\w'’-]|\.(?=\w)){0,30})"
_PREPOSITIONS = "in at on near outside inside to from along into off through"
# Written by case, a word's first letter is looked at alone, as it is not where case is ignored.
_BY_CASE = "|".join("".join(f"[{letter.upper()}{letter}]" for letter in word) for word in _PREPOSITIONS.split())
_PLACE = Cued(
    _PREPOSITIONS,
    rf"""\b(?:{_BY_CASE})\s(?:the\s)?
      (?P<name>{_CAPITAL}(?:\s{_CAPITAL}){{0,4}})(?:\s(?P<sort>{"|".join(_SORT_OF)})\b)?""",
    re.VERBOSE,
)
_LOCATED = re.compile(
    r"""\b(?:(?:was|were|been)\s(?:\w{2,12}ly\s)?(?P<done>taken|rushed|flown|airlifted|treated|arrested|shot|stabbed
      |found|killed|held|born|buried|hit|struck|detained|attacked|robbed|seen|pronounced)
      |(?P<did>died|lives|lived|took\splace|happened|occurred|began|started|crashed|collapsed|exploded|broke\sout))
      \s(?:[a-z]{2,12}\s){0,3}$""",
    re.VERBOSE,
)
LOOK_BACK = 60  # code points before a place in which the act shows that took place there
CLOSE = 3  # the nearest words are what is told of a place
TELLING_ACT = (
    2.9  # rarity of what is told of a town: at 2.6 8 of the 30 sentence pairs added were wrong, at 2.9 2 of 20
)
SEVERAL = 1  # things told of one town, from more of which on that it is named again tells nothing
# Probability that two sentences tell one thing, from which one place in both may be told of as the same. Of the judged
# ones of 894 real events 1 or 2 of 3 wrong go, and 1 of 37 right ones.
ONE_PLACE = 0.4
SHARED = 2  # telling words that two places of one sort must have near them in common to be of one happening


class Places(Kind):
    """Where something happened."""

    name = "places"
    examples = (
        Example("Ana Sol was arrested in Elm Street.", "Ana Sol was arrested in Oak Street.", Stance.CONFLICTS),
        Example(
            "The pilot was taken to Orrin General Hospital.",
            "The pilot was flown to St Mary's Hospital.",
            Stance.CONFLICTS,
        ),
        Example("The orchestra rehearsed in Leeds.", "The players rehearsed near Leeds.", Stance.CORROBORATES),
        Example("A gallery in Elm Street burned.", "A gallery on Elm Street burned down.", Stance.CORROBORATES),
        Example("Ana Sol was born in Orrin.", "Ana Sol was born in Utopia.", Stance.NOT_COMPARABLE),
        Example("Ana Sol was arrested in Elm Street.", "Ana Sol lived in Oak Street.", Stance.NOT_COMPARABLE),
    )

    def find(self, document: Document) -> Iterator[Claim]:
        """Yield every named place that something is told of."""
        for number, passage in document.saying(_PLACE.signs):
            words = document.words_in(passage)
            for found in _PLACE.finditer(document, passage):
                claim = self._claim(document, number, passage, found, words)
                if claim:
                    yield claim

    def label(self, claims: Sequence[Claim]) -> str:
        """What was done there, and the name."""
        return label_wording.place_label(claims[0].data["act"] or "", claims[0].value)

    def relate(self, both: Comparison) -> Iterable[tuple[Claim, Claim, Verdict]]:
        """Yield one place of which both tell the same, and two places of one act."""
        only = [_only_names(side) for side in (both.ours, both.theirs)]
        names = [Counter(map(_key, side)) for side in (both.ours, both.theirs)]
        for a, b in product(both.ours, both.theirs):
            if _is_one_place(a, b):
                if _tells_the_same(a, b) and not _is_everywhere(a, b, names) and both.one_thing(a, b) >= ONE_PLACE:
                    yield a, b, Verdict(Stance.CORROBORATES, wording.agree(a.value, b.value))
            elif a.data["name"] != b.data["name"] and (_key(a) in names[1] or _key(b) in names[0]):
                continue  # an article that names both tells of two places
            elif _are_two(a, b) and (_is_one_act(a, b) or (_is_one_happening(a, b) and _is_only(a, b, only))):
                yield a, b, Verdict(Stance.CONFLICTS, wording.differ(a.value, b.value))

    def _claim(
        self, document: Document, number: int, passage: Passage, found: re.Match[str], words: Sequence[Word]
    ) -> Claim | None:
        start, end = found.start(), found.end()
        name = [fold(word.strip(".")) for word in found["name"].split()]
        sort = found["sort"] or (name.pop() if len(name) > 1 and name[-1] in _SORT_OF else None)
        if not sort and not found[0].lower().startswith(("in ", "near ", "at ", "outside ")):
            return None  # "the striker from Leeds", "close to Ann Lee"
        if set(name) & CALENDAR or (not sort and _is_person(document, found.start("name"))):
            return None
        told = near(document.text, passage, start, end, words)
        low = max(passage.start, start - LOOK_BACK)
        act = _LOCATED.search(document.text, low, start)
        data = {
            "name": name, "sort": sort, "near": told.lemmas,
            "who": document.people.subject(number, start),
            "act": (act["done"] or act["did"]) if act else None,
            "doer": document.people.doer(number, act.start()) if act else None,
            "told": is_asserted(document.words_of(passage)),
        }  # fmt: skip
        value = document.text[found.start("name") : end]
        return Claim.at(
            document,
            start,
            end,
            kind=self.name,
            subject=next(iter(told.lemmas), ""),
            property="where",
            value=value,
            data=data,
        )


def _is_person(document: Document, at: int) -> bool:
    """Whether the name at text[at] is somebody's, or of a league, a firm or an office."""
    mention = document.people.starting_at(at)
    return bool(mention and (mention.person.gender or not mention.person.is_person))


def _key(claim: Claim) -> tuple[str, ...]:
    return tuple(claim.data["name"])


def _is_one_place(a: Claim, b: Claim) -> bool:
    """Whether two names are one place's: equal, and of one sort as far as both say of what."""
    ours, theirs = a.data["sort"], b.data["sort"]
    return a.data["name"] == b.data["name"] and (not ours or not theirs or ours == theirs)


def _is_everywhere(a: Claim, b: Claim, names: Sequence[Counter[tuple[str, ...]]]) -> bool:
    """Whether a town or country is where all of a story is: an article tells several things of it."""
    town = not (a.data["sort"] or b.data["sort"])
    return town and max(names[0][_key(a)], names[1][_key(b)]) > SEVERAL


def _are_two(a: Claim, b: Claim) -> bool:
    """Whether two names are surely of two places: of one sort, without a word in common; or one name, two sorts."""
    ours, theirs = a.data["sort"], b.data["sort"]
    if not (ours and theirs and a.data["told"] and b.data["told"]):
        return False
    names = {*a.data["name"]}, {*b.data["name"]}
    if ours == theirs:
        return not names[0] & names[1] and not _initials(a, b)
    return names[0] == names[1] and _SORT_OF[ours] == _SORT_OF[theirs] == "road"


def _initials(a: Claim, b: Claim) -> bool:
    """Whether one name is made of the other's first letters: "JFK", "John F Kennedy"."""
    short, long = sorted((a.data["name"], b.data["name"]), key=len)
    return len(short) == 1 and [*short[0]] == [word[0] for word in long]


def _tells_the_same(a: Claim, b: Claim) -> bool:
    """Whether what stands nearest to two namings of one place is the same; streets are rarer than towns."""
    ours, theirs = a.data["near"][:CLOSE], b.data["near"][:CLOSE]
    if not may_be_one(a.data["who"], b.data["who"]) or any(opposed(x, y) for x, y in product(ours, theirs)):
        return False
    if a.data["sort"] or b.data["sort"]:
        return _common(ours, theirs) > 0
    return _common(ours[:1], theirs[:1], TELLING_ACT) > 0


def _common(ours: Sequence[str], theirs: Sequence[str], telling: float = TELLING) -> int:
    return sum(any(related(x, y) and min(rarity(x), rarity(y)) >= telling for y in theirs) for x in ours)


def _is_one_act(a: Claim, b: Claim) -> bool:
    """Whether one subject's act is told of both places."""
    ours, theirs = a.data["act"], b.data["act"]
    one = ours and theirs and (ours == theirs or {ours, theirs} <= _BROUGHT or {ours, theirs} <= _BEGUN)
    return bool(one) and surely_one(a.data["doer"], b.data["doer"])


_BROUGHT = frozenset("taken rushed flown airlifted treated".split())
_BEGUN = frozenset(["took place", "happened", "occurred", "began", "started", "broke out"])


def _is_one_happening(a: Claim, b: Claim) -> bool:
    """Whether much of what is told of two places is shared, by words that tell."""
    ours, theirs = a.data["near"][: 2 * CLOSE], b.data["near"][: 2 * CLOSE]
    return (
        _common(ours, theirs) >= SHARED
        and _common(theirs, ours) >= SHARED
        and _common(ours[:1], theirs[:1], 0.0) > 0
        and may_be_one(a.data["who"], b.data["who"])
    )


def _only_names(claims: Sequence[Claim]) -> Counter[str]:
    """How many places of each sort an article names."""
    return Counter(sort for sort, _ in {(claim.data["sort"], tuple(claim.data["name"])) for claim in claims})


def _is_only(a: Claim, b: Claim, only: Sequence[Counter[str]]) -> bool:
    return only[0][a.data["sort"]] == only[1][b.data["sort"]] == 1
