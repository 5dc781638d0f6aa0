"""How a matter came out: two outcomes of one matter conflict, those of two matters do not."""

import pytest

FERRY = "The harbour council threw out the plan for a car ferry on Tuesday."


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (FERRY, "The plan for a car ferry was given the go-ahead by the harbour council on Tuesday."),
        (
            "A jury found Ana Sol not guilty of arson on Friday.",
            "Ana Sol was convicted of arson by a jury on Friday.",
        ),
        (
            "The orchestra and its musicians struck a deal on pensions.",
            "Orchestra musicians left without a deal on pensions.",
        ),
        ("Goalkeeper Max Keane pleaded guilty to fraud.", "Max Keane, a goalkeeper, pleaded not guilty to fraud."),
        ("A federal judge blocked the museum sale.", "A federal judge refused to stop the museum sale."),
        (
            "Staff at the shipyard voted to accept the pay offer on Monday.",
            "A pay offer was thrown out by staff at the shipyard on Monday.",
        ),
        (
            "The probe Aster touched down near the crater on Sunday.",
            "The probe Aster crashed near the crater on Sunday.",
        ),
        ("The fishery posted a profit of 3 million crowns.", "The fishery posted a loss of 3 million crowns."),
        (
            "Planners in Orrin gave the green light to 140 holiday cabins by the lake on Tuesday evening.",
            "A scheme for 140 cabins by the lake was turned down by Orrin council on Tuesday evening.",
        ),
        (
            "The government has consented to a wind farm of 64 turbines off the coast of Norlin, it said on Friday.",
            "Ministers refused permission for 64 turbines off the coast of Norlin on Friday.",
        ),
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
        (FERRY, f"The harbour council approved the plan for a car ferry in May. {FERRY}"),
        ("A jury found baker Ana Sol not guilty of arson.", "Baker Ivo Brandt was convicted of arson by a jury."),
        ("Pilot Ana Sol survived the crash on the glacier.", "Guide Max Keane died in the crash on the glacier."),
        ("The orchestra struck a deal on pensions.", "The orchestra has no deal on its tour of Norlin."),
        ("The brewery raised its forecast for the year.", "The brewery cut 40 jobs at its plant."),
        (
            "Bo Hay, 41, was remanded on Friday over the stolen harbour bell.",
            "Ann Lee, 38, was released on Friday over the stolen harbour bell.",
        ),
        (
            "Bo Hay was remanded on Friday over the stolen harbour bell.",
            "The police released a photo of the stolen harbour bell on Friday.",
        ),
        (
            "The council approved the plan for a football stadium on the old dockyard on Monday.",
            "Four councillors voted against the plan for a football stadium on the old dockyard on Monday.",
        ),
        (
            "Shareholders approved the sale of the brewery to a rival on Monday.",
            "A group of holders rejected the sale of the brewery to a rival on Monday.",
        ),
        (
            "Bo Hay pleaded guilty to theft in Orrin on Monday.",
            "Bo Hay pleaded not guilty to arson in Orrin on Monday.",
        ),
        (
            "Baker Max Keane was found guilty of fraud in Orrin on Monday.",
            "A jury in Orrin on Monday acquitted baker Max Keane of bribery.",
        ),
        (
            "Ana Sol was found guilty of fraud in Orrin on Monday.",
            "Ana Sol was cleared of one of three fraud charges in Orrin on Monday.",
        ),
        (
            "The jury found the vet guilty of cruelty over the deaths at the Orrin zoo.",
            "The zoo trust was cleared of cruelty over the deaths at the Orrin zoo.",
        ),
        ("Max Keane denied murder in Orrin on Monday.", "Max Keane admitted manslaughter in Orrin on Monday."),
        (
            "Planners gave the green light to 140 holiday cabins by the lake in Orrin on Tuesday evening.",
            "A scheme for 140 holiday cabins by the lake in Thule was turned down on Tuesday evening.",
        ),
        (
            "Orrin council approved the sale of 140 flats by the harbour on Tuesday.",
            "A judge blocked the sale of 140 flats by the harbour in Orrin on Tuesday.",
        ),
        (
            "Orrin council approved the plan for 140 flats by the harbour on Tuesday.",
            "Residents rejected the plan for 140 flats by the harbour in Orrin on Tuesday.",
        ),
        (
            "Planners gave the go-ahead to 240 flats by the harbour in Orrin on Tuesday.",
            "The full council threw out the plan for 240 flats by the harbour in Orrin on Thursday.",
        ),
        (
            "The house passed the bill on 100 prisons on Friday.",
            "The Senate blocked the bill on 100 prisons on Friday.",
        ),
        ("The board approved 12 of 30 sites for wells.", "The board rejected 12 of 30 sites for wells."),
        (
            "The minister approved 60 fishing licences in the north of Norlin on Monday.",
            "The minister refused 60 fishing licences in the south of Norlin on Monday.",
        ),
        (
            "The senate approved the bill for 140 warships on Monday.",
            "The senate rejected an amendment to the bill for 140 warships on Monday.",
        ),
        (
            "The council of Orrin approved 140 flats by the harbour on Tuesday.",
            "The council of Orrin turned down an appeal against the 140 flats by the harbour on Tuesday.",
        ),
        (
            "The board approved the budget for 2026 of the ferry company on Tuesday.",
            "The board rejected the accounts for 2026 of the ferry company on Tuesday.",
        ),
        (
            "The senate approved the fishing bill on Monday.",
            "The senate rejected an amendment to the fishing bill on Monday.",
        ),
        (
            "The lower house approved the fishing reform on Monday.",
            "The upper house rejected the fishing reform on Monday.",
        ),
        (
            "Tram bosses reached a deal with drivers on Monday.",
            "Talks between tram bosses and depot staff broke down on Monday.",
        ),
        (
            "The chairman of Orrin Bank stepped down on Monday.",
            "The chief executive of Orrin Bank stays in office, the board said on Monday.",
        ),
        (
            "Two ministers resigned on Monday over the leak.",
            "The minister remains in office despite the leak, said the premier on Monday.",
        ),
        (
            "Pilot Max Keane is recovering after the crash on the glacier.",
            "Pilot Max Keane’s wife died in the crash on the glacier.",
        ),
        (
            "Ana Sol lost her singles title in Orrin on Sunday.",
            "Ana Sol retained her doubles crown in Orrin on Sunday.",
        ),
        (
            "Ana Sol won the Green primary in Orrin on Sunday.",
            "Ana Sol lost Norlin in the Green primary in Orrin on Sunday.",
        ),
        (
            "Senator Ana Sol will not run for president, she said on Sunday.",
            "Senator Ana Sol will run for re-election to the senate, she said on Sunday.",
        ),
        (
            "The fishery reported an operating profit of 3 million crowns.",
            "The fishery reported a net loss of 1 million crowns.",
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


@pytest.mark.parametrize(
    ("ours", "theirs", "conflict"),
    [
        (
            "The jury in the cement trial convicted Ivo Marek of bribery on Monday after three days of talks.",
            "The jury in the cement trial acquitted Petr Hanak of bribery on Monday after three days of talks.",
            False,
        ),
        (
            "The driver of the coach, Jo Lind, was convicted of causing death by dangerous driving in Oslo on Friday.",
            "In Oslo on Friday the driver of the coach, Jo Lind, was acquitted of driving while drunk.",
            False,
        ),
        (
            "The city council approved a ban on wood stoves in the old town at its meeting on Wednesday night.",
            "At its meeting on Wednesday night the city council rejected a tax on parked cars in the old town.",
            False,
        ),
        (
            "The jury in the cement trial convicted Ivo Marek on Monday after three days of deliberation.",
            "Ivo Marek was acquitted on Monday by the jury in the cement trial after three days of deliberation.",
            True,
        ),
        (
            "The city council approved a ban on wood stoves in the old town at its meeting on Wednesday night.",
            "At its meeting on Wednesday night the city council rejected a ban on wood stoves in the old town.",
            True,
        ),
        (
            "The nurse Ida Berg pleaded guilty at Malmo court on Monday to stealing morphine from patients.",
            "At Malmo court on Monday the nurse Ida Berg pleaded not guilty to stealing morphine from patients.",
            True,
        ),
    ],
    ids=["two defendants", "two counts", "two votes", "one verdict", "one vote", "one plea"],
)
def test_what_stands_behind_an_outcome_says_of_what_it_is_in_long_sentences_too(stances, ours, theirs, conflict):
    assert ("conflicts" in stances(ours, theirs)) is conflict
    assert ("conflicts" in stances(theirs, ours)) is conflict
