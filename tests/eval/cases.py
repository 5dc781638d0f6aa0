"""What the engine finds in the bank: small cases of two outlets' passages, in breadth where stories have depth.

python -m tests.eval.cases            # precision and recall of conflicts, recall of what agrees, by kind of fact
python -m tests.eval.cases --told     # also each wrong and each missed pair
python -m tests.eval.cases --sealed   # the half that nobody who changes the engine reads: sums alone
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from secondsource.comparing.claim import Stance
from secondsource.reconciling import Source, read_claims, relate

BANK = Path(__file__).parent / "bank"
AGREEING = (Stance.CORROBORATES, Stance.REWORDS)
CONFLICTING = (Stance.CONFLICTS, Stance.UPDATES)
QUOTED = "quote_word"  # a word in a quotation that turns its sense: told as another wording, never as a conflict
ROW = "{:34} {:>12} {:>12} {:>12} {:>9}"
Pair = tuple[str, str]


def cases(name: str) -> list[dict]:
    """The cases of open.jsonl or sealed.jsonl."""
    return [json.loads(line) for line in (BANK / f"{name}.jsonl").read_text("utf-8").splitlines()]


def found(case: dict) -> dict[Stance, set[tuple[int, int, int, int]]]:
    """Where the engine has two passages related, by stance: start and end in each text, in code points."""
    first, second = (source_of(name, case[name]) for name in "ab")
    where: dict[Stance, set[tuple[int, int, int, int]]] = defaultdict(set)
    for r in relate(first, second):
        where[r.stance].add((r.a.start, r.a.end, r.b.start, r.b.end))
    for r in relate(second, first):
        where[r.stance].add((r.b.start, r.b.end, r.a.start, r.a.end))
    return where


def labelled(case: dict, what: str) -> dict[Pair, tuple[int, int, int, int]]:
    """{the words on both sides: where they stand}."""
    return {(a, b): (*_where(case, "a", a), *_where(case, "b", b)) for a, b, *_ in case.get(what, ())}


def judged(case: dict) -> Iterator[tuple[str, Pair]]:
    """Each labelled pair as "found", "missed", "agree" or "apart", and each pair shown that is "wrong"."""
    where = found(case)
    conflicts, shown = labelled(case, "conflicts"), set().union(*(where[stance] for stance in CONFLICTING))
    told = shown | where[Stance.REWORDS] if case["kind"] == QUOTED else shown
    for words, place in conflicts.items():
        yield ("found" if any(_overlap(place, one) for one in told) else "missed"), words
    for one in sorted(shown):
        if not any(_overlap(place, one) for place in conflicts.values()):
            yield "wrong", (case["a"]["text"][one[0] : one[1]], case["b"]["text"][one[2] : one[3]])
    agreeing = set().union(*(where[stance] for stance in AGREEING))
    for words, place in labelled(case, "agrees").items():
        yield ("agree" if any(_overlap(place, one) for one in agreeing) else "apart"), words


def main() -> None:
    """Print a row a kind of fact."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sealed", action="store_true", help="the sealed half, as sums")
    parser.add_argument("--told", action="store_true", help="also each wrong and each missed pair of the open half")
    asked = parser.parse_args()
    rows: dict[str, Counter[str]] = defaultdict(Counter)
    for case in cases("sealed" if asked.sealed else "open"):
        for what, words in judged(case):
            rows[case["kind"]][what] += 1
            if asked.told and not asked.sealed and what in ("wrong", "missed"):
                print(f"{what.upper()} {case['id']} {case['kind']}: {words[0]!r} ~ {words[1]!r}")
    total = sum(rows.values(), Counter())
    print(ROW.format("kind of fact", "conflicts", "right", "agreeing", "wrong"))
    for kind, row in [*(() if asked.sealed else sorted(rows.items())), ("all", total)]:
        print(
            ROW.format(
                kind,
                _part(row["found"], row["missed"]),
                _part(row["found"], row["wrong"]),
                _part(row["agree"], row["apart"]),
                row["wrong"],
            )
        )


def _part(part: int, rest: int) -> str:
    return f"{part} of {part + rest}"


def source_of(name: str, side: dict) -> Source:
    """A side of a case as the engine reads it, under a name of ours."""
    day = date.fromisoformat(side["published"]) if side.get("published") else None
    return Source(name, side["outlet"], side["text"], read_claims(side["text"], published=day), None, day)


def _where(case: dict, side: str, words: str) -> tuple[int, int]:
    start = case[side]["text"].index(words)
    return start, start + len(words)


def _overlap(one: tuple[int, int, int, int], other: tuple[int, int, int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1] and one[2] < other[3] and other[2] < one[3]


if __name__ == "__main__":
    main()
