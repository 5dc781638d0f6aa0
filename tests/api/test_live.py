"""The whole way over real HTTP: waitress, a real base, the seed stories."""

from __future__ import annotations

import http.client
import json
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from urllib.parse import urlsplit

import pytest
from tests.conftest import seed_articles


def post(live: str, **page: str) -> Any:
    headers = {"Content-Type": "application/json"}
    request = urllib.request.Request(f"{live}/api/v1/annotations", json.dumps(page).encode(), headers)
    with urllib.request.urlopen(request, timeout=60) as response:
        return json.load(response)


def raw(live: str, request: bytes) -> bytes:
    """The first line of the answer to some bytes."""
    address = urlsplit(live)
    connection = http.client.HTTPConnection(address.hostname or "", address.port, timeout=20)
    connection.connect()
    connection.sock.sendall(request)
    answer = connection.sock.recv(100)
    connection.close()
    return answer.partition(b"\r\n")[0]


@pytest.mark.parametrize("article", seed_articles(), ids=lambda article: str(article["outlet"]))
def test_each_seed_article_gets_notes_that_point_where_they_say(live: str, article: dict[str, str]) -> None:
    answer = post(live, url=article["url"], text=article["text"])
    texts = {other["url"]: other["text"] for other in seed_articles()}
    assert answer["story"]["matched_by"] == "url"
    assert answer["annotations"]
    for note in answer["annotations"]:
        position, quote = note["target"]["selector"]
        assert article["text"][position["start"] : position["end"]] == quote["exact"]
        for item in note["evidence"]:
            assert item["article"]["url"] != article["url"]
            assert texts[item["article"]["url"]][item["start"] : item["end"]] == item["exact"]


def test_many_readers_at_once_get_the_same_answer(live: str) -> None:
    article = seed_articles()[0]
    with ThreadPoolExecutor(8) as readers:
        answers = list(readers.map(lambda _: post(live, url=article["url"], text=article["text"]), range(24)))
    assert all(answer == answers[0] for answer in answers)


def test_the_server_does_not_say_what_it_runs_on(live: str) -> None:
    with urllib.request.urlopen(f"{live}/api/v1/health", timeout=20) as response:
        assert response.headers["Server"] is None


@pytest.mark.parametrize(
    ("request_", "status"),
    [
        (b"GET /api/v1/health HTTP/1.1\r\nHost: evil.example\r\n\r\n", b"421"),
        (b"GET /api/v1/health HTTP/1.0\r\n\r\n", b"421"),
        (b"GET http://evil.example/api/v1/health HTTP/1.1\r\nHost: evil.example\r\n\r\n", b"421"),
        (b"GET /%ff%fe%00 HTTP/1.1\r\nHost: localhost\r\n\r\n", b"404"),
        (b"GET /api/v1/facts/%ed%a0%80 HTTP/1.1\r\nHost: localhost\r\n\r\n", b"404"),
        (b"nonsense\r\n\r\n", b"400"),
        (b"POST /api/v1/annotations HTTP/1.1\r\nHost: localhost\r\nContent-Length: x\r\n\r\n", b"400"),
        (b"POST /api/v1/annotations HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n\r\n", b"415"),
    ],
)
def test_strange_requests_get_plain_refusals(live: str, request_: bytes, status: bytes) -> None:
    assert raw(live, request_).split(b" ")[1] == status


def test_a_body_in_pieces_is_limited_too(live: str) -> None:
    address = urlsplit(live)
    connection = http.client.HTTPConnection(address.hostname or "", address.port, timeout=20)
    pieces = (b"a" * 100_000 for _ in range(15))
    connection.request("POST", "/api/v1/annotations", pieces, {"Content-Type": "application/json"}, encode_chunked=True)
    response = connection.getresponse()
    assert (response.status, response.getheader("Content-Type")) == (413, "application/problem+json")
    connection.close()
