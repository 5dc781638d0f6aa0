"""The pages' addresses. Each view asks one function and shows what it said."""

from __future__ import annotations

from datetime import date, datetime

from flask import (
    Blueprint,
    Response,
    abort,
    current_app,
    json,
    redirect,
    render_template,
    request,
    send_from_directory,
    url_for,
)
from flask.typing import ResponseReturnValue
from markupsafe import Markup
from werkzeug.exceptions import NotFound

from secondsource.api.problems import ProblemApi, problem
from secondsource.exchanging.feed import BadMarkError, feed, read_mark
from secondsource.factbase.current import session
from secondsource.web import export_page, kind_pages, overlay, stories
from secondsource.web.reference import Reference

blueprint = Blueprint("web", __name__, template_folder="templates", static_folder="static", static_url_path="/static")


@blueprint.get("/")
def home() -> str:
    """The newest stories and their articles, or those after one of them; or how to put the first one in."""
    found = stories.list_stories(session(), request.args.get("after", ""))
    if found is None:
        abort(404)
    return render_template("home.html", stories=found.stories, next=found.next)


@blueprint.get("/read/<article_id>")
def article(article_id: str) -> str:
    """One article's text with the overlay at work on it."""
    found = stories.find_article(session(), article_id)
    if found is None:
        abort(404)
    shown, paragraphs = found
    return render_template("article.html", article=shown, paragraphs=paragraphs, overlay=overlay.scripts())


@blueprint.get("/overlay/<path:name>")
def overlay_file(name: str) -> Response:
    """One of the overlay's scripts, or its words; nothing else of the extension."""
    if name not in (*overlay.scripts(), overlay.WORDS):
        abort(404)
    return send_from_directory(overlay.FOLDER, name, mimetype="text/javascript")


@blueprint.get("/docs")
def reference() -> str:
    """The API reference, made from the same OpenAPI document that programs get."""
    document = api().document()
    found = Reference(document, request.host_url)
    return render_template(
        "reference.html",
        subjects=found.subjects(),
        shapes=found.described_shapes(),
        description=document.get("info", {}).get("description", ""),
        document_address=url_for("api-docs.openapi_json"),
    )


@blueprint.get("/docs/kinds")
def kinds() -> str:
    """Every kind of claim, each with its page."""
    return render_template("kinds.html", kinds=kind_pages.list_kinds())


@blueprint.get("/docs/kinds/<name>")
def kind(name: str) -> str:
    """One kind of claim: what it recognises, when two of them agree or conflict, and examples."""
    found = kind_pages.find_kind(name)
    if found is None:
        abort(404)
    return render_template("kind.html", page=found)


@blueprint.get("/docs/export")
def export() -> str:
    """The format in which a base goes out and comes in."""
    return render_template("export.html", lines=export_page.list_lines())


@blueprint.get("/feed.json")
def changes() -> ResponseReturnValue:
    """What changed, for feed readers: the newest, or what was before a mark. An unchanged feed is not sent again."""
    before = request.args.get("before")
    try:
        mark = None if before is None else read_mark(before)
    except BadMarkError:
        return problem(422, "before: must be what the next_url of a page of the feed gives.")
    response = Response(json.dumps(feed(session(), mark, request.host_url)), content_type="application/feed+json")
    response.headers["Cache-Control"] = "no-cache"
    response.add_etag()
    return response.make_conditional(request)


@blueprint.app_errorhandler(404)
def missing(error: NotFound) -> ResponseReturnValue:
    """A page for people, or the one that they meant; programs get the problem document."""
    if request.path.startswith("/api/") or not request.accept_mimetypes.accept_html:
        return api().handle_http_exception(error)
    meant = "/" + request.path.strip("/")  # of one slash, for what begins with two is another host's
    addresses = current_app.create_url_adapter(request)
    if meant != request.path and addresses is not None and addresses.test(meant, "GET"):
        query = request.query_string.decode("ascii", "replace")
        return redirect(f"{meant}?{query}" if query else meant, 308)
    return render_template("missing.html"), 404


@blueprint.app_template_global()
def counted(number: int, thing: str) -> str:
    """A number with its noun: "1 fact", "2 facts"."""
    return f"{number:,} {thing}{'' if number == 1 else 's'}"


@blueprint.app_template_global()
def written_date(moment: date) -> str:
    """A day as people write it, with the time where it is known: "4 March 2031, 08:30 UTC+01:00"."""
    day = f"{moment.day} {moment:%B %Y}"
    return f"{day}, {moment:%H:%M %Z}" if isinstance(moment, datetime) else day


@blueprint.app_template_global()
def docstring(told: str) -> Markup:
    """A docstring's paragraph as HTML: what stands in backticks is code, all else is text."""
    parts = told.split("`")
    return Markup("").join(Markup("<code>{}</code>").format(part) if n % 2 else part for n, part in enumerate(parts))


def api() -> ProblemApi:
    """The application's one flask-smorest API."""
    found: ProblemApi = current_app.extensions["flask-smorest"]["apis"][""]["ext_obj"]
    return found
