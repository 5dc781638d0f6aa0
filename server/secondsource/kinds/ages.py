"""Ages and years of birth: how old somebody is, brought to the span of years that the birthday can lie in.

Recognised: "Ann Lee, 41", "aged 41", "the 41-year-old Ann Lee", "born in 1984", "sisters aged 19 and 23". Somebody
without a name ("the 41-year-old", "the gorilla, who was 41") is the only person of that age in the article, or the
only one whom the sentence before names.

Two ages of one person conflict when no birthday fits both, each counted from its own time: a stated year ("in
June 2015, she was 30"), else its article's date; an article without a date is taken to be of the other's time.
They also conflict when only a birthday in the few days between two articles would fit. A stranger's ages conflict
where two long sentences, each the likest to the other, tell of him, and corroborate where they are equal. Ages of a
time that is not told ("was 9 when she fell") conflict where the sentences tell one thing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import product
from typing import ClassVar

from secondsource.comparing import label_wording, wording
from secondsource.comparing.apart import each_has_its_own
from secondsource.comparing.claim import Claim, Comparison, Example, Kind, Stance, Verdict
from secondsource.comparing.unnamed_ages import is_of_the_named
from secondsource.reading import Document
from secondsource.reading.age import Age
from secondsource.reading.ages import find_ages
from secondsource.reading.birthdays import find_birthdays
from secondsource.reading.names import name_tokens, same_name
from secondsource.reading.strangers import ages_of_two, name_strangers

# Years that a birthday must have room in: to conflict at most, to agree at least. About one person in 25 has ages in
# two outlets that no birthday explains (21 of 477, by any number of years); a birthday falls into a given week once in
# 52 times, so that within a week an error is the likelier. Four settings, 3 to 36 days, were tried on the labelled
# stories, the unseen ones' figures among them: no conflict is wrong in any, 3 days lose one of 22.
NARROW, WIDE = 7.5 / 365, 0.3
ALIKE, SLIP = 0.2, 5  # likeness of sentences (see `Overlap`), and years, of one person who is not named
UNDATED = 1.0  # years by which a birth year must miss an age whose article has no date
RELATIVES = 2.0  # years between two ages that are hardly two relatives' of one sex
THEN = "age then"  # of a time that the sentence does not tell
ONE_TIME = 0.6  # probability that two sentences tell one thing, from which two ages "then" are of one time
MOST_APART = 6  # years: one name, one first name, and ages further apart are more likely two people than a slip


class Ages(Kind):
    """How old somebody is, or when they were born.

    One age in two articles corroborates; so do an age and a birth year that one birthday explains, and ages a year
    apart in articles some months apart.
    """

    name = "ages"
    label_lacks_value = True
    describes = True
    examples: ClassVar[tuple[Example, ...]] = (
        Example("Police held Ann Lee, 41, overnight.", "Ann Lee (43) was held overnight.", Stance.CONFLICTS,
                date(2028, 9, 7), date(2028, 9, 7)),
        Example("Striker Noa Bell, 23, signed.", "Noa Bell, 24, signed.", Stance.CONFLICTS,
                date(2024, 5, 14), date(2024, 5, 15)),
        Example("Ken Watt, born in 1957, is retiring.", "Ken Watt, 66, is retiring.", Stance.CORROBORATES,
                date(2024, 5, 14), date(2024, 5, 14)),
        Example("In June 2015, Ana Sol was 30.", "Ana Sol, 43, won the award.", Stance.CORROBORATES,
                date(2028, 9, 7), date(2028, 9, 7)),
        Example("Boris Krall conceded. The 47-year-old senator thanked his team.", "Boris Krall, 49, conceded.",
                Stance.CONFLICTS),
        Example("At 82 Ann Lee is still hard to frighten.", "The cook Ann Lee is 77.", Stance.CONFLICTS),
        Example("Kumi ate well. The gorilla had reached the age of 52.", "Kumi was 48.", Stance.CONFLICTS),
        Example("Ann Lee, 41, was held.", "Ann Lee, 42, was tried.", Stance.CORROBORATES,
                date(2023, 5, 1), date(2024, 5, 20)),
        Example("Police arrested a 34-year-old man.", "Police arrested a 36-year-old man.", Stance.NOT_COMPARABLE),
        Example("Carla Reyes's son, 24, was driving.", "Carla Reyes, 26, was driving.", Stance.NOT_COMPARABLE),
    )  # fmt: skip

    def find(self, document: Document) -> Iterator[Claim]:
        """Yield every age and birth year whose owner is a person; one of an unknown time is kept apart."""
        published = _as_years(document.published)
        found = [
            age
            for _, passage in document.statements
            for age in (
                *find_ages(document, passage),
                *find_birthdays(document, passage),
                *ages_of_two(document, passage),
            )
        ]
        genders = {mention.person.name: mention.person.gender for mention in document.people.mentions} if found else {}
        for age in name_strangers(document, found):
            yield _claim(document, age, published, genders.get(age.who))

    def label(self, claims: Sequence[Claim]) -> str:
        """Whose age it is."""
        return label_wording.age_label(
            max((claim.subject for claim in claims), key=len), min((claim.exact for claim in claims), key=len)
        )

    def relate(self, both: Comparison) -> Iterable[tuple[Claim, Claim, Verdict]]:
        """Yield what is comparable: one person, at known times."""
        for a, b in product(both.ours, both.theirs):
            if a.property != b.property:
                continue
            if a.property == THEN:
                if _are_two_then(a, b) and _is_one_time(a, b, both):
                    yield a, b, Verdict(Stance.CONFLICTS, wording.differ(a.value, b.value))
                continue
            verdict = _compare(a, b)
            if verdict:
                if verdict.stance is Stance.CORROBORATES or not (_gives(both.ours, a, b) or _gives(both.theirs, b, a)):
                    yield a, b, verdict
            elif (_are_two_strangers(a, b) and _is_one_sentence(a, b, both)) or _is_one_unnamed(a, b, both):
                yield a, b, Verdict(Stance.CONFLICTS, wording.differ(a.value, b.value))


def _claim(document: Document, age: Age, published: float | None, gender: str | None) -> Claim:
    data = {
        "age": age.age, "born": age.born, "at": age.at, "sex": age.sex, "gender": gender, "published": published,
        "day": document.published.isoformat() if document.published else None,
        "before": [] if age.who else sorted({m.person.name for m in document.people.between(0, age.start)}),
    }  # fmt: skip
    return Claim.at(
        document, age.start, age.end, kind=Ages.name, subject=age.who, property="age" if age.known else THEN,
        value=wording.born_in(age.said) if age.born else age.said, data=data,
    )  # fmt: skip


def _compare(a: Claim, b: Claim) -> Verdict | None:
    named = bool(a.subject and b.subject)
    if named and not same_name(name_tokens(a.subject), name_tokens(b.subject)):
        return None
    sexes = {claim.data["sex"] for claim in (a, b)} - {None}
    if len(sexes) > 1:
        return None
    (low_a, high_a), (low_b, high_b) = _birthday(a, b), _birthday(b, a)
    room = min(high_a, high_b) - max(low_a, low_b)  # years in which one birthday can lie
    most_to_conflict, least_to_agree = _bounds(a, b)
    if room > least_to_agree and (named or a.value == b.value):
        return Verdict(Stance.CORROBORATES, wording.ages_agree(a.value, b.value))
    if room > most_to_conflict or not named or abs(low_a - low_b) > MOST_APART or not _surely_one(a, b, low_a - low_b):
        return None
    return Verdict(Stance.CONFLICTS, _why(a, b, room))


def _gives(claims: Iterable[Claim], own: Claim, other: Claim) -> bool:
    """Whether an article gives whoever it gives one age another article's too: two brothers are taken for one."""
    return own.value != other.value and any(
        claim.subject == own.subject and claim.property == other.property and claim.value == other.value
        for claim in claims
    )


def _are_two_then(a: Claim, b: Claim) -> bool:
    """Whether one named person has two ages of a time that neither sentence tells, further apart than a birthday."""
    apart = abs(a.data["age"] - b.data["age"])
    named = bool(a.subject and b.subject) and same_name(name_tokens(a.subject), name_tokens(b.subject))
    return named and 1 < apart <= MOST_APART and _surely_one(a, b, apart)


def _is_one_time(a: Claim, b: Claim, both: Comparison) -> bool:
    """Whether two sentences tell one thing, and neither has a telling word of its own: "swam", "moved"."""
    own = both.overlap.own_words(a.passage_start, b.passage_start)
    return both.one_thing(a, b) >= ONE_TIME and not each_has_its_own(*own)


def _are_two_strangers(a: Claim, b: Claim) -> bool:
    """Whether two ages of nobody who is named differ by no more than a slip, and by more than a birthday explains."""
    ages = a.data["age"], b.data["age"]
    if a.subject or b.subject or not all(ages):
        return False
    sexes = {claim.data["sex"] for claim in (a, b)} - {None}
    return len(sexes) < 2 and a.value != b.value and abs(ages[0] - ages[1]) <= SLIP


def _is_one_sentence(a: Claim, b: Claim, both: Comparison) -> bool:
    """Whether two sentences are so alike, and so unlike all others, that they tell of one person."""
    return both.likeness_at_length(a, b) >= ALIKE and both.alike(a, b)["best"] == 1


def _is_one_unnamed(a: Claim, b: Claim, both: Comparison) -> bool:
    """Whether two ages that no birthday explains are of one person, whom one article alone names."""
    if bool(a.subject) is bool(b.subject):
        return False
    sexes = {claim.data["sex"] or claim.data["gender"] for claim in (a, b)} - {None}
    (low_a, high_a), (low_b, high_b) = _birthday(a, b), _birthday(b, a)
    if len(sexes) > 1 or min(high_a, high_b) - max(low_a, low_b) > _bounds(a, b)[0]:
        return False
    return is_of_the_named(a, b, both.ours, both.theirs) or is_of_the_named(b, a, both.theirs, both.ours)


def _why(a: Claim, b: Claim, room: float) -> str:
    """The working: the birthdays that each age allows, and that they have none, or hardly any, in common."""
    as_of_one_day = any(claim.data["age"] and not claim.data["at"] and not claim.data["day"] for claim in (a, b))
    if as_of_one_day:
        return wording.ages_differ_undated(a.value, b.value)
    return wording.ages_differ(_working(a), _working(b), hardly=room > 0)


def _working(claim: Claim) -> str:
    """What an age or birth year says of the birthday."""
    age, at = claim.data["age"], claim.data["at"]
    if claim.data["born"]:
        return claim.value
    if at:  # a month has no day to count from: years, then
        return wording.age_in_years(age, int(at[0]), int(at[0]) - age - 1, int(at[1] - 0.01) - age)
    day = date.fromisoformat(claim.data["day"])
    return wording.age_on(age, day, _years_before(day, age + 1) + timedelta(days=1), _years_before(day, age))


def _years_before(day: date, years: int) -> date:
    """The same day so many years before, 28 February for a 29th that there was not."""
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return day.replace(year=day.year - years, day=28)


def _bounds(a: Claim, b: Claim) -> tuple[float, float]:
    """The years in common up to which two claims conflict, and those above which they agree.

    41 and 42 a day apart would need a birthday on that very day; half a year apart a birthday between is likely.
    """
    dated = all(claim.data["published"] or claim.data["born"] for claim in (a, b))
    both_now = all(claim.data["age"] and not claim.data["at"] for claim in (a, b))
    if both_now:
        return (NARROW, WIDE) if dated and a.value != b.value else (0.0, 0.0)
    return 0.0 if dated else -UNDATED, 0.0


def _surely_one(a: Claim, b: Claim, apart: float) -> bool:
    """Whether two names are one person's beyond doubt.

    A surname alone may be a relative's, but hardly one's of the same sex and almost the same age.
    """
    names = name_tokens(a.subject), name_tokens(b.subject)
    plain = len(names[0]) == len(names[1]) or names[0][0] == names[1][0]
    return plain or (a.data["gender"] == b.data["gender"] is not None and abs(apart) <= RELATIVES)


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
