"""Pages whose text comes, goes and changes while they are read. Each does what it does when its button is pressed.

`data-waited` on the html element is the time in milliseconds from the moment new text stood in the page to the first
frame in which a note was drawn on it, as the page itself can see: `watch(element)` begins to look.
"""

from __future__ import annotations

import json

from tests.e2e.driving import Reader
from tests.e2e.site import page

WATCH = """
<script>
const watch = (element) => {
  const began = performance.now();
  const marked = () => [...CSS.highlights].some(([name, ranges]) => name.startsWith("second-source")
    && [...ranges].some(({ startContainer }) => element.contains(startContainer)));
  const look = () => {
    if (!marked()) return requestAnimationFrame(look);
    document.documentElement.dataset.waited += " " + (performance.now() - began);
  };
  look();
};
document.documentElement.dataset.waited = "";
const paragraphs = (text) => text.split("\\n").filter((line) => line.trim()).map((line) => {
  const made = document.createElement("p");
  made.textContent = line;
  return made;
});
const article = () => document.querySelector("article");
const when = (id, act) => addEventListener("click", ({ target }) => {
  const button = target.closest?.(`#${id}`);
  if (button) act(button);
});
</script>
"""
STATE = '<script type="application/json" id="state">{}</script>'
READ = '<script>const state = JSON.parse(document.querySelector("#state").textContent);</script>'


def press(reader: Reader, name: str) -> None:
    """As a script of the page would press it; notes are no matter of who pressed."""
    reader.run("document.querySelector(args[0]).click()", f"#{name}")


def waited(reader: Reader) -> list[float]:
    """How long each new text stood without notes, in milliseconds."""
    return [float(ms) for ms in reader.run("return document.documentElement.dataset.waited").split()]


def _button(name: str) -> str:
    return f'<p><button id="{name}">{name}</button></p>'


def _moving(body: str, state: object, script: str) -> str:
    held = STATE.format(json.dumps(state).replace("<", "\\u003c"))
    return page(f"{body}{held}{READ}<script>{script}</script>", title="A story of today", head=WATCH, raw=True)


def _paragraphs(text: str) -> str:
    return "".join(f"<p>{line}</p>" for line in text.replace("<", "&lt;").split("\n") if line.strip())


def late(text: str, parts: int, before: str = "") -> str:
    """An article of which only `before` is there at first; each press of #more brings the next of its parts, all of one
    size."""
    lines = [line for line in text.split("\n") if line.strip()]
    size = -(-len(lines) // parts)
    state = ["\n".join(lines[at : at + size]) for at in range(0, len(lines), size)]
    script = """
    when("more", () => {
      const made = document.createElement("section");
      made.append(...paragraphs(state.shift()));
      article().append(made);
      watch(made);
    });
    """
    return _moving(_button("more") + _paragraphs(before), state, script)


def endless(texts: list[str]) -> str:
    """The next article comes in below when the reader nears the end, as on sites without pages."""
    script = """
    const more = () => {
      if (!state.length) return;
      const made = document.createElement("section");
      made.append(...paragraphs(state.shift()));
      document.querySelector("#end").before(made);
      watch(made);
    };
    more();
    // The newest of what it saw: where a page is busy, one call tells that its end went and that it came back.
    const near = new IntersectionObserver((seen) => seen.at(-1).isIntersecting && more());
    near.observe(document.querySelector("#end"));
    """
    return _moving('<p id="end" style="margin-top: 100vh"></p>', texts, script)


def single_page(stories: dict[str, str], slow: bool = False) -> str:
    """A site that is one page: #go-NAME shows /NAME's article by history.pushState; of a slow site only the address is
    another one then, until #show is pressed."""
    script = """
    const show = () => {
      const name = location.pathname.split("/").pop();
      document.title = name;
      const made = document.createElement("section");
      made.append(...paragraphs(state.stories[name]));
      document.querySelector("#story").replaceChildren(made);
      watch(made);
    };
    for (const name of Object.keys(state.stories)) when("go-" + name, () => {
      history.pushState(null, "", name);
      if (!state.slow) show();
    });
    when("show", show);
    addEventListener("popstate", show);
    show();
    """
    links = "".join(map(_button, ("show", *(f"go-{name}" for name in stories))))
    return _moving(f"{links}<div id='story'></div>", {"stories": stories, "slow": slow}, script)


REACT = """
const h = React.createElement;
const Line = ({ text, at, turn }) => h("p", { "data-turn": turn },
  turn % 3 == 1 ? [text.slice(0, at), h("em", { key: "e" }, text.slice(at, at + 9)), text.slice(at + 9)] : text);
const Story = () => {
  const [turn, change] = React.useState(0);
  React.useEffect(() => when("turn", () => change((turn) => turn + 1)), []);
  const lines = state.slice(turn % 5 == 4 ? 1 : 0);
  return h(turn % 4 == 3 ? "section" : "div", { className: "turn" + turn },
    h("p", null, `Seen by ${turn} readers`), lines.map((text, i) => h(Line, { key: text + i, text, at: 12, turn })));
};
window.turn = 0;
const complain = (error) => console.error("React: " + error);
const heard = { onUncaughtError: complain, onRecoverableError: complain };
const root = ReactDOM.createRoot(document.querySelector("#react"), heard);
root.render(h(Story));
when("close", () => root.unmount());
"""


def re_rendered(text: str) -> str:
    """An article that React draws. Each press of #turn draws it anew: text nodes split and join, elements are replaced,
    a line goes and comes; #close takes it away. The site must
    have React's script at /react.js. What React cannot bear it says on the console."""
    lines = [line for line in text.split("\n") if line.strip()]
    body = f'{_button("turn")}{_button("close")}<div id="react"></div><script src="/react.js"></script>'
    return _moving(body, lines, REACT)


STORM = """
const beside = document.querySelector("aside").appendChild(document.createElement("p"));
const texts = [...article().querySelectorAll("p")];
let count = 0;
const blow = () => {
  count++;
  beside.textContent = "Price " + count;
  beside.style.translate = (count % 9) + "px";
  beside.className = "tick" + (count % 2);
  texts[count % texts.length].dataset.seen = count;
  document.documentElement.dataset.blown = count;
};
when("blow", () => setInterval(blow, 10));
"""


def stormy(text: str) -> str:
    """An article beside a ticker that, once #blow is pressed, changes a hundred times a second, and so do attributes
    all over the page; `data-blown` counts."""
    return _moving(f"{_button('blow')}{_paragraphs(text)}", None, f'addEventListener("load", () => {{{STORM}}});')
