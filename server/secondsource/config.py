"""Settings, all of them, read from the environment once."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

DATABASE_URL = "SECONDSOURCE_DATABASE_URL"
ALLOWED_HOSTS = "SECONDSOURCE_ALLOWED_HOSTS"

LOOPBACK_HOSTS = frozenset({"127.0.0.1", "localhost", "[::1]"})

_PACKAGE = Path(__file__).parent
_BUNDLED = _PACKAGE / "_bundled"
HOME = _BUNDLED if _BUNDLED.is_dir() else _PACKAGE.parents[1]  # seeds/, extension/, manifest.json: installed, checkout


@dataclass(frozen=True, slots=True)
class Settings:
    """What can be set.

    `database_url` (SECONDSOURCE_DATABASE_URL): an SQLAlchemy address; else SQLite in the user's data folder.
    `hosts` (SECONDSOURCE_ALLOWED_HOSTS): names that a Host may have, besides the loopback ones;
    separated by commas, without ports.
    """

    database_url: str
    hosts: frozenset[str] = LOOPBACK_HOSTS


def settings_from(environment: Mapping[str, str] = os.environ) -> Settings:
    """The settings that an environment gives; what it does not give has its default."""
    extra = (name.strip().lower() for name in environment.get(ALLOWED_HOSTS, "").split(","))
    return Settings(
        database_url=environment.get(DATABASE_URL) or default_database_url(),
        hosts=LOOPBACK_HOSTS | {name for name in extra if name},
    )


def default_database_url() -> str:
    """SQLite in the user's data folder."""
    from platformdirs import user_data_path

    return f"sqlite:///{user_data_path('secondsource', appauthor=False) / 'facts.sqlite3'}"


def seeds_folder() -> Path | None:
    """The stories that come with the program; None when somebody took them out."""
    seeds = HOME / "seeds"
    return seeds if seeds.is_dir() else None
