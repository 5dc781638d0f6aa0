"""The figures of every labelled story, measured and compared with those pinned in pinned.json.

A figure may rise and be pinned anew; to pin a lower one takes `--lower "the reason"`, which is kept in the file.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
PINNED = HERE / "pinned.json"
SECONDSOURCE = Path(sys.executable).parent / "secondsource"
FIGURES = ("precision", "recall", "recall_by_fact", "pinpoint")
SEED = (ROOT / "seeds" / "baldwin", HERE / "labels" / "baldwin")
STORIES = {"baldwin": SEED, **{p.name: (p, p) for p in sorted((HERE / "stories").iterdir()) if p.is_dir()}}
# Written and labelled when the engine was done; nothing was trained on them or chosen by them.
SEALED = frozenset("silo pension marathon".split())
RUNS = [(name, mode) for name in STORIES for mode in ("seen", "unseen") if name == "baldwin" or mode == "seen"]


def measure(name: str, mode: str) -> dict[str, dict[str, float | None]]:
    """{stance: {figure: 0 to 1, or None where nothing was claimed or labelled}}, by the black-box scorer."""
    story, labels = STORIES[name]
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.json"
        command = [sys.executable, str(HERE / "score.py"), "--command", str(SECONDSOURCE), "--json", str(report)]
        command += ["--story", str(story), "--labels", str(labels), *(["--unseen"] if mode == "unseen" else [])]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        told = json.loads(report.read_text())
    (by_stance,) = told.values()
    return {stance: {figure: row[figure] for figure in FIGURES} for stance, row in by_stance.items()}


def measure_all() -> list[dict[str, dict[str, float | None]]]:
    """The figures of every run, in the order of RUNS, two at a time."""
    with ThreadPoolExecutor(2) as pool:
        return list(pool.map(lambda run: measure(*run), RUNS))


def corpus_hash(name: str) -> str:
    """A hash of a story's texts and labels: figures of another corpus are not comparable."""
    story, labels = STORIES[name]
    files = sorted({*story.iterdir(), *labels.iterdir()}, key=lambda path: path.name)
    return hashlib.sha256(b"".join(path.read_bytes() for path in files)).hexdigest()[:16]


def pinned() -> dict[str, dict]:
    """{"story mode": {"corpus": hash, "figures": …}} as pinned."""
    return json.loads(PINNED.read_text())["runs"] if PINNED.exists() else {}


def drops(key: str, figures: dict, held: dict) -> list[str]:
    """Each figure that is lower than the one pinned, in words."""
    return [
        f"{key}: {stance} {figure} fell from {was:.3f} to {figures[stance][figure] or 0:.3f}"
        for stance, row in held["figures"].items()
        for figure, was in row.items()
        if was is not None and (figures[stance][figure] or 0.0) < was - 1e-9
    ]


def main() -> int:
    """Print every figure; with --pin write them. 1 when one has dropped."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--pin", action="store_true", help="write the figures measured now, if none is lower")
    parser.add_argument("--lower", metavar="WHY", help="pin lower figures too, and keep the reason")
    asked = parser.parse_args()
    measured = measure_all()
    held, runs, fallen = pinned(), {}, []
    for (name, mode), figures in zip(RUNS, measured, strict=True):
        key = f"{name} {mode}"
        runs[key] = {"corpus": corpus_hash(name), "figures": figures}
        fallen += drops(key, figures, held[key]) if key in held else []
        for stance, row in figures.items():
            told = "  ".join(f"{figure} {'  -  ' if v is None else f'{v:.3f}'}" for figure, v in row.items())
            print(f"{key:16} {stance:13} {told}")
    print(*fallen, sep="\n")
    if (asked.pin and not fallen) or asked.lower:
        reasons = json.loads(PINNED.read_text()).get("lowered", []) if PINNED.exists() else []
        lowered = reasons + ([{"why": asked.lower, "what": fallen}] if asked.lower else [])
        PINNED.write_text(json.dumps({"lowered": lowered, "runs": runs}, indent=1) + "\n")
    return 1 if fallen and not asked.lower else 0


if __name__ == "__main__":
    sys.exit(main())
