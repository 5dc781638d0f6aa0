from __future__ import annotations

import gzip
import json
from math import isqrt
from pathlib import Path

import pytest
from tests.made_up_pages import feed, page
from tests.unit.ingesting.conftest import Take, results
from tests.web import Reply, Web

from secondsource.ingesting import sources
from secondsource.ingesting.outcomes import Result
from secondsource.ingesting.sources.feed import MOST_MARKUP, MOST_PAIRS


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


def test_a_feed_goes_on_past_what_is_refused_and_comes_back_to_it(web: Web, take: Take) -> None:
    etag = (("ETag", '"1"'),)
    web.pages = {"/feed": Reply(feed(web.url("/gone"), web.url("/a")), headers=etag), "/a": Reply(page(), headers=etag)}
    assert results(take(web.url("/feed"))) == [Result.REFUSED, Result.NEW]
    web.pages["/gone"] = Reply(page())
    assert results(take(web.url("/feed"))) == [Result.NEW, Result.UNCHANGED]
    assert results(take(web.url("/feed"))) == [Result.UNCHANGED]  # the feed itself, which lists nothing new
    assert web.paths()[-1] == "/feed"


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


def test_a_json_feed_is_one_however_its_program_writes_it_and_wherever_it_says_so(web: Web, take: Take) -> None:
    told = json.dumps(
        {"items": [{"content_text": "x" * 9_000, "url": web.url("/a")}], "version": "https://jsonfeed.org/version/1"}
    )
    nameless = json.dumps({"items": [{"url": web.url("/b")}]})
    web.pages = {
        "/1": Reply(told.replace("/", "\\/").encode(), content_type="application/json"),
        "/2": Reply(nameless.encode(), content_type="application/feed+json"),
        "/3": Reply(told.encode("utf-16"), content_type="application/json; charset=utf-16"),
        "/4": Reply(b"\xef\xbb\xbf" + told.encode(), content_type="application/json"),
        "/5": Reply(nameless.encode(), content_type="application/json"),
        "/a": Reply(page()),
        "/b": Reply(page(title="Two")),
    }
    outcomes = take(*(web.url(f"/{number}") for number in range(1, 6)))
    assert [outcome.name for outcome in outcomes[:4]] == [web.url(path) for path in ("/a", "/b", "/a", "/a")]
    assert "is no text, page, feed" in outcomes[4].reason


@pytest.mark.parametrize("charset", ["utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("declared", ['<?xml version="1.0" encoding="UTF-16"?>', "", "<?xml version='1.0'?>\n"])
def test_lists_in_utf16_are_read(web: Web, take: Take, charset: str, declared: str) -> None:
    plain = feed(web.url("/a")).decode().partition("?>")[2]
    pages = f"<urlset><url><loc>{web.url('/b')}</loc></url></urlset>"
    web.pages = {
        "/feed": Reply((declared + plain).encode(charset), content_type="application/xml"),
        "/map": Reply(gzip.compress((declared + pages).encode(charset)), content_type="application/gzip"),
        "/a": Reply(page()),
        "/b": Reply(page(title="Two")),
    }
    outcomes = take(web.url("/feed"), web.url("/map"))
    assert [outcome.name for outcome in outcomes] == [web.url("/a"), web.url("/b")]


@pytest.mark.parametrize("kind", ["feed", "sitemap"])
def test_what_a_list_has_beyond_those_that_are_read_is_told(
    web: Web, take: Take, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sources, "MAX_ENTRIES", 2)
    monkeypatch.setattr(sources, "MAX_ADDRESSES", 2)
    paths = ("/a", "/b", "/c", "/d")
    entries = "".join(f"<url><loc>{web.url(path)}</loc></url>" for path in paths)
    body = feed(*map(web.url, paths)) if kind == "feed" else f"<urlset>{entries}</urlset>".encode()
    web.pages = {path: Reply(page(title=path)) for path in paths} | {"/list": Reply(body, headers=(("ETag", '"1"'),))}
    for first in (Result.NEW, Result.UNCHANGED):
        outcomes = take(web.url("/list"))
        assert results(outcomes) == [first, first, Result.REFUSED]
        assert str(outcomes[2]).endswith("/list: lists 2 more than the 2 addresses of it that are read")
    web.pages["/list"] = Reply(body.replace(web.url("/c").encode(), b"").replace(web.url("/d").encode(), b""))
    assert results(take(web.url("/list"))) == [Result.UNCHANGED] * 2


@pytest.mark.parametrize(
    ("inner", "sentence"),
    [
        (b"<item>" + b"<b>" * MOST_MARKUP, "tags and entities"),
        (b"<item><description>" + b"&amp;" * MOST_MARKUP, "tags and entities"),
        (
            b"<item " + b" ".join(b"a%d='1'" % number for number in range(isqrt(MOST_PAIRS) + 1)) + b">",
            "attributes of one tag",
        ),
        (b"".join(b"<a xmlns:x%d='u'/>" % number for number in range(isqrt(MOST_PAIRS) + 1)), "name spaces"),
    ],
    ids=["tags", "entities", "attributes", "name spaces"],
)
def test_a_feed_that_would_take_minutes_is_refused_before_it_is_read(
    tmp_path: Path, take: Take, inner: bytes, sentence: str
) -> None:
    file = tmp_path / "feed.xml"
    file.write_bytes(b"<rss><channel>" + inner + feed("https://herald.example/a"))
    (outcome,) = take(file)
    assert outcome.result is Result.REFUSED
    assert sentence in outcome.reason
