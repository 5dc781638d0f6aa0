"""Every page, dialog and form of the desk in a real browser: for everybody, light or dark, wide or narrow; and sent."""

from __future__ import annotations

from tests.e2e.access import COLOURS, RULES, TOO_WIDE, violations
from tests.e2e.desk import Desk
from tests.waiting import until

LOOKS = ((False, 1100), (True, 360))
DRAWN = [*COLOURS, "target-size", "scrollable-region-focusable"]  # by a look and a browser; all else is in the page
DIALOG = "return document.querySelector('dialog[open]')?.innerText"
DO_IT = "document.querySelector('#preview [value=yes]').click()"
CLOSE = "document.querySelector('dialog[open]').close()"
CALL = """
for (const words of document.querySelectorAll(".outlet, h1, h2, h3, blockquote, main p")) words.textContent = args[0];
"""
WEIGHED = "return document.querySelector('[data-features] table')?.textContent"
UNFOLD = "for (const fold of document.querySelectorAll('details')) fold.open = true"
FOUND = "return [...document.querySelector('[name=\"change.into\"]').options].map(({ text }) => text)"
# As the page of a base with more stories than a list shows has it; its script is told of it anew.
SEARCH = """
const select = document.querySelector("[name='change.into']");
const search = document.createElement("input");
search.dataset.find = "/api/v1/admin/stories";
search.dataset.own = args[0];
select.form.append(search);
const { begin } = await import("/static/desk/pick.js");
begin();
for (const letter of args[1]) {
  search.value += letter;
  search.dispatchEvent(new Event("input"));
}
"""
ASKED = "return performance.getEntriesByType('resource').filter(({ name }) => name.includes('/stories?')).length"
ADD = """
const form = document.querySelector("main form.fields");
for (const [name, value] of Object.entries(args[0])) form.elements[name].value = value;
form.requestSubmit();
"""
PASTED = {"text": "A boat came in at dawn.", "outlet": "Harbour Sheet", "url": "https://harbour-sheet.example/1"}


def looked_at(desk: Desk, what: str) -> None:
    """What the browser shows is for everybody, in every look; what no look and no browser changes is looked at once."""
    try:
        for dark, width in LOOKS:
            desk.reader.look(dark=dark, width=width)
            rules = DRAWN if dark or desk.reader.name == "firefox" else RULES
            assert violations(desk.reader.run_as_page, rules) == [], (what, width)
            assert desk.reader.run(TOO_WIDE) == 0, (what, width)
    finally:
        desk.reader.look()


def test_every_page_is_for_everybody_light_or_dark_wide_or_narrow(desk: Desk) -> None:
    for path in (*desk.pages().values(), "/admin/facts/none", "/admin/stories?title=none", "/admin?why=read"):
        desk.go(path)
        looked_at(desk, path)
    desk.reader.errors()  # browsers log the address that is not there themselves


def test_no_page_is_wider_than_its_window_whatever_outlets_and_stories_are_called(desk: Desk) -> None:
    try:
        for path in (*desk.pages().values(), "/"):
            desk.go(path)
            desk.reader.look(width=360)
            desk.reader.run(CALL, "Lighthousekeepers" * 5)
            assert desk.reader.run(TOO_WIDE) == 0, path
    finally:
        desk.reader.look()


def test_dialogs_and_what_is_folded_are_for_everybody(desk: Desk) -> None:
    reader = desk.reader
    reader.press("?")
    desk.shows("Next", DIALOG)
    looked_at(desk, "keys")
    desk.go(f"/admin/facts/{desk.conflict()['fact']['id']}")
    reader.run(UNFOLD)
    desk.shows("begins at", WEIGHED)
    looked_at(desk, "a fact, unfolded")
    reader.run("document.querySelector('.claims .pick input').click()")
    desk.fill("split_fact", {"reason": "Two things."})
    desk.shows("What this does", DIALOG)
    looked_at(desk, "a preview")
    desk.go("/admin/moderators")
    reader.run(UNFOLD)
    looked_at(desk, "moderators, unfolded")
    desk.fill("/moderators", {"name": "Cy", "role": "reporter"})
    desk.shows("shown this once", DIALOG)
    looked_at(desk, "a token")
    token = reader.run("return document.querySelector('#token output').textContent")
    reader.loading(lambda: reader.run(CLOSE))
    desk.sign_out()
    looked_at(desk, "the door")
    desk.sign_in("ss_nothing")
    desk.shows("This token is not valid.")
    looked_at(desk, "a refused token")
    desk.sign_in(token)
    desk.go("/admin/moderators")
    desk.shows("administrator")
    looked_at(desk, "a page for others")
    desk.sign_out()
    desk.sign_in()
    reader.errors()  # browsers log what was refused themselves


def test_every_form_that_changes_a_fact_is_sent_and_its_undo_says_why(desk: Desk) -> None:
    reader = desk.reader
    fact = desk.conflict()["fact"]["id"]
    desk.go(f"/admin/facts/{fact}")
    sent = {
        "label_fact": {"change.label": "Staff of the quarry", "reason": "Plainer."},
        "dispute_fact": {"change.note": "Two counts.", "reason": "Both asked."},
        "hide_fact": {"reason": "No news."},
    }
    for action, fields in sent.items():
        reader.loading(lambda action=action, fields=fields: desk.fill(action, fields))
    seen = desk.ask(f"/facts/{fact}")
    assert (seen["label"], seen["note"], seen["status"]) == ("Staff of the quarry", "Two counts.", "hidden")
    reader.loading(lambda: desk.fill("/undo", {"reason": "It is news."}))
    assert [(one["action"], one["reason"]) for one in desk.decided()[:2]] == [
        ("undo", "It is news."), ("hide_fact", "No news."),
    ]  # fmt: skip
    desk.shows("undone by number")
    desk.fill("withdraw_claim", {"reason": "Said of another quarry."})
    desk.shows("What this does", DIALOG)
    reader.loading(lambda: reader.run(DO_IT))
    assert desk.decided()[0]["action"] == "withdraw_claim"


def test_furniture_is_marked_a_report_closed_and_a_story_looked_for(desk: Desk) -> None:
    reader = desk.reader
    pages = desk.pages()
    desk.go(pages["article"])
    reader.loading(lambda: desk.fill("mark_furniture", {}))
    desk.shows("furniture")
    assert [(one["action"], one["change"]) for one in desk.decided()] == [("mark_furniture", {"furniture": True})]
    said = {"note": "n", "fact": desk.conflict()["fact"]["id"], "words": "Wrong since Monday"}
    assert desk.server.post("/api/v1/reports", said)[0] == 201
    desk.go("/admin/reports")
    desk.shows(said["words"])
    reader.press("c")
    open_ones = "/reports?closed=false&limit=200"
    until(lambda: said["words"] not in [one["words"] for one in desk.ask(open_ones)["items"]], "it to be closed")
    desk.go(pages["story"])
    own = pages["story"].rpartition("/")[2]
    reader.run(SEARCH, own, desk.ask(f"/stories/{own}")["title"])
    until(lambda: reader.run(FOUND)[1:] == [], "nothing to be found: no story is merged into itself")
    reader.run(SEARCH, own, "LIGHTHOUSE")
    until(lambda: reader.run(FOUND)[1:] == ["The Harlows reopen the lighthouse inn"], "the story to be found")
    until(lambda: reader.run(ASKED) >= 2, "the browser to count what was asked")
    assert reader.run(ASKED) == 2, "once for all the letters of a search"


def test_a_pasted_article_is_added(desk: Desk) -> None:
    reader = desk.reader
    desk.go("/admin/add")
    reader.loading(lambda: reader.run(ADD, PASTED | {"url": "no address"}))
    desk.shows("Nothing was sent")
    looked_at(desk, "a form with what is wrong in it")
    reader.loading(lambda: reader.run(ADD, PASTED))
    page = reader.run("return location.pathname")
    until(lambda: desk.ask(f"/jobs/{page.rpartition('/')[2]}")["state"] == "done", "the article to be read")
    desk.go(page)  # which loads itself again at times, until it is done
    desk.shows("Done: 1 outcome")
    looked_at(desk, "what became of it")
    assert desk.story(PASTED["outlet"])
    reader.errors()  # browsers log the refused form themselves
