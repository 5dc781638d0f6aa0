"""A server with small stories for the moderators' desk, and a browser that signs in to it."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.e2e.driving import Reader
from tests.serving import Server

STORIES = Path(__file__).parent / "stories"


def desk_server(folder: Path) -> tuple[Server, str]:
    """A server, not started, with two small stories, and its administrator's token."""
    server = Server(folder)
    server.command("ingest", str(STORIES / "quarry"), str(STORIES / "harlow"))
    return server, server.command("moderator", "add", "Ann").split()[0]


@contextmanager
def at_the_desk(reader: Reader, other: Server, folder: Path, token: str) -> Iterator[Desk]:
    """A desk on a copy of another server's base, signed in to; `token` "" for an administrator to be added."""
    server = Server(folder)
    server.take_over(other)
    token = token or server.command("moderator", "add", "Ann").split()[0]
    server.start()
    desk = Desk(server, reader, token)
    try:
        desk.sign_in()
        yield desk
        reader.go("about:blank")
    finally:
        server.end()


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

    def ask(self, path: str) -> Any:
        """What the admin API says."""
        status, _, body = self.server.get("/api/v1/admin" + path, self._signed())
        assert status == 200, body
        return json.loads(body)

    def decide(self, target: str, action: str, noun: str = "relation", beside: str = "", **more: Any) -> None:
        """What somebody else decides meanwhile; `beside` is the path of what it changes too."""
        tag = ", ".join(self.ask(path)["etag"] for path in (f"/{noun}s/{target}", beside) if path)
        sent = {"action": action, "target": target, **more}
        assert self.server.post("/api/v1/admin/decisions", sent, self._signed() | {"If-Match": tag})[0] == 201

    def status(self, relation: str) -> str:
        """What a relation is now."""
        return str(self.ask(f"/relations/{relation}")["status"])

    def pages(self) -> dict[str, str]:
        """The address of one page of each sort."""
        articles = json.loads(self.server.get("/api/v1/articles")[2])["items"]
        article, story = next((one["id"], one["story"]) for one in articles if one["outlet"] == "Upland Courier")
        relation = self.ask(f"/conflicts?status=all&story={story}")["items"][0]
        pages = {name: f"/admin/{name}" for name in ("stories", "reports", "audit", "moderators", "settings")}
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

    def sign_in(self) -> None:
        """Paste the token and press Enter: the field has the focus."""
        self.go("/admin/sign-in")
        self.reader.run("document.activeElement.value = args[0]", self.token)
        self.reader.loading(lambda: self.reader.press("Enter"))
        self.reader.errors()

    def _signed(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.token}"}
