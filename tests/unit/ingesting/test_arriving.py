from __future__ import annotations

import gzip
import io
import json
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session
from tests.conftest import Folders
from tests.made_up_pages import PARAGRAPHS, news_article, page
from tests.web import Reply, Web, a_web
from warcio.warcwriter import WARCWriter

from secondsource.factbase.models import Article, Story, Version
from secondsource.ingesting import arriving
from secondsource.ingesting.arriving import Wanted, ingest_all
from secondsource.ingesting.outcomes import Outcome, Result
from secondsource.ingesting.sources import Given

Take = Callable[..., list[Outcome]]
URL = "https://www.herald.example/news/ferry"


@pytest.fixture
def web() -> Iterator[Web]:
    with a_web() as web:
        yield web


@pytest.fixture
def take(engine: Engine, web: Web) -> Take:
    """Ingests files and addresses into the base and gives the outcomes."""

    def take(*named: object, story: str | None = None, **given: object) -> list[Outcome]:
        outcomes: list[Outcome] = []
        wanted = Wanted(story, Given(**given))  # type: ignore[arg-type]
        ingest_all(engine, map(str, named), lambda outcome, _: outcomes.append(outcome), wanted, web.fetcher())
        return outcomes

    return take


def results(outcomes: list[Outcome]) -> list[Result]:
    return [outcome.result for outcome in outcomes]


def feed(*links: str) -> bytes:
    items = "".join(f"<item><title>One</title><link>{link}</link></item>" for link in links)
    return f'<?xml version="1.0"?><rss version="2.0"><channel><title>Herald</title>{items}</channel></rss>'.encode()


def write_warc(path: Path, *answers: tuple[str, bytes, str], packed: bool = True) -> Path:
    with path.open("wb") as file:
        writer = WARCWriter(file, gzip=packed)
        for url, body, content_type in answers:
            answer = f"HTTP/1.1 200 OK\r\nContent-Type: {content_type}\r\n\r\n".encode() + body
            writer.write_record(writer.create_warc_record(url, "response", io.BytesIO(answer), len(answer)))
    return path


def test_an_address_becomes_an_article_with_all_that_its_page_says(web: Web, take: Take, session: Session) -> None:
    web.pages = {"/ferry": Reply(page(ld=news_article(author={"name": "Reuters"})))}
    assert results(take(web.url("/ferry"))) == [Result.NEW]
    article = session.scalars(select(Article)).one()
    assert (article.url, article.outlet.name, article.title, article.declared_origin, article.published_day) == (
        web.url("/ferry"),
        "Northern Herald",
        "Ferry aground: all saved",
        "Reuters",
        date(2031, 3, 4),
    )
    assert PARAGRAPHS[1] in article.current.text
    assert article.story.title == article.title


def test_an_unchanged_page_is_not_even_sent_again(web: Web, take: Take) -> None:
    web.pages = {"/ferry": Reply(page(), headers=(("ETag", '"1"'),))}
    assert results(take(web.url("/ferry"))) == [Result.NEW]
    assert results(take(web.url("/ferry"))) == [Result.UNCHANGED]
    assert web.asked[-1].headers["If-None-Match"] == '"1"'


def test_an_unchanged_page_comes_into_the_story_that_is_named_for_it(web: Web, take: Take, session: Session) -> None:
    web.pages = {"/ferry": Reply(page(), headers=(("ETag", '"1"'),))}
    take(web.url("/ferry"))
    assert results(take(web.url("/ferry"), story="Ferry")) == [Result.CHANGED]
    assert session.scalars(select(Story.title)).all() == ["Ferry"]
    assert results(take(web.url("/ferry"), story="Ferry")) == [Result.UNCHANGED]
    assert web.asked[-1].headers["If-None-Match"] == '"1"', "now it is where it should be"


def test_a_refused_page_is_asked_for_whole_the_next_time(web: Web, take: Take) -> None:
    web.pages = {"/ferry": Reply(page("Nothing yet."), headers=(("ETag", '"1"'),))}
    assert results(take(web.url("/ferry"))) == [Result.REFUSED]
    take(web.url("/ferry"))
    assert "If-None-Match" not in web.asked[-1].headers


def test_a_changed_text_is_a_new_version_and_the_old_one_is_kept(web: Web, take: Take, session: Session) -> None:
    web.pages = {"/ferry": Reply(page())}
    take(web.url("/ferry"))
    web.pages = {"/ferry": Reply(page(*PARAGRAPHS[:3], PARAGRAPHS[3].replace("two", "three")))}
    assert results(take(web.url("/ferry"))) == [Result.CHANGED]
    texts = {version.current: version.text for version in session.scalars(select(Version))}
    assert "within three hours" in texts[True]
    assert "within two hours" in texts[False]


def test_one_article_under_several_addresses_is_one(web: Web, take: Take, session: Session) -> None:
    amp = page(head=f'<link rel="canonical" href="{web.url("/ferry")}">')
    web.pages = {"/ferry": Reply(page()), "/ferry?utm_source=mail": Reply(page()), "/ferry/amp": Reply(amp)}
    outcomes = take(
        web.url("/ferry?utm_source=mail"), web.url("/ferry"), web.url("/ferry/amp", host="amp.herald.example")
    )
    assert results(outcomes) == [Result.NEW, Result.UNCHANGED, Result.UNCHANGED]
    assert session.scalars(select(Article.url)).all() == [web.url("/ferry")]


def test_what_a_story_folder_says_of_an_article_outlives_its_page(
    folders: Folders, tmp_path: Path, take: Take, session: Session
) -> None:
    take(folders.story("Ferry", {"Herald": PARAGRAPHS[0]}))
    url = session.scalars(select(Article.url)).one()
    saved = tmp_path / "saved.html"
    saved.write_bytes(page(ld=news_article()))
    assert results(take(saved, url=url.replace("https://www.", "http://"))) == [Result.CHANGED]
    session.rollback()  # to see what is there now
    article = session.scalars(select(Article)).one()
    assert (article.outlet.name, article.story.title, article.url) == ("Herald", "Ferry", url)
    assert article.title == "Ferry aground: all saved"  # the folder says none
    assert results(take(saved, url=url)) == [Result.UNCHANGED]


def test_a_story_folder_may_hold_saved_pages(folders: Folders, take: Take, session: Session) -> None:
    folder = folders.story("Ferry", {"Herald": "…"})
    (folder / "herald.html").write_bytes(page())
    described = (folder / "story.toml").read_text("utf-8").replace("herald.txt", "herald.html")
    (folder / "story.toml").write_text(described, "utf-8")
    assert results(take(folder)) == [Result.NEW]
    text = session.scalars(select(Version.text)).one()
    assert PARAGRAPHS[1] in text
    assert "<" not in text
    (folder / "herald.html").write_bytes(b"no page")
    assert take(folder)[0].reason == "is no HTML page"


def test_an_outlet_is_known_again_by_its_domain(tmp_path: Path, folders: Folders, take: Take, session: Session) -> None:
    take(folders.story("Ferry", {"Herald": PARAGRAPHS[0]}))
    url = session.scalars(select(Article.url)).one()
    saved = tmp_path / "saved.html"
    saved.write_bytes(page(ld=news_article()))
    take(saved, url=f"{url}/another")
    assert {article.outlet.name for article in session.scalars(select(Article))} == {"Herald"}


def outlet_of(session: Session, url: str) -> str:
    session.rollback()  # to see what is there now
    return session.scalars(select(Article).where(Article.url == url)).one().outlet.name


def test_no_page_takes_the_name_of_an_outlet_that_is_known_elsewhere(
    tmp_path: Path, take: Take, session: Session
) -> None:
    saved = tmp_path / "saved.html"
    saved.write_bytes(page(ld=news_article(publisher={"name": "Northern Herald"})))
    for url, outlet in (
        ("https://herald.example/1", "Northern Herald"),
        ("https://evil.example/1", "evil.example"),
        ("https://sport.herald.example/1", "Northern Herald"),
        ("https://evil-herald.example/1", "evil-herald.example"),
    ):
        take(saved, url=url)
        assert outlet_of(session, url) == outlet
    take(saved, url="https://mirror.example/1", outlet="Northern Herald")
    assert outlet_of(session, "https://mirror.example/1") == "Northern Herald"


def test_all_goes_into_the_story_that_is_named(web: Web, take: Take, session: Session) -> None:
    web.pages = {"/a": Reply(page(title="One")), "/b": Reply(page(title="Two"))}
    take(web.url("/a"), web.url("/b"), story="Ferry")
    assert session.scalars(select(Story.title)).all() == ["Ferry"]
    take(web.url("/a"))
    assert session.scalars(select(Story.title)).all() == ["Ferry"]  # where it is, it stays


@pytest.mark.parametrize("make", ["rss", "atom", "json"])
def test_a_feed_brings_the_articles_it_lists(web: Web, take: Take, make: str) -> None:
    links = [web.url("/a"), web.url("/b")]
    entries = "".join(f'<entry><title>x</title><link href="{link}"/></entry>' for link in links)
    bodies = {
        "rss": feed(*links),
        "atom": f'<feed xmlns="http://www.w3.org/2005/Atom"><title>x</title>{entries}</feed>'.encode(),
        "json": json.dumps(
            {"version": "https://jsonfeed.org/version/1.1", "items": [{"url": link} for link in links]}
        ).encode(),
    }
    web.pages = {"/feed": Reply(bodies[make], content_type="text/plain"), "/a": Reply(page()), "/b": Reply(page())}
    assert [(outcome.result, outcome.name) for outcome in take(web.url("/feed"))] == [
        (Result.NEW, web.url("/a")),
        (Result.NEW, web.url("/b")),
    ]


def test_it_is_told_of_how_many_each_one_is(web: Web, engine: Engine, folders: Folders, tmp_path: Path) -> None:
    web.pages = {"/feed": Reply(feed(web.url("/a"), web.url("/b"))), "/a": Reply(page())}
    warc = write_warc(tmp_path / "a.warc.gz", (URL, page(), "text/html"), (f"{URL}/2", page(), "text/html"))
    named = [
        str(tmp_path / "none"),
        web.url("/feed"),
        str(folders.story("Ferry", {"A": "One.", "B": "Two."})),
        str(warc),
    ]
    totals: list[int] = []
    ingest_all(engine, named, lambda _, total: totals.append(total), None, web.fetcher())
    assert totals == [4, 5, 5, 6, 6, 6, 7]  # a WARC file does not say how many pages it has


def test_a_feed_goes_on_past_what_is_refused_and_comes_back_to_it(web: Web, take: Take) -> None:
    etag = (("ETag", '"1"'),)
    web.pages = {"/feed": Reply(feed(web.url("/gone"), web.url("/a")), headers=etag), "/a": Reply(page(), headers=etag)}
    assert results(take(web.url("/feed"))) == [Result.REFUSED, Result.NEW]
    web.pages["/gone"] = Reply(page())
    assert results(take(web.url("/feed"))) == [Result.NEW, Result.UNCHANGED]
    assert results(take(web.url("/feed"))) == [Result.UNCHANGED]  # the feed itself, which lists nothing new
    assert web.paths()[-1] == "/feed"


def test_a_run_that_was_stopped_goes_on(web: Web, engine: Engine, take: Take, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(arriving, "TOGETHER", 2)
    etag = (("ETag", '"1"'),)
    web.pages = {path: Reply(page(), headers=etag) for path in ("/a", "/b", "/c")}
    web.pages["/feed"] = Reply(feed(*map(web.url, ("/a", "/b", "/c"))), headers=etag)

    def stop(_: Outcome, __: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        ingest_all(engine, [web.url("/feed")], stop, None, web.fetcher())
    assert results(take(web.url("/feed"))) == [Result.UNCHANGED, Result.UNCHANGED, Result.NEW]


def test_a_sitemap_and_an_index_of_them_bring_their_pages(web: Web, take: Take) -> None:
    space = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
    index = f"<sitemapindex {space}><sitemap><loc>{web.url('/map.xml.gz')}</loc></sitemap></sitemapindex>"
    pages = f"<urlset {space}><url><loc>{web.url('/a')}</loc></url><url><loc>{web.url('/b')}</loc></url></urlset>"
    web.pages = {
        "/index.xml": Reply(index.encode(), content_type="application/xml"),
        "/map.xml.gz": Reply(gzip.compress(pages.encode()), content_type="application/gzip"),
        "/a": Reply(page()),
        "/b": Reply(page()),
    }
    assert results(take(web.url("/index.xml"))) == [Result.NEW, Result.NEW]


def test_a_page_that_a_sitemap_calls_unchanged_is_not_asked_for_again(web: Web, take: Take) -> None:
    entries = [
        f"<url><loc>{web.url(path)}</loc>{lastmod}</url>"
        for path, lastmod in (
            ("/old", "<lastmod>2021-03-04</lastmod>"),
            ("/older", "<lastmod>2021-03-04T08:00:00Z</lastmod>"),
            ("/new", "<lastmod>2931-03-04</lastmod>"),
            ("/unknown", ""),
        )
    ]
    web.pages = {path: Reply(page(title=path)) for path in ("/old", "/older", "/new", "/unknown")}
    web.pages["/map"] = Reply(f"<urlset>{''.join(entries)}</urlset>".encode())
    assert results(take(web.url("/map"))) == [Result.NEW] * 4
    web.asked.clear()
    assert results(take(web.url("/map"))) == [Result.UNCHANGED] * 4
    assert web.paths() == ["/map", "/new", "/unknown"]


def test_pictures_in_a_sitemap_are_no_pages(web: Web, take: Take) -> None:
    picture = (
        f'<i:image xmlns:i="http://www.google.com/schemas/sitemap-image/1.1"><i:loc>{web.url("/p")}</i:loc></i:image>'
    )
    web.pages = {"/map": Reply(f"<urlset><url><loc>{web.url('/a')}</loc>{picture}</url></urlset>".encode())}
    take(web.url("/map"))
    assert web.paths() == ["/map", "/a"]


def test_an_index_that_lists_itself_comes_to_an_end(web: Web, take: Take) -> None:
    web.pages = {"/i": Reply(f"<sitemapindex><sitemap><loc>{web.url('/i')}</loc></sitemap></sitemapindex>".encode())}
    assert "list within a list" in take(web.url("/i"))[0].reason


def test_an_entity_bomb_in_a_sitemap_or_a_feed_blows_up_nothing(tmp_path: Path, take: Take) -> None:
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 20}">' for n in range(1, 12))
    bomb = f'<!DOCTYPE x [<!ENTITY e0 "http://a.example/">{entities}]>'
    for number, root in enumerate(
        (
            "<urlset><url><loc>&e11;</loc></url></urlset>",
            "<rss><channel><item><link>&e11;</link></item></channel></rss>",
        )
    ):
        file = tmp_path / f"{number}.xml"
        file.write_text(bomb + root)
        assert results(take(file)) == [Result.REFUSED]


@pytest.mark.parametrize("packed", [True, False])
def test_a_warc_file_brings_its_pages_and_nothing_else(
    tmp_path: Path, take: Take, session: Session, packed: bool
) -> None:
    html = "text/html; charset=utf-8"
    file = write_warc(
        tmp_path / "crawl.warc.gz",
        (URL, page(ld=news_article()), html),
        ("https://www.herald.example/style.css", b"body {}", "text/css"),
        ("https://www.herald.example/short", page("Short."), html),
        packed=packed,
    )
    assert results(take(file)) == [Result.NEW, Result.REFUSED]
    assert session.scalars(select(Article.url)).all() == [URL]


@pytest.mark.parametrize("packed", [True, False])
def test_a_warc_file_that_breaks_off_gives_what_comes_before(tmp_path: Path, take: Take, packed: bool) -> None:
    html = "text/html"
    answers = [(f"{URL}/{number}", page(f"It is number {number}.", *PARAGRAPHS), html) for number in range(3)]
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


def test_a_text_needs_somebody_to_say_whose_it_is(tmp_path: Path, take: Take, session: Session) -> None:
    text = tmp_path / "ferry.txt"
    text.write_text("\n".join(PARAGRAPHS), "utf-8")
    assert "--outlet and --url" in take(text)[0].reason
    assert results(take(text, outlet="Herald", url=URL, published=date(2031, 3, 4))) == [Result.NEW]
    article = session.scalars(select(Article)).one()
    assert (article.outlet.name, article.url, article.published) == ("Herald", URL, date(2031, 3, 4))


def test_bad_input_is_refused_in_one_line_each_and_the_rest_goes_on(tmp_path: Path, web: Web, take: Take) -> None:
    bad = {
        "empty.html": b"",
        "photo.jpg": b"\xff\xd8\xff\xe0" + bytes(range(256)),
        "large.html": b"<p>" + b" " * 50_000_000,
        "bomb.html.gz": gzip.compress(b"<p>" + b" " * 50_000_000),
        "cut.xml.gz": gzip.compress(b"<urlset>" + bytes(range(256)) * 99)[:-40],
        "list.json": b'{"version": "https://jsonfeed.org/version/1", "items": [',
    }
    for name, body in bad.items():
        (tmp_path / name).write_bytes(body)
    web.pages = {"/ferry": Reply(page())}
    outcomes = take(*(tmp_path / name for name in bad), tmp_path / "none", "ftp://a.example/", web.url("/ferry"))
    assert results(outcomes) == [Result.REFUSED] * 8 + [Result.NEW]
    assert all(outcome.reason and "\n" not in str(outcome) for outcome in outcomes[:-1])


def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path, take: Take) -> None:
    import os

    os.mkfifo(tmp_path / "pipe")
    assert take(tmp_path / "pipe")[0].reason == "not a file"
