"""Processes of the program that begin with all of it loaded, as to load it takes a second and a half of a processor.

A process of its own loads it once and divides itself for each that is wanted. That the command itself starts, and what
it loads, is tested elsewhere (tests/unit/cli, tests/packaging).
"""

from __future__ import annotations

import atexit
import gc
import json
import os
import signal
import subprocess
import sys
import traceback
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from tests.compiling import share_what_is_compiled
from tests.waiting import SECONDS, until

from secondsource.app import create_app
from secondsource.cli import main
from secondsource.config import Settings
from secondsource.factbase.current import EXTENSION
from secondsource.factbase.terms import names
from secondsource.reconciling import read_claims

ROOT = Path(__file__).parents[1]
LATER = ("secondsource.jobs", "secondsource.lookup", "secondsource.serving", "waitress")  # what a server loads besides
SAMPLE = "The mayor, Ada Example, 41, said on Monday: “We counted twelve boats.”"


class Forked:
    """A process of the program, with what Popen offers of one; it ends with the tests at the latest."""

    def __init__(self, arguments: list[str], environment: dict[str, str], log: Path) -> None:
        self.pid: int = _ask({"arguments": arguments, "environment": environment, "log": str(log)})
        self._code: int | None = None

    def poll(self) -> int | None:
        """Its exit code, or what ended it, negative; None while it runs."""
        if self._code is None:
            self._code = _ask({"pid": self.pid})
        return self._code

    def send_signal(self, wanted: signal.Signals) -> None:
        """Send it a signal, if it runs: until we are told of its end its number is nobody else's."""
        if self.poll() is None:
            os.kill(self.pid, wanted)

    def kill(self) -> None:
        """End it at once."""
        self.send_signal(signal.SIGKILL)

    def wait(self, timeout: float = SECONDS) -> int:
        """Its exit code, when it has ended."""
        until(lambda: self.poll() is not None, "the program to end", timeout)
        assert self._code is not None
        return self._code


@cache
def _mother() -> subprocess.Popen[str]:
    """The process that has the program loaded."""
    command = [sys.executable, "-m", "tests.forking"]
    process = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    atexit.register(process.communicate)
    return process


def _ask(question: object) -> Any:
    process = _mother()
    assert process.stdin
    assert process.stdout
    process.stdin.write(json.dumps(question) + "\n")
    process.stdin.flush()
    return json.loads(process.stdout.readline())


def tend() -> None:
    """Load the program; start it, and tell how it ended, whenever a line asks for that, until there are no more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the tests to heed
    _load()
    running: set[int] = set()
    for line in sys.stdin:
        asked = json.loads(line)
        if "pid" in asked:
            told = _ended(asked["pid"])
            running -= {asked["pid"]} if told is not None else set()
        else:
            told = _start(asked)
            running.add(told)
        sys.stdout.write(f"{json.dumps(told)}\n")
        sys.stdout.flush()
    for pid in running:
        os.kill(pid, signal.SIGKILL)


def _load() -> None:
    """Load the program and its word lists, and compile what every server of it compiles."""
    share_what_is_compiled(pytest.MonkeyPatch())
    app = create_app(Settings("sqlite://"))
    for name in app.jinja_env.list_templates():
        app.jinja_env.get_template(name)
    app.extensions[EXTENSION].connect().close()  # only then SQLAlchemy knows what the database can do
    app.extensions[EXTENSION].dispose()
    for module in LATER:
        import_module(module)
    names(SAMPLE)
    read_claims(SAMPLE)
    gc.collect()
    gc.freeze()


def _start(asked: dict[str, Any]) -> int:
    """The number of a process that runs the command line, its words in the log."""
    pid = os.fork()
    if pid:
        return pid
    code = 1
    try:
        _be(asked["environment"], asked["log"])
        _run(asked["arguments"])
    except SystemExit as ended:
        code = ended.code if isinstance(ended.code, int) else int(ended.code is not None)
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def _be(environment: dict[str, str], log: str) -> None:
    """What a process that is started anew is: with its own environment, signals, and ways in and out."""
    signal.signal(signal.SIGINT, signal.default_int_handler)
    os.environ.clear()
    os.environ.update(environment)
    for number, path, flags in (
        (0, os.devnull, os.O_RDONLY),
        (1, log, os.O_WRONLY | os.O_APPEND | os.O_CREAT),
        (2, log, os.O_WRONLY | os.O_APPEND | os.O_CREAT),
    ):
        opened = os.open(path, flags)
        os.dup2(opened, number)
        os.close(opened)


def _run(arguments: list[str]) -> None:
    sys.argv = [str(Path(sys.executable).with_name("secondsource")), *arguments]
    main(arguments)


def _ended(pid: int) -> int | None:
    done, status = os.waitpid(pid, os.WNOHANG)
    return os.waitstatus_to_exitcode(status) if done else None


if __name__ == "__main__":
    tend()
