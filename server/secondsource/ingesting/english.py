"""Only English is read: claims found in another language would be wrong ones."""

from __future__ import annotations

import re

from secondsource.ingesting.outcomes import Refusal

# Words of every English text that the other languages of Latin letters hardly have,
# unlike "in", "is", "was", "of" or "on".
COMMON = frozenset("the and to that it with by from his have has".split())
LEAST_COMMON = 0.03  # share of the words; of 265 English articles the poorest has .10, the median .15
LEAST_WORDS = 40  # fewer tell too little: a list of names, a headline
MOST_WORDS = 2_000  # of a text's beginning are looked at

_WORD = re.compile(r"[^\W\d_]+")


def must_be_english(text: str, language: str | None = None) -> None:
    """Raise Refusal for a text that its page says is in another language, or whose words are another's."""
    if language and not language.lower().startswith("en"):
        raise Refusal(f"is not in English but in {language[:20]!r}")
    words = [found[0].lower() for found, _ in zip(_WORD.finditer(text), range(MOST_WORDS), strict=False)]
    if len(words) >= LEAST_WORDS and sum(word in COMMON for word in words) < LEAST_COMMON * len(words):
        raise Refusal("is not in English, by its words")
