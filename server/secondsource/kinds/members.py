"""The members of a list, one by one: "Mia, 10, Tom, 8, and Sara, 5", "watches, a fur coat and two rings".

Recognised is every row of three or more short items, by commas and a last "and"; the items are names, with or without
ages, or things. A name is compared folded and by its first part ("Mia" and "Mia Rose", but not "Mia Holm" and "Mia
Rose"), a thing by its last word.

A member corroborates when both articles list it, in sentences that may tell of one thing, and the two lists have
another member in common. What only one of them lists conflicts with nothing, for a list is seldom complete: of rows of
names that differ in one none was rightly in conflict on real events (0 of 7), though in the bank's cases 5 of 5 were.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import product

from secondsource.comparing import label_wording, wording
from secondsource.comparing.claim import Claim, Comparison, Example, Kind, Stance, Verdict
from secondsource.reading import Document
from secondsource.reading.enumerations import COMMAS, Span, find_names_listed, find_things_listed
from secondsource.reading.names import name_tokens
from secondsource.reading.words import is_content, lemma, rarity, related, split_words

COMMON = 2  # members that two lists have in common, for them to be of the same people or things
# Probability that two sentences tell one thing, from which their rows are of the same. Of the judged corroborations of
# 894 real events 27 right and 5 wrong ones are left, of 30 and 10.
ONE_THING = 0.5
TELLING = 3.0  # rarity of a word that tells one thing from another: "fedora", "cape", but not "house", "car"


class Members(Kind):
    """Who or what is on a list."""

    name = "members"
    examples = (
        Example("Police held Ann Lee, Max Sol and Kit Marr.", "Max Sol, Kit Marr and Ann Lee were held.",
                Stance.CORROBORATES),
        Example("Their children are Mia, 10, Tom, 8, and Sara, 5.", "They have Mia Rose, Tom, Sara and Bo.",
                Stance.CORROBORATES),
        Example("The gang took emeralds, a violin and two fur coats.", "Stolen were a violin, pearls and emeralds.",
                Stance.CORROBORATES),
        Example("Police held Ann Lee, Max Sol and Kit Marr.", "Ann Lee, Bo Teo and Jan Osei sang.",
                Stance.NOT_COMPARABLE),
        Example("He sells houses, cars and food.", "She bought a house, a car and food.", Stance.NOT_COMPARABLE),
    )  # fmt: skip

    def find(self, document: Document) -> Iterator[Claim]:
        """Yield every member of every list; its span is the item."""
        for _, passage in document.saying(COMMAS):
            for names in find_names_listed(document.text, passage.start, passage.end):
                yield from self._members(document, names, [_name(document.text[slice(*span)]) for span in names])
            for things in find_things_listed(document, passage):
                yield from self._members(document, things, [_thing(document.text, *span) for span in things])

    def label(self, claims: Sequence[Claim]) -> str:
        """The member, as told at most length."""
        return label_wording.member_label(max((claim.exact for claim in claims), key=lambda said: (len(said), said)))

    def relate(self, both: Comparison) -> Iterable[tuple[Claim, Claim, Verdict]]:
        """Yield the members that are on both of two lists of the same."""
        for a, b in product(both.ours, both.theirs):
            common = _is_one(a.data["key"], b.data["key"]) and _in_common(a.data["list"], b.data["list"]) >= COMMON
            if common and not _are_namesakes(a, b) and both.one_thing(a, b) >= ONE_THING:
                yield a, b, Verdict(Stance.CORROBORATES, wording.both_list(a.value, b.value))

    def _members(self, document: Document, spans: Sequence[Span], keys: Sequence[str]) -> Iterator[Claim]:
        kept = list(filter(None, keys))
        for (start, end), key in zip(spans, keys, strict=True):
            if key:
                yield Claim.at(
                    document, start, end, kind=self.name, subject=key, property="member",
                    value=document.text[start:end], data={"key": key, "list": kept},
                )  # fmt: skip


def _are_namesakes(a: Claim, b: Claim) -> bool:
    """Whether two names have the first part in common and nothing behind it: two models of one make."""
    if a.data["key"][0] != "@":
        return False
    ours, theirs = ({*name_tokens(claim.value)[1:]} for claim in (a, b))
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def _name(said: str) -> str:
    """A name's first part, by which lists call people; "" for none."""
    return "@" + name_tokens(said)[0]


def _thing(text: str, start: int, end: int) -> str:
    """What a thing is, by the last word that carries meaning; "" for an everyday thing."""
    bases = [lemma(word.folded) for word in split_words(text, start, end) if is_content(word.folded)]
    return bases[-1] if bases and bases[-1].isalpha() and rarity(bases[-1]) >= TELLING else ""


def _is_one(a: str, b: str) -> bool:
    return a == b or (a[0] != "@" != b[0] and related(a, b))


def _in_common(ours: Sequence[str], theirs: Sequence[str]) -> int:
    things = [y for y in theirs if y[0] != "@"]
    return sum(x in theirs or (x[0] != "@" and any(related(x, y) for y in things)) for x in ours)
