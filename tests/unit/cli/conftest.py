"""The command line in this process: what a command says and does, without the second it takes to start one."""

from __future__ import annotations

import subprocess

import pytest
from click.testing import CliRunner
from tests.conftest import Program

from secondsource.cli import main


class Command(Program):
    """The command line on a base of its own, not as a process."""

    def run(self, *arguments: str, check: bool = True) -> subprocess.CompletedProcess[str]:
        """One command, to its end."""
        result = CliRunner().invoke(main, arguments, env=self.environment, prog_name="secondsource")
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        told = subprocess.CompletedProcess(arguments, result.exit_code, result.stdout, result.stderr)
        if check:
            told.check_returncode()
        return told


@pytest.fixture
def command(database_url: str) -> Command:
    """The command line on an empty base."""
    return Command({"SECONDSOURCE_DATABASE_URL": database_url})


def failure(result: subprocess.CompletedProcess[str]) -> str:
    """The one sentence of a failed command."""
    assert result.returncode == 1
    assert "Traceback" not in result.stderr
    (line,) = result.stderr.splitlines()
    assert line.startswith("Error: ")
    return line
