"""Whether two nouns can count one thing: "workers" and "employees", "dogs" and "animals", "apartments" and "units"."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from secondsource.comparing import growth
from secondsource.comparing.claim import Claim, Comparison
from secondsource.comparing.figure_pairs import ONE_THING
from secondsource.reading.counted import BARE
from secondsource.reading.words import is_person_noun, kinds

# Nouns that news counts one thing by, where a dictionary has neither synonyms nor kinds.
_OF_A_KIND = [
    frozenset(nouns.split())
    for nouns in (
        "job post position role redundancy layoff worker employee staffer staff person",
        "signature name person signatory signer",
        "operation op surgery procedure",
        "boat vessel ship craft",
        "home house dwelling property household building structure",
        "troop soldier trooper servicemember serviceman personnel",
        "police officer policeman cop",
        "crew crewmember crewman",
        "apartment flat unit condo condominium",
        "child pupil student kid youngster schoolchild",
        "flight plane aircraft jet",
        "shot round bullet",
        "vote ballot",
        "seat mp lawmaker legislator deputy senator councillor",
        "message text",
        "spectator fan supporter onlooker person",
        "protester demonstrator marcher",
        "resident inhabitant villager islander",
        "prisoner inmate convict",
        "traveller tourist passenger holidaymaker",
        "objection letter complaint submission",
    )
]
PEOPLE = frozenset("person case infection".split())  # ... and what each is one of
_COLOURLESS = PEOPLE | {"man"}  # says nothing of whom it counts: "masked men" and "robbers" may be one crowd
_ANY_THING = frozenset("unit item piece device product".split())  # counts whatever the other noun names


def of_a_kind(a: str, b: str) -> bool:
    """Whether two nouns' lemmas are listed as counting one thing."""
    return any({a, b} <= nouns for nouns in _OF_A_KIND)


def may_count_one(a: Claim, b: Claim, both: Comparison) -> bool:
    """Whether two figures count one thing by nouns that need not: anybody and a trade, a thing and its kind.

    Each is its sentence's only one of people, or of things, and the two sentences tell one thing. The wider noun's
    figure is not the higher one: of twelve people nine may be students.
    """
    if not _fit(a, b):
        return False
    sort = _counts_people if _counts_people(a) and _counts_people(b) else _counts_things
    alone = all(_is_alone(claim, side, sort) for claim, side in ((a, both.ours), (b, both.theirs)))
    return alone and both.one_thing(a, b) >= ONE_THING


def _fit(a: Claim, b: Claim) -> bool:
    """Whether two figures' nouns can name the same people or things."""
    if BARE in (a.property, b.property) or growth.is_toll(a) or growth.is_toll(b):
        return False
    if _is_part(a, b):
        return False
    nouns = {a.property, b.property}
    anything = not _ANY_THING.isdisjoint(nouns) and all(kinds(noun) for noun in nouns - _ANY_THING)
    anybody = not _COLOURLESS.isdisjoint(nouns) and _counts_people(a) and _counts_people(b)
    return anything or anybody or a.property in kinds(b.property) or b.property in kinds(a.property)


def _is_alone(claim: Claim, side: Sequence[Claim], sort: Callable[[Claim], bool]) -> bool:
    """Whether a figure is its sentence's only one of a sort."""
    return sum(other.passage_start == claim.passage_start and sort(other) for other in side) == 1


def _counts_people(claim: Claim) -> bool:
    """Whether a figure counts people, or what each of them is one of."""
    return claim.property in PEOPLE or is_person_noun(claim.property)


def _counts_things(claim: Claim) -> bool:
    """Whether a figure counts anything but people; some nouns are of both, as "toaster"."""
    return not _counts_people(claim) or bool(kinds(claim.property))


def _is_part(a: Claim, b: Claim) -> bool:
    """Whether the higher of two figures is of the wider noun, so that the other may be a part: 62 animals, 40 dogs."""
    low, high = sorted((a, b), key=lambda claim: float(claim.data["value"]))
    wider = high.property in _COLOURLESS | _ANY_THING or high.property in kinds(low.property)
    return wider and high.property != low.property
