"""The names of facts, as a reader understands them without the article."""

import pytest

from secondsource.comparing.labels import clause_label
from secondsource.kinds import KINDS
from secondsource.reading import read

LABELS = [
    ("counts", "The flood killed 12 people.", "People killed"),
    ("counts", "Nine hikers were rescued.", "Hikers rescued"),
    ("counts", "20 were injured.", "People injured"),
    ("counts", "The mill will cut 340 jobs.", "Jobs"),
    ("counts", "She is a mother of seven.", "Children"),
    ("counts", "The choir has 40 women.", "Women"),
    ("money", "Bail was set at $90,000.", "Sum: set at $90,000"),
    ("percentages", "Sales fell 18 percent.", "Share: fell 18 percent"),
    ("durations", "The strike went on for nine days.", "Duration: strike went on for nine days"),
    ("measures", "The tunnel is 27 kilometres long.", "Distance: tunnel is 27 kilometres"),
    ("measures", "A magnitude 6.1 earthquake struck.", "Magnitude: magnitude 6.1 earthquake"),
    ("dates", "The king opened the dam on Monday.", "When the king opened the dam"),
    ("clock_times", "The ferry sank at 9:35 p.m.", "When the ferry sank"),
    ("dates", "A storm at the Orrin mill killed 12 people on Monday.", "Date: Orrin mill, killed"),
    ("dates", "They met at a bakery in Orrin and divorced in 2010.", "Date: divorced"),
    ("dates", "The flood relief agency said on Friday that it would pay.", "When the flood relief agency said so"),
    ("dates", "The number of dead in the Orrin storm rose to nine on Monday.",
     "When the number of dead in the Orrin storm rose"),
    ("dates", "Ana Sol was sent off in the 67th minute on Sunday.", "When Ana Sol was sent off"),
    ("dates", "Since they divorced in 2011, the mill has stood still.", "Date: divorced, mill"),
    ("clock_times", "The storm began at 10 p.m. and was over at 4 a.m.", "When the storm began"),
    ("places", "Ana Sol was arrested in Elm Street.", "Where: arrested (Elm Street)"),
    ("places", "The choir sang in Orrin.", "Where: Orrin"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "sentence", "label"), LABELS)
def test_a_label_says_what_the_fact_is_about(name, sentence, label):
    (kind,) = [kind for kind in KINDS if kind.name == name]
    assert kind.label(list(kind.find(read(sentence)))) == label


@pytest.mark.parametrize(
    ("clauses", "label"),
    [
        (["said the choir sang in the hall", "choir sang"], "the choir sang in the hall"),
        (["though the choir sang all night"], "the choir sang all night"),
        (["choir sang “all night"], "choir sang all night"),
        (["choir sang “all night”"], "choir sang “all night”"),
        (["jury found her guilty by ten to two", "jury found her guilty"], "jury found her guilty"),
        (["the choir’s singers won’t sing in Orrin"], "the choir’s singers won’t sing in Orrin"),
        (["choir of the old harbour town of Orrin sang all night long before the mayor came"],
         "choir of the old harbour town of Orrin sang all night long…"),
        (["said"], ""),
    ],
)  # fmt: skip
def test_an_acts_label_is_a_clause_trimmed_at_both_ends(clauses, label):
    assert clause_label(clauses) == label
    assert len(label) <= 60


def test_the_label_of_a_date_told_of_no_clause_names_what_the_articles_share():
    (kind,) = [kind for kind in KINDS if kind.name == "dates"]
    texts = ("Orrin’s blaze of 1987 is recalled by the mayor.", "In 1987 a blaze, and a flood, came to Orrin.")
    claims = [claim for text in texts for claim in kind.find(read(text))]
    assert kind.label(claims) == "Date: blaze, Orrin"
