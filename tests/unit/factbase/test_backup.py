from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event, Thread

import pytest
from sqlalchemy import Engine
from tests.postgresql import ONLY_POSTGRESQL, Cluster

from secondsource.exchanging import export_lines
from secondsource.factbase.backup import CannotBackUpError, back_up
from secondsource.factbase.checking import check
from secondsource.factbase.models import Outlet
from secondsource.factbase.sessions import open_engine, reading, writing

Restore = Callable[[Path], Engine]


@pytest.fixture
def restore(engine: Engine, request: pytest.FixtureRequest) -> Iterator[Restore]:
    """Makes a base of a copy, as a person would after a fire."""
    bases: list[Engine] = []

    def restore(copy: Path) -> Engine:
        bases.append(open_engine(_restored(copy)))
        return bases[-1]

    def _restored(copy: Path) -> str:
        if engine.dialect.name == "sqlite":
            return f"sqlite:///{copy}"
        cluster: Cluster = request.getfixturevalue("postgresql")
        url = cluster.url(cluster.create())
        address = open_engine(url).url.set(drivername="postgresql").render_as_string(hide_password=False)
        command = ["pg_restore", "--exit-on-error", "--no-owner", "--dbname", address, str(copy)]
        subprocess.run(command, check=True)
        return url

    yield restore
    for base in bases:
        base.dispose()


def exported(engine: Engine) -> list[bytes]:
    with reading(engine) as session:
        return list(export_lines(session))


@pytest.mark.usefixtures("ferry", "token")
def test_a_copy_holds_all_that_the_base_holds_for_its_owner_alone(
    engine: Engine, restore: Restore, tmp_path: Path
) -> None:
    copy = tmp_path / "copy"
    back_up(engine, copy)
    assert [file.name for file in tmp_path.glob("copy*")] == ["copy"]
    assert copy.stat().st_mode & 0o777 == 0o600
    restored = restore(copy)
    assert check(restored) == []
    assert exported(restored) == exported(engine)


@pytest.mark.usefixtures("ferry")
def test_a_copy_that_is_made_while_somebody_writes_is_sound(engine: Engine, restore: Restore, tmp_path: Path) -> None:
    wrote, stop = Event(), Event()

    def write() -> None:
        number = 0
        while not stop.is_set():
            with writing(engine) as session:
                session.add(Outlet(id=f"o{number}", name=f"Outlet {number}", domains=[], family="written"))
            number += 1
            wrote.set()

    writer = Thread(target=write)
    writer.start()
    try:
        assert wrote.wait(30)
        back_up(engine, tmp_path / "copy")
    finally:
        stop.set()
        writer.join()
    restored = restore(tmp_path / "copy")
    assert check(restored) == []
    with reading(restored) as session:
        there = {outlet.id for outlet in session.query(Outlet) if outlet.id.startswith("o") and outlet.id[1:].isdigit()}
    assert there
    assert there == {f"o{number}" for number in range(len(there))}, (
        "all that was written before a moment, nothing after"
    )


def test_a_copy_that_cannot_be_written_is_one_sentence(engine: Engine, tmp_path: Path) -> None:
    with pytest.raises(CannotBackUpError, match="is a folder"):
        back_up(engine, tmp_path)
    with pytest.raises(CannotBackUpError, match="no such file"):
        back_up(engine, tmp_path / "none" / "copy")


@ONLY_POSTGRESQL
def test_a_copy_that_breaks_off_leaves_the_old_one_as_it_was(
    engine: Engine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = tmp_path / "old"
    old.write_text("as it was")
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(CannotBackUpError, match="not installed"):
        back_up(engine, old)
    assert [file.name for file in tmp_path.iterdir()] == ["old"]
    assert old.read_text() == "as it was"


def test_an_empty_base_is_not_copied(database_url: str, tmp_path: Path) -> None:
    engine = open_engine(database_url)
    with pytest.raises(CannotBackUpError, match="empty"):
        back_up(engine, tmp_path / "copy")
    engine.dispose()
