"""When something happened: dates of one act are compared; dates of two are not."""

from datetime import date

import pytest

from secondsource.comparing.overlap import Overlap
from secondsource.kinds import Claims, Comparison
from secondsource.kinds.dates import Dates
from secondsource.kinds.statements import sentences
from secondsource.reading import read


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("The ferry sank on Tuesday night.", "The ferry sinking on Tuesday shocked the port."),
        ("Marta Ruiz was elected mayor in 2018.", "Marta Ruiz was elected mayor in May 2018."),
        ("The festival opened on 3 June 2023.", "The festival opened on June 3, 2023."),
        ("Jolie Marr and Dan Okafor wed in 2015.", "Jolie Marr and Dan Okafor married in June 2015."),
        ("They moved to Leeds in 2010 and wed the next year.", "They married in 2011."),
        ("The couple marked their 10th wedding anniversary in June 2015.", "The couple wed in June 2005."),
        ("The ferry sank on Monday evening.", "The ferry sank on Monday night."),
    ],
)
def test_dates_of_one_act_that_fit_corroborate(stances, ours, theirs):
    assert stances(ours, theirs) == {"corroborates"}


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("Marta Ruiz was elected mayor in 2018.", "Marta Ruiz was elected mayor in 2019."),
        ("The company was founded in 1998 in Oslo.", "The company was founded in 1999 in Oslo."),
        ("The actor died on 3 May 2020.", "The actor died on 5 May 2020."),
        ("Omar Haddad died on 3 May 2020.", "Omar Haddad died on 5 May 2020."),
        ("Jolie Marr and Dan Okafor wed in June 2015.", "Jolie Marr and Dan Okafor wed in July 2015."),
        ("The ferry sank on Tuesday off the northern coast.", "The ferry sank on Wednesday off the northern coast."),
        (
            "Lin Zhao was charged with fraud on Monday in a federal court.",
            "Lin Zhao was charged with fraud on Tuesday in a federal court.",
        ),
    ],
)
def test_dates_of_one_act_that_do_not_fit_conflict(stances, ours, theirs):
    assert stances(ours, theirs) == {"conflicts"}


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("The company was founded in 1998.", "Its rival was founded in 1999."),
        ("Tom Reed wed Ana Sol in 2013.", "Bob Hale wed Eve Marsh in 2014."),
        ("Peter Novak's father died in 2016.", "Peter Novak's mother died in 2017."),
        ("He died in 2016.", "His wife died in 2018."),
        ("A soldier died on 3 May 2020.", "A nurse died on 5 May 2020."),
        ("Their daughter was born in 2014.", "Their son was born in 2015."),
        ("Judge Cole sentenced Zhao on 4 June.", "Judge Cole sentenced Brandt on 6 June."),
        ("The actress wed a director in 2013.", "The director wed a singer in 2011."),
    ],
)
def test_one_act_of_two_people_is_in_no_conflict(stances, ours, theirs):
    assert not stances(ours, theirs)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("The strike began on May 2.", "The strike ended on May 6."),
        ("Lin Zhao was arrested in 2019.", "Lin Zhao was convicted in 2020."),
        ("The film was shot in 2014.", "The film was released in 2015."),
        ("The brand was bought in March 2019.", "The brand was sold in April 2019."),
        ("The ferry sank on Tuesday.", "Divers searched the ferry on Wednesday."),
        ("She graduated from Yale in 2001.", "She graduated from law school in 2003."),
        ("Marta Ruiz was elected to parliament in 2018.", "Marta Ruiz was elected party leader in 2019."),
        ("The senator voted against the bill in 2017.", "The senator voted for the bill in 2018."),
    ],
)
def test_two_acts_of_one_person_or_thing_are_in_no_conflict(stances, ours, theirs):
    assert not stances(ours, theirs)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("A crane toppled in Orrin on Monday.", "The toll of the crane collapse in Orrin rose to 14 on Wednesday."),
        ("Divers were searching on Saturday for six sailors.", "The number of dead sailors rose to six on Monday."),
        ("A crane collapsed on Monday.", "Two owners were detained on Wednesday over the crane that collapsed."),
        ("The ferry sank on Monday off Orrin.", "A survivor of the ferry that sank off Orrin died on Wednesday."),
        (
            "The mine exploded on Friday in Orrin.",
            "The owner of the mine that exploded in Orrin was charged on Sunday.",
        ),
    ],
)
def test_what_became_of_an_event_later_is_another_act(stances, ours, theirs):
    assert "conflicts" not in stances(ours, theirs)


@pytest.mark.parametrize(
    ("ours", "theirs", "stance"),
    [
        ("The dam was opened in March 2020.", "The dam was opened at the end of April 2020.", set()),
        ("The abbey was founded in 1950.", "The abbey was founded in early 1951.", set()),
        ("The abbey was founded in 1950.", "The abbey was founded in late 1950.", {"corroborates"}),
        ("The abbey was founded in 1950.", "The abbey was founded in 1951.", {"conflicts"}),
    ],
)
def test_a_part_of_a_month_or_year_is_rough(stances, ours, theirs, stance):
    assert stances(ours, theirs) == stance


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("Shares fell 3 percent on Monday.", "Shares fell 2 percent on Tuesday."),
        ("Ada Bright scored on Saturday.", "Ada Bright scored on Wednesday."),
        ("The bank made a loss in 2022.", "The bank made a loss in 2023."),
        ("Rates were raised in July 2022.", "Rates were raised in September 2022."),
        ("She won the title in 2017.", "She won the title in 2018."),
        ("Police arrested a man on Monday.", "Police arrested a second man on Tuesday."),
        ("The 2019 storm flooded the port.", "The 2020 storm flooded the port."),
        ("The airline cancelled flights on Monday.", "The airline cancelled flights on Tuesday, too."),
        ("Rain fell on Sunday and Monday.", "Rain fell on Monday and Tuesday."),
        ("The search went on on Wednesday.", "The search went on on Thursday."),
    ],
)
def test_what_happens_again_and_again_is_in_no_conflict(stances, ours, theirs):
    assert "conflicts" not in stances(ours, theirs)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("The plane crashed on Thursday, officials said on Friday.", "Officials said on Saturday the plane crashed."),
        ("The airline said on Monday it was sorry.", "The airline said on Tuesday it was sorry."),
        ("The firm announced on Monday that it would cut jobs.", "The firm announced on Tuesday a plan to cut jobs."),
        ("A statement was issued on Monday about the wedding.", "A statement was issued on Tuesday about the divorce."),
    ],
)
def test_the_day_of_a_statement_is_not_the_day_of_the_event(stances, ours, theirs):
    assert "conflicts" not in stances(ours, theirs)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("The hearing was originally scheduled for June 10.", "The hearing is scheduled for June 12."),
        ("The plant was due to open in 2025.", "The plant will open in 2026."),
        ("The firm hopes to open the plant in 2026.", "The firm opened the plant in 2024."),
    ],
)
def test_a_date_given_up_or_hoped_for_is_in_no_conflict(stances, ours, theirs):
    assert "conflicts" not in stances(ours, theirs)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (
            "The museum marked its 50th anniversary in June 2015.",
            "The couple marked their 50th wedding anniversary in June 2015.",
        ),
        ("The plant's 20-year anniversary came in 2016.", "The owners married in 1996."),
        ("The club marked the 25th anniversary of the disaster in 2014.", "The owners married in 1989."),
        ("The company celebrated its 10-year anniversary in 2020.", "The founders wed in 2010."),
    ],
)
def test_the_anniversary_of_something_else_is_no_wedding(stances, ours, theirs):
    assert not stances(ours, theirs)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("Oil prices rose on Monday.", "Oil prices fell on Monday."),
        ("The shop opened on 3 June 2019.", "The shop closed on 3 June 2019."),
        ("Police published a photo on Monday.", "A volcano erupted on Monday."),
        ("The ferry sank on Monday morning.", "The ferry owner wept as the ferry sank on Monday night."),
        ("Families met on Monday at the stand.", "At the stand families recalled that they met in May 2019."),
        ("The club closed its harbour on Monday.", "The harbour club said in a statement on Monday that it was sorry."),
    ],
)
def test_one_day_of_two_acts_does_not_corroborate(stances, ours, theirs):
    assert not stances(ours, theirs)


def test_a_weekday_is_compared_by_the_articles_own_days(stances):
    ours, theirs = "The ferry sank on Tuesday off the coast.", "The ferry sank on Tuesday off the coast."
    assert not stances(ours, theirs, date(2024, 5, 14), date(2024, 7, 16)) - {"corroborates"}


def test_a_fitting_date_in_the_article_clears_another(stances):
    ours = "Marta Ruiz was elected mayor in 2018."
    theirs = "Marta Ruiz was elected mayor in 2018, and she was elected mayor in 2020."
    assert "conflicts" not in stances(ours, theirs)


@pytest.mark.parametrize(
    "text",
    [
        "The firm employs 2,000 people.",
        "The fine was $2010.",
        "In the 1990s the firm built ships.",
        "The senator may resign.",
    ],
)
def test_what_is_no_date_makes_no_claim(find, text):
    assert not find(text)


@pytest.mark.parametrize(
    ("text", "date_words"),
    [
        ("The dam broke on 3 March 2021 after days of rain.", "3 March 2021"),
        ("Marta Ruiz was elected mayor in May 2018.", "May 2018"),
        ("The ferry sank on Tuesday.", "Tuesday"),
    ],
)
def test_the_span_holds_the_date(find, text, date_words):
    assert any(date_words in claim.exact for claim in find(text))


WEDNESDAY = date(2024, 5, 15)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("The dam broke yesterday after days of rain.", "The dam broke on Tuesday after rain."),
        ("The mine was sold last year to a rival.", "The mine was sold to a rival in 2023."),
        ("The orchestra was founded a decade ago.", "The orchestra was founded in 2014."),
        ("Ana Sol won the seat in June 2011 and resigned the following month.", "Ana Sol resigned in July 2011."),
        ("A storm struck the coast before dawn on Tuesday.", "Tuesday's storm on the coast cut power."),
    ],
)
def test_a_date_told_from_another_day_corroborates_the_written_one(stances, ours, theirs):
    assert stances(ours, theirs, WEDNESDAY, WEDNESDAY) == {"corroborates"}


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("The dam broke yesterday.", "The mayor resigned on Tuesday."),
        ("The mine was sold two years ago.", "The mine was sold in 2021."),
        ("Sales fell last month.", "Sales rose in April."),
        ("The bank lost $3 million last year.", "The club paid a million dollars in 2023."),
    ],
)
def test_a_rough_date_or_another_act_gives_nothing(stances, ours, theirs):
    assert not stances(ours, theirs, WEDNESDAY, WEDNESDAY)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("The brakes were last replaced in 2018.", "The brakes had not been replaced since 2016."),
        ("The bridge had last been painted in 1999.", "The bridge was last painted in 2001."),
        ("The abbey clock was installed in 1950.", "The abbey clock was installed in 1951."),
    ],
)
def test_the_last_time_and_a_start_happen_once(stances, ours, theirs):
    assert stances(ours, theirs) == {"conflicts"}


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("The brakes were last replaced in 2018.", "The tyres were last replaced in 2017."),
        ("The lift was last inspected in 2018.", "The lift was inspected in 2017."),
        ("New windows were installed in 2010.", "New doors were installed in 2011."),
    ],
)
def test_the_last_time_of_another_thing_is_in_no_conflict(stances, ours, theirs):
    assert "conflicts" not in stances(ours, theirs)


def test_the_anniversary_of_an_event_dates_the_event(stances):
    ours = "Bells rang to mark the tenth anniversary of the flood in May 2020."
    assert stances(ours, "The flood of May 2010 left the valley under water.") == {"corroborates"}


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (
            "Lin Zhao was sentenced for fraud on Monday in a packed court.",
            "Lin Zhao was sentenced for fraud on Tuesday in a packed court at noon.",
        ),
        ("Ana Sol resigned from the board on 3 May in protest.", "Ana Sol resigned from the board on 5 May."),
    ],
)
def test_sentences_about_one_person_that_are_nearly_one_but_for_the_day_conflict(stances, ours, theirs):
    assert stances(ours, theirs) == {"conflicts"}


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("Lin Zhao was convicted of fraud on 3 May.", "Lin Zhao was convicted of perjury on 5 May."),
        ("Ana Sol toured the flooded valley on Monday.", "Ana Sol toured the flooded port on Tuesday."),
        ("Ken Watt met investors on Monday in Oslo.", "Ken Watt met investors on Tuesday in Leeds."),
    ],
)
def test_two_days_of_one_person_are_in_no_conflict(stances, ours, theirs):
    assert not stances(ours, theirs)


@pytest.fixture
def reason(verdicts):
    def told(ours, theirs):
        ((_, _, verdict),) = verdicts(ours, theirs, WEDNESDAY, WEDNESDAY)
        return verdict.stance.value, verdict.reason

    return told


def test_a_weekday_is_held_against_a_date_with_the_working_shown(reason):
    ours = "The ferry sank off the northern coast on Tuesday."
    assert reason(ours, "The ferry sank off the northern coast on 14 May.") == (
        "corroborates",
        "“Tuesday (14 May 2024)” and “14 May” can be one.",
    )
    assert reason(ours, "The ferry sank off the northern coast on 12 May.") == (
        "conflicts",
        "Tuesday (14 May 2024) against 12 May.",
    )


def test_an_anniversary_shows_what_it_counts_back_to(reason):
    ours = "Jolie Marr and Dan Okafor marked their 12-year wedding anniversary in June 2024."
    theirs = "Jolie Marr and Dan Okafor wed in July 2012."
    assert reason(ours, theirs) == ("conflicts", "June 2012 (12 years before June 2024) against July 2012.")


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("The trial was set for January 9.", "The trial will begin on January 9."),
        ("The choir will tour Norway in March.", "The choir's tour of Norway is set for March."),
    ],
)
def test_a_day_of_no_year_fits_the_same_day_whatever_year_either_article_would_guess(stances, ours, theirs):
    assert "conflicts" not in stances(ours, theirs, date(2024, 5, 14), date(2024, 12, 30))


def test_two_years_told_together_date_one_thing(relate):
    ours, theirs = "The orchestra won the Lindgren prize in 2009 and 2018.", "The Lindgren prize was won in 2018."
    assert ("corroborates", "2018", "won in 2018") in relate(ours, theirs)


def test_a_day_told_by_somebody_quoted_is_in_no_conflict(stances):
    ours, theirs = (
        "“We will drain the dam tonight,” the engineer said.",
        "The dam was drained by the engineer on Monday.",
    )
    assert not stances(ours, theirs, date(2024, 5, 14), date(2024, 5, 14))


@pytest.mark.parametrize(
    ("ours", "theirs", "told"),
    [
        ("Police released details on Sunday as the hunt for Ned Marsh went on.",
         "Later on Sunday police drafted papers against Ned Marsh.", False),
        ("A plane crash on Sunday killed ten golfers and two pilots.",
         "Earlier on Sunday high winds had forced the plane's pilots to land elsewhere.", False),
        ("Its bid for the brewery on Monday stunned brokers.", "On Monday brokers sold shares in the brewery.", False),
        ("The brewer would close two mills by the end of 2025.",
         "The brewer's other mills would be idle by the end of 2025.", False),
        ("The takeover needs backing at the shareholders' meeting on June 6.",
         "Its shareholders meet next month, ferry owners among them.", True),
        ("Sailors were hurt when the tug sank on Monday.", "The tug had no passengers before it sank on Monday.", True),
        ("Ana Sol wed Max Keane in 2015.", "Ana Sol and Max Keane married in June 2015.", True),
    ],
)  # fmt: skip
def test_of_sentences_that_hardly_tell_one_thing_a_date_needs_an_act_of_both(ours, theirs, told):
    mine, others = (Claims(Dates().find(read(text, published=date(2024, 5, 14)))) for text in (ours, theirs))
    unlike = Comparison(mine, others, Overlap(*(sentences([]) for _ in "ab")))
    found = {verdict.stance.value for _, _, verdict in Dates().relate(unlike)}
    assert ("corroborates" in found) is told


@pytest.mark.parametrize(
    ("ours", "theirs", "shown"),
    [
        # one of two dates stands in the other's sentence, too
        ("Ana Sol resigns on June 7, and on June 10 Max Keane resigns.", "Ana Sol resigns on June 7.", False),
        ("The ferry sank on Tuesday, a week after a trawler sank on May 6.", "The trawler sank on May 6.", False),
        ("The museum opened in 1998, and the school opened in 2003.", "The school opened in 2003.", False),
        # and neither does
        ("The ferry sank on Tuesday off the coast.", "The ferry sank on Wednesday off the coast.", True),
        ("The actor died on 3 May 2020.", "The actor died on 5 May 2020.", True),
        ("Marta Ruiz was elected mayor in 2018.", "Marta Ruiz was elected mayor in 2019.", True),
        # one sentence, which two articles quote on two days
        ("“The dam burst last night,” she wrote.", "“The dam burst last night,” she wrote.", False),
        ("The ferry sank last night, the captain wrote.", "The ferry sank last night, the captain wrote.", False),
        ("The tenor died yesterday, his son said.", "The tenor died yesterday, his son said.", False),
    ],
)  # fmt: skip
def test_a_date_that_both_sentences_tell_and_one_sentence_told_twice_are_in_no_conflict(stances, ours, theirs, shown):
    days = (date(2024, 5, 15), date(2024, 5, 16)) if ours == theirs else (date(2024, 5, 14), date(2024, 5, 14))
    assert ("conflicts" in stances(ours, theirs, *days)) is shown
