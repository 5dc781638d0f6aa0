"""A program that is killed in the middle of a merge, and right after one."""

from __future__ import annotations

import signal
import subprocess
import sys

import pytest
from sqlalchemy import Engine, select
from tests.unit.moderating.conftest import Desk

from secondsource.factbase.checking import check
from secondsource.factbase.models import Action, Decision

MERGE = """
import os, signal, sys
from sqlalchemy import event
from secondsource.factbase.models import Action
from secondsource.factbase.sessions import open_engine, writing
from secondsource.moderating.decisions import decide

url, moment, fact, other = sys.argv[1:]
engine = open_engine(url)

@event.listens_for(engine, "after_cursor_execute")
def kill(connection, cursor, statement, *_):
    if statement.startswith(moment):
        os.kill(os.getpid(), signal.SIGKILL)

with writing(engine) as session:
    decide(session, 1, Action.MERGE_FACTS, fact, "one fact", {"with": [other]})
os.kill(os.getpid(), signal.SIGKILL)
"""
pytestmark = pytest.mark.usefixtures("ferry", "token")


def merge_and_be_killed(url: str, moment: str, fact: str, other: str) -> None:
    command = [sys.executable, "-c", MERGE, url, moment, fact, other]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == -signal.SIGKILL, done.stderr


def merges(desk: Desk) -> int:
    query = select(Decision.id).where(Decision.action == Action.MERGE_FACTS)
    return len(desk.ask(lambda session: session.scalars(query).all()))


@pytest.mark.parametrize("moment", ["INSERT INTO decision ", "INSERT INTO claim "])
def test_a_merge_that_is_killed_in_the_middle_never_was(
    desk: Desk, engine: Engine, database_url: str, moment: str
) -> None:
    fact, other = desk.fact(outlet="Coast Daily", value="19"), desk.fact(outlet="Isle Post", value="19")
    before = desk.derived()
    merge_and_be_killed(database_url, moment, fact, other)
    assert check(engine) == []
    assert desk.derived() == before
    assert merges(desk) == 0
    desk.decide(Action.MERGE_FACTS, fact, with_=[other])
    assert merges(desk) == 1


def test_a_merge_that_was_kept_outlives_the_program(desk: Desk, engine: Engine, database_url: str) -> None:
    fact, other = desk.fact(outlet="Coast Daily", value="19"), desk.fact(outlet="Isle Post", value="19")
    both = desk.contents(fact) | desk.contents(other)
    merge_and_be_killed(database_url, "nothing", fact, other)
    assert check(engine) == []
    assert merges(desk) == 1
    assert desk.contents(desk.fact(outlet="Coast Daily", value="19")) == both
