"""The command line as people and scripts meet it: real files, and real processes where the process matters."""

from __future__ import annotations

import os
import select
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.conftest import FERRY, Folders, Program
from tests.made_up_pages import page
from tests.postgresql import ONLY_SQLITE
from tests.serving import SEEDS, Server
from tests.waiting import SECONDS

from secondsource import __version__
from secondsource.factbase.sessions import open_engine
from secondsource.jobs import work

PIPE_BYTES = 4096  # the least that Linux gives a pipe


def failure(result: subprocess.CompletedProcess[str]) -> str:
    """The one sentence of a failed command."""
    assert result.returncode == 1
    assert "Traceback" not in result.stderr
    (line,) = result.stderr.splitlines()
    assert line.startswith("Error: ")
    return line


def test_it_says_its_version_and_helps(program: Program) -> None:
    assert __version__ in program.run("--version").stdout
    for command in ("ingest", "serve", "rebuild", "moderator", "check", "export", "import"):
        assert command in program.run("--help").stdout
        assert program.run(command, "--help").stdout.startswith("Usage:")


def test_ingest_tells_each_article_and_the_sums(program: Program, folders: Folders) -> None:
    folder = str(folders.story("Ferry", FERRY))
    first = program.run("ingest", folder).stdout.splitlines()
    assert first[0] == "new       northern-herald.txt"
    assert first[-1] == "3 new, 0 changed, 0 unchanged, 0 refused"
    assert program.run("ingest", folder).stdout.splitlines()[-1] == "0 new, 0 changed, 3 unchanged, 0 refused"


def test_a_text_that_says_nothing_of_itself_says_what_is_still_to_be_given(program: Program, tmp_path: Path) -> None:
    text = tmp_path / "a.txt"
    text.write_text("A boat came in at dawn.\n", "utf-8")
    given = {"--outlet": "Harbour Sheet", "--url": "https://harbour-sheet.example/1"}
    for option, other in (("--outlet", "--url"), ("--url", "--outlet")):
        said = program.run("ingest", str(text), option, given[option], check=False).stdout.splitlines()[0]
        assert f"give {other}, or put it" in said
    assert "give --outlet and --url" in program.run("ingest", str(text), check=False).stdout
    assert "1 new" in program.run("ingest", str(text), *(word for pair in given.items() for word in pair)).stdout


def test_one_address_is_not_given_to_several_articles(program: Program, tmp_path: Path) -> None:
    for name, words in (("a.txt", "A boat came in at dawn.\n"), ("b.txt", "The mayor opened a bridge.\n")):
        (tmp_path / name).write_text(words, "utf-8")
    texts = [str(tmp_path / name) for name in ("a.txt", "b.txt")]
    whose = ["--outlet", "Harbour Sheet", "--url", "https://harbour-sheet.example/1"]
    refused = program.run("ingest", *texts, *whose, check=False)
    assert refused.returncode == 2
    assert "one article's address, and 2 are named" in refused.stderr
    assert len(program.run("export").stdout.splitlines()) == 2, "the first line and the last"


@ONLY_SQLITE
def test_what_is_known_is_neither_read_nor_written_again(program: Program, folders: Folders) -> None:
    folder = str(folders.story("Ferry", FERRY))
    base = Path(program.environment["SECONDSOURCE_DATABASE_URL"].removeprefix("sqlite:///"))
    program.run("ingest", folder)
    kept = base.read_bytes()
    program.run("ingest", folder)
    assert base.read_bytes() == kept


def test_what_is_refused_is_told_with_the_reason_and_the_exit_code(program: Program, folders: Folders) -> None:
    folder = folders.story("Ferry", FERRY)
    (folder / "isle-post.txt").unlink()
    result = program.run("ingest", str(folder), str(folder / "none"), check=False)
    assert result.returncode == 1
    assert "refused   isle-post.txt: no such file" in result.stdout
    assert "refused   none: no such file or folder" in result.stdout
    assert result.stdout.splitlines()[-1] == "2 new, 0 changed, 0 unchanged, 2 refused"
    assert result.stderr == ""


def test_rebuild_and_check(program: Program, folders: Folders) -> None:
    assert "empty" in program.run("check", check=False).stderr
    program.run("ingest", str(folders.story("Ferry", FERRY)))
    assert program.run("rebuild").stdout == "rebuilt   Ferry\n"
    assert program.run("check").stdout == "The fact base is sound.\n"


def test_a_rebuild_for_later_is_a_job_that_can_be_asked_for(program: Program, folders: Folders) -> None:
    program.run("ingest", str(folders.story("Ferry", FERRY)))
    job = program.run("rebuild", "--later").stdout.strip()
    assert f"{job}  rebuild  queued " in program.run("jobs").stdout
    engine = open_engine(program.environment["SECONDSOURCE_DATABASE_URL"])
    work(engine)
    engine.dispose()
    first, last = program.run("jobs", job).stdout.splitlines()
    assert first == "unchanged Ferry"
    assert last.startswith(f"{job}  rebuild  done ")
    assert last.endswith("  1 of 1: 1 unchanged")
    assert "There is no job x" in failure(program.run("jobs", "x", check=False))


def test_what_is_exported_is_imported_into_another_base(program: Program, folders: Folders, tmp_path: Path) -> None:
    program.run("ingest", str(folders.story("Ferry", FERRY)))
    program.run("moderator", "add", "Ann")
    file = tmp_path / "export.jsonl"
    assert program.run("export", str(file)).stdout == ""
    assert program.run("export").stdout == file.read_text("utf-8")
    program.environment["SECONDSOURCE_DATABASE_URL"] = f"sqlite:///{tmp_path / 'other.sqlite3'}"
    said = program.run("import", str(file)).stdout.splitlines()
    assert "derived   Ferry" in said
    assert "version   3, 3 of them new" in said
    assert program.run("export").stdout == file.read_text("utf-8")
    assert program.run("check").stdout == "The fact base is sound.\n"
    assert "version   3, 0 of them new" in program.run("import", str(file)).stdout.splitlines()


def test_a_file_that_is_no_export_is_one_sentence_with_its_line(
    program: Program, folders: Folders, tmp_path: Path
) -> None:
    program.run("ingest", str(folders.story("Ferry", FERRY)))
    file = tmp_path / "export.jsonl"
    program.run("export", str(file))
    file.write_bytes(b"".join(file.read_bytes().splitlines(keepends=True)[:-2]))
    program.environment["SECONDSOURCE_DATABASE_URL"] = f"sqlite:///{tmp_path / 'other.sqlite3'}"
    said = failure(program.run("import", str(file), check=False))
    assert f"{file}: line 11: missing; the file was cut off" in said
    assert said.endswith("Nothing was imported.")
    assert "line 1: not JSON" in failure(program.run("import", __file__, check=False))
    assert len(program.run("export").stdout.splitlines()) == 2, "the first line and the last"


def test_a_file_that_cannot_be_written_is_one_sentence_and_stays_as_it_was(program: Program, tmp_path: Path) -> None:
    nowhere = tmp_path / "no" / "export.jsonl"
    said = failure(program.run("export", str(nowhere), check=False))
    assert said == f"Error: {nowhere} cannot be written: no such file or directory."
    file = tmp_path / "export.jsonl"
    file.write_text("as it was", "utf-8")
    program.environment["SECONDSOURCE_DATABASE_URL"] = f"sqlite:///{Path(__file__)}"
    assert "is not a fact base" in failure(program.run("export", str(file), check=False))
    assert file.read_text("utf-8") == "as it was"


@ONLY_SQLITE
def test_check_finds_damage(program: Program, folders: Folders, tmp_path: Path) -> None:
    program.run("ingest", str(folders.story("Ferry", FERRY)))
    with sqlite3.connect(tmp_path / "facts.sqlite3") as base:
        base.execute("DELETE FROM outlet")  # a stranger's connection has foreign keys off
    base.close()
    result = program.run("check", check=False)
    assert result.returncode == 1
    assert "missing outlet" in result.stderr
    number = len(result.stderr.splitlines())
    assert result.stdout == (f"{number} complaints.\n" if number > 1 else "1 complaint.\n")


def test_a_moderators_token_is_alone_on_standard_output(program: Program) -> None:
    result = program.run("moderator", "add", "Ann")
    (token,) = result.stdout.splitlines()
    assert token.startswith("ss_")
    assert len(token) > 40
    program.run("moderator", "add", "Bea")
    program.run("moderator", "add", "Cy", "--role", "reporter")
    listed = program.run("moderator", "list").stdout
    for name, role in (("Ann", "administrator"), ("Bea", "moderator"), ("Cy", "reporter")):
        assert f"{name}\t{role}\tsince" in listed
    assert len(listed.splitlines()) == 3
    (other,) = program.run("moderator", "token", "Ann", "--label", "laptop", "--days", "30").stdout.splitlines()
    assert other.startswith("ss_")
    assert other != token
    assert "no moderator Bob" in failure(program.run("moderator", "token", "Bob", check=False))
    assert "already" in failure(program.run("moderator", "add", "Ann", check=False))
    program.run("moderator", "disable", "Ann")
    assert "disabled" in program.run("moderator", "list").stdout
    assert "no moderator Bob" in failure(program.run("moderator", "disable", "Bob", check=False))


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
def test_a_taken_port_is_one_sentence(program: Program) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        said = failure(program.process("serve", "--port", str(port)))
    assert f"port {port}: address already in use" in said


@ONLY_SQLITE
@pytest.mark.parametrize(
    ("url", "says"),
    [
        ("sqlite:////proc/none/facts.sqlite3", "cannot be opened"),
        (f"sqlite:///{SEEDS}", "cannot be opened"),
        (f"sqlite:///{Path(__file__)}", "is not a fact base"),
        ("facts.sqlite3", "not a database address"),
        ("nosuch://localhost/facts", "not a database address"),
    ],
)
def test_a_base_that_cannot_be_opened_is_one_sentence(program: Program, url: str, says: str) -> None:
    program.environment["SECONDSOURCE_DATABASE_URL"] = url
    assert says in failure(program.run("moderator", "list", check=False))


@ONLY_SQLITE
@pytest.mark.parametrize("command", [("serve",), ("rebuild",), ("check",), ("ingest", str(SEEDS))])
def test_every_command_refuses_a_file_that_is_no_fact_base(program: Program, command: tuple[str, ...]) -> None:
    program.environment["SECONDSOURCE_DATABASE_URL"] = f"sqlite:///{Path(__file__)}"
    assert "is not a fact base" in failure(program.run(*command, check=False))


@ONLY_SQLITE
def test_a_locked_base_is_one_sentence(program: Program, tmp_path: Path, port: int) -> None:
    program.run("moderator", "list")
    with sqlite3.connect(tmp_path / "facts.sqlite3") as base:
        base.execute("BEGIN EXCLUSIVE")
        said = failure(program.process("serve", "--port", str(port)))
    base.close()
    assert "locked by another program" in said


@ONLY_SQLITE
def test_a_base_in_the_users_data_folder_is_the_default(program: Program, tmp_path: Path) -> None:
    del program.environment["SECONDSOURCE_DATABASE_URL"]
    program.environment |= {"HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path / "data")}
    program.run("moderator", "list")
    assert list(tmp_path.rglob("facts.sqlite3"))


def test_a_person_is_asked_whether_to_load_the_example(program: Program, port: int) -> None:
    pty = pytest.importorskip("pty", reason="needs a terminal")
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "secondsource", "serve", "--port", str(port)]
    process = subprocess.Popen(command, env=program.environment, stdin=theirs, stdout=theirs, stderr=theirs)
    os.close(theirs)
    os.write(ours, b"y\n")
    said = b""
    deadline = time.monotonic() + SECONDS
    while b"/docs" not in said and select.select([ours], [], [], max(0.0, deadline - time.monotonic()))[0]:
        said += os.read(ours, 10_000)
    process.terminate()
    assert process.wait(SECONDS) == 0
    os.close(ours)
    assert b"Load the example story?" in said
    assert b"5 new, 0 changed" in said


def test_ctrl_c_keeps_what_is_done_and_the_next_run_goes_on(program: Program, tmp_path: Path) -> None:
    """However late the signal comes, the program is not done: its outcomes are more than the pipe to us holds."""
    names = [f"{number:02}-{'ferry' * 45}.html" for number in range(20)]
    for number, name in enumerate(names):
        (tmp_path / name).write_bytes(
            page(title=f"Ferry {number}", head=f'<link rel="canonical" href="https://a.example/{number}">')
        )
    files = [str(tmp_path / name) for name in names]
    command = [sys.executable, "-u", "-m", "secondsource", "ingest", *files]
    with subprocess.Popen(
        command, env=program.environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, bufsize=0, pipesize=PIPE_BYTES
    ) as running:
        assert running.stdout is not None
        first = f"new       {names[0]}\n".encode()
        assert len(first) * (len(names) - 1) > PIPE_BYTES
        assert running.stdout.read(len(first)) == first
        running.send_signal(signal.SIGINT)
        said, complaint = running.communicate(timeout=SECONDS)
    *told, sums = said.decode().splitlines()
    done = int(sums.split()[0])
    assert running.returncode == 130
    assert sums == f"{done} new, 0 changed, 0 unchanged, 0 refused"
    assert 0 <= done - (1 + len(told)) <= 1, "the signal may come before an outcome is told that was kept"
    assert complaint.decode() == "Stopped. What is done is kept; run the same again to go on.\n"
    again = program.run("ingest", *files)
    assert again.stdout.splitlines()[-1] == f"{20 - done} new, 0 changed, {done} unchanged, 0 refused"
