"""Which part of a quotation that one article cuts short a note stands on."""

import pytest

from secondsource.comparing.quoted_part import quoted_parts
from secondsource.kinds.quotations import Quotations
from secondsource.reading import read


def parts(ours: str, theirs: str) -> tuple[str, str] | None:
    """The words of two quotations that a note stands on."""
    texts = [f"“{words}” said Rosa Pinto." for words in (ours, theirs)]
    (a,), (b,) = (list(Quotations().find(read(text))) for text in texts)
    found = quoted_parts(a, b)
    return found and tuple(text[start:end] for text, (start, end) in zip(texts, found, strict=True))


LONG = "We lost the orchard, the barn and every hive, and nobody from the council came to look for a week,"


@pytest.mark.parametrize(
    ("ours", "theirs", "both"),
    [
        (LONG, "nobody from the council came,", ("nobody from the council came", "nobody from the council came,")),
        ("We lost the orchard,", LONG, ("We lost the orchard,", "We lost the orchard")),
        (
            "He swore to all of us in the harbour office that the ferry had sunk off Orrin",
            "the ferry had sunk off Orrin in a gale that nobody on the whole island had forecast",
            ("ferry had sunk off Orrin", "ferry had sunk off Orrin"),
        ),
        (
            "Ten minutes from time I thought the cup was gone, and then Aalto dived and the whole ground rose",
            "10 minutes from time I thought the cup was gone",
            ("Ten minutes from time I thought the cup was gone", "10 minutes from time I thought the cup was gone"),
        ),
    ],
)
def test_a_note_stands_on_what_both_have(ours: str, theirs: str, both: tuple[str, str]) -> None:
    assert parts(ours, theirs) == both
    assert parts(theirs, ours) == both[::-1]


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (LONG, LONG),
        ("We lost the orchard and the barn", "lost the orchard"),
        ("The reactor was never in danger, not for a minute", "The reactor was never in danger"),
        ("Nobody attacks", "What an attack on all who live here and on whatever they have built in forty years"),
    ],
)
def test_it_is_on_all_of_what_is_cut_by_a_few_words(ours: str, theirs: str) -> None:
    assert parts(ours, theirs) is None
