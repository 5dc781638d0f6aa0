"""Whether two dates or times of day that do not fit are of one event: a small learned judgement.

Told are what stands beside both, whether one act or thing dates both, how alike the two sentences are, whether both
lie ahead, how many dates either article tells and what else of the other article either one agrees with. The weights
are in data/one_moment.toml. What is surely of two events never gets there: what is told of contrary acts, the day of a
statement, and whatever has a better partner: a date which it fits, or does not, in a sentence that is likelier to tell
the same thing.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import product
from math import log1p

from secondsource.comparing.claim import LONG, Claim, Comparison
from secondsource.comparing.date_fit import fineness
from secondsource.comparing.dated_act import (
    ENOUGH,
    acts,
    are_others,
    are_two_acts,
    beside,
    bound,
    clause,
    event,
    is_of_words,
    sides,
    until_clause_end,
)
from secondsource.comparing.one_event import AGAIN, LIFE
from secondsource.comparing.one_thing import surest_of_a_sentence, swapped
from secondsource.comparing.scorer import scorer
from secondsource.reading.people import may_be_one
from secondsource.reading.words import opposed, related

Pair = tuple[Claim, Claim]
Fits = Mapping[Pair, bool | None]  # whether two can be one; None where that cannot be told
TOLD = ("best", "words")  # of `Overlap.features`
LEAST = 0.04  # likeness below which two sentences are not looked at
FEWEST = 3  # sentences: where an article has fewer, that two are the likest of all says nothing
# Verbs for what is done when something has come about, later than that: "struck at noon", "firemen were called at".
_RESPONSE = re.compile(
    r"""\b(?:called|alerted|raised|closed|arrived|reached|responded|pronounced|declared|reopened|extinguished|evacuated|put\sout)\b""",
    re.IGNORECASE,
)
LEAST_ONE = 0.1  # probability that two sentences tell one thing, below which their dates are not judged

# ... and the same for the dates of real news, where what is told of one thing has many: of 21 that differed in 892 real
# events without captions, 4 were right and had .91 or more; of the wrong ones 13 had less, or no act in common.
LEAST_ONE_OF_DATES = 0.8

# ... and from which they do, whoever is said to do it: of 7 such times in 13 real events, the open stories and cases 6
# are in conflict, and the one that is not has .96.
SURELY_ONE = 0.97


def of_one_moment(both: Comparison, fits: Fits) -> Iterator[tuple[Claim, Claim, float]]:
    """Yield those that differ which are likely of one event, with how likely, each once against a sentence."""
    judge = scorer("one_moment")
    told = ((judge.probability(features), a, b) for a, b, features in candidates(both, fits))
    for sure, a, b in surest_of_a_sentence(item for item in told if item[0] >= judge.threshold):
        yield a, b, sure


def candidates(both: Comparison, fits: Fits) -> Iterator[tuple[Claim, Claim, dict[str, float]]]:
    """Yield those that differ and may be of one event, with what the scorer is told of them."""
    if min(both.overlap.sizes) < FEWEST or False not in fits.values():
        return
    differ = [pair for pair, fit in fits.items() if fit is False]
    ours, theirs = {id(a) for a, _ in differ}, {id(b) for _, b in differ}
    beside = [(a, b) for a, b in fits if id(a) in ours or id(b) in theirs]
    likely = {pair: both.one_thing(*pair) for pair in beside if both.likeness(*pair) >= LEAST}
    fitting, partners = _best({pair: one for pair, one in likely.items() if fits[pair]}), _best(likely)
    for (a, b), one in likely.items():
        settled = max(fitting[a], fitting[b])
        surest = one >= max(LEAST_ONE, partners[a], partners[b])
        if fits[a, b] is False and surest and one > settled and not _of_two(a, b, both):
            yield a, b, _features(a, b, both, settled)


def _best(likely: Mapping[Pair, float]) -> Mapping[Claim, float]:
    """How likely the surest partner's sentence of a date tells the same thing; 0 for none."""
    best: dict[Claim, float] = defaultdict(float)
    for pair, one in likely.items():
        for claim in pair:
            best[claim] = max(best[claim], one)
    return best


def _of_two(a: Claim, b: Claim, both: Comparison) -> bool:
    """Whether two dates are surely of two events, or one of a statement."""
    own = both.overlap.own_words(a.passage_start, b.passage_start)
    act = event(a, b)
    return (
        any(is_of_words(claim) or _says_which(claim) for claim in (a, b))
        or {bound(a), bound(b)} == {"opens", "closes"}
        or not (act or _are_days(a, b))
        or not _may_be_of_one(a, b, both)
        or are_others(a, b)
        or (a.kind != "dates" and _answers(a) is not _answers(b))
        or _say_too_little(a, b, both, act)
        or (AGAIN.intersection(acts(a), acts(b)) and not _are_ahead(a, b))
        or (act in LIFE and not (a.data["who"] and b.data["who"]))
        or _are_of_two_doers(a, b, both)
        or any(opposed(x, y) for x, y in product(*own))
        or swapped(*sorted((until_clause_end(a), until_clause_end(b))))
    )


def _may_be_of_one(a: Claim, b: Claim, both: Comparison) -> bool:
    """Whether two dates lie ahead, or stand in sentences that likely tell one thing.

    Of times of day it is not asked: they are of what all the news is about.
    """
    return a.kind != "dates" or _are_ahead(a, b) or both.one_thing(a, b) >= LEAST_ONE_OF_DATES


def _answers(claim: Claim) -> bool:
    """Whether a time's clause tells of what was done about something."""
    return any(map(_RESPONSE.search, clause(claim)))


def _say_too_little(a: Claim, b: Claim, both: Comparison, act: str) -> bool:
    """Whether two short sentences have hardly more than an act in common, or tell of two: "rates were raised"."""
    if both.overlap.shortest(a.passage_start, b.passage_start) >= LONG or _are_ahead(a, b):
        return False
    if act:
        return beside(a, b) < ENOUGH
    return bool(a.data["verb"] and b.data["verb"] and not related(a.data["verb"], b.data["verb"]))


def _are_ahead(a: Claim, b: Claim) -> bool:
    return bool(a.data["ahead"] and b.data["ahead"])


def _says_which(claim: Claim) -> bool:
    """Whether a year says which of several is meant: "the 2019 storm", "2019 challenges"."""
    described = claim.data.get("attached") and claim.data["grain"] == "year"
    return bool(described) and not sides(claim)[1].startswith(",")


def _names_its_doer(claim: Claim) -> bool:
    """Whether whose doing a date is of is named before it, not told by "he"."""
    return bool(claim.data["who"]) and claim.data["who"].split()[-1] in sides(claim)[0]


def _are_of_two_doers(a: Claim, b: Claim, both: Comparison) -> bool:
    """Whether both dates are told of somebody's doing, and not of one's, in sentences that may tell two things.

    A train has a name and a number; and who only reports what happened is taken for its doer.
    """
    named = _names_its_doer(a) and _names_its_doer(b) and not may_be_one(a.data["who"], b.data["who"])
    return named and both.one_thing(a, b) < SURELY_ONE


def _are_days(a: Claim, b: Claim) -> bool:
    """Whether both are as fine as a day: in a month or year much else happened."""
    return a.kind != "dates" or fineness(a.data) == fineness(b.data) == "day"


def _features(a: Claim, b: Claim, both: Comparison, settled: float) -> dict[str, float]:
    alike = both.alike(a, b)
    return {
        **{name: alike[name] for name in TOLD},
        "beside": beside(a, b),
        "no act": float(not event(a, b)),
        "one a bound": float(bound(a) != bound(b)),
        "two acts": float(are_two_acts(a, b)),
        "ahead": float(_are_ahead(a, b)),
        "dates": log1p(min(len(both.ours), len(both.theirs))),
        "settled": settled,
        "a date": float(a.kind == "dates"),
        "a weekday": float("weekday" in (a.data.get("grain"), b.data.get("grain"))),
    }
