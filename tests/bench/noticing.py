"""How soon a reader sees that the server hangs, and a moderator what a key did. By the clock: a busy machine counts."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from tests.e2e.desk import Desk, desk_server
from tests.e2e.driving import Reader
from tests.e2e.gate import Gate
from tests.e2e.site import Site, page
from tests.e2e.texts import INN
from tests.serving import Server
from tests.waiting import until

ASK_HEALTH = """
const began = performance.now();
const { state } = await chrome.runtime.sendMessage({ type: "health", address: args[0], token: "" });
return [state, performance.now() - began];
"""
# Told, not looked for: in a tab that is not shown Firefox slows what is set by a timer to once a second.
DOWN_AT = """
return new Promise((done) => {
  const look = async () => {
    const kept = Object.values(await chrome.storage.session.get());
    if (kept.some(({ url, state }) => url == args[0] && state == "down")) done(Date.now());
  };
  chrome.storage.session.onChanged.addListener(look);
  look();
});
"""
# From each key to the next frame that shows what it did.
TIMED = """
window.took = [];
document.addEventListener("keydown", ({ timeStamp }) => {
  const soon = new MessageChannel();
  soon.port1.onmessage = () => took.push(performance.now() - timeStamp);
  requestAnimationFrame(() => soon.port2.postMessage(0));
}, true);
"""
TOOK = "return took"
KEYS = "jkcurjkljkcu"

_pages = count()


@dataclass
class Noticing:
    """One browser, and a server that can be made to hang."""

    reader: Reader
    server: Server
    site: Site

    def a_stranger(self) -> float:
        """Milliseconds until a server that was never asked and hangs counts as down."""
        gate = Gate(self.server)
        with gate.holding("health"):
            state, took = self.reader.in_extension(ASK_HEALTH, gate.address)
        gate.close()
        assert state == "down", state
        return float(took)

    def a_friend(self) -> float:
        """Milliseconds from a page's question to a trusted server that hangs until the reader is told so."""
        gate = Gate(self.server)
        self.reader.use_server(gate.address)
        self.reader.open(self.site.add(f"/before-{next(_pages)}", page(INN)))
        address = self.site.add(f"/hanging-{next(_pages)}", page(INN))
        trusted = len(gate.passed)
        with gate.holding("annotations", "health"):
            self.reader.go(address)
            noticed = self.reader.in_extension(DOWN_AT, address)
        asked = gate.passed[trusted].at * 1000
        self.reader.use_server(self.server.address)
        gate.close()
        return float(noticed - asked)

    def keys(self) -> list[float]:
        """Milliseconds from each key that a moderator presses on the queue until it is seen."""
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
            server, token = desk_server(Path(folder))
            server.start()
            try:
                Desk(server, self.reader, token).sign_in()
                self.reader.run(TIMED)
                for key in KEYS:
                    self.reader.press(key)
                took: list[float] = until(lambda: len(t := self.reader.run(TOOK)) == len(KEYS) and t, "every key")
                self.reader.go("about:blank")
            finally:
                server.end()
        return took
