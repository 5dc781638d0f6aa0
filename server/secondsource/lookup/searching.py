"""The passages that share the rarest words with each of some sentences: BM25, with what is read bounded.

Of each sentence's words the rarest are read, as long as they stand in READ_POSTINGS passages together. The CLOSEST
passages by those alone are then scored by all words that they share. So a sentence costs the same in any base, and in
a small one, where every word can be read, the result is plain BM25's. All sentences go through numpy together.

Source: Robertson and Zaragoza, The Probabilistic Relevance Framework (2009); each word of a passage counts once.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from secondsource.lookup.segment import Numbers, Passages, Segment

MOST_SENTENCES = 256  # at once: a sentence's number has 8 bits below
MOST_WORDS = 100  # of a sentence; sentences have some twenty, and a list of words needs no more to be found
READ_POSTINGS = (
    2_000  # a sentence; at 100 thousand passages recall@5 is .984 with 1,000, .985 with 2,000, .986 with 3,000
)
CLOSEST = 30  # passages a sentence that are scored by all words; 50 find .001 more
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
    """The sentences' words: of which sentence, as which number, and how much they say in this base."""

    of: Places
    words: Numbers
    weight: Scores
    read: NDArray[np.bool_]
    frequency: Places


def search(
    segments: Sequence[Segment], sentences: Sequence[Collection[int]], gone: Sequence[Passages | None] | None = None
) -> Hits:
    """The CLOSEST passages for each sentence, given as numbers of words, at most; MOST_SENTENCES at once.

    Those that are `gone`, segment by segment, are not found; words count as often as if they were there.
    """
    if len(sentences) > MOST_SENTENCES:
        raise ValueError(f"{len(sentences)} sentences at once")
    asked = _weigh(segments, sentences)
    total = sum(map(len, segments))
    mean = sum(len(segment.held) for segment in segments) / total if total else 1.0
    found = []
    before = 0
    for segment, hidden in zip(segments, gone or [None] * len(segments), strict=True):
        sentence, passage = _closest(segment, asked, hidden)
        score = _score(segment, asked, len(sentences), sentence, passage, mean)
        found.append(Hits(sentence, passage + before, segment.versions[passage].astype(np.int64), score))
        before += len(segment)
    return _in_order(found, len(sentences))


def _weigh(segments: Sequence[Segment], sentences: Sequence[Collection[int]]) -> _Asked:
    """Which words to read: each sentence's rarest within READ_POSTINGS; of one that is too common alone, the newest."""
    listed = [words if len(words) <= MOST_WORDS else sorted(words)[:MOST_WORDS] for words in sentences]
    counts = [len(words) for words in listed]
    of = np.repeat(np.arange(len(sentences)), counts)
    words = np.fromiter((word for words in listed for word in words), np.uint32, sum(counts))
    frequency = sum((_frequency(segment, words) for segment in segments), np.zeros(len(words), np.int64))
    total = sum(map(len, segments))
    weight = np.log1p((total - frequency + 0.5) / (frequency + 0.5))
    order = np.lexsort((frequency, of))
    up_to = np.cumsum(frequency[order])
    first = np.concatenate([[0], np.cumsum(counts)])[:-1].astype(np.int64)
    before = np.concatenate([[0], up_to])[first]  # what the sentences in front of each read
    spent = np.zeros(len(words), np.int64)
    spent[order] = up_to - before[of[order]]
    read = (spent <= READ_POSTINGS) | ((spent == frequency) & (frequency > 0))
    return _Asked(of, words, weight, read, frequency)


def _places(segment: Segment, words: Numbers) -> tuple[Places, NDArray[np.bool_]]:
    """Where words stand among a segment's, and whether they do."""
    if not len(segment.words):
        return np.zeros(len(words), np.int64), np.zeros(len(words), np.bool_)
    at = np.minimum(np.searchsorted(segment.words, words), len(segment.words) - 1)
    return at, segment.words[at] == words


def _frequency(segment: Segment, words: Numbers) -> Places:
    at, there = _places(segment, words)
    if not len(segment.words):
        return at
    return np.where(there, segment.starts[at + 1].astype(np.int64) - segment.starts[at], 0)


def _closest(segment: Segment, asked: _Asked, gone: Passages | None) -> tuple[Places, Places]:
    """Sentence and passage of the pairs that share the most weight of the words that are read, CLOSEST a sentence.

    Sentence, passage and weight are packed into one number each, for one sort brings together what belongs together.
    """
    at, there = _places(segment, asked.words)
    chosen = np.flatnonzero(there & asked.read)
    if not len(chosen):
        return np.zeros(0, np.int64), np.zeros(0, np.int64)
    end = segment.starts[at[chosen] + 1].astype(np.int64)
    length = end - segment.starts[at[chosen]]
    too_common = asked.frequency[chosen] > READ_POSTINGS  # it is read in part, in each segment as large a part
    length = np.where(too_common, -(-length * READ_POSTINGS // np.maximum(asked.frequency[chosen], 1)), length)
    passages = np.concatenate([segment.postings[b - n : b] for b, n in zip(end.tolist(), length.tolist(), strict=True)])
    whole = np.rint(asked.weight[chosen] * _STEP).astype(np.uint64)
    keys = np.repeat((asked.of[chosen].astype(np.uint64) << np.uint64(48)) | whole, length)
    keys |= passages.astype(np.uint64) << np.uint64(16)
    if gone is not None:
        keys = keys[~gone[passages]]
    keys.sort()
    pairs = keys >> np.uint64(16)
    if not len(pairs):
        return np.zeros(0, np.int64), np.zeros(0, np.int64)
    first = np.flatnonzero(np.concatenate([[True], pairs[1:] != pairs[:-1]]))
    sums = np.add.reduceat(keys & np.uint64(0xFFFF), first)
    return _heaviest(pairs[first], sums)


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


def _score(segment: Segment, asked: _Asked, sentences: int, sentence: Places, passage: Places, mean: float) -> Scores:
    """BM25 of pairs of sentence and passage over all the words that they share."""
    at, there = _places(segment, asked.words)
    known, slot = np.unique(at[there], return_inverse=True)
    weights = np.zeros((sentences, len(known) + 1), np.float32)
    weights[asked.of[there], slot + 1] = asked.weight[there]
    slots = np.zeros(len(segment.words), np.uint32)
    slots[known] = np.arange(1, len(known) + 1)
    begin = segment.firsts[passage].astype(np.int64)
    length = segment.firsts[passage + 1] - begin
    if not len(begin):
        return np.zeros(0)
    first = np.cumsum(length) - length
    held = segment.held[np.arange(int(length.sum())) + np.repeat(begin - first, length)]
    shared = np.add.reduceat(weights[np.repeat(sentence, length), slots[held]], first)
    return shared * (K1 + 1) / (1 + K1 * (1 - B + B * length / mean))


def _in_order(found: Sequence[Hits], sentences: int) -> Hits:
    """By sentence, the closest first, of equals the newest; CLOSEST a sentence."""
    sentence, passage, version = (
        np.concatenate([np.zeros(0, np.int64), *(hits[column] for hits in found)]).astype(np.int64)
        for column in range(3)
    )
    score = np.concatenate([np.zeros(0), *(hits.score for hits in found)])
    order = np.lexsort((-passage, -score, sentence))
    first = np.searchsorted(sentence[order], np.arange(sentences + 1))
    kept = order[np.arange(len(order)) - first[sentence[order]] < CLOSEST]
    return Hits(sentence[kept], passage[kept], version[kept], score[kept])
