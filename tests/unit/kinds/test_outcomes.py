"""How a matter came out: two outcomes of one matter conflict, those of two matters do not."""

import pytest

FERRY = "The harbour council threw out the plan for a car ferry on Tuesday."


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (FERRY, "The plan for a car ferry was given the go-ahead by the harbour council on Tuesday."),
        (
            "A jury found baker Ana Sol not guilty of arson on Friday.",
            "Ana Sol was convicted of arson by a jury on Friday.",
        ),
        (
            "The orchestra and its musicians struck a deal on pensions.",
            "Orchestra musicians left without a deal on pensions.",
        ),
        ("Goalkeeper Max Keane pleaded guilty to fraud.", "Max Keane, a goalkeeper, pleaded not guilty to fraud."),
        ("A federal judge blocked the museum sale.", "A federal judge refused to stop the museum sale."),
    ],
)
def test_two_outcomes_of_one_matter_conflict(stances, ours, theirs):
    assert stances(ours, theirs) == {"conflicts"}
    assert stances(theirs, ours) == {"conflicts"}


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (FERRY, "The harbour council is expected to approve the plan for a car ferry."),
        (FERRY, "Residents had asked the harbour council for a green light for the car ferry."),
        (FERRY, "In 2019 the harbour council approved the plan for a ferry."),
        (FERRY, f"The harbour council backed the plan for a car ferry in May. {FERRY}"),
        ("A jury found baker Ana Sol not guilty of arson.", "Baker Ivo Brandt was convicted of arson by a jury."),
        ("Pilot Ana Sol survived the crash on the glacier.", "Guide Max Keane died in the crash on the glacier."),
        ("The orchestra struck a deal on pensions.", "The orchestra has no deal on its tour of Norlin."),
        ("The brewery raised its forecast for the year.", "The brewery cut 40 jobs at its plant."),
        (
            "The police arrested Bo Hay, 41, on Friday over the stolen harbour bell.",
            "The police released Ann Lee, 38, on Friday over the stolen harbour bell.",
        ),
        (
            "The police arrested Bo Hay on Friday over the stolen harbour bell.",
            "The police released a photo of the stolen harbour bell on Friday.",
        ),
        (
            "The council approved the plan for a football stadium on the old dockyard on Monday.",
            "Four councillors voted against the plan for a football stadium on the old dockyard on Monday.",
        ),
    ],
)
def test_two_matters_and_what_is_not_so_yet_do_not_conflict(stances, ours, theirs):
    assert not stances(ours, theirs)
    assert not stances(theirs, ours)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The vet had hoped to be found not guilty.", []),
        ("The choir was given the green light.", [("decision", "yes")]),
        ("He will be acquitted.", []),
        ("Nobody was convicted.", []),
        ("Talks over the quarry collapsed.", [("talks", "not agreed")]),
        ("The small party agreed late on Monday to stay in government.", [("office", "stays")]),
    ],
)
def test_only_what_is_told_as_so_is_an_outcome(find, text, told):
    assert [(claim.property, claim.value) for claim in find(text)] == told
