"""Which quotations of two articles are one utterance, however its words were changed on the way.

The evidence is the words in common, weighted by their rarity in general English, their order, the speaker, and the
neighbours: an interview keeps its order when it is retold. Sentences on one theme share rare words too, but not in
order: so two that no neighbours speak for must have kept most of the shorter one's words. Two named people, or two
stated occasions, are two utterances.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rapidfuzz.distance import LCSseq

from secondsource.comparing.speakers import are_alike, differ_in_role, may_be_one, named_apart, surely_one
from secondsource.comparing.utterance import FEW_WORDS, Utterance, Utterances
from secondsource.reading.words import is_content, lemma, rarity

# Likeness (see `likeness`): two sentences that are not one utterance reach .20 and seldom more, and an utterance
# reworded word by word may fall to .22, so order has to speak for it.
BACKGROUND = 0.22
CLEAR = 0.3  # some pair of a run must be as alike as this; it is enough for two alone of surely one speaker
# What the pairs of a run, but for the likeliest, must be alike beyond that to speak for each other. Equal words do not:
# an article that quotes the neighbours to the letter rewords nothing between them.
TOGETHER = 0.13
# Of a lone pair whose speakers are not told alike; and of two whose names have nothing in common, though only one of
# them stands beside the words, and of words of sympathy.
LONE, APART = 0.45, 0.7
# What else two that no run speaks for must have kept, and a fragment of fewer than FEW_WORDS ("he" may have said such
# of anything): the mean of the share of their words in common, by rarity, and (IN_ORDER of it) of the share of the
# shorter one's words that stand in the other in order. Of 158 rewordings judged in 894 real events 89 were right and 50
# wrong before (19 differ in spelling alone); with this and TOGETHER 82 are right and 11 wrong. Of 212 right ones of the
# made-up stories 204 are found.
KEPT, KEPT_BY_FEW, IN_ORDER = 0.59, 0.7, 0.6
FEWEST = 3  # words of which a rewording is known by those it has kept: "political stunt" is no "political stunts"
# Rarity that the shared words of a lone pair must add up to ("you know what I mean" does not), or else it is but WEAK.
WEIGHTY, WEAK = 4.0, 0.28
TWO_ROLES = 10.0  # ... and that those of a "resident" and a "mother" must, to be one person's
SYNONYM, ORDER = 0.7, 0.4
RARE = 3.7  # rarity of a word that two outlets hardly quote by chance in one story
VERY_RARE = 6.5  # rarity that the few words of a fragment without a common speaker must add up to: "false prophet" does
MANY_WORDS = 8  # words of sympathy from which they are hardly two people's
NEAR = 700  # code points between neighbours: quotations further apart do not speak for each other

Pair = tuple[int, int]


def align(ours: Utterances, theirs: Utterances) -> list[tuple[Utterance, Utterance]]:
    """Pair utterances by stretches told in the same order, the likeliest stretch first; each has one partner.

    Equal words are a pair wherever they stand, so that an utterance quoted twice keeps both its partners.
    """
    likely = _likenesses(ours, theirs)
    pairs = {pair for pair, score in likely.items() if score == 1.0}
    taken_a, taken_b = {i for i, _ in pairs}, {j for _, j in pairs}
    for stretch in _stretches(likely, ours, theirs):
        pairs.update((i, j) for i, j in stretch if i not in taken_a and j not in taken_b)
        taken_a.update(i for i, _ in stretch)
        taken_b.update(j for _, j in stretch)
    return [(ours[i], theirs[j]) for i, j in sorted(pairs)]


def _likenesses(ours: Utterances, theirs: Utterances) -> dict[Pair, float]:
    """The likeness of each pair that shares a word which carries meaning, or a synonym of one."""
    holders, everything = theirs.holders, range(len(theirs))
    terms = {few for few in ours.fragments | theirs.fragments if ours.repeats(few) or theirs.repeats(few)}
    likely = {}
    for i, a in enumerate(ours):
        if a.in_a_row in terms:
            continue
        near = theirs.wordless.union(*(holders[base] for base in a.bag if base in holders)) if a.bag else everything
        for j in near:
            b = theirs[j]
            if b.in_a_row not in terms and _comparable(a, b):
                likely[i, j] = likeness(a, b)
    return likely


def _stretches(
    likely: Mapping[Pair, float], ours: Sequence[Utterance], theirs: Sequence[Utterance]
) -> list[list[Pair]]:
    """Runs of pairs (i, j), (i + 1, j + 1), … whose likeness above BACKGROUND adds up to ENOUGH, the best first.

    One pair in a run may be unlike: a reworded interview keeps its order where it keeps no word.
    """
    equal = [pair for pair, score in likely.items() if score == 1.0]
    told_a, told_b = {i for i, _ in equal}, {j for _, j in equal}
    alike = {(i, j) for (i, j), score in likely.items() if score > BACKGROUND and not (i in told_a or j in told_b)}
    alike.update(equal)
    runs, seen = [], set[Pair]()
    for pair in sorted(alike):
        if pair in seen:
            continue
        run = [pair]
        while more := _following(run[-1], alike, ours, theirs):
            run += more
        seen.update(run)
        runs.append(run)
    retold = [run for run in runs if _is_retelling(run, likely)]
    found = [_without_strangers(run, ours, theirs) for run in retold]
    for run in runs:
        if run not in retold:
            beside = len(run) > 1
            pairs = sorted(alike.intersection(run))
            found += [[(i, j)] for i, j in pairs if _is_one(ours[i], theirs[j], likely[i, j], beside, bool(retold))]
    return sorted(found, key=lambda run: (-sum(_gains(run, likely)), run))


def _gains(run: Sequence[Pair], likely: Mapping[Pair, float]) -> list[float]:
    """By how much the pairs of a run are more alike than BACKGROUND, in rising order."""
    return sorted(gain for pair in run if (gain := likely.get(pair, 0.0) - BACKGROUND) > 0)


def _is_retelling(run: Sequence[Pair], likely: Mapping[Pair, float]) -> bool:
    """Whether a run retells some sentences in other words, so that its pairs speak for each other."""
    reworded = _gains([pair for pair in run if likely.get(pair) != 1.0], likely)
    return sum(reworded[:-1]) >= TOGETHER and reworded[-1] >= CLEAR - BACKGROUND


def _without_strangers(run: Sequence[Pair], ours: Sequence[Utterance], theirs: Sequence[Utterance]) -> list[Pair]:
    """A retelling's pairs, without those of other words where most keep theirs: who retells changes all he quotes.

    By its speaker such a pair is one, whatever was kept.
    """
    changed = [(i, j) for i, j in run if _kept(ours[i], theirs[j]) < KEPT]
    if len(changed) > len(run) / 2:
        return list(run)
    return [(i, j) for i, j in run if (i, j) not in changed or are_alike(ours[i].said, theirs[j].said)]


def _is_one(a: Utterance, b: Utterance, alike: float, beside: bool, retold: bool) -> bool:
    """Whether two that are in no retelling are one utterance.

    `beside`: a pair stands next to them; `retold`: an article that rewords some of an interview rewords more of it.
    """
    known = beside or are_alike(a.said, b.said)
    enough = alike >= (CLEAR if known else LONE)
    if not enough and not beside:
        return False
    fewest = min(len(a.words), len(b.words))
    few = fewest < FEW_WORDS and not known
    if few and any("pronoun" in each.said.data for each in (a, b)):
        return False
    if fewest < FEWEST and a.in_a_row not in b.in_a_row and b.in_a_row not in a.in_a_row:
        return False
    return (retold and enough) or _kept(a, b) >= (KEPT_BY_FEW if few else KEPT)


def _kept(a: Utterance, b: Utterance) -> float:
    """0 to 1: how much of the shorter one's words the other has kept; see `KEPT`."""
    in_order = LCSseq.similarity(a.words, b.words) / min(len(a.words), len(b.words))
    return (1 - IN_ORDER) * _in_common(a, b) + IN_ORDER * float(in_order)


def _following(pair: Pair, alike: set[Pair], ours: Sequence[Utterance], theirs: Sequence[Utterance]) -> list[Pair]:
    """The pairs after one up to the next that is alike; [] where none is told of together with it."""
    i, j = pair
    for step in (1, 2):
        if (i + step, j + step) in alike and _near(ours, i, i + step) and _near(theirs, j, j + step):
            between = [(i + 1, j + 1)] if step == 2 and _may_stand_between(ours[i : i + 3], theirs[j : j + 3]) else []
            return [*between, (i + step, j + step)]
    return []


def _may_stand_between(ours: Sequence[Utterance], theirs: Sequence[Utterance]) -> bool:
    """Whether the middle ones of three are one: by a word in common, or by order, one person speaking throughout."""
    a, b = ours[1], theirs[1]
    told = a.bag.keys() & b.bag.keys() or all(len({each.said.subject for each in side}) == 1 for side in (ours, theirs))
    return bool(told) and _comparable(a, b)


def _comparable(a: Utterance, b: Utterance) -> bool:
    """Whether speakers and occasions may be one."""
    return may_be_one(a.said, b.said) and not a.occasion.surely_differs(b.occasion)


def _near(side: Sequence[Utterance], first: int, second: int) -> bool:
    """Whether two utterances of an article are told together: close by, and not as of another day."""
    before, after = side[first], side[second]
    days = after.said.data["days"]
    return after.said.start - before.claims[-1].end <= NEAR and (not days or days == before.said.data["days"])


def likeness(a: Utterance, b: Utterance) -> float:
    """0 to 1: how likely two quoted sentences are one utterance, by their words alone; 1 when one holds the other.

    The rarity-weighted share of lemmas in common (a synonym counts SYNONYM of a word), mixed with the share of
    words in common order.
    """
    shared = covered(a, b) + covered(b, a)
    if differ_in_role(a.said, b.said) and shared < 2 * TWO_ROLES:
        return 0.0
    if a.in_a_row in b.in_a_row or b.in_a_row in a.in_a_row:
        return 1.0 if _is_telling(a, b) else 0.0
    if not a.bag or not b.bag:
        return 0.0
    in_common = shared / (a.weight + b.weight)
    score = (1 - ORDER) * in_common + ORDER * float(LCSseq.normalized_similarity(a.words, b.words))
    if score < APART and (named_apart(a.said, b.said) or _may_condole_alike(a, b)):
        return 0.0
    return score if shared >= 2 * WEIGHTY else min(score, WEAK)


def _may_condole_alike(a: Utterance, b: Utterance) -> bool:
    """Whether both are words of sympathy, of speakers who need not be one."""
    return a.condoles and b.condoles and not surely_one(a.said, b.said)


def _is_telling(a: Utterance, b: Utterance) -> bool:
    """Whether the shorter of two equal wordings is enough to know an utterance by."""
    short = min(a.words, b.words, key=len)
    if len(short) < MANY_WORDS and _may_condole_alike(a, b):
        return False
    known = a.said.subject and b.said.subject and a.said.subject.startswith("~") is b.said.subject.startswith("~")
    if len(short) >= FEW_WORDS:
        return bool(a.bag and b.bag) or a.words == b.words or surely_one(a.said, b.said)
    one = len(short) > 1 and a.words == b.words and surely_one(a.said, b.said) and _weighs(short) >= WEIGHTY
    return bool(one or (known and _tells(short))) or _weighs(short) >= VERY_RARE


def _in_common(a: Utterance, b: Utterance) -> float:
    """The share of their words that two utterances have in common, by rarity."""
    weight = a.weight + b.weight
    return (covered(a, b) + covered(b, a)) / weight if weight else 0.0


def covered(one: Utterance, other: Utterance) -> float:
    """The weight of the words of one that the other holds too, as they are or by a synonym."""
    exact = near = 0.0
    bag, synonyms = other.bag, other.synonyms  # each word is its own synonym
    for base, weight in one.bag.items():
        if base in synonyms:
            if base in bag:
                exact += weight
            else:
                near += weight
    return exact + SYNONYM * near


def _tells(words: Sequence[str]) -> bool:
    """Whether so few words are enough to know an utterance of one speaker by."""
    return any(is_content(word) and rarity(lemma(word)) >= RARE for word in words)


def _weighs(words: Sequence[str]) -> float:
    """The rarity of so few words, together."""
    return sum(rarity(lemma(word)) for word in words if is_content(word))
