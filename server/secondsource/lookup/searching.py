"""The passages that share the rarest words with each of some sentences: BM25, with what is read bounded.

Of each sentence's words the rarest are read, as long as they stand in READ_POSTINGS passages together. The CLOSEST
passages by those alone, of all segments together, are then scored by all words that they share. So a sentence costs the
same in any base, and in a small one, where every word can be read, the result is plain BM25's. All sentences go through
numpy together, and so do all segments but for reading them: a segment more costs a tenth.

Source: Robertson and Zaragoza, The Probabilistic Relevance Framework (2009); each word of a passage counts once.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import chain
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from secondsource.lookup.segment import Numbers, Passages, Segment

MOST_SENTENCES = 256  # at once: a sentence's number has 8 bits below
MOST_WORDS = 100  # of a sentence; sentences have some twenty, and a list of words needs no more to be found
READ_POSTINGS = (
    2_000  # a sentence; at 100 thousand passages recall@5 is .984 with 1,000, .985 with 2,000, .986 with 3,000
)
# Passages a sentence that are scored by all words: as many as one event's. At a million passages of two made-up corpora
# recall@5 is .978 and .969 with 30, .978 and .973 with 60, .978 and .978 with 100, .979 and .980 with 150; bm25s, which
# scores all, has .984 and .983. Of the time for an article 30 take a fifth, 100 a third.
CLOSEST = 100
K1, B = 1.2, 0.75  # BM25's usual values
_STEP = 2_000  # a word's weight in whole numbers: up to 14 in a million passages, in 16 bits

Places = NDArray[np.int64]
Scores = NDArray[np.float64]


class Hits(NamedTuple):
    """Passages by sentence, the closest first: parallel arrays. Passages count through all segments."""

    sentence: Places
    passage: Places
    version: Places
    score: Scores


class _Asked(NamedTuple):
    """The sentences' words: of which sentence each is, which of the `words` and how much it says in this base.

    Of the `words`, sorted, each as a number and once: in how many passages it stands.
    """

    of: Places
    word: Places
    weight: Scores
    read: NDArray[np.bool_]
    words: Numbers
    frequency: Places


class _Part(NamedTuple):
    """A segment as it is asked: how many passages stand before it, which are hidden, and of each word that is asked
    its place among the segment's words and where its postings begin and end there: at once for one that is not there.
    """

    segment: Segment
    before: int
    gone: Passages | None
    place: Places
    begin: Places
    end: Places


def search(
    segments: Sequence[Segment], sentences: Sequence[Collection[int]], gone: Sequence[Passages | None] | None = None
) -> Hits:
    """The CLOSEST passages for each sentence, given as numbers of words, at most; MOST_SENTENCES at once.

    Those that are `gone`, segment by segment, are not found; words count as often as if they were there.
    """
    if len(sentences) > MOST_SENTENCES:
        raise ValueError(f"{len(sentences)} sentences at once")
    of, listed = _listed(sentences)
    words, word = np.unique(listed, return_inverse=True)  # sorted, they are looked up from one end to the other
    parts = _parts(segments, words, gone or [None] * len(segments))
    asked = _weigh(parts, of, word, words)
    keys = np.concatenate([np.zeros(0, np.uint64), *(_keys(part, asked) for part in parts)])
    sentence, passage = _heaviest(*_summed(keys))
    version, score = _score(parts, asked, len(sentences), sentence, passage)
    order = np.lexsort((-passage, -score, sentence))
    return Hits(sentence[order], passage[order], version[order], score[order])


def _listed(sentences: Sequence[Collection[int]]) -> tuple[Places, Numbers]:
    """The sentences' words in a row, and of which sentence each is; of one that has too many only MOST_WORDS."""
    listed = [words if len(words) <= MOST_WORDS else sorted(words)[:MOST_WORDS] for words in sentences]
    counts = [len(words) for words in listed]
    words = np.fromiter(chain.from_iterable(listed), np.uint32, sum(counts))
    return np.repeat(np.arange(len(sentences)), counts), words


def _parts(segments: Sequence[Segment], words: Numbers, gone: Sequence[Passages | None]) -> list[_Part]:
    """The segments as they are asked, those without words left out."""
    parts = []
    before = 0
    for segment, hidden in zip(segments, gone, strict=True):
        if len(segment):
            place = np.minimum(np.searchsorted(segment.words, words), len(segment.words) - 1)
            begin = segment.starts[place].astype(np.int64)
            end = np.where(segment.words[place] == words, segment.starts[place + 1], begin)
            parts.append(_Part(segment, before, hidden, place, begin, end))
            before += len(segment)
    return parts


def _weigh(parts: Sequence[_Part], of: Places, word: Places, words: Numbers) -> _Asked:
    """Which words to read: each sentence's rarest within READ_POSTINGS; of one that is too common alone, the newest."""
    in_passages = sum((part.end - part.begin for part in parts), np.zeros(len(words), np.int64))
    total = sum(len(part.segment) for part in parts)
    frequency = in_passages[word]
    weight = np.log1p((total - frequency + 0.5) / (frequency + 0.5))
    order = np.lexsort((frequency, of))
    up_to = np.cumsum(frequency[order])
    first = np.searchsorted(of, of)  # of its sentence's words
    spent = np.zeros(len(of), np.int64)
    spent[order] = up_to - (up_to - frequency[order])[first]  # less what the sentences in front of each read
    read = (frequency > 0) & ((spent <= READ_POSTINGS) | (spent == frequency))
    return _Asked(of, word, weight, read, words, in_passages)


def _keys(part: _Part, asked: _Asked) -> NDArray[np.uint64]:
    """Sentence, passage and weight of each posting that is read, packed into one number."""
    chosen = np.flatnonzero(asked.read)
    word = asked.word[chosen]
    end, length, everywhere = part.end[word], (part.end - part.begin)[word], asked.frequency[word]
    # One that is too common is read in part, in each segment as large a part.
    length = np.where(everywhere > READ_POSTINGS, -(-length * READ_POSTINGS // everywhere), length)
    passages = part.segment.postings[_in_runs(end - length, length)]
    whole = np.rint(asked.weight[chosen] * _STEP).astype(np.uint64)
    keys = np.repeat((asked.of[chosen].astype(np.uint64) << np.uint64(48)) | whole, length)
    keys |= (passages.astype(np.uint64) + np.uint64(part.before)) << np.uint64(16)
    return keys if part.gone is None else keys[~part.gone[passages]]


def _summed(keys: NDArray[np.uint64]) -> tuple[NDArray[np.uint64], NDArray[np.uint64]]:
    """Each pair of a sentence and a passage once, and the weight that it shares: one sort brings it together."""
    keys.sort()
    pairs = keys >> np.uint64(16)
    first = np.flatnonzero(np.concatenate([[True], pairs[1:] != pairs[:-1]])[: len(pairs)])
    sums = np.add.reduceat(keys & np.uint64(0xFFFF), first) if len(first) else keys
    return pairs[first], sums


def _heaviest(pairs: NDArray[np.uint64], sums: NDArray[np.uint64]) -> tuple[Places, Places]:
    """Of pairs of a sentence (above 32 bits) and a passage those with the largest sums, CLOSEST a sentence."""
    most = np.uint64((1 << 24) - 1)
    light = (most - np.minimum(sums, most)) << np.uint64(32)
    sentence, passage = pairs >> np.uint64(32), ~pairs & np.uint64(0xFFFFFFFF)  # of equals the newest
    ranked = np.sort((sentence << np.uint64(56)) | light | passage)
    ends = np.searchsorted(ranked, np.arange(1, MOST_SENTENCES, dtype=np.uint64) << np.uint64(56))
    bounds = np.concatenate([[0], ends, [len(ranked)]])
    rows = bounds[:-1, np.newaxis] + np.arange(CLOSEST)
    kept = ranked[rows[rows < bounds[1:, np.newaxis]]]
    return (kept >> np.uint64(56)).astype(np.int64), (~kept & np.uint64(0xFFFFFFFF)).astype(np.int64)


def _score(
    parts: Sequence[_Part], asked: _Asked, sentences: int, sentence: Places, passage: Places
) -> tuple[Places, Scores]:
    """The passages' versions, and BM25 of the pairs of sentence and passage over all the words that they share."""
    row = len(asked.words) + 1  # of each sentence's weights; the last one is that of all words that are not asked
    weights = np.zeros(sentences * row, np.float32)
    weights[asked.of * row + asked.word] = asked.weight
    held_by_all = sum(len(part.segment.held) for part in parts)
    mean = held_by_all / max(1, sum(len(part.segment) for part in parts))
    version, score = np.zeros(len(passage), np.int64), np.zeros(len(passage))
    for part in parts:
        here = np.flatnonzero((passage >= part.before) & (passage < part.before + len(part.segment)))
        if not len(here):
            continue
        inside = passage[here] - part.before
        version[here] = part.segment.versions[inside]
        begin = part.segment.firsts[inside].astype(np.int64)
        length = part.segment.firsts[inside + 1] - begin
        held = part.segment.held[_in_runs(begin, length)]
        slots = np.full(len(part.segment.words), len(asked.words), np.uint16)
        there = np.flatnonzero(part.end > part.begin)
        slots[part.place[there]] = there
        weighed = weights.take(np.repeat(sentence[here] * row, length) + slots.take(held))
        shared = np.add.reduceat(weighed, np.cumsum(length) - length)
        score[here] = shared * (K1 + 1) / (1 + K1 * (1 - B + B * length / mean))
    return version, score


def _in_runs(begin: Places, length: Places) -> Places:
    """The places of runs that begin somewhere and are so long, one run after the other."""
    shift: Places = np.repeat(begin - (np.cumsum(length) - length), length)
    return shift + np.arange(len(shift))
