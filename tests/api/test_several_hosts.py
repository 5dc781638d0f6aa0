"""Two web hosts, two workers, one PostgreSQL; one of each is killed in the midst of its work."""

from __future__ import annotations

import json
import subprocess
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import cycle
from pathlib import Path
from typing import Any
from urllib.error import URLError

import pytest
from sqlalchemy import Engine, select, text
from tests.conftest import FERRY, Folders
from tests.hosts import Host, Network
from tests.postgresql import Cluster
from tests.serving import fetch, free_port
from tests.waiting import SECONDS, until

from secondsource.factbase.checking import check
from secondsource.factbase.migrate import migrate
from secondsource.factbase.models import Article, Claim, Fact, Job, Passage, Relation, Report, Story, Version
from secondsource.factbase.sessions import open_engine, reading
from secondsource.ingesting.ingest import ingest_paths
from secondsource.jobs import State, enqueue, outcomes, state

STORIES = 8
REPORTS = 20
TEXT = FERRY["Coast Daily"]
HELD = 20_310_304  # the number of a lock that nobody else takes
HOLD = f"""
CREATE FUNCTION hold() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN PERFORM pg_advisory_xact_lock({HELD}); RETURN NEW; END $$;
CREATE TRIGGER hold BEFORE INSERT ON job_outcome FOR EACH ROW WHEN (NEW.position = 1) EXECUTE FUNCTION hold();
"""
WAITS = text("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND objid = :held AND NOT granted")
LET_GO = "DROP TRIGGER hold ON job_outcome; DROP FUNCTION hold();"


@pytest.fixture(scope="module")
def network(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Network]:
    network = Network(tmp_path_factory.mktemp("hosts"))
    yield network
    network.close()


@pytest.fixture(scope="module")
def database(network: Network) -> Iterator[str]:
    """The address of the one database, on our end of the network."""
    cluster = Cluster(network.ours, free_port())
    yield cluster.url(cluster.create())
    cluster.stop()


@pytest.fixture(scope="module")
def base(database: str) -> Iterator[Engine]:
    engine = open_engine(database)
    migrate(engine)
    yield engine
    engine.dispose()


@pytest.fixture(scope="module")
def stories(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with many stories, each told by outlets of its own."""
    home = tmp_path_factory.mktemp("stories")
    for number in range(STORIES):
        told = {f"{outlet} {number}": text for outlet, text in FERRY.items()}
        Folders(home).story(f"Ferry {number:02}", told, published="2031-03-04")
    return home


@pytest.fixture(scope="module")
def undisturbed(stories: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """All that one process makes of the stories, on its own."""
    engine = open_engine(f"sqlite:///{tmp_path_factory.mktemp('alone') / 'facts.sqlite3'}")
    migrate(engine)
    ingest_paths(engine, [stories], lambda _outcome, _total: None)
    found = everything(engine)
    engine.dispose()
    return found


@pytest.fixture
def told(base: Engine, stories: Path) -> Engine:
    """The base with the stories in it, whoever took them in."""
    ingest_paths(base, [stories], lambda _outcome, _total: None)
    return base


def everything(engine: Engine) -> dict[str, list[str]]:
    """The ids of all rows, which are made from what the rows say."""
    columns = (Story.id, Article.id, Version.id, Passage.content, Claim.id, Fact.id, Relation.id)
    with reading(engine) as session:
        return {str(column): sorted(session.scalars(select(column))) for column in columns}


def job(engine: Engine, job_id: str) -> State:
    with reading(engine) as session:
        found = state(session, job_id)
    assert found is not None
    return found


class Balancer:
    """What stands before the web hosts: asks the next one when one does not answer."""

    def __init__(self, hosts: list[str]) -> None:
        self.hosts = cycle(hosts)
        self.turns = len(hosts)
        self.retried = 0

    def post(self, path: str, asked: object) -> tuple[int, Any]:
        sent = {"Content-Type": "application/json"}
        for _ in range(self.turns):
            request = urllib.request.Request(next(self.hosts) + path, json.dumps(asked).encode(), sent)
            try:
                status, _, body = fetch(request)
            except (URLError, ConnectionError, TimeoutError):
                self.retried += 1
            else:
                return status, json.loads(body)
        raise AssertionError("no host answered")


def serving(host: Host, port: int) -> str:
    """Start the server on a host; its address once it answers."""
    address = f"http://{host.address}:{port}"
    process = host.start("serve", "--host", host.address, "--port", str(port))

    def answers() -> bool:
        assert process.poll() is None, (host.home / "log").read_text()
        try:
            return fetch(urllib.request.Request(f"{address}/api/v1/health"))[0] == 200
        except URLError:
            return False

    until(answers, f"{host.address} to answer")
    return address


def test_two_hosts_take_in_the_same_and_one_is_killed(
    network: Network, database: str, base: Engine, stories: Path, undisturbed: dict[str, list[str]]
) -> None:
    dies, lives = (network.host(name, database) for name in ("dies", "lives"))
    first = dies.start("ingest", str(stories), stdout=subprocess.PIPE)
    second = lives.start("ingest", str(stories), stdout=subprocess.PIPE)
    assert first.stdout
    assert first.stdout.readline()
    dies.kill()
    said, _ = second.communicate(timeout=SECONDS)
    assert second.returncode == 0, said
    assert said.splitlines()[-1].endswith(" 0 refused")
    assert check(base) == []
    assert everything(base) == undisturbed


def test_a_killed_workers_job_is_done_by_the_other(
    network: Network, database: str, told: Engine, undisturbed: dict[str, list[str]]
) -> None:
    base = told
    dies, lives = (network.host(name, database) for name in ("worker-1", "worker-2"))
    with held_at_the_second_outcome(base) as waits:
        dies.start("worker")
        jobs = [enqueue(base, "rebuild", {}) for _ in range(2)]
        until(waits, "the first job to be in its midst")
        dies.kill()
    assert job(base, jobs[0]).done == 1
    lives.start("worker")
    until(lambda: all(job(base, one).state == "done" for one in jobs), "both jobs to be done")
    assert attempts(base, jobs) == [2, 1], "the first was begun anew"
    for one in jobs:
        with reading(base) as session:
            names = sorted(told.outcome.name for told in outcomes(session, one))
        assert names == [f"Ferry {n:02}" for n in range(STORIES)]
    assert check(base) == []
    assert everything(base) == undisturbed


@contextmanager
def held_at_the_second_outcome(base: Engine) -> Iterator[Callable[[], bool]]:
    """Who tells a job's second outcome waits until the block ends; what is given says whether somebody does."""
    with base.connect().execution_options(isolation_level="AUTOCOMMIT") as ours:
        ours.execute(text(f"SELECT pg_advisory_lock({HELD})"))
        ours.execute(text(HOLD))
        yield lambda: bool(ours.scalar(WAITS, {"held": HELD}))
        ours.execute(text(f"SELECT pg_advisory_unlock({HELD})"))
        ours.execute(text(LET_GO))


def attempts(engine: Engine, jobs: list[str]) -> list[int]:
    """How often each job was begun, in the order in which they were asked for."""
    with reading(engine) as session:
        return list(session.scalars(select(Job.attempts).where(Job.id.in_(jobs)).order_by(Job.number)))


def test_readers_see_no_more_than_retried_requests_when_a_web_host_is_killed(
    network: Network, database: str, told: Engine
) -> None:
    hosts = [network.host(name, database) for name in ("web-1", "web-2")]
    balancer = Balancer([serving(host, free_port()) for host in hosts])
    status, expected = balancer.post("/api/v1/annotations", {"text": TEXT})
    assert status == 200
    note = expected["annotations"][0]
    for number in range(REPORTS):
        if number == REPORTS // 4:
            hosts[0].kill()
        report = {"note": note["id"], "fact": note["fact"]["id"], "words": f"Wrong {number}"}
        assert balancer.post("/api/v1/reports", report)[0] == 201
        if number % 5 == 0:
            assert balancer.post("/api/v1/annotations", {"text": TEXT}) == (200, expected)
    assert balancer.retried > 0
    with reading(told) as session:
        assert sorted(session.scalars(select(Report.words))) == sorted(f"Wrong {number}" for number in range(REPORTS))
