from __future__ import annotations

import pytest
from sqlalchemy import Engine, create_engine, text
from tests.postgresql import ONLY_POSTGRESQL

from secondsource.factbase.checking import GUARDS, NOTES, RENAMES, check, is_replica
from secondsource.factbase.sessions import open_engine, writing
from secondsource.ingesting.ingest import rebuild


@pytest.mark.usefixtures("ferry")
def test_a_base_with_a_story_is_sound(engine: Engine) -> None:
    assert check(engine) == []


@pytest.mark.usefixtures("ferry")
@pytest.mark.parametrize(
    ("damage", "complaint"),
    [
        ("UPDATE version SET current = false", "3 articles without a current version"),
        ("UPDATE claim SET fact_id = NULL", "facts without claims: run rebuild"),
        ("UPDATE relation SET pair_id = 'x'", "is not that of its claims: run rebuild"),
        (
            "UPDATE derivation SET program = 'another'",
            "1 stories that another version of this program derived: run rebuild",
        ),
        ("DELETE FROM clue; DELETE FROM sketch", "3 articles that no new one is compared with: run rebuild"),
        ("DELETE FROM arrival", "3 versions that are not found by their words: run rebuild"),
        ("INSERT INTO story (id, title, created_at) VALUES ('s', 'S', '2031-03-04')", "1 stories without articles"),
    ],
)
def test_what_makes_no_sense_is_a_complaint(engine: Engine, damage: str, complaint: str) -> None:
    with writing(engine) as session:
        for statement in damage.split(";"):
            session.execute(text(statement))
    assert any(complaint in line for line in check(engine))
    if "run rebuild" in complaint:
        rebuild(engine, lambda _title: None)
        assert check(engine) == []


def test_an_index_that_is_missing_is_a_complaint(engine: Engine) -> None:
    with writing(engine) as session:
        session.execute(text("DROP INDEX ix_claim_content"))
    assert check(engine) == [
        "claim lacks its index ix_claim_content: readers wait for every row to be looked at",
    ]


@pytest.mark.parametrize("trigger", [*GUARDS, *NOTES, *RENAMES])
def test_a_trigger_that_is_missing_is_a_complaint(engine: Engine, trigger: str) -> None:
    table = RENAMES.get(trigger) or (trigger.partition("_no_")[0] if "_no_" in trigger else "version")
    on = f" ON {table}" if engine.dialect.name == "postgresql" else ""
    with writing(engine) as session:
        session.execute(text(f"DROP TRIGGER {trigger}{on}"))
    (complaint,) = check(engine)
    assert complaint.startswith(f"the trigger {trigger} is missing")
    assert NOTES.get(trigger, "") in complaint


@pytest.mark.parametrize("damage", ["DELETE FROM revision", "INSERT INTO revision (name) VALUES ('another')"])
def test_any_but_one_name_for_what_readers_are_told_is_a_complaint(engine: Engine, damage: str) -> None:
    with writing(engine) as session:
        session.execute(text(damage))
    (complaint,) = check(engine)
    assert complaint.startswith("the table revision has")


@ONLY_POSTGRESQL
def test_what_postgresql_says_is_not_valid_is_a_complaint(engine: Engine) -> None:
    with writing(engine) as session:
        session.execute(text("ALTER TABLE story ADD CONSTRAINT titled CHECK (title <> '') NOT VALID"))
    assert check(engine) == ["constraint titled is not valid: drop it and make it again"]


def test_a_base_without_tables_is_a_complaint(database_url: str) -> None:
    engine = open_engine(database_url)
    assert "empty" in check(engine)[0]
    engine.dispose()


@ONLY_POSTGRESQL
def test_a_base_that_takes_no_writes_is_known_for_a_replica(engine: Engine) -> None:
    assert not is_replica(engine)
    standby = create_engine(engine.url.update_query_dict({"options": "-c default_transaction_read_only=on"}))
    assert is_replica(standby)
    standby.dispose()
