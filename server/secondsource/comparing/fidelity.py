"""What was done to the words of one utterance between two articles: a grade, its reason and the difference.

From least to most: identical, punctuation (or spelling: "I'm" for "I am", "10" for "ten"), truncated, an ellipsis for
words left out, brackets for words put in, another function word ("in" for "on"), another word that bears meaning
("very important" for "important"), a negation that only one of them has, the same words given to somebody else.
Up to the brackets the words are the speaker's own and the articles corroborate each other; from another function word
on the one rewords the other.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from enum import StrEnum

from rapidfuzz.distance import LCSseq

from secondsource.comparing import wording
from secondsource.comparing.claim import Stance, Verdict
from secondsource.comparing.spelling import are_one_word, with_mask
from secondsource.comparing.spoken import (
    NEGATIONS,
    Spoken,
    bare,
    has_gap,
    has_put_in,
    is_put_in,
    may_have_put_in,
    parts,
    place_of,
    put_in_words,
    spoken,
)
from secondsource.comparing.word_gaps import Gap, gaps_between, is_cut_off
from secondsource.identity import canonical
from secondsource.reading.words import is_content, lemma

MOST_QUOTED = 2  # changes that a reason quotes; more are for the difference to show
LONGEST_QUOTED = 8  # words of both sides of a change that a reason quotes
# Words without meaning elsewhere that change what is said here: degree, number, possibility, and when.
_BEARING = frozenset(
    """very so too more most such all any each both same just will would may might could must should can before after
    against because until over under up per own""".split()
)
_S = ["is"], ["has"], ["us"]
LEAST_KEPT = 0.5  # share of the shorter one's words; of 15 so cut in 894 real events all have .56 or more in common
FEW_LOST = 3  # words behind an ellipsis: a negation among so few was what they said
_BREAK = re.compile("[—–]|--")
_PIECE = re.compile(r"\w+(?:['’.-]\w+)*|\s+|[^\w\s]")


class Grade(StrEnum):
    """What was done to the words, from least to most."""

    IDENTICAL = "identical"
    PUNCTUATION = "punctuation"
    TRUNCATED = "truncated"
    ELLIPSIS = "ellipsis"
    BRACKETED = "bracketed"
    FUNCTION_WORD = "function word"
    MEANING = "meaning-bearing word"
    NEGATION = "negation flipped"
    SPEAKER = "speaker differs"


def fidelity(ours: str, theirs: str) -> Verdict | None:
    """How two wordings of one utterance stand to each other; None where cutting one short may have turned it around."""
    a, b = spoken(ours), _spelt_as(ours, theirs)
    words_a, words_b = [item.word for item in a], [item.word for item in b]
    if words_a == words_b:
        same = canonical(ours).rstrip(" ,.") == canonical(theirs).rstrip(" ,.")
        return _alike(Grade.IDENTICAL if same else Grade.PUNCTUATION)
    if _cut_after_negation(words_a, words_b) or _cut_after_negation(words_b, words_a):
        return None
    if place_of(words_a, words_b) is not None or place_of(words_b, words_a) is not None:
        return _alike(Grade.TRUNCATED)
    if grade := _marked(ours, theirs) or _marked(theirs, ours):
        return _alike(grade)
    gaps = list(gaps_between(words_a, words_b))
    changes = [gap for gap in gaps if not is_cut_off(gap, words_a, words_b)]
    signs = [_sign(ours, a, gap.a, b[gap.b]) or _sign(theirs, b, gap.b, a[gap.a]) for gap in changes]
    if unsigned := [gap for gap, sign in zip(changes, signs, strict=True) if not sign]:
        return _other_words(ours, a, theirs, b, unsigned)
    if changes:
        return _alike(max((sign for sign in signs if sign), key=list(Grade).index))
    if _are_mostly_kept(gaps, words_a, words_b):
        return _alike(Grade.TRUNCATED)
    return Verdict(Stance.REWORDS, wording.quoted_otherwise([]), grade=Grade.MEANING)


def given_to_others(one: str, other: str) -> Verdict:
    """The same words, which two articles give to two people."""
    return Verdict(Stance.REWORDS, wording.given_to(one, other), grade=Grade.SPEAKER)


def difference(ours: str, theirs: str) -> list[tuple[str, str]]:
    """Pieces as (op, text), op "same", "ours" or "theirs": same and ours make up ours, same and theirs theirs."""
    if ours == theirs:
        return []
    a, b = _PIECE.findall(ours), _PIECE.findall(theirs)
    pieces: list[tuple[str, str]] = []
    at = at_theirs = 0  # where the change begins that has not ended yet: it is one piece of ours, then one of theirs
    for step in LCSseq.opcodes(a, b):
        if step.tag == "equal":
            pieces += [("ours", "".join(a[at : step.src_start])), ("theirs", "".join(b[at_theirs : step.dest_start]))]
            pieces.append(("same", "".join(a[step.src_start : step.src_end])))
            at, at_theirs = step.src_end, step.dest_end
    pieces += [("ours", "".join(a[at:])), ("theirs", "".join(b[at_theirs:]))]
    return [(op, text) for op, text in pieces if text]


def _alike(grade: Grade) -> Verdict:
    return Verdict(Stance.CORROBORATES, wording.QUOTED[grade], grade=grade)


def _cut_after_negation(short: Sequence[str], long: Sequence[str]) -> bool:
    """Whether the short words are the long ones without the "not" before them."""
    at = place_of(short, long) if len(short) < len(long) else None
    return bool(at and long[at - 1] in NEGATIONS and short[0] not in NEGATIONS)


def _marked(ours: str, theirs: str) -> Grade | None:
    """What marks in the first say was done: brackets put in, or an ellipsis for what only the other has."""
    if not (may_have_put_in(ours) or may_have_put_in(theirs) or has_gap(ours)):
        return None
    if any(NEGATIONS.intersection(put_in_words(text)) for text in (ours, theirs)):
        return None
    gap, put_in = has_gap(ours), has_put_in(ours) or has_put_in(theirs)
    if put_in:
        a, b = ([item.word for item in spoken(bare(text))] for text in (ours, theirs))
        if a and b and (place_of(a, b) is not None or place_of(b, a) is not None):
            return Grade.BRACKETED
    if (gap or has_put_in(ours)) and _in_order(parts(ours), [item.word for item in spoken(theirs)]):
        return Grade.BRACKETED if has_put_in(ours) else Grade.ELLIPSIS
    return None


def _sign(text: str, words: Sequence[Spoken], gap: slice, there: Sequence[Spoken]) -> Grade | None:
    """What marks in a text say of a gap: that its words were put in, or that an ellipsis stands for the other's.

    None where they say nothing, or where a "not" is among the words.
    """
    here = words[gap]
    if NEGATIONS.intersection(item.word for item in (*here, *there)):
        return None
    low = words[gap.start - 1].end if gap.start else 0
    high = words[gap.stop].start if gap.stop < len(words) else len(text)
    between = text[low:high]
    if here and is_put_in(text, here[0].start, here[-1].end):
        return Grade.BRACKETED
    if not here and there and has_gap(between):
        return Grade.ELLIPSIS
    if here and not there and _BREAK.search(between) and _is_said_again(words, gap):
        return Grade.PUNCTUATION
    return None


def _is_said_again(words: Sequence[Spoken], gap: slice) -> bool:
    """Whether the words of a gap are those right before it or after it: "that — that"."""
    said, long = [item.word for item in words[gap]], gap.stop - gap.start
    around = words[max(0, gap.start - long) : gap.start], words[gap.stop : gap.stop + long]
    return any([item.word for item in side] == said for side in around)


def _in_order(pieces: Sequence[Sequence[str]], words: Sequence[str]) -> bool:
    """Whether all pieces stand in the words, one after the other, and no lone "not" is lost between two of them."""
    at = 0
    for number, piece in enumerate(pieces):
        found = place_of(piece, words, at)
        if found is None or (number and found - at <= FEW_LOST and NEGATIONS & set(words[at:found])):
            return False
        at = found + len(piece)
    return len(pieces) > 1


def _are_mostly_kept(gaps: Sequence[Gap], a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether two wordings, each cut short at another end, have most of their words in common."""
    common: int = len(a) - sum(gap.a.stop - gap.a.start for gap in gaps)
    return common >= LEAST_KEPT * min(len(a), len(b))


def _spelt_as(ours: str, theirs: str) -> Sequence[Spoken]:
    """Their words, spelt as ours are where nothing else differs: "wave length", "[N]o", "the paper's closing"."""
    a, b = spoken(ours), spoken(theirs)
    spelt: list[Spoken] = []
    at = 0
    for gap in gaps_between([item.word for item in a], [item.word for item in b]):
        here, there = a[gap.a], b[gap.b]
        spelt += b[at : gap.b.start]
        if here and there and _are_spelt_alike(ours, here, theirs, there):
            spelt += [Spoken(item.word, there[0].start, there[-1].end) for item in here]
        elif not there and _may_be_s(here, theirs, b[: gap.b.start]):
            spelt += [Spoken(item.word, spelt[-1].end, spelt[-1].end) for item in here]
        elif here or not _may_be_s(there, ours, a[: gap.a.start]):
            spelt += there
        at = gap.b.stop
    return [*spelt, *b[at:]]


def _are_spelt_alike(ours: str, here: Sequence[Spoken], theirs: str, there: Sequence[Spoken]) -> bool:
    """Whether the words of two wordings in one place are the same in another spelling."""
    if "".join(item.word for item in here) == "".join(item.word for item in there):
        return True
    written = [
        with_mask(text, words[0].start, words[-1].end).split() for text, words in ((ours, here), (theirs, there))
    ]
    return len(written[0]) == len(written[1]) and all(are_one_word(*pair) for pair in zip(*written, strict=True))


def _may_be_s(words: Sequence[Spoken], text: str, before: Sequence[Spoken]) -> bool:
    """Whether a word is written out that another wording has as "'s" behind the word before."""
    return [item.word for item in words] in _S and bool(before) and _written(text, before[-1:]).endswith(("'s", "’s"))


def _other_words(ours: str, a: Sequence[Spoken], theirs: str, b: Sequence[Spoken], changes: Sequence[Gap]) -> Verdict:
    words_a = [item.word for change in changes for item in a[change.a]]
    words_b = [item.word for change in changes for item in b[change.b]]
    quoted = _quoted(ours, a, theirs, b, changes)
    grade = _grade(words_a, words_b)
    if grade is Grade.NEGATION:
        return Verdict(Stance.REWORDS, wording.only_one_says(min({*words_a, *words_b} & NEGATIONS)), grade=grade)
    return Verdict(Stance.REWORDS, wording.quoted_otherwise(quoted, more=len(quoted) < len(changes)), grade=grade)


def _grade(words_a: Sequence[str], words_b: Sequence[str]) -> Grade:
    if Counter(_meant(words_a)) != Counter(_meant(words_b)):
        return Grade.MEANING
    negated = [sum(word in NEGATIONS for word in words) for words in (words_a, words_b)]
    return Grade.NEGATION if 0 in negated and any(negated) else Grade.FUNCTION_WORD


def _meant(words: Sequence[str]) -> Iterator[str]:
    return (lemma(word) for word in words if word not in NEGATIONS and (is_content(word) or word in _BEARING))


def _quoted(
    ours: str, a: Sequence[Spoken], theirs: str, b: Sequence[Spoken], changes: Sequence[Gap]
) -> list[tuple[str, str]]:
    """The words of the first changes as written; where a side has none, with the word after it.

    None from the first on that is too long to quote.
    """
    quoted = []
    for change in changes[:MOST_QUOTED]:
        if change.a.stop - change.a.start + change.b.stop - change.b.start > LONGEST_QUOTED:
            break
        more = change.a.start == change.a.stop or change.b.start == change.b.stop
        here, there = a[change.a.start : change.a.stop + more], b[change.b.start : change.b.stop + more]
        quoted.append((_written(ours, here), _written(theirs, there)))
    return quoted


def _written(text: str, words: Sequence[Spoken]) -> str:
    return text[words[0].start : words[-1].end]
