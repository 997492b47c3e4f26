"""Databases move forward to the newest schema, once; what isn't ours or is newer is left alone."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from adapters.sqlite_store.errors import ForeignDatabase, NewerSchema
from adapters.sqlite_store.schema import MIGRATIONS, Migration, migrate
from adapters.sqlite_store.store import SqliteEventStore
from tests.sqlite_store.open_rooms import play, tamper

SECOND = Migration(
    number=len(MIGRATIONS) + 1, name="a note", statements=("ALTER TABLE room ADD COLUMN note TEXT",)
)


@pytest.fixture
def connection(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(tmp_path / "rooms.db", isolation_level=None)
    yield connection
    connection.close()


def numbers(connection: sqlite3.Connection) -> list[int]:
    return [row[0] for row in connection.execute("SELECT number FROM schema_migration ORDER BY number")]


def test_the_steps_are_numbered_from_one_without_gaps() -> None:
    assert [step.number for step in MIGRATIONS] == list(range(1, len(MIGRATIONS) + 1))


def test_a_new_file_gets_every_step_once(connection: sqlite3.Connection, tmp_path: Path) -> None:
    migrate(connection, tmp_path)
    migrate(connection, tmp_path)
    assert numbers(connection) == [step.number for step in MIGRATIONS]


def test_an_older_database_gets_only_what_is_missing_and_keeps_its_rooms(
    connection: sqlite3.Connection, tmp_path: Path
) -> None:
    migrate(connection, tmp_path)
    connection.execute("INSERT INTO room VALUES ('r', 1, 2, 3, 0)")
    migrate(connection, tmp_path, (*MIGRATIONS, SECOND))
    assert connection.execute("SELECT * FROM room").fetchall() == [("r", 1, 2, 3, 0, None)]
    assert numbers(connection)[-1] == SECOND.number


def test_a_step_that_fails_leaves_the_database_as_it_was(
    connection: sqlite3.Connection, tmp_path: Path
) -> None:
    migrate(connection, tmp_path)
    half = Migration(number=SECOND.number, name="half", statements=(*SECOND.statements, "NONSENSE"))
    with pytest.raises(sqlite3.OperationalError):
        migrate(connection, tmp_path, (*MIGRATIONS, half))
    assert numbers(connection) == [step.number for step in MIGRATIONS]
    migrate(connection, tmp_path, (*MIGRATIONS, SECOND))


async def never(store: SqliteEventStore) -> None:
    raise AssertionError("it opened")


def test_a_newer_schema_is_refused_with_both_numbers(tmp_path: Path) -> None:
    path = tmp_path / "rooms.db"

    async def nothing(store: SqliteEventStore) -> None:
        pass

    play(path, nothing)
    assert tamper(path, "INSERT INTO schema_migration VALUES (999, 'from the future')") == 1
    with pytest.raises(NewerSchema, match=r"schema 999.*upgrade") as caught:
        play(path, never)
    assert (caught.value.found, caught.value.known) == (999, MIGRATIONS[-1].number)


def test_another_programs_database_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "theirs.db"
    tamper(path, "CREATE TABLE theirs (a)")
    with pytest.raises(ForeignDatabase):
        play(path, never)
    with sqlite3.connect(path) as connection:
        tables = connection.execute("SELECT name FROM sqlite_master").fetchall()
    connection.close()
    assert tables == [("theirs",)]
