from __future__ import annotations

import json
from pathlib import Path

import pytest

from secondsource.factbase.addresses import page_alone, page_among, plain_address, url_key

PAGE = "https://news.example/world/ferry?p=6198"


@pytest.mark.parametrize(
    "same",
    [
        "http://news.example/world/ferry?p=6198",
        "https://www.news.example/world/ferry/?p=6198",
        "https://NEWS.example:443/world/ferry?p=6198#comments",
        "https://news.example/world/ferry?utm_source=x&p=6198&utm_medium=y&fbclid=z",
        "  https://news.example./world/ferry?p=6198",
    ],
)
def test_the_same_page_has_the_same_key(same: str) -> None:
    assert url_key(same) == url_key(PAGE)


@pytest.mark.parametrize(
    "other",
    [
        "https://news.example/world/ferry?p=6199",
        "https://news.example/world/ferry",
        "https://news.example:8443/world/ferry?p=6198",
        "https://blog.news.example/world/ferry?p=6198",
        "https://news.example/World/ferry?p=6198",
        "https://news.example/world/ferry?p=6198&page=2",
    ],
)
def test_another_page_has_another_key(other: str) -> None:
    assert url_key(other) != url_key(PAGE)


@pytest.mark.parametrize(
    "nothing",
    [
        "",
        "ferry",
        "file:///home/ferry.html",
        "https://",
        "http://[::1",
        "http://a:99999/",
        "javascript:alert(1)",
    ],
)
def test_what_is_no_web_address_has_no_key(nothing: str) -> None:
    assert url_key(nothing) is None


# The extension writes addresses by the same rules: tests/npm/known.test.js reads the same file.
WRITTEN = json.loads(Path(__file__).with_name("addresses.json").read_text("utf-8"))


@pytest.mark.parametrize(("url", "plain"), WRITTEN)
def test_an_address_is_written_as_browsers_write_it(url: str, plain: str | None) -> None:
    assert plain_address(url) == plain


def test_a_page_alone_names_no_reader() -> None:
    assert page_alone("https://ann:pw@a.example:8443/b?z=1&utm_x=2&a=3#me") == "https://a.example:8443/b?z=1&a=3"
    assert page_alone("mailto:ann@a.example") == ""


@pytest.mark.parametrize(
    ("page", "kept"),
    [
        ("https://news.example/world/ferry?p=6198&email=ann@a.example", PAGE),
        ("http://ann:pw@www.news.example/world/ferry/?session=1&p=6198#me", PAGE),
        ("https://news.example/world/ferry?p=6198&page=2&email=x", PAGE + "&page=2"),
        ("https://news.example/world/ferry?p=7&email=x", "https://news.example/world/ferry"),
        ("https://elsewhere.example/world/ferry?p=6198", "https://elsewhere.example/world/ferry"),
        ("https://plain.example/a?email=ann@a.example", "https://plain.example/a"),
        ("file:///home/ann/page.html", ""),
    ],
)
def test_of_a_pages_parameters_only_those_that_a_known_article_has_are_kept(page: str, kept: str) -> None:
    known = ["no address", "https://plain.example/a?utm_source=x", PAGE, PAGE + "&page=2"]
    assert page_among(page, known) == page_among(page, known[::-1]) == kept
