"""The export's format: JSON Lines, one kind of line for each thing that is stored and not derived.

The same classes write a line, read it and describe it on the page about the format. What a line refers to stands
on a line before it. Ids that are made from content are checked against it.
"""

from __future__ import annotations

from typing import Any

import marshmallow as ma

from secondsource.exchanging.fields import Moment, Published, Words, described, identity
from secondsource.factbase.models import Action, Role
from secondsource.identity import DIGEST_CHARACTERS
from secondsource.ingesting.story_folder import MAX_LINE, MAX_NAME, MAX_TEXT_BYTES

NAME = "second-source"
FORMAT = 1  # goes up when a program that knows the one before could no longer read the file right
MAX_WORDS = 10_000  # characters of a reason, a reader's words, an address


class Line(ma.Schema):
    """Fields that are not known are errors, so that nothing is lost unseen."""

    class Meta:
        """Marshmallow's settings."""

        unknown = ma.RAISE


class HeaderLine(Line):
    """The first line: what this file is."""

    name = ma.fields.String(required=True, validate=ma.validate.Equal(NAME), **described(f"Always {NAME}"))
    format = ma.fields.Integer(required=True, strict=True, **described("The format's number; this page is about 1"))
    version = Words(100, **described("The program's version"))


class OutletLine(Line):
    """A publisher."""

    id = identity("Made from the name")
    name = Words(MAX_NAME, **described("What it is called"))
    domains = ma.fields.List(Words(MAX_LINE), required=True, **described("Where it publishes"))
    family = Words(MAX_NAME, allow_none=True, **described("Who owns it, where that is known"))


class StoryLine(Line):
    """The articles about one event."""

    id = identity("Made from the title; of a story that was found the id of its first article")
    title = Words(MAX_LINE, **described("What happened, in a line"))
    created_at = Moment(**described("When it came into the base"))


class ArticleLine(Line):
    """A page's address and what is known of it. Its texts follow as versions."""

    id = identity("Made from the address")
    story_id = identity("The id of the story that it was ingested into; decisions may move it", data_key="story")
    named = ma.fields.Boolean(
        load_default=True,
        truthy={True},
        falsy={False},
        **described(
            "Whether a person named the story; else it is found again from what articles share. May be left out"
        ),
    )
    outlet_id = identity("The outlet's id", data_key="outlet")
    url = Words(MAX_LINE, **described("The page's address"))
    title = Words(MAX_LINE, allow_none=True, **described("The page's title, where it was given"))
    declared_origin = Words(
        MAX_NAME, allow_none=True, data_key="origin", **described("Whose story this page says it republishes")
    )
    published = Published(required=True, allow_none=True, **described("A day, or a moment; null when neither is known"))
    added_at = Moment(**described("When it came into the base"))

    @ma.post_dump(pass_original=True)
    def where_it_was_ingested(self, line: dict[str, Any], article: Any, **_: Any) -> dict[str, Any]:
        """Where it stands now follows from that and from the decisions."""
        return line | {"story": getattr(article, "given_story_id", None) or line["story"]}


class VersionLine(Line):
    """An article's text at one time."""

    id = identity("Made from the article's id and the text's sum")
    article_id = identity("The article's id", data_key="article")
    sha256 = Words(64, least=64, **described("SHA-256 of the text in UTF-8; a text that does not fit it is refused"))
    text = Words(MAX_TEXT_BYTES, lines=True, **described("The whole text, code point for code point"))
    seen_at = Moment(**described("When it was seen first"))
    current = ma.fields.Boolean(
        required=True,
        truthy={True},
        falsy={False},
        **described("Whether it is what readers get; one of an article's is"),
    )


class ModeratorLine(Line):
    """Somebody who may decide. Never a token: whoever moves to another base gets a new one there."""

    name = Words(MAX_NAME, **described("By which decisions name them"))
    role = ma.fields.String(required=True, validate=ma.validate.OneOf(list(Role)), **described("What they may do."))
    created_at = Moment(**described("When they were added"))
    disabled_at = Moment(allow_none=True, **described("Since when they may nothing more"))


class Named(Line):
    """A moderator, as a decision names one."""

    name = Words(MAX_NAME)


class Content(Line):
    """A content of a claim."""

    content = identity("A content")


class SeenClaim(ma.Schema):
    """A claim as a moderator saw it: what its words are found again by in another text. There is more to see."""

    class Meta:
        """Marshmallow's settings."""

        unknown = ma.INCLUDE

    content = identity("The claim's content")
    property = Words(MAX_WORDS, least=0, lines=True)
    exact = Words(MAX_TEXT_BYTES, lines=True)
    start = ma.fields.Integer(required=True, strict=True)
    passage = Words(MAX_TEXT_BYTES, lines=True)
    passage_start = ma.fields.Integer(required=True, strict=True)


SEEN_NOUNS = ("story", "fact", "report", "passage", "relation", "article", "undone", "moderator")  # the desk names them


def _seen(snapshot: dict[str, Any]) -> None:
    """What the program itself reads of a snapshot must be right; the rest is for people."""
    for noun in SEEN_NOUNS:
        if not isinstance(snapshot.get(noun, {}), dict):
            raise ma.ValidationError(f"Its {noun} must be an object.")
    claims = snapshot.get("claims", [])
    if not isinstance(claims, list):
        raise ma.ValidationError("Its claims must be a list.")
    for number, wrong in SeenClaim(many=True).validate(claims).items():
        raise ma.ValidationError(f"Claim {int(number) + 1} in it is not right: {', '.join(sorted(wrong))}.")


class DecisionLine(Line):
    """A judgement, or another entry of the audit, in the order in which they were taken."""

    id = Words(32, least=32, **described("Made by chance; the same wherever the decision is kept"))
    action = ma.fields.String(required=True, validate=ma.validate.OneOf(list(Action)), **described("What was decided."))
    target = Words(32, **described("What it is about: a pair's, a fact's, an article's … id; for undo a decision's"))
    change = ma.fields.Dict(keys=ma.fields.String(), required=True, **described("What it sets; {} for nothing"))
    reason = Words(MAX_WORDS, least=0, lines=True, **described("Why, in the moderator's words"))
    moderator = ma.fields.Pluck(Named, "name", required=True, **described("Who took it, by name"))
    decided_at = Moment(**described("When"))
    snapshot = ma.fields.Dict(
        keys=ma.fields.String(),
        required=True,
        validate=_seen,
        **described("What the moderator saw; its claims in words"),
    )
    contents = ma.fields.Pluck(
        Content, "content", many=True, required=True, **described("The contents of the claims it was taken on")
    )


class ReportLine(Line):
    """What a reader reported. It says nothing of who the reader is."""

    id = identity("Made from what is said; where it was said again after it was closed, from the moment too")
    note = Words(DIGEST_CHARACTERS, lines=True, **described("The note's id"))
    fact_id = Words(DIGEST_CHARACTERS, **described("The fact's id when it was reported"))
    fact_label = Words(MAX_WORDS, lines=True, **described("What it was called"))
    url = Words(MAX_WORDS, least=0, lines=True, **described("The page, without what names a reader"))
    words = Words(MAX_WORDS, least=0, lines=True, **described("What the reader said"))
    reported_at = Moment(**described("When"))


class EndLine(Line):
    """The last line; a file without it was cut off, and is refused."""

    lines = ma.fields.Integer(required=True, strict=True, **described("How many lines stand before this one"))


# In the order of the file.
LINES: dict[str, Line] = {
    "header": HeaderLine(),
    "outlet": OutletLine(),
    "story": StoryLine(),
    "article": ArticleLine(),
    "version": VersionLine(),
    "moderator": ModeratorLine(),
    "decision": DecisionLine(),
    "report": ReportLine(),
    "end": EndLine(),
}
