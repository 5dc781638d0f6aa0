"""A figure, month or weekday that two outlets quote differently in one utterance."""

import pytest

from secondsource.kinds.quoted_figures import QuotedFigures


@pytest.mark.parametrize(
    ("ours", "theirs", "exact"),
    [
        (
            "“The bell rang twenty-five minutes before the ferry sank,” Eve Sol said.",
            "“The bell rang 15 minutes before the ferry sank,” said Sol.",
            "twenty-five minutes",
        ),
        (
            "“Every miner will have his wages by the end of June,” vowed Max Keane.",
            "Keane promised: “Every miner will get his wages by the end of July.”",
            "June",
        ),
        (
            "“They promised us a lighthouse and nine years later we still wait,” she said.",
            "“They promised us a lighthouse, and ten years later we are still waiting,” said Ana Sol.",
            "nine years",
        ),
        (
            "“The sluice was shut on Monday and nobody opened it again,” the miller said.",
            "“The sluice was shut on Tuesday and nobody opened it again,” said the miller.",
            "Monday",
        ),
    ],
)
def test_another_figure_in_one_utterance_conflicts(relate, ours, theirs, exact):
    ((stance, said, other),) = relate(ours, theirs)
    assert (stance, said) == ("conflicts", exact)
    assert relate(theirs, ours) == {("conflicts", other, said)}


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        # the same, written otherwise
        ("“The bell rang forty minutes before it sank,” Eve Sol said.",
         "“The bell rang 40 minutes before it sank,” Sol said."),
        ("“We were half a minute from the finish of the race,” Eve Sol said.",
         "“We were thirty seconds from the finish of the race,” Eve Sol said."),
        # each in the other's utterance, at another place
        ("“We lost nine goats and then ten goats to the wolves,” Eve Sol said.",
         "“We lost ten goats and then nine goats to the wolves,” Eve Sol said."),
        # two people
        ("“The bell rang forty minutes before the ferry sank,” said Eve Sol.",
         "“The bell rang ten minutes before the ferry sank,” said Max Keane."),
        # two utterances of one person
        ("“I repaired nine clocks for the abbey in one spring,” Eve Sol said.",
         "“I sold ten violins to the school in one autumn,” Eve Sol said."),
        # which stretch, and no figure of what was told
        ("“She beat the whole field in the last nine lengths,” Eve Sol said.",
         "“She beat the whole field in the last twelve lengths,” Eve Sol said."),
        # one of a series, and the other article quotes that one too
        ("“Lane number four was flooded when we came home from work,” Eve Sol said.",
         "“Lane number four was flooded when we came home from work,” Eve Sol said. "
         "“Lane number five was flooded when we came home from work,” she said."),
        ("“On day 2 of the trial we heard nothing from the bank,” Max Keane said.",
         "“On day 3 of the trial we heard nothing from the bank,” Max Keane said. "
         "“On day 2 of the trial we heard nothing from the bank,” Keane said."),
        ("“In round nine she rode as if nobody was behind her,” Ana Sol said. "
         "“In round ten she rode as if nobody was behind her,” Sol said.",
         "“In round ten she rode as if nobody was behind her,” Ana Sol said."),
        # too short to be known by
        ("“Nine minutes late,” Eve Sol said.", "“Ten minutes late,” Eve Sol said."),
        # not quoted
        ("The bell rang nine minutes before the ferry sank.",
         "“The bell rang ten minutes before the ferry sank,” Sol said."),
        # "may" and "march" are verbs
        ("“We hope that the pipers may pass the old mill again,” Sol said.",
         "“We hope that the pipers march past the old mill again,” Sol said."),
    ],
)  # fmt: skip
def test_what_may_be_two_utterances_or_one_figure_does_not(relate, ours, theirs):
    assert not relate(ours, theirs)
    assert not relate(theirs, ours)


def test_the_label_is_the_utterance_as_written(find):
    claims = find("“The sluice was shut on Monday and nobody opened it,” the miller said.")
    assert QuotedFigures().label(claims) == "“The sluice was shut on Monday and nobody opened it,”"
