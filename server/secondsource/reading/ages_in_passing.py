"""Ages told in passing: "a dental nurse of 34", "who at 19 is the youngest", "At 82 Ann Lee", "a boy of 15"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from secondsource.reading.age import Age, number_of_years, sex_of
from secondsource.reading.cues import Cued
from secondsource.reading.document import Document
from secondsource.reading.mentions import Mention
from secondsource.reading.passages import Passage
from secondsource.reading.words import is_person_noun, lemma

_OF_YEARS = re.compile(  # "Ann Lee, a dental nurse of 34"
    r",\san?\s(?:[\w-]{2,20}\s){0,3}?(?P<noun>[a-z]{3,20})\sof\s(?P<age>\d\d)(?=[,.;]|\s(?:and|who)\b)"
)
_WHO_AT = re.compile(
    r",(?:(?:\s[^,.;]{1,40},)?\swho,?\sat\s(?P<age>\d\d?),?\s(?:is|remains)|\sat\s(?P<only>\d\d)\s(?:the|already|still|now))\b"
)
_BOY_OF = Cued(
    "boy girl man woman youth pensioner",
    r"\b[Aa]\s(?:[a-z-]{2,20}\s)?(?P<noun>boy|girl|man|woman|youth|pensioner)\sof\s(?P<age>\d\d?)(?=[,.;]|\s(?!years?\b)[a-z])",
)
_AT = re.compile(r"At\s(?P<age>\d{1,3}|[a-z]+(?:-[a-z]+)??),?\s")
_IS = re.compile(r"\s(?:is|has|remains|still)\b")
LEAST_OF_YEARS = 16  # "a mother of 13" counts children


def in_passing(text: str, mention: Mention, passage: Passage) -> Iterator[Age]:
    """An age told of a name in other words: "Ann Lee, a dental nurse of 34", "Ann Lee, who at 19 is the youngest"."""
    told, at = (pattern.match(text, mention.end, passage.end) for pattern in (_OF_YEARS, _WHO_AT))
    years = int(told["age"]) if told else 0
    if told and years >= LEAST_OF_YEARS and is_person_noun(lemma(told["noun"])):
        yield Age(mention.start, told.end(), mention.person.name, f"{years}", years)
    elif at and mention.person.is_person:
        told_at = "age" if at["age"] else "only"
        yield Age(mention.start, at.end(told_at), mention.person.name, at[told_at], int(at[told_at]))


def opening(document: Document, passage: Passage) -> Iterator[Age]:
    """An age that a sentence opens with: "At 82 Ann Lee is not easily frightened"."""
    opened = _AT.match(document.text, document.people.opening(passage), passage.end)
    mention = document.people.starting_at(opened.end()) if opened else None
    if opened and mention and mention.person.is_person and _IS.match(document.text, mention.end, passage.end):
        age = number_of_years(opened["age"])
        if age:
            yield Age(opened.start(), mention.end, mention.person.name, f"{age}", age)


def of_a_boy(document: Document, passage: Passage) -> Iterator[Age]:
    """An age of somebody whom nothing else describes: "a boy of 15"."""
    for found in _BOY_OF.finditer(document, passage):
        yield Age(found.start(), found.end(), "", found["age"], int(found["age"]), sex=sex_of(found["noun"]))
