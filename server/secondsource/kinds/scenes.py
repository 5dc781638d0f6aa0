"""Where it took place: "was arrested at a hotel in Leeds", "began in the kitchen", "was born in Orrin".

Recognised is the place behind one of a few acts that take place once: its names ("Leeds") and what sort of scene it is
("hotel", see `comparing/scene_sorts.py`). Two places of one act conflict when their scenes exclude one another, or when
they are towns far apart (see `reading/cities.py`) and neither article tells of the other town. No other two names
conflict, for a stadium is in a city and a zoo in a suburb. What it was near is no scene; where another is told behind a
further "at", neither is one. One street or hospital and another are read elsewhere (see `kinds/places.py`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import product, takewhile

from secondsource.comparing import label_wording
from secondsource.comparing.answers import TELLING, Answers, common, known_as
from secondsource.comparing.apart import told_of_two_times
from secondsource.comparing.claim import Claim, Comparison, Example, Stance, Verdict
from secondsource.comparing.scene_sorts import SCENES
from secondsource.comparing.sorts import Told
from secondsource.reading import Document
from secondsource.reading.cities import far_apart, is_town
from secondsource.reading.context import clause_around, is_asserted, other_times
from secondsource.reading.cues import Cued
from secondsource.reading.names import CALENDAR
from secondsource.reading.passages import Passage
from secondsource.reading.words import Word, fold, is_content, lemma, rarity, split_words

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
_AHEAD = re.compile(r"\b(?:will|to\sbe)\b")
_PAST_OR_AHEAD = re.compile(r"\b(?:will|to\sbe|was|were|took)\b")
_THE = re.compile(r"\b(?:the|its|his|her|their)\b", re.IGNORECASE)
_NAME = re.compile(r"[^\W\d_a-z][\w’'-]{1,30}(?:\s[^\W\d_a-z][\w’'-]{1,30}){0,3}")
_NEAR = frozenset("near outside off behind close not from to".split())
_FURTHER = frozenset("in at on near outside inside off into from to behind under by close beside along".split())
_NOT = re.compile(
    r"\b(?:not|never|nobody|also|another|again|other|second|third|fourth)\b|\b(?:was|were)\sto\b|\b(?:some|part|one|most|half|many)\sof\b|n['’]t\b|,\s+(?:then|and)\b",
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
        Example("The painter Ana Sol was born in Leeds.", "The painter Ana Sol was born in Bristol.",
                Stance.CONFLICTS),
        Example("The painter Ana Sol was born in Leeds.", "The painter Ana Sol was born in Orrin.",
                Stance.NOT_COMPARABLE),
        Example("The chapel fire began in the basement.", "The chapel fire began in the boiler room.",
                Stance.NOT_COMPARABLE),
    )  # fmt: skip

    def find(self, document: Document) -> Iterator[Claim]:
        """Yield every place of such an act."""
        for number, passage in document.statements:
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
        """Whether the scenes exclude one another, or the towns are far apart."""
        return SCENES.exclude(_sorts(a), _sorts(b)) or _are_far_apart(a, b)

    def relate(self, both: Comparison) -> Iterable[tuple[Claim, Claim, Verdict]]:
        """Yield what fits, and what excludes one another; not two towns of which either article tells."""
        for a, b, verdict in super().relate(both):
            towns = verdict.stance is Stance.CONFLICTS and not SCENES.exclude(_sorts(a), _sorts(b))
            if not towns or (_is_of_one(a, b) and not _tells_of_both(a, b, both)):
                yield a, b, verdict

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
        named = _named(document, at, end)
        names = [word for words in named for word in words]
        towns = [town for town in map(" ".join, named) if is_town(town)]
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
                "towns": towns, "the": bool(_THE.search(document.text, low, at.start("at"))),
            },
        )  # fmt: skip


def _named(document: Document, at: re.Match[str], end: int) -> list[list[str]]:
    """The names in a place, each by its words."""
    names: list[list[str]] = []
    for found in _NAME.finditer(document.text, at.end(), end):
        words = [fold(word.text) for word in split_words(document.text, *found.span())]
        mention = document.people.starting_at(found.start())
        if set(words) & CALENDAR or (mention and mention.person.gender):
            continue
        names.append(words)
    return names


def _names(claim: Claim) -> set[str]:
    return set(claim.data["at"])


def _are_far_apart(a: Claim, b: Claim) -> bool:
    """Whether every town of the one place lies far from every one of the other."""
    pairs = list(product(a.data["towns"], b.data["towns"]))
    return bool(pairs) and all(far_apart(*pair) for pair in pairs)


def _is_of_one(a: Claim, b: Claim) -> bool:
    """Whether somebody is named in both, or both tell of "the" thing, and of one time: there are many marches."""
    ours, theirs = set(a.data["names"]), set(b.data["names"])
    told = any(rarity(word) >= TELLING for word in common(a.data["of"], b.data["of"]) if word != a.property)
    the = a.data["the"] and b.data["the"] and told and not (ours and theirs)
    ahead = {bool(_AHEAD.search(claim.passage)) for claim in (a, b) if _PAST_OR_AHEAD.search(claim.passage)}
    return (the or not ours.isdisjoint(theirs)) and len(ahead) < 2 and not told_of_two_times(a, b)


def _tells_of_both(a: Claim, b: Claim, both: Comparison) -> bool:
    """Whether either article names the other's town, wherever."""
    ours, theirs = ({word for town in claim.data["towns"] for word in town.split()} for claim in (a, b))
    return any(both.overlap.tells(word)[1] for word in ours) or any(both.overlap.tells(word)[0] for word in theirs)


def _sorts(claim: Claim) -> frozenset[Told]:
    return frozenset((sort, which) for sort, which in claim.data["sorts"])
