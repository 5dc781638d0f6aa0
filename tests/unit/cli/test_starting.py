"""Commands start at once: none loads what it does not need. Told by what is loaded, not by the clock."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ENGINE = {"secondsource.reading", "secondsource.kinds", "secondsource.reconciling"}
BASE = {"sqlalchemy", "secondsource.factbase"}
WEB = {"flask", "waitress"}
RUN = """
import sys
from secondsource.cli import main
try:
    main(sys.argv[1:])
finally:
    print(*sys.modules, file=sys.stderr)
"""


def loaded_by(command: str, home: Path) -> set[str]:
    """The modules that a command, in a process of its own, has loaded when it is done."""
    environment = {**os.environ, "SECONDSOURCE_DATABASE_URL": f"sqlite:///{home / 'facts.sqlite3'}"}
    done = subprocess.run(
        [sys.executable, "-c", RUN, *command.split()], env=environment, check=True, capture_output=True, text=True
    )
    return set(done.stderr.split())


@pytest.mark.parametrize("command", ["--help", "ingest --help", "serve --help"])
def test_help_loads_neither_the_engine_nor_the_database(command: str, tmp_path: Path) -> None:
    assert not loaded_by(command, tmp_path) & (ENGINE | BASE | WEB)


@pytest.mark.parametrize("command", ["moderator add Ann", "moderator list", "jobs"])
def test_what_only_looks_into_the_base_does_not_load_the_engine(command: str, tmp_path: Path) -> None:
    loaded = loaded_by(command, tmp_path)
    assert loaded >= BASE
    assert not loaded & (ENGINE | WEB)
