"""Curating at the desk in a real browser: facts merged, stories split, people's roles; and what is refused there."""

from __future__ import annotations

from urllib.parse import quote

from tests.e2e.desk import QUARRY, TEXT, Desk
from tests.e2e.driving import Reader
from tests.serving import SEEDS, seeds
from tests.waiting import until

from secondsource.moderating.waiting import MUCH_READ

DIALOG = "return document.querySelector('dialog[open]')?.innerText"
DO_IT = "document.querySelector('#preview [value=yes]').click()"
COMPLAINT = "return document.querySelector('.note')?.textContent"
STATE = "return document.querySelector('.item .state').innerText"
CURRENT = "return document.querySelector('.item[aria-current]')?.id"
HERE = "return document.querySelectorAll('.item').length"
PROGRESS = "return document.querySelector('#progress .count').textContent"
SEARCH = """
const search = document.querySelector("[data-narrow]");
search.closest("details").open = true;
search.value = args[0];
search.dispatchEvent(new Event("input"));
const found = [...document.querySelectorAll("#neighbours > li")].filter((li) => !li.hidden);
return found.map((li) => li.querySelector("input").value);
"""
# Two keys before any answer can be there.
AT_ONCE = """
for (const key of args) document.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
"""
SENT = "return performance.getEntriesByType('resource').filter(({ name }) => name.includes('/decisions')).length"
FULL = """
for (let size = 2 ** 22; size >= 1; size = Math.floor(size / 2)) {
  try { for (let n = 0; ; n++) sessionStorage.setItem(`${size} ${n}`, "x".repeat(size)) } catch {}
}
"""


def complaints(reader: Reader) -> list[str]:
    """What the browser complained of so far; asked for something first, for only then does it tell."""
    reader.run(TEXT)
    return reader.errors()


def much_read(desk: Desk) -> str:
    """The id of the seed story, of which more waits than a page shows: what is read much waits too."""
    text = next(SEEDS.glob("*/story.toml")).read_text(encoding="utf-8")
    seed = next(s["id"] for s in desk.ask("/stories")["items"] if s["title"] in text)
    for _ in range(MUCH_READ):
        desk.server.annotate(seeds()[0].text)
    desk.server.stop()  # hands over what it counted
    desk.server.start()
    return str(seed)


def test_who_looks_on_without_judging_comes_to_further_pages_too(desk: Desk) -> None:
    reader = desk.reader
    desk.go(f"/admin?story={much_read(desk)}")
    here = reader.run(HERE)
    for _ in range(here - 1):
        reader.press("j")
    last = reader.run(CURRENT)
    until(lambda: reader.run(HERE) > here, "the next page")
    reader.press("j")
    assert reader.run(CURRENT) != last


def test_the_seed_storys_queue_is_cleared_with_the_keyboard_alone_and_further_pages_come_before_they_are_wanted(
    desk: Desk,
) -> None:
    reader = desk.reader
    seed = much_read(desk)
    desk.go(f"/admin?story={seed}")
    queue = desk.ask(f"/queue?story={seed}")
    many, of = queue["left"], queue["left"] + queue["done"]
    assert many > reader.run(HERE), "more than a page"
    assert reader.run(PROGRESS) == f"{many} of {of} left"
    reader.run("window.loadedOnce = true")
    left = many
    while left:
        here = until(lambda: reader.run(HERE), "items to judge")
        for number in range(here):
            reader.press("crl"[number % 3])
        left -= here
    desk.shows("All judged")
    assert reader.run("return loadedOnce")
    assert reader.run(PROGRESS) == f"0 of {of} left"
    until(lambda: desk.ask(f"/queue?story={seed}")["left"] == 0, "every judgement to be kept")
    kept = desk.decided()
    assert len({decision["target"] for decision in kept}) == len(kept) == many
    assert {decision["action"] for decision in kept} == {"confirm_relation", "reject_relation", "leave_relation"}


def test_facts_are_merged_by_selecting_and_not_behind_another_moderators_back(desk: Desk) -> None:
    reader = desk.reader
    first, second = (f for f in desk.ask(f"/facts?story={desk.story(QUARRY)}&limit=2")["items"])
    desk.go(f"/admin/facts/{first['id']}")
    assert second["id"] in reader.run(SEARCH, second["label"].lower())
    assert reader.run(SEARCH, "no fact is called this") == []
    reader.run(SEARCH, "")
    merge = {"change.with[]": second["id"], "reason": "One thing."}
    desk.fill("merge_facts", merge)
    desk.shows(second["label"], DIALOG)
    desk.decide(second["id"], "dispute_fact", "fact", reason="Which?", change={})
    reader.run(DO_IT)
    desk.shows("changed since", COMPLAINT)
    assert [d["action"] for d in desk.decided()] == ["dispute_fact"]
    reader.errors()  # browsers log the refused request themselves

    desk.go(f"/admin/facts/{first['id']}")
    desk.fill("merge_facts", merge)
    desk.shows("Then", DIALOG)
    reader.loading(lambda: reader.run(DO_IT))
    merged = desk.ask("/decisions?action=merge_facts")["items"][0]
    assert merged["change"] == {"with": [second["id"]]}
    contents = {claim["content"] for fact in (first, second) for claim in fact["claims"]}
    facts = desk.ask(f"/facts?story={first['story']}&limit=200")["items"]
    assert contents in [{claim["content"] for claim in fact["claims"]} for fact in facts]


def test_an_article_gets_an_origin_and_a_story_is_split_and_merged_again(desk: Desk) -> None:
    reader = desk.reader
    whole = desk.story(QUARRY)
    articles = desk.ask(f"/stories/{whole}")["articles"]
    article = articles[0]["id"]
    desk.go(f"/admin/articles/{article}")
    reader.loading(lambda: desk.fill("set_origin", {"change.origin": "North Wire", "reason": "It says so."}))
    desk.shows("after North Wire")

    desk.go(f"/admin/stories/{whole}")
    title = "Another event"
    split = {"change.articles[]": article, "change.title": title, "reason": "Two events."}
    desk.fill("split_story", split)
    desk.shows("Pairs:", DIALOG)
    reader.loading(lambda: reader.run(DO_IT))
    new = next(s["id"] for s in desk.ask("/stories")["items"] if s["title"] == title)
    assert [a["id"] for a in desk.ask(f"/stories/{new}")["articles"]] == [article]

    desk.go(f"/admin/stories/{new}")
    desk.fill("merge_stories", {"change.into": whole, "reason": "One event."})
    desk.shows("Pairs:", DIALOG)
    reader.loading(lambda: reader.run(DO_IT))
    assert reader.run("return location.pathname") == "/admin/stories", "the merged one is gone: the page above it"
    assert [a["id"] for a in desk.ask(f"/stories/{whole}")["articles"]] == [a["id"] for a in articles]

    elsewhere = next(s["id"] for s in desk.ask("/stories")["items"] if s["id"] != whole)
    desk.go(f"/admin/articles/{article}")
    desk.fill("assign_article", {"change.story": elsewhere, "reason": "Misplaced."})
    desk.shows("What this does", DIALOG)
    reader.loading(lambda: reader.run(DO_IT))
    assert article in [a["id"] for a in desk.ask(f"/stories/{elsewhere}")["articles"]]


def test_somebody_is_added_given_a_role_and_a_token_and_disabled(desk: Desk) -> None:
    reader = desk.reader
    name = "Bea"
    path = f"/moderators/{quote(name)}"
    desk.go("/admin/moderators")
    desk.fill("/moderators", {"name": name, "role": "reporter"})
    desk.shows("shown this once", DIALOG)
    token = reader.run("return document.querySelector('#token output').textContent")
    signed = {"Authorization": f"Bearer {token}"}
    assert desk.server.get("/api/v1/admin/me", signed)[0] == 200
    reader.loading(lambda: reader.run("document.querySelector('#token .button:not([type=button])').click()"))
    reader.loading(lambda: desk.fill(f"{path}/role", {"role": "moderator", "reason": "Trained."}))
    assert desk.ask(path)["role"] == "moderator"
    desk.fill(f"{path}/tokens", {"label": "laptop", "expires_in_days": "30"})
    desk.shows("shown this once", DIALOG)
    reader.loading(lambda: reader.run("document.querySelector('#token .button:not([type=button])').click()"))
    assert [t["label"] for t in desk.ask(path)["tokens"]] == ["", "laptop"]
    first = desk.ask(path)["tokens"][0]["id"]
    reader.loading(lambda: desk.fill(f"/tokens/{first}", {}))
    assert desk.server.get("/api/v1/admin/me", signed)[0] == 401
    reader.loading(lambda: desk.fill(f"{path}/disable", {"reason": "On leave."}))
    desk.shows("disabled")
    reader.loading(lambda: desk.fill(f"{path}/enable", {"reason": "Back."}))
    assert desk.ask(path)["disabled_at"] is None
    desk.fill("/Ann/role", {"role": "reporter", "reason": "Too much."})
    desk.shows("another one first", COMPLAINT)
    reader.errors()  # browsers log the refused request themselves


def test_undoing_what_was_decided_anew_shows_how_it_is_now(desk: Desk) -> None:
    reader = desk.reader
    fact = desk.conflict()["fact"]["id"]
    desk.go(f"/admin/facts/{fact}")
    pair = reader.run(CURRENT)
    reader.press("c")
    until(lambda: desk.status(pair) == "confirmed", "the judgement to be kept")
    desk.decide(pair, "reject_relation")
    reader.press("u")
    desk.shows("decided anew meanwhile: it is rejected now", COMPLAINT)
    assert "rejected" in reader.run(STATE)
    reader.errors()  # browsers log the refused request themselves


def test_what_was_refused_leaves_nothing_to_undo(desk: Desk) -> None:
    reader = desk.reader
    pair = reader.run(CURRENT)
    desk.decide(pair, "reject_relation")
    reader.run(AT_ONCE, "c", "u")
    desk.shows("Somebody else was here first: it is rejected now.")
    reader.press("c")
    until(lambda: desk.status(pair) == "confirmed", "the next judgement to be kept")
    until(lambda: reader.run(SENT) >= 2, "the browser to count both judgements")
    assert reader.run(SENT) == 2, "the refused judgement and the next one, and no undo"
    reader.errors()  # browsers log the refused request themselves


def test_judgements_go_on_after_one_whose_answer_could_not_be_taken_in(desk: Desk) -> None:
    reader = desk.reader
    reader.run(FULL)
    first, second, *_ = reader.run("return [...document.querySelectorAll('.item')].map((item) => item.id)")
    reader.press("c")
    until(lambda: complaints(reader), "the browser to complain that its storage is full")
    reader.run("sessionStorage.clear()")
    reader.press("r")
    until(lambda: [desk.status(first), desk.status(second)] == ["confirmed", "rejected"], "both to be kept")
