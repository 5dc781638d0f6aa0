"""The length of a list against a stated number: "their children, Mia, 10, Tom, 8, and Sara, 5" and "three children".

Recognised: three or more names in a row, with or without ages, after a noun in the plural ("children", "suspects",
"the winners are"); and numbers of such a noun. A list with "including" or "among them" is no list of all.

A list corroborates a number when it is as long and the nouns name the same kind of people. They conflict only for the
children or siblings of a couple or a family, when both say "their" and the list closes with "and".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from typing import ClassVar

from secondsource.comparing import wording
from secondsource.comparing.claim import Claim, Comparison, Example, Kind, Stance, Verdict
from secondsource.comparing.labels import counted_label
from secondsource.reading import Document
from secondsource.reading.enumerations import COMMAS, LONGEST, SHORTEST, names_at
from secondsource.reading.numbers import NUMERALS
from secondsource.reading.passages import Passage
from secondsource.reading.people import may_be_one
from secondsource.reading.words import fold, is_person_noun, lemma, same_kind

_PLURAL = r"(?P<noun>[a-z]{4,}+(?:(?<=s)|(?<=[a-z]{3}en)|(?<=[a-z]{3}ple)))"
_NOUN = re.compile(
    rf"""\b{_PLURAL}\b(?=(?P<gap>,\s|\s(?:are|were|named|called)\s|\s|(?:\s[a-z]+){{0,4}}?(?::|\s?[—–]|\s-)\s?)[^\W\d_a-z])""",
    re.VERBOSE,
)
_COUNTED = re.compile(rf"\s(?:[a-z]+\s)?{_PLURAL}\b(?!\sold|-)")
_THEIR = re.compile(r"\btheir\s(?:[\w-]+\s){0,2}$", re.IGNORECASE)
_PARTIAL = re.compile(
    r"\b(?:including|among|like|such\sas|other|another|some|of\s(?:the|his|her|their))\b", re.IGNORECASE
)
_KIN = frozenset("child kid son daughter sibling brother sister".split())
_BEFORE = 24  # code points in which a list is said to be a part


class Lists(Kind):
    """How many are on a list of names.

    A claim is a list of people by name, or a number of people of the sort that such a list is of.
    """

    name = "lists"
    label_lacks_value = True
    examples: ClassVar[tuple[Example, ...]] = (
        Example("Police named the suspects: Ann Lee, Max Sol, Bo Teo and Kit Marr.", "Police named four suspects.",
                Stance.CORROBORATES),
        Example("They live with their children, Mia, 10, Tom, 8, and Sara, 5.", "They live with their three children.",
                Stance.CORROBORATES),
        Example("They live with their children, Mia, 10, Tom, 8, and Sara, 5.", "They live with their four children.",
                Stance.CONFLICTS),
        Example("He has four children, including Mia, Tom and Sara.", "He has three children.", Stance.NOT_COMPARABLE),
        Example("Police named the suspects: Ann Lee, Max Sol and Kit Marr.", "Police named three victims.",
                Stance.NOT_COMPARABLE),
        Example("The judges, Ann Lee, Max Sol and Kit Marr, met.", "Four judges met.", Stance.NOT_COMPARABLE),
    )  # fmt: skip

    def find(self, document: Document) -> Iterator[Claim]:
        """Yield every list of three or more names, and every number of people of some sort."""
        for number, passage in document.saying(COMMAS | NUMERALS):
            ends = passage.start
            for claim in (*_listed(document, number, passage), *_counted(document, number, passage)):
                if not claim.data["listed"] or claim.start >= ends:
                    ends = max(ends, claim.end) if claim.data["listed"] else ends
                    yield claim

    def label(self, claims: Sequence[Claim]) -> str:
        """What is listed."""
        return counted_label(claims)

    def relate(self, both: Comparison) -> Iterable[tuple[Claim, Claim, Verdict]]:
        """Yield a list with each number of the other article that it is as long as, or surely is to be as long as."""
        pairs = [
            (a, b)
            for a, b in product(both.ours, both.theirs)
            if a.data["listed"] != b.data["listed"]
            and same_kind(a.property, b.property)
            and may_be_one(a.data["who"], b.data["who"])
        ]
        agreed = {id(claim) for a, b in pairs if a.data["count"] == b.data["count"] for claim in (a, b)}
        for a, b in pairs:
            names, number = (a, b) if a.data["listed"] else (b, a)
            if a.data["count"] == b.data["count"]:
                yield a, b, Verdict(Stance.CORROBORATES, wording.as_many(names.data["listed"], number.value))
            elif not agreed & {id(a), id(b)} and _surely_one(names, number):
                yield a, b, Verdict(Stance.CONFLICTS, wording.not_as_many(names.data["listed"], number.value))


def _surely_one(names: Claim, number: Claim) -> bool:
    """Whether a list and a number are of all the children of one couple: both "their", and the list closed."""
    kin = names.property == number.property and names.property in _KIN
    return bool(kin and names.data["their"] and number.data["their"] and names.data["closed"])


def _listed(document: Document, number: int, passage: Passage) -> Iterator[Claim]:
    if not document.says(passage, COMMAS):
        return
    for noun in _NOUN.finditer(document.text, passage.start, passage.end):
        base = lemma(fold(noun["noun"]))
        before = document.text[max(passage.start, noun.start() - _BEFORE) : noun.end()]
        if not is_person_noun(base) or base == noun["noun"] or _PARTIAL.search(before):
            continue
        spans, end, closed = names_at(document.text, noun.end("gap"), passage.end)
        if len(spans) >= SHORTEST:
            names = [document.text[slice(*span)] for span in spans]
            yield _claim(document, number, noun.start("noun"), end, base, len(names), names, closed=closed)


def _counted(document: Document, number: int, passage: Passage) -> Iterator[Claim]:
    for told in document.numbers_in(passage):
        found = _COUNTED.match(document.text, told.end, passage.end)
        before = document.text[max(passage.start, told.start - _BEFORE) : told.start]
        exact = not told.bound and SHORTEST <= told.value <= LONGEST and told.value == int(told.value)
        if found and exact and not _PARTIAL.search(before):
            base = lemma(fold(found["noun"]))
            if is_person_noun(base):
                yield _claim(document, number, told.start, found.end(), base, int(told.value), [])


def _claim(
    document: Document, number: int, start: int, end: int, base: str, count: int, names: list[str],
    *, closed: bool = False,
) -> Claim:  # fmt: skip
    before = document.text[max(document.passages[number].start, start - _BEFORE) : start]
    data = {
        "count": count, "listed": names, "their": bool(_THEIR.search(before)), "closed": closed,
        "who": document.people.subject(number, start),
    }  # fmt: skip
    return Claim.at(
        document, start, end, kind=Lists.name, subject=base, property=base,
        value=wording.listing(names) if names else document.text[start:end], data=data,
    )  # fmt: skip
