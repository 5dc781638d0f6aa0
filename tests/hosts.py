"""Several hosts on one machine: a network namespace each, with an address, a home and a cache of its own.

Namespaces need a privilege that a container may not have (CAP_NET_ADMIN). Without it a host is an address of the
loopback network: what differs is that they share one network stack, not what runs on them.
"""

from __future__ import annotations

import os
import random
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

from tests.serving import COMMAND, ROOT


@dataclass
class Host:
    """A host: programs run on it as on a machine of its own, and may be killed there."""

    address: str
    home: Path
    database_url: str
    within: tuple[str, ...] = ()
    processes: list[subprocess.Popen[str]] = field(default_factory=list)

    def start(self, *arguments: str, stdout: int | IO[Any] | None = None) -> subprocess.Popen[str]:
        """Run a command of the program; its log is in the host's home unless `stdout` is a pipe."""
        self.home.mkdir(parents=True, exist_ok=True)
        with (self.home / "log").open("ab") as log:
            process = subprocess.Popen(
                [*self.within, str(COMMAND), *arguments],
                env=self._environment(),
                cwd=ROOT,
                stdin=subprocess.DEVNULL,
                stdout=stdout or log,
                stderr=log,
                text=True,
            )
        self.processes.append(process)
        return process

    def kill(self) -> None:
        """As when the power fails: everything on it, at once."""
        for process in self.processes:
            if process.poll() is None:
                process.kill()
            process.wait(timeout=60)
            if process.stdout:
                process.stdout.close()

    def _environment(self) -> Mapping[str, str]:
        own = {"HOME": str(self.home), "XDG_CACHE_HOME": str(self.home / "cache"), "PYTHONUNBUFFERED": "1"}
        return os.environ | own | {"SECONDSOURCE_DATABASE_URL": self.database_url, "SECONDSOURCE_LOG": "json"}


class Network:
    """Hosts that reach each other, and us, by their addresses; `ours` is the address of this process."""

    def __init__(self, folder: Path) -> None:
        """Make it; `separate` says whether its hosts have network stacks of their own."""
        self._folder = folder
        self._name = f"ss{random.SystemRandom().randrange(10**6)}"
        self._hosts: list[Host] = []
        net = random.SystemRandom().randrange(1, 250)
        self.separate = shutil.which("ip") is not None and self._bridged(f"10.213.{net}.1")
        self.ours = f"10.213.{net}.1" if self.separate else f"127.213.{net}.1"

    def host(self, name: str, database_url: str) -> Host:
        """One host more."""
        number = len(self._hosts) + 2
        address = f"{self.ours.rpartition('.')[0]}.{number}"
        host = Host(address, self._folder / name, database_url, self._connect(number, address) if self.separate else ())
        self._hosts.append(host)
        return host

    def close(self) -> None:
        """End all that runs, and take the network down."""
        for host in self._hosts:
            host.kill()
        if self.separate:
            for number in range(2, len(self._hosts) + 2):
                _ip("netns", "delete", f"{self._name}-{number}")
            _ip("link", "delete", self._name)

    def _bridged(self, address: str) -> bool:
        """Make a bridge that all are connected to; whether we may."""
        if not _ip("link", "add", self._name, "type", "bridge"):
            return False
        if not _ip("netns", "add", f"{self._name}-2"):
            _ip("link", "delete", self._name)
            return False
        _ip("netns", "delete", f"{self._name}-2")
        return _ip("address", "add", f"{address}/24", "dev", self._name) and _ip("link", "set", self._name, "up")

    def _connect(self, number: int, address: str) -> tuple[str, ...]:
        """Make a namespace with a cable to the bridge; what runs a command in it."""
        space, cable = f"{self._name}-{number}", f"{self._name}c{number}"
        done = (
            _ip("netns", "add", space),
            _ip("link", "add", cable, "type", "veth", "peer", "name", "eth0", "netns", space),
            _ip("link", "set", cable, "master", self._name, "up"),
            _ip("-n", space, "address", "add", f"{address}/24", "dev", "eth0"),
            _ip("-n", space, "link", "set", "eth0", "up"),
            _ip("-n", space, "link", "set", "lo", "up"),
        )
        assert all(done), f"no network for {space}: {done}"
        return ("ip", "netns", "exec", space)


def _ip(*arguments: str) -> bool:
    return subprocess.run(["ip", *arguments], capture_output=True, check=False).returncode == 0
