"""What two sentences that are known to tell one thing have in common beside what is known already.

Where a kind that knows what it reads relates two ages, the clauses beside them often tell of the same trip. On its own
such a clause says too little to be found by; beside what is known, a word or two that both have are enough. What is
known parts the clauses that it stands in, and each shared word speaks for one pair of parts.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from itertools import product
from typing import NamedTuple

from secondsource.comparing import wording
from secondsource.comparing.claim import Claim, Span, Stance, Verdict
from secondsource.comparing.clause_pairs import as_written, compatible
from secondsource.comparing.clause_words import Partners, Placed, placed_words, tight
from secondsource.reading.names import CALENDAR
from secondsource.reading.words import is_content, is_person_noun, rarity

# What is enough. In 23 made-up stories' labelled pairs, of parts that share so much so many stand on words of a label,
# on both sides: a figure of two digits or more (146 of 148), two words that are no names (98 of 106), a full name that
# weighs SELDOM (158 of 178; others 22 of 44). A word, weekday or small figure alone is, where the sentences are ALIKE
# or both parts ADJOIN what is known. All together 953 of 1,071; clauses found by themselves 1,182 of 1,270.
SELDOM = 5.0  # weight of the words of a name, which is less where an article names somebody again and again
TELLING, LEAST = 2.6, 0.75  # rarity and weight of a word that tells something alone
ALIKE = 0.3  # likeness of two sentences (see `Overlap.likeness`)
ADJOIN = 10  # code points

Known = tuple[Span, Span]  # what is known of our sentence and of theirs, in each article's text
Told = tuple[Claim, Claim, Verdict]


class _Part(NamedTuple):
    """The words of a clause that stand between what is known, and whether they adjoin that."""

    claim: Claim
    words: Sequence[Placed]
    adjoins: bool


class _Shared(NamedTuple):
    """A word of ours, theirs, what the two weigh, and whether it is of a name."""

    word: Placed
    other: str
    weight: float
    named: bool


def told_beside(
    clauses: tuple[Sequence[Claim], Sequence[Claim]],
    partners: Partners,
    known: Collection[Known],
    told: Collection[tuple[Claim, Claim]],
    likeness: float,
    sure: float,
) -> Iterator[Told]:
    """Yield what the clauses of two sentences have in common but for what is known.

    `told` are those that are known to tell one thing, by the words that they share; `sure`, 0 to 1, is how likely it is
    that the sentences do.
    """
    pairs = product(*(_parts(side, [one[n] for one in known]) for n, side in enumerate(clauses)))
    found = [(sum(one.weight for one in shared), a, b, shared) for a, b in pairs if (shared := _share(a, b, partners))]
    found.sort(key=lambda one: (-one[0], one[1].words[0].start + one[2].words[0].start))
    taken = {w for a, b in told for w in a.data["words"] if w in partners and partners[w][0] in b.data["words"]}
    for _, a, b, shared in found:
        left = [one for one in shared if one.word.base not in taken]
        little = likeness >= ALIKE or (a.adjoins and b.adjoins)
        if _tell(left, little) and compatible(a.claim, b.claim):
            taken |= {one.word.base for one in left}
            yield a.claim, b.claim, _verdict(a, b, left, sure)


def _verdict(a: _Part, b: _Part, shared: Sequence[_Shared], sure: float) -> Verdict:
    here, there = [one.word for one in shared], {one.other for one in shared}
    both = _where(a, here), _where(b, [word for word in b.words if word.base in there])
    words = as_written(a.claim.exact, {word.base for word in here})
    return Verdict(Stance.CORROBORATES, wording.statements_agree(words), sure, spans=both)


def _where(part: _Part, told: Sequence[Placed]) -> Span:
    return tight(part.words[0].start, part.words[-1].end, told)


def _share(a: _Part, b: _Part, partners: Partners) -> list[_Shared]:
    """The words of ours that the other has, too."""
    there, names = {word.base for word in b.words}, (a.claim.data["names"], b.claim.data["names"])
    shared = []
    for word in a.words:
        other, weight = partners.get(word.base, ("", 0.0))
        if other in there:
            shared.append(_Shared(word, other, weight, word.base in names[0] or other in names[1]))
    return shared


def _tell(shared: Sequence[_Shared], little: bool) -> bool:
    """Whether two parts tell of what they share; `little` says whether a little is enough."""
    figures = {one.word.base for one in shared if one.word.is_figure}
    words = [one for one in shared if not one.word.is_figure and one.word.base not in CALENDAR]
    days = any(one.word.base in CALENDAR for one in shared)
    plain, names = [one for one in words if not one.named], [one for one in words if one.named]
    if figures and (plain or days or len(figures) > 1 or any(len(figure.strip("0.")) > 1 for figure in figures)):
        return True
    if len({one.word.base for one in plain}) > 1:
        return True
    if len({one.word.base for one in names}) > 1 and sum(one.weight for one in names) >= SELDOM:
        return True
    return little and bool(figures or days or any(map(_tells_alone, plain)))


def _tells_alone(one: _Shared) -> bool:
    return one.weight >= LEAST and rarity(one.other) >= TELLING and not is_person_noun(one.other)


def _parts(clauses: Sequence[Claim], known: Collection[Span]) -> list[_Part]:
    return [_Part(claim, words, _adjoin(words, known)) for claim in clauses for words in _runs(claim, known)]


def _runs(claim: Claim, known: Collection[Span]) -> Iterator[Sequence[Placed]]:
    """Yield the words of a clause between what is known, from the first to the last that carries meaning."""
    runs: list[list[Placed]] = [[]]
    for word in placed_words(claim):
        if any(start < word.end and word.start < end for start, end in known):
            runs.append([])
        else:
            runs[-1].append(word)
    for run in runs:
        carrying = [n for n, word in enumerate(run) if word.is_figure or is_content(word.base)]
        if carrying:
            yield run[carrying[0] : carrying[-1] + 1]


def _adjoin(words: Sequence[Placed], known: Collection[Span]) -> bool:
    first, last = words[0].start, words[-1].end
    return any(first - end <= ADJOIN and start - last <= ADJOIN for start, end in known)
