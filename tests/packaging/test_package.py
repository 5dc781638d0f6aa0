"""What `pip install .` gives somebody who has no checkout."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from tests.serving import ROOT

SHIPPED = ("seeds", "extension", "_locales")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built offline from the checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "--no-build-isolation", "--no-index",
         "--disable-pip-version-check", "-w", folder, ROOT],
        check=True, capture_output=True, timeout=60,
    )  # fmt: skip
    (found,) = folder.glob("*.whl")
    return found


def _tracked(folder: str) -> set[str]:
    listed = subprocess.run(["git", "ls-files", "-z", folder], cwd=ROOT, check=True, capture_output=True, text=True)
    return {name for name in listed.stdout.split("\0") if name}


@pytest.mark.parametrize("folder", SHIPPED)
def test_the_wheel_holds_every_file_of_a_shipped_folder(wheel: Path, folder: str) -> None:
    names = {name.removeprefix("secondsource/_bundled/") for name in zipfile.ZipFile(wheel).namelist()}
    assert _tracked(folder) - names == set()


def test_the_wheel_holds_every_file_of_the_server(wheel: Path) -> None:
    names = {f"server/{name}" for name in zipfile.ZipFile(wheel).namelist()}
    assert _tracked("server/secondsource") - names == set()


def test_the_installed_package_ingests_its_own_seeds_and_serves_without_a_checkout(wheel: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    with zipfile.ZipFile(wheel) as packed:
        packed.extractall(site)
    program = (
        "import sys; sys.path.insert(0, sys.argv[1])\n"
        "import secondsource, secondsource.config as config\n"
        "from secondsource.web import overlay\n"
        "assert secondsource.__file__.startswith(sys.argv[1]), secondsource.__file__\n"
        "print(config.seeds_folder(), config.HOME / 'manifest.json', sep='\\n')\n"
        "print(*(overlay.FOLDER / name for name in overlay.scripts()), sep='\\n')\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", program, str(site)], cwd=tmp_path, env={**os.environ, "PYTHONPATH": ""},
        check=True, capture_output=True, text=True, timeout=60,
    )  # fmt: skip
    for line in run.stdout.splitlines():
        assert Path(line).is_relative_to(site)
        assert Path(line).exists(), line
