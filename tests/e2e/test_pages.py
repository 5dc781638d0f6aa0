"""The pages that the server itself shows."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.e2e.driving import Reader
from tests.forking import Forked
from tests.serving import Server, seeds, with_a_conflict
from tests.waiting import until

LISTED = "return [...document.querySelectorAll('.articles li')].map((e) => e.innerText)"
STATE = "return document.getElementById('notes-state').textContent"
PAGES = ("/", "/docs", "/docs/kinds", "/docs/kinds/statements", "/docs/export", "/nothing-here")


def read_address(server: Server, outlet: str) -> str:
    """The address of an outlet's seed article on the server."""
    articles = json.loads(server.get("/api/v1/articles?limit=200")[2])["items"]
    return f"{server.address}/read/" + next(found["id"] for found in articles if found["outlet"] == outlet)


def test_the_first_page_lists_every_seed_article_with_its_links(reader: Reader, server: Server) -> None:
    reader.go(server.address)
    listed = reader.run(LISTED)
    links = reader.run("return [...document.querySelectorAll('.articles a')].map((e) => e.href)")
    for seed in seeds():
        assert any(seed.outlet in item for item in listed)
        assert seed.url in links


def test_the_first_page_of_an_empty_base_says_what_to_do(
    reader: Reader, tmp_path_factory: pytest.TempPathFactory
) -> None:
    empty = Server(tmp_path_factory.mktemp("empty"), Forked)
    empty.start()
    reader.go(empty.address)
    text = reader.run("return document.querySelector('main').innerText")
    assert empty.stop() == 0
    assert "No story yet" in text
    assert "secondsource ingest seeds/" in text


def test_notes_are_at_work_on_an_article_page_and_agree_with_the_api(reader: Reader, server: Server) -> None:
    seed = with_a_conflict()
    reader.go(read_address(server, seed.outlet))
    reader.wait_for_marks()
    expected = server.annotate(seed.text, seed.url)["annotations"]
    marks = reader.marks()
    assert reader.in_notes("return root.querySelectorAll('.list li').length") == len(expected)
    assert "Leonardo, 8" in reader.point_at("conflicts", "Leonardo, nine")
    counted = f"Conflicts: {len(marks['conflicts'])}"
    until(lambda: reader.run(STATE).startswith(counted), "the page to count the notes")


def test_the_switch_takes_the_notes_off_and_brings_them_back(reader: Reader, server: Server) -> None:
    reader.go(read_address(server, with_a_conflict().outlet))
    reader.wait_for_marks()
    reader.run("document.getElementById('notes-switch').click()")
    reader.wait_for_no_marks()
    assert reader.added() == []
    until(lambda: reader.run(STATE) == "Notes are off.", "the page to say so")
    reader.settle()
    assert reader.marks() == {}
    reader.run("document.getElementById('notes-switch').click()")
    reader.wait_for_marks()


def test_the_extension_leaves_the_servers_own_pages_alone(server: Server, reader: Reader) -> None:
    reader.go(read_address(server, with_a_conflict().outlet))
    reader.wait_for_marks()
    assert reader.added() == ["div"]


@pytest.mark.parametrize("path", PAGES)
def test_pages_ask_nobody_else_run_under_the_strict_policy_and_fit_any_window(
    reader: Reader, server: Server, path: str
) -> None:
    _, headers, _ = server.get(path, {"Accept": "text/html"})
    assert headers["Content-Security-Policy"].startswith("default-src 'none'; ")
    assert "unsafe" not in headers["Content-Security-Policy"]
    reader.go(server.address + path)
    asked = reader.run("return performance.getEntriesByType('resource').map((e) => new URL(e.name).origin)")
    assert set(asked) <= {server.address}
    reader.errors()  # the missing page's own 404
    try:
        for width in (1100, 360):
            reader.look(width=width)
            assert reader.run("return document.documentElement.scrollWidth <= innerWidth")
    finally:
        reader.look()


def test_the_reference_shows_every_operation_of_the_api(reader: Reader, server: Server) -> None:
    document = json.loads(server.get("/api/v1/openapi.json")[2])
    reader.go(server.address + "/docs")
    shown = reader.run("return [...document.querySelectorAll('.operation h3')].map((e) => e.innerText.trim())")
    expected = {
        f"{method.upper()} {path}"
        for path, item in document["paths"].items()
        for method in item
        if method in {"get", "post", "put", "patch", "delete"}
    }
    assert {" ".join(words.split()) for words in shown} == expected
    broken = reader.run(
        "return [...document.querySelectorAll('a[href^=\"#\"]')].map((a) => a.hash.slice(1))"
        ".filter((id) => !document.getElementById(id))"
    )
    assert broken == []


def test_every_page_can_be_skipped_to_its_content_with_the_keyboard(reader: Reader, server: Server) -> None:
    reader.go(server.address)
    reader.press("Tab")
    until(lambda: reader.run("return document.activeElement.className == 'skip'"), "the skip link to have focus")
    reader.press("Enter")
    until(lambda: reader.run("return document.activeElement.id == 'main'"), "the content to have focus")


def test_pictures_of_pages_are_kept_out_of_git() -> None:
    assert "tests/e2e/out/" in (Path(__file__).parents[2] / ".gitignore").read_text(encoding="utf-8")
