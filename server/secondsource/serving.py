"""The server: waitress, started on a free port or not at all, stopped cleanly by Ctrl-C or SIGTERM."""

from __future__ import annotations

import signal
from collections.abc import Callable
from threading import Thread
from types import FrameType

from secondsource.config import Settings

THREADS = 4
BUFFERED_BODY_BYTES = 16_000_000  # larger bodies waitress refuses before Flask sees them


def serve(settings: Settings, host: str, port: int, say: Callable[[str], None]) -> None:
    """Serve until stopped; raises OSError when the port is taken."""
    from waitress import create_server

    from secondsource.app import create_app

    server = create_server(
        create_app(settings),
        host=host,
        port=port,
        threads=THREADS,
        ident=None,
        max_request_body_size=BUFFERED_BODY_BYTES,
    )
    signal.signal(signal.SIGTERM, _stop)
    say(f"Second Source is at http://{host}:{port}/")
    server.run()


def _stop(_number: int, _frame: FrameType | None) -> None:
    raise SystemExit(0)
