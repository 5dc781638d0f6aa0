"""A throwaway PostgreSQL for tests: from the system's packages, on a Unix socket only, gone with the test run.

It sorts as people do (ICU), unlike SQLite, so that nothing comes to rest on how one database orders text. It is never
synchronised to the disk, and where memory can be had as a folder it is not on one: nothing has to outlive the run.
"""

from __future__ import annotations

import itertools
import os
import pwd
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path

import psycopg
import pytest
from tests.waiting import SECONDS, until

# For a test of what only SQLite has: a file, its locks, its settings.
ONLY_SQLITE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
ONLY_POSTGRESQL = pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)

USER = "tests"
OPTIONS = {
    "listen_addresses": "",
    "fsync": "off",
    "full_page_writes": "off",
    "synchronous_commit": "off",
    "wal_level": "minimal",
    "max_wal_senders": "0",
    "autovacuum": "off",
    "max_connections": "60",
}

# A base for a test is a copy of 8 MB: 12 ms of processor time to make in memory, 19 to 90 on a disk that others use.
MEMORY = Path("/dev/shm")  # noqa: S108
ROOM = 1 << 30  # bytes; containers often have but 64 MB of it, and a server with a few bases takes 60
# Reads until whoever holds the other end of the pipe is gone, in whatever way, and takes the folder away.
SWEEP = 'read _; rm -rf "$0"'


def home() -> Path:
    """A new folder for a server."""
    spacious = MEMORY.is_dir() and shutil.disk_usage(MEMORY).free >= ROOM
    return Path(tempfile.mkdtemp(prefix="second-source-pg-", dir=MEMORY if spacious else "/tmp"))  # noqa: S108


def binaries() -> Path:
    """The folder of the newest PostgreSQL that is installed."""
    named = [Path(os.environ["POSTGRESQL"])] if "POSTGRESQL" in os.environ else []
    packaged = sorted(
        (*Path("/usr/lib/postgresql").glob("*/bin"), *Path("/usr").glob("pgsql-*/bin")),
        key=lambda folder: int("".join(filter(str.isdigit, str(folder.parent.name)))),
        reverse=True,
    )
    config = shutil.which("pg_config")
    told = [Path(subprocess.check_output([config, "--bindir"], text=True).strip())] if config else []
    for folder in (*named, *packaged, *told):
        if (folder / "initdb").exists() and (folder / "postgres").exists():
            return folder
    raise AssertionError("These tests need PostgreSQL: run sh .ci/postgresql, or make test, which installs it.")


class Cluster:
    """One running server with as many databases as are asked for."""

    def __init__(self, listen: str = "", port: int = 5432) -> None:
        """Start it: on a socket alone, or on a port of an address as well, for whoever reaches that."""
        self.home = home()
        self._sweeper = subprocess.Popen(["sh", "-c", SWEEP, self.home], stdin=subprocess.PIPE, start_new_session=True)
        self.listen, self.port = listen, port
        self._binaries = binaries()
        self._as = _not_root(self.home)
        self._names = (f"base{number}" for number in itertools.count())
        self._run("initdb", "-D", self._data, "-U", USER, "-A", "trust", "--no-sync", "-E", "UTF8",
                  "--locale=C.UTF-8", "--locale-provider=icu", "--icu-locale=en-US")  # fmt: skip
        if listen:
            with (self.home / "data" / "pg_hba.conf").open("a") as rules:
                rules.write(f"host all all {listen}/24 trust\n")
        options = OPTIONS | {"listen_addresses": listen, "port": str(port)}
        given = [part for name, value in options.items() for part in ("-c", f"{name}={value}")]
        self._log = (self.home / "log").open("wb")
        self._server = subprocess.Popen(
            [*self._as, self._binaries / "postgres", "-D", self._data, "-k", str(self.home), *given],
            stdout=self._log, stderr=self._log, stdin=subprocess.DEVNULL,
        )  # fmt: skip
        until(self._answers, "PostgreSQL to answer")
        self._admin = psycopg.connect(self._address("postgres"), autocommit=True)

    @property
    def _data(self) -> str:
        return str(self.home / "data")

    def create(self, template: str = "template0", how: str = "") -> str:
        """A new database, empty or a copy of another, with more said of it than is usual; its name."""
        name = next(self._names)
        quickly = "STRATEGY FILE_COPY" if self._admin.info.server_version >= 150_000 else ""  # older: the only way
        self._admin.execute(f"CREATE DATABASE {name} TEMPLATE {template} {how} {quickly}")
        return name

    def drop(self, name: str) -> None:
        """Throw a database away, whoever is still connected to it."""
        self._admin.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")

    def url(self, name: str) -> str:
        """A database's SQLAlchemy address: over the network where it listens to that, else by the socket."""
        if self.listen:
            return f"postgresql+psycopg://{USER}@{self.listen}:{self.port}/{name}"
        return f"postgresql+psycopg://{USER}@/{name}?host={self.home}"

    def stop(self) -> None:
        """Stop it at once and leave nothing on the disk."""
        self._admin.close()
        self._server.send_signal(signal.SIGQUIT)
        self._server.wait(timeout=SECONDS)
        self._log.close()
        self._sweeper.communicate()

    def _address(self, name: str) -> str:
        return f"host={self.home} port={self.port} user={USER} dbname={name}"

    def _run(self, program: str, *arguments: str) -> None:
        command = [*self._as, str(self._binaries / program), *arguments]
        done = subprocess.run(command, capture_output=True, text=True, check=False, cwd="/")
        assert done.returncode == 0, done.stdout + done.stderr

    def _answers(self) -> bool:
        assert self._server.poll() is None, (self.home / "log").read_text()
        try:
            psycopg.connect(self._address("postgres")).close()
        except psycopg.OperationalError:
            return False
        return True


def _not_root(home: Path) -> list[str]:
    """What runs a command as somebody else, who then owns `home`: PostgreSQL refuses to run as root.

    Whatever becomes of the tests' process, the server ends with it.
    """
    command = ["setpriv", "--pdeathsig=INT"]
    if os.getuid() == 0:
        known = {entry.pw_name: entry for entry in pwd.getpwall()}
        user = known.get("postgres") or known["nobody"]
        os.chown(home, user.pw_uid, user.pw_gid)
        command += [f"--reuid={user.pw_uid}", f"--regid={user.pw_gid}", "--clear-groups"]
    return [*command, "--"]
