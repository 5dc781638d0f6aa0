"""Who did what one person does: drove the bus, found the painting, wrote the report, shot the guard.

Recognised is a named person who does, or by whom is done, one of a few acts that are hardly done twice to one thing,
to "the" thing or to somebody who is named. Two articles conflict when they name two people for one act on one thing,
and neither names both; they corroborate when they name one.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import product

from secondsource.kinds import label_wording, wording
from secondsource.kinds.claim import Claim, Comparison, Example, Kind, Stance, Verdict
from secondsource.kinds.speakers import share_a_name
from secondsource.reading import Document
from secondsource.reading.context import is_asserted
from secondsource.reading.cues import Cued
from secondsource.reading.names import name_tokens
from secondsource.reading.people import Mention
from secondsource.reading.words import fold, is_content, lemma, rarity

_FORMS = {
    "drive": "drove driving driven steered steering",
    "fly": "flew flying flown piloted piloting",
    "command": "captained captaining skippered skippering commanded commanding",
    "find": "found discovered",
    "write": "wrote writing written penned",
    "design": "designed designing",
    "compose": "composed composing",
    "direct": "directed directing",
    "chair": "chaired chairing",
    "referee": "refereed refereeing umpired umpiring",
    "shoot": "shot shooting",
    "stab": "stabbed stabbing",
    "kill": "killed killing murdered murdering",
    "strangle": "strangled strangling",
}  # fmt: skip
_ACT_OF = {form: act for act, forms in _FORMS.items() for form in forms.split()}
_ACT = Cued(
    " ".join((*_ACT_OF, "wheel controls helm")),
    rf"\b(?:(?P<verb>{'|'.join(_ACT_OF)})|at\sthe\s(?P<wheel>wheel|controls|helm)\sof)\b(?P<by>\sby\s)?",
)
_OBJECT = re.compile(r"\sthe\s(?P<what>[a-z-]{3,20}(?:\s[a-z-]{3,20})?)")
_WHO = re.compile(r"(?:,\s[^,;.]{1,40}){0,2},\swho\s(?:\w+\s){0,6}")
_MARK = re.compile(r"[,;.]\s")
_AGENT_REACH = 40  # code points after "by" in which whoever did it is named
_NOT = re.compile(r"\b(?:not|never|nobody|denied|accused)\b|n['’]t\b")
TELLS = 3.0  # rarity of the word for a thing from which it is likely the only one of a story: "express", not "car"


class Doers(Kind):
    """Who did it."""

    name = "doers"
    examples = (
        Example("Ana Sol, 41, who drove the tram, survived.", "Max Keane, 44, was at the wheel of the tram.",
                Stance.CONFLICTS),
        Example("Diver Ana Sol found the amphora in May.", "The amphora was found by Max Keane, a diver.",
                Stance.CONFLICTS),
        Example("Diver Ana Sol found the amphora in May.", "The amphora was discovered by Ana Sol, a diver.",
                Stance.CORROBORATES),
        Example("Diver Ana Sol found the amphora in May.", "Diver Max Keane found the anchor.",
                Stance.NOT_COMPARABLE),
    )  # fmt: skip

    def find(self, document: Document) -> Iterator[Claim]:
        """Yield every act of which it is told who did it to what."""
        evident = {m.person.name for m in document.people.mentions if m.person.is_evident}
        for number, passage in document.statements:
            for found in _ACT.finditer(document, passage):
                denied = _NOT.search(document.text, max(passage.start, found.start() - _AGENT_REACH), found.start())
                agent, things, start, end = _passive(document, number, found) if found["by"] else (
                    _active(document, number, found)
                )  # fmt: skip
                if agent in evident and things:
                    act = _ACT_OF.get(found["verb"] or "", "drive")
                    yield Claim.at(
                        document, start, end, kind=self.name, subject=things[-1], property=act, value=agent,
                        data={"things": things, "told": is_asserted(document.words_of(passage)) and not denied},
                    )  # fmt: skip

    def label(self, claims: Sequence[Claim]) -> str:
        """What was done."""
        return label_wording.doer_label(min((claim.exact for claim in claims), key=len))

    def relate(self, both: Comparison) -> Iterable[tuple[Claim, Claim, Verdict]]:
        """Yield who did one thing, in both articles."""
        told = [_doers(side) for side in (both.ours, both.theirs)]
        for a, b in product(both.ours, both.theirs):
            things = {*a.data["things"]} & {*b.data["things"]}
            told_of = a.property == b.property and a.data["told"] and b.data["told"]
            if not told_of or not any(rarity(thing) >= TELLS for thing in things):
                continue
            if share_a_name(a.value, b.value):
                yield a, b, Verdict(Stance.CORROBORATES, wording.agree(a.value, b.value))
            elif all(len(doers[a.property, thing]) == 1 for doers in told for thing in things):
                yield a, b, Verdict(Stance.CONFLICTS, wording.differ(a.value, b.value))


def _active(document: Document, number: int, found: re.Match[str]) -> tuple[str, list[str], int, int]:
    """(who, what it was done to, start, end) of "Ann Lee found the painting"."""
    agent = antecedent(document, number, found.start()) or document.people.doer(number, found.start()) or ""
    after = _OBJECT.match(document.text, found.end(), document.passages[number].end)
    named = document.people.starting_at(found.end() + 1)
    end = after.end() if after else named.end if named else found.end()
    return agent, _things(after["what"]) if after else _last_name(named), found.start(), end


def antecedent(document: Document, number: int, at: int) -> str | None:
    """Whom "who" before text[at] stands for: "Ann Lee, 41, of Leeds, who is a mother and was driving"."""
    before = document.people.between(document.passages[number].start, at)
    evident = [mention for mention in before if mention.person.is_evident]
    if evident and _WHO.fullmatch(document.text, evident[-1].end, at):
        return evident[-1].person.name
    return None


def _passive(document: Document, number: int, found: re.Match[str]) -> tuple[str, list[str], int, int]:
    """The same of "the painting was found by Ann Lee"."""
    done_to = document.people.doer(number, found.start()) or ""
    named = document.people.between(found.end(), found.end() + _AGENT_REACH)
    stop = named[0].start if named else found.end()
    if not named or named[0].end > document.passages[number].end or _MARK.search(document.text, found.end(), stop):
        return "", [], found.start(), found.end()
    things = _things(done_to[4:]) if done_to.startswith("the ") else [fold(done_to.split()[-1])] if done_to else []
    return named[0].person.name, things, found.start(), named[0].end


def _things(what: str) -> list[str]:
    return [lemma(word) for word in fold(what).split() if is_content(word)]


def _last_name(named: Mention | None) -> list[str]:
    return [name_tokens(named.person.name)[-1]] if named else []


def _doers(claims: Sequence[Claim]) -> dict[tuple[str, str], set[str]]:
    """Who does each act to each thing in an article."""
    doers: dict[tuple[str, str], set[str]] = defaultdict(set)
    for claim in claims:
        for thing in claim.data["things"]:
            doers[claim.property, thing].add(claim.value)
    return doers
