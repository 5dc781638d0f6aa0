"""What each command does and says, on real files and bases."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from tests.conftest import FERRY, Folders
from tests.postgresql import ONLY_SQLITE
from tests.serving import SEEDS
from tests.unit.cli.conftest import Command, failure

from secondsource import __version__
from secondsource.factbase.sessions import open_engine
from secondsource.jobs import work


def test_it_says_its_version_and_helps(command: Command) -> None:
    assert __version__ in command.run("--version").stdout
    for name in ("ingest", "serve", "rebuild", "moderator", "check", "export", "import"):
        assert name in command.run("--help").stdout
        assert command.run(name, "--help").stdout.startswith("Usage:")


@ONLY_SQLITE
def test_what_is_known_is_neither_read_nor_written_again(command: Command, folders: Folders) -> None:
    folder = str(folders.story("Ferry", FERRY))
    base = Path(command.environment["SECONDSOURCE_DATABASE_URL"].removeprefix("sqlite:///"))
    command.run("ingest", folder)
    kept = base.read_bytes()
    command.run("ingest", folder)
    assert base.read_bytes() == kept


def test_what_is_refused_is_told_with_the_reason_and_the_exit_code(command: Command, folders: Folders) -> None:
    folder = folders.story("Ferry", FERRY)
    (folder / "isle-post.txt").unlink()
    result = command.run("ingest", str(folder), str(folder / "none"), check=False)
    assert result.returncode == 1
    assert "refused   isle-post.txt: no such file" in result.stdout
    assert "refused   none: no such file or folder" in result.stdout
    assert result.stdout.splitlines()[-1] == "2 new, 0 changed, 0 unchanged, 2 refused"
    assert result.stderr == ""


def test_rebuild_and_check(command: Command, folders: Folders) -> None:
    assert "empty" in command.run("check", check=False).stderr
    command.run("ingest", str(folders.story("Ferry", FERRY)))
    assert command.run("rebuild").stdout == "rebuilt   Ferry\n"
    assert command.run("check").stdout == "The fact base is sound.\n"


def test_a_rebuild_for_later_is_a_job_that_can_be_asked_for(command: Command, folders: Folders) -> None:
    command.run("ingest", str(folders.story("Ferry", FERRY)))
    job = command.run("rebuild", "--later").stdout.strip()
    assert f"{job}  rebuild  queued " in command.run("jobs").stdout
    engine = open_engine(command.environment["SECONDSOURCE_DATABASE_URL"])
    work(engine)
    engine.dispose()
    first, last = command.run("jobs", job).stdout.splitlines()
    assert first == "unchanged Ferry"
    assert last.startswith(f"{job}  rebuild  done ")
    assert last.endswith("  1 of 1: 1 unchanged")
    assert "There is no job x" in failure(command.run("jobs", "x", check=False))


def test_what_is_exported_is_imported_into_another_base(command: Command, folders: Folders, tmp_path: Path) -> None:
    command.run("ingest", str(folders.story("Ferry", FERRY)))
    command.run("moderator", "add", "Ann")
    file = tmp_path / "export.jsonl"
    assert command.run("export", str(file)).stdout == ""
    assert command.run("export").stdout == file.read_text("utf-8")
    command.environment["SECONDSOURCE_DATABASE_URL"] = f"sqlite:///{tmp_path / 'other.sqlite3'}"
    said = command.run("import", str(file)).stdout.splitlines()
    assert "derived   Ferry" in said
    assert "version   3, 3 of them new" in said
    assert command.run("export").stdout == file.read_text("utf-8")
    assert command.run("check").stdout == "The fact base is sound.\n"
    assert "version   3, 0 of them new" in command.run("import", str(file)).stdout.splitlines()


def test_a_file_that_is_no_export_is_one_sentence_with_its_line(
    command: Command, folders: Folders, tmp_path: Path
) -> None:
    command.run("ingest", str(folders.story("Ferry", FERRY)))
    file = tmp_path / "export.jsonl"
    command.run("export", str(file))
    file.write_bytes(b"".join(file.read_bytes().splitlines(keepends=True)[:-2]))
    command.environment["SECONDSOURCE_DATABASE_URL"] = f"sqlite:///{tmp_path / 'other.sqlite3'}"
    said = failure(command.run("import", str(file), check=False))
    assert f"{file}: line 11: missing; the file was cut off" in said
    assert said.endswith("Nothing was imported.")
    assert "line 1: not JSON" in failure(command.run("import", __file__, check=False))
    assert len(command.run("export").stdout.splitlines()) == 2, "the first line and the last"


def test_a_file_that_cannot_be_written_is_one_sentence_and_stays_as_it_was(command: Command, tmp_path: Path) -> None:
    nowhere = tmp_path / "no" / "export.jsonl"
    assert f"{nowhere} cannot be written: no such file" in failure(command.run("export", str(nowhere), check=False))
    file = tmp_path / "export.jsonl"
    file.write_text("as it was", "utf-8")
    command.environment["SECONDSOURCE_DATABASE_URL"] = f"sqlite:///{Path(__file__)}"
    assert "is not a fact base" in failure(command.run("export", str(file), check=False))
    assert file.read_text("utf-8") == "as it was"


@ONLY_SQLITE
def test_check_finds_damage(command: Command, folders: Folders, tmp_path: Path) -> None:
    command.run("ingest", str(folders.story("Ferry", FERRY)))
    with sqlite3.connect(tmp_path / "facts.sqlite3") as base:
        base.execute("DELETE FROM outlet")  # a stranger's connection has foreign keys off
    base.close()
    result = command.run("check", check=False)
    assert result.returncode == 1
    assert "missing outlet" in result.stderr


def test_a_moderators_token_is_alone_on_standard_output(command: Command) -> None:
    result = command.run("moderator", "add", "Ann")
    (token,) = result.stdout.splitlines()
    assert token.startswith("ss_")
    assert len(token) > 40
    command.run("moderator", "add", "Bea")
    command.run("moderator", "add", "Cy", "--role", "reporter")
    listed = command.run("moderator", "list").stdout
    for name, role in (("Ann", "administrator"), ("Bea", "moderator"), ("Cy", "reporter")):
        assert f"{name}\t{role}\tsince" in listed
    assert len(listed.splitlines()) == 3
    (other,) = command.run("moderator", "token", "Ann", "--label", "laptop", "--days", "30").stdout.splitlines()
    assert other.startswith("ss_")
    assert other != token
    assert "no moderator Bob" in failure(command.run("moderator", "token", "Bob", check=False))
    assert "already" in failure(command.run("moderator", "add", "Ann", check=False))
    command.run("moderator", "disable", "Ann")
    assert "disabled" in command.run("moderator", "list").stdout
    assert "no moderator Bob" in failure(command.run("moderator", "disable", "Bob", check=False))


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
def test_a_base_that_cannot_be_opened_is_one_sentence(command: Command, url: str, says: str) -> None:
    command.environment["SECONDSOURCE_DATABASE_URL"] = url
    assert says in failure(command.run("moderator", "list", check=False))


@ONLY_SQLITE
@pytest.mark.parametrize("arguments", [("serve",), ("rebuild",), ("check",), ("ingest", str(SEEDS))])
def test_every_command_refuses_a_file_that_is_no_fact_base(command: Command, arguments: tuple[str, ...]) -> None:
    command.environment["SECONDSOURCE_DATABASE_URL"] = f"sqlite:///{Path(__file__)}"
    assert "is not a fact base" in failure(command.run(*arguments, check=False))


@ONLY_SQLITE
def test_a_locked_base_is_one_sentence(command: Command, tmp_path: Path, port: int) -> None:
    command.run("moderator", "list")
    with sqlite3.connect(tmp_path / "facts.sqlite3") as base:
        base.execute("BEGIN EXCLUSIVE")
        said = failure(command.run("serve", "--port", str(port), check=False))
    base.close()
    assert "locked by another program" in said
