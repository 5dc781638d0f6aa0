from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session
from tests.made_up_pages import PARAGRAPHS, feed, news_article, page, write_warc
from tests.unit.ingesting.conftest import Take, results
from tests.web import Reply, Web

from secondsource.factbase.models import Article
from secondsource.ingesting.decoding import MOST_MEMBERS
from secondsource.ingesting.outcomes import Result
from secondsource.ingesting.sources import warc
from secondsource.ingesting.sources.found import Document, Found, Given
from secondsource.ingesting.sources.page import read_page

URL = "https://www.herald.example/news/ferry"
HTML = "text/html; charset=utf-8"


@pytest.mark.parametrize("packed", [True, False])
def test_a_warc_file_brings_its_pages_and_nothing_else(
    tmp_path: Path, take: Take, session: Session, packed: bool
) -> None:
    file = write_warc(
        tmp_path / "crawl.warc.gz",
        (URL, page(ld=news_article()), HTML),
        ("https://www.herald.example/style.css", b"body {}", "text/css"),
        ("https://www.herald.example/short", page("Short."), HTML),
        packed=packed,
    )
    assert results(take(file)) == [Result.NEW, Result.REFUSED]
    assert session.scalars(select(Article.url)).all() == [URL]


@pytest.mark.parametrize("packed", [True, False])
def test_a_warc_file_that_breaks_off_gives_what_comes_before(tmp_path: Path, take: Take, packed: bool) -> None:
    answers = [(f"{URL}/{number}", page(f"It is number {number}.", *PARAGRAPHS), HTML) for number in range(3)]
    whole = write_warc(tmp_path / "whole.warc", *answers, packed=packed).read_bytes()
    cut = tmp_path / "cut.warc"
    cut.write_bytes(whole[: len(whole) * 5 // 6])
    outcomes = take(cut)
    assert results(outcomes) == [Result.NEW, Result.NEW, Result.REFUSED]
    assert "breaks off" in outcomes[-1].reason


@pytest.mark.parametrize("line", [b"X-Long: " + b"a" * 2_000_000, b"X-Many: a\r\n" * 200_000], ids=["long", "many"])
def test_headers_without_end_in_a_warc_file_are_given_up(tmp_path: Path, take: Take, line: bytes) -> None:
    whole = write_warc(tmp_path / "crawl.warc", (URL, page(ld=news_article()), "text/html"), packed=False)
    whole.write_bytes(whole.read_bytes() + b"WARC/1.0\r\nWARC-Type: response\r\n" + line)
    outcomes = take(whole)
    assert results(outcomes) == [Result.NEW, Result.REFUSED]
    assert "breaks off or is damaged after 1 pages" in outcomes[-1].reason


def test_a_warc_file_that_is_packed_as_one_is_read_like_one_that_is_packed_by_records(
    tmp_path: Path, take: Take
) -> None:
    answers = [(f"{URL}/{number}", page(f"It is number {number}.", *PARAGRAPHS), HTML) for number in range(3)]
    plain = write_warc(tmp_path / "plain.warc", *answers, packed=False).read_bytes()
    whole, cut = tmp_path / "whole.warc.gz", tmp_path / "cut.warc.gz"
    whole.write_bytes(gzip.compress(plain))
    assert results(take(whole)) == [Result.NEW] * 3
    cut.write_bytes(gzip.compress(plain)[:-40])
    assert results(take(cut)) == [Result.UNCHANGED] * 2 + [Result.REFUSED]


@pytest.mark.parametrize(
    "headers",
    [
        "",
        "WARC-Type: response\r\nContent-Length: 60",
        "WARC-Type: response\r\nContent-Length: many\r\nWARC-Target-URI: https://a.example/",
        "WARC-Type: response\r\nContent-Length: -5\r\nWARC-Target-URI: https://a.example/",
        "WARC-Type: response\r\nContent-Length: 99999999\r\nWARC-Target-URI: https://a.example/",
    ],
    ids=["none", "no address", "no number", "below nothing", "too long"],
)
def test_damaged_records_are_one_line(tmp_path: Path, take: Take, headers: str) -> None:
    file = write_warc(tmp_path / "crawl.warc", (URL, page(), HTML), packed=False)
    answer = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>and more"
    file.write_bytes(file.read_bytes() + f"WARC/1.0\r\n{headers}\r\n\r\n{answer}\r\n\r\n".encode())
    first, *others = take(file)
    assert first.result in (Result.NEW, Result.UNCHANGED)
    assert len(others) < 2
    assert all(other.reason for other in others)


@pytest.mark.parametrize("header", ["Content-Encoding: gzip", "Transfer-Encoding: chunked"])
def test_a_page_that_cannot_be_unpacked_does_not_end_its_crawl(tmp_path: Path, take: Take, header: str) -> None:
    pages = ((f"{URL}/{number}", page(title=f"No. {number}"), f"{HTML}") for number in (1, 2))
    odd = (f"{URL}/odd", gzip.compress(page())[:9] + b"\0" * 400, f"{HTML}\r\n{header}")
    outcomes = take(write_warc(tmp_path / "crawl.warc.gz", next(pages), odd, next(pages)))
    assert results(outcomes) == [Result.NEW, Result.REFUSED, Result.NEW]
    assert outcomes[1].name == f"{URL}/odd"


def test_a_page_at_which_the_program_fails_does_not_end_its_crawl(
    tmp_path: Path, take: Take, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(document: Document, given: Given) -> Found:
        if document.url == URL:
            raise LookupError
        return read_page(document, given)

    monkeypatch.setattr(warc, "read_page", fails)
    answers = [(url, page(f"It is at {url}.", *PARAGRAPHS), HTML) for url in (URL, f"{URL}/2")]
    told = take(write_warc(tmp_path / "crawl.warc", *answers))
    assert results(told) == [Result.REFUSED, Result.NEW]
    assert "a fault of this program (LookupError)" in told[0].reason


def test_a_record_that_is_longer_than_it_says_prints_nothing_of_itself(
    tmp_path: Path, take: Take, capfd: pytest.CaptureFixture[str]
) -> None:
    file = write_warc(tmp_path / "crawl.warc", (URL, page(), HTML), packed=False)
    body = file.read_bytes()
    file.write_bytes(body.rstrip() + b"<p>and more\r\n\r\n" + body)
    take(file)
    assert capfd.readouterr() == ("", "")


def test_a_bomb_of_a_warc_file_is_refused_in_one_line(tmp_path: Path, take: Take) -> None:
    file = write_warc(tmp_path / "crawl.warc.gz", (f"{URL}.txt", b" " * 30_000_000, "text/plain"), (URL, page(), HTML))
    (outcome,) = take(file)
    assert outcome.reason == "is packed more than 200 to one: no crawl"


def test_a_warc_file_at_an_address_brings_its_pages(tmp_path: Path, web: Web, take: Take, session: Session) -> None:
    styles = ((f"{URL}/{number}.css", b"p {}", "text/css") for number in range(2 * MOST_MEMBERS))
    crawl = write_warc(tmp_path / "a.warc.gz", (URL, page(), HTML), *styles, (f"{URL}/2", page(title="Two"), HTML))
    packed = Reply(crawl.read_bytes(), content_type="application/warc", headers=(("ETag", '"1"'),))
    web.pages = {"/crawls/a.warc.gz?key=1": packed}
    assert results(take(web.url("/crawls/a.warc.gz?key=1"))) == [Result.NEW] * 2
    assert session.scalar(select(Article.url).where(Article.url == f"{URL}/2"))
    assert results(take(web.url("/crawls/a.warc.gz?key=1"))) == [Result.UNCHANGED], "it is not even sent again"


def test_a_warc_file_that_nobody_asked_for_as_such_puts_words_into_no_outlets_mouth(
    tmp_path: Path, web: Web, take: Take
) -> None:
    crawl = write_warc(tmp_path / "a.warc", (URL, page(), HTML), packed=False).read_bytes()
    web.pages = {"/article": Reply(crawl), "/a.warc": Reply(crawl), "/feed": Reply(feed(web.url("/a.warc")))}
    outcomes = take(web.url("/article"), web.url("/feed"))
    assert results(outcomes) == [Result.REFUSED] * 2
    assert all("is a WARC file" in outcome.reason for outcome in outcomes)
