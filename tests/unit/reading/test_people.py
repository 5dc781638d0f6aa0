"""Names, the people they stand for within an article, and pronouns where they are plain."""

import pytest

from secondsource.reading import read
from secondsource.reading.names import MOST_NAMES, find_names
from secondsource.reading.passages import split_passages
from secondsource.reading.people import surely_one


def people_of(text: str) -> list[str]:
    return sorted({mention.person.name for mention in read(text).people.mentions})


def names_in(text: str) -> list[str]:
    return [text[mention.start : mention.end] for mention in read(text).people.mentions]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("On Monday Rosa Pinto left.", "Rosa Pinto"),
        ("The judge, Lucy M. Stone, agreed.", "Lucy M. Stone"),
        ("Then Jean-Luc de Marchi scored.", "Jean-Luc de Marchi"),
        ("Then Siobhan O'Hara scored.", "Siobhan O'Hara"),
        ("Then Łukasz Żak scored.", "Łukasz Żak"),
        ("On Monday Mr. Pinto left.", "Pinto"),
        ("On Monday Prime Minister Ruth Adler left.", "Ruth Adler"),
    ],
)
def test_a_name_is_its_capitalised_words_without_titles(text, name):
    assert names_in(text) == [name]


@pytest.mark.parametrize(
    "opening",
    ["Nurse", "Actor", "Striker", "Goalkeeper", "Firefighter", "Farmer", "Lawyer", "Singer", "Pilot", "Chef"],
)
def test_a_trade_that_opens_a_sentence_is_no_part_of_the_name(opening):
    assert names_in(f"{opening} Rosa Pinto left the building.") == ["Rosa Pinto"]


@pytest.mark.parametrize(
    "opening",
    ["Later", "Yesterday", "Meanwhile", "Earlier", "Still", "Instead", "Today", "Outside", "Inside"],
)
def test_a_word_that_opens_a_sentence_is_no_part_of_the_name(opening: str) -> None:
    assert names_in(f"{opening} Rosa Pinto returned to the building.") == ["Rosa Pinto"]


@pytest.mark.parametrize("text", ["The dam broke.", "On Monday it rained.", "In May he left.", "However, nobody came."])
def test_a_capital_that_only_opens_a_sentence_names_nobody(text):
    assert not names_in(text)


def test_a_possessive_is_no_part_of_a_name():
    assert names_in("They searched Rosa Pinto's house.") == ["Rosa Pinto"]


@pytest.mark.parametrize("short", ["Pinto", "Rosa", "Ms. Pinto", "Judge Pinto"])
def test_a_short_form_is_the_person_with_the_full_name(short):
    assert people_of(f"On Monday Rosa Pinto left. Later {short} returned.") == ["Rosa Pinto"]


def test_a_full_name_given_later_is_the_same_person():
    assert people_of("Police said Pinto fled. Later Rosa Pinto was caught.") == ["Rosa Pinto"]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Rosa Pinto", "Max Pinto"),
        ("Rosa Pinto", "Rosa Marsh"),
        ("Max Sol", "Max Sol Jr."),
    ],
)
def test_two_names_that_differ_are_two_people(first, second):
    assert len(people_of(f"Police met {first}. Later {second} called.")) == 2


@pytest.mark.parametrize(
    ("text", "pronoun", "person"),
    [
        ("Mrs. Rosa Pinto lost her house. Police said she fled.", "she", "Rosa Pinto"),
        ("Mr. Omar Haddad sued. On Friday he won.", "he", "Omar Haddad"),
        ("The actor's wife Rosa Pinto spoke. Then she left.", "she", "Rosa Pinto"),
    ],
)
def test_a_pronoun_is_the_only_one_of_its_gender_named_before(text, pronoun, person):
    document = read(text)
    at = text.rindex(f" {pronoun} ") + 1
    found = document.people.pronoun(at, document.passage_at(at), pronoun)
    assert found is not None
    assert found.name == person


@pytest.mark.parametrize(
    ("text", "pronoun"),
    [
        ("Mrs. Rosa Pinto met Mrs. Ana Sol. Then she left.", "she"),
        ("Rosa Pinto met Ana Sol. Then she left.", "she"),
        ("Mr. Omar Haddad sued the bank. Then she left.", "she"),
        ("The dam broke. Then he left.", "he"),
        ("Mrs. Ana Sol runs the port. The quay is closed. The crane fell. Rosa Pinto knelt. Then she left.", "she"),
    ],
)
def test_a_pronoun_that_could_be_two_people_or_none_is_nobody(text, pronoun):
    document = read(text)
    at = text.rindex(f" {pronoun} ") + 1
    assert document.people.pronoun(at, document.passage_at(at), pronoun) is None


@pytest.mark.parametrize(
    ("text", "verb", "who"),
    [
        ("Ann Lee, 41, was later arrested.", "arrested", "Ann Lee"),
        ("Ann Lee, a nurse from Leeds, died.", "died", "Ann Lee"),
        ("The captain, Ann Lee, died.", "died", "Ann Lee"),
        ("Ann Lee, who survived.", "survived", "Ann Lee"),
        ("Bob Reed said Ann Lee never apologised.", "apologised", "Ann Lee"),
        ("Ann Lee said she was tired. She resigned.", "resigned", "Ann Lee"),
        ("The bus driver was not hurt.", "hurt", "the bus driver"),
        ("His wife did not survive.", "survive", "~wife"),
        ("The lawyer of Ann Lee resigned.", "resigned", None),
        ("Ann Lee's dog died.", "died", None),
        ("Ann Lee met Bob Reed, and resigned.", "resigned", None),
    ],
)
def test_the_doer_of_a_verb_stands_right_before_it(text, verb, who):
    document = read(text)
    at = text.rindex(verb)
    assert document.people.doer(document.passage_at(at), at) == who


@pytest.mark.parametrize(
    ("a", "b", "one"),
    [
        ("Ann Lee", "Lee", True),
        ("the bus driver", "the bus driver", True),
        ("the bus driver", "the train driver", False),
        ("Ann Lee", "the bus driver", False),
        ("Ann Lee", "Bob Reed", False),
        ("~wife", "~wife", False),
        ("Ann Lee", None, False),
    ],
)
def test_two_subjects_are_surely_one_when_both_are_named_alike(a, b, one):
    assert surely_one(a, b) is one
    assert surely_one(b, a) is one


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The diver, who owns a boat with his brother, sank.", None),
        ("His brother sank the boat.", "~brother"),
        ("The boat of his brother, Max Cole, sank.", "Max Cole"),
        ("After the wreck, her sister sold the boat.", "~sister"),
    ],
)
def test_kin_behind_a_preposition_are_not_who_does_it(text, who):
    assert read(text).people.subject(0, len(text)) == who


@pytest.mark.parametrize("name", ["Ann's ", "Ola Brandt, ", "Quay's Levy "])
def test_a_row_of_names_without_end_is_read_in_part(name: str) -> None:
    text = f"They met {name * 150}and left."
    named = find_names(text, split_passages(text))
    assert MOST_NAMES <= len(named) <= MOST_NAMES + 1
    assert text[slice(*named[0][:2])] == name.split("'")[0].rstrip(", ")
