"""Nouns that can count one thing, in sentences that tell one thing."""

from __future__ import annotations

from datetime import date

import pytest

from secondsource.reconciling import Source, read_claims, relate

DAY = date(2031, 5, 6)


def conflicts(ours: str, theirs: str) -> set[tuple[str, str]]:
    """What is in conflict."""
    a, b = (
        Source(name, name, text, read_claims(text, published=DAY), None, DAY)
        for name, text in (("Post", ours), ("Echo", theirs))
    )
    return {(r.a.value, r.b.value) for r in relate(a, b) if r.stance == "conflicts"}


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("Inspectors took 58 dogs from the riding school at Holm.",
         "From the riding school at Holm inspectors took 46 animals."),
        ("The storm at Larne brought down 130 buildings along the quay.",
         "Along the quay at Larne the storm brought down 170 houses."),
        ("The maker is calling back 86,000 toasters whose plugs overheat.",
         "The maker is calling back 68,000 units because plugs overheat."),
        ("The coastguard rescued 14 people from the burning ferry off Skarvik.",
         "Off Skarvik the coastguard rescued 19 passengers from the burning ferry."),
        ("The council at Belm has received 940 objections to the incinerator.",
         "Some 740 letters against the incinerator have reached the council at Belm."),
        ("Snow has cut off Belm, a hamlet of some 350 people, where a bakery has been shut. Belm grows snowdrops.",
         "Snow on the road keeps out the bakery van of Belm, a hamlet of about 420 residents. Belm sells snowdrops."),
    ],
)  # fmt: skip
def test_a_kind_or_another_word_counts_the_same(ours: str, theirs: str) -> None:
    more = " The weather was calm. Nobody knew why. The mayor of the town came to see it."
    assert conflicts(ours + more, theirs + more)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("Some 40,000 nurses in Tarvia walked out over pay.", "In Tarvia 27,000 doctors walked out over pay."),
        ("The storm at Larne brought down 130 chimneys along the quay.",
         "Along the quay at Larne the storm brought down 170 trees."),
        ("The ferry off Skarvik carried 19 people.", "The ferry off Skarvik carried 14 passengers."),  # and a crew
        ("Inspectors took 40 dogs from the school at Holm.", "From the school at Holm inspectors took 62 animals."),
        ("The storm felled 500 oaks along the quay.", "Along the quay the storm felled 800 trees."),
        ("Inspectors took 46 dogs and 12 horses from the school at Holm.",
         "From the school at Holm inspectors took 58 animals."),
    ],
)  # fmt: skip
def test_other_trades_other_things_and_parts_do_not(ours: str, theirs: str) -> None:
    more = " The weather was calm. Nobody knew why. The mayor of the town came to see it."
    assert not conflicts(ours + more, theirs + more)
