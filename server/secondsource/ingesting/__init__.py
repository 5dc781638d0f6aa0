"""Articles in; versions kept, read, reconciled. And `rebuild`, which derives everything again."""

from secondsource.ingesting.ingest import find_stories, ingest_paths, move_articles, rebuild
from secondsource.ingesting.outcomes import Outcome, Result

__all__ = ["Outcome", "Result", "find_stories", "ingest_paths", "move_articles", "rebuild"]
