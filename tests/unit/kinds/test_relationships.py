"""Who is whose kin. Ties conflict only where it is known to whom; people have several."""

import pytest


@pytest.mark.parametrize(
    ("sentence", "who", "tie"),
    [
        ("His wife Ana Sol was driving.", "Ana Sol", "spouse"),
        ("The senator and his husband, Max Sol, were there.", "Max Sol", "spouse"),
        ("Ada Bright is coached by her father, Tom Bright.", "Tom Bright", "parent"),
        ("The banker's brother Jan Osei fled.", "Jan Osei", "sibling"),
        ("They named their daughter Mia.", "Mia", "child"),
        ("Ana Sol, his wife, was driving.", "Ana Sol", "spouse"),
        ("Her ex-husband Leo Haas sued.", "Leo Haas", "former spouse"),
        ("He was previously married to Ana Sol.", "Ana Sol", "former spouse"),
        ("The striker is married to Ana Sol.", "Ana Sol", "spouse"),
    ],
)
def test_a_tie_is_read_beside_a_name(find, sentence, who, tie):
    assert (who, tie) in {(claim.subject, claim.value) for claim in find(sentence)}


@pytest.mark.parametrize(
    "sentence",
    [
        "Father Max Sol, the parish priest, resigned.",
        "Sister Maria Sol, a nun, was freed.",
        "Mother Teresa of Orrin was honoured.",
        "Big Brother Max Sol won the show.",
        "First lady Ana Sol spoke.",
        "His business partner Max Sol resigned.",
        "The sister company Volta Energy lost money.",
        "Eve Marsh, a partner at the law firm, spoke.",
        "He is not married to Ana Sol.",
        "He denied being married to Ana Sol.",
        "The son of a bishop met Ana Sol.",
        "Brothers Bank hired Ana Sol.",
    ],
)
def test_a_title_trade_or_denial_is_no_tie(find, sentence):
    assert not find(sentence)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("His wife Ana Sol was driving.", "Ana Sol, his wife, was driving."),
        ("Tom Reed's wife, Ana Sol, was driving.", "Tom Reed and his wife Ana Sol were driving."),
        ("The couple's first child, Mia, was born.", "Their daughter Mia was born."),
        ("He was previously married to Ana Sol.", "His ex-wife Ana Sol spoke."),
        ("Bright is coached by her father, Tom Bright.", "Her dad, Tom Bright, is her coach."),
        ("The mayor's brother Jan Osei fled.", "His brother, Jan Osei, fled."),
    ],
)
def test_one_tie_of_one_person_corroborates(stances, ours, theirs):
    assert stances(ours, theirs) == {"corroborates"}


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("Her brother Max Sol scored.", "Her father Max Sol scored."),
        ("His wife Ana Sol was driving.", "His wife Eve Marsh was driving."),
        ("His lawyer, Tom Reed, spoke.", "His son, Tom Reed, spoke."),
        ("Tom Reed's mother Ana Sol was driving.", "Ana Sol's daughter Eve was driving."),
        ("First lady Ana Sol spoke.", "His first wife Ana Sol spoke."),
        ("Father Max Sol, the parish priest, resigned.", "Her father Max Sol resigned."),
        ("Sister Maria Sol, a nun, was freed.", "His sister Maria Sol was freed."),
        ("His late wife Ana Sol was honoured.", "His wife Ana Sol was honoured."),
    ],
)
def test_other_ties_or_other_people_do_not_corroborate(stances, ours, theirs):
    assert not stances(ours, theirs)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("Her brother Max Sol scored.", "Her father Max Sol scored."),
        ("His wife Ana Sol was driving.", "His ex-wife Ana Sol was driving."),
        ("Mia, his daughter, sang.", "Mia, his niece, sang."),
    ],
)
def test_ties_to_whom_is_not_known_do_not_conflict(stances, ours, theirs):
    assert "conflicts" not in stances(ours, theirs)


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("On Monday his wife Ana Sol was driving.", "his wife Ana Sol"),
        ("Police said Ana Sol, his wife, was driving.", "Ana Sol, his wife"),
    ],
)
def test_the_span_is_the_tie_and_the_name(find, sentence, words):
    assert words in {claim.exact for claim in find(sentence)}


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("Nurse Ana Sol let her sister, Eve Brook, drive.", "Ana Sol's cousin, Eve Brook, was at the wheel."),
        ("Senator Keane's wife, Una Brook, sued.", "Una Brook, the sister of Senator Keane, sued."),
        ("Una Brook, the mother of Tom Reed, sang.", "Tom Reed's aunt, Una Brook, sang."),
        ("Max Horn, the husband of Ada Bright's sister, paid.", "Ada Bright's brother, Max Horn, paid."),
    ],
)
def test_two_ties_of_one_person_to_one_conflict(stances, ours, theirs):
    assert stances(ours, theirs) == {"conflicts"}
    assert stances(theirs, ours) == {"conflicts"}


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("Ana Sol's sister, Eve Brook, drove.", "Max Keane's wife, Eve Brook, drove."),
        ("Ana Sol's husband, Max Keane, left.", "Ana Sol's ex-husband, Max Keane, left."),
        ("Ana Sol's sister, Eve Brook, drove.", "Ana Sol met Ida Kemp. Her niece, Eve Brook, drove."),
        ("Ana Sol's sister, Eve Brook, drove.", "Ana Sol's sister, Eve Brook, and Ana Sol's twin, Eve Brook, drove."),
    ],
)
def test_two_peoples_kin_and_forms_of_one_tie_do_not_conflict(stances, ours, theirs):
    assert "conflicts" not in stances(ours, theirs)
    assert "conflicts" not in stances(theirs, ours)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (
            "He was taught the fiddle by his grandmother, Flora, who had three strings.",
            "It was a great-aunt, Flora, who taught him the fiddle on three strings.",
        ),
        (
            "The old man was carried out of the burning mill by his daughter's boyfriend, Max Keane.",
            "Max Keane, a nephew of the old man, carried him out of the burning mill.",
        ),
        (
            "The widow wept when her stepson, Ivo Brandt, told the court about the poison.",
            "Ivo Brandt, brother of the widow, told the court about the poison.",
        ),
        (
            "The sailor's cousin, Una Brook, opened the museum with a song on Friday.",
            "On Friday Una Brook, his niece, opened the museum with a song.",
        ),
    ],
)
def test_two_ties_of_one_person_in_sentences_that_tell_one_thing_conflict(stances, ours, theirs):
    assert stances(ours, theirs) == {"conflicts"}
    assert stances(theirs, ours) == {"conflicts"}


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (
            "His cousin, Una Brook, opened the museum with a song on Friday.",
            "On Friday Una Brook, her niece, opened the museum with a song.",
        ),
        (
            "His cousin, Una Brook, opened the museum with a song on Friday.",
            "His niece, Una Brook, sold the brewery in the spring to a bank.",
        ),
        (
            "His wife, Una Brook, opened the museum with a song on Friday.",
            "On Friday Una Brook, his girlfriend, opened the museum with a song.",
        ),
        (
            "His cousin, Una Brook, opened the museum with a song on Friday.",
            "On Friday Eve Brook, his niece, opened the museum with a song.",
        ),
        (
            "Max Keane's cousin, Una Brook, opened the museum with a song on Friday.",
            "On Friday Una Brook, Tom Reed's niece, opened the museum with a song.",
        ),
        (
            "Una Brook, the sister of the pilot, opened the museum with a song on Friday.",
            "On Friday Una Brook, the aunt of the youngest passenger, opened the museum with a song.",
        ),
        (
            "Una Brook, a cousin of the founder, opened the museum with a song on Friday.",
            "On Friday Una Brook, mother of a sculptor, opened the museum with a song.",
        ),
    ],
)
def test_ties_to_two_people_or_of_two_acts_do_not_conflict(stances, ours, theirs):
    assert "conflicts" not in stances(ours, theirs)
    assert "conflicts" not in stances(theirs, ours)


@pytest.mark.parametrize(
    ("sentence", "tie"),
    [
        ("Max Horn, the husband of Ada Bright's sister, paid.", "sibling-in-law"),
        ("Her sister's husband, Max Horn, paid.", "sibling-in-law"),
        ("Her brother-in-law, Max Horn, paid.", "sibling-in-law"),
        ("His wife's father, Max Horn, paid.", "parent-in-law"),
        ("His brother's son, Max Horn, paid.", "niece or nephew"),
    ],
)
def test_kin_of_kin_is_put_together(find, sentence, tie):
    assert [claim.value for claim in find(sentence)] == [tie]


def test_an_in_law_of_whom_is_not_told_is_somebody_elses(stances):
    told = "The lawyer met {}, Max Keane, and the mayor of Harn at the tower in June to speak of the bridge."
    assert not stances(told.format("Norvik’s son-in-law"), told.format("his brother-in-law"))
