"""Pages that forbid, hide, confuse or attack."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.e2e.driving import HOST, Reader
from tests.e2e.site import Site, page
from tests.serving import ROOT, Server, with_a_conflict

STORY = Path(__file__).parent / "stories" / "hostile"
POLICIES = {
    "nothing allowed": "default-src 'none'",
    "sandbox": "sandbox allow-same-origin",
    "trusted types": "require-trusted-types-for 'script'; trusted-types 'none'",
}


@pytest.mark.parametrize("policy", POLICIES.values(), ids=POLICIES)
def test_notes_work_under_a_strict_policy(policy: str, reader: Reader, site: Site) -> None:
    seed = with_a_conflict()
    reader.open(site.add("/strict", page(seed.text), {"Content-Security-Policy": policy}))
    assert "Leonardo, 8" in reader.point_at("conflicts", "Leonardo, nine")
    # What the page itself loads against its own policy is the page's complaint, not ours.
    assert [said for said in reader.errors() if HOST in said or reader.base in said] == []


def test_offsets_hold_after_emoji_and_combining_characters(reader: Reader, site: Site) -> None:
    before = "🙂👩‍👩‍👧 é ñ 𝔘 " * 20
    seed = with_a_conflict()
    plain = reader.open(site.add("/plain", page(seed.text))) and reader.marks()
    reader.open(site.add("/emoji", page(f"{before}\n{seed.text.replace('Leonardo', '👶 Leonardo')}")))
    assert reader.marks()["conflicts"] == plain["conflicts"]


def test_marked_words_may_run_over_links_and_emphasis(reader: Reader, site: Site) -> None:
    text = "".join(f"<p>{line}</p>" for line in with_a_conflict().text.split("\n") if line.strip())
    assert "Leonardo, nine" in text
    text = text.replace("Leonardo, nine", "<a href='/l'>Leon<em>ardo</em></a>,\n  <b>nine</b>")
    reader.open(site.add("/inline", page(text, raw=True)))
    assert any(words.endswith("nine") and words.startswith("Leon") for words in reader.marks()["conflicts"])


@pytest.fixture(scope="module")
def poisoned(server: Server) -> str:
    """A story whose texts, titles and outlets are full of scripts; the text of one of its articles."""
    server.command("ingest", str(STORY.relative_to(ROOT)))
    return (STORY / "a.txt").read_text(encoding="utf-8")


# What would run, or load, if a text were taken for HTML; the card draws its own icons as svg.
ALIVE = "img, script, iframe, [onload], [onerror], [ontoggle], [href^=javascript]"
WATCH = "<script>window.executed = 0; window.ran = () => { window.executed++; }</script>"


def test_nothing_in_texts_titles_or_outlets_is_executed(reader: Reader, site: Site, poisoned: str) -> None:
    reader.open(site.add("/poisoned", page(poisoned, head=WATCH)))
    marks = reader.marks()
    assert len(marks["rewords"]) >= 8, marks
    for words in marks["rewords"]:
        card = reader.point_at("rewords", words)
        assert "slowly" in card
    assert reader.in_notes(f"return root.querySelectorAll('{ALIVE}').length") == 0
    assert "Quillon ferry" in reader.popup_text()
    assert reader.run("return window.executed ?? window.wrappedJSObject?.executed") == 0


@pytest.mark.usefixtures("poisoned")
def test_the_servers_own_pages_show_such_a_story_as_text(reader: Reader, server: Server) -> None:
    reader.go(server.address + "/")
    assert "<script>ran()</script>" in reader.run("return document.body.innerText")
    links = reader.run(
        "return [...document.querySelectorAll('.story')].find((e) => e.innerText.includes('ran()'))"
        ".querySelectorAll('h3 a').values().map((a) => a.href).toArray()"
    )
    for link in links:
        reader.go(link)
        reader.wait_for_marks()
        assert "onerror=ran()" in reader.run("return document.body.innerText")
        assert (
            reader.run("return document.querySelectorAll('main img, main script, main iframe, main svg').length") == 0
        )
        assert all(
            not href.startswith("javascript:") for href in reader.run("return [...document.links].map((a) => a.href)")
        )


def test_a_page_cannot_open_cards_or_read_notes(reader: Reader, site: Site) -> None:
    forge = """<script>
    window.report = () => {
      const host = document.querySelector("second-source");
      for (const target of [document, document.body, document.querySelector("main p"), host])
        for (const type of ["pointermove", "pointerdown", "click", "mouseover", "focusin", "keydown"])
          target.dispatchEvent(new (type.startsWith("key") ? KeyboardEvent : PointerEvent)(type,
            { bubbles: true, composed: true, clientX: 200, clientY: 300, key: "Enter" }));
      window.postMessage({ type: "again" }, "*");
      window.postMessage({ type: "annotate", text: "x" }, "*");
      document.documentElement.dataset.seen = JSON.stringify({
        root: host.shadowRoot, text: host.textContent,
        names: Object.keys(window).filter((name) => /source/i.test(name)),
        chrome: typeof chrome == "object" && !!chrome.runtime?.sendMessage });
    };
    addEventListener("forge", window.report);
    </script>"""
    reader.open(site.add("/forging", page(with_a_conflict().text, head=forge)))
    reader.run("window.dispatchEvent(new Event('forge'))")
    seen = reader.run("return document.documentElement.dataset.seen")
    assert seen == '{"root":null,"text":"","names":[],"chrome":false}'
    reader.settle()
    assert reader.card() is None
