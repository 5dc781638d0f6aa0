"""The zip for the stores works as the folder does: installed from it, a browser shows notes."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from tests.e2e.conftest import BROWSERS
from tests.e2e.site import Site, page
from tests.serving import ROOT, Server, with_a_conflict


@pytest.mark.parametrize("name", BROWSERS)
def test_notes_are_drawn_by_what_is_packed(name: str, tmp_path: Path, server: Server, site: Site) -> None:
    subprocess.run([sys.executable, ROOT / ".ci" / "package.py", tmp_path], check=True, capture_output=True)
    (packed,) = tmp_path.glob("*.zip")
    with zipfile.ZipFile(packed) as archive:
        archive.extractall(tmp_path / "unpacked")
    reader = BROWSERS[name](tmp_path / "profile", site.port, tmp_path / "unpacked")
    try:
        reader.use_server(server.address)
        seed = with_a_conflict()
        assert reader.open(site.add("/packed", page(seed.text)))["counts"]["conflicts"]
        assert "Leonardo, 8" in reader.point_at("conflicts", "Leonardo, nine")
        assert "on this article" in reader.popup_text()
        assert reader.errors() == []
    finally:
        reader.close()
