"""Imports run downwards only, and what is pure stays pure."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import secondsource

PACKAGE = Path(secondsource.__file__).parent
LEVELS = {
    "reading": 0,
    "comparing": 1,
    "kinds": 2,
    "reconciling": 3,
    "factbase": 4,
    "lookup": 5,
    "gathering": 5,
    "ingesting": 6,
    "annotating": 6,
    "jobs": 7,
    "moderating": 7,
    "exchanging": 8,  # above moderating: a decision that comes in is looked at as one that is taken
    "api": 9,
    "observing": 10,  # above api: metrics need the token that readers need
    "web": 10,  # above api: its reference, and the desk, which shows the admin API's states
    "app": 11,
    "serving": 12,
    "cli": 13,
    "__main__": 14,
}
BELOW_ALL = {"config", "garbage", "identity"}  # settings; Python's garbage; ids. They import nothing of ours
PURE = ("reading", "comparing", "kinds", "reconciling")
IMPURE = {
    "flask",
    "http",
    "os",
    "random",
    "requests",
    "socket",
    "sqlalchemy",
    "sqlite3",
    "subprocess",
    "time",
    "urllib",
}


def modules() -> list[Path]:
    return sorted(file for file in PACKAGE.rglob("*.py") if "_bundled" not in file.parts)


def part_of(file: Path) -> str:
    return file.relative_to(PACKAGE).parts[0].removesuffix(".py")


def imported(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file}: relative import"
            yield f"{node.module}"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def test_every_part_has_a_level() -> None:
    assert {part_of(file) for file in modules()} == {*LEVELS, *BELOW_ALL, "__init__"}


@pytest.mark.parametrize("file", modules(), ids=lambda file: str(file.relative_to(PACKAGE)))
def test_imports_run_downwards_only(file: Path) -> None:
    part = part_of(file)
    for name in imported(file):
        if not name.startswith("secondsource."):
            continue
        other = name.split(".")[1]
        if other in LEVELS and other != part:
            assert LEVELS[other] < LEVELS.get(part, -1), f"{part} imports {other}"


@pytest.mark.parametrize("part", PURE)
def test_reading_kinds_and_reconciling_see_no_database_request_network_or_clock(part: str) -> None:
    for file in (PACKAGE / part).rglob("*.py"):
        assert not {name.split(".")[0] for name in imported(file)} & IMPURE, file
        source = file.read_text("utf-8")
        assert not any(clock in source for clock in (".now(", ".today(", ".utcnow(")), file


def test_no_python_file_lies_in_the_repository_root() -> None:
    root = Path(__file__).parents[2]
    assert not list(root.glob("*.py")), "a __pycache__ beside manifest.json makes Chrome refuse the extension"
