"""Sums of money: "$12 million", "15 million euros", "£3bn". Currencies are never converted."""

from __future__ import annotations

import re
from collections.abc import Iterator

from secondsource.kinds.claim import Example, Stance
from secondsource.kinds.quantities import Figure, Quantities, followed_by
from secondsource.reading import Document
from secondsource.reading.currencies import CURRENCIES, SPELT
from secondsource.reading.numbers import DIGITS, SCALES, bound_before
from secondsource.reading.passages import Passage

_SIGNS = {
    "$": "dollar", "us$": "dollar", "a$": "australian dollar", "c$": "canadian dollar", "nz$": "new zealand dollar",
    "hk$": "hong kong dollar", "€": "euro", "£": "pound", "¥": "yen", "₹": "rupee", "rs": "rupee", "₩": "won",
    "₽": "rouble",
}  # fmt: skip
_SIGNED = re.compile(
    rf"""(?<![\w$€£])(?P<sign>(?:US|A|C|NZ|HK)?\$|€|£|¥|₹|₩|₽|Rs\.?\s?)(?P<value>{DIGITS})
    (?:[\s-]?(?P<scale>{"|".join(SCALES)})\b)?""",
    re.VERBOSE | re.IGNORECASE,
)
_NAMED_AFTER = re.compile(
    rf"[\s-](?:US\s|Canadian\s|Australian\s)?(?P<word>{'|'.join(sorted(CURRENCIES | SPELT.keys()))})s?\b", re.IGNORECASE
)
_WEIGHT = re.compile(r"\s(?:of|lighter|heavier|overweight)\b|-(?:weight|bomb)", re.IGNORECASE)


class Money(Quantities):
    """Sums of money, each in its own currency."""

    name = "money"
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
        for found in _SIGNED.finditer(document.text, passage.start, passage.end):
            value = float(found["value"].replace(",", "")) * SCALES.get((found["scale"] or "").lower(), 1.0)
            bound, start = bound_before(document.text, passage.start, found.start())
            unit = _SIGNS[found["sign"].lower().strip(". ")]
            yield Figure(start, found.end(), value, bound, unit, found[0])
        for number, found in followed_by(document, passage, _NAMED_AFTER):
            word = found["word"].lower()
            if not (word == "pound" and _WEIGHT.match(document.text, found.end())):
                yield Figure.of(document, number, found.end(), number.value, SPELT.get(word, word))
