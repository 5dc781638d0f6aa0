"""Where it took place: "was arrested at a hotel in Leeds", "began in the kitchen", "was born in Orrin".

Recognised is the place behind one of a few acts that take place once: its names ("Leeds") and what sort of scene it is
("hotel", see `comparing/scene_sorts.py`). Two places of one act conflict when their scenes exclude one another; two
names do not, for a stadium is in a city and a zoo in a suburb. What it was near is no scene; where another is told
behind a further "at", neither is one. One street or hospital and another are read elsewhere (see `kinds/places.py`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from secondsource.comparing import label_wording
from secondsource.comparing.answers import Answers, known_as
from secondsource.comparing.claim import Claim, Example, Stance
from secondsource.comparing.scene_sorts import SCENES
from secondsource.comparing.sorts import Told
from secondsource.reading import Document
from secondsource.reading.context import clause_around, is_asserted, other_times
from secondsource.reading.cues import Cued
from secondsource.reading.names import CALENDAR
from secondsource.reading.passages import Passage
from secondsource.reading.words import Word, fold, is_content, lemma, split_words

# Acts by what they come to: each takes place once, in one place.
_ACTS = {
    "begin": r"began|started|broke\sout|originated",
    "find": r"found(?!\sguilty|\snot)|discovered|recovered|turned\sup|unearthed|dug\sup|retrieved",
    "arrest": r"arrested|detained|caught|captured|apprehended|picked\sup",
    "birth": r"born|came\sinto\sthe\sworld|birthplace",
    "death": r"died|collapsed\sand\sdied",
    "attack": r"attacked|assaulted|stabbed|robbed|mugged|ambushed|abducted|kidnapped",
    "crash": r"""crashed|plunged|went\soff\sthe\s(?:road|track|rails)|came\sdown|went\sdown|landed
    |emergency\slanding|splashed\sdown|derailed|sank|capsized|ditched|ran\saground""",
    "hold": r"""(?:be|been|was|were)\s(?:held|staged|played|hosted)|tak(?:e|es|ing)\splace|took\splace
    |taken\splace|will\shold|awarded(?=\s(?:[\w’'-]+\s){1,5}?to\s)|will\shost""",
    "burial": r"buried|laid\sto\srest",
    "making": r"(?:was|were)\s(?:packed|made|produced|bottled|manufactured|assembled|canned)"
    r"|came\sfrom\sa\s(?:plant|factory|farm)",
}
_GROUPS = tuple(_ACTS)
_ACT = Cued(
    """began started broke originated found discovered recovered turned unearthed dug retrieved arrested detained caught
    captured apprehended picked born came birthplace died collapsed attacked assaulted stabbed robbed mugged ambushed
    abducted kidnapped crashed plunged went landed emergency splashed derailed sank capsized ditched ran held staged
    played hosted place hold awarded host buried laid packed made produced bottled manufactured
    assembled canned""",
    rf"\b(?:{'|'.join(f'(?P<g{n}>{told})' for n, told in enumerate(_ACTS.values()))})\b",
    re.VERBOSE,
)
_AT = re.compile(
    r"(?:,?\s[\w’'-]+){0,6}?\s(?P<at>(?:in|at|on|near|outside|inside|off|into|from|to|behind|under|close\sto|not\sfar\sfrom)\s)"
)
_NAME = re.compile(r"[^\W\d_a-z][\w’'-]{1,30}(?:\s[^\W\d_a-z][\w’'-]{1,30}){0,3}")
_NEAR = frozenset("near outside off behind close not from to".split())
_FURTHER = frozenset("in at on near outside inside off into from to behind under by close beside along".split())
_NOT = re.compile(
    r"\b(?:not|never|nobody|also|another|again|other|second|third|fourth)\b|\b(?:was|were)\sto\b|n['’]t\b|,\s+(?:then|and)\b",
    re.IGNORECASE,
)
MOST = 8  # words of a place


class Scenes(Answers):
    """Where it took place."""

    name = "scenes"
    examples = (
        Example("The chapel fire began in the attic.", "The fire in the chapel started in the kitchen.",
                Stance.CONFLICTS),
        Example("Ana Sol was arrested in a barn near Orrin.", "Ana Sol was detained at an airport.", Stance.CONFLICTS),
        Example("The painter Ana Sol was born in Leeds.", "The painter Ana Sol was born in Orrin.",
                Stance.NOT_COMPARABLE),
        Example("The chapel fire began in the basement.", "The chapel fire began in the boiler room.",
                Stance.NOT_COMPARABLE),
    )  # fmt: skip

    def find(self, document: Document) -> Iterator[Claim]:
        """Yield every place of such an act."""
        for number, passage in document.saying(_ACT.signs):
            words = document.words_in(passage)
            for found in _ACT.finditer(document, passage):
                claim = self._claim(document, number, passage, words, found)
                if claim:
                    yield claim

    def label(self, claims: Sequence[Claim]) -> str:
        """What was done there, and where."""
        return label_wording.place_label(claims[0].property, min((claim.value for claim in claims), key=len))

    def fit(self, a: Claim, b: Claim) -> bool:
        """Whether a name of the places is one; or, where either has none, a scene."""
        ours, theirs = _names(a), _names(b)
        if ours and theirs:
            return not ours.isdisjoint(theirs) and not SCENES.exclude(_sorts(a), _sorts(b))
        return not _sorts(a).isdisjoint(_sorts(b))

    def exclude(self, a: Claim, b: Claim) -> bool:
        """Whether the scenes exclude one another."""
        return SCENES.exclude(_sorts(a), _sorts(b))

    def _claim(
        self, document: Document, number: int, passage: Passage, words: Sequence[Word], found: re.Match[str]
    ) -> Claim | None:
        """The claim that the place makes behind what was found; None for none."""
        low, high = clause_around(document.text, passage, found.start(), found.end())
        at = _AT.match(document.text, found.end(), high)
        clause = document.text[low:high]
        if not at or _NOT.search(clause) or not is_asserted(clause):
            return None
        place = [word for word in words if at.end() <= word.start < high][:MOST]
        if not place:
            return None
        start, end = found.start(), place[-1].end
        names = _named(document, at, end)
        scene = [lemma(word.folded) for word in takewhile(lambda word: word.folded not in _FURTHER, place)]
        further = SCENES.told([lemma(word.folded) for word in place[len(scene) :]])
        near = not _NEAR.isdisjoint(at["at"].split())
        sorts = frozenset() if near or further else SCENES.told(scene)
        if not names and not sorts:
            return None
        act = next(group for n, group in enumerate(_GROUPS) if found[f"g{n}"])
        who = document.people.doer(number, start) or document.people.subject(number, start) or ""
        before = [
            word
            for word in words
            if (low <= word.start and word.end <= start) or found.end() <= word.start < at.start("at")
        ]
        of = {lemma(word.folded) for word in before if is_content(word.folded) and word.folded.isalpha()}
        return Claim.at(
            document, start, end, kind=self.name, subject=who, property=act, value=document.text[at.start("at") : end],
            data={
                "names": sorted(known_as(who) | document.people.names_in(low, start)), "of": sorted(of | {act}),
                "times": other_times(document.text, passage, start, end), "at": names, "sorts": sorted(sorts),
            },
        )  # fmt: skip


def _named(document: Document, at: re.Match[str], end: int) -> list[str]:
    """The words of the names in a place."""
    names: list[str] = []
    for found in _NAME.finditer(document.text, at.end(), end):
        words = [fold(word.text) for word in split_words(document.text, *found.span())]
        mention = document.people.starting_at(found.start())
        if set(words) & CALENDAR or (mention and mention.person.gender):
            continue
        names += words
    return names


def _names(claim: Claim) -> set[str]:
    return set(claim.data["at"])


def _sorts(claim: Claim) -> frozenset[Told]:
    return frozenset((sort, which) for sort, which in claim.data["sorts"])
