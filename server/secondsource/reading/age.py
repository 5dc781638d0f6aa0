"""An age as read off a text, with whose it is."""

from __future__ import annotations

from dataclasses import dataclass

from secondsource.reading.numbers import value_of

OLDEST = 115
SEXES = {
    "he": frozenset("man boy male gentleman husband father son brother uncle nephew grandfather grandson".split()),
    "she": frozenset("woman girl female lady wife mother daughter sister aunt niece grandmother granddaughter".split()),
}


@dataclass(frozen=True, slots=True)
class Age:
    """An age, or a birth year, as read off text[start:end].

    `who` is a name, or "" for a stranger. One of `age` and `born` is set; `born` and `at` are spans of years with
    fractions, `at` being when the age is counted from (None: the article's own day). `known` is False for an age
    of a time that the sentence does not tell.
    """

    start: int
    end: int
    who: str
    said: str
    age: int | None = None
    born: tuple[float, float] | None = None
    at: tuple[float, float] | None = None
    sex: str | None = None
    known: bool = True


def number_of_years(written: str) -> int | None:
    """An age as written, in digits or words; None for what is none."""
    value = value_of(written)
    return int(value) if value is not None and 0 < value <= OLDEST and value == int(value) else None


def sex_of(*nouns: str) -> str | None:
    """One of "he" and "she" where a noun tells."""
    return next((sex for sex, named in SEXES.items() if named.intersection(nouns)), None)
