"""Settings, all of them, read from the environment once."""

from __future__ import annotations

import ipaddress
import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

DATABASE_URL = "SECONDSOURCE_DATABASE_URL"
ALLOWED_HOSTS = "SECONDSOURCE_ALLOWED_HOSTS"
READER_TOKEN = "SECONDSOURCE_READER_TOKEN"  # noqa: S105 - the name of the setting
TRUSTED_PROXY = "SECONDSOURCE_TRUSTED_PROXY"
LOG = "SECONDSOURCE_LOG"
LOGS = ("text", "json")

LOOPBACK_HOSTS = frozenset({"127.0.0.1", "localhost", "[::1]"})

_PACKAGE = Path(__file__).parent
_BUNDLED = _PACKAGE / "_bundled"
HOME = _BUNDLED if _BUNDLED.is_dir() else _PACKAGE.parents[1]  # seeds/, extension/, manifest.json: installed, checkout


ANY_PROXY = "*"
SHORTEST_TOKEN, LONGEST_TOKEN = 16, 200  # characters; a shorter one can be guessed


class BadSettingError(ValueError):
    """A setting that cannot be used, with a sentence that says why."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What can be set.

    `database_url` (SECONDSOURCE_DATABASE_URL): an SQLAlchemy address; else SQLite in the user's data folder.
    `hosts` (SECONDSOURCE_ALLOWED_HOSTS): names that a Host may have, besides the loopback ones;
    separated by commas, without ports.
    `reader_token` (SECONDSOURCE_READER_TOKEN): what readers must show to get notes; empty for a server that
    answers every extension.
    `trusted_proxy` (SECONDSOURCE_TRUSTED_PROXY): the address that a proxy asks from, whose word is taken for the scheme
    that readers used; "*" where only a proxy can ask; empty to believe nobody.
    `log` (SECONDSOURCE_LOG): "text", what goes wrong, for people; "json", every request as a line of JSON.
    """

    database_url: str
    hosts: frozenset[str] = LOOPBACK_HOSTS
    reader_token: str = field(default="", repr=False)
    trusted_proxy: str = ""
    log: str = "text"


def settings_from(environment: Mapping[str, str] = os.environ) -> Settings:
    """The settings that an environment gives; what it does not give has its default. Raises BadSettingError."""
    extra = (name.strip().lower() for name in environment.get(ALLOWED_HOSTS, "").split(","))
    return Settings(
        database_url=environment.get(DATABASE_URL) or default_database_url(),
        hosts=LOOPBACK_HOSTS | {name for name in extra if name},
        reader_token=reader_token(environment.get(READER_TOKEN, "")),
        trusted_proxy=trusted_proxy(environment.get(TRUSTED_PROXY, "")),
        log=log_style(environment.get(LOG, "")),
    )


def reader_token(given: str) -> str:
    """A pairing token without the white space around it; raises BadSettingError. Empty stays empty."""
    token = given.strip()
    if token and not (SHORTEST_TOKEN <= len(token) <= LONGEST_TOKEN and token.isascii() and token.isprintable()):
        raise BadSettingError(
            f"A reader token has {SHORTEST_TOKEN} to {LONGEST_TOKEN} letters, digits or signs of ASCII; make one with: "
            "openssl rand -hex 24"
        )
    if " " in token:
        raise BadSettingError("A reader token is one word: it holds no spaces.")
    return token


def trusted_proxy(given: str) -> str:
    """A proxy's address as connections from it have it, "*" or ""; raises BadSettingError."""
    named = given.strip()
    if named in ("", ANY_PROXY):
        return named
    try:
        return str(ipaddress.ip_address(named))
    except ValueError as error:
        raise BadSettingError(
            f"{TRUSTED_PROXY} is one IP address, or {ANY_PROXY} where nobody but proxies can reach the server."
        ) from error


def log_style(given: str) -> str:
    """How to log, text when nothing is said; raises BadSettingError."""
    style = given.strip().lower() or "text"
    if style not in LOGS:
        raise BadSettingError(f"{LOG} is {' or '.join(LOGS)}.")
    return style


def default_database_url() -> str:
    """SQLite in the user's data folder."""
    from platformdirs import user_data_path

    return f"sqlite:///{user_data_path('secondsource', appauthor=False) / 'facts.sqlite3'}"


def seeds_folder() -> Path | None:
    """The stories that come with the program; None when somebody took them out."""
    seeds = HOME / "seeds"
    return seeds if seeds.is_dir() else None
