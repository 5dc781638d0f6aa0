"""Who married whom: "Ann Lee married Bo Marr", "Ann Lee and Bo Marr tied the knot", "her marriage to Bo Marr".

Recognised are two people who are named, or one and a pronoun that is plain; what is denied is left out. Two articles
corroborate that tell it of the same two. They never conflict: people may marry more than once; when they did is told
by their dates.
"""

from __future__ import annotations

import re

from secondsource.comparing.claim import Example, Stance
from secondsource.comparing.pairs import Pairs
from secondsource.reading.cues import Cued


class Marriages(Pairs):
    """Who married whom."""

    name = "marriages"
    examples = (
        Example("The violinist Ana Sol married Max Keane in May.", "Ana Sol and Max Keane wed in Leeds.",
                Stance.CORROBORATES),
        Example("Ana Sol’s marriage to Max Keane ended.", "She recalled the wedding of Max Keane and Ana Sol.",
                Stance.CORROBORATES),
        Example("Ana Sol married Max Keane.", "Ana Sol is to marry Max Keane.", Stance.NOT_COMPARABLE),
        Example("Ana Sol married Max Keane.", "Eve Marsh married Max Brook.", Stance.NOT_COMPARABLE),
    )  # fmt: skip
    verb = Cued(
        "married marry marries wed weds wedded tied exchanged",
        r"\b(?:(?:got\s)?(?:married(?:\sto)?|marry|marries|wed(?:s|ded)?)|tied\sthe\sknot(?:\swith)?"
        r"|exchanged\s(?:\w+\s)?vows(?:\swith)?)\b",
        re.IGNORECASE,
    )
    noun = Cued(
        "marriage wedding",
        r"(?:\b(?P<whose>his|her)\s)?(?:\b\w+\s)?\b(?:marriage|wedding)\s(?:of|to|with|between)\b",
        re.IGNORECASE,
    )
