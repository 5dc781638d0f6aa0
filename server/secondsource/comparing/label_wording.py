"""What a fact is called, in words for readers: the labels of `wording.py`'s facts, ready for translation."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from secondsource.reading.words import lemma, split_words

MAX_LABEL = 60  # code points of a label that a list can show on one line
AGE_GAP = "The age gap"
_CASUALTIES = {
    "killed": "People killed",
    "injured": "People injured",
    "missing": "Missing",
    "arrested": "Arrested",
    "rescued": "Rescued",
    "evacuated": "Evacuated",
    "hospitalised": "Taken to hospital",
    "critical": "In a critical condition",
}
_PLURALS = {"child": "children", "baby": "babies"}  # of the nouns that a text may count in the singular: "fifth child"
DATE, TIME = "Date", "Time"
_FIGURES = {"money": "Sum", "percentages": "Share", "durations": "Duration"}
_DIMENSIONS = {"length": "Distance"}  # the others go by their names: "Speed", "Magnitude"


def attribution_label(words: str) -> str:
    """The label of a fact that is who said something."""
    return f"Who said: “{short(words)}”"


def quotation_label(words: str) -> str:
    """The label of a fact that is an utterance."""
    return f"“{short(words)}”"


def short(words: str, most: int = MAX_LABEL) -> str:
    """Words cut to as many code points, with an ellipsis."""
    return words if len(words) <= most else words[: most - 1].rstrip() + "…"


def reported_label(speaker: str, words: str) -> str:
    """The label of a fact that is a statement nobody quotes word for word."""
    return f"{speaker}: {short(words)}" if speaker else short(words)


def age_label(name: str, said: str) -> str:
    """The label of a fact that is somebody's age; of nobody who is named, in an article's words."""
    return f"Age of {name}" if name else f"Age: {short(said)}"


def count_label(unit: str, told: Iterable[str]) -> str:
    """The label of a fact that is a count, by its unit (see `reading.counted`): "People killed", "Jobs".

    `told` is what articles say of it: the noun is given as they write it.
    """
    if unit in _CASUALTIES:
        return _CASUALTIES[unit]
    noun, *state = unit.split()
    written = {word.folded for said in told for word in split_words(said) if lemma(word.folded) == noun} - {noun}
    return " ".join([min(written, default=_PLURALS.get(noun, f"{noun}s")), *state]).capitalize()


def act_dated(act: str) -> str:
    """The label of a fact that is when somebody did something: "When the king opened the dam"."""
    return f"When {act} so" if act.endswith((" said", " says")) else f"When {act}"


def thing_dated(what: str, words: Sequence[str]) -> str:
    """The label of a fact that is a date or time (`what`) told of nobody's act in so many words: "Date: dam, king"."""
    return f"{what}: {', '.join(words)}" if words else what


def tie_label(name: str, tie: str) -> str:
    """The label of a fact that is a family tie."""
    return f"{name}: {tie}" if name else tie.capitalize()


def role_label(name: str, role: str) -> str:
    """The label of a fact that is a role."""
    return f"{name}: {role}" if name else role


def quantity_label(kind: str, unit: str, said: str) -> str:
    """The label of a fact that is a figure, by its kind or, of a measure, its dimension, with words that give it."""
    return f"{_FIGURES.get(kind) or _DIMENSIONS.get(unit, unit.capitalize())}: {short(said)}"


def act_label(who: str, act: str) -> str:
    """The label of a fact that is whether somebody did something."""
    return f"{who}: {act}" if who else act.capitalize()


def place_label(act: str, where: str) -> str:
    """The label of a fact that is a place, with what was done there if that is told: "Where: arrested (Elm Street)"."""
    return f"Where: {act} ({where})" if act else f"Where: {where}"


def death_place_label(who: str) -> str:
    """The label of a fact that is where somebody died."""
    return f"Where {who} died"


def doer_label(said: str) -> str:
    """The label of a fact that is who did something."""
    return f"Who: {short(said)}"


def side_label(part: str) -> str:
    """The label of a fact that is a side of something."""
    return f"Which {part}"


def rank_label(who: str, rank: str) -> str:
    """The label of a fact that is a rank."""
    return f"{who}: {rank}" if who else rank.capitalize()


def score_label(who: str) -> str:
    """The label of a fact that is how a match or a vote came out."""
    return f"Result: {who}"


def name_label(name: str) -> str:
    """The label of a fact that is what somebody is called."""
    return f"Name: {name}"


def contrast_label(sort: str, said: str) -> str:
    """The label of a fact that is one of several that exclude one another: "Weapon: threatened her with a knife"."""
    return f"{sort.capitalize()}: {short(said)}"


def member_label(member: str) -> str:
    """The label of a fact that is a member of a list."""
    return f"Listed: {member}"


def order_label(said: str) -> str:
    """The label of a fact that is which of two things came first."""
    return f"Order: {short(said)}"


def particular_label(name: str) -> str:
    """The label of a fact that is a particular of a sort of story: "Attendance"."""
    return name.capitalize()


def minute_label(who: str, act: str) -> str:
    """The label of a fact that is in which minute of a match somebody scored or was sent off."""
    return f"{who}: minute of the {act}"


def cause_label(said: str) -> str:
    """The label of a fact that is what caused something."""
    return f"Cause: {short(said)}"


def birth_label(who: str) -> str:
    """The label of a fact that is whose child was born."""
    return f"Child of {who}"


_OF_TWO = {"marriages": "Marriage", "meetings": "Meeting"}


def pair_label(kind: str, two: str) -> str:
    """The label of a fact that is what two people do together: "Marriage of Ann Lee and Bo Marr"."""
    return f"{_OF_TWO[kind]} of {two}"
