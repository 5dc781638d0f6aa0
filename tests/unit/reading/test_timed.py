"""Which act a date times, by the words around it."""

import pytest

from secondsource.reading import read
from secondsource.reading.timed import phrase, timed


@pytest.mark.parametrize(
    ("sentence", "date", "acts"),
    [
        ("Nine people died when a crane toppled in Orrin on Monday.", "Monday", ("topple",)),
        ("The toll of the Orrin crane collapse rose to 14 on Wednesday.", "Wednesday", ("rise",)),
        ("Two owners were detained on Wednesday over the crane that toppled.", "Wednesday", ("detain",)),
        ("On Monday, the restored organ was played.", "Monday", ("play",)),
        ("The choir will sing in Orrin on Monday.", "Monday", ("sing",)),
        ("Weavers walked out over unpaid overtime in February.", "February", ("walk",)),
        ("The blast at the mill on Monday woke the town.", "Monday", ("mill", "blast")),
        ("The vote took place on Monday.", "Monday", ("vote",)),
        ("The judge set the first hearing for 12 May.", "12 May", ("set", "hearing")),
        ("The lamp, which was lit and has been sold since May 2020, broke.", "May 2020", ("sell",)),
        ("Ms Fell is in Orrin on Monday.", "Monday", ()),
    ],
)
def test_the_verb_of_the_clause_or_else_the_noun_described(sentence, date, acts):
    document = read(sentence)
    at = sentence.index(date)
    found = timed(sentence, at, at + len(date), document.words_in(document.passages[0]))
    assert found.acts == acts


@pytest.mark.parametrize(
    ("sentence", "date", "said"),
    [
        ("The king opened the new dam on Monday.", "Monday", "the king opened the new dam"),
        ("On Monday, the king opened the dam.", "Monday", "the king opened the dam"),
        ("On Monday the king opened the dam.", "Monday", "the king opened the dam"),
        ("The 2019 storm flooded the port.", "2019", ""),
        ("The choir, founded in 1912, is to close.", "1912", ""),
        ("She opened the dam on Monday.", "Monday", ""),
        ("A duke and a king opened the dam on Monday.", "Monday", ""),
        ("After the storm the duke left on Monday.", "Monday", ""),
        ("The toll rose to 14 on Monday.", "Monday", "the toll rose"),
        ("A storm killed 14 people on Monday.", "Monday", ""),
        ("Twelve people left on Monday.", "Monday", ""),
        ("The council said on Monday it was over.", "Monday", "the council said"),
    ],
)
def test_who_did_what_is_told_without_figures_or_not_at_all(sentence, date, said):
    document = read(sentence)
    at = sentence.index(date)
    found = timed(sentence, at, at + len(date), document.words_in(document.passages[0]))
    assert phrase(sentence, found) == said
