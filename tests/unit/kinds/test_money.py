"""Sums of money: compared in one currency, for one purpose, of one payer."""

import pytest


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Norvik lost $2.4 million in the quarter.", "$2.4 million"),
        ("The striker joined for 40 million euros.", "40 million euros"),
        ("The painting sold for £1.2m.", "£1.2m"),
        ("The fine was more than $40,000.", "more than $40,000"),
        ("The deal is worth about 3 billion pounds.", "about 3 billion pounds"),
        ("Profit came in at NOK 386 million.", "NOK 386 million"),
        ("The stadium cost EUR 48m.", "EUR 48m"),
        ("The ransom was put at KES 2 billion.", "KES 2 billion"),
    ],
)
def test_a_sum_is_read_with_its_currency_and_bound(find, sentence, words):
    assert any(words in claim.exact for claim in find(sentence))


@pytest.mark.parametrize("sentence", ["The pound fell.", "A dollar is a dollar.", "They try 5 times."])
def test_words_for_money_without_a_sum_are_none(find, sentence):
    assert not find(sentence)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("Norvik lost $2.4 million in the quarter.", "Norvik lost $2.6 million in the quarter."),
        ("The deal is worth $3.2 billion.", "The deal is worth $3.4 billion."),
        ("Bail was set at $500,000.", "Bail was set at $450,000."),
    ],
)
def test_two_sums_for_one_thing_conflict(stances, ours, theirs):
    assert stances(ours, theirs) == {"conflicts"}


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("The deal is worth $3.2 billion.", "The deal, valued at $3.2 billion, closed."),
        ("The painting sold for £1.2m.", "The painting sold for 1.2 million pounds."),
        ("The jewels are worth more than $100 million.", "The jewels are worth $102 million."),
    ],
)
def test_one_sum_for_one_thing_corroborates(stances, ours, theirs):
    assert stances(ours, theirs) == {"corroborates"}


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("Norvik lost $2.4 million.", "Norvik lost 2.4 million euros."),
        ("She was fined $40,000.", "She was ordered to forfeit $40,000."),
        ("He stole $2 million from the charity.", "He spent $2 million on cars."),
        ("The company was bought for $3.2 billion.", "The company had sales of $3.4 billion."),
        ("Revenue rose to $5.1 billion.", "Revenue rose by $0.5 billion."),
        ("Profit was $82 million in the third quarter.", "Profit was $85 million in the second quarter."),
        ("Net profit was $82 million.", "Operating profit was $95 million."),
        ("Bail was set at $500,000.", "Bail was set at $450,000 for his brother."),
        ("Damages of $1.5 million were sought.", "Damages of $1.2 million were awarded."),
        ("He earns $50,000 a year.", "He earns $45,000 a month."),
        ("The tickets cost $12 each.", "The tickets cost $14 at the door."),
    ],
)
def test_sums_for_two_things_are_not_compared(stances, ours, theirs):
    assert not stances(ours, theirs)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("The plan of the mill brings $6 million in savings.", "The plan of the mill will cost $3 million."),
        ("The school board has a deficit of $665,000.", "The school board's offer would cost $400,000."),
        ("The club had revenue of 41 million euros.", "The club has debts of 44 million euros."),
    ],
)
def test_sums_of_two_sorts_are_in_no_conflict(stances, ours, theirs):
    assert not stances(ours, theirs)
    assert not stances(theirs, ours)


@pytest.mark.parametrize(
    ("ours", "theirs", "shown"),
    [
        ("The mayor bought a $900 hat with town money.", "The mayor bought a $700 coat with town money.", False),
        ("Thieves took a $4,000 violin from the tram.", "Thieves took a $3,000 camera from the tram.", False),
        ("The club paid for a £60,000 roof at the ground.", "The club paid for a £50,000 fence at the ground.", False),
        ("The mayor bought a $900 hat with town money.", "The mayor bought a $700 hat with town money.", True),
        ("Thieves took a $4,000 violin from the tram.", "Thieves took a $3,000 fiddle from the tram.", True),
        ("The club paid £60,000 for a roof at the ground.", "The club paid £50,000 for a roof at the ground.", True),
    ],
)  # fmt: skip
def test_what_two_things_cost_is_in_no_conflict(stances, ours, theirs, shown):
    assert ("conflicts" in stances(ours, theirs)) is shown
