"""Quotations: words in quotation marks, cut at the passages' boundaries, with their speaker where it is plain.

A quotation that runs over several paragraphs has an opening mark on each and a closing mark on the last only
(the practice of newspapers), so an open quotation ends with its paragraph unless the next one opens anew.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from secondsource.reading.passages import Passage
from secondsource.reading.speakers import Speaker, find_speakers, is_split
from secondsource.reading.words import is_content, words_in


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words in quotation marks within one passage, `text[start:end]`, marks left out.

    `goes_on` says that it is the rest of the one before it: “…,” she said, “…”.
    """

    start: int
    end: int
    passage: int
    told_by: Speaker | None = None
    goes_on: bool = False

    @property
    def speaker(self) -> str | None:
        """The speaker as written: a name, a pronoun or a description."""
        return self.told_by.words if self.told_by else None


_OPEN = {"“": "”", "«": "»", "„": "”", '"': '"'}
_MARK = re.compile(f"[{''.join(_OPEN)}‘]")
_OTHER_MARK = re.compile(r"[\"“](?!\w)|(?<!\w)[\"“]")
_MARK_OPENS = re.compile(r"(?<!\w)(?<![.,!?…])[\"“](?=\w)")
_SINGLE_OPEN = re.compile(r"['‘](?<![\w.,!?].)(?=[\w\[])")  # what is sought first, for speed
_SINGLE_CLOSE = re.compile(r"['’](?<=[\w.!?,…\]*].)(?!\w)")
MOST_IN_TITLE = 8  # words that carry meaning
MAX_RUN = 6_000  # code points: a mark that is not closed within this was not a quotation
MAX_QUOTATIONS = 2_000  # of a text: ten times what the claims of one text may be


def find_quotations(text: str, passages: Sequence[Passage]) -> tuple[Quotation, ...]:
    """Every quotation of a text, in order: one for each passage that a quoted speech touches."""
    runs = list(islice(_runs(text, passages), MAX_QUOTATIONS))
    speakers = find_speakers(text, runs)
    found: list[Quotation] = []
    for n, ((start, end), speaker) in enumerate(zip(runs, speakers, strict=True)):
        split = n > 0 and is_split(text, runs[n - 1], (start, end))
        for number, passage in _touched(passages, start, end):
            low, high = _trim(text, max(start, passage.start), min(end, passage.end))
            if low < high:
                goes_on = (
                    split and bool(found) and found[-1].passage == number and not is_title(text, low, high, ends=True)
                )
                found.append(Quotation(low, high, number, speaker, goes_on))
                split = False
    return tuple(found)


def _runs(text: str, passages: Sequence[Passage]) -> Iterator[tuple[int, int]]:
    """Yield what stands between an opening and its closing mark, paragraph by paragraph; never nested ones."""
    paragraphs: dict[int, tuple[int, int]] = {}
    for passage in passages:
        low, _ = paragraphs.get(passage.paragraph, (passage.start, 0))
        paragraphs[passage.paragraph] = (low, passage.end)
    for start, end in paragraphs.values():
        yield from _paragraph_runs(text, start, end)


def _paragraph_runs(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at, closed_until = start, start
    singles = _SINGLE_CLOSE.finditer(text, start, end)
    single = next(singles, None)
    while found := _MARK.search(text, at, end):
        at, mark = found.start(), found[0]
        while single and single.start() <= at:
            single = next(singles, None)
        near = mark == "‘" and single is not None and single.start() < at + MAX_RUN
        if near and single and text.find("“", at, single.start()) != -1:  # British practice: doubles within singles
            yield from _single_runs(text, closed_until, at)
            yield at + 1, single.start()
            at = closed_until = single.end()
            continue
        close = _OPEN.get(mark)
        if close is None or (mark == '"' and not _opens(text, at, start)):
            at += 1
            continue
        stop = _close(text, at + 1, min(end, at + MAX_RUN + 1), close)
        if mark == "“":
            stop = _closed_otherwise(text, at + 1, min(end, at + MAX_RUN + 1), stop)
        if mark == '"':
            stop = _closed_by_curly(text, at + 1, end if stop is None else stop) or stop
        if stop is None:
            stop = end if close == "”" or at == start or mark == '"' else at
        yield from _single_runs(text, closed_until, at)
        if stop > at:
            yield at + 1, stop
        at = closed_until = stop + 1
    yield from _single_runs(text, closed_until, end)


def _opens(text: str, at: int, start: int) -> bool:
    return at == start or not (text[at - 1].isalnum() or text[at - 1] in ".,!?…") or text[at - 1] in "([—–"


def _close(text: str, at: int, end: int, close: str) -> int | None:
    """Where the quotation closes; a straight mark closes only after a word or punctuation, not before a word."""
    while (at := text.find(close, at, end)) != -1:
        if close != '"' or at + 1 >= end or not text[at + 1].isalnum():
            return at
        at += 1
    return None


def _closed_otherwise(text: str, at: int, end: int, stop: int | None) -> int | None:
    """Where a quotation with a curly opening mark closes that pages close with a straight one, or another opening one.

    So it does where nothing else closes it, or that only after another quotation has opened.
    """
    opens = deque(_MARK_OPENS.finditer(text, at, end if stop is None else stop), maxlen=1)
    for found in _OTHER_MARK.finditer(text, at, end if stop is None else stop):
        if found.start() == at or text[found.start() - 1].isspace():  # opens another one
            if found[0] == "“":
                return stop
        elif stop is None or (opens and opens[0].start() >= found.end()):
            return found.start()
    return stop


def _closed_by_curly(text: str, at: int, end: int) -> int | None:
    """Where a quotation with a straight opening mark closes with a curly one before text[end], as pages mix them."""
    curly = text.find("”", at, end)
    return None if curly == -1 or text.find("“", at, curly) != -1 else curly


def _single_runs(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Quotations in single marks, as headlines have them; an apostrophe is not one."""
    at = start
    while found := _SINGLE_OPEN.search(text, at, end):
        close = _SINGLE_CLOSE.search(text, found.end(), min(end, found.end() + MAX_RUN))
        if close is None or "\n" in text[found.end() : close.start()]:
            return
        if close.start() - found.end() > 1:  # rock 'n' roll
            yield found.end(), close.start()
        at = close.end()


def _touched(passages: Sequence[Passage], start: int, end: int) -> Iterator[tuple[int, Passage]]:
    low = bisect_right(passages, start, key=lambda passage: passage.end)
    while low < len(passages) and passages[low].start < end:
        yield low, passages[low]
        low += 1


def _trim(text: str, low: int, high: int) -> tuple[int, int]:
    while low < high and (text[low].isspace() or text[low] in '"“”«»'):
        low += 1
    while low < high and (text[high - 1].isspace() or text[high - 1] in '"“”«»'):
        high -= 1
    return low, high


def is_title(text: str, start: int, end: int, *, ends: bool = False) -> bool:
    """Whether quoted words are a title ("Law and Order") or a nickname: short, and every content word capitalised.

    With `ends` it may end a sentence, whose full stop American usage puts inside the marks.
    """
    if not ends and text[end - 1] in ".!?":
        return False
    told = 0
    for word in words_in(text, start, end):  # of a quotation, one of the first is enough
        if is_content(word.folded):
            told += 1
            if told > MOST_IN_TITLE or not (word.text[0].isupper() or word.text[0].isdigit()):
                return False
    return told > 0
