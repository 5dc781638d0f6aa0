"""The whole way over real HTTP: waitress, a real base, the seed stories."""

from __future__ import annotations

import http.client
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import urlsplit

import pytest
from tests.serving import Seed, Server, seeds
from tests.waiting import SECONDS


def raw(server: Server, request: bytes) -> bytes:
    """The first line of the answer to some bytes."""
    address = urlsplit(server.address)
    connection = http.client.HTTPConnection(address.hostname or "", address.port, timeout=SECONDS)
    connection.connect()
    connection.sock.sendall(request)
    answer = connection.sock.recv(100)
    connection.close()
    return answer.partition(b"\r\n")[0]


@pytest.mark.parametrize("seed", seeds(), ids=lambda seed: str(seed.outlet))
def test_each_seed_article_gets_notes_that_point_where_they_say(server: Server, seed: Seed) -> None:
    answer = server.annotate(seed.text, seed.url)
    texts = {other.url: other.text for other in seeds()}
    assert answer["story"]["matched_by"] == "url"
    assert answer["annotations"]
    for note in answer["annotations"]:
        position, quote = note["target"]["selector"]
        assert seed.text[position["start"] : position["end"]] == quote["exact"]
        for item in note["evidence"]:
            assert item["article"]["url"] != seed.url
            assert texts[item["article"]["url"]][item["start"] : item["end"]] == item["exact"]


def test_many_readers_at_once_get_the_same_answer(server: Server) -> None:
    seed = seeds()[0]
    with ThreadPoolExecutor(8) as readers:
        answers = list(readers.map(lambda _: server.annotate(seed.text, seed.url), range(24)))
    assert all(answer == answers[0] for answer in answers)


def test_the_server_does_not_say_what_it_runs_on(server: Server) -> None:
    _, headers, _ = server.get("/api/v1/health")
    assert "server" not in {name.lower() for name in headers}


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
def test_strange_requests_get_plain_refusals(server: Server, request_: bytes, status: bytes) -> None:
    assert raw(server, request_).split(b" ")[1] == status


def test_a_body_in_pieces_is_limited_too(server: Server) -> None:
    address = urlsplit(server.address)
    connection = http.client.HTTPConnection(address.hostname or "", address.port, timeout=SECONDS)
    pieces = (b"a" * 100_000 for _ in range(15))
    connection.request("POST", "/api/v1/annotations", pieces, {"Content-Type": "application/json"}, encode_chunked=True)
    response = connection.getresponse()
    assert (response.status, response.getheader("Content-Type")) == (413, "application/problem+json")
    connection.close()
