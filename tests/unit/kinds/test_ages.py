"""How old somebody is: found beside a name, compared by the birthday that both ages allow."""

from datetime import date, timedelta

import pytest


@pytest.mark.parametrize(
    ("sentence", "who", "age"),
    [
        ("Police named the driver as Ann Lee, 41, of Orrin.", "Ann Lee", "41"),
        ("Police named the driver as Ann Lee (41).", "Ann Lee", "41"),
        ("The winner, Ada Bright, 23, thanked her coach.", "Ada Bright", "23"),
        ("Singer Jolie Marr, 44, filed for divorce.", "Jolie Marr", "44"),
        ("Boris Krall is 47.", "Boris Krall", "47"),
        ("Boris Krall, who is 47, conceded.", "Boris Krall", "47"),
        ("Boris Krall is 47 years old.", "Boris Krall", "47"),
        ("Omar Haddad died on Friday at the age of 83.", "Omar Haddad", "83"),
        ("Omar Haddad has died aged 83.", "Omar Haddad", "83"),
        ("At 82 Omar Haddad still rides to work.", "Omar Haddad", "82"),
        ("Omar Haddad had reached the age of ninety.", "Omar Haddad", "90"),
        ("Their daughters, Zia, seven, and Noor, four, were at home.", "Zia", "7"),
        ("The 41-year-old Ann Lee was fined.", "Ann Lee", "41"),
        ("Fifteen-year-old Devon Parr was hurt.", "Devon Parr", "15"),
        ("Ann Lee, a 41-year-old retired river pilot, was fined.", "Ann Lee", "41"),
        ("The company is run by 54-year-old engineer Helga Brandt.", "Helga Brandt", "54"),
    ],
)
def test_an_age_belongs_to_the_person_named_beside_it(find, sentence, who, age):
    assert (who, age) in {(claim.subject, claim.value) for claim in find(sentence)}


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Police named the driver as Ann Lee, 41, of Orrin.", "Ann Lee, 41"),
        ("Police named the driver as Ann Lee (41).", "Ann Lee (41)"),
        ("The winner, Ada Bright, 23, thanked her coach.", "Ada Bright, 23"),
        ("They have Zia, 7, Noor, 4, and Kit, 15, at home.", "Noor, 4"),
    ],
)
def test_the_span_is_the_name_and_the_age(find, sentence, words):
    assert words in {claim.exact for claim in find(sentence)}


@pytest.mark.parametrize(
    "sentence",
    [
        "In Chicago, 14, mostly elderly, people died of the heat.",
        "The march left from Chicago, 14, miles south of the camp.",
        "Final score: Brazil 3, Chile 2.",
        "Goals: Torres (12), Lind (45).",
        "Ratings: Pickard (7), Stone (6), Walker (5).",
        "Torres (12, 45) scored twice.",
        "Candidates: Voss, 39; Hanak, 31; others, 12.",
        "Voss won 12 seats, Hanak, 9, and Marek, 4.",
        "Lena Voss, 39.5, leads the table.",
        "Lena Voss, 39 percent, leads the poll.",
        "On Friday, April 14, 40 people gathered.",
        "The Rivera family, 12 in all, fled.",
        "Ann Lee and Boris Krall, two of the first growers to sue, were in court.",
        "Noor Haddad, one of the 80 nurses on strike, spoke at the gate.",
        "Kit Torres, four of whose goals were headers, left the club.",
        "No. 3 seed Ada Bright lost.",
        "The company, 41 stores strong, was sold.",
        "James Cole, 30 points clear, won.",
        "Pedro Sanz, 12 years in prison, appealed.",
        "The 17-year-old company makes batteries.",
        "The 12-year-old whisky sold for a record sum.",
        "The bank posted its worst loss in 30 years.",
        "The 17-year-old harbour ferry on which a cook works sank.",
        "The trial lasted 41 days.",
    ],
)
def test_a_number_that_is_no_persons_age_is_not_read_as_one(find, sentence):
    assert not find(sentence)


SAME_DAY = [
    ("Police held Ann Lee, 41, overnight.", "Ann Lee, 43, was held overnight."),
    ("Their children are Mia, 10, Tom, 8, and Sara, 5.", "Their son Tom, nine, is the second of three."),
    ("Opposition leader Boris Krall, 47, conceded.", "Boris Krall lost. Krall, 49, conceded before midnight."),
    ("The clerk, Sam Teo (26), hid.", "Sam Teo, a clerk, hid. The fire spared Teo, 27."),
    ("Striker Noa Bell, 23, signed.", "Noa Bell, 24, signed."),
    ("Actor Omar Haddad, 83, died on Friday.", "Omar Haddad died on Friday at the age of 84."),
    (
        "Omar Haddad dead at 83: stage mourns",
        "Omar Haddad, who has died in hospital at the age of 84, was kind.",
    ),
    (
        "Violinist Una Brook, 79, was buried.",
        "Una Brook, a nurse, died. Brook died days short of her 79th birthday.",
    ),
    ("Judge Karl Weiss, 60, retires.", "Karl Weiss, who turned 61 in February, retires."),
    ("Dad-of-four Raj Patel, 44, found the ring.", "Raj Patel, a bus driver of 46, found the ring."),
    ("Swimmer Mia Tanaka, 17, won.", "Mia Tanaka, the champion, who at 19 is the youngest in the team, won."),
    ("Rower Jan Kolar won. The Czech ace, 31, wept.", "Jan Kolar, 33, won."),
    ("Aunt, 52, held over gold theft\n\nIda Kemp, 52, was held.", "Ida Kemp, 54, was held."),
    ("Lars Dahl, who was born in 1990, won.", "Lars Dahl, 36, won."),
    ("Mr Haddad, 83, a weaver, died.", "Omar Haddad, 84, died, and his brother wept."),
    ("They named four: the pilot Ivo Brandt, 41, of Leeds; Ana Sol, 38, a cook.", "Ivo Brandt, 43, was the pilot."),
]


@pytest.mark.parametrize(("ours", "theirs"), SAME_DAY)
def test_two_ages_of_one_person_on_one_day_conflict(stances, ours, theirs):
    assert stances(ours, theirs) == {"conflicts"}


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("Police held Ann Lee, 41, overnight.", "Ann Lee (41) was held."),
        ("Boris Krall, 47, conceded.", "Krall is 47."),
        ("Zia, seven, plays the cello.", "Their daughter Zia, 7, was there."),
        ("The man was named as Jan Osei, 36.", "The 36-year-old Jan Osei was found."),
        ("Kia Nowak, 28, a nurse, died at the scene.", "The 28-year-old nurse died at the scene."),
    ],
)
def test_one_age_of_one_person_corroborates(stances, ours, theirs):
    assert stances(ours, theirs) == {"corroborates"}


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("Ann Lee, 41, was held.", "Jane Lee, 43, was held."),
        ("Ann Lee, 41, was held.", "Ann Marsh, 43, was held."),
        ("Michael Ortega, 52, resigned.", "Michael Ortega Jr., 50, was in court."),
        ("Ann Lee, 41, was held.", "A 43-year-old man was held."),
        ("Carla Reyes's son, 24, was driving.", "Carla Reyes, 26, was driving."),
        ("Mr Reyes, 83, a weaver, died.", "Omar Reyes, 79, died, and his brother wept."),
        ("Mrs Reyes, 83, a weaver, died.", "Omar Reyes, 84, died, and his brother wept."),
        ("Carla Reyes’s 24-year-old son was driving.", "Carla Reyes, 26, was driving."),
    ],
)
def test_ages_of_two_people_are_not_compared(stances, ours, theirs):
    assert not stances(ours, theirs)


@pytest.mark.parametrize(
    "theirs",
    [
        "Lee was 38 when she founded the bank.",
        "Ann Lee was 40 years old at the time of the robbery.",
        "At 38, Ann Lee became the youngest director.",
        "Ann Lee joined the bank aged 38.",
        "Ann Lee, then 38, joined the bank in 2015.",
        "Ann Lee turned 40 last year.",
        "Ann Lee will be 45 when she leaves prison.",
        "Ann Lee turns 42 in June.",
        "Ann Lee would have turned 42 in June.",
        "Ann Lee left Leeds after her parents parted when Lee was 11.",
        "Born in 1983, Ann Lee came to Leeds when she was 11.",
    ],
)
def test_an_age_at_another_time_is_in_no_conflict(stances, theirs):
    assert not stances("Ann Lee, 41, was arrested.", theirs)


def test_ages_a_year_apart_in_articles_a_year_apart_agree(stances):
    assert stances("Ann Lee, 41, was held.", "Ann Lee, 42, was tried.", date(2023, 5, 1), date(2024, 5, 20)) == {
        "corroborates"
    }


def test_one_age_in_articles_three_years_apart_conflicts(stances):
    assert stances("Ann Lee, 41, was held.", "Ann Lee, 41, was tried.", date(2021, 5, 1), date(2024, 5, 20)) == {
        "conflicts"
    }


def test_ages_a_year_apart_in_articles_a_day_apart_are_never_said_to_agree(stances):
    day, next_day = date(2024, 5, 14), date(2024, 5, 15)
    assert "corroborates" not in stances("Ann Lee, 41, was held.", "Ann Lee, 42, was held.", day, next_day)


@pytest.mark.parametrize(
    ("ours", "theirs", "expected"),
    [
        ("Ken Watt, born in 1957, is retiring.", "Ken Watt, 66, is retiring.", {"corroborates"}),
        ("Ken Watt, born in 1957, is retiring.", "Ken Watt, 67, is retiring.", {"corroborates"}),
        ("Ken Watt, born in 1957, is retiring.", "Ken Watt, 63, is retiring.", {"conflicts"}),
        ("Ken Watt was born in 1957.", "Ken Watt was born in 1958.", {"conflicts"}),
        ("They welcomed their daughter Mia in 2014.", "Mia, 10, plays the piano.", {"corroborates"}),
        ("They welcomed their daughter Mia in 2014.", "Mia, 12, plays the piano.", {"conflicts"}),
        ("Ken Watt was born in Leeds in 1957.", "Ken Watt moved to York in 1958.", set()),
    ],
)
def test_a_birth_year_is_compared_with_an_age_by_the_calendar(stances, ours, theirs, expected):
    assert stances(ours, theirs) == expected


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("Police arrested a 34-year-old man.", "Police also arrested a 34-year-old woman."),
        ("Police arrested a 34-year-old man.", "Police arrested a 36-year-old man."),
        ("A 17-year-old boy was stabbed.", "The 19-year-old singer left the band."),
    ],
)
def test_strangers_are_neither_one_person_nor_in_conflict(stances, ours, theirs):
    assert not stances(ours, theirs)


@pytest.mark.parametrize(
    ("theirs", "expected"),
    [
        ("Olga Brandt swam the strait to Orrin when she was 15.", {"conflicts"}),
        ("Olga Brandt was 13 when she swam the strait to Orrin.", set()),
        ("Olga Brandt moved to a farm when she was 15.", set()),
        ("Ada Bright swam the strait to Orrin when she was 15.", set()),
    ],
)
def test_ages_at_one_event_that_is_told_by_both_are_compared(stances, theirs, expected):
    assert stances("Olga Brandt was 12 years old when she swam the strait to Orrin.", theirs) == expected


@pytest.mark.parametrize("gap", [12, 25, 60])
def test_one_name_with_ages_far_apart_is_two_people(stances, gap):
    assert not stances("Max Sol, 20, was freed.", f"Max Sol, {20 + gap}, was freed.")


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("Ada Bright, 41, robbed the bank. The 41-year-old fled.", ["Ada Bright", "Ada Bright"]),
        ("Captain Leo Haas, 36, scored twice. The 34-year-old was booked.", ["Leo Haas", ""]),
        ("Mia Sol, 52, and Tom Reed, 52, run the firm. The 52-year-old resigned.", ["Mia Sol", "Tom Reed", ""]),
    ],
)
def test_a_description_by_age_is_the_only_person_of_that_age(find, text, owners):
    assert [claim.subject for claim in find(text)] == owners


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("Boris Krall did not concede. The 47-year-old senator left by a side door.", ["Boris Krall"]),
        ("Nobody booed Ada Bright. The 23-year-old bowed twice.", ["Ada Bright"]),
        ("Ann Lee told the court of the crash. The 41-year-old fled.", [""]),
        ("Mayor Ada Bright retired. The veteran, who was 71, thanked her staff.", ["Ada Bright"]),
        ("Kumi loved the rain. The elephant had reached the age of 61.", ["Kumi"]),
        ("The club announced the signing of winger Boris Krall. The 22-year-old will join in May.", ["Boris Krall"]),
        ("Ada Bright chased off a burglar. The burglar, who was 22, fled.", [""]),
        ("Ada Bright spoke of the heat. The temperature was 30.", []),
        ("Boris Krall and Ada Bright met. The 47-year-old paid.", [""]),
        ("Boris Krall watched the race. The 47-year-old driver was unhurt.", [""]),
        ("Boris Krall lives there. A 47-year-old plumber was burgled.", [""]),
        ("Boris Krall, 51, watched. The 47-year-old senator left.", ["Boris Krall", ""]),
        ("It is twice what the circus paid for the juggler Boris Krall. The 47-year-old bowed.", [""]),
    ],
)
def test_the_n_year_old_is_the_only_person_of_the_sentence_before_if_nothing_speaks_against_it(find, text, owners):
    assert [claim.subject for claim in find(text)] == owners


@pytest.mark.parametrize(
    ("sentence", "ages"),
    [
        ("The winners are Mia and Tom Sol, siblings aged 19 and 23.", {("Mia Sol", "19"), ("Tom Sol", "23")}),
        ("Ada Bright and Noa Bell, aged 23 and 24, share the prize.", {("Ada Bright", "23"), ("Noa Bell", "24")}),
        ("Ada Bright met Noa Bell, aged 23 and 24, it seems.", set()),
        ("Ann Lee, Ada Bright and others aged 23 and 24 swam.", set()),
    ],
)
def test_two_names_take_two_ages_in_their_order(find, sentence, ages):
    found = {(claim.subject, claim.value) for claim in find(sentence)}
    assert {age for _, age in found} == {age for _, age in ages}
    assert all(any(who.split()[0] == name.split()[0] for name, _ in ages) for who, _ in found)


@pytest.fixture
def reason(verdicts):
    def told(*compared):
        ((_, _, verdict),) = verdicts(*compared)
        return verdict.reason

    return told


def test_the_working_is_shown(reason):
    day = date(2025, 11, 13)
    assert reason("Ann Lee, 41, was held.", "Ann Lee, 43, was held.", day, day) == (
        "41 on 13 November 2025 means born between 14 November 1983 and 13 November 1984; "
        "43 on 13 November 2025 means born between 14 November 1981 and 13 November 1982: no birthday fits both."
    )


def test_the_working_counts_from_the_year_that_is_told(reason):
    told = reason("In 2012, Ann Lee was 28.", "Ann Lee, 44, was held.", date(2024, 5, 1), date(2024, 5, 1))
    assert told.startswith("28 in 2012 means born between 1983 and 1984; 44 on 1 May 2024")


@pytest.mark.parametrize(
    ("apart", "expected"), [(0, {"conflicts"}), (6, {"conflicts"}), (20, set()), (200, {"corroborates"})]
)
def test_a_birthday_between_two_articles_is_as_likely_as_the_days_are_many(stances, apart, expected):
    day = date(2024, 3, 1)
    later = day + timedelta(days=apart)
    assert stances("Ann Lee, 41, was held.", "Ann Lee, 42, was tried.", day, later) == expected


def test_getting_younger_conflicts_however_few_days_lie_between(stances):
    assert stances("Ann Lee, 42, was held.", "Ann Lee, 41, was tried.", date(2024, 3, 1), date(2024, 4, 20)) == {
        "conflicts"
    }


SAVED = "A skier was saved. It was cold."
FELL = "Baker Ana Sol fell from the tower on Monday. Helga Lund, 60, saw it. Nurse Eve Marsh came. Rain fell. "


@pytest.mark.parametrize(
    ("ours", "theirs", "conflict"),
    [
        (f"{FELL}Sol is 34.", f"{FELL}The 36-year-old wept.", True),
        ("Singer Max Keane, 51, cancelled the tour. Fans wept.", "Max Keane is ill. The tenor, 50, rests.", True),
        (f"{FELL}Sol is 34.", f"{FELL}The 34-year-old wept.", False),
        (f"{FELL}Sol is 34.", f"{FELL}The 45-year-old wept.", False),
        (f"{FELL}Sol is 34. Marsh is 35.", f"{FELL}The 36-year-old wept.", False),
        (f"{FELL}Sol is 34.", f"{FELL}The 36-year-old victim wept.", False),
        (f"{FELL}Sol is 34.", f"{FELL}A 36-year-old wept.", False),
        (f"{SAVED} The 46-year-old denies theft.", f"{SAVED} The 43-year-old denies theft. She wept.", False),
    ],
)  # fmt: skip
def test_an_age_without_a_name_is_that_of_the_only_one_who_is_nearly_so_old(stances, ours, theirs, conflict):
    assert ("conflicts" in stances(ours, theirs)) is conflict
    assert ("conflicts" in stances(theirs, ours)) is conflict


def test_ages_in_other_words_are_read(find):
    told = "Ana Sol, at 19 the youngest, won. A boy of 15 drove. Kumi, a gorilla who lived to 57, is missed."
    assert [claim.value for claim in find(told)] == ["19", "15", "57"]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("A 29-year-old patron, identified as Jan Osei, wept.", "Jan Osei"),
        ("A 61-year-old glider pilot was later identified by police as Ana Sol.", "Ana Sol"),
        ("The victim, a 44-year-old who was named by the club as coach Eve Marsh, is well.", "Eve Marsh"),
        ("A 29-year-old patron wept. Jan Osei left.", ""),
        ("A 52-year-old clerk said he was mistaken as Jan Osei spoke.", ""),
    ],
)
def test_an_age_is_of_whom_the_same_words_identify(find, text, who):
    assert [claim.subject for claim in find(text)] == [who]


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("The brothers Tom and Max Keane, 34 and 32, fled.", "Max Keane, 32, fled."),
        ("Tom Keane, 34, and his brother fled. Keane, 32, was held.", "Tom Keane, 32, was held."),
    ],
)
def test_whom_an_article_gives_the_other_age_too_is_in_no_conflict(stances, ours, theirs):
    assert "conflicts" not in stances(ours, theirs)
