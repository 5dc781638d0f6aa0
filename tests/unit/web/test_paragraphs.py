"""What the pages show of a text, however it is cut into lines."""

from __future__ import annotations

from time import process_time

import pytest
from sqlalchemy.orm import Session
from tests.conftest import Folders, Ingest

from secondsource.web.stories import HEAD, HEADLINE_LENGTH, find_article, first_line, list_stories, paragraphs

LIMIT_SECONDS = 15  # four are usual for the slowest; comparing every line with every passage takes an hour


def test_paragraphs_are_the_lines_without_the_empty_ones() -> None:
    text = "Ferry aground\n\n  The ferry ran aground. Nobody was hurt.  \nLeave a Reply\n"
    found = [(paragraph.text, paragraph.furniture) for paragraph in paragraphs(text)]
    assert found == [
        ("Ferry aground", False),
        ("The ferry ran aground. Nobody was hurt.", False),
        ("Leave a Reply", True),
    ]


@pytest.mark.parametrize("unit", ["a\n", "“a”\n", "Leave a Reply\n", "A. ", "“Para.\n\n", "\n\u2028 ."])
def test_paragraphs_of_a_long_hostile_text_come_in_seconds(unit: str) -> None:
    began = process_time()
    assert list(paragraphs(unit * (500_000 // len(unit))))
    assert process_time() - began < LIMIT_SECONDS


def test_a_title_is_looked_for_at_the_beginning_alone() -> None:
    assert first_line("Share\n" * HEAD + "A headline of five words") != "A headline of five words"


def test_a_first_line_as_long_as_prose_is_no_headline(folders: Folders, ingest: Ingest, session: Session) -> None:
    ingest(folders.story("Endless", {"Isle Post": "word " * HEADLINE_LENGTH}))
    found = list_stories(session)
    assert found is not None
    (story,) = found.stories
    (article,) = story.articles
    assert article.headline is None
    assert len(article.title) < HEADLINE_LENGTH
    read = find_article(session, article.id)
    assert read is not None
    assert len(read[1]) == 1
