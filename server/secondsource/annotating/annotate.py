"""A page in, notes out: find its story, read it, compare, apply moderators' decisions, group."""

from __future__ import annotations

import base64
import hashlib
from dataclasses import dataclass, field, replace

from sqlalchemy.orm import Session

from secondsource.annotating.answers import Answers, Asked, asked_now
from secondsource.annotating.comparing import Compared, Link, compare
from secondsource.annotating.finding import Found, find_story
from secondsource.annotating.kept import KeptArticle
from secondsource.annotating.line import in_line, places
from secondsource.annotating.missing import Missing, missing_facts
from secondsource.annotating.notes import Note, make_notes
from secondsource.annotating.story import LoadedStory, load_story, rulings
from secondsource.annotating.telling import Telling
from secondsource.factbase.addresses import split_web_address
from secondsource.factbase.models import About, Action
from secondsource.lookup import is_up_to_date


@dataclass(frozen=True, slots=True)
class Page:
    """What a reader's browser sends: the text that every offset counts in, and the address if it has one."""

    text: str
    url: str | None = None
    title: str | None = None

    @property
    def source(self) -> str:
        """The page's address as sent; for one that has none, a name of its text (RFC 6920)."""
        if self.url and split_web_address(self.url):
            return self.url
        sha256 = hashlib.sha256(self.text.encode("utf-8")).digest()
        return f"ni:///sha-256;{base64.urlsafe_b64encode(sha256).decode().rstrip('=')}"


@dataclass(frozen=True, slots=True)
class StoryFound:
    """The story that the page tells, and whether its address or its text said so."""

    id: str
    title: str
    matched_by: str
    articles: tuple[KeptArticle, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """What a reader gets. `story` is None, and the rest empty, when the base does not know the story.

    `shown` keeps how it is sent, for the next reader of the page.
    """

    story: StoryFound | None = None
    annotations: tuple[Note, ...] = ()
    missing: tuple[Missing, ...] = ()
    shown: dict[str, bytes] = field(default_factory=dict, repr=False, compare=False)


_answers: Answers[Answer] = Answers()
_unknown: Answers[Answer] = Answers()  # of pages of no story: however many there are, they are in nobody's way


def annotate(session: Session, page: Page) -> Answer:
    """What the other outlets say about the page's story, note by note, in the order of the page's text.

    Known answers are given at once; raises BusyError where too many new pages wait.
    """
    answer = _kept(session, asked_now(session, page.text, page.url))
    if answer is not None:
        return answer
    session.rollback()  # who waits holds no connection, and sees the base as it is afterwards
    with in_line(page.text), _answers.turn(page.text):
        if places.acquire(blocking=False):
            return _in_place(session, page)
        answer = _kept(session, asked_now(session, page.text, page.url))
        if answer is not None:  # many open a new page at once
            return answer
        session.rollback()
        places.acquire()
        return _in_place(session, page)


def _in_place(session: Session, page: Page) -> Answer:
    """The answer of who has a place, which is given up: worked out, unless somebody did it meanwhile."""
    try:
        asked = asked_now(session, page.text, page.url)
        answer = _kept(session, asked)
        return _worked_out(session, page, asked) if answer is None else answer
    finally:
        places.release()


def _kept(session: Session, asked: Asked) -> Answer | None:
    return _answers.get(session, asked) or _unknown.get(session, asked)


def _worked_out(session: Session, page: Page, asked: Asked) -> Answer:
    whole = is_up_to_date(session)  # before the words are looked up: else another story may be found when all are there
    found = find_story(session, page.url, page.text, whole=whole)
    answer = _answer(session, page, found, asked.revision) if found else Answer()
    if asked.revision and (whole or (found and not found.looked_up)):
        (_answers if found else _unknown).keep(session, asked, answer)
    return answer


def _answer(session: Session, page: Page, found: Found, revision: str | None) -> Answer:
    loaded = load_story(session, found.story_id, revision)
    compared = compare(session, page.text, loaded, loaded.kept.articles.get(found.own_article_id or ""))
    links = _apply_decisions(session, loaded, compared)
    telling = Telling(compared)
    articles = tuple(loaded.kept.articles.values())
    return Answer(
        story=StoryFound(loaded.id, loaded.title, found.matched_by, articles),
        annotations=tuple(make_notes(telling, page.source, loaded, links)),
        missing=tuple(missing_facts(loaded, telling, links)),
    )


def _apply_decisions(session: Session, loaded: LoadedStory, compared: Compared) -> list[Link]:
    """The links without what moderators rejected, hid or took apart, and with what they confirmed marked."""
    links = list(compared.links_by(loaded.grouping))
    ruled = rulings(session, (link.pair_id for link in links)) if About.RELATION in loaded.in_force else {}
    apart, hidden = loaded.taken_apart() if loaded.grouping.apart else None, loaded.hidden_facts

    def is_shown(link: Link) -> bool:
        fact = link.theirs.fact
        if (ruled and ruled.get(link.pair_id) is Action.REJECT_RELATION) or (fact and fact.id in hidden):
            return False
        return not (fact and apart and apart(link.ours.content, fact))

    shown = (link for link in links if is_shown(link))
    confirmed = Action.CONFIRM_RELATION
    return [replace(link, confirmed=True) if ruled and ruled.get(link.pair_id) is confirmed else link for link in shown]
