"""Long lists at the desk: stories in pages and found by title; a page asks the base no more for more rows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from flask.testing import FlaskClient
from sqlalchemy import event
from tests.conftest import CHEESE, FERRY, Folders, Ingest
from tests.moderator import Moderator
from tests.unit.web.conftest import told

from secondsource.web.desk import stories

TITLES = ("Ferry aground", "Cheese 100% Gouda", "Ferry afloat at Évian")


@pytest.fixture
def several(folders: Folders, ingest: Ingest) -> None:
    """Three stories, the newest last."""
    for title, texts in zip(TITLES, (FERRY, CHEESE, FERRY), strict=True):
        ingest(folders.story(title, {f"{title} {outlet}": text for outlet, text in texts.items()}))


def listed(page: str) -> list[str]:
    return re.findall(r'<li><a class="outlet" href="/admin/stories/\w+">([^<]+)</a>', page)


@contextmanager
def statements(client: FlaskClient) -> Iterator[list[str]]:
    """What is asked of the base meanwhile."""
    asked: list[str] = []
    engine = client.application.extensions["secondsource.base"]

    def note(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        asked.append(statement)

    event.listen(engine, "before_cursor_execute", note)
    try:
        yield asked
    finally:
        event.remove(engine, "before_cursor_execute", note)


@pytest.mark.usefixtures("several")
def test_stories_come_in_pages_the_newest_first(desk: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    assert listed(desk.get("/admin/stories").text) == [*reversed(TITLES)]
    monkeypatch.setattr(stories, "PAGE", 2)
    first = desk.get("/admin/stories").text
    link = re.search(r'rel="next" href="([^"]+)"', first)
    assert link is not None
    last = desk.get(link[1]).text
    assert listed(first) + listed(last) == [*reversed(TITLES)]
    assert 'rel="next"' not in last
    assert 'role="search"' in first
    assert 'role="search"' in last
    assert desk.get("/admin/stories?after=none").status_code == 404


@pytest.mark.usefixtures("several")
@pytest.mark.parametrize(
    ("title", "found"),
    [
        ("ferry", [TITLES[2], TITLES[0]]),
        ("0% g", [TITLES[1]]),
        ("%", [TITLES[1]]),
        ("_", []),
        ("AT éVIAN", [TITLES[2]]),
    ],
)
def test_stories_are_found_by_words_of_their_title(
    desk: FlaskClient, ann: Moderator, title: str, found: list[str]
) -> None:
    assert listed(desk.get("/admin/stories", query_string={"title": title}).text) == found
    answer = desk.get("/api/v1/admin/stories", query_string={"title": title}, headers=ann.headers).get_json()
    assert {story["title"] for story in answer["items"]} == set(found)
    if not found:
        assert "No story is called this" in told(desk, f"/admin/stories?title={title}")


@pytest.mark.usefixtures("several")
def test_of_many_stories_the_newest_can_be_chosen_and_others_looked_for(
    desk: FlaskClient, ann: Moderator, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids = {story["title"]: story["id"] for story in ann.get("/stories")["items"]}
    page = f"/admin/stories/{ids[TITLES[0]]}"
    choices = re.compile(r'<option value="\w+">([^<]+)</option>')
    assert choices.findall(desk.get(page).text) == [TITLES[2], TITLES[1]], "not itself"
    assert "data-find" not in desk.get(page).text
    monkeypatch.setattr(stories, "MOST_CHOICES", 1)
    assert choices.findall(desk.get(page).text) == [TITLES[2]]
    assert f'data-find="/api/v1/admin/stories" data-own="{ids[TITLES[0]]}"' in desk.get(page).text
    asked = re.findall(r'<option value="\w+"( selected)?>([^<]+)', desk.get(f"/admin?story={ids[TITLES[0]]}").text)
    assert asked == [(" selected", TITLES[0]), ("", TITLES[2])], "the one that is asked for is among them"


@pytest.mark.usefixtures("ferry")
@pytest.mark.parametrize("path", ["/admin", "/admin/reports", "/admin/moderators"])
def test_a_page_asks_the_base_no_more_for_more_rows(desk: FlaskClient, ann: Moderator, path: str) -> None:
    fact = ann.get("/conflicts")["items"][0]["fact"]["id"]
    counts = []
    for number in range(2):
        ann.post("/moderators", name=f"Bea {number}")
        said = {"note": "n", "fact": fact, "words": f"Wrong {number}"}
        assert desk.post("/api/v1/reports", json=said).status_code == 201
        with statements(desk) as asked:
            page = desk.get(path).text
        assert page
        counts.append(len(asked))
    assert counts[0] == counts[1]


@pytest.mark.usefixtures("ferry")
def test_a_fact_with_more_claims_asks_the_base_no_more(desk: FlaskClient, ann: Moderator) -> None:
    facts = sorted(ann.get("/facts?limit=200")["items"], key=lambda fact: len(fact["claims"]))
    few, many = facts[0], facts[-1]
    assert len(few["claims"]) < len(many["claims"])
    counts = []
    for fact in (few, many):
        with statements(desk) as asked:
            page = desk.get(f"/admin/facts/{fact['id']}").text
        assert page.count('value="correct_claim"') == len({claim["content"] for claim in fact["claims"]})
        counts.append(len(asked))
    assert counts[1] - counts[0] <= 2, "the pairs of the one that has some, and their tags"


def test_two_articles_of_one_outlet_are_told_apart_in_the_grid(
    desk: FlaskClient, ann: Moderator, folders: Folders, ingest: Ingest
) -> None:
    folder = folders.story("Ferry", FERRY, published="2031-03-04")
    file = folder / "story.toml"
    file.write_text(file.read_text("utf-8").replace("Isle Post", "Coast Daily"), "utf-8")
    ingest(folder)
    page = desk.get(f"/admin/stories/{ann.get('/stories')['items'][0]['id']}").text
    heads = re.findall(r'<th scope="col"><a href="(/admin/articles/\w+)">([^<]+)</a>.*?</time>(.*?)</th>', page, re.S)
    assert len({address for address, *_ in heads}) == len(heads) == 3
    told_apart = {title.strip() for _, outlet, title in heads if outlet == "Coast Daily"}
    assert len(told_apart) == 2
    assert all(title.startswith("<span>") for title in told_apart)
    assert [title for _, outlet, title in heads if outlet == "Northern Herald"] == [""]
