"""What readers think is wrong with a note: reported by them, read by moderators."""

from __future__ import annotations

import marshmallow as ma
from flask_smorest import abort

from secondsource.api.annotations import MAX_URL
from secondsource.api.facts import FactName
from secondsource.api.fields import PlainText
from secondsource.api.noun import Noun
from secondsource.api.pairing import PAIRED, require_reader
from secondsource.factbase.current import base, session
from secondsource.factbase.models import Report
from secondsource.factbase.sessions import writing
from secondsource.identity import DIGEST_CHARACTERS
from secondsource.moderating.reports import NoSuchFactError, TooManyReportsError, keep_report

MAX_WORDS = 1_000
RETRY_SECONDS = 60

blueprint = Noun("reports", __name__, description="What readers think is wrong")
blueprint.before_request(require_reader)


class ReportSent(ma.Schema):
    """Which note, on which page, and what is wrong with it; nothing about the reader."""

    note = PlainText(DIGEST_CHARACTERS, 1, required=True, metadata={"description": "The annotation's id"})
    fact = PlainText(DIGEST_CHARACTERS, 1, required=True, metadata={"description": "The id of the fact it is about"})
    url = PlainText(
        MAX_URL,
        load_default="",
        metadata={"description": "The page's address; of its parameters only those that name a known article are kept"},
    )
    words = PlainText(MAX_WORDS, load_default="", metadata={"description": "The reader's words"})


class ReportShown(ma.Schema):
    """A report as it is kept."""

    id = ma.fields.String()
    note = ma.fields.String()
    fact = ma.fields.Nested(FactName, metadata={"description": "As it was called when this was reported"})
    url = ma.fields.String()
    words = ma.fields.String()
    reported_at = ma.fields.AwareDateTime()


@blueprint.post("/reports")
@blueprint.doc(**PAIRED)
@blueprint.arguments(ReportSent)
@blueprint.response(201, ReportShown)
@blueprint.alt_response(401, response="UNAUTHORIZED")
@blueprint.alt_response(404, response="NOT_FOUND")
@blueprint.alt_response(429, response="TOO_MANY_REQUESTS")
def post_report(sent: dict[str, str]) -> Report:
    """Tell the moderators that a note is wrong; the same told again is kept once, until it was closed."""
    try:
        with writing(base()) as writes:
            number = keep_report(writes, sent["note"], sent["fact"], sent["url"], sent["words"]).number
    except NoSuchFactError:
        abort(404, message="There is no fact with this id; a rebuild may have replaced it. Load the page again.")
    except TooManyReportsError:
        message = "Very many reports are coming in; try again in a minute."
        abort(429, message=message, headers={"Retry-After": str(RETRY_SECONDS)})
    return session().get_one(Report, number)
