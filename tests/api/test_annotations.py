"""The contract that the extension and other programs rely on, to the letter."""

from __future__ import annotations

import gzip
from contextlib import ExitStack
from typing import Any

import pytest
from flask.testing import FlaskClient
from tests.conftest import FERRY, Folders, Ingest, address
from werkzeug.wrappers import Response

from secondsource.annotating.line import IN_LINE, LONG_TEXT, in_line

EVIDENCE = {
    "stance", "article", "exact", "start", "end", "value", "origin", "explanation", "grade", "difference",
}  # fmt: skip
ARTICLE = {"id", "outlet", "url", "published"}


def annotate(client: FlaskClient, **page: Any) -> Any:
    response = client.post("/api/v1/annotations", json=page)
    assert response.status_code == 200, response.text
    assert response.content_type == "application/json"
    return response.json


@pytest.mark.usefixtures("ferry")
def test_the_answer_has_the_shape_of_the_contract(client: FlaskClient) -> None:
    page = {"url": address("Coast Daily"), "title": "Ferry", "text": FERRY["Coast Daily"]}
    answer = annotate(client, **page)
    assert set(answer) == {"story", "annotations", "missing"}
    assert set(answer["story"]) == {"id", "title", "matched_by", "articles"}
    assert answer["story"]["matched_by"] == "url"
    assert len(answer["story"]["articles"]) == 3
    assert all(set(article) == ARTICLE for article in answer["story"]["articles"])
    assert answer["annotations"]
    for note in answer["annotations"]:
        assert set(note) == {
            "id", "type", "motivation", "target", "body", "stance", "fact", "outlets", "origins", "evidence"
        }  # fmt: skip
        assert (note["type"], note["motivation"]) == ("Annotation", "assessing")
        assert set(note["fact"]) == {"id", "label", "status"}
        assert all(set(item) == EVIDENCE and set(item["article"]) == ARTICLE for item in note["evidence"])
        (body,) = note["body"]
        value = body.pop("value")
        assert body == {
            "type": "TextualBody", "format": "text/plain", "language": "en", "purpose": "commenting"
        }  # fmt: skip
        assert value


@pytest.mark.usefixtures("ferry")
def test_a_note_points_into_the_text_in_both_ways(client: FlaskClient) -> None:
    text = "😀\r\n" + FERRY["Coast Daily"]
    notes = annotate(client, url=address("Coast Daily"), text=text)["annotations"]
    assert notes
    for note in notes:
        position, quote = note["target"]["selector"]
        assert note["target"]["source"] == address("Coast Daily")
        assert set(position) == {"type", "start", "end"}
        assert set(quote) == {"type", "exact", "prefix", "suffix"}
        assert (position["type"], quote["type"]) == ("TextPositionSelector", "TextQuoteSelector")
        assert text[position["start"] : position["end"]] == quote["exact"]
        assert quote["prefix"] + quote["exact"] + quote["suffix"] in text


@pytest.mark.usefixtures("ferry")
def test_the_conflict_about_an_age_names_the_outlets_and_their_words(client: FlaskClient) -> None:
    notes = annotate(client, url=address("Coast Daily"), text=FERRY["Coast Daily"])["annotations"]
    (note,) = [note for note in notes if note["stance"] == "conflicts"]
    assert "54" in note["target"]["selector"][1]["exact"]
    assert {item["article"]["outlet"] for item in note["evidence"]} == {"Isle Post", "Northern Herald"}
    assert {item["value"] for item in note["evidence"]} == {"52"}
    assert (note["outlets"], note["origins"]) == (2, 2)


def test_evidence_names_its_origin_and_says_who_gives_what_and_when(
    client: FlaskClient, folders: Folders, ingest: Ingest
) -> None:
    credited = FERRY | {
        "Isle Post": FERRY["Isle Post"].replace("stayed on board", "stayed, Radio Port Ellery reported")
    }
    ingest(folders.story("Ferry", credited, origin='"Isle Wire"', published="2031-03-04"))
    notes = annotate(client, url=address("Coast Daily"), text=FERRY["Coast Daily"])["annotations"]
    (note,) = [note for note in notes if note["stance"] == "conflicts"]
    assert [item["origin"] for item in note["evidence"]] == ["Isle Wire", "Isle Wire"]
    assert note["body"][0]["value"] == "Isle Post and Northern Herald say 52 (2 outlets, 1 origin: Isle Wire)."
    explanation = note["evidence"][0]["explanation"]
    assert explanation.startswith("Isle Post, the same day, gives 52. ")
    assert explanation.endswith(" Both trace back to Isle Wire.")


@pytest.mark.usefixtures("ferry")
@pytest.mark.parametrize("page", [{"text": "A cake."}, {"text": ""}, {"text": "A cake.", "url": None, "title": None}])
def test_an_unknown_story_is_null_and_empty_and_no_error(client: FlaskClient, page: dict[str, Any]) -> None:
    assert annotate(client, **page) == {"story": None, "annotations": [], "missing": []}


@pytest.mark.usefixtures("ferry")
def test_an_address_that_is_none_is_no_error(client: FlaskClient) -> None:
    for url in ("", "about:blank", "http://[", "file:///c:/ferry.html", "ferry"):
        answer = annotate(client, url=url, text=FERRY["Isle Post"])
        assert answer["story"]["matched_by"] == "text"
        assert answer["annotations"]
        assert all(note["target"]["source"].startswith("ni:///sha-256;") for note in answer["annotations"])


@pytest.mark.usefixtures("ferry")
def test_what_is_missing_has_a_fact_and_evidence(client: FlaskClient) -> None:
    text = "The Saint Brannoc hit rocks off Port Ellery under Maud Tregenza, 52; Ivo Lindqvist was hurt."
    (missing, *_) = annotate(client, text=text)["missing"]
    assert set(missing) == {"fact", "evidence"}
    assert set(missing["fact"]) == {"id", "label"}
    assert missing["evidence"]
    assert all(set(item) == EVIDENCE for item in missing["evidence"])


@pytest.mark.usefixtures("ferry")
def test_an_answer_is_packed_for_those_who_can_unpack_it(client: FlaskClient) -> None:
    def post(text: str, accepted: str) -> Response:
        return client.post("/api/v1/annotations", json={"text": text}, headers={"Accept-Encoding": accepted})

    plain = post(FERRY["Coast Daily"], "identity")
    assert plain.content_encoding is None
    for accepted in ("gzip", "br, gzip;q=0.5, *;q=0.1"):
        packed = post(FERRY["Coast Daily"], accepted)
        assert packed.content_encoding == "gzip"
        assert gzip.decompress(packed.data) == plain.data
        assert "Accept-Encoding" in packed.vary
    for accepted in ("br", "gzip;q=0", ""):
        assert post(FERRY["Coast Daily"], accepted).data == plain.data
    assert post("Nothing that anybody knows.", "gzip").json == {"story": None, "annotations": [], "missing": []}


def test_very_long_pages_leave_room_for_readers(client: FlaskClient) -> None:
    known, new = "k" * (LONG_TEXT + 1), "a" * (LONG_TEXT + 1)
    annotate(client, text=known)
    with in_line(new):
        assert_refused(client, new)
        annotate(client, text="a" * LONG_TEXT)
        annotate(client, text=known)
    annotate(client, text=new)


def test_a_line_of_new_pages_has_an_end_and_known_ones_pass_it(client: FlaskClient) -> None:
    annotate(client, text=FERRY["Coast Daily"])
    with ExitStack() as line:
        for _ in range(IN_LINE):
            line.enter_context(in_line(""))
        assert_refused(client, "A page that nobody has opened yet.")
        annotate(client, text=FERRY["Coast Daily"])
    annotate(client, text="A page that nobody has opened yet.")


def assert_refused(client: FlaskClient, text: str) -> None:
    response = client.post("/api/v1/annotations", json={"text": text})
    assert response.status_code == 429
    assert response.headers["Retry-After"]
    assert "try again" in response.get_json(force=True)["detail"]
