"""Ages and years of birth: how old somebody is, brought to the span of days that the birthday can lie in.

Two ages of one person conflict when no birthday fits both, each counted from its own article's date; an article
without a date is taken to be of the other's time. A stranger ("the 41-year-old") is only ever corroborated.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import product
from typing import Any

from secondsource.kinds import wording
from secondsource.kinds.claim import Claim, Kind, Stance, Verdict
from secondsource.reading import Document
from secondsource.reading.numbers import words_value
from secondsource.reading.people import name_tokens, same_name
from secondsource.reading.times import month_number
from secondsource.reading.words import fold, is_person_noun, lemma

OLDEST = 115
MOST_APART = (
    6  # years: one name, one first name, and ages further apart are more likely two people than a slip
)
_YEAR_OLD = re.compile(r"(?P<age>\d{1,3}|[a-z]+(?:-[a-z]+)??)[ -]years?[ -]olds?\b", re.IGNORECASE)
_AGED = re.compile(
    r"\b(?:aged?|at the age of|turned|turns|turning)\s+(?P<age>\d{1,3}|[a-z]+(?:-[a-z]+)?)\b(?!\s*(?:%|per|million|years?\s+(?:in|of)))",
    re.IGNORECASE,
)
_AFTER_NAME = re.compile(
    r"(?:,\s|\s?\()(?P<age>\d{1,3}|[a-z]+(?:-[a-z]+)?)(?=\)|[,.;:!?—–]|\s(?:and|or|who|was|is|has|had|from|of|with|said|told|[—–-])\b|\s[—–-]|\s*$|[\"”’'])"
)
_WHEN_YEAR = re.compile(r"\bin\s(?:(?P<month>[A-Z][a-z]+)\s)?(?P<year>(?:18|19|20)\d\d)\b")
_CHILD_IN = re.compile(r"\b(?:child|son|daughter|baby|twin)s?,\s$")
_IN_YEAR = re.compile(
    r"(?:,)?\s(?:(?:was|were)\s)?(?:(?:born|arrived|welcomed)\s)?in\s(?:(?P<month>[A-Z][a-z]+)\s)?(?P<year>(?:18|19|20)\d\d)\b"
)
_PLACE_BEFORE = re.compile(
    r"\b(?:in|at|from|near|of|on|to|beat|beats|versus|vs\.?)\s(?:the\s)?$", re.IGNORECASE
)
_PAST_SCOPE = re.compile(
    r"\b(?:when|was|were|then|had|at the age of|would be|will be|by the time|'ll be|’ll be)\b", re.IGNORECASE
)
_NOW = re.compile(r"\b(?:is|now|aged?|turns|turned)\b", re.IGNORECASE)
_THEN = re.compile(r"\bthen[ -]$", re.IGNORECASE)
_ROLE_AGE = re.compile(r"\b(?P<noun>[a-z]{3,}),\s(?P<age>\d\d?)(?=,\s[a-z])")
_COPULA = re.compile(r"\b(?:is|was|turned|turns|were|are)\s(?:now\s|just\s|only\s|about\s)?$")


class Ages(Kind):
    """How old somebody is, or when they were born."""

    name = "ages"

    def find(self, document: Document) -> Iterator[Claim]:
        """Yield every age and birth year whose owner is a person; ages at another time keep their own property."""
        seen: set[tuple[int, int]] = set()
        for start, end, subject, value, scope, when in self._read(document):
            if any(start < taken_end and taken_start < end for taken_start, taken_end in seen):
                continue
            seen.add((start, end))
            data = {"tokens": list(name_tokens(subject)) if subject else [], **when}
            yield Claim.at(
                document, start, end, kind=self.name, subject=subject, property=scope, value=value, data=data
            )

    def label(self, claims: Sequence[Claim]) -> str:
        """Whose age it is."""
        names = sorted((claim.subject for claim in claims if claim.subject), key=len)
        return wording.age_label(names[-1] if names else "")

    def relate(
        self, ours: Sequence[Claim], theirs: Sequence[Claim]
    ) -> Iterable[tuple[Claim, Claim, Verdict]]:
        """Yield what is comparable: one person, at one time."""
        for a, b in product(ours, theirs):
            verdict = self._compare(a, b)
            if verdict:
                yield a, b, verdict

    def _read(self, document: Document) -> Iterator[_Found]:
        for _, passage in document.statements:
            yield from self._after_names(document, passage.start, passage.end)
            yield from self._years_old(document, passage.start, passage.end)
            yield from self._born(document, passage.start, passage.end)
            for found in _ROLE_AGE.finditer(document.text, passage.start, passage.end):
                age = _age(found["age"])
                if age and is_person_noun(lemma(fold(found["noun"]))):
                    yield (
                        found.start("age"),
                        found.end("age"),
                        "",
                        f"{age}",
                        "age",
                        _counted(age, document.published),
                    )

    def _after_names(self, document: Document, start: int, end: int) -> Iterator[_Found]:
        """ "Ann Lee, 41," "Ann Lee (41)"; a place before or a score after is no age."""
        for mention in document.people.between(start, end):
            found = _AFTER_NAME.match(document.text, mention.end, end)
            age = _age(found["age"]) if found else None
            if (
                found is None
                or age is None
                or _PLACE_BEFORE.search(document.text[max(start, mention.start - 12) : mention.start])
            ):
                continue
            close = found.end() + (document.text[found.end() : found.end() + 1] == ")")
            yield (
                mention.start,
                close,
                mention.person.name,
                f"{age}",
                "age",
                _counted(age, document.published),
            )

    def _years_old(self, document: Document, start: int, end: int) -> Iterator[_Found]:
        """ "the 41-year-old", "her 67-year-old husband", "was 54 years old", "aged 12"."""
        for pattern in (_YEAR_OLD, _AGED):
            for found in pattern.finditer(document.text, start, end):
                age = _age(found["age"])
                if age is None:
                    continue
                before = document.text[max(start, found.start() - 40) : found.start()]
                owner = self._owner(document, found, start, end)
                if owner is None:
                    continue
                subject, low_at, high_at = owner
                scope, when = "age", _counted(age, document.published)
                if _THEN.search(before) or (" " in found[0] and _past(document.text[start:end], before)):
                    year = _WHEN_YEAR.search(document.text, start, end)
                    scope = "age" if year else "age then"
                    when["now"] = _of_year(year) if year else None
                yield low_at, high_at, subject, f"{age}", scope, when

    def _owner(
        self, document: Document, found: re.Match[str], start: int, end: int
    ) -> tuple[str, int, int] | None:
        """(name or "", start, end) of whom an "n-year-old" describes; None when it is a thing's age."""
        text = document.text
        following = re.compile(r"\s+((?:[a-z]+\s){0,2}?)([a-z-]+)?\s?").match(text, found.end(), end)
        named = document.people.starting_at(following.end()) if following and following[2] else None
        direct = document.people.starting_at(found.end() + 1)
        noun = lemma(fold(following[2])) if following and following[2] else ""
        if direct:
            return direct.person.name, found.start(), direct.end
        if named and is_person_noun(noun):
            return named.person.name, found.start(), named.end
        if found.re is _YEAR_OLD and "-" in found[0]:
            words = [
                lemma(fold(word))
                for word in re.findall(r"[a-z]+", text[found.end() : min(end, found.end() + 30)])[:3]
            ]
            thing = (
                words
                and not is_person_noun(words[0])
                and text[found.end() : found.end() + 1] == " "
                and not any(map(is_person_noun, words[:2]))
            )
            if thing and words[0] not in _VERBS_AND_LINKS:
                return None
            return "", found.start(), found.end()
        before = document.people.between(start, found.start())
        copula = _COPULA.search(text[max(start, found.start() - 24) : found.start()])
        if before and (copula or text[before[-1].end : found.start()].strip() in ("", ",")):
            return before[-1].person.name, before[-1].start, found.end()
        return None

    def _born(self, document: Document, start: int, end: int) -> Iterator[_Found]:
        """ "Ann was born in 1984", "their first child, Ann, in 2013", "the birth of Ann in June 2015"."""
        text = document.text
        for mention in document.people.between(start, end):
            found = _IN_YEAR.match(text, mention.end, end) or re.compile(
                r",?\s(?:\w+,\s)?(?:was|were)\sborn\s(?:[^.;]{0,40}?\s)?in\s(?:(?P<month>[A-Z][a-z]+)\s)?(?P<year>(?:18|19|20)\d\d)\b"
            ).match(text, mention.end, end)
            if not found:
                continue
            before = text[max(start, mention.start - 60) : mention.start]
            if (
                "born" in found[0]
                or re.search(r"\b(?:born|birth of|welcomed)\b", before)
                or _CHILD_IN.search(before)
            ):
                yield (
                    mention.start,
                    found.end(),
                    mention.person.name,
                    f"born in {found['year']}",
                    "age",
                    {"born": _of_year(found), "published": _year_of(document.published)},
                )

    def _compare(self, a: Claim, b: Claim) -> Verdict | None:
        if a.property != "age" or b.property != "age":
            return None
        named = bool(a.subject and b.subject)
        if named and not same_name(a.data["tokens"], b.data["tokens"]):
            return None
        (low_a, high_a), (low_b, high_b) = _born(a, b), _born(b, a)
        fits = low_a < high_b and low_b < high_a
        if fits and (named or a.value == b.value):
            return Verdict(Stance.CORROBORATES, wording.ages_agree(a.value, b.value))
        if fits or not named or abs(low_a - low_b) > MOST_APART:
            return None
        dated = all(claim.data["published"] for claim in (a, b))
        return Verdict(Stance.CONFLICTS, wording.ages_differ(a.value, b.value, dated=dated))


_Found = tuple[int, int, str, str, str, dict[str, Any]]  # start, end, name or "", value, property, when
_VERBS_AND_LINKS = frozenset(
    "be have say tell who whose and or with from in at on to for as by was is has had also".split()
)


def _age(written: str) -> int | None:
    value = float(written) if written.isdigit() else words_value(written)
    return int(value) if value is not None and 0 < value <= OLDEST and value == int(value) else None


def _past(passage: str, before: str) -> bool:
    return (
        bool(_PAST_SCOPE.search(before)) or bool(re.search(r"\bwhen\b", passage)) and not _NOW.search(before)
    )


def _counted(age: int, published: date | None) -> dict[str, Any]:
    """An age counted from the article's own day, which may be unknown."""
    return {"age": age, "now": None, "published": _year_of(published)}


def _year_of(day: date | None) -> float | None:
    return day.year + (day.timetuple().tm_yday - 1) / 366 if day else None


def _of_year(found: re.Match[str]) -> list[float]:
    """The span of a written year, or of a month of it."""
    year = float(found["year"])
    month = month_number(found["month"] or "")
    return [year + (month - 1) / 12, year + month / 12] if month else [year, year + 1.0]


def _born(claim: Claim, other: Claim) -> tuple[float, float]:
    """The span of years that a birthday can lie in; an age without a date borrows the other article's, else the year 0."""
    if "born" in claim.data:
        low, high = claim.data["born"]
        return low, high
    day = claim.data["published"] or other.data["published"] or 0.0
    early, late = claim.data["now"] or (day, day)
    return early - claim.data["age"] - 1, late - claim.data["age"]
