"""Every sentence that a reader is shown about a comparison, in one place, ready for translation.

Reasons favour neither article: a moderator reads them too. Nothing else in `server/` writes English about claims.
"""

from __future__ import annotations

from collections.abc import Sequence

from secondsource.kinds.claim import Stance

# For each stance: of one outlet, of several. A stance that gives other values names each with who gives it.
_SAME = {
    Stance.REWORDS: ("{outlets} words it differently.", "{outlets} word it differently."),
    Stance.CORROBORATES: ("{outlets} reports the same.", "{outlets} report the same."),
}
_OTHER = {
    Stance.CONFLICTS: ("{outlets} says {value}", "{outlets} say {value}"),
    Stance.UPDATES: ("{outlets} gave {value} at another time", "{outlets} gave {value} at another time"),
}


def listing(names: Sequence[str]) -> str:
    """Names as a reader lists them: "A", "A and B", "A, B and C"."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def summary(stance: Stance, said: Sequence[tuple[str, str]]) -> str:
    """One line for a note: who says what, in the strongest stance; `said` pairs outlets with the values they give."""
    if stance in _SAME:
        outlets = list(dict.fromkeys(outlet for outlet, _ in said))
        return _SAME[stance][len(outlets) > 1].format(outlets=listing(outlets))
    by_value: dict[str, list[str]] = {}
    for outlet, value in said:
        givers = by_value.setdefault(value, [])
        if outlet not in givers:
            givers.append(outlet)
    told = (_OTHER[stance][len(givers) > 1].format(outlets=listing(givers), value=v) for v, givers in by_value.items())
    return "; ".join(told) + "."


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


SAID_ALIKE = "Both report the same statement, at least one of them in indirect speech."
MAX_LABEL = 60  # code points of a label that a list can show on one line


def quotation_label(words: str) -> str:
    """The label of a fact that is an utterance."""
    short = words if len(words) <= MAX_LABEL else words[: MAX_LABEL - 1].rstrip() + "…"
    return f"“{short}”"


def reported_label(speaker: str, words: str) -> str:
    """The label of a fact that is a statement nobody quotes word for word."""
    short = words if len(words) <= MAX_LABEL else words[: MAX_LABEL - 1].rstrip() + "…"
    return f"{speaker}: {short}" if speaker else short


def age_label(name: str) -> str:
    """The label of a fact that is somebody's age."""
    return f"Age of {name}" if name else "An age"


def born_in(year: str) -> str:
    """A birth year as the value of an age."""
    return f"born in {year}"


def ages_agree(a: str, b: str) -> str:
    """Two ages, or an age and a birth year, that one birthday explains."""
    if a == b:
        return agree(a, b)
    return f"One birthday fits both {a} and {b}, each counted from its own date."


def ages_differ(a: str, b: str, *, dated: bool) -> str:
    """Two ages that no birthday explains."""
    if dated:
        return f"{a} against {b}: no birthday fits both on the articles' dates."
    return f"{a} against {b}, taken as of the same day, since one of the articles has no date."


AGE_GAP = "The age gap"


def years(number: str) -> str:
    """A number of years."""
    return f"{number} year" if number == "1" else f"{number} years"


def agree(ours: str, theirs: str) -> str:
    """The articles give one value, be it in other words."""
    return f"Both give {ours}." if ours == theirs else f"“{ours}” and “{theirs}” can be one."


def differ(ours: str, theirs: str) -> str:
    """The articles give two values of one thing."""
    return f"{ours} against {theirs}."


def count_label(what: str) -> str:
    """The label of a fact that is a count."""
    return f"Number: {what}"


def toll_changed(ours: str, theirs: str, *, dated: bool) -> str:
    """A figure that grows with time, counted at two times."""
    when = "counted on different days" if dated else "and one of the articles does not say when it was counted"
    return f"{ours} and {theirs}: a number that changes, {when}."


def date_label(event: str) -> str:
    """The label of a fact that is a date."""
    return f"When: {event}"


def worked_out(said: str, year: int) -> str:
    """A date in words with the year it comes to: "the following year (2012)"."""
    return f"{said} ({year})"


def anniversary(then: str, years: int, now: str) -> str:
    """The date that an anniversary counts back to."""
    return f"{then} ({years} years before {now})"


def tie_label(name: str, tie: str) -> str:
    """The label of a fact that is a family tie."""
    return f"{name}: {tie}" if name else tie.capitalize()


def tie_agrees(name: str, tie: str) -> str:
    """Both articles give somebody one family tie."""
    return f"Both name {name} as a {tie}." if name else f"Both tell of a {tie}."


def role_label(name: str, role: str) -> str:
    """The label of a fact that is a role."""
    return f"{name}: {role}" if name else role


def quantity_label(of: str, value: str) -> str:
    """The label of a fact that is a figure."""
    return f"{of.capitalize()}: {value}" if of else value
