from __future__ import annotations

import pytest

from secondsource.factbase.addresses import url_key

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
