from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.lookup import searching
from secondsource.lookup.searching import CLOSEST, K1, READ_POSTINGS, B, search
from secondsource.lookup.segment import Segment, make_segment
from secondsource.lookup.words import word_numbers

WORDS = st.sets(st.integers(0, 25), max_size=9)
BASES = st.lists(WORDS, max_size=CLOSEST)
Found = list[tuple[int, float]]


def scan(passages: Sequence[set[int]], sentence: set[int]) -> Found:
    """BM25 of every passage that shares a word with a sentence, the best first: what the index must give."""
    known = [words for words in passages if words]
    mean = sum(map(len, known)) / len(known) if known else 1
    weights = {}
    for word in sentence:
        frequency = sum(word in words for words in known)
        weights[word] = math.log1p((len(known) - frequency + 0.5) / (frequency + 0.5))
    found = [
        (
            number,
            sum(weights[word] for word in sentence & words) * (K1 + 1) / (1 + K1 * (1 - B + B * len(words) / mean)),
        )
        for number, words in enumerate(known)
        if sentence & words
    ]
    return sorted(found, key=lambda hit: (-round(hit[1], 4), -hit[0]))


def looked_up(segments: Sequence[Segment], sentences: Sequence[set[int]]) -> list[Found]:
    hits = search(segments, sentences)
    found: list[Found] = [[] for _ in sentences]
    for sentence, passage, _, score in zip(*hits, strict=True):
        found[int(sentence)].append((int(passage), float(score)))
    return found


def segments_of(passages: Sequence[set[int]], ends: Sequence[int]) -> list[Segment]:
    bounds = [0, *sorted(ends), len(passages)]
    numbered = list(enumerate(passages, 1))
    return [make_segment(numbered[low:high]) for low, high in pairwise(bounds)]


@given(BASES, st.lists(WORDS, max_size=6), st.lists(st.integers(0, CLOSEST), max_size=3))
def test_what_is_looked_up_is_what_a_scan_of_all_passages_finds(
    passages: list[set[int]], sentences: list[set[int]], ends: list[int]
) -> None:
    segments = segments_of(passages, [min(end, len(passages)) for end in ends])
    for sentence, found in zip(sentences, looked_up(segments, sentences), strict=True):
        expected = scan(passages, sentence)
        assert sorted(number for number, _ in found) == sorted(number for number, _ in expected)
        assert dict(found) == pytest.approx(dict(expected), rel=1e-5)
        scores = [score for _, score in found]
        assert scores == sorted(scores, reverse=True)


@given(BASES, st.lists(WORDS, max_size=6), st.lists(st.integers(0, CLOSEST), max_size=3))
def test_into_how_many_segments_a_base_is_split_changes_nothing(
    passages: list[set[int]], sentences: list[set[int]], ends: list[int]
) -> None:
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(searching, "CLOSEST", 3)
        split = looked_up(segments_of(passages, [min(end, len(passages)) for end in ends]), sentences)
        assert split == looked_up(segments_of(passages, []), sentences)


@pytest.mark.parametrize("ends", [[], [20], [5, 30]])
def test_of_many_versions_with_one_sentence_the_newest_are_found(ends: list[int]) -> None:
    passages = [{1, 2, 3}] * (CLOSEST + 10)
    [found] = looked_up(segments_of(passages, ends), [{1, 2}])
    assert [number for number, _ in found] == list(range(len(passages) - 1, 9, -1))


def test_hits_name_the_versions_of_their_passages() -> None:
    segments = [make_segment([(4, {1, 2}), (4, {3}), (9, {2, 5})]), make_segment([(11, {2}), (12, set())])]
    hits = search(segments, [{2}, {3}])
    assert list(zip(hits.sentence, hits.passage, hits.version, strict=True)) == [
        (0, 3, 11),
        (0, 2, 9),
        (0, 0, 4),
        (1, 1, 4),
    ]


def test_no_sentence_reads_more_than_its_share_and_yet_finds_what_shares_its_rare_words(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    common, rare = 1, 2
    passages = [(number, {common, 1_000 + number}) for number in range(1, 3 * READ_POSTINGS)]
    passages[77] = (78, {common, rare})
    segment = make_segment(passages)
    read: list[int] = []
    heaviest = searching._heaviest

    def counted(pairs, sums):  # type: ignore[no-untyped-def]
        read.append(len(pairs))
        return heaviest(pairs, sums)

    monkeypatch.setattr(searching, "_heaviest", counted)
    assert int(search([segment], [{common, rare}]).version[0]) == 78
    assert read == [1], "the common word's postings were read though they pass the bound"
    only_common = search([segment], [{common}])
    assert read[1] == READ_POSTINGS
    assert set(only_common.version.tolist()) <= set(range(2 * READ_POSTINGS, 3 * READ_POSTINGS)), "not the newest"


def test_an_empty_index_and_sentences_without_words_find_nothing() -> None:
    assert len(search([], [{1}, {2}]).passage) == 0
    assert len(search([make_segment([])], [{1}]).passage) == 0
    assert len(search([make_segment([(1, {1})])], [set(), {7}]).passage) == 0
    assert len(search([make_segment([(1, {1})])], []).passage) == 0


def test_a_sentence_of_very_many_words_is_cut_not_refused() -> None:
    segment = make_segment([(1, set(range(5_000)))])
    assert search([segment], [set(range(5_000))] * searching.MOST_SENTENCES).version.tolist() == [1] * 256
    with pytest.raises(ValueError, match="257"):
        search([segment], [{1}] * 257)


def test_words_are_folded_and_numbered_alike_everywhere() -> None:
    assert word_numbers("The harbour, THE Harbour!") == word_numbers("the harbour")
    assert word_numbers("Straße") == word_numbers("STRASSE")
    assert word_numbers("snow") == {914_597_299}, "another number for a word makes every kept index useless"
    assert word_numbers("… — !") == set()
    assert all(0 <= number < 2**32 for number in word_numbers("Ada Byron, 36, of Nottingham"))


def test_versions_of_an_index_are_numbers_without_end() -> None:
    segment = make_segment([(2**31 + 5, {1})])
    assert search([segment], [{1}]).version.dtype == np.int64
    assert search([segment], [{1}]).version.tolist() == [2**31 + 5]
