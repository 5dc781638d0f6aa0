"""Story folders in; versions kept, read, reconciled. And `rebuild`, which derives everything again."""

from secondsource.ingesting.ingest import ingest_paths, rebuild
from secondsource.ingesting.outcomes import Outcome, Result

__all__ = ["Outcome", "Result", "ingest_paths", "rebuild"]
