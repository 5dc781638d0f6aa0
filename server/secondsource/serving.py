"""The server: waitress, started on a free port or not at all, stopped cleanly by Ctrl-C or SIGTERM."""

from __future__ import annotations

import logging
import shlex
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from threading import Event, Thread
from types import FrameType
from typing import TYPE_CHECKING

from sqlalchemy.exc import DBAPIError

from secondsource.config import HOME, Settings
from secondsource.factbase.current import EXTENSION
from secondsource.garbage import keep_all
from secondsource.observing.logs import log_as_json

if TYPE_CHECKING:
    from flask import Flask
    from sqlalchemy import Engine
    from waitress.server import BaseWSGIServer, MultiSocketServer

SPARE_THREADS = 16  # beside those of new pages that wait in line: for known answers, and for all else
SWITCH_SECONDS = 0.001  # after which a page that is worked out lets others go on: a known answer takes a few such turns
IDLE_SECONDS = 30  # a connection that says nothing for so long makes room for others
BUFFERED_BODY_BYTES = 16_000_000  # larger bodies are cut off before Flask sees them
PROXY_HEADERS = frozenset({"x-forwarded-proto"})  # never the name, which some pass on as strangers give it


class CannotListenError(Exception):
    """The address cannot be listened on, with a sentence that a person can act on."""


def serve_until_stopped(settings: Settings, host: str, port: int, say: Callable[[str], None]) -> None:
    """Serve until Ctrl-C or SIGTERM; raises CannotListenError."""
    from secondsource.api.annotations import counting
    from secondsource.app import create_app

    log_as(settings.log)
    for wanted in (signal.SIGINT, signal.SIGTERM):
        signal.signal(wanted, _stop)
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)  # readers who wait a moment are no news
    sys.setswitchinterval(SWITCH_SECONDS)
    app = create_app(replace(settings, hosts=settings.hosts | {host.lower()}))
    server = listening(app, host, port, settings.trusted_proxy)
    say(next_steps(host, port))
    engine = app.extensions[EXTENSION]
    Thread(target=_warm_up, args=(engine,), daemon=True).start()
    if engine.dialect.name == "sqlite":  # PostgreSQL has workers for it
        # Killed with the process: what it was at in the base never was, and the job goes on at the next start.
        Thread(target=_work, args=(engine,), daemon=True).start()
    server.run()
    counting(app).hand_over()
    say("Stopped.")


def listening(app: Flask, host: str, port: int, trusted_proxy: str) -> MultiSocketServer | BaseWSGIServer:
    """A server that listens, and answers once it is run; raises CannotListenError.

    By which scheme readers came is believed of the trusted proxy alone, and what else proxies say of nobody.
    """
    from waitress import create_server

    from secondsource.annotating.line import IN_LINE

    behind = {"trusted_proxy": trusted_proxy, "trusted_proxy_headers": PROXY_HEADERS} if trusted_proxy else {}
    try:
        return create_server(
            app,
            host=host,
            port=port,
            threads=IN_LINE + SPARE_THREADS,
            ident=None,  # the server's name and version are nobody's business
            channel_timeout=IDLE_SECONDS,
            max_request_body_size=BUFFERED_BODY_BYTES,
            clear_untrusted_proxy_headers=True,
            **behind,
        )
    except ValueError as error:  # waitress's word for a name that nobody knows
        raise CannotListenError(f"Cannot listen on {host}: it is no address or name of this machine.") from error
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise CannotListenError(
            f"Cannot listen on {host}, port {port}: {reason}. Running already? Else choose another --port."
        ) from error


def work_until_stopped(settings: Settings, engine: Engine, say: Callable[[str], None]) -> None:
    """Do the jobs of a PostgreSQL base until Ctrl-C or SIGTERM, and the one at hand to its end."""
    log_as(settings.log)
    say("Waiting for jobs (Ctrl-C stops it).")
    _work(engine)
    say("Stopped.")


def log_as(style: str) -> None:
    """Set up this process's log."""
    if style == "json":
        log_as_json()


def next_steps(host: str, port: int) -> str:
    """What a person can do now that the server runs."""
    return (
        f"Second Source is at http://{host}:{port}/ (Ctrl-C stops it). Next:\n"
        f"  read a story with its notes   open http://{host}:{port}/\n"
        f"  read on the real pages        load the extension from {HOME}\n"
        "                                Chrome: chrome://extensions, Developer mode, Load unpacked\n"
        "                                Firefox: about:debugging, This Firefox, Load Temporary Add-on\n"
        f"  moderate                      {_command()} moderator add NAME\n"
        f"                                and sign in at http://{host}:{port}/admin\n"
        f"  program against it            open http://{host}:{port}/docs"
    )


def _command() -> str:
    """How this program was called, so that what is printed can be typed: `.venv/bin/secondsource`, `secondsource`."""
    called = Path(sys.argv[0])
    beside = called.is_absolute() and called.is_relative_to(Path.cwd())
    return shlex.quote(str(called.relative_to(Path.cwd()) if beside else called))


def _work(engine: Engine) -> None:
    """Do the jobs of a base as long as this process runs."""
    from secondsource.jobs import work

    work(engine, Event())


def _warm_up(engine: Engine) -> None:
    """Load the word lists and the index of passages now, so that the first reader does not wait for them."""
    from secondsource.factbase.terms import names
    from secondsource.lookup import catch_up
    from secondsource.reconciling import read_claims

    sample = "The mayor, Ada Example, 41, said on Monday: “We counted twelve boats.”"
    names(sample)
    read_claims(sample)
    with suppress(OSError, DBAPIError):  # a full disk, a base that is locked: the readers' requests tell
        catch_up(engine)
    keep_all()  # which readers would wait for to be looked through


def _stop(_number: int, _frame: FrameType | None) -> None:
    raise SystemExit(0)
