"""Whom an age without a name belongs to: "the 41-year-old", "the 58-year-old owner", "sisters aged 19 and 23"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from secondsource.reading.age import Age, number_of_years
from secondsource.reading.cues import Cued
from secondsource.reading.document import Document
from secondsource.reading.mentions import Mention, Person
from secondsource.reading.passages import Passage
from secondsource.reading.words import acts, is_person_noun, lemma

# Nouns by which news introduces somebody whom it has not named: "the 34-year-old victim" is not the man named before.
ANYBODY = frozenset(
    """victim suspect driver passenger gunman attacker assailant man woman boy girl teenager teen passer-by witness
    pedestrian cyclist neighbour neighbor patient student pupil employee worker customer resident friend son daughter
    brother sister wife husband mother father child baby infant partner""".split()
)
_DESCRIBED = re.compile(r"\b[Tt]he\s(?:(?:[\w-]{2,20}\s){0,3}(?P<noun>[a-z]{3,20}),\s)?$")
_SUBJECT = re.compile(r"\b[Tt]he\s(?:[\w-]{2,20}\s){0,2}(?P<noun>[a-z]{3,20})\s$")
_VERB = re.compile(r"(?:is|was|ha[ds])\s")  # an age told with it: "The broadcaster was 94", "had reached the age of 94"
LOOK_BACK = 90  # code points before an age in which "the" and what is described stand
_BESIDE = re.compile(
    r"\b(?:for|from|by|with|(?:\b(?P<act>[a-z]{3,20})\s)?of|to|against|like|than|beat|in|at|on|near)\s(?:(?:the|an?|their|its)\s)?(?:[a-z-]{3,20}\s){0,2}$"
)
BESIDE = 60  # code points before a name in which that stands
_NOUNS = re.compile(r"[ ](?P<first>[a-z]+)(?:[ ](?P<second>[a-z]+))?")
_REPORTED = re.compile(r"\b(?:said|says|told|tells|according|announced|added|statement)\b", re.IGNORECASE)
_AGES_OF_TWO = Cued("aged", r"(?:,\s(?:[a-z]+\s){0,3}|\s\()aged\s(?P<a>\d{1,2})\sand\s(?P<b>\d{1,2})\b")


def name_strangers(document: Document, ages: Sequence[Age]) -> Iterator[Age]:
    """Give ages without a name their owner, where the article tells whose they are: those of ages that are now.

    He is the only person whom the article says to be of that age; or the only one named in the sentence before,
    when nothing else is known of his age and that sentence reports nobody's words, or tells that he is a person.
    """
    named: dict[int | None, set[str]] = defaultdict(set)
    aged = {age.who for age in ages if age.who}
    for age in ages:
        if age.who and not age.at:
            named[age.age].add(age.who)
        if age.who and age.born and document.published:
            for years in _ages_on(document.published, age.born):
                named[years].add(age.who)
    for age in ages:
        known = named[age.age] if not age.who and age.known else set()
        if not known and not age.who and age.known and age.age and (person := _described(document, age)):
            known = {person.name} - aged
        yield replace(age, who=min(known)) if len(known) == 1 else age


def _ages_on(day: date, born: tuple[float, float]) -> set[int]:
    """How old somebody is on a day whose birthday lies in a span of years."""
    now = day.year + (day.timetuple().tm_yday - 1) / 366
    return {int(now - born[1]), int(now - born[0])}


def _described(document: Document, age: Age) -> Person | None:
    """The only person of the sentence before "the 41-year-old" or "the 58-year-old owner", if it can be he."""
    text, number = document.text, document.passage_at(age.start)
    pattern = _SUBJECT if _VERB.match(text, age.start) else _DESCRIBED
    described = pattern.search(text, max(0, age.start - LOOK_BACK), age.start)
    if not number or not described:
        return None
    nouns = _NOUNS.match(text, age.end, age.end + 40)
    if described["noun"] in ANYBODY or (nouns and ANYBODY & {nouns["first"], nouns["second"]}):
        return None
    before, passage = document.passages[number - 1], document.passages[number]
    if described["noun"] and _is_introduced(described["noun"], text[before.start : before.end]):
        return None
    here = _people(document, passage.start, described.start())
    people = here | _people(document, document.people.opening(before), before.end)
    reported = _REPORTED.search(text, before.start, before.end) and not all(p.is_evident for p in people)
    if before.furniture or reported:
        return None
    (person,) = people if len(people) == 1 else (None,)
    if here or not person or _is_told_beside(document, person, before):
        return None
    return person if age.sex is None or person.gender in (None, age.sex) else None


def _is_introduced(noun: str, said: str) -> bool:
    """Whether a sentence brings somebody in who is not named: "a thief"; "Ann Lee, a cook," is named."""
    return bool(re.search(rf"(?<!,\s)\ban?\s(?:[\w-]{{2,20}}\s){{0,3}}{noun}\b", said))


def _is_told_beside(document: Document, person: Person, passage: Passage) -> bool:
    """Whether a passage is not about somebody whom it names: "paid 24 million for the goalkeeper Bo Hay"."""
    named = [mention for mention in document.people.between(passage.start, passage.end) if mention.person is person]
    beside = (_BESIDE.search(document.text, max(passage.start, at.start - BESIDE), at.start) for at in named)
    return bool(named) and all(found and not _is_an_act(found["act"]) for found in beside)


def _is_an_act(noun: str | None) -> bool:
    """Whether a noun is made of a verb, so that what is "of" somebody is what he does or suffers: his arrest."""
    return bool(noun and acts(lemma(noun)) - {lemma(noun)} and not is_person_noun(lemma(noun)))


def _people(document: Document, start: int, end: int) -> set[Person]:
    """Who is named in text[start:end]: those who are evidently people, or else have full names, or else may be."""
    named = {mention.person for mention in document.people.between(start, end) if mention.person.is_person}
    evident = {person for person in named if person.is_evident}
    return evident or {person for person in named if len(person.tokens) > 1} or named


def ages_of_two(document: Document, passage: Passage) -> Iterator[Age]:
    """Yield the ages of "Josie and Mina Lee, sisters aged 19 and 23": each name with its age."""
    for found in _AGES_OF_TWO.finditer(document, passage):
        named = [m for m in document.people.between(passage.start, found.start()) if m.end <= found.start()][-2:]
        if len(named) == 2 and _are_a_pair(document.text, named, found.start()):
            for mention, part in zip(named, "ab", strict=True):
                age = number_of_years(found[part])
                if age:
                    yield Age(found.start(part), found.end(part), mention.person.name, f"{age}", age)


def _are_a_pair(text: str, named: Iterable[Mention], until: int) -> bool:
    first, second = named
    return text[first.end : second.start] == " and " and second.end == until and first.person is not second.person
