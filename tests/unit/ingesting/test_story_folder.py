from __future__ import annotations

from pathlib import Path

import pytest

from secondsource.ingesting.outcomes import Refusal
from secondsource.ingesting.story_folder import MAX_TEXT_BYTES, find_story_folders, read_story_folder

GOOD = 'title = "T"\n[[articles]]\nfile = "a.txt"\noutlet = "A"\nurl = "https://a.example/"\n'


def toml(folder: Path, content: str | bytes) -> Path:
    (folder / "story.toml").write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("title = ", "not valid TOML"),
        (b'title = "\xff"', "not UTF-8"),
        ('title = "T"', "at least one"),
        ('title = "T"\narticles = []', "at least one"),
        ('title = "T"\narticles = "a"', "at least one"),
        (GOOD.replace('title = "T"', ""), "title is missing"),
        (GOOD.replace('"T"', "7"), "title must be a string"),
        (GOOD.replace('"T"', '"  "'), "title must be one line"),
        (GOOD + 'autor = "x"', "unknown key 'autor'"),
        ('colour = "red"\n' + GOOD, "unknown key 'colour'"),
        (GOOD.replace('outlet = "A"', ""), "article 1: outlet is missing"),
        (GOOD.replace('url = "https://a.example/"', ""), "article 1: url is missing"),
        (GOOD.replace('file = "a.txt"', ""), "article 1: file is missing"),
        (GOOD.replace("https://a.example/", "ftp://a.example/"), "http or https"),
        (GOOD.replace("a.txt", "../a.txt"), "beside story.toml"),
        (GOOD.replace("a.txt", "/etc/passwd"), "beside story.toml"),
        (GOOD + 'published = "yesterday"', "TOML date"),
        (GOOD + "published = 12:30:00", "TOML date"),
        (GOOD + "published = 9999-12-31", "in the year 9999"),
        (GOOD.replace('"A"', f'"{"A" * 201}"'), "longer than 200"),
        (GOOD + GOOD.partition("\n")[2], "two articles have the url"),
        ("a = " + "[" * 5000, "not valid TOML"),
    ],
)
def test_a_story_that_breaks_the_contract_is_refused_in_one_clear_line(
    tmp_path: Path, content: str | bytes, says: str
) -> None:
    with pytest.raises(Refusal, match=r"story\.toml") as refusal:
        read_story_folder(toml(tmp_path, content))
    assert says in str(refusal.value)
    assert "\n" not in str(refusal.value)


@pytest.mark.parametrize(
    ("file", "content", "says"),
    [
        ("a.txt", None, "no such file"),
        ("a.txt", b"", "empty"),
        ("a.txt", b" \n\t", "empty"),
        ("a.txt", b"caf\xe9", "not UTF-8 (byte 3)"),
        ("a.txt", b"a\0b", "NUL character at 1"),
        ("a.txt", b"a" * (MAX_TEXT_BYTES + 1), "larger than"),
        ("a.docx", b"a", "only .txt"),
        ("a.html", b"a", "no HTML page"),
        ("a", b"a", "only .txt"),
    ],
)
def test_an_article_that_cannot_be_read_is_refused_in_one_clear_line(
    tmp_path: Path, file: str, content: bytes | None, says: str
) -> None:
    if content is not None:
        (tmp_path / file).write_bytes(content)
    entry = read_story_folder(toml(tmp_path, GOOD.replace("a.txt", file))).entries[0]
    with pytest.raises(Refusal) as refusal:
        entry.text()
    assert says in str(refusal.value)


def test_a_text_is_taken_code_point_for_code_point(tmp_path: Path) -> None:
    text = "\ufeffOne\r\ntwo\rthree\u2028four\u00a0😀 e\u0301\n"
    (tmp_path / "a.txt").write_bytes(text.encode())
    assert read_story_folder(toml(tmp_path, GOOD)).entries[0].text() == text


def test_a_folder_of_story_folders_stands_for_them(tmp_path: Path) -> None:
    for name in ("b", "a"):
        (tmp_path / name).mkdir()
        toml(tmp_path / name, GOOD)
    assert [folder.name for folder in find_story_folders(tmp_path)] == ["a", "b"]


def test_a_folder_without_a_story_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match=r"no story\.toml .*: write one"):
        find_story_folders(tmp_path)
    with pytest.raises(Refusal, match="no such folder"):
        find_story_folders(tmp_path / "none")
