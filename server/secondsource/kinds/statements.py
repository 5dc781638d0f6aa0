"""What two sentences tell of one happening, whatever other kind of claim they hold.

A claim is a clause with its telling words, names, figures and subject. Two sentences tell the same when a small
learned scorer (data/statements.toml) says so, by what they share and how rare that is, who does it, and whether
either has a better partner in the other article; the note marks the clauses that share most. Clauses with other
figures, or of which one supposes or turns round what the other says, are left alone: what differs between them is for
the other kinds to say. Two clauses are in conflict only when one denies an act that the other tells
(comparing/clashes.py).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from functools import lru_cache
from itertools import groupby
from typing import Any

from secondsource.comparing import wording
from secondsource.comparing.claim import LONG, Claim, Comparison, Example, Kind, Stance, Verdict
from secondsource.comparing.clashes import clashes
from secondsource.comparing.clause_pairs import carriers
from secondsource.comparing.clause_words import where_both_tell
from secondsource.comparing.contraries import contraries
from secondsource.comparing.labels import clause_label
from secondsource.comparing.overlap import Overlap
from secondsource.comparing.scorer import scorer
from secondsource.comparing.sentences import Sentence, Side
from secondsource.reading import Document
from secondsource.reading.clauses import split_clauses
from secondsource.reading.cues import Cued
from secondsource.reading.denials import DENYING, GOVERNING, denial, done
from secondsource.reading.names import is_headline
from secondsource.reading.numbers import NUMERALS, ORDINALS
from secondsource.reading.passages import Passage
from secondsource.reading.shares import share
from secondsource.reading.words import Word, is_content, lemma, rarity

GOVERNED = 30  # code points before a clause in which "whether" or "denied" makes it a supposition
SETS_APART = 3.0  # rarity of a word by which one of two short sentences may be of something else
NEGATED = 12  # ... and in which "not" negates it
# What is told of a third is not told of a fourth; "first" and "second" are said of everything.
_THIRD_ON = {word: str(n) for word, n in ORDINALS.items() if n > 2}
_ORDINAL_ENDS = ("st", "nd", "rd", "th")  # "67th" is a figure of the sentence as "67" is
# Of `Overlap.features`, those that the scorer looks at. They were chosen on stories left out of the training: taking
# one away costs facts at the same precision, and none of those that are left out brings any.
TOLD = (
    "apart", "best", "both quoted", "clause", "count", "covered least", "lead", "neighbours", "numbers", "one quoted",
    "other acts", "second", "seldom", "shared", "two subjects", "units", "words",
)  # fmt: skip
MOST_QUOTED = 0.5  # share of a sentence in quotation marks from which it is somebody's words
_OR = frozenset({"or", "nor"})
_PASSIVE = Cued(
    "by",
    r"\b(?:was|were|been|being|is|are)\s(?:\w+\s)?\w+(?:ed|en|[^aeiou]t|n)\b(?:\s\w+){0,6}?\sby\b",
    re.IGNORECASE,
)
_SUPPOSED = Cued(
    """whether if unless denies denied deny denying refuse refuses refused decline declined liked yet too falsely
    rumour rumours rumor rumors report reports could might""",
    r"\b(?:whether|if|unless|denie[sd]|deny(?:ing)?|refuse[sd]?|declined?|liked\sto|yet\sto|too\s(?:early|soon)|falsely|rumou?rs?"
    r"|reports?\sthat|could|might)\b",
    re.IGNORECASE,
)
_NEGATION = Cued(
    "no not never nobody none nothing without denies denied deny t",
    r"\b(?:no|not|never|nobody|none|nothing|without|denie[sd]|deny)\b|n['’]t\b",
    re.IGNORECASE,
)


class Statements(Kind):
    """Who did what, to whom, with what: the acts that no other kind reads."""

    name = "statements"
    examples = (
        Example(
            "Divers recovered the bell of the sunken frigate. It will be cleaned. A museum wants to show it.",
            "The frigate’s bell was recovered by divers. The weather was calm. The crew sang.",
            Stance.CORROBORATES,
        ),
        Example(
            "Lawmakers rejected the fisheries treaty. Fishermen cheered outside. The minister left early.",
            "Boats sounded their horns. The fisheries treaty was rejected by lawmakers. It was late.",
            Stance.CORROBORATES,
        ),
        Example(
            "The pilot ditched the seaplane in the lagoon. Passengers swam ashore. The engine had failed.",
            "Hotel guests helped. The pilot had ditched the seaplane in a lagoon. An inquiry has begun.",
            Stance.CORROBORATES,
        ),
        Example(
            "Lawmakers opposed the fisheries treaty. Fishermen cheered outside. The minister left early.",
            "Boats sounded their horns. The fisheries treaty was supported by lawmakers. It was late.",
            Stance.CONFLICTS,
        ),
        Example(
            "Astronomers photographed a comet. It will not return. Telescopes were turned to the south.",
            "Clouds came later. Astronomers did not photograph a comet. The dome stayed shut.",
            Stance.CONFLICTS,
        ),
        Example("The council said no permit had been issued.", "The council issued a permit.", Stance.CONFLICTS),
        Example(
            "Curators restored the frescoes in the chapel. A bank paid. It took time.",
            "Archaeologists found coins near the chapel. They are silver. Children helped.",
            Stance.NOT_COMPARABLE,
        ),
    )
    in_words = True
    most = 400  # clauses: an article has two or three to a sentence

    def find(self, document: Document) -> Iterator[Claim]:
        """Yield every clause that says something; its span is the clause."""
        for number, passage in document.statements:
            of_sentence = {
                "who": document.people.subject(number, passage.end),
                "place": number / len(document.passages),
                "quoted": _quoted(document, number),
                "day": document.published.isoformat() if document.published else None,
            }
            supposed = [found.end() for found in _SUPPOSED.finditer(document, passage)]
            headline = is_headline(document.words_of(passage))
            words, numbers = document.words_in(passage), document.numbers_in(passage)
            ordinals = (w for w in words if w.folded[0].isdigit() and w.folded.endswith(_ORDINAL_ENDS))
            figures = {n.start: f"{n.value:g}" for n in numbers}
            figures |= {w.start: w.folded[:-2] for w in ordinals} if document.says(passage, NUMERALS) else {}
            written = {w.start for n in numbers for w in words if n.start < w.end and w.start < n.end} | figures.keys()
            governed, cued = document.says(passage, GOVERNING), document.says(passage, DENYING)
            negates, is_passive = document.says(passage, _NEGATION.signs), document.says(passage, _PASSIVE.signs)
            for clause in split_clauses(document.text, words):
                content = [word for word in clause if is_content(word.folded)]
                if content:
                    start, end = content[0].start, content[-1].end
                    denied = denial(document.text, clause, passage.start, governed=governed, cued=cued)
                    shared = share(clause)
                    # "no inquiry was opened" is not to be shown without its "no", nor "both drivers" without "both"
                    start = denied.start if denied else min(start, shared.start) if shared else start
                    # "no deaths or serious injuries were reported": what "not" is said of goes on behind "or"
                    at = bisect_left(words, clause[0])
                    goes_on = not _OR.isdisjoint(word.folded for word in words[max(0, at - 1) : at + 1])
                    denied_from = passage.start if goes_on else start - NEGATED
                    about = of_sentence | {
                        "negated": negates and bool(_NEGATION.search(document, passage, denied_from, end)),
                        "supposed": any(start - GOVERNED <= at <= end for at in supposed),
                        "passive": is_passive and bool(_PASSIVE.search(document, passage, start)),
                        "done": done(clause),
                        **(
                            {"denies": asdict(denied) | {"of": list(denied.of), "to": list(denied.to)}}
                            if denied
                            else {}
                        ),
                        **({"share": asdict(shared)} if shared else {}),
                    }
                    capitals = set() if headline else _capitals(passage, content)
                    bases = [_base_of(word.folded) for word in content if word.start not in written]
                    yield self._claim(document, content, (start, end), capitals, bases, figures, about)

    def label(self, claims: Sequence[Claim]) -> str:
        """The shortest clause that says it and is understood alone."""
        return clause_label(claim.exact for claim in claims)

    def relate(self, both: Comparison) -> Iterable[tuple[Claim, Claim, Verdict]]:
        """Yield the clauses that carry what two sentences both tell, or of which one denies what the other tells."""
        told_a, told_b = both.ours.once(_by_sentence), both.theirs.once(_by_sentence)
        overlap = both.overlap
        judge = scorer("statements")
        for pair in overlap.likely(judge):
            sure = overlap.one_thing(pair)
            if sure < judge.threshold or _tell_of_two(overlap, pair):
                continue
            partners = {match.ours: (match.theirs, match.weight) for match in overlap.shared[pair]}
            for a, b, shared in carriers(told_a[pair[0]], told_b[pair[1]], partners):
                both_tell = where_both_tell(a, b, partners)
                yield a, b, Verdict(Stance.CORROBORATES, wording.statements_agree(shared), sure, spans=both_tell)
        yield from clashes(both)
        yield from contraries(both)

    def _claim(
        self,
        document: Document,
        content: Sequence[Word],
        span: tuple[int, int],
        capitals: set[str],
        bases: Sequence[str],
        figures: Mapping[int, str],
        of_sentence: Mapping[str, Any],
    ) -> Claim:
        start, end = span
        within = [value for low, value in figures.items() if start <= low < end]
        names = document.people.names_in(start, end) | capitals
        data: dict[str, Any] = {
            **of_sentence,
            "words": [*bases, *within],
            "numbers": within + [_THIRD_ON[word.folded] for word in content if word.folded in _THIRD_ON],
            "names": sorted(names),
            "actors": _actors(content, names),
        }
        said = document.text[start:end]
        return Claim.at(
            document, start, end, kind=self.name, subject=data["who"] or "", property="told", value=said, data=data
        )  # fmt: skip


def _tell_of_two(overlap: Overlap, pair: tuple[int, int]) -> bool:
    """Whether two short sentences each have a telling word that the other lacks: "a nurse sang", "a miner sang"."""
    words, shared = (overlap.ours[pair[0]].words, overlap.theirs[pair[1]].words), overlap.shared[pair]
    if min(map(len, words)) >= LONG:
        return False
    ours, theirs = set(words[0]) - {match.ours for match in shared}, set(words[1]) - {match.theirs for match in shared}
    return all(any(word.isalpha() and rarity(word) >= SETS_APART for word in side) for side in (ours, theirs))


def sentences(claims: Iterable[Claim]) -> Side:
    """An article's sentences, in order, each put together again from its clauses."""
    return Side(_sentence(found) for found in _by_sentence([c for c in claims if c.kind == Statements.name]))


def _sentence(claims: Sequence[Claim]) -> Sentence:
    first = claims[0].data
    return Sentence(
        start=claims[0].passage_start,
        text=claims[0].passage,
        words=tuple(word for claim in claims for word in claim.data["words"]),
        numbers=frozenset(number for claim in claims for number in claim.data["numbers"]),
        names=frozenset(name for claim in claims for name in claim.data["names"]),
        who=first["who"],
        place=first["place"],
        quoted=first["quoted"],
        clauses=tuple(frozenset(claim.data["words"]) for claim in claims),
        together=tuple(frozenset(run) for claim in claims for run in claim.data["actors"] if len(run) > 1),
        done=frozenset(act for claim in claims for act in claim.data["done"]),
    )


def _capitals(passage: Passage, words: Sequence[Word]) -> set[str]:
    """The words that their capital tells to be part of a name or title: "Justice Lee"."""
    return {_base_of(word.folded) for word in words if word.text[0].isupper() and word.start != passage.start}


def _actors(words: Sequence[Word], names: set[str]) -> list[list[str]]:
    """The names of a clause in order, those together that no other word parts: "Ann Lee sued Norvik" has two."""
    if not names:
        return []
    runs = groupby([_base_of(word.folded) for word in words], key=names.__contains__)
    return [list(run) for named, run in runs if named]


@lru_cache(maxsize=20_000)
def _base_of(folded: str) -> str:
    return lemma(folded) if folded.isalpha() else folded


def _quoted(document: Document, number: int) -> bool:
    passage = document.passages[number]
    quoted = sum(q.end - q.start for q in document.quotations_in(number))
    return quoted >= MOST_QUOTED * (passage.end - passage.start)


def _by_sentence(claims: Sequence[Claim]) -> list[list[Claim]]:
    sentences = by_sentence_start(claims)
    return [sentences[start] for start in sorted(sentences)]


def by_sentence_start(claims: Iterable[Claim]) -> dict[int, list[Claim]]:
    """The clauses by where their sentence starts, in code points."""
    sentences: dict[int, list[Claim]] = defaultdict(list)
    for claim in claims:
        sentences[claim.passage_start].append(claim)
    return dict(sentences)
