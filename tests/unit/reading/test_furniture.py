"""Page furniture is flagged; a sentence of the story that merely sounds like it is not."""

import pytest

from secondsource.reading import read


def is_flagged(text: str) -> bool:
    return all(passage.furniture for passage in read(text).passages)


@pytest.mark.parametrize(
    "line",
    [
        "Leave a Reply",
        "Post a comment",
        "Your email address will not be published.",
        "Share this article",
        "Share this: Facebook",
        "Follow us on Twitter",
        "Related: Ten storms that changed the coast",
        "READ MORE: Bank to close 40 branches",
        "Read also: Striker signs new deal",
        "Recommended for you",
        "Most Popular",
        "Sign up for our daily newsletter",
        "Subscribe",
        "Advertisement",
        "Click here to watch the debate",
        "Continue reading",
        "Photo by Ann Lee/Getty Images",
        "Image credit: AFP",
        "© 2024 The Orrin Herald",
        "All rights reserved.",
        "Published on 3 May 2024",
        "Last updated: 14:05 GMT",
        "12 comments",
        "3 min read",
        "Let us know what you think in the comments below.",
        "Thank you for subscribing!",
        "This article was amended on 4 May to correct a name.",
        "Correction: An earlier version of this story gave the wrong age of the rider.",
        "The Associated Press contributed to this report.",
        "Ann Lee and Tom Orrin contributed to this story.",
        "With assistance by Ann Lee",
        "With assistance from Ann Lee, Tom Orrin and Max Sol.",
        "Additional reporting by Ann Lee in Orrin.",
        "An earlier version of this article gave another date.",
        "By signing up you agree to receive emails.",
        "This material may not be published, broadcast or rewritten.",
        "Contributing: Ann Lee",
        "Bakers walk out over flour prices: what we know Read more",
        "— Ann Lee (@annlee) 4 May 2024",
    ],
)
def test_page_dressing_is_furniture(line):
    assert is_flagged(line)


@pytest.mark.parametrize(
    "line",
    [
        "Image copyright EPA Image caption The ferry lay on its side",
        "Enlarge this image toggle caption Ann Lee/Orrin Herald Ann Lee/Orrin Herald",
        "This photo released by the coastguard shows smoke above the ferry on Sunday, 4 May 2024.",
        "In this May 4, 2024, photo, strikers stand outside the mill.",
        "The winger is shown in this 2019 file photo.",
        "Getty Images The winger celebrates his second goal",
        "The mayor leaves the court after the verdict (Getty)",
        "The mayor leaves the court after the verdict (Orrin Port Authority via AP)",
        "Strikers outside the mill, Monday, 6 May 2024 Ann Lee / Agence France-Presse",
        "Mayor Ann Lee speaks to reporters before the vote on the harbour bill at the town hall in Orrin, May 4, 2024.",
        "Firemen hose down a burning barn near Orrin, Monday, May 6, 2024.",
        "The goalkeeper is seen during training in Orrin, U.S. 6 May 2024.",
        "A judge arrives for the trial of the ferry's captain in Orrin on May 6, 2024.",
        "The captain departs after his sentencing was delayed in Orrin, U.S., May 6, 2024.",
        "FILE PHOTO: A worker checks a vat of milk at the dairy where the first of the three hundred cases of the fever"
        " that closed the schools of the valley, and later those of the coast, were found in the spring, in Orrin",
        "Hide Caption 5 of 13 Photos: The keeper lifts the cup",
        "Reporters wait outside the bank on Friday in this screengrab taken from video.",
        "REUTERS/Ann Lee",
        "Picture taken May 4, 2024.",
    ],
)
def test_a_caption_is_furniture(line):
    assert is_flagged(line)


@pytest.mark.parametrize(
    "sentence",
    [
        "This photo was the only proof that the ferry had sailed, the captain said.",
        "The photo released by the coastguard had been taken a year before, the court heard.",
        "In this photograph of the team he is the tallest.",
        "Getty Images sued the maker of the program for copying its pictures.",
        "Reuters Foundation staff were not hurt in the crash.",
        "The bank was bought by its rival in a deal first reported by Reuters.",
        "ORRIN (Reuters) - The mill will close in May.",
        "A strike contributed to this year's loss, the mill said.",
        "The file, a photo of the ledger, was deleted.",
        "Contributing nothing to the fund, the mill was fined.",
        "With assistance from the coastguard, 40 passengers left the ferry.",
        "With assistance from Norway, 40 passengers left the ferry.",
        "Additional reporting from the field hospital put the dead at 14.",
        "An earlier version of this law was struck down.",
        "By signing up for the march, 300 nurses broke their contract.",
        "You agree to receive a lower wage, the judge told the miner.",
        "This material may not be used as evidence, the judge ruled.",
        "He wants to read more about the case, the juror said.",
        "The club posted it — he (@winger) had left.",
        "Related parties must disclose their gains, the judge ruled.",
        "Share prices fell sharply after the merger was called off.",
        "Watch the skies, the mayor warned on Monday.",
        "Photos from the scene showed flames above the roof.",
        "Video from the airport showed smoke near the runway.",
        "Images of the flood shocked the capital.",
        "An image from the satellite showed a crater.",
        "Image from the satellite showed a crater near the mine.",
        "Updated figures put the death toll at 40.",
        "Published in 1999, the novel won three prizes.",
        "Posted to the border in May, the soldiers came home in June.",
        "Search teams found two men alive.",
        "Home prices rose 3 percent.",
        "Comments by the minister angered the unions.",
        "Live music returned to the square.",
        "Follow-up tests on the striker's knee were clear.",
        "More than 40 people were hurt.",
        "More from the bench decided the game, the coach said.",
        "Sources said the deal was off.",
        "Register of voters was lost in the fire.",
        "Trending down since May, the shares lost 4 percent.",
        "Listen to the voters, the senator told her party.",
        "Breaking the record took him nine years.",
        "The captain died in Orrin on May 6, 2024.",
        "She was born in Orrin, Norway, May 6, 1984.",
        "The mayor told the court he had been at sea since May 6, 2024.",
        "The new fares take effect on Monday, May 6, 2024.",
        "The mill's lease expires on May 6, 2024.",
        "The game starts in Orrin, May 6, 2024.",
        "Two files: a photo and a letter, were deleted on Monday.",
        "The picture taken of him in the van was shown to jurors.",
        "Pictures taken by neighbours showed the barn in flames.",
        "The keeper is seen as the best of his year.",
        "A heat wave killed 12 people in Orrin on May 6, 2024.",
        "The two boards approved the merger on May 6, 2024.",
        "The law leaves 3,000 families without aid after June 30, 2024.",
        "The captain agreed to testify on May 6, 2024.",
    ],
)
def test_a_sentence_of_the_story_is_not_furniture(sentence):
    assert not is_flagged(sentence)


def test_a_long_passage_is_never_furniture():
    assert not is_flagged("Related: " + "the inquiry heard that the bridge had not been inspected, " * 5 + "he said.")


def test_furniture_carries_no_numbers():
    assert not read("Related: 40 people hurt in Orrin storm").numbers
