"""What the content scripts cost a page, read off the browser's own tracing. In processor time: a busy machine does
not count."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

SCRIPTS = "extension/content/"  # after the extension's own address
CHROMIUM_CATEGORIES = ("toplevel", "loading", "devtools.timeline", "disabled-by-default-v8.cpu_profiler")
FIREFOX_FEATURES = ("js", "cpu")
NANO, MICRO = 1e-6, 1e-3  # in milliseconds

Thread = tuple[int, int]


@dataclass(frozen=True)
class Trace:
    """What happened on the main threads of the pages that ran our scripts, in milliseconds of processor time.

    Chromium is sampled every 0.2 ms, Firefox every millisecond.
    """

    script_ms: float
    """In the content scripts and in what they call."""
    tasks_ms: tuple[float, ...]
    """Each task that ran them, whole, longest first. Firefox's profiler draws no tasks: what is ours of each."""
    main_ms: float
    """All that those threads did, drawing of marks included."""
    layout_shift: float | None
    """The layout shifts of those pages, summed; None in Firefox, which does not measure them. What moves in the options
    page that stands in another tab is none."""


def from_chromium(events: list[dict[str, Any]], base: str) -> Trace:
    """Read a trace of CHROMIUM_CATEGORIES; `base` is the extension's address."""
    samples = list(_chromium_samples(events, base + SCRIPTS))
    pages = {thread for thread, _, ours in samples if ours}
    tasks = sorted(
        (
            (_thread(event), event["ts"], event["ts"] + event["dur"], event["tdur"])
            for event in events
            if _is_task(event)
        ),
    )
    starts = [task[:2] for task in tasks]
    every, ours = Counter[int](), Counter[int]()
    for thread, when, is_ours in samples:
        at = bisect_right(starts, (thread, when)) - 1
        if at >= 0 and tasks[at][0] == thread and when < tasks[at][2]:
            every[at] += 1
            ours[at] += is_ours
    whole = {at: tasks[at][3] * MICRO for at, count in ours.items() if count}
    return Trace(
        script_ms=sum(ms * ours[at] / every[at] for at, ms in whole.items()),
        tasks_ms=tuple(sorted(whole.values(), reverse=True)),
        main_ms=sum(task[3] for task in tasks if task[0] in pages) * MICRO,
        layout_shift=sum(
            event["args"]["data"]["weighted_score_delta"]
            for event in events
            if event["name"] == "LayoutShift" and _thread(event) in pages
        ),
    )


def _thread(event: dict[str, Any]) -> Thread:
    return event["pid"], event["tid"]


def _is_task(event: dict[str, Any]) -> bool:
    return event["name"] == "ThreadControllerImpl::RunTask" and event["ph"] == "X" and "tdur" in event


def _chromium_samples(events: list[dict[str, Any]], scripts: str) -> Iterator[tuple[Thread, float, bool]]:
    """Thread, time in microseconds and whether a script of ours was running, of each sample of a page's thread."""
    mains = {_thread(event) for event in events if event["name"] == "thread_name" and _is_page(event)}
    begun = {(event["pid"], event["id"]): event for event in events if event["name"] == "Profile"}
    for key, profile in begun.items():
        if _thread(profile) not in mains:
            continue
        when = profile["args"]["data"]["startTime"]
        ours: dict[int, bool] = {}
        for event in events:
            if event["name"] != "ProfileChunk" or (event["pid"], event["id"]) != key:
                continue
            data = event["args"]["data"]
            chunk = data.get("cpuProfile", {})
            for node in chunk.get("nodes", ()):
                mine = node["callFrame"].get("url", "").startswith(scripts)
                ours[node["id"]] = mine or ours.get(node.get("parent"), False)
            for node, delta in zip(chunk.get("samples", ()), data.get("timeDeltas", ()), strict=False):
                when += delta
                yield _thread(profile), when, ours[node]


def _is_page(event: dict[str, Any]) -> bool:
    return bool(event["args"]["name"] == "CrRendererMain")


def from_firefox(profile: dict[str, Any], base: str) -> Trace:
    """Read a profile with FIREFOX_FEATURES; `base` is the extension's address."""
    runs: list[float] = []
    main = 0.0
    for process in profile["processes"]:
        for thread in process["threads"]:
            samples = list(_firefox_samples(thread, base + SCRIPTS))
            mine = [sum(spent for spent, _ in run) for ours, run in groupby(samples, lambda sample: sample[1]) if ours]
            runs += mine
            main += sum(spent for spent, _ in samples) if mine else 0
    return Trace(sum(runs), tuple(sorted(runs, reverse=True)), main, None)


def _firefox_samples(thread: dict[str, Any], scripts: str) -> Iterator[tuple[float, bool]]:
    """The milliseconds spent up to each sample, and whether a script of ours was running."""
    strings, frames, stacks = thread["stringTable"], thread["frameTable"], thread["stackTable"]
    place, frame, prefix = frames["schema"]["location"], stacks["schema"]["frame"], stacks["schema"]["prefix"]
    ours: list[bool] = []
    for row in stacks["data"]:  # a stack comes after the one it adds a frame to
        mine = scripts in strings[frames["data"][row[frame]][place]]
        ours.append(mine or (row[prefix] is not None and ours[row[prefix]]))
    stack, spent = (thread["samples"]["schema"][name] for name in ("stack", "threadCPUDelta"))
    for row in thread["samples"]["data"]:
        if len(row) > spent and row[stack] is not None:
            yield (row[spent] or 0) * NANO, ours[row[stack]]
