"""Sums of money: "$12 million", "15 million euros", "£3bn". Currencies are never converted.

What are two sorts of sum by the words beside them, a price and a saving, a deficit and an income, is in no conflict.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from secondsource.comparing.claim import Claim, Example, Stance
from secondsource.comparing.dated_act import sides
from secondsource.comparing.figures import Figure, followed_by
from secondsource.comparing.quantities import LIKELY_ONE, Quantities
from secondsource.reading import Document
from secondsource.reading.cues import Cued
from secondsource.reading.currencies import CODES, CURRENCIES, SPELT
from secondsource.reading.numbers import DIGITS, SCALES, Number, bound_before, minus_before, range_to
from secondsource.reading.passages import Passage
from secondsource.reading.words import kinds, lemma, related

_SIGNS = {
    "$": "dollar", "us$": "dollar", "a$": "australian dollar", "c$": "canadian dollar", "nz$": "new zealand dollar",
    "hk$": "hong kong dollar", "€": "euro", "£": "pound", "¥": "yen", "₹": "rupee", "rs": "rupee", "₩": "won",
    "₽": "rouble",
    **CODES,
}  # fmt: skip
_CODE = rf"\b(?-i:{'|'.join(CODES).upper()})\s"
_SIGN = rf"(?:US|A|C|NZ|HK)?\$|€|£|¥|₹|₩|₽|Rs\.?\s?|{_CODE}"
_SCALE = rf"(?:{'|'.join(SCALES)})\b"
_SIGNED = Cued(  # one sum, or two that may be the ends of a range
    " ".join(("$ € £ ¥ ₹ ₩ ₽ rs", *CODES)),
    rf"""(?<![\w$€£])(?P<sign>{_SIGN})(?P<value>{DIGITS})(?:[\s-]?(?P<scale>{_SCALE}))?
    (?:(?:\s?[-–]\s?|\s(?:to|or|and)\s)
      (?:(?P<sign2>{_SIGN})(?P<value2>{DIGITS})(?:[\s-]?(?P<scale2>{_SCALE}))?
        |(?P<value3>{DIGITS})[\s-]?(?P<scale3>{_SCALE})))?""",
    re.VERBOSE | re.IGNORECASE,
)
_NAMED_AFTER = re.compile(
    rf"[\s-](?:US\s|Canadian\s|Australian\s)?(?P<word>{'|'.join(sorted(CURRENCIES | SPELT.keys()))})s?\b", re.IGNORECASE
)
_SORTS = {  # what a sum is, where it is not what another is
    "price": "cost price expense spend",
    "saving": "save saving savings",
    "shortfall": "deficit shortfall loss lose",
    "income": "revenue sales turnover profit income",
    "debt": "debt owe liability",
}
_SORT_OF = {word: sort for sort, words in _SORTS.items() for word in words.split()}
CLOSE = 4  # words nearest to a sum among which is what it is; with 3, one of two wrong conflicts of 21 real events goes
_KILOS = re.compile(r"(?:kilo|kilogram|kg)s?\s\($", re.IGNORECASE)  # "300 kilograms (661 pounds)"
_DESCRIBED = re.compile(
    r"\s(?!(?:in|for|to|and|or|of|from|by|on|at|as|a|per|each|with|was|is|were|over)\b)([a-z]{3,})\b"
)
BEFORE = 16  # code points before a sum in which that is written
_WEIGHT = re.compile(r"\s(?:of|lighter|heavier|overweight)\b|-(?:weight|bomb)", re.IGNORECASE)


class Money(Quantities):
    """Sums of money, each in its own currency."""

    name = "money"
    least_one = LIKELY_ONE
    examples = (
        Example("The bridge cost $1.4 billion.", "The $1.4bn bridge opened in May.", Stance.CORROBORATES),
        Example("The bakery was fined more than $300,000.", "The bakery was fined $313,890.", Stance.CORROBORATES),
        Example(
            "The museum paid £2.6 million for the painting.",
            "The museum paid £2.9 million for the painting.",
            Stance.CONFLICTS,
        ),
        Example(
            "The club paid 38 million euros for the striker.",
            "The club paid €41 million for the striker.",
            Stance.CONFLICTS,
        ),
        Example("The ransom was $2 million.", "The ransom was 2 million euros.", Stance.NOT_COMPARABLE),
        Example(
            "The grant was worth 40,000 pounds.",
            "The crane lifted 40,000 pounds of steel.",
            Stance.NOT_COMPARABLE,
        ),
    )

    def figures(self, document: Document, passage: Passage) -> Iterator[Figure]:
        """Yield the sums of a passage; "20 pounds of" is a weight."""
        yield from _signed(document, passage)
        for number, found in followed_by(document, passage, _NAMED_AFTER):
            word = found["word"].lower()
            weighs = _WEIGHT.match(document.text, found.end()) or _KILOS.search(
                document.text, max(passage.start, number.bound_start - BEFORE), number.bound_start
            )
            if not (word == "pound" and weighs):
                yield Figure.of(document, number, found.end(), number.value, SPELT.get(word, word))

    def comparable(self, a: Claim, b: Claim) -> bool:
        """As figures are; not a price and a saving."""
        return not _are_two_sorts(a, b) and super().comparable(a, b)

    def bars(self, a: Claim, b: Claim) -> bool:
        """As all figures; sums of two sorts; and what two things cost."""
        return _are_two_sorts(a, b) or _are_of_two_things(a, b) or super().bars(a, b)


def _are_two_sorts(a: Claim, b: Claim) -> bool:
    """Whether the words beside two sums say that they are two sorts of sum: "a deficit of $6 million", "it costs"."""
    ours, theirs = ([_SORT_OF[w] for w in claim.data["near"][:CLOSE] if w in _SORT_OF] for claim in (a, b))
    return bool(ours and theirs) and set(ours).isdisjoint(theirs)


def _are_of_two_things(a: Claim, b: Claim) -> bool:
    """Whether two sums describe what stands right behind them, which is not one thing: a "$900 hat", a "$700 coat"."""
    found = [_DESCRIBED.match(sides(claim)[1]) for claim in (a, b)]
    things = [lemma(noun[1]) for noun in found if noun and kinds(lemma(noun[1]))]
    return len(things) == len(found) and not related(*things)


def _signed(document: Document, passage: Passage) -> Iterator[Figure]:
    """The sums that are written with a sign; "$3 million to $5 million" and "$3-5 million" are ranges."""
    text = document.text
    for found in _SIGNED.finditer(document, passage):
        first, unit = _sum(text, passage, found, ""), _unit(found["sign"])
        upper = "3" if found["value3"] else "2" if found["value2"] and _unit(found["sign2"]) == unit else ""
        last = range_to(text, passage.start, first, _sum(text, passage, found, upper)) if upper else None
        if last:
            said = text[last.bound_start : last.end]
            yield Figure(last.bound_start, last.end, last.value, last.bound, unit, said, last.low)
            continue
        minus = minus_before(text, passage.start, first.start)
        value = first.value if minus == first.start else -first.value
        yield Figure(min(first.bound_start, minus), first.end, value, first.bound, unit, text[minus : first.end])
        if found["value2"]:
            second = _sum(text, passage, found, "2")
            said = text[second.start : second.end]
            yield Figure(second.start, second.end, second.value, second.bound, _unit(found["sign2"]), said)


def _sum(text: str, passage: Passage, found: re.Match[str], nth: str) -> Number:
    """The first, second ("2") or unsigned second ("3") sum of a match, with what bounds it."""
    start = found.start("value3" if nth == "3" else f"sign{nth}")
    end = max(found.end(f"value{nth}"), found.end(f"scale{nth}"))
    value = float(found[f"value{nth}"].replace(",", "")) * SCALES.get((found[f"scale{nth}"] or "").lower(), 1.0)
    return Number(start, end, value, *bound_before(text, passage.start, start))


def _unit(sign: str) -> str:
    return _SIGNS[sign.lower().strip(". ")]
