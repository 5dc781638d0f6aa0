"""How two claims stand, in words for readers; in one place, ready for translation.

Reasons favour neither article: a moderator reads them too. Nothing else in `server/` writes English about claims but
`label_wording.py`, for what a fact is called, and `note_wording.py`, for notes.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from secondsource.reading.context import MEANT
from secondsource.reading.words import fold, lemma, rarity

NOT_COMPARED = "Nothing is said: these are not surely about the same thing, or do not surely agree or differ."


def listing(names: Sequence[str]) -> str:
    """Names as a reader lists them: "A", "A and B", "A, B and C"."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def ended(sentence: str) -> str:
    """A sentence with one full stop, whatever it ends with ("gives 5:42 p.m.")."""
    return sentence if sentence.endswith(".") else f"{sentence}."


def opened(sentence: str) -> str:
    """A sentence that begins as one, whatever it begins with ("more than 100 against 90")."""
    return sentence[:1].upper() + sentence[1:]


_FEW = "no one two three four five six seven eight nine ten".split()


def few(number: int) -> str:
    """A number as a sentence writes it: "nine", "11"."""
    return _FEW[number] if number < len(_FEW) else str(number)


def day_named(day: date) -> str:
    """A day as a sentence names it: "4 March 2031"."""
    return f"{day.day} {day:%B %Y}"


# What was done to the words of one utterance, by grade (comparing/fidelity.py).
QUOTED = {
    "identical": "The same words.",
    "punctuation": "The same words; only punctuation or spelling differs.",
    "truncated": "The same words, cut short in one of the two.",
    "ellipsis": "The same words; one leaves some out and says so with an ellipsis.",
    "bracketed": "The same words; one has its own words in brackets.",
}


def quoted_otherwise(changes: Sequence[tuple[str, str]], *, more: bool = False) -> str:
    """The first words that differ, each as one and as the other article has them; `more` where others do too."""
    if not changes:
        return "The same utterance in other words."
    told = "; ".join(f"“{a}” in one, “{b}” in the other" for a, b in changes)
    return f"{told}, and more." if more else f"{told}."


def only_one_says(negation: str) -> str:
    """A negation that turns the meaning around."""
    return f"One has “{negation}”, the other has not."


def given_to(one: str, other: str) -> str:
    """One wording that two people are said to have used."""
    return f"The same words, said by {one} in one article and by {other} in the other."


def said_by_two(one: str, other: str) -> str:
    """One utterance that two people are said to have made."""
    return f"The same utterance is given to {one} in one article and to {other} in the other."


SAID_ALIKE = "Both report the same statement, at least one of them in indirect speech."


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


def years(number: str) -> str:
    """A number of years."""
    return f"{number} year" if number == "1" else f"{number} years"


def agree(ours: str, theirs: str) -> str:
    """The articles give one value, be it in other words."""
    one = ours.casefold() == theirs.casefold()
    return ended(f"Both give {ours}") if one else f"“{ours}” and “{theirs}” can be one."


def differ(ours: str, theirs: str) -> str:
    """The articles give two values of one thing."""
    return ended(f"{ours} against {theirs}")


def grew(earlier: str, first: date, later: str, last: date, *, rising: bool) -> str:
    """A number that changes from day to day, in the order in which it was published."""
    days = (last - first).days
    after = f"{few(days)} {'day' if days == 1 else 'days'} later"
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


def worked_out(said: str, date_meant: str) -> str:
    """A date in words with what it comes to: "the following year (2012)"."""
    return f"{said} ({date_meant})"


def month_and_year(month: int | None, year: int) -> str:
    """A month of a year, or the year alone: "May 2011"."""
    return f"{date(year, month, 1):%B} {year}" if month else str(year)


def anniversary(then: str, years: int, now: str) -> str:
    """The date that an anniversary counts back to."""
    return f"{then} ({years} years before {now})"


def lasting(period: str, months: int) -> str:
    """A period with how long it lasts: "from 2001 to 2010 (nine years)"."""
    count, unit = (months // 12, "year") if months % 12 == 0 else (months, "month")
    return f"{period} ({few(count)} {unit}{'' if count == 1 else 's'})"


def adds_up(parts: Sequence[int], total: int) -> str:
    """Parts that come to a total: "170 + 31 + 12 = 213"."""
    return f"{' + '.join(map(str, parts))} = {total}: the parts add up to the total."


def as_many(names: Sequence[str], number: str) -> str:
    """A list that is as long as the number says."""
    return f"{listing(names)}: the list has {len(names)} names, as many as “{number}” says."


def not_as_many(names: Sequence[str], number: str) -> str:
    """A list that is not as long as the number says."""
    return f"{listing(names)}: the list has {len(names)} names, against “{number}”."


def tie_agrees(name: str, tie: str) -> str:
    """Both articles give somebody one family tie."""
    return f"Both name {name} as a {tie}." if name else f"Both tell of a {tie}."


def acts_agree(who: str, ours: str, theirs: str) -> str:
    """Both articles tell, or deny, one act; `who` did it, or nobody is named."""
    said = f"“{ours}”" if ours.casefold() == theirs.casefold() else f"“{ours}”, “{theirs}”"
    return f"Both report the same of {who}: {said}." if who else f"Both report the same: {said}."


def names_differ(ours: str, theirs: str) -> str:
    """Two names of what is surely one person."""
    return f"One person, it seems, is called {ours} in one article and {theirs} in the other."


def deny(ours: str, theirs: str) -> str:
    """One article tells that something is so, the other that it is not."""
    return f"“{ours}” and “{theirs}” cannot both be so."


def since_changed(ours: str, theirs: str, *, dated: bool) -> str:
    """What one article tells and another denies, at two times."""
    when = "told on different days" if dated else "and one of the articles has no date"
    return f"“{ours}” and “{theirs}”: something that can change, {when}."


def statements_agree(shared: Sequence[str]) -> str:
    """Two sentences tell one thing; `shared` are the words that say so, the most telling first."""
    telling = [word for word in dict.fromkeys(shared) if _tells(word)]
    if len(telling) < 2:
        return "Both tell of the same thing, in other words."
    return f"Both sentences tell of {listing([f'“{word}”' for word in telling[:MAX_SHARED]])}."


def _tells(word: str) -> bool:
    """Whether a word says something by itself: no figure, no "pm", no "made"."""
    return len(word) > 2 and word[0].isalpha() and rarity(lemma(fold(word))) >= MEANT


MAX_SHARED = 4  # words in common that a reason names


def both_list(ours: str, theirs: str) -> str:
    """Two lists of the same have a member in common."""
    return (
        ended(f"Both list {ours}")
        if ours.casefold() == theirs.casefold()
        else f"One lists “{ours}”, the other “{theirs}”."
    )
