"""What stories of a sort tell once each, and the words that tell it: reads data/particular_sorts.toml.

For kinds/particulars.py. The notation is told in the file.
"""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from importlib.resources import files
from typing import Any

from secondsource.reading.words import lemma

_LINKING = (
    r"is|are|was|were|be|been|will|would|has|had|have|st(?:ood|ands?)|standing|c[ao]mes?|coming|r[au]ns?"
    r"|amount(?:s|ed|ing)|total(?:s|l?ed|l?ing)|reach(?:es|ed|ing)|hits?|put|set|fixed|estimated|given|at|to|of|in|on|out"
    r"|up|down|r[io]sen?|rises|f[ae]lls?|fallen|climb(?:s|ed)|jump(?:s|ed)|dropp?(?:s|ed)|slipp?(?:s|ed)|grew|edged"
    r"|increased|declined|remain(?:s|ed)|stayed|worth|just|now|still|also|again|[a-z]{3,12}ly|by"
    r"|\d[\d.,]* ?(?:%|per ?cent|points?)|from [\d$€£][\w.,]*(?: (?:million|billion|per cent|percent))?%?"
)
_MOVED = (
    r"(?:(?:was|were|is|are|has|have|had|ended|closed|finished|went|goes) )?"
    r"(?:r[io]ses?|risen|up|gr[eo]wn?|grows|(?:in|de)creas(?:ed|es)|jump(?:ed|s)|climb(?:ed|s)|gain(?:ed|s)?|soar(?:ed|s)"
    r"|surg(?:ed|es)|advanced|leapt|rallied|added|improved|expanded|f[ae]ll(?:s|en)?|down|dropp?(?:ed|s)|los[te]s?|slid"
    r"|slides|sank|declin(?:ed|es)|slump(?:ed|s)|plung(?:ed|es)|tumbl(?:ed|es)|shed|dipped|slipped|shrank|contracted)"
    r"(?: by)?"
)
_CHANGE = r"(?:rise|increase|jump|gain|growth|climb|surge|drop|fall|decline|decrease|slide|slump|plunge|loss|dip)"
_HIGHER = r"(?:higher|more|up|above|lower|less|fewer|down|below)"
_NOTATION = {  # in this order
    " ... ": r" (?:[\w’'-]+ ){0,5}?",
    "OF": rf"(?:{_LINKING})(?: (?:{_LINKING})){{0,6}}",
    "MOVED": _MOVED,
    "HIGHER": _HIGHER,
}
_JUST = r"(?:(?:just|only|an?|the|some|its|their|his|her|exactly|record|total|of) ){0,3}"  # before a figure
_CUE = re.compile(r"<([^>]+)>")
_WORD = re.compile("[a-z]+")


@dataclass(frozen=True)
class Telling:
    """One way to tell a particular: a line of the notation, and words one of which its sentence has.

    What stands before and behind its figure is compiled when it is first looked for: there are hundreds of tellings.
    """

    line: str
    signs: frozenset[str]

    @property
    def nth(self) -> bool:
        """Whether the figure is an ordinal."""
        return "#th" in self.line

    @cached_property
    def before(self) -> re.Pattern[str] | None:
        """What stands before the figure."""
        before = self._sides[0]
        return _compiled(rf"\b{before}{_JUST}$") if before else None

    @cached_property
    def behind(self) -> re.Pattern[str] | None:
        """What stands behind the figure."""
        behind = self._sides[1]
        return _compiled(rf"{behind}\b") if behind else None

    def tells(self, text: str, low: int, start: int, end: int, high: int) -> tuple[int, int] | None:
        """Where the words start and end that tell within text[low:high] what text[start:end], a figure, is of."""
        behind = self.behind.match(text, end, high) if self.behind else None
        if self.behind and not behind:
            return None
        before = self.before.search(text, low, start) if self.before else None
        if self.before and not before:
            return None
        told = text[end : behind.end()].rstrip() if behind else ""
        return before.start() if before else start, end + len(told)

    @property
    def _sides(self) -> list[str]:
        told = _CUE.sub(lambda found: f"(?:{'|'.join(found[1].split())})".replace("_", " "), self.line)
        return told.replace("#th", "#").split("#")


@dataclass(frozen=True)
class Sort:
    """A sort of particular: its name, what its figure is, and how it is told; see data/particular_sorts.toml."""

    name: str
    unit: str
    own: bool
    moves: bool  # whether its figure is a change, which is told with what it is one from
    apart: frozenset[str]
    told: Sequence[Telling]

    @cached_property
    def words(self) -> frozenset[str]:
        """All that it is told in: none of them says which of its sort is meant.

        Worked out when it is first asked for: the dictionary that it wants takes a seventh of a server's start.
        """
        return frozenset(lemma(word) for one in self.told for word in _WORD.findall(one.line))


def telling(line: str) -> Telling:
    """The telling that a line of the notation stands for."""
    cues = [found[1].split() for found in _CUE.finditer(line)]
    signs = frozenset(max(_WORD.findall(cue), key=len) for cue in min(cues, key=len))
    return Telling(line, signs)


def _compiled(told: str) -> re.Pattern[str]:
    for mark, meant in _NOTATION.items():
        told = told.replace(mark, meant)
    return re.compile(told.replace(" ", r"\s"), re.IGNORECASE)


def _lines(row: Mapping[str, Any]) -> Iterator[str]:
    """The tellings of a sort, those that `of` and `move` stand for among them."""
    if "of" in row:
        yield f"<{row['of']}> OF #"
        yield f"# (in |of )?([a-z-]+ )?<{row['of']}>"
    if "move" in row:
        yield f"<{row['move']}> ... MOVED #"
        yield f"<{row['move']}> (was|were|is|are) # HIGHER"
        yield f"# {_CHANGE} in ([a-z’'-]+ ){{0,3}}<{row['move']}>"
    yield from row.get("told", "").strip().splitlines()


def _read() -> Mapping[str, Sort]:
    told = tomllib.loads((files("secondsource.comparing") / "data" / "particular_sorts.toml").read_text("utf-8"))
    return {name: _sort(name, row) for name, row in told.items()}


def _sort(name: str, row: Mapping[str, Any]) -> Sort:
    return Sort(
        name,
        row["unit"],
        row.get("own", False),
        "move" in row,
        frozenset(row.get("apart", "").split()),
        tuple(map(telling, _lines(row))),
    )


SORTS = _read()
ORDER = {name: at for at, name in enumerate(SORTS)}  # the first sort whose words fit is a figure's


def _by_sign() -> Mapping[str, Sequence[str]]:
    names: dict[str, list[str]] = defaultdict(list)
    for sort in SORTS.values():
        for sign in sorted({sign for one in sort.told for sign in one.signs}):
            names[sign].append(sort.name)
    return names


BY_SIGN = _by_sign()  # the sorts that a word may tell of
SIGNS = frozenset(BY_SIGN)
