"""A small learned judge: a weighted sum of named features, squeezed to a probability.

The weights stand in data/<name>.toml, made and measured story by story by `python -m tests.eval.train`. Every
feature is a number that a person can follow, so that a verdict can be explained and a weight be reviewed.
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

ROUNDING = 1e-9  # by which two sums of the same numbers may differ


@dataclass(frozen=True, slots=True)
class Scorer:
    """Logistic regression. `threshold` is the probability from which its verdict is shown to a reader."""

    bias: float
    weights: Mapping[str, float]
    threshold: float

    def probability(self, features: Mapping[str, float]) -> float:
        """0 to 1: how likely what the features describe is so."""
        total = 0.0
        for name, weight in self.weights.items():
            total += weight * features[name]
        return _squeezed(self.bias + total)

    def may_reach_threshold(self, known: Mapping[str, float], most: Mapping[str, float]) -> bool:
        """Whether a probability may come to the threshold, told of some features how great each is at most (0 or more).

        All others are known.
        """
        total = self.bias + ROUNDING
        for name, weight in self.weights.items():
            value = known.get(name)
            if value is not None:
                total += weight * value
            elif weight > 0:
                total += weight * most[name]
        return _squeezed(total) >= self.threshold


def _squeezed(total: float) -> float:
    return 1 / (1 + math.exp(-max(-60.0, min(60.0, total))))


@cache
def scorer(name: str) -> Scorer:
    """The scorer whose weights data/<name>.toml holds."""
    told = tomllib.loads(_file(name).read_text("utf-8"))
    return Scorer(told["bias"], told["weights"], told["threshold"])


def has_scorer(name: str) -> bool:
    """Whether a kind of that name judges by learned weights."""
    return _file(name).is_file()


def _file(name: str) -> Traversable:
    return files("secondsource.comparing") / f"data/{name}.toml"
