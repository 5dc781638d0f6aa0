"""Pages that forbid, hide, confuse or attack."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest
from tests.e2e.driving import Reader
from tests.e2e.gate import Gate
from tests.e2e.site import Site, page
from tests.e2e.test_states import UNKNOWN
from tests.e2e.texts import HERS, INN, THEIRS
from tests.serving import Server, with_a_conflict
from tests.waiting import until

STORY = Path(__file__).parent / "stories" / "hostile"
POLICIES = {
    "nothing allowed": "default-src 'none'",
    "sandbox": "sandbox allow-same-origin",
    "trusted types": "require-trusted-types-for 'script'; trusted-types 'none'",
}


@pytest.mark.parametrize("policy", POLICIES.values(), ids=POLICIES)
def test_notes_work_under_a_strict_policy(policy: str, reader: Reader, site: Site) -> None:
    reader.open(site.add("/strict", page(INN), {"Content-Security-Policy": policy}))
    assert THEIRS in reader.point_at("conflicts", HERS)
    # What the page itself loads against its own policy is the page's complaint, not ours.
    assert [said for said in reader.errors() if reader.base in said] == []


def test_marked_words_may_run_over_links_and_emphasis(reader: Reader, site: Site) -> None:
    text = "".join(f"<p>{line}</p>" for line in INN.split("\n") if line.strip())
    assert HERS in text
    text = text.replace(HERS, "<a href='/l'>Mira<em>bel</em></a>,\n  <b>9</b>")
    reader.open(site.add("/inline", page(text, raw=True)))
    assert any(words.endswith("9") and words.startswith("Mira") for words in reader.marks()["conflicts"])


@pytest.fixture(scope="module")
def poisoned() -> str:
    """A story whose texts, titles and outlets are full of scripts; the text of one of its articles."""
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
    reader.popup_says("Quillon ferry")
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
      const host = document.querySelector("html > div");
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
    reader.open(site.add("/forging", page(INN, head=forge)))
    reader.run("window.dispatchEvent(new Event('forge'))")
    seen = reader.run("return document.documentElement.dataset.seen")
    assert seen == '{"root":null,"text":"","names":[],"chrome":false}'
    reader.settle()
    assert reader.card() is None


# What a page can do to be there first: hook what makes elements and roots, and pose as the extension's own element.
AMBUSH = """<script>
window.caught = [];
const keep = (what, found) => { if (found) caught.push(what); };
for (const [proto, name] of [[Element.prototype, "attachShadow"], [Document.prototype, "createElement"],
    [Element.prototype, "append"], [Element.prototype, "prepend"], [Node.prototype, "appendChild"],
    [HTMLElement.prototype, "showPopover"], [EventTarget.prototype, "addEventListener"],
    [Array.prototype, "map"], [JSON, "stringify"], [Promise.prototype, "then"]]) {
  const original = proto[name];
  proto[name] = function (...given) {
    const found = original.apply(this, given);
    keep(name, found instanceof ShadowRoot || (this instanceof Element && this.matches("html > div")));
    return found;
  };
}
const Posing = (Kind) => class extends Kind {
  constructor() { super(); this.inner = this.attachInternals?.(); keep("constructor", true); }
  connectedCallback() { keep("connected", true); keep("root", this.inner?.shadowRoot); }
};
customElements.define("second-source", Posing(HTMLElement));
customElements.define("second-source-div", Posing(HTMLDivElement), { extends: "div" });
addEventListener("look", () => {
  for (const host of document.querySelectorAll("second-source, html > div")) {
    keep("root later", host.inner?.shadowRoot || host.shadowRoot);
    try { keep("internals", host.attachInternals().shadowRoot); } catch {}
  }
  document.documentElement.dataset.caught = JSON.stringify(caught);
});
</script>"""


def test_a_page_that_lies_in_wait_gets_no_hold_of_the_notes(reader: Reader, site: Site) -> None:
    reader.open(site.add("/ambush", page(INN, head=AMBUSH)))
    assert THEIRS in reader.point_at("conflicts", HERS)
    reader.run("window.dispatchEvent(new Event('look'))")
    assert reader.run("return document.documentElement.dataset.caught") == "[]"


# What a page that wants to know can look at: its own objects, styles, requests; whether the extension's files load.
SNOOP = """<script>
addEventListener("snoop", async ({ detail }) => {
  const loads = (tag, name, url) => new Promise((done) => {
    const element = document.createElement(tag);
    element.onload = () => done(true);
    element.onerror = () => done(false);
    element[name] = url;
    if (tag == "link") element.rel = "stylesheet";
    document.head.append(element);
    setTimeout(done, 3000, false);
  });
  const found = [];
  for (const url of JSON.parse(detail))
    found.push(
      await fetch(url).then(() => true, () => false), await loads("img", "src", url),
      await loads("script", "src", url), await loads("link", "href", url));
  document.documentElement.dataset.seen = JSON.stringify({
    loaded: found.some(Boolean),
    highlights: CSS.highlights.size,
    sheets: document.adoptedStyleSheets.length,
    elements: [...document.documentElement.children].map(({ localName }) => localName),
    asked: performance.getEntriesByType("resource").map(({ name }) => name)
      .filter((name) => !name.startsWith(location.origin) && !name.startsWith("data:") && !detail.includes(name)),
    globals: Object.keys(window).filter((name) => /source/i.test(name)),
    runtime: typeof globalThis.chrome?.runtime?.sendMessage,
  });
});
</script>"""
NOTHING_SEEN = {
    "loaded": False, "highlights": 0, "sheets": 0, "elements": ["head", "body"], "asked": [], "globals": [],
    "runtime": "undefined",
}  # fmt: skip


def test_before_a_note_is_shown_a_page_cannot_tell_that_the_extension_is_there(reader: Reader, site: Site) -> None:
    reader.open(site.add("/snooping", page(UNKNOWN, head=SNOOP)))
    files = ["manifest.json", "extension/content/card.js", "extension/icons/16.png", "extension/shared/look.css"]
    reader.run(
        "window.dispatchEvent(new CustomEvent('snoop', { detail: JSON.stringify(args[0]) }))",
        [reader.base + file for file in files],
    )
    seen = until(lambda: reader.run("return document.documentElement.dataset.seen"), "the page to have looked")
    assert json.loads(seen) == NOTHING_SEEN
    reader.errors()  # browsers log what the page was refused


def test_a_story_none_of_whose_notes_is_shown_leaves_no_trace(reader: Reader, site: Site) -> None:
    watch = """<script>
    addEventListener("move", () => {
      const { dataset } = document.documentElement;
      new MutationObserver((records) => {
        dataset.added = [dataset.added, ...records.flatMap(({ addedNodes }) => [...addedNodes].map(String))];
      }).observe(document.documentElement, { childList: true });
      dataset.added = "";
      history.pushState(null, "", "/moved");
      document.querySelector("main p").append(" More."); // the old text is given some time under a new address
    });
    </script>"""
    reader.choose(show={"conflicts": False, "rewords": False, "updates": False, "corroborates": False})
    address = site.add("/nothing-shown", page(INN, head=watch))
    reader.in_extension("await chrome.storage.session.clear()")
    reader.go(address)
    until(lambda: reader.answered(address), "the answer")
    reader.run("window.dispatchEvent(new Event('move'))")
    until(lambda: reader.answered(site.address + "/moved"), "the question for the new address")
    assert reader.run("return document.documentElement.dataset.added") == ""
    style = "getComputedStyle(document.documentElement, '::highlight(second-source-open)')"
    assert reader.run(f"return {style}.backgroundColor") == "rgba(0, 0, 0, 0)"


def test_a_control_may_have_any_name(reader: Reader, site: Site) -> None:
    body = "".join(f"<p>{line}</p>" for line in INN.split("\n") if line.strip())
    names = ("matches", "childNodes", "id", "localName", "checkVisibility", "textContent")
    form = "<form><label>Find <select name='{}'><option>All</option></select></label></form>"
    reader.open(site.add("/controls", page("".join(map(form.format, names)) + body, raw=True)))
    assert any(HERS in words for words in reader.marks()["conflicts"])


def test_no_page_learns_the_servers_address_or_the_token(reader: Reader, site: Site, server: Server) -> None:
    gather = """<script>addEventListener("gather", () => {
      const styles = [...document.adoptedStyleSheets, ...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]);
      document.documentElement.dataset.all = [
        document.documentElement.outerHTML, ...styles.map(({ cssText }) => cssText),
        ...performance.getEntries().map(({ name }) => name), JSON.stringify(Object.entries(localStorage)),
        ...CSS.highlights.keys(), ...Object.keys(window), document.cookie, name, document.referrer,
      ].join("\\n");
    })</script>"""
    reader.choose(token="a-secret-between-two-machines")
    reader.open(site.add("/gathering", page(INN, head=gather)))
    reader.point_at("conflicts", HERS)
    reader.run("window.dispatchEvent(new Event('gather'))")
    gathered = reader.run("return document.documentElement.dataset.all")
    assert "second-source" in gathered
    assert str(server.port) not in gathered
    assert "a-secret" not in gathered


def test_a_page_that_changes_its_address_all_the_time_asks_seldom(reader: Reader, site: Site, server: Server) -> None:
    restless = """<script>
    let count = 0;
    const timer = setInterval(() => {
      history.pushState(null, "", `/restless/${++count}`);
      document.querySelector("main p").append(` And word number ${count}.`);
      if (count == 60) clearInterval(timer);
    }, 50);
    </script>"""
    gate = Gate(server)
    try:
        reader.use_server(gate.address)
        began = time.monotonic()
        reader.go(site.add("/restless-address", page(with_a_conflict().text, head=restless)))
        until(lambda: any(b"number 60" in request.body for request in gate.asked("annotations")), "the last")
        asked = len(gate.asked("annotations"))
        assert asked <= 9 + (time.monotonic() - began), (
            "of sixty addresses, which take the longer the busier the machine"
        )
    finally:
        reader.use_server(server.address)
        gate.close()
