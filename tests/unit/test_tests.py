"""What the tests themselves stand on: ports that are nobody else's, servers that divide from one that is loaded."""

from __future__ import annotations

import signal
import socket
from pathlib import Path

import pytest
from tests.forking import Forked
from tests.serving import Server, free_port


def test_a_port_is_nobody_elses_and_a_server_listens_on_it_again_and_again() -> None:
    port = free_port()
    with socket.socket() as client:
        assert client.connect_ex(("127.0.0.1", port)) != 0
    with socket.socket() as stranger, pytest.raises(OSError, match="in use"):
        stranger.bind(("127.0.0.1", port))
    for _ in range(2):
        with socket.create_server(("127.0.0.1", port)), socket.create_connection(("127.0.0.1", port)):
            pass


@pytest.mark.parametrize(("wanted", "code"), [(signal.SIGINT, 0), (signal.SIGTERM, 0), (signal.SIGKILL, -9)])
def test_a_divided_server_answers_and_ends_as_one_that_a_user_starts(
    tmp_path: Path, wanted: signal.Signals, code: int
) -> None:
    server = Server(tmp_path, Forked)
    server.start()
    assert server.runs
    assert server.stop(wanted) == code
    assert not server.runs
    said = server.log.read_text("utf-8")
    assert f"{server.address}/" in said
    assert "secondsource moderator add" in said
    assert "Traceback" not in said


def test_what_is_said_and_how_it_ended_is_told_of_a_command_that_cannot_be(tmp_path: Path) -> None:
    process = Forked(["serve", "--port", "none"], {"PATH": ""}, tmp_path / "log")
    assert process.wait() == 2
    assert "'none' is not a valid integer" in (tmp_path / "log").read_text("utf-8")
