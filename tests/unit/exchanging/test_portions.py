"""An import is kept in portions: whatever breaks it off, the base is sound, and the same command goes on."""

from __future__ import annotations

import io
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import Engine
from sqlalchemy.orm import Session
from tests.unit.exchanging.conftest import exported, imported, rows

from secondsource.exchanging import import_lines, importing
from secondsource.factbase.checking import check
from secondsource.factbase.sessions import writing
from secondsource.ingesting.outcomes import Refusal


class BrokenOffError(Exception):
    """As if the process had been killed."""


class Stream(io.BytesIO):
    """A file that can be read once, as standard input is."""

    def seekable(self) -> bool:
        return False

    def seek(self, *_: int) -> int:
        raise io.UnsupportedOperation("seek")


@contextmanager
def killed_after(portions: int, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Nothing of what is written after so many transactions is kept."""
    done = 0

    @contextmanager
    def broken_off(engine: Engine) -> Iterator[Session]:
        nonlocal done
        with writing(engine) as session:
            yield session
            if done == portions:
                raise BrokenOffError
            done += 1

    with monkeypatch.context() as patch:
        patch.setattr(importing, "writing", broken_off)
        yield


def test_an_import_that_is_broken_off_again_and_again_comes_to_the_same_end(
    full: Engine, other: Callable[[], Engine], monkeypatch: pytest.MonkeyPatch
) -> None:
    lines, back = exported(full), other()
    monkeypatch.setattr(importing, "TOGETHER", 2)
    breaks = 0
    for _ in lines.splitlines():
        with killed_after(5 * breaks + 3, monkeypatch):  # those that are in already are gone through again
            try:
                imported(back, lines)
                break
            except BrokenOffError:
                breaks += 1
                assert check(back) == []
    assert breaks > 2
    assert rows(back) == rows(full)
    assert exported(back) == lines


def test_a_text_that_is_too_long_to_be_held_with_others_is_kept_by_itself(
    full: Engine, other: Callable[[], Engine], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(importing, "TOGETHER_CHARACTERS", 1)
    back = other()
    with killed_after(1, monkeypatch), pytest.raises(BrokenOffError):
        imported(back, exported(full))
    assert len(rows(back, "version")["version"]) == 1


def test_a_file_that_is_cut_off_while_it_is_imported_says_what_was_kept(
    full: Engine, other: Callable[[], Engine], tmp_path: Path
) -> None:
    file, back = tmp_path / "facts.jsonl", other()
    lines = exported(full)
    file.write_bytes(lines)
    with file.open("rb") as opened, pytest.raises(Refusal) as told:
        import_lines(back, opened, lambda _: os.truncate(file, len(lines) // 2))
    assert "The file was changed while it was read." in str(told.value)
    assert "Nothing was imported" not in str(told.value)
    kept = sum(len(found) for found in rows(back, "outlet", "story", "article", "version").values())
    assert f"{kept} new lines before that are kept" in str(told.value)
    assert kept > 0
    assert check(back) == []
    imported(back, lines)
    assert rows(back) == rows(full)


def test_standard_input_is_read_once(full: Engine, other: Callable[[], Engine]) -> None:
    back = other()
    import_lines(back, Stream(exported(full)), lambda _: None)
    assert rows(back) == rows(full)


def test_articles_may_stand_before_all_texts_as_in_files_of_earlier_versions(
    full: Engine, other: Callable[[], Engine]
) -> None:
    first, *lines, last = exported(full).splitlines(keepends=True)
    texts = [line for line in lines if line.startswith(b'{"type": "version"')]
    at = next(n for n, line in enumerate(lines) if line.startswith(b'{"type": "moderator"'))
    before = [line for line in lines[:at] if line not in texts]
    back = other()
    imported(back, b"".join([first, *before, *reversed(texts), *lines[at:], last]))
    assert rows(back) == rows(full)
