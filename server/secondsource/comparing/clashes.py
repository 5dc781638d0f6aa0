"""Whether one clause denies what another tells: "no inquiry had been opened", "the police opened an inquiry".

For `kinds/statements.py`; what a clause denies is read by `reading/denials.py`. The act must be one, and what it is
done by or to, where that is said. Nothing is claimed when either article says both, or when the sentences name other
months or years.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache, partial
from itertools import filterfalse, islice

from secondsource.comparing import wording
from secondsource.comparing.apart import has_its_own, of_two_times, told_elsewhere
from secondsource.comparing.claim import Claim, Claims, Comparison, Stance, Verdict
from secondsource.comparing.hearsay import is_first, is_held
from secondsource.reading.names import name_tokens
from secondsource.reading.people import may_be_one
from secondsource.reading.times import MONTHS
from secondsource.reading.words import is_content, lemma, rarity, related, same_kind, split_words, synonyms

TELLING = 2.6  # rarity from which a word tells which act or thing is meant
# Rarity from which an act by itself ("nobody was arrested"), or what there is none of ("no such clause"), tells which.
ALONE = 3.0
LEAST_ACT = 2.4  # rarity from which an act tells which is meant, with what it is done by or to: not "come", "see"
LIGHT = frozenset("make take give hold reach".split())  # verbs that say nothing beside their noun: "make an arrest"
# Probability that two sentences tell one thing, from which what one denies is what the other tells. On 446 real events
# that no rule was made from, 8 of 12 such conflicts were below it, and none of those was right.
LEAST_ONE = 0.5
MOST, MOST_TOLD = 50, 10  # denials of an article, and clauses that tell what one denies: a real one has a few
STEM = 4  # letters that a verb and its noun have in common: "arrested", "decision" and "decided"
_WHEN = re.compile(rf"\b(?:(?:18|19|20)\d\d|{'|'.join(month.title() for month in MONTHS)})\b")
_WILL = re.compile(r"\bwill\b|['’]ll\b", re.IGNORECASE)
_DENYING = frozenset("nobody none never neither deny fail without".split())
_REPORTED = frozenset({"report", "open"})
# What every outlet asks for itself, or may not tell yet.
_OUTLETS = frozenset("respond comment reply answer return name identify disclose say".split())
# Acts that news takes for one, and WordNet does not.
_ALIKE = tuple(
    map(
        frozenset,
        (
            ("arrest", "detain"),
            ("inspect", "check", "test", "examine"),
            ("warn", "alert"),
            ("repair", "fix", "mend"),
            ("damage", "destroy"),
            ("evacuate", "clear"),
        ),
    )
)


def clashes(both: Comparison) -> Iterator[tuple[Claim, Claim, Verdict]]:
    """Yield the clauses of two articles of which one denies what the other tells."""
    for ours, theirs, swapped in ((both.ours, both.theirs, False), (both.theirs, both.ours, True)):
        for denial in ours.once(_denials):
            if any(_same_denial(denial, other) for other in theirs.once(_denying)):
                continue
            fitting = (told for told in _contraries(denial, theirs) if _one_time(denial, told))
            for told in islice(filterfalse(partial(_of_another, denial), fitting), MOST_TOLD):
                if is_held(told) or is_first(told):
                    continue
                pair = (told, denial) if swapped else (denial, told)
                if _of_one(denial, told, both.one_thing(*pair)):
                    yield *pair, _verdict(denial, told)


def _denying(claims: Iterable[Claim]) -> list[Claim]:
    return list(filter(_denies, claims))


def _telling(claims: Iterable[Claim]) -> list[Claim]:
    """The clauses that tell what is so."""
    return [c for c in claims if not (c.data["negated"] or c.data["supposed"] or _denies(c))]


def _by_act(claims: Claims) -> dict[str, list[int]]:
    """The clauses that tell what is so, by number, by each act that they tell."""
    by_act: dict[str, list[int]] = defaultdict(list)
    for number, told in enumerate(claims.once(_telling)):
        for act in told.data["done"]:
            by_act[act].append(number)
    return dict(by_act)


def _denials(claims: Claims) -> list[Claim]:
    """The denials of an article that it does not take back; what is first reported and then denied is denied."""
    return [
        denial
        for denial in claims.once(_denying)[:MOST]
        if denial.data["denies"]["how"] in _REPORTED or not any(_contraries(denial, claims))
    ]


def _denies(claim: Claim) -> bool:
    """Whether a clause denies something, and not "I would lie if I said that nobody came"."""
    return "denies" in claim.data and (claim.data["denies"]["how"] in _REPORTED or not claim.data["supposed"])


def _contraries(denial: Claim, claims: Claims) -> Iterator[Claim]:
    """Yield the clauses that tell the contrary of a denial, in order: most often of those alone that tell its act."""
    denied, told = denial.data["denies"], claims.once(_telling)
    if denied["act"] and denied["of"] and denied["how"] != "open" and denied["act"] not in LIGHT:
        by_act = claims.once(_by_act)
        told = [told[n] for n in sorted({n for act in _one_with(denied["act"]) for n in by_act.get(act, ())})]
    return (each for each in told if _contrary(denial, each))


def _contrary(denial: Claim, told: Claim) -> bool:
    """Whether a clause tells as done what another denies, or as coming what it says is undecided."""
    denied, words = denial.data["denies"], told.data["words"]
    if denied["how"] == "open":
        things = sum(_among(word, words) for word in denied["of"])
        return things + _among(denied["act"], words) > 1 and bool(_WILL.search(told.exact))
    if denied["act"] in LIGHT and any(_verb_of(act, word) for act in told.data["done"] for word in denied["of"]):
        return True
    if denied["act"] and not denied["of"]:
        return rarity(denied["act"]) >= ALONE and not _surely_one_with(denied["act"]).isdisjoint(told.data["done"])
    if denied["act"]:
        if denied["act"] in _OUTLETS or _one_with(denied["act"]).isdisjoint(told.data["done"]):
            return False
        of = [word for word in denied["of"] if _among(word, words)]
        none_of = denied["how"] == "nobody" and any(rarity(word) >= ALONE for word in of)  # "no jerseys were taken"
        return bool(of) and (none_of or rarity(denied["act"]) >= LEAST_ACT)
    return bool(told.data["done"]) and any(rarity(word) >= ALONE and _among(word, words) for word in denied["of"])


def _same_denial(denial: Claim, other: Claim) -> bool:
    """Whether the other article denies it too, besides what it tells."""
    ours, theirs = denial.data["denies"], other.data["denies"]
    one_act = bool(ours["act"] and theirs["act"]) and _one_act(ours["act"], theirs["act"])
    one_thing = any(_among(word, theirs["of"]) for word in ours["of"])
    return (one_act or one_thing) and (one_act or not ours["act"] or not theirs["act"])


def _among(word: str, words: Collection[str]) -> bool:
    return word in words or (_tells(word) and any(_tells(other) and related(word, other) for other in words))


@lru_cache(maxsize=20_000)
def _one_act(a: str, b: str) -> bool:
    return b in _surely_one_with(a) or (_tells(a) and _tells(b) and same_kind(a, b))


@lru_cache(maxsize=2_000)
def _one_with(act: str) -> frozenset[str]:
    """The acts that are one with an act (see `_one_act`)."""
    alike = _surely_one_with(act)
    return alike.union(filter(_tells, synonyms(act))) if _tells(act) else alike


@lru_cache(maxsize=2_000)
def _surely_one_with(act: str) -> frozenset[str]:
    """The acts that are one with an act beyond doubt."""
    return frozenset({act}.union(*(acts for acts in _ALIKE if act in acts)))


def _verb_of(act: str, noun: str) -> bool:
    """Whether an act is what a noun of it tells: "arrested" of "arrests", "decided" of "a decision"."""
    return rarity(act) >= ALONE and act.startswith(noun[:STEM]) and related(act, noun)


def _tells(word: str) -> bool:
    return word.isalpha() and rarity(word) >= TELLING


def _of_another(denial: Claim, told: Claim) -> bool:
    """Whether a clause tells of another thing or time than what is denied: "of its wiring", "of its fire doors"."""
    if told_elsewhere(told) or of_two_times(denial, told):
        return True
    denied = denial.data["denies"]
    words = [lemma(word.folded) for word in split_words(denial.exact) if is_content(word.folded)]
    before = words[: words.index(denied["act"])] if denied["act"] in words else []
    who = set(name_tokens(denial.data["who"] or "")).intersection(before)  # not whom it was done to
    ours = set(denied["of"] if denied["how"] == "report" else words) - {denied["act"]} - who - _DENYING
    theirs = {word for word in told.data["words"] if not _one_act(denied["act"], word)} - who
    # "have not charged him" is of another than whoever is named where the other clause tells of a charge
    return has_its_own(theirs, denial.data["words"]) and (denied["pronoun"] or has_its_own(ours, theirs))


def _one_time(denial: Claim, told: Claim) -> bool:
    """Whether two sentences name no other months or years; where the act alone is one, whether they name the same."""
    ours, theirs = (set(_WHEN.findall(claim.passage)) for claim in (denial, told))
    return ours == theirs or bool(denial.data["denies"]["of"] and (not ours or not theirs or ours & theirs))


def _of_one(denial: Claim, told: Claim, sure: float) -> bool:
    """Whether what is denied is likely what is told: to one thing, by one, and as far as a report goes, all of it."""
    denied, words = denial.data["denies"], told.data["words"]
    how, of = denied["how"], denied["of"] if not denied["act"] else denied["to"]
    one = how != "somebody" or may_be_one(denial.data["who"], told.data["who"])
    return one and sure >= LEAST_ONE and all(_among(word, words) for word in of)


def _verdict(denial: Claim, told: Claim) -> Verdict:
    """A conflict; an update where it was denied on an earlier day than it was told."""
    before, after = denial.data["day"], told.data["day"]
    if before and after and before < after:
        return Verdict(Stance.UPDATES, wording.since_changed(denial.exact, told.exact, dated=True))
    return Verdict(Stance.CONFLICTS, wording.deny(denial.exact, told.exact))
