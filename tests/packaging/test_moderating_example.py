"""The README's example for moderators, carried out as it stands against a real server."""

from __future__ import annotations

import json
import re
import shlex
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.serving import ROOT, SEEDS, Seed, Server, fetch, with_a_conflict

README = (ROOT / "README.md").read_text(encoding="utf-8")
SEED = with_a_conflict()


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    """A server of its own: this test decides things."""
    server = Server(tmp_path)
    server.command("ingest", str(SEEDS))
    server.start()
    yield server
    assert server.stop() == 0


def curl(server: Server, line: str, token: str, target: str = "") -> tuple[int, str]:
    """Status and body of what a curl command of the README asks for."""
    words = shlex.split(line.replace("ID", target).replace("$TOKEN", token).replace("\\\n", " "))[1:]
    headers, data, address = {}, None, ""
    arguments = iter(words)
    for word in arguments:
        if word == "-H":
            name, value = next(arguments).split(": ", 1)
            headers[name] = value
        elif word == "-d":
            data = next(arguments).encode()
        else:
            address = word.replace("http://127.0.0.1:8765", server.address)
    status, _, body = fetch(urllib.request.Request(address, data, headers))
    return status, body


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

    status, body = curl(server, listing, token)
    assert status == 200
    found = json.loads(body)["items"]
    ids = [conflict["id"] for conflict in found if words in (conflict["a"]["exact"], conflict["b"]["exact"])]
    assert ids
    for target in ids:
        assert curl(server, deciding, token, target)[0] == 201

    assert words not in conflicting_words(server, SEED)
    server.command("rebuild")
    assert words not in conflicting_words(server, SEED)


def test_without_the_token_the_example_is_refused(server: Server) -> None:
    for line in re.findall(r"^curl (?:.*\\\n)*.*$", README, re.MULTILINE):
        assert curl(server, line, "made-up", "x")[0] == 401
