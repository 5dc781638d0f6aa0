"""Articles in; versions kept, read, reconciled. And `rebuild`, which derives everything again."""

from secondsource.ingesting.ingest import ingest_paths, move_articles, rebuild, rebuild_within
from secondsource.ingesting.outcomes import Outcome, Result

__all__ = ["Outcome", "Result", "ingest_paths", "move_articles", "rebuild", "rebuild_within"]
