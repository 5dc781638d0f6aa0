"""What other outlets report about the story and this page does not."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from secondsource.annotating.comparing import Link
from secondsource.annotating.kept import KeptClaim, KeptFact
from secondsource.annotating.notes import Evidence
from secondsource.annotating.story import LoadedStory
from secondsource.annotating.telling import Telling
from secondsource.annotating.wordings import is_figure, weights_again
from secondsource.comparing.note_wording import missing_label, missing_sentence
from secondsource.kinds import KINDS, Claim
from secondsource.reconciling.tracing import distinct, is_in_words, is_one_origin, publisher, settle

Span = tuple[int, int]

MAX_MISSING = 20  # more than anybody reads; the story's page has them all
MIN_ORIGINS = 2  # or more: what one origin alone reports is its own story, not something this page leaves out
MIN_ORIGINS_IN_WORDS = 3  # two clauses may share their words by chance, as several on the seeds did; set by eye
TELLING_WORDS = 3  # words that carry meaning in a quotation that is understood alone: "Not at all" is not


@dataclass(frozen=True, slots=True)
class Missing:
    """A fact that the page does not report, under a label that a reader understands, with evidence by article."""

    fact: Named
    evidence: tuple[Evidence, ...]
    spans: tuple[tuple[str, Span, Span | None], ...]  # of each evidence: article, words, and a clause's sentence
    origins: int
    outlets: int


@dataclass(frozen=True, slots=True)
class Named:
    """A fact's id and what a reader is told it is about."""

    id: str
    label: str


def missing_facts(loaded: LoadedStory, telling: Telling, links: Sequence[Link]) -> list[Missing]:
    """The facts that at least MIN_ORIGINS publishers report and the page does not, the most reported first.

    Clauses, which are no more than alike, need MIN_ORIGINS_IN_WORDS.

    Left out is what the page contradicts or tells in other words, what no reader understands alone, and what another
    missing fact says already. Outlets that quote one source have each chosen to report it, so they count each.
    """
    told = {link.theirs.fact.id for link in links if link.theirs.fact} | _own_facts(loaded, telling)
    found = []
    for claims in _reported(loaded, telling, told | loaded.hidden_facts):
        if _is_clear(claims) and not any(map(telling.wordings.tells, _read(claims))):
            missing = _missing(loaded, telling, claims)
            if missing.origins >= _enough(claims):
                found.append(missing)
    found.sort(key=lambda missing: (-missing.origins, -missing.outlets, missing.fact.label, missing.fact.id))
    return _without_repetitions(found)[:MAX_MISSING]


def _reported(loaded: LoadedStory, telling: Telling, skipped: set[str]) -> Iterator[list[KeptClaim]]:
    """The other articles' claims, fact by fact, of facts that are not to be skipped and that enough articles give."""
    for fact, told in loaded.kept.of_shared_facts.items():
        claims = [kept for kept in told if kept.article.id != telling.page.id] if fact.id not in skipped else []
        if claims and len({kept.article.id for kept in claims}) >= _enough(claims) and loaded.label(fact).strip():
            yield claims


def _enough(claims: Sequence[KeptClaim]) -> int:
    """How many publishers must report a fact that is missing here."""
    return MIN_ORIGINS_IN_WORDS if is_in_words(claims[0].claim.kind) else MIN_ORIGINS


def _without_repetitions(found: Sequence[Missing]) -> list[Missing]:
    """Without facts of one label, and those whose words lie within another's, as a figure in a quotation does.

    A clause lies within its sentence, which another fact of that sentence stands for.
    """
    by_label = {missing.fact.label: missing for missing in reversed(found)}
    spans: dict[str, list[Span]] = defaultdict(list)
    for missing in by_label.values():
        for article, words, sentence in missing.spans:
            if sentence is None:
                spans[article].append(words)

    def lies_within(article: str, words: Span, sentence: Span | None) -> bool:
        if sentence:
            return any(sentence[0] <= low < sentence[1] for low, _ in spans[article])
        others = (other for other in spans[article] if other != words)
        return any(low <= words[0] and words[1] <= high for low, high in others)

    return [missing for missing in reversed(by_label.values()) if not all(lies_within(*span) for span in missing.spans)]


def _own_facts(loaded: LoadedStory, telling: Telling) -> set[str]:
    """The facts that the page itself tells: it is a stored article, or says the same in the same words."""
    own = (kept.fact.id for kept in loaded.kept.claims.get(telling.page.id, ()) if kept.fact)
    saying = loaded.kept.facts_saying
    return set(own).union(*(saying.get(claim.content, ()) for claim in telling.page.claims))


def _is_clear(claims: Sequence[KeptClaim]) -> bool:
    """Whether a reader who does not have the articles understands what is reported: no scrap of speech or sentence."""
    if is_in_words(claims[0].claim.kind):
        shown = [kept.claim.passage for kept in claims]
    elif is_one_origin(claims[0].claim.kind):
        shown = [kept.claim.exact for kept in claims]
    else:
        return True
    return any(sum(not is_figure(word) for word in weights_again(said)) >= TELLING_WORDS for said in shown)


def _missing(loaded: LoadedStory, telling: Telling, claims: Sequence[KeptClaim]) -> Missing:
    fact = claims[0].fact
    assert fact is not None  # noqa: S101 - only claims with a fact are grouped
    first_of_article = {kept.article.id: kept for kept in reversed(claims)}
    shown = sorted(first_of_article.values(), key=lambda kept: (kept.article.outlet.name, kept.article.id))
    told = [telling.there(kept) for kept in shown]
    by_publisher = [publisher(origin, kept.article.origin) for origin, kept in zip(settle(told), shown, strict=True)]
    return Missing(
        fact=Named(fact.id, _label(fact, loaded.label(fact), claims)),
        evidence=tuple(_evidence(telling, kept, one.origin.name) for kept, one in zip(shown, told, strict=True)),
        spans=tuple((kept.article.id, (kept.claim.start, kept.claim.end), _sentence(kept.claim)) for kept in shown),
        origins=len(distinct(by_publisher)),
        outlets=len({kept.article.outlet.id for kept in claims}),
    )


def _label(fact: KeptFact, label: str, claims: Sequence[KeptClaim]) -> str:
    """The label that moderators chose, else the program's.

    That is a clause's sentence, and has the fullest words that give the value where the label lacks it.
    """
    if label != fact.read_label:
        return label
    if is_in_words(claims[0].claim.kind):
        return missing_sentence(min((kept.claim.passage for kept in claims), key=lambda said: (len(said), said)))
    if any(kind.name == claims[0].claim.kind and kind.label_lacks_value for kind in KINDS):
        return missing_label(label, max((kept.claim.exact for kept in claims), key=len))
    return label


def _sentence(claim: Claim) -> Span | None:
    """Where a clause's sentence stands; None for a claim that is no clause."""
    return (claim.passage_start, claim.passage_start + len(claim.passage)) if is_in_words(claim.kind) else None


def _read(claims: Iterable[KeptClaim]) -> Iterable[Claim]:
    return (kept.claim for kept in claims)


def _evidence(telling: Telling, kept: KeptClaim, origin: str) -> Evidence:
    claim = kept.claim
    return Evidence(None, kept.article, claim.exact, claim.start, claim.end, claim.value, origin, telling.line(kept))
