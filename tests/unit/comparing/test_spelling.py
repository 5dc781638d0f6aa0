"""One word as two outlets write it."""

import pytest

from secondsource.comparing.fidelity import fidelity


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("Shut the f---ing gate, the bull is out", "Shut the fucking gate, the bull is out"),
        ("This ferry is a piece of s**t, the captain knew", "This ferry is a piece of shit, the captain knew"),
        ("He talks bull—, as ever, about our wages", "He talks bullshit, as ever, about our wages"),
        ("A h–l-hole of a f–ing mine", "A hell-hole of a fucking mine"),
        ("The US and the U.K. bought the grain", "The United States and the United Kingdom bought the grain"),
        ("Sen. Brandt met Gov. Sol on Sept. 4", "Senator Brandt met Governor Sol on September 4th"),
        ("The eleventh-hour bid for the club failed", "The 11th-hour bid for the club failed"),
        ("That‘s the loudest rock ‘n’ roll I heard", "That's the loudest rock and roll I heard"),
        ("It`s gonna rain on the final", "It’s going to rain on the final"),
        ("The protestors in the theatre sang", "The protesters in the theater sang"),
        ("Her judgement on the defence was harsh", "Her judgment on the defense was harsh"),
        ("We flew to Qeshim with the nurses", "We flew to Qeshem with the nurses"),
        ("[T]he dam held all night", "The dam held all night"),
        ("We heard the roof — the roof fell in on us", "We heard the roof fell in on us"),
    ],
)
def test_another_spelling_is_no_other_word(ours, theirs):
    assert fidelity(ours, theirs).grade == fidelity(theirs, ours).grade == "punctuation"


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("They gave us the grain for nothing", "They gave the United States the grain for nothing"),
        ("The s**t pump of the ferry broke", "The stern pump of the ferry broke"),
        ("No— we did it for the club", "Now we did it for the club"),
        ("I saw them there- the dam broke", "I saw them therefore the dam broke"),
        ("They may win-- the strike", "They may winter the strike"),
        ("He walked the — dog by the river", "He walked their dog by the river"),
        ("Oman bought the club in May", "Iran bought the club in May"),
        ("Sunday was a bad day for the mine", "Monday was a bad day for the mine"),
        ("She came first in the second race", "She came fourth in the second race"),
        ("The nurses were affected by the strike", "The nurses were effected by the strike"),
        ("It was a very, very hard winter here", "It was a very hard winter here"),
    ],
)
def test_another_word_is_no_other_spelling(ours, theirs):
    assert fidelity(ours, theirs).stance == "rewords"


def test_capitals_throughout_make_no_country_of_a_pronoun():
    assert fidelity("THEY WANT US OUT OF THE CUP", "They want us out of the cup").grade == "punctuation"
