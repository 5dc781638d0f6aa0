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
from threading import Thread
from types import FrameType

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError

from secondsource.config import HOME, Settings

THREADS = 4
IDLE_SECONDS = 30  # a connection that says nothing for so long makes room for others
BUFFERED_BODY_BYTES = 16_000_000  # larger bodies are cut off before Flask sees them


class CannotListenError(Exception):
    """The address cannot be listened on, with a sentence that a person can act on."""


def serve_until_stopped(settings: Settings, host: str, port: int, say: Callable[[str], None]) -> None:
    """Serve until Ctrl-C or SIGTERM; raises CannotListenError."""
    from waitress import create_server

    from secondsource.app import create_app
    from secondsource.factbase.current import EXTENSION

    for wanted in (signal.SIGINT, signal.SIGTERM):
        signal.signal(wanted, _stop)
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)  # readers who wait a moment are no news
    app = create_app(replace(settings, hosts=settings.hosts | {host.lower()}))
    try:
        server = create_server(
            app,
            host=host,
            port=port,
            threads=THREADS,
            ident=None,  # the server's name and version are nobody's business
            channel_timeout=IDLE_SECONDS,
            max_request_body_size=BUFFERED_BODY_BYTES,
        )
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise CannotListenError(
            f"Cannot listen on {host}, port {port}: {reason}. Running already? Else choose another --port."
        ) from error
    say(next_steps(host, port))
    Thread(target=_warm_up, args=(app.extensions[EXTENSION],), daemon=True).start()
    server.run()
    say("Stopped.")


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


def _stop(_number: int, _frame: FrameType | None) -> None:
    raise SystemExit(0)
