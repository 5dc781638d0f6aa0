"""How soon a reader sees that the server hangs, and a moderator what a key did. By the clock: a busy machine counts."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from tests.bench.corpus import ARTICLES, SENTENCES, Corpus
from tests.conftest import Folders
from tests.e2e.desk import Desk
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
KEYS = 3 * "jkcurjkljkcu"  # of a queue that is short
JUDGEMENTS = 12 * "crl"  # of a long one
LEFT = "return Number(document.getElementById('progress').dataset.left)"
LEAST = 8  # items of which none is left over when the keys are pressed

_pages = count()


def _stories(folders: Folders, number: int) -> Iterator[Path]:
    """So many story folders of two articles each, which give somebody two ages."""
    lines = (text.split("\n") for _, text in Corpus(number * ARTICLES * SENTENCES).articles())
    for story, told in zip(range(number), lines, strict=False):
        first, last, town, *_ = told[0].title().split()
        texts = {
            outlet: "\n\n".join([f"{first} {last}, {age}, was held in {town} on Monday.", *told[at : at + 6]])
            for outlet, age, at in (("Herald", 41, 1), ("Post", 43, 7))
        }
        yield folders.story(f"Story {story}", {f"{outlet} {story}": text for outlet, text in texts.items()})


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

    def keys(self, more: int = 0) -> list[float]:
        """Milliseconds from each key that a moderator presses on the queue until it is seen, with no pause between:
        of the server's stories KEYS, with so many more and a conflict in each JUDGEMENTS.
        """
        keys = JUDGEMENTS if more else KEYS
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
            server = Server(Path(folder) / "server")
            server.take_over(self.server)
            if more:
                server.command("ingest", *map(str, _stories(Folders(Path(folder)), more)))
            token = server.command("moderator", "add", "Ann").split()[0]
            server.start()
            try:
                Desk(server, self.reader, token).sign_in()
                assert self.reader.run(LEFT) >= max(more, LEAST)
                self.reader.run(TIMED)
                for key in keys:
                    self.reader.press(key)
                took: list[float] = until(lambda: len(t := self.reader.run(TOOK)) == len(keys) and t, "every key")
                self.reader.go("about:blank")
            finally:
                server.end()
        return took
