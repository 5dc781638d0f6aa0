"""Pack the extension for the stores: dist/second-source-VERSION.zip, the same bytes on every machine.

Nothing is compressed, since compressors differ; times and rights are fixed; the entries are in order.
"""

from __future__ import annotations

import json
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SHIPPED = frozenset({".js", ".json", ".html", ".css", ".svg", ".png"})  # types/ is for checking alone
EARLIEST = (1980, 1, 1, 0, 0, 0)  # what a zip can say at the earliest
READABLE = 0o100644 << 16


def files(root: Path) -> Iterator[Path]:
    """What ships, by name from the root."""
    yield from (Path("LICENSE"), Path("manifest.json"))
    for file in sorted((*(root / "_locales").rglob("*"), *(root / "extension").rglob("*"))):
        name = file.relative_to(root)
        if file.is_file() and not name.name.endswith(".d.ts") and file.suffix in SHIPPED:
            yield name


def pack(root: Path, folder: Path) -> Path:
    """The zip, written anew into a folder."""
    manifest = json.loads((root / "manifest.json").read_text(encoding="utf-8"))
    folder.mkdir(parents=True, exist_ok=True)
    packed = folder / f"second-source-{manifest['version']}.zip"
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as archive:
        for name in files(root):
            entry = zipfile.ZipInfo(name.as_posix(), EARLIEST)
            entry.create_system = 3  # Unix, whatever this machine is
            entry.external_attr = READABLE
            archive.writestr(entry, (root / name).read_bytes())
    return packed


if __name__ == "__main__":
    written = pack(ROOT, Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "dist")
    sys.stdout.write(f"{written}: {written.stat().st_size:,} bytes\n")
