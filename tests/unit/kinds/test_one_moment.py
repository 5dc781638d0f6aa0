"""Two dates, times or lengths that do not fit: one event's, where long sentences of two whole articles are alike."""

from datetime import date

import pytest

from secondsource.reconciling import Source, read_claims, relate

ELSEWHERE = (
    "A bakery on the square gave out bread. Children had the day off school. The weather stayed cold and wet. "
    "Buses were late all week.",
    "The museum’s roof leaks again. Nobody on the council would comment. Farmers asked for rain. "
    "A new cinema is to be built by the river.",
)
DAY = date(2024, 5, 17)  # a Friday


def conflicts(ours, theirs):
    """{(our words, their words)} in conflict, the sentences standing in articles of other things."""
    texts = (f"{ELSEWHERE[0]} {ours}", f"{theirs} {ELSEWHERE[1]}")
    a, b = (
        Source(name, name, text, read_claims(text, published=DAY), None, DAY)
        for name, text in zip("ab", texts, strict=True)
    )
    return {(r.a.exact, r.b.exact) for r in relate(a, b) if r.stance == "conflicts"}


@pytest.mark.parametrize(
    ("ours", "theirs", "words"),
    [
        (
            "The lighthouse keeper's widow will unveil the restored lantern of Skerrel on 21 June in the harbour.",
            "On 22 June the restored lantern of Skerrel will be unveiled by the lighthouse keeper's widow.",
            ("21 June", "22 June"),
        ),
        (
            "Rescuers reached the three potholers trapped in the flooded Garrow cave after 19 hours underground.",
            "The three potholers spent 14 hours trapped in the flooded Garrow cave before rescuers reached them.",
            ("19 hours", "14 hours"),
        ),
        (
            "The cargo plane carrying relief tents skidded off the icy Taldo runway at 4:18 a.m. and caught fire.",
            "It was 4:52 a.m. when the cargo plane with relief tents skidded off the icy runway at Taldo and burned.",
            ("4:18 a.m.", "4:52 a.m."),
        ),
        (  # two words for what is done
            "Voters on the island of Ostrel are asked about the tram tunnel on Thursday, after fishermen petitioned.",
            "The tram tunnel goes to the voters of the island of Ostrel on Friday, as fishermen petitioned.",
            ("Thursday", "Friday"),
        ),
    ],
)
def test_long_sentences_that_are_alike_tell_of_one_event(ours, theirs, words):
    assert any(words[0] in a and words[1] in b for a, b in conflicts(ours, theirs))
    assert any(words[0] in b and words[1] in a for a, b in conflicts(theirs, ours))


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (  # another act of the same people
            "Weavers at the Odalen carpet mill walked out over unpaid overtime in February and picketed its gates.",
            "In March the mill's owners in Odalen offered a loan to repair the oldest looms, a bank document shows.",
        ),
        (  # the day of a statement
            "The surgeons' union said on Monday that the strike over night shifts at Velm hospital would go on.",
            "The surgeons' union said on Tuesday that the strike over night shifts at Velm hospital would go on.",
        ),
        (  # opposite acts
            "The Brenwick swimming pool opened its doors to families of the valley on 4 May after long repairs.",
            "The Brenwick swimming pool closed its doors to families of the valley on 6 May for long repairs.",
        ),
        (  # the number is told as well, of something else
            "The striker scored after 12 minutes of the cup match in Lund and again from a penalty after 70 minutes.",
            "The striker's 12th-minute header in the cup match in Lund was followed by a penalty in the 70th.",
        ),
        (  # a limit
            "The appeal judges of the Morvan court cut the smuggler's sentence for ivory trading to four years.",
            "The Morvan court's judges can give smugglers a maximum of six years for ivory trading, the appeal heard.",
        ),
        (  # two people, each named
            "Ilse Brandt resigned from the board of the Karst orchestra on 3 May over the sale of its concert hall.",
            "Tomas Reyes resigned from the board of the Karst orchestra on 5 May over the sale of its concert hall.",
        ),
    ],
)
def test_other_events_are_in_no_conflict(ours, theirs):
    assert not conflicts(ours, theirs)
    assert not conflicts(theirs, ours)


def test_what_agrees_with_another_sentence_as_alike_is_in_no_conflict():
    ours = "The restored lantern of the Skerrel lighthouse will be lit by the keeper's widow in the harbour on 21 June."
    theirs = (
        "The restored lantern of the Skerrel lighthouse will be lit by the keeper's widow in the harbour on 21 June. "
        "The restored lantern of the Skerrel lighthouse was shown to the keeper's widow in the harbour on 19 June."
    )
    assert not conflicts(ours, theirs)
