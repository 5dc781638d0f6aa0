"""The README's example for moderators, carried out as it stands against a real server."""

from __future__ import annotations

import json
import re
import shlex
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.forking import Forked
from tests.serving import ROOT, SEEDS, Seed, Server, fetch, with_a_conflict

README = (ROOT / "README.md").read_text(encoding="utf-8")
SEED = with_a_conflict()


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    """A server of its own: this test decides things."""
    server = Server(tmp_path, Forked)
    server.command("ingest", str(SEEDS))
    server.start()
    yield server
    assert server.stop() == 0


def curl(server: Server, line: str, **known: str) -> tuple[int, str]:
    """Status and body of what a curl command of the README asks for, where its names stand for what is known."""
    words = shlex.split(line.replace("\\\n", " "))[1:]
    headers, data, address = {}, None, ""
    arguments = iter(words)
    for word in arguments:
        if word == "-H":
            name, value = next(arguments).split(": ", 1)
            headers[name] = fill(value, known)
        elif word == "-d":
            data = fill(next(arguments), known).encode()
        else:
            address = word.replace("http://127.0.0.1:8765", server.address)
    status, _, body = fetch(urllib.request.Request(address, data, headers))
    return status, body


def fill(word: str, known: dict[str, str]) -> str:
    """A word of a command with $TOKEN, $ETAG and "ID" in it as they are."""
    for name, value in known.items():
        word = word.replace('"ID"', json.dumps(value)) if name == "ID" else word.replace(f"${name}", value)
    return word


def conflicting_words(server: Server, seed: Seed) -> dict[str, list[str]]:
    """Our words and what the other outlets have instead."""
    notes = server.annotate(seed.text, seed.url)["annotations"]
    return {
        next(found["exact"] for found in note["target"]["selector"] if "exact" in found): [
            evidence["exact"] for evidence in note["evidence"] if evidence["stance"] == "conflicts"
        ]
        for note in notes
        if note["stance"] == "conflicts"
    }


def test_rejecting_a_conflict_as_the_readme_says_takes_it_from_the_reader(server: Server) -> None:
    listing, deciding = re.findall(r"^curl (?:.*\\\n)*.*$", README, re.MULTILINE)
    words = "Leonardo, nine"
    assert "Leonardo, 8" in conflicting_words(server, SEED)[words]
    token = server.command("moderator", "add", "Robin").split()[-1]

    for item in queue(server, listing, token):
        relation = item["relation"]
        if words in (relation["a"]["exact"], relation["b"]["exact"]):
            assert curl(server, deciding, TOKEN=token, ID=item["id"], ETAG=item["etag"])[0] == 201

    assert words not in conflicting_words(server, SEED)
    server.command("rebuild")
    assert words not in conflicting_words(server, SEED)


def queue(server: Server, listing: str, token: str) -> Iterator[dict[str, Any]]:
    """The queue, an item a time as the README asks for it."""
    after: str | None = ""
    while after is not None:
        status, body = curl(
            server, listing.replace("limit=1", f"limit=1&after={after}" if after else "limit=1"), TOKEN=token
        )
        assert status == 200
        page = json.loads(body)
        yield from page["items"]
        after = page["next"]


def test_without_the_token_the_example_is_refused(server: Server) -> None:
    for line in re.findall(r"^curl (?:.*\\\n)*.*$", README, re.MULTILINE):
        assert curl(server, line, TOKEN="made-up", ID="x", ETAG="y")[0] == 401
