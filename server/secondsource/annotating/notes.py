"""Relations between a page's claims and stored ones in, one note a span and fact out."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from secondsource.annotating.comparing import Link
from secondsource.annotating.kept import KeptArticle, KeptFact
from secondsource.annotating.story import LoadedStory
from secondsource.annotating.telling import Telling
from secondsource.comparing.fidelity import difference
from secondsource.comparing.note_wording import Saying, both_from, summary
from secondsource.comparing.wording import agree, opened
from secondsource.factbase.rulings import NO_RULING, Status
from secondsource.identity import digest
from secondsource.kinds import Claim, Stance
from secondsource.reconciling.tracing import Origin, count_origins, distinct, is_one_origin, settle

MAX_SPANS = 10  # of one article in one note: articles say a thing once or twice, and an answer must stay small
CONTEXT = 32  # code points of prefix and suffix: what the W3C model's examples and Hypothesis use


@dataclass(frozen=True, slots=True)
class Evidence:
    """What one article says, in its words; offsets are into the stored article's text.

    `origin` is where the article has it from, as a reader calls it: its outlet, another, or a source they quote.
    `grade` says what was done to the words of a quotation, and `difference` how they differ from the page's.
    """

    stance: Stance | None
    article: KeptArticle
    exact: str
    start: int
    end: int
    value: str
    origin: str
    explanation: str
    grade: str | None = None
    difference: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class FactShown:
    """The fact a note is about, how far moderators have looked at it, and what they say of it."""

    id: str
    label: str
    status: str
    wording: str | None = None
    note: str | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """What the reader gets for one span of the page."""

    id: str
    source: str
    start: int
    end: int
    exact: str
    prefix: str
    suffix: str
    text: str
    stance: Stance
    fact: FactShown
    outlets: int
    origins: int
    evidence: tuple[Evidence, ...]

    @property
    def target(self) -> dict[str, Any]:
        """Where in the page, in both ways that the W3C model knows."""
        position = {"type": "TextPositionSelector", "start": self.start, "end": self.end}
        quote = {"type": "TextQuoteSelector", "exact": self.exact, "prefix": self.prefix, "suffix": self.suffix}
        return {"source": self.source, "selector": [position, quote]}

    @property
    def body(self) -> list[dict[str, str]]:
        """The note in a sentence, as the W3C model has it."""
        fixed = {"type": "TextualBody", "format": "text/plain", "language": "en", "purpose": "commenting"}
        return [fixed | {"value": self.text}]


def make_notes(telling: Telling, source: str, loaded: LoadedStory, links: Sequence[Link]) -> Iterator[Note]:
    """One note for each span of the page and fact that the links tell of, in the order of the text."""
    story_id = loaded.id
    facts = _facts_of_claims(links)
    groups: dict[tuple[int, int, str], list[Link]] = defaultdict(list)
    for link in links:
        if link.ours in facts:
            groups[*link.spans[0], facts[link.ours].id].append(link)
    by_id = {fact.id: fact for fact in facts.values()}
    occurrences: Counter[str] = Counter()
    for (_, _, fact_id), group in sorted(groups.items(), key=lambda item: item[0]):
        words = min(claim.content for claim in {link.ours for link in group})
        identity = digest("annotation", story_id, fact_id, words)
        occurrences[identity] += 1
        if occurrences[identity] > 1:
            identity = digest("annotation", story_id, fact_id, words, str(occurrences[identity]))
        ruled = loaded.rulings.get(fact_id, NO_RULING)
        fact = by_id[fact_id]
        shown = FactShown(fact_id, loaded.label(fact), ruled.status or "", ruled.wording, ruled.note, ruled.source)
        yield _note(identity, source, telling, fact.kind, shown, group)


def _facts_of_claims(links: Iterable[Link]) -> dict[Claim, KeptFact]:
    """The one fact that each claim of the page is about: that of most of its evidence, then the strongest."""
    votes: dict[Claim, Counter[str]] = defaultdict(Counter)
    facts: dict[str, KeptFact] = {}
    for link in sorted(links, key=lambda link: link.stance.strength):
        if link.theirs.fact is not None:
            facts[link.theirs.fact.id] = link.theirs.fact
            votes[link.ours][link.theirs.fact.id] += 1
    return {claim: facts[counts.most_common(1)[0][0]] for claim, counts in votes.items()}


def _note(identity: str, source: str, telling: Telling, kind: str, fact: FactShown, links: Sequence[Link]) -> Note:
    text, (start, end) = telling.page.text, links[0].spans[0]
    chosen = list(_spans(sorted(links, key=_strength)))
    own, *origins = settle(
        [telling.here(link.ours for link in links), *(telling.there(link.theirs) for link in chosen)]
    )
    stance = chosen[0].stance
    leading = [link for link in chosen if link.stance is stance]
    sources = _sources(kind, origins[: len(leading)])
    return Note(
        id=identity,
        source=source,
        start=start,
        end=end,
        exact=text[start:end],
        prefix=text[max(0, start - CONTEXT) : start],
        suffix=text[end : end + CONTEXT],
        text=summary(stance, list(map(_saying, leading)), sources, telling.page.published),
        stance=stance,
        fact=fact if fact.status else replace(fact, status=_status(links, stance)),
        outlets=len({link.theirs.article.outlet.id for link in chosen}),
        origins=count_origins(kind, origins, own),
        evidence=tuple(_evidence(telling, own, link, origin) for link, origin in zip(chosen, origins, strict=True)),
    )


def _status(links: Iterable[Link], stance: Stance) -> Status:
    confirmed = any(link.confirmed for link in links if link.stance is stance)
    return Status.CONFIRMED if confirmed else Status.PROPOSED


def _strength(link: Link) -> tuple[int, str, str, int]:
    article = link.theirs.article
    return link.stance.strength, article.outlet.name, article.id, link.spans[1][0]


def _spans(strongest_first: Sequence[Link]) -> Iterator[Link]:
    """Each stored span once, in its strongest stance; of an article that says it over and over, MAX_SPANS of them."""
    seen: set[tuple[str, int, int]] = set()
    spans: Counter[str] = Counter()
    for link in strongest_first:
        article = link.theirs.article
        span = article.id, *link.spans[1]
        if span not in seen and spans[article.id] < MAX_SPANS:
            seen.add(span)
            spans[article.id] += 1
            yield link


def _saying(link: Link) -> Saying:
    article = link.theirs.article
    return Saying(article.outlet.name, link.theirs.claim.value, article.published_day)


def _sources(kind: str, origins: Sequence[Origin]) -> list[str]:
    """What a note's outlets come down to, by name; an utterance is one, named where a sentence says what it was."""
    found = distinct(origins)
    if is_one_origin(kind):
        return [next((origin.name for origin in found if origin.credit), "")]
    return [origin.name for origin in found]


def _evidence(telling: Telling, own: Origin, link: Link, origin: Origin) -> Evidence:
    claim = link.theirs.claim
    shared = both_from(origin.name) if own.may_be(origin) else ""
    said = link.reason.casefold() == agree(claim.value, claim.value).casefold()  # the line has said it
    explanation = " ".join(filter(None, (telling.line(link.theirs), "" if said else opened(link.reason), shared)))
    changed = tuple(difference(link.ours.exact, claim.exact)) if link.grade else ()
    start, end = link.spans[1]
    exact = claim.exact[start - claim.start : end - claim.start]
    return Evidence(
        link.stance, link.theirs.article, exact, start, end, claim.value, origin.name, explanation, link.grade, changed
    )
