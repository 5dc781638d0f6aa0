"""B-cubed precision, recall and F1 of a partition (Bagga and Baldwin, 1998)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Score(NamedTuple):
    """The mean over all articles of how much of what is put with it belongs there, and how much of what does is."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """The harmonic mean of the two."""
        return 2 * self.precision * self.recall / (self.precision + self.recall)


def bcubed(found: Mapping[str, str], labelled: Mapping[str, str]) -> Score:
    """Compare the story that each article was given with the one that it is labelled with."""
    precision = recall = 0.0
    for article in labelled:
        together = {other for other in labelled if found[other] == found[article]}
        belongs = {other for other in labelled if labelled[other] == labelled[article]}
        precision += len(together & belongs) / len(together) / len(labelled)
        recall += len(together & belongs) / len(belongs) / len(labelled)
    return Score(precision, recall)
