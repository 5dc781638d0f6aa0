"""Which stored passages share the rarest words with a text, in time that hardly grows with the base.

Similarity finds candidates here; what they are worth is decided by whoever asks.
"""

from secondsource.lookup.checking import check
from secondsource.lookup.following import Candidate, candidates, catch_up, is_up_to_date

__all__ = ["Candidate", "candidates", "catch_up", "check", "is_up_to_date"]
