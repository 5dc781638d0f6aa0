"""The desk's pages as the server makes them: who gets in, what they show, and what they refuse."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import Engine, select
from sqlalchemy.orm import Session
from tests.conftest import CHEESE, FERRY, Folders, Ingest, address
from tests.moderator import Moderator
from tests.postgresql import ONLY_SQLITE
from tests.unit.web.conftest import told

from secondsource.annotating.line import IN_LINE, in_line
from secondsource.factbase.models import Article, Fact, Relation, Role, Story
from secondsource.factbase.sessions import writing
from secondsource.jobs import enqueue
from secondsource.moderating.moderators import add_moderator
from secondsource.web.desk import facts

pytestmark = pytest.mark.usefixtures("ferry")
COOKIE = "secondsource_desk"
ELSEWHERE = ("https://evil.example/admin", "//evil.example/admin", "/read/x", "/admin\\@evil.example", "/administer")
NOT_THERE = (
    *(f"/admin/{noun}/none" for noun in ("facts", "stories", "articles")),
    "/admin/articles/none/readers",
    "/admin?why=nonsense",
    "/admin?after=nonsense",
    "/admin/audit?after=x",
)


def sign_in(client: FlaskClient, token: str, then: str = "") -> object:
    return client.post("/admin/sign-in", data={"token": token, "then": then})


def conflict(session: Session) -> Relation:
    return session.scalars(select(Relation).where(Relation.stance == "conflicts").order_by(Relation.id)).all()[0]


def paths(client: FlaskClient) -> list[str]:
    """Every address of the desk that can be asked for, with what is in the base put in."""
    app: Flask = client.application
    with app.extensions["secondsource.base"].connect() as connection:
        ids = {
            "fact_id": connection.scalar(select(Fact.id).limit(1)),
            "story_id": connection.scalar(select(Article.story_id).limit(1)),
            "article_id": connection.scalar(select(Article.id).limit(1)),
            "job_id": enqueue(app.extensions["secondsource.base"], "ingest", {"sources": []}),
        }
    rules = (rule for rule in app.url_map.iter_rules() if rule.endpoint.startswith("desk."))
    asked = [rule for rule in rules if "GET" in (rule.methods or ()) and rule.endpoint != "desk.sign_in"]
    return sorted(re.sub(r"<(\w+)>", lambda found: str(ids[found[1]]), rule.rule) for rule in asked)


def test_an_outlets_name_does_not_turn_what_stands_beside_it_around(desk: FlaskClient, session: Session) -> None:
    found = conflict(session)
    for claim in (found.a, found.b):
        assert f"<bdi>{html.escape(claim.article.outlet.name)}</bdi>: " in desk.get("/admin").text
        assert f"<bdi>{html.escape(claim.article.outlet.name)}</bdi>" in desk.get(f"/admin/facts/{claim.fact_id}").text


def test_a_pair_of_two_facts_stands_on_the_pages_of_both(desk: FlaskClient, session: Session) -> None:
    pairs = [found for found in session.scalars(select(Relation)) if found.a.fact_id != found.b.fact_id]
    assert pairs, "what is not sure joins no facts that have an article in common"
    for found in pairs:
        for claim in (found.a, found.b):
            assert f'id="{found.pair_id}"' in desk.get(f"/admin/facts/{claim.fact_id}").text


def test_no_page_of_the_desk_is_shown_without_signing_in(client: FlaskClient) -> None:
    asked = paths(client)
    assert len(asked) >= 10
    for path in asked:
        answer = client.get(path)
        assert (answer.status_code, answer.headers["Location"]) == (302, f"/admin/sign-in?then={path}")


def test_every_page_is_shown_to_an_administrator_kept_in_no_cache_and_asks_nobody_else(desk: FlaskClient) -> None:
    for path in paths(desk):
        answer = desk.get(path)
        assert answer.status_code == 200, path
        assert answer.headers["Cache-Control"] == "no-store"
        policy = answer.headers["Content-Security-Policy"]
        assert {source for part in policy.split(";") for source in part.split()[1:]} == {"'none'", "'self'", "data:"}
        assert not re.search(r"<script(?![^>]*\bsrc=)|\son\w+=|style=", answer.text), path


def test_signing_in_gives_a_cookie_that_no_script_and_no_other_site_gets(client: FlaskClient, token: str) -> None:
    answer = sign_in(client, token, "/admin/audit")
    assert answer.headers["Location"] == "/admin/audit"
    cookie = answer.headers["Set-Cookie"]
    assert cookie.startswith(f"{COOKIE}=")
    assert token not in cookie
    assert {"HttpOnly", "SameSite=Strict", "Path=/"} <= set(cookie.split("; "))


def test_two_servers_on_one_host_do_not_sign_each_other_out(client: FlaskClient, token: str) -> None:
    here, there = "http://127.0.0.1:8765", "http://127.0.0.1:8766"
    names = {
        here: f"{COOKIE}_8765",
        there: f"{COOKIE}_8766",
        "http://[::1]:8765": f"{COOKIE}_8765",
        "http://localhost": COOKIE,
    }
    for address_, name in names.items():
        answer = client.post("/admin/sign-in", data={"token": token}, base_url=address_)
        assert answer.headers["Set-Cookie"].startswith(f"{name}="), address_
    assert client.post("/admin/sign-out", data={"everywhere": ""}, base_url=here).status_code == 303
    assert client.get("/admin", base_url=here).status_code == 302
    assert client.get("/admin", base_url=there).status_code == 200


def test_a_wrong_token_is_refused_with_a_sentence(client: FlaskClient) -> None:
    for given in ["", "wrong", "ss_" + "x" * 43, "x" * 10_000, "ss_\u2603"]:
        answer = sign_in(client, given)
        assert answer.status_code == 403
        assert "This token is not valid." in answer.text
        assert "Set-Cookie" not in answer.headers
    assert client.get("/admin").status_code == 302


def test_signing_in_leads_to_the_desk_and_nowhere_else(client: FlaskClient, token: str) -> None:
    for then in ELSEWHERE:
        assert sign_in(client, token, then).headers["Location"] == "/admin", then


def test_another_site_can_neither_sign_anybody_in_nor_out(client: FlaskClient, token: str) -> None:
    for headers in ({"Origin": "https://evil.example"}, {"Origin": "null"}, {"Sec-Fetch-Site": "cross-site"}):
        for path in ("/admin/sign-in", "/admin/sign-out"):
            assert client.post(path, data={"token": token}, headers=headers).status_code == 403


def test_signing_out_ends_the_session_wherever_its_cookie_was_copied_to(desk: FlaskClient, token: str) -> None:
    copied = desk.get_cookie(COOKIE).value
    assert desk.post("/admin/sign-out", data={"everywhere": ""}).headers["Location"] == "/admin/sign-in"
    desk.set_cookie(COOKIE, copied)
    assert desk.get("/admin").status_code == 302
    assert sign_in(desk, token).status_code == 303


def test_signing_out_everywhere_ends_the_sessions_of_other_browsers(desk: FlaskClient, token: str) -> None:
    here = desk.get_cookie(COOKIE).value
    sign_in(desk, token)
    assert desk.get_cookie(COOKIE).value != here
    desk.post("/admin/sign-out", data={"everywhere": "yes"})
    desk.set_cookie(COOKIE, here)
    assert desk.get("/admin").status_code == 302


def test_the_queue_shows_both_sentences_with_what_differs_marked(desk: FlaskClient, session: Session) -> None:
    relation = conflict(session)
    page = told(desk, "/admin")
    assert relation.a.passage in page
    assert relation.b.passage in page
    assert relation.reason in page
    marks = re.findall(r'<mark class="differs">([^<]+)</mark>', desk.get("/admin?why=conflict").text)
    assert {"52", "54"} <= set(marks)


def test_a_judgement_takes_its_item_out_of_the_queue_and_undoing_brings_it_back(
    desk: FlaskClient, ann: Moderator, session: Session
) -> None:
    item = f'id="{conflict(session).pair_id}"'
    before = left(desk)
    assert item in desk.get("/admin").text
    made = ann.decide(f"/relations/{conflict(session).pair_id}", "reject_relation", reason="")
    assert item not in desk.get("/admin").text
    assert left(desk) == before - 1
    ann.undo(made["decision"])
    assert item in desk.get("/admin").text
    assert left(desk) == before


def left(client: FlaskClient) -> int:
    found = re.search(r"(\d+) of \d+ left", client.get("/admin").text)
    assert found is not None
    return int(found[1])


def test_the_tags_on_the_pages_are_those_that_the_api_takes(
    desk: FlaskClient, ann: Moderator, session: Session
) -> None:
    relation = conflict(session)
    shown = re.search(rf'data-target="{relation.pair_id}" data-etag="([^"]+)"', desk.get("/admin").text)
    assert shown is not None
    assert html.unescape(shown[1]) == ann.get(f"/relations/{relation.pair_id}")["etag"]
    page = desk.get(f"/admin/facts/{relation.a.fact_id}").text
    assert html.escape(ann.get(f"/facts/{relation.a.fact_id}")["etag"]).replace("&quot;", "&#34;") in page


def test_a_filter_of_the_queue_shows_only_what_it_says(desk: FlaskClient) -> None:
    badges = re.findall(r'class="badge (\w+)"', desk.get("/admin?why=conflict").text)
    assert set(badges) == {"conflict"}
    assert re.search(r"\b(\d+) of \1 left", told(desk, "/admin?why=conflict"))
    assert "Nothing here" in told(desk, "/admin?why=report") or "All judged" in told(desk, "/admin?why=report")


def test_what_is_not_there_is_a_page_that_says_so(desk: FlaskClient) -> None:
    for path in NOT_THERE:
        assert "Nothing is kept at this address" in told(desk, path, 404)


def test_a_fact_shows_every_outlets_sentence_by_value(desk: FlaskClient, session: Session) -> None:
    relation = conflict(session)
    page = told(desk, f"/admin/facts/{relation.a.fact_id}")
    for claim in relation.a.fact.claims if relation.a.fact else ():
        assert claim.passage in page
        assert claim.article.outlet.name in page
        assert f"Read as {claim.subject}" in page


def test_facts_to_merge_with_that_are_not_shown_are_counted(
    desk: FlaskClient, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    fact = conflict(session).a.fact
    assert fact is not None
    others = len(session.scalars(select(Fact).where(Fact.story_id == fact.story_id)).all()) - 1
    page = desk.get(f"/admin/facts/{fact.id}").text
    assert page.count('name="change.with[]"') == others > 3
    assert "more fact" not in page
    monkeypatch.setattr(facts, "MOST_NEIGHBOURS", 2)
    page = desk.get(f"/admin/facts/{fact.id}").text
    assert page.count('name="change.with[]"') == 2
    assert f"{others - 2} more fact" in page


def test_the_story_grid_has_a_column_an_article_and_marks_conflicts(desk: FlaskClient, session: Session) -> None:
    page = desk.get(f"/admin/stories/{conflict(session).story_id}").text
    columns = re.findall(r'<th scope="col"><a href="/admin/articles/\w+">([^<]+)</a> <time ', page)
    assert sorted(columns) == sorted(FERRY)
    assert re.search(r'<td class="conflicts">\s*54\s*<span', page)


def test_a_silent_edit_is_shown_as_a_difference(
    desk: FlaskClient, folders: Folders, ingest: Ingest, session: Session, ferry: Path
) -> None:
    outlet = "Coast Daily"
    article = session.scalars(select(Article).where(Article.url == address(outlet))).one()
    assert "has not changed" in told(desk, f"/admin/articles/{article.id}")
    changed = FERRY | {outlet: FERRY[outlet].replace("Tregenza, 54", "Tregenza, 53")}
    ingest(folders.story("Ferry", changed, published="2031-03-04"))
    page = desk.get(f"/admin/articles/{article.id}").text
    assert re.search(r"<del>54</del><ins>53</ins>", page)
    assert "was found changed" in told(desk, f"/admin/stories/{article.story_id}")
    assert ferry.is_dir()


def test_what_readers_see_is_what_the_api_answers_for_the_article(desk: FlaskClient, session: Session) -> None:
    article = session.scalars(select(Article).order_by(Article.id)).all()[0]
    answer = desk.post("/api/v1/annotations", json={"text": article.current.text, "url": article.url})
    notes = answer.get_json()["annotations"]
    page = told(desk, f"/admin/articles/{article.id}/readers")
    assert notes
    assert f"{len(notes)} notes" in page or f"{len(notes)} note" in page
    for note in notes:
        assert note["body"][0]["value"] in page


def test_what_readers_see_waits_in_no_endless_line(desk: FlaskClient, session: Session) -> None:
    article = session.scalars(select(Article)).first()
    assert article
    address = f"/admin/articles/{article.id}/readers"
    with ExitStack() as line:
        for _ in range(IN_LINE):
            line.enter_context(in_line(""))
        busy = desk.get(address)
        assert busy.status_code == 429
        assert busy.headers["Retry-After"]
        assert "The server is busy" in busy.text
    assert desk.get(address).status_code == 200


def test_the_audit_shows_who_did_what_and_why(desk: FlaskClient, ann: Moderator, session: Session) -> None:
    fact = conflict(session).a.fact_id
    ann.decide(f"/facts/{fact}", "settle_fact", reason="The register says so.", note="She is 52.", source="Register")
    page = told(desk, "/admin/audit")
    assert "Ann settle fact" in page
    assert "The register says so." in page
    assert "She is 52." in page
    assert "No decision like this" in told(desk, "/admin/audit?action=merge_stories")


def test_the_audit_calls_what_was_named_as_it_was_called_and_shows_what_is_orphaned(
    desk: FlaskClient, ann: Moderator, folders: Folders, ingest: Ingest, session: Session
) -> None:
    ingest(folders.story("Cheese", CHEESE))
    ann.decide(f"/facts/{conflict(session).a.fact_id}", "dispute_fact", note="Which?")
    article = session.scalars(select(Article).where(Article.url == address("Isle Post"))).one()
    cheese = session.scalars(select(Story).where(Story.title == "Cheese")).one()
    both = [ann.get(path)["etag"] for path in (f"/articles/{article.id}", f"/stories/{cheese.id}")]
    move = {"action": "assign_article", "target": article.id, "reason": "So.", "change": {"story": cheese.id}}
    moved = ann.post("/decisions", tag=", ".join(both), **move)["decision"]
    assert "story Ferry → Cheese" in told(desk, "/admin/audit?action=assign_article")
    assert moved["snapshot"]["story"]["title"] == "Ferry", "where it stood before"
    assert "No decision like this" in told(desk, "/admin/audit?orphaned=yes")
    ingest(folders.story("Ferry", dict.fromkeys(FERRY, "Nothing was said.")))
    orphaned = told(desk, "/admin/audit?orphaned=yes")
    assert "dispute fact" in orphaned
    assert "assign article Isle Post" not in orphaned


def test_the_audit_links_to_what_is_there_and_to_the_story_of_what_is_gone(
    desk: FlaskClient, ann: Moderator, folders: Folders, ingest: Ingest, session: Session
) -> None:
    pair = conflict(session)
    ann.decide(f"/facts/{pair.a.fact_id}", "dispute_fact", note="Which?")
    ann.decide(f"/relations/{pair.pair_id}", "reject_relation")
    links = r'href="(/admin/(?:facts|articles|stories)/[^"]+)"'
    assert f"/admin/facts/{pair.a.fact_id}" in re.findall(links, desk.get("/admin/audit").text)
    ingest(folders.story("Ferry", dict.fromkeys(FERRY, "Nothing was said.")))
    found = re.findall(links, desk.get("/admin/audit?orphaned=yes").text)
    assert found == [f"/admin/stories/{pair.story_id}"] * 2
    assert desk.get(found[0]).status_code == 200


def test_a_report_is_shown_until_it_is_closed(desk: FlaskClient, ann: Moderator, session: Session) -> None:
    fact = conflict(session).a.fact_id
    sent = {"note": "n1", "fact": fact, "url": "https://a.example/", "words": "She is 53 <b>now</b>"}
    assert desk.post("/api/v1/reports", json=sent).status_code == 201
    assert "She is 53 &lt;b&gt;now&lt;/b&gt;" in desk.get("/admin/reports").text
    assert "She is 53" in told(desk, "/admin?why=report")
    report = ann.get("/reports")["items"][0]["id"]
    ann.decide(f"/reports/{report}", "close_report", reason="")
    assert "She is 53" not in told(desk, "/admin/reports")
    assert "She is 53" in told(desk, "/admin/reports?closed=yes")


def test_no_page_ever_shows_a_token_or_a_hash_of_one(desk: FlaskClient, token: str) -> None:
    for path in paths(desk):
        page = desk.get(path).text
        assert token not in page
        assert desk.get_cookie(COOKIE).value not in page


@pytest.fixture
def as_role(engine: Engine, client: FlaskClient, token: str) -> Callable[[Role], FlaskClient]:
    """A browser of somebody with a role, signed in."""

    def as_role(role: Role) -> FlaskClient:
        assert token
        with writing(engine) as writes:
            theirs = add_moderator(writes, f"The {role}", role)
        assert sign_in(client, theirs).status_code == 303
        return client

    return as_role


@pytest.mark.parametrize("role", [Role.REPORTER, Role.MODERATOR])
def test_only_administrators_see_the_moderators(as_role: Callable[[Role], FlaskClient], role: Role) -> None:
    browser = as_role(role)
    assert f"This page needs the role {Role.ADMINISTRATOR}; you are {role}." in told(browser, "/admin/moderators", 403)
    assert "/admin/moderators" not in browser.get("/admin").text


@pytest.mark.parametrize(("role", "status"), [(Role.REPORTER, 403), (Role.MODERATOR, 200)])
def test_the_audit_is_for_those_who_may_read_it_in_the_api(
    as_role: Callable[[Role], FlaskClient], role: Role, status: int
) -> None:
    browser = as_role(role)
    assert browser.get("/admin/audit").status_code == status
    assert browser.get("/api/v1/admin/audit").status_code == status
    assert ("/admin/audit" in browser.get("/admin").text) == (status == 200)


@pytest.mark.parametrize("role", Role)
def test_every_page_refuses_a_role_that_is_too_low_and_no_other(
    as_role: Callable[[Role], FlaskClient], role: Role
) -> None:
    needed = {"/admin/add": Role.MODERATOR, "/admin/audit": Role.MODERATOR, "/admin/moderators": Role.ADMINISTRATOR}
    browser, ranks = as_role(role), list(Role)
    for path in paths(browser):
        refused = ranks.index(role) < ranks.index(needed.get(path, Role.REPORTER))
        assert browser.get(path).status_code == (403 if refused else 200), path


def test_a_reporter_reads_everything_and_is_offered_no_judgement(
    as_role: Callable[[Role], FlaskClient], session: Session
) -> None:
    browser = as_role(Role.REPORTER)
    fact = conflict(session).a.fact_id
    for path in ("/admin", f"/admin/facts/{fact}"):
        page = browser.get(path).text
        assert 'class="item"' in page
        assert "data-judge" not in page
        assert "/api/v1/admin/decisions" not in page
        assert "change.apart" not in page


@ONLY_SQLITE
def test_a_base_that_does_not_answer_and_a_fault_of_ours_have_pages_of_the_desk(desk, engine, monkeypatch):
    with engine.begin() as connection:
        connection.exec_driver_sql("ALTER TABLE decision RENAME TO gone")
    assert "The fact base does not answer" in told(desk, "/admin/audit", 503)
    assert "Try again" in told(desk, "/admin/audit", 503)
    monkeypatch.setattr(facts, "find_fact", None)
    assert "Something went wrong in the server" in told(desk, "/admin/facts/any", 500)
