"""How well an article's text and day are read off its page: on Readability's test pages, beside trafilatura alone.

    git clone https://github.com/mozilla/readability
    python -m tests.eval.extraction readability/test/test-pages

Each page is a folder with what was sent, `source.html`, and what a reader wants of it: `expected.html` and, in
`expected-metadata.json`, when it was published. Texts are compared word by word, however often each stands there; days
as they are written. trafilatura is measured where it is installed.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path
from statistics import fmean
from typing import NamedTuple

from secondsource.ingesting.decoding import decoded
from secondsource.ingesting.extraction import text_of
from secondsource.ingesting.page_text import parsed, plain
from secondsource.ingesting.structured import stated
from secondsource.ingesting.written_dates import read_date

Extract = Callable[[str], str]
_WORD = re.compile(r"\w+")


class Score(NamedTuple):
    """How much of a found text is wanted, and how much of the wanted one is found."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """The harmonic mean; 0 where nothing is right."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def score(found: str, wanted: str) -> Score:
    """Compare two texts word by word."""
    ours, theirs = (Counter(_WORD.findall(text.lower())) for text in (found, wanted))
    right = (ours & theirs).total()
    return Score(right / max(ours.total(), 1), right / max(theirs.total(), 1))


def ours(html: str) -> str:
    """An article's text as it is ingested, of any length and language."""
    return text_of(html, stated(parsed(html)))


def peers() -> dict[str, Extract]:
    """What is measured beside it."""
    try:
        from trafilatura import extract
    except ImportError:
        return {}
    return {"trafilatura": lambda html: extract(html, include_comments=False) or ""}


def days(pages: Iterable[Path]) -> tuple[int, int, int]:
    """Of the pages of which it is known when they were published: on how many the right day is read, on how many
    another one, and how many there are."""
    right = wrong = known = 0
    for page in pages:
        wanted = read_date(json.loads((page / "expected-metadata.json").read_text("utf-8"))["publishedTime"])
        if wanted is not None:
            found = stated(parsed(decoded((page / "source.html").read_bytes()))).published
            same = found is not None and found.timetuple()[:3] == wanted.timetuple()[:3]
            right, wrong, known = right + same, wrong + (found is not None and not same), known + 1
    return right, wrong, known


def main() -> None:
    """Print the figures of a folder of pages."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pages", type=Path, help="the folder of the pages' folders")
    pages = sorted(page.parent for page in parser.parse_args().pages.glob("*/expected.html"))
    if not pages:
        parser.error("no folder in it holds an expected.html")
    print(f"{len(pages)} pages, mean of each\n{'':12}  precision  recall     F1")
    for name, extract in {"ours": ours, **peers()}.items():
        scores = [
            score(
                extract(decoded((page / "source.html").read_bytes())),
                plain((page / "expected.html").read_text("utf-8")),
            )
            for page in pages
        ]
        columns = (fmean(s.precision for s in scores), fmean(s.recall for s in scores), fmean(s.f1 for s in scores))
        print(f"{name:12}  " + "   ".join(f"{column:7.3f}" for column in columns))
    right, wrong, known = days(pages)
    print(f"the day is right on {right} of {known} pages that say when they were published, wrong on {wrong}")


if __name__ == "__main__":
    main()
