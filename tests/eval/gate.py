"""The figures of every labelled story, measured and compared with those pinned in pinned.json.

A figure may rise and be pinned anew; to pin a lower one takes `--lower "the reason"`, which is kept in the file.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
import sys
import tempfile
import tomllib
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from unittest.mock import patch

from tests.eval import score

from secondsource.app import create_app
from secondsource.config import Settings
from secondsource.factbase.migrate import migrate
from secondsource.factbase.sessions import open_engine
from secondsource.ingesting.ingest import ingest_paths

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


class InThisProcess:
    """Stands where the scorer starts the program on some articles of a story, and asks them here: nothing to start."""

    def __init__(self, name: str, articles: list[dict]) -> None:
        self._home = tempfile.TemporaryDirectory()
        url = f"sqlite:///{self._home.name}/facts.sqlite3"
        engine = open_engine(url)
        migrate(engine)
        only = {article["file"] for article in articles}
        ingest_paths(engine, [with_only(only, STORIES[name][0], Path(self._home.name) / "story")], lambda *_: None)
        engine.dispose()
        self._app = create_app(Settings(url))

    def annotate(self, article: dict) -> dict:
        asked = {"url": article["url"], "text": article["text"]}
        answer = self._app.test_client().post("/api/v1/annotations", json=asked)
        assert answer.status_code == 200, answer.text
        return answer.get_json()

    def close(self) -> None:
        self._app.extensions["secondsource.base"].dispose()
        self._home.cleanup()


def with_only(files: set[str], story: Path, copy: Path) -> Path:
    """A copy of a story's folder that names no articles but these."""
    shutil.copytree(story, copy)
    told = copy / "story.toml"
    head, *articles = told.read_text("utf-8").split("[[articles]]")
    kept = [article for article in articles if tomllib.loads(article)["file"] in files]
    told.write_text("[[articles]]".join([head, *kept]), "utf-8")
    return copy


def measure(name: str, mode: str) -> dict[str, dict[str, float | None]]:
    """{stance: {figure: 0 to 1, or None where nothing was claimed or labelled}}: the scorer's.

    The seed story, known, is measured through the program as users start it; all else in this process.
    """
    through_the_program = STORIES[name] == SEED and mode == "seen"
    server = score.Server if through_the_program else lambda _command, articles, _title: InThisProcess(name, articles)
    with patch.object(score, "Server", server):
        by_stance = score.evaluate(str(SECONDSOURCE), *STORIES[name], mode == "unseen", verbose=False)
    return {stance: {figure: row[figure] for figure in FIGURES} for stance, row in by_stance.items()}


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
    with ProcessPoolExecutor(2) as pool:
        measured = list(pool.map(measure, *zip(*RUNS, strict=True)))
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
        lowered = reasons + ([{"why": asked.lower, "what": fallen}] if fallen else [])
        PINNED.write_text(json.dumps({"lowered": lowered, "runs": runs}, indent=1) + "\n")
    return 1 if fallen and not asked.lower else 0


if __name__ == "__main__":
    sys.exit(main())
