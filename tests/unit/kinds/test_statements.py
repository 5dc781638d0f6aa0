"""Who did what: two sentences that tell one thing, in stories as long as stories are."""

from datetime import date

import pytest

MONDAY, THURSDAY = date(2024, 5, 13), date(2024, 5, 16)

VALLEY = """The dam at Corvin gave way before dawn.
Villagers fled to the church on the hill, ringing its bell.
The water board had ignored two letters from the engineer Ivo Sand.
Sheep drowned in their pens along the lower meadow.
The minister promised to visit the valley within the week."""


@pytest.mark.parametrize(
    "theirs",
    [
        "Letters from the engineer Ivo Sand were ignored by the water board.\nA market will be held.",
        "The engineer Ivo Sand had sent letters, which the water board ignored.\nSchools stay shut on Friday.",
    ],
)
def test_one_act_told_in_other_words_corroborates(stances, theirs):
    assert stances(VALLEY, theirs) == {"corroborates"}


@pytest.mark.parametrize(
    "theirs",
    [
        "The water board will meet the minister.\nIvo Sand keeps bees.",
        "A bell tower was restored in Harlow.\nThe church will open it in spring.",
        "The water board had not ignored any letters from the engineer Ivo Sand.",
    ],
)
def test_other_acts_and_negations_do_not(stances, theirs):
    assert "corroborates" not in stances(VALLEY, theirs)


def test_the_span_is_the_clause_that_says_it(relate):
    found = relate(VALLEY, "In Harlow it is dry.\nVillagers rang the bell of the church on the hill as they fled.")
    assert {ours for _, ours, _ in found} >= {"Villagers fled to the church on the hill"}


def test_a_clause_with_another_figure_is_left_to_the_kinds_that_read_figures(relate):
    found = relate(VALLEY, "The water board had ignored 19 letters from the engineer Ivo Sand.\nIt is dry in Harlow.")
    assert not [theirs for _, _, theirs in found if "19" in theirs]


def test_two_acts_of_one_thing_are_in_no_conflict(stances):
    assert "conflicts" not in stances(VALLEY, "The dam at Corvin gave way after dusk.\nThe dam at Corvin held.")


@pytest.mark.parametrize(
    ("told", "turned"),
    [
        ("The jury {} Marco Bellini of poisoning the wells.", ("convicted", "acquitted")),
        ("{} over the patent for bilge pumps.", ("Norvik sued Taldo", "Taldo sued Norvik")),
        ("{} outside the bakery.", ("Jan Kral shot Petra Novak", "Petra Novak shot Jan Kral")),
        ("The court {} the beekeepers' appeal over pesticides.", ("granted", "dismissed")),
        ("The assembly {} the levy on herring trawlers.", ("raised", "cut")),
        ("The engineer called the reservoir {}watertight.", ("", "not ")),
        ("{}rosecutors will seek forfeiture of the orchard.", ("P", "It is unclear whether p")),
    ],
)
def test_what_is_the_other_way_round_is_not_the_same(stances, told, turned):
    ours, theirs = map(told.format, turned)
    assert "corroborates" not in stances(f"{VALLEY}\n{ours}", f"{theirs}\nIt is dry in Harlow.")
    assert stances(f"{VALLEY}\n{ours}", f"{ours}\nIt is dry in Harlow.") == {"corroborates"}


@pytest.mark.parametrize(
    ("denial", "told"),
    [
        ("The zoo said no keeper had been clawed.", "A leopard clawed a keeper at the zoo."),
        ("Nobody applauded.", "Some of the guests applauded."),
        ("The coroner said no autopsy had been performed.", "Doctors performed an autopsy on Friday."),
        (
            "The port said nobody was detained over the stolen rum.",
            "Two sailors were arrested over the stolen rum.",
        ),
        ("The contract contains no such waiver.", "The tenor had invoked a waiver in his contract."),
        ("The senator did not sign the pledge.", "The senator signed the pledge in March."),
        ("The lighthouse keeper never repaired the lamp.", "The lighthouse keeper repaired the lamp."),
        ("The toymaker failed to recall the dolls.", "The toymaker recalled the dolls."),
        ("The ministry denied reports that troops had crossed the border.", "Troops crossed the border at dawn."),
        ("The painter denied having forged the landscape.", "The painter forged the landscape."),
        ("The port paid no ransom to the hackers.", "The port paid a ransom of two million."),
        ("The club said no jerseys were taken.", "Burglars took jerseys worth a fortune from the club."),
        ("The jeweller escaped without paying a ransom.", "The jeweller paid a ransom."),
        ("The skier was not wearing a helmet.", "The skier was wearing a helmet."),
        ("The zoo gave no warning.", "The zoo warned its visitors."),
        ("No decision was taken on the stadium.", "The committee decided to build the stadium."),
        ("It is too early to say whether the club will appeal the ban.", "The club will appeal the ban."),
    ],
)
def test_what_one_denies_and_the_other_tells_conflicts(stances, denial, told):
    assert "conflicts" in stances(denial, told)
    assert "conflicts" in stances(told, denial)


@pytest.mark.parametrize(
    ("denial", "told"),
    [
        ("Nobody applauded.", "Nobody applauded the mayor."),
        ("Nobody applauded.", "The guests might have applauded."),
        ("In April no keeper was bitten.", "A keeper was bitten in 2019."),
        ("The zoo said no keeper had been bitten.", "A keeper was praised. A dog bit the postman."),
        ("The brewer did not respond to a request.", "The brewer responded to the request with a smile."),
        ("The brewer made no beer in May.", "The brewer made a speech about beer."),
        ("The skier was not wearing a helmet.", "The skier was carrying a helmet."),
        ("Ana Sol did not sign the pledge.", "Max Kral signed the pledge."),
        ("The senator did not sign the pledge.", "The senator will sign the pledge."),
        ("The contract contains no such waiver.", "The contract runs to 40 pages."),
        ("The ministry denied reports that troops had crossed the border.", "Troops trained near the border."),
        ("No decision was taken on the stadium.", "The committee praised the stadium."),
        ("It is too early to say whether the club will appeal the ban.", "The club called the ban harsh."),
        ("The zoo had not been warned about its fences.", "The zoo had been warned about its heaters."),
        ("Inspectors have not fined him.", "Inspectors have fined a brewer, Max Kral, for dumping yeast."),
        ("Inspectors have not fined Ana Sol over the yeast.", "Inspectors have fined a brewer over the yeast."),
        ("No frost alert was issued for Harlow.", "A frost alert was issued for Odalen."),
        ("No frost alert was issued.", "A frost alert was issued for the neighbouring valley and later lifted."),
        ("The senator did not sign the pledge in March.", "The senator signed the pledge on Monday."),
        ("The keeper had not repaired the lamp when the storm came.", "The keeper repaired the lamp."),
        ("The skier was not badly bruised.", "The skier was bruised."),
        ("“The parcel did not reach me,” the tailor said.", "The parcel reached the lighthouse in spring."),
        (
            "The toymaker failed to recall the dolls. Days later it recalled the dolls.",
            "The toymaker recalled the dolls.",
        ),
        (
            "The toymaker failed to recall the dolls.",
            "The toymaker failed to recall the dolls, then recalled the dolls.",
        ),
        ("The Otters had not won the regatta since 1931.", "The Otters have won their first regatta in 88 years."),
        ("The volcano had not erupted since the war.", "The volcano erupted at dawn."),
        ("The union had not called a strike since spring.", "The union called a strike."),
        ("The brewer did not recall the bottles until a child fell ill.", "The brewer recalled the bottles."),
        ("The diver had not repaired the valve earlier in the week.", "The diver repaired the valve."),
        ("The senator did not mention the orchard.", "The senator mentioned the levy on trawlers."),
        ("The zoo said no deaths or escapes were reported.", "The zoo said no escapes were reported."),
        ("The pilot had not landed at Harlow or refuelled the glider.", "The pilot had not refuelled the glider."),
        ("No new tremors were recorded.", "The station recorded tremors at dawn."),
        ("The port has no such dredgers working on its quays.", "A dredger hit the lighthouse."),
        ("The baker denied that any of the allegations were true.", "Inspectors discussed the allegations on Friday."),
    ],
)
def test_what_one_denies_and_the_other_does_not_tell_is_in_no_conflict(stances, denial, told):
    assert not stances(denial, told) & {"conflicts", "updates"}
    assert not stances(told, denial) & {"conflicts", "updates"}


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("The goalkeeper was sent off in the 67th minute.", "The goalkeeper was sent off in the 76th minute."),
        ("The levy on herring takes effect on 1 January.", "The levy on herring takes effect on 1 July."),
        ("The levy on herring takes effect on 1 May.", "The levy on herring takes effect on 1 July."),
        ("Surgeons saved Kral's brother Anton.", "Surgeons saved Kral's brother Pavel."),
        ("Anton Kral sold the orchard at auction.", "Pavel Kral sold the orchard at auction."),
    ],
)
def test_other_ordinals_days_and_first_names_are_of_two_things(stances, ours, theirs):
    assert stances(ours, theirs) == set()
    assert stances(theirs, ours) == set()


@pytest.mark.parametrize(
    "told",
    [
        "The goalkeeper was sent off in the 67th minute.",
        "The levy on herring takes effect on 1 May.",
        "Surgeons saved Kral's brother Anton.",
        "Anton Kral sold the orchard at auction.",
    ],
)
def test_one_ordinal_day_or_first_name_is_of_one_thing(stances, told):
    assert stances(told, told) == {"corroborates"}


def test_an_ordinal_is_a_figure_and_its_ending_no_word(find):
    (claim,) = find("The goalkeeper was sent off in the 67th minute.")
    assert claim.data["numbers"] == ["67"]
    assert "th" not in claim.data["words"]


def test_what_is_denied_before_it_is_told_is_an_update(stances):
    denial, told = (
        "The port said nobody was detained over the stolen rum.",
        "Two sailors were arrested over the stolen rum.",
    )
    assert stances(denial, told, MONDAY, THURSDAY) == {"updates"}
    assert stances(denial, told, THURSDAY, MONDAY) == {"conflicts"}


def test_a_denial_is_shown_with_what_denies_it(relate):
    found = relate(
        "The port said nobody was detained over the stolen rum.",
        "Two sailors were arrested over the stolen rum.",
    )
    assert found == {
        ("conflicts", "nobody was detained over the stolen rum", "Two sailors were arrested over the stolen rum")
    }


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("The skater won her third gold medal in Orrin.", "The skater won her fourth gold medal in Orrin."),
        ("It was the third landslide on the Elm road.", "It was the fifth landslide on the Elm road."),
        ("Divers reached the sixth deck of the ferry.", "Divers reached the seventh deck of the ferry."),
    ],
)
def test_what_is_told_of_a_third_is_not_told_of_a_fourth(stances, ours, theirs):
    assert not stances(ours, theirs)
    assert stances(ours, ours) == {"corroborates"}


ROBBERY = """Three masked men robbed the savings bank in Tilbrook on Monday.
They tied up the cashier and emptied the vault within minutes.
Detectives later surrounded a derelict greenhouse near the canal, where neighbours had seen a grey van.
Nobody was hurt, and the mayor praised the calm of the staff.
A reward was promised for any clue that leads to an arrest."""
FINAL = """Harlow won the cup on penalties before a sold-out stadium.
The veteran goalkeeper wore the green gloves that his father had worn in another final.
Supporters danced in the fountains until the trams ran again.
The losing coach blamed the heat and a bumpy pitch.
A parade is planned for the weekend in the old town."""
MILL = """Bakers stopped work at the mill in Orrin over the new shifts.
Pickets stood behind a rusty turnstile with banners that their children had painted.
The owner said that flour would be short by Friday.
A mediator from the county is to meet both sides.
Shops asked their customers not to hoard bread."""


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (ROBBERY, "The painter kept goats in a derelict greenhouse and sold cheese to the tourists."),
        (FINAL, "The club sold a young striker to a rival and hired a veteran goalkeeper from the second division."),
        (
            MILL,
            "A rusty turnstile creaks in the opening scene of the play, which tells of two sisters and their harvest.",
        ),
    ],
)
def test_a_thing_that_two_sentences_name_is_no_act_that_both_tell(stances, ours, theirs):
    assert "corroborates" not in stances(ours, f"In spring it rained.\n{theirs}\nTickets are dear.")


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (ROBBERY, "In the evening a derelict greenhouse was surrounded by officers in three cars."),
        (FINAL, "A veteran goalkeeper in his last season wore the gloves of his father."),
        (MILL, "Pickets stood behind the turnstile with painted banners, the owner said."),
    ],
)
def test_few_words_and_an_act_are_enough(stances, ours, theirs):
    assert "corroborates" in stances(ours, f"In spring it rained.\n{theirs}\nTickets are dear.")
