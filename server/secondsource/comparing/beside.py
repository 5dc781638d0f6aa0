"""What two sentences that are known to tell one thing have in common beside what is known already.

Where a kind that knows what it reads relates two ages, the clauses beside them often tell of the same trip. On its own
such a clause says too little to be found by; beside what is known, a word or two that both have are enough. What is
known parts the clauses that it stands in, and each shared word speaks for one pair of parts.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence, Set
from itertools import product
from typing import NamedTuple

from secondsource.comparing import wording
from secondsource.comparing.claim import Claim, Span, Stance, Verdict
from secondsource.comparing.clause_pairs import as_written, compatible
from secondsource.comparing.clause_words import Partners, Placed, both_have, placed_words, tight
from secondsource.comparing.overlap import Overlap
from secondsource.reading.names import CALENDAR
from secondsource.reading.words import is_content, is_person_noun, rarity, related

# What is enough. Of parts that share so much, in the labelled pairs of 23 made-up stories, so many stand on words of a
# label, on both sides: a figure of two digits or more (146 of 148), two words that are no names (98 of 106), a full
# name that weighs SELDOM (158 of 178; others 22 of 44). A word, weekday or small figure alone is, where the sentences
# are ALIKE or both parts ADJOIN what is known. All together 920 of 1,032; clauses found by themselves 1,182 of 1,270.
LIKELY_ONE = 0.5  # probability that two sentences tell one thing, below which no more of them is told
SELDOM = 5.0  # weight of the words of a name, which is less where an article names somebody again and again
TELLING, LEAST = 2.6, 0.75  # rarity and weight of a word that tells something alone
PRECISE = 3  # digits of a figure that is met by chance in no two sentences that tell one thing
ALIKE = 0.3  # likeness of two sentences (see `Overlap.likeness`)
ADJOIN = 10  # code points

Known = tuple[Span, Span]  # what is known of our sentence and of theirs, in each article's text
Told = tuple[Claim, Claim, Verdict]


class _Part(NamedTuple):
    """What of a clause, text[low:high], stands between what is `known`, and those of its words that may be shared."""

    claim: Claim
    low: int
    high: int
    words: Sequence[Placed]
    known: Sequence[Span]


class _Shared(NamedTuple):
    """A word of ours, theirs, what the two weigh, and whether it is of a name."""

    word: Placed
    other: str
    weight: float
    named: bool


def told_beside(
    clauses: tuple[Sequence[Claim], Sequence[Claim]],
    overlap: Overlap,
    known: Collection[Known],
    told: Collection[tuple[Claim, Claim]],
) -> Iterator[Told]:
    """Yield what the clauses of two sentences have in common but for what is known.

    `told` are those that are known to tell one thing, by the words that they share.
    """
    starts = clauses[0][0].passage_start, clauses[1][0].passage_start
    partners = overlap.partners(*starts)
    taken = {word for a, b in told for word in both_have(a, b, partners)}
    free = {word: partner for word, partner in partners.items() if word not in taken}
    if not _may_tell(free):
        return
    ours = _parts(clauses[0], free.keys(), sorted(span for span, _ in known))
    theirs = _parts(clauses[1], {other for other, _ in free.values()}, sorted(span for _, span in known))
    found = [(_weight(shared), a, b) for a, b in product(ours, theirs) if (shared := _share(a, b, free))]
    found.sort(key=lambda one: (-one[0], one[1].words[0].start + one[2].words[0].start))
    for _, a, b in found:
        left = _share(a, b, free)
        if _tell(left, a, b, overlap.likeness_between(*starts) >= ALIKE) and compatible(a.claim, b.claim):
            sure = overlap.one_thing_between(*starts)
            if sure < LIKELY_ONE:
                return
            yield a.claim, b.claim, _verdict(a, b, left, sure)
            free = {word: partner for word, partner in free.items() if word not in {one.word.base for one in left}}


def _may_tell(free: Partners) -> bool:
    """Whether words can tell anything, wherever they stand: most pairs of sentences share few beside what is known."""
    if len(free) > 1:
        return True
    return any(not word.isalpha() or word in CALENDAR or weight >= LEAST for word, (_, weight) in free.items())


def _parts(clauses: Sequence[Claim], words: Set[str], known: Sequence[Span]) -> list[_Part]:
    """The parts of the clauses that hold any of some words."""
    found = []
    for claim in clauses:
        if words.isdisjoint(claim.data["words"]):
            continue
        placed = placed_words(claim, words)
        for low, high in _between(claim, known):
            if held := [word for word in placed if low <= word.start and word.end <= high]:
                found.append(_Part(claim, low, high, held, known))
    return found


def _between(claim: Claim, known: Sequence[Span]) -> Iterator[Span]:
    """Yield what of a clause stands between what is known."""
    low = claim.start
    for start, end in known:
        if start < claim.end and low < end:
            yield low, start
            low = end
    yield low, claim.end


def _share(a: _Part, b: _Part, partners: Partners) -> list[_Shared]:
    """The words of ours that the other has, too."""
    there, names = {word.base for word in b.words}, (a.claim.data["names"], b.claim.data["names"])
    shared = []
    for word in a.words:
        other, weight = partners.get(word.base, ("", 0.0))
        if other in there:
            shared.append(_Shared(word, other, weight, word.base in names[0] or other in names[1]))
    return shared


def _weight(shared: Iterable[_Shared]) -> float:
    return sum(one.weight for one in shared)


def _tell(shared: Sequence[_Shared], a: _Part, b: _Part, alike: bool) -> bool:
    """Whether two parts tell of what they share."""
    figures = {one.word.base for one in shared if one.word.is_figure}
    words = [one for one in shared if not one.word.is_figure and one.word.base not in CALENDAR]
    days = any(one.word.base in CALENDAR for one in shared)
    plain, names = [one for one in words if not one.named], [one for one in words if one.named]
    if figures and (plain or days or len(figures) > 1 or any(len(figure.strip("0.")) >= PRECISE for figure in figures)):
        return True
    if len({one.word.base for one in plain}) > 1:
        return True
    if len({one.word.base for one in names}) > 1 and _weight(names) >= SELDOM:
        return True
    bare = days or any(map(_tells_alone, plain)) or any(_count_one(figure, a, b) for figure in figures)
    return bare and (alike or (_adjoins(a) and _adjoins(b)))


def _tells_alone(one: _Shared) -> bool:
    return one.weight >= LEAST and rarity(one.other) >= TELLING and not is_person_noun(one.other)


def _count_one(figure: str, a: _Part, b: _Part) -> bool:
    """Whether what stands behind a figure on either side may be one: not "12 ballots" and "12 kilos"."""
    ours, theirs = _behind(figure, a), _behind(figure, b)
    return not (ours and theirs) or related(ours, theirs)


def _behind(figure: str, part: _Part) -> str:
    words = _carrying(part)
    at = [word.base for word in words].index(figure) + 1
    return next((word.base for word in words[at : at + 1] if not word.is_figure), "")


def _adjoins(part: _Part) -> bool:
    """Whether a part begins or ends beside what is known."""
    words = _carrying(part)
    first, last = words[0].start, words[-1].end
    return any(first - end <= ADJOIN and start - last <= ADJOIN for start, end in part.known)


def _carrying(part: _Part) -> list[Placed]:
    """The words of a part that carry meaning."""
    held = (word for word in placed_words(part.claim) if part.low <= word.start and word.end <= part.high)
    return [word for word in held if word.is_figure or is_content(word.base)]


def _verdict(a: _Part, b: _Part, shared: Sequence[_Shared], sure: float) -> Verdict:
    here, there = [one.word for one in shared], {one.other for one in shared}
    spans = _where(a, here), _where(b, [word for word in b.words if word.base in there])
    words = as_written(a.claim.exact, {word.base for word in here})
    return Verdict(Stance.CORROBORATES, wording.statements_agree(words), sure, spans=spans)


def _where(part: _Part, told: Sequence[Placed]) -> Span:
    words = _carrying(part)
    return tight(words[0].start, words[-1].end, told)
