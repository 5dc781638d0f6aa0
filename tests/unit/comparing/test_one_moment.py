"""Two dates, times or lengths that do not fit: one event's, where long sentences of two whole articles are alike."""

from datetime import date

import pytest

from secondsource.reconciling import Source, read_claims, relate

ELSEWHERE = (
    "A bakery on the square gave out bread. Children had the day off school. The weather stayed cold and wet. "
    "Buses were late all week.",
    "The museum’s roof leaks again. Nobody on the council would comment. Farmers asked for rain. "
    "A new cinema is to be built by the river.",
)
DAY = date(2024, 5, 17)  # a Friday


def conflicts(ours, theirs):
    """{(our words, their words)} in conflict, the sentences standing in articles of other things."""
    texts = (f"{ELSEWHERE[0]} {ours}", f"{theirs} {ELSEWHERE[1]}")
    a, b = (
        Source(name, name, text, read_claims(text, published=DAY), None, DAY)
        for name, text in zip("ab", texts, strict=True)
    )
    return {(r.a.exact, r.b.exact) for r in relate(a, b) if r.stance == "conflicts"}


@pytest.mark.parametrize(
    ("ours", "theirs", "words"),
    [
        (
            "The lighthouse keeper's widow will unveil the restored lantern of Skerrel on 21 June in the harbour.",
            "On 22 June the restored lantern of Skerrel will be unveiled by the lighthouse keeper's widow.",
            ("21 June", "22 June"),
        ),
        (
            "Rescuers reached the three potholers trapped in the flooded Garrow cave after 19 hours underground.",
            "The three potholers spent 14 hours trapped in the flooded Garrow cave before rescuers reached them.",
            ("19 hours", "14 hours"),
        ),
        (
            "The cargo plane carrying relief tents skidded off the icy Taldo runway at 4:18 a.m. and caught fire.",
            "It was 4:52 a.m. when the cargo plane with relief tents skidded off the icy runway at Taldo and burned.",
            ("4:18 a.m.", "4:52 a.m."),
        ),
        (  # both of what was done about it
            "Firefighters were called to the burning salt mill behind the station of Harn at 3:45 p.m. on Friday.",
            "At 4:20 p.m. on Friday firefighters were called to the salt mill that burned behind Harn station.",
            ("3:45 p.m.", "4:20 p.m."),
        ),
        (  # about a time that is not round
            "The freight train carrying salt collided with a parked tram outside Velmar at around 2:35 a.m. on Friday.",
            "The freight train that carried salt collided with the parked tram outside Velmar around 2:45 a.m. Friday.",
            ("2:35 a.m.", "2:45 a.m."),
        ),
        (  # a ferry's name, its number, and a body that reports what it did
            "Ferry 12, carrying weavers from Orsk to Taldo, hit the stone pier of Harn at 5:20 a.m. on Friday.",
            "The Coast Guard said the ferry with weavers from Orsk to Taldo hit the stone pier of Harn at 5:40 a.m.",
            ("5:20 a.m.", "5:40 a.m."),
        ),
        (  # two words for what is done
            "Voters on the island of Ostrel are asked about the tram tunnel on Thursday, after fishermen petitioned.",
            "The tram tunnel goes to the voters of the island of Ostrel on Friday, as fishermen petitioned.",
            ("Thursday", "Friday"),
        ),
    ],
)
def test_long_sentences_that_are_alike_tell_of_one_event(ours, theirs, words):
    assert any(words[0] in a and words[1] in b for a, b in conflicts(ours, theirs))
    assert any(words[0] in b and words[1] in a for a, b in conflicts(theirs, ours))


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (  # another act of the same people
            "Weavers at the Odalen carpet mill walked out over unpaid overtime in February and picketed its gates.",
            "In March the mill's owners in Odalen offered a loan to repair the oldest looms, a bank document shows.",
        ),
        (  # the day of a statement
            "The surgeons' union said on Monday that the strike over night shifts at Velm hospital would go on.",
            "The surgeons' union said on Tuesday that the strike over night shifts at Velm hospital would go on.",
        ),
        (  # opposite acts
            "The Brenwick swimming pool opened its doors to families of the valley on 4 May after long repairs.",
            "The Brenwick swimming pool closed its doors to families of the valley on 6 May for long repairs.",
        ),
        (  # the number is told as well, of something else
            "The striker scored after 12 minutes of the cup match in Lund and again from a penalty after 70 minutes.",
            "The striker's 12th-minute header in the cup match in Lund was followed by a penalty in the 70th.",
        ),
        (  # a limit
            "The appeal judges of the Morvan court cut the smuggler's sentence for ivory trading to four years.",
            "The Morvan court's judges can give smugglers a maximum of six years for ivory trading, the appeal heard.",
        ),
        (  # about a round time, and one that it may be
            "The freight train carrying salt collided with a parked tram outside Velmar at about 2:30 a.m. on Friday.",
            "The freight train that carried salt collided with the parked tram outside Velmar around 2:45 a.m. Friday.",
        ),
        (  # rounded to five minutes
            "The carnival float caught fire on the Brae bridge in Ostrel at about 6:25 p.m. on Friday, firemen said.",
            "The carnival float caught fire on the Brae bridge in Ostrel at 6:23 p.m. on Friday, firemen said.",
        ),
        (  # the day of a statement, before who makes it
            "On Monday, the surgeons' union said the strike over night shifts at Velm hospital would go on.",
            "On Tuesday, the surgeons' union said the strike over night shifts at Velm hospital would go on.",
        ),
        (  # the day of a statement, and the day of what it states
            "The goalkeeper of Orsk on Monday said he would leave the club of his childhood for a rival in Taldo.",
            "The goalkeeper of Orsk will leave the club of his childhood for a rival in Taldo on Friday.",
        ),
        (  # the year of another thing
            "The court of Morvan agreed last month to hear the smugglers' appeal against the ivory law.",
            "The court of Morvan agreed to hear in 2026 challenges to the ivory law, the smugglers' appeal among them.",
        ),
        (  # two posts, each dated behind its writer's name
            "The harbour of Skerrel is a disgrace, and so is its ferry! — Ann Lee (@annlee) May 12, 2024",
            "The harbour of Skerrel is a disgrace, and its ferry worse! — Ann Lee (@annlee) May 13, 2024",
        ),
        (  # until when a state of things is told
            "As of 9:30 a.m. a quarter of the ferries that should have left the flooded port of Skerrel were late.",
            "As of 2:15 p.m. half of the ferries that should have left the flooded port of Skerrel were late.",
        ),
        (  # two people, each named
            "Ilse Brandt resigned from the board of the Karst orchestra on 3 May over the sale of its concert hall.",
            "Tomas Reyes resigned from the board of the Karst orchestra on 5 May over the sale of its concert hall.",
        ),
    ],
)
def test_other_events_are_in_no_conflict(ours, theirs):
    assert not conflicts(ours, theirs)
    assert not conflicts(theirs, ours)


def test_what_agrees_with_another_sentence_as_alike_is_in_no_conflict():
    ours = "The restored lantern of the Skerrel lighthouse will be lit by the keeper's widow in the harbour on 21 June."
    theirs = (
        "The restored lantern of the Skerrel lighthouse will be lit by the keeper's widow in the harbour on 21 June. "
        "The restored lantern of the Skerrel lighthouse was shown to the keeper's widow in the harbour on 19 June."
    )
    assert not conflicts(ours, theirs)


@pytest.mark.parametrize(
    ("ours", "theirs", "words"),
    [
        (  # a court: a name here, "he" there, and other words about the act
            "Judge Orla Finch adjourned sentencing of the boatbuilder to 9 June.",
            "He will be sentenced on 16 June, Ardle court was told.",
            ("9 June", "16 June"),
        ),
        (  # a strike to come
            "Bus drivers in Tolmar will strike on 3 June over their pension fund.",
            "The strike of the Tolmar bus drivers is set for 6 June.",
            ("3 June", "6 June"),
        ),
        (  # a flood that is past
            "The museum of salt in Harn was flooded on 11 May after a gate on the river had been left open.",
            "On 8 May water flooded the Harn museum of salt through a river gate that had failed.",
            ("11 May", "8 May"),
        ),
        (  # an heirloom
            "Her portrait of the ferryman was painted in 1965 and hangs in the library of the college.",
            "Her portrait of the ferryman was painted in 1977; the college keeps it in its library.",
            ("1965", "1977"),
        ),
    ],
)
def test_a_date_that_is_the_only_partner_of_another_is_held_against_it(ours, theirs, words):
    assert any(words[0] in a and words[1] in b for a, b in conflicts(ours, theirs))


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("The lighthouse lantern was restored in 1968.", "The lighthouse lantern was stolen in 1981."),
        ("Lin Zhao was convicted of fraud on 3 May.", "Lin Zhao was convicted of perjury on 5 May."),
        ("New windows were installed in 2010.", "New doors were installed in 2011."),
        ("The senator voted against the bill in 2017.", "The senator voted for the bill in 2018."),
        ("Shares in Karst Ore fell again on Monday.", "Shares in Karst Ore fell on Tuesday."),
        ("Rates were raised in July 2022.", "Rates were raised in November 2022."),
        ("The team won the trophy in 2012.", "The team won the trophy in 2019."),
        ("The ferry leaves at 6 a.m.", "The ferry leaves at 11 a.m."),
        ("The player scored at 3:15 p.m.", "The player scored at 3:45 p.m."),
        ("The train left at 6:50 a.m.", "The train was cleaned at 7:30 a.m."),
        ("Police arrested a man on Monday.", "Police arrested a second man on Tuesday."),
        ("The hearing was originally scheduled for June 10.", "The hearing is scheduled for June 12."),
        ("The plant was due to open in 2025.", "The plant will open in 2026."),
        ("The smelter strike is not on 3 May 2023.", "The smelter strike is on 24 May 2023."),
        ("The lighthouse lantern was lit from 1968.", "The lighthouse lantern was lit until 1981."),
        (
            "The choir of Harn sings its new mass in the salt mine on 4 July, its first concert there.",
            "The choir of Harn will sing its new mass in the salt mine on 5 July as well, its first concert there.",
        ),
        ("Bus drivers in Tolmar will strike on 3 June over pay.", "Bus drivers in Tolmar will strike on 6 June too."),
        ("The museum of Harn opens on 3 June.", "The museum of Harn has added a day and also opens on 6 June."),
        (
            "A lorry hit the bridge over the Lunde at Brae at 6.20 a.m. on Friday.",
            "The bridge over the Lunde at Brae was closed at 6.45 a.m. on Friday after a lorry hit it.",
        ),
        (
            "The salt mill in Harn caught fire at 3:45 p.m. on Friday.",
            "Firefighters were called to the salt mill in Harn, which had caught fire, at 4:30 p.m. on Friday.",
        ),
        (
            "The swimmer collapsed on the beach of Corvo at 2:10 p.m. on Friday.",
            "The swimmer who collapsed on the beach of Corvo was pronounced dead at 3:05 p.m. on Friday.",
        ),
        ("The 2019 storm flooded the port.", "The 2020 storm flooded the port."),
        ("He died in 2016.", "His wife died in 2018."),
    ],
)
def test_other_events_are_not_held_against_one_another_for_want_of_others(ours, theirs):
    assert not conflicts(ours, theirs)
    assert not conflicts(theirs, ours)
