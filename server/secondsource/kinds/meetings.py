"""Who met whom: "President Lee met Bo Marr", "held talks with Bo Marr", "a meeting between Ann Lee and Bo Marr".

Recognised are two people who are named, or one and a pronoun that is plain; what is denied is left out. Two articles
corroborate that tell of a meeting of the same two, or of one that is yet to come. They never conflict: the same two may
meet again elsewhere.
"""

from __future__ import annotations

import re

from secondsource.comparing.claim import Example, Stance
from secondsource.comparing.pairs import Pairs
from secondsource.reading.cues import Cued


class Meetings(Pairs):
    """Who met whom."""

    name = "meetings"
    examples = (
        Example("The chancellor, Ana Sol, met Premier Max Keane in Orrin.",
                "Talks between Max Keane and Ana Sol lasted an hour.", Stance.CORROBORATES),
        Example("Ana Sol is to meet with Max Keane on Monday.", "Ana Sol will meet Max Keane.", Stance.CORROBORATES),
        Example("Ana Sol met Max Keane.", "Ana Sol did not meet Max Keane.", Stance.NOT_COMPARABLE),
        Example("Ana Sol met Max Keane.", "Ana Sol met Eve Marsh.", Stance.NOT_COMPARABLE),
    )  # fmt: skip
    verb = Cued(
        "met meet meets meeting talks",
        r"\b(?:(?:met|meets?|meeting)(?:\s(?:privately|briefly|up))?(?:\swith)?|(?:held|hold|had)\stalks\swith)\b",
        re.IGNORECASE,
    )
    noun = Cued(
        "meeting talks summit encounter",
        r"(?:\b(?P<whose>his|her)\s)?(?:\b\w+\s)?\b(?:meeting|talks|summit|encounter)\s(?:of|with|between)\b",
        re.IGNORECASE,
    )
