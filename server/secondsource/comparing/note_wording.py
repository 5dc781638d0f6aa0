"""What a note says: which outlets give what, when, and from how many origins; and what a page is told to lack.

With `wording.py`, which says how two claims stand, this is all English that a reader is shown about a comparison.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from secondsource.comparing.claim import Stance
from secondsource.comparing.label_wording import short
from secondsource.comparing.wording import day_named, ended, few, listing
from secondsource.reading.numbers import words_value

# For each stance: of one outlet, of several. A stance that gives other values names each with who gives it.
_SAME = {
    Stance.REWORDS: ("{outlets} words it differently", "{outlets} word it differently"),
    Stance.CORROBORATES: ("{outlets} reports the same", "{outlets} report the same"),
}
_OTHER = ("{outlets} says {value}", "{outlets} say {value}")


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
    return ended(f"{told}{_counted(len(outlets), origins)}")


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


_SPANS = ((365, "year"), (30, "month"), (7, "week"), (1, "day"))
MAX_VALUE = 40  # code points of a value that fits into a sentence about who gives it


def time_between(days: int) -> str:
    """How long after the page an article appeared, in its largest whole unit: "two days later", "a month earlier"."""
    if not days:
        return "the same day"
    size, unit = next((size, unit) for size, unit in _SPANS if abs(days) >= size)
    number = abs(days) // size
    said = "a" if number == 1 else few(number)
    return f"{said} {unit}{'s' if number > 1 else ''} {'later' if days > 0 else 'earlier'}"


NO_DATE = "no date given"


def told_by(outlet: str, ours: date | None, theirs: date | None, value: str, exact: str) -> str:
    """Who gives what, and when, seen from the page: "Coast Daily, two days later, gives 54."; dates as days.

    A value that is no figure is given in the article's own words; no value is a quotation.
    """
    when = NO_DATE if theirs is None else time_between((theirs - ours).days) if ours else day_named(theirs)
    if not value:
        return f"{outlet}, {when}, quotes this."
    if len(value) <= MAX_VALUE and _is_figure(value):
        return ended(f"{outlet}, {when}, gives {value}")
    return f"{outlet}, {when}, has “{short(exact)}”."


def _is_figure(value: str) -> bool:
    first = re.split(r"[\s-]", value, maxsplit=1)[0]
    return first.lstrip("$€£")[:1].isdigit() or words_value(first.lower()) is not None


MAX_SENTENCE = 160  # code points of a sentence that a list shows


def missing_sentence(sentence: str) -> str:
    """The label of something missing that only a whole sentence tells."""
    return short(sentence, MAX_SENTENCE)


def missing_label(label: str, words: str) -> str:
    """A label that lacks the value, with words from an article that give it."""
    return f"{label.partition(':')[0]}: {short(words)}"
