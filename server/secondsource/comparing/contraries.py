"""Whether two clauses tell what cannot both be: both drivers died, one of them is alive; the appeal was granted, the
appeal was dismissed.

For `kinds/statements.py`, as comparing/clashes.py. Shares of one group exclude one another by what is told of them
(`reading/shares.py`). Acts that settle a matter exclude their opposites where two sentences likely tell one thing and
the clauses share a telling word. Nothing is claimed when an article has a clause that excludes its own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import islice, product

from secondsource.comparing import wording
from secondsource.comparing.apart import each_has_its_own, of_two_times
from secondsource.comparing.claim import Claim, Claims, Comparison, Stance, Verdict
from secondsource.comparing.told_twice import SURELY_ONE, may_be_two
from secondsource.reading.words import opposed, rarity, related

TELLING = 2.6  # rarity from which a word tells what is meant
RARE = 2.8  # ... and from which two clauses that share it are of one matter
MOST = 50  # clauses of an article that are laid against as many: a real one has a few
ONE_THING = 0.6  # probability that two sentences tell one thing, from which acts are of one matter
_ALIVE, _DEAD = frozenset("alive survive live survivor".split()), frozenset("dead die kill perish".split())
# Acts of which a thing comes to one or the other: not a sale and a purchase, nor an opening and a closing.
_SETTLING = frozenset(
    """convict acquit clear grant dismiss reject deny refuse uphold overturn quash reverse approve block accept decline
    raise cut lower reduce increase decrease rise drop fall grow shrink support oppose back favour allow ban forbid
    permit strengthen weaken pass fail save destroy""".split()
)
_AT_FIRST = re.compile(
    r"\b(?:first|initial(?:ly)?|earlier(?!\s(?:this|on|in|today)\b)|previous(?:ly)?|original(?:ly)?|latest|second)\b",
    re.IGNORECASE,
)
_BELIEVED = re.compile(r"\b(?:believed|thought|feared|assumed|hoped)\b", re.IGNORECASE)

Excludes = Callable[[Claim, Claim], bool]


def contraries(both: Comparison) -> Iterator[tuple[Claim, Claim, Verdict]]:
    """Yield the clauses of two articles that cannot both be so."""
    for consistent, exclude, least in ((_shares, _shares_exclude, 0.0), (_settled, _settled_otherwise, ONE_THING)):
        for a, b in product(both.ours.once(consistent), both.theirs.once(consistent)):
            likely = not least or (both.one_thing(a, b) >= least and not may_be_two(a, b, both, SURELY_ONE))
            if exclude(a, b) and likely:
                yield a, b, _verdict(a, b)


def _shares(claims: Claims) -> list[Claim]:
    return _consistent(claims, _has_share, _shares_exclude)


def _settled(claims: Claims) -> list[Claim]:
    return _consistent(claims, _settles, _settled_otherwise)


def _consistent(told: Claims, telling: Callable[[Claim], bool], exclude: Excludes) -> list[Claim]:
    """The clauses of a sort that none of their article excludes."""
    claims = list(islice(filter(telling, told), MOST))
    return [claim for claim in claims if not any(exclude(claim, other) for other in claims)]


def _has_share(claim: Claim) -> bool:
    return "share" in claim.data and not claim.data["supposed"] and not _BELIEVED.search(claim.exact)


def _shares_exclude(a: Claim, b: Claim) -> bool:
    """Whether what is told of all of a group, or of none, is otherwise told of some of it."""
    ours, theirs = a.data["share"], b.data["share"]
    hows = {ours["how"], theirs["how"]}
    if ours["of"] != theirs["of"] or len(hows) == 1:
        return False
    same = any(_same_state(x, y) for x, y in product(ours["told"], theirs["told"]))
    contrary = any(_contrary_state(x, y) for x, y in product(ours["told"], theirs["told"]))
    denied = ours["denied"] is not theirs["denied"]
    return (contrary or (same and denied)) if "none" not in hows else same and not denied


def _same_state(a: str, b: str) -> bool:
    if any({a, b} <= state for state in (_ALIVE, _DEAD)):
        return True
    return min(rarity(a), rarity(b)) >= TELLING and related(a, b)


def _contrary_state(a: str, b: str) -> bool:
    return (a in _ALIVE and b in _DEAD) or (a in _DEAD and b in _ALIVE) or opposed(a, b)


def _settles(claim: Claim) -> bool:
    return bool(_SETTLING.intersection(claim.data["done"])) and not (claim.data["negated"] or claim.data["supposed"])


def _settled_otherwise(a: Claim, b: Claim) -> bool:
    """Whether two clauses settle one matter in opposite ways."""
    acts = [(x, y) for x, y in product(a.data["done"], b.data["done"]) if {x, y} <= _SETTLING and opposed(x, y)]
    ours, theirs = set(a.data["words"]) - {x for x, _ in acts}, set(b.data["words"]) - {y for _, y in acts}
    in_turn = bool(_AT_FIRST.search(a.exact)) is not bool(_AT_FIRST.search(b.exact))  # a first offer, then another
    apart = in_turn or each_has_its_own(ours, theirs) or of_two_times(a, b)
    return bool(acts) and _share(ours, theirs) and not apart


def _share(ours: Iterable[str], theirs: Iterable[str]) -> bool:
    return any(x.isalpha() and rarity(x) >= RARE and (x == y or related(x, y)) for x, y in product(ours, theirs))


def _verdict(a: Claim, b: Claim) -> Verdict:
    """A conflict; an update where the two are told on different days and the earlier is not told of all of a group."""
    earlier, later = sorted((a, b), key=lambda claim: claim.data["day"] or "")
    if earlier.data["day"] and earlier.data["day"] != later.data["day"] and not _of_all(earlier):
        return Verdict(Stance.UPDATES, wording.since_changed(a.exact, b.exact, dated=True))
    return Verdict(Stance.CONFLICTS, wording.deny(a.exact, b.exact))


def _of_all(claim: Claim) -> bool:
    return _has_share(claim) and bool(claim.data["share"]["how"] == "all")
