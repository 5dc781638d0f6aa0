"""Who did it to whom: "the Kestrel rammed the Petrel", "the Petrel ran into the Kestrel".

Recognised are two names with one of a few acts between them that one does to the other, in the active ("Ann Lee hit Bo
Marr", "it was Ann Lee who hit Bo Marr") or passive voice. Two articles conflict when one has it the other way round,
the sentences tell one thing, and neither article has both ways: who is hit may hit back.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import product

from secondsource.comparing import label_wording, wording
from secondsource.comparing.claim import Claim, Comparison, Example, Kind, Stance, Verdict
from secondsource.reading import Document
from secondsource.reading.context import is_asserted
from secondsource.reading.cues import Cued
from secondsource.reading.mentions import Mention
from secondsource.reading.names import name_tokens, same_name
from secondsource.reading.passages import Passage

# The acts by what they come to; a form of several words is one word's with what must stand behind it. Only what one
# party alone does, and once: people accuse, attack, ring and overtake one another in turn, and collide together.
_FORMS = {
    "hit": r"""rammed|clipped|rear-ended|(?:ran|crashed|ploughed|plowed|drove|slammed|smashed|swerved|cut)\sinto
        |(?:touched|caught)\sthe\s(?:back\s|rear\s|front\s)?wheel\sof""",
    "fire at": r"shot|(?:fired|opened\sfire)(?:\s(?:first|the\sfirst\sshot))?(?=,?\s(?:at|on)\b)",
}
_GROUP_OF = tuple(_FORMS)
_ACT = Cued(
    """rammed clipped rear ran crashed ploughed plowed drove slammed smashed swerved cut touched caught shot fired
    opened""",
    "|".join(rf"(?P<g{n}>\b(?:{forms})\b)" for n, forms in enumerate(_FORMS.values())),
    re.VERBOSE,
)
_DOER = re.compile(r"(?:,\s[^,;.:]{1,40},|,)?\s(?:who\s)?(?:(?:had|has|then|later|first|also|suddenly|allegedly)\s)*")
_PASSIVE = re.compile(r"\s(?:was|were|is|had\sbeen|has\sbeen)\s(?:\w{2,12}ly\s|then\s|later\s)?")
_DONE_TO = re.compile(r"(?:,?\s(?:at|on|to))?\s(?:the\s|an?\s|his\s|her\s)?(?:[a-z][\w’'-]*\s){0,4}(?:[A-Z][a-z]+\s)?")
_BY = re.compile(r"(?:\s(?!by\b)[\w’'-]+){0,5}\sby\s(?:the\s|an?\s)?(?:[\w’'-]+\s){0,3}")
_NOT = re.compile(r"\b(?:not|never|denied|nearly|almost)\b|n['’]t\b")
_OWNS = re.compile(r"['’]s?\b|['’](?=\s)")
BESIDE = 60  # code points on either side of an act in which the two are named
# Probability that two sentences tell one thing, from which an act that both tell is one: in 39 stories and 279 small
# cases the three pairs the other way round have .9 and more; one act told in two ways may have .6.
ONE_THING = 0.6


class Reversals(Kind):
    """Who did it, and to whom."""

    name = "reversals"
    examples = (
        Example("The Kestrel rammed the Petrel off Orrin in the fog.",
                "In the fog off Orrin the Petrel ran into the Kestrel.", Stance.CONFLICTS),
        Example("In the bar Ana Sol shot Max Keane.", "In the bar Ana Sol was shot by Max Keane.", Stance.CONFLICTS),
        Example("In the bar Ana Sol shot Max Keane.", "Max Keane was shot in the bar by Ana Sol.",
                Stance.NOT_COMPARABLE),
        Example("The Kestrel rammed the Petrel off Orrin.", "The Petrel rammed the Kestrel's boat off Orrin.",
                Stance.NOT_COMPARABLE),
    )  # fmt: skip

    def find(self, document: Document) -> Iterator[Claim]:
        """Yield every act that somebody named does to somebody named."""
        for _, passage in document.saying(_ACT.signs):
            for found in _ACT.finditer(document, passage):
                two = _two(document, passage, found)
                said = document.text[max(passage.start, found.start() - BESIDE) : found.start()]
                if two and is_asserted(document.words_of(passage)) and not _NOT.search(said):
                    doer, done_to, start, end = two
                    group = next(group for n, group in enumerate(_GROUP_OF) if found[f"g{n}"])
                    yield Claim.at(
                        document, start, end, kind=self.name, subject=done_to.person.name, property=group,
                        value=document.text[start:end],
                        data={"doer": [*name_tokens(doer.person.name)], "to": [*name_tokens(done_to.person.name)]},
                    )  # fmt: skip

    def label(self, claims: Sequence[Claim]) -> str:
        """What was done."""
        return label_wording.doer_label(min((claim.exact for claim in claims), key=len))

    def relate(self, both: Comparison) -> Iterable[tuple[Claim, Claim, Verdict]]:
        """Yield what the two articles have the other way round."""
        for a, b in product(both.ours, both.theirs):
            if not _is_other_way_round(a, b) or any(
                _is_other_way_round(c, twin) for side, twin in ((both.ours, a), (both.theirs, b)) for c in side
            ):
                continue
            sure = both.one_thing(a, b)
            if sure >= ONE_THING:
                yield a, b, Verdict(Stance.CONFLICTS, wording.differ(a.value, b.value), sure)


def _two(document: Document, passage: Passage, found: re.Match[str]) -> tuple[Mention, Mention, int, int] | None:
    """Who does the act that was found, to whom, and where that is told from and to; None where either has no name."""
    before = document.people.between(max(passage.start, found.start() - BESIDE), found.start())
    after = document.people.between(found.end(), min(passage.end, found.end() + BESIDE))
    if not before or not after or before[-1].person is after[0].person or before[-1].end > found.start():
        return None
    first, second, text = before[-1], after[0], document.text
    if _OWNS.match(text, second.end):  # "the Petrel's boat"
        return None
    if _DOER.fullmatch(text, first.end, found.start()) and _DONE_TO.fullmatch(text, found.end(), second.start):
        return first, second, first.start, second.end
    if _PASSIVE.fullmatch(text, first.end, found.start()) and _BY.fullmatch(text, found.end(), second.start):
        return second, first, first.start, second.end
    return None


def _is_other_way_round(a: Claim, b: Claim) -> bool:
    """Whether two acts are one sort's, and who does the one suffers the other."""
    crossed = same_name(a.data["doer"], b.data["to"]) and same_name(a.data["to"], b.data["doer"])
    return crossed and a.property == b.property
