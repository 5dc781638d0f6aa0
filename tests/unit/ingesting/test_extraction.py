from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.made_up_pages import FURNITURE, PARAGRAPHS, news_article, page

from secondsource.ingesting.decoding import decoded
from secondsource.ingesting.extraction import Extracted, extract, same_site
from secondsource.ingesting.outcomes import Refusal

URL = "https://www.herald.example/news/ferry"


def read(body: bytes, url: str | None = URL, content_type: str = "") -> Extracted:
    return extract(body, url, content_type)


def test_a_plain_page_gives_its_paragraphs_and_none_of_its_furniture() -> None:
    found = read(page())
    paragraphs = found.text.strip().split("\n\n")
    assert paragraphs[-len(PARAGRAPHS) :] == list(PARAGRAPHS)
    assert FURNITURE not in found.text
    assert "Imprint" not in found.text


def test_a_page_without_structured_data_has_a_heading_and_the_name_of_its_host() -> None:
    found = read(page())
    assert (found.title, found.outlet, found.published, found.origin, found.url) == (
        "Ferry runs aground off Port Ellery",
        "herald.example",
        None,
        None,
        URL,
    )


def test_a_page_is_read_in_whatever_charset_its_mark_says() -> None:
    assert read(page().decode().encode("utf-16")).text == read(page()).text


@pytest.mark.parametrize("attribute", [" a{}", " a{}='>'", ' "a{}'])
def test_an_element_of_very_many_attributes_is_refused_before_anything_compares_them(attribute: str) -> None:
    attributes = "".join(attribute.format(number) for number in range(20_000))
    with pytest.raises(Refusal, match="more than 5,000 attributes"):
        read(page().replace(b"<p>", f"<p {attributes}>".encode(), 1))


@pytest.mark.parametrize("tag", ["<b>", "<P>x</P>", "<br>"])
def test_a_page_of_more_elements_than_articles_have_is_refused_before_it_is_read(tag: str) -> None:
    with pytest.raises(Refusal, match="more than 100,000 elements"):
        read(page(tag * 100_001))


def test_signs_that_open_no_element_are_text() -> None:
    assert "3 < 4" in read(page("3 < 4 " * 120_000, *PARAGRAPHS)).text


def test_json_ld_comes_before_everything_else() -> None:
    head = """<meta property="og:title" content="Wrong"><meta property="og:site_name" content="Wrong">
    <meta property="article:published_time" content="1999-01-01">"""
    found = read(page(head=head, ld=news_article()))
    assert found.title == "Ferry aground: all saved"
    assert found.outlet == "Northern Herald"
    assert found.published == datetime(2031, 3, 4, 8, 30, tzinfo=timezone(timedelta(hours=1)))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("//<![CDATA[\n", "\n//]]>"),
        ("\n/* <![CDATA[ */", "/* ]]> */"),
        ("<!--\n", "\n-->"),
        ("<!--//--><![CDATA[//><!--\n", "\n//--><!]]>"),
        ("", ";"),
    ],
)
def test_json_ld_is_found_behind_what_old_pages_put_before_scripts(before: str, after: str) -> None:
    written = f"{before}{json.dumps(news_article())}{after}"
    for kind in ("application/ld+json", "application/LD+JSON; charset=utf-8"):
        assert read(page(head=f'<script type="{kind}">{written}</script>')).outlet == "Northern Herald"
    assert read(page(head=f'<script type="text/javascript">{written}</script>')).outlet == "herald.example"


def test_json_ld_is_found_in_a_graph_with_references() -> None:
    article = news_article(publisher={"@id": "#org"})
    graph = {"@graph": [{"@type": "WebSite"}, article, {"@type": "Organization", "@id": "#org", "name": "The Herald"}]}
    assert read(page(ld=graph)).outlet == "The Herald"


@pytest.mark.parametrize(
    "broken",
    [
        "{",
        "[" * 100_000,
        '{"@type": "NewsArticle", "publisher": 7, "headline": [], "datePublished": {}}',
        "null",
        '"a"',
    ],
)
def test_broken_json_ld_counts_for_nothing(broken: str) -> None:
    script = f'<script type="application/ld+json">{broken}</script>'
    found = read(page(head=script))
    assert (found.title, found.outlet) == ("Ferry runs aground off Port Ellery", "herald.example")


@pytest.mark.parametrize(
    ("head", "published"),
    [
        (
            '<meta property="article:published_time" content="2031-03-04T08:00:00Z">',
            datetime(2031, 3, 4, 8, tzinfo=UTC),
        ),
        ('<meta name="parsely-pub-date" content="2031-03-04">', date(2031, 3, 4)),
        (
            '<meta itemprop="datePublished" content="Tue, 04 Mar 2031 08:00:00 GMT">',
            datetime(2031, 3, 4, 8, tzinfo=UTC),
        ),
        ('<meta name="date" content="last Tuesday">', None),
    ],
)
def test_the_date_is_read_from_the_head_when_it_is_one(head: str, published: date | None) -> None:
    assert read(page(head=head)).published == published


@pytest.mark.parametrize(
    ("canonical", "url"),
    [
        ("https://www.herald.example/news/ferry-1", "https://www.herald.example/news/ferry-1"),
        ("/news/ferry-1", "https://www.herald.example/news/ferry-1"),
        ("https://other.example/news/ferry-1", URL),
        ("javascript:alert(1)", URL),
        ("https://www.herald.example/", URL),
        ("", URL),
    ],
)
def test_a_canonical_address_counts_on_its_own_site_only(canonical: str, url: str) -> None:
    assert read(page(head=f'<link rel="canonical" href="{canonical}">')).url == url


def test_an_amp_page_is_the_article_that_it_doubles() -> None:
    head = '<link rel="canonical" href="https://www.herald.example/news/ferry">'
    assert read(page(head=head), "https://amp.herald.example/news/ferry").url == URL
    assert read(page(head=head), f"{URL}?amp=1&utm_source=mail").url == URL


def test_sites_are_told_apart_by_their_whole_names() -> None:
    assert same_site("https://www.a.example/x", "http://m.a.example/y")
    assert not same_site("https://a.co.uk/", "https://b.co.uk/")
    assert not same_site("https://a.example/", "https://evil-a.example/")
    assert not same_site("nonsense", "nonsense")


@pytest.mark.parametrize(
    ("stated", "origin"),
    [
        ({"author": {"@type": "Organization", "name": "Associated Press"}}, "Associated Press"),
        ({"author": [{"name": "Ada Byron"}, {"name": "Reuters"}]}, "Reuters"),
        ({"creditText": "AFP"}, "Agence France-Presse"),
        ({"author": {"name": "Ada Byron, AP"}}, "Associated Press"),
        ({"author": {"name": "Ada Byron"}}, None),
        ({"author": [{"name": "AP"}, {"name": "Reuters"}]}, None),
        ({"author": {"name": "AP"}, "publisher": {"name": "The Associated Press"}}, None),
    ],
)
def test_a_wire_credit_is_the_origin(stated: dict[str, Any], origin: str | None) -> None:
    assert read(page(ld=news_article(**stated))).origin == origin


def test_a_live_blog_that_its_script_draws_is_read_from_its_updates() -> None:
    updates = [
        {"@type": "BlogPosting", "headline": f"At {n}", "articleBody": f"<p>{PARAGRAPHS[n]}</p>"} for n in (2, 1, 0)
    ]
    body = page("Loading …", ld=news_article(**{"@type": "LiveBlogPosting", "liveBlogUpdate": updates}))
    assert [part for part in read(body).text.strip().split("\n\n") if not part.startswith("At ")] == [
        PARAGRAPHS[2],
        PARAGRAPHS[1],
        PARAGRAPHS[0],
    ]


def test_what_the_page_shows_is_preferred_to_what_json_ld_repeats() -> None:
    assert read(page(ld=news_article(articleBody=" ".join(PARAGRAPHS)))).text.count(PARAGRAPHS[1]) == 1


def test_line_breaks_and_inline_elements_are_kept_as_readers_see_them() -> None:
    body = page("One <b>bold</b> word, <a href='/x'>a link</a>;<br>a new line.", *PARAGRAPHS)
    assert "One bold word, a link;\na new line.\n\nThe ferry" in read(body).text


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        (b"", "is empty"),
        (b"  \n ", "is empty"),
        (b"%PDF-1.7 nonsense", "is no HTML page"),
        (b"just words", "is no HTML page"),
        (b"<p>" + b"\0" * 20, "NUL characters"),
        (page("Too short."), r"next to no text \(\d+ words\)"),
        (page(PARAGRAPHS[0] * 3, ld=news_article(isAccessibleForFree=False)), "behind a paywall"),
        (page(language="de-AT"), "not in English but in 'de-AT'"),
        (page(ld=news_article(inLanguage="fr")), "not in English"),
    ],
)
def test_what_is_no_article_is_refused_in_one_line(body: bytes, sentence: str) -> None:
    with pytest.raises(Refusal, match=sentence) as refusal:
        read(body)
    assert "\n" not in str(refusal.value)


@settings(deadline=None, max_examples=150)
@given(st.binary(max_size=60), st.integers(0, 2_000), st.integers(0, 60), st.booleans())
def test_a_damaged_page_is_read_or_refused_but_never_a_crash(put: bytes, at: int, instead_of: int, cut: bool) -> None:
    body = page(ld=news_article(articleBody="One. Two."), head=f'<link rel="canonical" href="{URL}">')
    body = body[:at] + put + (b"" if cut else body[at + instead_of :])
    try:
        found = read(body)
    except Refusal as refusal:
        assert len(str(refusal).splitlines()) == 1  # noqa: PT017 - either is right
        return
    for kept in (found.text, found.url, found.outlet, found.title or "", found.origin or ""):
        kept.encode()  # the base could not keep half a character
    assert same_site(found.url, URL)


@pytest.mark.parametrize("written", ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00", "\ud800", "7" * 5_000])
def test_impossible_dates_titles_and_addresses_are_no_dates_titles_and_addresses(written: str) -> None:
    found = read(page(ld=news_article(datePublished=written, headline=written, url=written + "/x", publisher=written)))
    assert found.published is None
    assert len(f"{found.title}{found.outlet}{found.url}".encode()) < 5_000


def test_a_front_page_is_refused() -> None:
    with pytest.raises(Refusal, match="front page"):
        read(page(), "https://www.herald.example/")


def test_a_page_nested_ten_thousand_deep_is_refused_or_read_but_never_a_crash() -> None:
    deep = b"<!doctype html><html><body>" + b"<div>" * 10_000 + page() + b"</div>" * 10_000
    try:
        assert read(deep).text
    except Refusal as refusal:
        assert "text" in str(refusal)  # noqa: PT017 - either is right


def test_a_saved_page_says_its_address_or_is_refused() -> None:
    saved = b"<!doctype html><!-- saved from url=(0037)https://www.herald.example/news/ferry -->" + page()
    assert read(saved, None).url == URL
    assert read(page(head=f'<link rel="canonical" href="{URL}">'), None).url == URL
    with pytest.raises(Refusal, match="--url"):
        read(page(head='<link rel="canonical" href="/news/ferry">'), None)


@pytest.mark.parametrize(
    ("body", "content_type", "text"),
    [
        ("“Café”".encode(), "text/html; charset=iso-8859-1", "“Café”"),
        ("“Café”".encode("windows-1252"), "text/html; charset=utf-8", "“Café”"),
        ("“Café”".encode("windows-1252"), "", "“Café”"),
        ("Łódź".encode("iso-8859-2"), "text/html; charset=iso-8859-2", "Łódź"),
        ('<meta charset="koi8-r">Да'.encode("koi8-r"), "", '<meta charset="koi8-r">Да'),
        ("Да".encode("utf-16"), "", "Да"),
        (b"\xef\xbb\xbfCaf\xc3\xa9", "", "Café"),
        ("Café".encode("windows-1252"), "text/html; charset=no-such-thing", "Café"),
        ("Café".encode("windows-1252"), "text/html; charset=rot13", "Café"),
    ],
)
def test_a_wrong_charset_does_no_harm(body: bytes, content_type: str, text: str) -> None:
    assert decoded(body, content_type) == text
