"""The made-up articles that most tests read: short, so that a server answers them soon."""

from __future__ import annotations

from pathlib import Path

STORIES = Path(__file__).parent / "stories"
INN = (STORIES / "harlow" / "harbour.txt").read_text(encoding="utf-8")
HERS, THEIRS = "Mirabel, 9", "Mirabel, 11"  # where the article of the inn conflicts with another, and what that says
QUARRY = (STORIES / "quarry" / "evening.txt").read_text(encoding="utf-8")
