"""The queue, facts, stories and articles. Each view asks one function and shows what it said."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from flask import abort, render_template, request
from sqlalchemy import select

from secondsource.api.admin.claims import claim_states
from secondsource.api.admin.reports import report_states
from secondsource.api.admin.stories import MAX_TITLE
from secondsource.factbase.current import session
from secondsource.factbase.models import Report
from secondsource.moderating.queue import Item
from secondsource.moderating.queue import queue as find_queue
from secondsource.moderating.waiting import Why
from secondsource.web.desk import articles, facts, stories
from secondsource.web.desk.blueprint import blueprint, etag_of

PAGE = 50


@dataclass(frozen=True, slots=True)
class Waiting:
    """Something to judge: two wordings, or a reader's report with its tag."""

    why: Why
    readers: int
    etag: str
    pair: facts.PairSeen | None
    report: Report | None


@blueprint.get("")
def queue() -> str:
    """What waits for a judgement, the most urgent first."""
    why, story, after = (request.args.get(name, "") for name in ("why", "story", "after"))
    try:
        wanted = Why(why) if why else None
        found = find_queue(session(), why=wanted, story=story or None, limit=PAGE, after=after or None)
    except ValueError:
        abort(404)
    return render_template(
        "desk/queue.html",
        found=found,
        items=_waiting(found.items),
        choices=stories.story_choices(session(), with_=story),
        asked={"why": why, "story": story},
    )


def _waiting(items: Sequence[Item]) -> list[Waiting]:
    """All that is shown of the queue's items, in two queries."""
    pairs = facts.pairs_with_ids(session(), [item.id for item in items if item.why is not Why.REPORT])
    ids = [item.id for item in items if item.why is Why.REPORT]
    reports = {report.id: report for report in session().scalars(select(Report).where(Report.id.in_(ids)))}
    tags = {state["id"]: state["etag"] for state in report_states(session(), [*reports.values()])}
    return [
        Waiting(item.why, item.readers, tags.get(item.id, ""), pairs.get(item.id), reports.get(item.id))
        for item in items
        if item.id in pairs or item.id in reports
    ]


@blueprint.get("/facts/<fact_id>")
def fact(fact_id: str) -> str:
    """A fact, side by side."""
    found = facts.find_fact(session(), fact_id)
    if found is None:
        abort(404)
    tags = {state["content"]: state["etag"] for state in claim_states(session(), found.contents)}
    return render_template("desk/fact.html", found=found, etag=etag_of("fact", fact_id), tags=tags)


@blueprint.get("/stories", endpoint="stories")
def all_stories() -> str:
    """The stories, a page of them or of those with a title like what is looked for."""
    title, after = request.args.get("title", "")[:MAX_TITLE], request.args.get("after", "")
    found = stories.list_stories(session(), title, after)
    if found is None:
        abort(404)
    return render_template("desk/stories.html", found=found, title=title)


@blueprint.get("/stories/<story_id>")
def story(story_id: str) -> str:
    """A story: its articles, what happened when, and who says what."""
    found = stories.find_story(session(), story_id)
    if found is None:
        abort(404)
    choices = stories.story_choices(session(), but=story_id)
    return render_template("desk/story.html", found=found, choices=choices, etag=etag_of("story", story_id))


@blueprint.get("/articles/<article_id>")
def article(article_id: str) -> str:
    """An article's text and what changed between two of its versions."""
    asked = (request.args.get(name, "") for name in ("from", "to"))
    found = articles.find_article(session(), article_id, *asked)
    if found is None:
        abort(404)
    choices = stories.story_choices(session(), but=found.article.story_id)
    return render_template("desk/article.html", found=found, choices=choices, etag=etag_of("article", article_id))


@blueprint.get("/articles/<article_id>/readers")
def readers(article_id: str) -> str:
    """What readers of an article are shown now."""
    seen = articles.what_readers_see(session(), article_id)
    if seen is None:
        abort(404)
    return render_template("desk/readers.html", seen=seen)
