"""Every sentence about who says what, when, and where they have it from."""

from __future__ import annotations

from datetime import date

import pytest

from secondsource.comparing.note_wording import Saying, source_name, summary, time_between, told_by
from secondsource.comparing.wording import acts_agree, agree, differ, quoted_otherwise, statements_agree
from secondsource.kinds import Stance
from secondsource.reading.sources import FORMS

MONDAY, WEDNESDAY = date(2024, 5, 13), date(2024, 5, 15)


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (0, "the same day"),
        (1, "a day later"),
        (-2, "two days earlier"),
        (8, "a week later"),
        (-35, "a month earlier"),
        (260, "eight months later"),
        (-365 * 11, "11 years earlier"),
    ],
)
def test_the_time_between_two_articles_in_its_largest_unit(days: int, said: str) -> None:
    assert time_between(days) == said


@pytest.mark.parametrize(
    ("ours", "theirs", "value", "exact", "said"),
    [
        (MONDAY, MONDAY, "nine", "Max, nine", "Coast Daily, the same day, gives nine."),
        (MONDAY, WEDNESDAY, "$40 million", "cost $40 million", "Coast Daily, two days later, gives $40 million."),
        (None, MONDAY, "54", "Lee, 54", "Coast Daily, 13 May 2024, gives 54."),
        (MONDAY, None, "54", "Lee, 54", "Coast Daily, no date given, gives 54."),
        (MONDAY, MONDAY, "sibling", "his sister Ana", "Coast Daily, the same day, has “his sister Ana”."),
        (MONDAY, MONDAY, "5:42 p.m.", "at 5:42 p.m.", "Coast Daily, the same day, gives 5:42 p.m."),
        (MONDAY, MONDAY, "", "We lost everything", "Coast Daily, the same day, quotes this."),
    ],
)
def test_who_gives_what_and_when(ours: date | None, theirs: date | None, value: str, exact: str, said: str) -> None:
    assert told_by("Coast Daily", ours, theirs, value, exact) == said


def test_a_reason_ends_once_whatever_the_value_ends_with() -> None:
    assert agree("5:42 p.m.", "5:42 p.m.") == "Both give 5:42 p.m."
    assert differ("7 p.m.", "8 p.m.") == "7 p.m. against 8 p.m."


def test_values_that_differ_in_case_only_are_one() -> None:
    assert agree("Prosecutor", "prosecutor") == "Both give Prosecutor."
    assert agree("surgeon", "heart surgeon") == "“surgeon” and “heart surgeon” can be one."


def test_an_act_that_both_tell_is_told_of_somebody() -> None:
    assert acts_agree("Ana Sol", "resigned", "Resigned") == "Both report the same of Ana Sol: “resigned”."
    assert acts_agree("", "no injuries", "nobody was hurt") == (
        "Both report the same: “no injuries”, “nobody was hurt”."
    )


@pytest.mark.parametrize(
    ("shared", "said"),
    [
        (["ferry", "capsized", "ferry"], "Both sentences tell of “ferry” and “capsized”."),
        (["ferry"], "Both tell of the same thing, in other words."),
        (["3.15", "pm", "ferry"], "Both tell of the same thing, in other words."),
    ],
)
def test_two_telling_words_at_least_say_why_sentences_agree(shared: list[str], said: str) -> None:
    assert statements_agree(shared) == said


def test_the_first_words_that_differ_are_named_even_where_there_are_more() -> None:
    assert quoted_otherwise([("calm", "quiet")]) == "“calm” in one, “quiet” in the other."
    assert quoted_otherwise([("calm", "quiet")], more=True) == "“calm” in one, “quiet” in the other, and more."
    assert quoted_otherwise([]) == "The same utterance in other words."


@pytest.mark.parametrize(
    ("form", "name", "who", "day", "said"),
    [
        ("statement", "", "club", "", "a statement by the club"),
        ("statement", "", "", "", "a statement"),
        ("press conference", "", "Ruiz", "Friday", "a press conference by Ruiz on Friday"),
        ("show", "Deep Water", "", "", "“Deep Water”"),
        ("post", "Instagram", "Ruiz", "", "a post on Instagram by Ruiz"),
    ],
)
def test_a_source_by_a_name_for_readers(form: str, name: str, who: str, day: str, said: str) -> None:
    assert source_name(form, name, who, day) == said


def test_every_form_of_source_has_a_name() -> None:
    assert all(source_name(form, "Deep Water", "", "") for form in FORMS)


@pytest.mark.parametrize(
    ("stance", "said", "origins", "line"),
    [
        (Stance.CONFLICTS, [("Coast Daily", "9")], ["Coast Daily"], "Coast Daily says 9."),
        (Stance.CONFLICTS, [("A", "9"), ("B", "8"), ("C", "9")], ["A", "B", "C"], "A and C say 9; B says 8."),
        (Stance.CONFLICTS, [("A", "9 p.m.")], ["A"], "A says 9 p.m."),
        (Stance.CORROBORATES, [("A", "9"), ("A", "9")], ["A"], "A reports the same."),
        (Stance.CORROBORATES, [("A", ""), ("B", "")], ["the trial"],
         "A and B report the same (2 outlets, 1 origin: the trial)."),
        (Stance.REWORDS, [("A", ""), ("B", "")], [""], "A and B word it differently (2 outlets, 1 origin)."),
        (Stance.UPDATES, [("A", "9"), ("B", "9"), ("C", "8")], ["A", "C"],
         "At a time not given: A and B 9; C 8 (3 outlets, 2 origins)."),
    ],
)  # fmt: skip
def test_a_notes_line_counts_origins_where_there_are_fewer_than_outlets(
    stance: Stance, said: list[tuple[str, str]], origins: list[str], line: str
) -> None:
    assert summary(stance, [Saying(outlet, value) for outlet, value in said], origins) == line


@pytest.mark.parametrize(
    ("ours", "line"),
    [
        (MONDAY, "The same day: A 7. Later: B and C at least 9. At a time not given: D 8."),
        (WEDNESDAY, "Earlier: A 7. The same day: B and C at least 9. At a time not given: D 8."),
        (None, "On another day: A 7; B and C at least 9. At a time not given: D 8."),
    ],
)
def test_what_was_told_at_other_times_is_told_by_time_then_number(ours: date | None, line: str) -> None:
    said = [
        Saying("A", "7", MONDAY), Saying("B", "at least 9", WEDNESDAY), Saying("C", "at least 9", WEDNESDAY),
        Saying("D", "8"),
    ]  # fmt: skip
    assert summary(Stance.UPDATES, said, ["A", "B", "C", "D"], ours) == line
