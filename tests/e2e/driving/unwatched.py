"""A Chromium whose reading tabs nobody watches: in those that Playwright watches it makes no page ready beforehand.

Only the browser itself and a page of the extension are spoken to, over the pipe of `--remote-debugging-pipe`.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.e2e.site import HOST as SITE
from tests.serving import ROOT
from tests.waiting import SECONDS, until

# Chromium takes commands from file descriptor 3 and answers on 4. A program that puts the pipes' ends there and becomes
# Chromium, for between fork and exec no Python may run in a process with threads.
BECOME = """
import fcntl, os, sys
theirs, answers = (fcntl.fcntl(int(end), fcntl.F_DUPFD, 10) for end in sys.argv[1:3])
os.dup2(theirs, 3)
os.dup2(answers, 4)
os.execv(sys.argv[3], sys.argv[3:])
"""


class Unwatched:
    """The system's Chromium with the extension, and a page of the extension to ask the browser."""

    def __init__(self, profile: Path) -> None:
        found = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
        assert found, "Chromium is not installed: see `make test`"
        theirs, self._out = os.pipe()
        self._in, answers = os.pipe()
        self._heard = b""
        self._sent = 0
        self._process = subprocess.Popen(
            [sys.executable, "-c", BECOME, str(theirs), str(answers), found, "--headless", "--no-sandbox",
             "--remote-debugging-pipe", "--enable-unsafe-extension-debugging", f"--user-data-dir={profile}",
             f"--host-resolver-rules=MAP {SITE} 127.0.0.1", "about:blank"],
            pass_fds=(theirs, answers), stderr=subprocess.DEVNULL,
        )  # fmt: skip
        os.close(theirs)
        os.close(answers)
        try:
            self._id = self._send("Extensions.loadUnpacked", path=str(ROOT))["id"]
            self._asking = until(self._options, "a page of the extension to open")
        except BaseException:
            self.close()
            raise

    def in_extension(self, script: str) -> Any:
        """What a script's body returns in a page of the extension, where `chrome` is the browser."""
        expression = f"(async () => {{ {script} }})()"
        answer = self._send(
            "Runtime.evaluate", self._asking, expression=expression, awaitPromise=True, returnByValue=True
        )
        assert "exceptionDetails" not in answer, answer
        return answer["result"].get("value")

    def close(self) -> None:
        """End the browser."""
        self._process.terminate()
        self._process.wait(timeout=SECONDS)
        os.close(self._out)
        os.close(self._in)

    def _options(self) -> str | None:
        """A session with the options page; None where the extension is not yet there to show it."""
        url = f"chrome-extension://{self._id}/extension/options/options.html"
        target = self._send("Target.createTarget", url=url)["targetId"]
        session: str = self._send("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        there = self._send("Runtime.evaluate", session, expression="!!globalThis.chrome?.storage")
        return session if there["result"].get("value") else None

    def _send(self, method: str, session: str | None = None, **parameters: Any) -> Any:
        self._sent += 1
        message = {"id": self._sent, "method": method, "params": parameters}
        os.write(self._out, json.dumps(message | ({"sessionId": session} if session else {})).encode() + b"\0")
        while (answer := self._next()).get("id") != self._sent:
            pass
        assert "error" not in answer, answer
        return answer["result"]

    def _next(self) -> dict[str, Any]:
        while b"\0" not in self._heard:
            heard = os.read(self._in, 1 << 20)
            assert heard, "the browser ended"
            self._heard += heard
        first, self._heard = self._heard.split(b"\0", 1)
        message: dict[str, Any] = json.loads(first)
        return message
