"""A page's text in, what other outlets say about it out."""

from __future__ import annotations

import gzip
from typing import Any

import marshmallow as ma
from flask import Flask, Response, current_app, request
from flask_smorest import abort
from sqlalchemy import Engine

from secondsource.annotating import Answer, BusyError, Page, annotate
from secondsource.api.articles import ArticleLink
from secondsource.api.facts import FactName
from secondsource.api.fields import PlainText
from secondsource.api.noun import Noun
from secondsource.api.pairing import PAIRED, require_reader
from secondsource.comparing.fidelity import Grade
from secondsource.factbase.current import session
from secondsource.factbase.rulings import Status
from secondsource.kinds import Stance
from secondsource.moderating.readership import Counting

MAX_TEXT = 500_000  # code points: a long book's chapter; no article is a tenth of it
MAX_URL = 8_000  # longer than any browser sends
MAX_TITLE = 2_000
RETRY_SECONDS = 5
READERS = "secondsource.readers"
JSON, GZIP = "application/json", "gzip"
PACKED = 1_000  # bytes of an answer that is packed: less goes in one packet as it is
LEVEL = 4  # a page's notes, 100 kB, become a tenth in a millisecond or two; 9 takes four times that for little less
STANCES = [str(stance) for stance in Stance if stance is not Stance.NOT_COMPARABLE]

blueprint = Noun("annotations", __name__, description="Notes on the page being read")
blueprint.before_request(require_reader)


class PageSent(ma.Schema):
    """The page being read: its visible text, and its address and title if it has them."""

    text = PlainText(
        MAX_TEXT,
        required=True,
        metadata={"description": "The visible text; every offset counts its code points"},
    )
    url = PlainText(MAX_URL, allow_none=True, metadata={"description": "The page's address"})
    title = PlainText(MAX_TITLE, allow_none=True)

    @ma.post_load
    def to_page(self, data: dict[str, Any], **_: Any) -> Page:
        """As annotating takes it."""
        return Page(**data)


class EvidenceShown(ma.Schema):
    """What one article says, in its words; offsets are into the stored article's text."""

    stance = ma.fields.String(
        allow_none=True,
        validate=ma.validate.OneOf(STANCES),
        metadata={"description": "How it stands to the page; null for a fact that the page does not report"},
    )
    article = ma.fields.Nested(ArticleLink)
    exact = ma.fields.String()
    start = ma.fields.Integer()
    end = ma.fields.Integer()
    value = ma.fields.String(metadata={"description": "What was read, normalised"})
    origin = ma.fields.String(metadata={"description": "Where the article has it from; its outlet if from nobody"})
    explanation = ma.fields.String(metadata={"description": "Who says what, when and why, in plain words"})
    grade = ma.fields.String(
        allow_none=True,
        validate=ma.validate.OneOf([str(grade) for grade in Grade]),
        metadata={"description": "What was done to the words of a quotation, from least to most; null for other facts"},
    )
    difference = ma.fields.List(
        ma.fields.List(ma.fields.String(), validate=ma.validate.Length(equal=2)),
        metadata={
            "description": "Pairs of an op and its text: same and ours make up the page's quotation, same and theirs "
            "this one; empty where nothing differs",
            "example": [["same", "It is "], ["theirs", "very "], ["same", "important"]],
        },
    )


class FactOfNote(ma.Schema):
    """The fact that a note is about. What moderators did not say of it is left out."""

    id = ma.fields.String()
    label = ma.fields.String()
    status = ma.fields.String(
        validate=ma.validate.OneOf([Status.PROPOSED, Status.CONFIRMED, Status.DISPUTED, Status.SETTLED]),
        metadata={"description": "proposed by the program; confirmed, disputed or settled by a moderator"},
    )
    wording = ma.fields.String(metadata={"description": "The fact in a moderator's words"})
    note = ma.fields.String(metadata={"description": "What settled it, or what is in dispute"})
    source = ma.fields.String(metadata={"description": "Where that can be read"})

    @ma.post_dump
    def said(self, data: dict[str, Any], **_: Any) -> dict[str, Any]:
        """Without what nobody said."""
        return {name: value for name, value in data.items() if value is not None}


class MissingShown(ma.Schema):
    """A fact that at least two origins report and this page does not."""

    fact = ma.fields.Nested(FactName)
    evidence = ma.fields.List(ma.fields.Nested(EvidenceShown))


class Selector(ma.Schema):
    """A W3C selector: TextPositionSelector (start, end) or TextQuoteSelector (exact, prefix, suffix)."""

    type = ma.fields.String()
    start = ma.fields.Integer()
    end = ma.fields.Integer()
    exact = ma.fields.String()
    prefix = ma.fields.String()
    suffix = ma.fields.String()


class Target(ma.Schema):
    """Where in the page."""

    source = ma.fields.String()
    selector = ma.fields.List(ma.fields.Nested(Selector))


class Body(ma.Schema):
    """The note in a sentence."""

    type = ma.fields.String()
    format = ma.fields.String()
    language = ma.fields.String()
    purpose = ma.fields.String()
    value = ma.fields.String()


class Annotation(ma.Schema):
    """A W3C Web Annotation, with the evidence for it."""

    id = ma.fields.String()
    type = ma.fields.Constant("Annotation")
    motivation = ma.fields.Constant("assessing")
    target = ma.fields.Nested(Target)
    body = ma.fields.List(ma.fields.Nested(Body))
    stance = ma.fields.String(metadata={"description": "The strongest of the evidence"})
    fact = ma.fields.Nested(FactOfNote)
    outlets = ma.fields.Integer()
    origins = ma.fields.Integer(
        metadata={"description": "Independent sources behind those outlets, the page's own not counted; at least 1"}
    )
    evidence = ma.fields.List(ma.fields.Nested(EvidenceShown))


class StoryOfPage(ma.Schema):
    """The story that the page tells."""

    id = ma.fields.String()
    title = ma.fields.String()
    matched_by = ma.fields.String(validate=ma.validate.OneOf(["url", "text"]))
    articles = ma.fields.List(ma.fields.Nested(ArticleLink))


class AnswerShown(ma.Schema):
    """The page's story (null for one that the base does not know), the notes, and what it does not report."""

    story = ma.fields.Nested(StoryOfPage, allow_none=True)
    annotations = ma.fields.List(ma.fields.Nested(Annotation))
    missing = ma.fields.List(ma.fields.Nested(MissingShown))


shown = AnswerShown()


@blueprint.post("/annotations")
@blueprint.doc(**PAIRED)
@blueprint.arguments(PageSent)
@blueprint.response(200, AnswerShown)
@blueprint.alt_response(401, response="UNAUTHORIZED")
@blueprint.alt_response(429, response="TOO_MANY_REQUESTS")
def post_annotations(page: Page) -> Response:
    """Say what other outlets report about the page's story, note by note."""
    try:
        answer = annotate(session(), page)
    except BusyError as busy:
        abort(429, message=str(busy), headers={"Retry-After": str(RETRY_SECONDS)})
    if answer.story is not None:
        counting(current_app).note(answer.story.id)
    return _as_sent(answer)


def _as_sent(answer: Answer) -> Response:
    """An answer as it was sent to the last reader who asked for it, packed for those who can unpack it."""
    sent = answer.shown
    if JSON not in sent:
        sent[JSON] = current_app.json.dumps(shown.dump(answer)).encode()
    packed = len(sent[JSON]) >= PACKED and request.accept_encodings.quality(GZIP) > 0
    if packed and GZIP not in sent:
        sent[GZIP] = gzip.compress(sent[JSON], LEVEL, mtime=0)
    response = Response(sent[GZIP if packed else JSON], mimetype=JSON)
    response.vary.add("Accept-Encoding")
    if packed:
        response.content_encoding = GZIP
    return response


def count_readers(app: Flask, engine: Engine) -> None:
    """Let an application count how often notes on a story are asked for; any request hands that on when it is time."""
    app.extensions[READERS] = Counting(engine)

    @app.teardown_request
    def hand_over(_error: BaseException | None) -> None:
        counting(app).hand_over_when_due()


def counting(app: Flask) -> Counting:
    """What an application has counted."""
    found: Counting = app.extensions[READERS]
    return found
