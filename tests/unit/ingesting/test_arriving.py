from __future__ import annotations

import gzip
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session
from tests.conftest import Folders
from tests.made_up_pages import PARAGRAPHS, feed, news_article, page, write_warc
from tests.unit.ingesting.conftest import Take, results
from tests.web import Reply, Web

from secondsource.factbase.models import Article, Fetched, Story, Version
from secondsource.ingesting import arriving, sources
from secondsource.ingesting.arriving import ingest_all
from secondsource.ingesting.outcomes import LONGEST_SHOWN, Outcome, Refusal, Result
from secondsource.ingesting.sources import Found, Given
from secondsource.ingesting.sources.found import Document
from secondsource.ingesting.sources.page import read_page

URL = "https://www.herald.example/news/ferry"


def test_an_address_becomes_an_article_with_all_that_its_page_says(web: Web, take: Take, session: Session) -> None:
    web.pages = {"/ferry": Reply(page(ld=news_article(author={"name": "Reuters"})))}
    assert results(take(web.url("/ferry"))) == [Result.NEW]
    article = session.scalars(select(Article)).one()
    assert (article.url, article.outlet.name, article.title, article.declared_origin, article.published_day) == (
        web.url("/ferry"),
        "Northern Herald",
        "Ferry aground: all saved",
        "Reuters",
        date(2031, 3, 4),
    )
    assert PARAGRAPHS[1] in article.current.text
    assert article.story.title == article.title


def test_an_unchanged_page_is_not_even_sent_again(web: Web, take: Take) -> None:
    web.pages = {"/ferry": Reply(page(), headers=(("ETag", '"1"'),))}
    assert results(take(web.url("/ferry"))) == [Result.NEW]
    assert results(take(web.url("/ferry"))) == [Result.UNCHANGED]
    assert web.asked[-1].headers["If-None-Match"] == '"1"'


def test_an_unchanged_page_comes_into_the_story_that_is_named_for_it(web: Web, take: Take, session: Session) -> None:
    web.pages = {"/ferry": Reply(page(), headers=(("ETag", '"1"'),))}
    take(web.url("/ferry"))
    assert results(take(web.url("/ferry"), story="Ferry")) == [Result.CHANGED]
    assert session.scalars(select(Story.title)).all() == ["Ferry"]
    assert results(take(web.url("/ferry"), story="Ferry")) == [Result.UNCHANGED]
    assert web.asked[-1].headers["If-None-Match"] == '"1"', "now it is where it should be"


def test_a_refused_page_is_asked_for_whole_the_next_time(web: Web, take: Take) -> None:
    web.pages = {"/ferry": Reply(page("Nothing yet."), headers=(("ETag", '"1"'),))}
    assert results(take(web.url("/ferry"))) == [Result.REFUSED]
    take(web.url("/ferry"))
    assert "If-None-Match" not in web.asked[-1].headers


def test_a_changed_text_is_a_new_version_and_the_old_one_is_kept(web: Web, take: Take, session: Session) -> None:
    web.pages = {"/ferry": Reply(page())}
    take(web.url("/ferry"))
    web.pages = {"/ferry": Reply(page(*PARAGRAPHS[:3], PARAGRAPHS[3].replace("two", "three")))}
    assert results(take(web.url("/ferry"))) == [Result.CHANGED]
    texts = {version.current: version.text for version in session.scalars(select(Version))}
    assert "within three hours" in texts[True]
    assert "within two hours" in texts[False]


def test_one_article_under_several_addresses_is_one(web: Web, take: Take, session: Session) -> None:
    amp = page(head=f'<link rel="canonical" href="{web.url("/ferry")}">')
    web.pages = {"/ferry": Reply(page()), "/ferry?utm_source=mail": Reply(page()), "/ferry/amp": Reply(amp)}
    outcomes = take(
        web.url("/ferry?utm_source=mail"), web.url("/ferry"), web.url("/ferry/amp", host="amp.herald.example")
    )
    assert results(outcomes) == [Result.NEW, Result.UNCHANGED, Result.UNCHANGED]
    assert session.scalars(select(Article.url)).all() == [web.url("/ferry")]


def test_what_a_story_folder_says_of_an_article_outlives_its_page(
    folders: Folders, tmp_path: Path, take: Take, session: Session
) -> None:
    take(folders.story("Ferry", {"Herald": PARAGRAPHS[0]}))
    url = session.scalars(select(Article.url)).one()
    saved = tmp_path / "saved.html"
    saved.write_bytes(page(ld=news_article()))
    assert results(take(saved, url=url.replace("https://www.", "http://"))) == [Result.CHANGED]
    session.rollback()  # to see what is there now
    article = session.scalars(select(Article)).one()
    assert (article.outlet.name, article.story.title, article.url) == ("Herald", "Ferry", url)
    assert article.title == "Ferry aground: all saved"  # the folder says none
    assert results(take(saved, url=url)) == [Result.UNCHANGED]


def test_a_story_folder_may_hold_saved_pages(folders: Folders, take: Take, session: Session) -> None:
    folder = folders.story("Ferry", {"Herald": "…"})
    (folder / "herald.html").write_bytes(page())
    described = (folder / "story.toml").read_text("utf-8").replace("herald.txt", "herald.html")
    (folder / "story.toml").write_text(described, "utf-8")
    assert results(take(folder)) == [Result.NEW]
    text = session.scalars(select(Version.text)).one()
    assert PARAGRAPHS[1] in text
    assert "<" not in text
    (folder / "herald.html").write_bytes(b"no page")
    assert take(folder)[0].reason == "is no HTML page"


def test_an_outlet_is_known_again_by_its_domain(tmp_path: Path, folders: Folders, take: Take, session: Session) -> None:
    take(folders.story("Ferry", {"Herald": PARAGRAPHS[0]}))
    url = session.scalars(select(Article.url)).one()
    saved = tmp_path / "saved.html"
    saved.write_bytes(page(ld=news_article()))
    take(saved, url=f"{url}/another")
    assert {article.outlet.name for article in session.scalars(select(Article))} == {"Herald"}


def outlet_of(session: Session, url: str) -> str:
    session.rollback()  # to see what is there now
    return session.scalars(select(Article).where(Article.url == url)).one().outlet.name


def test_no_page_takes_the_name_of_an_outlet_that_is_known_elsewhere(
    tmp_path: Path, take: Take, session: Session
) -> None:
    saved = tmp_path / "saved.html"
    saved.write_bytes(page(ld=news_article(publisher={"name": "Northern Herald"})))
    for url, outlet in (
        ("https://herald.example/1", "Northern Herald"),
        ("https://evil.example/1", "evil.example"),
        ("https://sport.herald.example/1", "Northern Herald"),
        ("https://evil-herald.example/1", "evil-herald.example"),
    ):
        take(saved, url=url)
        assert outlet_of(session, url) == outlet
    take(saved, url="https://mirror.example/1", outlet="Northern Herald")
    assert outlet_of(session, "https://mirror.example/1") == "Northern Herald"


def test_all_goes_into_the_story_that_is_named(web: Web, take: Take, session: Session) -> None:
    web.pages = {"/a": Reply(page(title="One")), "/b": Reply(page(title="Two"))}
    take(web.url("/a"), web.url("/b"), story="Ferry")
    assert session.scalars(select(Story.title)).all() == ["Ferry"]
    take(web.url("/a"))
    assert session.scalars(select(Story.title)).all() == ["Ferry"]  # where it is, it stays


def test_it_is_told_of_how_many_each_one_is(web: Web, engine: Engine, folders: Folders, tmp_path: Path) -> None:
    web.pages = {"/feed": Reply(feed(web.url("/a"), web.url("/b"))), "/a": Reply(page())}
    warc = write_warc(tmp_path / "a.warc.gz", (URL, page(), "text/html"), (f"{URL}/2", page(), "text/html"))
    named = [
        str(tmp_path / "none"),
        web.url("/feed"),
        str(folders.story("Ferry", {"A": "One.", "B": "Two."})),
        str(warc),
    ]
    totals: list[int] = []
    ingest_all(engine, named, lambda _, total: totals.append(total), None, web.fetcher())
    assert totals == [4, 5, 5, 6, 6, 6, 7]  # a WARC file does not say how many pages it has


def test_a_run_that_was_stopped_goes_on(web: Web, engine: Engine, take: Take, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(arriving, "TOGETHER", 2)
    etag = (("ETag", '"1"'),)
    web.pages = {path: Reply(page(), headers=etag) for path in ("/a", "/b", "/c")}
    web.pages["/feed"] = Reply(feed(*map(web.url, ("/a", "/b", "/c"))), headers=etag)

    def stop(_: Outcome, __: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        ingest_all(engine, [web.url("/feed")], stop, None, web.fetcher())
    assert results(take(web.url("/feed"))) == [Result.UNCHANGED, Result.UNCHANGED, Result.NEW]


def test_a_text_needs_somebody_to_say_whose_it_is(tmp_path: Path, take: Take, session: Session) -> None:
    text = tmp_path / "ferry.txt"
    text.write_text("\n".join(PARAGRAPHS), "utf-8")
    assert "--outlet and --url" in take(text)[0].reason
    assert results(take(text, outlet="Herald", url=URL, published=date(2031, 3, 4))) == [Result.NEW]
    article = session.scalars(select(Article)).one()
    assert (article.outlet.name, article.url, article.published) == ("Herald", URL, date(2031, 3, 4))


def test_nobodys_name_and_password_are_kept_or_told(
    tmp_path: Path, web: Web, folders: Folders, take: Take, session: Session
) -> None:
    text = tmp_path / "ferry.txt"
    text.write_text("\n".join(PARAGRAPHS), "utf-8")
    folder = folders.story("Ferry", {"A": "One."})
    described = (folder / "story.toml").read_text("utf-8").replace("https://", "https://ann:secret@")
    (folder / "story.toml").write_text(described, "utf-8")
    web.pages = {"/a": Reply(page()), "/b": Reply("\n".join(PARAGRAPHS).encode(), content_type="text/plain")}
    outcomes = [
        *take(text, outlet="Herald", url="https://ann:secret@herald.example/ferry"),
        *take(folder),
        *take(web.url("/a", host="ann:secret@herald.example"), web.url("/none", host="ann:secret@herald.example")),
        *take(web.url("/b", host="ann:secret@other.example"), outlet="Other"),
    ]
    assert results(outcomes) == [*[Result.NEW] * 3, Result.REFUSED, Result.NEW]
    kept = [*session.scalars(select(Article.url)), *session.scalars(select(Fetched.url)), *map(str, outcomes)]
    assert not [one for one in kept if "ann:" in one or "secret" in one]


@pytest.mark.parametrize(
    "word",
    [
        "x" * 9_000,
        "9" * 9_000,
        "Q" * 300,
        "\u4e00\u4e8c" * 300,
        "and Zz" + "\u03b0" * 70 + " Yy" + "\u03b0" * 70,
    ],
    ids=["letters", "digits", "capitals", "signs", "letters that grow"],
)
def test_no_word_is_too_long_to_be_found_by(take: Take, tmp_path: Path, word: str) -> None:
    file = tmp_path / "ferry.txt"
    file.write_text(f"It was {word} that they said. {' '.join(PARAGRAPHS)}", "utf-8")
    assert results(take(file, outlet="Herald", url=URL)) == [Result.NEW]


def test_a_refusals_line_can_be_printed_and_kept(web: Web, take: Take) -> None:
    web.pages = {"/": Reply(b"%PDF-1.7", content_type="application/\0x\x1b[31m\x85y")}
    (outcome,) = take(web.url("/"))
    assert outcome.reason.isprintable()
    assert Refusal("a\0\ud800\nb" + "c" * 9_000).args[0].startswith("a   bccc")
    assert len(str(Refusal("c" * 9_000))) == LONGEST_SHOWN
    assert str(Outcome(Result.NEW, "a\n\x1b[31mb.html")) == "new       a  [31mb.html"


def test_a_page_at_which_the_program_fails_is_refused_and_the_rest_goes_on(
    web: Web, tmp_path: Path, take: Take, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(document: Document, given: Given) -> Found:
        if b"odd" in document.body:
            raise LookupError
        return read_page(document, given)

    monkeypatch.setattr(sources, "read_page", fail)
    (tmp_path / "odd.html").write_bytes(page("An odd one."))
    web.pages = {"/feed": Reply(feed(web.url("/a"), web.url("/b"))), "/a": Reply(page("odd")), "/b": Reply(page())}
    outcomes = take(tmp_path / "odd.html", web.url("/feed"))
    assert results(outcomes) == [Result.REFUSED, Result.REFUSED, Result.NEW]
    assert all("a fault of this program (LookupError)" in outcome.reason for outcome in outcomes[:2])


def test_bad_input_is_refused_in_one_line_each_and_the_rest_goes_on(tmp_path: Path, web: Web, take: Take) -> None:
    bad = {
        "empty.html": b"",
        "photo.jpg": b"\xff\xd8\xff\xe0" + bytes(range(256)),
        "large.html": b"<p>" + b" " * 50_000_000,
        "bomb.html.gz": gzip.compress(b"<p>" + b" " * 50_000_000),
        "cut.xml.gz": gzip.compress(b"<urlset>" + bytes(range(256)) * 99)[:-40],
        "list.json": b'{"version": "https://jsonfeed.org/version/1", "items": [',
    }
    for name, body in bad.items():
        (tmp_path / name).write_bytes(body)
    web.pages = {"/ferry": Reply(page())}
    outcomes = take(*(tmp_path / name for name in bad), tmp_path / "none", "ftp://a.example/", web.url("/ferry"))
    assert results(outcomes) == [Result.REFUSED] * 8 + [Result.NEW]
    assert all(outcome.reason and "\n" not in str(outcome) for outcome in outcomes[:-1])


def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path, take: Take) -> None:
    import os

    os.mkfifo(tmp_path / "pipe")
    assert take(tmp_path / "pipe")[0].reason == "not a file"
