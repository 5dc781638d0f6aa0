"""What moderators put right in an article's claims, and how a claim that they put right stands to others.

No kind has read a subject or a value that was put in by hand, so that none can compare it: it is compared here, and
only with what is said of the same thing in figures or in the same words. Anything else is left to the moderators.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from secondsource.comparing import one_number
from secondsource.comparing.wording import agree, differ
from secondsource.kinds import Claim, Stance, Verdict
from secondsource.reading import numbers
from secondsource.reading.names import name_tokens, same_name
from secondsource.reading.words import fold


@dataclass(frozen=True, slots=True)
class Correction:
    """What is to hold of a claim instead of what was read; None for what stays. The span is of its passage."""

    withdrawn: bool = False
    subject: str | None = None
    value: str | None = None
    span: tuple[int, int] | None = None


def corrected(claims: Iterable[Claim], corrections: Mapping[str, Correction]) -> tuple[Claim, ...]:
    """An article's claims as moderators want them, by content; without those that they withdrew, in text order."""
    if not corrections:
        return tuple(claims)
    known = ((claim, corrections.get(claim.content)) for claim in claims)
    found = [claim if wanted is None else _put_right(claim, wanted) for claim, wanted in known if not _is_gone(wanted)]
    return tuple(sorted(found, key=lambda claim: (claim.start, claim.end, claim.kind, claim.property)))


def relate_by_hand(ours: Iterable[Claim], theirs: Iterable[Claim]) -> Iterator[tuple[Claim, Claim, Verdict]]:
    """Yield how claims of which at least one was put right by hand stand to each other, where that is sure."""
    theirs = tuple(theirs)
    by_hand = tuple(claim for claim in theirs if claim.by_hand)
    for a in ours:
        for b in theirs if a.by_hand else by_hand:
            if _of_one_thing(a, b) and (verdict := verdict_on_values(a.value, b.value)):
                yield a, b, verdict


def verdict_on_values(ours: str, theirs: str) -> Verdict | None:
    """How two values of one thing stand; None where only people can tell."""
    stance = _stance(ours, theirs)
    say = agree if stance is Stance.CORROBORATES else differ
    return None if stance is None else Verdict(stance, say(ours, theirs))


def _is_gone(wanted: Correction | None) -> bool:
    return wanted is not None and wanted.withdrawn


def _put_right(claim: Claim, wanted: Correction) -> Claim:
    """The claim under the same content. One whose subject and value stay is compared as it was read."""
    low, high = claim.start - claim.passage_start, claim.end - claim.passage_start
    if wanted.span and wanted.span[1] <= len(claim.passage):  # shorter where the same words have less space in them
        low, high = wanted.span
    subject = claim.subject if wanted.subject is None else wanted.subject
    value = claim.value if wanted.value is None else wanted.value
    as_read = (subject, value) == (claim.subject, claim.value)
    return replace(
        claim,
        subject=subject,
        value=value,
        start=claim.passage_start + low,
        end=claim.passage_start + high,
        exact=claim.passage[low:high],
        data=claim.data if as_read else {},
        corrects=claim.content,
    )


def _of_one_thing(a: Claim, b: Claim) -> bool:
    if (a.kind, a.property) != (b.kind, b.property) or not a.subject or not b.subject:
        return False
    return fold(a.subject) == fold(b.subject) or same_name(name_tokens(a.subject), name_tokens(b.subject))


def _stance(ours: str, theirs: str) -> Stance | None:
    if fold(ours.strip()) == fold(theirs.strip()):
        return Stance.CORROBORATES
    (our_figures, our_words), (their_figures, their_words) = _taken_apart(ours), _taken_apart(theirs)
    if len(our_figures) != 1 or len(their_figures) != 1 or our_words != their_words:
        return None
    a, b = our_figures[0], their_figures[0]
    one = one_number.agree(a.value, a.bound, b.value, b.bound, a.low, b.low)
    return None if one is None else Stance.CORROBORATES if one else Stance.CONFLICTS


def _taken_apart(value: str) -> tuple[list[numbers.Number], str]:
    """The figures of a value, and its other words."""
    figures = list(numbers.find_numbers(value))
    rest = value
    for figure in reversed(figures):
        start = figure.start if figure.bound_start < 0 else figure.bound_start
        rest = rest[:start] + rest[figure.end :]
    return figures, " ".join(fold(rest).split())
