"""When something happened: a day, weekday, month or year, with the act or thing it dates.

Two dates are compared when they date one act ("wed", "wedding", "tied the knot") or thing ("episode",
"installment"). They corroborate when one lies within the other. They conflict only as a near miss (another day of
the week, another month of the year, a year or two apart): further apart, they date two events.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import islice, product
from typing import Any

from secondsource.kinds import wording
from secondsource.kinds.claim import Claim, Comparison, Kind, Stance, Verdict
from secondsource.reading import Document
from secondsource.reading.context import REACH, TELLING, around, is_asserted, near
from secondsource.reading.numbers import ORDINALS, value_of
from secondsource.reading.passages import Passage
from secondsource.reading.people import may_be_one
from secondsource.reading.times import MONTHS, WEEKDAYS, When, find_dates
from secondsource.reading.words import Word, opposed, rarity, related

MOST = 20  # dates of a passage that are looked at: so many stand in no sentence
CLOSE = 3  # the nearest words are what a date likely dates; the nearest one is what it surely dates
LONGEST = 60  # code points a span may take to hold both the date and what it dates
YEARS_APART, DAYS_APART = 2, 6  # the widest near miss
_IDIOMS = re.compile(
    r"""\b(?:(?P<die>pass(?:ed|es)?\saway|took\s(?:his|her)\sown\slife)
      |t(?:ie|ied|ying)\sthe\sknot|walk(?:ed)?\sdown\sthe\saisle|exchanged?\svows|said\s["“'‘]?I\sdo|wedding\sanniversary)\b""",
    re.IGNORECASE | re.VERBOSE,
)
_ONCE = frozenset("marry wed die born divorce found premiere".split())
_HAPPENINGS = frozenset(
    "sink crash collapse explode erupt derail murder assassinate abduct kidnap resign capsize".split()
)
ALIKE = 0.4  # share of telling words that two sentences must have in common to date one such happening
_CALENDAR = frozenset((*MONTHS, *WEEKDAYS))
_AGAIN = frozenset("score win lose play vote visit travel speak meet appear post tweet fall rise cancel say".split())
_TOGETHER = frozenset({"marry", "wed", "divorce"})
_COUPLE = re.compile(r"\b(?:wedding|couple|husband|wife|spouses?|marri\w+|wed|pair|parents)\b", re.IGNORECASE)
_RELATIVE = re.compile(r"\b(?:the following year|the next year|a year later|one year later)\b", re.IGNORECASE)
_ANNIVERSARY = re.compile(
    rf"""\b(?P<n>\d{{1,3}}|[a-z]+)(?:[ -]year|(?:st|nd|rd|th))?\s(?:wedding\s)?anniversary\b(?!\sof)
    [^.;]{{0,30}}?\b(?:in|on)\s(?:(?P<month>{"|".join(MONTHS)})\s)?(?P<year>(?:19|20)\d\d)\b""",
    re.IGNORECASE | re.VERBOSE,
)
_REPORTING = frozenset("publish post update say tell report write read follow accord show".split())


class Dates(Kind):
    """When something happened."""

    name = "dates"

    def find(self, document: Document) -> Iterator[Claim]:
        """Yield every date that stands near an act or thing it can date."""
        for _, passage in document.statements:
            words = document.words_in(passage)
            told: list[When] = list(islice(find_dates(document.text, passage.start, passage.end), MOST))
            anniversary = self._anniversary(document, passage)
            if anniversary:
                yield anniversary
                told = [when for when in told if not anniversary.start <= when.start < anniversary.end]
            for when in told + _following(document.text, passage, told):
                claim = self._dated(document, passage, when, words)
                if claim:
                    yield claim

    def label(self, claims: Sequence[Claim]) -> str:
        """What is dated."""
        return wording.date_label(min((claim.exact for claim in claims), key=len))

    def relate(self, both: Comparison) -> Iterable[tuple[Claim, Claim, Verdict]]:
        """Yield dates of one act or thing; a date that some other date of the article fits is in no conflict."""
        pairs = [
            (a, b, fit)
            for a, b in product(both.ours, both.theirs)
            if (fit := _fit(a.data, b.data)) is not None and may_be_one(a.data["who"], b.data["who"])
        ]
        agreed = {id(claim) for a, b, fit in pairs if fit and _same_event(a, b) for claim in (a, b)}
        for a, b, fit in pairs:
            if fit and _same_event(a, b):
                yield a, b, Verdict(Stance.CORROBORATES, wording.agree(a.value, b.value))
            elif not fit and not agreed & {id(a), id(b)} and _surely_same(a, b):
                yield a, b, Verdict(Stance.CONFLICTS, wording.differ(a.value, b.value))

    def _dated(self, document: Document, passage: Passage, when: When, words: Sequence[Word]) -> Claim | None:
        told = near(document.text, passage, when.start, when.end, words)
        if told.lemmas[:1] and told.lemmas[0] in _REPORTING and not told.attached:
            return None  # the day of the statement, not of what it states
        lemmas = [base for base in told.lemmas if base not in _REPORTING]
        start, end = told.start, told.end
        idiom = _idiom(document.text, passage, when)
        if idiom:
            lemmas.insert(0, idiom[0])
            start, end = min(when.start, idiom[1]), max(when.end, idiom[2])
        if not lemmas:
            return None
        if end - start > LONGEST:
            start, end = when.start, when.end
        common = around(words, when.start, when.end)
        said = document.text[when.start : when.end]
        if when.year and not any(character.isdigit() for character in said):
            said = wording.worked_out(said, when.year)
        return self._claim(document, start, end, when, lemmas, common, said, told.attached)

    def _anniversary(self, document: Document, passage: Passage) -> Claim | None:
        """ "their 12-year anniversary in June 2024" dates a wedding to June 2012."""
        found = _ANNIVERSARY.search(document.text, passage.start, passage.end)
        years = _number(found["n"]) if found else None
        if not found or not years or not _is_of_a_couple(document, passage, found):
            return None
        month = MONTHS.index(found["month"].lower()) + 1 if found["month"] else None
        when = When(
            found.start(),
            found.end(),
            "month" if month else "year",
            None,
            month,
            None,
            int(found["year"]) - years,
        )
        said = wording.anniversary(
            f"{found['month'] or ''} {when.year}".strip(),
            years,
            f"{found['month'] or ''} {found['year']}".strip(),
        )
        return self._claim(document, found.start(), found.end(), when, ["marry"], ["anniversary"], said)

    def _claim(
        self, document: Document, start: int, end: int, when: When, lemmas: list[str], common: list[str], said: str,
        attached: bool = False,
    ) -> Claim:  # fmt: skip
        number = document.passage_at(when.start)
        passage = document.passages[number]
        who = document.people.subject(number, max(when.end, end))
        days = when.days(document.published)
        data = {
            "grain": when.grain, "weekday": when.weekday, "month": when.month, "day": when.day, "year": when.year,
            "days": [day.isoformat() for day in days] if days else None,
            "near": lemmas, "around": common, "who": who, "attached": attached,
            "names": sorted(document.people.names_in(passage.start, passage.end)),
            "told": is_asserted(document.words_of(passage)),
        }  # fmt: skip
        return Claim.at(document, start, end, kind=self.name, subject=lemmas[0], property="when", value=said, data=data)


def _number(written: str) -> int | None:
    value = ORDINALS.get(written.lower()) or value_of(written)
    return int(value) if value else None


def _following(text: str, passage: Passage, told: Sequence[When]) -> list[When]:
    """ "in 2011 and they wed the following year": the year after the one last named before it."""
    found = []
    for relative in _RELATIVE.finditer(text, passage.start, passage.end):
        before = [when for when in told if when.year and when.end <= relative.start()]
        if before:
            year = (before[-1].year or 0) + 1
            found.append(
                replace(
                    before[-1],
                    start=relative.start(),
                    end=relative.end(),
                    grain="year",
                    weekday=None,
                    month=None,
                    day=None,
                    year=year,
                )
            )
    return found


def _idiom(text: str, passage: Passage, when: When) -> tuple[str, int, int] | None:
    """The verb that a set phrase near a date stands for ("tied the knot"), with its span."""
    for found in _IDIOMS.finditer(text, max(passage.start, when.start - 60), min(passage.end, when.end + 40)):
        return ("die" if found["die"] else "marry"), found.start(), found.end()
    return None


def _fit(a: Mapping[str, Any], b: Mapping[str, Any]) -> bool | None:
    """Whether one date can lie within the other; None when that cannot be told."""
    if a["weekday"] is not None and b["weekday"] is not None:
        same = bool(a["weekday"] == b["weekday"])
        apart = _apart(a, b)
        if apart is not None and apart > DAYS_APART:
            return None
        return same
    for part in ("year", "month", "day"):
        if a[part] is not None and b[part] is not None and a[part] != b[part]:
            return False if _is_near_miss(a, b, part) else None
    shares = any(a[part] is not None and a[part] == b[part] for part in ("year", "month"))
    if shares and a["day"] == b["day"]:
        return True
    if a["days"] and b["days"]:
        within = a["days"][0] <= b["days"][1] and b["days"][0] <= a["days"][1]
        return True if within else None
    return True if shares else None


def _apart(a: Mapping[str, Any], b: Mapping[str, Any]) -> int | None:
    if not a["days"] or not b["days"]:
        return None
    return abs((date.fromisoformat(a["days"][0]) - date.fromisoformat(b["days"][0])).days)


def _is_near_miss(a: Mapping[str, Any], b: Mapping[str, Any], part: str) -> bool:
    if part == "year":
        return bool(abs(a["year"] - b["year"]) <= YEARS_APART and (a["month"] is None or a["month"] == b["month"]))
    if part == "month":
        return bool(a["year"] is not None and a["year"] == b["year"] and abs(a["month"] - b["month"]) <= 2)
    return bool(a["month"] is not None and a["month"] == b["month"] and abs(a["day"] - b["day"]) <= DAYS_APART)


def _is_of_a_couple(document: Document, passage: Passage, found: re.Match[str]) -> bool:
    """Whether an anniversary is a wedding's: said so, or "their" anniversary of a family ("the Lees")."""
    before = document.text[passage.start : found.end()]
    family = any(
        document.text[m.start : m.end].endswith("s") for m in document.people.between(passage.start, found.start())
    )
    return bool(
        _COUPLE.search(before) or (family and re.search(r"\btheir\s$", document.text[passage.start : found.start()]))
    )


def _same_event(a: Claim, b: Claim) -> bool:
    """Whether what stands near two fitting dates is enough to take them for dates of one event."""
    known = a.data["who"] and b.data["who"]
    reach = 2 * REACH if known or "day" in (a.data["grain"], b.data["grain"]) else CLOSE
    ours, theirs = a.data["near"][:reach], b.data["near"][:reach]
    return _share(ours, theirs) and not any(opposed(x, y) for x, y in product(ours, theirs))


def _share(a: Sequence[str], b: Sequence[str]) -> bool:
    return any(related(x, y) and min(rarity(x), rarity(y)) >= TELLING for x, y in product(a, b))


def _surely_same(a: Claim, b: Claim) -> bool:
    """Whether two dates that do not fit date one event beyond doubt.

    Either something that happens once in a life, to the same people; or a noun that the date itself describes
    ("Thursday's episode", "the 12 November installment"), with a name or title in common and more around it.
    """
    if not (a.data["told"] and b.data["told"]) or not related(a.data["near"][0], b.data["near"][0]):
        return False
    names = set(a.data["names"]) & set(b.data["names"])
    ours, theirs = (set(claim.data["around"]) - _CALENDAR for claim in (a, b))
    acts = {a.data["near"][0], b.data["near"][0]}
    if acts & _ONCE:
        people = bool(names) if acts & _TOGETHER else bool(a.data["who"] and b.data["who"])
        return bool((people or ours == theirs) and a.data["grain"] == b.data["grain"])
    if ours == theirs and a.data["who"] and b.data["who"] and not acts & _AGAIN:
        return True  # one sentence about one person, but for the date
    common = len(ours & theirs)
    if acts <= _HAPPENINGS:
        return bool(
            common > 1
            and common >= ALIKE * len(ours | theirs)
            and "day" in a.data["grain"]
            and "day" in b.data["grain"]
        )
    return bool(a.data["attached"] and b.data["attached"] and a.data["grain"] != "year" and names and common > 2)
