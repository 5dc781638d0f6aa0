"""The zip for the stores works as the folder does: installed from it, a browser shows notes."""

from __future__ import annotations

import json
import subprocess
import sys
import zipfile
from pathlib import Path

from tests.e2e.driving import Reader
from tests.e2e.site import Site, page
from tests.e2e.texts import HERS, INN, THEIRS
from tests.serving import ROOT, Server


def test_notes_are_drawn_by_what_is_packed(reader: Reader, tmp_path: Path, server: Server, site: Site) -> None:
    subprocess.run([sys.executable, ROOT / ".ci" / "package.py", tmp_path], check=True, capture_output=True)
    (packed,) = tmp_path.glob("*.zip")
    with zipfile.ZipFile(packed) as archive:
        archive.extractall(tmp_path / "unpacked")
    words = tmp_path / "unpacked" / "_locales"
    assert {folder.name for folder in words.iterdir()} == {"en", "de"}
    described = json.loads((words / "en" / "messages.json").read_text(encoding="utf-8"))["description"]["message"]
    with reader.other_extension(tmp_path / "unpacked"):
        assert reader.in_extension("return chrome.runtime.getManifest().description") == described
        reader.use_server(server.address)
        assert reader.open(site.add("/packed", page(INN)))["counts"]["conflicts"]
        assert THEIRS in reader.point_at("conflicts", HERS)
        reader.popup_says("on this article")
        assert reader.errors() == []
