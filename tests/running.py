"""How the suite runs on several cores: each browser's tests in one process, each other file in one; --thrice: thrice.

A browser, its server and its site start once, and so do a module's fixtures. Browsers' tests are handed out first:
they take longest. Not by xdist's own `loadgroup`, which pytest 9.2 has made ineffective (pytest-xdist issue 1386).
"""

from __future__ import annotations

import gc
import re
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from xdist.scheduler import LoadScopeScheduling

TIMES = 3
BROWSER = re.compile(r"::\w+\[(?:.*-)?(chromium|firefox)\b")

# How long an example takes says how busy the machine is; tests/bench and the linear-time tests measure processor time.
# The same examples every time, so that a push is never refused for what it did not change; --explore looks for others.
suite = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)
settings.register_profile("suite", suite)
settings.register_profile("explore", suite, derandomize=False)


class ByBrowserAndFile(LoadScopeScheduling):
    """Hands whole browsers and whole files to the workers."""

    def _split_scope(self, nodeid: str) -> str:
        return _browser(nodeid) or nodeid.partition("::")[0]


def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> ByBrowserAndFile:
    return ByBrowserAndFile(config, log)


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
