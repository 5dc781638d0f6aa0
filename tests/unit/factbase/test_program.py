"""The name of the program that derives: another one for another program."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from secondsource.factbase import program


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """A program of few files, written a minute ago."""
    for part in program.DERIVES:
        file = tmp_path / part if part.endswith(".py") else tmp_path / part / "any.py"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("x = 1")
        os.utime(file, (program.STARTED - 60, program.STARTED - 60))
    return tmp_path


def test_another_text_is_another_program(package: Path) -> None:
    before = program.name_of(package, program.STARTED)
    assert program.name_of(package, program.STARTED) == before
    (package / "kinds" / "any.py").write_text("x = 2")
    os.utime(package / "kinds" / "any.py", (program.STARTED - 60, program.STARTED - 60))
    assert program.name_of(package, program.STARTED) != before


def test_what_was_written_while_a_process_ran_is_not_taken_for_what_it_has_loaded(package: Path) -> None:
    new = program.name_of(package, program.STARTED)
    loaded_when = program.name_of(package, program.STARTED - 90)
    assert loaded_when == program.name_of(package, program.STARTED - 90)
    assert len({new, loaded_when, program.name_of(package, program.STARTED - 91)}) == 3, "another may have loaded else"
