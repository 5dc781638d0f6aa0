"""Particulars of a story's sort: which figures tell one, in whatever words, and which two are of one."""

from __future__ import annotations

import pytest

from secondsource.comparing.particular_sorts import SORTS


@pytest.mark.parametrize(
    ("text", "sort"),
    [
        ("A crowd of 4,120 saw the derby.", "attendance"),
        ("Attendance was 4,120.", "attendance"),
        ("Some 4,120 fans watched.", "attendance"),
        ("The hosts led 2-0 at the break.", "half-time lead"),
        ("Joe Marsh scored twice.", "goals by a player"),
        ("Joe Marsh scored 14 goals last season.", "goals in a season"),
        ("Corvane climbed to fourth place.", "place in the table"),
        ("Corvane have won six in a row.", "winning run"),
        ("It was Corvane's sixth straight win.", "winning run"),
        ("Ida Holm signed a three-year contract.", "length of the contract: length of time"),
        ("Ida Holm has two years left on her contract.", "left of the contract: length of time"),
        ("Turnover came to 40 million euros.", "revenue: euro"),
        ("Revenue came in at 40 million euros.", "revenue: euro"),
        ("Sales were 6 per cent higher.", "rise of the revenue: per cent"),
        ("Net profit climbed by 6 per cent.", "rise of the profit: per cent"),
        ("The stock lost 6 per cent.", "move of the shares: per cent"),
        ("The mill will shed 90 jobs.", "jobs to go"),
        ("Some 90 posts will go.", "jobs to go"),
        ("Prosecutors called for nine years in prison.", "sentence asked for: length of time"),
        ("The baker was jailed for nine years.", "sentence: length of time"),
        ("The clerk faces up to nine years in prison.", "most that he faces: length of time"),
        ("The dentist was convicted of four offences.", "counts he was convicted of"),
        ("Jurors needed nine hours.", "time of the jury: length of time"),
        ("Bail was set at 40,000 pounds.", "bail: pound"),
        ("Turnout was 61 per cent.", "turnout: per cent"),
        ("She will be sworn in on 8 May.", "day of taking office"),
        ("The verdict is due in June.", "day of the verdict"),
        ("The runner-up was Max Keane.", "runner-up"),
        ("The inquiry was led by Ida Holm.", "head of the inquiry"),
        ("Some 61 per cent of voters cast a ballot.", "turnout: per cent"),
        ("The Reed Party won 31 seats.", "seats won"),
        ("Nine members abstained.", "abstentions"),
        ("The pension age will rise to 66.", "pension age"),
        ("They want the retirement age lifted by two years to 67.", "pension age"),
        ("The bank cut its rate for the third time to 4.5 per cent.", "key rate: per cent"),
        ("A court fined Corvane 40,000 pounds.", "fine: pound"),
        ("Ida Holm will succeed Max Keane.", "successor"),
    ],
)
def test_a_particular_is_read_in_whatever_words_it_is_told(find, text, sort):
    assert {claim.property for claim in find(text)} == {sort}


@pytest.mark.parametrize(
    "text",
    [
        "A crowd of angry farmers came.",
        "The crowd of 4,120 euros was a slip.",
        "Joe Marsh scored in 2019.",
        "The mayor finished third-last.",
        "The baker spent nine years in Paris.",
        "The road climbed to 900 metres.",
        "Max Keane will be replaced by Office and Planning head.",
        "The vote is on 4 May.",
        "Ida Holm will succeed in the end.",
    ],
)
def test_other_figures_are_none(find, text):
    assert find(text) == []


def test_the_whole_that_a_figure_is_of_is_none(find):
    assert [claim.value for claim in find("The Reed Party won 31 of the 90 seats.")] == ["31"]


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("A crowd of 4,120 was there.", "The attendance was 4,210."),
        ("Corvane led 2-0 at the break.", "It was 3-0 at half-time."),
        ("Judge Ida Holm thanked the jury.", "The baker bowed to Judge Max Keane."),
        ("The dam law takes effect on 1 March.", "The dam law comes into force on 1 April."),
        ("Ida Holm came second.", "The runner-up was Max Keane."),
        ("Ida Holm was jailed for nine years.", "Holm wept. She got seven years in prison."),
        ("Corvane climbed to fourth place.", "Corvane moved up to third place."),
        ("Orrin Mills had turnover of 41 million euros.", "Revenue rose 6 per cent to 44 million euros."),
        ("The stock lost 6 per cent.", "The shares were down by 4 per cent."),
        ("The mill will shed 90 jobs.", "Some 120 posts will go."),
        ("The dentist Ida Holm was jailed for nine years.", "Holm got seven years in prison."),
        ("Ida Holm was convicted of four offences.", "The jury found Ida Holm guilty on six counts."),
        ("Turnout was 61 per cent.", "Some 64 per cent of voters cast a ballot."),
        ("The Reed Party won 31 seats.", "The Reed Party took 28 seats."),
        ("The baker said nothing. The trial lasted six weeks.", "It was an eight-week trial."),
    ],
)
def test_two_figures_of_one_particular_conflict(stances, ours, theirs):
    assert stances(ours, theirs) == stances(theirs, ours) == {"conflicts"}


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("A crowd of 4,120 saw the cup final.", "Some 4,100 fans watched the cup final."),
        ("Turnout was 61 per cent.", "Some 61 per cent of voters cast a ballot."),
        ("The trial lasted three weeks.", "It was a 21-day trial."),
    ],
)
def test_one_figure_of_a_particular_corroborates(stances, ours, theirs):
    assert stances(ours, theirs) == stances(theirs, ours) == {"corroborates"}


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        # another time
        ("Turnout was 61 per cent.", "In 2019 turnout was 67 per cent."),
        ("Revenue was 40 million euros.", "Revenue was 44 million euros last year."),
        # another match, firm, person or party
        ("In Harn a crowd of 4,120 saw Corvane win.", "A crowd of 4,820 watched Dorsal draw."),
        ("Orrin Mills had turnover of 40 million euros.", "Its rival had turnover of 44 million euros."),
        ("Ida Holm was jailed for nine years.", "Max Keane was jailed for seven years."),
        ("The dentist was convicted of four offences.", "The jury found her guilty on six counts."),
        ("The Reed Party won 31 seats.", "The Alder Party won 28 seats."),
        # one that is expected, asked for or possible
        ("Revenue was 40 million euros.", "Analysts had forecast revenue of 44 million euros."),
        ("The baker was jailed for nine years.", "Prosecutors called for eleven years in prison."),
        ("The clerk was jailed for nine years.", "The clerk could be jailed for eleven years."),
        # another suit, inquiry, place, law or man, by a word right beside
        ("The inquiry was led by Ida Holm.", "A separate inquiry was led by Max Keane."),
        ("Bail was set at 500 euros for Max Keane.", "Bail was set at 250 euros for his brother."),
        ("The dam law takes effect on 1 March.", "The toll ban takes effect on 1 April."),
        ("Ida Holm came second.", "Max Keane came second in the north ward."),
        ("Joe Marsh scored twice against Harn.", "Joe Marsh scored a hat-trick against Orrin."),
        ("She took office in May.", "Her deputy took office in June."),
        # who fills one place in one article is named in the other
        ("Ida Holm came second.", "The runner-up was Max Keane. Ida Holm was third."),
        # what it was before
        ("The wage rose from a minimum of 7 euros.", "The minimum wage is 9 euros."),
        # part and whole
        ("Revenue was 40 million euros.", "Online revenue was 24 million euros."),
        ("The stock lost 6 per cent.", "The stock lost 4 per cent in early trading."),
        # either article has two
        ("A crowd of 4,120 was there.", "A crowd of 4,820 came. The attendance was 4,210."),
    ],
)
def test_figures_of_two_things_are_not_compared(stances, ours, theirs):
    assert stances(ours, theirs) == stances(theirs, ours) == set()


def test_rounding_is_no_conflict_but_a_figure_as_precise_is(stances):
    assert stances("Turnout was 60 per cent.", "Turnout was about 58 per cent.") != {"conflicts"}
    assert stances("Turnout was 61 per cent.", "Turnout was about 58 per cent.") == {"conflicts"}


def test_every_telling_has_one_figure_and_a_word_that_shows_it():
    assert all(way.signs and (way.before or way.behind) for sort in SORTS.values() for way in sort.told)


@pytest.mark.parametrize(
    ("ours", "theirs", "shown"),
    [
        ("The Justice Department charged the baker with fraud.", "The Justice Ministry said the baker paid.", False),
        ("The Justice Ministry freed the sailor in May.", "The Justice Office let the sailor go.", False),
        ("Justice Ana Quill jailed the baker for fraud.", "Justice Ida Holm jailed the baker.", True),
    ],
)
def test_a_department_of_justice_is_no_judge(stances, ours, theirs, shown):
    assert ("conflicts" in stances(ours, theirs)) is shown


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (
            "Justice Ida Holm agreed, saying that mills owe their weavers a safe floor.",
            "Even Justice Ida Holm, once a weaver's lawyer, doubted that every mill could be sued at once.",
        ),
        (
            "Thousands of skaters signed a petition that asks Judge Ida Holm to step down from the cup's board.",
            "Judge Ida Holm grew up in a mining town, where her mother taught chemistry for thirty years.",
        ),
        (
            "Max Keane will succeed her once the shareholders have voted in May.",
            "Max Keane, who will succeed Ida Holm, learned to sail on a lake before he could read.",
        ),
    ],
)
def test_a_name_in_common_alone_is_nothing_that_both_tell(stances, ours, theirs):
    assert stances(ours, theirs) == set()
