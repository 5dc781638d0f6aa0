"""Settled facts in the formats that other programs read."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from flask.testing import FlaskClient
from jsonschema import Draft202012Validator, FormatChecker
from sqlalchemy import Engine, select
from tests.conftest import FERRY, Folders, Ingest, address

from secondsource.factbase.models import Action, Claim, Decision, Fact, Moderator
from secondsource.factbase.sessions import reading, writing
from secondsource.moderating.decisions import decide, undo

pytestmark = pytest.mark.usefixtures("ferry", "token")
MODULES = Path(__file__).parents[1] / "npm" / "node_modules"
NOTE = "The harbour’s log of that day says 52."
SOURCE = "https://harbour.example/log/7"
CLAIM_REVIEW = Draft202012Validator(
    json.loads((Path(__file__).parent / "claim_review.schema.json").read_text("utf-8")), format_checker=FormatChecker()
)


ANNOTATIONS = Draft202012Validator(
    json.loads((Path(__file__).parent / "web_annotations.schema.json").read_text("utf-8")),
    format_checker=FormatChecker(),
)


def take(engine: Engine, action: Action, fact: str, **change: str) -> str:
    """A decision on a fact, by its id."""
    with writing(engine) as session:
        by = session.scalars(select(Moderator.id).where(Moderator.name == "Ann")).one()
        return decide(session, by, action, fact, "For the record.", change).id


def take_back(engine: Engine, decision: str) -> None:
    with writing(engine) as session:
        by = session.scalars(select(Moderator.id).where(Moderator.name == "Ann")).one()
        undo(session, by, decision, "Too early.")


@pytest.fixture
def age(engine: Engine) -> str:
    """The id of the fact about the captain's age, on which the outlets differ."""
    with reading(engine) as session:
        facts = session.scalars(select(Fact).join(Claim).where(Claim.value == "54")).unique().all()
        (fact,) = [fact for fact in facts if {"52", "54"} <= {claim.value for claim in fact.claims}]
        return fact.id


def reviews(client: FlaskClient, fact: str, status: int = 200) -> Any:
    response = client.get(f"/api/v1/facts/{fact}/claim-review")
    assert response.status_code == status, response.text
    assert response.mimetype == ("application/ld+json" if status == 200 else "application/problem+json")
    return response.get_json(force=True)


def story_of(client: FlaskClient) -> str:
    return str(client.get("/api/v1/stories").get_json()["items"][0]["id"])


def annotations(client: FlaskClient, query: str = "") -> Any:
    response = client.get(f"/api/v1/stories/{story_of(client)}/annotations{query}")
    assert response.content_type == 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"'
    return response.get_json(force=True)


def test_a_settled_fact_has_a_review_for_each_value_that_outlets_report(
    client: FlaskClient, engine: Engine, age: str
) -> None:
    take(engine, Action.SETTLE_FACT, age, note=NOTE, source=SOURCE)
    document = reviews(client, age)
    assert document["@context"] == "https://schema.org"
    found = {review["claimReviewed"].rpartition(": ")[2]: review for review in document["@graph"]}
    assert found.keys() == {"52", "54"}
    for value, outlets in (("52", {"Northern Herald", "Isle Post"}), ("54", {"Coast Daily"})):
        review = found[value]
        assert review["@type"] == "ClaimReview"
        assert review["url"].startswith(f"http://localhost/api/v1/facts/{age}/claim-review#")
        assert review["reviewRating"] == {"@type": "Rating", "alternateName": NOTE}
        assert review["citation"] == {"@type": "CreativeWork", "url": SOURCE}
        claim = review["itemReviewed"]
        assert {author["name"] for author in claim["author"]} == outlets
        assert {home for author in claim["author"] for home in author["sameAs"]} == {
            f"https://{urlsplit(address(outlet)).hostname}/".replace("www.", "") for outlet in outlets
        }
        assert {page["url"] for page in claim["appearance"]} == {address(outlet) for outlet in outlets}
        assert {page["datePublished"] for page in claim["appearance"]} == {"2031-03-04"}
        assert claim["firstAppearance"] in claim["appearance"]
    assert len({review["@id"] for review in document["@graph"]}) == 2


@pytest.mark.parametrize("published", ["2031-03-04", "2031-03-04T18:00:00-05:00", None])
def test_a_review_has_what_schema_org_and_search_engines_ask_for(
    client: FlaskClient, engine: Engine, folders: Folders, ingest: Ingest, age: str, published: str | None
) -> None:
    more = {} if published is None else {"published": published}
    ingest(folders.story("Ferry", FERRY, **more))
    for source in (SOURCE, "Harbour log, page 7"):
        take(engine, Action.SETTLE_FACT, age, note=NOTE, source=source)
        CLAIM_REVIEW.validate(reviews(client, age))


def test_reviews_are_of_schema_orgs_own_types(client: FlaskClient, engine: Engine, age: str, tmp_path: Path) -> None:
    """By the definitions that schema-dts holds, which the compiler reads once for a right one and for wrong ones."""
    take(engine, Action.SETTLE_FACT, age, note=NOTE, source=SOURCE)
    linked = reviews(client, age)["@graph"]
    take(engine, Action.SETTLE_FACT, age, note=NOTE, source="Harbour log, page 7")
    right = [*linked, *reviews(client, age)["@graph"]]
    first = right[0]
    wrong = [
        first | {"claimReviewd": "misspelt"},
        first | {"reviewRating": {"@type": "Claim"}},
        first | {"itemReviewed": first["itemReviewed"] | {"appearance": {"@type": "Rating"}}},
        first | {"author": first["author"] | {"headline": "of a work, not of an organization"}},
    ]
    files = {"right": right} | {f"wrong{number}": [review] for number, review in enumerate(wrong)}
    typed = 'import type {{ ClaimReview }} from "schema-dts";\nexport const told: ClaimReview[] = {};\n'
    for name, told in files.items():
        (tmp_path / f"{name}.ts").write_text(typed.format(json.dumps(told)), encoding="utf-8")
    (tmp_path / "node_modules").symlink_to(MODULES)
    options = "--noEmit --strict --skipLibCheck --module esnext --moduleResolution bundler --types schema-dts".split()
    command = [MODULES / ".bin" / "tsc", *options, *(f"{name}.ts" for name in files)]
    found = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    complained = {line.partition(".ts(")[0] for line in found.stdout.splitlines() if ".ts(" in line}
    assert complained == files.keys() - {"right"}, found.stdout


@pytest.mark.parametrize(
    "wrong",
    [
        {"reviewRating": {"@type": "Rating", "ratingValue": 1}},
        {"claimReviewed": ""},
        {"url": "/facts/1"},
        {"colour": 1},
    ],
)
def test_a_review_that_lacks_it_would_be_found(
    client: FlaskClient, engine: Engine, age: str, wrong: dict[str, Any]
) -> None:
    take(engine, Action.SETTLE_FACT, age, note=NOTE, source=SOURCE)
    document = reviews(client, age)
    document["@graph"][0] |= wrong
    assert not CLAIM_REVIEW.is_valid(document)


def test_a_review_says_nothing_of_moderators_and_gives_no_verdict(
    client: FlaskClient, engine: Engine, age: str
) -> None:
    take(engine, Action.SETTLE_FACT, age, note=NOTE, source=SOURCE)
    for said in (str(reviews(client, age)), str(annotations(client))):
        assert "Ann'" not in said
        assert "For the record" not in said
        assert "ratingValue" not in said


@pytest.mark.parametrize("source", ["Harbour log, page 7", "javascript:alert(1)", "data:text/html,x", "//evil.example"])
def test_a_source_that_is_no_web_address_is_words_and_no_link(
    client: FlaskClient, engine: Engine, age: str, source: str
) -> None:
    take(engine, Action.SETTLE_FACT, age, note=NOTE, source=source)
    assert {review["citation"] for review in reviews(client, age)["@graph"]} == {source}
    (annotation,) = annotations(client)["first"]["items"]
    assert [body["type"] for body in annotation["body"]] == ["TextualBody"]
    assert source in annotation["body"][0]["value"]


def test_only_what_is_settled_now_is_told(client: FlaskClient, engine: Engine, age: str) -> None:
    assert "did not settle" in reviews(client, age, 404)["detail"]
    reviews(client, "nothing", 404)
    settled = take(engine, Action.SETTLE_FACT, age, note=NOTE, source=SOURCE)
    disputed = take(engine, Action.DISPUTE_FACT, age)
    reviews(client, age, 404)
    assert annotations(client)["total"] == 0
    take_back(engine, disputed)
    reviews(client, age)
    assert annotations(client)["total"] == 1
    hidden = take(engine, Action.HIDE_FACT, age)
    reviews(client, age, 404)
    assert annotations(client)["total"] == 0
    take_back(engine, hidden)
    take_back(engine, settled)
    reviews(client, age, 404)


def test_the_label_that_moderators_chose_is_the_one_that_is_told(client: FlaskClient, engine: Engine, age: str) -> None:
    take(engine, Action.LABEL_FACT, age, label="Captain Tregenza’s age")
    take(engine, Action.SETTLE_FACT, age, note=NOTE, source=SOURCE)
    assert {review["claimReviewed"][:-4] for review in reviews(client, age)["@graph"]} == {"Captain Tregenza’s age"}
    (annotation,) = annotations(client)["first"]["items"]
    assert annotation["body"][0]["value"].startswith(f"Captain Tregenza’s age: {NOTE}")


def test_a_storys_annotations_point_to_the_very_words(client: FlaskClient, engine: Engine, age: str) -> None:
    take(engine, Action.SETTLE_FACT, age, note=NOTE, source=SOURCE)
    document = annotations(client)
    assert (document["type"], document["first"]["type"]) == ("AnnotationCollection", "AnnotationPage")
    assert document["first"]["partOf"] == document["id"]
    (annotation,) = document["first"]["items"]
    assert (annotation["type"], annotation["motivation"]) == ("Annotation", "assessing")
    assert annotation["id"] == f"{document['id']}#{age}"
    assert annotation["created"].endswith("Z")
    assert annotation["body"][1] == {"type": "SpecificResource", "source": SOURCE, "purpose": "linking"}
    assert {target["source"] for target in annotation["target"]} == set(map(address, FERRY))
    for target in annotation["target"]:
        text = client.get(urlsplit(target["state"]["cached"]).path).get_json()["text"]
        position, quote = target["selector"]
        start, end = position["start"], position["end"]
        assert text[start:end] == quote["exact"]
        assert text[:start].endswith(quote["prefix"])
        assert text[end:].startswith(quote["suffix"])
        assert quote["prefix"] + quote["suffix"]


def test_collections_and_pages_are_as_the_annotation_model_wants_them(
    client: FlaskClient, engine: Engine, age: str
) -> None:
    ANNOTATIONS.validate(annotations(client))
    with reading(engine) as session:
        other = session.scalars(select(Fact.id).where(Fact.id != age)).first() or ""
    take(engine, Action.SETTLE_FACT, other, note=NOTE, source="Harbour log, page 7")
    take(engine, Action.SETTLE_FACT, age, note=NOTE, source=SOURCE)
    document = annotations(client, "?limit=1")
    ANNOTATIONS.validate(document)
    ANNOTATIONS.validate(annotations(client, "?" + urlsplit(document["first"]["next"]).query))
    page, annotation = document["first"], document["first"]["items"][0]
    wrong = (
        {"motivation": "correcting"},
        {"created": "2031-03-04"},
        {"body": "words"},
        {"target": []},
        {"target": [annotation["target"][0] | {"selector": [{"type": "TextPositionSelector", "start": -1, "end": 2}]}]},
        {"bodyValue": "words"},
    )
    for change in wrong:
        told = document | {"first": page | {"items": [annotation | change]}}
        assert not ANNOTATIONS.is_valid(told), change
    for wanted in ("@context", "first"):
        assert not ANNOTATIONS.is_valid({name: told for name, told in document.items() if name != wanted}), wanted
    assert not ANNOTATIONS.is_valid(document | {"first": page | {"items": []}})


def test_a_long_collection_comes_in_pages_without_gap_or_double(client: FlaskClient, engine: Engine) -> None:
    with reading(engine) as session:
        facts = sorted(session.scalars(select(Fact.id)))
    assert len(facts) > 4
    for fact in facts:
        take(engine, Action.SETTLE_FACT, fact, note=NOTE, source=SOURCE)
    document = annotations(client, "?limit=2")
    assert document["total"] == len(facts)
    assert annotations(client, "?limit=2&after=0")["items"] == document["first"]["items"]
    page, found = document["first"], []
    while True:
        assert page["startIndex"] == len(found)
        found += [annotation["id"].rpartition("#")[2] for annotation in page["items"]]
        if "next" not in page:
            break
        page = annotations(client, "?" + urlsplit(page["next"]).query)
        assert page["@context"] == "http://www.w3.org/ns/anno.jsonld"
        assert page["partOf"] == {name: document[name] for name in ("id", "label", "total")}
    assert found == facts


def test_what_cannot_be_found_or_read_is_a_problem(client: FlaskClient) -> None:
    assert client.get("/api/v1/stories/nothing/annotations").status_code == 404
    story = story_of(client)
    for query in ("limit=0", "limit=201", "after=", "before=x"):
        assert client.get(f"/api/v1/stories/{story}/annotations?{query}").status_code == 422, query


def test_a_story_without_settled_facts_has_an_empty_collection(client: FlaskClient) -> None:
    document = annotations(client)
    assert document["total"] == 0
    assert "first" not in document, "a page has one annotation at least"


def test_a_settling_survives_in_the_document_the_day_it_was_taken(
    client: FlaskClient, engine: Engine, age: str
) -> None:
    identity = take(engine, Action.SETTLE_FACT, age, note=NOTE, source=SOURCE)
    with reading(engine) as session:
        day = session.scalars(select(Decision.decided_at).where(Decision.id == identity)).one().date()
    assert {review["datePublished"] for review in reviews(client, age)["@graph"]} == {day.isoformat()}
