"""Where somebody died: at home, in hospital, at the scene, in custody.

Recognised is a named person's death with a place that has no name of its own. Two such places of one person's death
conflict, and equal ones corroborate; hospitals and streets with names are compared as places.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import product

from secondsource.comparing import label_wording, wording
from secondsource.comparing.claim import Claim, Comparison, Example, Kind, Stance, Verdict
from secondsource.reading import Document
from secondsource.reading.antecedents import antecedent
from secondsource.reading.context import is_asserted
from secondsource.reading.cues import Cued
from secondsource.reading.people import surely_one

_DEATH = Cued(
    "died dies passed pronounced dead",
    r"""\b(?P<died>died|dies|passed\saway|pronounced\sdead|(?:was|were)\s(?:found\s)?dead)\b(?:[^.;:]|\.(?=\s\d)){0,50}?\s
    (?:(?P<home>at\s(?:his|her|the\sfamily)\s(?:[a-z-]{2,12}\s)?home|at\shome)
      |(?P<hospital>(?:in|at)\s(?:an?\s|the\s)?(?:[A-Za-z][\w'’-]{1,14}\s){0,3}?[Hh]ospital)
      |(?P<scene>at\sthe\s(?:scene|roadside)|on\sthe\sspot|instantly)
      |(?P<custody>in\s(?:prison|jail|custody|police\scustody|(?:his|her)\scell)))\b""",
    re.VERBOSE,
)


_HOW_LONG = re.compile(r"\b(?:years?|decades?|century|months?|life)\s$")  # "died after forty years in prison"


class DeathPlaces(Kind):
    """Where somebody died."""

    name = "death_places"
    examples = (
        Example("Ana Sol died on Sunday at her home.", "Ana Sol died on Sunday in hospital.", Stance.CONFLICTS),
        Example("Max Keane was pronounced dead at the scene.", "Max Keane died later in hospital.", Stance.CONFLICTS),
        Example("Ana Sol died on Sunday at her home.", "Ana Sol, who died at home, was 91.", Stance.CORROBORATES),
        Example("Ana Sol died at her home.", "Max Keane died in hospital.", Stance.NOT_COMPARABLE),
    )

    def find(self, document: Document) -> Iterator[Claim]:
        """Yield where each named person died."""
        for number, passage in document.saying(_DEATH.signs):
            for found in _DEATH.finditer(document, passage):
                if not is_asserted(document.words_of(passage)):
                    break
                at = found.start()
                who = (
                    antecedent(document, number, at)
                    or document.people.doer(number, at)
                    or document.people.subject(number, at)
                )
                if _HOW_LONG.search(document.text, passage.start, found.start("custody")):
                    continue
                place = next(place for place in ("home", "hospital", "scene", "custody") if found[place])
                if who and not who.startswith(("~", "the ")):
                    yield Claim.at(
                        document, found.start(place), found.end(place), kind=self.name, subject=who,
                        property="died", value=found[place], data={"place": place},
                    )  # fmt: skip

    def label(self, claims: Sequence[Claim]) -> str:
        """Whose death."""
        return label_wording.death_place_label(max((claim.subject for claim in claims), key=len))

    def relate(self, both: Comparison) -> Iterable[tuple[Claim, Claim, Verdict]]:
        """Yield where one person died."""
        for a, b in product(both.ours, both.theirs):
            if surely_one(a.subject, b.subject):
                one = a.data["place"] == b.data["place"]
                said = wording.agree if one else wording.differ
                yield a, b, Verdict(Stance.CORROBORATES if one else Stance.CONFLICTS, said(a.value, b.value))
