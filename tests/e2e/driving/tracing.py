"""What the content scripts cost a page, read off the browser's own tracing. In processor time: a busy machine does
not count.

One run of the tracing covers all that is to be compared, and is cut by time: Firefox throws away all compiled code when
its profiler starts, which no reader's browser does, so what is traced first is the dearest (of 32 runs on a busy
machine the first visit cost 17.2 ms in the mean, the three after it 16.1). All our scripts in a page count, with all
that they call, and what Firefox makes for them when they first ask for its programming interface (1.0 ms of it). The
profiler itself is in these figures: a page's thread had a third more to do with it, though not in our scripts alone.
"""

from __future__ import annotations

import time
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

CONTENT = "extension/content/"  # after the extension's own address: what runs in pages ...
BACKGROUND = "WebExtensions"  # ... though Firefox's background borrows of it: its process
CHROMIUM_CATEGORIES = ("toplevel", "loading", "devtools.timeline", "disabled-by-default-v8.cpu_profiler")
FIREFOX_FEATURES = ("js", "cpu")
NANO, MICRO = 1e-6, 1e-3  # in milliseconds

Thread = tuple[int, int]


@dataclass(frozen=True)
class Span:
    """When something was done, by the two clocks that browsers go by, in milliseconds."""

    since_boot: tuple[float, float]
    of_day: tuple[float, float]


def timed(act: Callable[[], object]) -> Span:
    """Do it, and tell when that was."""
    begun = time.monotonic(), time.time()
    act()
    (boot, day), (boot_end, day_end) = begun, (time.monotonic(), time.time())
    return Span((boot * 1000, boot_end * 1000), (day * 1000, day_end * 1000))


@dataclass(frozen=True)
class Trace:
    """What happened in a Span on the main threads of the pages that ran our scripts, in milliseconds of processor time.

    Chromium is sampled every 0.2 ms, Firefox every millisecond.
    """

    script_ms: float
    """In our scripts and in what they call."""
    tasks_ms: tuple[float, ...]
    """Each task that ran them, whole, longest first. Firefox's profiler draws no tasks: what is ours of each."""
    main_ms: float
    """All that those threads did, drawing of marks included."""
    layout_shift: float | None
    """The layout shifts of those pages, summed; None in Firefox, which does not measure them. What moves in the options
    page that stands in another tab is none."""


def from_chromium(events: list[dict[str, Any]], base: str, spans: list[Span]) -> list[Trace]:
    """Read a trace of CHROMIUM_CATEGORIES; `base` is the extension's address."""
    samples = list(_chromium_samples(events, base))
    pages = {thread for thread, _, _ in samples}
    tasks = sorted(
        (_thread(event), event["ts"], event["ts"] + event["dur"], event["tdur"])
        for event in events
        if _is_task(event) and _thread(event) in pages
    )
    starts = [task[:2] for task in tasks]
    every, ours = Counter[int](), Counter[int]()
    for thread, when, is_ours in samples:
        at = bisect_right(starts, (thread, when)) - 1
        if at >= 0 and tasks[at][0] == thread and when < tasks[at][2]:
            every[at] += 1
            ours[at] += is_ours
    shifts = [event for event in events if event["name"] == "LayoutShift" and _thread(event) in pages]
    traces = []
    for begun, ended in (span.since_boot for span in spans):
        then = [at for at, task in enumerate(tasks) if begun <= task[1] * MICRO < ended]
        whole = {at: tasks[at][3] * MICRO for at in then if ours[at]}
        moved = [event for event in shifts if begun <= event["ts"] * MICRO < ended]
        traces.append(
            Trace(
                script_ms=sum(ms * ours[at] / every[at] for at, ms in whole.items()),
                tasks_ms=tuple(sorted(whole.values(), reverse=True)),
                main_ms=sum(tasks[at][3] for at in then) * MICRO,
                layout_shift=sum(event["args"]["data"]["weighted_score_delta"] for event in moved),
            )
        )
    return traces


def _thread(event: dict[str, Any]) -> Thread:
    return event["pid"], event["tid"]


def _is_task(event: dict[str, Any]) -> bool:
    return event["name"] == "ThreadControllerImpl::RunTask" and event["ph"] == "X" and "tdur" in event


def _chromium_samples(events: list[dict[str, Any]], base: str) -> Iterator[tuple[Thread, float, bool]]:
    """Thread, time in microseconds and whether a script of ours was running, of each sample of a page's thread."""
    mains = {_thread(event) for event in events if event["name"] == "thread_name" and _is_page(event)}
    begun = {(event["pid"], event["id"]): event for event in events if event["name"] == "Profile"}
    for key, profile in begun.items():
        parts = [event["args"]["data"] for event in events if _is_part(event) and (event["pid"], event["id"]) == key]
        nodes = [node for part in parts for node in part.get("cpuProfile", {}).get("nodes", ())]
        if _thread(profile) not in mains or not any(_place(node).startswith(base + CONTENT) for node in nodes):
            continue
        ours: dict[int, bool] = {}
        for node in nodes:
            ours[node["id"]] = _place(node).startswith(base) or ours.get(node.get("parent"), False)
        when = profile["args"]["data"]["startTime"]
        for part in parts:
            samples = part.get("cpuProfile", {}).get("samples", ())
            for node, delta in zip(samples, part.get("timeDeltas", ()), strict=False):
                when += delta
                yield _thread(profile), when, ours[node]


def _is_part(event: dict[str, Any]) -> bool:
    return bool(event["name"] == "ProfileChunk")


def _place(node: dict[str, Any]) -> str:
    return str(node["callFrame"].get("url", ""))


def _is_page(event: dict[str, Any]) -> bool:
    return bool(event["args"]["name"] == "CrRendererMain")


def from_firefox(profile: dict[str, Any], base: str, spans: list[Span]) -> list[Trace]:
    """Read a profile with FIREFOX_FEATURES; `base` is the extension's address."""
    pages = [
        list(_firefox_samples(thread, process["meta"]["startTime"], base))
        for process in profile["processes"]
        for thread in process["threads"]
        if thread.get("processName") != BACKGROUND and any(base + CONTENT in string for string in thread["stringTable"])
    ]
    traces = []
    for begun, ended in (span.of_day for span in spans):
        then = [[sample for sample in page if begun <= sample[0] < ended] for page in pages]
        runs = [list(run) for page in then for ours, run in groupby(page, lambda sample: sample[2]) if ours]
        tasks = sorted((sum(spent for _, spent, _ in run) for run in runs), reverse=True)
        traces.append(Trace(sum(tasks), tuple(tasks), sum(spent for page in then for _, spent, _ in page), None))
    return traces


def _firefox_samples(thread: dict[str, Any], start: float, base: str) -> Iterator[tuple[float, float, bool]]:
    """The time of each sample, the milliseconds spent up to it, and whether a script of ours was running."""
    strings, frames, stacks = thread["stringTable"], thread["frameTable"], thread["stackTable"]
    place, frame, prefix = frames["schema"]["location"], stacks["schema"]["frame"], stacks["schema"]["prefix"]
    ours: list[bool] = []
    for row in stacks["data"]:  # a stack comes after the one it adds a frame to
        mine = base in strings[frames["data"][row[frame]][place]]
        ours.append(mine or (row[prefix] is not None and ours[row[prefix]]))
    stack, when, spent = (thread["samples"]["schema"][name] for name in ("stack", "time", "threadCPUDelta"))
    for row in thread["samples"]["data"]:
        if len(row) > spent and row[stack] is not None:
            yield start + row[when], (row[spent] or 0) * NANO, ours[row[stack]]
