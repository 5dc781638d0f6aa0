"""Story folders in; versions kept, read, reconciled. And `rebuild`, which derives everything again."""

from secondsource.ingesting.ingest import ingest, rebuild
from secondsource.ingesting.outcomes import Outcome, Refusal, Result
from secondsource.ingesting.story_folder import find_story_folders

__all__ = ["Outcome", "Refusal", "Result", "find_story_folders", "ingest", "rebuild"]
