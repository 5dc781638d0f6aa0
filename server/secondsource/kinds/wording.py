"""Every sentence that a reader is shown about a comparison, in one place, ready for translation.

Reasons favour neither article: a moderator reads them too. Nothing else in `server/` writes English about claims.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from secondsource.kinds.claim import Stance
from secondsource.reading.numbers import words_value
from secondsource.reading.words import lemma, split_words

# For each stance: of one outlet, of several. A stance that gives other values names each with who gives it.
_SAME = {
    Stance.REWORDS: ("{outlets} words it differently", "{outlets} word it differently"),
    Stance.CORROBORATES: ("{outlets} reports the same", "{outlets} report the same"),
}
_OTHER = ("{outlets} says {value}", "{outlets} say {value}")


NOT_COMPARED = "Nothing is said: these are not surely about the same thing, or do not surely agree or differ."


def listing(names: Sequence[str]) -> str:
    """Names as a reader lists them: "A", "A and B", "A, B and C"."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


@dataclass(frozen=True, slots=True)
class Saying:
    """What one outlet gives, and on which day (None when its article has none)."""

    outlet: str
    value: str
    day: date | None = None


def summary(stance: Stance, said: Sequence[Saying], origins: Sequence[str], ours: date | None = None) -> str:
    """One line for a note: who says what, in the strongest stance; `ours` is the page's day.

    `origins` are those outlets' independent origins, named where there are fewer of them than outlets.
    """
    outlets = list(dict.fromkeys(saying.outlet for saying in said))
    if stance in _SAME:
        told = _SAME[stance][len(outlets) > 1].format(outlets=listing(outlets))
    elif stance is Stance.UPDATES:
        told = _at_other_times(said, ours)
    else:
        told = "; ".join(
            _OTHER[len(givers) > 1].format(outlets=listing(givers), value=value)
            for value, givers in _by_value(said).items()
        )
    return _ended(f"{told}{_counted(len(outlets), origins)}")


def _by_value(said: Iterable[Saying]) -> dict[str, list[str]]:
    """Each value with the outlets that give it, both in the order in which they come."""
    found: dict[str, list[str]] = {}
    for outlet, value in dict.fromkeys((saying.outlet, saying.value) for saying in said):
        found.setdefault(value, []).append(outlet)
    return found


def _at_other_times(said: Sequence[Saying], ours: date | None) -> str:
    """What was told at other times than the page's: "Earlier: Post 12. Later: Gazette and Echo 19"."""
    told = []
    for time in _TIMES:
        by_value = _by_value(saying for saying in said if _time(saying.day, ours) == time)
        items = [f"{listing(givers)} {_figure_or_words(value)}" for value, givers in by_value.items()]
        told += [f"{time}: {'; '.join(items)}"] if items else []
    return ". ".join(told)


_TIMES = EARLIER, SAME_DAY, LATER, OTHER_DAY, NO_DAY = (
    "Earlier", "The same day", "Later", "On another day", "At a time not given",
)  # fmt: skip


def _time(day: date | None, ours: date | None) -> str:
    if day is None:
        return NO_DAY
    if ours is None:
        return OTHER_DAY
    return SAME_DAY if day == ours else LATER if day > ours else EARLIER


def _figure_or_words(value: str) -> str:
    return value if any(map(str.isdigit, value)) else f"“{value}”"


def _ended(sentence: str) -> str:
    """A sentence with one full stop, whatever it ends with ("gives 5:42 p.m.")."""
    return sentence if sentence.endswith(".") else f"{sentence}."


def _counted(outlets: int, origins: Sequence[str]) -> str:
    """ " (4 outlets, 1 origin: a press conference)" where there are fewer origins than outlets, else nothing."""
    if len(origins) >= outlets:
        return ""
    named = f": {origins[0]}" if len(origins) == 1 and origins[0] else ""
    return f" ({outlets} outlets, {len(origins)} {'origin' if len(origins) == 1 else 'origins'}{named})"


_SOURCES = {
    "indictment": "the indictment",
    "lawsuit": "the lawsuit",
    "affidavit": "an affidavit",
    "court documents": "court documents",
    "regulatory filing": "a regulatory filing",
    "police report": "a police report",
    "autopsy": "the autopsy",
    "ruling": "the ruling",
    "memo": "a memo",
    "letter to staff": "a letter to staff",
    "letter to shareholders": "a letter to shareholders",
    "statement": "a statement",
    "press conference": "a press conference",
    "earnings call": "an earnings call",
    "inquest": "the inquest",
    "inquiry": "the inquiry",
    "trial": "the trial",
    "hearing": "a court hearing",
    "post": "a post on {name}",
    "reporters": "remarks to reporters",
    "show": "“{name}”",
}


def source_name(form: str, name: str, who: str, day: str) -> str:
    """A source that articles quote, as a reader calls it: "a statement by the club", "a press conference on Friday"."""
    by = f" by {who if who[0].isupper() else f'the {who}'}" if who else ""
    return _SOURCES[form].format(name=name) + by + (f" on {day}" if day else "")


def both_from(origin: str) -> str:
    """The page and the evidence are not independent."""
    return f"Both trace back to {origin}."


_FEW = "no one two three four five six seven eight nine ten".split()
_SPANS = ((365, "year"), (30, "month"), (7, "week"), (1, "day"))
MAX_VALUE = 40  # code points of a value that fits into a sentence about who gives it


def time_between(days: int) -> str:
    """How long after the page an article appeared, in its largest whole unit: "two days later", "a month earlier"."""
    if not days:
        return "the same day"
    size, unit = next((size, unit) for size, unit in _SPANS if abs(days) >= size)
    number = abs(days) // size
    said = "a" if number == 1 else _few(number)
    return f"{said} {unit}{'s' if number > 1 else ''} {'later' if days > 0 else 'earlier'}"


def _few(number: int) -> str:
    """A number as a sentence writes it: "nine", "11"."""
    return _FEW[number] if number < len(_FEW) else str(number)


def day_named(day: date) -> str:
    """A day as a sentence names it: "13 November 2025"."""
    return f"{day.day} {day:%B %Y}"


NO_DATE = "no date given"


def told_by(outlet: str, ours: date | None, theirs: date | None, value: str, exact: str) -> str:
    """Who gives what, and when, seen from the page: "Coast Daily, two days later, gives 54."; dates as days.

    A value that is no figure is given in the article's own words; no value is a quotation.
    """
    when = NO_DATE if theirs is None else time_between((theirs - ours).days) if ours else day_named(theirs)
    if not value:
        return f"{outlet}, {when}, quotes this."
    if len(value) <= MAX_VALUE and _is_figure(value):
        return _ended(f"{outlet}, {when}, gives {value}")
    return f"{outlet}, {when}, has “{_short(exact)}”."


def _is_figure(value: str) -> bool:
    first = re.split(r"[\s-]", value, maxsplit=1)[0]
    return first.lstrip("$€£")[:1].isdigit() or words_value(first.lower()) is not None


MAX_SENTENCE = 160  # code points of a sentence that a list shows


def missing_sentence(sentence: str) -> str:
    """The label of something missing that only a whole sentence tells."""
    return _short(sentence, MAX_SENTENCE)


def missing_label(label: str, words: str) -> str:
    """A label that lacks the value, with words from an article that give it."""
    return f"{label.partition(':')[0]}: {_short(words)}"


# What was done to the words of one utterance, by grade (kinds/fidelity.py).
QUOTED = {
    "identical": "The same words.",
    "punctuation": "The same words; only punctuation or spelling differs.",
    "truncated": "The same words, cut short in one of the two.",
    "ellipsis": "The same words; one leaves some out and says so with an ellipsis.",
    "bracketed": "The same words; one has its own words in brackets.",
}


def quoted_otherwise(changes: Sequence[tuple[str, str]]) -> str:
    """The words that differ, each as one and as the other article has them; none when they are too many to list."""
    if not changes:
        return "The same utterance in other words."
    return "; ".join(f"“{a}” in one, “{b}” in the other" for a, b in changes) + "."


def only_one_says(negation: str) -> str:
    """A negation that turns the meaning around."""
    return f"One has “{negation}”, the other has not."


def given_to(one: str, other: str) -> str:
    """One wording that two people are said to have used."""
    return f"The same words, said by {one} in one article and by {other} in the other."


def said_by_two(one: str, other: str) -> str:
    """One utterance that two people are said to have made."""
    return f"The same utterance is given to {one} in one article and to {other} in the other."


def attribution_label(words: str) -> str:
    """The label of a fact that is who said something."""
    return f"Who said: “{_short(words)}”"


SAID_ALIKE = "Both report the same statement, at least one of them in indirect speech."
MAX_LABEL = 60  # code points of a label that a list can show on one line


def quotation_label(words: str) -> str:
    """The label of a fact that is an utterance."""
    return f"“{_short(words)}”"


def _short(words: str, most: int = MAX_LABEL) -> str:
    return words if len(words) <= most else words[: most - 1].rstrip() + "…"


def reported_label(speaker: str, words: str) -> str:
    """The label of a fact that is a statement nobody quotes word for word."""
    return f"{speaker}: {_short(words)}" if speaker else _short(words)


def age_label(name: str, said: str) -> str:
    """The label of a fact that is somebody's age; of nobody who is named, in an article's words."""
    return f"Age of {name}" if name else f"Age: {_short(said)}"


def born_in(year: str) -> str:
    """A birth year as the value of an age."""
    return f"born in {year}"


def ages_agree(a: str, b: str) -> str:
    """Two ages, or an age and a birth year, that one birthday explains."""
    if a == b:
        return agree(a, b)
    return f"One birthday fits both {a} and {b}, each counted from its own date."


def ages_differ(a: str, b: str, *, hardly: bool) -> str:
    """Two ages that no birthday explains, or hardly any; each with the birthdays that it allows."""
    if hardly:
        return f"{a}; {b}: only a birthday in the few days between the two articles would fit both."
    return f"{a}; {b}: no birthday fits both."


def ages_differ_undated(a: str, b: str) -> str:
    """Two ages that differ, where an article has no date to count from."""
    return f"{a} against {b}, taken as of the same day, since one of the articles has no date."


def age_on(age: int, on: date, first: date, last: date) -> str:
    """What an age on a day says of the birthday."""
    return f"{age} on {day_named(on)} means born between {day_named(first)} and {day_named(last)}"


def age_in_years(age: int, year: int, first: int, last: int) -> str:
    """What an age in some year says of the birthday."""
    between = f"in {first}" if first == last else f"between {first} and {last}"
    return f"{age} in {year} means born {between}"


AGE_GAP = "The age gap"


def years(number: str) -> str:
    """A number of years."""
    return f"{number} year" if number == "1" else f"{number} years"


def agree(ours: str, theirs: str) -> str:
    """The articles give one value, be it in other words."""
    one = ours.casefold() == theirs.casefold()
    return _ended(f"Both give {ours}") if one else f"“{ours}” and “{theirs}” can be one."


def differ(ours: str, theirs: str) -> str:
    """The articles give two values of one thing."""
    return _ended(f"{ours} against {theirs}")


_CASUALTIES = {
    "killed": "People killed",
    "injured": "People injured",
    "missing": "Missing",
    "arrested": "Arrested",
    "rescued": "Rescued",
}
_PLURALS = {"child": "children", "baby": "babies"}  # of the nouns that a text may count in the singular: "fifth child"


def count_label(unit: str, told: Iterable[str]) -> str:
    """The label of a fact that is a count, by its unit (see `reading.counted`): "People killed", "Jobs".

    `told` is what articles say of it: the noun is given as they write it.
    """
    if unit in _CASUALTIES:
        return _CASUALTIES[unit]
    noun, *state = unit.split()
    written = {word.folded for said in told for word in split_words(said) if lemma(word.folded) == noun} - {noun}
    return " ".join([min(written, default=_PLURALS.get(noun, f"{noun}s")), *state]).capitalize()


def grew(earlier: str, first: date, later: str, last: date, *, rising: bool) -> str:
    """A number that changes from day to day, in the order in which it was published."""
    days = (last - first).days
    after = f"{_few(days)} {'day' if days == 1 else 'days'} later"
    changes = "grows" if rising else "changes"
    return f"{earlier} on {day(first)}, {later} {after}: a number that {changes}."


def counted_undated(low: str, high: str) -> str:
    """A number that changes from day to day, where a day is missing."""
    return f"{low} and {high}: a number that changes, and one of the articles has no date."


def neither_dated(low: str, high: str) -> str:
    """A number that changes from day to day, where both days are missing."""
    return f"{low} and {high}: a number that grows, and neither article has a date."


def day(when: date) -> str:
    """A day as readers write it, without its year: "4 February"."""
    return f"{when.day} {when:%B}"


def date_label(acts: Iterable[str]) -> str:
    """The label of a fact that is a date or time, by the fullest words in which articles tell what it dates."""
    return f"When: {_short(max(acts, key=lambda act: (len(act), act)))}"


def worked_out(said: str, date_meant: str) -> str:
    """A date in words with what it comes to: "the following year (2012)"."""
    return f"{said} ({date_meant})"


def month_and_year(month: int | None, year: int) -> str:
    """A month of a year, or the year alone: "June 2012"."""
    return f"{date(year, month, 1):%B} {year}" if month else str(year)


def anniversary(then: str, years: int, now: str) -> str:
    """The date that an anniversary counts back to."""
    return f"{then} ({years} years before {now})"


def lasting(period: str, months: int) -> str:
    """A period with how long it lasts: "from 2001 to 2010 (nine years)"."""
    count, unit = (months // 12, "year") if months % 12 == 0 else (months, "month")
    return f"{period} ({_few(count)} {unit}{'' if count == 1 else 's'})"


def adds_up(parts: Sequence[int], total: int) -> str:
    """Parts that come to a total: "170 + 31 + 12 = 213"."""
    return f"{' + '.join(map(str, parts))} = {total}: the parts add up to the total."


def as_many(names: Sequence[str], number: str) -> str:
    """A list that is as long as the number says."""
    return f"{listing(names)}: the list has {len(names)} names, as many as “{number}” says."


def not_as_many(names: Sequence[str], number: str) -> str:
    """A list that is not as long as the number says."""
    return f"{listing(names)}: the list has {len(names)} names, against “{number}”."


def tie_label(name: str, tie: str) -> str:
    """The label of a fact that is a family tie."""
    return f"{name}: {tie}" if name else tie.capitalize()


def tie_agrees(name: str, tie: str) -> str:
    """Both articles give somebody one family tie."""
    return f"Both name {name} as a {tie}." if name else f"Both tell of a {tie}."


def role_label(name: str, role: str) -> str:
    """The label of a fact that is a role."""
    return f"{name}: {role}" if name else role


_FIGURES = {"money": "Sum", "percentages": "Share", "durations": "Duration"}
_DIMENSIONS = {"length": "Distance"}  # the others go by their names: "Speed", "Magnitude"


def quantity_label(kind: str, unit: str, said: str) -> str:
    """The label of a fact that is a figure, by its kind or, of a measure, its dimension, with words that give it."""
    return f"{_FIGURES.get(kind) or _DIMENSIONS.get(unit, unit.capitalize())}: {_short(said)}"


def act_label(who: str, act: str) -> str:
    """The label of a fact that is whether somebody did something."""
    return f"{who}: {act}" if who else act.capitalize()


def acts_agree(who: str, ours: str, theirs: str) -> str:
    """Both articles tell, or deny, one act; `who` did it, or nobody is named."""
    said = f"“{ours}”" if ours.casefold() == theirs.casefold() else f"“{ours}”, “{theirs}”"
    return f"Both report the same of {who}: {said}." if who else f"Both report the same: {said}."


def place_label(act: str, where: str) -> str:
    """The label of a fact that is a place, with what was done there if that is told: "Where: arrested (Elm Street)"."""
    return f"Where: {act} ({where})" if act else f"Where: {where}"


def death_place_label(who: str) -> str:
    """The label of a fact that is where somebody died."""
    return f"Where {who} died"


def doer_label(said: str) -> str:
    """The label of a fact that is who did something."""
    return f"Who: {_short(said)}"


def side_label(part: str) -> str:
    """The label of a fact that is a side of something."""
    return f"Which {part}"


def rank_label(who: str, rank: str) -> str:
    """The label of a fact that is a rank."""
    return f"{who}: {rank}" if who else rank.capitalize()


def name_label(name: str) -> str:
    """The label of a fact that is what somebody is called."""
    return f"Name: {name}"


def names_differ(ours: str, theirs: str) -> str:
    """Two names of what is surely one person."""
    return f"One person, it seems, is called {ours} in one article and {theirs} in the other."


def deny(ours: str, theirs: str) -> str:
    """One article tells that something is so, the other that it is not."""
    return f"“{ours}” and “{theirs}” cannot both be so."


def contrast_label(sort: str, said: str) -> str:
    """The label of a fact that is one of several that exclude one another: "Weapon: threatened her with a knife"."""
    return f"{sort.capitalize()}: {_short(said)}"


def since_changed(ours: str, theirs: str, *, dated: bool) -> str:
    """What one article tells and another denies, at two times."""
    when = "told on different days" if dated else "and one of the articles has no date"
    return f"“{ours}” and “{theirs}”: something that can change, {when}."


def statement_label(said: str) -> str:
    """The label of a fact that is an act."""
    return _short(said)


def statements_agree(shared: Sequence[str]) -> str:
    """Two sentences tell one thing; `shared` are the words that say so, the most telling first."""
    return f"Both sentences tell of {listing([f'“{word}”' for word in dict.fromkeys(shared)][:MAX_SHARED])}."


MAX_SHARED = 4  # words in common that a reason names


def member_label(member: str) -> str:
    """The label of a fact that is a member of a list."""
    return f"Listed: {member}"


def both_list(ours: str, theirs: str) -> str:
    """Two lists of the same have a member in common."""
    return (
        _ended(f"Both list {ours}")
        if ours.casefold() == theirs.casefold()
        else f"One lists “{ours}”, the other “{theirs}”."
    )
