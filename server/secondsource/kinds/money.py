"""Sums of money: "$12 million", "15 million euros", "£3bn". Currencies are never converted."""

from __future__ import annotations

import re
from collections.abc import Iterator

from secondsource.kinds.quantities import Figure, Quantities
from secondsource.reading import Document
from secondsource.reading.numbers import bound_before, words_value
from secondsource.reading.passages import Passage

_SIGNS = {
    "$": "dollar", "us$": "dollar", "a$": "australian dollar", "c$": "canadian dollar", "nz$": "new zealand dollar",
    "hk$": "hong kong dollar", "€": "euro", "£": "pound", "¥": "yen", "₹": "rupee", "rs": "rupee", "₩": "won",
    "₽": "rouble",
}  # fmt: skip
_NAMED = frozenset(
    """dollar euro pound yen yuan rupee peso franc krona krone rouble won real rand zloty lira dirham naira shilling
    cent penny crown""".split()
)
_SPELT = {"kronor": "krona", "kroner": "krone", "ruble": "rouble", "pence": "penny"}
_SCALE = {
    "hundred": 1e2, "thousand": 1e3, "k": 1e3, "million": 1e6, "m": 1e6, "mn": 1e6, "mln": 1e6,
    "billion": 1e9, "bn": 1e9, "b": 1e9, "trillion": 1e12, "tn": 1e12,
}  # fmt: skip
_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_SPELT_OUT = r"(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|forty|fifty)(?:\sand\sa\shalf)?"
_MONEY = re.compile(
    rf"""(?<![\w$€£])(?:
        (?P<sign>(?:US|A|C|NZ|HK)?\$|€|£|¥|₹|₩|₽|Rs\.?\s?)(?P<value>{_DIGITS})
        (?:[\s-]?(?P<scale>trillion|billion|million|thousand|mln|bn|mn|tn|[kmb])\b)?
      | (?P<value2>{_DIGITS}|{_SPELT_OUT})(?:[\s-](?P<scale2>trillion|billion|million|thousand|hundred))?
        [\s-](?:US\s|Canadian\s|Australian\s)?(?P<word>{"|".join(sorted(_NAMED | _SPELT.keys()))})s?\b
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_WEIGHT = re.compile(r"\s(?:of|lighter|heavier|overweight)\b|-(?:weight|bomb)", re.IGNORECASE)


class Money(Quantities):
    """Sums of money, each in its own currency."""

    name = "money"

    def figures(self, document: Document, passage: Passage) -> Iterator[Figure]:
        """Yield the sums of a passage; "20 pounds of" is a weight."""
        for found in _MONEY.finditer(document.text, passage.start, passage.end):
            unit = _SIGNS.get((found["sign"] or "").lower().strip(". ")) or _currency(found["word"].lower())
            written = found["value"] or found["value2"]
            value = float(written.replace(",", "")) if written[0].isdigit() else words_value(written)
            if not value or (found["word"] and unit == "pound" and _WEIGHT.match(document.text, found.end())):
                continue
            value *= _SCALE.get((found["scale"] or found["scale2"] or "").lower(), 1.0)
            bound, start = bound_before(document.text, passage.start, found.start())
            yield Figure(start, found.end(), value, bound, unit, found[0])


def _currency(word: str) -> str:
    return _SPELT.get(word, word)
