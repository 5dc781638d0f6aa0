"""Who does or is what. Roles corroborate; they never conflict, for people have several."""

import pytest


@pytest.mark.parametrize(
    ("sentence", "who"),
    [
        ("Police questioned dance teacher Ana Sol.", "Ana Sol"),
        ("Ana Sol, a nurse, was hurt.", "Ana Sol"),
        ("Nurse Ana Sol was hurt.", "Ana Sol"),
        ("The tower's architect, Jan Osei, resigned.", "Jan Osei"),
        ("Omar Haddad was a novelist.", "Omar Haddad"),
        ("Prosecutor Jan Vesely said so.", "Jan Vesely"),
        ("Mark Devlin, a defence lawyer, appealed.", "Mark Devlin"),
    ],
)
def test_a_role_belongs_to_the_person_named_beside_it(find, sentence, who):
    assert who in {claim.subject for claim in find(sentence)}


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("Ana Sol, a nurse, was hurt.", "Nurse Ana Sol was hurt."),
        ("Prime Minister Ana Sol resigned.", "Ana Sol, the prime minister, resigned."),
        ("Defence lawyer Max Sol objected.", "Max Sol, an attorney, objected."),
        ("Chief executive Ana Sol resigned.", "Ana Sol, the company's chief executive, resigned."),
        ("Producer Leo Haas sued.", "Leo Haas, a producer, sued."),
        ("Party leader Ana Sol conceded.", "Ana Sol, leader of the party, conceded."),
        ("Mayor Ana Sol spoke.", "Mayor Ana Sol resigned."),
        ("Chief Executive Ana Sol resigned.", "Ana Sol, the chief executive, resigned."),
        ("PM Ana Sol spoke.", "Prime Minister Ana Sol spoke."),
        ("Former Congressman Leo Haas died.", "Leo Haas, a former representative, died."),
        ("Eve Marsh KC, prosecuting, objected.", "The prosecutor, Eve Marsh, objected."),
        ("Tom Reed, representing the club, objected.", "The players’ lawyer, Tom Reed, objected."),
        ("Tom B. Reed Jr., a lawyer for the club, objected.", "The players’ lawyer, Tom Reed, objected."),
        ("The head coach of the rowing club, Eve Marsh, resigned.", "Eve Marsh, a coach, resigned."),
        ("The geologist advising the mine, Leo Haas, left.", "Leo Haas, a geologist, left."),
        ("Former Senator Ana Sol spoke. The ex-senator wept.", "Ana Sol, the former senator, wept."),
        ("Sculptor Max Sol died. The retired sculptor was 81.", "Max Sol, a sculptor, died at 81."),
        ("City mourns death of former Olympic champion", "The former Olympic champion wept."),
        ("The GOP nominee spoke in Elm.", "The Republican nominee spoke in Elm."),
    ],
)
def test_one_role_of_one_person_corroborates(stances, ours, theirs):
    assert "corroborates" in stances(ours, theirs)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("Max Sol, the finance minister, spoke.", "Prime Minister Max Sol spoke."),
        ("Deputy mayor Max Sol spoke.", "Mayor Max Sol spoke."),
        ("Acting Mayor Max Sol spoke.", "Mayor Max Sol spoke."),
        ("The champion was Max Sol, defending a point.", "Max Sol, a lawyer, spoke."),
        (
            "Judge Max Sol, Judge Ana Haas and Judge Eve Marsh spoke.",
            "Judge Max Sol, Judge Ana Haas and Judge Eve Marsh agreed.",
        ),
        ("Max Sol, vice president of the bank, spoke.", "President Max Sol spoke."),
        ("Goalkeeper Max Sol saved it.", "Striker Max Sol missed it."),
        ("Ana Sol, a nurse, was hurt.", "Eve Marsh, a nurse, was hurt."),
        ("Ana Sol, a nurse, was hurt.", "Ana Sol's nurse was hurt."),
        ("Max Sol met a teacher.", "Max Sol, a teacher, met her."),
        ("Max Sol, who beat the champion, spoke.", "Max Sol, the champion, spoke."),
        ("Max Sol is not a teacher.", "Max Sol, a teacher, spoke."),
        ("A police officer was shot.", "The police officer fired."),
        ("The train driver was held.", "The bus driver was held."),
        ("The factory employs 450 workers.", "The factory's owner employs 600 workers."),
        ("A company spokesman declined to comment.", "A union spokesman declined to comment."),
        ("Max Sol, a former judge, spoke.", "Ana Sol, a former judge, spoke."),
        ("Max Sol, a sculptor, sued. A retired sculptor wept.", "Ana Sol, the sculptor, wept."),
        ("Two sculptors sued: Max Sol, a sculptor, and sculptor Ana Sol.", "The retired sculptor wept."),
        ("The head of the clinic, Eve Marsh said, was away.", "Eve Marsh, a head, spoke."),
        ("The owner of the boat, Max Sol and others left.", "Max Sol, an owner, left."),
        ("The GOP nominee spoke in Elm.", "The Democratic nominee spoke in Elm."),
        ("The two-time regatta champion lost.", "The three-time regatta champion won."),
    ],
)
def test_other_roles_or_other_people_do_not_corroborate(stances, ours, theirs):
    assert "corroborates" not in stances(ours, theirs)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("Max Sol, the finance minister, spoke.", "Prime Minister Max Sol spoke."),
        ("Ana Sol, a nurse, was hurt.", "Ana Sol, a dancer, was hurt."),
        ("Goalkeeper Max Sol saved it.", "Striker Max Sol missed it."),
    ],
)
def test_roles_never_conflict(stances, ours, theirs):
    assert "conflicts" not in stances(ours, theirs)


def test_a_title_tells_a_role_only_where_the_article_first_names_its_bearer(find):
    told = find("Mayor Ana Sol spoke. Later Mayor Ana Sol resigned.")
    assert [claim.start for claim in told] == [0]


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Police questioned dance teacher Ana Sol.", "dance teacher Ana Sol"),
        ("Police said Mark Devlin, a defence lawyer, appealed.", "Mark Devlin, a defence lawyer"),
    ],
)
def test_the_span_is_the_role_and_the_name(find, sentence, words):
    assert words in {claim.exact for claim in find(sentence)}


@pytest.mark.parametrize("sentence", ["The factory employs 450 workers.", "Volta's plant sold 30 trucks to drivers."])
def test_a_span_runs_over_no_figure(find, sentence):
    assert not [claim.exact for claim in find(sentence) if any(map(str.isdigit, claim.exact))]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The jury found surgeon Ana Sol guilty.", ["surgeon"]),
        ("Fans signed a petition telling chairman Max Sol to go.", ["chairman"]),
        ("The acting mayor, Ana Sol, spoke.", ["acting mayor"]),
        ("A leading geologist, Ana Sol, spoke.", ["leading geologist"]),
        ("But Justice Ana Sol disagreed.", ["Justice"]),
        ("The club was hosting Max Sol.", []),
        ("Max Sol was acquitted on the third count.", []),
        ("Max Sol, third count, was fined.", []),
        ("The National Institute of Ana Sol opened.", []),
        ("The club broke the General Rowing Act.", []),
        ("The club’s general rowing licence was lost.", []),
        ("The social media giant moved.", []),
        ("The Norvik passenger ferry sank.", []),
        ("The Norvik consulate general was shut.", []),
        ("A brass double rang.", []),
    ],
)
def test_a_role_takes_in_no_verb_and_no_word_that_only_looks_like_one(find, text, values):
    assert [claim.value for claim in find(text)] == values


def test_a_description_is_of_the_only_one_whom_the_article_calls_so_by_name(find):
    told = find("Organist Ana Sol played. The retired organist bowed. A retired organist clapped.")
    assert [(claim.value, claim.subject) for claim in told] == [
        ("Organist", "Ana Sol"), ("retired organist", "Ana Sol"), ("retired organist", ""),
    ]  # fmt: skip


def test_a_description_is_of_nobody_whose_body_is_another(find):
    told = find("Guild spokesman Max Sol sang. The Vatican spokesman bowed. The guild’s former spokesman left.")
    assert [(claim.value, claim.subject) for claim in told][:2] == [
        ("Guild spokesman", "Max Sol"), ("Vatican spokesman", ""),
    ]  # fmt: skip


def test_an_office_is_of_nobody_by_its_title_alone(find):
    assert [claim.subject for claim in find("Prime Minister Ana Sol left. The prime minister is ill.")][1:] == [""]
    assert [claim.subject for claim in find("Fire Chief Ana Sol left. The fire chief is ill.")][1:] == [""]


def test_who_pleads_in_court_is_named_by_the_trade(find):
    assert [claim.value for claim in find("Ana Sol, prosecuting, said the mill was empty.")] == ["prosecutor"]


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("Deputy headmaster Max Sol rang the bell.", "The bell was rung by Max Sol, the headmaster."),
    ],
)
def test_two_offices_that_nobody_holds_at_once_conflict(stances, ours, theirs):
    assert "conflicts" in stances(ours, theirs)
    assert "conflicts" in stances(theirs, ours)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("Former mayor Max Sol rang the bell.", "Judge Max Sol rang the bell."),
        ("Ana Sol, a carpenter, drowned.", "Volunteer firefighter Ana Sol drowned."),
        ("Mayor Max Sol rang the bell.", "Judge Eve Sol rang the bell."),
        ("Energy minister Ana Sol, once an ambassador, sang.", "Ana Sol, an ambassador, sang."),
        ("Judge Noa Bell sang.", "Prosecutor Noa Bell, now a judge, sang. Noa Bell, a judge, danced."),
    ],
)
def test_roles_that_one_person_may_have_do_not_conflict(stances, ours, theirs):
    assert "conflicts" not in stances(ours, theirs)
    assert "conflicts" not in stances(theirs, ours)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("The Federal Tax Commission wrote to her.", "He filed papers with the Federal Tax Commission."),
        ("The Consumer Safety Board fined the bakery.", "The Consumer Safety Board met on the ferry."),
        ("The vice president's office is on fire.", "Vice President Ana Sol swam."),
        ("A harbour spokesman said the crane fell.", "The harbour spokesman added that tides were high."),
    ],
)
def test_a_body_an_office_and_who_speaks_for_it_are_nobodys_role(stances, ours, theirs):
    assert not stances(ours, theirs)


def test_a_named_spokesman_and_a_named_chief_are_told_by_both(stances):
    assert stances("Harbour spokesman Jan Osei spoke.", "Jan Osei, a harbour spokesman, wept.") == {"corroborates"}
    assert stances("Vice President Ana Sol's boat sank.", "The vice president, Ana Sol, swam.") == {"corroborates"}


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (
            "Hundreds of students cheered and waved scarves when Governor Ana Sol walked on to the pitch.",
            "A lawsuit over the cracked dam, filed by eleven farmers on Friday, names Governor Ana Sol and four firms.",
        ),
        (
            "Shares of three shipyards fell after the nominee, Max Keane, spoke of higher duties on foreign steel.",
            "A choir of forty miners sang old hymns for nominee Max Keane in the chapel at Orrin before supper.",
        ),
        (
            "Two surgeons and a nurse stood beside Prime Minister Rosa Pinto as she opened the hospital wing.",
            "Angry fishermen threw nets and rotten cod at the car of Prime Minister Rosa Pinto on the quay of Norvik.",
        ),
    ],
)
def test_an_office_that_two_sentences_but_call_somebody_by_is_no_fact(stances, ours, theirs):
    assert stances(ours, theirs) == set()


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (
            "Bo Marr sold the firm. Bo Marr flew home. Shares of Bo Marr fell. It was cold. Critics of Bo Marr wrote a "
            "letter. The lake was calm. Bo Marr, a general, salutes in 1988.",
            "The general, Bo Marr, weds. Bo Marr met her at sea. Bo Marr sang. A boat was named after Bo Marr.",
        ),
        (
            "Ines Rahm resigned. Ines Rahm wept twice. Voters of Ines Rahm sang. It was cold. Rivals of Ines Rahm sent "
            "roses. The lake was calm. Ines Rahm, the mayor, skates in 2004.",
            "The mayor, Ines Rahm, quits. Ines Rahm has a farm. Ines Rahm sang. A bridge was named after Ines Rahm.",
        ),
        (
            "Max Keane lost. Max Keane wept twice. Fans of Max Keane sang. It was cold. Rivals of Max Keane sent "
            "roses. The lake was calm. Max Keane, the coach, skates in 2004.",
            "The coach, Max Keane, quits. Max Keane has a farm. Max Keane sang. A stand was named after Max Keane.",
        ),
    ],
)
def test_an_office_in_a_caption_of_another_day_is_no_fact_of_this_one(stances, ours, theirs):
    assert stances(ours, theirs) == set()
