"""Words of sympathy, which everybody says after every misfortune: two people's are hardly ever one utterance."""

from __future__ import annotations

import re

CONDOLING = (
    r"thoughts\s(?:are|and)|(?:thoughts\sof|in\s(?:our|my|their)\sthoughts)|pray(?:s|ed|ing|er|ers)?|hearts?\s(?:go|goes|is|are)"
    r"|sympath\w*|condolences?|mourn\w*|griev\w+|(?:deeply|profoundly|truly|so)\s(?:saddened|shocked)|heartbroken"
)
_CONDOLES = re.compile(rf"\b(?:{CONDOLING})\b")


def condoles(words: str) -> bool:
    """Whether words as they are compared, in lower case, are of sympathy."""
    return bool(_CONDOLES.search(words))
