"""What axe-core, from the npm registry and for the tests alone, finds wrong with a page for some readers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.serving import ROOT

AXE = (ROOT / "tests" / "npm" / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
COLOURS = ["color-contrast"]  # what alone may be otherwise in the dark
LOOK = """
await Promise.all(document.getAnimations().map(({ finished }) => finished));
const { violations } = await axe.run(document, { resultTypes: ["violations"], runOnly: args[0] });
const told = ({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`);
return violations.flatMap(told);
"""
TOO_WIDE = "return document.documentElement.scrollWidth - document.documentElement.clientWidth"


def violations(run: Callable[..., Any], rules: list[str] = RULES) -> list[str]:
    """Each rule of WCAG 2.2 AA, or of good practice, that an element breaks; `run` runs scripts in the page."""
    if not run("return Boolean(window.axe)"):
        run(AXE)
    found: list[str] = run(LOOK, rules)
    return found
