"""How the suite runs on several cores: file by file, each worker with one browser; --thrice: browsers' tests thrice.

A module's fixtures are made once. A browser, its server and its site take seconds to start: one worker goes on with it
while there are files for it, and others begin with another of its sort only when nothing else is left. Not by xdist's
own `loadgroup`, which pytest 9.2 has made ineffective (pytest-xdist issue 1386).
"""

from __future__ import annotations

import gc
import re
from collections import Counter
from collections.abc import Generator
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from xdist.scheduler import LoadScopeScheduling
from xdist.workermanage import WorkerController

TIMES = 3
BROWSER = re.compile(r"::\w+\[(?:.*-)?(chromium|firefox)\b")

# How long an example takes says how busy the machine is; tests/bench and the linear-time tests measure processor time.
# The same examples every time, so that a push is never refused for what it did not change; --explore looks for others.
suite = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
settings.register_profile("suite", suite)
settings.register_profile("explore", suite, derandomize=False)


class ByBrowserAndFile(LoadScopeScheduling):
    """Hands whole files to the workers, of those that run in browsers what is for one browser at a time."""

    def _split_scope(self, nodeid: str) -> str:
        file, browser = nodeid.partition("::")[0], _browser(nodeid)
        return f"{file}::all[{browser}]" if browser else file

    def _assign_work_unit(self, node: WorkerController) -> None:
        """Go on with the worker's browser, or with what needs none; else take what the fewest browsers are open for."""
        at = {worker: _browser([*units][-1]) for worker, units in self.assigned_work.items() if units}
        open_ = Counter(filter(None, at.values()))

        def how_dear(unit: str) -> tuple[bool, int]:
            browser = _browser(unit)
            return node not in at or browser != at[node], open_[browser]

        self.workqueue.move_to_end(min(self.workqueue, key=how_dear), last=False)
        super()._assign_work_unit(node)


def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> ByBrowserAndFile:
    return ByBrowserAndFile(config, log)


@pytest.hookimpl(wrapper=True)
def pytest_xdist_auto_num_workers() -> Generator[None, int, int]:
    """`-n auto`: one more than there are cores, for what waits for a browser, a server or a timer leaves its core."""
    return (yield) + 1


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--thrice", action="store_true", help=f"run every browser test {TIMES} times")
    parser.addoption("--explore", action="store_true", help="try other examples than every time")


def pytest_configure(config: pytest.Config) -> None:
    settings.load_profile("explore" if config.getoption("explore") else "suite")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if metafunc.config.getoption("thrice") and "browser" in metafunc.fixturenames:
        metafunc.fixturenames.append("which_time")
        metafunc.parametrize("which_time", range(TIMES))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=lambda item: not _browser(item.nodeid))


def pytest_collection_finish() -> None:
    """What is loaded by now stays to the end: whoever looks for garbage need not look through thousands of tests."""
    gc.freeze()


def _browser(nodeid: str) -> str | None:
    found = BROWSER.search(nodeid)
    return found and found.group(1)
