"""The last table of `make bench`: what notes cost the page, in real browsers, read off their own tracing, and how soon
everything is there.

Beside it the way most annotators draw: each note's words wrapped in a span. Costs are processor time of the page's
main thread in milliseconds, so a busy machine does not count; of several rounds the median. What is waited for is
measured by the clock. A bound that is missed is marked, and makes the run fail. What scripts cost is asked of 1,000
words with so many notes, what any page costs included; beside it stands the cost for as many words of a longer page.
"""

from __future__ import annotations

import shutil
import statistics
import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from tests.bench.acts import CHANGED, COUNT, SPANS, STORM
from tests.bench.noticing import Noticing
from tests.e2e import moving
from tests.e2e.driving import Chromium, Firefox, Reader
from tests.e2e.driving.tracing import Trace
from tests.e2e.site import Site, page
from tests.e2e.texts import INN, STORIES
from tests.serving import SEEDS, Server, with_a_conflict
from tests.waiting import until

ROUNDS = 5
WORDS, MORE_WORDS, LONG, NOTES = 1_000, 3_000, 20_000, 40
FILLER = "The weather over the harbour stayed mild all week, and nobody had much to say about that. "
STORM_SECONDS, MUTATIONS = 10, 100  # so many changes a second
STORIES_MORE = 100  # in a moderator's queue
LATE = 5  # parts of an article, each of three lines, that come one after the other
DRAWN_MS = 1_500  # in which anything is drawn
ROW = "{:40} {:>8} {:>12} {:>12}"
NOTHING = dict.fromkeys(("conflicts", "rewords", "updates", "corroborates"), False)
EVERYTHING = dict.fromkeys(NOTHING, True)


@dataclass(frozen=True)
class Figure:
    """One measured thing."""

    what: str
    value: float | None
    """None where the browser does not tell."""
    most: float | None = None
    """What it is asked to keep to."""

    @property
    def missed(self) -> bool:
        return None not in (self.value, self.most) and self.value > self.most  # type: ignore[operator]

    def __str__(self) -> str:
        return "not told" if self.value is None else f"{'MISSED ' if self.missed else ''}{self.value:.1f}"


@dataclass
class Bench:
    """One browser on one page."""

    reader: Reader
    server: Server
    site: Site

    @cached_property
    def article(self) -> str:
        """So many lines of an article that it has NOTES notes."""
        text = with_a_conflict().text
        ends = [at for at, character in enumerate(text + "\n") if character == "\n"]
        last = sorted(_start(note) for note in self.server.annotate(text)["annotations"])[NOTES - 1]
        long = (text[:end] for end in ends if end > last)
        return next(few for few in long if len(self.server.annotate(few)["annotations"]) >= NOTES)

    def address(self, words: int) -> str:
        """A page of so many words, that article and then words that say nothing."""
        more = max(0, words - len(self.article.split())) // len(FILLER.split())
        lines = [self.article, *(FILLER * 8 for _ in range(more // 8))]
        return self.site.add(f"/bench-{words}", page("\n".join(lines)))

    def visits(self, words: int, count: int = ROUNDS + 1) -> list[Trace]:
        """The page opened and its notes drawn so often; the first time also pays for the start of the tracing."""
        address = self.address(words)
        return self.reader.traced(*[lambda: self.reader.open(address)] * count)

    def whole(self, words: int) -> float:
        """All that the main thread does more for a page with its notes than where its site is switched off: our
        scripts that draw, what the browser does to bring them, laying out and painting anew."""
        drawn = self.all_of(words)
        self.reader.switch_site(on=False, site=self.site)
        bare = self.all_of(words)
        self.reader.switch_site(on=True, site=self.site)
        return drawn - bare

    def all_of(self, words: int) -> float:
        """All that the main thread does for a page, until it rests."""
        address = self.address(words)
        _, *visits = self.reader.traced(*[lambda: (self.reader.open(address), self.rest(DRAWN_MS))] * (ROUNDS + 1))
        return median(visit.main_ms for visit in visits)

    def late(self, words: int) -> float:
        """Milliseconds that text which comes late on a page of so many words stands without its notes."""
        before = "\n".join([INN, *[FILLER * 8] * (words // (8 * len(FILLER.split())))])
        self.reader.open(self.site.add("/bench-late", moving.late("\n".join([INN] * 3), LATE, before)))
        for part in range(1, LATE + 1):
            moving.press(self.reader, "more")
            until(lambda part=part: len(moving.waited(self.reader)) == part, f"notes on part {part}")
        return statistics.median(moving.waited(self.reader))

    def storm(self) -> float:
        """Milliseconds of ours a second while the page changes all the time."""
        self.reader.open(self.address(WORDS))
        self.reader.run(STORM, MUTATIONS)
        (trace,) = self.reader.traced(lambda: self.rest(STORM_SECONDS * 1000))
        return trace.script_ms / STORM_SECONDS

    def drawing(self, act: Callable[[], object]) -> float:
        """What the main thread does for something, less what it does anyway."""
        idle, drawn = self.reader.traced(lambda: self.rest(DRAWN_MS), lambda: (act(), self.rest(DRAWN_MS)))
        return drawn.main_ms - idle.main_ms

    def ours(self) -> tuple[float, int]:
        """Drawing all notes of an open page as the extension does; milliseconds, and changes of the page's nodes."""
        self.reader.open(self.address(WORDS))
        self.show(NOTHING)
        self.rest(DRAWN_MS)
        self.reader.run(COUNT)
        took = self.drawing(lambda: self.show(EVERYTHING))
        return took, self.reader.run(CHANGED)

    def spans(self) -> tuple[float, int]:
        """Drawing the same words by wrapping them."""
        self.reader.open(self.address(WORDS))
        words = [words for found in self.reader.marks().values() for words in found]
        self.show(NOTHING)
        self.rest(DRAWN_MS)
        self.reader.run(COUNT)
        took = self.drawing(lambda: self.reader.run(SPANS, words))
        changed = self.reader.run(CHANGED)
        self.show(EVERYTHING)
        return took, changed

    def show(self, stances: dict[str, bool]) -> None:
        """As the options page keeps it."""
        self.reader.in_extension("await chrome.storage.local.set({ show: args[0] });", stances)

    def rest(self, ms: float) -> None:
        """So long nobody touches the page."""
        self.reader.in_extension("await new Promise((done) => setTimeout(done, args[0]));", ms)

    def figures(self) -> list[Figure]:
        """All of the table for this browser."""
        visits, more, long = self.visits(WORDS), self.visits(MORE_WORDS), self.visits(LONG)
        tasks = max(task for visit in [*visits, *more, *long] for task in visit.tasks_ms)
        shifts = [visit.layout_shift for visit in [*visits, *more, *long] if visit.layout_shift is not None]
        ours, spans = [self.ours() for _ in range(ROUNDS)], [self.spans() for _ in range(ROUNDS)]
        noticing = Noticing(self.reader, self.server, self.site)
        return [
            Figure(f"the scripts, {WORDS:,} words, {NOTES} notes", scripts(visits), 10),
            Figure("  the first page of a fresh process", visits[0].script_ms),
            Figure(f"  for each {WORDS:,} words of {MORE_WORDS:,}", scripts(more) * WORDS / MORE_WORDS, 10),
            Figure("  with all that the browser does for notes", self.whole(WORDS)),
            Figure(f"the scripts, {LONG:,} words", scripts(long)),
            Figure("longest task", tasks, 50),
            Figure("layout shift", sum(shifts) if shifts else None, 0),
            Figure(f"a second of {MUTATIONS} changes", self.storm(), 5),
            Figure("drawing all notes", median(ms for ms, _ in ours)),
            Figure("  the same with spans", median(ms for ms, _ in spans)),
            Figure("changes of the page's own nodes", ours[0][1], 0),
            Figure("  with spans", spans[0][1]),
            Figure(f"notes on late text, {WORDS:,} words", self.late(WORDS), 500),
            Figure(f"  {LONG:,} words", self.late(LONG), 500),
            Figure("a server that hangs is noticed", median(noticing.a_stranger() for _ in range(ROUNDS)), 1000),
            Figure("  one that is trusted", median(noticing.a_friend() for _ in range(ROUNDS)), 1000),
            *keys(noticing),
        ]


def keys(noticing: Noticing) -> Iterator[Figure]:
    """How soon a moderator sees what a key did, in the queue of the seed story and in one of many stories."""
    for more in (0, STORIES_MORE):
        took = noticing.keys(more)
        yield Figure(f"a moderator's key is seen{f', {more} more stories' if more else ''}", median(took), 100)
        yield Figure(f"  the slowest of {len(took)}", max(took))


def _start(note: dict[str, Any]) -> int:
    (start,) = (s["start"] for s in note["target"]["selector"] if s["type"] == "TextPositionSelector")
    return int(start)


def scripts(visits: list[Trace]) -> float:
    """What they cost a visit, the first one apart."""
    return median(visit.script_ms for visit in visits[1:])


def median(values: Iterable[float]) -> float:
    """Of as many as there are."""
    return statistics.median(values)


def main() -> None:
    """Print the table for the browsers that are here; SystemExit where a bound is missed."""
    found = {
        Chromium: shutil.which("chromium") or shutil.which("chromium-browser"),
        Firefox: shutil.which("firefox-esr") or shutil.which("firefox"),
    }
    columns = {browser.name: _figures(browser) for browser, path in found.items() if path}
    print("\nWhat notes cost a page, and how soon all is there, in milliseconds.\n")
    if not columns:
        print("No browser is installed; see `make test`.")
        return
    print(ROW.format("", "at most", *columns, *[""] * (2 - len(columns))))
    for row in zip(*columns.values(), strict=True):
        most = "" if row[0].most is None else f"{row[0].most}"
        print(ROW.format(row[0].what, most, *map(str, row), *[""] * (2 - len(columns))))
    if any(figure.missed for column in columns.values() for figure in column):
        raise SystemExit("In a browser something takes longer than it is asked to.")


def _figures(browser: type[Chromium] | type[Firefox]) -> list[Figure]:
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        server, site = Server(Path(folder) / "server"), Site()
        server.command("ingest", str(SEEDS), str(STORIES / "harlow"))
        server.start()
        reader = browser(Path(folder) / browser.name, site.port)
        try:
            reader.begin_afresh(server.address)
            return Bench(reader, server, site).figures()
        finally:
            reader.close()
            server.stop()
            site.close()


if __name__ == "__main__":
    main()
