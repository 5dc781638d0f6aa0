"""Whom a text says it has its words from; made-up news, with sentences that credit nobody."""

from __future__ import annotations

from time import process_time

import pytest

from secondsource.reading.credits import Credit, article_credit, credit, without_quotations
from secondsource.reading.passages import MAX_PASSAGE


def credited(sentence: str, before: str = "", known: frozenset[str] = frozenset()) -> Credit | None:
    text = before + sentence
    return credit(text, without_quotations(text), len(before), len(text), known)


@pytest.mark.parametrize(
    ("sentence", "outlet"),
    [
        ("The keeper told Coast News Digital that he had signed for three years.", "Coast News Digital"),
        ("“I never slept,” she told The Weekly in March.", "The Weekly"),
        ("In an interview with the BBC, the minister put the cost at £40m.", "the BBC"),
        ("She told the BBC's Jo Lee that 12 cows had died.", "the BBC"),
        ("He told Reuters Tuesday that the mill employs 41 people.", "Reuters"),
        ("The singer is 41, according to TMZ.", "TMZ"),
        ("The sale, first reported by Variety, is worth $3 million.", "Variety"),
        ("“I'll be 85 when they leave school,” he said, per People.", "People"),
        ("The dam will cost £3bn, per The Hill Gazette.", "The Hill Gazette"),
        ("Valley Radio reported that the bridge had been closed since May.", "Valley Radio"),
        ("The firm has lost 400 clients, The Ridge Times reported, citing three former partners.", "The Ridge Times"),
        ("The group told Bloomberg News in a statement that 300 jobs would go.", "Bloomberg"),
    ],
)
def test_a_publisher_that_a_sentence_credits(sentence: str, outlet: str) -> None:
    assert credited(sentence) == Credit("outlet", outlet)


@pytest.mark.parametrize(
    "sentence",
    [
        "According to Smith, the bridge was 41 years old.",
        "Norvik reported a loss of $3 million.",
        "She told Congress that 12 cows had died.",
        "The keeper, who told Reuters he would never leave, scored twice.",
        "“I told Reuters that nobody would go,” he said.",
        "He spoke to Ann Lee about the harvest.",
        "The lawsuit was settled in May for $5 million.",
        "The statement of accounts was late.",
        "Lee said that judges had seen no proof so far in the lawsuit.",
        "He said the flaw in the ruling had cost 300 farmers their land.",
        "Police blocked the road to the court for three hours.",
        "The show sold 400 seats on Friday.",
        "The Ridge Times reported 12 dead, and Valley Radio reported 14.",
        "The post office closed in 2011, the mayor said.",
        "Tickets cost $40 per person, the club said.",
    ],
)
def test_a_sentence_that_credits_nobody_or_two(sentence: str) -> None:
    assert credited(sentence) is None


def test_an_outlet_of_the_story_is_known_by_its_name_alone() -> None:
    sentence = "She told Harbourline that the ferry was late."
    assert credited(sentence) is None
    assert credited(sentence, known=frozenset({"Harbourline"})) == Credit("outlet", "Harbourline")


def test_the_newspaper_is_the_one_named_before() -> None:
    before = "Two clerks told The Ridge Times of the theft. "
    assert credited("The newspaper reported that 40 coins were gone.", before) == Credit("outlet", "The Ridge Times")
    assert credited("The newspaper reported that 40 coins were gone.", "Two clerks knew. ") is None


def test_this_newspaper_is_the_articles_own() -> None:
    assert credited("The mayor told this newspaper that 12 trees would go.") == Credit("self")


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("A police statement said two men had been held.", Credit("statement", who="police")),
        ("In a statement, the club said it had paid £12m.", Credit("statement", who="club")),
        ("She said in a statement that the talks had failed.", Credit("statement")),
        ("Chief Ana Ruiz told a press conference that 12 had died.", Credit("press conference", who="Ruiz")),
        ("At a news conference late on Tuesday, she said 12 had died.", Credit("press conference", day="Tuesday")),
        ("Ana Ruiz told reporters that 12 had died.", Credit("reporters", who="Ruiz")),
        ("He told reporters at a press conference on Friday that 12 died.", Credit("press conference", day="Friday")),
        ("The complaint alleges that he stole $5 million.", Credit("lawsuit")),
        ("Prosecutors said in court papers filed on Friday that he spent $43,000.", Credit("court documents")),
        ("The nurse said in a lawsuit that 12 beds were empty.", Credit("lawsuit")),
        ("In her ruling, the judge said the dam had been checked twice.", Credit("ruling")),
        ("According to the indictment, the trucks crossed twice.", Credit("indictment")),
        ("The inquest heard that the brakes were 21 years old.", Credit("inquest")),
        ("Jurors were told that the brakes were 21 years old.", Credit("trial")),
        ("The nurse told the court that 12 beds were empty.", Credit("hearing")),
        ("A judge was told that the brakes were 21 years old.", Credit("hearing")),
        ("The court heard at the trial, jurors told reporters, that 12 died.", Credit("hearing")),
        ("In a letter to staff, she wrote that 12 per cent would go.", Credit("letter to staff")),
        ("“We won,” she said on Jo Lee's podcast, “Loose and Loud.”", Credit("show", "Loose and Loud")),
        ("He said on an episode of the Loose and Loud podcast that he had quit.", Credit("show", "Loose and Loud")),
        ("She wrote on Instagram that the tour was over.", Credit("post", "Instagram")),
    ],
)  # fmt: skip
def test_a_source_that_anybody_may_quote(sentence: str, expected: Credit) -> None:
    assert credited(sentence) == expected


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("LIMA (AP) — Two miners were found alive.", "Associated Press"),
        ("A headline\n\nPORT SOLL, Feb 4 (NWA) - A storm struck.", "NWA"),
        ("(Reuters) – Shares in Norvik fell.", "Reuters"),
        ("Storm strikes\nBy Associated Press\nTwo died.", "Associated Press"),
        ("Storm strikes\nBy JO LEE, Associated Press\nTwo died.", "Associated Press"),
        ("Two died.\n\n© AFP", "Agence France-Presse"),
        ("Two died.\n© 2024 The Associated Press. All rights reserved.", "Associated Press"),
        ("Two died.\n— Reuters", "Reuters"),
        ("This article was originally published by The Ridge Review.\nTwo died.", "The Ridge Review"),
    ],
)
def test_an_article_that_is_credited_as_a_whole(text: str, name: str) -> None:
    assert article_credit(text) == name


@pytest.mark.parametrize(
    "text",
    [
        "Storm strikes\nBy Jo Lee\nTwo died.",
        "The store (Main Street) - a landmark - has closed.",
        "Two died.\n© 2024 Harbour Times",
        "Two died.\nPhoto: AFP",
        "Ann Lee (41) - a nurse - was first.",
        "Two died.\n(Reporting by Jo Lee; editing by Max Sol)",
        "LIMA (AP) — Two died.\n© AFP",
        "The paper was published in Nature on Monday.",
        "With reporting by our correspondents and with agencies.",
        "",
    ],
)
def test_an_article_that_is_credited_to_nobody_or_to_two(text: str) -> None:
    assert article_credit(text) is None


def test_quotations_are_blanked_in_place() -> None:
    text = 'He said “no” and "never".\n“It goes on\nnext line'
    told = without_quotations(text)
    assert len(told) == len(text)
    assert "no" not in told.split("\n", maxsplit=1)[0]
    assert told.endswith("\nnext line")


@pytest.mark.parametrize(
    "unit", ["A", "A.", "A-", "A A reported ", "told the A.A ", "in a ", "“", '"', "per ", "show “A", "(A", "… "]
)
def test_no_sentence_takes_long(unit: str) -> None:
    sentence = (unit * MAX_PASSAGE)[:MAX_PASSAGE]
    began = process_time()
    credited(sentence)
    article_credit(sentence * 100)
    assert process_time() - began < 0.5
