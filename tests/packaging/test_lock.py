"""The lock files hold what pyproject.toml asks for; `make lock` writes them anew."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
RUNTIME = (*PROJECT["project"]["dependencies"], *PROJECT["build-system"]["requires"])
EXTRA = PROJECT["project"]["optional-dependencies"]["postgresql"]
DEVELOPMENT = (*RUNTIME, *EXTRA, *PROJECT["dependency-groups"]["dev"])
ASKED = [("server", needed) for needed in RUNTIME] + [("tests", needed) for needed in DEVELOPMENT]


def _locked(folder: str) -> dict[str, str]:
    """Version by name."""
    text = (ROOT / folder / "requirements.lock").read_text(encoding="utf-8")
    return dict(re.findall(r"^([a-z0-9-]+)==([^ ;]+)", text, re.MULTILINE))


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


@pytest.mark.parametrize(("folder", "needed"), ASKED)
def test_the_lock_satisfies_pyproject(folder: str, needed: str) -> None:
    asked = Requirement(needed)
    version = _locked(folder).get(_normal(asked.name))
    assert version is not None, f"{asked.name} is not in {folder}/requirements.lock: run `make lock`"
    assert asked.specifier.contains(version), f"{asked.name} {version} is not {asked.specifier}: run `make lock`"


@pytest.mark.parametrize("folder", ["server", "tests"])
def test_the_lock_names_no_package_index(folder: str) -> None:
    text = (ROOT / folder / "requirements.lock").read_text(encoding="utf-8")
    assert "://" not in text
    assert "--index" not in text


def test_tests_run_with_the_versions_that_are_served() -> None:
    server, tests = _locked("server"), _locked("tests")
    assert {name: tests.get(name) for name in server} == server
