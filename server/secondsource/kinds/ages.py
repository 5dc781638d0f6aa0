"""Ages and years of birth: how old somebody is, brought to the span of years that the birthday can lie in.

Two ages of one person conflict when no birthday fits both, each counted from its own time: a stated year ("in
July 2012, she was 28"), else its article's date; an article without a date is taken to be of the other's time.
A stranger ("the 41-year-old") is only ever corroborated.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import product
from typing import Any

from secondsource.kinds import wording
from secondsource.kinds.claim import Claim, Kind, Stance, Verdict
from secondsource.reading import Document
from secondsource.reading.names import name_tokens, same_name
from secondsource.reading.numbers import value_of
from secondsource.reading.passages import Passage
from secondsource.reading.people import Mention
from secondsource.reading.times import month_number
from secondsource.reading.words import fold, is_person_noun, lemma

OLDEST = 115
NARROW, WIDE = 0.1, 0.3  # years that a birthday must have room in: to conflict at most, to agree at least
UNDATED = 1.0  # years by which a birth year must miss an age whose article has no date
MOST_APART = 6  # years: one name, one first name, and ages further apart are more likely two people than a slip

_AGE = r"(?P<age>\d{1,3}|[a-z]+(?:-[a-z]+)??)"
_YEAR = r"in\s(?:(?P<month>[A-Z][a-z]+)\s)?(?P<year>(?:18|19|20)\d\d)\b"
_YEAR_OLD = re.compile(rf"\b{_AGE}[ -]years?[ -]olds?\b", re.IGNORECASE)
_AGED = re.compile(
    rf"""(?:\b(?P<scoped>at\sthe\sage\sof|at\sage|turn(?:ed|s|ing)|(?<![,(]\s)(?<!\()aged)|\baged?|\bwho\s(?:is|was)|\b(?:is|was)(?:\snow)?
    |\b(?:died|dead|dies)\sat)\s{_AGE}(?=[.,;)!?]|\s(?:and|when|on|after|said|who)\b|\s*$)(?!,\d|\.\d)""",
    re.VERBOSE | re.IGNORECASE,
)
_AFTER_NAME = re.compile(
    rf"""(?:,\s{_AGE}(?![.,]\d) | \s?\((?P<bracketed>\d{{1,3}})(?=\)))
    (?=[)\],.;:!?—–"”’'] | \s(?:and|or|who|was|is|has|had|from|of|with|said|told)\b | \s[—–-] | \s*$)""",
    re.VERBOSE,
)
_BESIDE_TRADE = re.compile(r"\b(?P<noun>[a-z]{3,}),\s(?P<age>\d\d?)(?=,\s[a-z])")
_NO_PERSON_BEFORE = re.compile(r"\b(?:in|at|from|near|of|on|to|beats?|versus|vs\.?)\s(?:the\s)?$", re.IGNORECASE)
_BORN_AFTER = re.compile(rf",?\s(?:\w+,\s)?(?:(?:was|were|is)\s)?born\s(?:[^.;]{{0,40}}?\s)?{_YEAR}")
_YEAR_AFTER = re.compile(rf",?\s{_YEAR}")
_BIRTH_BEFORE = re.compile(r"\b(?:born|birth\sof|welcomed|(?:child|son|daughter|baby|twin)s?,\s$)", re.IGNORECASE)
_BRACKETED = re.compile(r"\(\d{1,3}(?:,\s\d{1,3})*\)")
_COUNTED_BEFORE = re.compile(r"\b\d+\s[a-z]+s,\s(?:[A-Z]\w+,\s\d+,?\s(?:and\s)?)*$")
_IN_YEAR = re.compile(rf"\b{_YEAR}")
_OTHER_TIME = re.compile(
    r"\b(?:when|was|were|then|had|at\sthe\sage\sof|would\sbe|will\sbe|by\sthe\stime)\b|['’]ll\sbe",
    re.IGNORECASE,
)
_THIS_TIME = re.compile(r"\b(?:is|now|aged?|turns|turned)\b", re.IGNORECASE)
_THEN = re.compile(r"\bthen[ -]$", re.IGNORECASE)
_COPULA = re.compile(r"\b(?:is|was|are|were|turned|turns)\s(?:now\s|just\s|only\s|about\s)?$")
_DIED = re.compile(r"\b(?:died|dies|dead|passed away|death)\b", re.IGNORECASE)
_WHEN_AFTER = re.compile(r"\s(?:when|in|after|before)\b")
_SEXES = {
    "he": frozenset("man boy male gentleman husband father son brother".split()),
    "she": frozenset("woman girl female lady wife mother daughter sister".split()),
}
_APPOSED = re.compile(r",\s(?:an?|the|now)\s$")
_DESCRIBED = re.compile(r"\s(?:[a-z-]+\s){0,2}?(?P<noun>[a-z-]+)\s?")
_NOT_A_THING = frozenset(
    "be have say tell who whose and or with from in at on to for as by was is has had also".split()
)


@dataclass(frozen=True, slots=True)
class _Found:
    """An age or birth year as read: its words, whose it is ("" for a stranger), and when it is counted from."""

    start: int
    end: int
    who: str
    value: str
    when: dict[str, Any]
    comparable: bool = True


class Ages(Kind):
    """How old somebody is, or when they were born."""

    name = "ages"

    def find(self, document: Document) -> Iterator[Claim]:
        """Yield every age and birth year whose owner is a person; one of an unknown time is kept apart."""
        for _, passage in document.statements:
            reached = passage.start
            for found in sorted(_read(document, passage), key=lambda found: (found.start, -found.end)):
                if found.start >= reached:
                    reached = found.end
                    yield self._claim(document, found)

    def label(self, claims: Sequence[Claim]) -> str:
        """Whose age it is."""
        return wording.age_label(max((claim.subject for claim in claims), key=len))

    def relate(self, ours: Sequence[Claim], theirs: Sequence[Claim]) -> Iterable[tuple[Claim, Claim, Verdict]]:
        """Yield what is comparable: one person, at known times."""
        for a, b in product(ours, theirs):
            verdict = _compare(a, b)
            if verdict:
                yield a, b, verdict

    def _claim(self, document: Document, found: _Found) -> Claim:
        published = _as_years(document.published)
        data = {
            "tokens": list(name_tokens(found.who)) if found.who else [],
            "published": published,
            **found.when,
        }
        return Claim.at(
            document, found.start, found.end, kind=self.name, subject=found.who,
            property="age" if found.comparable else "age then", value=found.value, data=data,
        )  # fmt: skip


def _read(document: Document, passage: Passage) -> Iterator[_Found]:
    for mention in document.people.between(passage.start, passage.end):
        yield from _named(document, mention, passage)
        yield from _born(document, mention, passage)
    for pattern in (_YEAR_OLD, _AGED):
        for found in pattern.finditer(document.text, passage.start, passage.end):
            yield from _described(document, found, passage)
    for found in _BESIDE_TRADE.finditer(document.text, passage.start, passage.end):
        age = _number(found["age"])
        if age and is_person_noun(lemma(fold(found["noun"]))):
            yield _Found(found.start("age"), found.end("age"), "", f"{age}", {"age": age, "now": None})


def _named(document: Document, mention: Mention, passage: Passage) -> Iterator[_Found]:
    """An age right after a name: "Ann Lee, 41," or "Ann Lee (41)"; not after "in Leeds, 41", which is a place."""
    found = _AFTER_NAME.match(document.text, mention.end, passage.end)
    age = _number(found["age"] or found["bracketed"]) if found else None
    before = document.text[max(passage.start, mention.start - 12) : mention.start]
    if not mention.person.is_person or _is_of_a_list(document.text, mention, passage):
        return
    if found and age and not _NO_PERSON_BEFORE.search(before):
        end = found.end() + (document.text[found.end() : found.end() + 1] == ")")
        yield _Found(mention.start, end, mention.person.name, f"{age}", {"age": age, "now": None})


def _is_of_a_list(text: str, mention: Mention, passage: Passage) -> bool:
    """Whether a name stands in a list of scores, seats or marks: after a colon, or where names are told by brackets."""
    before, sentence = text[passage.start : mention.start], text[passage.start : passage.end]
    return (
        (":" in before and ";" in sentence)
        or len(_BRACKETED.findall(sentence)) > 1
        or bool(_COUNTED_BEFORE.search(before))
    )


def _born(document: Document, mention: Mention, passage: Passage) -> Iterator[_Found]:
    """A birth year after a name: "Ann was born in 1984", "their child, Ann, in 2013", "the birth of Ann in 2015"."""
    text = document.text
    told = _BORN_AFTER.match(text, mention.end, passage.end)
    if not told and _BIRTH_BEFORE.search(text[max(passage.start, mention.start - 60) : mention.start]):
        told = _YEAR_AFTER.match(text, mention.end, passage.end)
    if told:
        said = f"born in {told['year']}"
        yield _Found(mention.start, told.end(), mention.person.name, said, {"born": _span_of(told)})


def _described(document: Document, found: re.Match[str], passage: Passage) -> Iterator[_Found]:
    """An age in words: "the 41-year-old", "her 67-year-old husband Bo", "Ann was 28 years old", "aged 12"."""
    age = _number(found["age"])
    owner = _owner(document, found, passage) if age else None
    if not age or not owner:
        return
    who, start, end = owner
    year = None
    comparable = True
    if _is_of_another_time(document.text, found, passage):
        year = _IN_YEAR.search(document.text, passage.start, passage.end)
        comparable = year is not None
    when = {"age": age, "now": _span_of(year) if year else None, "sex": _sex(document.text, found)}
    yield _Found(start, end, who, f"{age}", when, comparable)


def _sex(text: str, found: re.Match[str]) -> str | None:
    """ "he" or "she" where the noun right after an age tells: "a 34-year-old woman"."""
    noun = re.match(r"\s(?:[a-z]+\s)?([a-z]+)", text[found.end() : found.end() + 30])
    return next((sex for sex, nouns in _SEXES.items() if noun and noun[1] in nouns), None)


def _owner(document: Document, found: re.Match[str], passage: Passage) -> tuple[str, int, int] | None:
    """(name or "", start, end) of whom an age in words describes; None where it is a thing's or nobody's."""
    text, people = document.text, document.people
    after = people.starting_at(found.end() + 1)
    noun = _DESCRIBED.match(text, found.end(), passage.end)
    if noun and not after and is_person_noun(lemma(fold(noun["noun"]))):
        after = people.starting_at(noun.end())
    if after:
        return after.person.name, found.start(), after.end
    if (
        text[max(passage.start, found.start() - 10) : found.start()]
        .rstrip()
        .endswith(("which is", "which was", "that is", "which"))
    ):
        return None
    named = _APPOSED.search(text, passage.start, found.start())
    owner = next((m for m in people.between(passage.start, found.start()) if named and m.end == named.start()), None)
    if owner:
        return owner.person.name, owner.start, found.end()
    if found.re is _YEAR_OLD and "-" in found[0]:
        return None if _is_of_a_thing(text, found.end(), passage.end) else ("", found.start(), found.end())
    before = people.between(passage.start, found.start())
    between = text[before[-1].end : found.start()].strip() if before else "."
    if before and (
        between in ("", ",") or _COPULA.search(text[max(passage.start, found.start() - 24) : found.start()])
    ):
        return before[-1].person.name, before[-1].start, found.end()
    who = people.subject(document.passage_at(found.start()), found.start())
    return (who, found.start(), found.end()) if who and not who.startswith("~") and found.re is not _YEAR_OLD else None


def _is_of_a_thing(text: str, at: int, end: int) -> bool:
    """Whether "the 10-year-old …" goes on with a thing ("lawsuit") and not a person or the sentence."""
    following = [lemma(fold(word)) for word in re.findall(r"[a-z]+", text[at : min(end, at + 30)])[:2]]
    if text[at : at + 1] != " " or not following or following[0] in _NOT_A_THING:
        return False
    return not any(is_person_noun(word) for word in following)


def _is_of_another_time(text: str, found: re.Match[str], passage: Passage) -> bool:
    before = text[max(passage.start, found.start() - 40) : found.start()]
    died = _DIED.search(text, passage.start, found.end())
    if _THEN.search(before) or (found.re is _AGED and found["scoped"] and not died):
        return True
    if found.re is _AGED:
        return bool(_WHEN_AFTER.match(text, found.end()))
    if " " not in found[0]:
        return False
    scoped = re.search(r"\bwhen\b", text[passage.start : passage.end]) and not _THIS_TIME.search(before)
    return bool(_OTHER_TIME.search(before + found[0]) or scoped)


def _compare(a: Claim, b: Claim) -> Verdict | None:
    if a.property != "age" or b.property != "age":
        return None
    named = bool(a.subject and b.subject)
    if named and not same_name(a.data["tokens"], b.data["tokens"]):
        return None
    if len({sex for claim in (a, b) if (sex := claim.data.get("sex"))}) > 1:
        return None
    (low_a, high_a), (low_b, high_b) = _birthday(a, b), _birthday(b, a)
    room = min(high_a, high_b) - max(low_a, low_b)  # years in which one birthday can lie
    enough, least = _room_needed(a, b)
    if room > enough and (named or a.value == b.value):
        return Verdict(Stance.CORROBORATES, wording.ages_agree(a.value, b.value))
    if (
        room > least
        or not named
        or abs(low_a - low_b) > MOST_APART
        or not _surely_one(a.data["tokens"], b.data["tokens"])
    ):
        return None
    dated = bool(a.data["published"] and b.data["published"])
    return Verdict(Stance.CONFLICTS, wording.ages_differ(a.value, b.value, dated=dated))


def _room_needed(a: Claim, b: Claim) -> tuple[float, float]:
    """The years in common above which two claims agree, and those up to which they conflict.

    41 and 42 a day apart would need a birthday on that very day; half a year apart a birthday between is likely.
    """
    dated = bool(a.data["published"] and b.data["published"])
    counted_now = all("age" in claim.data and not claim.data["now"] for claim in (a, b))
    if not counted_now:
        return 0.0, 0.0 if dated else -UNDATED
    return (WIDE, NARROW) if dated and a.value != b.value else (0.0, 0.0)


def _surely_one(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether two names are one person's beyond doubt: a surname alone may be a relative's."""
    return len(a) == len(b) or a[0] == b[0]


def _birthday(claim: Claim, other: Claim) -> tuple[float, float]:
    """The span of years that a birthday can lie in; where neither article has a date, as if both were of year 0."""
    if "born" in claim.data:
        low, high = claim.data["born"]
        return low, high
    day = claim.data["published"] or other.data["published"] or 0.0
    early, late = claim.data["now"] or (day, day)
    return early - claim.data["age"] - 1, late - claim.data["age"]


def _number(written: str) -> int | None:
    value = value_of(written)
    return int(value) if value is not None and 0 < value <= OLDEST and value == int(value) else None


def _as_years(day: date | None) -> float | None:
    return day.year + (day.timetuple().tm_yday - 1) / 366 if day else None


def _span_of(told: re.Match[str]) -> list[float]:
    """The span of a written year, or of a month of it."""
    year, month = float(told["year"]), month_number(told["month"] or "")
    return [year + (month - 1) / 12, year + month / 12] if month else [year, year + 1.0]
