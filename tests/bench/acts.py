"""What the bench of the browsers does to a page: a storm of changes, counting them, wrapping words in spans."""

from __future__ import annotations

# Every tenth of a second a transition ends, beside an animation that never does.
STORM = """
const style = document.head.appendChild(document.createElement("style"));
style.textContent = "@keyframes turn { to { rotate: 1turn } } .turns { animation: turn 1s linear infinite; }"
  + ".fades { transition: opacity .05s; } .fades.out { opacity: .5; }";
const beside = document.querySelector("article").insertAdjacentElement("beforebegin", document.createElement("p"));
const texts = [...document.querySelectorAll("article p")];
const moving = beside.insertAdjacentElement("beforebegin", document.createElement("p"));
moving.className = "turns fades";
moving.textContent = "Loading";
let count = 0;
setInterval(() => {
  count++;
  if (count % 10 == 0) moving.classList.toggle("out");
  if (count % 3) texts[count % texts.length].dataset.seen = count;
  else beside.textContent = "Seen " + count;
}, 1000 / args[0]);
"""
COUNT = """
window.changed = 0;
const ours = ({ target }) => target == document.documentElement; // where the extension's one element goes
new MutationObserver((records) => (window.changed += records.filter((record) => !ours(record)).length))
  .observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
"""
CHANGED = "return window.changed"
SPANS = """
const style = document.createElement("style");
style.textContent = ".wrapped { text-decoration: underline wavy 1.5px #b3261e; background: #b3261e1a; }";
document.head.append(style);
const folded = (words) => words.split(/\\s+/).join(" ");
for (const words of args[0]) {
  const walker = document.createTreeWalker(document.querySelector("article"), NodeFilter.SHOW_TEXT);
  for (let node; (node = walker.nextNode()); ) {
    const at = folded(node.data).indexOf(folded(words));
    if (at < 0) continue;
    const rest = node.splitText(at);
    rest.splitText(words.length);
    const span = document.createElement("span");
    span.className = "wrapped";
    rest.replaceWith(span);
    span.append(rest);
    break;
  }
}
"""
