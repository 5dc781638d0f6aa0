from __future__ import annotations

import gzip
import ssl
import time
import zlib
from http.server import BaseHTTPRequestHandler
from ipaddress import ip_address
from pathlib import Path

import pytest
from tests.web import Reply, Web, a_web

from secondsource.ingesting.connecting import Guard, is_public
from secondsource.ingesting.decoding import MOST_LAYERS, MOST_MEMBERS, unpacked
from secondsource.ingesting.fetching import MAX_BYTES, Fetcher, OwnTurns, Validators, retry_after
from secondsource.ingesting.outcomes import Refusal

CERTIFICATE = Path(__file__).parents[2] / "herald.example.pem"  # a key and a certificate of that name, till 2126


def moved(to: str) -> Reply:
    return Reply(status=302, headers=(("Location", to),))


def test_a_page_comes_with_its_bytes_and_where_it_was(web: Web) -> None:
    web.pages = {"/a": moved("/b"), "/b": Reply(b"<p>Text")}
    page = web.fetcher().fetch(web.url("/a"))
    assert (page.url, page.body, page.content_type) == (web.url("/b"), b"<p>Text", "text/html; charset=utf-8")


def test_the_host_is_asked_by_its_name_and_told_who_asks(web: Web) -> None:
    web.pages = {"/a?b=ü c": Reply(b"x"), "/a?b=%C3%BC%20c": Reply(b"y")}
    web.fetcher().fetch(web.url("/a?b=ü c", host="a.example"))
    asked = web.asked[-1]
    assert asked.host == f"a.example:{web.port}"
    assert asked.headers["User-Agent"].startswith("SecondSource/")


@pytest.mark.parametrize(
    "address",
    """127.0.0.1 127.8.8.8 10.0.0.1 172.16.0.1 192.168.1.1 169.254.169.254 100.64.0.1 100.100.100.200 0.0.0.0
    224.0.0.1 255.255.255.255 168.63.129.16 192.0.2.1 198.18.0.1 240.0.0.1 ::1 :: fe80::1 fc00::1 fd00:ec2::254 ff02::1
    192.0.0.192 192.0.0.8 192.88.99.1 fec0::1 feff::1 5f00::1 4000::1 64:ff9b:1::7f00:1 3fff::1 2001:2::1 2001:20::1
    ::ffff:100.100.100.200 ::ffff:192.0.0.192 2002:6464:64c8:: 2002:c000:c0:: 64:ff9b::c000:c0 64:ff9b::a83f:8110
    ::127.0.0.1 ::ffff:127.0.0.1 ::ffff:10.0.0.1 64:ff9b::7f00:1 64:ff9b::a9fe:a9fe 2002:7f00:1::
    2001:0:1:1:1:1:80ff:fffe 2001:db8::1""".split(),
)
def test_what_is_not_on_the_public_web_is_not(address: str) -> None:
    assert not is_public(ip_address(address), 80)


@pytest.mark.parametrize(
    "address",
    """93.184.215.14 1.1.1.1 2606:4700:4700::1111 2001:4860:4860::8888 2a00:1450:4001::1
    64:ff9b::101:101 ::ffff:1.1.1.1 192.0.1.1""".split(),
)
def test_what_is_on_the_public_web_is(address: str) -> None:
    assert is_public(ip_address(address), 443)


@pytest.mark.parametrize("port", [22, 25, 110, 143, 445])
def test_ports_of_other_services_are_refused(port: int) -> None:
    assert not is_public(ip_address("1.1.1.1"), port)


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "2130706433", "0x7f000001", "0177.0.0.1", "127.1", "[::1]", "[::ffff:7f00:1]"]
)
def test_this_machine_is_refused_however_it_is_written(web: Web, host: str) -> None:
    with pytest.raises(Refusal, match=r"not on the public web|is not known"):
        Fetcher(pause=0).fetch(f"http://{host}:{web.port}/")
    assert web.asked == []


def test_one_private_address_among_public_ones_is_enough_to_refuse(web: Web) -> None:
    guard = Guard(look_up=lambda _, __: ["1.1.1.1", "127.0.0.1"])
    with pytest.raises(Refusal, match=r"a\.example is at 127\.0\.0\.1"):
        Fetcher(guard, pause=0).fetch(web.url("/", host="a.example"))
    assert web.asked == []


def test_a_host_is_asked_at_the_first_of_its_addresses_that_can_be_connected_to(web: Web, port: int) -> None:
    guard = Guard(lambda _, __: ["127.0.0.9", "127.0.0.1"], lambda address, _: address.is_loopback)
    web.pages = {"/": Reply(b"x")}
    assert Fetcher(guard, pause=0).fetch(web.url("/")).body == b"x"
    assert len(web.asked) == 2, "for robots.txt and for the page"
    with pytest.raises(Refusal, match="cannot be connected to"):
        Fetcher(guard, pause=0).fetch(f"http://herald.example:{port}/")


def test_a_name_is_looked_up_once_a_request_so_that_it_cannot_change_in_between(web: Web) -> None:
    looked_up: list[str] = []

    def look_up(host: str, _: int) -> list[str]:
        looked_up.append(host)
        return ["127.0.0.1"]

    web.pages = {"/": Reply(b"x")}
    Fetcher(Guard(look_up, lambda address, _: address.is_loopback), pause=0).fetch(web.url("/", host="nowhere.invalid"))
    assert looked_up == ["nowhere.invalid"] * 2  # for robots.txt and for the page; no such name is known to the system
    assert [asked.host for asked in web.asked] == [f"nowhere.invalid:{web.port}"] * 2


def test_a_redirect_to_a_private_address_is_refused(web: Web) -> None:
    public = {"herald.example": "127.0.0.1", "inside.example": "10.0.0.1"}
    guard = Guard(lambda host, _: [public[host]], lambda address, _: address.is_loopback)
    web.pages = {"/": moved("http://inside.example/secret")}
    with pytest.raises(Refusal, match=r"inside\.example is at 10\.0\.0\.1"):
        Fetcher(guard, pause=0).fetch(web.url("/"))


@pytest.mark.parametrize(
    "to", ["file:///etc/passwd", "ftp://a.example/", "gopher://a.example/", "http://[", "http://a.example:99999/"]
)
def test_a_redirect_out_of_the_web_is_refused(web: Web, to: str) -> None:
    web.pages = {"/": moved(to)}
    with pytest.raises(Refusal, match="no http or https address"):
        web.fetcher().fetch(web.url("/"))


def test_redirects_in_a_circle_or_without_end_are_refused(web: Web) -> None:
    web.pages = {"/a": moved("/b"), "/b": moved("/a")}
    with pytest.raises(Refusal, match="in a circle"):
        web.fetcher().fetch(web.url("/a"))
    web.pages = {f"/{number}": moved(f"/{number + 1}") for number in range(9)}
    with pytest.raises(Refusal, match="more than 5 times"):
        web.fetcher().fetch(web.url("/0"))


def packed(body: bytes, encoding: str) -> Reply:
    return Reply(body, headers=(("Content-Encoding", encoding),))


def test_what_is_packed_is_unpacked(web: Web) -> None:
    web.pages = {"/": packed(gzip.compress(b"<p>Text"), "gzip")}
    assert web.fetcher().fetch(web.url("/")).body == b"<p>Text"


@pytest.mark.parametrize("encoding", ["gzip", "deflate", "gzip, gzip"])
def test_a_bomb_is_refused_when_it_has_unpacked_to_the_limit(web: Web, encoding: str) -> None:
    bomb = b"\0" * (3 * MAX_BYTES)
    for name in encoding.split(", "):
        bomb = gzip.compress(bomb, 1) if name == "gzip" else zlib.compress(bomb, 1)
    web.pages = {"/": packed(bomb, encoding)}
    with pytest.raises(Refusal, match="is larger than"):
        web.fetcher().fetch(web.url("/"))


RAW = zlib.compressobj(wbits=-zlib.MAX_WBITS)


@pytest.mark.parametrize(
    ("body", "encoding"),
    [
        (gzip.compress(b"<p>") + gzip.compress(b"Text") + b"\0\0", "x-gzip"),
        (zlib.compress(b"<p>Text"), "deflate"),
        (RAW.compress(b"<p>Text") + RAW.flush(), "Deflate"),
        (b"<p>Text", "identity"),
    ],
    ids=["two members", "zlib", "raw", "not packed"],
)
def test_whatever_way_it_is_packed_it_is_unpacked_whole(web: Web, body: bytes, encoding: str) -> None:
    web.pages = {"/": packed(body, encoding)}
    assert web.fetcher().fetch(web.url("/")).body == b"<p>Text"


@pytest.mark.parametrize(
    ("body", "encoding", "sentence"),
    [
        (b"no gzip at all", "gzip", "cannot be unpacked"),
        (b"<p>Text", "br", "cannot be unpacked"),
        (gzip.compress(b"<p>Text" * 99)[:-9], "gzip", "breaks off in the middle"),
        (zlib.compress(b"<p>Text" * 99)[:-5], "deflate", "breaks off in the middle"),
        (gzip.compress(b"", mtime=0) * (MOST_MEMBERS + 1), "gzip", "in more than 200 pieces"),
        (b"<p>Text", ", ".join(["identity"] * (MOST_LAYERS + 1)), "more than 5 times over"),
    ],
    ids=["no gzip", "unknown", "cut gzip", "cut zlib", "many members", "many layers"],
)
def test_what_cannot_be_unpacked_is_refused(web: Web, body: bytes, encoding: str, sentence: str) -> None:
    web.pages = {"/": packed(body, encoding)}
    with pytest.raises(Refusal, match=sentence):
        web.fetcher().fetch(web.url("/"))


def test_as_many_members_as_there_may_be_are_unpacked() -> None:
    assert unpacked(gzip.compress(b"Text") * MOST_MEMBERS, MAX_BYTES) == b"Text" * MOST_MEMBERS


def test_where_nothing_is_sent_nothing_is_unpacked(web: Web) -> None:
    web.pages = {
        "/": Reply(status=302, headers=(("Location", "/there"), ("Content-Encoding", "br"))),
        "/there": Reply(b"Text"),
    }
    assert web.fetcher().fetch(web.url("/")).body == b"Text"


def test_a_page_that_is_too_large_is_refused(web: Web) -> None:
    web.pages = {"/": Reply(b" " * (MAX_BYTES + 1))}
    with pytest.raises(Refusal, match="larger than 10,000,000 bytes"):
        web.fetcher().fetch(web.url("/"))


def trickle(handler: BaseHTTPRequestHandler, start: bytes) -> None:
    """One byte every 50 ms, for ever."""
    handler.wfile.write(start)
    try:
        while True:
            handler.wfile.write(b"a")
            time.sleep(0.05)
    except OSError:
        return


@pytest.mark.parametrize("start", [b"HTTP/1.1 200 OK\r\n\r\n", b"HTTP/1.1 200 OK\r\nX-Slow: "], ids=["body", "headers"])
def test_a_page_that_trickles_in_is_given_up_when_its_time_is_over(web: Web, start: bytes) -> None:
    web.pages = {"/": lambda handler: trickle(handler, start)}
    with pytest.raises(Refusal, match="takes longer than"):
        web.fetcher(seconds=0.4).fetch(web.url("/"))


def test_a_page_that_breaks_off_is_refused(web: Web) -> None:
    def half(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 90\r\n\r\nhalf")

    web.pages = {"/": half}
    with pytest.raises(Refusal, match="breaks off"):
        web.fetcher().fetch(web.url("/"))


def test_robots_txt_is_kept_to_and_read_once(web: Web) -> None:
    rules = b"User-agent: *\nDisallow: /private\nDisallow: /*.pdf$\nAllow: /private/but-this\n"
    web.pages = {"/robots.txt": Reply(rules), "/open": Reply(b"x"), "/private/but-this": Reply(b"x")}
    fetcher = web.fetcher()
    for path in ("/private/a", "/a.pdf"):
        with pytest.raises(Refusal, match=r"robots\.txt"):
            fetcher.fetch(web.url(path))
    for path in ("/open", "/private/but-this"):
        assert fetcher.fetch(web.url(path)).body == b"x"
    assert [asked.path for asked in web.asked] == ["/robots.txt", "/open", "/private/but-this"]


def test_a_redirect_to_where_robots_txt_forbids_is_refused(web: Web) -> None:
    web.pages = {"/robots.txt": Reply(b"User-agent: SecondSource\nDisallow: /b"), "/a": moved("/b"), "/b": Reply(b"x")}
    with pytest.raises(Refusal, match=r"robots\.txt"):
        web.fetcher().fetch(web.url("/a"))


def test_a_host_whose_robots_txt_fails_is_left_alone(web: Web) -> None:
    web.pages = {"/robots.txt": Reply(status=500), "/": Reply(b"x")}
    with pytest.raises(Refusal, match=r"robots\.txt"):
        web.fetcher().fetch(web.url("/"))


def test_a_longer_pause_that_robots_txt_asks_for_is_kept(web: Web) -> None:
    web.pages = {"/robots.txt": Reply(b"User-agent: *\nCrawl-delay: 0.3"), "/": Reply(b"x")}
    web.fetcher().fetch(web.url("/"))
    robots, page = (asked.at for asked in web.asked)
    assert page - robots >= 0.29


@pytest.mark.parametrize(
    ("host", "trusted", "sentence"),
    [
        ("herald.example", True, ""),
        ("other.example", True, "has no valid certificate"),
        ("127.0.0.1", True, "has no valid certificate"),
        ("herald.example", False, "has no valid certificate"),
    ],
)
def test_a_certificate_must_be_the_names_though_the_connection_is_to_a_checked_address(
    host: str, trusted: bool, sentence: str
) -> None:
    def context() -> ssl.SSLContext:
        return ssl.create_default_context(cafile=CERTIFICATE if trusted else None)

    guard = Guard(lambda _, __: ["127.0.0.1"], lambda address, _: address.is_loopback, context)
    with a_web(CERTIFICATE) as web:
        web.pages = {"/": Reply(b"x")}
        if sentence:
            with pytest.raises(Refusal, match=sentence):
                Fetcher(guard, pause=0).fetch(web.url("/", host))
            assert web.asked == []
        else:
            assert Fetcher(guard, pause=0).fetch(web.url("/", host)).body == b"x"


class NotedTurns(OwnTurns):
    """Turns that keep how long each host had to be waited for, in seconds."""

    def __init__(self) -> None:
        super().__init__()
        self.waits: dict[str, list[float]] = {}

    def take(self, host: str) -> float:
        early = super().take(host)
        self.waits.setdefault(host, []).append(early)
        return early


def test_a_host_gets_a_pause_between_two_requests_and_another_host_none(web: Web) -> None:
    web.pages = {"/": Reply(b"x")}
    turns = NotedTurns()
    fetcher = web.fetcher(pause=0.3, turns=turns)
    fetcher.fetch(web.url("/"))
    fetcher.fetch(web.url("/", host="other.example"))
    robots, page, *_ = (asked.at for asked in web.asked)
    assert page - robots >= 0.29
    assert [waits[0] for waits in turns.waits.values()] == [0, 0], "of the other host's last turn there was none"


def test_a_busy_host_is_asked_again_when_it_says(web: Web) -> None:
    answers = iter(
        [b"HTTP/1.1 429 Busy\r\nRetry-After: 1\r\nContent-Length: 0\r\n\r\n", b"HTTP/1.1 200 OK\r\n\r\nhere"]
    )

    def busy_once(handler: BaseHTTPRequestHandler) -> None:
        handler.wfile.write(next(answers))

    web.pages = {"/": busy_once}
    assert web.fetcher().fetch(web.url("/")).body == b"here"
    first, second = (asked.at for asked in web.asked if asked.path == "/")
    assert second - first >= 1


def test_a_host_that_wants_to_be_left_alone_for_long_is(web: Web) -> None:
    web.pages = {"/": Reply(status=503, headers=(("Retry-After", "3600"),))}
    with pytest.raises(Refusal, match=r"is busy \(503\) and asks to come back in 3600 seconds"):
        web.fetcher().fetch(web.url("/"))
    assert web.paths() == ["/"]


def test_a_host_that_cannot_be_had_is_not_tried_again_for_each_page(web: Web) -> None:
    web.pages = {"/a": Reply(status=503, headers=(("Retry-After", "3600"),)), "/b": Reply(b"x")}
    fetcher = web.fetcher()
    for path in ("/a", "/b"):
        with pytest.raises(Refusal, match="is busy"):
            fetcher.fetch(web.url(path))
    assert web.paths() == ["/a"]
    assert fetcher.fetch(web.url("/b", host="other.example")).body == b"x"

    looked_up: list[str] = []
    fetcher = Fetcher(Guard(lambda host, _: looked_up.append(host) or []), pause=0)
    for path in ("/a", "/b"):
        with pytest.raises(Refusal, match="is not known"):
            fetcher.fetch(web.url(path))
    assert looked_up == ["herald.example"]


def test_a_port_that_cannot_be_had_says_nothing_of_the_hosts_others(web: Web, port: int) -> None:
    web.pages = {"/": Reply(b"x")}
    fetcher = web.fetcher()
    for _ in range(2):
        with pytest.raises(Refusal, match="cannot be connected to"):
            fetcher.fetch(f"http://herald.example:{port}/")
    assert fetcher.fetch(web.url("/")).body == b"x"


def test_unchanged_is_no_answer_to_who_knows_nothing(web: Web) -> None:
    web.pages = {"/": Reply(status=304)}
    with pytest.raises(Refusal, match="answers 304"):
        web.fetcher().fetch(web.url("/"))


def test_retry_after_is_read_as_seconds_or_date() -> None:
    assert retry_after("7") == 7
    assert retry_after("Fri, 01 Jan 2100 00:00:00 GMT") > 1_000_000_000
    assert retry_after("soon") == retry_after("") == 5


@pytest.mark.parametrize(
    "written",
    ["A" * 201, "Fri, 01 Jan 2100 00:00:00 " + "Z" * 400, f"31 Jan 00:00:00 {'9' * 20} x", "(" * 5_000, "9" * 400, "²"],
)
def test_no_retry_after_breaks_a_run_off(written: str) -> None:
    assert retry_after(written) >= 0


def test_what_has_not_changed_is_not_sent_again(web: Web) -> None:
    web.pages = {"/": Reply(b"x", headers=(("ETag", '"1"'), ("Last-Modified", "Tue, 04 Mar 2031 08:00:00 GMT")))}
    page = web.fetcher().fetch(web.url("/"))
    assert page.validators == Validators('"1"', "Tue, 04 Mar 2031 08:00:00 GMT")
    assert web.fetcher().fetch(web.url("/"), page.validators).body is None
    assert web.asked[-1].headers["If-Modified-Since"] == "Tue, 04 Mar 2031 08:00:00 GMT"


@pytest.mark.parametrize("etag", [b'"a\0b"', b'"\x85"', b'"' + b"a" * 2_000 + b'"'])
def test_what_a_host_says_of_a_pages_state_is_kept_only_if_it_can_be_sent_back(web: Web, etag: bytes) -> None:
    web.pages = {"/": lambda handler: handler.wfile.write(b"HTTP/1.1 200 OK\r\nETag: " + etag + b"\r\n\r\nx") and None}
    page = web.fetcher().fetch(web.url("/"))
    assert (page.body, page.validators) == (b"x", Validators())
    assert web.fetcher().fetch(web.url("/"), page.validators).body == b"x"


def test_a_redirect_in_utf8_leads_where_its_host_means(web: Web) -> None:
    web.pages = {"/a": moved("/caf\u00c3\u00a9"), "/caf%C3%A9": Reply(b"x")}
    assert web.fetcher().fetch(web.url("/a")).body == b"x"


@pytest.mark.parametrize(
    ("status", "sentence"), [(404, "is not there"), (410, "is gone"), (403, "does not let us in"), (418, "answers 418")]
)
def test_an_answer_that_is_no_page_is_one_sentence(web: Web, status: int, sentence: str) -> None:
    web.pages = {"/": Reply(status=status)}
    with pytest.raises(Refusal, match=sentence):
        web.fetcher().fetch(web.url("/"))


@pytest.mark.parametrize(
    "answer",
    [b"SSH-2.0-x\r\n", b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 5_000, b"HTTP/1.1 200 OK\r\nX: " + b"y" * 100_000],
)
def test_what_is_no_http_is_one_sentence(web: Web, answer: bytes) -> None:
    web.pages = {"/": lambda handler: handler.wfile.write(answer) and None}
    with pytest.raises(Refusal, match="does not answer as web servers do"):
        web.fetcher().fetch(web.url("/"))


def test_a_host_that_is_not_there_is_one_sentence(port: int) -> None:
    guard = Guard(lambda _, __: ["127.0.0.1"], lambda *_: True)
    with pytest.raises(Refusal, match="cannot be connected to"):
        Fetcher(guard, pause=0).fetch(f"http://a.example:{port}/")
    with pytest.raises(Refusal, match="is not known"):
        Fetcher(Guard(lambda _, __: []), pause=0).fetch("http://a.example/")
