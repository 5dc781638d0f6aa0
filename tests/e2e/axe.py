"""axe-core, from the npm registry, run on what the extension puts on somebody's page."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from tests.e2e.driving import Reader

SCRIPT = Path(__file__).parents[1] / "npm" / "node_modules" / "axe-core" / "axe.min.js"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
# axe looks into open shadow roots only, and for grounds that text stands on under body only, which the card is not in.
LOOK = """
const moving = root.querySelector("[role=dialog]")?.getAnimations({ subtree: true }) ?? [];
await Promise.all(moving.map(({ finished }) => finished));
Object.defineProperty(root.host, "shadowRoot", { configurable: true, get: () => root });
Object.defineProperty(document, "body", { configurable: true, get: () => root.host });
try {
  const { violations } = await window.axe.run(root.host, { resultTypes: ["violations"], runOnly: args[0] });
  const told = ({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id} ${target}: ${failureSummary}`);
  return violations.flatMap(told);
} finally {
  delete root.host.shadowRoot;
  delete document.body;
}
"""


@cache
def _script() -> str:
    return SCRIPT.read_text(encoding="utf-8")


def faults_of_notes(reader: Reader) -> list[str]:
    """What axe finds wrong with the card and the list of notes: rule, element, what to mend."""
    if not reader.in_notes("return Boolean(window.axe)"):
        reader.in_notes(_script())
    found: list[str] = reader.in_notes(LOOK, RULES)
    return found
