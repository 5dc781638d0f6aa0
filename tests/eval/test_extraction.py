from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.eval import extraction
from tests.made_up_pages import FURNITURE, PARAGRAPHS, news_article, page


def test_scores_count_words_as_often_as_they_stand_there() -> None:
    assert extraction.score("the ferry, the ferry", "The ferry") == (0.5, 1.0)
    assert extraction.score("", "The ferry").f1 == 0
    assert extraction.score("the ferry sank", "A ferry sank").f1 == pytest.approx(2 / 3)


def test_it_prints_the_figures_of_a_folder_of_pages(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    pages = {"one": "2031-03-04T09:00:00", "two": "2031-03-05", "three": None}
    for name, published in pages.items():
        folder = tmp_path / name
        folder.mkdir()
        (folder / "source.html").write_bytes(page(ld=news_article()))
        paragraphs = ("Ferry runs aground off Port Ellery", *PARAGRAPHS)
        (folder / "expected.html").write_text("".join(f"<p>{one}</p>" for one in paragraphs), "utf-8")
        (folder / "expected-metadata.json").write_text(json.dumps({"publishedTime": published}), "utf-8")
    monkeypatch.setattr(extraction, "peers", lambda: {"all": lambda _: f"{' '.join(PARAGRAPHS)} {FURNITURE}"})
    monkeypatch.setattr("sys.argv", ["extraction", str(tmp_path)])
    extraction.main()
    head, _, ours, other, days = capsys.readouterr().out.splitlines()
    assert head == "3 pages, mean of each"
    assert ours.split()[0] == "ours"
    assert float(ours.split()[-1]) > float(other.split()[-1]) > 0.9
    assert days == "the day is right on 1 of 2 pages that say when they were published, wrong on 1"
