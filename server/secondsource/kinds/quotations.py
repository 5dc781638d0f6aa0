"""Quotations: one utterance found across rewording, what was done to its words, and the same in indirect speech.

Recognised are words in quotation marks of any style, whole sentences or parts of one, and "Lee said that …",
"…, Lee said", "according to Lee" without marks (`indirect_speech.py`). Compared are words without case and punctuation,
contractions written out, numerals in digits (`spoken.py`).

Two quoted sentences are one utterance when their words are equal, when one holds the other, or when they share enough
of their rarer words and most of the shorter one's words in order; and, where an interview is retold in other words in
the same order, when they stand between neighbours that are (`utterances.py`). Two named speakers, or two stated
occasions, are two utterances, however alike. What was done to the words is graded (`fidelity.py`): equal, cut short,
with an ellipsis or brackets they corroborate, with other words one rewords the other. Nothing here conflicts: which
wording is right only the speaker knows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from secondsource.comparing import label_wording
from secondsource.comparing.claim import Claim, Claims, Comparison, Example, Kind, Stance, Verdict
from secondsource.comparing.fidelity import Grade, fidelity, given_to_others
from secondsource.comparing.given_to_two import given_to_two
from secondsource.comparing.indirect_speech import SAID, find_reported, relate_reported
from secondsource.comparing.quoted_part import quoted_parts
from secondsource.comparing.speakers import identify, surely_two
from secondsource.comparing.spoken import bag_of, words_of
from secondsource.comparing.utterance import Utterance, Utterances, utterances
from secondsource.comparing.utterances import align
from secondsource.reading import Document
from secondsource.reading.occasions import SIGNS, Occasion, find_occasion
from secondsource.reading.quotations import is_title
from secondsource.reading.speakers import Speaker

QUOTED = "words"  # the property of a quotation; that of indirect speech is SAID


class Quotations(Kind):
    """Words in quotation marks, and the same statement in indirect speech.

    A claim's subject is the speaker, its property "words" for a quotation and "said" for indirect speech, its value
    the words as they are compared.
    """

    name = "quotations"
    one_origin = True
    examples = (
        Example(
            "“We lost the whole harvest in ten minutes,” said Rosa Pinto.",
            "“We lost the whole harvest in 10 minutes,” Pinto told the radio.",
            Stance.CORROBORATES,
        ),
        Example(
            "“Our team,” Noa Bell said, “played without any fear tonight.”",
            "Bell said her side “played without any fear”.",
            Stance.CORROBORATES,
        ),
        Example(
            "“The vaccine protects nine patients in ten,” Lena Ortiz said.",
            "According to Lena Ortiz, the vaccine protects nine patients in ten.",
            Stance.CORROBORATES,
        ),
        Example(
            "“This is important for every fisherman on the coast,” said Ivo Sand.",
            "“This is very important for every fisherman on the coast,” said Ivo Sand.",
            Stance.REWORDS,
        ),
        Example(
            "“The engine was inspected in March and was found safe,” Helga Brandt said.",
            "“The engine was inspected in March and was not found safe,” Helga Brandt said.",
            Stance.REWORDS,
        ),
        Example(
            "“Nobody warned us about the wind,” Mark Devlin said in a 2012 interview.",
            "“Nobody warned us about the wind,” Mark Devlin said on 3 May 2024.",
            Stance.NOT_COMPARABLE,
        ),
        Example(
            "“The board acted in good faith at all times,” Max Sol said.",
            "“The board acted in bad faith at all times,” Ada Bright said.",
            Stance.NOT_COMPARABLE,
        ),
    )

    def find(self, document: Document) -> Iterator[Claim]:
        """Yield every quoted sentence or part of one, then what is said in indirect speech.

        Titles in quotation marks are not quotations.
        """
        yield from (claim for claim, _ in document.once(find_quoted))
        for start, end, speaker in find_reported(document):
            if claim := _claim(document, start, end, speaker, SAID):
                yield claim

    def label(self, claims: Sequence[Claim]) -> str:
        """The longest wording, cut to a line; quoted if anybody quotes it."""
        quoted = [claim for claim in claims if claim.property == QUOTED]
        longest = max(quoted or claims, key=lambda claim: len(claim.exact))
        if quoted:
            return label_wording.quotation_label(longest.exact)
        return label_wording.reported_label(longest.subject.lstrip("~"), longest.exact)

    def relate(self, both: Comparison) -> Iterable[tuple[Claim, Claim, Verdict]]:
        """Yield each pair of the same utterance, the best partners first where several compete."""
        quoted = [side.once(_quoted) for side in (both.ours, both.theirs)]
        said = [side.once(_said) for side in (both.ours, both.theirs)]
        paired = []
        for a, b in align(*quoted):
            if verdict := _fidelity(a, b):
                parts = _by_parts(a, b)
                paired += parts
                cut = len(parts) == 1 and verdict.grade == Grade.TRUNCATED
                verdict = replace(verdict, spans=quoted_parts(*parts[0])) if cut else verdict
                yield from ((one, other, verdict) for one, other in parts)
        for a, b in given_to_two(*quoted):
            verdict = _fidelity(a, b) if surely_two(a.said, b.said) else None
            if verdict and verdict.stance is Stance.CORROBORATES:
                verdict = given_to_others(a.said.subject, b.said.subject)
            yield from ((one, other, verdict) for one, other in _by_parts(a, b) if verdict)
        for one, other, verdict in relate_reported((quoted[0], said[0]), (quoted[1], said[1])):
            if not any(_holds(one, a) and _holds(other, b) for a, b in paired):  # the quoted words say more precisely
                yield one, other, verdict


def _quoted(claims: Claims) -> Utterances:
    return utterances(claim for claim in claims if claim.property == QUOTED)


def _said(claims: Claims) -> Utterances:
    return Utterances(Utterance((claim,)) for claim in claims if claim.property == SAID)


def find_quoted(document: Document) -> list[tuple[Claim, Speaker | None]]:
    """Every quoted sentence or part of one as a claim, and who says it as far as that is plain."""
    found = []
    for quoted in document.quotations:
        spoken = quoted.told_by is not None and quoted.told_by.beside
        title = not spoken and is_title(document.text, quoted.start, quoted.end)
        if title or document.passages[quoted.passage].furniture:
            continue
        if claim := _claim(document, quoted.start, quoted.end, quoted.told_by, QUOTED, quoted.goes_on):
            found.append((claim, quoted.told_by))
    return found


def _claim(
    document: Document,
    start: int,
    end: int,
    speaker: Speaker | None,
    how: str,
    goes_on: bool = False,
) -> Claim | None:
    """The claim that text[start:end] makes, or None where it has no words."""
    exact = document.text[start:end]
    words = words_of(exact)
    if not words:
        return None
    subject, who = identify(document, speaker)
    when = _occasion(document, document.passage_at(start), speaker)
    data = who | {
        "words": words,
        "bag": bag_of(exact),
        "goes_on": goes_on,
        "naming": bool(document.people.between(start, end)),
        "days": [[first.isoformat(), last.isoformat()] for first, last in when.days],
        "titles": sorted(when.titles),
    }
    value = " ".join(words)
    return Claim.at(
        document, start, end, kind=Quotations.name, subject=subject, property=how, value=value, data=data
    )  # fmt: skip


def _fidelity(a: Utterance, b: Utterance) -> Verdict | None:
    """What was done to the words of one utterance; what only one article has where the attribution parts it was cut."""
    verdict = fidelity(a.exact, b.exact)
    if verdict and verdict.stance is Stance.REWORDS and max(len(a.claims), len(b.claims)) > 1:
        parted = fidelity(a.interrupted, b.interrupted)
        return parted if parted and parted.stance is Stance.CORROBORATES else verdict
    return verdict


def _holds(claim: Claim, part: Claim) -> bool:
    return claim.start <= part.start and part.end <= claim.end


def _by_parts(a: Utterance, b: Utterance) -> list[tuple[Claim, Claim]]:
    """The pairs of claims that two utterances come to: each part of the one with the part of the other it is in."""
    if len(a.claims) == len(b.claims) == 1:
        return [(a.claims[0], b.claims[0])]
    if len(a.claims) == len(b.claims):
        return list(zip(a.claims, b.claims, strict=True))
    pairs = [(one, other) for one in a.claims for other in b.claims]
    return [(one, other) for one, other in pairs if one.data["bag"].keys() & other.data["bag"]] or pairs


def _occasion(document: Document, passage: int, speaker: Speaker | None) -> Occasion:
    """What the sentence of a quotation and that of its speaker tell of the occasion."""
    told = _told(document, passage)
    return told.with_also(_told(document, document.passage_at(speaker.start))) if speaker else told


def _told(document: Document, passage: int) -> Occasion:
    """What a passage tells of it, which several quotations ask for."""
    kept = document.once(_occasions)
    if passage not in kept:
        quotations, sentence = document.quotations_in(passage), document.passages[passage]
        dated = sentence.furniture or document.says(sentence, SIGNS)  # of furniture no signs are known
        kept[passage] = find_occasion(document.text, sentence, quotations, document.published, dated=dated)
    return kept[passage]


def _occasions(_: Document) -> dict[int, Occasion]:
    """What is known of a document's passages. No function of it: what a document keeps must not keep the document."""
    return {}
