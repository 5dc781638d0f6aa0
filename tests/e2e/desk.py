"""A server with small stories for the moderators' desk, and a browser that signs in to it."""

from __future__ import annotations

import json
import shutil
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from http.client import TOO_MANY_REQUESTS
from pathlib import Path
from typing import Any
from urllib.parse import quote

from tests.e2e.driving import Reader
from tests.forking import Forked
from tests.serving import Server
from tests.waiting import until

QUARRY = "Upland Courier"  # of whose articles one small story has one
STORIES = Path(__file__).parent / "stories"

TEXT = "return document.querySelector('main').innerText"
NAME = "return document.querySelector('.me')?.textContent"  # of who is signed in
FILL = """
const [word, fields] = args;
const form = [...document.querySelectorAll("form.send")].find(({ dataset, elements }) =>
  elements.action?.value == word || dataset.path.endsWith(word));
for (let fold = form.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
for (const [name, value] of Object.entries(fields)) {
  const field = form.querySelector(`[name="${name}"]${name.endsWith("[]") ? `[value="${value}"]` : ""}`);
  if (field.type == "checkbox") field.click();
  else field.value = value;
}
form.requestSubmit();
"""


def desk_server(folder: Path) -> tuple[Server, str]:
    """A server, not started, with two small stories, and its administrator's token."""
    server = Server(folder, Forked)
    server.command("ingest", str(STORIES / "quarry"), str(STORIES / "harlow"))
    return server, server.command("moderator", "add", "Ann").split()[0]


def edit_silently(server: Server, folder: Path) -> None:
    """Ingest the first story anew, of which one article says something else now."""
    copy = shutil.copytree(STORIES / "quarry", folder)
    text = (copy / "courier.txt").read_text(encoding="utf-8")
    (copy / "courier.txt").write_text(text.replace("15 people", "14 people"), encoding="utf-8")
    server.command("ingest", str(copy))


@dataclass
class Desk:
    """A server that runs, and a browser signed in as its administrator."""

    server: Server
    reader: Reader
    token: str
    kept: Path | None = None
    """A copy of the server's folder, in which nothing is decided."""

    def keep(self, folder: Path) -> None:
        """Copy all that the server holds into a folder that is not there yet; the server is stopped for it."""
        assert self.server.stop() == 0
        self.kept = Path(shutil.copytree(self.server.base.parent, folder))

    def begin(self) -> None:
        """Start the server with what was kept, whatever a test did to the other base, and open the queue."""
        assert self.kept
        self.server.end()
        shutil.rmtree(self.server.base.parent)
        shutil.copytree(self.kept, self.server.base.parent)
        self.server.start()
        self.go("/admin")
        name = self.reader.run(NAME)
        if name != self.ask("/me")["name"]:
            if name:
                self.sign_out()
            self.sign_in()

    def decided(self) -> list[dict[str, Any]]:
        """What was decided, the newest first; not what was done to people."""
        found: list[dict[str, Any]] = self.ask("/decisions?limit=200")["items"]
        return found

    def undo(self, decision: str) -> None:
        """Take a decision back, as somebody else does."""
        tag = self.ask(f"/decisions/{decision}")["etag"]
        self._post(f"/decisions/{decision}/undo", {}, tag)

    def story(self, outlet: str) -> str:
        """The id of the story that an outlet has an article of."""
        stories = self.ask("/stories?limit=200")["items"]
        return next(str(one["id"]) for one in stories if outlet in {a["outlet"] for a in one["articles"]})

    def conflict(self, outlet: str = QUARRY) -> dict[str, Any]:
        """The first conflict that waits in the story of an outlet."""
        items = self.ask(f"/queue?why=conflict&story={self.story(outlet)}")["items"]
        relation: dict[str, Any] = items[0]["relation"]
        return relation

    def ask(self, path: str) -> Any:
        """What the admin API says."""
        status, body = _in_time(lambda: self.server.get("/api/v1/admin" + path, self._signed()))
        assert status == 200, body
        return json.loads(body)

    def decide(self, target: str, action: str, noun: str = "relation", beside: str = "", **more: Any) -> None:
        """What somebody else decides meanwhile; `beside` is the path of what it changes too."""
        tag = ", ".join(self.ask(path)["etag"] for path in (f"/{noun}s/{target}", beside) if path)
        self._post("/decisions", {"action": action, "target": target, **more}, tag)

    def status(self, relation: str) -> str:
        """What a relation is now."""
        return str(self.ask(f"/relations/{relation}")["status"])

    def pages(self) -> dict[str, str]:
        """The address of one page of each sort."""
        (found,) = self.ask(f"/articles?outlet={quote(QUARRY)}")["items"]
        article, story = found["id"], found["story"]
        relation = self.ask(f"/conflicts?status=all&story={story}")["items"][0]
        named = ("stories", "add", "reports", "audit", "moderators", "settings")
        pages = {name: f"/admin/{name}" for name in named}
        return {
            "queue": "/admin",
            "fact": f"/admin/facts/{relation['fact']['id']}",
            "story": f"/admin/stories/{story}",
            "article": f"/admin/articles/{article}",
            "readers": f"/admin/articles/{article}/readers",
            **pages,
        }

    def go(self, path: str) -> None:
        """Open a page of the desk."""
        self.reader.go(self.server.address + path)
        self.reader.errors()

    def sign_in(self, token: str = "") -> None:
        """Paste the token, its own unless another is given, and press Enter: the field has the focus."""
        self.go("/admin/sign-in")
        self.reader.run("document.activeElement.value = args[0]", token or self.token)
        self.reader.loading(lambda: self.reader.press("Enter"))
        self.reader.errors()

    def sign_out(self) -> None:
        """As one's own page offers it."""
        self.go("/admin/settings")
        self.reader.loading(lambda: self.reader.run("document.querySelector('form[action$=sign-out] button').click()"))

    def shows(self, words: str, script: str = TEXT) -> None:
        """Wait until the page, or what a script gives, says something."""
        until(lambda: words in (self.reader.run(script) or ""), f"the page to say {words!r}")

    def fill(self, form: str, fields: Mapping[str, str]) -> None:
        """Fill in a form that the API takes, and send it; it is the one with the action or address that ends so."""
        self.reader.run(FILL, form, fields)

    def _post(self, path: str, sent: Mapping[str, Any], tag: str) -> None:
        headers = self._signed() | {"If-Match": tag}
        status, body = _in_time(lambda: self.server.post("/api/v1/admin" + path, sent, headers))
        assert status == 201, body

    def _signed(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.token}"}


def _in_time(request: Callable[[], tuple[int, Mapping[str, str], str]]) -> tuple[int, str]:
    """Status and body of an answer; a token that asks too often waits as long as the server says."""
    status, headers, body = request()
    while status == TOO_MANY_REQUESTS:
        time.sleep(int(headers["Retry-After"]))
        status, headers, body = request()
    return status, body
