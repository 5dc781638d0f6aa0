"""Every sentence that a reader is shown about a comparison, in one place, ready for translation.

Templates are filled with `str.format`; nothing else in `server/` writes English about claims.
"""

from __future__ import annotations

from collections.abc import Sequence

from secondsource.kinds.claim import Stance

_SUMMARY = {
    Stance.CONFLICTS: "{outlets}: {value}.",
    Stance.REWORDS: "{outlets} words it differently.",
    Stance.UPDATES: "{outlets}: {value}, at another time.",
    Stance.CORROBORATES: "{outlets} reports the same.",
}
_SUMMARY_MANY = {
    Stance.CONFLICTS: "{outlets}: {value}.",
    Stance.REWORDS: "{outlets} word it differently.",
    Stance.UPDATES: "{outlets}: {value}, at another time.",
    Stance.CORROBORATES: "{outlets} report the same.",
}


def listing(names: Sequence[str]) -> str:
    """Names as a reader lists them: "A", "A and B", "A, B and C"."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def summary(stance: Stance, outlets: Sequence[str], value: str) -> str:
    """One line for a note: who says what, in the strongest stance; value is what the first of the outlets says."""
    templates = _SUMMARY if len(outlets) == 1 else _SUMMARY_MANY
    return templates[stance].format(outlets=listing(outlets), value=value)


QUOTED_ALIKE = "The same words."
QUOTED_IN_PART = "The same words, one of the two cut short."
QUOTED_OTHERWISE = "The same utterance in other words."

MAX_LABEL = 60  # code points of a label that a list can show on one line


def quotation_label(words: str) -> str:
    """The label of a fact that is an utterance."""
    short = words if len(words) <= MAX_LABEL else words[: MAX_LABEL - 1].rstrip() + "…"
    return f"“{short}”"


def age_label(name: str) -> str:
    """The label of a fact that is somebody's age."""
    return f"Age of {name}" if name else "An age"


def ages_agree(a: str, b: str) -> str:
    """Two ages, or an age and a birth year, that one birthday explains."""
    if a == b:
        return both_give(a)
    return f"One birthday fits both: {a} here, {b} there, each counted from its own date."


def ages_differ(a: str, b: str, *, dated: bool) -> str:
    """Two ages that no birthday explains."""
    return f"{b} there, {a} here: " + (
        "no birthday fits both on the articles' dates."
        if dated
        else "taken at the same time, as one article has no date."
    )


AGE_GAP = "The age gap"


def years(number: str) -> str:
    """A number of years."""
    return f"{number} year" if number == "1" else f"{number} years"


def both_give(value: str) -> str:
    """Both articles give one value."""
    return f"Both give {value}."


def differ(ours: str, theirs: str) -> str:
    """The articles give two values of one thing."""
    return f"{theirs} there, {ours} here."


def count_label(noun: str, state: str) -> str:
    """The label of a fact that is a count."""
    return f"Number of {noun} {state}" if state else f"Number: {noun}"


def toll_changed(ours: str, theirs: str, *, dated: bool) -> str:
    """A figure that grows with time, counted at two times."""
    when = "counted on another day" if dated else "when each was counted is not known"
    return f"{theirs} there, {ours} here: a number that changes, {when}."


def date_label(event: str) -> str:
    """The label of a fact that is a date."""
    return f"When: {event}"


def anniversary(then: str, years: int, now: str) -> str:
    """The date that an anniversary counts back to."""
    return f"{then} ({years} years before {now})"


def same_date(ours: str, theirs: str) -> str:
    """Two dates that can be one."""
    return both_give(ours) if ours == theirs else f"{theirs} there fits {ours} here."


def dates_differ(ours: str, theirs: str) -> str:
    """Two dates that cannot be one."""
    return f"{theirs} there, {ours} here."


def tie_label(name: str, tie: str) -> str:
    """The label of a fact that is a family tie."""
    return f"{name}: {tie}" if name else tie.capitalize()


def tie_agrees(tie: str) -> str:
    """Both articles give somebody one family tie."""
    return f"Both say {tie}."


def role_label(name: str, role: str) -> str:
    """The label of a fact that is a role."""
    return f"{name}: {role}" if name else role


def fits(ours: str, theirs: str) -> str:
    """Two wordings of one thing."""
    return f"“{theirs}” there, “{ours}” here."


def quantity_label(of: str, value: str) -> str:
    """The label of a fact that is a figure."""
    return f"{of.capitalize()}: {value}" if of else value


def figures_agree(ours: str, theirs: str) -> str:
    """Two figures that can be one."""
    return both_give(ours) if ours == theirs else f"{theirs} there agrees with {ours} here."
