"""Which clauses of two sentences carry what both tell, and which of them are against one another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import product

from secondsource.comparing.apart import REMEMBERED, of_two_days, of_two_persons
from secondsource.comparing.claim import Claim
from secondsource.reading.words import lemma, opposed, rarity, split_words

RARE = 3.4  # rarity of a word that says something by itself: "mourning", not "town", "first", "less"
NAME_PART = 0.3  # what a name counts for beside a word
ENOUGH = 0.3  # of the best clause pair's shared weight, from which another pair of the same sentences is shown too

Words = list[tuple[str, str]]  # what two clauses share: our word, theirs


def carriers(
    ours: Sequence[Claim], theirs: Sequence[Claim], partners: Mapping[str, tuple[str, float]]
) -> Iterator[tuple[Claim, Claim, list[str]]]:
    """Yield the clauses of two sentences that share most, and the shared words as ours has them.

    `partners` holds for each of our words its partner in theirs, and what the two weigh. Nothing where the clauses
    that share most are against one another: "the jury convicted the mayor", "the jury acquitted the mayor".
    """
    found = []
    for a in ours:
        told = [(word, partners[word][0]) for word in a.data["words"] if word in partners]
        for b in theirs if told else ():
            shared = [pair for pair in told for _ in range(b.data["words"].count(pair[1]))]
            if shared:
                weight = sum(partners[pair[0]][1] * (NAME_PART if _is_name(pair, a, b) else 1.0) for pair in shared)
                found.append((weight, a, b, shared))
    found.sort(key=lambda item: (-item[0], item[1].start + item[2].start))
    if not found or _against(*found[0][1:3]):
        return
    taken: set[int] = set()
    for weight, a, b, shared in found:
        alike = weight >= ENOUGH * found[0][0] and _tells(shared, a, b) and compatible(a, b)
        if alike and not {id(a), id(b)} & taken:
            taken |= {id(a), id(b)}
            yield a, b, as_written(a.exact, {word for word, _ in shared})


def _is_name(pair: tuple[str, str], a: Claim, b: Claim) -> bool:
    return pair[0] in a.data["names"] or pair[1] in b.data["names"]


def _tells(shared: Words, a: Claim, b: Claim) -> bool:
    """Whether what two clauses share says anything: two words, or a rare one, and not all of it names or figures."""
    plain = [pair for pair in shared if not _is_name(pair, a, b) and pair[0] not in a.data["numbers"]]
    return bool(plain) and (len(shared) > 1 or max(min(map(rarity, pair)) for pair in plain) >= RARE)


def as_written(said: str, bases: set[str]) -> list[str]:
    """The words of a clause that have one of some lemmas, as they are written."""
    return [text for text, folded, base in _words_of(said) if folded in bases or base in bases]


@lru_cache(maxsize=REMEMBERED)
def _words_of(said: str) -> list[tuple[str, str, str]]:
    """The words of a clause, as written, folded and as lemmas."""
    return [(word.text, word.folded, lemma(word.folded)) for word in split_words(said)]


def compatible(a: Claim, b: Claim) -> bool:
    """Whether two clauses can say the same: no other figures, days or persons in each, neither is against the other."""
    ours, theirs = set(a.data["numbers"]), set(b.data["numbers"])
    return not ((ours - theirs and theirs - ours) or of_two_days(a, b) or of_two_persons(a, b) or _against(a, b))


def _against(a: Claim, b: Claim) -> bool:
    """Whether one of two clauses negates or supposes, has a word opposed to the other's, or turns it round."""
    apart = any(a.data[how] is not b.data[how] for how in ("negated", "supposed"))
    ours, theirs = set(a.data["words"]), set(b.data["words"])
    return apart or _is_turned_round(a, b) or any(opposed(x, y) for x, y in product(ours - theirs, theirs - ours))


def _is_turned_round(a: Claim, b: Claim) -> bool:
    """Whether what one does to the other in a clause, the other does to the one in the other clause."""
    if len(a.data["actors"]) < 2 or len(b.data["actors"]) < 2:
        return False
    (one, other), (first, second) = (map(set, claim.data["actors"][:2]) for claim in (a, b))
    same_voice = a.data["passive"] is b.data["passive"]
    return bool(one & second and other & first) if same_voice else bool(one & first and other & second)
