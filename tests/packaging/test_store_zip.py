"""What goes to the stores: only what ships, all of it, the same bytes each time, and nothing to complain of."""

from __future__ import annotations

import json
import posixpath
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from tests.serving import ROOT

LINTER = ROOT / "tests" / "npm" / "node_modules" / ".bin" / "addons-linter"
IMPORTED = re.compile(r"""(?:from|import)\s*\(?\s*"(\.[^"]+)"|(?:src|href)="([^":]+)\"""")
TRACKED_ONLY = {"LICENSE", "manifest.json"}


@pytest.fixture(scope="module")
def packed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The zip, as `make package` writes it."""
    return pack(tmp_path_factory.mktemp("dist"))


def pack(folder: Path) -> Path:
    subprocess.run([sys.executable, ROOT / ".ci" / "package.py", folder], check=True, capture_output=True)
    (found,) = folder.glob("*.zip")
    return found


def names(packed: Path) -> list[str]:
    with zipfile.ZipFile(packed) as archive:
        return archive.namelist()


def test_it_bears_the_versions_name(packed: Path) -> None:
    version = json.loads((ROOT / "manifest.json").read_text("utf-8"))["version"]
    assert packed.name == f"second-source-{version}.zip"


def test_it_holds_what_git_keeps_of_the_extension_and_nothing_else(packed: Path) -> None:
    listed = subprocess.run(
        ["git", "ls-files", "-z", "extension", "_locales"], cwd=ROOT, check=True, capture_output=True, text=True
    )
    tracked = {name for name in listed.stdout.split("\0") if name and not name.endswith(".d.ts")}
    assert set(names(packed)) == tracked | TRACKED_ONLY


def test_every_file_that_a_file_names_is_in_it(packed: Path) -> None:
    there = set(names(packed))
    with zipfile.ZipFile(packed) as archive:
        sources = {name: archive.read(name).decode() for name in there if name.endswith((".js", ".html"))}
    named = {
        posixpath.normpath(posixpath.join(posixpath.dirname(name), module or link))
        for name, text in sources.items()
        for module, link in IMPORTED.findall(text)
    }
    assert named
    assert named <= there
    manifest = re.findall(r'"(extension/[^"]+)"', (ROOT / "manifest.json").read_text("utf-8"))
    assert set(manifest) <= there


def test_packing_again_gives_the_same_bytes(packed: Path, tmp_path: Path) -> None:
    assert pack(tmp_path).read_bytes() == packed.read_bytes()


def test_nothing_in_it_is_for_every_page_to_read_and_nothing_comes_from_elsewhere(packed: Path) -> None:
    with zipfile.ZipFile(packed) as archive:
        manifest = json.loads(archive.read("manifest.json"))
        texts = [archive.read(name).decode() for name in names(packed) if name.endswith((".js", ".html", ".css"))]
    assert "web_accessible_resources" not in manifest
    assert "externally_connectable" not in manifest
    assert not any(re.search(r"""(?:src|href)="https?:|@import|import\s*\(?\s*"https?:""", text) for text in texts)


def test_the_stores_linter_finds_no_error(packed: Path) -> None:
    run = subprocess.run([LINTER, "--output", "json", packed], capture_output=True, text=True, timeout=120)
    found = json.loads(run.stdout)
    assert found["errors"] == []
