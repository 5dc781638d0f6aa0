"""Who said it: one utterance that two articles give to two people.

Recognised is the person named, or meant by a pronoun, beside quoted words ("said Ann Lee", "Bo Marr, the mayor,
wrote: ..."). The words are compared as quotations are. Two people are in conflict when the utterance is surely one: its
words are all but equal, too many and too rare to be said twice, or name somebody; and no article gives it to both, or
on another occasion. A pronoun is somebody else only of the other gender; a description ("the mayor") and a firm's name
are nobody else: who speaks for a firm may be named elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from secondsource.comparing import label_wording, wording
from secondsource.comparing.claim import Claim, Claims, Comparison, Example, Kind, Stance, Verdict
from secondsource.comparing.given_to_two import FEWEST, given_to_two
from secondsource.comparing.speakers import told_as
from secondsource.comparing.utterance import Utterance, Utterances
from secondsource.kinds.quotations import find_quoted
from secondsource.reading import Document
from secondsource.reading.names import name_tokens
from secondsource.reading.speakers import Speaker
from secondsource.reading.words import folded_words

JOINED = 60  # code points before a speaker in which he is told to have said it with somebody
# "he and Deputy Mayor Ann Lee had found", and not "he called, and Ann Lee said"
_JOINED = re.compile(r"[^\W\d_]\sand\s(?:[^\W\d_a-z]\w*\s){0,5}$")
_TOLD = re.compile(r"\b(?:told|asked|emailed|texted|wrote\sto)\b[^.:;“\"]{0,80}")  # whoever is told it does not say it
_AND = re.compile(r"\sand\s[^\W\d_a-z]")  # "Rescue and Relief chief Ann Lee": the name goes on
# Probability that the sentences of an utterance given to two tell one thing: of 4 on real events 2 were below it, wrong
# ones, 2 above .85, right ones.
LEAST_ONE = 0.3


class Attributions(Kind):
    """Who said or wrote something."""

    name = "attributions"
    one_origin = True
    examples = (
        Example(
            "“The board knew about the cracks in the dam for years,” said Ana Sol, an engineer.",
            "“The board knew about the cracks in the dam for years,” said Max Keane, a diver.",
            Stance.CONFLICTS,
        ),
        Example(
            "“Nobody should have to swim home from a sinking ferry,” nurse Ana Sol wrote.",
            "“No one should have to swim home from a sinking ferry,” said farmer Ivo Brandt.",
            Stance.CONFLICTS,
        ),
        Example(
            "“The board knew about the cracks in the dam for years,” said Ana Sol, an engineer.",
            "“The board knew about the cracks in the dam for years,” the engineer said.",
            Stance.NOT_COMPARABLE,
        ),
        Example(
            "“We will leave no stone unturned,” said Judge Ana Sol.",
            "“We will leave no stone unturned,” said Mayor Max Keane.",
            Stance.NOT_COMPARABLE,
        ),
    )

    def find(self, document: Document) -> Iterator[Claim]:
        """Yield the people who are named beside quoted words, with these words."""
        seen: set[int] = set()
        for parts, speaker in _sentences(document):
            said = parts[0]
            end = _end(document, said, speaker) if speaker and speaker.start not in seen else None
            words = [word for part in parts for word in part.data["words"]]
            if speaker and end:
                seen.add(speaker.start)
            if speaker and end and len(words) >= FEWEST:
                bag = {base: weight for part in parts for base, weight in part.data["bag"].items()}
                yield Claim.at(
                    document, speaker.start, end, kind=self.name, subject=said.subject,
                    property="said by", value=told_as(said),
                    data={**said.data, "words": words, "bag": bag, "naming": any(p.data["naming"] for p in parts)},
                )  # fmt: skip

    def label(self, claims: Sequence[Claim]) -> str:
        """The words that somebody said."""
        return label_wording.attribution_label(max((" ".join(claim.data["words"]) for claim in claims), key=len))

    def relate(self, both: Comparison) -> Iterable[tuple[Claim, Claim, Verdict]]:
        """Yield two people to whom one utterance is given."""
        for a, b in given_to_two(*(side.once(_said) for side in (both.ours, both.theirs))):
            if both.one_thing(a.said, b.said) >= LEAST_ONE and not (_names(a.said, b.said) or _names(b.said, a.said)):
                yield a.said, b.said, Verdict(Stance.CONFLICTS, wording.said_by_two(a.said.value, b.said.value))


def _end(document: Document, said: Claim, speaker: Speaker) -> int | None:
    """Where the name or pronoun of a speaker ends; None of one who is not surely somebody."""
    end = speaker.start + len(speaker.words)
    if said.data.get("pronoun"):
        return end
    stop = document.passages[document.passage_at(speaker.start)].end
    if _JOINED.search(document.text, max(0, speaker.start - JOINED), speaker.start) or _AND.match(document.text, end):
        return None
    named = document.people.between(speaker.start, min(end, stop))
    return named[-1].end if named and said.data["sure"] and said.data["evident"] else None


def _names(one: Claim, other: Claim) -> bool:
    """Whether one's sentence names who the other is: "she said, as Max Keane added", but not "she told Max Keane"."""
    surname = name_tokens(other.subject)[-1:]
    words = _TOLD.sub("", one.passage)
    return bool(surname) and surname[0] in folded_words(words)


def _said(claims: Claims) -> Utterances:
    return Utterances(Utterance((claim,)) for claim in claims)


def _sentences(document: Document) -> Iterator[tuple[list[Claim], Speaker | None]]:
    """Each quoted sentence, put together where the attribution parts it, and who says it."""
    found: list[tuple[list[Claim], Speaker | None]] = []
    for said, speaker in document.once(find_quoted):
        if said.data["goes_on"] and found:
            found[-1][0].append(said)
        else:
            found.append(([said], speaker))
    yield from found
