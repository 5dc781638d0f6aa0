"""Who did what one person does."""

import pytest


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("Ana Sol, 41, who drove the tram, survived.", "Max Keane, 44, was at the wheel of the tram."),
        ("Ivo Brandt, 52, of Leeds, who was piloting the seaplane, swam.", "Dr. Una Brook flew the seaplane herself."),
        ("Diver Ana Sol found the amphora in May.", "The amphora was found by Max Keane, a diver."),
        ("The sculptor Lena Ortiz designed the lighthouse.", "The lighthouse was designed by Raj Patel, 60."),
        ("Sailor Jan Osei stabbed Felix Quist.", "Felix Quist was stabbed by Tom Reed, 30."),
    ],
)
def test_two_who_did_one_thing_conflict(stances, ours, theirs):
    assert stances(ours, theirs) == {"conflicts"}
    assert stances(theirs, ours) == {"conflicts"}


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("Diver Ana Sol found the amphora in May.", "Diver Max Keane found the anchor."),
        ("Ana Sol, 41, who drove the tram, survived.", "Max Keane, 44, did not drive the tram. He cleaned the tram."),
        ("Ana Sol, 41, drove the tram. Max Keane, 44, drove the tram too.", "Max Keane, 44, drove the tram."),
        ("Ana Sol, 41, drove the car.", "Max Keane, 44, drove the car."),
        ("Poet Ana Horvat wrote the libretto.", "The libretto was written by Ana Horvath, a poet."),
        ("Norvik Boats designed the catamaran.", "Engineer Max Keane designed the catamaran."),
        ("Max Keane, 44, may have found the amphora.", "Diver Ana Sol found the amphora."),
        ("The jury found the surgeon guilty, said Ana Sol, 41.", "Max Keane, 44, found the surgeon asleep."),
    ],
)
def test_two_things_and_what_is_not_sure_do_not_conflict(stances, ours, theirs):
    assert "conflicts" not in stances(ours, theirs)
    assert "conflicts" not in stances(theirs, ours)


def test_one_who_did_one_thing_corroborates(stances):
    assert stances("Diver Ana Sol found the amphora.", "The amphora was discovered by Ana Sol, 30.") == {"corroborates"}


FOUND = "The lost boy was found on Sunday by a postman in a barn near Orrin."


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (FOUND, "A shepherd found the lost boy in a barn near Orrin on Sunday."),
        (FOUND, "The shepherd Bo Falk had found the lost boy in a barn near Orrin."),
        (FOUND, "Ada Voss, a retired nurse out with her son, came upon the lost boy in a barn near Orrin on Sunday."),
        (
            "A lifeguard rescued the swimmer off the pier on Friday.",
            "The swimmer was rescued off the pier on Friday by a fisherman.",
        ),
        (
            "A miner discovered the emerald in a disused shaft in Utopia.",
            "An emerald was discovered in a disused shaft in Utopia by the geologist Ana Sol.",
        ),
        (
            "A nurse jogging on the dunes found the whale on Monday.",
            "The whale was found on the dunes on Monday by two schoolboys.",
        ),
        (
            "The alarm was raised by fishermen when the ferry listed off Harn.",
            "A lighthouse keeper raised the alarm when the ferry listed off Harn.",
        ),
        (
            "A waiter discovered the body of the banker in the cellar.",
            "His body had been found by a plumber on Friday.",
        ),
    ],
)
def test_people_of_two_trades_did_not_both_do_it(stances, ours, theirs):
    assert stances(ours, theirs) == stances(theirs, ours) == {"conflicts"}


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (FOUND, "A hiker found the lost boy in a barn near Orrin on Sunday."),  # whom no trade keeps from hiking
        (FOUND, "A courier found the lost boy in a barn near Orrin on Sunday."),
        (FOUND, "A shepherd found the lost goat in a barn near Orrin on Sunday."),
        (FOUND, "A shepherd said that volunteers found the lost boy in a barn near Orrin on Sunday."),
        (FOUND, "A nurse and a postman found the lost boy in a barn near Orrin on Sunday."),
        (FOUND, "A nurse may have found the lost boy in a barn near Orrin on Sunday."),
        (
            "A farmer found the lost boy in a barn on Sunday.",
            "A farmer and a nurse found the lost boy in a barn on Sunday.",
        ),
        (
            "The lost boy was found in a barn on Sunday by a farmer.",
            "The lost boy was found in a barn on Sunday by a nurse and a farmer.",
        ),
        (
            "A teacher discovered the fossil at the quarry on an outing.",
            "The fossil at the quarry was discovered by schoolchildren on an outing.",
        ),
        (
            "A waiter discovered the body of Bo Hay in the cellar.",
            "The body of Ada Voss had been found by a plumber on Friday.",
        ),
        (
            "A waiter discovered the body of the banker in the cellar.",
            "His wallet had been found by a plumber on Friday.",
        ),
        (
            "A teacher found the body of a 17-year-old in the yard.",
            "The body of a 60-year-old was found by a baker in the yard.",
        ),
        ("A miner discovered the emerald's age.", "A teacher discovered the emerald in a disused shaft."),
        ("A nurse raised the alarm about the drug in 2019.", "A lawyer raised the alarm about the drug in March."),
        (
            "The alarm was raised by a nurse on the third floor, and by a cook in the kitchen.",
            "A cook raised the alarm when the kitchen filled with smoke.",
        ),
        (
            "Two fishermen rescued the crew of the yacht off Harn on Friday.",
            "A lifeguard rescued one of the crew of the yacht off Harn on Friday.",
        ),
        ("A baker raised the alarm over the flood in Harn.", "A shepherd raised the alarm over wolves in Orrin."),
        ("Two nurses rescued a child from the burning flat.", "A cook rescued a dog from the burning flat."),
        ("A baker raised the rent on Friday.", "The rent was raised by a farmer on Friday."),
        (FOUND, "The lost boy was found on Sunday in a barn near Orrin by a nurse station."),
        (FOUND, "A volunteer firefighter found the lost boy in a barn near Orrin on Sunday."),
        (
            "A teacher found the letters in an attic. A priest found the coins in a crypt.",
            "A priest found the letters in an attic. A teacher found the coins in a crypt.",
        ),
        (
            "The stolen painting was found on Friday in a flat rented by a teacher.",
            "The stolen painting was found on Friday by a policeman.",
        ),
        (
            "A teacher killed in the bus crash near Harn on Friday was buried.",
            "A nurse killed in the bus crash near Harn on Friday was buried.",
        ),
    ],
)
def test_what_may_be_one_person_or_two_acts_is_no_conflict(stances, ours, theirs):
    assert not stances(ours, theirs)
