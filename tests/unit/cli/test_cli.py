"""The command line as people and scripts meet it: real processes, real files."""

from __future__ import annotations

import os
import select
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.conftest import FERRY, Folders, Program
from tests.made_up_pages import page
from tests.postgresql import ONLY_SQLITE
from tests.serving import SEEDS, Server
from tests.unit.cli.conftest import failure


def test_ingest_tells_each_article_and_the_sums(program: Program, folders: Folders) -> None:
    folder = str(folders.story("Ferry", FERRY))
    first = program.run("ingest", folder).stdout.splitlines()
    assert first[0] == "new       northern-herald.txt"
    assert first[-1] == "3 new, 0 changed, 0 unchanged, 0 refused"
    assert program.run("ingest", folder).stdout.splitlines()[-1] == "0 new, 0 changed, 3 unchanged, 0 refused"


@pytest.mark.parametrize("wanted", [signal.SIGTERM, signal.SIGINT])
def test_serve_answers_and_stops_cleanly(tmp_path: Path, wanted: signal.Signals) -> None:
    server = Server(tmp_path)
    server.start()
    assert server.stop(wanted) == 0
    said = server.log.read_text("utf-8")
    assert f"{server.address}/" in said
    assert "secondsource moderator add" in said
    assert str(SEEDS) in said, "an empty base says how to load the example"
    assert "Traceback" not in said


@ONLY_SQLITE
def test_a_taken_port_is_one_sentence(program: Program, port: int) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", port))
        taken.listen()
        said = failure(program.run("serve", "--port", str(port), check=False))
    assert f"port {port}: address already in use" in said


@ONLY_SQLITE
def test_a_base_in_the_users_data_folder_is_the_default(program: Program, tmp_path: Path) -> None:
    del program.environment["SECONDSOURCE_DATABASE_URL"]
    program.environment |= {"HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path / "data")}
    program.run("moderator", "list")
    assert list(tmp_path.rglob("facts.sqlite3"))


@ONLY_SQLITE
def test_a_person_is_asked_whether_to_load_the_example(program: Program, port: int) -> None:
    pty = pytest.importorskip("pty", reason="needs a terminal")
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "secondsource", "serve", "--port", str(port)]
    process = subprocess.Popen(command, env=program.environment, stdin=theirs, stdout=theirs, stderr=theirs)
    os.close(theirs)
    os.write(ours, b"y\n")
    said = b""
    deadline = time.monotonic() + 60
    while b"/docs" not in said and select.select([ours], [], [], max(0.0, deadline - time.monotonic()))[0]:
        said += os.read(ours, 10_000)
    process.terminate()
    assert process.wait(20) == 0
    os.close(ours)
    assert b"Load the example story?" in said
    assert b"5 new, 0 changed" in said


def test_ctrl_c_keeps_what_is_done_and_the_next_run_goes_on(program: Program, tmp_path: Path) -> None:
    for number in range(20):
        (tmp_path / f"{number:02}.html").write_bytes(
            page(title=f"Ferry {number}", head=f'<link rel="canonical" href="https://a.example/{number}">')
        )
    files = sorted(map(str, tmp_path.glob("*.html")))
    command = [sys.executable, "-u", "-m", "secondsource", "ingest", *files]
    with subprocess.Popen(
        command, env=program.environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as running:
        assert running.stdout is not None
        assert running.stdout.readline() == "new       00.html\n"
        running.send_signal(signal.SIGINT)
        said, complaint = running.communicate(timeout=60)
    done = 1 + said.count("new  ")
    assert running.returncode == 130
    assert said.splitlines()[-1] == f"{done} new, 0 changed, 0 unchanged, 0 refused"
    assert complaint == "Stopped. What is done is kept; run the same again to go on.\n"
    again = program.run("ingest", *files)
    assert again.stdout.splitlines()[-1] == f"{20 - done} new, 0 changed, {done} unchanged, 0 refused"
