"""What the benchmarks are asked for: each figure with its bound in one line, and which were missed at the end."""

from __future__ import annotations

from collections.abc import Callable
from operator import ge, le

ROW = "{:44} {:>12}   {}"


class Asked:
    """Bounds, and those that were missed."""

    def __init__(self) -> None:
        self._missed: list[str] = []

    def least(self, name: str, value: float, bound: float, unit: str = "", form: str = ",.0f") -> None:
        """Print a figure that is to be so much at least."""
        self._print(name, value, bound, unit, form, "at least", ge)

    def most(self, name: str, value: float, bound: float, unit: str = "", form: str = ",.1f") -> None:
        """Print a figure that is to be so much at most."""
        self._print(name, value, bound, unit, form, "at most", le)

    def miss(self, what: str) -> None:
        """Note what else was missed."""
        self._missed.append(what)

    def settle(self) -> None:
        """Stop with what was missed, if anything was."""
        if self._missed:
            raise SystemExit("Missed: " + "; ".join(self._missed))

    def _print(
        self,
        name: str,
        value: float,
        bound: float,
        unit: str,
        form: str,
        how: str,
        holds: Callable[[float, float], bool],
    ) -> None:
        said, asked = f"{value:{form}}{unit}", f"{how} {bound:{form}}{unit}"
        missed = not holds(value, bound)
        print(ROW.format(name, said, f"{'MISSED, ' if missed else ''}{asked}"), flush=True)
        if missed:
            self._missed.append(f"{name} {said} ({asked})")
