"""The pages of the kinds of claim: all there, and made of what the kinds' files say."""

from __future__ import annotations

import html
import inspect
import re

import pytest
from flask.testing import FlaskClient

from secondsource.comparing.scorer import has_scorer, scorer
from secondsource.kinds import KINDS, Kind

NAMES = [kind.name for kind in KINDS]


def told(client: FlaskClient, address: str) -> str:
    """A page's text, without its tags and with single spaces."""
    answer = client.get(address)
    assert answer.status_code == 200
    return " ".join(html.unescape(re.sub(r"<[^>]+>", "", answer.text)).split())


def marked(client: FlaskClient, address: str) -> list[str]:
    return re.findall(r"<mark>(.+?)</mark>", client.get(address).text)


def test_the_index_links_every_kind(client: FlaskClient) -> None:
    linked = re.findall(r'href="/docs/kinds/(\w+)"', client.get("/docs/kinds").text)
    assert sorted(linked) == sorted(NAMES)


def test_the_reference_links_the_index(client: FlaskClient) -> None:
    assert 'href="/docs/kinds"' in client.get("/docs").text


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_page_says_what_the_kinds_file_says(client: FlaskClient, kind: Kind) -> None:
    page = told(client, f"/docs/kinds/{kind.name}")
    for docstring in (inspect.getmodule(type(kind)).__doc__, type(kind).__doc__):
        for paragraph in inspect.cleandoc(docstring or "").split("\n\n"):
            assert re.sub(r" \([^()]*(?:`|\.py|\.toml)[^()]*\)", "", " ".join(paragraph.split())) in page
        assert ".py" not in page
    for example in kind.examples:
        assert example.ours in page
        assert example.theirs in page


def test_a_page_shows_an_example_with_the_words_that_carry_it_and_the_reason(client: FlaskClient) -> None:
    assert {"signed by 41,300 residents", "signed by 43,100 residents"} <= set(marked(client, "/docs/kinds/counts"))
    assert "conflicts 41,300 residents against 43,100 residents." in told(client, "/docs/kinds/counts")


def test_a_page_shows_what_is_not_compared_and_says_so(client: FlaskClient) -> None:
    assert "not comparable Nothing is said" in told(client, "/docs/kinds/money")


def test_a_kind_of_figure_says_what_all_figures_have_in_common(client: FlaskClient) -> None:
    assert "Quantities" in told(client, "/docs/kinds/money")
    assert "Quantities" not in told(client, "/docs/kinds/roles")


def test_learned_weights_are_shown_the_largest_first(client: FlaskClient) -> None:
    (name,) = filter(has_scorer, NAMES)
    rows = re.findall(r"<tr><td>([^<]+)</td><td>([+-][\d.]+)</td></tr>", client.get(f"/docs/kinds/{name}").text)
    sizes = [abs(float(weight)) for _, weight in rows]
    assert {feature for feature, _ in rows} == set(scorer(name).weights)
    assert sizes == sorted(sizes, reverse=True)


def test_an_unknown_kind_is_not_here(client: FlaskClient) -> None:
    answer = client.get("/docs/kinds/nothing", headers={"Accept": "text/html"})
    assert answer.status_code == 404
    assert "Nothing is kept at this address" in answer.text
