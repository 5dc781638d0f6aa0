"""Whether something happened or not: what both articles assert or deny corroborates, what one denies conflicts."""

from datetime import date

import pytest

MONDAY, THURSDAY = date(2024, 5, 13), date(2024, 5, 16)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("Ana Sol pleaded guilty on Monday.", "Ana Sol, 41, pleaded not guilty."),
        ("Ana Sol was found guilty of fraud.", "Ana Sol was acquitted of fraud."),
        ("Nobody was hurt in the blaze.", "A cleaner was injured."),
        ("No one was injured when the crane fell.", "Three workers were hurt."),
        ("No arrests were made.", "Two men were arrested."),
        ("There were no injuries.", "12 people were slightly injured."),
        ("Nobody is missing.", "Three hikers are still missing."),
        ("Everyone has been accounted for.", "Two miners are unaccounted for."),
        ("All ski instructors were accounted for.", "Several skiers had still not been found."),
        ("The pilot survived.", "The pilot died."),
        ("Max Sol, a climber, survived.", "Max Sol died in the storm."),
        ("Jan Osei did not resign.", "Jan Osei resigned."),
        ("Jan Osei had not resigned.", "Jan Osei resigned."),
        ("Leo Haas was not actually hurt.", "Leo Haas was hurt."),
        ("The council approved the stadium.", "The council rejected the stadium."),
        ("The company agreed to pay compensation.", "The company refused to pay compensation."),
        ("Ada Bright won the final.", "Ada Bright lost the final."),
        ("The minister apologised.", "The minister never apologised."),
        ("Leo Haas was not charged.", "Leo Haas was charged."),
        ("The appeal court upheld the ban.", "The appeal court overturned the ban."),
    ],
)
def test_what_one_article_denies_conflicts(stances, ours, theirs):
    assert stances(ours, theirs) == {"conflicts"}
    assert stances(theirs, ours) == {"conflicts"}


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("Nobody was hurt in the blaze.", "A cleaner was injured."),
        ("Ana Sol pleaded not guilty.", "Ana Sol pleaded guilty."),
        ("The pilot survived.", "The pilot died."),
        ("Jan Osei did not resign.", "Jan Osei resigned."),
    ],
)
def test_on_different_days_it_is_an_update(stances, ours, theirs):
    assert stances(ours, theirs, MONDAY, THURSDAY) == {"updates"}


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("Ana Sol pleaded guilty on Monday.", "Ana Sol pleaded guilty to fraud."),
        ("Nobody was hurt.", "No one was injured."),
        ("Nobody is missing.", "Everyone has been accounted for."),
        ("The council approved the stadium.", "The council backed the stadium."),
        ("Jan Osei did not resign.", "Jan Osei has not resigned."),
        ("The pilot survived.", "The pilot survived."),
        ("Leo Haas was never charged.", "Leo Haas was not charged."),
        ("Jan Kral won the vote.", "Jan Kral won the vote in 2019."),
    ],
)
def test_what_both_assert_or_both_deny_corroborates(stances, ours, theirs):
    assert stances(ours, theirs) == {"corroborates"}


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("Max Sol will resign.", "Max Sol did not resign."),
        ("Max Sol is expected to plead guilty.", "Max Sol pleaded not guilty."),
        ("Max Sol pleaded not guilty at first. On Monday Max Sol pleaded guilty.", "Max Sol pleaded guilty."),
        ("Orrin won the first set.", "Orrin lost the second set."),
        ("Ana Sol was found guilty of fraud.", "Ana Sol was acquitted of theft."),
        ("Ana Sol was found guilty.", "Ana Sol was acquitted of theft."),
        ("Ana Sol survived.", "Eve Marsh died."),
        ("Ana Sol's father died.", "Ana Sol survived."),
        ("The pilot survived.", "The co-pilot died."),
        ("He is survived by Ana Sol.", "Ana Sol died."),
        ("No one else was hurt.", "A cleaner was injured."),
        ("No serious injuries were reported.", "Three workers were hurt."),
        ("Nobody was hurt.", "Three people were hurt in a similar fire last year."),
        ("Nobody was hurt in the village.", "Three people were hurt."),
        ("Ana Sol denied theft.", "Ana Sol admitted fraud."),
        ("The lawyer of Ana Sol resigned.", "Ana Sol did not resign."),
        ("Tom Reed may have survived.", "Tom Reed died."),
        ("The bill was rejected.", "The council approved the bill."),
        ("No arrests have been made over the robbery.", "Two men were arrested over the murder."),
        ("Nobody was hurt at the bank.", "Two people were hurt at the stadium."),
        ("No one was injured at the march.", "Five people were injured at the parade."),
        ("Jan Kral won the vote.", "Jan Kral lost the vote in 2019."),
        ("Mia Horn survived the crash.", "Mia Horn died in 2015."),
        ("The court upheld the ban.", "The court overturned the ban in 2019."),
        ("Leo Haas was arrested last year.", "Leo Haas was not arrested."),
        ("The union rejected the offer in 2021.", "The union accepted the offer in 2022."),
        ("Ana Sol resigned in May.", "Ana Sol had not resigned when the leak was found."),
        ("Ana Sol resigned in May.", "When the leak was found, Ana Sol had not resigned."),
        ("Leo Haas was charged.", "Leo Haas hadn't been charged before the inquest."),
        ("Leo Haas was hurt.", "Leo Haas was not seriously hurt."),
        ("Nobody was seriously injured.", "A cleaner was injured."),
        ("If both Ana Sol and Leo Haas resign, a vote follows.", "Leo Haas did not resign."),
        ("The vote is off unless Ana Sol has resigned.", "Ana Sol has not resigned."),
        ("Ana Sol did not apologise for the leak until Friday.", "Ana Sol apologised."),
        ("Leo Haas was not charged with arson.", "Leo Haas was charged with theft."),
    ],
)
def test_another_act_subject_object_or_time_does_not_conflict(stances, ours, theirs):
    assert "conflicts" not in stances(ours, theirs)
    assert "updates" not in stances(ours, theirs)


def test_an_act_told_in_passing_to_date_another_is_not_asserted(find):
    assert not find("Leo Haas sang until the week before he died.")
    assert find("Before the week was over Leo Haas died.")


def test_the_span_is_what_is_asserted_or_denied(find):
    assert [claim.exact for claim in find("Police said Jan Osei did not resign on Monday.")] == ["not resign"]


def test_a_part_of_a_number_is_no_number(find):
    assert [claim.exact for claim in find("Fifty-five hikers are missing.")] == []
    assert [claim.exact for claim in find("Five hikers are missing.")] == ["Five hikers are missing"]
