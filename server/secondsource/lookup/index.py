"""The index in its folder: a manifest that names its segments, replaced as a whole, so that it is one state or another.

Whoever reads needs no lock: a segment never changes, and one that is gone was merged into another that the manifest
names. Who writes takes turns. All of it is derived: what is missing, damaged or of another layout is made anew.

Segments grow by merging, like those of an LSM tree: none is followed by one that is more than a FACTOR-th of it.
Versions that were replaced are hidden at once, and leave when their segment is merged or a FACTOR-th of it is gone.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, replace
from itertools import pairwise
from math import inf
from pathlib import Path
from threading import RLock
from uuid import uuid4

import numpy as np
from filelock import FileLock, Timeout

from secondsource.lookup.searching import Hits, search
from secondsource.lookup.segment import (
    DamagedError,
    Passages,
    Segment,
    checksum_of,
    make_segment,
    map_segment,
    merge_into,
    passages_of,
    without,
    write_segment,
)

LAYOUT = 2  # of the manifest, and of which words are looked up
FACTOR = 4
MANIFEST = "manifest.json"
LOCK_SECONDS = 30  # whoever holds the lock does what we wait for


@dataclass(frozen=True, slots=True)
class Part:
    """A segment as the manifest names it."""

    file: str
    passages: int
    checksum: int


@dataclass(frozen=True, slots=True)
class State:
    """What an index has: all versions up to one, named by its number and its id, but for those that are `gone`."""

    number: int = 0
    version: str = ""
    parts: tuple[Part, ...] = ()
    gone: tuple[int, ...] = ()


class Index:
    """An index as one process sees it; its threads share it."""

    def __init__(self, folder: Path) -> None:
        with suppress(OSError):  # who writes is told; readers go on with an empty index
            folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder
        self._lock = FileLock(folder / "lock")
        self._threads = RLock()
        self._state = State()
        self._segments: dict[str, Segment] = {}
        self._gone: dict[str, Passages | None] = {}

    @property
    def state(self) -> State:
        """As last seen; another process may have written since."""
        return self._state

    def search(self, sentences: Sequence[Collection[int]]) -> Hits:
        """See `searching.search`."""
        with self._threads:
            segments = [self._segments[part.file] for part in self._state.parts]
            gone = [self._gone[part.file] for part in self._state.parts]
        return search(segments, sentences, gone)

    def look_again(self) -> State:
        """See what other processes have written; a manifest or a segment that cannot be used is an empty index."""
        with self._threads:
            try:
                self._take(self._manifest())
            except (DamagedError, OSError):
                self._take_again()
            return self._state

    def versions(self) -> set[int]:
        """The numbers of the versions that have passages here and are not hidden."""
        found: set[int] = set()
        for file, segment in self._segments.items():
            gone = self._gone[file]
            found.update(np.unique(segment.versions if gone is None else segment.versions[~gone]).tolist())
        return found

    @contextmanager
    def writing(self, wait: float = LOCK_SECONDS) -> Iterator[bool]:
        """Alone among all processes and threads; False when others have been writing for `wait` seconds."""
        try:
            self._lock.acquire(timeout=wait)
        except Timeout:
            yield False
            return
        try:
            self.look_again()
            yield True
        finally:
            self._lock.release()

    def add(
        self, passages: Iterable[tuple[int, set[int]]], number: int, version: str, gone: Collection[int] = ()
    ) -> None:
        """Add the passages of the next versions, the last of which is named, and hide versions that they replace; only
        while `writing`.
        """
        segment = make_segment(passages)
        parts = self._state.parts
        if len(segment):
            write_segment(segment, file := self._new_file())
            parts = (*parts, self._part(file, len(segment)))
        self._put(State(number, version, parts, self._there([*self._state.gone, *gone])))

    def _there(self, versions: Collection[int]) -> tuple[int, ...]:
        """Those of some versions that have passages here."""
        sought = np.unique(np.fromiter(versions, np.uint32, len(versions)))
        there = (sought[np.isin(sought, segment.versions)] for segment in self._segments.values())
        return tuple(number for some in there for number in some.tolist())

    def start_anew(self) -> None:
        """Forget everything; only while `writing`."""
        self._put(State())

    def tidy(self, most: float = inf) -> None:
        """Merge until segments are few, none into one of more than `most` passages; only while `writing`.

        A million passages take seconds, 20 thousand some hundredths of one.
        """
        while pair := self._to_merge(most):
            file = self._new_file()
            one, *others = (without(self._segments[part.file], self._gone[part.file]) for part in pair)
            if others:
                merge_into(file, one, *others)
            else:
                write_segment(one, file)
            merged = self._part(file, len(one) + sum(map(len, others)))
            before, after = (self._state.parts.index(part) for part in (pair[0], pair[-1]))
            parts = (*self._state.parts[:before], merged, *self._state.parts[after + 1 :])
            self._put(replace(self._state, parts=parts))

    def _to_merge(self, most: float) -> Sequence[Part]:
        """Two neighbours of which the second is too large beside the first, the last ones first; else a part of which
        too much is gone; of at most `most` passages.
        """
        for one, other in reversed(list(pairwise(self._state.parts))):
            if other.passages * FACTOR >= one.passages and one.passages + other.passages <= most:
                return one, other
        for part in self._state.parts:
            gone = self._gone[part.file]
            if gone is not None and int(gone.sum()) * FACTOR >= part.passages and part.passages <= most:
                return (part,)
        return ()

    def _part(self, file: Path, passages: int) -> Part:
        return Part(file.name, passages, checksum_of(file))

    def _new_file(self) -> Path:
        return self._folder / f"{uuid4().hex}.segment"

    def _manifest(self) -> State:
        try:
            kept = json.loads((self._folder / MANIFEST).read_text("utf-8"))
            said = kept["state"]
            if kept["layout"] != LAYOUT or kept["checksum"] != _checksum(said):
                return State()
            parts = tuple(Part(**part) for part in said["parts"])
            return State(said["number"], said["version"], parts, tuple(said["gone"]))
        except (FileNotFoundError, ValueError, TypeError, KeyError):
            return State()

    def _take(self, state: State) -> None:
        """Map the state's segments that are not mapped, and let go of those that it no longer has."""
        if state == self._state:
            return
        self._segments = {
            part.file: self._segments.get(part.file) or map_segment(self._folder / part.file, part.checksum)
            for part in state.parts
        }
        self._gone = {file: passages_of(segment, state.gone) for file, segment in self._segments.items()}
        self._state = state

    def _take_again(self) -> None:
        """Once more: between manifest and segment another process may have merged; what fails twice is damaged."""
        try:
            self._take(self._manifest())
        except (DamagedError, OSError):
            self._segments, self._gone, self._state = {}, {}, State()

    def _put(self, state: State) -> None:
        """Make a state the index's, whole or not at all, and remove the files that it does not have."""
        said = asdict(state)
        new = self._folder / f"{uuid4().hex}.new"
        new.write_text(json.dumps({"layout": LAYOUT, "checksum": _checksum(said), "state": said}), "utf-8")
        new.replace(self._folder / MANIFEST)
        with self._threads:
            self._take(state)
        kept = {part.file for part in state.parts}
        for file in self._folder.glob("*.*"):
            if file.suffix in (".segment", ".new") and file.name not in kept:
                with suppress(OSError):  # on Windows while somebody maps it: the next one removes it
                    file.unlink()


def _checksum(said: object) -> int:
    return zlib.crc32(json.dumps(said, sort_keys=True).encode())
