"""What a clause says is not so: an act, what it is done by or to, and of whom it is denied."""

import pytest

from secondsource.reading.clauses import split_clauses
from secondsource.reading.denials import denial
from secondsource.reading.words import split_words


def found(text):
    denials = [denial(text, clause, 0) for clause in split_clauses(text, split_words(text))]
    return [(d.how, d.act, d.of, text[d.start : d.end]) for d in denials if d]


@pytest.mark.parametrize(
    ("text", "how", "act", "of", "said"),
    [
        ("The zoo said no one had been bitten.", "nobody", "bite", (), "no one had been bitten"),
        ("Nobody applauded.", "nobody", "applaud", (), "Nobody applauded"),
        ("No autopsy was performed.", "nobody", "perform", ("autopsy",), "No autopsy was performed"),
        ("The crew said no flares had been fired.", "nobody", "fire", ("flare",), "no flares had been fired"),
        ("The museum holds no such letter.", "report", "", ("letter",), "no such letter"),
        ("A senator did not sign pledges.", "somebody", "sign", ("senator", "pledge"), "senator did not sign pledges"),
        ("The dam hasn't been inspected.", "somebody", "inspect", ("dam",), "dam hasn't been inspected"),
        ("The firm failed to recall it.", "somebody", "recall", ("firm",), "firm failed to recall"),
        ("The singer denied meeting the dealer.", "report", "meet", ("dealer",), "denied meeting the dealer"),
        ("He denied reports that troops crossed.", "report", "cross", ("troop",), "denied reports that troops crossed"),
        ("The port paid no ransom.", "somebody", "pay", ("ransom",), "paid no ransom"),
        ("She left without telling them.", "somebody", "tell", (), "without telling"),
        (
            "The skier was not wearing helmets.",
            "somebody",
            "wear",
            ("skier", "helmet"),
            "skier was not wearing helmets",
        ),
        ("No truth in claims that banks fell.", "report", "fall", ("bank",), "No truth in claims that banks fell"),
        ("It is too early to say whether she will run.", "open", "", ("run",), "too early to say whether she will run"),
    ],
)
def test_what_is_denied_is_read(text, how, act, of, said):
    assert found(text) == [(how, act, of, said)]


@pytest.mark.parametrize(
    "text",
    [
        "The senator will not sign the pledge.",
        "The senator could not have signed the pledge.",
        "The zoo is not open on Mondays.",
        "No wonder the crowd applauded.",
        "The dam was inspected.",
        "The vote was not without drama.",
        "The firm denied the charges.",
        "",
        "no",
        "not " * 50,
        "Nobody",
    ],
)
def test_what_is_not_denied_as_done_is_left_alone(text):
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The keeper had not repaired lamps when the storm came.",
        "The keeper hadn't repaired lamps before the storm came.",
        "By Monday the keeper had not repaired lamps.",
        "The skier was not badly bruised.",
    ],
)
def test_what_is_denied_of_an_earlier_time_or_a_degree_is_not_denied(text):
    assert found(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The keeper had not repaired lamps.",
        "The keeper has not repaired lamps when asked.",
        "She has not actually repaired lamps.",
    ],
)
def test_what_is_denied_beside_them_is(text):
    assert [act for _, act, _, _ in found(text)] == ["repair"]


@pytest.mark.parametrize(
    ("text", "pronoun"), [("Inspectors have not fined him.", True), ("Inspectors have not fined Kral.", False)]
)
def test_whether_whom_it_was_not_done_to_is_named(text, pronoun):
    (told,) = [denial(text, clause, 0) for clause in split_clauses(text, split_words(text))]
    assert told is not None
    assert told.pronoun is pronoun
