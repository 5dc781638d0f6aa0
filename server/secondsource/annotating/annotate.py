"""A page in, notes out: find its story, read it, compare, apply moderators' decisions, group."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from sqlalchemy.orm import Session

from secondsource.annotating.finding import find_story
from secondsource.annotating.missing import Missing, missing_facts
from secondsource.annotating.notes import Link, Note, make_notes
from secondsource.annotating.story import LoadedStory, load_story, rulings
from secondsource.annotating.telling import Telling
from secondsource.factbase.addresses import split_web_address
from secondsource.factbase.correcting import corrections_of, marks_in
from secondsource.factbase.models import Action, Article
from secondsource.kinds import Claim
from secondsource.reconciling import Source, corrected, pair_id, read_claims, relate, relate_ruled

THE_PAGE = "page"


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
    articles: tuple[Article, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """What a reader gets. `story` is None, and the rest empty, when the base does not know the story."""

    story: StoryFound | None = None
    annotations: tuple[Note, ...] = ()
    missing: tuple[Missing, ...] = ()


def annotate(session: Session, page: Page) -> Answer:
    """What the other outlets say about the page's story, note by note, in the order of the page's text."""
    found = find_story(session, page.url, page.text)
    if found is None:
        return Answer()
    loaded = load_story(session, found.story_id)
    own = loaded.articles.get(found.own_article_id or "")
    outlet, day = (own.outlet.name, own.published_day) if own else ("", None)
    claims = _read(session, found.story_id, page.text, day)
    ours = Source(own.id if own else THE_PAGE, outlet, page.text, claims, published=day)
    links = _apply_decisions(session, loaded, list(_links(ours, loaded)))
    telling = Telling(ours, own, loaded)
    story, articles = loaded.story, tuple(loaded.articles.values())
    return Answer(
        story=StoryFound(story.id, story.title, found.matched_by, articles),
        annotations=tuple(make_notes(telling, page.source, loaded, links)),
        missing=tuple(missing_facts(loaded, telling, links)),
    )


def _read(session: Session, story_id: str, text: str, published: date | None) -> tuple[Claim, ...]:
    """The page's claims, put right like those of the story's articles."""
    claims = read_claims(text, published=published, furniture=marks_in(session, story_id))
    return corrected(claims, corrections_of(session, {claim.content for claim in claims}))


def _links(ours: Source, loaded: LoadedStory) -> Iterator[Link]:
    """Every relation between the page's claims and those of the story's other articles."""
    contents = {claim: claim.content for claim in ours.claims}  # a hash each: not again for every relation
    for article_id in loaded.articles:
        if article_id == ours.id:
            continue
        kept = {claim.claim: claim for claim in loaded.claims[article_id]}
        source = loaded.source(article_id)
        found = relate(ours, source)
        for relation in (*found, *relate_ruled(ours, source, loaded.grouping, found)):
            theirs = kept[relation.b]
            pair = pair_id(contents[relation.a], theirs.content)
            yield Link(pair, relation.a, theirs, relation.stance, relation.reason, relation.grade, confirmed=False)


def _apply_decisions(session: Session, loaded: LoadedStory, links: list[Link]) -> list[Link]:
    """Without what moderators rejected, hid or took apart, and with what they confirmed marked."""
    ruled = rulings(session, (link.pair_id for link in links))
    apart, hidden = loaded.taken_apart() if loaded.grouping.apart else None, loaded.hidden_facts

    def is_shown(link: Link) -> bool:
        fact = link.theirs.fact
        if ruled.get(link.pair_id) is Action.REJECT_RELATION or (fact and fact.id in hidden):
            return False
        return not (fact and apart and apart(link.ours.content, fact))

    return [link.ruled(ruled.get(link.pair_id) is Action.CONFIRM_RELATION) for link in links if is_shown(link)]
