"""Which utterance two articles give to two people: words that hardly two people say, and speakers who are surely two.

For `attributions.py` and `quotations.py`. Two speakers are two by their names, or by "he said" of words that the other
article gives to a woman.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import product

from rapidfuzz.distance import LCSseq

from secondsource.comparing.everyday import CONDOLING
from secondsource.comparing.speakers import of_two_genders, surely_one, surely_two
from secondsource.comparing.utterance import Utterance, Utterances
from secondsource.comparing.utterances import likeness

# Likeness, words and their rarity from which two people do not say the same by chance, and the same for words that
# name somebody. "We will leave no stone unturned", which everybody says, has 6 words, of 11.
ONCE, MANY_WORDS, UNREPEATED = 0.55, 8, 11.5
FEWEST, NAMING = 6, 8.5
# The same for equal words, but for those that everybody says. Weight tells little: what is one utterance has 5.5 and
# more, and of 34 everyday sentences of two bystanders ("it sounded like a bomb") 24 pass at 5 words and 5.4, 12 at
# these bounds, where 5 of 6 that are one utterance in 279 small cases still do.
EQUAL = 6.4
WITHIN = 0.85  # share of the shorter one's words that stand in the other in order, for them to count as equal
WORD_FOR_WORD = 0.7  # likeness of what a man and a woman say, for it to be one utterance: "They said: be quiet" has .6
LENGTHY = 12  # words from which more is said than what everybody says
_HANDED_ON = re.compile(  # whoever says it has it from somebody, or says it with somebody
    r"\b(?:(?:quot|cit|echo)(?:ed|ing)|repeat(?:ed|ing)|joint(?:ly)?|read(?:ing)?\s(?:from|out)|slogan|banner|chant\w*)\b",
    re.IGNORECASE,
)
_STOCK = re.compile(
    rf"""\b(?:no\sstone\sunturned|{CONDOLING}|(?:dark|sad|great|good|historic|proud)\sday|war\szone
    |justice\s(?:has|was|is|will|must)|one\s(?:game|match|day)\sat\sa\stime
    |no\scomment|nothing\sto\shide|over\sthe\smoon|best\steam|did\s(?:nothing|not\sdo\sanything)\swrong|innocent|not\sguilty
    |god|never\sforget|take\s\w+\svery\sseriously|under\sinvestigation|too\searly\sto)\b""",
    re.VERBOSE,
)
_POLITE = re.compile(
    r"\b(?:so\sproud|thank\w*|happy|pleased|delighted|disappointed|sorry|apologi\w+|better\steam|great)\b"
)


def given_to_two(ours: Utterances, theirs: Utterances) -> list[tuple[Utterance, Utterance]]:
    """The pairs of one utterance that two articles give to two people, each of whom only one of them lets say it."""
    return [
        (a, b)
        for a, b in product(ours.of_somebody, theirs.of_somebody)
        if not a.bag.keys().isdisjoint(b.bag)  # as most often they are
        and (surely_two(a.said, b.said) or (of_two_genders(a.said, b.said) and likeness(a, b) >= WORD_FOR_WORD))
        and _is_said_once(a, b)
        and not (_is_handed_on(a) or _is_handed_on(b))
        and not _is_given_to_both(a, b, ours, theirs)
    ]


def _is_handed_on(each: Utterance) -> bool:
    """Whether the sentence around the words tells that they are another's too: "said Ann Lee, quoting the report"."""
    return any(map(_HANDED_ON.search, each.said.around))


def _is_said_once(a: Utterance, b: Utterance) -> bool:
    """Whether two wordings are of one utterance that hardly two people say: long, equal, or with a name in it."""
    if a.bag.keys().isdisjoint(b.bag) or a.occasion.surely_differs(b.occasion):
        return False
    words, weight = min(len(a.words), len(b.words)), min(a.weight, b.weight)
    said = " ".join(a.words)
    if words < LENGTHY and (_STOCK.search(said) or (words < MANY_WORDS and _POLITE.search(said))):
        return False
    if _is_within(a, b):
        return True
    naming = a.said.data["naming"] and b.said.data["naming"] and weight >= NAMING and words >= FEWEST
    return (naming or (words >= MANY_WORDS and weight >= UNREPEATED)) and likeness(a, b) >= ONCE


def _is_within(a: Utterance, b: Utterance) -> bool:
    """Whether nearly all words of the shorter of two wordings stand in the other, in order, and are worth enough."""
    common = LCSseq.similarity(a.words, b.words)
    weight = sum(min(a.bag[word], b.bag[word]) for word in a.bag.keys() & b.bag.keys())
    return common >= max(FEWEST, WITHIN * min(len(a.words), len(b.words))) and weight >= EQUAL


def _is_given_to_both(a: Utterance, b: Utterance, ours: Sequence[Utterance], theirs: Sequence[Utterance]) -> bool:
    """Whether either article gives an utterance to both people."""
    return any(
        surely_one(other.said, twin.said) and _is_said_once(other, twin)
        for side, twin in ((ours, b), (theirs, a))
        for other in side
    )
