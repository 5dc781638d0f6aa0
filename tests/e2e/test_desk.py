"""The moderators' desk in a real browser: the queue by keyboard, refusals, a server that is gone, curating a fact."""

from __future__ import annotations

from tests.e2e.desk import QUARRY, TEXT, Desk
from tests.waiting import until

JUDGED = {"c": "confirmed", "r": "rejected", "l": "left"}
ITEMS = "return [...document.querySelectorAll('.item')].map((item) => item.id)"
CURRENT = "return document.querySelector('.item[aria-current]')?.id"
PROGRESS = "return document.querySelector('#progress .count').textContent"
BY_REASON = """
const each = [...document.querySelectorAll(".filters [data-of]")];
return each.reduce((sum, one) => sum + Number(one.textContent), 0);
"""
# Asked beside the page, which goes away meanwhile.
OPENED = "return (await chrome.tabs.query({})).some(({ url, status }) => url == args[0] && status == 'complete')"
TOAST = "return document.querySelector('#toast').innerText"
STATE = "return document.querySelector('.item .state').innerText"
DIALOG = "return document.querySelector('dialog[open]')?.innerText"
DO_IT = "document.querySelector('#preview [value=yes]').click()"
COMPLAINT = "return document.querySelector('.note')?.textContent"
PICKED = "return document.querySelector('#chosen [data-picked]').textContent"
# Selects the last six characters of the words that carry a claim, as a hand does, and gives a value.
CORRECT = """
const form = document.querySelector(`[name=target][value="${args[0]}"]`).form;
form.id = "chosen";
for (let fold = form.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
const sentence = form.querySelector("[data-pick]");
const words = form.querySelector("[data-picked]").textContent;
const end = sentence.textContent.indexOf(words) + words.length;
getSelection().setBaseAndExtent(sentence.firstChild, end - 6, sentence.firstChild, end);
form.elements["change.value"].value = "about 170";
form.elements.reason.value = "It says so further down.";
"""
HELD = """
const told = { key: args[0], bubbles: true };
for (const repeat of [false, true, true]) document.dispatchEvent(new KeyboardEvent("keydown", { ...told, repeat }));
"""
# Two keys before any answer can be there.
AT_ONCE = """
for (const key of args) document.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
"""
SPLIT = """
const form = document.getElementById("split");
form.elements.reason.value = "Two things.";
form.requestSubmit();
"""
SETTLE = """
const { form } = document.querySelector("[value=settle_fact]");
form.elements["change.note"].value = "Counted.";
form.elements["change.source"].value = "https://register.example/1";
form.elements.reason.value = "They were asked.";
form.requestSubmit();
"""


def test_the_queue_is_cleared_with_the_keyboard_alone(desk: Desk) -> None:
    reader = desk.reader
    story = desk.story(QUARRY)
    desk.go(f"/admin?story={story}")
    items = reader.run(ITEMS)
    many = len(items)
    of = many + desk.ask(f"/queue?story={story}")["done"]
    assert many >= 3
    assert reader.run(PROGRESS) == f"{many} of {of} left"
    assert reader.run(CURRENT) == items[0]
    reader.press("j")
    reader.press("k")
    assert reader.run(CURRENT) == items[0]
    reader.press("c")
    assert reader.run(CURRENT) == items[1]
    assert reader.run(PROGRESS) == f"{many - 1} of {of} left"
    assert reader.run(BY_REASON) == many - 1
    assert "Confirmed" in reader.run(TOAST)
    reader.press("u")
    assert reader.run(ITEMS) == items
    assert reader.run(CURRENT) == items[0]
    until(lambda: desk.status(items[0]) == "proposed", "the undo to be kept")
    desk.go(reader.run("return document.querySelector('.item a.open').getAttribute('href')"))
    reader.loading(lambda: reader.press("o"))  # back
    until(lambda: reader.run(CURRENT) == items[0], "the item to be current again")
    keys = [*"crl", *"c" * (many - 3)]
    for key in ("w", "o", "k", "Enter", *keys):  # the first with the reason "ok"
        reader.press(key)
    desk.shows("All judged")
    assert "for the keys" not in reader.run(TEXT)
    assert reader.run(PROGRESS) == f"0 of {of} left"
    assert reader.run(BY_REASON) == 0
    until(lambda: desk.ask(f"/queue?story={story}")["left"] == 0, "every judgement to be kept")
    assert [desk.status(item) for item in items] == [JUDGED[key] for key in keys]
    reasons = {one["target"]: one["reason"] for one in reversed(desk.decided())}  # of each the last
    assert [reasons[item] for item in items] == ["ok", *[""] * (many - 1)]
    desk.go(f"/admin?story={story}")
    desk.shows("All judged")
    reader.loading(lambda: reader.press("u"))  # of a page before this one
    assert reader.run(ITEMS) == items[-1:]


def test_a_key_that_is_held_goes_through_the_items_and_judges_one(desk: Desk) -> None:
    reader = desk.reader
    items = reader.run(ITEMS)
    reader.run(HELD, "j")
    assert reader.run(CURRENT) == items[3]
    reader.run(HELD, "c")
    assert reader.run(ITEMS) == [*items[:3], *items[4:]]
    until(lambda: desk.status(items[3]) == "confirmed", "the judgement to be kept")
    reader.run(HELD, "u")
    assert reader.run(ITEMS) == items
    until(lambda: desk.status(items[3]) == "proposed", "the undo to be kept")


def test_a_fact_is_opened_when_what_was_judged_before_is_kept_and_not_when_that_is_refused(desk: Desk) -> None:
    reader = desk.reader
    first, second, third, *_ = reader.run(ITEMS)
    fact = reader.run(f"return document.getElementById('{second}').querySelector('a.open').href")
    reader.press("c")
    reader.press("o")
    until(lambda: reader.in_extension(OPENED, fact), "the next item's fact to be opened")
    assert desk.status(first) == "confirmed"
    reader.loading(lambda: reader.press("o"))  # back
    until(lambda: reader.run(CURRENT) == second, "the item to be current again")
    desk.decide(second, "reject_relation")
    reader.run(AT_ONCE, "c", "o")
    desk.shows("Somebody else was here first: it is rejected now.")
    assert reader.run(CURRENT) == second
    assert third in reader.run(ITEMS)
    reader.errors()  # browsers log the refused request themselves


def test_what_another_moderator_decided_first_comes_back_with_a_word_and_can_be_overruled(desk: Desk) -> None:
    reader = desk.reader
    first, *_ = reader.run(ITEMS)
    desk.decide(first, "reject_relation")
    reader.press("c")
    desk.shows("Somebody else was here first: it is rejected now.")
    assert reader.run(CURRENT) == first
    assert desk.status(first) == "rejected"
    reader.press("c")
    until(lambda: desk.status(first) == "confirmed", "the judgement to be kept")
    assert "first" not in reader.run("return document.querySelector('.note')?.textContent ?? ''")
    reader.errors()  # browsers log the refused request themselves


def test_what_is_refused_comes_back_into_its_place_though_the_next_was_judged_meanwhile(desk: Desk) -> None:
    reader = desk.reader
    first, second, third, *_ = reader.run(ITEMS)
    desk.decide(first, "reject_relation")
    reader.run(AT_ONCE, "c", "c")
    desk.shows("Somebody else was here first: it is rejected now.")
    assert reader.run(ITEMS)[:2] == [first, third]
    until(lambda: desk.status(second) == "confirmed", "the other judgement to be kept")
    reader.errors()  # browsers log the refused request themselves


def test_a_facts_page_shows_how_a_pair_stands_after_an_undo_and_after_somebody_elses_decision(desk: Desk) -> None:
    reader = desk.reader
    fact = desk.conflict()["fact"]["id"]
    desk.go(f"/admin/facts/{fact}")
    pair = reader.run(CURRENT)
    desk.decide(pair, "reject_relation")
    reader.press("c")
    desk.shows("Somebody else was here first: it is rejected now.")
    desk.shows("rejected", STATE)
    reader.press("c")
    until(lambda: desk.status(pair) == "confirmed", "the judgement to be kept")
    desk.shows("confirmed", STATE)
    reader.press("u")
    until(lambda: desk.status(pair) == "rejected", "the undo to be kept")
    desk.shows("rejected", STATE)
    reader.errors()  # browsers log the refused request themselves


def test_what_is_decided_waits_for_a_server_that_is_gone_and_is_kept_once(desk: Desk) -> None:
    reader = desk.reader
    fact = desk.conflict()["fact"]["id"]  # which may be judged below: what was read most stands first in the queue
    first, second, third, *_ = reader.run(ITEMS)
    desk.server.end()
    reader.press("c")
    reader.press("r")
    gone = "return document.getElementById('gone').innerText"
    desk.shows("2 judgements wait here to be sent.", gone)
    assert reader.run(CURRENT) == third
    desk.server.start()
    reader.run("document.querySelector('#gone button').click()")
    until(lambda: reader.run("return document.getElementById('gone').hidden"), "the banner to go")
    until(lambda: [desk.status(first), desk.status(second)] == ["confirmed", "rejected"], "both to be kept")
    assert [decision["target"] for decision in desk.decided()] == [second, first]
    desk.go(f"/admin/facts/{fact}")
    desk.server.end()
    reader.run(SETTLE)
    desk.shows("The server does not answer", COMPLAINT)
    desk.server.start()
    reader.loading(lambda: reader.run(SETTLE))
    assert [decision["action"] for decision in desk.decided()].count("settle_fact") == 1
    reader.errors()


def test_a_claim_is_corrected_by_selecting_its_words(desk: Desk) -> None:
    reader = desk.reader
    fact = desk.conflict()["fact"]["id"]
    desk.go(f"/admin/facts/{fact}")
    claim = desk.ask(f"/facts/{fact}")["claims"][0]
    reader.run(CORRECT, claim["content"])
    desk.shows(claim["exact"][-6:], PICKED)
    reader.run("document.getElementById('chosen').requestSubmit()")
    desk.shows("about 170", DIALOG)
    reader.loading(lambda: reader.run(DO_IT))
    kept = desk.decided()[0]
    start = claim["passage"].index(claim["exact"]) + len(claim["exact"]) - 6
    assert kept["target"] == claim["content"]
    assert kept["change"] == {"value": "about 170", "start": start, "end": start + 6}


def test_a_fact_is_split_after_a_look_at_what_it_does_settled_and_both_taken_back(desk: Desk) -> None:
    reader = desk.reader
    fact = desk.conflict()["fact"]["id"]
    desk.go(f"/admin/facts/{fact}")
    reader.run("document.querySelector('.claims .pick input').click()")
    reader.run(SPLIT)
    desk.shows("conflicts 1 → 0", DIALOG)
    facts = "return [...document.querySelectorAll('#preview section')].map((e) => e.querySelectorAll('h4').length)"
    assert reader.run(facts) == [1, 2]
    assert desk.decided() == []
    conflicts = desk.ask("/queue")["counts"]["conflict"]
    reader.loading(lambda: reader.run(DO_IT))
    split = desk.decided()[0]
    assert (split["action"], split["reason"]) == ("split_fact", "Two things.")
    assert desk.ask("/queue")["counts"]["conflict"] == conflicts - 1
    desk.shows("split fact")
    reader.loading(lambda: reader.press("u"))
    assert desk.ask("/queue")["counts"]["conflict"] == conflicts
    reader.loading(lambda: reader.run(SETTLE))
    assert desk.ask(f"/facts/{fact}")["status"] == "settled"
    desk.shows("settle fact")
    desk.shows("Counted.")
    reader.loading(lambda: reader.run("document.querySelector('.log form').requestSubmit()"))
    assert desk.ask(f"/facts/{fact}")["status"] != "settled"
