"""A part of the index: some passages by their words and back, as arrays in one file that all processes map.

A segment never changes. `words` are sorted; word number i stands in the passages
`postings[starts[i]:starts[i + 1]]`, ascending; passage p has the words `held[firsts[p]:firsts[p + 1]]`, by their place
in `words`, and is of version `versions[p]`. Versions ascend.
"""

from __future__ import annotations

import mmap
import os
import struct
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.uint32]
Passages = NDArray[np.bool_]  # whether a passage is one of some

MAGIC = b"2ndSrcL1"  # another layout has another magic
_HEADER = struct.Struct("<8s6I")
_CHUNK = 1 << 22  # bytes checked at a time
_AT_ONCE = 1 << 20  # postings merged at a time, so that merging takes little memory of its own


class DamagedError(Exception):
    """A file that is not the segment it should be."""


@dataclass(frozen=True, slots=True)
class Segment:
    """The arrays."""

    words: Numbers
    starts: Numbers
    postings: Numbers
    firsts: Numbers
    held: Numbers
    versions: Numbers

    def __len__(self) -> int:
        return len(self.versions)

    def arrays(self) -> list[Numbers]:
        """In the order of the file."""
        return [getattr(self, field.name) for field in fields(self)]


def make_segment(passages: Iterable[tuple[int, set[int]]]) -> Segment:
    """Passages, each its version's number and its words, in the order of the versions; wordless ones are left out."""
    kept = [(version, sorted(words)) for version, words in passages if words]
    flat = np.fromiter((word for _, words in kept for word in words), np.uint32)
    firsts = _sums([len(words) for _, words in kept])
    words, held = np.unique(flat, return_inverse=True)
    order = np.argsort(held, kind="stable")
    of = np.repeat(np.arange(len(kept), dtype=np.uint32), np.diff(firsts))
    starts = _sums(np.bincount(held, minlength=len(words)))
    versions = np.fromiter((version for version, _ in kept), np.uint32)
    return Segment(words, starts, of[order], firsts, held.astype(np.uint32), versions)


def write_segment(segment: Segment, file: Path) -> None:
    """Keep a segment in a new file, on the disk when this returns."""
    arrays = segment.arrays()
    with file.open("xb") as out:
        out.write(_HEADER.pack(MAGIC, *map(len, arrays)))
        for array in arrays:
            out.write(np.ascontiguousarray(array, "<u4").data)
        out.flush()
        os.fsync(out.fileno())


def map_segment(file: Path, checksum: int | None = None) -> Segment:
    """A file's segment, its arrays in pages shared with all who map it; raises DamagedError, FileNotFoundError."""
    with file.open("rb") as opened:
        if os.fstat(opened.fileno()).st_size < _HEADER.size:
            raise DamagedError(file)
        whole = mmap.mmap(opened.fileno(), 0, access=mmap.ACCESS_READ)
    magic, *lengths = _HEADER.unpack_from(whole)
    if magic != MAGIC or len(whole) != _HEADER.size + 4 * sum(lengths):
        raise DamagedError(file)
    if checksum is not None and _checksum(whole) != checksum:
        raise DamagedError(file)
    numbers = np.frombuffer(whole, "<u4", offset=_HEADER.size)
    return Segment(*np.split(numbers, np.cumsum(lengths)[:-1]))


def checksum_of(file: Path) -> int:
    """What `map_segment` checks."""
    with file.open("rb") as opened, mmap.mmap(opened.fileno(), 0, access=mmap.ACCESS_READ) as whole:
        return _checksum(whole)


def passages_of(segment: Segment, versions: Sequence[int]) -> Passages | None:
    """Which of a segment's passages are of some versions; None for none of them."""
    begin, end = (np.searchsorted(segment.versions, versions, side) for side in ("left", "right"))
    chosen = np.zeros(len(segment), np.bool_)
    for first, last in zip(begin.tolist(), end.tolist(), strict=True):
        chosen[first:last] = True
    return chosen if chosen.any() else None


def without(segment: Segment, gone: Passages | None) -> Segment:
    """A segment as it were had it never had some of its passages."""
    if gone is None:
        return segment
    held = segment.held[np.repeat(~gone, np.diff(segment.firsts))]
    postings = ~gone[segment.postings]
    starts = _sums(postings)[segment.starts]
    used = np.diff(starts) > 0
    return Segment(
        segment.words[used],
        np.append(starts[:-1][used], starts[-1:]),
        _places_of(~gone)[segment.postings[postings]],
        _sums(np.diff(segment.firsts)[~gone]),
        _places_of(used)[held],
        segment.versions[~gone],
    )


def _places_of(stay: Passages) -> Numbers:
    """Where each of what stays stands among it."""
    return (np.cumsum(stay) - 1).astype(np.uint32)


def merge_into(file: Path, one: Segment, other: Segment) -> None:
    """Keep in a new file what two segments have, `other`'s passages after `one`'s; memory stays far below theirs."""
    words = np.union1d(one.words, other.words)
    places = [np.searchsorted(words, part.words).astype(np.uint32) for part in (one, other)]
    counts = np.zeros(len(words), np.uint32)
    for part, place in zip((one, other), places, strict=True):
        counts[place] += np.diff(part.starts)
    with file.open("xb") as out:
        size = len(one.postings) + len(other.postings), len(one) + len(other)
        out.write(_HEADER.pack(MAGIC, len(words), len(words) + 1, size[0], size[1] + 1, size[0], size[1]))
        out.write(words.data)
        out.write(_sums(counts).data)
        for block in _merged_postings(one, other, places, len(words)):
            out.write(block.data)
        out.write(one.firsts.data)
        out.write((other.firsts[1:] + one.firsts[-1]).data)
        for part, place in zip((one, other), places, strict=True):
            for at in range(0, len(part.held), _AT_ONCE):
                out.write(place[part.held[at : at + _AT_ONCE]].data)
        out.write(one.versions.data)
        out.write(other.versions.data)
        out.flush()
        os.fsync(out.fileno())


def _merged_postings(one: Segment, other: Segment, places: list[Numbers], words: int) -> Iterator[Numbers]:
    """The postings of two segments word by word, some words at a time."""
    lengths = np.zeros((2, words), np.int64)  # of each word's postings in each segment
    for row, part, place in zip(lengths, (one, other), places, strict=True):
        row[place] = np.diff(part.starts)
    ends = np.cumsum(lengths, axis=1)
    low = 0
    while low < words:
        done = int(ends[:, low - 1].sum()) if low else 0
        high = max(low + 1, int(np.searchsorted(ends.sum(axis=0), done + _AT_ONCE, "right")))
        block = np.empty(int(lengths[:, low:high].sum()), np.uint32)
        first = _sums(lengths[:, low:high].sum(axis=0))[:-1]
        for number, part in enumerate((one, other)):
            of, end = lengths[number, low:high], int(ends[number, high - 1])
            begin = end - int(of.sum())
            before = lengths[:number, low:high].sum(axis=0)
            shift = first + before - (np.cumsum(of) - of)
            block[np.arange(end - begin) + np.repeat(shift, of)] = part.postings[begin:end] + number * len(one)
        yield block
        low = high


def _sums(counts: Iterable[int] | NDArray[np.generic]) -> Numbers:
    """Where each of consecutive runs begins, and the last one ends."""
    lengths = np.asarray(counts, np.int64)
    return np.concatenate([[0], np.cumsum(lengths)]).astype(np.uint32)


def _checksum(whole: mmap.mmap) -> int:
    checksum = 0
    for at in range(0, len(whole), _CHUNK):
        checksum = crc32(whole[at : at + _CHUNK], checksum)
    return checksum
