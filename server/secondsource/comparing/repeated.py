"""Figures that an article tells more than once: what one mention is in conflict with, the others are too.

An article that says "2,400 jobs" in its headline and again below means the same by it. The mentions must be one
number, told of the same times, of one unit or of many digits ("2,400 redundancies"), and hardly one by chance: of more
than one digit, or casualties, or with a telling word near both. All 22 sentence pairs that this adds on 24 labelled
and 8 real stories are in conflict; dates and ages, which were tried too, are not (11 of 11 wrong).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence

from secondsource.comparing import growth
from secondsource.comparing.claim import Claim
from secondsource.comparing.extents import one_is_narrower
from secondsource.comparing.figure_bars import numbers_in
from secondsource.comparing.figure_pairs import Compared, in_sentences
from secondsource.comparing.one_number import significant
from secondsource.comparing.one_thing import PRECISE, SMALL, one_time, shared

Conflict = tuple[float, Claim, Claim]  # how surely, our figure, theirs


def at_each_mention(
    found: Iterable[Conflict], compared: Sequence[Compared], settled: Collection[int]
) -> Iterator[Conflict]:
    """Yield the figures in conflict, and those that say again what either side of one says, in other sentences.

    One of the `settled` ids is in no more conflicts than it was found in: it agrees with a figure of the other article.
    """
    told = list(found)
    yield from told
    known = {key for _, a, b in told for key in in_sentences(a, b)}
    known |= {key for a, b, _, same in compared if same for key in in_sentences(a, b)}
    first: dict[tuple[float, float], list[Conflict]] = defaultdict(list)
    for sure, a, b in told:
        first[_values(a, b)].append((sure, a, b))
    for a, b, _, same in compared:
        like = first.get(_values(a, b), ())
        if not like or same is not False or id(a) in settled or id(b) in settled or one_is_narrower(a, b):
            continue
        if known.isdisjoint(in_sentences(a, b)):
            of = [sure for sure, x, y in like if _say_one(a, x) and _say_one(b, y)]
            if of:
                known.update(in_sentences(a, b))
                yield max(of), a, b


def _values(a: Claim, b: Claim) -> tuple[float, float]:
    return a.data["value"], b.data["value"]


def _say_one(a: Claim, b: Claim) -> bool:
    """Whether one of two equal figures of an article says the other again."""
    if a is b:
        return True
    digits = max(map(significant, numbers_in(a.value)), default=0)
    telling = digits > 1 or (growth.is_toll(a) and a.data["value"] > SMALL) or shared(a, b) > 0
    return telling and one_time(a, b) and (a.property == b.property or digits >= PRECISE)
