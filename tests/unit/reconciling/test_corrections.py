from __future__ import annotations

import pytest

from secondsource.kinds import Claim
from secondsource.reconciling import Correction, Source, corrected, read_claims, relate

OURS = "Captain Maud Tregenza, 54, spoke to reporters."
THEIRS = "Maud Tregenza, 52, stayed on board."


def ages(text: str) -> list[Claim]:
    return [claim for claim in read_claims(text) if claim.kind == "ages"]


def put_right(text: str, **wanted: object) -> tuple[Claim, ...]:
    (claim,) = ages(text)
    return corrected([claim], {claim.content: Correction(**wanted)})  # type: ignore[arg-type]


def stances(ours: tuple[Claim, ...], theirs: tuple[Claim, ...]) -> list[str]:
    one, other = Source("a", "A", OURS, ours), Source("b", "B", THEIRS, theirs)
    there = sorted(str(relation.stance) for relation in relate(one, other))
    assert sorted(str(relation.stance) for relation in relate(other, one)) == there, "it does not matter who is read"
    return there


def test_without_corrections_claims_stay_as_they_were_read() -> None:
    claims = tuple(read_claims(OURS))
    assert corrected(claims, {}) == claims
    assert corrected(claims, {"another": Correction(withdrawn=True)}) == claims


def test_a_withdrawn_claim_is_gone_and_a_corrected_one_keeps_its_content() -> None:
    assert put_right(OURS, withdrawn=True) == ()
    (claim,) = put_right(OURS, value="52", span=(8, 21))
    assert claim.content == ages(OURS)[0].content
    assert claim.exact == OURS[claim.start : claim.end] == "Maud Tregenza"
    assert claim.by_hand


@pytest.mark.parametrize(
    ("subject", "value", "stance"),
    [
        (None, "52", ["corroborates"]),
        (None, "fifty-two", ["corroborates"]),
        (None, "about 52", ["corroborates"]),
        (None, "53", ["conflicts"]),
        (None, "in her fifties", []),
        (None, "52 months", []),
        ("Ivo Lindqvist", None, []),
        ("Tregenza", "53", ["conflicts"]),
    ],
)
def test_a_claim_put_right_by_hand_is_compared_only_where_that_is_sure(
    subject: str | None, value: str | None, stance: list[str]
) -> None:
    assert stances(put_right(OURS, subject=subject, value=value), tuple(ages(THEIRS))) == stance


def test_two_claims_put_right_by_hand_are_compared_once() -> None:
    assert stances(put_right(OURS, value="40"), put_right(THEIRS, value="40")) == ["corroborates"]
    assert stances(put_right(OURS, value="40"), put_right(THEIRS, value="41")) == ["conflicts"]


def test_a_value_that_says_what_was_read_is_compared_as_it_was_read() -> None:
    (claim,) = put_right(OURS, value="54")
    assert not claim.by_hand
    assert claim.data == ages(OURS)[0].data


def test_a_span_that_a_copy_with_less_space_lacks_leaves_the_words_as_read() -> None:
    spaced = OURS.replace(" to ", "     to ")
    assert ages(spaced)[0].content == ages(OURS)[0].content
    assert put_right(spaced, span=(0, len(spaced)))[0].exact == spaced
    assert put_right(OURS, span=(0, len(spaced)))[0].exact == ages(OURS)[0].exact
