from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondsource.lookup import segment as module
from secondsource.lookup.segment import (
    DamagedError,
    Segment,
    checksum_of,
    make_segment,
    map_segment,
    merge_into,
    passages_of,
    without,
    write_segment,
)

PASSAGES = st.lists(st.sets(st.integers(0, 40), max_size=8), max_size=25)


def equal(one: Segment, other: Segment) -> bool:
    return all(np.array_equal(a, b) for a, b in zip(one.arrays(), other.arrays(), strict=True))


def kept(segment: Segment, file: Path) -> Path:
    write_segment(segment, file)
    return file


@pytest.mark.parametrize("at_once", [1, 7, 1 << 20])
def test_merging_gives_the_segment_of_all_passages(
    at_once: int, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_AT_ONCE", at_once)

    @given(PASSAGES, PASSAGES)
    def merged(one: list[set[int]], other: list[set[int]]) -> None:
        numbered = list(enumerate([*one, *other], 1))
        file = tmp_path_factory.mktemp("merged") / "both"
        merge_into(file, make_segment(numbered[: len(one)]), make_segment(numbered[len(one) :]))
        assert equal(map_segment(file), make_segment(numbered))

    merged()


@given(PASSAGES, st.sets(st.integers(1, 25)))
def test_without_some_versions_it_is_the_segment_of_the_others(passages: list[set[int]], gone: set[int]) -> None:
    numbered = list(enumerate(passages, 1))
    segment = make_segment(numbered)
    rest = make_segment((number, words) for number, words in numbered if number not in gone)
    assert equal(without(segment, passages_of(segment, sorted(gone))), rest)


def test_a_file_gives_back_what_was_written(tmp_path: Path) -> None:
    segment = make_segment([(3, {5, 1}), (3, {1}), (8, {9})])
    file = kept(segment, tmp_path / "a")
    assert equal(map_segment(file, checksum_of(file)), segment)
    assert segment.postings.tolist() == [0, 1, 0, 2]
    assert segment.versions.tolist() == [3, 3, 8]


@pytest.mark.parametrize("length", [0, 10, -1])
def test_a_file_that_was_cut_off_is_damaged(tmp_path: Path, length: int) -> None:
    file = kept(make_segment([(1, {1, 2}), (2, {2, 3})]), tmp_path / "a")
    file.write_bytes(file.read_bytes()[:length])
    with pytest.raises(DamagedError):
        map_segment(file)


def test_any_flipped_bit_is_damage(tmp_path: Path) -> None:
    file = kept(make_segment([(1, {1, 2}), (2, {2, 3})]), tmp_path / "a")
    checksum, whole = checksum_of(file), file.read_bytes()
    for at in range(len(whole)):
        file.write_bytes(bytes(byte ^ (at == place) for place, byte in enumerate(whole)))
        with pytest.raises(DamagedError):
            map_segment(file, checksum)


def test_another_layout_is_damage(tmp_path: Path) -> None:
    file = kept(make_segment([(1, {1})]), tmp_path / "a")
    file.write_bytes(file.read_bytes().replace(b"SrcL1", b"SrcL0"))
    with pytest.raises(DamagedError):
        map_segment(file, checksum_of(file))
