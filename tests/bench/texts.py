"""The table of `make bench`: how fast any text is read, be it news or made to be slow.

Times depend on the machine; what must hold is held by ratios within one run: a text twice as long, and a hostile one,
beside prose of the same length.
"""

from __future__ import annotations

import gc
import statistics
import time
from itertools import combinations

from tests.bench.asked import Asked
from tests.serving import Seed
from tests.unit.reconciling.test_linear_time import HOSTILE, PROSE, repeated

from secondsource.garbage import garbage_looked_for_seldom
from secondsource.reading import read
from secondsource.reconciling import Source, read_claims, relate

SIZE = 500_000  # code points: a long text
SENTENCES = 1_000.0  # a second
MOST_SLOWER = 4.0  # times as long as prose, for any hostile text of the same size
MOST_GROWTH = 2.6  # times as long for twice the prose: linear is 2
ROUNDS = 5
ROW = "{:44} {:>12}"


def seconds(text: str) -> float:
    """The processor time of reading a text with all kinds, once, garbage looked for as seldom as the server does."""
    gc.collect()
    with garbage_looked_for_seldom():
        began = time.process_time()
        read_claims(text)
        return time.process_time() - began


def sentences_a_second(articles: list[Seed]) -> float:
    """How many sentences of news all kinds read in a second of processor time, the articles one by one."""
    count = sum(len(read(article.text).statements) for article in articles)
    return count / statistics.median(sum(seconds(article.text) for article in articles) for _ in range(ROUNDS))


def comparing(articles: list[Seed]) -> float:
    """The median milliseconds of relating two of the articles, whose claims are read already."""
    sources = [Source(a.outlet, a.outlet, a.text, read_claims(a.text)) for a in articles]
    times = []
    for ours, theirs in combinations(sources, 2):
        began = time.process_time()
        relate(ours, theirs)
        times.append((time.process_time() - began) * 1000)
    return statistics.median(times)


def main(articles: list[Seed], asked: Asked) -> None:
    """Print the table."""
    print(f"\nReading with all kinds, processor time; long texts have {SIZE:,} characters.\n")
    asked.least("sentences of news a second", sentences_a_second(articles), SENTENCES)
    news = "\n".join(article.text for article in articles)
    prose, made_up = seconds(repeated(news, SIZE)), seconds(repeated(PROSE, SIZE))
    print(ROW.format("a long text of news", f"{prose:.2f} s"))
    print(ROW.format("a long text, every sentence with claims", f"{made_up:.2f} s"))
    hostile = {unit: seconds(repeated(unit, SIZE)) for unit in HOSTILE}
    worst = max(hostile, key=hostile.__getitem__)
    print(ROW.format(f"the worst hostile text ({worst!r} repeated)", f"{hostile[worst]:.2f} s"))
    print(ROW.format("relating two articles (median of all pairs)", f"{comparing(articles):.1f} ms"))
    growth = seconds(repeated(PROSE, SIZE)) / seconds(repeated(PROSE, SIZE // 2))
    asked.most("times as long for twice the text", growth, MOST_GROWTH)
    asked.most("times as long for a hostile text as for prose", hostile[worst] / made_up, MOST_SLOWER)
