"""Ages and years of birth: how old somebody is, brought to the span of years that the birthday can lie in.

Two ages of one person conflict when no birthday fits both, each counted from its own time: a stated year ("in
July 2012, she was 28"), else its article's date; an article without a date is taken to be of the other's time.
A stranger ("the 41-year-old") is only ever corroborated.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import product

from secondsource.kinds import wording
from secondsource.kinds.claim import Claim, Comparison, Kind, Stance, Verdict
from secondsource.reading import Document
from secondsource.reading.ages import Age, find_ages
from secondsource.reading.names import name_tokens, same_name

NARROW, WIDE = 0.1, 0.3  # years that a birthday must have room in: to conflict at most, to agree at least
UNDATED = 1.0  # years by which a birth year must miss an age whose article has no date
MOST_APART = 6  # years: one name, one first name, and ages further apart are more likely two people than a slip


class Ages(Kind):
    """How old somebody is, or when they were born."""

    name = "ages"

    def find(self, document: Document) -> Iterator[Claim]:
        """Yield every age and birth year whose owner is a person; one of an unknown time is kept apart."""
        published = _as_years(document.published)
        found = [age for _, passage in document.statements for age in find_ages(document, passage)]
        for age in _known_strangers(found):
            yield _claim(document, age, published)

    def label(self, claims: Sequence[Claim]) -> str:
        """Whose age it is."""
        return wording.age_label(max((claim.subject for claim in claims), key=len))

    def relate(self, both: Comparison) -> Iterable[tuple[Claim, Claim, Verdict]]:
        """Yield what is comparable: one person, at known times."""
        for a, b in product(both.ours, both.theirs):
            verdict = _compare(a, b) if a.property == b.property == "age" else None
            if verdict:
                yield a, b, verdict


def _known_strangers(ages: Sequence[Age]) -> Iterator[Age]:
    """Give "the 41-year-old" the name of the only person whom the article says to be 41."""
    named: dict[int | None, set[str]] = defaultdict(set)
    for age in ages:
        if age.who and not age.at:
            named[age.age].add(age.who)
    for age in ages:
        known = named[age.age] if not age.who and age.known else set()
        yield replace(age, who=min(known)) if len(known) == 1 else age


def _claim(document: Document, age: Age, published: float | None) -> Claim:
    data = {"age": age.age, "born": age.born, "at": age.at, "published": published, "sex": age.sex}
    return Claim.at(
        document, age.start, age.end, kind=Ages.name, subject=age.who, property="age" if age.known else "age then",
        value=wording.born_in(age.said) if age.born else age.said, data=data,
    )  # fmt: skip


def _compare(a: Claim, b: Claim) -> Verdict | None:
    named = bool(a.subject and b.subject)
    names = name_tokens(a.subject), name_tokens(b.subject)
    sexes = {claim.data["sex"] for claim in (a, b)} - {None}
    if (named and not same_name(*names)) or len(sexes) > 1:
        return None
    (low_a, high_a), (low_b, high_b) = _birthday(a, b), _birthday(b, a)
    room = min(high_a, high_b) - max(low_a, low_b)  # years in which one birthday can lie
    most_to_conflict, least_to_agree = _bounds(a, b)
    if room > least_to_agree and (named or a.value == b.value):
        return Verdict(Stance.CORROBORATES, wording.ages_agree(a.value, b.value))
    if room > most_to_conflict or not named or abs(low_a - low_b) > MOST_APART or not _surely_one(*names):
        return None
    dated = bool(a.data["published"] and b.data["published"])
    return Verdict(Stance.CONFLICTS, wording.ages_differ(a.value, b.value, dated=dated))


def _bounds(a: Claim, b: Claim) -> tuple[float, float]:
    """The years in common up to which two claims conflict, and those above which they agree.

    41 and 42 a day apart would need a birthday on that very day; half a year apart a birthday between is likely.
    """
    dated = bool(a.data["published"] and b.data["published"])
    both_now = all(claim.data["age"] and not claim.data["at"] for claim in (a, b))
    if both_now:
        return (NARROW, WIDE) if dated and a.value != b.value else (0.0, 0.0)
    return 0.0 if dated else -UNDATED, 0.0


def _surely_one(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether two names are one person's beyond doubt: a surname alone may be a relative's."""
    return len(a) == len(b) or a[0] == b[0]


def _birthday(claim: Claim, other: Claim) -> tuple[float, float]:
    """The span of years that a birthday can lie in; where neither article has a date, as if both were of year 0."""
    if claim.data["born"]:
        low, high = claim.data["born"]
        return low, high
    day = claim.data["published"] or other.data["published"] or 0.0
    early, late = claim.data["at"] or (day, day)
    return early - claim.data["age"] - 1, late - claim.data["age"]


def _as_years(day: date | None) -> float | None:
    return day.year + (day.timetuple().tm_yday - 1) / 366 if day else None
